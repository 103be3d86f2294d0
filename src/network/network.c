/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/network.h"

#include "network/guard.h"

#include <string.h>

/* A selected claim with what it is sorted by, as numbers: sorting strings a million times is slow. */
typedef struct {
  guint from, to, type_rank; /* the tie */
  gint32 published;          /* then the claim's place in it */
  guint document_rank, start;
  guint claim;
} Row;

typedef struct {
  RelataNetwork *network;
  const RelataSelection *selection;
  guint *type_ranks, *document_ranks; /* places in the order of ids */
  GArray *rows;
} Builder;

static int
compare_ids(gconstpointer a, gconstpointer b, gpointer ids)
{
  return strcmp(((const char *const *)ids)[*(const guint *)a], ((const char *const *)ids)[*(const guint *)b]);
}

/* The indices 0 … n−1 in the order of their ids. Newly allocated. */
static guint *
order_by_id(const char *const *ids, guint n)
{
  guint *order = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)n, sizeof(guint), compare_ids, (gpointer)ids);
  return order;
}

static guint *
ranks_by_id(const char *const *ids, guint n)
{
  g_autofree guint *order = order_by_id(ids, n);
  guint *ranks = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i;
  return ranks;
}

#define COMPARE(field)                                                                                       \
  if (left->field != right->field)                                                                           \
  return left->field < right->field ? -1 : 1

static int
compare_rows(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const Row *left = a, *right = b;
  COMPARE(from);
  COMPARE(to);
  COMPARE(type_rank);
  COMPARE(published);
  COMPARE(document_rank);
  COMPARE(start);
  return strcmp(relata_corpus_claim(corpus, left->claim)->said.id,
                relata_corpus_claim(corpus, right->claim)->said.id);
}

static void
set_vertices(Builder *builder)
{
  RelataNetwork *network = builder->network;
  const RelataCorpus *corpus = network->corpus;
  const guint n = relata_corpus_n_actors(corpus);
  g_autofree const char **ids = g_new(const char *, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    ids[i] = relata_corpus_actor(corpus, i)->id;
  g_autofree guint *order = order_by_id(ids, n);
  network->actors = g_new(guint, MAX(n, 1));
  network->vertices = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++) {
    const guint actor = order[i];
    const gboolean has = relata_selection_has_actor(builder->selection, actor);
    network->vertices[actor] = has ? network->n_actors : RELATA_NONE;
    if (has)
      network->actors[network->n_actors++] = actor;
  }
}

static void
set_ranks(Builder *builder)
{
  const RelataCorpus *corpus = builder->network->corpus;
  const GArray *types = relata_schema_relation_types(relata_corpus_schema(corpus));
  const guint n_documents = relata_corpus_n_documents(corpus);
  g_autofree const char **ids = g_new(const char *, MAX(MAX(types->len, n_documents), 1));
  for (guint i = 0; i < types->len; i++)
    ids[i] = g_array_index(types, RelataRelationType, i).id;
  builder->type_ranks = ranks_by_id(ids, types->len);
  for (guint i = 0; i < n_documents; i++)
    ids[i] = relata_corpus_document(corpus, i)->id;
  builder->document_ranks = ranks_by_id(ids, n_documents);
}

static gboolean
passes(Builder *builder, const RelataClaim *claim)
{
  gboolean all = TRUE;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (!relata_selection_claim_passes(builder->selection, claim, filter)) {
      builder->network->n_claims_removed[filter]++;
      all = FALSE;
    }
  return all;
}

static void
select_claims(Builder *builder)
{
  RelataNetwork *network = builder->network;
  const RelataCorpus *corpus = network->corpus;
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    if (!passes(builder, claim) || claim->from == claim->to)
      continue;
    Row row = {network->vertices[claim->from],
               network->vertices[claim->to],
               builder->type_ranks[claim->type],
               RELATA_DAY_MAX,
               G_MAXUINT,
               claim->said.span.start,
               i};
    if (relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->symmetric &&
        row.from > row.to) {
      const guint from = row.from;
      row.from = row.to;
      row.to = from;
    }
    if (claim->said.document != RELATA_NONE) {
      const RelataDocument *document = relata_corpus_document(corpus, claim->said.document);
      row.document_rank = builder->document_ranks[claim->said.document];
      if (relata_date_is_set(&document->published))
        row.published = document->published.begin_min;
    }
    g_array_append_val(builder->rows, row);
  }
  g_qsort_with_data(builder->rows->data, (gint)builder->rows->len, sizeof(Row), compare_rows,
                    (gpointer)corpus);
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
  const guint left = *(const guint *)a, right = *(const guint *)b;
  return left < right ? -1 : left > right;
}

/* Independent origins: claims without a document count as one origin together. */
static guint
count_distinct(GArray *origins)
{
  g_array_sort(origins, compare_numbers);
  guint n = 0;
  for (guint i = 0; i < origins->len; i++)
    n += i == 0 || g_array_index(origins, guint, i) != g_array_index(origins, guint, i - 1);
  return n;
}

/* Whether a claim is only there because what lacks a date is let through. */
static gboolean
lacks_date(const RelataSelection *selection, const RelataCorpus *corpus, const RelataStatement *said)
{
  if ((relata_selection_is_set(selection, RELATA_FILTER_AS_OF) ||
       relata_selection_is_set(selection, RELATA_FILTER_DURING)) &&
      !relata_date_is_set(&said->when))
    return TRUE;
  return relata_selection_is_set(selection, RELATA_FILTER_KNOWN_BY) &&
         (said->document == RELATA_NONE ||
          !relata_date_is_set(&relata_corpus_document(corpus, said->document)->published));
}

/* The tie of rows first … last−1; its claims will stand in the network's from `place` on. */
static RelataTie
make_tie(const Builder *builder, guint first, guint last, guint place)
{
  const RelataCorpus *corpus = builder->network->corpus;
  const Row *row = &g_array_index(builder->rows, Row, first);
  RelataTie tie = {.type = relata_corpus_claim(corpus, row->claim)->type,
                   .from = row->from,
                   .to = row->to,
                   .first_claim = place,
                   .n_claims = last - first,
                   .confidence = NAN};
  g_autoptr(GArray) origins = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = first; i < last; i++) {
    const RelataStatement *said =
        &relata_corpus_claim(corpus, g_array_index(builder->rows, Row, i).claim)->said;
    if (said->stance == RELATA_DENIES) {
      tie.n_denying++;
      continue;
    }
    tie.certainty = tie.n_affirming == 0 ? said->certainty : MAX(tie.certainty, said->certainty);
    tie.n_affirming++;
    if (!isnan(said->confidence) && !(tie.confidence >= said->confidence))
      tie.confidence = said->confidence;
    const guint origin = said->document != RELATA_NONE
                             ? relata_corpus_document(corpus, said->document)->origin_index
                             : RELATA_NONE;
    g_array_append_val(origins, origin);
  }
  tie.corroboration = count_distinct(origins);
  return tie;
}

static guint
end_of_tie(const GArray *rows, guint first)
{
  const Row *row = &g_array_index(rows, Row, first);
  for (guint last = first + 1; last < rows->len; last++) {
    const Row *next = &g_array_index(rows, Row, last);
    if (next->from != row->from || next->to != row->to || next->type_rank != row->type_rank)
      return last;
  }
  return rows->len;
}

/* Appends the ties that stand, or those that are only denied, with their claims. */
static void
append_ties(Builder *builder, gboolean standing, guint *n_claims)
{
  RelataNetwork *network = builder->network;
  const GArray *rows = builder->rows;
  const guint min_corroboration = relata_selection_min_corroboration(builder->selection);
  for (guint first = 0, last; first < rows->len; first = last) {
    last = end_of_tie(rows, first);
    const RelataTie tie = make_tie(builder, first, last, *n_claims);
    if ((tie.n_affirming > 0) != standing)
      continue;
    if (standing && tie.corroboration < min_corroboration) {
      network->n_ties_weak++;
      continue;
    }
    network->ties[network->n_ties + network->n_denied_only] = tie;
    if (standing)
      network->n_ties++;
    else
      network->n_denied_only++;
    for (guint i = first; i < last; i++) {
      const guint claim = g_array_index(rows, Row, i).claim;
      network->claims[(*n_claims)++] = claim;
      if (standing &&
          lacks_date(builder->selection, network->corpus, &relata_corpus_claim(network->corpus, claim)->said))
        network->n_undated++;
    }
  }
}

static void
make_ties(Builder *builder)
{
  RelataNetwork *network = builder->network;
  const guint n = MAX(builder->rows->len, 1);
  network->claims = g_new(guint, n);
  network->ties = g_new(RelataTie, n);
  guint n_claims = 0;
  append_ties(builder, TRUE, &n_claims);
  network->n_claims = n_claims;
  append_ties(builder, FALSE, &n_claims);
}

static igraph_error_t
fill_graph(RelataNetwork *network)
{
  igraph_vector_int_t edges;
  IGRAPH_CHECK(igraph_vector_int_init(&edges, 2 * (igraph_integer_t)network->n_ties));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &edges);
  for (guint i = 0; i < network->n_ties; i++) {
    VECTOR(edges)[2 * i] = network->ties[i].from;
    VECTOR(edges)[2 * i + 1] = network->ties[i].to;
  }
  IGRAPH_CHECK(igraph_create(&network->graph, &edges, (igraph_integer_t)network->n_actors, IGRAPH_DIRECTED));
  igraph_vector_int_destroy(&edges);
  IGRAPH_FINALLY_CLEAN(1);
  return IGRAPH_SUCCESS;
}

static gboolean
make_graph(RelataNetwork *network, GError **error)
{
  RelataGuard guard;
  relata_guard_enter(&guard);
  return relata_guard_leave(&guard, fill_graph(network), error);
}

RelataNetwork *
relata_network_new(const RelataCorpus *corpus, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(corpus != NULL && selection != NULL, NULL);
  g_autoptr(RelataNetwork) network = g_new0(RelataNetwork, 1);
  network->corpus = corpus;
  Builder builder = {network, selection, NULL, NULL, g_array_new(FALSE, FALSE, sizeof(Row))};
  set_vertices(&builder);
  set_ranks(&builder);
  select_claims(&builder);
  make_ties(&builder);
  network->has_graph = make_graph(network, error);
  g_free(builder.type_ranks);
  g_free(builder.document_ranks);
  g_array_unref(builder.rows);
  return network->has_graph ? g_steal_pointer(&network) : NULL;
}

/* ── Several networks ────────────────────────────────────────────────────────────────────── */

/* The order of edges. */
static int
compare_ties(const RelataNetwork *network, const RelataTie *left, const RelataTie *right)
{
  COMPARE(from);
  COMPARE(to);
  return left->type == right->type ? 0
                                   : strcmp(relata_network_relation(network, left)->id,
                                            relata_network_relation(network, right)->id);
}

guint
relata_network_find_tie(const RelataNetwork *network, guint from, guint to, guint type)
{
  g_return_val_if_fail(network != NULL, RELATA_NONE);
  const RelataTie wanted = {.type = type, .from = from, .to = to};
  guint low = 0, high = network->n_ties;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const int order = compare_ties(network, &network->ties[middle], &wanted);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return RELATA_NONE;
}

typedef struct {
  const RelataTie *tie;
  guint network;
} Source;

static int
compare_sources(gconstpointer a, gconstpointer b, gpointer network)
{
  const Source *left = a, *right = b;
  const int order = compare_ties(network, left->tie, right->tie);
  if (order != 0)
    return order;
  COMPARE(network);
  return 0;
}

static void
copy_tie(RelataNetwork *network, guint place, guint *n_claims, const RelataNetwork *from,
         const RelataTie *tie)
{
  RelataTie *copy = &network->ties[place];
  *copy = *tie;
  copy->first_claim = *n_claims;
  memcpy(network->claims + *n_claims, from->claims + tie->first_claim, tie->n_claims * sizeof(guint));
  *n_claims += tie->n_claims;
}

RelataNetwork *
relata_network_merge(const RelataNetwork *const *networks, guint n, GError **error)
{
  g_return_val_if_fail(networks != NULL && n > 0, NULL);
  const RelataNetwork *last = networks[n - 1];
  g_autoptr(RelataNetwork) merged = g_new0(RelataNetwork, 1);
  g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(Source));
  guint most_claims = 1;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < networks[i]->n_ties; j++) {
      const Source source = {&networks[i]->ties[j], i};
      most_claims += source.tie->n_claims;
      g_array_append_val(sources, source);
    }
  for (guint i = 0; i < last->n_denied_only; i++)
    most_claims += last->ties[last->n_ties + i].n_claims;
  g_array_sort_with_data(sources, compare_sources, (gpointer)last);
  merged->corpus = last->corpus;
  merged->n_actors = last->n_actors;
  merged->actors = g_memdup2(last->actors, MAX(last->n_actors, 1) * sizeof(guint));
  merged->vertices = g_memdup2(last->vertices, MAX(relata_corpus_n_actors(last->corpus), 1) * sizeof(guint));
  merged->claims = g_new(guint, most_claims);
  merged->ties = g_new(RelataTie, sources->len + last->n_denied_only + 1);
  for (guint i = 0; i < sources->len; i++) {
    const Source *source = &g_array_index(sources, Source, i);
    const Source *next = i + 1 < sources->len ? source + 1 : NULL;
    if (next == NULL || compare_ties(last, source->tie, next->tie) != 0)
      copy_tie(merged, merged->n_ties++, &merged->n_claims, networks[source->network], source->tie);
  }
  merged->n_denied_only = last->n_denied_only;
  guint n_claims = merged->n_claims;
  for (guint i = 0; i < last->n_denied_only; i++)
    copy_tie(merged, merged->n_ties + i, &n_claims, last, &last->ties[last->n_ties + i]);
  merged->n_undated = last->n_undated;
  merged->n_ties_weak = last->n_ties_weak;
  memcpy(merged->n_claims_removed, last->n_claims_removed, sizeof last->n_claims_removed);
  merged->has_graph = make_graph(merged, error);
  return merged->has_graph ? g_steal_pointer(&merged) : NULL;
}

gboolean
relata_network_has_ties(const RelataNetwork *network, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(network != NULL && selection != NULL, FALSE);
  const guint n_claims = relata_corpus_n_claims(network->corpus);
  if (network->n_ties > 0 || n_claims == 0)
    return TRUE;
  g_autoptr(GString) reasons = g_string_new(NULL);
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (network->n_claims_removed[filter] > 0)
      g_string_append_printf(
          reasons, "; `%s`%s%s removes %u of %u claims", relata_filters[filter].name,
          relata_filters[filter].argument != NULL ? " " : "",
          relata_filters[filter].argument != NULL ? relata_selection_value(selection, filter) : "",
          network->n_claims_removed[filter], n_claims);
  if (network->n_ties_weak > 0)
    g_string_append_printf(reasons, "; `corroboration` %s removes the remaining %u ties",
                           relata_selection_value(selection, RELATA_FILTER_CORROBORATION),
                           network->n_ties_weak);
  if (network->n_denied_only > 0)
    g_string_append_printf(reasons, "; %u ties are only denied", network->n_denied_only);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "the selection leaves no tie%s", reasons->str);
  return FALSE;
}

void
relata_network_free(RelataNetwork *network)
{
  if (network == NULL)
    return;
  if (network->has_graph)
    igraph_destroy(&network->graph);
  g_free(network->actors);
  g_free(network->vertices);
  g_free(network->ties);
  g_free(network->claims);
  g_free(network);
}

const RelataActor *
relata_network_actor(const RelataNetwork *network, guint vertex)
{
  g_return_val_if_fail(network != NULL && vertex < network->n_actors, NULL);
  return relata_corpus_actor(network->corpus, network->actors[vertex]);
}

const RelataRelationType *
relata_network_relation(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  return relata_schema_relation_type(relata_corpus_schema(network->corpus), tie->type);
}

const RelataClaim *
relata_network_claim(const RelataNetwork *network, const RelataTie *tie, guint index)
{
  g_return_val_if_fail(network != NULL && tie != NULL && index < tie->n_claims, NULL);
  return relata_corpus_claim(network->corpus, network->claims[tie->first_claim + index]);
}

const char *
relata_network_label(const RelataNetwork *network, const RelataTie *tie, gboolean forward)
{
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  const RelataRelationType *type = relata_network_relation(network, tie);
  return forward || type->symmetric ? type->label : type->inverse;
}
