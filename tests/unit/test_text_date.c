/* SPDX-License-Identifier: GPL-2.0-or-later */
/* EDTF dates: tables of what is one and what is none, and day numbers against GLib's calendar. */
#include "text/date.h"
#include "text/error.h"

#include <string.h>

static gint32
day(int year, int month, int day_of_month)
{
  g_autoptr(GDate) date = g_date_new_dmy((GDateDay)day_of_month, (GDateMonth)month, (GDateYear)year);
  return (gint32)g_date_get_julian(date) - 719163; /* GDate counts from 1 January of year 1 */
}

static RelataDate
parse(const char *text)
{
  RelataDate date;
  g_autoptr(GError) error = NULL;
  const gboolean ok = relata_date_parse(text, &date, &error);
  g_assert_no_error(error);
  g_assert_true(ok);
  g_assert_cmpstr(date.edtf, ==, text);
  return date;
}

static void
test_days(void)
{
  g_autoptr(GDate) date = g_date_new_dmy(1, 1, 1);
  for (gint32 number = day(1, 1, 1); g_date_get_year(date) < 2101; number++, g_date_add_days(date, 1)) {
    if (g_date_get_year(date) > 5 && g_date_get_year(date) < 1895)
      continue; /* there is nothing new between */
    char text[16];
    g_snprintf(text, sizeof text, "%04d-%02d-%02d", g_date_get_year(date), g_date_get_month(date),
               g_date_get_day(date));
    const RelataDate parsed = parse(text);
    g_assert_cmpint(parsed.begin_min, ==, number);
    g_assert_cmpint(parsed.begin_max, ==, number);
    g_assert_cmpint(parsed.end_min, ==, number);
    g_assert_cmpint(parsed.end_max, ==, number);
    g_assert_cmpuint(parsed.flags, ==, 0);
    g_autofree char *edtf = relata_day_to_edtf(number);
    g_assert_cmpstr(edtf, ==, text);
  }
  for (gint32 number = day(1, 1, 1) - 366; number < day(1, 1, 1); number++) { /* GDate knows no year 0 */
    g_autofree char *edtf = relata_day_to_edtf(number);
    g_assert_cmpint(parse(edtf).begin_min, ==, number);
  }
  g_autofree char *before_zero = relata_day_to_edtf(day(1, 1, 1) - 367);
  g_assert_cmpstr(before_zero, ==, "-0001-12-31");
  g_assert_cmpint(parse("1970-01-01").begin_min, ==, 0);
  g_assert_cmpint(parse("0000-12-31").begin_min, ==, day(1, 1, 1) - 1);
}

static void
test_points(void)
{
  const struct {
    const char *text;
    gint32 first, last;
    guint flags;
  } examples[] = {
      {"2021", day(2021, 1, 1), day(2021, 12, 31), 0},
      {"2021-08", day(2021, 8, 1), day(2021, 8, 31), 0},
      {"2020-02", day(2020, 2, 1), day(2020, 2, 29), 0},
      {"1900-02", day(1900, 2, 1), day(1900, 2, 28), 0},
      {"2000-02", day(2000, 2, 1), day(2000, 2, 29), 0},
      {"201X", day(2010, 1, 1), day(2019, 12, 31), 0},
      {"20XX", day(2000, 1, 1), day(2099, 12, 31), 0},
      {"201x", day(2010, 1, 1), day(2019, 12, 31), 0},
      {"2021-XX", day(2021, 1, 1), day(2021, 12, 31), 0},
      {"2021-XX-XX", day(2021, 1, 1), day(2021, 12, 31), 0},
      {"2021-08-XX", day(2021, 8, 1), day(2021, 8, 31), 0},
      {"2021-02-XX", day(2021, 2, 1), day(2021, 2, 28), 0},
      {"2021-08-2X", day(2021, 8, 20), day(2021, 8, 29), 0},
      {"2021-1X", day(2021, 10, 1), day(2021, 12, 31), 0},
      {"2021?", day(2021, 1, 1), day(2021, 12, 31), RELATA_DATE_UNCERTAIN},
      {"2021-08~", day(2021, 8, 1), day(2021, 8, 31), RELATA_DATE_APPROXIMATE},
      {"2021-08-26%", day(2021, 8, 26), day(2021, 8, 26), RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE},
      {"2021-08-26T17:50:00Z", day(2021, 8, 26), day(2021, 8, 26), 0},
      {"2021-08-26T17:50", day(2021, 8, 26), day(2021, 8, 26), 0},
      {"2021-08-26T17:50:00.25+04:30", day(2021, 8, 26), day(2021, 8, 26), 0},
      {"2021-08-26T17-05", day(2021, 8, 26), day(2021, 8, 26), 0},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    const RelataDate date = parse(examples[i].text);
    g_assert_cmpint(date.begin_min, ==, examples[i].first);
    g_assert_cmpint(date.end_min, ==, examples[i].first);
    g_assert_cmpint(date.begin_max, ==, examples[i].last);
    g_assert_cmpint(date.end_max, ==, examples[i].last);
    g_assert_cmpuint(date.flags, ==, examples[i].flags);
  }
}

static void
test_intervals(void)
{
  const struct {
    const char *text;
    gint32 begin_min, begin_max, end_min, end_max;
    guint flags;
  } examples[] = {
      {"2021-01-01/2021-08-11", day(2021, 1, 1), day(2021, 1, 1), day(2021, 8, 11), day(2021, 8, 11), 0},
      {"2014/2016", day(2014, 1, 1), day(2014, 12, 31), day(2016, 1, 1), day(2016, 12, 31), 0},
      {"2014/..", day(2014, 1, 1), day(2014, 12, 31), RELATA_DAY_MAX, RELATA_DAY_MAX, RELATA_DATE_OPEN_END},
      {"2014/", day(2014, 1, 1), day(2014, 12, 31), day(2014, 1, 1), RELATA_DAY_MAX, RELATA_DATE_UNKNOWN_END},
      {"../2021", RELATA_DAY_MIN, RELATA_DAY_MIN, day(2021, 1, 1), day(2021, 12, 31), RELATA_DATE_OPEN_BEGIN},
      {"/2021", RELATA_DAY_MIN, day(2021, 12, 31), day(2021, 1, 1), day(2021, 12, 31),
       RELATA_DATE_UNKNOWN_BEGIN},
      {"2021-08/2021-08", day(2021, 8, 1), day(2021, 8, 31), day(2021, 8, 1), day(2021, 8, 31), 0},
      /* Ends that overlap bound each other. */
      {"2021/2021-03", day(2021, 1, 1), day(2021, 3, 31), day(2021, 3, 1), day(2021, 3, 31), 0},
      {"2021-03/2021", day(2021, 3, 1), day(2021, 3, 31), day(2021, 3, 1), day(2021, 12, 31), 0},
      {"2019~/2021?", day(2019, 1, 1), day(2019, 12, 31), day(2021, 1, 1), day(2021, 12, 31),
       RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    const RelataDate date = parse(examples[i].text);
    g_assert_cmpint(date.begin_min, ==, examples[i].begin_min);
    g_assert_cmpint(date.begin_max, ==, examples[i].begin_max);
    g_assert_cmpint(date.end_min, ==, examples[i].end_min);
    g_assert_cmpint(date.end_max, ==, examples[i].end_max);
    g_assert_cmpuint(date.flags, ==, examples[i].flags | RELATA_DATE_INTERVAL);
  }
}

/* What is wrong, and at which character. */
static const struct {
  const char *text, *at;
} invalid[] = {
    {"", "character 1"},
    {"yesterday", "character 1"},
    {"21", "character 3"},
    {"2021-", "character 6"},
    {"2021-13", "character 6"},
    {"2021-00", "character 6"},
    {"2021-8", "character 6"},
    {"2021-2X", "character 6"},
    {"2021-08-32", "character 9"},
    {"2021-02-29", "character 9"},
    {"1900-02-29", "character 9"},
    {"2021-08-00", "character 9"},
    {"2021-08-26 ", "character 11"},
    {"2021-08-26T", "character 12"},
    {"2021-08-26T25:00", "character 14"},
    {"2021-08-26T17:5", "character 16"},
    {"2021-08-26TZZZ", "character 12"},
    {"2021-08T17:00", "character 8"},
    {"20X1", "character 4"},
    {"2021??", "character 6"},
    {"2021/2020", "character 6"},
    {"2021-08-26/2021-08-25", "character 12"},
    {"2021/2022/2023", "character 10"},
    {"..", "character 1"},
    {"../..", "character"},
    {"/", "character"},
    {"../", "character"},
    {"/..", "character"},
    {"2021/y", "character 6"},
    {"-0000", "character 1"},
    {"-202", "character 5"},
    {"--2021", "character 2"},
    {"Y", "character 2"},
    {"Y2021", "character 6"},
    {"Y-2021", "character 7"},
    {"Y02021", "character 2"},
    {"Y170000-01", "character 8"},
    {"Y17000X", "character 7"},
    {"Y-17E7", "character 5"},
    {"y170000", "character 1"},
    {"2021-20", "character 6"},
    {"2021-25", "character 6"},
    {"2021-22-01", "character 8"},
    {"-0043-02-29", "character 10"},
    {"-0043/-0044", "character 7"},
    {"2021-22/2021-21", "character 9"},
    {"Y170000002/Y170000001", "character 12"},
    {"2021?-08", "character 6"},
    {"?2021", "character 1"},
    {"20211", "character 5"},
};

static void
test_invalid(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(invalid); i++) {
    RelataDate date;
    g_autoptr(GError) error = NULL;
    if (relata_date_parse(invalid[i].text, &date, &error))
      g_error("'%s' is taken for a date", invalid[i].text);
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
    g_autofree char *quoted = g_strdup_printf("'%s' is not a date", invalid[i].text);
    g_assert_true(g_str_has_prefix(error->message, quoted));
    if (strstr(error->message, invalid[i].at) == NULL)
      g_error("expected %s in: %s", invalid[i].at, error->message);
    g_assert_false(relata_date_is_set(&date));
  }
}

/* Bytes drawn from a date's alphabet: no crash, and what is accepted is in order. */
static void
test_random(void)
{
  static const char alphabet[] = "0123456789-/.X?~%T:ZY";
  GRand *rand = g_rand_new_with_seed(5);
  guint n_valid = 0;
  for (guint i = 0; i < 200000; i++) {
    char text[24] = "2021-08-26/2021-09-01";
    gsize n = strlen(text);
    for (gint edits = g_rand_int_range(rand, 1, 5); edits > 0; edits--)
      text[g_rand_int_range(rand, 0, (gint32)n)] = alphabet[g_rand_int_range(rand, 0, sizeof alphabet - 1)];
    text[g_rand_int_range(rand, 3, (gint32)n + 1)] = '\0';
    RelataDate date;
    g_autoptr(GError) error = NULL;
    if (relata_date_parse(text, &date, &error)) {
      g_assert_cmpint(date.begin_min, <=, date.begin_max);
      g_assert_cmpint(date.end_min, <=, date.end_max);
      g_assert_cmpint(date.begin_min, <=, date.end_min);
      g_assert_cmpint(date.begin_max, <=, date.end_max);
      g_assert_cmpint(date.begin_possible, <=, date.begin_min);
      g_assert_cmpint(date.end_possible, >=, date.end_max);
      g_autofree char *words = relata_date_in_words(&date);
      g_assert_cmpuint(strlen(words), >, 0);
      n_valid++;
    } else {
      g_assert_nonnull(error);
    }
  }
  g_assert_cmpuint(n_valid, >, 1000);
  g_rand_free(rand);
}

static void
test_order(void)
{
  const RelataDate none = RELATA_NO_DATE;
  const RelataDate august = parse("2021-08"), day_26 = parse("2021-08-26"), september = parse("2021-09"),
                   since = parse("2015/.."), until = parse("../2014"), year = parse("2021");
  /* In order; unset last. */
  const RelataDate *const order[] = {&until, &since, &year, &august, &day_26, &september, &none};
  for (guint i = 0; i < G_N_ELEMENTS(order); i++)
    for (guint k = 0; k < G_N_ELEMENTS(order); k++) {
      const int by = relata_date_compare(order[i], order[k]);
      g_assert_cmpint((by > 0) - (by < 0), ==, (i > k) - (i < k));
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/date/days", test_days);
  g_test_add_func("/text/date/points", test_points);
  g_test_add_func("/text/date/intervals", test_intervals);
  g_test_add_func("/text/date/invalid", test_invalid);
  g_test_add_func("/text/date/random", test_random);
  g_test_add_func("/text/date/order", test_order);
  return g_test_run();
}
