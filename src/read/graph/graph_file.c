/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/graph/graph_file.h"

#include "read/graph/graph_file_internal.h"
#include "text/name.h"

#include <string.h>

/* What the names of attributes mean; of several for one field, the first counts. Case, and '_' or '-' for a
 * blank, make no difference. */
static const struct {
  RelataGraphPart part;
  const char *name;
  RelataGraphField field;
} attributes[] = {
    {RELATA_GRAPH_NODE, "label", RELATA_GRAPH_NAME},
    {RELATA_GRAPH_NODE, "name", RELATA_GRAPH_NAME},
    {RELATA_GRAPH_NODE, "shared name", RELATA_GRAPH_NAME},
    {RELATA_GRAPH_NODE, "type", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_NODE, "kind", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_NODE, "category", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_NODE, "description", RELATA_GRAPH_DESCRIPTION},
    {RELATA_GRAPH_NODE, "url", RELATA_GRAPH_URL},
    {RELATA_GRAPH_EDGE, "kind", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "label", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "type", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "relation", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "relationship", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "interaction", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "shared interaction", RELATA_GRAPH_TYPE},
    {RELATA_GRAPH_EDGE, "when", RELATA_GRAPH_WHEN},
    {RELATA_GRAPH_EDGE, "date", RELATA_GRAPH_WHEN},
    {RELATA_GRAPH_EDGE, "year", RELATA_GRAPH_WHEN},
    {RELATA_GRAPH_EDGE, "start", RELATA_GRAPH_START},
    {RELATA_GRAPH_EDGE, "start date", RELATA_GRAPH_START},
    {RELATA_GRAPH_EDGE, "end", RELATA_GRAPH_END},
    {RELATA_GRAPH_EDGE, "end date", RELATA_GRAPH_END},
    {RELATA_GRAPH_EDGE, "source document", RELATA_GRAPH_DOCUMENT},
    {RELATA_GRAPH_EDGE, "document", RELATA_GRAPH_DOCUMENT},
    {RELATA_GRAPH_EDGE, "documents", RELATA_GRAPH_DOCUMENT},
    {RELATA_GRAPH_EDGE, "url", RELATA_GRAPH_DOCUMENT},
    {RELATA_GRAPH_EDGE, "citation", RELATA_GRAPH_DOCUMENT},
    {RELATA_GRAPH_EDGE, "confidence", RELATA_GRAPH_CONFIDENCE},
    {RELATA_GRAPH_EDGE, "certainty", RELATA_GRAPH_CERTAINTY},
    {RELATA_GRAPH_EDGE, "weight", RELATA_GRAPH_WEIGHT},
    {RELATA_GRAPH_EDGE, "value", RELATA_GRAPH_WEIGHT},
    {RELATA_GRAPH_EDGE, "evidence", RELATA_GRAPH_TEXT},
    {RELATA_GRAPH_EDGE, "quote", RELATA_GRAPH_TEXT},
    {RELATA_GRAPH_EDGE, "note", RELATA_GRAPH_NOTE},
    {RELATA_GRAPH_EDGE, "description", RELATA_GRAPH_NOTE},
    {RELATA_GRAPH_EDGE, "symmetric", RELATA_GRAPH_SYMMETRIC},
    {RELATA_GRAPH_EDGE, "directed", RELATA_GRAPH_DIRECTED},
};

static void
record_free(gpointer data)
{
  RelataGraphRecord *record = data;
  for (guint i = 0; i < RELATA_GRAPH_N_FIELDS; i++)
    g_free(record->values[i].value);
  g_ptr_array_unref(record->given);
  g_ptr_array_unref(record->spells);
  g_free(record);
}

static void
key_free(gpointer data)
{
  RelataGraphKey *key = data;
  g_free(key->name);
  g_free(key->otherwise);
  g_free(key);
}

RelataGraphFile *
relata_graph_file_new(const char *as, RelataCorpus *corpus, const RelataInput *input,
                      RelataDiagnostics *diagnostics)
{
  RelataGraphFile *file = g_new0(RelataGraphFile, 1);
  file->corpus = corpus;
  file->input = input;
  file->diagnostics = diagnostics;
  file->vocabulary = relata_vocabulary_new(NULL, corpus, input);
  file->records = g_ptr_array_new_with_free_func(record_free);
  file->edge_ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < RELATA_GRAPH_N_PARTS; i++) {
    file->keys[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, key_free);
    file->defaults[i] = g_ptr_array_new();
  }
  file->document = RELATA_NONE;
  file->groups = relata_input_option(input, RELATA_GRAPH_GROUPS) != NULL;
  relata_corpus_enter(corpus, input->shown);
  relata_account_begin(input->account, as, "element", "attribute");
  return file;
}

void
relata_graph_file_free(RelataGraphFile *file)
{
  if (file == NULL)
    return;
  if (file->n_within > 0) {
    const RelataPlace where = {file->input->shown, 0, 0};
    relata_diagnose(
        file->diagnostics, RELATA_NOTE, "groups", &where,
        file->groups ? NULL : "`--read " RELATA_GRAPH_GROUPS "` has each group contain its members",
        "%u node%s in a group, which is an actor too", file->n_within, file->n_within == 1 ? " is" : "s are");
  }
  for (guint i = 0; i < RELATA_GRAPH_N_PARTS; i++) {
    g_hash_table_unref(file->keys[i]);
    g_ptr_array_unref(file->defaults[i]);
  }
  relata_vocabulary_free(file->vocabulary);
  g_ptr_array_unref(file->records);
  g_hash_table_unref(file->edge_ids);
  g_clear_pointer(&file->named, g_hash_table_unref);
  g_free(file);
}

void
relata_graph_file_has_names_only(RelataGraphFile *file)
{
  file->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static RelataGraphRecord *
current(const RelataGraphFile *file)
{
  return file->records->len > 0 ? g_ptr_array_index(file->records, file->records->len - 1) : NULL;
}

void
relata_graph_file_begin(RelataGraphFile *file, RelataGraphPart part, RelataPlace where)
{
  RelataGraphRecord *record = g_new0(RelataGraphRecord, 1);
  record->part = part;
  record->where = where;
  record->given = g_ptr_array_new();
  record->spells = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(file->records, record);
}

void
relata_graph_file_set_undirected(RelataGraphFile *file, gboolean undirected)
{
  current(file)->undirected = undirected;
}

void
relata_graph_file_turn(RelataGraphFile *file)
{
  current(file)->turned = !current(file)->turned;
}

/* Sets a value, unless one of a lower rank is there. What is not used because it says something else than
 * that is counted under its name; NULL: it has none. */
static void
set(RelataGraphFile *file, RelataGraphField field, guint rank, const char *name, const char *value)
{
  RelataGraphValue *slot = &current(file)->values[field];
  const gboolean wins = slot->value == NULL || rank < slot->rank;
  const char *lost = wins ? slot->name : name;
  if (slot->value != NULL && lost != NULL && strcmp(slot->value, value) != 0)
    relata_account_unused(file->input->account, lost);
  if (!wins)
    return;
  g_free(slot->value);
  *slot = (RelataGraphValue){g_strdup(value), rank, name};
}

static gboolean
is_given(const char *value)
{
  return value != NULL && *value != '\0';
}

void
relata_graph_file_set(RelataGraphFile *file, RelataGraphField field, const char *value)
{
  if (is_given(value))
    set(file, field, 0, NULL, value);
}

void
relata_graph_file_set_default(RelataGraphFile *file, RelataGraphField field, const char *value)
{
  if (is_given(value))
    set(file, field, G_MAXUINT, NULL, value);
}

void
relata_graph_file_attribute(RelataGraphFile *file, const char *name, const char *value)
{
  const RelataGraphPart part = current(file)->part;
  if (!is_given(value))
    return;
  g_autofree char *word = g_ascii_strdown(name, -1);
  g_strdelimit(word, "_-", ' ');
  for (guint i = 0; i < G_N_ELEMENTS(attributes); i++)
    if (attributes[i].part == part && strcmp(attributes[i].name, word) == 0) {
      set(file, attributes[i].field, i + 1, relata_corpus_intern(file->corpus, name), value);
      return;
    }
  relata_account_unused(file->input->account, name);
}

void
relata_graph_file_declare(RelataGraphFile *file, RelataGraphPart part, const char *id, const char *name,
                          const char *otherwise)
{
  if (g_hash_table_contains(file->keys[part], id))
    return;
  RelataGraphKey *key = g_new0(RelataGraphKey, 1);
  key->name = g_strdup(name);
  key->otherwise = g_strdup(otherwise);
  g_hash_table_insert(file->keys[part], g_strdup(id), key);
  if (is_given(otherwise))
    g_ptr_array_add(file->defaults[part], key);
}

void
relata_graph_file_value(RelataGraphFile *file, const char *id, const char *value)
{
  RelataGraphRecord *record = current(file);
  RelataGraphKey *key = g_hash_table_lookup(file->keys[record->part], id);
  if (key != NULL)
    g_ptr_array_add(record->given, key);
  relata_graph_file_attribute(file, key != NULL ? key->name : id, value);
}

/* Gives the record the values that it has not got. */
static void
add_defaults(RelataGraphFile *file, const RelataGraphRecord *record)
{
  const GPtrArray *defaults = file->defaults[record->part];
  for (guint i = 0; i < defaults->len; i++) {
    const RelataGraphKey *key = g_ptr_array_index(defaults, i);
    if (!g_ptr_array_find(record->given, key, NULL))
      relata_graph_file_attribute(file, key->name, key->otherwise);
  }
}

void
relata_graph_file_spell(RelataGraphFile *file, const char *start, const char *end)
{
  g_ptr_array_add(current(file)->spells, g_strdup(start != NULL ? start : ""));
  g_ptr_array_add(current(file)->spells, g_strdup(end != NULL ? end : ""));
}

const char *
relata_graph_file_node(const RelataGraphFile *file)
{
  const RelataGraphRecord *record = current(file);
  return record != NULL && record->part == RELATA_GRAPH_NODE ? record->values[RELATA_GRAPH_ID].value : NULL;
}

void
relata_graph_file_within(RelataGraphFile *file, const char *group)
{
  current(file)->group = relata_corpus_intern(file->corpus, group);
}

void
relata_graph_file_end(RelataGraphFile *file)
{
  RelataGraphRecord *record = current(file);
  relata_account_record(file->input->account);
  add_defaults(file, record);
  if (record->part == RELATA_GRAPH_NODE)
    relata_graph_add_node(file, record);
  else
    relata_graph_add_edge(file, record);
  relata_graph_file_drop(file);
}

void
relata_graph_file_drop(RelataGraphFile *file)
{
  g_ptr_array_set_size(file->records, (gint)file->records->len - 1);
}
