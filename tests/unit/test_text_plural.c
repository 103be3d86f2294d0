/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plurals by rule, or not at all. */
#include "text/plural.h"

#include <string.h>

static void
test_plural(void)
{
  static const char *const cases[][2] = {
      {"actor", "actors"},
      {"armed group", "armed groups"},
      {"Group", "Groups"},
      {"country", "countries"},
      {"political party", "political parties"},
      {"attorney", "attorneys"},
      {"person", "persons"},
      {"business", "businesses"},
      {"boss", "bosses"},
      {"tax", "taxes"},
      {"branch", "branches"},
      {"parish", "parishes"},
      {"oligarch", "oligarchs"},
      {"policewoman", "policewomen"},
      {"spokesman", "spokesmen"},
      {"human", "humans"},
      {"child", "children"},
      {"head of state", "heads of state"},
      {"member of the family", "members of the family"},
      {"sub-agency", "sub-agencies"},
      /* plural already, or uncountable */
      {"forces", "forces"},
      {"troops", "troops"},
      {"status", "status"},
      {"police", "police"},
      {"armed people", "armed people"},
      /* not by these rules */
      {"GPE", "GPE"},
      {"NGO", "NGO"},
      {"foreign NGO", "foreign NGO"},
      {"B2", "B2"},
      {"type 3", "type 3"},
      {"PersonType", "PersonType"},
      {"armed_group", "armed_group"},
      {"behörde", "behörde"},
      {"größe der gruppe", "größe der gruppe"},
      {"организация", "организация"},
      {"組織", "組織"},
      {"state (former)", "state (former)"},
      {"x", "x"},
      {"", ""},
      {" of state", " of state"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *plural = relata_plural_of(cases[i][0]);
    g_assert_cmpstr(plural, ==, cases[i][1]);
  }
}

static void
test_acronym(void)
{
  static const char *const acronyms[] = {"GPE", "UN", "NATO", "G20"};
  static const char *const others[] = {"PERSON", "Org", "U", "7UP", "org", "U.N", "ORGÉ"};
  for (guint i = 0; i < G_N_ELEMENTS(acronyms); i++)
    g_assert_true(relata_plural_is_acronym(acronyms[i], strlen(acronyms[i])));
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    g_assert_false(relata_plural_is_acronym(others[i], strlen(others[i])));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/plural/plural", test_plural);
  g_test_add_func("/text/plural/acronym", test_acronym);
  return g_test_run();
}
