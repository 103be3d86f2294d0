/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Clips a straight line to a box (Liang and Barsky 1984). The code is in a header because label placement
 * calls it millions of times. */
#ifndef RELATA_DRAW_SHEET_CLIP_H
#define RELATA_DRAW_SHEET_CLIP_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Returns whether the line from a to b meets the box, including its border. If so, *enters and *leaves are
 * set to shares of the line: 0 at a, 1 at b. They are equal if the line only touches the box. O(1). */
static inline gboolean
relata_box_clip(RelataBox box, RelataPoint a, RelataPoint b, double *enters, double *leaves)
{
  if ((a.x < box.left && b.x < box.left) || (a.x > box.right && b.x > box.right) ||
      (a.y < box.bottom && b.y < box.bottom) || (a.y > box.top && b.y > box.top))
    return FALSE; /* the common case; the rest of the function needs divisions */
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double p[] = {-dx, dx, -dy, dy};
  const double q[] = {a.x - box.left, box.right - a.x, a.y - box.bottom, box.top - a.y};
  *enters = 0;
  *leaves = 1;
  for (guint i = 0; i < 4; i++) {
    if (p[i] < 0)
      *enters = MAX(*enters, q[i] / p[i]);
    else if (p[i] > 0)
      *leaves = MIN(*leaves, q[i] / p[i]);
    else if (q[i] < 0)
      return FALSE;
  }
  return *enters <= *leaves;
}

G_END_DECLS

#endif
