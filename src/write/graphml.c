/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GraphML, by igraph's writer, from a temporary graph with attributes (the network's own graph has none).
 *
 * Nodes: id, name, type. Edges: relation, label, symmetric, sign, corroboration, certainty, affirming,
 * denying (numbers of claims), documents (ids, separated by "; "). The graph is directed; a symmetric tie is
 * one edge. GraphML has no place for the claims; the JSON and CSV formats contain them.
 *
 * igraph rejects control characters in strings after it has written part of the file. So characters that XML
 * 1.0 does not allow are replaced by U+FFFD beforehand. Others that a terminal would obey are written by
 * their numbers (&#x202E;), which says the same. */
#include "write/formats.h"

#include "network/guard.h"
#include "text/display.h"
#include "text/error.h"
#include "write/sink.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
  const RelataNetwork *network;
  FILE *file;
  gboolean is_set; /* the attribute table, and what it was before */
  igraph_attribute_table_t *former;
} Job;

static char *
xml_safe(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
  GString *safe = g_string_new(NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean allowed = (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
    /* XML parsers read a carriage return as a line feed. */
    g_string_append_unichar(safe, c == '\r' ? '\n' : allowed ? c : 0xFFFD);
  }
  return g_string_free(safe, FALSE);
}

/* ── Strings of actors and ties ──────────────────────────────────────────────────────────── */

typedef char *(*StringOf)(const RelataNetwork *network, guint index);

static char *
actor_id(const RelataNetwork *network, guint vertex)
{
  return xml_safe(relata_network_actor(network, vertex)->id);
}

static char *
actor_name(const RelataNetwork *network, guint vertex)
{
  return xml_safe(relata_network_actor(network, vertex)->name);
}

static char *
actor_type(const RelataNetwork *network, guint vertex)
{
  guint type = relata_network_actor(network, vertex)->type;
  return type == RELATA_NONE
             ? g_strdup("")
             : xml_safe(relata_schema_actor_type(relata_corpus_schema(network->corpus), type)->id);
}

static char *
tie_relation(const RelataNetwork *network, guint edge)
{
  return xml_safe(relata_network_relation(network, &network->ties[edge])->id);
}

static char *
tie_label(const RelataNetwork *network, guint edge)
{
  return xml_safe(relata_network_relation(network, &network->ties[edge])->label);
}

static char *
tie_certainty(const RelataNetwork *network, guint edge)
{
  return g_strdup(relata_certainty_name(network->ties[edge].certainty));
}

static char *
tie_documents(const RelataNetwork *network, guint edge)
{
  const RelataTie *tie = &network->ties[edge];
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_autoptr(GString) ids = g_string_new(NULL);
  for (guint i = 0; i < tie->n_claims; i++) {
    guint document = relata_network_claim(network, tie, i)->said.document;
    if (document != RELATA_NONE && g_hash_table_add(seen, GUINT_TO_POINTER(document + 1)))
      g_string_append_printf(ids, "%s%s", ids->len > 0 ? "; " : "",
                             relata_corpus_document(network->corpus, document)->id);
  }
  return xml_safe(ids->str);
}

/* ── Numbers of ties ─────────────────────────────────────────────────────────────────────── */

typedef double (*NumberOf)(const RelataNetwork *network, const RelataTie *tie);

static double
tie_sign(const RelataNetwork *network, const RelataTie *tie)
{
  return relata_network_relation(network, tie)->sign;
}

static double
tie_corroboration(const RelataNetwork *network, const RelataTie *tie)
{
  (void)network;
  return tie->corroboration;
}

static double
tie_affirming(const RelataNetwork *network, const RelataTie *tie)
{
  (void)network;
  return tie->n_affirming;
}

static double
tie_denying(const RelataNetwork *network, const RelataTie *tie)
{
  (void)network;
  return tie->n_denying;
}

/* ── Attributes ──────────────────────────────────────────────────────────────────────────── */

static igraph_error_t
set_strings(const RelataNetwork *network, igraph_t *graph, gboolean of_ties, const char *name,
            StringOf string_of)
{
  const guint n = of_ties ? network->n_ties : network->n_actors;
  igraph_strvector_t strings;
  igraph_error_t code = igraph_strvector_init(&strings, n);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++) {
    g_autofree char *string = string_of(network, i);
    code = igraph_strvector_set(&strings, i, string);
  }
  if (code == IGRAPH_SUCCESS)
    code = of_ties ? igraph_cattribute_EAS_setv(graph, name, &strings)
                   : igraph_cattribute_VAS_setv(graph, name, &strings);
  igraph_strvector_destroy(&strings);
  return code;
}

static igraph_error_t
set_numbers(const RelataNetwork *network, igraph_t *graph, const char *name, NumberOf number_of)
{
  igraph_vector_t numbers;
  igraph_error_t code = igraph_vector_init(&numbers, network->n_ties);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < network->n_ties; i++)
    VECTOR(numbers)[i] = number_of(network, &network->ties[i]);
  code = igraph_cattribute_EAN_setv(graph, name, &numbers);
  igraph_vector_destroy(&numbers);
  return code;
}

static igraph_error_t
set_symmetric(const RelataNetwork *network, igraph_t *graph)
{
  igraph_vector_bool_t symmetric;
  igraph_error_t code = igraph_vector_bool_init(&symmetric, network->n_ties);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < network->n_ties; i++)
    VECTOR(symmetric)[i] = relata_network_relation(network, &network->ties[i])->symmetric != FALSE;
  code = igraph_cattribute_EAB_setv(graph, "symmetric", &symmetric);
  igraph_vector_bool_destroy(&symmetric);
  return code;
}

static igraph_error_t
set_attributes(const RelataNetwork *network, igraph_t *graph)
{
  static const struct {
    const char *name;
    gboolean of_ties;
    StringOf string_of; /* this one */
    NumberOf number_of; /* or this one; the other is NULL */
  } attributes[] = {
      {"id", FALSE, actor_id, NULL},
      {"name", FALSE, actor_name, NULL},
      {"type", FALSE, actor_type, NULL},
      {"relation", TRUE, tie_relation, NULL},
      {"label", TRUE, tie_label, NULL},
      {"sign", TRUE, NULL, tie_sign},
      {"corroboration", TRUE, NULL, tie_corroboration},
      {"certainty", TRUE, tie_certainty, NULL},
      {"affirming", TRUE, NULL, tie_affirming},
      {"denying", TRUE, NULL, tie_denying},
      {"documents", TRUE, tie_documents, NULL},
  };
  igraph_error_t code = set_symmetric(network, graph);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < G_N_ELEMENTS(attributes); i++)
    code =
        attributes[i].string_of != NULL
            ? set_strings(network, graph, attributes[i].of_ties, attributes[i].name, attributes[i].string_of)
            : set_numbers(network, graph, attributes[i].name, attributes[i].number_of);
  return code;
}

static igraph_error_t
build(const RelataNetwork *network, igraph_t *graph)
{
  igraph_vector_int_t edges;
  igraph_error_t code = igraph_vector_int_init(&edges, 2 * (igraph_integer_t)network->n_ties);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < network->n_ties; i++) {
    VECTOR(edges)[2 * i] = network->ties[i].from;
    VECTOR(edges)[2 * i + 1] = network->ties[i].to;
  }
  code = igraph_create(graph, &edges, network->n_actors, IGRAPH_DIRECTED);
  igraph_vector_int_destroy(&edges);
  return code;
}

static igraph_error_t
write_file(gpointer data)
{
  Job *job = data;
  /* Only a graph made while an attribute table is set can have attributes; the network's graph is made
   * without. */
  job->former = igraph_set_attribute_table(&igraph_cattribute_table);
  job->is_set = TRUE;
  igraph_t graph;
  igraph_error_t code = build(job->network, &graph);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = set_attributes(job->network, &graph);
  if (code == IGRAPH_SUCCESS)
    code = igraph_write_graph_graphml(&graph, job->file, true);
  igraph_destroy(&graph);
  return code;
}

static void
append_visible(GString *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    const gunichar c = g_utf8_get_char(text);
    if (c >= 0x7F && relata_display_is_invisible(c))
      g_string_append_printf(out, "&#x%X;", c);
    else
      g_string_append_unichar(out, c);
  }
}

gboolean
relata_write_graphml(const RelataNetwork *network, RelataSink *sink, GError **error)
{
  g_return_val_if_fail(network != NULL && sink != NULL, FALSE);
  char *bytes = NULL;
  size_t n = 0;
  Job job = {.network = network, .file = open_memstream(&bytes, &n)};
  if (job.file == NULL) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, "no memory to write GraphML to");
    return FALSE;
  }
  gboolean written = relata_guard_run(write_file, &job, error);
  if (job.is_set)
    igraph_set_attribute_table(job.former);
  const gboolean whole = ferror(job.file) == 0;
  if ((fclose(job.file) != 0 || !whole || bytes == NULL) && written) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, "no memory to write GraphML to");
    written = FALSE;
  }
  if (written)
    append_visible(sink->text, bytes);
  free(bytes);
  return written && relata_sink_pass(sink, error);
}
