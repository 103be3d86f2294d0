/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GEXF, the format of Gephi: from 1.0 to 1.3, whatever the namespace, which Gephi's own samples get wrong. */
#include "read/graph/graph_file.h"
#include "read/readers.h"
#include "read/xml/xml.h"

#include <string.h>

typedef struct {
  RelataXml *xml;
  RelataGraphFile *file;
  const RelataInput *input;
  gboolean undirected; /* unless an edge says something else */
} Gexf;

gboolean
relata_gexf_recognises(const RelataInput *input)
{
  g_autofree char *uri = NULL;
  g_autofree char *root = relata_xml_root(input, &uri);
  return g_strcmp0(root, "gexf") == 0;
}

static const char *
attribute(const Gexf *gexf, const char *name)
{
  return relata_xml_attribute(gexf->xml, name);
}

/* Returns the value of the first of two attributes that is there. */
static const char *
either(const Gexf *gexf, const char *name, const char *other)
{
  const char *value = attribute(gexf, name);
  return value != NULL ? value : attribute(gexf, other);
}

/* Reads an <attribute id title> with its <default>. */
static void
read_attribute(Gexf *gexf, RelataGraphPart part, guint depth)
{
  const RelataXmlEvent *event;
  g_autofree char *id = g_strdup(attribute(gexf, "id")), *otherwise = NULL;
  g_autofree char *title = g_strdup(either(gexf, "title", "id"));
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL)
    if (strcmp(event->name, "default") == 0 && otherwise == NULL)
      otherwise = relata_xml_content(gexf->xml);
  if (id != NULL)
    relata_graph_file_declare(gexf->file, part, id, title, otherwise);
}

/* Reads <attributes class="node">. */
static void
read_attributes(Gexf *gexf, guint depth)
{
  const char *class = attribute(gexf, "class");
  const RelataGraphPart part = g_strcmp0(class, "edge") == 0 ? RELATA_GRAPH_EDGE : RELATA_GRAPH_NODE;
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL)
    if (strcmp(event->name, "attribute") == 0)
      read_attribute(gexf, part, event->depth);
}

/* Reads <attvalues>: values by the ids of attributes, in versions before 1.2 called `id`. */
static void
read_values(Gexf *gexf, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL) {
    const char *of = either(gexf, "for", "id");
    if (strcmp(event->name, "attvalue") == 0 && of != NULL)
      relata_graph_file_value(gexf->file, of, attribute(gexf, "value"));
  }
}

/* Adds a time in which an edge was there: from start to end, or a moment. */
static void
add_spell(Gexf *gexf)
{
  const char *moment = attribute(gexf, "timestamp");
  const char *start = either(gexf, "start", "startopen"), *end = either(gexf, "end", "endopen");
  relata_graph_file_spell(gexf->file, moment != NULL ? moment : start, moment != NULL ? moment : end);
}

/* Adds the times that an attribute lists: "<[2001.0, 2002.0]; [2005.0, Infinity]>", or moments "<[2001,
 * 2003]>". */
static void
add_times(Gexf *gexf, const char *name, gboolean moments)
{
  const char *written = attribute(gexf, name);
  g_auto(GStrv) lists = g_strsplit_set(written != NULL ? written : "", "<>[]()", -1);
  for (guint i = 0; lists[i] != NULL; i++) {
    g_auto(GStrv) times = g_strsplit_set(lists[i], ",;", -1);
    for (guint k = 0; times[k] != NULL; k++)
      g_strstrip(times[k]);
    for (guint k = 0; moments && times[k] != NULL; k++)
      if (*times[k] != '\0')
        relata_graph_file_spell(gexf->file, times[k], times[k]);
    if (!moments && g_strv_length(times) > 1 && (*times[0] != '\0' || *times[1] != '\0'))
      relata_graph_file_spell(gexf->file, times[0], times[1]);
  }
}

static void
read_spells(Gexf *gexf, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL)
    if (strcmp(event->name, "spell") == 0 || strcmp(event->name, "slice") == 0)
      add_spell(gexf);
}

static void read_edges(Gexf *gexf, guint depth);
static void read_nodes(Gexf *gexf, guint depth);

/* Reads what is in a record, and ends it. What a node or an edge looks like is another namespace's. */
static void
read_record(Gexf *gexf, RelataGraphPart part, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL) {
    if (strcmp(event->name, "attvalues") == 0)
      read_values(gexf, event->depth);
    else if (strcmp(event->name, "spells") == 0 || strcmp(event->name, "slices") == 0)
      read_spells(gexf, event->depth);
    else if (strcmp(event->name, "nodes") == 0 && part == RELATA_GRAPH_NODE)
      read_nodes(gexf, event->depth);
    else if (strcmp(event->name, "edges") == 0 && part == RELATA_GRAPH_NODE)
      read_edges(gexf, event->depth);
    else
      relata_account_unused(gexf->input->account, event->name);
  }
  (relata_xml_is_broken(gexf->xml) ? relata_graph_file_drop : relata_graph_file_end)(gexf->file);
}

static void
read_node(Gexf *gexf, RelataPlace where, guint depth)
{
  g_autofree char *group = g_strdup(relata_graph_file_node(gexf->file));
  const char *pid = attribute(gexf, "pid");
  relata_graph_file_begin(gexf->file, RELATA_GRAPH_NODE, where);
  relata_graph_file_set(gexf->file, RELATA_GRAPH_ID, attribute(gexf, "id"));
  relata_graph_file_set(gexf->file, RELATA_GRAPH_NAME, attribute(gexf, "label"));
  relata_graph_file_attribute(gexf->file, "start", either(gexf, "start", "timestamp"));
  relata_graph_file_attribute(gexf->file, "end", attribute(gexf, "end"));
  if (pid != NULL || group != NULL)
    relata_graph_file_within(gexf->file, pid != NULL ? pid : group);
  read_record(gexf, RELATA_GRAPH_NODE, depth);
}

static void
read_nodes(Gexf *gexf, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL)
    if (strcmp(event->name, "node") == 0)
      read_node(gexf, event->where, event->depth);
}

static gboolean
is_undirected(const char *type, gboolean otherwise)
{
  return type == NULL || *type == '\0' ? otherwise : strcmp(type, "directed") != 0;
}

static void
read_edge(Gexf *gexf, RelataPlace where, guint depth)
{
  static const struct {
    const char *name;
    RelataGraphField field;
  } fields[] = {{"id", RELATA_GRAPH_ID},
                {"source", RELATA_GRAPH_SOURCE},
                {"target", RELATA_GRAPH_TARGET},
                {"weight", RELATA_GRAPH_WEIGHT},
                {"kind", RELATA_GRAPH_TYPE}};
  relata_graph_file_begin(gexf->file, RELATA_GRAPH_EDGE, where);
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    relata_graph_file_set(gexf->file, fields[i].field, attribute(gexf, fields[i].name));
  relata_graph_file_attribute(gexf->file, "label", attribute(gexf, "label"));
  relata_graph_file_set(gexf->file, RELATA_GRAPH_START, either(gexf, "start", "startopen"));
  relata_graph_file_set(gexf->file, RELATA_GRAPH_END, either(gexf, "end", "endopen"));
  relata_graph_file_set(gexf->file, RELATA_GRAPH_WHEN, attribute(gexf, "timestamp"));
  add_times(gexf, "intervals", FALSE);
  add_times(gexf, "timestamps", TRUE);
  relata_graph_file_set_undirected(gexf->file, is_undirected(attribute(gexf, "type"), gexf->undirected));
  read_record(gexf, RELATA_GRAPH_EDGE, depth);
}

static void
read_edges(Gexf *gexf, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL)
    if (strcmp(event->name, "edge") == 0)
      read_edge(gexf, event->where, event->depth);
}

static void
read_graph(Gexf *gexf, guint depth)
{
  const RelataXmlEvent *event;
  gexf->undirected = is_undirected(attribute(gexf, "defaultedgetype"), TRUE);
  while ((event = relata_xml_child(gexf->xml, depth)) != NULL) {
    if (strcmp(event->name, "attributes") == 0)
      read_attributes(gexf, event->depth);
    else if (strcmp(event->name, "nodes") == 0)
      read_nodes(gexf, event->depth);
    else if (strcmp(event->name, "edges") == 0)
      read_edges(gexf, event->depth);
    else
      relata_account_unused(gexf->input->account, event->name);
  }
}

gboolean
relata_gexf_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                 GError **error)
{
  g_autoptr(RelataXml) xml = relata_xml_new(input, diagnostics, error);
  if (xml == NULL)
    return FALSE;
  Gexf gexf = {.xml = xml, .input = input};
  gexf.file = relata_graph_file_new("gexf", corpus, input, diagnostics);
  const RelataXmlEvent *event;
  while ((event = relata_xml_next(xml)) != NULL)
    if (event->kind == RELATA_XML_START && strcmp(event->name, "graph") == 0)
      read_graph(&gexf, event->depth);
  relata_graph_file_free(gexf.file);
  return relata_xml_end(xml, error);
}
