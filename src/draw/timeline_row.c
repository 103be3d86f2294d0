/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/timeline_row.h"

#include <string.h>

#define MOST_UNDATED 62 /* letters of a row without a date, including its numbers of sources */

RelataTimelineRow *
relata_timeline_row_new(void)
{
  RelataTimelineRow *row = g_new0(RelataTimelineRow, 1);
  row->dates = g_array_new(FALSE, FALSE, sizeof(RelataDate));
  row->marks = g_array_new(FALSE, FALSE, sizeof(RelataDate));
  row->lasts = g_array_new(FALSE, FALSE, sizeof(RelataDays));
  return row;
}

void
relata_timeline_row_free(RelataTimelineRow *row)
{
  if (row == NULL)
    return;
  g_free(row->text);
  g_free(row->id);
  g_free(row->classes);
  g_free(row->tooltip);
  g_free(row->spoken);
  relata_glyph_free(row->figures);
  g_array_unref(row->dates);
  g_array_unref(row->marks);
  g_array_unref(row->lasts);
  g_free(row);
}

int
relata_timeline_row_compare(gconstpointer a, gconstpointer b)
{
  const RelataTimelineRow *left = *(const RelataTimelineRow *const *)a;
  const RelataTimelineRow *right = *(const RelataTimelineRow *const *)b;
  const int order = relata_date_compare(&g_array_index(left->dates, RelataDate, 0),
                                        &g_array_index(right->dates, RelataDate, 0));
  return order != 0 ? order : strcmp(left->id, right->id);
}

char *
relata_timeline_fit(const char *words, gboolean undated, const RelataGlyph *figures)
{
  const guint taken = figures != NULL ? (guint)strlen(figures->text) * 3 / 4 + 1 : 0;
  return relata_wrap(words, MAX((undated ? MOST_UNDATED : RELATA_TIMELINE_LETTERS) - taken, 20), 1);
}
