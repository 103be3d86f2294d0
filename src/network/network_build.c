/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Builds the network of a selection. */
#include "network/network_internal.h"
#include "network/selection_internal.h"

#include "network/tie_count.h"
#include "text/error.h"

#include <string.h>

/* Each claim makes at most one tie and each tie two hops, which 32 bits must number; sorting needs 31
 * bits. */
#define MOST_CLAIMS (1u << 30)

/* A selected claim with its sort keys as numbers, because sorting strings a million times is slow. */
typedef struct {
  guint from, to, type_rank; /* identify the tie */
  gint32 published;          /* orders the claims of a tie */
  guint document_rank, start;
  guint claim;
} Row;

typedef struct {
  RelataNetwork *network;
  const RelataSelection *selection;
  guint *type_ranks, *document_ranks; /* rank in the order of ids */
  gboolean is_set[RELATA_N_FILTERS];
  GArray *rows;
  RelataTally *tally; /* scratch space */
} Builder;

static int
compare_ids(gconstpointer a, gconstpointer b, gpointer ids)
{
  return strcmp(((const char *const *)ids)[*(const guint *)a], ((const char *const *)ids)[*(const guint *)b]);
}

/* Returns the indices 0 … n−1 in the order of their ids. Newly allocated. */
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

static int
compare_rows(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const Row *left = a, *right = b;
  int order = relata_order(left->from, right->from);
  if (order == 0)
    order = relata_order(left->to, right->to);
  if (order == 0)
    order = relata_order(left->type_rank, right->type_rank);
  if (order == 0)
    order = relata_order(left->published, right->published);
  if (order == 0)
    order = relata_order(left->document_rank, right->document_rank);
  if (order == 0)
    order = relata_order(left->start, right->start);
  return order != 0 ? order
                    : strcmp(relata_corpus_claim(corpus, left->claim)->said.id,
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
passes(Builder *builder, guint claim)
{
  gboolean all = TRUE;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (filter != RELATA_FILTER_REPORTING && builder->is_set[filter] &&
        !relata_selection_claim_passes(builder->selection, claim, filter)) {
      builder->network->n_claims_removed[filter]++;
      all = FALSE;
    }
  if (relata_selection_leaves_out_reports(builder->selection,
                                          relata_corpus_claim(builder->network->corpus, claim)->type)) {
    builder->network->n_claims_removed[RELATA_FILTER_REPORTING]++;
    builder->network->n_reports += all ? 1 : 0;
    all = FALSE;
  }
  return all && !relata_selection_withdraws(builder->selection, claim);
}

static Row
row_of(const Builder *builder, guint index, const RelataClaim *claim)
{
  const RelataCorpus *corpus = builder->network->corpus;
  const guint *vertices = builder->network->vertices;
  Row row = {.from = vertices[claim->from],
             .to = vertices[claim->to],
             .type_rank = builder->type_ranks[claim->type],
             .published = RELATA_DAY_MAX,
             .document_rank = G_MAXUINT,
             .start = claim->said.span.start,
             .claim = index};
  if (relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->symmetric &&
      row.from > row.to) {
    row.from = vertices[claim->to];
    row.to = vertices[claim->from];
  }
  if (claim->said.document != RELATA_NONE) {
    const RelataDocument *document = relata_corpus_document(corpus, claim->said.document);
    row.document_rank = builder->document_ranks[claim->said.document];
    if (relata_date_is_set(&document->published))
      row.published = document->published.begin_min;
  }
  return row;
}

/* Returns whether the claim only says that an actor is the actor that it is: what united its two names. */
static gboolean
says_who_is_who(const RelataCorpus *corpus, const RelataClaim *claim)
{
  return claim->from == claim->to &&
         relata_schema_relation_type(relata_corpus_schema((RelataCorpus *)corpus), claim->type)->same;
}

static void
select_claims(Builder *builder)
{
  const RelataCorpus *corpus = builder->network->corpus;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    builder->is_set[filter] = relata_selection_is_set(builder->selection, filter);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    if (!passes(builder, i) || says_who_is_who(corpus, claim))
      continue;
    const Row row = row_of(builder, i, claim);
    g_array_append_val(builder->rows, row);
  }
}

/* Returns whether a claim passes only because undated claims are let through. */
static gboolean
lacks_date(const RelataSelection *selection, const RelataCorpus *corpus, const RelataStatement *said)
{
  if (relata_selection_asks_days(selection) && !relata_statement_is_dated(corpus, said))
    return TRUE;
  return relata_selection_is_set(selection, RELATA_FILTER_KNOWN_BY) &&
         (said->document == RELATA_NONE ||
          !relata_date_is_set(&relata_corpus_document(corpus, said->document)->published));
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

/* Returns the tie of rows first … last−1; its claims are listed from `place` on. */
static RelataTie
make_tie(const Builder *builder, guint first, guint last, guint place)
{
  const RelataNetwork *network = builder->network;
  const Row *row = &g_array_index(builder->rows, Row, first);
  for (guint i = first; i < last; i++)
    network->claims[place + i - first] = g_array_index(builder->rows, Row, i).claim;
  RelataTie tie = {.type = relata_corpus_claim(network->corpus, row->claim)->type,
                   .from = row->from,
                   .to = row->to,
                   .first_claim = place,
                   .n_claims = last - first};
  relata_tie_count(network, &tie, builder->tally);
  return tie;
}

/* Makes a tie of all rows that belong together, in the order of edges. */
static void
make_ties(Builder *builder)
{
  RelataNetwork *network = builder->network;
  const GArray *rows = builder->rows;
  network->claims = g_new0(guint, MAX(rows->len, 1));
  network->ties = g_new(RelataTie, MAX(rows->len, 1));
  for (guint first = 0, last; first < rows->len; first = last) {
    last = end_of_tie(rows, first);
    network->ties[network->n_ties++] = make_tie(builder, first, last, first);
  }
  network->n_claims = rows->len;
}

static void
count_undated(Builder *builder)
{
  RelataNetwork *network = builder->network;
  for (guint i = 0; i < network->n_claims; i++)
    network->n_undated += lacks_date(builder->selection, network->corpus,
                                     &relata_corpus_claim(network->corpus, network->claims[i])->said)
                              ? 1
                              : 0;
}

RelataNetwork *
relata_network_alloc(const RelataCorpus *corpus)
{
  RelataNetwork *network = g_new0(RelataNetwork, 1);
  network->corpus = corpus;
  network->made = g_new0(struct RelataNetworkMade, 1);
  return network;
}

gboolean
relata_network_check_size(guint64 n_claims, GError **error)
{
  if (n_claims > MOST_CLAIMS)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT, "a network holds at most %u claims", MOST_CLAIMS);
  return n_claims <= MOST_CLAIMS;
}

RelataNetwork *
relata_network_new(const RelataCorpus *corpus, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(corpus != NULL && selection != NULL, NULL);
  g_return_val_if_fail(relata_selection_corpus(selection) == corpus, NULL);
  g_autoptr(RelataNetwork) network = relata_network_alloc(corpus);
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row)); /* freed as soon as it can: it is long */
  g_autoptr(RelataTally) tally = relata_tally_new();
  Builder builder = {.network = network, .selection = selection, .rows = rows, .tally = tally};
  if (relata_selection_asks_days(selection))
    relata_selection_holdings(selection); /* made once, and kept with the copy */
  network->made->selection = relata_selection_copy(selection);
  set_vertices(&builder);
  set_ranks(&builder);
  select_claims(&builder);
  g_free(builder.type_ranks);
  g_free(builder.document_ranks);
  if (!relata_network_check_size(rows->len, error))
    return NULL;
  g_qsort_with_data(rows->data, (gint)rows->len, sizeof(Row), compare_rows, (gpointer)corpus);
  make_ties(&builder);
  g_clear_pointer(&rows, g_array_unref);
  relata_network_part(network, selection, tally);
  count_undated(&builder);
  return g_steal_pointer(&network);
}

void
relata_network_free(RelataNetwork *network)
{
  if (network == NULL)
    return;
  relata_adjacency_free(network->made->adjacency);
  relata_graphs_free(network->made->graphs);
  relata_selection_free(network->made->selection);
  g_free(network->made);
  g_free(network->actors);
  g_free(network->vertices);
  g_free(network->ties);
  g_free(network->claims);
  g_free(network);
}
