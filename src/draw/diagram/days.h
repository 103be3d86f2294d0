/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The dates that a series has pictures of. */
#ifndef RELATA_DRAW_DIAGRAM_DAYS_H
#define RELATA_DRAW_DIAGRAM_DAYS_H

#include "network/selection.h"

RELATA_BEGIN_DECLS

#define RELATA_MOST_FRAMES 400u /* pictures in one series */

/* Returns the days (gint32, ascending, each once) that `words` name. `words` is "monthly" or "yearly", or
 * dates in EDTF separated by commas, each of which stands for its last day. A period gives the last day of
 * each month or year, from the first to the last in which something that a claim of the selection states
 * began, was attested, happened or ended; of an uncertain date the earliest day counts. Free with
 * g_array_unref(). Returns NULL with RELATA_ERROR_VALUE if a word is no date, a date has no end, or there are
 * more than RELATA_MOST_FRAMES days; with RELATA_ERROR_EMPTY if no claim of the selection has a date.
 * O(claims). */
GArray *relata_frame_days(const RelataCorpus *corpus, const RelataSelection *selection, const char *words,
                          GError **error);

/* Returns the word at index i, from 0, among those for regular days. The first is "monthly". NULL past the
 * last. */
const char *relata_frame_period(guint i);

RELATA_END_DECLS

#endif
