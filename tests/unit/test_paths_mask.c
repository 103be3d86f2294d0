/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A mask against networks that are built anew: on random corpora, one selection after another takes claims
 * away and gives them back; ties, their order and the paths over them must be those of the selection's own
 * network. A failing case prints its seed. */
#include "many.h"
#include "network/mask.h"
#include "paths/path.h"

#define N_CORPORA    many(100)
#define N_SELECTIONS 12
#define N_QUERIES    6
#define MOST_ACTORS  7
#define MOST_CLAIMS  60

static const RelataPlace nowhere = {NULL, 0, 0};
static const char *const dates[] = {NULL,
                                    "2021-01-02",
                                    "2021-01-09?",
                                    "2021-01",
                                    "../2021-01-10",
                                    "2021-01-05/..",
                                    "2021-01-03/2021-01-08",
                                    "/2021-01-04~"};
static const char *const origins[] = {"Zeta", "Alpha", "ALPHA", NULL};
static const struct {
  const char *id, *parent;
  gboolean symmetric, event;
} types[] = {{"with", NULL, TRUE, FALSE},        {"attacks", NULL, FALSE, TRUE},
             {"reports", NULL, FALSE, FALSE},    {"bombs", "attacks", FALSE, TRUE},
             {"clashes", "attacks", TRUE, TRUE}, {"aids", "with", FALSE, FALSE}};
static const char *const speakers[] = {NULL, NULL, "Zeta", "Minister", "a1"};

static guint32 seed; /* of the case at hand */

static guint
below(GRand *random, guint n)
{
  return (guint)g_rand_int_range(random, 0, (gint)n);
}

static void
set_date(GRand *random, RelataDate *date)
{
  const char *edtf = dates[below(random, G_N_ELEMENTS(dates))];
  if (edtf != NULL)
    g_assert_true(relata_date_parse(edtf, date, NULL));
}

static RelataCorpus *
random_corpus(GRand *random)
{
  RelataCorpus *corpus = relata_corpus_new();
  const guint ended = 0; /* "with": attacks end it */
  gboolean again;
  for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
    RelataRelationType *type =
        relata_schema_declare_relation_type(relata_corpus_schema(corpus), types[i].id, nowhere);
    type->symmetric = types[i].symmetric;
    type->event = types[i].event;
    type->ends_to = types[i].event ? g_array_new(FALSE, FALSE, sizeof(guint)) : NULL;
    if (types[i].event)
      g_array_append_val(type->ends_to, ended);
    type->parent = types[i].parent != NULL
                       ? relata_schema_find_relation_type(relata_corpus_schema(corpus), types[i].parent)
                       : RELATA_NONE;
  }
  const guint n_documents = 1 + below(random, 6), n_actors = 2 + below(random, MOST_ACTORS - 1);
  for (guint i = 0; i < n_documents; i++) {
    g_autofree char *id = g_strdup_printf("d%u", i);
    RelataDocument *document = relata_corpus_declare_document(corpus, id, nowhere, &again);
    document->origin = relata_corpus_intern(corpus, origins[below(random, G_N_ELEMENTS(origins))]);
    set_date(random, &document->published);
  }
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf("a%u", i);
    relata_corpus_declare_actor(corpus, id, nowhere, &again);
  }
  for (guint i = 1 + below(random, MOST_CLAIMS); i > 0; i--) {
    RelataClaim claim = {RELATA_STATEMENT_INIT, below(random, G_N_ELEMENTS(types)), below(random, n_actors),
                         below(random, n_actors), RELATA_NONE};
    claim.said.document = below(random, 12) == 0 ? RELATA_NONE : below(random, n_documents);
    claim.said.by_text = relata_corpus_intern(corpus, speakers[below(random, G_N_ELEMENTS(speakers))]);
    claim.said.stance = below(random, 6) == 0 ? RELATA_DENIES : RELATA_AFFIRMS;
    claim.said.certainty = (RelataCertainty)below(random, 3);
    if (below(random, 2) == 0)
      claim.said.confidence = 0.25 * below(random, 5);
    set_date(random, &claim.said.when);
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

static const char *const relations[] = {"with", "attacks,with", "reports", "attacks", "attacks,bombs"};

/* ── Selections ──────────────────────────────────────────────────────────────────────────── */

static void
set(RelataSelection *selection, RelataFilter filter, const char *value)
{
  g_assert_true(relata_selection_set(selection, filter, value, NULL));
}

static RelataSelection *
random_base(GRand *random, const RelataCorpus *corpus)
{
  RelataSelection *selection = relata_selection_new(corpus);
  if (below(random, 2) == 0)
    set(selection, RELATA_FILTER_CORROBORATION, below(random, 2) == 0 ? "2" : "3");
  if (below(random, 4) == 0)
    set(selection, RELATA_FILTER_RELATION, relations[below(random, G_N_ELEMENTS(relations))]);
  if (below(random, 4) == 0)
    set(selection, RELATA_FILTER_DURING, "2021-01-01/2021-01-06");
  if (below(random, 3) == 0)
    set(selection, below(random, 2) == 0 ? RELATA_FILTER_SURELY : RELATA_FILTER_POSSIBLY, NULL);
  if (below(random, 4) == 0)
    set(selection, RELATA_FILTER_DATED, NULL);
  if (below(random, 5) == 0)
    set(selection, RELATA_FILTER_NOT_DOCUMENT, "d0");
  return selection;
}

/* What lets pass less than `base`. With less evidence more may hold on the days that are asked about, and so
 * evidence is taken away only where `base` asks about none. */
static RelataSelection *
narrowed(GRand *random, const RelataCorpus *corpus, const RelataSelection *base)
{
  RelataSelection *selection = relata_selection_copy(base);
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++)
    if (below(random, 4) == 0)
      relata_selection_withdraw_documents(selection, &i, 1);
  const gboolean evidence = !relata_selection_asks_days(base);
  if (evidence && below(random, 4) == 0)
    set(selection, RELATA_FILTER_KNOWN_BY, "2021-01-09");
  if (below(random, 4) == 0)
    set(selection, RELATA_FILTER_AS_OF, "2021-01-07");
  if (evidence && below(random, 5) == 0)
    set(selection, RELATA_FILTER_DATED, NULL);
  if (evidence && below(random, 5) == 0)
    set(selection, RELATA_FILTER_CERTAINTY, "probable");
  if (below(random, 6) == 0 && relata_selection_min_corroboration(base) == 1 &&
      !relata_selection_is_set(base, RELATA_FILTER_RELATION))
    set(selection, RELATA_FILTER_RELATION, relations[below(random, G_N_ELEMENTS(relations))]);
  return selection;
}

/* ── Comparison ──────────────────────────────────────────────────────────────────────────── */

static void
fail(const char *what)
{
  g_error("seed %u: %s", seed, what);
}

static gboolean
same_number(double one, double other)
{
  return memcmp(&one, &other, sizeof one) == 0;
}

static gboolean
same_tie(const RelataNetwork *masked, const RelataTie *is, const RelataNetwork *fresh, const RelataTie *truth)
{
  return is->from == truth->from && is->to == truth->to && is->type == truth->type &&
         is->n_claims == truth->n_claims && is->n_affirming == truth->n_affirming &&
         is->n_denying == truth->n_denying && is->corroboration == truth->corroboration &&
         is->corroboration_of_kinds == truth->corroboration_of_kinds && is->certainty == truth->certainty &&
         same_number(is->confidence, truth->confidence) &&
         memcmp(masked->claims + is->first_claim, fresh->claims + truth->first_claim,
                is->n_claims * sizeof(guint)) == 0;
}

static guint
compare_ties(const RelataNetwork *masked, const RelataNetwork *fresh, guint least)
{
  guint n = 0;
  for (guint i = 0; i < masked->n_ties; i++) {
    if (masked->ties[i].n_affirming == 0 || masked->ties[i].corroboration_of_kinds < least)
      continue;
    if (n == fresh->n_ties || !same_tie(masked, &masked->ties[i], fresh, &fresh->ties[n++]))
      fail("another tie stands");
  }
  if (n < fresh->n_ties)
    fail("a tie is missing");
  return masked->n_ties - n;
}

static gboolean
same_hop(const RelataNetwork *one, RelataHop hop, const RelataNetwork *other, RelataHop other_hop)
{
  const RelataTie *tie = &one->ties[hop.tie], *other_tie = &other->ties[other_hop.tie];
  return tie->from == other_tie->from && tie->to == other_tie->to && tie->type == other_tie->type &&
         hop.forward == other_hop.forward;
}

static void
compare_adjacencies(const RelataNetwork *masked, const RelataNetwork *fresh)
{
  const RelataAdjacency *is = relata_network_adjacency(masked), *truth = relata_network_adjacency(fresh);
  guint at = 0; /* hop of the truth */
  for (guint vertex = 0; vertex < is->n_vertices; vertex++)
    for (guint place = is->offsets[vertex]; place < is->offsets[vertex + 1]; place++)
      for (guint hop = is->first[place]; hop < is->first[place + 1]; hop++) {
        if (RELATA_KIND_WAYS(is->kinds[hop]) == 0)
          continue;
        if (at == truth->n_hops || is->kinds[hop] != truth->kinds[at] ||
            !same_hop(masked, is->hops[hop], fresh, truth->hops[at]) ||
            relata_adjacency_leads_to(truth, vertex, at) != is->neighbours[place])
          fail("another hop can be walked");
        at++;
      }
  if (at < truth->n_hops)
    fail("a hop is missing");
}

static gboolean
same_path(const RelataNetwork *one, const RelataPath *path, const RelataNetwork *other,
          const RelataPath *other_path)
{
  gboolean same = path->n_hops == other_path->n_hops;
  for (guint i = 0; same && i < path->n_hops; i++)
    same = path->vertices[i + 1] == other_path->vertices[i + 1] &&
           same_hop(one, path->hops[i], other, other_path->hops[i]);
  return same;
}

static RelataPathQuery
random_query(GRand *random, const RelataNetwork *network, guint *via)
{
  static const RelataPathOrder orders[] = {RELATA_ORDER_HOPS, RELATA_ORDER_STRONGEST,
                                           RELATA_ORDER_MOST_RELIABLE};
  RelataPathQuery query = {.from = below(random, network->n_actors),
                           .to = below(random, network->n_actors),
                           .directed = below(random, 2) == 0,
                           .max_hops = below(random, 3) == 0 ? 3 : 0,
                           .via = via,
                           .n_via = below(random, 4) == 0,
                           .order = orders[below(random, G_N_ELEMENTS(orders))],
                           .selector = (RelataPathSelector)below(random, RELATA_N_PATHS),
                           .mode = (RelataPathMode)below(random, RELATA_N_MODES),
                           .groups = 2,
                           .count = 1 + below(random, 20)};
  *via = below(random, network->n_actors);
  if (query.selector == RELATA_PATHS_ANY)
    query.order = RELATA_ORDER_HOPS;
  if (query.order == RELATA_ORDER_HOPS)
    query.in_order = below(random, 3) > 0;
  return query;
}

static guint
compare_searches(GRand *random, const RelataNetwork *masked, const RelataNetwork *fresh)
{
  g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(masked);
  g_autoptr(RelataPathSearcher) other = relata_path_searcher_new(fresh);
  guint n_found = 0;
  for (guint i = 0; i < N_QUERIES; i++) {
    guint via;
    const RelataPathQuery query = random_query(random, fresh, &via);
    g_autoptr(RelataPathAnswer) is = relata_path_search(searcher, &query, NULL);
    g_autoptr(RelataPathAnswer) truth = relata_path_search(other, &query, NULL);
    if (is->paths->len != truth->paths->len || is->cut != truth->cut || is->gave_up != truth->gave_up)
      fail("not as many paths");
    for (guint k = 0; k < is->paths->len; k++)
      if (!same_path(masked, g_ptr_array_index(is->paths, k), fresh, g_ptr_array_index(truth->paths, k)))
        fail("another path");
    n_found += is->paths->len;
  }
  return n_found;
}

static void
test_random(void)
{
  guint n_fallen = 0, n_found = 0;
  for (seed = 1; seed <= N_CORPORA; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(RelataCorpus) corpus = random_corpus(random);
    g_autoptr(RelataSelection) base = random_base(random, corpus);
    g_autoptr(RelataNetwork) network = relata_network_new(corpus, base, NULL);
    g_autoptr(RelataMask) mask = relata_mask_new(network, base);
    compare_adjacencies(relata_mask_network(mask), network);
    for (guint i = 0; i < N_SELECTIONS; i++) {
      g_autoptr(RelataSelection) selection = narrowed(random, corpus, base);
      g_autoptr(RelataNetwork) fresh = relata_network_new(corpus, selection, NULL);
      relata_mask_set(mask, selection);
      n_fallen += compare_ties(relata_mask_network(mask), fresh, relata_selection_min_corroboration(base));
      compare_adjacencies(relata_mask_network(mask), fresh);
      n_found += compare_searches(random, relata_mask_network(mask), fresh);
    }
    relata_mask_set(mask, base);
    compare_ties(relata_mask_network(mask), network, 1);
    compare_adjacencies(relata_mask_network(mask), network);
  }
  g_assert_cmpuint(n_fallen, >, 25 * N_CORPORA); /* the selections do take something away … */
  g_assert_cmpuint(n_found, >, 25 * N_CORPORA);  /* … and leave something */
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/mask/random", test_random);
  return g_test_run();
}
