/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes an SVG switch to dark colours for readers who prefer that. */
#ifndef RELATA_DRAW_SHEET_SVG_DARK_H
#define RELATA_DRAW_SHEET_SVG_DARK_H

#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* libxml's node type, declared here so that only files that walk the tree include libxml. */
struct _xmlNode; // NOLINT(bugprone-reserved-identifier): libxml calls it so

/* Adds a style sheet below the root. If the reader's system has prefers-color-scheme: dark, it replaces each
 * colour that occurs by its counterpart in the theme's dark part, which must exist. Viewers that do not
 * support media queries show the light picture. O(elements). */
void relata_svg_add_dark(struct _xmlNode *root, const RelataTheme *theme);

G_END_DECLS

#endif
