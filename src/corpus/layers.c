/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names of layers, and on how many claims they agree. layers_merge.c makes one of equal statements. */
#include "corpus/layers.h"

#include "corpus/internal.h"
#include "text/message.h"

#include <string.h>

/* Each two of more layers than these are not compared. */
#define MOST_COMPARED 12

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *
relata_layers_intern(RelataCorpus *corpus, const char *const *names, guint n)
{
  if (n == 0)
    return NULL;
  g_autofree const char **sorted = g_memdup2(names, n * sizeof *names);
  qsort((gpointer)sorted, n, sizeof *sorted, compare_names);
  g_autoptr(GString) key = g_string_new(NULL);
  guint n_distinct = 0;
  for (guint i = 0; i < n; i++)
    if (i == 0 || strcmp(sorted[i], sorted[n_distinct - 1]) != 0) {
      g_string_append_printf(key, "%" G_GSIZE_FORMAT " %s", strlen(sorted[i]), sorted[i]);
      sorted[n_distinct++] = sorted[i];
    }
  const char **list = g_hash_table_lookup(corpus->layers, key->str);
  if (list != NULL)
    return list;
  list = g_new0(const char *, n_distinct + 1);
  for (guint i = 0; i < n_distinct; i++)
    list[i] = relata_corpus_intern(corpus, sorted[i]);
  g_hash_table_insert(corpus->layers, g_strdup(key->str), (gpointer)list);
  return list;
}

gboolean
relata_layers_have(const char *const *layers, const char *name)
{
  for (; layers != NULL && *layers != NULL; layers++)
    if (strcmp(*layers, name) == 0)
      return TRUE;
  return FALSE;
}

const char *const *
relata_layers_union(RelataCorpus *corpus, const char *const *a, const char *const *b)
{
  if (a == b || b == NULL)
    return a;
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  for (; a != NULL && *a != NULL; a++)
    g_ptr_array_add(all, (gpointer)*a);
  for (; *b != NULL; b++)
    g_ptr_array_add(all, (gpointer)*b);
  return relata_layers_intern(corpus, (const char *const *)all->pdata, all->len);
}

/* ── Reading one ── */

RelataLayer
relata_layer_begin(const RelataCorpus *corpus)
{
  return (RelataLayer){corpus->claims->len, corpus->events->len, corpus->figures->len, corpus->mentions->len};
}

/* Returns the document and place of a mention as words. */
static char *
place_of(const RelataMention *mention)
{
  GString *place = g_string_new(NULL);
  g_string_append_printf(place, "%u", mention->document);
  for (guint i = 0; i < mention->n_spans; i++)
    g_string_append_printf(place, " %u-%u", mention->spans[i].start, mention->spans[i].end);
  return g_string_free(place, FALSE);
}

/* Returns those whom earlier layers mark in each place (GArray of guint), and makes the list where there is
 * none. */
static GArray *
marked_at(RelataCorpus *corpus, const char *place)
{
  GArray *actors = g_hash_table_lookup(corpus->marked, place);
  if (actors == NULL) {
    actors = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(corpus->marked, g_strdup(place), actors);
  }
  return actors;
}

/* Returns who of those marked in a place has the type, or RELATA_NONE. */
static guint
of_type(const RelataCorpus *corpus, const GArray *actors, guint type)
{
  for (guint i = 0; i < actors->len; i++)
    if (relata_corpus_actor(corpus, g_array_index(actors, guint, i))->type == type)
      return g_array_index(actors, guint, i);
  return RELATA_NONE;
}

/* Unites those whom a layer marks in one place with those whom earlier layers mark there: those of one type,
 * or of whatever type where both mark only one. */
static void
unite_at(RelataCorpus *corpus, const char *place, const GArray *actors)
{
  GArray *before = marked_at(corpus, place);
  const gboolean single = before->len == 1 && actors->len == 1;
  const guint n_before = before->len;
  for (guint i = 0; i < actors->len; i++) {
    const guint actor = g_array_index(actors, guint, i);
    const RelataActor *record = relata_corpus_actor(corpus, actor);
    const guint alike = of_type(corpus, before, record->type);
    const guint same = alike == RELATA_NONE && single ? g_array_index(before, guint, 0) : alike;
    if (same != RELATA_NONE && n_before > 0)
      relata_corpus_add_sameness(corpus, RELATA_BY_EQUIVALENCE, same, actor,
                                 relata_corpus_intern(corpus, "marked in the same place by two annotators"),
                                 record->where);
    if (alike == RELATA_NONE)
      g_array_append_val(before, actor);
  }
}

/* Says that actors who are marked in the same place as in earlier layers are the same. */
static void
unite_marked(RelataCorpus *corpus, guint first)
{
  g_autoptr(GHashTable) marked =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free); /* in the order of the marks */
  for (guint i = first; i < corpus->mentions->len; i++) {
    const RelataMention *mention = &g_array_index(corpus->mentions, RelataMention, i);
    g_autofree char *place = place_of(mention);
    GArray *actors = g_hash_table_lookup(marked, place);
    if (actors == NULL) {
      actors = g_array_new(FALSE, FALSE, sizeof(guint));
      g_hash_table_insert(marked, place, actors);
      g_ptr_array_add(places, g_steal_pointer(&place));
    }
    g_array_append_val(actors, mention->actor);
  }
  for (guint i = 0; i < places->len; i++) {
    const char *place = g_ptr_array_index(places, i);
    unite_at(corpus, place, g_hash_table_lookup(marked, place));
  }
}

void
relata_layer_end(RelataCorpus *corpus, const RelataLayer *layer, guint document, const char *name,
                 const char *const *layers)
{
  if (name == NULL)
    return;
  const char *const *own = relata_layers_intern(corpus, &name, 1);
  g_array_index(corpus->documents, RelataDocument, document).layers = layers;
  for (guint i = layer->n_claims; i < corpus->claims->len; i++)
    g_array_index(corpus->claims, RelataClaim, i).said.layers = own;
  for (guint i = layer->n_events; i < corpus->events->len; i++)
    g_array_index(corpus->events, RelataEvent, i).said.layers = own;
  for (guint i = layer->n_figures; i < corpus->figures->len; i++)
    g_array_index(corpus->figures, RelataFigure, i).said.layers = own;
  unite_marked(corpus, layer->n_mentions);
}

/* ── Agreement ── */

/* The claims of documents that two layers are about. */
typedef struct {
  guint both, only[2];
  guint n_documents;
} Agreement;

typedef struct {
  GPtrArray *names;  /* of all layers, sorted */
  GHashTable *index; /* name → its place + 1 */
  Agreement *matrix; /* of each two, at first · n + second */
} Comparison;

static Agreement *
agreement_of(const Comparison *comparison, const char *a, const char *b)
{
  const guint first = GPOINTER_TO_UINT(g_hash_table_lookup(comparison->index, a)) - 1,
              second = GPOINTER_TO_UINT(g_hash_table_lookup(comparison->index, b)) - 1;
  return &comparison->matrix[first * comparison->names->len + second];
}

static void
count_document(const Comparison *comparison, const RelataDocument *document)
{
  for (const char *const *a = document->layers; a != NULL && *a != NULL; a++)
    for (const char *const *b = a + 1; *b != NULL; b++)
      agreement_of(comparison, *a, *b)->n_documents++;
}

static void
count_claim(const Comparison *comparison, const RelataDocument *document, const RelataClaim *claim)
{
  for (const char *const *a = document->layers; a != NULL && *a != NULL; a++)
    for (const char *const *b = a + 1; *b != NULL; b++) {
      const gboolean in_a = relata_layers_have(claim->said.layers, *a),
                     in_b = relata_layers_have(claim->said.layers, *b);
      Agreement *agreement = agreement_of(comparison, *a, *b);
      agreement->both += in_a && in_b ? 1 : 0;
      agreement->only[0] += in_a && !in_b ? 1 : 0;
      agreement->only[1] += in_b && !in_a ? 1 : 0;
    }
}

static void
collect_names(const RelataCorpus *corpus, Comparison *comparison)
{
  for (guint i = 0; i < corpus->documents->len; i++) {
    const char *const *at = relata_corpus_document(corpus, i)->layers;
    for (; at != NULL && *at != NULL; at++)
      if (g_hash_table_add(comparison->index, (gpointer)*at))
        g_ptr_array_add(comparison->names, (gpointer)*at);
  }
  g_ptr_array_sort(comparison->names, compare_names);
  for (guint i = 0; i < comparison->names->len; i++)
    g_hash_table_insert(comparison->index, g_ptr_array_index(comparison->names, i), GUINT_TO_POINTER(i + 1));
}

static void
report_pairs(const Comparison *comparison, RelataDiagnostics *diagnostics)
{
  const guint n = comparison->names->len;
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++) {
      const Agreement *agreement = &comparison->matrix[a * n + b];
      const char *first = g_ptr_array_index(comparison->names, a),
                 *second = g_ptr_array_index(comparison->names, b);
      if (agreement->n_documents > 0)
        relata_diagnose(diagnostics, RELATA_NOTE, "layers", NULL, NULL,
                        "%s and %s agree on %u relation%s of %u document%s; %u %s only in %s, %u only in %s",
                        first, second, agreement->both, relata_plural(agreement->both),
                        agreement->n_documents, relata_plural(agreement->n_documents), agreement->only[0],
                        agreement->only[0] == 1 ? "is" : "are", first, agreement->only[1], second);
    }
}

/* Reports on how many claims each two layers agree. */
static void
report_agreement(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  Comparison comparison = {g_ptr_array_new(), g_hash_table_new(g_str_hash, g_str_equal), NULL};
  collect_names(corpus, &comparison);
  const guint n = comparison.names->len;
  if (n > MOST_COMPARED) {
    relata_diagnose(diagnostics, RELATA_NOTE, "layers", NULL, NULL,
                    "there are %u layers of annotation, too many to compare each two", n);
  } else if (n > 1) {
    comparison.matrix = g_new0(Agreement, (gsize)n * n);
    for (guint i = 0; i < corpus->documents->len; i++)
      count_document(&comparison, relata_corpus_document(corpus, i));
    for (guint i = 0; i < corpus->claims->len; i++) {
      const RelataClaim *claim = relata_corpus_claim(corpus, i);
      if (claim->said.document != RELATA_NONE)
        count_claim(&comparison, relata_corpus_document(corpus, claim->said.document), claim);
    }
    report_pairs(&comparison, diagnostics);
  }
  g_ptr_array_unref(comparison.names);
  g_hash_table_unref(comparison.index);
  g_free(comparison.matrix);
}

/* What statements say of their layers holds for their document. */
static gboolean
complete_documents(RelataCorpus *corpus)
{
  gboolean any = FALSE;
  for (guint i = 0; i < corpus->claims->len; i++) {
    const RelataStatement *said = &g_array_index(corpus->claims, RelataClaim, i).said;
    if (said->layers == NULL || said->document == RELATA_NONE)
      continue;
    RelataDocument *document = &g_array_index(corpus->documents, RelataDocument, said->document);
    for (const char *const *at = said->layers; *at != NULL; at++)
      if (!relata_layers_have(document->layers, *at))
        document->layers = relata_layers_union(corpus, document->layers, said->layers);
  }
  for (guint i = 0; i < corpus->documents->len && !any; i++) {
    const char *const *layers = relata_corpus_document(corpus, i)->layers;
    any = layers != NULL && layers[1] != NULL;
  }
  return any;
}

void
relata_layers_merge(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  if (!complete_documents(corpus))
    return;
  relata_layers_merge_statements(corpus);
  report_agreement(corpus, diagnostics);
}
