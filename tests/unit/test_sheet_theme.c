/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/theme.h"
#include "text/error.h"

#include <glib/gstdio.h>
#include <string.h>

/* A corpus's colours are taken only where they are colours, and darkened where nobody could see them. */
static void
test_colors(void)
{
  g_assert_cmpstr(relata_theme_color("#a0B1c2"), ==, "#a0B1c2");
  g_assert_null(relata_theme_color(NULL));
  g_assert_null(relata_theme_color("red"));
  g_assert_null(relata_theme_color("#12345"));
  g_assert_null(relata_theme_color("#12345g"));
  g_assert_null(relata_theme_color("#123456;stroke:red"));
  g_assert_cmpfloat_with_epsilon(relata_theme_contrast("#000000", "#ffffff"), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon(relata_theme_contrast("#777777", "#ffffff"), 4.478,
                                 1e-3); /* WebAIM's value */
  const char *dark = relata_theme_darken("#ffee00", "#ffffff", 4.5);
  g_assert_cmpfloat(relata_theme_contrast(dark, "#ffffff"), >=, 4.5);
  g_assert_cmpstr(relata_theme_darken("#000000", "#ffffff", 4.5), ==, "#000000");
  const char *light = relata_theme_darken("#000080", "#101418", 4.5);
  g_assert_cmpfloat(relata_theme_contrast(light, "#101418"), >=, 4.5);
  /* On a middling ground there is always one way that leads there. */
  g_assert_cmpfloat(relata_theme_contrast(relata_theme_darken("#808080", "#767676", 4.5), "#767676"), >=,
                    4.5);
}

static RelataTheme *
load_shipped(const char *name)
{
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  g_autoptr(GError) error = NULL;
  RelataTheme *theme = relata_theme_load(name, found, &error);
  g_assert_no_error(error);
  for (guint i = 0; i < relata_diagnostics_n_kept(found); i++)
    g_test_message("%s: %s", name, relata_diagnostics_get(found, i)->message);
  g_assert_cmpuint(relata_diagnostics_n_kept(found), ==, 0);
  g_assert_nonnull(theme);
  return theme;
}

static void
check_pair(const RelataContrast *contrast, gpointer data)
{
  guint *n = data;
  g_test_message("%s on %s: %.2f", contrast->front, contrast->back, contrast->has);
  g_assert_cmpfloat(contrast->has, >=, contrast->needed);
  g_assert_cmpfloat(contrast->has, ==, relata_theme_contrast(contrast->front_color, contrast->back_color));
  ++*n;
}

/* Not by the walk that the reader uses for its warnings, so that neither forgets anything unseen. */
static void
check_theme(const RelataTheme *theme)
{
  g_assert_cmpfloat(relata_theme_contrast(theme->ink, theme->ground), >=, 4.5);
  g_assert_cmpfloat(relata_theme_contrast(theme->soft_ink, theme->ground), >=, 4.5);
  g_assert_cmpfloat(relata_theme_contrast(theme->rule, theme->ground), >=, 3);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    const RelataSignStyle *sign = &theme->signs[i];
    g_assert_cmpfloat(relata_theme_contrast(sign->ink, theme->ground), >=, 4.5);
    g_assert_cmpfloat(relata_theme_contrast(sign->line, theme->ground), >=, 3);
    for (guint j = 0; j < i; j++) { /* in black and white, too, and where no head is to be seen */
      const RelataSignStyle *other = &theme->signs[j];
      g_assert_cmpstr(sign->head, !=, other->head);
      g_assert_true(sign->strands != other->strands ||
                    MAX(sign->weight, other->weight) >= 1.5 * MIN(sign->weight, other->weight));
    }
  }
  g_assert_cmpfloat(relata_theme_contrast(theme->ink, theme->marker), >=, 4.5);
  g_assert_cmpfloat(relata_theme_contrast(theme->marker, theme->ground), >=, 1.1); /* and it is seen */
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    g_assert_cmpfloat(relata_theme_contrast(theme->signs[i].ink, theme->marker), >=, 4.5);
  for (guint i = 0; i < theme->n_tints; i++) {
    g_assert_cmpfloat(relata_theme_contrast(theme->ink, theme->tints[i].fill), >=, 4.5);
    g_assert_cmpfloat(relata_theme_contrast(theme->tints[i].stroke, theme->ground), >=, 3);
    g_assert_cmpfloat(relata_theme_contrast(theme->tints[i].stroke, theme->tints[i].fill), >=, 3);
  }
}

/* Each colour has one dark colour for each use, else a style sheet by colours could not tell them apart. */
static void
check_dark(const RelataTheme *theme)
{
  const RelataTheme *dark = theme->dark;
  const struct {
    const char *light, *dark;
  } always[] = {{theme->ground, dark->ground},
                {theme->ink, dark->ink},
                {theme->soft_ink, dark->soft_ink},
                {theme->rule, dark->rule},
                {theme->marker, dark->marker}};
  for (guint use = RELATA_COLOR_OF_TEXT; use <= RELATA_COLOR_OF_FILL; use++)
    for (guint i = 0; i < G_N_ELEMENTS(always); i++)
      g_assert_cmpstr(relata_theme_dark_color(theme, always[i].light, use), ==, always[i].dark);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    const RelataSignStyle *light = &theme->signs[i], *other = &dark->signs[i];
    g_assert_cmpstr(relata_theme_dark_color(theme, light->line, RELATA_COLOR_OF_LINE), ==, other->line);
    g_assert_cmpstr(relata_theme_dark_color(theme, light->line, RELATA_COLOR_OF_FILL), ==, other->line);
    g_assert_cmpstr(relata_theme_dark_color(theme, light->ink, RELATA_COLOR_OF_TEXT), ==, other->ink);
    g_assert_cmpstr(relata_theme_dark_color(theme, relata_theme_pale(theme, i), RELATA_COLOR_OF_FILL), ==,
                    relata_theme_pale(dark, i));
    g_assert_cmpstr(light->head, ==, other->head);
    g_assert_cmpuint(light->strands, ==, other->strands);
  }
  for (guint i = 0; i < theme->n_tints; i++) {
    const RelataTint *light = &theme->tints[i], *other = &dark->tints[i];
    g_assert_cmpstr(relata_theme_dark_color(theme, light->fill, RELATA_COLOR_OF_FILL), ==, other->fill);
    g_assert_cmpstr(relata_theme_dark_color(theme, light->stroke, RELATA_COLOR_OF_LINE), ==, other->stroke);
  }
  /* Relations' own colours, which are dark enough for the light page. */
  const char *own[] = {"#000000", "#ffffff", "#2b0057", "#c00000", "#006400", "#7f7f7f"};
  for (guint i = 0; i < G_N_ELEMENTS(own); i++) {
    const char *line = relata_theme_dark_color(theme, own[i], RELATA_COLOR_OF_LINE);
    const char *text = relata_theme_dark_color(theme, own[i], RELATA_COLOR_OF_TEXT);
    g_assert_cmpfloat(relata_theme_contrast(line, dark->ground), >=, 3);
    g_assert_cmpfloat(relata_theme_contrast(text, dark->marker), >=, 4.5);
    g_assert_cmpfloat(relata_theme_contrast(text, dark->ground), >=, 4.5);
    g_assert_cmpstr(relata_theme_dark_color(theme, own[i], RELATA_COLOR_OF_FILL), ==, line);
  }
}

static void
test_shipped(void)
{
  guint n_themes = 0, n_dark = 0;
  for (const RelataThemeSource *source = relata_theme_sources; source->name != NULL; source++) {
    g_autoptr(RelataTheme) theme = load_shipped(source->name);
    guint n = 0;
    relata_theme_contrasts(theme, check_pair, &n);
    g_assert_cmpuint(n, ==, (4 + 3 * RELATA_N_SIGNS + 3 * theme->n_tints) * (theme->dark != NULL ? 2 : 1));
    check_theme(theme);
    n_themes++;
    if (theme->dark == NULL)
      continue;
    n_dark++;
    check_theme(theme->dark);
    check_dark(theme);
  }
  g_assert_cmpuint(n_themes, ==, 3);
  g_assert_cmpuint(n_dark, ==, 1);
  g_autoptr(RelataTheme) print = load_shipped("print");
  g_autoptr(RelataTheme) contrast = load_shipped("contrast");
  g_assert_cmpstr(print->ink, ==, relata_theme_default()->ink);
  g_assert_cmpstr(contrast->ground, ==, "#ffffff");
  g_assert_cmpstr(contrast->ink, ==, "#000000");
  g_assert_cmpfloat(contrast->smallest_name, >=, 1.3 * print->smallest_name);
  g_assert_cmpfloat(contrast->line, >=, 1.3 * print->line);
}

/* ── Files ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RelataDiagnostics *found;
  char *path;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->found = relata_diagnostics_new(0);
  fixture->path = g_build_filename(g_get_tmp_dir(), "relata-XXXXXX.json", NULL);
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
}

static RelataTheme *
load(Fixture *fixture, const char *json)
{
  g_autoptr(GError) error = NULL;
  g_assert_true(g_file_set_contents(fixture->path, json, -1, NULL));
  RelataTheme *theme = relata_theme_load(fixture->path, fixture->found, &error);
  if (theme == NULL)
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_cmpint(theme != NULL, ==, relata_diagnostics_count(fixture->found, RELATA_ERROR_IN_DATA) == 0);
  return theme;
}

static void
test_extends(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(RelataTheme) theme =
      load(fixture, "{\"relata\": 1, \"extends\": \"screen\", \"ink\": \"#00000A\","
                    " \"fonts\": [\"DejaVu Serif\", \"serif\"],"
                    " \"signs\": {\"positive\": {\"strands\": 3, \"head\": \"dot\"}},"
                    " \"sizes\": {\"tie_label\": 11}, \"dark\": {\"ink\": \"#ffffff\"}}");
  g_autoptr(RelataTheme) screen = load_shipped("screen");
  g_assert_nonnull(theme);
  g_assert_cmpuint(relata_diagnostics_n_kept(fixture->found), ==, 0);
  g_assert_cmpstr(theme->ink, ==, "#00000a"); /* as Graphviz will write it */
  g_assert_cmpstr(theme->fonts, ==, "DejaVu Serif,serif");
  g_assert_cmpuint(theme->signs[RELATA_SIGN_POSITIVE].strands, ==, 3);
  g_assert_cmpstr(theme->signs[RELATA_SIGN_POSITIVE].head, ==, "dot");
  g_assert_cmpstr(theme->signs[RELATA_SIGN_POSITIVE].line, ==, screen->signs[RELATA_SIGN_POSITIVE].line);
  g_assert_cmpfloat(theme->tie_label, ==, 11);
  g_assert_cmpstr(theme->ground, ==, screen->ground);
  g_assert_cmpuint(theme->n_tints, ==, screen->n_tints);
  g_assert_cmpstr(theme->dark->ink, ==, "#ffffff");
  g_assert_cmpstr(theme->dark->ground, ==, screen->dark->ground);
  g_assert_cmpuint(theme->dark->signs[RELATA_SIGN_POSITIVE].strands, ==, 3); /* shapes are one for both */
  g_assert_cmpfloat(theme->dark->tie_label, ==, 11);
}

/* Themes own their fonts; all other strings are interned. */
static gboolean
are_equal(const RelataTheme *one, const RelataTheme *other)
{
  RelataTheme left = *one, right = *other;
  const gboolean same_fonts = strcmp(left.fonts, right.fonts) == 0;
  left.fonts = right.fonts = NULL;
  return same_fonts && memcmp(&left, &right, sizeof left) == 0;
}

/* A shipped theme's file, copied, is that theme. */
static void
test_copy(Fixture *fixture, gconstpointer data)
{
  (void)data;
  for (const RelataThemeSource *source = relata_theme_sources; source->name != NULL; source++) {
    g_autofree char *json = g_strndup((const char *)source->bytes, source->n_bytes);
    g_autoptr(RelataTheme) theme = load(fixture, json), shipped = load_shipped(source->name);
    g_assert_nonnull(theme);
    g_autoptr(RelataTheme) dark = g_steal_pointer(&theme->dark), other = g_steal_pointer(&shipped->dark);
    g_assert_true(are_equal(theme, shipped));
    g_assert_true((dark == NULL) == (other == NULL));
    if (dark != NULL)
      g_assert_true(are_equal(dark, other));
  }
}

/* A theme that names no marker gets one for its ground. */
static void
test_marker(Fixture *fixture, gconstpointer data)
{
  (void)data;
  static const char *const grounds[][2] = {
      {"#ffffff", "#000000"}, {"#f4ecd8", "#3b2f1e"}, {"#101418", "#e8e8e8"}, {"#777777", "#ffffff"}};
  g_autoptr(RelataTheme) inherits = load(fixture, "{\"extends\": \"print\", \"ink\": \"#000000\"}");
  g_assert_cmpstr(inherits->marker, ==, relata_theme_default()->marker);
  g_autoptr(RelataTheme) names = load(fixture, "{\"extends\": \"print\", \"marker\": \"#D0F0C0\"}");
  g_assert_cmpstr(names->marker, ==, "#d0f0c0");
  g_autoptr(RelataTheme) dark = load(
      fixture, "{\"extends\": \"screen\", \"dark\": {\"ground\": \"#000000\"}, \"marker\": \"#ffe794\"}");
  g_assert_cmpstr(dark->dark->marker, ==, relata_theme_find_marker("#000000", dark->dark->ink));
  for (guint i = 0; i < G_N_ELEMENTS(grounds); i++) {
    g_autofree char *json = g_strdup_printf("{\"extends\": \"print\", \"ground\": \"%s\", \"ink\": \"%s\"}",
                                            grounds[i][0], grounds[i][1]);
    g_autoptr(RelataTheme) theme = load(fixture, json);
    g_assert_cmpstr(theme->marker, ==, relata_theme_find_marker(grounds[i][0], grounds[i][1]));
    g_assert_cmpstr(theme->marker, !=, theme->ground);
    if (relata_theme_contrast(theme->ink, theme->ground) > 5.4)
      g_assert_cmpfloat(relata_theme_contrast(theme->ink, theme->marker), >=, 4.5);
  }
}

static void
test_warns(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(RelataTheme) theme = load(fixture, "{\"extends\": \"print\",\n \"soft_ink\": \"#999999\",\n"
                                               " \"signs\": {\"neutral\": {\"line\": \"#cccccc\"}}}");
  g_assert_nonnull(theme);
  g_assert_cmpuint(relata_diagnostics_n_kept(fixture->found), ==, 2);
  const RelataDiagnostic *text = relata_diagnostics_get(fixture->found, 0);
  const RelataDiagnostic *line = relata_diagnostics_get(fixture->found, 1);
  g_assert_cmpint(text->severity, ==, RELATA_WARNING);
  g_assert_cmpstr(text->code, ==, "low-contrast");
  g_assert_cmpuint(text->line, ==, 2);
  g_assert_cmpuint(text->column, ==, 14);
  g_assert_nonnull(strstr(text->message, "soft_ink (#999999) on ground (#ffffff)"));
  g_assert_nonnull(strstr(text->message, "2.85:1"));
  g_assert_nonnull(strstr(text->message, "4.5:1"));
  g_assert_cmpuint(line->line, ==, 3);
  g_assert_nonnull(strstr(line->message, "signs/neutral/line"));
  g_assert_nonnull(strstr(line->message, "3:1"));
  /* The hint's colour is one that would do. */
  g_autofree char *would = g_strndup(text->hint, 7);
  g_assert_cmpfloat(relata_theme_contrast(would, "#ffffff"), >=, 4.5);
}

/* An ink that is too pale for every fill is complained of once; a colour of two meanings can turn only one.
 */
static void
test_warns_of_dark(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(RelataTheme) theme = load(fixture, "{\"extends\": \"screen\",\n"
                                               "\"signs\": {\"neutral\": {\"ink\": \"#00588b\"}},\n"
                                               "\"dark\": {\"ink\": \"#444444\"}}");
  g_assert_nonnull(theme);
  g_assert_cmpuint(relata_diagnostics_n_kept(fixture->found), ==, 2);
  const RelataDiagnostic *pale = relata_diagnostics_get(fixture->found, 0);
  const RelataDiagnostic *clash = relata_diagnostics_get(fixture->found, 1);
  g_assert_cmpstr(pale->code, ==, "low-contrast");
  g_assert_cmpuint(pale->line, ==, 3);
  g_assert_cmpstr(clash->code, ==, "ambiguous-dark");
  g_assert_nonnull(strstr(clash->message, "#00588b"));
}

typedef struct {
  const char *name, *json, *said, *hint;
  guint line;
} Wrong;

static const Wrong wrong[] = {
    {"key", "{\"extends\": \"print\",\n\"grund\": \"#ffffff\"}", "grund", "ground", 2},
    {"color-by-name", "{\"extends\": \"print\",\n\n\"ink\": \"black\"}", "black", "#d55e00", 3},
    {"color-short", "{\"extends\": \"print\", \"ink\": \"#000\"}", "#000", NULL, 1},
    {"color-css", "{\"extends\": \"print\", \"ground\": \"#ffffff}*{x:y\"}", "ground", NULL, 1},
    {"no-color", "{\"extends\": \"print\", \"ink\": 0}", "ink", NULL, 1},
    {"sign", "{\"extends\": \"print\", \"signs\": {\n\"hostile\": {}}}", "hostile", NULL, 2},
    {"sign-key", "{\"extends\": \"print\", \"signs\": {\"mixed\": {\n\"lin\": \"#000000\"}}}", "lin", "line",
     2},
    {"head", "{\"extends\": \"print\", \"signs\": {\"mixed\": {\"head\": \"diamant\"}}}", "diamant",
     "diamond", 1},
    {"strands", "{\"extends\": \"print\", \"signs\": {\"mixed\": {\"strands\": 4}}}", "strands", NULL, 1},
    {"weight", "{\"extends\": \"print\", \"signs\": {\"mixed\": {\"weight\": 0}}}", "weight", NULL, 1},
    {"size", "{\"extends\": \"print\", \"sizes\": {\n\"tie_label\": 2000}}", "tie_label", NULL, 2},
    {"size-key", "{\"extends\": \"print\", \"sizes\": {\"tie_lable\": 9}}", "tie_lable", "tie_label", 1},
    {"tints", "{\"extends\": \"print\", \"tints\": []}", "tints", NULL, 1},
    {"tint", "{\"extends\": \"print\", \"tints\": [{\"fill\": \"#ffffff\"}]}", "stroke", NULL, 1},
    {"font-css", "{\"extends\": \"print\", \"fonts\": [\"a;b\", \"serif\"]}", "a;b", NULL, 1},
    {"font-none", "{\"extends\": \"print\", \"fonts\": []}", "fonts", NULL, 1},
    {"font-lone", "{\"extends\": \"print\", \"fonts\": [\"Times\"]}", "fonts", "sans-serif", 1},
    {"extends", "{\"extends\": \"prnt\"}", "prnt", "print", 1},
    {"incomplete", "{\"ink\": \"#000000\"}", "lacks", "extends", 1},
    {"dark-incomplete", "{\"extends\": \"print\", \"dark\": {\"ink\": \"#ffffff\"}}", "dark", NULL, 1},
    {"dark-shape", "{\"extends\": \"screen\", \"dark\": {\"signs\": {\"mixed\": {\"strands\": 1}}}}", "dark",
     NULL, 1},
    {"dark-tints", "{\"extends\": \"screen\", \"tints\": [{\"fill\": \"#ffffff\", \"stroke\": \"#000000\"}]}",
     "dark", NULL, 1},
    {"version", "{\"relata\": 2, \"extends\": \"print\"}", "version", NULL, 1},
    {"array", "[]", "", NULL, 1},
    {"empty", "", "", NULL, 1},
};

static void
test_wrong(Fixture *fixture, gconstpointer data)
{
  const Wrong *one = data;
  g_assert_null(load(fixture, one->json));
  gboolean said = FALSE;
  for (guint i = 0; i < relata_diagnostics_n_kept(fixture->found); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(fixture->found, i);
    g_test_message("%s: %s [%s]", one->json, diagnostic->message, diagnostic->hint);
    g_autofree char *all = g_strconcat(diagnostic->message, " ", diagnostic->hint, NULL);
    g_assert_cmpstr(diagnostic->file, ==, fixture->path);
    said = said || (diagnostic->line == one->line && strstr(all, one->said) != NULL &&
                    (one->hint == NULL || strstr(all, one->hint) != NULL));
  }
  g_assert_true(said);
}

static void
test_names(void)
{
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_theme_load("prnt", found, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_assert_nonnull(strstr(error->message, "\"print\""));
  g_clear_error(&error);
  g_assert_null(relata_theme_load("nowhere/at/all.json", found, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_cmpuint(relata_diagnostics_n_kept(found), ==, 0);
}

/* ── Lines of several strands ────────────────────────────────────────────────────────────── */

static void
test_strands(void)
{
  const RelataTheme *theme = relata_theme_default();
  for (guint look = 0; look < RELATA_N_SIGNS; look++)
    for (guint corroboration = 1; corroboration < 9; corroboration++) {
      RelataCurve *curve = relata_curve_new(0, 1);
      g_autoptr(GPtrArray) cores = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
      const guint n = theme->signs[look].strands;
      relata_theme_set_line(theme, look, corroboration, curve);
      curve->head = theme->signs[look].head;
      curve->line = RELATA_LINE_DASHED;
      relata_curve_set_straight(curve, (RelataPoint){0, 0}, (RelataPoint){100, 0});
      relata_curve_split_strands(curve, theme->ground, cores);
      g_assert_cmpuint(cores->len, ==, n < 2 ? 0 : n); /* what lies within, and the head */
      g_assert_cmpstr(curve->color, ==, theme->signs[look].line);
      double width = curve->width;
      for (guint i = 0; i + 1 < cores->len; i++) {
        const RelataCurve *core = g_ptr_array_index(cores, i);
        g_assert_true(core->core);
        g_assert_cmpfloat(core->width, <, width); /* each within the one before */
        g_assert_cmpfloat(core->width, >=, 0.5);
        width = core->width;
        g_assert_cmpstr(core->color, ==, i % 2 == 0 ? theme->ground : theme->signs[look].line);
        g_assert_cmpint(core->line, ==, i % 2 == 0 ? RELATA_LINE_SOLID : RELATA_LINE_DASHED);
        g_assert_cmpuint(core->n_points, ==, curve->n_points);
      }
      if (cores->len > 0) {
        const RelataCurve *head = g_ptr_array_index(cores, cores->len - 1);
        g_assert_cmpstr(head->head, ==, theme->signs[look].head);
        g_assert_cmpfloat(head->end.x, ==, 100);
        g_assert_cmpstr(curve->head, ==, "none");
        g_assert_false(curve->has_end);
      }
      relata_curve_free(curve);
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/theme/colors", test_colors);
  g_test_add_func("/draw/theme/shipped", test_shipped);
  g_test_add_func("/draw/theme/names", test_names);
  g_test_add_func("/draw/theme/strands", test_strands);
  g_test_add("/draw/theme/extends", Fixture, NULL, set_up, test_extends, tear_down);
  g_test_add("/draw/theme/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add("/draw/theme/marker", Fixture, NULL, set_up, test_marker, tear_down);
  g_test_add("/draw/theme/warns", Fixture, NULL, set_up, test_warns, tear_down);
  g_test_add("/draw/theme/warns-of-dark", Fixture, NULL, set_up, test_warns_of_dark, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autofree char *path = g_strconcat("/draw/theme/wrong/", wrong[i].name, NULL);
    g_test_add(path, Fixture, &wrong[i], set_up, test_wrong, tear_down);
  }
  return g_test_run();
}
