/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Post-processes Graphviz's SVG: sets texts and tooltips as they are on the sheet, removes what varies by
 * version, and adds text for screen readers. */
#ifndef RELATA_DRAW_SHEET_SVG_H
#define RELATA_DRAW_SHEET_SVG_H

#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* Replaces the bytes, which Graphviz drew from the sheet in the colours of the theme. */
gboolean relata_svg_finish(const RelataSheet *sheet, const RelataTheme *theme, GByteArray *bytes,
                           GError **error);

G_END_DECLS

#endif
