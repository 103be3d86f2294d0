/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/claim_ids.h"

#include "corpus/internal.h"

gboolean
relata_corpus_has_claim(RelataCorpus *corpus, const char *id)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, FALSE);
  if (corpus->claim_ids == NULL)
    corpus->claim_ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (; corpus->n_claim_ids < corpus->claims->len; corpus->n_claim_ids++)
    g_hash_table_add(corpus->claim_ids,
                     (gpointer)g_array_index(corpus->claims, RelataClaim, corpus->n_claim_ids).said.id);
  return g_hash_table_contains(corpus->claim_ids, id);
}
