/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Themes as files: how diagrams look, as data/schemas/theme.schema.json describes it. Those that ship are
 * built into the library. */
#ifndef RELATA_DRAW_SHEET_THEME_FILE_H
#define RELATA_DRAW_SHEET_THEME_FILE_H

#include "corpus/diagnostics.h"

#include <glib.h>

RELATA_BEGIN_DECLS

typedef struct RelataTheme RelataTheme;

/* A theme that ships, as its file has it. */
typedef struct {
  const char *name; /* "print" */
  const unsigned char *bytes;
  gsize n_bytes;
} RelataThemeSource;

/* The table, ended by a row without a name; its first row is the default. Made by src/embed.cmake. */
extern const RelataThemeSource relata_theme_sources[];

/* The default theme; never NULL, not to be freed. It is read on the first call; safe from any thread. */
const RelataTheme *relata_theme_default(void);

/* A theme by the name of one that ships, or (a word with a '.' or a '/' in it) of a file. What is wrong in
 * the file goes to diagnostics; so do, as warnings, colours too near to those behind them (WCAG 2.1: 4.5:1
 * for text, 3:1 for lines). NULL with RELATA_ERROR_UNKNOWN_NAME where no theme has the name, and with
 * RELATA_ERROR_INPUT where the file cannot be used. Freed with relata_theme_free(). O(size of the file). */
RelataTheme *relata_theme_load(const char *name, RelataDiagnostics *diagnostics, GError **error);
/* Whether such a name is one of a file. */
gboolean relata_theme_is_file(const char *name);
void relata_theme_free(RelataTheme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTheme, relata_theme_free)

RELATA_END_DECLS

#endif
