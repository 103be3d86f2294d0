/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An SVG that turns dark for readers who prefer that. */
#ifndef RELATA_DRAW_SHEET_SVG_DARK_H
#define RELATA_DRAW_SHEET_SVG_DARK_H

#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* libxml's node, declared here so that only what walks the tree needs libxml. */
struct _xmlNode; // NOLINT(bugprone-reserved-identifier): libxml calls it so

/* Adds a style sheet by which each colour that occurs below the root becomes that of the theme's dark part,
 * which it must have, where the reader's system says prefers-color-scheme: dark. Viewers that know no media
 * queries show the light picture. O(elements). */
void relata_svg_add_dark(struct _xmlNode *root, const RelataTheme *theme);

G_END_DECLS

#endif
