/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the words of a path pattern, and where its first fault is. */
#ifndef RELATA_PATHS_PATTERN_SCAN_H
#define RELATA_PATHS_PATTERN_SCAN_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *text, *at; /* the whole pattern, and what is left of it; UTF-8 once checked, ends in '\0' */
  GError **error;        /* the first fault */
} RelataPatternScan;

/* What is wrong, and below it the pattern with a caret at `at`; only the first fault is kept. FALSE. */
gboolean relata_scan_fail(RelataPatternScan *scan, const char *at, gint code, const char *message);

/* Fails: `what` should have come here. FALSE. */
gboolean relata_scan_expect(RelataPatternScan *scan, const char *what);

/* All that follow pass over white space first. */
void relata_scan_space(RelataPatternScan *scan);
gboolean relata_scan_take(RelataPatternScan *scan, char character);          /* it, if it comes next */
gboolean relata_scan_comes(RelataPatternScan *scan, const char *characters); /* one of them, not taken */
gboolean relata_scan_number(RelataPatternScan *scan, guint *number);         /* of at most G_MAXUINT - 1 */

/* A name, newly allocated; in quotation marks, or up to one of the characters `ends` where they are given, or
 * of a name's letters. NULL where none comes; a quotation mark that is not closed is an error. */
char *relata_scan_name(RelataPatternScan *scan, const char *ends);

G_END_DECLS

#endif
