/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Of which dates there are pictures. */
#ifndef RELATA_DRAW_DIAGRAM_DAYS_H
#define RELATA_DRAW_DIAGRAM_DAYS_H

#include "network/selection.h"

RELATA_BEGIN_DECLS

#define RELATA_MOST_FRAMES 400 /* pictures of one series */

/* The days (gint32, rising, each once) that `words` name: "monthly" or "yearly", the last day of each month
 * or year from the first to the last in which what a claim of the selection tells began or ended, at the
 * earliest that its date may mean; or dates in EDTF separated by commas, of which the last day counts. Free
 * with g_array_unref(). NULL with RELATA_ERROR_VALUE where a word is no date, a date has no end or there are
 * more than RELATA_MOST_FRAMES, and with RELATA_ERROR_EMPTY where no claim of the selection has a date.
 * O(claims). */
GArray *relata_frame_days(const RelataCorpus *corpus, const RelataSelection *selection, const char *words,
                          GError **error);

/* The word that stands at i, from 0, among those for regular days: "monthly" first; NULL past the last. */
const char *relata_frame_period(guint i);

RELATA_END_DECLS

#endif
