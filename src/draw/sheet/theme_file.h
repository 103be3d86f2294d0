/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Themes as files, which define how diagrams look; data/schemas/theme.schema.json describes the format. Some
 * themes are built into the library. */
#ifndef RELATA_DRAW_SHEET_THEME_FILE_H
#define RELATA_DRAW_SHEET_THEME_FILE_H

#include "corpus/diagnostics.h"

#include <glib.h>

RELATA_BEGIN_DECLS

typedef struct RelataTheme RelataTheme;

/* The file of a built-in theme. */
typedef struct {
  const char *name; /* "print" */
  const unsigned char *bytes;
  gsize n_bytes;
} RelataThemeSource;

/* The table of built-in themes, made by src/embed.cmake. A row whose name is NULL ends it. The first row is
 * the default. */
extern const RelataThemeSource relata_theme_sources[];

/* Returns the default theme; never NULL, not to be freed. The first call reads it. Safe from any thread. */
const RelataTheme *relata_theme_default(void);

/* Reads a theme: a built-in one by its name, or a file if the name contains '.' or '/'. Problems in the file
 * go to `diagnostics`. They include warnings about colours too similar to those behind them (WCAG 2.1: 4.5:1
 * for text, 3:1 for lines). Returns NULL with RELATA_ERROR_UNKNOWN_NAME if no theme has the name, and with
 * RELATA_ERROR_INPUT if the file cannot be used. Free with relata_theme_free(). O(size of the file). */
RelataTheme *relata_theme_load(const char *name, RelataDiagnostics *diagnostics, GError **error);
/* Returns whether relata_theme_load() takes the name as a file's. */
gboolean relata_theme_is_file(const char *name);
void relata_theme_free(RelataTheme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTheme, relata_theme_free)

RELATA_END_DECLS

#endif
