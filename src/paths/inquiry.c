/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/inquiry.h"

#include <string.h>

void
relata_inquiry_turn(RelataInquiry *inquiry, RelataPathGround *ground, const RelataSelection *selection)
{
  inquiry->question.selection = selection;
  inquiry->question.ground = ground;
  inquiry->masked = relata_path_ground_masked(ground, selection);
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
  RelataPathQuery query;
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  if (!relata_path_query_of(&question, relata_inquiry_network(inquiry), via, avoid, &query))
    return RELATA_REPLY_NO;
  relata_path_masked_set(inquiry->masked, selection);
  g_autoptr(RelataPathAnswer) found = relata_path_search(inquiry->masked->searcher, &query, &inquiry->error);
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

gint
relata_inquiry_compare_documents(gconstpointer a, gconstpointer b, gpointer corpus)
{
  return strcmp(relata_corpus_document(corpus, *(const guint *)a)->id,
                relata_corpus_document(corpus, *(const guint *)b)->id);
}
