/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wikidata's times, as precise as they are; and when something held, of a beginning and an end. */
#include "read/when.h"
#include "read/wikidata_terms.h"

#include <cJSON.h>

static char *
time_of(const char *time, int precision, gboolean *timed)
{
  g_autofree char *bytes =
      g_strdup_printf("{\"snaktype\":\"value\",\"datavalue\":{\"value\":{\"time\":\"%s\",\"precision\":%d}}}",
                      time, precision);
  cJSON *snak = cJSON_Parse(bytes);
  char *edtf = relata_wikidata_time(snak, timed);
  cJSON_Delete(snak);
  return edtf;
}

static void
test_times(void)
{
  static const struct {
    const char *time;
    int precision;
    const char *edtf; /* NULL: none */
    gboolean timed;
  } cases[] = {
      {"+1977-00-00T00:00:00Z", 9, "1977", FALSE},
      {"+1977-05-00T00:00:00Z", 10, "1977-05", FALSE},
      {"+1977-05-17T00:00:00Z", 11, "1977-05-17", FALSE},
      {"+1977-05-17T00:00:00Z", 10, "1977-05", FALSE},
      {"+1977-05-17T00:00:00Z", 9, "1977", FALSE},
      {"+1977-00-00T00:00:00Z", 11, "1977", FALSE}, /* claims a day, but has none */
      {"+1977-05-17T10:00:00Z", 14, "1977-05-17", TRUE},
      {"+1970-00-00T00:00:00Z", 8, "197X", FALSE},
      {"+1801-00-00T00:00:00Z", 7, "18XX", FALSE}, /* both are written for the 19th century */
      {"+1900-00-00T00:00:00Z", 7, "18XX", FALSE},
      {"+1901-00-00T00:00:00Z", 7, "19XX", FALSE},
      {"+1000-00-00T00:00:00Z", 6, NULL, FALSE},
      {"-0044-03-15T00:00:00Z", 11, "-0043-03-15", FALSE}, /* 44 BC is the year −43 */
      {"-0001-00-00T00:00:00Z", 9, "0000", FALSE},
      {"-0044-00-00T00:00:00Z", 7, NULL, FALSE},
      {"+0079-00-00T00:00:00Z", 9, "0079", FALSE},
      {"-13798000000-00-00T00:00:00Z", 3, NULL, FALSE},
      {"1977", 9, NULL, FALSE},
      {"+1977", 9, NULL, FALSE},
      {"+-5-00-00", 9, NULL, FALSE},
      {"", 9, NULL, FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    gboolean timed = FALSE;
    g_autofree char *edtf = time_of(cases[i].time, cases[i].precision, &timed);
    g_assert_cmpstr(edtf, ==, cases[i].edtf);
    g_assert_cmpint(timed, ==, cases[i].timed);
    RelataDate date;
    g_assert_true(edtf == NULL || relata_date_parse(edtf, &date, NULL));
  }
}

static void
test_items(void)
{
  static const char *const wrong[] = {"Q", "P31", "q42", "Q4a", "", "42"};
  g_assert_true(relata_wikidata_is_item("Q42"));
  g_assert_false(relata_wikidata_is_item(NULL));
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
    g_assert_false(relata_wikidata_is_item(wrong[i]));
}

static void
test_between(void)
{
  static const struct {
    const char *begin, *end;
    gboolean state;
    const char *edtf; /* NULL: none */
    guint complaints;
  } cases[] = {
      {"2001", "2004", TRUE, "2001/2004", 0},
      {"2001", NULL, TRUE, "2001/", 0},
      {"2001", "..", TRUE, "2001/..", 0},
      {NULL, "2004", TRUE, "/2004", 0},
      {NULL, "..", TRUE, NULL, 0},
      {NULL, NULL, TRUE, NULL, 0},
      {"2001", "2001", TRUE, "2001/2001", 0},
      {"2001", "2001", FALSE, "2001", 0},
      {"2004", "2001", TRUE, NULL, 1},
      {"2004", "2004-05", TRUE, "2004/2004-05", 0},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(10);
    g_autofree char *edtf = relata_when_between(diagnostics, (RelataPlace){"a", 1, 1}, cases[i].begin,
                                                cases[i].end, cases[i].state);
    g_assert_cmpstr(edtf, ==, cases[i].edtf);
    g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_WARNING), ==, cases[i].complaints);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/wikidata/times", test_times);
  g_test_add_func("/read/wikidata/items", test_items);
  g_test_add_func("/read/when/between", test_between);
  return g_test_run();
}
