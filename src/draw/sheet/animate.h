/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Joins several SVGs into one that steps through them. */
#ifndef RELATA_DRAW_SHEET_ANIMATE_H
#define RELATA_DRAW_SHEET_ANIMATE_H

#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* Appends to `out` one SVG that shows the frames one after another by CSS animations, pauses at the last and
 * starts again. An element that is the same in consecutive frames is stored once. The animation stops while
 * the pointer is on it. Without animations, or if the reader prefers reduced motion (prefers-reduced-motion),
 * it shows the last frame. The n ≥ 1 frames are finished SVGs (relata_svg_finish()) of these sheets. They
 * have one size and light colours only; this function adds the theme's dark ones. Returns FALSE with
 * RELATA_ERROR_FAILED if a frame is not well-formed. O(bytes). */
gboolean relata_animate(GByteArray *const *frames, RelataSheet *const *sheets, guint n,
                        const RelataTheme *theme, GByteArray *out, GError **error);

G_END_DECLS

#endif
