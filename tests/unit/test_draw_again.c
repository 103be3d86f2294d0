/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A diagram is not used up by being drawn: whatever was tried with it before, it gives the same picture. */
#include "draw/diagram/viewed.h"
#include "draw/picture.h"
#include "read/read.h"
#include "text/error.h"

#include <string.h>

static RelataCorpus *
read_corpus(void)
{
  g_autofree char *path = g_build_filename(g_getenv("RELATA_SOURCE"), "data", "kabul-2021", NULL);
  const char *const paths[] = {path};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  RelataCorpus *corpus = relata_read(paths, 1, NULL, diagnostics, NULL);
  g_assert_nonnull(corpus);
  return corpus;
}

static char *
svg_of(RelataDiagram *diagram, const char *engine, guint timeout, RelataGraphviz *graphviz)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPicture) picture =
      relata_picture_of_diagram(diagram, engine, timeout, "svg", graphviz, &error);
  g_assert_no_error(error);
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  return g_strndup(bytes, n);
}

/* By one engine, by another, and by the first again. */
static void
check_view(RelataCorpus *corpus, const RelataView *view, const char *engine)
{
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(corpus, view, &network, &error);
  g_assert_no_error(error);
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  g_autofree char *first = svg_of(diagram, engine, 100, graphviz);
  g_autofree char *second = svg_of(diagram, "neato", 100, graphviz);
  g_autofree char *third = svg_of(diagram, engine, 100, graphviz);
  g_assert_true(strcmp(first, second) != 0);
  g_assert_true(strcmp(first, third) == 0);
}

static void
test_diagrams(void)
{
  g_autoptr(RelataCorpus) corpus = read_corpus();
  g_autoptr(RelataView) plain = relata_view_new(corpus);
  plain->top = 8;
  check_view(corpus, plain, "dot");
  check_view(corpus, plain, "fdp");
  g_autoptr(RelataView) boxed = relata_view_new(corpus);
  boxed->cluster = RELATA_CLUSTER_TYPE;
  boxed->top = 12;
  check_view(corpus, boxed, "sfdp");
  g_autoptr(RelataView) flowing = relata_view_new(corpus);
  flowing->between = g_strsplit("ISIS-K,China", ",", 2);
  check_view(corpus, flowing, "auto");
}

static void
test_series(void)
{
  static const gint32 days[] = {17897, 18627, 18992}; /* at the ends of 2018, 2020 and 2021 */
  g_autoptr(RelataCorpus) corpus = read_corpus();
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  g_autoptr(GError) error = NULL;
  view->cluster = RELATA_CLUSTER_TYPE;
  view->top = 12;
  g_autoptr(RelataSeries) series =
      relata_series_of_view(corpus, view, days, G_N_ELEMENTS(days), TRUE, &error);
  g_assert_no_error(error);
  g_autofree char *first = NULL;
  static const char *const engines[] = {"fdp", "neato", "fdp"};
  for (guint i = 0; i < G_N_ELEMENTS(engines); i++) {
    g_autoptr(GPtrArray) pictures =
        relata_pictures_of_series(series, engines[i], 100, "svg", graphviz, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(pictures->len, ==, 1);
    gsize n;
    const RelataPicture *picture = g_ptr_array_index(pictures, 0);
    const char *bytes = g_bytes_get_data(picture->bytes, &n);
    g_autofree char *svg = g_strndup(bytes, n);
    if (first == NULL)
      first = g_steal_pointer(&svg);
    else
      g_assert_true((strcmp(first, svg) == 0) == (i == 2));
  }
}

/* Without any time each engine is tried and said to be too slow, in a session that goes on. */
static void
test_no_time(void)
{
  g_autoptr(RelataCorpus) corpus = read_corpus();
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(corpus, view, &network, NULL);
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  const guint n_remarks = diagram->remarks->len;
  g_autoptr(RelataPicture) picture = relata_picture_of_diagram(diagram, "circo", 0, "svg", graphviz, NULL);
  g_assert_cmpstr(picture->engine, ==, "spiral");
  g_assert_cmpuint(g_strv_length(picture->remarks), >=, n_remarks + 3);
  g_assert_nonnull(strstr(picture->remarks[n_remarks], "circo took longer than 0 seconds; neato"));
  g_assert_nonnull(strstr(picture->remarks[n_remarks + 2], "sfdp took longer than 0 seconds; spiral"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/again/diagrams", test_diagrams);
  g_test_add_func("/draw/again/series", test_series);
  g_test_add_func("/draw/again/no-time", test_no_time);
  return g_test_run();
}
