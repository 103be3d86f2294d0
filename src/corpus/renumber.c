/* SPDX-License-Identifier: GPL-2.0-or-later */
/* New numbers for actors, in all that names them by index. */
#include "corpus/identity_internal.h"
#include "corpus/internal.h"

static void
renumber(const guint *new_of, guint *actor)
{
  if (*actor != RELATA_NONE)
    *actor = new_of[*actor];
}

static void
renumber_statement(const guint *new_of, RelataStatement *said)
{
  renumber(new_of, &said->by);
  renumber(new_of, &said->place);
}

/* What identity is decided by, for a corpus that is finished again. */
static void
renumber_evidence(RelataCorpus *corpus, const guint *new_of)
{
  GArray *candidates = corpus->identity.candidates, *sameness = corpus->identity.sameness;
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    renumber(new_of, &g_array_index(candidates, RelataCandidate, i).actor);
  for (guint i = 0; sameness != NULL && i < sameness->len; i++) {
    renumber(new_of, &g_array_index(sameness, RelataSameness, i).a);
    renumber(new_of, &g_array_index(sameness, RelataSameness, i).b);
  }
}

static void
renumber_events(RelataCorpus *corpus, const guint *new_of)
{
  for (guint i = 0; i < corpus->events->len; i++) {
    RelataEvent *event = &g_array_index(corpus->events, RelataEvent, i);
    renumber_statement(new_of, &event->said);
    for (guint k = 0; k < event->arguments->len; k++)
      renumber(new_of, &g_array_index(event->arguments, RelataArgument, k).actor);
  }
}

static void
renumber_speakers(RelataCorpus *corpus, const guint *new_of)
{
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init(&iter, corpus->speakers);
  while (g_hash_table_iter_next(&iter, NULL, &list))
    for (RelataSpeaker *speaker = list; speaker->words != NULL; speaker++)
      renumber(new_of, &speaker->by);
}

void
relata_actors_renumber(RelataCorpus *corpus, const guint *new_of)
{
  for (guint i = 0; i < corpus->claims->len; i++) {
    RelataClaim *claim = &g_array_index(corpus->claims, RelataClaim, i);
    renumber_statement(new_of, &claim->said);
    renumber(new_of, &claim->from);
    renumber(new_of, &claim->to);
  }
  renumber_events(corpus, new_of);
  for (guint i = 0; i < corpus->figures->len; i++) {
    RelataFigure *figure = &g_array_index(corpus->figures, RelataFigure, i);
    renumber_statement(new_of, &figure->said);
    renumber(new_of, &figure->actor);
  }
  for (guint i = 0; i < corpus->mentions->len; i++)
    renumber(new_of, &g_array_index(corpus->mentions, RelataMention, i).actor);
  renumber_speakers(corpus, new_of);
  renumber_evidence(corpus, new_of);
}
