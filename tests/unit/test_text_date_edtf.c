/* SPDX-License-Identifier: GPL-2.0-or-later */
/* EDTF, levels 0 and 1: every example of the specification, years far away, and what a qualifier makes
 * possible. */
#include "text/date.h"

static RelataDate
parse(const char *text)
{
  RelataDate date;
  g_autoptr(GError) error = NULL;
  relata_date_parse(text, &date, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(date.edtf, ==, text);
  return date;
}

/* Every example of levels 0 and 1 in the specification (Library of Congress, 4 February 2019), and some that
 * it only describes. The days are from Python's datetime; it has no years before 1 and after 9999, which are
 * 400 years, and so 146,097 days, from those that it has. */
static const struct {
  const char *text;
  gint32 begin_min, begin_max, end_min, end_max;
  guint flags;
} specification[] = {
    /* Level 0: dates, date-times, intervals. */
    {"1985-04-12", 5580, 5580, 5580, 5580, 0},
    {"1985-04", 5569, 5598, 5569, 5598, 0},
    {"1985", 5479, 5843, 5479, 5843, 0},
    {"1985-04-12T23:20:30", 5580, 5580, 5580, 5580, 0},
    {"1985-04-12T23:20:30Z", 5580, 5580, 5580, 5580, 0},
    {"1985-04-12T23:20:30-04", 5580, 5580, 5580, 5580, 0},
    {"1985-04-12T23:20:30+04:30", 5580, 5580, 5580, 5580, 0},
    {"1964/2008", -2192, -1827, 13879, 14244, RELATA_DATE_INTERVAL},
    {"2004-06/2006-08", 12570, 12599, 13361, 13391, RELATA_DATE_INTERVAL},
    {"2004-02-01/2005-02-08", 12449, 12449, 12822, 12822, RELATA_DATE_INTERVAL},
    {"2004-02-01/2005-02", 12449, 12449, 12815, 12842, RELATA_DATE_INTERVAL},
    {"2004-02-01/2005", 12449, 12449, 12784, 13148, RELATA_DATE_INTERVAL},
    {"2005/2006-02", 12784, 13148, 13180, 13207, RELATA_DATE_INTERVAL},
    {"0000", -719528, -719163, -719528, -719163, 0},
    /* Level 1: years of more than four digits. */
    {"Y170000", 61371697, 61372062, 61371697, 61372062, 0},
    {"Y-170000", -62810753, -62810388, -62810753, -62810388, 0},
    {"Y170000002", RELATA_DAY_MAX, RELATA_DAY_MAX, RELATA_DAY_MAX, RELATA_DAY_MAX, 0},
    {"Y-170000002", RELATA_DAY_MIN, RELATA_DAY_MIN, RELATA_DAY_MIN, RELATA_DAY_MIN, 0},
    /* Level 1: seasons. */
    {"2001-21", 11382, 11473, 11382, 11473, 0},
    {"2001-22", 11474, 11565, 11474, 11565, 0},
    {"2001-23", 11566, 11656, 11566, 11656, 0},
    {"2001-24", 11657, 11746, 11657, 11746, 0},
    {"2003-24", 12387, 12477, 12387, 12477, 0},
    {"2003-22?", 12204, 12295, 12204, 12295, RELATA_DATE_UNCERTAIN},
    /* Level 1: qualifiers. */
    {"1984?", 5113, 5478, 5113, 5478, RELATA_DATE_UNCERTAIN},
    {"2004-06~", 12570, 12599, 12570, 12599, RELATA_DATE_APPROXIMATE},
    {"2004-06-11%", 12580, 12580, 12580, 12580, RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE},
    /* Level 1: unspecified digits. */
    {"201X", 14610, 18261, 14610, 18261, 0},
    {"20XX", 10957, 47481, 10957, 47481, 0},
    {"2004-XX", 12418, 12783, 12418, 12783, 0},
    {"1985-04-XX", 5569, 5598, 5569, 5598, 0},
    {"1985-XX-XX", 5479, 5843, 5479, 5843, 0},
    /* Level 1: intervals with an open or unknown end. */
    {"1985-04-12/..", 5580, 5580, RELATA_DAY_MAX, RELATA_DAY_MAX,
     RELATA_DATE_INTERVAL | RELATA_DATE_OPEN_END},
    {"../1985-04-12", RELATA_DAY_MIN, RELATA_DAY_MIN, 5580, 5580,
     RELATA_DATE_INTERVAL | RELATA_DATE_OPEN_BEGIN},
    {"1985-04-12/", 5580, 5580, 5580, RELATA_DAY_MAX, RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_END},
    {"/1985-04-12", RELATA_DAY_MIN, 5580, 5580, 5580, RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_BEGIN},
    {"1985-04/..", 5569, 5598, RELATA_DAY_MAX, RELATA_DAY_MAX, RELATA_DATE_INTERVAL | RELATA_DATE_OPEN_END},
    {"../1985-04", RELATA_DAY_MIN, RELATA_DAY_MIN, 5569, 5598, RELATA_DATE_INTERVAL | RELATA_DATE_OPEN_BEGIN},
    {"1985-04/", 5569, 5598, 5569, RELATA_DAY_MAX, RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_END},
    {"/1985-04", RELATA_DAY_MIN, 5598, 5569, 5598, RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_BEGIN},
    {"1985/..", 5479, 5843, RELATA_DAY_MAX, RELATA_DAY_MAX, RELATA_DATE_INTERVAL | RELATA_DATE_OPEN_END},
    {"../1985", RELATA_DAY_MIN, RELATA_DAY_MIN, 5479, 5843, RELATA_DATE_INTERVAL | RELATA_DATE_OPEN_BEGIN},
    {"1985/", 5479, 5843, 5479, RELATA_DAY_MAX, RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_END},
    {"/1985", RELATA_DAY_MIN, 5843, 5479, 5843, RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_BEGIN},
    /* Level 1: intervals with qualifiers. */
    {"1984~/2004-06", 5113, 5478, 12570, 12599, RELATA_DATE_INTERVAL | RELATA_DATE_APPROXIMATE},
    {"1984/2004-06~", 5113, 5478, 12570, 12599, RELATA_DATE_INTERVAL | RELATA_DATE_APPROXIMATE},
    {"1984~/2004~", 5113, 5478, 12418, 12783, RELATA_DATE_INTERVAL | RELATA_DATE_APPROXIMATE},
    {"1984?/2004%", 5113, 5478, 12418, 12783,
     RELATA_DATE_INTERVAL | RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE},
    {"1984-06-02?/2004-08-08~", 5266, 5266, 12638, 12638,
     RELATA_DATE_INTERVAL | RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE},
    {"1984-06-02?/", 5266, 5266, 5266, RELATA_DAY_MAX,
     RELATA_DATE_INTERVAL | RELATA_DATE_UNKNOWN_END | RELATA_DATE_UNCERTAIN},
    {"2004-06-XX/2004-07-03", 12570, 12599, 12602, 12602, RELATA_DATE_INTERVAL},
    {"2003/2004-06-XX", 12053, 12417, 12570, 12599, RELATA_DATE_INTERVAL},
    /* Level 1: negative years. */
    {"-1985", -1444534, -1444170, -1444534, -1444170, 0},
    {"-0043", -735233, -734869, -735233, -734869, 0},
    {"-0043-03-15", -735160, -735160, -735160, -735160, 0},
    {"-0004-02", -720958, -720930, -720958, -720930, 0},
    {"-0100-02", -756021, -755994, -756021, -755994, 0},
    {"-004X", -737425, -733773, -737425, -733773, 0},
    {"-0001-24", -719559, -719469, -719559, -719469, 0},
    {"-0043/0014", -735233, -734869, -714414, -714050, RELATA_DATE_INTERVAL},
};

static void
test_specification(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(specification); i++) {
    const RelataDate date = parse(specification[i].text);
    g_test_message("%s", date.edtf);
    g_assert_cmpint(date.begin_min, ==, specification[i].begin_min);
    g_assert_cmpint(date.begin_max, ==, specification[i].begin_max);
    g_assert_cmpint(date.end_min, ==, specification[i].end_min);
    g_assert_cmpint(date.end_max, ==, specification[i].end_max);
    g_assert_cmpuint(date.flags, ==, specification[i].flags);
  }
}

/* The years at which days stop being numbers of 32 bits: -5877641-06-23 is the first day that is one, and
 * 5881580-07-11 the last. Beyond, all is one day. */
static void
test_far(void)
{
  const RelataDate first = parse("Y-5877641"), last = parse("Y5881580");
  g_assert_cmpint(first.begin_min, ==, RELATA_DAY_MIN);
  g_assert_cmpint(first.begin_max, ==, -2147483457);
  g_assert_cmpint(last.begin_min, ==, 2147483455);
  g_assert_cmpint(last.end_max, ==, RELATA_DAY_MAX);
  g_assert_cmpuint(last.flags, ==, 0);
  static const char *const beyond[] = {"Y5881581", "Y170000000", "Y99999999999999999999999999"};
  for (guint i = 0; i < G_N_ELEMENTS(beyond); i++) {
    const RelataDate date = parse(beyond[i]);
    g_assert_cmpint(date.begin_min, ==, RELATA_DAY_MAX);
    g_assert_cmpint(date.end_max, ==, RELATA_DAY_MAX);
    g_assert_cmpuint(date.flags, ==, 0);
  }
  g_assert_cmpint(parse("Y-5877642/2021").begin_max, ==, RELATA_DAY_MIN);
}

/* Where an end is doubtful, one unit of its precision is possible, by the calendar. */
static void
test_doubt(void)
{
  static const struct {
    const char *text;
    gint32 begin, end;
  } examples[] = {
      {"2021-08-15~", 18853, 18855},
      {"2021-01-01?", 18627, 18629},
      {"2021-03%", 18659, 18747},
      {"2021-01?", 18597, 18686},
      {"2020-01?", 18231, 18321},
      {"2021-12~", 18932, 19023},
      {"2021-08-XX?", 18809, 18900},
      {"2021~", 18262, 19357},
      {"2021-XX?", 18262, 19357},
      {"0000~", -719893, -718798},
      {"2021-22~", 18687, 18961},
      {"2021-24~", 18871, 19143},
      {"2021-21~", 18597, 18870},
      {"2019-23?", 18048, 18321},
      {"201X~", 10957, 21914},
      {"20XX?", -25567, 84005},
      {"1XXX?", -719528, 376199},
      {"-0043?", -735599, -734504},
      {"Y170000?", 61371332, 61372427},
      {"Y-170000000~", RELATA_DAY_MIN, RELATA_DAY_MIN},
      {"Y170000000~", RELATA_DAY_MAX, RELATA_DAY_MAX},
      {"2021-08-15", 18854, 18854},
      {"2014~/2016", 15706, 17166},
      {"2014/2016-02~", 16071, 16891},
      {"2014?/2016-02-28%", 15706, 16860},
      {"2014~/..", 15706, RELATA_DAY_MAX},
      {"2014?/", 15706, RELATA_DAY_MAX},
      {"../2016-02~", RELATA_DAY_MIN, 16891},
      {"/2016?", RELATA_DAY_MIN, 17531},
      {"2014/", 16071, RELATA_DAY_MAX},
      {"/2016", RELATA_DAY_MIN, 17166},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    const RelataDate date = parse(examples[i].text);
    g_test_message("%s", date.edtf);
    g_assert_cmpint(date.begin_possible, ==, examples[i].begin);
    g_assert_cmpint(date.end_possible, ==, examples[i].end);
  }
  const RelataDate none = RELATA_NO_DATE;
  g_assert_cmpint(none.begin_possible, ==, RELATA_DAY_MIN);
  g_assert_cmpint(none.end_possible, ==, RELATA_DAY_MAX);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/date/specification", test_specification);
  g_test_add_func("/text/date/far", test_far);
  g_test_add_func("/text/date/doubt", test_doubt);
  return g_test_run();
}
