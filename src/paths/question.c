/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/question.h"

#include "paths/ground.h"
#include "text/check.h"

/* Appends the vertices of the actors. Returns FALSE where the network lacks one. */
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

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

static RelataPathAnswer *
no_paths(void)
{
  RelataPathAnswer *answer = g_new0(RelataPathAnswer, 1);
  answer->paths = g_ptr_array_new();
  return answer;
}

gboolean
relata_path_query_of(const RelataPathQuestion *question, const RelataNetwork *network, GArray *via,
                     GArray *avoid, RelataPathQuery *query)
{
  g_return_val_if_fail(question != NULL && network != NULL && via != NULL && avoid != NULL && query != NULL,
                       FALSE);
  const guint n_actors = relata_corpus_n_actors(network->corpus);
  g_return_val_if_fail(question->from < n_actors && question->to < n_actors, FALSE);
  g_return_val_if_fail(relata_all_below(question->via, question->n_via, n_actors), FALSE);
  g_return_val_if_fail(relata_all_below(question->avoid, question->n_avoid, n_actors), FALSE);
  const gboolean has_via = to_vertices(network, question->via, question->n_via, via);
  to_vertices(network, question->avoid, question->n_avoid, avoid);
  *query = (RelataPathQuery){.from = network->vertices[question->from],
                             .to = network->vertices[question->to],
                             .directed = question->directed,
                             .max_hops = question->max_hops,
                             .via = (const guint *)(gconstpointer)via->data,
                             .n_via = via->len,
                             .avoid = (const guint *)(gconstpointer)avoid->data,
                             .n_avoid = avoid->len,
                             .pattern = question->pattern,
                             .order = question->order,
                             .in_order = question->in_order,
                             .all = question->all,
                             .loopless = question->loopless,
                             .probe = question->probe,
                             .count = question->count};
  return query->from != RELATA_NONE && query->to != RELATA_NONE && has_via;
}

static guint
count_reached(RelataPathSearcher *searcher, const RelataPathQuery *query, guint vertex, gboolean backward)
{
  if (vertex == RELATA_NONE)
    return 0;
  RelataPathQuery plain = *query;
  plain.pattern = NULL;
  g_autoptr(GArray) reached = relata_path_reach(searcher, &plain, vertex, backward);
  return reached->len;
}

typedef struct {
  const RelataPathQuestion *question;
  const RelataNetwork *network;
} Hearer;

static gboolean
hand_on(const RelataPath *path, gpointer data)
{
  const Hearer *hearer = data;
  return hearer->question->found(hearer->network, path, hearer->question->data);
}

static gboolean
are_actors(const RelataCorpus *corpus, const guint *actors, guint n)
{
  for (guint i = 0; i < n; i++)
    if (actors[i] >= relata_corpus_n_actors(corpus))
      return FALSE;
  return TRUE;
}

gboolean
relata_path_question_check(const RelataPathQuestion *question, GError **error)
{
  const char *fault = NULL;
  if (question->corpus == NULL || question->selection == NULL)
    fault = "a question is about a selection of a corpus";
  else if (!are_actors(question->corpus, &question->from, 1) ||
           !are_actors(question->corpus, &question->to, 1))
    fault = "an end of the path is not an actor of the corpus";
  else if (!are_actors(question->corpus, question->via, question->n_via) ||
           !are_actors(question->corpus, question->avoid, question->n_avoid))
    fault = "an actor to go by, or to avoid, is not in the corpus";
  if (fault != NULL)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, fault);
  return fault == NULL;
}

RelataPathFindings *
relata_path_ask(const RelataPathQuestion *question, GError **error)
{
  g_return_val_if_fail(question != NULL, NULL);
  g_return_val_if_fail(question->via != NULL || question->n_via == 0, NULL);
  g_return_val_if_fail(question->avoid != NULL || question->n_avoid == 0, NULL);
  if (!relata_path_question_check(question, error))
    return NULL;
  g_autoptr(RelataPathFindings) findings = g_new0(RelataPathFindings, 1);
  findings->answer = no_paths();
  findings->ground = question->ground != NULL
                         ? relata_path_ground_ref(question->ground)
                         : relata_path_ground_new(question->corpus, question->selection, error);
  if (findings->ground == NULL)
    return NULL;
  findings->network = findings->ground->network;
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  RelataPathSearcher *searcher = findings->ground->searcher;
  RelataPathQuery query;
  if (relata_path_query_of(question, findings->network, via, avoid, &query)) {
    Hearer hearer = {question, findings->network};
    query.found = question->found != NULL ? hand_on : NULL;
    query.data = &hearer;
    RelataPathAnswer *answer = relata_path_search(searcher, &query, error);
    if (answer == NULL)
      return NULL;
    relata_path_answer_free(findings->answer);
    findings->answer = answer;
  }
  if (findings->answer->n_found == 0) {
    findings->n_from = count_reached(searcher, &query, query.from, FALSE);
    findings->n_to = count_reached(searcher, &query, query.to, TRUE);
  }
  return g_steal_pointer(&findings);
}

void
relata_path_findings_free(RelataPathFindings *findings)
{
  if (findings == NULL)
    return;
  relata_path_answer_free(findings->answer);
  relata_path_ground_unref(findings->ground);
  g_free(findings);
}

RelataPathProgress *
relata_path_progress_of(const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  g_return_val_if_fail(question != NULL && findings != NULL, NULL);
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  RelataPathQuery query;
  relata_path_query_of(question, findings->network, via, avoid, &query);
  if (question->pattern == NULL || query.from == RELATA_NONE)
    return NULL;
  guint matched;
  gboolean begun;
  g_autoptr(GArray) reached = relata_path_progress(findings->ground->searcher, &query, &matched, &begun);
  RelataPathProgress *progress = g_new0(RelataPathProgress, 1);
  progress->matched = relata_pattern_prefix(question->pattern, matched);
  progress->whole = matched == relata_pattern_whole(question->pattern);
  progress->begun = begun;
  progress->actors = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < reached->len; i++)
    g_array_append_val(progress->actors,
                       findings->network->actors[g_array_index(reached, RelataReached, i).vertex]);
  return progress;
}

void
relata_path_progress_free(RelataPathProgress *progress)
{
  if (progress == NULL)
    return;
  g_array_unref(progress->actors);
  g_free(progress);
}
