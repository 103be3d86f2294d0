/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks of Cytoscape (.cyjs) and Cytoscape.js: "elements", which are either an object of nodes and edges,
 * or a list in which each says its group, or is an edge by having a source and a target. */
#include "read/json/json_loose.h"
#include "read/graph/graph_json.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

typedef struct {
  RelataGraphFile *file;
  RelataJson *json;
  const RelataInput *input;
} Cytoscape;

/* Returns where the list begins that is the whole file, or NULL. */
static const char *
list_in(const RelataInput *input)
{
  const char *at = input->bytes, *end = input->bytes + input->n;
  if (g_str_has_prefix(at, "\xEF\xBB\xBF"))
    at += 3;
  while (at < end && g_ascii_isspace(*at))
    at++;
  return at < end && *at == '[' ? at + 1 : NULL;
}

/* Returns whether the list is of elements that say no group: the first has data with an id or a source, and
 * some one has both ends. */
static gboolean
is_plain(const char *list, gsize n)
{
  static const char *const ids[] = {"id", "source", NULL}, *const others[] = {"annotations", "completions",
                                                                              "predictions", "id", NULL};
  const char *data = strstr(list, "\"data\"");
  if (data == NULL || relata_json_peek(list, n, others) != NULL || strstr(list, "\"source\"") == NULL ||
      strstr(list, "\"target\"") == NULL)
    return FALSE;
  data += strlen("\"data\"");
  data += strspn(data, " \t\r\n:");
  return *data == '{' && relata_json_peek(data, n - (gsize)(data - list), ids) != NULL;
}

gboolean
relata_cytoscape_recognises(const RelataInput *input)
{
  static const char *const elements[] = {"elements", NULL}, *const kumu[] = {"connections", NULL};
  static const char *const data[] = {"data", NULL}, *const group[] = {"group", NULL};
  const char *list = list_in(input);
  if (list == NULL)
    return relata_json_peek(input->bytes, input->n, elements) != NULL &&
           relata_json_peek(input->bytes, input->n, kumu) == NULL;
  const gsize n = input->n - (gsize)(list - input->bytes);
  return relata_json_peek(list, n, data) != NULL &&
         (relata_json_peek(list, n, group) != NULL || is_plain(list, n));
}

static void
read_element(Cytoscape *reading, const cJSON *element, RelataGraphPart part)
{
  static const RelataGraphMember members[] = {
      {"id", RELATA_GRAPH_ID, FALSE},         {"source", RELATA_GRAPH_SOURCE, FALSE},
      {"target", RELATA_GRAPH_TARGET, FALSE}, {"parent", RELATA_GRAPH_ID, TRUE},
      {"SUID", RELATA_GRAPH_ID, TRUE},        {"selected", RELATA_GRAPH_ID, TRUE},
      {NULL, RELATA_GRAPH_ID, FALSE}};
  static const char *const used[] = {"data", "group", NULL};
  const cJSON *data = relata_json_member(element, "data");
  if (!cJSON_IsObject(data)) {
    relata_json_complain(reading->json, element, "missing-key", NULL,
                         "an element must be an object with \"data\"");
    return;
  }
  g_autofree char *parent = relata_graph_json_text(reading->json, relata_json_member(data, "parent"));
  relata_graph_file_begin(reading->file, part, relata_json_place(reading->json, element));
  relata_graph_json_set(reading->file, reading->json, data, members);
  if (part == RELATA_GRAPH_NODE && parent != NULL)
    relata_graph_file_within(reading->file, parent);
  relata_graph_file_end(reading->file);
  relata_graph_json_unused(reading->input->account, element, used);
}

/* Returns what an element of a list is. */
static RelataGraphPart
part_of(const cJSON *element)
{
  const char *group = cJSON_GetStringValue(relata_json_member(element, "group"));
  const cJSON *data = relata_json_member(element, "data");
  const gboolean ends =
      relata_json_member(data, "source") != NULL && relata_json_member(data, "target") != NULL;
  return group != NULL ? (strcmp(group, "edges") == 0 ? RELATA_GRAPH_EDGE : RELATA_GRAPH_NODE)
         : ends        ? RELATA_GRAPH_EDGE
                       : RELATA_GRAPH_NODE;
}

/* Reads {"nodes": […], "edges": […]}. */
static void
read_parts(Cytoscape *reading, const cJSON *elements)
{
  static const char *const parts[] = {"nodes", "edges", NULL};
  for (guint i = 0; i < RELATA_GRAPH_N_PARTS; i++) {
    const cJSON *list = relata_json_member(elements, parts[i]);
    for (const cJSON *element = cJSON_IsArray(list) ? list->child : NULL; element != NULL;
         element = element->next)
      read_element(reading, element, i == 0 ? RELATA_GRAPH_NODE : RELATA_GRAPH_EDGE);
  }
  relata_graph_json_unused(reading->input->account, elements, parts);
}

static void
read_record(gpointer data, const char *key, const cJSON *record)
{
  Cytoscape *reading = data;
  static const char *const silent[] = {"format_version", "generated_by", "target_cytoscapejs_version", NULL};
  const gboolean whole = key == NULL || strcmp(key, "elements") == 0;
  if (whole && key != NULL && cJSON_IsObject(record) && relata_json_member(record, "data") == NULL)
    read_parts(reading, record);
  else if (whole)
    read_element(reading, record, part_of(record));
  else if (!g_strv_contains(silent, key))
    relata_account_unused(reading->input->account, key);
}

gboolean
relata_cytoscape_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                      GError **error)
{
  static const char *const keys[] = {"elements", NULL};
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataGraphFile) file = relata_graph_file_new("cytoscape", corpus, input, diagnostics);
  Cytoscape reading = {file, json, input};
  return relata_json_each(input, json, keys, read_record, &reading, diagnostics, error);
}
