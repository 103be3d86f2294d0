/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Several SVGs as one that steps through them. */
#ifndef RELATA_DRAW_SHEET_ANIMATE_H
#define RELATA_DRAW_SHEET_ANIMATE_H

#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* Appends to out one SVG that shows one after the other, by CSS animations, and again after a pause at the
 * last. What is the same in pictures that follow one another is in it once. Pointing at it makes it wait.
 * Where there are no animations, or a reader wants none (prefers-reduced-motion), it shows the last. The
 * frames are finished SVGs (relata_svg_finish()) of these sheets, which are of one size, in light colours
 * only; the theme's dark ones are added. n ≥ 1. FALSE with
 * RELATA_ERROR_FAILED where one is not well-formed. O(bytes). */
gboolean relata_animate(GByteArray *const *frames, RelataSheet *const *sheets, guint n,
                        const RelataTheme *theme, GByteArray *out, GError **error);

G_END_DECLS

#endif
