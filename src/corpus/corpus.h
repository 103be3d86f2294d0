/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The corpus: everything that was read. It owns its records and strings. What it returns is borrowed and
 * valid until it is freed; a pointer to a record is valid only until the next record of that kind is added.
 * Records are named by their index (0 … n−1), in the order in which they were read.
 *
 * Readers add to the corpus with the "building" functions. relata_corpus_finish() then resolves references by
 * name and checks the whole. After that the corpus is read-only. */
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
typedef enum { RELATA_POSSIBLE, RELATA_PROBABLE, RELATA_CERTAIN } RelataCertainty; /* in ascending order */

const char *relata_stance_name(RelataStance stance);          /* "affirms", "denies" */
const char *relata_certainty_name(RelataCertainty certainty); /* "possible", "probable", "certain" */
/* Set the value that the word names, without regard to case. FALSE where the word names none. */
gboolean relata_stance_parse(const char *word, RelataStance *stance);
gboolean relata_certainty_parse(const char *word, RelataCertainty *certainty);

typedef struct {
  const char *id;
  const char *title;                               /* the id where none was given */
  const char *publisher, *author, *language, *url; /* NULL where not known */
  const char *origin; /* the independent source behind it, as written; NULL: the document itself */
  char reliability;   /* 'A' … 'F', as written (corpus/grade.h); '\0' where not given */
  /* Set by relata_corpus_finish(), see corpus/origin.h: */
  guint origin_index; /* the same number for documents of one origin */
  guint voice;        /* who says what the document says in its own words */
  char grade;         /* its own reliability, else that of what it derives from; '\0' where none is known */
  RelataDate published;
  RelataText *text; /* NULL where only metadata are known */
  const char *file; /* the text's file, or NULL */
  const char *const
      *layers; /* whose annotations of it were read, in order; NULL where nobody distinguishes */
  gboolean declared;
  RelataPlace where;
} RelataDocument;

typedef struct {
  const char *name;
  gboolean strong; /* a strong alias decides identity; a weak one only suggests */
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
  GArray *aliases; /* of RelataAlias, without the name itself; NULL where there are none */
  GArray *links;   /* of RelataLink; NULL where there are none */
  gboolean declared;
  gboolean expected; /* nothing names it but statements that are left out where it is not declared */
  const char
      *registry; /* the corpus that calls it by this id; NULL: only marks name it (corpus/identity.h) */
  RelataPlace where;
} RelataActor;

/* Somebody through whom a statement reached the document: A in "A says that B said". */
typedef struct {
  guint by;          /* the actor, or RELATA_NONE */
  const char *words; /* as written; NULL ends a list of them */
} RelataSpeaker;

/* What claims, events and figures have in common: who states it, where, and how certainly. What is asked of
 * every claim when a network is built stands at the end, next to the actors of a claim: there are millions.
 */
typedef struct {
  const char *id;               /* unique in the corpus: "doc:R3" or as given */
  const char *quote;            /* the evidence where there is no text to take it from, or NULL */
  const char *prefix, *suffix;  /* what stands right before and after the quote, or NULL: only to find it */
  RelataSpan span;              /* the evidence in the document's text, or RELATA_NO_SPAN */
  const char *by_text;          /* whom it is attributed to, as written; NULL where there is nobody */
  const RelataSpeaker *through; /* A of "A says that B said", the outermost first; NULL where there is none */
  const char *place_text;       /* where it happened or held, as written; NULL where it is not known */
  const char *note;
  /* The annotators, or the layers of annotation, that have it: names in byte order, ended by NULL, the same
   * list for equal ones. NULL where nobody distinguishes. */
  const char *const *layers;
  RelataPlace where;
  gboolean misquoted; /* its source quoted words that are not in the document's text; they were dropped */
  guint place;        /* the actor that is the place, or RELATA_NONE */
  guint credibility;  /* 1 … 6 (corpus/grade.h); 0 where not given */
  guint by;           /* the actor whom it is attributed to, or RELATA_NONE; of "A says that B said", B */
  double confidence;  /* 0 … 1; NAN where not given */
  RelataDate when;
  guint document; /* or RELATA_NONE */
  guint voice;    /* who says so in the end (corpus/origin.h); set by relata_corpus_finish() */
  RelataStance stance;
  RelataCertainty certainty;
} RelataStatement;

#define RELATA_STATEMENT_INIT                                                                                \
  ((RelataStatement){.document = RELATA_NONE,                                                                \
                     .span = {G_MAXUINT, G_MAXUINT},                                                         \
                     .when = RELATA_NO_DATE_INIT,                                                            \
                     .by = RELATA_NONE,                                                                      \
                     .voice = RELATA_NONE,                                                                   \
                     .place = RELATA_NONE,                                                                   \
                     .stance = RELATA_AFFIRMS,                                                               \
                     .certainty = RELATA_CERTAIN,                                                            \
                     .confidence = NAN})

typedef struct {
  RelataStatement said;
  guint type; /* relation type */
  guint from, to;
  guint event; /* the event that it was derived from, or RELATA_NONE */
} RelataClaim;

typedef struct {
  const char *role;
  guint actor; /* either this or event is RELATA_NONE */
  guint event;
  RelataPlace where;
  const RelataRole *meaning; /* of the role */
} RelataArgument;

typedef struct {
  RelataStatement said;
  guint type;        /* event type */
  const char *label; /* NULL where none was given */
  GArray *arguments; /* of RelataArgument, in the order written */
  /* The roles that annotation.conf lists for the type, in that order; NULL where it lists none. Ends with
   * NULL. */
  const RelataRole *const *roles;
} RelataEvent;

/* Why an event gives no tie. */
typedef enum {
  RELATA_TIELESS_FEW,      /* it names fewer than two actors who take part */
  RELATA_TIELESS_RULES,    /* the roles at one end of the schema's rules are not filled */
  RELATA_TIELESS_SCHEMA,   /* the schema says that its type gives none */
  RELATA_TIELESS_SELF,     /* it relates an actor with itself, but does not name it at both ends */
  RELATA_TIELESS_ONE_SIDE, /* all its actors do it, or all undergo it: two attackers and no target */
  RELATA_TIELESS_CROWD,    /* it relates too many */
  RELATA_N_TIELESS
} RelataTieless;

/* Names of the reasons, indexed by them ("few", "one-side"). They end with NULL. */
extern const char *const relata_tieless_names[RELATA_N_TIELESS + 1];

typedef struct {
  RelataStatement said;
  guint measure;
  guint actor; /* what the number counts, or belongs to; each may be RELATA_NONE */
  guint event;
  double min, max; /* NAN where there is no bound on that side */
  const char *unit;
  double best; /* the best estimate, not outside the bounds; NAN where none is given */
  const char *
      of_claim; /* the id of the claim that it belongs to, as a sum that was paid; NULL where there is none */
  guint claim;  /* that claim; set by relata_corpus_finish() */
} RelataFigure;

/* A figure of which nothing is known yet. */
#define RELATA_FIGURE_INIT                                                                                   \
  ((RelataFigure){.said = RELATA_STATEMENT_INIT,                                                             \
                  .actor = RELATA_NONE,                                                                      \
                  .event = RELATA_NONE,                                                                      \
                  .min = NAN,                                                                                \
                  .max = NAN,                                                                                \
                  .best = NAN,                                                                               \
                  .claim = RELATA_NONE})

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

const char *relata_corpus_title(const RelataCorpus *corpus); /* NULL where there is none */
RelataSchema *relata_corpus_schema(const RelataCorpus *corpus);

guint relata_corpus_n_documents(const RelataCorpus *corpus);
guint relata_corpus_n_actors(const RelataCorpus *corpus);
guint relata_corpus_n_claims(const RelataCorpus *corpus);
guint relata_corpus_n_events(const RelataCorpus *corpus);
guint relata_corpus_n_figures(const RelataCorpus *corpus);
guint relata_corpus_n_mentions(const RelataCorpus *corpus);

/* How many quotations of claims, events and figures were held against the texts of their documents. */
typedef struct {
  guint standing; /* they stand there */
  guint missing;  /* they do not, and were dropped (RelataStatement.misquoted) */
  guint unheld;   /* there is no text to hold them against */
} RelataQuotations;

/* Counts them as they were written, before equal statements of several annotators became one. All 0 before
 * relata_corpus_finish(). O(1). */
RelataQuotations relata_corpus_quotations(const RelataCorpus *corpus);

/* Return the record with this index, which must be below the number of records. Borrowed. O(1). */
const RelataDocument *relata_corpus_document(const RelataCorpus *corpus, guint index);
const RelataActor *relata_corpus_actor(const RelataCorpus *corpus, guint index);
const RelataClaim *relata_corpus_claim(const RelataCorpus *corpus, guint index);
const RelataEvent *relata_corpus_event(const RelataCorpus *corpus, guint index);
const RelataFigure *relata_corpus_figure(const RelataCorpus *corpus, guint index);
const RelataMention *relata_corpus_mention(const RelataCorpus *corpus, guint index);

/* Return the index of the record with this id, or RELATA_NONE. O(1). */
guint relata_corpus_find_document(const RelataCorpus *corpus, const char *id);
guint relata_corpus_find_actor(const RelataCorpus *corpus, const char *id);
guint relata_corpus_find_event(const RelataCorpus *corpus, const char *id);

/* Return how many events give no tie for a reason; and all of them in words, "3 of 12 events give no tie: 2
 * name fewer than two actors, 1 …", newly allocated, or NULL where there are none. The corpus must be
 * finished. O(1). */
guint relata_corpus_n_tieless(const RelataCorpus *corpus, RelataTieless why);
char *relata_corpus_tieless_in_words(const RelataCorpus *corpus);

/* Returns the evidence of a statement: the text of its span, else its quote (of a document without a text),
 * else NULL. Newly allocated; free with g_free(). */
char *relata_corpus_evidence(const RelataCorpus *corpus, const RelataStatement *said);
/* What is shown in place of the evidence of a misquoted statement. */
#define RELATA_MISQUOTED_WORDS "its quotation is not in the document"
/* Returns who says so, for display: the actor's name, else the attribution as written, else NULL.
 * Borrowed. */
const char *relata_corpus_speaker(const RelataCorpus *corpus, const RelataStatement *said);
/* Returns where it happened or held, for display: the actor's name, else the words, else NULL. Borrowed. */
const char *relata_corpus_place(const RelataCorpus *corpus, const RelataStatement *said);

/* Returns the figures (guint, in the order read) that belong to the claim with this id, or NULL where there
 * are none. Borrowed from the corpus, which must be finished. O(1). */
const GArray *relata_corpus_figures_of_claim(const RelataCorpus *corpus, const char *claim_id);
/* Returns whether the numbers of a figure contradict each other: its minimum is greater than its maximum, or
 * its best estimate is outside the range. Both are errors in the data; the numbers stay as they are written,
 * and every answer marks them. */
gboolean relata_figure_contradicts_itself(const RelataFigure *figure);
/* Returns the number of a figure in words: "1200–1500 (best 1300) people", "at least 13 people"; "8–5 (an
 * empty range) people" and "5–8 (best 12, outside the range) people" where it contradicts itself. Newly
 * allocated; free with g_free(). */
char *relata_corpus_figure_in_words(const RelataCorpus *corpus, const RelataFigure *figure);

/* ── Building: for readers ───────────────────────────────────────────────────────────────── */

/* Says which corpus the files that are read from now on are part of: its folder. Each corpus is a registry of
 * its own: one id means one actor within it, while in two corpora it may mean two. Until then, all files are
 * of one corpus. */
void relata_corpus_enter(RelataCorpus *corpus, const char *registry);

const char *relata_corpus_intern(RelataCorpus *corpus, const char *string); /* NULL for NULL */
/* Does the same for words of which hardly any are alike, as ids of statements and quotations: it is not
 * looked for the like among all strings, only at the one copied last. */
const char *relata_corpus_copy(RelataCorpus *corpus, const char *string);
/* Does what relata_date_parse() does; date->edtf is owned by the corpus. Dates that were parsed lately are
 * not parsed again. */
gboolean relata_corpus_date(RelataCorpus *corpus, const char *text, RelataDate *date, GError **error);
void relata_corpus_set_title(RelataCorpus *corpus, const char *title); /* keeps the first title given */
/* Returns a list of n speakers for RelataStatement.through, the same for equal ones; NULL where n is 0. Their
 * words are copied; relata_corpus_finish() finds the actors that are not known yet. Owned by the corpus. */
const RelataSpeaker *relata_corpus_intern_speakers(RelataCorpus *corpus, const RelataSpeaker *speakers,
                                                   guint n);
/* Says that an origin bears a reliability, 'A' … 'F': one that documents name, by words or by an actor's id.
 */
void relata_corpus_grade_origin(RelataCorpus *corpus, const char *origin, char reliability,
                                RelataPlace where);

/* Return the index of the record with this id. Where there is none, they make an undeclared one, because a
 * reference may come before the record that it names. */
guint relata_corpus_refer_actor(RelataCorpus *corpus, const char *id, RelataPlace where);
/* Does the same for an actor whose record must be in what is read: where it is in no file, the statements
 * about it are left out, counted and reported by relata_corpus_finish() [missing-end], instead of making an
 * actor called by a random id. */
guint relata_corpus_expect_actor(RelataCorpus *corpus, const char *id, RelataPlace where);
/* Makes relata_corpus_finish() keep such statements: those actors are called by their ids then. */
void relata_corpus_keep_missing(RelataCorpus *corpus);
guint relata_corpus_refer_document(RelataCorpus *corpus, const char *id, RelataPlace where);
guint relata_corpus_refer_event(RelataCorpus *corpus, const char *id, RelataPlace where);

/* Declare a record: make it, or complete the one that was only referred to. Its id and where are set; the
 * caller fills in the rest through the pointer at once. Where several files declare the same record, the
 * later call returns it with *again TRUE; the caller then adds what is missing and reports what differs.
 * Strings in records must come from relata_corpus_intern(). */
RelataActor *relata_corpus_declare_actor(RelataCorpus *corpus, const char *id, RelataPlace where,
                                         gboolean *again);
RelataDocument *relata_corpus_declare_document(RelataCorpus *corpus, const char *id, RelataPlace where,
                                               gboolean *again);
RelataEvent *relata_corpus_declare_event(RelataCorpus *corpus, const char *id, RelataPlace where,
                                         gboolean *again);
/* Adds an alias to an actor, unless it has this name already. A strong one makes a known weak
 * alias strong. */
void relata_corpus_add_alias(RelataCorpus *corpus, guint actor, const char *name, gboolean strong);
/* Adds a link to another registry or a page, unless the actor has it already. O(its links) */
void relata_corpus_add_link(RelataCorpus *corpus, guint actor, const char *key, const char *value);
/* Adds an argument to an event: either actor or of_event; the other one is RELATA_NONE. */
void relata_corpus_add_argument(RelataCorpus *corpus, guint event, const char *role, guint actor,
                                guint of_event, RelataPlace where);

/* Returns the actors that an event stands for when it is an argument: those to whom it was done, else
 * those who did it. Indices (guint), each once; free with g_array_unref(). O(arguments, with those of
 * inner events). */
GArray *relata_corpus_event_stands_for(const RelataCorpus *corpus, guint event);

/* Returns the actors who took part in the event, in any role, in the order written. Who says so does not
 * count. Indices (guint), each once; free with g_array_unref(). O(arguments, with those of inner events). */
GArray *relata_corpus_event_parties(const RelataCorpus *corpus, guint event);

/* Returns whether an argument of an event takes part in it, by its role: it does not only say who says so,
 * when or where. A Source says so, but beside a Target, where nobody else acts, it acts. O(arguments). */
gboolean relata_corpus_is_party(const RelataCorpus *corpus, const RelataEvent *event, guint argument);

/* Copy the record and return its index; its strings must be interned. Where said.id is NULL, the
 * functions make an id. */
guint relata_corpus_add_claim(RelataCorpus *corpus, const RelataClaim *claim);
guint relata_corpus_add_figure(RelataCorpus *corpus, const RelataFigure *figure);
guint relata_corpus_add_mention(RelataCorpus *corpus, guint document, guint actor, const RelataSpan *spans,
                                guint n_spans);

/* Finishes the corpus: decides who is who (corpus/identity.h), resolves attributions by name, derives the
 * claims of events (by the schema's rules, else by what their roles mean: data/words/roles.txt), makes one
 * statement of those that annotators of one document have in common, finds origins and voices
 * (corpus/origin.h), and reports what is wrong with the whole. It reports:
 *
 * - statements that it leaves out, because an actor of theirs is in no file;
 * - actors, documents, events and types that are not declared, where others of their kind are;
 * - kinds of which nothing is declared;
 * - events that are part of themselves (it removes such an argument), and how many give no tie, and why;
 * - on how many relations the annotators of a document agree (corpus/layers.h);
 * - documents that are each other's origin (they are one), and graded origins that no document has;
 * - claims that are called confirmed but rest on a single origin;
 * - strong aliases that actors share;
 * - spans outside their text, and quotes that are not in it: these are dropped (RelataStatement.misquoted),
 * and those that are in it get their span, so that evidence is always in the document's own words;
 * - claims of an actor with itself: where identity has united two names, with a warning;
 * - figures whose range is empty, whose best estimate is outside it, or whose claim does not exist;
 * - ties without evidence;
 * - actors that nothing mentions.
 *
 * Call it once. O(size of the corpus, its texts where statements quote them included). */
void relata_corpus_finish(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

RELATA_END_DECLS

#endif
