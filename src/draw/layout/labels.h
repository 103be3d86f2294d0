/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places labels along lines, so that no label overlaps an actor, an arrowhead or another label. The method is
 * greedy: each label takes the best free place along its own line, and the caller chooses the order.
 * Christensen, Marks and Shieber, "An empirical study of algorithms for point-feature label placement"
 * (1995), show why that is good enough. */
#ifndef RELATA_DRAW_LAYOUT_LABELS_H
#define RELATA_DRAW_LAYOUT_LABELS_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

typedef struct RelataLabeller RelataLabeller;

/* `area` is where boxes and lines are. What lies outside is handled too, but more slowly. */
RelataLabeller *relata_labeller_new(RelataBox area);
void relata_labeller_free(RelataLabeller *labeller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataLabeller, relata_labeller_free)

/* Forbids labels to touch the box. */
void relata_labeller_block(RelataLabeller *labeller, RelataBox box);
/* Adds a line that labels stand on. Labels of other lines cross it only if there is no better place. Copies
 * the points. Returns the number of the line. */
guint relata_labeller_add_line(RelataLabeller *labeller, const RelataPoint *points, guint n_points);
typedef struct {
  guint line; /* the line that it belongs to */
  double width, height;
  double prefer; /* the preferred position along the line; 0: its beginning, 1: its end */
} RelataLabel;

/* Finds the best place for a label. All lines and boxes must have been added. Returns TRUE if there is one:
 * then *centre is the place, and it is taken by `number`, which must differ from the numbers of all placed
 * labels. If `displaced` is not NULL and there is no other place, the label may displace others: their
 * numbers (guint) are appended to `displaced`, and their places become free. O(places tried · objects near
 * them). */
gboolean relata_labeller_place(RelataLabeller *labeller, const RelataLabel *label, guint number,
                               GArray *displaced, RelataPoint *centre);

G_END_DECLS

#endif
