/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose word counts: the filter of who says so, and the documents that are withdrawn. */
#include "network/selection_internal.h"

#include "corpus/names.h"
#include "corpus/origin.h"

gboolean
relata_selection_add_speaker(RelataSelection *selection, RelataIndexSet *set, const char *name,
                             GError **error)
{
  RelataCorpus *corpus = (RelataCorpus *)(gpointer)selection->corpus; /* resolving fills an index in it */
  const guint actor = relata_corpus_resolve_actor(corpus, name, error);
  if (actor == RELATA_NONE)
    return FALSE;
  relata_index_set_make(set, relata_corpus_n_actors(corpus));
  set->has[actor] = TRUE;
  return TRUE;
}

gboolean
relata_selection_is_said_by(const RelataSelection *selection, const RelataStatement *said)
{
  const RelataIndexSet *speakers = &selection->sets[RELATA_FILTER_BY];
  const guint voice =
      said->voice != RELATA_NONE ? relata_corpus_voice_actor(selection->corpus, said->voice) : RELATA_NONE;
  gboolean is = relata_index_set_holds(speakers, voice) || relata_index_set_holds(speakers, said->by);
  for (const RelataSpeaker *one = said->through; one != NULL && one->words != NULL && !is; one++)
    is = relata_index_set_holds(speakers, one->by);
  return is;
}

gboolean
relata_selection_withdraws(const RelataSelection *selection, guint claim)
{
  const RelataStatement *said = &relata_corpus_claim(selection->corpus, claim)->said;
  return said->stance == RELATA_AFFIRMS && relata_index_set_holds(&selection->withdrawn, said->document);
}
