/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each layer of a UIMA document is, and whom its annotations name. */
#include "read/annotation/uima.h"

#include "read/iri.h"

#include <string.h>

/* ── What a layer is ── */

static gboolean
has_column(const RelataUimaLayer *layer, const char *name)
{
  for (guint i = 0; i < layer->columns->len; i++)
    if (strcmp(g_array_index(layer->columns, RelataUimaColumn, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Returns whether the feature of each structure of the layer refers to one that is there. */
static gboolean
refers(const RelataUima *uima, const RelataUimaLayer *layer, const char *name)
{
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    const char *value = structure->layer == layer ? relata_uima_value(uima, structure, name) : NULL;
    if (value != NULL && relata_uima_find(uima, value) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* The features that name the ends of relations: today's, and those of old versions, which may also be words
 * of a feature that somebody called so. */
static void
find_ends(const RelataUima *uima, RelataUimaLayer *layer)
{
  if (has_column(layer, "Governor") || has_column(layer, "Dependent")) {
    layer->from = "Governor";
    layer->to = "Dependent";
  } else if (has_column(layer, "source") && has_column(layer, "target") && refers(uima, layer, "source") &&
             refers(uima, layer, "target")) {
    layer->from = "source";
    layer->to = "target";
  }
}

/* Features that never are a type. */
static gboolean
is_type(const char *name)
{
  static const char *const others[] = {
      "Governor", "Dependent", "source",  "target", "identifier", "when",     "date",    "by",
      "speaker",  "note",      "comment", "id",     "confidence", "negation", "negated", "polarity",
      "stance",   "certainty", "uiOrder", "next",   "order",      "first",    "role",    "description"};
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    if (g_ascii_strcasecmp(name, others[i]) == 0)
      return FALSE;
  return TRUE;
}

/* Returns whether a feature holds words, rather than only numbers and yes or no. */
static gboolean
holds_words(const RelataUima *uima, const RelataUimaLayer *layer, const char *name)
{
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    const char *value = structure->layer == layer ? relata_uima_value(uima, structure, name) : NULL;
    if (value != NULL && *value != '\0' && strspn(value, "0123456789.-") < strlen(value) &&
        strcmp(value, "true") != 0 && strcmp(value, "false") != 0)
      return TRUE;
  }
  return FALSE;
}

/* The type is what "value" or "label" says; of a relation or an event, else the first feature that holds
 * words. */
static void
find_type(const RelataUima *uima, RelataUimaLayer *layer)
{
  layer->type = has_column(layer, "value") ? "value" : has_column(layer, "label") ? "label" : NULL;
  for (guint i = 0; layer->type == NULL && layer->from != NULL && i < layer->columns->len; i++) {
    const RelataUimaColumn *column = &g_array_index(layer->columns, RelataUimaColumn, i);
    if (is_type(column->name) && holds_words(uima, layer, column->name))
      layer->type = column->name;
  }
}

/* Returns whether a value refers to links and to nothing else. */
static gboolean
refers_to_links(const RelataUima *uima, const RelataUimaStructure *structure, const char *name)
{
  g_autoptr(GPtrArray) referred = relata_uima_referred(uima, structure, name);
  for (guint i = 0; i < referred->len; i++)
    if (!((const RelataUimaStructure *)g_ptr_array_index(referred, i))->layer->is_link)
      return FALSE;
  return referred->len > 0;
}

static void
note_slots(const RelataUima *uima, const RelataUimaStructure *structure)
{
  GArray *columns = structure->layer->columns;
  for (guint i = 0; i < columns->len; i++) {
    RelataUimaColumn *column = &g_array_index(columns, RelataUimaColumn, i);
    const char *value = relata_uima_value(uima, structure, column->name);
    if (value == NULL || *value == '\0' || column->others)
      continue;
    const gboolean links = refers_to_links(uima, structure, column->name);
    column->links = column->links || links;
    column->others = column->others || !links;
  }
}

static gboolean
has_slots(const RelataUimaLayer *layer)
{
  for (guint i = 0; i < layer->columns->len; i++) {
    const RelataUimaColumn *column = &g_array_index(layer->columns, RelataUimaColumn, i);
    if (column->links && !column->others)
      return TRUE;
  }
  return FALSE;
}

void
relata_uima_classify(RelataUima *uima)
{
  for (guint i = 0; i < uima->layers->len; i++) {
    RelataUimaLayer *layer = g_ptr_array_index(uima->layers, i);
    find_ends(uima, layer);
    find_type(uima, layer);
    layer->is_link = layer->from == NULL && !layer->placed && has_column(layer, "target");
    layer->is_chain = has_column(layer, "referenceType") || has_column(layer, "referenceRelation") ||
                      g_str_has_suffix(layer->name, "CoreferenceLink");
  }
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    if (structure->layer->wanted && structure->layer->placed)
      note_slots(uima, structure);
  }
  for (guint i = 0; i < uima->layers->len; i++) {
    RelataUimaLayer *layer = g_ptr_array_index(uima->layers, i);
    layer->is_host = has_slots(layer);
  }
}

/* ── Marks ── */

static void
mark_all(const RelataUima *uima, const RelataUimaStructure *structure, const char *feature, gboolean hosts)
{
  g_autoptr(GPtrArray) referred = relata_uima_referred(uima, structure, feature);
  for (guint i = 0; i < referred->len; i++) {
    RelataUimaStructure *target = g_ptr_array_index(referred, i);
    if (hosts || !target->layer->is_host)
      target->marked = TRUE;
  }
}

static void
mark_fillers(const RelataUima *uima, const RelataUimaStructure *host)
{
  for (guint i = 0; i < host->layer->columns->len; i++) {
    const RelataUimaColumn *column = &g_array_index(host->layer->columns, RelataUimaColumn, i);
    g_autoptr(GPtrArray) links = relata_uima_referred(uima, host, column->name);
    for (guint k = 0; column->links && k < links->len; k++)
      mark_all(uima, g_ptr_array_index(links, k), "target", FALSE);
  }
}

/* Decides what is a mark. An end of a relation is one of whatever layer it is; a host of slots only then. */
static void
choose(const RelataUima *uima)
{
  for (guint i = 0; i < uima->structures->len; i++) {
    RelataUimaStructure *structure = relata_uima_at(uima, i);
    const RelataUimaLayer *layer = structure->layer;
    if (!layer->wanted)
      continue;
    if (layer->from != NULL) {
      mark_all(uima, structure, layer->from, TRUE);
      mark_all(uima, structure, layer->to, TRUE);
    } else if (layer->is_host) {
      mark_fillers(uima, structure);
    } else if (structure->begin >= 0) {
      structure->marked = TRUE;
    }
  }
}

/* Counts the features of a mark that say nothing here. */
static void
count_features(const RelataUima *uima, const RelataUimaStructure *structure)
{
  const RelataUimaLayer *layer = structure->layer;
  for (guint i = 0; layer->wanted && i < structure->n; i++) {
    const char *name = g_array_index(uima->features, RelataUimaFeature, structure->first + i).name;
    if (g_strcmp0(name, layer->type) == 0 || strcmp(name, "identifier") == 0 || strcmp(name, "next") == 0)
      continue;
    g_autofree char *part = g_strdup_printf("%s.%s", layer->shown, name);
    relata_account_unused(uima->reading.input->account, part);
  }
}

/* Returns the place of a structure as a word. */
static char *
place_of(const RelataUimaStructure *structure)
{
  return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, structure->begin, structure->end);
}

/* Returns, by place, the identifiers that annotators gave: they hold for all that other layers mark there. */
static GHashTable *
find_identifiers(const RelataUima *uima)
{
  GHashTable *identifiers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    const char *identifier = structure->marked ? relata_uima_word(uima, structure, "identifier") : NULL;
    if (identifier != NULL)
      g_hash_table_insert(identifiers, place_of(structure), (gpointer)identifier);
  }
  return identifiers;
}

static void
add_mark(const RelataUima *uima, RelataAnnotated *annotated, const RelataUimaStructure *structure,
         GHashTable *identifiers)
{
  const RelataUimaLayer *layer = structure->layer;
  const char *type = relata_uima_word(uima, structure, layer->type);
  const char *identifier = relata_uima_word(uima, structure, "identifier");
  g_autofree char *place = place_of(structure);
  const char *meant = identifier != NULL ? identifier : g_hash_table_lookup(identifiers, place);
  g_autofree char *actor = meant != NULL ? relata_iri_actor(meant) : NULL;
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = structure->id;
  mark.start = structure->begin;
  mark.end = structure->end;
  if (identifier != NULL || meant == NULL)
    mark.type = type != NULL && *type != '\0'       ? type
                : layer->is_chain || !layer->wanted ? NULL
                                                    : layer->shown;
  mark.actor = actor;
  mark.where = structure->where;
  relata_annotated_add_mark(annotated, &mark);
  count_features(uima, structure);
}

void
relata_uima_mark(RelataUima *uima, RelataAnnotated *annotated, const char *sofa)
{
  choose(uima);
  g_autoptr(GHashTable) identifiers = find_identifiers(uima);
  for (guint i = 0; i < uima->structures->len; i++) {
    RelataUimaStructure *structure = relata_uima_at(uima, i);
    if (!structure->marked)
      continue;
    structure->marked = structure->begin >= 0 && relata_uima_find(uima, structure->id) == structure;
    if (structure->sofa != NULL && sofa != NULL && strcmp(structure->sofa, sofa) != 0) {
      relata_account_leave_out(uima->reading.input->account, "an annotation of another text");
      structure->marked = FALSE;
    }
    if (structure->marked)
      add_mark(uima, annotated, structure, identifiers);
  }
}

/* ── Who is the same ── */

static void
unite(const RelataUima *uima, guint a, guint b, const char *reason, RelataPlace where)
{
  RelataCorpus *corpus = uima->reading.corpus;
  if (a != RELATA_NONE && b != RELATA_NONE && a != b)
    relata_corpus_add_sameness(corpus, RELATA_BY_EQUIVALENCE, a, b, relata_corpus_intern(corpus, reason),
                               where);
}

/* Unites whom the annotations of several layers name in one place. */
static void
unite_places(const RelataUima *uima, const RelataAnnotated *annotated)
{
  g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    if (!structure->marked)
      continue;
    char *place = place_of(structure);
    const RelataUimaStructure *other = g_hash_table_lookup(first, place);
    if (other == NULL) {
      g_hash_table_insert(first, place, (gpointer)structure);
      continue;
    }
    unite(uima, relata_annotated_actor(annotated, other->id),
          relata_annotated_actor(annotated, structure->id), "marked in one place", structure->where);
    g_free(place);
  }
}

/* Unites whom the links of a chain name. A link that comes a second time ends it. */
static void
unite_chain(const RelataUima *uima, const RelataAnnotated *annotated, const RelataUimaStructure *chain)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  const RelataUimaStructure *link = relata_uima_find(uima, relata_uima_value(uima, chain, "first"));
  const guint first = link != NULL ? relata_annotated_actor(annotated, link->id) : RELATA_NONE;
  while (link != NULL && g_hash_table_add(seen, (gpointer)link)) {
    unite(uima, first, relata_annotated_actor(annotated, link->id), "links of one chain of coreference",
          link->where);
    link = relata_uima_find(uima, relata_uima_value(uima, link, "next"));
  }
}

/* Adds the link to the registry in which an annotator has found somebody. */
static void
add_link(const RelataUima *uima, const RelataAnnotated *annotated, const RelataUimaStructure *structure)
{
  const char *identifier = structure->marked ? relata_uima_word(uima, structure, "identifier") : NULL;
  const guint actor = relata_annotated_actor(annotated, structure->id);
  if (identifier == NULL || !relata_iri_is(identifier) || actor == RELATA_NONE)
    return;
  const RelataIri iri = relata_iri_parse(identifier);
  relata_corpus_add_link(uima->reading.corpus, actor, iri.registry,
                         relata_corpus_intern(uima->reading.corpus, iri.value));
}

void
relata_uima_unite(const RelataUima *uima, const RelataAnnotated *annotated)
{
  unite_places(uima, annotated);
  for (guint i = 0; i < uima->structures->len; i++)
    add_link(uima, annotated, relata_uima_at(uima, i));
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    if (structure->layer->wanted && structure->begin < 0 && !structure->layer->placed)
      unite_chain(uima, annotated, structure);
  }
}
