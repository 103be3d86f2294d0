/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/ground.h"

#include "paths/path_space.h"
#include "paths/sets.h"

struct RelataPathKept {
  RelataPathMasked masked;
  RelataParts *parts;
  RelataPathGround *lifted[RELATA_N_FILTERS];
  RelataPathGround *any_day;
};

RelataPathGround *
relata_path_ground_new(const RelataCorpus *corpus, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(corpus != NULL && selection != NULL, NULL);
  RelataNetwork *network = relata_network_new(corpus, selection, error);
  if (network == NULL)
    return NULL;
  RelataPathGround *ground = g_rc_box_new0(RelataPathGround);
  ground->network = network;
  ground->searcher = relata_path_searcher_new(network);
  ground->kept = g_new0(struct RelataPathKept, 1);
  return ground;
}

RelataPathGround *
relata_path_ground_ref(RelataPathGround *ground)
{
  g_return_val_if_fail(ground != NULL, NULL);
  return g_rc_box_acquire(ground);
}

static void
clear_ground(gpointer data)
{
  RelataPathGround *ground = data;
  struct RelataPathKept *kept = ground->kept;
  relata_path_searcher_free(kept->masked.searcher);
  relata_mask_free(kept->masked.mask);
  relata_parts_free(kept->masked.parts);
  relata_parts_free(kept->parts);
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    relata_path_ground_unref(kept->lifted[filter]);
  relata_path_ground_unref(kept->any_day);
  g_free(kept);
  relata_path_searcher_free(ground->searcher);
  relata_network_free(ground->network);
}

void
relata_path_ground_unref(RelataPathGround *ground)
{
  if (ground != NULL)
    g_rc_box_release_full(ground, clear_ground);
}

RelataPathMasked *
relata_path_ground_masked(RelataPathGround *ground, const RelataSelection *selection)
{
  RelataPathMasked *masked = &ground->kept->masked;
  if (masked->mask == NULL) {
    masked->mask = relata_mask_new(ground->network, selection);
    masked->searcher = relata_path_searcher_new(relata_mask_network(masked->mask));
  }
  return masked;
}

RelataParts *
relata_path_ground_parts(RelataPathGround *ground, const RelataSelection *selection, GError **error)
{
  RelataParts **parts = &ground->kept->parts;
  if (*parts == NULL)
    *parts = relata_parts_new(ground->network->corpus, selection, error);
  return *parts;
}

gboolean
relata_path_question_parts(const RelataPathQuestion *question, const RelataParts **parts, GError **error)
{
  g_return_val_if_fail(question != NULL && parts != NULL, FALSE);
  g_return_val_if_fail(question->ground != NULL || !question->whole, FALSE);
  *parts = question->whole ? relata_path_ground_parts(question->ground, question->selection, error) : NULL;
  return *parts != NULL || !question->whole;
}

gboolean
relata_path_masked_make_parts(RelataPathMasked *masked, const RelataPathQuestion *question, GError **error)
{
  g_autoptr(RelataSelection) of_any_day = relata_selection_of_any_day(question->selection);
  if (question->whole && masked->parts == NULL)
    masked->parts = relata_parts_new(question->corpus, of_any_day, error);
  return masked->parts != NULL || !question->whole;
}

void
relata_path_masked_set(RelataPathMasked *masked, const RelataSelection *selection)
{
  if (masked->parts != NULL)
    relata_parts_restrict(masked->parts, selection);
  relata_mask_set(masked->mask, selection);
  relata_path_searcher_forget(masked->searcher);
}

RelataPathGround *
relata_path_ground_lift(RelataPathGround *ground, RelataFilter filter, const RelataSelection *without,
                        GError **error)
{
  RelataPathGround **lifted = &ground->kept->lifted[filter];
  if (*lifted == NULL)
    *lifted = relata_path_ground_new(ground->network->corpus, without, error);
  return *lifted;
}

RelataPathGround *
relata_path_ground_any_day(RelataPathGround *ground, const RelataSelection *selection, GError **error)
{
  RelataPathGround **any_day = &ground->kept->any_day;
  if (!relata_selection_asks_days(selection) && !relata_selection_is_set(selection, RELATA_FILTER_UNDISPUTED))
    return ground;
  if (*any_day == NULL) {
    g_autoptr(RelataSelection) without = relata_selection_of_any_day(selection);
    *any_day = relata_path_ground_new(ground->network->corpus, without, error);
  }
  return *any_day;
}

RelataPathQuestion
relata_path_question_for_first(const RelataPathQuestion *question)
{
  RelataPathQuestion one = *question;
  one.selector = RELATA_PATHS_BEST;
  one.probe = FALSE;
  one.count = 1;
  one.found = NULL;
  return one;
}
