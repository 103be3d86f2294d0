/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What filters do to when claims hold, and how surely they do. */
#include "holding_world.h"

#include <string.h>

enum { MEMBER, LEADS, MEETS, N_TYPES };
enum { A, B, C };

static const OracleType types[N_TYPES] = {[MEMBER] = {.parent = RELATA_NONE},
                                          [LEADS] = {.parent = MEMBER},
                                          [MEETS] = {.parent = RELATA_NONE, .event = TRUE}};

static OracleClaim
told(guint type, guint from, guint to, gboolean denies, const char *when, const char *published)
{
  return (OracleClaim){.type = type,
                       .from = from,
                       .to = to,
                       .denies = denies,
                       .when = holding_date(when),
                       .published = holding_date(published)};
}

typedef enum { HEARD, UNHEARD } Effect;

/* "a led b" in 2020, denied from 2021 on in d1, published in 2022. What leaves out evidence leaves out
 * breakers; what leaves out ties does not, and neither does the withdrawal of what documents affirm. */
static void
test_filters(void)
{
  static const struct {
    RelataFilter filter;
    const char *value;
    Effect effect;
  } filters[] = {{RELATA_N_FILTERS, NULL, HEARD},
                 {RELATA_FILTER_NOT_DOCUMENT, "d1", UNHEARD},
                 {RELATA_FILTER_DOCUMENT, "d0", UNHEARD},
                 {RELATA_FILTER_DOCUMENT, "d0,d1", HEARD},
                 {RELATA_FILTER_KNOWN_BY, "2021-12-31", UNHEARD},
                 {RELATA_FILTER_KNOWN_BY, "2022", HEARD},
                 {RELATA_FILTER_CERTAINTY, "certain", UNHEARD},
                 {RELATA_FILTER_CERTAINTY, "probable", HEARD},
                 {RELATA_FILTER_DATED, NULL, HEARD},
                 {RELATA_FILTER_RELATION, "t1", HEARD},
                 {RELATA_FILTER_NOT_RELATION, "t2", HEARD},
                 {RELATA_FILTER_CORROBORATION, "1", HEARD}};
  const OracleClaim claims[] = {
      told(LEADS, A, B, FALSE, "2020", NULL), told(MEMBER, A, B, TRUE, "2021", "2022"),
      told(LEADS, C, B, FALSE, "2020", NULL), told(LEADS, C, B, FALSE, "2018/2021", NULL)};
  const OracleTimes times = {types, claims, G_N_ELEMENTS(claims)};
  g_autoptr(RelataCorpus) corpus = holding_corpus(&times, N_TYPES, 3);
  ((RelataClaim *)relata_corpus_claim(corpus, 1))->said.certainty = RELATA_PROBABLE;
  for (guint i = 0; i < G_N_ELEMENTS(filters); i++) {
    g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
    g_assert_true(relata_selection_set(selection, RELATA_FILTER_AS_OF, "2023-05-01", NULL));
    g_assert_false(relata_selection_has_claim(selection, 0)); /* what is kept for the next question goes */
    if (filters[i].filter != RELATA_N_FILTERS)
      g_assert_true(relata_selection_set(selection, filters[i].filter, filters[i].value, NULL));
    g_assert_cmpint(relata_selection_has_claim(selection, 0), ==, filters[i].effect == UNHEARD);
    g_autoptr(RelataSelection) copy = relata_selection_copy(selection);
    g_assert_cmpint(relata_selection_has_claim(copy, 0), ==, filters[i].effect == UNHEARD);
    if (filters[i].filter == RELATA_N_FILTERS)
      continue;
    relata_selection_clear(copy, filters[i].filter);
    g_assert_false(relata_selection_has_claim(copy, 0));
  }
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  const guint withdrawn[] = {1, 3};
  relata_selection_withdraw_documents(selection, withdrawn, 2);
  g_assert_true(relata_selection_set(selection, RELATA_FILTER_AS_OF, "2021-06-01", NULL));
  g_assert_false(relata_selection_has_claim(selection, 0)); /* the denial still breaks it */
  g_assert_true(relata_selection_has_claim(selection, 1));  /* and is no affirmation */
  g_assert_false(relata_selection_has_claim(selection, 2)); /* the stated end still ends it */
  g_assert_false(relata_selection_has_claim(selection, 3)); /* but affirms nothing any more */
}

/* The surest reading in which a claim holds. */
static void
test_reading(void)
{
  static const struct {
    guint claim;
    const char *as_of, *during;
    int reading; /* −1: none */
  } questions[] = {{0, "2021-03-05", NULL, RELATA_PRESUMABLY},
                   {0, "2021-03", NULL, RELATA_SURELY},
                   {0, "2020", NULL, RELATA_POSSIBLY},
                   {0, "2022-05-01", NULL, -1},
                   {0, "2021-03", "2020", RELATA_POSSIBLY},
                   {1, "2021-03", NULL, RELATA_POSSIBLY},
                   {2, "2021-11", NULL, RELATA_PRESUMABLY},
                   {2, "2022-01-05", "2021", RELATA_SURELY},
                   {2, "2020", NULL, -1}};
  const OracleClaim claims[] = {told(LEADS, A, B, FALSE, "2021-03", NULL),
                                told(LEADS, A, C, FALSE, NULL, NULL), told(MEETS, A, C, FALSE, "2021", NULL),
                                told(LEADS, A, B, TRUE, "2022-04", NULL)};
  const OracleTimes times = {types, claims, G_N_ELEMENTS(claims)};
  g_autoptr(RelataCorpus) corpus = holding_corpus(&times, N_TYPES, 3);
  for (guint i = 0; i < G_N_ELEMENTS(questions); i++) {
    g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
    g_assert_false(relata_selection_asks_days(selection));
    g_assert_true(relata_selection_set(selection, RELATA_FILTER_AS_OF, questions[i].as_of, NULL));
    if (questions[i].during != NULL)
      g_assert_true(relata_selection_set(selection, RELATA_FILTER_DURING, questions[i].during, NULL));
    RelataReading reading;
    const gboolean found = relata_selection_claim_reading(selection, questions[i].claim, &reading);
    g_test_message("question %u", i);
    g_assert_cmpint(found ? (int)reading : -1, ==, questions[i].reading);
  }
  g_autoptr(RelataSelection) both = relata_selection_new(corpus);
  g_assert_true(relata_selection_set(both, RELATA_FILTER_SURELY, NULL, NULL));
  g_autoptr(GError) error = NULL;
  g_assert_false(relata_selection_set(both, RELATA_FILTER_POSSIBLY, NULL, &error));
  g_assert_nonnull(strstr(error->message, "give one of them"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/selection-days/filters", test_filters);
  g_test_add_func("/network/selection-days/reading", test_reading);
  return g_test_run();
}
