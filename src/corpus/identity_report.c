/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says in a few lines what the identity stage did; `check --identity` lists it all. */
#include "corpus/identity_internal.h"
#include "text/message.h"

#include <string.h>

typedef struct {
  guint actor, n;
} Mentioned;

static gint
compare_mentioned(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const Mentioned *left = a, *right = b;
  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return strcmp(relata_corpus_actor(corpus, left->actor)->id, relata_corpus_actor(corpus, right->actor)->id);
}

/* Says how many actors marks made, with the ten that most marks name. */
static void
report_new(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  const GArray *candidates = corpus->identity.candidates;
  g_autofree guint *n_marks = g_new0(guint, corpus->actors->len + 1);
  for (guint i = 0; i < candidates->len; i++)
    n_marks[g_array_index(candidates, RelataCandidate, i).actor]++;
  g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(Mentioned));
  for (guint i = 0; i < corpus->actors->len; i++) {
    const Mentioned one = {i, n_marks[i]};
    if (relata_corpus_actor(corpus, i)->registry == NULL)
      g_array_append_val(made, one);
  }
  if (made->len == 0)
    return;
  g_array_sort_with_data(made, compare_mentioned, (gpointer)corpus);
  RelataListing listing = RELATA_LISTING(relata_diagnostics_most_listed(diagnostics));
  for (guint i = 0; i < made->len; i++) {
    const Mentioned *one = &g_array_index(made, Mentioned, i);
    relata_listing_add(&listing, "'%s' (%u)", relata_corpus_actor(corpus, one->actor)->name, one->n);
  }
  g_autofree char *list = relata_listing_end(&listing);
  relata_diagnose(diagnostics, RELATA_NOTE, "new-actor", NULL, NULL,
                  made->len == 1 ? "%u actor is known only by marks in texts: %s"
                                 : "%u actors are known only by marks in texts: %s",
                  made->len, list);
}

/* Says what was decided by spelling alone, and who was kept apart. */
static void
report_decisions(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  const GArray *decisions = corpus->identity.decisions, *apart = corpus->identity.apart;
  guint n_names = 0, n_apart = 0;
  for (guint i = 0; i < decisions->len; i++)
    n_names += g_array_index(decisions, RelataDecision, i).step >= RELATA_BY_SPELLING;
  for (guint i = 0; i < apart->len; i++)
    n_apart += g_array_index(apart, RelataApart, i).step >= RELATA_BY_ID;
  if (n_names > 0)
    relata_diagnose(
        diagnostics, RELATA_NOTE, "united-by-spelling", NULL, "'relata check --identity' lists them",
        n_names == 1 ? "the marks of %u name are one actor only because they are spelled alike"
                     : "the marks of %u names are one actor each only because they are spelled alike",
        n_names);
  if (n_apart > 0)
    relata_diagnose(diagnostics, RELATA_NOTE, "kept-apart", NULL, "'relata check --identity' lists them",
                    n_apart == 1
                        ? "%u pair of actors is kept apart, though something speaks for their being one"
                        : "%u pairs of actors are kept apart, though something speaks for their being one",
                    n_apart);
}

/* Reports marks whose type is not their actor's. */
static void
report_types(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  const GArray *candidates = corpus->identity.candidates;
  const RelataSchema *schema = corpus->schema;
  for (guint i = 0; i < candidates->len; i++) {
    const RelataCandidate *mark = &g_array_index(candidates, RelataCandidate, i);
    const RelataActor *actor = relata_corpus_actor(corpus, mark->actor);
    if (mark->type == RELATA_NONE || actor->type == RELATA_NONE || actor->registry == NULL ||
        relata_schema_actor_type_is_a(schema, mark->type, actor->type) ||
        relata_schema_actor_type_is_a(schema, actor->type, mark->type))
      continue;
    relata_diagnose(diagnostics, RELATA_WARNING, "type-mismatch", &mark->type_where, NULL,
                    "%s: marked as %s, but '%s' is a %s", mark->mark, mark->type_name, actor->id,
                    relata_schema_actor_type(schema, actor->type)->label);
  }
}

void
relata_identity_report(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  report_types(corpus, diagnostics);
  report_new(corpus, diagnostics);
  report_decisions(corpus, diagnostics);
}
