/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SIF, plain lines of Cytoscape: "name relation name name …", or one name of somebody with no relation. Where
 * a line has a tab, tabs part its fields, else blanks. Names are all that is known of actors. */
#include "read/graph/graph_file.h"
#include "read/pieces.h"
#include "read/readers.h"

#include <string.h>

/* Returns the fields of a line that are not empty. Newly allocated; the strings are borrowed from the line,
 * which is cut. */
static GPtrArray *
fields_of(char *line)
{
  const char *separators = strchr(line, '\t') != NULL ? "\t" : " ";
  GPtrArray *fields = g_ptr_array_new();
  char *rest = line;
  for (char *field; (field = strsep(&rest, separators)) != NULL;) {
    g_strstrip(field);
    if (*field != '\0')
      g_ptr_array_add(fields, field);
  }
  return fields;
}

gboolean
relata_sif_recognises(const RelataInput *input)
{
  if (!g_str_has_suffix(input->path, ".sif"))
    return FALSE;
  g_autofree char *text = g_strndup(input->bytes, input->n);
  char *rest = text;
  guint n_relations = 0;
  for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
    g_autoptr(GPtrArray) fields = fields_of(line);
    if (fields->len == 2 && rest != NULL)
      return FALSE;
    n_relations += fields->len > 2 ? 1 : 0;
  }
  return n_relations > 0;
}

static void
add_edge(RelataGraphFile *file, const GPtrArray *fields, guint target, RelataPlace where)
{
  relata_graph_file_begin(file, RELATA_GRAPH_EDGE, where);
  relata_graph_file_set(file, RELATA_GRAPH_SOURCE, g_ptr_array_index(fields, 0));
  relata_graph_file_set(file, RELATA_GRAPH_TYPE, g_ptr_array_index(fields, 1));
  relata_graph_file_set(file, RELATA_GRAPH_TARGET, g_ptr_array_index(fields, target));
  relata_graph_file_end(file);
}

static void
read_line(RelataGraphFile *file, const GPtrArray *fields, RelataPlace where, RelataDiagnostics *diagnostics)
{
  if (fields->len == 1) {
    relata_graph_file_begin(file, RELATA_GRAPH_NODE, where);
    relata_graph_file_set(file, RELATA_GRAPH_ID, g_ptr_array_index(fields, 0));
    relata_graph_file_end(file);
  }
  if (fields->len == 2)
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "wrong-fields", &where,
                    "a line is a name, a relation and names: \"A knows B C\"",
                    "'%s' has no other end: the line is left out",
                    (const char *)g_ptr_array_index(fields, 0));
  for (guint i = 2; i < fields->len; i++)
    add_edge(file, fields, i, where);
}

gboolean
relata_sif_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                GError **error)
{
  g_auto(RelataPieces) pieces = relata_pieces_begin(input);
  g_autoptr(RelataGraphFile) file = relata_graph_file_new("sif", corpus, input, diagnostics);
  const char *line;
  relata_graph_file_has_names_only(file);
  while ((line = relata_pieces_text(&pieces, diagnostics, error)) != NULL) {
    g_autofree char *copy = g_strdup(line);
    g_autoptr(GPtrArray) fields = fields_of(copy);
    read_line(file, fields, (RelataPlace){input->shown, pieces.line, 1}, diagnostics);
  }
  return !pieces.failed;
}
