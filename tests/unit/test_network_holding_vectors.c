/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When claims hold, as tests/vectors/holding.json has it, which the page's scripts and
 * tests/oracle/time_days.py are held against too: the days of each claim, and the answers to questions. */
#include "json_records.h"

#include "network/selection.h"

static cJSON *
read_vectors(void)
{
  const char *source = g_getenv("RELATA_SOURCE");
  g_autofree char *path =
      g_build_filename(source != NULL ? source : ".", "tests", "vectors", "holding.json", NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return NULL;
  cJSON *json = cJSON_Parse(text);
  g_assert_nonnull(json);
  return json;
}

/* Reads a world as a corpus, of whose file it has the keys. */
static World
read_world(const cJSON *vector)
{
  static const char *const keys[] = {"documents", "actors", "claims"};
  cJSON *json = cJSON_CreateObject();
  cJSON_AddNumberToObject(json, "relata", 1);
  cJSON *schema = cJSON_AddObjectToObject(json, "schema");
  cJSON_AddItemToObject(schema, "relation_types",
                        cJSON_Duplicate(cJSON_GetObjectItemCaseSensitive(vector, "types"), TRUE));
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    cJSON_AddItemToObject(json, keys[i],
                          cJSON_Duplicate(cJSON_GetObjectItemCaseSensitive(vector, keys[i]), TRUE));
  char *text = cJSON_PrintUnformatted(json);
  World world = world_new();
  take(&world, relata_json_read, "corpus.json", text);
  relata_corpus_finish(world.corpus, world.diagnostics);
  g_assert_cmpuint(relata_diagnostics_count(world.diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
  cJSON_free(text);
  cJSON_Delete(json);
  return world;
}

static const char *
string_at(const cJSON *object, const char *key)
{
  return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

/* ── Stretches ───────────────────────────────────────────────────────────────────────────── */

static gint32
day_of(const cJSON *day)
{
  const char *text = cJSON_GetStringValue(day);
  g_assert_nonnull(text);
  if (g_str_equal(text, "-inf") || g_str_equal(text, "+inf"))
    return *text == '-' ? RELATA_DAY_MIN : RELATA_DAY_MAX;
  RelataDate date;
  g_assert_true(relata_date_parse(text, &date, NULL));
  return date.begin_min;
}

/* Compares the levels that the vector has; returns their number. */
static guint
compare_levels(const RelataHoldings *holdings, guint claim, gboolean by, const cJSON *levels)
{
  guint n = 0;
  for (guint reading = 0; reading < RELATA_N_READINGS; reading++) {
    const cJSON *days = cJSON_GetObjectItemCaseSensitive(levels, relata_reading_name((RelataReading)reading));
    if (days == NULL)
      continue;
    const RelataDays is = relata_holdings_days(holdings, claim, (RelataReading)reading, by);
    RelataDays truth = RELATA_NO_DAYS;
    if (!cJSON_IsNull(days))
      truth = (RelataDays){day_of(cJSON_GetArrayItem(days, 0)), day_of(cJSON_GetArrayItem(days, 1))};
    g_test_message("claim %u %s, by %d", claim, relata_reading_name((RelataReading)reading), by);
    g_assert_cmpint(is.first, ==, truth.first);
    g_assert_cmpint(is.last, ==, truth.last);
    n++;
  }
  return n;
}

static guint
compare_stretches(const World *world, const cJSON *vector)
{
  const cJSON *all = cJSON_GetObjectItemCaseSensitive(vector, "stretches");
  const cJSON *claims = cJSON_GetObjectItemCaseSensitive(vector, "claims");
  g_autoptr(RelataHoldings) holdings = relata_holdings_new(world->corpus, NULL);
  guint n = 0;
  g_assert_cmpint(cJSON_GetArraySize(claims), ==, (int)relata_corpus_n_claims(world->corpus));
  for (guint i = 0; i < relata_corpus_n_claims(world->corpus); i++) {
    const cJSON *of =
        cJSON_GetObjectItemCaseSensitive(all, string_at(cJSON_GetArrayItem(claims, (int)i), "id"));
    const cJSON *as_of = cJSON_GetObjectItemCaseSensitive(of, "as_of");
    const cJSON *during = cJSON_GetObjectItemCaseSensitive(of, "during");
    n += compare_levels(holdings, i, FALSE, during != NULL ? during : of);
    n += compare_levels(holdings, i, TRUE, as_of != NULL ? as_of : of);
  }
  return n;
}

/* ── Questions ───────────────────────────────────────────────────────────────────────────── */

static void
set(RelataSelection *selection, RelataFilter filter, const char *value)
{
  g_autoptr(GError) error = NULL;
  relata_selection_set(selection, filter, value, &error);
  g_assert_no_error(error);
}

static RelataSelection *
selection_of(const World *world, const cJSON *question)
{
  RelataSelection *selection = relata_selection_new(world->corpus);
  const char *level = string_at(question, "level");
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    g_autofree char *key = g_strdelimit(g_strdup(relata_filters[filter].name), "-", '_');
    if (string_at(question, key) != NULL)
      set(selection, (RelataFilter)filter, string_at(question, key));
    else if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(question, key)) ||
             g_strcmp0(level, relata_filters[filter].name) == 0)
      set(selection, (RelataFilter)filter, NULL);
  }
  return selection;
}

static gboolean
is_listed(const cJSON *list, const char *id)
{
  for (const cJSON *item = list->child; item != NULL; item = item->next)
    if (g_str_equal(item->valuestring, id))
      return TRUE;
  return FALSE;
}

static void
compare_question(const World *world, const cJSON *vector, const cJSON *question)
{
  g_autoptr(RelataSelection) selection = selection_of(world, question);
  const cJSON *claims = cJSON_GetObjectItemCaseSensitive(vector, "claims");
  const cJSON *truth = cJSON_GetObjectItemCaseSensitive(question, "claims");
  g_autofree char *words = relata_selection_in_words(selection);
  for (guint i = 0; i < relata_corpus_n_claims(world->corpus); i++) {
    const char *id = string_at(cJSON_GetArrayItem(claims, (int)i), "id");
    g_test_message("%s: %s", words, id);
    g_assert_cmpint(relata_selection_has_claim(selection, i), ==, is_listed(truth, id));
  }
}

static void
test_vectors(void)
{
  cJSON *vectors = read_vectors();
  guint n_stretches = 0, n_questions = 0;
  if (vectors == NULL) {
    g_test_skip("tests/vectors/holding.json is not there");
    return;
  }
  for (const cJSON *vector = cJSON_GetObjectItemCaseSensitive(vectors, "worlds")->child; vector != NULL;
       vector = vector->next) {
    g_test_message("%s", string_at(vector, "row"));
    World world = read_world(vector);
    n_stretches += compare_stretches(&world, vector);
    const cJSON *questions = cJSON_GetObjectItemCaseSensitive(vector, "questions");
    for (const cJSON *question = questions->child; question != NULL; question = question->next, n_questions++)
      compare_question(&world, vector, question);
    world_clear(&world);
  }
  cJSON_Delete(vectors);
  g_assert_cmpuint(n_stretches, >, 300);
  g_assert_cmpuint(n_questions, >, 200);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/holding/vectors", test_vectors);
  return g_test_run();
}
