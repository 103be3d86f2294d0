/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The model of a UIMA document, and the document that is made of it. */
#include "read/annotation/uima.h"

#include "corpus/layers.h"
#include "text/message.h"
#include "text/name.h"

#include <string.h>

static void
free_layer(gpointer data)
{
  RelataUimaLayer *layer = data;
  g_array_unref(layer->columns);
  g_free(layer);
}

RelataUima *
relata_uima_new(const RelataAnnotating *reading)
{
  RelataUima *uima = g_new0(RelataUima, 1);
  uima->reading = *reading;
  uima->strings = g_string_chunk_new(4096);
  uima->structures = g_array_new(FALSE, TRUE, sizeof(RelataUimaStructure));
  uima->features = g_array_new(FALSE, TRUE, sizeof(RelataUimaFeature));
  uima->layers = g_ptr_array_new_with_free_func(free_layer);
  uima->layer_of = g_hash_table_new(g_str_hash, g_str_equal);
  uima->by_id = g_hash_table_new(g_str_hash, g_str_equal);
  return uima;
}

void
relata_uima_free(RelataUima *uima)
{
  if (uima == NULL)
    return;
  g_hash_table_unref(uima->by_id);
  g_hash_table_unref(uima->layer_of);
  g_ptr_array_unref(uima->layers);
  g_array_unref(uima->features);
  g_array_unref(uima->structures);
  g_string_chunk_free(uima->strings);
  g_free(uima);
}

/* ── Building ── */

/* Returns whether the user asks for the layer, or, with "-" before its name, for all but it. */
static gboolean
is_asked_for(const RelataUima *uima, const char *sign, const RelataUimaLayer *layer)
{
  const char *const names[] = {layer->name, layer->shown};
  gboolean asked = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *word = g_strconcat(sign, names[i], NULL);
    asked = asked || relata_input_option_has(uima->reading.input, "layers", word);
  }
  return asked;
}

/* Returns whether the annotations of a layer are read: those that a project has made for itself, named
 * entities and coreference; not what analyses of language add. */
static gboolean
is_wanted(const RelataUima *uima, const RelataUimaLayer *layer)
{
  const char *name = layer->name;
  if (is_asked_for(uima, "", layer))
    return TRUE;
  return (g_str_has_prefix(name, "webanno.custom.") || g_str_has_prefix(name, "custom.") ||
          g_str_has_suffix(name, ".ner.type.NamedEntity") || strstr(name, ".coref.type.") != NULL) &&
         !is_asked_for(uima, "-", layer);
}

static RelataUimaLayer *
layer_of(RelataUima *uima, const char *type)
{
  RelataUimaLayer *layer = g_hash_table_lookup(uima->layer_of, type);
  if (layer != NULL)
    return layer;
  layer = g_new0(RelataUimaLayer, 1);
  layer->name = g_string_chunk_insert(uima->strings, type);
  const char *dot = strrchr(layer->name, '.');
  layer->shown = dot != NULL && dot[1] != '\0' ? dot + 1 : layer->name;
  layer->wanted = is_wanted(uima, layer);
  layer->columns = g_array_new(FALSE, TRUE, sizeof(RelataUimaColumn));
  g_ptr_array_add(uima->layers, layer);
  g_hash_table_insert(uima->layer_of, (gpointer)layer->name, layer);
  return layer;
}

void
relata_uima_begin(RelataUima *uima, const char *id, const char *type, RelataPlace where)
{
  g_autofree char *made = g_strdup_printf("#%u", uima->structures->len + 1);
  RelataUimaStructure structure = {
      .begin = -1, .end = -1, .where = where, .span = RELATA_NO_SPAN, .event = RELATA_NONE};
  structure.id = g_string_chunk_insert(uima->strings, id != NULL ? id : made);
  structure.layer = layer_of(uima, type);
  structure.first = uima->features->len;
  g_array_append_val(uima->structures, structure);
  relata_account_record(uima->reading.input->account);
  if (!g_hash_table_contains(uima->by_id, structure.id))
    g_hash_table_insert(uima->by_id, (gpointer)structure.id, GUINT_TO_POINTER(uima->structures->len));
  else
    relata_diagnose(uima->reading.diagnostics, RELATA_WARNING, "duplicate-id", &where, NULL,
                    "there is already a structure with the id '%s': references to it mean the first",
                    structure.id);
}

static void
note_column(RelataUimaLayer *layer, const char *name)
{
  for (guint i = 0; i < layer->columns->len; i++)
    if (strcmp(g_array_index(layer->columns, RelataUimaColumn, i).name, name) == 0)
      return;
  const RelataUimaColumn column = {name, FALSE, FALSE};
  g_array_append_val(layer->columns, column);
}

/* Returns a position, or −1 where it is none. */
static gint64
position_of(const char *value)
{
  gint64 position = -1;
  return g_ascii_string_to_signed(value, 10, 0, G_MAXINT64, &position, NULL) ? position : -1;
}

void
relata_uima_add(RelataUima *uima, const char *name, const char *value)
{
  RelataUimaStructure *structure = relata_uima_at(uima, uima->structures->len - 1);
  if (value == NULL)
    return;
  if (strcmp(name, "sofa") == 0) {
    structure->sofa = g_string_chunk_insert_const(uima->strings, value);
  } else if (strcmp(name, "begin") == 0) {
    structure->begin = position_of(value);
  } else if (strcmp(name, "end") == 0) {
    structure->end = position_of(value);
  } else {
    const RelataUimaFeature feature = {g_string_chunk_insert_const(uima->strings, name),
                                       g_string_chunk_insert(uima->strings, value)};
    g_array_append_val(uima->features, feature);
    structure->n++;
    note_column(structure->layer, feature.name);
  }
  structure->layer->placed = structure->layer->placed || structure->begin >= 0;
}

/* ── Asking ── */

RelataUimaStructure *
relata_uima_find(const RelataUima *uima, const char *id)
{
  const guint index = id != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(uima->by_id, id)) : 0;
  return index > 0 ? relata_uima_at(uima, index - 1) : NULL;
}

const char *
relata_uima_value(const RelataUima *uima, const RelataUimaStructure *structure, const char *name)
{
  for (guint i = 0; name != NULL && i < structure->n; i++) {
    const RelataUimaFeature *feature =
        &g_array_index(uima->features, RelataUimaFeature, structure->first + i);
    if (strcmp(feature->name, name) == 0)
      return feature->value;
  }
  return NULL;
}

/* Returns the feature that holds the elements of an array, as JSON or XMI write it, or NULL where the
 * structure is none. */
static const char *
elements_of(const RelataUima *uima, const RelataUimaStructure *structure)
{
  if (relata_uima_value(uima, structure, "%ELEMENTS") != NULL)
    return "%ELEMENTS";
  return g_str_has_prefix(structure->layer->name, "uima.cas.") ? "elements" : NULL;
}

const char *
relata_uima_word(const RelataUima *uima, const RelataUimaStructure *structure, const char *name)
{
  const char *value = relata_uima_value(uima, structure, name);
  const RelataUimaStructure *list = relata_uima_find(uima, value);
  if (list != NULL && strcmp(list->layer->name, "uima.cas.StringArray") == 0)
    value = relata_uima_value(uima, list, elements_of(uima, list));
  return value != NULL && *value != '\0' ? value : NULL;
}

/* Adds the structures that the values of a feature name; arrays are looked into once. */
static void
add_referred(const RelataUima *uima, GPtrArray *referred, const RelataUimaStructure *structure,
             const char *name, gboolean arrays)
{
  for (guint i = 0; name != NULL && i < structure->n; i++) {
    const RelataUimaFeature *feature =
        &g_array_index(uima->features, RelataUimaFeature, structure->first + i);
    if (strcmp(feature->name, name) != 0)
      continue;
    g_auto(GStrv) words = g_strsplit_set(feature->value, " \t\r\n", -1);
    for (guint k = 0; words[k] != NULL; k++) {
      RelataUimaStructure *target = relata_uima_find(uima, words[k]);
      const char *elements = target != NULL && arrays ? elements_of(uima, target) : NULL;
      if (elements != NULL)
        add_referred(uima, referred, target, elements, FALSE);
      else if (target != NULL)
        g_ptr_array_add(referred, target);
    }
  }
}

GPtrArray *
relata_uima_referred(const RelataUima *uima, const RelataUimaStructure *structure, const char *name)
{
  GPtrArray *referred = g_ptr_array_new();
  add_referred(uima, referred, structure, name, TRUE);
  return referred;
}

/* ── The document ── */

/* What is known of the document as a whole. */
typedef struct {
  const char *id, *title, *language, *url;
  const char *annotator; /* NULL where nobody is named */
  const RelataUimaStructure *sofa;
} About;

static const char *
or_else(const char *a, const char *b)
{
  return a != NULL && *a != '\0' ? a : b;
}

static void
note_about(const RelataUima *uima, const RelataUimaStructure *structure, About *about)
{
  const char *type = structure->layer->name;
  if (strcmp(type, RELATA_UIMA_SOFA) == 0) {
    if (about->sofa == NULL && relata_uima_value(uima, structure, "sofaString") != NULL)
      about->sofa = structure;
  } else if (g_str_has_suffix(type, ".DocumentMetaData")) {
    about->title = or_else(about->title, relata_uima_value(uima, structure, "documentTitle"));
    about->id = or_else(about->id, relata_uima_value(uima, structure, "documentId"));
    about->language = or_else(about->language, relata_uima_value(uima, structure, "language"));
  } else if (g_str_has_suffix(type, ".CASMetadata")) {
    about->title = or_else(relata_uima_value(uima, structure, "sourceDocumentName"), about->title);
    about->annotator = or_else(relata_uima_value(uima, structure, "username"), about->annotator);
  }
}

/* Returns a file's name without its ending. */
static char *
stem_of(const char *path)
{
  char *name = g_path_get_basename(path);
  char *dot = strrchr(name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/* A project is exported as annotation/DOCUMENT/ANNOTATOR.tsv, and what was decided between annotators as
 * curation/DOCUMENT/CURATION_USER.tsv: TRUE where the path is one of these, and names both. */
static gboolean
is_exported(const char *path, char **document, char **annotator)
{
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *above = g_path_get_dirname(folder);
  g_autofree char *kind = g_path_get_basename(above);
  if (strcmp(kind, "annotation") != 0 && strcmp(kind, "curation") != 0)
    return FALSE;
  *document = g_path_get_basename(folder);
  *annotator = stem_of(path);
  return TRUE;
}

static RelataAnnotated *
declare(const RelataUima *uima, const About *about, const char *named)
{
  const RelataInput *input = uima->reading.input;
  g_autofree char *stem = stem_of(input->shown);
  const char *id = or_else(named, or_else(about->title, or_else(about->id, stem)));
  const gboolean spoken = about->language != NULL && strcmp(about->language, "x-unspecified") != 0;
  const RelataAnnotatedDocument document = {
      .id = relata_name_is_id(id) ? id : stem,
      .language = spoken ? about->language : NULL,
      .text = about->sofa != NULL ? relata_uima_value(uima, about->sofa, "sofaString") : NULL,
      .where = {input->shown, 0, 0}};
  return relata_annotated_new(&uima->reading, &document);
}

/* Says whose annotations these are, so that those of several annotators of one document are put together. */
static void
end_layer(const RelataUima *uima, const RelataLayer *layer, guint document, const char *annotator)
{
  RelataCorpus *corpus = uima->reading.corpus;
  const char *name = relata_corpus_intern(corpus, annotator);
  if (name == NULL || !relata_name_is_id(name) ||
      strcmp(name, "INITIAL_CAS") == 0) /* before anybody annotated */
    return;
  const char *const *own = relata_layers_intern(corpus, &name, 1);
  const char *const *known = relata_corpus_document(corpus, document)->layers;
  relata_layer_end(corpus, layer, document, name, relata_layers_union(corpus, known, own));
}

/* Says which layers the user asks for that the file does not have. */
static void
report_unknown_layers(const RelataUima *uima)
{
  const RelataInput *input = uima->reading.input;
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < uima->layers->len; i++)
    g_ptr_array_add(known, (gpointer)((const RelataUimaLayer *)g_ptr_array_index(uima->layers, i))->shown);
  for (guint i = 0; input->options != NULL && input->options[i] != NULL; i++) {
    const char *word =
        g_str_has_prefix(input->options[i], "layers=") ? input->options[i] + strlen("layers=") : "";
    word += *word == '-';
    gboolean found = *word == '\0';
    for (guint k = 0; k < uima->layers->len && !found; k++) {
      const RelataUimaLayer *layer = g_ptr_array_index(uima->layers, k);
      found = strcmp(layer->shown, word) == 0 || strcmp(layer->name, word) == 0;
    }
    g_autofree char *hint =
        found ? NULL : relata_hint(word, (const char *const *)known->pdata, known->len, '\'');
    if (!found)
      relata_diagnose(uima->reading.diagnostics, RELATA_WARNING, "unknown-layer",
                      &(RelataPlace){input->shown, 0, 0}, hint, "the file has no layer '%s'", word);
  }
}

/* Counts what nothing was made of. */
static void
count_unused(const RelataUima *uima)
{
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    const RelataUimaLayer *layer = structure->layer;
    const gboolean counted = layer->placed || layer->from != NULL;
    if (counted && !layer->wanted && !structure->marked && strcmp(layer->name, RELATA_UIMA_SENTENCE) != 0 &&
        strcmp(layer->name, "uima.tcas.DocumentAnnotation") != 0 &&
        !g_str_has_suffix(layer->name, ".DocumentMetaData"))
      relata_account_unused(uima->reading.input->account, layer->shown);
  }
}

void
relata_uima_finish(RelataUima *uima, RelataOffsetUnit unit)
{
  RelataCorpus *corpus = uima->reading.corpus;
  g_autofree char *named = NULL, *file = NULL;
  About about = {0};
  for (guint i = 0; i < uima->structures->len; i++)
    note_about(uima, relata_uima_at(uima, i), &about);
  if (is_exported(uima->reading.input->path, &named, &file) && about.annotator == NULL)
    about.annotator = file;
  relata_uima_classify(uima);
  const guint n_documents = relata_corpus_n_documents(corpus);
  const RelataLayer layer = relata_layer_begin(corpus);
  g_autoptr(RelataAnnotated) annotated = declare(uima, &about, named);
  const guint document = relata_annotated_document(annotated);
  const char *id = relata_corpus_document(corpus, document)->id;
  g_autofree char *shown = g_path_get_basename(uima->reading.input->shown);
  const char *whose =
      or_else(about.annotator, n_documents < relata_corpus_n_documents(corpus) ? NULL : shown);
  g_autofree char *prefix = whose != NULL ? g_strdup_printf("%s:%s", id, whose) : g_strdup(id);
  relata_uima_mark(uima, annotated, about.sofa != NULL ? about.sofa->id : NULL);
  relata_annotated_settle(annotated, unit);
  relata_uima_unite(uima, annotated);
  relata_uima_state(uima, annotated, unit, prefix);
  end_layer(uima, &layer, document, about.annotator);
  count_unused(uima);
  report_unknown_layers(uima);
}
