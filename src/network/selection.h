/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A selection: the part of a corpus that a question is about. It is a list of filters, each described by a
 * row of a table (relata_filters). The command line, captions, JSON and the search for "which option, if
 * lifted, would open a path" use this table. */
#ifndef RELATA_NETWORK_SELECTION_H
#define RELATA_NETWORK_SELECTION_H

#include "network/holding.h"

RELATA_BEGIN_DECLS

typedef enum {
  RELATA_FILTER_RELATION,      /* `relation` TYPES */
  RELATA_FILTER_NOT_RELATION,  /* `not-relation` TYPES */
  RELATA_FILTER_SIGN,          /* `sign` -,0,+ */
  RELATA_FILTER_TYPE,          /* `type` TYPES of actors */
  RELATA_FILTER_NOT_TYPE,      /* `not-type` TYPES */
  RELATA_FILTER_AS_OF,         /* `as-of` DATE */
  RELATA_FILTER_DURING,        /* `during` INTERVAL */
  RELATA_FILTER_SURELY,        /* `surely`: the reading of the dates */
  RELATA_FILTER_POSSIBLY,      /* `possibly` */
  RELATA_FILTER_KNOWN_BY,      /* `known-by` DATE of publication */
  RELATA_FILTER_DATED,         /* `dated` */
  RELATA_FILTER_DOCUMENT,      /* `document` IDS */
  RELATA_FILTER_NOT_DOCUMENT,  /* `not-document` IDS */
  RELATA_FILTER_BY,            /* `by` ACTORS: who says so */
  RELATA_FILTER_CERTAINTY,     /* `certainty` LEVEL */
  RELATA_FILTER_MIN_GRADE,     /* `min-grade` GRADE */
  RELATA_FILTER_CORROBORATION, /* `corroboration` N */
  RELATA_FILTER_UNDISPUTED,    /* `undisputed` */
  RELATA_FILTER_REPORTING,     /* `reporting`: where it is not set, claims of reporting types are left out */
  RELATA_N_FILTERS
} RelataFilter;

typedef struct {
  const char *name;     /* "as-of": the option, and the key in views and JSON */
  const char *argument; /* "DATE" for help texts; NULL for a switch */
  const char *help;     /* "{certainty}" in it stands for all words that this kind of value has */
  const char *values; /* what completes the argument: "relation", "actor-type", "document", "certainty", "" */
  gboolean evidence; /* it chooses among claims as evidence: what it leaves out does not end a state either */
} RelataFilterInfo;

extern const RelataFilterInfo relata_filters[RELATA_N_FILTERS];

typedef struct RelataSelection RelataSelection;

/* Returns a selection of the whole corpus, without filters. It borrows the corpus. */
RelataSelection *relata_selection_new(const RelataCorpus *corpus);
RelataSelection *relata_selection_copy(const RelataSelection *selection);
void relata_selection_free(RelataSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSelection, relata_selection_free)

/* Sets a filter from its words. Lists are comma-separated, and a second call adds to them. value is NULL for
 * a switch. FALSE with RELATA_ERROR_VALUE or _UNKNOWN_NAME; the message names the nearest valid word. */
gboolean relata_selection_set(RelataSelection *selection, RelataFilter filter, const char *value,
                              GError **error);
/* Sets a date filter to the days from `first` (RELATA_DAY_MIN: open) to `last`. */
void relata_selection_set_days(RelataSelection *selection, RelataFilter filter, gint32 first, gint32 last);
/* Withdraws what the documents affirm, in addition to those withdrawn before; what they deny, and what they
 * say has ended, stays. It is no filter, and asks only whether an answer needs these documents. */
void relata_selection_withdraw_documents(RelataSelection *selection, const guint *documents, guint n);
/* Lets the claims of these relation types pass although they are reporting and `reporting` is not set: for a
 * pattern that names the types. NULL takes that back. `relation` does so for the reporting types that it
 * names, and their kinds. */
void relata_selection_admit_types(RelataSelection *selection, const gboolean *types);
/* Returns whether claims of a relation type are left out because it is reporting and nobody asked for it.
 * O(1). */
gboolean relata_selection_leaves_out_reports(const RelataSelection *selection, guint type);
void relata_selection_clear(RelataSelection *selection, RelataFilter filter);
gboolean relata_selection_is_set(const RelataSelection *selection, RelataFilter filter);
/* Returns the filter's value as it was written, or NULL. Borrowed. */
const char *relata_selection_value(const RelataSelection *selection, RelataFilter filter);
/* Returns the selection in words, for captions and messages: "as of 24 September 2021; attacks, rivalry";
 * "everything", or "everything but who reports on whom", when nothing is set. Newly allocated; free with
 * g_free(). */
char *relata_selection_in_words(const RelataSelection *selection);
/* Does the same, but states the extent of the selection after the dates and before the types: "as of 24
 * September 2021; 4 documents; attacks, rivalry". extent may be NULL. "" when there is nothing to state.
 * Newly allocated. */
char *relata_selection_in_words_of(const RelataSelection *selection, const char *extent);

/* Returns in words what the filters removed, as counted in RelataNetwork: "Of 281 claims the selection
 * leaves out 233 by relation and 90 by date, some for more than one reason." NULL where they removed
 * nothing. Newly allocated. */
char *relata_selection_losses_in_words(const guint *n_removed, guint n_claims);

/* Returns whether one filter lets the claim with this index pass, so that reports can say which filter did
 * not. A filter of ties (corroboration) passes every claim. The first question about dates after a filter of
 * evidence has changed costs as much as relata_holdings_new(); every other is O(1). */
gboolean relata_selection_claim_passes(const RelataSelection *selection, guint claim, RelataFilter filter);
/* Returns whether all claim filters let the claim pass, and it is not withdrawn. */
gboolean relata_selection_has_claim(const RelataSelection *selection, guint claim);
/* Returns whether a filter of dates or documents lets a statement pass that makes no tie, as of an event or a
 * figure. It is dated as an event is. Other filters let it pass. O(1). */
gboolean relata_selection_statement_passes(const RelataSelection *selection, const RelataStatement *said,
                                           RelataFilter filter);
/* Returns whether a filter of relations (by type or sign) lets the relation type pass. Other filters do.
 * O(1). */
gboolean relata_selection_relation_passes(const RelataSelection *selection, guint type, RelataFilter filter);
/* Returns the reading of dates that is asked for; by default what is presumed. */
RelataReading relata_selection_reading(const RelataSelection *selection);
/* Returns whether days are asked about: `as-of` or `during` is set. */
gboolean relata_selection_asks_days(const RelataSelection *selection);
/* Returns a copy that asks about no days, and has disputed ties too: what is disputed on one day need not be
 * so on another. */
RelataSelection *relata_selection_of_any_day(const RelataSelection *selection);
/* Sets *reading to the surest reading in which the claim holds on the days that are asked about. FALSE where
 * it does in none. */
gboolean relata_selection_claim_reading(const RelataSelection *selection, guint claim,
                                        RelataReading *reading);
/* Returns when the states held, by the evidence that is selected. Borrowed: until a filter of evidence
 * changes. */
RelataHoldings *relata_selection_holdings(const RelataSelection *selection);
/* Returns whether an event that gives no claim is selected: a relation that its event type is about is
 * selected, all who took part in it pass the actor filters, and it passes the filters of dates, documents and
 * certainty. A minimum corroboration above 1 excludes it, because events do not corroborate each other. In
 * network/selection_event.c. */
gboolean relata_selection_has_event(const RelataSelection *selection, guint event);
/* Returns whether the actor filters let the actor pass. */
gboolean relata_selection_has_actor(const RelataSelection *selection, guint actor);
const RelataCorpus *relata_selection_corpus(const RelataSelection *selection);
/* Return the minimum of the filter; where it is not set, 1 and RELATA_POSSIBLE. */
guint relata_selection_min_corroboration(const RelataSelection *selection);
RelataCertainty relata_selection_min_certainty(const RelataSelection *selection);
/* Returns whether relations of the sign, −1, 0 or +1, are selected. */
gboolean relata_selection_has_sign(const RelataSelection *selection, int sign);
/* Returns the value of a date filter; NULL where it is not set. Borrowed. */
const RelataDate *relata_selection_date(const RelataSelection *selection, RelataFilter filter);

RELATA_END_DECLS

#endif
