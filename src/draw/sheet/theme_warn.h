/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warns a theme's author about colours that are hard to see or cannot be distinguished. */
#ifndef RELATA_DRAW_SHEET_THEME_WARN_H
#define RELATA_DRAW_SHEET_THEME_WARN_H

#include "draw/sheet/theme.h"
#include "read/json/json_text.h"

G_BEGIN_DECLS

/* Warns of each colour with too little contrast to one behind it (only of the lowest contrast if there are
 * several), and of each colour that has no dark counterpart of its own. Warnings are placed where the file
 * sets the colour. `root` is of the tree that was parsed last. */
void relata_theme_warn(const RelataTheme *theme, RelataJson *json, const cJSON *root,
                       RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
