/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as rows of a time line. */
#ifndef RELATA_DRAW_TIMELINE_TIE_H
#define RELATA_DRAW_TIMELINE_TIE_H

#include "draw/timeline.h"

G_BEGIN_DECLS

/* The row of a tie, told from the side of its first actor (`forward`) or of its second. `group`: the name
 * that it stands under; it begins the words of a row without a date, which stands elsewhere. O(its claims ·
 * dates). */
RelataTimelineRow *relata_timeline_tie_row(RelataDiagram *diagram, const RelataNetwork *network,
                                           const RelataTie *tie, gboolean forward, const char *group);

G_END_DECLS

#endif
