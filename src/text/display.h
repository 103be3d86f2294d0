/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text from strangers, made safe to show. */
#ifndef RELATA_TEXT_DISPLAY_H
#define RELATA_TEXT_DISPLAY_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* What a terminal or page would obey instead of showing it, or show as nothing: control and format
 * characters, line separators, what is not assigned; not ZWJ and ZWNJ, which shape Persian, Indic scripts and
 * emoji. */
gboolean relata_display_is_invisible(gunichar c);

/* A copy in which control characters, bidi overrides and isolates, line and paragraph separators
 * and other invisible format characters are shown as ⟨U+202E⟩ and white space runs (newlines, tabs)
 * are single spaces: nothing in it can steer a terminal or a page. ZWJ and ZWNJ between letters
 * stay: Persian and emoji need them. Newly allocated. */
char *relata_display_safe(const char *text);

/* The same with white space as it is: for a text of many lines. Newly allocated. */
char *relata_display_lines(const char *text);
/* The words as a line begins, with a capital letter where the first is one. Newly allocated. */
char *relata_display_begin(const char *words);

/* A word as one types it to a shell: in quotes where it must be. Newly allocated. */
char *relata_display_shell_word(const char *word);

/* Columns on a terminal: 0 for marks, 2 for wide East Asian characters and emoji, else 1. */
guint relata_display_width(const char *text);

/* Whether a link may be followed: http and https only, no control characters. */
gboolean relata_display_is_link(const char *url);

RELATA_END_DECLS

#endif
