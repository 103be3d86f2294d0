/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Diagnostics: counted all, kept up to the limit, ordered by place. */
#include "corpus/diagnostics.h"

static void
test_limit(void)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(2);
  for (guint i = 0; i < 5; i++)
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "code", NULL, NULL, "error %u", i);
  relata_diagnose(diagnostics, RELATA_NOTE, "code", NULL, "hint", "note");
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA), ==, 5);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_WARNING), ==, 0);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_NOTE), ==, 1);
  g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 3);
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 1)->message, ==, "error 1");
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 2)->hint, ==, "hint");
  g_assert_null(relata_diagnostics_get(diagnostics, 0)->file);
}

static void
test_order(void)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  char file[] = "b.ann";
  const RelataPlace places[] = {
      {file, 2, 1}, {"a.ann", 10, 4}, {"a.ann", 9, 1}, {"a.ann", 10, 3}, {file, 2, 1}};
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    relata_diagnose(diagnostics, RELATA_WARNING, "code", &places[i], NULL, "%u", i);
  relata_diagnose(diagnostics, RELATA_WARNING, "code", NULL, NULL, "whole");
  file[0] = '!'; /* a diagnostic keeps its own copy */
  relata_diagnostics_sort(diagnostics);
  static const char *const expected[] = {"whole", "2", "3", "1", "0", "4"};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
    g_assert_cmpstr(relata_diagnostics_get(diagnostics, i)->message, ==, expected[i]);
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 5)->file, ==, "b.ann");
  g_assert_cmpstr(relata_severity_name(RELATA_ERROR_IN_DATA), ==, "error");
  g_assert_cmpstr(relata_severity_name(RELATA_NOTE), ==, "note");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/diagnostics/limit", test_limit);
  g_test_add_func("/corpus/diagnostics/order", test_order);
  return g_test_run();
}
