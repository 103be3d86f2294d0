/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as tables write them, against what a person reads in them; and every day of some years by
 * strftime(3). */
#include "text/date.h"
#include "text/date_pattern.h"

#include <string.h>
#include <time.h>

#define NOTHING "(nothing)"
#define NO_DATE "(no date)"

static void
check(const char *text, const char *pattern, const char *expected, gboolean timed_expected)
{
  char *edtf;
  gboolean timed = FALSE;
  const RelataWritten written = pattern != NULL ? relata_date_by_pattern(text, pattern, &edtf, &timed)
                                                : relata_date_by_form(text, &edtf, &timed);
  const char *found = written == RELATA_WRITTEN_DATE      ? edtf
                      : written == RELATA_WRITTEN_NOTHING ? NOTHING
                                                          : NO_DATE;
  if (g_strcmp0(found, expected) != 0 || timed != timed_expected)
    g_error("'%s' by '%s': %s, expected %s", text, pattern != NULL ? pattern : "its form", found, expected);
  g_free(edtf);
}

static void
test_patterns(void)
{
  static const struct {
    const char *text, *pattern, *edtf;
    gboolean timed;
  } cases[] = {
      {"2005-00-00", "%Y-%m-%d", "2005", FALSE},
      {"2004-11-00", "%Y-%m-%d", "2004-11", FALSE},
      {"0000-00-00", "%Y-%m-%d", NOTHING, FALSE},
      {"0000-01-02", "%Y-%m-%d", NO_DATE, FALSE},
      {"1816-1-1", "%Y-%m-%d", "1816-01-01", FALSE},
      {"31/01/2025", "%d/%m/%Y", "2025-01-31", FALSE},
      {"31/02/2025", "%d/%m/%Y", NO_DATE, FALSE},
      {"02/31/2025", "%d/%m/%Y", NO_DATE, FALSE},
      {"03 January 2025", "%d %B %Y", "2025-01-03", FALSE},
      {"3  jan 2025", "%d %B %Y", "2025-01-03", FALSE},
      {"23-MAR-2006", "%d-%b-%Y", "2006-03-23", FALSE},
      {"20250131", "%Y%m%d", "2025-01-31", FALSE},
      {"2013-01-03 00:00:00.000", "%Y-%m-%d %H:%M:%S.%f", "2013-01-03", TRUE},
      {"1/2/68", "%d/%m/%y", "2068-02-01", FALSE},
      {"1/2/69", "%d/%m/%y", "1969-02-01", FALSE},
      {"2021 x", "%Y", NO_DATE, FALSE},
      {"21", "%Y", NO_DATE, FALSE},
      {"", "%Y", NOTHING, FALSE},
      {"100%2021", "100%%%Y", "2021", FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    check(cases[i].text, cases[i].pattern, cases[i].edtf, cases[i].timed);
}

static void
test_forms(void)
{
  static const struct {
    const char *text, *edtf;
    gboolean timed;
  } cases[] = {
      {" 2021-03-13 ", "2021-03-13", FALSE},
      {"2021-03", "2021-03", FALSE},
      {"2021", "2021", FALSE},
      {"2021-22", "2021-22", FALSE}, /* summer, in EDTF */
      {"199X", "199X", FALSE},
      {"2015/2021", "2015/2021", FALSE},
      {"2014/..", "2014/..", FALSE},
      {"20250131", "2025-01-31", FALSE},
      {"2025/01/31", "2025-01-31", FALSE},
      {"3 January 2025", "2025-01-03", FALSE},
      {"January 3, 2025", "2025-01-03", FALSE},
      {"Sept. 2021", "2021-09", FALSE},
      {"23-MAR-2006", "2006-03-23", FALSE},
      {"2021-03-13T10:00:00Z", "2021-03-13", TRUE},
      {"2021-03-13T10:00:00+02:00", "2021-03-13", TRUE},
      {"2021-03-13 10:00:00.123", "2021-03-13", TRUE},
      {"03/04/2021", NO_DATE, FALSE}, /* never guessed */
      {"31.01.2021", NO_DATE, FALSE},
      {"soon", NO_DATE, FALSE},
      {"2021-02-30", NO_DATE, FALSE},
      {"", NOTHING, FALSE},
      {"0000-00-00", NOTHING, FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    check(cases[i].text, NULL, cases[i].edtf, cases[i].timed);
}

/* Whatever strftime() writes by a pattern is read by it. */
static void
test_every_day(void)
{
  static const char *const patterns[] = {"%Y-%m-%d", "%d %B %Y", "%b %d, %Y",
                                         "%Y%m%d",   "%d/%m/%Y", "%e.%m.%Y"};
  struct tm day = {.tm_year = 99, .tm_mday = 1, .tm_hour = 12};
  for (guint i = 0; i < 800; i++, day.tm_mday++) {
    mktime(&day);
    char expected[32], text[64];
    strftime(expected, sizeof expected, "%Y-%m-%d", &day);
    for (guint k = 0; k < G_N_ELEMENTS(patterns); k++) {
      strftime(text, sizeof text, patterns[k], &day);
      check(text, patterns[k], expected, FALSE);
    }
  }
}

static void
test_valid_patterns(void)
{
  const char *wrong;
  g_assert_true(relata_date_pattern_is_valid("%d/%m/%Y", &wrong));
  g_assert_false(relata_date_pattern_is_valid("%d/%m", &wrong)); /* no year */
  g_assert_false(relata_date_pattern_is_valid("%Q", &wrong));
  g_assert_cmpstr(wrong, ==, "%Q");
  g_assert_false(relata_date_pattern_is_valid("%Y%", &wrong));
}

static void
test_intervals(void)
{
  static const char *const cases[][3] = {
      {"2015", "2021", "2015/2021"}, {"2015", "..", "2015/.."}, {"2015", NULL, "2015/"},
      {NULL, "2021", "/2021"},       {NULL, NULL, NULL},        {"", "", NULL},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *interval = relata_date_interval(cases[i][0], cases[i][1]);
    g_assert_cmpstr(interval, ==, cases[i][2]);
  }
}

/* What an event and a state are dated that began and ended as written. */
static void
test_periods(void)
{
  static const struct {
    const char *begin, *end, *event, *state;
    gboolean wrong;
  } cases[] = {
      {"2015", "2015", "2015", "2015/2015", FALSE},
      {"2015-01-31", "2015-02", "2015-01-31/2015-02", "2015-01-31/2015-02", FALSE},
      {"2015-02", "2015", "2015-02/2015", "2015-02/2015", FALSE}, /* the year may end later */
      {"2015", "2014-12-31", NULL, NULL, TRUE},
      {"2015", "..", "2015/..", "2015/..", FALSE},
      {NULL, "..", NULL, NULL, FALSE},
      {NULL, NULL, NULL, NULL, FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    for (guint state = 0; state < 2; state++) {
      g_autofree char *edtf = NULL;
      const gboolean ok = relata_date_period(cases[i].begin, cases[i].end, state == 1, &edtf);
      g_assert_cmpint(ok, !=, cases[i].wrong);
      g_assert_cmpstr(edtf, ==, state == 1 ? cases[i].state : cases[i].event);
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/date-pattern/patterns", test_patterns);
  g_test_add_func("/date-pattern/forms", test_forms);
  g_test_add_func("/date-pattern/every-day", test_every_day);
  g_test_add_func("/date-pattern/valid", test_valid_patterns);
  g_test_add_func("/date-pattern/intervals", test_intervals);
  g_test_add_func("/date-pattern/periods", test_periods);
  return g_test_run();
}
