/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GraphML of yEd, yEd live, igraph, NetworkX, Cytoscape and others. yEd keeps names in the drawing of a node
 * (y:NodeLabel), yEd live in a list of labels (y:Label), and the direction of an edge in its arrows, which is
 * why igraph's reader does not do. */
#include "read/graph/graph_file.h"
#include "read/xml/markup.h"
#include "read/readers.h"
#include "read/xml/xml.h"

#include <string.h>

typedef struct {
  RelataXml *xml;
  RelataGraphFile *file;
  const RelataInput *input;
} Graphml;

/* What <data> holds. */
typedef struct {
  guint depth, label_depth; /* the latter 0 outside of labels */
  GString *text, *label;
  char *first_label;
  gboolean markup;
  char *arrows[2]; /* at the source, and at the target; NULL: not said */
} Data;

gboolean
relata_graphml_recognises(const RelataInput *input)
{
  g_autofree char *uri = NULL;
  g_autofree char *root = relata_xml_root(input, &uri);
  return g_strcmp0(root, "graphml") == 0;
}

static const char *
attribute(const Graphml *graphml, const char *name)
{
  return relata_xml_attribute(graphml->xml, name);
}

/* Reads <key id for attr.name><default>. */
static void
read_key(Graphml *graphml, guint depth)
{
  const RelataXmlEvent *event;
  g_autofree char *id = g_strdup(attribute(graphml, "id")), *of = g_strdup(attribute(graphml, "for"));
  g_autofree char *name = g_strdup(attribute(graphml, "attr.name")), *otherwise = NULL;
  g_autofree char *drawing = g_strdup(attribute(graphml, "yfiles.type"));
  while ((event = relata_xml_child(graphml->xml, depth)) != NULL)
    if (strcmp(event->name, "default") == 0 && otherwise == NULL)
      otherwise = g_strstrip(relata_xml_content(graphml->xml));
  if (id == NULL)
    return;
  const char *called = name != NULL ? name : drawing != NULL ? drawing : id;
  const gboolean all = of == NULL || strcmp(of, "all") == 0;
  if (all || strcmp(of, "node") == 0)
    relata_graph_file_declare(graphml->file, RELATA_GRAPH_NODE, id, called, otherwise);
  if (all || strcmp(of, "edge") == 0)
    relata_graph_file_declare(graphml->file, RELATA_GRAPH_EDGE, id, called, otherwise);
}

/* Keeps the first label that says something. Further ones are counted. */
static void
add_label(Graphml *graphml, Data *data, const char *text)
{
  g_autofree char *label = relata_markup_label(text);
  if (*label == '\0')
    return;
  if (data->first_label == NULL)
    data->first_label = g_steal_pointer(&label);
  else
    relata_account_unused(graphml->input->account, "another label");
}

static void
read_inner(Graphml *graphml, Data *data, const RelataXmlEvent *event)
{
  static const char *const labels[] = {"NodeLabel", "EdgeLabel", "Label.Text", NULL};
  data->markup = TRUE;
  if (g_strv_contains(labels, event->name)) {
    data->label_depth = event->depth;
    g_string_truncate(data->label, 0);
  } else if (strcmp(event->name, "Label") == 0 && attribute(graphml, "Text") != NULL) {
    add_label(graphml, data, attribute(graphml, "Text"));
  } else if (strcmp(event->name, "Arrows") == 0 && data->arrows[0] == NULL && data->arrows[1] == NULL) {
    data->arrows[0] = g_strdup(attribute(graphml, "source"));
    data->arrows[1] = g_strdup(attribute(graphml, "target"));
  }
}

/* Reads to the end of <data>. */
static void
read_content(Graphml *graphml, Data *data)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_next(graphml->xml)) != NULL) {
    if (event->kind == RELATA_XML_END && event->depth == data->depth)
      return;
    if (event->kind == RELATA_XML_START) {
      read_inner(graphml, data, event);
    } else if (event->kind == RELATA_XML_TEXT && event->depth == data->depth) {
      g_string_append(data->text, event->text);
    } else if (event->kind == RELATA_XML_TEXT && event->depth == data->label_depth) {
      g_string_append(data->label, event->text);
    } else if (event->kind == RELATA_XML_END && event->depth == data->label_depth) {
      add_label(graphml, data, data->label->str);
      data->label_depth = 0;
    }
  }
}

/* An edge has no direction where no arrow, or one at each end, is drawn; an arrow at its source alone turns
 * it round. */
static void
set_arrows(Graphml *graphml, const Data *data)
{
  const char *source = data->arrows[0], *target = data->arrows[1];
  if (source == NULL || target == NULL)
    return;
  const gboolean at_source = strcmp(source, "none") != 0, at_target = strcmp(target, "none") != 0;
  relata_graph_file_set_undirected(graphml->file, at_source == at_target);
  if (at_source && !at_target)
    relata_graph_file_turn(graphml->file);
}

static void
read_data(Graphml *graphml, RelataGraphPart part, guint depth)
{
  g_autofree char *key = g_strdup(attribute(graphml, "key"));
  Data data = {.depth = depth, .text = g_string_new(NULL), .label = g_string_new(NULL)};
  read_content(graphml, &data);
  const char *text = g_strstrip(data.text->str);
  relata_graph_file_set_default(
      graphml->file, part == RELATA_GRAPH_NODE ? RELATA_GRAPH_NAME : RELATA_GRAPH_TYPE, data.first_label);
  if (part == RELATA_GRAPH_EDGE)
    set_arrows(graphml, &data);
  if (key != NULL && (*text != '\0' || (data.markup && data.first_label == NULL && data.arrows[0] == NULL)))
    relata_graph_file_value(graphml->file, key, *text != '\0' ? text : "markup");
  g_string_free(data.text, TRUE);
  g_string_free(data.label, TRUE);
  g_free(data.first_label);
  g_free(data.arrows[0]);
  g_free(data.arrows[1]);
}

static void read_graph(Graphml *graphml, guint depth);

/* Reads what is in a record, and ends it. */
static void
read_record(Graphml *graphml, RelataGraphPart part, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(graphml->xml, depth)) != NULL) {
    if (strcmp(event->name, "data") == 0)
      read_data(graphml, part, event->depth);
    else if (strcmp(event->name, "graph") == 0)
      read_graph(graphml, event->depth);
    else
      relata_account_unused(graphml->input->account, event->name);
  }
  (relata_xml_is_broken(graphml->xml) ? relata_graph_file_drop : relata_graph_file_end)(graphml->file);
}

static void
read_node(Graphml *graphml, RelataPlace where, guint depth)
{
  g_autofree char *group = g_strdup(relata_graph_file_node(graphml->file));
  relata_graph_file_begin(graphml->file, RELATA_GRAPH_NODE, where);
  relata_graph_file_set(graphml->file, RELATA_GRAPH_ID, attribute(graphml, "id"));
  if (group != NULL)
    relata_graph_file_within(graphml->file, group);
  read_record(graphml, RELATA_GRAPH_NODE, depth);
}

static void
read_edge(Graphml *graphml, RelataPlace where, guint depth, gboolean undirected)
{
  const char *directed = attribute(graphml, "directed");
  relata_graph_file_begin(graphml->file, RELATA_GRAPH_EDGE, where);
  relata_graph_file_set(graphml->file, RELATA_GRAPH_ID, attribute(graphml, "id"));
  relata_graph_file_set(graphml->file, RELATA_GRAPH_SOURCE, attribute(graphml, "source"));
  relata_graph_file_set(graphml->file, RELATA_GRAPH_TARGET, attribute(graphml, "target"));
  relata_graph_file_set_undirected(graphml->file,
                                   directed != NULL ? strcmp(directed, "false") == 0 : undirected);
  read_record(graphml, RELATA_GRAPH_EDGE, depth);
}

static void
read_graph(Graphml *graphml, guint depth)
{
  const gboolean undirected = g_strcmp0(attribute(graphml, "edgedefault"), "undirected") == 0;
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(graphml->xml, depth)) != NULL) {
    if (strcmp(event->name, "node") == 0)
      read_node(graphml, event->where, event->depth);
    else if (strcmp(event->name, "edge") == 0)
      read_edge(graphml, event->where, event->depth, undirected);
    else if (strcmp(event->name, "hyperedge") == 0)
      relata_account_leave_out(graphml->input->account, "an edge of more than two ends");
    else
      relata_account_unused(graphml->input->account, event->name);
  }
}

gboolean
relata_graphml_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                    GError **error)
{
  g_autoptr(RelataXml) xml = relata_xml_new(input, diagnostics, error);
  if (xml == NULL)
    return FALSE;
  Graphml graphml = {.xml = xml, .input = input};
  graphml.file = relata_graph_file_new("graphml", corpus, input, diagnostics);
  const RelataXmlEvent *event;
  while ((event = relata_xml_next(xml)) != NULL) {
    if (event->kind != RELATA_XML_START)
      continue;
    if (strcmp(event->name, "key") == 0)
      read_key(&graphml, event->depth);
    else if (strcmp(event->name, "graph") == 0)
      read_graph(&graphml, event->depth);
  }
  relata_graph_file_free(graphml.file);
  return relata_xml_end(xml, error);
}
