/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads themes in layers: first the theme that a file extends, then the file itself. */
#include "draw/sheet/theme_file.h"

#include "draw/sheet/theme.h"
#include "draw/sheet/theme_warn.h"
#include "read/json/json_text.h"
#include "text/error.h"
#include "text/message.h"

#include <cJSON.h>
#include <string.h>

#define MOST_STRANDS 3
#define LEAST_SIZE   0.05
#define MOST_SIZE    200.0 /* in points */

static const char *const labels[RELATA_N_SIGNS] = {
    [RELATA_SIGN_NEGATIVE] = "hostile",
    [RELATA_SIGN_NEUTRAL] = "neutral",
    [RELATA_SIGN_POSITIVE] = "friendly",
    [RELATA_SIGN_MIXED] = "both hostile and friendly",
};

/* The names of arrowheads in a theme, and in Graphviz. */
static const char *const head_words[] = {"filled", "hollow",     "open", "diamond", "hollow-diamond",
                                         "dot",    "hollow-dot", "bar",  NULL};
static const char *const heads[] = {"normal", "onormal", "vee", "diamond", "odiamond", "dot", "odot", "tee"};

static const char *const generic_fonts[] = {"serif", "sans-serif", "monospace"};

/* The file's top level, and its dark part, which may hold fewer keys. */
typedef struct {
  guint relata;
  const char *title, *extends;
  const char *ground, *ink, *soft_ink, *rule, *marker;
  const cJSON *fonts, *signs, *tints, *sizes, *dark;
} Content;

#define COLOR_FIELDS                                                                                         \
  RELATA_JSON_MAY(Content, ground, STRING), RELATA_JSON_MAY(Content, ink, STRING),                           \
      RELATA_JSON_MAY(Content, soft_ink, STRING), RELATA_JSON_MAY(Content, rule, STRING),                    \
      RELATA_JSON_MAY(Content, marker, STRING), RELATA_JSON_MAY(Content, signs, OBJECT),                     \
      RELATA_JSON_MAY(Content, tints, ARRAY)

static const RelataJsonField top_fields[] = {
    RELATA_JSON_MAY(Content, relata, COUNT),   RELATA_JSON_MAY(Content, title, STRING),
    RELATA_JSON_MAY(Content, extends, STRING), COLOR_FIELDS,
    RELATA_JSON_MAY(Content, fonts, STRINGS),  RELATA_JSON_MAY(Content, sizes, OBJECT),
    RELATA_JSON_MAY(Content, dark, OBJECT),    RELATA_JSON_END,
};
static const RelataJsonField dark_fields[] = {COLOR_FIELDS, RELATA_JSON_END};

typedef struct {
  const cJSON *negative, *neutral, *positive, *mixed;
} Signs;

static const RelataJsonField signs_fields[] = {
    RELATA_JSON_MAY(Signs, negative, OBJECT),
    RELATA_JSON_MAY(Signs, neutral, OBJECT),
    RELATA_JSON_MAY(Signs, positive, OBJECT),
    RELATA_JSON_MAY(Signs, mixed, OBJECT),
    RELATA_JSON_END,
};

typedef struct {
  const char *line, *ink;
  int head;
  guint strands;
  double weight;
} Sign;

static const RelataJsonField sign_fields[] = {
    RELATA_JSON_MAY(Sign, line, STRING),        RELATA_JSON_MAY(Sign, ink, STRING),
    RELATA_JSON_ONE_OF(Sign, head, head_words), RELATA_JSON_MAY(Sign, strands, COUNT),
    RELATA_JSON_MAY(Sign, weight, NUMBER),      RELATA_JSON_END,
};

typedef struct {
  const char *fill, *stroke;
} Tint;

static const RelataJsonField tint_fields[] = {
    RELATA_JSON_MUST(Tint, fill, STRING),
    RELATA_JSON_MUST(Tint, stroke, STRING),
    RELATA_JSON_END,
};

static const RelataJsonField size_fields[] = {
    RELATA_JSON_MAY(RelataTheme, title, NUMBER),
    RELATA_JSON_MAY(RelataTheme, subtitle, NUMBER),
    RELATA_JSON_MAY(RelataTheme, legend, NUMBER),
    RELATA_JSON_MAY(RelataTheme, caption, NUMBER),
    RELATA_JSON_MAY(RelataTheme, smallest_name, NUMBER),
    RELATA_JSON_MAY(RelataTheme, largest_name, NUMBER),
    RELATA_JSON_MAY(RelataTheme, even_name, NUMBER),
    RELATA_JSON_MAY(RelataTheme, tie_label, NUMBER),
    RELATA_JSON_MAY(RelataTheme, outline, NUMBER),
    RELATA_JSON_MAY(RelataTheme, strong_outline, NUMBER),
    RELATA_JSON_MAY(RelataTheme, asked_outline, NUMBER),
    RELATA_JSON_MAY(RelataTheme, line, NUMBER),
    RELATA_JSON_MAY(RelataTheme, line_step, NUMBER),
    RELATA_JSON_MAY(RelataTheme, widest_line, NUMBER),
    RELATA_JSON_MAY(RelataTheme, strand_gap, NUMBER),
    RELATA_JSON_MAY(RelataTheme, rule_width, NUMBER),
    RELATA_JSON_END,
};

void
relata_theme_free(RelataTheme *theme)
{
  if (theme == NULL)
    return;
  relata_theme_free(theme->dark);
  g_free(theme->fonts);
  g_free(theme);
}

static RelataTheme *
make_blank(void)
{
  RelataTheme *theme = g_new0(RelataTheme, 1);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    theme->signs[i].name = relata_sign_names[i];
    theme->signs[i].label = labels[i];
  }
  return theme;
}

/* ── Single values ───────────────────────────────────────────────────────────────────────── */

/* Takes the colour that the object has under the key. `value` is the string that relata_json_fill() read. */
static gboolean
take_color(RelataJson *json, const cJSON *object, const char *key, const char *value, const char **slot)
{
  if (value == NULL)
    return TRUE;
  const char *color = relata_theme_color(value);
  if (color == NULL) {
    relata_json_complain(json, relata_json_member(object, key), "bad-color",
                         "six hexadecimal digits after \"#\", as in \"#d55e00\"",
                         "\"%s\" is no colour: \"%s\"", key, value);
    return FALSE;
  }
  g_autofree char *lower = g_ascii_strdown(color, -1); /* in the form that Graphviz writes */
  *slot = g_intern_string(lower);
  return TRUE;
}

static gboolean
check_size(RelataJson *json, const cJSON *object, const char *key, double size)
{
  const cJSON *item = relata_json_member(object, key);
  if (item == NULL || (size >= LEAST_SIZE && size <= MOST_SIZE))
    return TRUE;
  relata_json_complain(json, item, "bad-size", NULL, "\"%s\" must be from %g to %g", key, LEAST_SIZE,
                       MOST_SIZE);
  return FALSE;
}

static gboolean
take_sign(RelataJson *json, const cJSON *object, gboolean dark, RelataSignStyle *style)
{
  Sign sign = {.head = -1, .strands = style->strands, .weight = style->weight};
  g_autofree char *what = g_strdup_printf("the sign \"%s\"", style->name);
  if (!relata_json_fill(json, object, what, sign_fields, &sign))
    return FALSE;
  const cJSON *strands = relata_json_member(object, "strands");
  if (strands != NULL && (sign.strands < 1 || sign.strands > MOST_STRANDS)) {
    relata_json_complain(json, strands, "bad-value", NULL, "\"strands\" must be 1, 2 or %d", MOST_STRANDS);
    return FALSE;
  }
  if (dark && (sign.head >= 0 || strands != NULL || relata_json_member(object, "weight") != NULL)) {
    relata_json_complain(json, object, "unknown-key", NULL,
                         "the sign \"%s\" has only colours in \"dark\": \"line\" and \"ink\"", style->name);
    return FALSE;
  }
  style->strands = sign.strands;
  style->weight = sign.weight;
  if (sign.head >= 0)
    style->head = heads[sign.head];
  const gboolean sized = check_size(json, object, "weight", sign.weight);
  const gboolean line = take_color(json, object, "line", sign.line, &style->line);
  return take_color(json, object, "ink", sign.ink, &style->ink) && line && sized;
}

static gboolean
take_signs(RelataJson *json, const cJSON *object, gboolean dark, RelataTheme *theme)
{
  Signs signs = {NULL, NULL, NULL, NULL};
  gboolean ok = relata_json_fill(json, object, "\"signs\"", signs_fields, &signs);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    const cJSON *sign = relata_json_member(object, relata_sign_names[i]);
    if (cJSON_IsObject(sign))
      ok = take_sign(json, sign, dark, &theme->signs[i]) && ok;
  }
  return ok;
}

static gboolean
take_tints(RelataJson *json, const cJSON *array, RelataTheme *theme)
{
  gboolean ok = TRUE;
  guint n = 0;
  for (const cJSON *item = array->child; item != NULL; item = item->next, n++) {
    Tint tint = {NULL, NULL};
    if (n == RELATA_MOST_TINTS) {
      relata_json_complain(json, item, "too-many", NULL, "at most %d \"tints\"", RELATA_MOST_TINTS);
      return FALSE;
    }
    ok = relata_json_fill(json, item, "a tint", tint_fields, &tint) &&
         take_color(json, item, "fill", tint.fill, &theme->tints[n].fill) &&
         take_color(json, item, "stroke", tint.stroke, &theme->tints[n].stroke) && ok;
  }
  if (n == 0) {
    relata_json_complain(json, array, "bad-value", NULL, "\"tints\" must hold at least one");
    return FALSE;
  }
  theme->n_tints = n;
  return ok;
}

/* The name of a font family goes into CSS and to fontconfig. Other characters have a meaning in one of
 * them. */
static gboolean
is_font(const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum(*c) && (strchr(" -_", *c) == NULL || c == name))
      return FALSE;
  return name[0] != '\0' && !g_ascii_isdigit(name[0]);
}

static gboolean
take_fonts(RelataJson *json, const cJSON *array, RelataTheme *theme)
{
  g_autoptr(GString) fonts = g_string_new(NULL);
  gboolean generic = FALSE;
  for (const cJSON *item = array->child; item != NULL; item = item->next) {
    if (!is_font(item->valuestring)) {
      relata_json_complain(json, item, "bad-font", "letters, digits, spaces and dashes, a letter first",
                           "\"%s\" is no name of a font", item->valuestring);
      return FALSE;
    }
    generic = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(generic_fonts); i++)
      generic = generic || strcmp(item->valuestring, generic_fonts[i]) == 0;
    g_string_append_printf(fonts, "%s%s", fonts->len > 0 ? "," : "", item->valuestring);
  }
  /* Without a generic family, Graphviz also replaces a single PostScript name by a font of its own choice. */
  if (!generic) {
    relata_json_complain(json, array, "bad-font", "serif, sans-serif or monospace",
                         "the last of \"fonts\" must be one that every computer has");
    return FALSE;
  }
  g_free(theme->fonts);
  theme->fonts = g_strdup(fonts->str);
  return TRUE;
}

static gboolean
take_sizes(RelataJson *json, const cJSON *object, RelataTheme *theme)
{
  gboolean ok = relata_json_fill(json, object, "\"sizes\"", size_fields, theme);
  for (const RelataJsonField *field = size_fields; ok && field->key != NULL; field++)
    ok = check_size(json, object, field->key,
                    *(const double *)(gconstpointer)((const char *)theme + field->offset));
  return ok;
}

static gboolean
take_colors(RelataJson *json, const cJSON *object, const Content *content, gboolean dark, RelataTheme *theme)
{
  gboolean ok = take_color(json, object, "ground", content->ground, &theme->ground);
  ok = take_color(json, object, "ink", content->ink, &theme->ink) && ok;
  ok = take_color(json, object, "soft_ink", content->soft_ink, &theme->soft_ink) && ok;
  ok = take_color(json, object, "rule", content->rule, &theme->rule) && ok;
  if (content->ground != NULL) /* a new ground needs a new marker */
    theme->marker = NULL;
  ok = take_color(json, object, "marker", content->marker, &theme->marker) && ok;
  ok = (content->signs == NULL || take_signs(json, content->signs, dark, theme)) && ok;
  return (content->tints == NULL || take_tints(json, content->tints, theme)) && ok;
}

/* ── A whole theme ───────────────────────────────────────────────────────────────────────── */

/* Returns the first key that a theme lacks; NULL if it is complete. */
static const char *
find_missing(const RelataTheme *theme)
{
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (theme->signs[i].line == NULL || theme->signs[i].ink == NULL || theme->signs[i].head == NULL ||
        theme->signs[i].strands == 0 || !(theme->signs[i].weight > 0))
      return "signs";
  for (const RelataJsonField *field = size_fields; field->key != NULL; field++)
    if (!(*(const double *)(gconstpointer)((const char *)theme + field->offset) > 0))
      return "sizes";
  return theme->ground == NULL     ? "ground"
         : theme->ink == NULL      ? "ink"
         : theme->soft_ink == NULL ? "soft_ink"
         : theme->rule == NULL     ? "rule"
         : theme->fonts == NULL    ? "fonts"
         : theme->n_tints == 0     ? "tints"
                                   : NULL;
}

/* A dark part takes shapes and sizes from its theme, and has colours of its own. */
static void
settle_dark(RelataTheme *theme)
{
  RelataTheme *dark = theme->dark;
  RelataTheme settled = *theme;
  settled.dark = NULL;
  g_free(dark->fonts); /* of the theme that this one extends */
  settled.fonts = g_strdup(theme->fonts);
  settled.ground = dark->ground;
  settled.ink = dark->ink;
  settled.soft_ink = dark->soft_ink;
  settled.rule = dark->rule;
  settled.marker = dark->marker;
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    settled.signs[i].line = dark->signs[i].line;
    settled.signs[i].ink = dark->signs[i].ink;
  }
  memcpy(settled.tints, dark->tints, sizeof settled.tints);
  settled.n_tints = dark->n_tints;
  *dark = settled;
}

static void
settle_marker(RelataTheme *theme)
{
  if (theme->marker == NULL)
    theme->marker = relata_theme_find_marker(theme->ground, theme->ink);
}

static gboolean
check_whole(RelataJson *json, const cJSON *root, RelataTheme *theme)
{
  if (theme->dark != NULL)
    settle_dark(theme);
  const char *missing = find_missing(theme);
  const char *missing_dark = theme->dark != NULL ? find_missing(theme->dark) : NULL;
  if (missing != NULL || missing_dark != NULL) {
    relata_json_complain(json, root, "missing-key", "\"extends\": \"print\" takes from there what is missing",
                         "%s lacks \"%s\", or something in it", missing != NULL ? "the theme" : "\"dark\"",
                         missing != NULL ? missing : missing_dark);
    return FALSE;
  }
  settle_marker(theme);
  if (theme->dark != NULL)
    settle_marker(theme->dark);
  if (theme->dark != NULL && theme->dark->n_tints != theme->n_tints) {
    relata_json_complain(json, root, "bad-value", NULL, "%u \"tints\", but %u in \"dark\"", theme->n_tints,
                         theme->dark->n_tints);
    return FALSE;
  }
  return TRUE;
}

static const RelataThemeSource *
find_source(const char *name)
{
  for (const RelataThemeSource *source = relata_theme_sources; source->name != NULL; source++)
    if (strcmp(source->name, name) == 0)
      return source;
  return NULL;
}

/* Suggests the nearest name of a built-in theme, or lists all; for messages. */
static char *
suggest(const char *name)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const RelataThemeSource *source = relata_theme_sources; source->name != NULL; source++)
    g_ptr_array_add(names, (gpointer)source->name);
  char *hint = relata_hint(name, (const char *const *)names->pdata, names->len, '"');
  if (hint != NULL)
    return hint;
  g_ptr_array_add(names, NULL);
  g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
  return g_strdup_printf("themes: %s; or a file, as in ./mine.json", all);
}

static RelataTheme *read_theme(const char *shown, const char *bytes, gsize n, RelataDiagnostics *diagnostics);

/* Returns the theme to start from. Built-in themes extend only those before them in the table, so the
 * recursion ends. */
static RelataTheme *
read_base(RelataJson *json, const cJSON *root, const char *extends, RelataDiagnostics *diagnostics)
{
  if (extends == NULL)
    return make_blank();
  const RelataThemeSource *source = find_source(extends);
  if (source != NULL)
    return read_theme(source->name, (const char *)source->bytes, source->n_bytes, diagnostics);
  g_autofree char *hint = suggest(extends);
  relata_json_complain(json, relata_json_member(root, "extends"), "unknown-theme", hint,
                       "no theme \"%s\" ships with relata", extends);
  return NULL;
}

static RelataTheme *
read_theme(const char *shown, const char *bytes, gsize n, RelataDiagnostics *diagnostics)
{
  Content content = {.relata = 1}, dark = {.relata = 1};
  g_autoptr(RelataJson) json = relata_json_new(shown, diagnostics);
  const cJSON *root = relata_json_parse(json, bytes, n, 1);
  if (root == NULL || !relata_json_fill(json, root, "a theme", top_fields, &content))
    return NULL;
  if (content.relata != 1) {
    relata_json_complain(json, relata_json_member(root, "relata"), "unknown-version", NULL,
                         "version %u of the theme format is not known", content.relata);
    return NULL;
  }
  g_autoptr(RelataTheme) theme = read_base(json, root, content.extends, diagnostics);
  if (theme == NULL)
    return NULL;
  gboolean ok = take_colors(json, root, &content, FALSE, theme);
  ok = (content.fonts == NULL || take_fonts(json, content.fonts, theme)) && ok;
  ok = (content.sizes == NULL || take_sizes(json, content.sizes, theme)) && ok;
  if (content.dark != NULL) {
    if (theme->dark == NULL)
      theme->dark = make_blank();
    ok = relata_json_fill(json, content.dark, "\"dark\"", dark_fields, &dark) &&
         take_colors(json, content.dark, &dark, TRUE, theme->dark) && ok;
  }
  if (!ok || !check_whole(json, root, theme))
    return NULL;
  relata_theme_warn(theme, json, root, diagnostics);
  return g_steal_pointer(&theme);
}

gboolean
relata_theme_is_file(const char *name)
{
  g_return_val_if_fail(name != NULL, FALSE);
  return strpbrk(name, "./") != NULL;
}

RelataTheme *
relata_theme_load(const char *name, RelataDiagnostics *diagnostics, GError **error)
{
  g_return_val_if_fail(name != NULL, NULL);
  const RelataThemeSource *source = find_source(name);
  if (source != NULL)
    return read_theme(name, (const char *)source->bytes, source->n_bytes, diagnostics);
  if (!relata_theme_is_file(name)) {
    g_autofree char *hint = suggest(name);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME, "no theme '%s'; %s", name, hint);
    return NULL;
  }
  g_autofree char *bytes = NULL;
  g_autoptr(GError) cause = NULL;
  gsize n;
  if (!g_file_get_contents(name, &bytes, &n, &cause)) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_INPUT, cause->message);
    return NULL;
  }
  RelataTheme *theme = read_theme(name, bytes, n, diagnostics);
  if (theme == NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the theme %s cannot be used", name);
  return theme;
}

const RelataTheme *
relata_theme_default(void)
{
  static RelataTheme *theme;
  if (g_once_init_enter(&theme)) {
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(1);
    const RelataThemeSource *source = &relata_theme_sources[0];
    g_once_init_leave(&theme,
                      read_theme(source->name, (const char *)source->bytes, source->n_bytes, diagnostics));
  }
  return theme;
}
