/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds who stands in the way of a path by being two actors, though the names are alike. */
#include "paths/question.h"

#include "corpus/likeness.h"
#include "paths/ground.h"
#include "paths/sets.h"

/* Returns, by actor, the number of hops at which it is reached, or RELATA_NONE. */
static guint *
hops_by_actor(const RelataPathFindings *findings, const RelataPathSets *sets, gboolean backward)
{
  const guint n = relata_corpus_n_actors(findings->network->corpus);
  guint *hops = g_new(guint, n + 1);
  for (guint i = 0; i < n; i++)
    hops[i] = RELATA_NONE;
  g_autoptr(GArray) reached = relata_path_sets_reach(findings->ground->searcher, sets, backward);
  for (guint i = 0; i < reached->len; i++) {
    const RelataReached *one = &g_array_index(reached, RelataReached, i);
    hops[findings->network->actors[one->vertex]] = one->hops;
  }
  return hops;
}

/* Returns whether one leads on where the other was reached. */
static gboolean
leads_on(const guint *from, const guint *to, guint a, guint b, guint max_hops)
{
  return from[a] != RELATA_NONE && to[b] != RELATA_NONE && (max_hops == 0 || from[a] + to[b] <= max_hops);
}

GArray *
relata_path_namesakes(const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  g_return_val_if_fail(question != NULL && findings != NULL, NULL);
  GArray *openers = g_array_new(FALSE, FALSE, sizeof(RelataLikeness));
  if (question->pattern != NULL || question->in_order || question->same != RELATA_SAME_NOTHING ||
      question->n_via > 0 || findings->n_from == 0 || findings->n_to == 0)
    return openers;
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, findings->network, findings->parts, TRUE);
  g_autofree guint *from = hops_by_actor(findings, sets, FALSE);
  g_autofree guint *to = hops_by_actor(findings, sets, TRUE);
  /* Likenesses are kept in the corpus, which nothing else of the answer changes. */
  const GArray *alike = relata_corpus_alike((RelataCorpus *)question->corpus, NULL);
  for (guint i = 0; i < alike->len; i++) {
    const RelataLikeness *pair = &g_array_index(alike, RelataLikeness, i);
    if (leads_on(from, to, pair->actors[0], pair->actors[1], question->max_hops) ||
        leads_on(from, to, pair->actors[1], pair->actors[0], question->max_hops))
      g_array_append_vals(openers, pair, 1);
  }
  return openers;
}
