/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/view.h"
#include "drawing.h"
#include "text/error.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataView *view;
  RelataDiagnostics *found;
  char *path;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->corpus = relata_corpus_new();
  const guint document = add_document(fixture->corpus, "d");
  const guint a = declare_actor(fixture->corpus, "a", "A", "group");
  const guint b = declare_actor(fixture->corpus, "b", "B", "group");
  const guint attacks = declare_relation(fixture->corpus, "attacks", -1, FALSE);
  declare_relation(fixture->corpus, "rivalry", -1, TRUE);
  add_claim(fixture->corpus, document, a, attacks, b, "A hits B", RELATA_CERTAIN);
  finish(fixture->corpus);
  fixture->view = relata_view_new(fixture->corpus);
  fixture->found = relata_diagnostics_new(0);
  fixture->path = g_build_filename(g_get_tmp_dir(), "relata-XXXXXX.view.json", NULL);
  const int file = g_mkstemp(fixture->path);
  g_assert_cmpint(file, >=, 0);
  g_assert_true(g_close(file, NULL));
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_unlink(fixture->path);
  g_free(fixture->path);
  relata_diagnostics_free(fixture->found);
  relata_view_free(fixture->view);
  relata_corpus_free(fixture->corpus);
}

static gboolean
load(Fixture *fixture, const char *json)
{
  g_autoptr(GError) error = NULL;
  g_assert_true(g_file_set_contents(fixture->path, json, -1, NULL));
  const gboolean ok = relata_view_load(fixture->view, fixture->path, fixture->found, &error);
  if (!ok)
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_cmpint(ok, ==, relata_diagnostics_count(fixture->found, RELATA_ERROR_IN_DATA) == 0);
  return ok;
}

static void
test_defaults(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const RelataView *view = fixture->view;
  g_assert_null(view->title);
  g_assert_null(view->between);
  g_assert_null(view->connect);
  g_assert_null(view->around);
  g_assert_cmpuint(view->hops, ==, 1);
  g_assert_cmpuint(view->top, ==, RELATA_TOP_AUTO);
  g_assert_cmpfloat(view->backbone, ==, 0);
  g_assert_false(view->groups);
  g_assert_cmpuint(view->open->len, ==, 0);
  g_assert_cmpint(view->cluster, ==, RELATA_CLUSTER_NONE);
  g_assert_cmpstr(view->size, ==, "degree");
  g_assert_cmpstr(view->engine, ==, "auto");
  g_assert_cmpint(view->parallel, ==, RELATA_PARALLEL_AUTO);
  g_assert_true(view->labels);
  g_assert_cmpuint(view->timeout, ==, 20);
}

static void
test_all_keys(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const RelataView *view = fixture->view;
  g_assert_true(load(fixture,
                     "{\"relata\": 1, \"title\": \"T\", \"subtitle\": \"S\", \"around\": \"A\", \"hops\": 2,"
                     "\"top\": 9, \"size\": \"betweenness\", \"engine\": \"fdp\", \"parallel\": \"bundle\","
                     "\"labels\": false, \"timeout\": 3, \"page\": \"16:9\", \"theme\": \"contrast\","
                     "\"backbone\": 0.25, \"groups\": true,"
                     "\"open\": [\"2\", \"A\"], \"cluster\": \"side\","
                     "\"select\": {\"relation\": [\"attacks\", \"rivalry\"], \"as-of\": \"2021\","
                     "\"dated\": true}}"));
  g_assert_cmpstr(view->title, ==, "T");
  g_assert_cmpstr(view->subtitle, ==, "S");
  g_assert_cmpstr(view->around, ==, "A");
  g_assert_cmpuint(view->hops, ==, 2);
  g_assert_cmpuint(view->top, ==, 9);
  g_assert_cmpstr(view->size, ==, "betweenness");
  g_assert_cmpstr(view->engine, ==, "fdp");
  g_assert_cmpint(view->parallel, ==, RELATA_PARALLEL_BUNDLE);
  g_assert_false(view->labels);
  g_assert_cmpuint(view->timeout, ==, 3);
  g_assert_cmpfloat_with_epsilon(view->sheet.ratio, 9.0 / 16, 1e-9);
  g_assert_cmpuint(view->sheet.pixels_wide, ==, 0);
  g_assert_nonnull(view->theme);
  g_assert_cmpfloat(view->backbone, ==, 0.25);
  g_assert_true(view->groups);
  g_assert_cmpuint(view->open->len, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(view->open, 1), ==, "A");
  g_assert_cmpint(view->cluster, ==, RELATA_CLUSTER_SIDE);
  g_assert_cmpstr(relata_selection_value(view->selection, RELATA_FILTER_RELATION), ==, "attacks,rivalry");
  g_assert_cmpstr(relata_selection_value(view->selection, RELATA_FILTER_AS_OF), ==, "2021");
  g_assert_true(relata_selection_is_set(view->selection, RELATA_FILTER_DATED));
  /* What a second file does not name stays, and a filter that it names is replaced. */
  g_assert_true(load(fixture, "{\"top\": 4, \"select\": {\"relation\": \"attacks\", \"dated\": false}}"));
  g_assert_cmpuint(view->top, ==, 4);
  g_assert_cmpuint(view->hops, ==, 2);
  g_assert_cmpstr(view->title, ==, "T");
  g_assert_cmpstr(relata_selection_value(view->selection, RELATA_FILTER_RELATION), ==, "attacks");
  g_assert_false(relata_selection_is_set(view->selection, RELATA_FILTER_DATED));
}

static void
test_page(void)
{
  static const struct {
    const char *text;
    double ratio;
    guint wide, high;
  } right[] = {{"16:9", 9.0 / 16, 0, 0},       {"9:16", 16.0 / 9, 0, 0}, {"1:1", 1, 0, 0},
               {"297:210", 210.0 / 297, 0, 0}, {"4:1", 0.25, 0, 0},      {"1600x900", 9.0 / 16, 1600, 900},
               {"100x400", 4, 100, 400}};
  static const char *const amiss[] = {
      "",           "16",    "16:",        ":9",       "16:9:1",          "16x",
      "-16:9",      "0:1",   "5:1",        "1:5",      "99x99",           "20000x10000",
      "1600x900px", "16 :9", "1.6:1",      "16:9x100", "9999999:9999999", "a44",
      "a",          "a4-",   "a4-upright", "a2",       "portrait"};
  for (guint i = 0; i < G_N_ELEMENTS(right); i++) {
    RelataSheetSize size;
    g_assert_true(relata_sheet_size_parse(right[i].text, &size, NULL));
    g_assert_cmpfloat_with_epsilon(size.ratio, right[i].ratio, 1e-9);
    g_assert_cmpuint(size.pixels_wide, ==, right[i].wide);
    g_assert_cmpuint(size.pixels_high, ==, right[i].high);
    g_assert_null(size.paper);
  }
  static const struct {
    const char *text, *name;
    double wide, high;
  } papers[] = {{"a4", "A4", 297, 210},
                {"A4-Portrait", "A4", 210, 297},
                {"a3", "A3", 420, 297},
                {"a5-portrait", "A5", 148, 210},
                {"letter", "Letter", 279.4, 215.9}};
  for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
    RelataSheetSize size;
    g_assert_true(relata_sheet_size_parse(papers[i].text, &size, NULL));
    g_assert_cmpstr(size.paper->name, ==, papers[i].name);
    g_assert_cmpfloat(size.paper_wide, ==, papers[i].wide);
    g_assert_cmpfloat(size.paper_high, ==, papers[i].high);
    g_assert_cmpfloat_with_epsilon(size.ratio, papers[i].high / papers[i].wide, 1e-9);
    g_assert_cmpuint(size.pixels_wide, ==, (guint)(papers[i].wide / 25.4 * 300 + 0.5));
  }
  for (guint i = 0; i < G_N_ELEMENTS(amiss); i++) {
    RelataSheetSize size = {.ratio = 7, .pixels_wide = 7, .pixels_high = 7};
    g_autoptr(GError) error = NULL;
    g_assert_false(relata_sheet_size_parse(amiss[i], &size, &error));
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
    g_assert_cmpuint(size.pixels_wide, ==, 7);
  }
}

static void
test_parts(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_assert_true(load(fixture, "{\"between\": [\"A\", \"B\"], \"paths\": 7}"));
  g_assert_cmpuint(g_strv_length(fixture->view->between), ==, 2);
  g_assert_cmpstr(fixture->view->between[1], ==, "B");
  g_assert_cmpuint(fixture->view->paths, ==, 7);
  g_assert_true(load(fixture, "{\"connect\": [\"A\", \"B\", \"C\"]}"));
  g_assert_cmpuint(g_strv_length(fixture->view->connect), ==, 3);
}

typedef struct {
  const char *json, *said, *hint;
  guint line;
} Wrong;

static const Wrong wrong[] = {
    {"{\"titel\": \"x\"}", "titel", "title", 1},
    {"{\n\"top\": \"9\"}", "top", NULL, 2},
    {"{\n\n\"top\": -1}", "top", NULL, 3},
    {"{\"hops\": 0}", "hops", NULL, 1},
    {"{\"relata\": 2}", "version", NULL, 1},
    {"{\"parallel\": \"bundel\"}", "bundel", "bundle", 1},
    {"{\"theme\": \"prnt\"}", "prnt", "print", 1},
    {"{\"theme\":\n\"./nowhere.json\"}", "nowhere.json", NULL, 2},
    {"{\"page\": \"wide\"}", "16:9", NULL, 1},
    {"{\n\"page\": \"16:1\"}", "16:1", NULL, 2},
    {"{\"labels\": 1}", "labels", NULL, 1},
    {"{\"backbone\": 0}", "backbone", NULL, 1},
    {"{\n\"backbone\": 1.5}", "above 0 and at most 1", NULL, 2},
    {"{\"groups\": \"yes\"}", "groups", NULL, 1},
    {"{\"open\": [1]}", "open", NULL, 1},
    {"{\"cluster\": \"sides\"}", "sides", "side", 1},
    {"{\"select\": {\n\"relaton\": \"attacks\"}}", "relaton", "relation", 2},
    {"{\"select\": {\n\"relation\":\n\"atacks\"}}", "attacks", NULL, 3},
    {"{\"select\": {\"as-of\": 2021}}", "string", NULL, 1},
    {"{\"select\": {\"as-of\": \"yesterday\"}}", "as-of", NULL, 1},
    {"{\"select\": {\"dated\": \"yes\"}}", "", NULL, 1},
    {"{\"select\": [\"attacks\"]}", "select", NULL, 1},
    {"{\"title\": \"x\", \"title\": \"y\"}", "title", NULL, 1},
    {"{\"title\": \"x\"} x", "", NULL, 1},
    {"{\"between\": [\"A\"]}", "two actors", NULL, 1},
    {"{\"connect\": [\"A\"]}", "two actors or more", NULL, 1},
    {"{\"connect\": [\"A\", \"B\"],\n\"around\": \"A\"}", "cannot be combined", NULL, 2},
    {"{\"between\": \"A,B\"}", "between", NULL, 1},
    {"[]", "", NULL, 1},
    {"", "", NULL, 1},
};

static void
test_wrong(Fixture *fixture, gconstpointer data)
{
  const Wrong *one = data;
  g_assert_false(load(fixture, one->json));
  gboolean said = FALSE;
  for (guint i = 0; i < relata_diagnostics_n_kept(fixture->found); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(fixture->found, i);
    if (diagnostic->severity != RELATA_ERROR_IN_DATA)
      continue;
    g_test_message("%s: %s [%s]", one->json, diagnostic->message, diagnostic->hint);
    g_assert_cmpstr(diagnostic->file, ==, fixture->path);
    g_autofree char *all = g_strconcat(diagnostic->message, " ", diagnostic->hint, NULL);
    if (diagnostic->line == one->line && strstr(all, one->said) != NULL &&
        (one->hint == NULL || strstr(all, one->hint) != NULL))
      said = TRUE;
  }
  g_assert_true(said);
  /* A view that cannot be used changes nothing. */
  g_assert_null(fixture->view->title);
  g_assert_cmpuint(fixture->view->top, ==, RELATA_TOP_AUTO);
  for (guint i = 0; i < RELATA_N_FILTERS; i++)
    g_assert_false(relata_selection_is_set(fixture->view->selection, i));
}

static void
test_no_file(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(GError) error = NULL;
  g_assert_false(relata_view_load(fixture->view, "/no/such/file.view.json", fixture->found, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_INPUT);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/view/page", test_page);
  g_test_add("/draw/view/defaults", Fixture, NULL, set_up, test_defaults, tear_down);
  g_test_add("/draw/view/all-keys", Fixture, NULL, set_up, test_all_keys, tear_down);
  g_test_add("/draw/view/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add("/draw/view/no-file", Fixture, NULL, set_up, test_no_file, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autofree char *name = g_strdup_printf("/draw/view/wrong/%u", i);
    g_test_add(name, Fixture, &wrong[i], set_up, test_wrong, tear_down);
  }
  return g_test_run();
}
