/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who says so inside a document: finds the actors who are meant by words. */
#include "corpus/internal.h"
#include "corpus/names.h"
#include "corpus/origin.h"

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  GHashTable *known; /* words, by address, because they are interned → actor + 1, or 0 */
} Resolving;

/* Returns the actor whom the words mean. It never guesses: words that fit several actors stay words, and a
 * diagnostic says so, for each statement. */
static guint
actor_called(Resolving *resolving, const char *words, const RelataStatement *said)
{
  gpointer known;
  if (g_hash_table_lookup_extended(resolving->known, words, NULL, &known))
    return GPOINTER_TO_UINT(known) - 1;
  g_autoptr(GArray) matches = relata_corpus_match_spelling(resolving->corpus, words);
  const guint actor = matches->len == 1 ? g_array_index(matches, guint, 0) : RELATA_NONE;
  if (matches->len > 1)
    relata_diagnose(resolving->diagnostics, RELATA_WARNING, "ambiguous-alias", &said->where,
                    "name the speaker by id", "'%s' says '%s', but %u actors are called '%s'", words,
                    said->id, matches->len, words);
  else
    g_hash_table_insert(resolving->known, (gpointer)words, GUINT_TO_POINTER(actor + 1));
  return actor;
}

static void
resolve(Resolving *resolving, RelataStatement *said)
{
  if (said->by == RELATA_NONE && said->by_text != NULL)
    said->by = actor_called(resolving, said->by_text, said);
  /* The corpus owns the list, which others share: they name the same. */
  for (RelataSpeaker *outer = (RelataSpeaker *)said->through; outer != NULL && outer->words != NULL; outer++)
    if (outer->by == RELATA_NONE)
      outer->by = actor_called(resolving, outer->words, said);
}

void
relata_attributions_resolve(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  Resolving resolving = {corpus, diagnostics, g_hash_table_new(NULL, NULL)};
  for (guint i = 0; i < corpus->events->len; i++)
    resolve(&resolving, &g_array_index(corpus->events, RelataEvent, i).said);
  for (guint i = 0; i < corpus->claims->len; i++)
    resolve(&resolving, &g_array_index(corpus->claims, RelataClaim, i).said);
  for (guint i = 0; i < corpus->figures->len; i++)
    resolve(&resolving, &g_array_index(corpus->figures, RelataFigure, i).said);
  g_hash_table_unref(resolving.known);
}

char *
relata_corpus_speakers_in_words(const RelataCorpus *corpus, const RelataStatement *said)
{
  const char *speaker = relata_corpus_speaker(corpus, said);
  if (speaker == NULL)
    return NULL;
  GString *words = g_string_new(speaker);
  guint n = 0;
  while (said->through != NULL && said->through[n].words != NULL)
    n++;
  for (; n > 0; n--) {
    const RelataSpeaker *outer = &said->through[n - 1];
    g_string_append_printf(words, ", as %s says",
                           outer->by != RELATA_NONE ? relata_corpus_actor(corpus, outer->by)->name
                                                    : outer->words);
  }
  return g_string_free(words, FALSE);
}
