/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any text as a date: what is accepted is in order, and can be said in words. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  g_autofree char *text = g_strndup((const char *)data, n);
  RelataDate date;
  g_autoptr(GError) error = NULL;
  if (!relata_date_parse(text, &date, &error)) {
    g_assert_nonnull(error);
    return 0;
  }
  g_assert_cmpint(date.begin_min, <=, date.begin_max);
  g_assert_cmpint(date.end_min, <=, date.end_max);
  g_assert_cmpint(date.begin_min, <=, date.end_max);
  g_autofree char *words = relata_date_in_words(&date);
  g_assert_true(g_utf8_validate(words, -1, NULL));
  return 0;
}
