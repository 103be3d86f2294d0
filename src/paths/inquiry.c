/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/inquiry.h"

#include "paths/sets.h"

#include <string.h>

void
relata_inquiry_turn(RelataInquiry *inquiry, RelataPathGround *ground, const RelataSelection *selection)
{
  inquiry->question.selection = selection;
  inquiry->question.ground = ground;
  inquiry->masked = relata_path_ground_masked(ground, selection);
  if (inquiry->error == NULL)
    relata_path_masked_make_parts(inquiry->masked, &inquiry->question, &inquiry->error);
}

void
relata_inquiry_fix_avoided(RelataInquiry *inquiry)
{
  RelataPathQuestion *question = &inquiry->question;
  const RelataNetwork *network = question->ground->network;
  const RelataParts *parts = NULL;
  inquiry->avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  if (!relata_path_question_parts(question, &parts, NULL))
    return;
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, network, parts, TRUE);
  for (guint i = 0; i < sets->avoid->len; i++)
    g_array_append_val(inquiry->avoid, network->actors[g_array_index(sets->avoid, guint, i)]);
  question->avoid = (const guint *)(gconstpointer)inquiry->avoid->data;
  question->n_avoid = inquiry->avoid->len;
}

RelataReply
relata_inquiry_ask(RelataInquiry *inquiry, const RelataSelection *selection, guint max_hops,
                   RelataPathAnswer **answer)
{
  if (inquiry->error != NULL || inquiry->n_asked == inquiry->limit)
    return RELATA_REPLY_UNKNOWN;
  inquiry->n_asked++;
  RelataPathQuestion question = inquiry->question;
  question.max_hops = max_hops;
  relata_path_masked_set(inquiry->masked, selection);
  g_autoptr(RelataPathSets) sets =
      relata_path_sets_new(&question, relata_inquiry_network(inquiry), inquiry->masked->parts, FALSE);
  g_autoptr(RelataPathAnswer) found =
      relata_path_sets_search(inquiry->masked->searcher, sets, &inquiry->error);
  if (found == NULL)
    return RELATA_REPLY_UNKNOWN;
  if (found->paths->len == 0)
    return found->gave_up ? RELATA_REPLY_UNKNOWN : RELATA_REPLY_NO;
  if (answer != NULL)
    *answer = g_steal_pointer(&found);
  return RELATA_REPLY_YES;
}

const RelataNetwork *
relata_inquiry_network(const RelataInquiry *inquiry)
{
  return relata_mask_network(inquiry->masked->mask);
}

const RelataPath *
relata_inquiry_path(const RelataPathAnswer *answer)
{
  return g_ptr_array_index(answer->paths, 0);
}

/* Adds the ties by which an actor is a part of another; none where it is not. */
static void
add_chain(GArray *rests, const RelataParts *parts, guint part, guint whole)
{
  const RelataNetwork *network = relata_parts_network(parts);
  g_autoptr(GArray) chain = relata_parts_chain(parts, part, whole);
  for (guint i = 0; chain != NULL && i < chain->len; i++) {
    const RelataRest rest = {network, &network->ties[g_array_index(chain, guint, i)]};
    g_array_append_val(rests, rest);
  }
}

/* Adds the ties by which the first actor on the path that stands for another does so. */
static void
add_stand_in(GArray *rests, const RelataNetwork *network, const RelataParts *parts, const RelataPath *path,
             guint whole)
{
  for (guint i = 0; i <= path->n_hops; i++) {
    g_autoptr(GArray) chain = relata_parts_chain(parts, network->actors[path->vertices[i]], whole);
    if (chain == NULL)
      continue;
    add_chain(rests, parts, network->actors[path->vertices[i]], whole);
    return;
  }
}

GArray *
relata_inquiry_rests(const RelataPathQuestion *question, const RelataNetwork *network,
                     const RelataParts *parts, const RelataPath *path)
{
  GArray *rests = g_array_new(FALSE, FALSE, sizeof(RelataRest));
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataRest rest = {network, &network->ties[path->hops[i].tie]};
    g_array_append_val(rests, rest);
  }
  if (parts == NULL)
    return rests;
  add_chain(rests, parts, network->actors[path->vertices[0]], question->from);
  add_chain(rests, parts, network->actors[path->vertices[path->n_hops]], question->to);
  for (guint i = 0; i < question->n_via; i++)
    add_stand_in(rests, network, parts, path, question->via[i]);
  return rests;
}

gboolean
relata_inquiry_selects(const RelataPathQuestion *question, const RelataSelection *selection,
                       const RelataSelection *of_parts, guint claim)
{
  return relata_selection_has_claim(selection, claim) ||
         (question->whole && of_parts != NULL && relata_selection_has_claim(of_parts, claim));
}

gint
relata_inquiry_compare_documents(gconstpointer a, gconstpointer b, gpointer corpus)
{
  return strcmp(relata_corpus_document(corpus, *(const guint *)a)->id,
                relata_corpus_document(corpus, *(const guint *)b)->id);
}
