/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the tokens of a path pattern, and its first error. */
#ifndef RELATA_PATHS_PATTERN_SCAN_H
#define RELATA_PATHS_PATTERN_SCAN_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *text, *at; /* the whole pattern and the part not read yet; '\0'-terminated, valid UTF-8 once
                          * checked */
  GError **error;        /* the first error */
} RelataPatternScan;

/* Sets the error to the message and, below it, the pattern with a caret at `at`. Keeps only the first error.
 * Returns FALSE. */
gboolean relata_scan_fail(RelataPatternScan *scan, const char *at, gint code, const char *message);

/* Sets the error that `what` was expected here. Returns FALSE. */
gboolean relata_scan_expect(RelataPatternScan *scan, const char *what);

/* Skips white space, as do all functions that follow. */
void relata_scan_space(RelataPatternScan *scan);
gboolean relata_scan_take(RelataPatternScan *scan, char character);          /* takes it if it is next */
gboolean relata_scan_comes(RelataPatternScan *scan, const char *characters); /* does not take it */
gboolean relata_scan_number(RelataPatternScan *scan, guint *number);         /* capped at G_MAXUINT - 1 */

/* Takes a name: in quotation marks, or up to one of the characters `ends` where that is not NULL, or of
 * characters allowed in names. Returns NULL where there is none; an unclosed quotation mark is an error. Free
 * with g_free(). */
char *relata_scan_name(RelataPatternScan *scan, const char *ends);

G_END_DECLS

#endif
