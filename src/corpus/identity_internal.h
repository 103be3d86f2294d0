/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files identity*.c share; private to them.
 *
 * identity.c           the evidence that readers add, and the order of the steps
 * identity_given.c     what speaks for two records being one, or against it: identity.json
 * identity_evidence.c  … ids and annotations
 * identity_names.c     … and spelling
 * identity_step.c      one step: components, and those who must differ
 * identity_apply.c     one record for each actor: its id, name and type, and all that named the others
 * identity_marks.c     … as marks give them
 * identity_told.c      what the corpus keeps of it
 * identity_report.c    what is said of it */
#ifndef RELATA_CORPUS_IDENTITY_INTERNAL_H
#define RELATA_CORPUS_IDENTITY_INTERNAL_H

#include "corpus/identity.h"
#include "corpus/internal.h"

typedef struct {
  RelataIdentityStep step;
  guint a, b;
  const char *reason;
  RelataPlace where;
} RelataSameness;

/* One list of identity.json. */
typedef struct {
  gboolean same;
  GPtrArray *names; /* const char *, interned */
  RelataPlace where;
} RelataGiven;

/* Two records that a step would unite. */
typedef struct {
  guint a, b;
  const char *reason;
  RelataPlace where;
} RelataUnion;

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  guint n;                  /* records of actors, as read */
  guint *parent;            /* union-find: what is decided so far */
  GArray *badges;           /* of RelataBadge */
  GArray *unions;           /* of RelataUnion: what the step that is under way would unite */
  GArray *made;             /* of RelataMade, in the order decided */
  GArray *refused;          /* of RelataApart, with records in the place of actors */
  guint *candidate_of;      /* by record: its candidate, or RELATA_NONE */
  const char **spelling_of; /* by candidate: the key of its name, by address; NULL: it names nobody */
  GHashTable *spellings;    /* the keys → themselves, owned */
} RelataIdentity;

typedef struct {
  RelataIdentityStep step;
  guint record;
  const char *reason;
} RelataMade;

/* Returns the record that stands for the component of a record, as decided so far. Nearly O(1) (Tarjan
 * 1975). */
guint relata_identity_root(const RelataIdentity *identity, guint record);

/* Proposes a union to the step that is under way. reason must be interned. */
void relata_identity_propose(RelataIdentity *identity, guint a, guint b, const char *reason,
                             RelataPlace where);

/* Ends a step: makes the unions of each component in which nobody must differ from another, and notes the two
 * of each of the others. O((unions + badges) log badges). */
void relata_identity_close_step(RelataIdentity *identity, RelataIdentityStep step);

/* Returns the interned key of a spelling, or NULL where the name names nobody. */
const char *relata_identity_spelling(RelataIdentity *identity, const char *name);

/* Fill in who must differ: by ids, then by what identity.json says where no id contradicts it. */
void relata_identity_take_badges(RelataIdentity *identity);
void relata_identity_take_different(RelataIdentity *identity);

/* Propose the unions of each step. */
void relata_identity_propose_given(RelataIdentity *identity);
void relata_identity_propose_ids(RelataIdentity *identity);
void relata_identity_propose_equivalents(RelataIdentity *identity);
void relata_identity_propose_aliases(RelataIdentity *identity);
void relata_identity_propose_in_documents(RelataIdentity *identity);
void relata_identity_propose_names(RelataIdentity *identity);

/* Leaves one record for each component, and tells the corpus. */
void relata_identity_apply(RelataIdentity *identity);

/* Reports what was decided. */
void relata_identity_report(const RelataCorpus *corpus, RelataDiagnostics *diagnostics);

/* Returns whether the words of a mark are a name, which means one actor in every text, and not "he", "the
 * group" or "the Emir", who is another in another text. */
gboolean relata_identity_is_name(const char *words);
/* Returns whether they are a pronoun: "he" and "He"; but "WHO" is a name. */
gboolean relata_identity_is_pronoun(const char *words);

/* Returns the candidate of a record, or NULL where no mark made it. */
const RelataCandidate *relata_identity_candidate(const RelataIdentity *identity, guint record);

/* Returns how the marks among the records word the name of their actor, the best first: names, then the
 * frequent, then the longer; without pronouns, unless there is nothing else. Borrowed strings; none where no
 * mark is among them. */
GPtrArray *relata_identity_wordings(const RelataIdentity *identity, const guint *records, guint n);
/* Returns the type of most marks among the records, RELATA_NONE where they have none. */
guint relata_identity_type_of_marks(const RelataIdentity *identity, const guint *records, guint n);

/* Keeps in the corpus what was decided, for the actors that the records became. Takes ownership of the ids
 * (of RelataRegisteredId), whose actors are records. */
void relata_identity_tell(RelataIdentity *identity, const guint *actor_of, GArray *ids);

/* Returns the id that a name gives: "Abū ʿUmar" gives "abu-umar". Newly allocated. */
char *relata_identity_slug(const char *name);

#endif
