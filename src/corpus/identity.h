/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Identity: which records and mentions are one actor. Readers only gather evidence: they add a record for
 * every id that a corpus uses and for every mark that names somebody, and say what speaks for two records
 * being one. When all files are read, relata_corpus_finish() decides from all the evidence at once, so that
 * neither the order nor the names of files matter, and leaves one record for each actor.
 *
 * It goes in steps, the strongest first (RelataIdentityStep). The unions of one step form components; one
 * that would hold two records who must differ is not made by that step, and is reported with the two. Who
 * must differ: two ids of one corpus, two ids in one other registry (Wikidata Q100 and Q999), and whom
 * identity.json calls different. Records that only marks made have no id, and so never differ by themselves.
 */
#ifndef RELATA_CORPUS_IDENTITY_H
#define RELATA_CORPUS_IDENTITY_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

typedef enum {
  RELATA_BY_DECISION,    /* identity.json says so */
  RELATA_BY_ID,          /* one id of one registry; one id in two corpora that say one name or link */
  RELATA_BY_EQUIVALENCE, /* the annotator says so: Equiv, relations that mean the same */
  RELATA_BY_ALIAS,       /* spelled like the name or a strong alias of an actor of a registry */
  RELATA_BY_SPELLING,    /* spelled alike, in one document */
  RELATA_BY_NAME,        /* names spelled alike, in several documents */
  RELATA_N_IDENTITY_STEPS
} RelataIdentityStep;

/* Returns "identity.json", "id", "equivalence", "alias" or "spelling". */
const char *relata_identity_step_name(RelataIdentityStep step);

/* Why records are one actor. */
typedef struct {
  RelataIdentityStep step;
  guint actor;
  guint n;            /* the number of records that this united, at least 2 */
  const char *reason; /* "'Omar' is spelled alike in 3 documents" without the number; no full stop */
} RelataDecision;

/* Two who were not united, though something speaks for it. */
typedef struct {
  RelataIdentityStep step;
  guint actors[2];
  const char *reason;  /* what spoke for it */
  const char *because; /* what spoke against it */
} RelataApart;

/* Return what was decided (RelataDecision, the weakest step first, then by the actors' ids), and who was kept
 * apart (RelataApart, in the same order). Borrowed from the corpus, which must be finished. */
const GArray *relata_corpus_decisions(const RelataCorpus *corpus);
const GArray *relata_corpus_kept_apart(const RelataCorpus *corpus);

/* An id by which a corpus calls an actor; relata_corpus_find_actor() finds it by each that means nobody else.
 */
typedef struct {
  guint actor;
  const char *id;
  gboolean declared; /* FALSE: only references use it */
} RelataRegisteredId;

/* Returns the ids by which corpora call actors (RelataRegisteredId, by actor, then by id). Borrowed. */
const GArray *relata_corpus_registered_ids(const RelataCorpus *corpus);

/* ── Building: for readers ── */

/* What an annotation says of a mark: whether it is a name, or only means somebody in its text. */
typedef enum { RELATA_LEVEL_UNSAID, RELATA_LEVEL_NAME, RELATA_LEVEL_OTHER } RelataMentionLevel;

/* Somebody whom a mark names. */
typedef struct {
  guint document;
  guint start;           /* the mark's offset in the document, in code points */
  const char *mark;      /* its id there: "T3" */
  const char *name;      /* the text that is marked, on one line */
  guint type;            /* actor type, or RELATA_NONE */
  const char *type_name; /* as the annotation writes it */
  RelataPlace type_where;
  RelataMentionLevel level;
  RelataPlace where;
  guint actor; /* set by relata_corpus_add_candidate() */
} RelataCandidate;

/* Adds a record of an actor for a mark, and returns its index; strings must be interned. */
guint relata_corpus_add_candidate(RelataCorpus *corpus, const RelataCandidate *candidate);

/* Says that two records of actors are one, by an id (RELATA_BY_ID) or by an annotation
 * (RELATA_BY_EQUIVALENCE). reason must be interned: "'Equiv T1 T2'". */
void relata_corpus_add_sameness(RelataCorpus *corpus, RelataIdentityStep step, guint a, guint b,
                                const char *reason, RelataPlace where);

/* Says what a user decided: that n names mean one actor, or each another. A name is an id, a mark ("a:T3"), a
 * name or a strong alias. */
void relata_corpus_add_decision(RelataCorpus *corpus, gboolean same, const char *const *names, guint n,
                                RelataPlace where);

/* Makes relata_corpus_finish() leave out RELATA_BY_NAME: documents are kept apart. */
void relata_corpus_keep_documents_apart(RelataCorpus *corpus);

RELATA_END_DECLS

#endif
