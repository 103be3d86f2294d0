/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Conditions of hops, and one document or origin for all of them, against all walks of small random worlds;
 * and what is wrong with a pattern's conditions. */
#include "many.h"
#include "paths/question.h"
#include "path_world.h"
#include "text/error.h"

#define N_WORLDS many(150)
#define MOST     3 /* steps of a pattern */

/* One step of a pattern, and its conditions. */
typedef struct {
  guint type;             /* WORLD_TYPES: any */
  gboolean back;          /* "^" */
  guint documents;        /* as bits; 0: any */
  gboolean not_documents; /* all but these */
  gboolean has_certainty, dated;
  RelataCertainty certainty;
} Step;

typedef struct {
  const World *world;
  Step steps[MOST];
  guint n_steps;
  RelataSame same;
  guint from, to;
  GPtrArray *walks; /* of char *: ties, and whether walked forward */
  guint ties[MOST], actors[MOST + 1];
} Brute;

static gboolean
is_kind(guint type, guint wanted)
{
  while (type != wanted && world_types[type].parent != NULL)
    type = world_find_type(world_types[type].parent);
  return type == wanted;
}

static gboolean
meets(const World *world, const Step *step, const WorldClaim *claim)
{
  (void)world;
  const gboolean listed = (step->documents >> claim->document & 1) != 0;
  return (step->documents == 0 || listed != step->not_documents) &&
         (!step->has_certainty || claim->certainty >= step->certainty) &&
         (!step->dated || world_dates[claim->date][0] != '\0');
}

static gboolean
stands(const World *world, const Step *step, const WorldTie *tie)
{
  for (guint i = 0; i < tie->n_claims; i++)
    if (meets(world, step, &world->claims[tie->claims[i]]))
      return TRUE;
  return FALSE;
}

/* The documents or origins that affirm all ties of the walk, as bits. */
static guint
common(const Brute *brute)
{
  guint all = G_MAXUINT;
  for (guint i = 0; i < brute->n_steps; i++) {
    const WorldTie *tie = &brute->world->ties[brute->ties[i]];
    guint bits = 0;
    for (guint k = 0; k < tie->n_claims; k++)
      bits |= 1u << brute->world->claims[tie->claims[k]].document;
    all &= brute->same == RELATA_SAME_ORIGIN ? tie->origins : bits;
  }
  return all;
}

static char *
name_walk(const guint *ties_from, const guint *ties_to, const guint *types, const guint *actors, guint n)
{
  GString *name = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(name, "%u:%s-%s-%s ", actors[i], world_actors[ties_from[i]],
                           world_types[types[i]].id, world_actors[ties_to[i]]);
  return g_string_free(name, FALSE);
}

/* Ties without a direction are named from the actor whose id comes first. */
static void
orient(guint type, guint *from, guint *to)
{
  const guint a = *from, b = *to;
  if (world_types[type].symmetric && strcmp(world_actors[a], world_actors[b]) > 0) {
    *from = b;
    *to = a;
  }
}

static void
keep_walk(Brute *brute)
{
  guint from[MOST], to[MOST], types[MOST];
  if (brute->same != RELATA_SAME_NOTHING && common(brute) == 0)
    return;
  for (guint i = 0; i < brute->n_steps; i++) {
    const WorldTie *tie = &brute->world->ties[brute->ties[i]];
    from[i] = tie->from;
    to[i] = tie->to;
    types[i] = tie->type;
    orient(tie->type, &from[i], &to[i]);
  }
  g_ptr_array_add(brute->walks, name_walk(from, to, types, brute->actors, brute->n_steps));
}

static void
try_all(Brute *brute, guint n)
{
  const World *world = brute->world;
  const guint here = brute->actors[n];
  if (n == brute->n_steps) {
    if (here == brute->to)
      keep_walk(brute);
    return;
  }
  const Step *step = &brute->steps[n];
  for (guint i = 0; i < world->n_ties; i++) {
    const WorldTie *tie = &world->ties[i];
    const gboolean both = world_types[tie->type].symmetric;
    const gboolean along = tie->from == here && (both || !step->back || tie->from == tie->to);
    const gboolean against = tie->to == here && tie->from != tie->to && (both || step->back);
    if ((!along && !against) || (step->type < WORLD_TYPES && !is_kind(tie->type, step->type)) ||
        !stands(world, step, tie))
      continue;
    brute->ties[n] = i;
    brute->actors[n + 1] = along ? tie->to : tie->from;
    try_all(brute, n + 1);
  }
}

static void
append_conditions(GString *text, const Step *step)
{
  const char *comma = "";
  if (step->documents == 0 && !step->has_certainty && !step->dated)
    return;
  g_string_append_c(text, '[');
  if (step->documents != 0) {
    g_string_append(text, step->not_documents ? "not-document=" : "document=");
    for (guint i = 0, n = 0; i < WORLD_DOCUMENTS; i++)
      if ((step->documents >> i & 1) != 0)
        g_string_append_printf(text, "%sd%u", n++ > 0 ? "|" : "", i);
    comma = ", ";
  }
  if (step->has_certainty) {
    g_string_append_printf(text, "%scertainty=%s", comma, relata_certainty_name(step->certainty));
    comma = ",";
  }
  if (step->dated)
    g_string_append_printf(text, "%sdated", comma);
  g_string_append_c(text, ']');
}

static char *
make_pattern(GRand *random, Brute *brute)
{
  GString *text = g_string_new(NULL);
  brute->n_steps = 1 + world_below(random, MOST);
  for (guint i = 0; i < brute->n_steps; i++) {
    Step *step = &brute->steps[i];
    *step = (Step){.type = world_below(random, WORLD_TYPES + 3), .back = world_one_in(random, 3)};
    step->type = MIN(step->type, WORLD_TYPES);
    if (world_one_in(random, 2))
      step->documents = 1 + world_below(random, (1u << WORLD_DOCUMENTS) - 1);
    step->not_documents = world_one_in(random, 3);
    step->has_certainty = world_one_in(random, 3);
    step->certainty = (RelataCertainty)world_below(random, 3);
    step->dated = world_one_in(random, 6);
    g_string_append_printf(text, "%s%s%s", i > 0 ? "/" : "", step->back ? "^" : "",
                           step->type < WORLD_TYPES ? world_types[step->type].id : ".");
    append_conditions(text, step);
  }
  return g_string_free(text, FALSE);
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
join_sorted(GPtrArray *names)
{
  g_ptr_array_sort(names, compare_names);
  g_ptr_array_add(names, NULL);
  return g_strjoinv("\n", (char **)names->pdata);
}

/* The paths of an answer, named as walks are. */
static GPtrArray *
names_of(const RelataPathFindings *findings)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  const RelataNetwork *network = findings->network;
  for (guint i = 0; i < findings->answer->paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(findings->answer->paths, i);
    guint from[MOST], to[MOST], types[MOST], actors[MOST + 1];
    g_assert_cmpuint(path->n_hops, <=, MOST);
    for (guint k = 0; k < path->n_hops; k++) {
      const RelataTie *tie = &network->ties[path->hops[k].tie];
      from[k] = network->actors[tie->from];
      to[k] = network->actors[tie->to];
      types[k] = tie->type;
      actors[k] = network->actors[path->vertices[k]];
      orient(tie->type, &from[k], &to[k]);
    }
    g_ptr_array_add(names, name_walk(from, to, types, actors, path->n_hops));
  }
  return names;
}

static guint
check_world(GRand *random)
{
  const World world = world_random(random);
  g_autoptr(RelataCorpus) corpus = world_corpus(&world);
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(corpus, selection, &error);
  guint n = 0;
  for (guint i = 0; i < 12; i++) {
    Brute brute = {.world = &world, .walks = g_ptr_array_new_with_free_func(g_free)};
    g_autofree char *text = make_pattern(random, &brute);
    g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, text, &error);
    g_assert_no_error(error);
    brute.from = brute.actors[0] = world_below(random, world.n_actors);
    brute.to = world_below(random, world.n_actors);
    brute.same = (RelataSame)world_below(random, RELATA_N_SAME);
    try_all(&brute, 0);
    const RelataPathQuestion question = {.corpus = corpus,
                                         .selection = selection,
                                         .ground = ground,
                                         .from = brute.from,
                                         .to = brute.to,
                                         .pattern = pattern,
                                         .same = brute.same,
                                         .selector = RELATA_PATHS_ALL,
                                         .mode = RELATA_MODE_WALK,
                                         .count = 100000};
    g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, &error);
    g_assert_no_error(error);
    n += brute.walks->len;
    g_autoptr(GPtrArray) names = names_of(findings);
    g_autofree char *found = join_sorted(names), *wanted = join_sorted(brute.walks);
    if (strcmp(found, wanted) != 0)
      g_test_message("%s, same %u", text, brute.same);
    g_assert_cmpstr(found, ==, wanted);
    g_ptr_array_unref(brute.walks);
  }
  return n;
}

static void
test_random(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(13);
  guint n = 0;
  for (guint i = 0; i < N_WORLDS; i++)
    n += check_world(random);
  g_assert_cmpuint(n, >, N_WORLDS); /* it is not about nothing */
}

/* A hop with conditions is what the options themselves would leave of its tie. */
static void
test_as_options(void)
{
  static const char *const conditions[][2] = {{"as-of", "2020-02-10"}, {"during", "2020-01/2020-02"},
                                              {"known-by", "2020-02"}, {"corroboration", "2"},
                                              {"undisputed", NULL},    {"sign", "-"},
                                              {"not-type", "group"},   {"dated", NULL}};
  g_autoptr(GRand) random = g_rand_new_with_seed(31);
  guint n_differ = 0;
  for (guint i = 0; i < N_WORLDS; i++) {
    const World world = world_random(random);
    g_autoptr(RelataCorpus) corpus = world_corpus(&world);
    const char *const *condition = conditions[i % G_N_ELEMENTS(conditions)];
    g_autofree char *text = g_strdup_printf("(.|^.)[%s%s%s]", condition[0], condition[1] != NULL ? "=" : "",
                                            condition[1] != NULL ? condition[1] : "");
    g_autofree char *each = g_strdup_printf(".%s|^.%s", text + 6, text + 6);
    g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, each, NULL);
    g_assert_nonnull(pattern);
    g_autoptr(RelataSelection) all = relata_selection_new(corpus), narrow = relata_selection_new(corpus);
    for (RelataFilter filter = 0; filter < RELATA_N_FILTERS; filter++)
      if (g_str_equal(relata_filters[filter].name, condition[0]))
        g_assert_true(relata_selection_set(narrow, filter, condition[1], NULL));
    g_autoptr(RelataNetwork) whole = relata_network_new(corpus, all, NULL);
    g_autoptr(RelataNetwork) part = relata_network_new(corpus, narrow, NULL);
    g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(whole);
    gboolean known[WORLD_MAX_ACTORS][WORLD_MAX_ACTORS] = {{FALSE}};
    for (guint k = 0; k < part->n_ties; k++) {
      const guint a = part->actors[part->ties[k].from], b = part->actors[part->ties[k].to];
      known[a][b] = known[b][a] = TRUE;
    }
    n_differ += part->n_ties < whole->n_ties;
    for (guint a = 0; a < world.n_actors; a++)
      for (guint b = 0; b < world.n_actors; b++) {
        const RelataPathQuery query = {
            .from = whole->vertices[a], .to = whole->vertices[b], .pattern = pattern, .count = 1};
        g_autoptr(RelataPathAnswer) answer = relata_path_search(searcher, &query, NULL);
        g_assert_cmpuint(answer->paths->len, ==, known[a][b] ? 1 : 0);
      }
  }
  g_assert_cmpuint(n_differ, >, N_WORLDS / 4);
}

/* Errors say what was wrong, and where. */
static void
test_errors(void)
{
  static const struct {
    const char *pattern, *message;
    guint caret;
  } rows[] = {{"attacks[certanty=probable]", "did you mean 'certainty'?", 8},
              {"attacks[certainty=sure]", "expected possible, probable or certain", 18},
              {"attacks[during=20x1]", "is not a date", 15},
              {"attacks[during]", "'=' and INTERVAL is expected here", 14},
              {"attacks[document=d9]", "no document", 17},
              {"attacks[dated=1]", "',' or ']' is expected here", 13},
              {"attacks[dated, dated]", "given twice", 15},
              {"attacks[dated", "ends where ',' or ']' is expected", 13},
              {"attacks[]", "a condition, as during=2021, is expected here", 8},
              {"attacks[surely]", "add as-of or during", 8},
              {"attacks[reporting]", "would let more", 8},
              {"(attacks|.)[dated]", "conditions are those of one hop", 11},
              {"attacks+[dated]", "", 8}};
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  const World world = world_random(random);
  g_autoptr(RelataCorpus) corpus = world_corpus(&world);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GError) error = NULL;
    g_test_message("%s", rows[i].pattern);
    g_assert_null(relata_pattern_parse(corpus, rows[i].pattern, &error));
    g_assert_nonnull(strstr(error->message, rows[i].message));
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    g_assert_cmpuint(strlen(lines[2]) - 3, ==, rows[i].caret);
  }
}

/* Without one condition the pattern is what it would be if that had not been written. */
static void
test_without(void)
{
  static const char *const rows[][3] = {
      {"attacks[dated]/meets", "dated", "attacks/meets"},
      {"attacks[dated, during=2020]+", "dated", "attacks[during=2020]+"},
      {"^owns [ dated , certainty=certain ]", "dated", "^owns [ certainty=certain ]"}};
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  const World world = world_random(random);
  g_autoptr(RelataCorpus) corpus = world_corpus(&world);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, rows[i][0], NULL);
    g_autofree char *condition = NULL;
    g_autofree char *text = relata_pattern_without_condition(pattern, 0, &condition);
    g_assert_cmpstr(condition, ==, rows[i][1]);
    g_assert_cmpstr(text, ==, rows[i][2]);
  }
  g_autoptr(RelataPattern) two = relata_pattern_parse(corpus, "owns[dated, undisputed]/meets[sign=+]", NULL);
  char *condition = NULL;
  g_autofree char *second = relata_pattern_without_condition(two, 1, &condition);
  g_assert_cmpstr(second, ==, "owns[dated]/meets[sign=+]");
  g_free(condition);
  g_autofree char *third = relata_pattern_without_condition(two, 2, &condition);
  g_assert_cmpstr(third, ==, "owns[dated, undisputed]/meets");
  g_free(condition);
  g_assert_null(relata_pattern_without_condition(two, 3, &condition));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/conditions/random", test_random);
  g_test_add_func("/paths/conditions/as-options", test_as_options);
  g_test_add_func("/paths/conditions/errors", test_errors);
  g_test_add_func("/paths/conditions/without", test_without);
  return g_test_run();
}
