/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of corpus/ share; private to them. */
#ifndef RELATA_CORPUS_INTERNAL_H
#define RELATA_CORPUS_INTERNAL_H

#include "corpus/corpus.h"
#include "corpus/identity.h"

/* An actor bears this value in this registry, so it is not one who bears another there. Both are compared by
 * address. Until identity is decided, the actor is a record. */
typedef struct {
  guint actor;
  const char *registry, *value;
} RelataBadge;

/* What was gathered about identity, and what was decided. The arrays are NULL until first used. */
typedef struct {
  GArray *candidates;        /* of RelataCandidate */
  GArray *sameness;          /* of RelataSameness */
  GPtrArray *given;          /* of RelataGiven, owned */
  GArray *decisions, *apart; /* of RelataDecision and RelataApart */
  GArray *badges;            /* of RelataBadge, sorted by actor: who must differ */
  GArray *ids;               /* of RelataRegisteredId, sorted by actor */
  GArray *alike;             /* of RelataLikeness; NULL until asked for */
  GHashTable *united; /* id of a claim whose ends identity has made one → their two names, "'A' and 'B'" */
  guint n_not_compared; /* what so many names share that they were not compared for it */
  gboolean documents_apart;
} RelataEvidenceOfIdentity;

/* How many dates the corpus keeps as they were parsed. A corpus has few days, and many claims of each. */
#define RELATA_KEPT_DATES 8192

struct RelataCorpus {
  GStringChunk *strings;
  const char *copied; /* the string that was copied last, or NULL */
  RelataDate *dates;  /* RELATA_KEPT_DATES of them, by the hash of the text; NULL until one is parsed */
  const char *title;
  RelataSchema *schema;
  GArray *documents, *actors, *claims, *events, *figures, *mentions;
  GHashTable *document_ids, *actor_ids, *event_ids; /* interned id → index + 1 */
  gboolean keeps_missing;                           /* statements about actors that are in no file */
  const char *registry, *first_registry; /* of the files that are being read, and of the first ones */
  RelataEvidenceOfIdentity identity;
  GHashTable *aliases; /* AliasKey → index + 1 in the actor's aliases; finds known aliases */
  /* The name index covers the first n_named actors; the tables are NULL until first used. By name as spelled,
   * strong name folded, weak name folded → GArray of actor indices. */
  GHashTable *names[3];
  guint n_named;
  GHashTable *speakers; /* text of a list → RelataSpeaker[], owned */
  GHashTable *layers;   /* names, one a line → NULL-ended array of them, owned */
  GHashTable *marked; /* a place in a document that has layers → GArray of the actors whom marks name there */
  GArray *graded_origins; /* of RelataGradedOrigin */
  GArray *voices;         /* of RelataVoice; the first n_origins are origins */
  guint n_origins;
  RelataQuotations quotations;
  guint tieless[RELATA_N_TIELESS]; /* events that give no tie, by the reason */
  GHashTable *figures_of_claims; /* id of a claim → GArray of figures; made by relata_figures_find_claims() */
};

/* An origin that bears a reliability, as written. */
typedef struct {
  const char *name;
  char reliability;
  RelataPlace where;
} RelataGradedOrigin;

typedef struct {
  const char *name;
  guint actor; /* or RELATA_NONE */
} RelataVoice;

/* Adds one name to the index, if the index already covers the actor. */
void relata_names_add(RelataCorpus *corpus, guint actor, const char *name, gboolean strong);
/* Returns an index of aliases that is empty. */
GHashTable *relata_aliases_new(void);
/* Learns anew which aliases the actors have, for relata_corpus_add_alias(). */
void relata_corpus_know_aliases(RelataCorpus *corpus);
/* Drops the index; the next lookup builds it again. */
void relata_names_reset(RelataCorpus *corpus);
/* Returns the spellings of all names and strong aliases, with the actors (GArray of guint) that have them.
 * Builds the index if needed. */
GHashTable *relata_names_spelt(RelataCorpus *corpus);

/* Gives all that names actors by index the new indices, new_of[old]; RELATA_NONE stays. */
void relata_actors_renumber(RelataCorpus *corpus, const guint *new_of);
/* Leaves out the statements about actors that are expected (RelataActor) but not declared, and these actors,
 * and reports how many of each file. O(corpus) where there are any, else O(actors). */
void relata_missing_drop(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

/* Decides which records of actors are one actor, and leaves one record for each (corpus/identity.h). */
void relata_identity_decide(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Returns whether two actors cannot be one. O(log badges). */
gboolean relata_identity_must_differ(const RelataCorpus *corpus, guint a, guint b);
void relata_identity_clear(RelataEvidenceOfIdentity *evidence);

/* Returns whether at most one actor of the finished corpus is called so. */
gboolean relata_names_is_unique(const RelataCorpus *corpus, const char *name);

/* Finds the actors whom statements are attributed to by name. */
void relata_attributions_resolve(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Sets the origins, voices and grades of documents, and the voices of statements. */
void relata_origins_set(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Counts and reports the states that a claim says to have ended ("../2021-08") about when its document was
 * published: that may mean "when the text said so", as such dates once did. */
void relata_open_beginnings_check(const RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Reports claims whose credibility is 1, "confirmed by other sources", where no other confirms them. */
void relata_grades_check(const RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Looks up the quotations of all statements in the texts of their documents, and gives them offsets. Reports
 * and drops those that are not there (RelataStatement.misquoted), offsets outside their text, and statements
 * without evidence. */
void relata_evidence_settle(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

/* Removes and reports the arguments that make an event a part of itself. */
void relata_events_cut_circles(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Finds the claims that figures belong to, and reports those that do not exist. */
void relata_figures_find_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Reports a figure whose range is empty, or whose best estimate is outside it. */
void relata_figures_check(const RelataFigure *figure, RelataDiagnostics *diagnostics);
/* Adds the claims that events give (corpus/events.h), and counts those that give none. */
void relata_events_give_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

#endif
