/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which layout suits which graph, and what is tried when it takes too long. */
#include "draw/layout/engine.h"
#include "text/error.h"

static RelataTopology
topology_of(guint n, const guint (*ties)[2], guint n_ties, gboolean boxed)
{
  g_autoptr(GPtrArray) curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  for (guint i = 0; i < n_ties; i++)
    g_ptr_array_add(curves, relata_curve_new(ties[i][0], ties[i][1]));
  return relata_engine_topology(n, curves, boxed);
}

static void
test_topology(void)
{
  const guint tree[][2] = {{0, 1}, {2, 1}, {1, 3}, {3, 1}}; /* the last two are one pair */
  const guint ring[][2] = {{0, 1}, {1, 2}, {2, 0}, {3, 4}};
  const RelataTopology one = topology_of(4, tree, 4, FALSE), other = topology_of(5, ring, 4, TRUE);
  const RelataTopology none = topology_of(0, NULL, 0, FALSE);
  g_assert_cmpuint(one.n_links, ==, 4);
  g_assert_cmpfloat_with_epsilon(one.loops, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon(one.density, 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon(other.loops, 0.25, 1e-12);
  g_assert_true(other.boxed);
  g_assert_cmpfloat(none.loops, ==, 0);
}

typedef struct {
  RelataTopology topology;
  const char *engine;
} Case;

static const Case cases[] = {
    {{0, 0, 0, 0, FALSE}, "dot"},
    {{12, 16, 0.4, 1.3, FALSE}, "dot"},
    {{12, 17, 0.4, 1.4, FALSE}, "neato"},
    {{40, 39, 0, 1, FALSE}, "circo"},
    {{150, 155, 0.04, 1, FALSE}, "circo"},
    {{151, 150, 0, 1, FALSE}, "neato"},
    {{40, 45, 0.13, 1.1, FALSE}, "neato"},
    {{80, 400, 0.8, 5, FALSE}, "fdp"},
    {{30, 200, 0.8, 6.7, FALSE}, "neato"},
    {{8, 7, 0, 0.9, TRUE}, "neato"},
    {{40, 39, 0, 1, TRUE}, "neato"},
    {{401, 600, 0.3, 1.5, FALSE}, "sfdp"},
    {{400, 1201, 0.6, 3, TRUE}, "sfdp"},
    {{2000, 1999, 0, 1, FALSE}, "sfdp"},
    {{G_MAXUINT, G_MAXUINT, 1, 1, TRUE}, "sfdp"},
};

static void
test_auto(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(relata_engine_find("auto", &cases[i].topology, NULL)->name, ==, cases[i].engine);
}

/* From every engine a way leads to the spiral, which takes no time. */
static void
test_cheaper(void)
{
  for (const RelataEngine *engine = relata_engines; engine->name != NULL; engine++) {
    const RelataEngine *at = engine;
    guint steps = 0;
    while (relata_engine_cheaper(at) != NULL && steps++ < 10)
      at = relata_engine_cheaper(at);
    g_assert_cmpstr(at->name, ==, "spiral");
  }
}

static void
test_names(void)
{
  const RelataTopology topology = {5, 5, 0, 1, FALSE};
  g_autoptr(GError) error = NULL;
  g_assert_cmpstr(relata_engine_find("twopi", &topology, NULL)->name, ==, "twopi");
  g_assert_null(relata_engine_find("spiral", &topology, NULL));
  g_assert_null(relata_engine_find("neat", &topology, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_assert_nonnull(g_strstr_len(error->message, -1, "did you mean 'neato'?"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/engine/topology", test_topology);
  g_test_add_func("/engine/auto", test_auto);
  g_test_add_func("/engine/cheaper", test_cheaper);
  g_test_add_func("/engine/names", test_names);
  return g_test_run();
}
