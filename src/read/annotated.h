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
  const char *file;      /* the name of the file that the text is in; NULL: it is in the annotations' */
  RelataPlace where;
} RelataAnnotatedDocument;

/* Takes what a format says of a document under a name that is in use: title, url, source, author, date …
 * FALSE where the name is none of these. Both strings are borrowed. */
gboolean relata_annotated_describe(RelataAnnotatedDocument *document, const char *name, const char *value);

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

/* Settles the marks that were added since it was called last: finds where they are (read/offsets.h), makes an
 * actor to be of each and a mention of each that has a place, and reports those whose place is not what the
 * format says [offset-unit, offset-mismatch]. Two marks of one place and type, as of two annotators, are one.
 * `unit` is what the format counts in. Call it for each annotator, who all may count differently. */
void relata_annotated_settle(RelataAnnotated *annotated, RelataOffsetUnit unit);

/* Returns whether there is such a mark. */
gboolean relata_annotated_has(const RelataAnnotated *annotated, const char *mark);
/* Returns what a mark calls its actor, on one line, newly allocated; NULL where there is nothing. */
char *relata_annotated_name(const RelataAnnotated *annotated, const char *mark);
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
  const char *layer; /* who annotated it (corpus/layers.h); NULL where nobody is named */
  RelataPlace where;
} RelataAnnotatedRelation;

#define RELATA_ANNOTATED_RELATION_INIT                                                                       \
  ((RelataAnnotatedRelation){.evidence = {G_MAXUINT, G_MAXUINT}, .confidence = NAN})

/* Makes the claim, but for its type, and does not add it. It denies where its word is one of those given by
 * `--read negative=WORD`. FALSE where a value is wrong, which is reported, and where the word says that there
 * is no relation ("No-rel", "none"), which is counted. */
gboolean relata_annotated_state(RelataAnnotated *annotated, const RelataAnnotatedRelation *relation,
                                RelataClaim *claim);
/* Gives the claim a type and adds it. One whose end is no mark of the document is left out, and reported, by
 * relata_corpus_finish(). FALSE where a value is wrong, which is reported. */
gboolean relata_annotated_relate(RelataAnnotated *annotated, const RelataAnnotatedRelation *relation);

G_END_DECLS

#endif
