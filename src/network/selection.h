/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A selection: the part of a corpus that a question is about. It is a row of filters; each is one row
 * of a table (relata_filters), from which the command line, captions, JSON and the search for
 * "which option, if lifted, would open a path" are made. */
#ifndef RELATA_NETWORK_SELECTION_H
#define RELATA_NETWORK_SELECTION_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

typedef enum {
  RELATA_FILTER_RELATION,      /* `relation` TYPES */
  RELATA_FILTER_NOT_RELATION,  /* `not-relation` TYPES */
  RELATA_FILTER_SIGN,          /* `sign` -,0,+ */
  RELATA_FILTER_TYPE,          /* `type` TYPES of actors */
  RELATA_FILTER_NOT_TYPE,      /* `not-type` TYPES */
  RELATA_FILTER_AS_OF,         /* `as-of` DATE */
  RELATA_FILTER_DURING,        /* `during` INTERVAL */
  RELATA_FILTER_KNOWN_BY,      /* `known-by` DATE of publication */
  RELATA_FILTER_DATED,         /* `dated` */
  RELATA_FILTER_DOCUMENT,      /* `document` IDS */
  RELATA_FILTER_NOT_DOCUMENT,  /* `not-document` IDS */
  RELATA_FILTER_CERTAINTY,     /* `certainty` LEVEL */
  RELATA_FILTER_CORROBORATION, /* `corroboration` N */
  RELATA_N_FILTERS
} RelataFilter;

typedef struct {
  const char *name;     /* "as-of": the option, and the key in views and JSON */
  const char *argument; /* "DATE" for help texts; NULL for a switch */
  const char *help;     /* "{certainty}" in it stands for all words of that kind of values */
  const char *values; /* what completes the argument: "relation", "actor-type", "document", "certainty", "" */
} RelataFilterInfo;

extern const RelataFilterInfo relata_filters[RELATA_N_FILTERS];

typedef struct RelataSelection RelataSelection;

RelataSelection *relata_selection_new(const RelataCorpus *corpus);
RelataSelection *relata_selection_copy(const RelataSelection *selection);
void relata_selection_free(RelataSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSelection, relata_selection_free)

/* Sets a filter from its words; lists are comma-separated and a second call adds to them. NULL value
 * for a switch. FALSE with RELATA_ERROR_VALUE or _UNKNOWN_NAME that names the nearest right thing. */
gboolean relata_selection_set(RelataSelection *selection, RelataFilter filter, const char *value,
                              GError **error);
/* Sets a filter of dates to the days from `first` (RELATA_DAY_MIN: open) to `last`. */
void relata_selection_set_days(RelataSelection *selection, RelataFilter filter, gint32 first, gint32 last);
/* Adds documents to those of `not-document` by their indices, whatever letters their ids have. */
void relata_selection_exclude_documents(RelataSelection *selection, const guint *documents, guint n);
void relata_selection_clear(RelataSelection *selection, RelataFilter filter);
gboolean relata_selection_is_set(const RelataSelection *selection, RelataFilter filter);
/* The filter's value as it was written, or NULL. Borrowed. */
const char *relata_selection_value(const RelataSelection *selection, RelataFilter filter);
/* The whole in words for captions and messages: "as of 24 September 2021; attacks, rivalry"; "everything"
 * when nothing is set. Newly allocated. */
char *relata_selection_in_words(const RelataSelection *selection);
/* The same with the extent of what was selected said between when and which, "as of 24 September 2021;
 * 4 documents; attacks, rivalry"; extent may be NULL. "" when nothing is set nor said. Newly allocated. */
char *relata_selection_in_words_of(const RelataSelection *selection, const char *extent);

/* What the filters removed, as counted in RelataNetwork: "Of 281 claims the selection leaves out 233 by
 * relation and 90 by date, some for more than one reason." NULL where they removed nothing. Newly allocated.
 */
char *relata_selection_losses_in_words(const guint *n_removed, guint n_claims);

/* Whether a filter lets pass, each on its own, so that reports can say which one did not. A tie-level filter
 * (corroboration) passes every claim. O(1). */
gboolean relata_selection_claim_passes(const RelataSelection *selection, const RelataClaim *claim,
                                       RelataFilter filter);
/* Whether all claim filters let the claim pass. */
gboolean relata_selection_has_claim(const RelataSelection *selection, const RelataClaim *claim);
/* Whether an event is selected that gives no claim: it is asked for by the relations that events of its type
 * are about, all who took part in it pass the actor filters, and it was known, dated, certain as it is asked
 * for. One event is not corroborated by another. In network/selection_event.c. */
gboolean relata_selection_has_event(const RelataSelection *selection, guint event);
/* Whether the actor filters let the actor pass. */
gboolean relata_selection_has_actor(const RelataSelection *selection, guint actor);
/* Whether `as-of`, where it is set, is not before the statement's date. */
gboolean relata_selection_begun(const RelataSelection *selection, const RelataStatement *said);
const RelataCorpus *relata_selection_corpus(const RelataSelection *selection);
guint relata_selection_min_corroboration(const RelataSelection *selection);
RelataCertainty relata_selection_min_certainty(const RelataSelection *selection);
/* Whether relations of the sign, −1, 0 or +1, are selected. */
gboolean relata_selection_has_sign(const RelataSelection *selection, int sign);
/* A filter of dates; NULL where it is not set. Borrowed. */
const RelataDate *relata_selection_date(const RelataSelection *selection, RelataFilter filter);

RELATA_END_DECLS

#endif
