/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GML: keys and values, which are numbers, strings or lists of such in brackets. Nodes and edges are lists in
 * the list "graph". An own reader rather than igraph's: igraph builds a whole graph with tables of attributes
 * beside it, says no line where something is wrong, and refuses a byte order mark. */
#include "read/graph/gml_token.h"
#include "read/graph/graph_file.h"
#include "read/xml/markup.h"
#include "read/readers.h"

#include <string.h>

#define MAX_DEPTH 200

typedef struct {
  RelataGmlWords words;
  RelataGraphFile *file;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  gboolean undirected;
  gboolean broken;
} Gml;

gboolean
relata_gml_recognises(const RelataInput *input)
{
  RelataInput held = *input;
  RelataGmlWords words;
  gboolean is_graph = FALSE, good = TRUE;
  held.pull = NULL;
  relata_gml_words_begin(&words, &held);
  while (good && !is_graph) {
    good = relata_gml_words_next(&words) == RELATA_GML_KEY;
    const gboolean graph = good && g_ascii_strcasecmp(words.text->str, "graph") == 0;
    const RelataGmlKind value = good ? relata_gml_words_next(&words) : RELATA_GML_WRONG;
    is_graph = graph && value == RELATA_GML_OPEN;
    good &= value == RELATA_GML_NUMBER || value == RELATA_GML_STRING;
  }
  relata_gml_words_end(&words);
  return is_graph;
}

/* Says what is wrong; what follows cannot be trusted. */
static void
break_off(Gml *gml, const char *words)
{
  if (gml->broken)
    return;
  gml->broken = TRUE;
  relata_diagnose(gml->diagnostics, RELATA_ERROR_IN_DATA, "gml-syntax", &gml->words.where,
                  "keys and values, lists in brackets; UTF-8", "%s", words);
  relata_diagnose(gml->diagnostics, RELATA_WARNING, "not-read", &gml->words.where, NULL,
                  "what follows this is not read");
}

/* Goes to the next key of a list. FALSE at its end. */
static gboolean
next_key(Gml *gml, gboolean inside)
{
  const RelataGmlKind kind = gml->broken ? RELATA_GML_OVER : relata_gml_words_next(&gml->words);
  if (kind == RELATA_GML_KEY)
    return TRUE;
  if (gml->broken || gml->words.failure != NULL || kind == (inside ? RELATA_GML_CLOSE : RELATA_GML_OVER))
    return FALSE;
  break_off(gml, kind == RELATA_GML_WRONG  ? gml->words.text->str
                 : kind == RELATA_GML_OVER ? "the file ends inside a list"
                                           : "expected a key");
  return FALSE;
}

/* Goes to the value of a key. FALSE where there is none. */
static gboolean
next_value(Gml *gml)
{
  const RelataGmlKind kind = relata_gml_words_next(&gml->words);
  if (kind == RELATA_GML_NUMBER || kind == RELATA_GML_STRING || kind == RELATA_GML_OPEN)
    return TRUE;
  if (gml->words.failure == NULL)
    break_off(gml, kind == RELATA_GML_WRONG ? gml->words.text->str : "expected a value");
  return FALSE;
}

/* Passes what is left of the lists that are open: so many. */
static void
pass_list(Gml *gml)
{
  for (guint depth = 1; depth > 0;) {
    if (!next_key(gml, TRUE)) {
      if (gml->broken || gml->words.failure != NULL)
        return;
      depth--;
    } else if (next_value(gml)) {
      depth += gml->words.kind == RELATA_GML_OPEN ? 1 : 0;
      if (depth > MAX_DEPTH)
        break_off(gml, "lists are nested more than 200 deep");
    }
  }
}

/* Sets a value of a node or an edge: yEd's group of a node is the id of another one. */
static void
set_value(Gml *gml, RelataGraphPart part, const char *key)
{
  static const struct {
    RelataGraphPart part;
    const char *key;
    RelataGraphField field;
  } fields[] = {
      {RELATA_GRAPH_NODE, "id", RELATA_GRAPH_ID},
      {RELATA_GRAPH_EDGE, "id", RELATA_GRAPH_ID},
      {RELATA_GRAPH_EDGE, "source", RELATA_GRAPH_SOURCE},
      {RELATA_GRAPH_EDGE, "target", RELATA_GRAPH_TARGET},
  };
  g_autofree char *value = relata_markup_characters(gml->words.text->str);
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (fields[i].part == part && g_ascii_strcasecmp(fields[i].key, key) == 0) {
      relata_graph_file_set(gml->file, fields[i].field, value);
      return;
    }
  if (part == RELATA_GRAPH_NODE && strcmp(key, "gid") == 0)
    relata_graph_file_within(gml->file, value);
  else
    relata_graph_file_attribute(gml->file, key, value);
}

static void
read_record(Gml *gml, RelataGraphPart part, RelataPlace where)
{
  relata_graph_file_begin(gml->file, part, where);
  relata_graph_file_set_undirected(gml->file, gml->undirected);
  while (next_key(gml, TRUE)) {
    g_autofree char *key = g_strdup(gml->words.text->str);
    if (!next_value(gml))
      break;
    if (gml->words.kind != RELATA_GML_OPEN) {
      set_value(gml, part, key);
      continue;
    }
    relata_account_unused(gml->input->account, key);
    pass_list(gml);
  }
  (gml->broken || gml->words.failure != NULL ? relata_graph_file_drop : relata_graph_file_end)(gml->file);
}

static void
read_directed(Gml *gml)
{
  const char *text = gml->words.text->str;
  gml->undirected = g_ascii_strtod(text, NULL) == 0;
  if (strcmp(text, "0") != 0 && strcmp(text, "1") != 0)
    relata_diagnose(gml->diagnostics, RELATA_WARNING, "wrong-value", &gml->words.where, "write 0 or 1",
                    "directed is %s: the edges are taken as %s", text,
                    gml->undirected ? "undirected" : "directed");
}

static void
read_graph(Gml *gml)
{
  gml->undirected = TRUE;
  while (next_key(gml, TRUE)) {
    g_autofree char *key = g_ascii_strdown(gml->words.text->str, -1);
    const RelataPlace where = gml->words.where;
    if (!next_value(gml))
      return;
    const gboolean list = gml->words.kind == RELATA_GML_OPEN;
    if (list && (strcmp(key, "node") == 0 || strcmp(key, "edge") == 0)) {
      read_record(gml, *key == 'n' ? RELATA_GRAPH_NODE : RELATA_GRAPH_EDGE, where);
    } else if (!list && strcmp(key, "directed") == 0) {
      read_directed(gml);
    } else {
      relata_account_unused(gml->input->account, key);
      if (list)
        pass_list(gml);
    }
  }
}

static void
read_file(Gml *gml)
{
  while (next_key(gml, FALSE)) {
    const gboolean graph = g_ascii_strcasecmp(gml->words.text->str, "graph") == 0;
    if (!next_value(gml))
      return;
    if (gml->words.kind == RELATA_GML_OPEN)
      (graph ? read_graph : pass_list)(gml);
  }
}

gboolean
relata_gml_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                GError **error)
{
  g_autoptr(RelataGraphFile) file = relata_graph_file_new("gml", corpus, input, diagnostics);
  Gml gml = {.file = file, .input = input, .diagnostics = diagnostics};
  relata_gml_words_begin(&gml.words, input);
  read_file(&gml);
  const gboolean ok = gml.words.failure == NULL;
  if (!ok)
    g_propagate_error(error, g_steal_pointer(&gml.words.failure));
  relata_gml_words_end(&gml.words);
  return ok;
}
