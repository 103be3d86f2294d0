/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a theme's author should know: colours that are hard to see, or cannot be told apart. */
#ifndef RELATA_DRAW_SHEET_THEME_WARN_H
#define RELATA_DRAW_SHEET_THEME_WARN_H

#include "draw/sheet/theme.h"
#include "read/json_text.h"

G_BEGIN_DECLS

/* Warns, where the file says it, of each colour that has too little contrast with one behind it (of several,
 * that with the least), and of each that has no dark colour of its own. root is of the tree parsed last. */
void relata_theme_warn(const RelataTheme *theme, RelataJson *json, const cJSON *root,
                       RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
