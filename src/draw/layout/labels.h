/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where labels go along lines: none overlaps an actor, an arrowhead or another label. Greedy: each label
 * takes the best free place along its own line; the order in which labels are placed is the caller's to
 * choose (Christensen, Marks and Shieber, "An empirical study of algorithms for point-feature label
 * placement", 1995, for why that is good enough). */
#ifndef RELATA_DRAW_LAYOUT_LABELS_H
#define RELATA_DRAW_LAYOUT_LABELS_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

typedef struct RelataLabeller RelataLabeller;

/* area: where boxes and lines are; what lies outside is found as well, but slower. */
RelataLabeller *relata_labeller_new(RelataBox area);
void relata_labeller_free(RelataLabeller *labeller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataLabeller, relata_labeller_free)

/* No label may touch the box. */
void relata_labeller_block(RelataLabeller *labeller, RelataBox box);
/* A line that labels stand on, and that others cross only where nothing better is free. points are copied.
 * Returns its number. */
guint relata_labeller_add_line(RelataLabeller *labeller, const RelataPoint *points, guint n_points);
typedef struct {
  guint line; /* that it belongs to */
  double width, height;
  double prefer; /* where along the line it is best read; 0: the line's beginning, 1: its end */
} RelataLabel;

/* Finds the best place for a label, all lines and boxes being known. TRUE: *centre is it, and the place is
 * taken by `number`, which is unlike that of any other label in place. displaced: NULL, or the numbers of the
 * labels (guint) that had to go for it are appended, where it has no room otherwise; their places are free
 * again. O(places tried · what is near them). */
gboolean relata_labeller_place(RelataLabeller *labeller, const RelataLabel *label, guint number,
                               GArray *displaced, RelataPoint *centre);

G_END_DECLS

#endif
