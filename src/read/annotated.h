/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A document of an annotation tool: a text, marks in it that name actors, and relations between marks. Every
 * such format is read through this, so that spans, mentions, evidence and missing ends mean the same. */
#ifndef RELATA_READ_ANNOTATED_H
#define RELATA_READ_ANNOTATED_H

#include "corpus/identity.h"
#include "read/offsets.h"
#include "read/vocabulary.h"

G_BEGIN_DECLS

/* What is read into. All is borrowed. */
typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
} RelataAnnotating;

/* A document as a format has it. Strings are copied; all but the id may be NULL. */
typedef struct {
  const char *id;
  const char *title, *publisher, *author, *language, *url, *origin;
  const char *published; /* in EDTF, or another form that has one meaning */
  const char *text;      /* valid UTF-8 */
  RelataPlace where;
} RelataAnnotatedDocument;

typedef struct RelataAnnotated RelataAnnotated;

/* Declares the document and begins with it. A document that another file declares is completed; where it has
 * another text there, this is another document, whose id begins with the file's name. */
RelataAnnotated *relata_annotated_new(const RelataAnnotating *annotating,
                                      const RelataAnnotatedDocument *document);
void relata_annotated_free(RelataAnnotated *annotated);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataAnnotated, relata_annotated_free)

/* Returns the index of the document, and its text (borrowed; NULL where it has none). */
guint relata_annotated_document(const RelataAnnotated *annotated);
const RelataText *relata_annotated_text(const RelataAnnotated *annotated);

/* A mark as a format has it. Strings are copied. */
typedef struct {
  const char *id;      /* by which relations name it; unique in the document */
  gint64 start, end;   /* as written; −1 where not known */
  const char *covered; /* the marked text where the format repeats it, else NULL */
  const char *name;    /* what the actor is called; NULL: as the marked text */
  const char *type;    /* of the actor, in the format's word; NULL: none */
  const char *actor;   /* the id of the actor where the format says whom it names; NULL: identity decides */
  RelataMentionLevel level;
  RelataPlace where;
} RelataAnnotatedMark;

#define RELATA_ANNOTATED_MARK_INIT ((RelataAnnotatedMark){.start = -1, .end = -1})

void relata_annotated_add_mark(RelataAnnotated *annotated, const RelataAnnotatedMark *mark);

/* Once all marks are added: finds where they are (read/offsets.h), makes an actor to be of each and a mention
 * of each that has a place, and reports those whose place is not what the format says [offset-unit,
 * offset-mismatch]. Two marks of one place and type, as of two annotators, are one. `unit` is what the format
 * counts in. */
void relata_annotated_settle(RelataAnnotated *annotated, RelataOffsetUnit unit);

/* Return the actor of a mark, RELATA_NONE where there is no such mark, and its span; after settling. */
guint relata_annotated_actor(const RelataAnnotated *annotated, const char *mark);
RelataSpan relata_annotated_span(const RelataAnnotated *annotated, const char *mark);

/* A relation as a format has it: one claim. Strings are copied. */
typedef struct {
  const char *id;        /* NULL: one is made */
  const char *type;      /* in the format's word; NULL or no id: "related", which is counted */
  const char *from, *to; /* ids of marks */
  gboolean undirected;   /* the record says that it has no direction */
  RelataSpan evidence;   /* RELATA_NO_SPAN: the sentences that hold both marks */
  gboolean bare;         /* the format says which evidence there is: where that is not set, there is none */
  const char *text;      /* the evidence where the document has no text; NULL: none */
  const char *when;      /* EDTF; NULL: none */
  const char *by, *note, *stance, *certainty; /* as relata_statement_set() takes them; NULL: not given */
  double confidence;                          /* 0 … 1; NAN where not given */
  const char *const *layers; /* who annotated it; ends with NULL; NULL where nobody is named */
  RelataPlace where;
} RelataAnnotatedRelation;

#define RELATA_ANNOTATED_RELATION_INIT                                                                       \
  ((RelataAnnotatedRelation){.evidence = {G_MAXUINT, G_MAXUINT}, .confidence = NAN})

/* Adds the claim. One whose end is no mark of the document is left out, and reported, by
 * relata_corpus_finish(). FALSE where a value is wrong, which is reported. */
gboolean relata_annotated_relate(RelataAnnotated *annotated, const RelataAnnotatedRelation *relation);

G_END_DECLS

#endif
