/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes rows of a time line from ties. */
#ifndef RELATA_DRAW_TIMELINE_TIE_H
#define RELATA_DRAW_TIMELINE_TIE_H

#include "draw/timeline.h"

G_BEGIN_DECLS

/* Returns the row of a tie, from the view of its first actor (`forward`) or of its second. `group` is the
 * name of the group; a row without a date starts with it, because it is not in the group. O(its claims ·
 * dates). */
RelataTimelineRow *relata_timeline_tie_row(RelataDiagram *diagram, const RelataNetwork *network,
                                           const RelataTie *tie, gboolean forward, const char *group);

G_END_DECLS

#endif
