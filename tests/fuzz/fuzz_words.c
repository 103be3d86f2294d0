/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any text as a number, a range or a date in words, and as a date by its form or by a pattern: the first line
 * is the pattern. */
#include "harness.h"

#include "read/brat/brat.h"
#include "text/date_pattern.h"

/* What is read as a date is one. */
static void
check_date(const char *edtf)
{
  RelataDate date;
  g_assert_true(edtf == NULL || relata_date_parse(edtf, &date, NULL));
}

static void
by_pattern(const char *text)
{
  const char *end = strchr(text, '\n'), *wrong;
  g_autofree char *pattern = end != NULL ? g_strndup(text, (gsize)(end - text)) : g_strdup("%d %B %Y");
  g_autofree char *edtf = NULL;
  gboolean timed = FALSE;
  if (!relata_date_pattern_is_valid(pattern, &wrong))
    return;
  const RelataWritten written = relata_date_by_pattern(end != NULL ? end + 1 : text, pattern, &edtf, &timed);
  g_assert_true((written == RELATA_WRITTEN_DATE) == (edtf != NULL));
  check_date(edtf);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  g_autofree char *text = g_strndup((const char *)data, n);
  if (!g_utf8_validate(text, -1, NULL)) /* texts are, before anything else reads them */
    return 0;
  double min = NAN, max = NAN;
  gboolean timed = FALSE;
  if (relata_brat_read_range(text, &min, &max))
    g_assert_false(isnan(min) && isnan(max));
  g_autofree char *in_words = relata_brat_read_date(text), *by_form = NULL;
  check_date(in_words);
  if (relata_date_by_form(text, &by_form, &timed) == RELATA_WRITTEN_DATE)
    check_date(by_form);
  by_pattern(text);
  return 0;
}
