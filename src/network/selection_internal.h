/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of a selection, only for the files that implement selection.h. */
#ifndef RELATA_NETWORK_SELECTION_INTERNAL_H
#define RELATA_NETWORK_SELECTION_INTERNAL_H

#include "corpus/grade.h"
#include "network/selection.h"

G_BEGIN_DECLS

/* A set of indices; it is empty for an unset filter. */
typedef struct {
  gboolean *has;
  guint n;
} RelataIndexSet;

struct RelataSelection {
  const RelataCorpus *corpus;
  char *values[RELATA_N_FILTERS];        /* as written, lists joined by commas; NULL where not set */
  RelataIndexSet sets[RELATA_N_FILTERS]; /* of relation types, actor types, documents; signs are 0, 1, 2 */
  RelataIndexSet named, admitted;        /* reporting types that `relation`, and that a pattern, asks for */
  RelataDate dates[RELATA_N_FILTERS];
  RelataCertainty certainty;
  RelataGrade grade;
  guint corroboration;
  RelataIndexSet withdrawn; /* documents */
  RelataHoldings
      *holdings; /* made at the first question about dates; NULL after a filter of evidence changed */
};

/* Makes an empty set of indices below n, unless it is made already. */
void relata_index_set_make(RelataIndexSet *set, guint n);
/* Returns a copy that is freed separately. */
RelataIndexSet relata_index_set_copy(const RelataIndexSet *set);
/* Notes that `relation` names the type: where it is reporting, it and its kinds are not left out. */
void relata_selection_name_type(RelataSelection *selection, guint type);

static inline gboolean
relata_index_set_holds(const RelataIndexSet *set, guint index)
{
  return index < set->n && set->has[index];
}

/* Adds an actor, by name, to those who are to say so. In network/selection_by.c, as what follows. */
gboolean relata_selection_add_speaker(RelataSelection *selection, RelataIndexSet *set, const char *name,
                                      GError **error);
/* Returns whether one of the actors of `by` says so: in the end (corpus/origin.h), or as one of those through
 * whom it reached the document. O(speakers). */
gboolean relata_selection_is_said_by(const RelataSelection *selection, const RelataStatement *said);

/* Returns whether what the claim affirms is withdrawn. */
gboolean relata_selection_withdraws(const RelataSelection *selection, guint claim);
/* To be called when a filter has changed. */
void relata_selection_changed(RelataSelection *selection, RelataFilter filter);
/* Return whether a filter of dates lets a claim, or a statement that is dated as an event is, pass. */
gboolean relata_selection_claim_in_days(const RelataSelection *selection, guint claim, RelataFilter filter);
gboolean relata_selection_statement_in_days(const RelataSelection *selection, const RelataStatement *said,
                                            RelataFilter filter);

G_END_DECLS

#endif
