/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/view.h"

#include "read/json/json_text.h"
#include "text/message.h"

#include <cJSON.h>
#include <stddef.h>
#include <string.h>

RelataView *
relata_view_new(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  RelataView *view = g_new0(RelataView, 1);
  view->selection = relata_selection_new(corpus);
  view->hops = 1;
  view->size = g_strdup("degree");
  view->engine = g_strdup("auto");
  view->parallel = RELATA_PARALLEL_AUTO;
  view->labels = TRUE;
  view->sources = TRUE;
  view->top = RELATA_TOP_AUTO;
  view->open = g_ptr_array_new_with_free_func(g_free);
  view->timeout = RELATA_LAYOUT_SECONDS;
  return view;
}

void
relata_view_free(RelataView *view)
{
  if (view == NULL)
    return;
  g_free(view->title);
  g_free(view->subtitle);
  relata_selection_free(view->selection);
  g_strfreev(view->between);
  g_strfreev(view->connect);
  g_free(view->around);
  g_free(view->size);
  g_free(view->engine);
  relata_theme_free(view->theme);
  g_ptr_array_unref(view->open);
  g_free(view->changes_since);
  g_free(view->frames);
  g_free(view);
}

/* The content of the file as json_text reads it. Words are indices; -1 if the key is absent. */
typedef struct {
  const char *title, *subtitle, *around, *size, *engine, *changes_since, *frames, *theme, *page;
  guint relata, paths, hops, top, timeout;
  int parallel, cluster;
  gboolean labels, sources, groups, animate;
  double backbone;
  const cJSON *select, *between, *connect, *open;
} Content;

const char *const relata_parallel_words[] = {"auto", "apart", "bundle", NULL}; /* in the order of
                                                                                  RelataParallel */

const char *const relata_cluster_words[] = {"none", "type", "community", "side",
                                            NULL}; /* in the order of RelataCluster */

/* One field per line: */
/* clang-format off */
static const RelataJsonField fields[] = {
    RELATA_JSON_MAY(Content, relata, COUNT),
    RELATA_JSON_MAY(Content, title, STRING),
    RELATA_JSON_MAY(Content, subtitle, STRING),
    RELATA_JSON_MAY(Content, select, OBJECT),
    RELATA_JSON_MAY(Content, between, STRINGS),
    RELATA_JSON_MAY(Content, paths, COUNT),
    RELATA_JSON_MAY(Content, connect, STRINGS),
    RELATA_JSON_MAY(Content, around, STRING),
    RELATA_JSON_MAY(Content, hops, COUNT),
    RELATA_JSON_MAY(Content, top, COUNT),
    RELATA_JSON_MAY(Content, size, STRING),
    RELATA_JSON_MAY(Content, engine, STRING),
    RELATA_JSON_ONE_OF(Content, parallel, relata_parallel_words),
    {"changes-since", RELATA_JSON_STRING, offsetof(Content, changes_since), FALSE, NULL},
    RELATA_JSON_MAY(Content, frames, STRING),
    RELATA_JSON_MAY(Content, animate, BOOLEAN),
    RELATA_JSON_MAY(Content, labels, BOOLEAN),
    RELATA_JSON_MAY(Content, sources, BOOLEAN),
    RELATA_JSON_MAY(Content, backbone, NUMBER),
    RELATA_JSON_MAY(Content, groups, BOOLEAN),
    RELATA_JSON_MAY(Content, open, STRINGS),
    RELATA_JSON_ONE_OF(Content, cluster, relata_cluster_words),
    RELATA_JSON_MAY(Content, timeout, COUNT),
    RELATA_JSON_MAY(Content, theme, STRING),
    RELATA_JSON_MAY(Content, page, STRING),
    RELATA_JSON_END,
};
/* clang-format on */

static const RelataJsonField text_field = {"", RELATA_JSON_STRING, 0, FALSE, NULL};
static const RelataJsonField switch_field = {"", RELATA_JSON_BOOLEAN, 0, FALSE, NULL};

/* Adds one word of a filter's value. */
static gboolean
add_value(RelataJson *json, RelataSelection *selection, RelataFilter filter, const cJSON *item,
          const char *value)
{
  g_autoptr(GError) error = NULL;
  if (relata_selection_set(selection, filter, value, &error))
    return TRUE;
  relata_json_complain(json, item, "bad-filter", NULL, "\"%s\": %s", relata_filters[filter].name,
                       error->message);
  return FALSE;
}

/* A switch takes true or false; every other filter takes a string or a list of strings. */
static gboolean
set_filter(RelataJson *json, RelataSelection *selection, RelataFilter filter, const cJSON *item)
{
  relata_selection_clear(selection, filter);
  if (relata_filters[filter].argument == NULL) {
    gboolean on = FALSE;
    return relata_json_take(json, item, &switch_field, &on) &&
           (!on || add_value(json, selection, filter, item, NULL));
  }
  const gboolean several = cJSON_IsArray(item);
  gboolean ok = TRUE;
  for (const cJSON *one = several ? item->child : item; one != NULL; one = several ? one->next : NULL) {
    const char *value = NULL;
    ok = relata_json_take(json, one, &text_field, &value) && add_value(json, selection, filter, one, value) &&
         ok;
  }
  return ok;
}

static gboolean
set_filters(RelataJson *json, RelataSelection *selection, const cJSON *select)
{
  const char *names[RELATA_N_FILTERS];
  gboolean ok = TRUE;
  for (guint i = 0; i < RELATA_N_FILTERS; i++)
    names[i] = relata_filters[i].name;
  for (const cJSON *item = select->child; item != NULL; item = item->next) {
    guint filter = 0;
    while (filter < RELATA_N_FILTERS && strcmp(item->string, names[filter]) != 0)
      filter++;
    if (filter < RELATA_N_FILTERS) {
      ok = set_filter(json, selection, filter, item) && ok;
      continue;
    }
    g_autofree char *hint = relata_hint(item->string, names, RELATA_N_FILTERS, '"');
    relata_json_complain(json, item, "unknown-key", hint, "\"select\" has no filter \"%s\"", item->string);
    ok = FALSE;
  }
  return ok;
}

static void
take(char **slot, const char *value)
{
  if (value == NULL)
    return;
  g_free(*slot);
  *slot = g_strdup(value);
}

static void
take_list(char ***slot, const cJSON *list)
{
  if (list == NULL)
    return;
  GStrvBuilder *builder = g_strv_builder_new();
  for (const cJSON *item = list->child; item != NULL; item = item->next)
    g_strv_builder_add(builder, item->valuestring);
  g_strfreev(*slot);
  *slot = g_strv_builder_end(builder);
  g_strv_builder_unref(builder);
}

/* Checks that at most one of the keys is used that choose a part of the network. */
static gboolean
check_parts(RelataJson *json, const cJSON *root, const Content *content)
{
  const struct {
    const char *key;
    gboolean given;
  } parts[] = {{"between", content->between != NULL},
               {"connect", content->connect != NULL},
               {"around", content->around != NULL}};
  const char *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (parts[i].given && first != NULL) {
      relata_json_complain(json, relata_json_member(root, parts[i].key), "bad-value", NULL,
                           "\"%s\" and \"%s\" cannot be combined", first, parts[i].key);
      return FALSE;
    }
    first = parts[i].given ? parts[i].key : first;
  }
  if (content->between != NULL && cJSON_GetArraySize(content->between) != 2) {
    relata_json_complain(json, content->between, "bad-value", NULL, "\"between\" must name two actors");
    return FALSE;
  }
  if (content->connect != NULL && cJSON_GetArraySize(content->connect) < 2) {
    relata_json_complain(json, content->connect, "bad-value", NULL,
                         "\"connect\" must name two actors or more");
    return FALSE;
  }
  return TRUE;
}

static gboolean
check(RelataJson *json, const cJSON *root, const Content *content)
{
  if (content->relata != 1) {
    relata_json_complain(json, relata_json_member(root, "relata"), "unknown-version", NULL,
                         "version %u of the view format is not known", content->relata);
    return FALSE;
  }
  if (content->hops == 0) {
    relata_json_complain(json, relata_json_member(root, "hops"), "bad-value", NULL,
                         "\"hops\" must be 1 or more");
    return FALSE;
  }
  if (content->timeout == 0) {
    relata_json_complain(json, relata_json_member(root, "timeout"), "bad-value", NULL,
                         "\"timeout\" must be 1 or more");
    return FALSE;
  }
  const cJSON *backbone = relata_json_member(root, "backbone");
  if (backbone != NULL && !(content->backbone > 0 && content->backbone <= 1)) {
    relata_json_complain(json, backbone, "bad-value", NULL, "\"backbone\" must be above 0 and at most 1");
    return FALSE;
  }
  return check_parts(json, root, content);
}

/* Reads the theme that a view names, if any. A file name is relative to the view's folder. */
static gboolean
take_theme(RelataJson *json, const cJSON *root, const char *path, const char *name,
           RelataDiagnostics *diagnostics, RelataTheme **theme)
{
  g_autoptr(GError) error = NULL;
  if (name == NULL)
    return TRUE;
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *file = g_path_is_absolute(name) ? g_strdup(name) : g_build_filename(folder, name, NULL);
  *theme = relata_theme_load(relata_theme_is_file(name) ? file : name, diagnostics, &error);
  if (*theme == NULL)
    relata_json_complain(json, relata_json_member(root, "theme"), "bad-theme", NULL, "%s", error->message);
  return *theme != NULL;
}

static gboolean
take_sheet(RelataJson *json, const cJSON *root, const char *text, RelataSheetSize *sheet)
{
  g_autoptr(GError) error = NULL;
  if (text == NULL || relata_sheet_size_parse(text, sheet, &error))
    return TRUE;
  relata_json_complain(json, relata_json_member(root, "page"), "bad-value", NULL, "\"page\": %s",
                       error->message);
  return FALSE;
}

/* Returns the initial content for reading a view, so that a key that the file lacks leaves the field
 * unchanged. */
static Content
content_of(const RelataView *view)
{
  return (Content){.relata = 1,
                   .paths = view->paths,
                   .hops = view->hops,
                   .top = view->top,
                   .timeout = view->timeout,
                   .parallel = (int)view->parallel,
                   .cluster = (int)view->cluster,
                   .labels = view->labels,
                   .sources = view->sources,
                   .groups = view->groups,
                   .backbone = view->backbone,
                   .animate = view->animate};
}

/* Moves what was read into the view, once all of it is known to be valid. */
static void
take_content(RelataView *view, const Content *content)
{
  take(&view->title, content->title);
  take(&view->subtitle, content->subtitle);
  take_list(&view->between, content->between);
  take_list(&view->connect, content->connect);
  take(&view->around, content->around);
  take(&view->size, content->size);
  take(&view->engine, content->engine);
  take(&view->changes_since, content->changes_since);
  take(&view->frames, content->frames);
  view->paths = content->paths;
  view->hops = content->hops;
  view->top = content->top;
  view->timeout = content->timeout;
  view->parallel = (RelataParallel)content->parallel;
  view->cluster = (RelataCluster)content->cluster;
  view->labels = content->labels;
  view->sources = content->sources;
  view->groups = content->groups;
  view->backbone = content->backbone;
  view->animate = content->animate;
  if (content->open == NULL)
    return;
  g_ptr_array_set_size(view->open, 0);
  for (const cJSON *one = content->open->child; one != NULL; one = one->next)
    g_ptr_array_add(view->open, g_strdup(one->valuestring));
}

gboolean
relata_view_load(RelataView *view, const char *path, RelataDiagnostics *diagnostics, GError **error)
{
  g_return_val_if_fail(view != NULL && path != NULL, FALSE);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) cause = NULL;
  gsize n;
  if (!g_file_get_contents(path, &bytes, &n, &cause)) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_INPUT, cause->message);
    return FALSE;
  }
  Content content = content_of(view);
  RelataSheetSize sheet = view->sheet;
  g_autoptr(RelataSelection) selection = relata_selection_copy(view->selection);
  g_autoptr(RelataTheme) theme = NULL;
  g_autoptr(RelataJson) json = relata_json_new(path, diagnostics);
  const cJSON *root = relata_json_parse(json, bytes, n, 1);
  if (root == NULL || !relata_json_fill(json, root, "a view", fields, &content) ||
      !check(json, root, &content) || !take_theme(json, root, path, content.theme, diagnostics, &theme) ||
      !take_sheet(json, root, content.page, &sheet) ||
      (content.select != NULL && !set_filters(json, selection, content.select))) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the view %s cannot be used", path);
    return FALSE;
  }
  take_content(view, &content);
  view->sheet = sheet;
  if (theme != NULL) {
    relata_theme_free(view->theme);
    view->theme = g_steal_pointer(&theme);
  }
  relata_selection_free(view->selection);
  view->selection = g_steal_pointer(&selection);
  return TRUE;
}
