/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The corpus: everything that was read. It owns its records and strings; what it hands out is
 * borrowed until it is freed, and pointers to records until the next record of that kind is added.
 * Records are named by their index (0 … n−1), in the order in which they were read.
 *
 * Life: readers add to it (the "building" functions), relata_corpus_finish() resolves references
 * by name and checks the whole, from then on it is read only. */
#ifndef RELATA_CORPUS_CORPUS_H
#define RELATA_CORPUS_CORPUS_H

#include "corpus/diagnostics.h"
#include "corpus/schema.h"
#include "text/date.h"
#include "text/error.h"
#include "text/position.h"

#include <glib.h>
#include <math.h>

RELATA_BEGIN_DECLS

typedef enum { RELATA_AFFIRMS, RELATA_DENIES } RelataStance;
typedef enum { RELATA_POSSIBLE, RELATA_PROBABLE, RELATA_CERTAIN } RelataCertainty; /* ordered */

const char *relata_stance_name(RelataStance stance);          /* "affirms", "denies" */
const char *relata_certainty_name(RelataCertainty certainty); /* "possible", "probable", "certain" */
/* Case is ignored. FALSE where the word is none of the names. */
gboolean relata_stance_parse(const char *word, RelataStance *stance);
gboolean relata_certainty_parse(const char *word, RelataCertainty *certainty);

typedef struct {
  const char *id;
  const char *title;                               /* the id where none was given */
  const char *publisher, *author, *language, *url; /* NULL where not known */
  const char *origin; /* the independent source behind it, as written; NULL: the document itself */
  guint origin_index; /* equal for documents of one origin; set by relata_corpus_finish() */
  RelataDate published;
  RelataText *text; /* NULL where only metadata are known */
  const char *file; /* the text's file, or NULL */
  gboolean declared;
  RelataPlace where;
} RelataDocument;

typedef struct {
  const char *name;
  gboolean strong; /* decides identity; a weak alias only suggests */
} RelataAlias;

typedef struct {
  const char *key;   /* "wikidata" */
  const char *value; /* "Q…" or a URL */
} RelataLink;

typedef struct {
  const char *id;
  const char *name; /* the id where none was given */
  guint type;       /* actor type, or RELATA_NONE */
  const char *description, *url;
  GArray *aliases; /* of RelataAlias, the name not among them; NULL where none */
  GArray *links;   /* of RelataLink; NULL where none */
  gboolean declared;
  RelataPlace where;
} RelataActor;

/* What claims, events and figures share: who states it, where, and how surely. */
typedef struct {
  const char *id;    /* unique in the corpus: "doc:R3" or as given */
  guint document;    /* or RELATA_NONE */
  RelataSpan span;   /* the evidence in the document's text, or RELATA_NO_SPAN */
  const char *quote; /* the evidence where there is no text to take it from; or NULL */
  RelataDate when;
  guint by;            /* the actor it is attributed to, or RELATA_NONE */
  const char *by_text; /* the attribution as written; NULL where there is none */
  RelataStance stance;
  RelataCertainty certainty;
  double confidence; /* 0 … 1; NAN where not given */
  const char *note;
  RelataPlace where;
} RelataStatement;

#define RELATA_STATEMENT_INIT                                                                                \
  ((RelataStatement){.document = RELATA_NONE,                                                                \
                     .span = {G_MAXUINT, G_MAXUINT},                                                         \
                     .when = {NULL, RELATA_DAY_MIN, RELATA_DAY_MAX, RELATA_DAY_MIN, RELATA_DAY_MAX, 0},      \
                     .by = RELATA_NONE,                                                                      \
                     .stance = RELATA_AFFIRMS,                                                               \
                     .certainty = RELATA_CERTAIN,                                                            \
                     .confidence = NAN})

typedef struct {
  RelataStatement said;
  guint type; /* relation type */
  guint from, to;
  guint event; /* the event that it follows from, or RELATA_NONE */
} RelataClaim;

typedef struct {
  const char *role;
  guint actor; /* one of the two is RELATA_NONE */
  guint event;
  RelataPlace where;
} RelataArgument;

typedef struct {
  RelataStatement said;
  guint type;        /* event type */
  const char *label; /* NULL where none was given */
  const char *place; /* NULL where not known */
  GArray *arguments; /* of RelataArgument, in the order written */
} RelataEvent;

typedef struct {
  RelataStatement said;
  guint measure;
  guint actor; /* what it is a number of; either or both may be RELATA_NONE */
  guint event;
  double min, max; /* NAN: not bounded on that side */
  const char *unit;
} RelataFigure;

typedef struct {
  guint document;
  guint actor;
  guint n_spans;
  RelataSpan *spans; /* more than one where the mention is discontinuous */
} RelataMention;

typedef struct RelataCorpus RelataCorpus;

RelataCorpus *relata_corpus_new(void);
void relata_corpus_free(RelataCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataCorpus, relata_corpus_free)

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

const char *relata_corpus_title(const RelataCorpus *corpus); /* NULL where none */
RelataSchema *relata_corpus_schema(const RelataCorpus *corpus);

guint relata_corpus_n_documents(const RelataCorpus *corpus);
guint relata_corpus_n_actors(const RelataCorpus *corpus);
guint relata_corpus_n_claims(const RelataCorpus *corpus);
guint relata_corpus_n_events(const RelataCorpus *corpus);
guint relata_corpus_n_figures(const RelataCorpus *corpus);
guint relata_corpus_n_mentions(const RelataCorpus *corpus);

const RelataDocument *relata_corpus_document(const RelataCorpus *corpus, guint index);
const RelataActor *relata_corpus_actor(const RelataCorpus *corpus, guint index);
const RelataClaim *relata_corpus_claim(const RelataCorpus *corpus, guint index);
const RelataEvent *relata_corpus_event(const RelataCorpus *corpus, guint index);
const RelataFigure *relata_corpus_figure(const RelataCorpus *corpus, guint index);
const RelataMention *relata_corpus_mention(const RelataCorpus *corpus, guint index);

/* Index by id, or RELATA_NONE. O(1). */
guint relata_corpus_find_document(const RelataCorpus *corpus, const char *id);
guint relata_corpus_find_actor(const RelataCorpus *corpus, const char *id);
guint relata_corpus_find_event(const RelataCorpus *corpus, const char *id);

/* The evidence of a statement: the covered text, else the quote, else NULL. Newly allocated. */
char *relata_corpus_evidence(const RelataCorpus *corpus, const RelataStatement *said);
/* Who says so, for display: the actor's name, else the words written, else NULL. Borrowed. */
const char *relata_corpus_speaker(const RelataCorpus *corpus, const RelataStatement *said);

/* ── Building: for readers ───────────────────────────────────────────────────────────────── */

const char *relata_corpus_intern(RelataCorpus *corpus, const char *string); /* NULL gives NULL */
void relata_corpus_set_title(RelataCorpus *corpus, const char *title);      /* the first one given stays */

/* The record of that id, made undeclared where there is none: a reference may come before what it
 * refers to. */
guint relata_corpus_refer_actor(RelataCorpus *corpus, const char *id, RelataPlace where);
guint relata_corpus_refer_document(RelataCorpus *corpus, const char *id, RelataPlace where);
guint relata_corpus_refer_event(RelataCorpus *corpus, const char *id, RelataPlace where);

/* Declares a record (made, or filled where it was only referred to). The pointer is to be filled in
 * at once: id and where are set. Declaring an actor again, as several corpora may, gives the same
 * record with *again TRUE: the caller adds what is missing and reports what differs. Strings put
 * into records come from relata_corpus_intern(). */
RelataActor *relata_corpus_declare_actor(RelataCorpus *corpus, const char *id, RelataPlace where,
                                         gboolean *again);
RelataDocument *relata_corpus_declare_document(RelataCorpus *corpus, const char *id, RelataPlace where,
                                               gboolean *again);
RelataEvent *relata_corpus_declare_event(RelataCorpus *corpus, const char *id, RelataPlace where,
                                         gboolean *again);
void relata_corpus_add_alias(RelataCorpus *corpus, guint actor, const char *name, gboolean strong);
void relata_corpus_add_link(RelataCorpus *corpus, guint actor, const char *key, const char *value);
void relata_corpus_add_argument(RelataCorpus *corpus, guint event, const char *role, guint actor,
                                guint of_event, RelataPlace where);

/* The actors that an event stands for where it is an argument: those whom it was done to, else those who did
 * it. Indices (guint), each once; free with g_array_unref(). O(arguments, of inner events too). */
GArray *relata_corpus_event_stands_for(const RelataCorpus *corpus, guint event);

/* The actors who took part in the event, in whatever role, in the order written; who says so is none of them.
 * Indices (guint), each once; free with g_array_unref(). O(arguments, of inner events too). */
GArray *relata_corpus_event_parties(const RelataCorpus *corpus, guint event);

/* Takes a copy of the record; what its strings point to must be interned. said.id NULL: one is made.
 * Returns the index. */
guint relata_corpus_add_claim(RelataCorpus *corpus, const RelataClaim *claim);
guint relata_corpus_add_figure(RelataCorpus *corpus, const RelataFigure *figure);
guint relata_corpus_add_mention(RelataCorpus *corpus, guint document, guint actor, const RelataSpan *spans,
                                guint n_spans);

/* Resolves what names something by name (attributions), derives the claims that events give
 * (relata_schema_add_rule), sets origins, and reports what is wrong with the whole: undeclared
 * actors, documents, events and types where any are declared (and that none are), events that are
 * part of themselves (such an argument is taken away), shared strong aliases, spans outside their
 * text, quotes that differ from it, claims of an actor with itself, ties without evidence, actors
 * that nothing mentions. Called once. O(size of the corpus). */
void relata_corpus_finish(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

RELATA_END_DECLS

#endif
