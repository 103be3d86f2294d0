/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the conditions of one hop, "[during=2021, certainty=probable, document=a|b]". Names and
 * meaning are those of the selection's filters (relata_filters). */
#ifndef RELATA_PATHS_PATTERN_CONDITION_H
#define RELATA_PATHS_PATTERN_CONDITION_H

#include "network/selection.h"
#include "paths/pattern_scan.h"

G_BEGIN_DECLS

/* Patterns have at most so many hops with conditions. */
#define RELATA_PATTERN_MAX_CONDITIONED 16

typedef struct {
  RelataFilter filter;
  char *value;      /* as relata_selection_set() takes it; NULL of a switch; owned */
  guint begin, end; /* byte range of its text */
} RelataPatternCondition;

/* Reads what follows the bracket of a hop's conditions, and the bracket that closes them. Returns the
 * conditions (RelataPatternCondition), or NULL where the scan has an error: no such name, a value that the
 * filter does not take, a filter given twice, or one that would let more pass. Free with g_array_unref(). */
GArray *relata_conditions_read(RelataPatternScan *scan, const RelataCorpus *corpus);

/* Puts the conditions in the place of the selection's own filters of these names. */
void relata_conditions_apply(const GArray *conditions, RelataSelection *selection);

G_END_DECLS

#endif
