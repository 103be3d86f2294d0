/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/question.h"

/* Actors as vertices; FALSE where the network lacks one. */
static gboolean
to_vertices(const RelataNetwork *network, const guint *actors, guint n, GArray *vertices)
{
  gboolean all = TRUE;
  for (guint i = 0; i < n; i++) {
    const guint vertex = network->vertices[actors[i]];
    if (vertex == RELATA_NONE)
      all = FALSE;
    else
      g_array_append_val(vertices, vertex);
  }
  return all;
}

static RelataPathAnswer *
no_paths(void)
{
  RelataPathAnswer *answer = g_new0(RelataPathAnswer, 1);
  answer->paths = g_ptr_array_new();
  return answer;
}

RelataPathFindings *
relata_path_ask(const RelataPathQuestion *question, GError **error)
{
  g_autoptr(RelataPathFindings) findings = g_new0(RelataPathFindings, 1);
  findings->answer = no_paths();
  findings->network = relata_network_new(question->corpus, question->selection, error);
  const RelataNetwork *network = findings->network;
  if (network == NULL)
    return NULL;
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  const gboolean has_via = to_vertices(network, question->via, question->n_via, via);
  to_vertices(network, question->avoid, question->n_avoid, avoid);
  const RelataPathQuery query = {.from = network->vertices[question->from],
                                 .to = network->vertices[question->to],
                                 .directed = question->directed,
                                 .max_hops = question->max_hops,
                                 .via = (const guint *)(gconstpointer)via->data,
                                 .n_via = via->len,
                                 .avoid = (const guint *)(gconstpointer)avoid->data,
                                 .n_avoid = avoid->len,
                                 .all = question->all,
                                 .count = question->count};
  const gboolean has_from = query.from != RELATA_NONE, has_to = query.to != RELATA_NONE;
  if (has_from && has_to && has_via) {
    RelataPathAnswer *answer = relata_path_search(network, &query, error);
    if (answer == NULL)
      return NULL;
    relata_path_answer_free(findings->answer);
    findings->answer = answer;
  }
  if (findings->answer->paths->len == 0) {
    findings->n_from = has_from ? relata_path_reach(network, &query, query.from, FALSE) : 0;
    findings->n_to = has_to ? relata_path_reach(network, &query, query.to, TRUE) : 0;
  }
  return g_steal_pointer(&findings);
}

void
relata_path_findings_free(RelataPathFindings *findings)
{
  if (findings == NULL)
    return;
  relata_path_answer_free(findings->answer);
  relata_network_free(findings->network);
  g_free(findings);
}

/* The fewest hops of an answer, or G_MAXUINT. */
static guint
fewest_hops(const RelataPathFindings *findings)
{
  const GPtrArray *paths = findings->answer->paths;
  return paths->len > 0 ? ((const RelataPath *)g_ptr_array_index(paths, 0))->n_hops : G_MAXUINT;
}

typedef struct {
  RelataPathFindings *findings;
  char *option;
} Best;

static void
try_lifted(Best *best, const RelataPathQuestion *lifted, char *option)
{
  RelataPathFindings *findings = relata_path_ask(lifted, NULL);
  if (findings != NULL &&
      fewest_hops(findings) < (best->findings != NULL ? fewest_hops(best->findings) : G_MAXUINT)) {
    relata_path_findings_free(best->findings);
    g_free(best->option);
    *best = (Best){findings, option};
    return;
  }
  relata_path_findings_free(findings);
  g_free(option);
}

static char *
names_of(const RelataCorpus *corpus, const char *option, const guint *actors, guint n)
{
  g_autoptr(GString) list = g_string_new(option);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(list, "%s%s", i > 0 ? "," : " ", relata_corpus_actor(corpus, actors[i])->id);
  return g_string_free(g_steal_pointer(&list), FALSE);
}

RelataPathFindings *
relata_path_nearest_miss(const RelataPathQuestion *question, char **option)
{
  Best best = {NULL, NULL};
  RelataPathQuestion one = *question;
  one.all = FALSE;
  one.count = 1;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    if (!relata_selection_is_set(question->selection, filter))
      continue;
    g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
    const char *value = relata_selection_value(selection, filter);
    const gboolean is_switch = relata_filters[filter].argument == NULL;
    char *name = g_strdup_printf("--%s%s%s", relata_filters[filter].name, is_switch ? "" : " ",
                                 is_switch ? "" : value);
    relata_selection_clear(selection, filter);
    RelataPathQuestion lifted = one;
    lifted.selection = selection;
    try_lifted(&best, &lifted, name);
  }
  if (one.directed) {
    RelataPathQuestion lifted = one;
    lifted.directed = FALSE;
    try_lifted(&best, &lifted, g_strdup("--directed"));
  }
  if (one.max_hops > 0) {
    RelataPathQuestion lifted = one;
    lifted.max_hops = 0;
    try_lifted(&best, &lifted, g_strdup_printf("--max-hops %u", one.max_hops));
  }
  if (one.n_via > 0) {
    RelataPathQuestion lifted = one;
    lifted.n_via = 0;
    try_lifted(&best, &lifted, names_of(one.corpus, "--via", one.via, one.n_via));
  }
  if (one.n_avoid > 0) {
    RelataPathQuestion lifted = one;
    lifted.n_avoid = 0;
    try_lifted(&best, &lifted, names_of(one.corpus, "--avoid", one.avoid, one.n_avoid));
  }
  *option = best.option;
  return best.findings;
}
