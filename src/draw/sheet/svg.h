/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graphviz's SVG made ours: texts and tooltips as they are on the sheet, nothing that varies by version,
 * words for those who do not see the picture. */
#ifndef RELATA_DRAW_SHEET_SVG_H
#define RELATA_DRAW_SHEET_SVG_H

#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* Replaces the bytes, which Graphviz drew from the sheet in the colours of the theme. */
gboolean relata_svg_finish(const RelataSheet *sheet, const RelataTheme *theme, GByteArray *bytes,
                           GError **error);

G_END_DECLS

#endif
