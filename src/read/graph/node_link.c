/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Node-link JSON, as NetworkX, D3 and others write it: "nodes" with ids, and "edges" or, up to NetworkX 3.5,
 * "links" with source and target. Each program reads only one of the two; here either will do. */
#include "read/json/json_loose.h"
#include "read/graph/graph_json.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

/* The ends' names for one thing: the first that comes is read, the other must say the same. */
static const char *const edge_keys[] = {"edges", "links", NULL};

typedef struct {
  RelataGraphFile *file;
  RelataJson *json;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  gboolean undirected;
  guint n_nodes;
  const char *read_key;                         /* of edge_keys: that which is read; NULL: none yet */
  GChecksum *sums[G_N_ELEMENTS(edge_keys) - 1]; /* of the edges under each; NULL where there are none */
  RelataPlace other_place;
} NodeLink;

gboolean
relata_node_link_recognises(const RelataInput *input)
{
  static const char *const nodes[] = {"nodes", NULL}, *const others[] = {"elements", "objects", NULL};
  if (relata_json_peek(input->bytes, input->n, nodes) == NULL ||
      relata_json_peek(input->bytes, input->n, others) != NULL)
    return FALSE;
  /* Beyond the beginning of a long list of nodes nothing is seen. */
  return relata_json_peek(input->bytes, input->n, edge_keys) != NULL || input->n >= RELATA_PEEKED_BYTES;
}

/* Where nodes have no ids, as D3 once had it, edges name them by their numbers. */
static void
read_node(NodeLink *reading, const cJSON *record)
{
  static const RelataGraphMember members[] = {{"id", RELATA_GRAPH_ID, FALSE}, {NULL, RELATA_GRAPH_ID, FALSE}};
  g_autofree char *number = g_strdup_printf("%u", reading->n_nodes++);
  relata_graph_file_begin(reading->file, RELATA_GRAPH_NODE, relata_json_place(reading->json, record));
  relata_graph_json_set(reading->file, reading->json, record, members);
  relata_graph_file_set_default(reading->file, RELATA_GRAPH_ID, number);
  relata_graph_file_end(reading->file);
}

/* The key of a multigraph is a number, or what kind of edge it is. */
static void
read_edge(NodeLink *reading, const cJSON *record)
{
  static const RelataGraphMember members[] = {{"id", RELATA_GRAPH_ID, FALSE},
                                              {"source", RELATA_GRAPH_SOURCE, FALSE},
                                              {"target", RELATA_GRAPH_TARGET, FALSE},
                                              {"key", RELATA_GRAPH_ID, TRUE},
                                              {NULL, RELATA_GRAPH_ID, FALSE}};
  relata_graph_file_begin(reading->file, RELATA_GRAPH_EDGE, relata_json_place(reading->json, record));
  relata_graph_file_set_undirected(reading->file, reading->undirected);
  relata_graph_json_set(reading->file, reading->json, record, members);
  relata_graph_file_set_default(reading->file, RELATA_GRAPH_TYPE,
                                cJSON_GetStringValue(relata_json_member(record, "key")));
  relata_graph_file_end(reading->file);
}

static void
read_edges(NodeLink *reading, const cJSON *record, const char *key)
{
  const guint which = strcmp(key, edge_keys[0]) == 0 ? 0 : 1;
  if (reading->sums[which] == NULL)
    reading->sums[which] = g_checksum_new(G_CHECKSUM_SHA256);
  char *printed = cJSON_PrintUnformatted(record);
  if (printed != NULL)
    g_checksum_update(reading->sums[which], (const guchar *)printed, -1);
  cJSON_free(printed);
  if (reading->read_key == NULL)
    reading->read_key = edge_keys[which];
  if (reading->read_key == edge_keys[which])
    read_edge(reading, record);
  else if (reading->other_place.file == NULL)
    reading->other_place = relata_json_place(reading->json, record);
}

/* Some tools write 1 or "true". */
static gboolean
is_true(const cJSON *value)
{
  const char *word = cJSON_GetStringValue(value);
  return cJSON_IsTrue(value) || (cJSON_IsNumber(value) && value->valuedouble != 0) ||
         (word != NULL && (g_ascii_strcasecmp(word, "true") == 0 || strcmp(word, "1") == 0));
}

static void
read_directed(NodeLink *reading, const cJSON *value)
{
  const gboolean undirected = !is_true(value);
  const RelataPlace where = relata_json_place(reading->json, value);
  if (reading->read_key != NULL && undirected != reading->undirected)
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "late-direction", &where,
                    "put \"directed\" before the edges",
                    "\"directed\" stands behind edges that are read already, as %s",
                    reading->undirected ? "undirected" : "directed");
  reading->undirected = undirected;
}

static void
read_record(gpointer data, const char *key, const cJSON *record)
{
  NodeLink *reading = data;
  const gboolean object = cJSON_IsObject(record);
  if (g_strcmp0(key, "directed") == 0)
    read_directed(reading, record);
  else if (object && g_strcmp0(key, "nodes") == 0)
    read_node(reading, record);
  else if (object && key != NULL && g_strv_contains(edge_keys, key))
    read_edges(reading, record, key);
  else if (key != NULL && !cJSON_IsNull(record) &&
           (g_strcmp0(key, "nodes") == 0 || g_strv_contains(edge_keys, key)))
    relata_json_complain(reading->json, record, "wrong-type", NULL, "each of the %s must be an object", key);
  else if (key != NULL && strcmp(key, "multigraph") != 0 && (!object || record->child != NULL))
    relata_account_unused(reading->input->account, key);
}

static void
check_both(const NodeLink *reading)
{
  if (reading->sums[0] != NULL && reading->sums[1] != NULL &&
      strcmp(g_checksum_get_string(reading->sums[0]), g_checksum_get_string(reading->sums[1])) != 0)
    relata_diagnose(reading->diagnostics, RELATA_ERROR_IN_DATA, "edges-and-links", &reading->other_place,
                    "keep the one that is right",
                    "\"edges\" and \"links\" do not say the same: only \"%s\" are read", reading->read_key);
}

gboolean
relata_node_link_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                      GError **error)
{
  static const char *const keys[] = {"nodes", "edges", "links", NULL};
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataGraphFile) file = relata_graph_file_new("node-link", corpus, input, diagnostics);
  NodeLink reading = {
      .file = file, .json = json, .input = input, .diagnostics = diagnostics, .undirected = TRUE};
  const gboolean ok = relata_json_each(input, json, keys, read_record, &reading, diagnostics, error);
  check_both(&reading);
  for (guint i = 0; i < G_N_ELEMENTS(reading.sums); i++)
    g_clear_pointer(&reading.sums[i], g_checksum_free);
  return ok;
}
