/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as people say them. */
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

static const char *const examples[][2] = {
    {"2021", "2021"},
    {"2021-08", "August 2021"},
    {"2021-08-26", "26 August 2021"},
    {"2021-08-06T10:00Z", "6 August 2021"},
    {"2021-08~", "about August 2021"},
    {"2021?", "possibly 2021"},
    {"2021-08-26%", "possibly about 26 August 2021"},
    {"201X", "the 2010s"},
    {"20XX", "20XX"},
    {"2021-XX", "2021"},
    {"2021-08-XX", "August 2021"},
    {"2014/..", "since 2014 and still when published"},
    {"2014-06~/", "from about June 2014 to an unknown date"},
    {"../2021", "always until 2021"},
    {"/2021-08?", "from an unknown date to possibly August 2021"},
    {"-0043-03-15", "15 March 44 BC"},
    {"-0043", "44 BC"},
    {"0000", "1 BC"},
    {"0079-08", "August AD 79"},
    {"-0043/0014", "44 BC – AD 14"},
    {"-004X", "-004X"},
    {"Y170000", "the year 170000"},
    {"Y-170000~", "about 170001 BC"},
    {"Y-20000/..", "since 20001 BC and still when published"},
    {"2021-21", "spring 2021"},
    {"2021-22~", "about summer 2021"},
    {"2021-23", "autumn 2021"},
    {"2021-24", "winter 2021–22"},
    {"1999-24", "winter 1999–2000"},
    {"-0043-24", "winter 44–43 BC"},
    {"0000-24", "winter 1 BC–AD 1"},
    {"0079-24", "winter AD 79–AD 80"},
    {"2021-21/2021-23", "spring – autumn 2021"},
    {"2021-22/2021-24", "summer 2021 – winter 2021–22"},
    {"2021-22/2021-11-03", "summer – 3 November 2021"},
    {"201X-08", "August of the 2010s"},
    {"20XX-12-25", "25 December of 20XX"},
    {"2014/2016", "2014 – 2016"},
    {"2021-01-01/2021-08-11", "1 January – 11 August 2021"},
    {"2020-12-31/2021-08-11", "31 December 2020 – 11 August 2021"},
    {"2021-01/2021-08", "January – August 2021"},
    {"2021/2021-08", "2021 – August 2021"},
    {"2021-08/2021", "August 2021 – 2021"},
};

static void
test_in_words(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    const RelataDate date = parse(examples[i][0]);
    g_autofree char *words = relata_date_in_words(&date);
    g_assert_cmpstr(words, ==, examples[i][1]);
  }
  const RelataDate none = RELATA_NO_DATE;
  g_autofree char *words = relata_date_in_words(&none);
  g_assert_cmpstr(words, ==, "undated");
}

static void
test_asked(void)
{
  static const char *const asked[][2] = {
      {"2014/..", "since 2014"}, {"2014/", "since 2014"},      {"../2016-02~", "until about February 2016"},
      {"/2016", "until 2016"},   {"2014/2016", "2014 – 2016"}, {"2021-08", "August 2021"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(asked); i++) {
    const RelataDate date = parse(asked[i][0]);
    g_autofree char *as_asked = relata_date_asked_in_words(&date);
    g_assert_cmpstr(as_asked, ==, asked[i][1]);
  }
}

static void
test_days(void)
{
  static const struct {
    int year;
    const char *words;
  } years[] = {{2021, "2021"},         {1000, "1000"},
               {79, "AD 79"},          {0, "1 BC"},
               {-43, "44 BC"},         {170000, "the year 170000"},
               {-169999, "170000 BC"}, {G_MININT, "2147483649 BC"}};
  for (guint i = 0; i < G_N_ELEMENTS(years); i++) {
    g_autofree char *year = relata_year_in_words(years[i].year);
    g_assert_cmpstr(year, ==, years[i].words);
  }
  g_autofree char *day_bc = relata_day_in_words(parse("-0043-03-15").begin_min);
  g_assert_cmpstr(day_bc, ==, "15 March 44 BC");
  g_autofree char *far = relata_day_in_words(parse("Y170000").begin_min);
  g_assert_cmpstr(far, ==, "1 January 170000");
  g_autofree char *edtf = relata_day_to_edtf(parse("Y170000").end_max);
  g_assert_cmpstr(edtf, ==, "Y170000");
  g_autofree char *edtf_bc = relata_day_to_edtf(parse("Y-170000").begin_min);
  g_assert_cmpstr(edtf_bc, ==, "Y-170000");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/date/in-words", test_in_words);
  g_test_add_func("/text/date/asked", test_asked);
  g_test_add_func("/text/date/days-in-words", test_days);
  return g_test_run();
}
