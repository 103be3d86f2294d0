/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes text from untrusted sources safe to show. */
#ifndef RELATA_TEXT_DISPLAY_H
#define RELATA_TEXT_DISPLAY_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* Returns whether a terminal or page would obey the character instead of showing it, or would show nothing.
 * TRUE for control and format characters, line separators and unassigned characters; FALSE for ZWJ and ZWNJ,
 * which shape Persian, Indic scripts and emoji. */
gboolean relata_display_is_invisible(gunichar c);

/* Returns a copy that cannot control a terminal or a page. Control characters, bidi overrides and isolates,
 * line and paragraph separators and other invisible format characters are shown as ⟨U+202E⟩; each run of
 * white space (newlines, tabs) becomes one space. ZWJ and ZWNJ between letters stay, because Persian and
 * emoji need them. Newly allocated; free with g_free(). */
char *relata_display_safe(const char *text);

/* Does the same, but keeps white space: for a text of many lines. Newly allocated; free with g_free(). */
char *relata_display_lines(const char *text);
/* Returns the words as the beginning of a line: a letter at their start becomes a capital. Newly
 * allocated. */
char *relata_display_begin(const char *words);

/* Returns the word as one types it in a shell, with quotes where it needs them. Newly allocated. */
char *relata_display_shell_word(const char *word);

/* Returns the width on a terminal, in columns: 0 for combining marks, 2 for wide East Asian characters and
 * emoji, 1 for all else. */
guint relata_display_width(const char *text);

/* Returns whether a link may be followed: only http and https, without control characters. */
gboolean relata_display_is_link(const char *url);

RELATA_END_DECLS

#endif
