/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/question.h"

#include "paths/ground.h"
#include "paths/path_view.h"
#include "paths/sets.h"

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

static guint
count_reached(RelataPathSearcher *searcher, const RelataPathSets *sets, gboolean backward)
{
  RelataPathSets plain = *sets;
  plain.query.pattern = NULL;
  plain.query.same = RELATA_SAME_NOTHING;
  g_autoptr(GArray) reached = relata_path_sets_reach(searcher, &plain, backward);
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
  findings->ground = question->ground != NULL
                         ? relata_path_ground_ref(question->ground)
                         : relata_path_ground_new(question->corpus, question->selection, error);
  if (findings->ground == NULL)
    return NULL;
  findings->network = findings->ground->network;
  RelataPathQuestion grounded = *question;
  grounded.ground = findings->ground;
  if (!relata_path_question_parts(&grounded, &findings->parts, error))
    return NULL;
  RelataPathSearcher *searcher = findings->ground->searcher;
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, findings->network, findings->parts, TRUE);
  Hearer hearer = {question, findings->network};
  sets->query.found = question->found != NULL ? hand_on : NULL;
  sets->query.data = &hearer;
  findings->answer = relata_path_sets_search(searcher, sets, error);
  if (findings->answer == NULL)
    return NULL;
  if (findings->answer->n_found == 0) {
    findings->n_from = count_reached(searcher, sets, FALSE);
    findings->n_to = count_reached(searcher, sets, TRUE);
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
  g_strfreev(findings->also);
  g_free(findings);
}

/* Adds whom the pattern leads to from one actor, unless it leads further from another. */
static void
follow_pattern(RelataPathProgress *progress, guint *furthest, const RelataPathFindings *findings,
               const RelataPathQuery *query)
{
  guint matched;
  gboolean begun;
  g_autoptr(GArray) reached = relata_path_progress(findings->ground->searcher, query, &matched, &begun);
  progress->begun = progress->begun || begun;
  if (matched < *furthest)
    return;
  if (matched > *furthest)
    g_array_set_size(progress->actors, 0);
  *furthest = matched;
  const guint n_before = progress->actors->len;
  for (guint i = 0; i < reached->len; i++) {
    const guint actor = findings->network->actors[g_array_index(reached, RelataReached, i).vertex];
    gboolean known = FALSE;
    for (guint k = 0; k < n_before; k++)
      known = known || g_array_index(progress->actors, guint, k) == actor;
    if (!known)
      g_array_append_val(progress->actors, actor);
  }
}

RelataPathProgress *
relata_path_progress_of(const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  g_return_val_if_fail(question != NULL && findings != NULL, NULL);
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, findings->network, findings->parts, TRUE);
  if (question->pattern == NULL || sets->from->len == 0)
    return NULL;
  RelataPathProgress *progress = g_new0(RelataPathProgress, 1);
  progress->actors = g_array_new(FALSE, FALSE, sizeof(guint));
  guint furthest = 0;
  for (guint i = 0; i < sets->from->len; i++) {
    RelataPathQuery query = sets->query;
    query.from = g_array_index(sets->from, guint, i);
    g_autoptr(GArray) sources = relata_path_sources_at(findings->ground->searcher, query.same, query.from);
    for (guint k = 0; k < sources->len; k++) {
      query.source = g_array_index(sources, guint, k);
      follow_pattern(progress, &furthest, findings, &query);
    }
  }
  progress->matched = relata_pattern_prefix(question->pattern, furthest);
  progress->whole = furthest == relata_pattern_whole(question->pattern);
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
