/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the corpus keeps of the decision: who must differ, by which ids actors are called, what was decided,
 * and who was kept apart. */
#include "corpus/identity_internal.h"

#include <string.h>

typedef struct {
  RelataIdentity *identity;
  const guint *actor_of; /* by record */
} Telling;

static void
renumber(const Telling *telling, guint *record)
{
  *record = telling->actor_of[*record];
}

/* ── Who must differ, and by which ids ── */

static gint
compare_badges(gconstpointer a, gconstpointer b)
{
  const RelataBadge *left = a, *right = b;
  return left->actor < right->actor ? -1 : left->actor > right->actor;
}

/* Returns the first badge of an actor, or the number of all. */
static guint
first_badge(const GArray *badges, guint actor)
{
  guint low = 0, high = badges->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(badges, RelataBadge, middle).actor < actor)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean
relata_identity_must_differ(const RelataCorpus *corpus, guint a, guint b)
{
  const GArray *badges = corpus->identity.badges;
  for (guint i = first_badge(badges, a); i < badges->len; i++) {
    const RelataBadge *left = &g_array_index(badges, RelataBadge, i);
    if (left->actor != a)
      break;
    for (guint k = first_badge(badges, b); k < badges->len; k++) {
      const RelataBadge *right = &g_array_index(badges, RelataBadge, k);
      if (right->actor != b)
        break;
      if (left->registry == right->registry && left->value != right->value)
        return TRUE;
    }
  }
  return FALSE;
}

static gint
compare_registered(gconstpointer a, gconstpointer b)
{
  const RelataRegisteredId *left = a, *right = b;
  if (left->actor != right->actor)
    return left->actor < right->actor ? -1 : 1;
  return strcmp(left->id, right->id);
}

/* Keeps the badges and ids of the records as the actors'. An id that means one actor finds it. */
static void
keep_badges(const Telling *telling, GArray *ids)
{
  RelataCorpus *corpus = telling->identity->corpus;
  GArray *badges = g_array_ref(telling->identity->badges);
  for (guint i = 0; i < badges->len; i++)
    renumber(telling, &g_array_index(badges, RelataBadge, i).actor);
  g_array_sort(badges, compare_badges);
  corpus->identity.badges = badges;
  for (guint i = 0; i < ids->len; i++)
    renumber(telling, &g_array_index(ids, RelataRegisteredId, i).actor);
  g_array_sort(ids, compare_registered);
  corpus->identity.ids = ids;
  for (guint i = 0; i < ids->len; i++) {
    const RelataRegisteredId *one = &g_array_index(ids, RelataRegisteredId, i);
    if (!g_hash_table_contains(corpus->actor_ids, one->id))
      g_hash_table_insert(corpus->actor_ids, (gpointer)one->id, GUINT_TO_POINTER(one->actor + 1));
  }
}

/* ── What was decided ── */

/* The weakest step first, then by actor and reason. */
static gint
compare_decisions(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const RelataDecision *left = a, *right = b;
  if (left->step != right->step)
    return left->step > right->step ? -1 : 1;
  const int by_actor =
      strcmp(relata_corpus_actor(corpus, left->actor)->id, relata_corpus_actor(corpus, right->actor)->id);
  return by_actor != 0 ? by_actor : strcmp(left->reason, right->reason);
}

static void
tell_decisions(const Telling *telling)
{
  RelataEvidenceOfIdentity *told = &telling->identity->corpus->identity;
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RelataDecision));
  for (guint i = 0; i < telling->identity->made->len; i++) {
    const RelataMade *made = &g_array_index(telling->identity->made, RelataMade, i);
    const RelataDecision decision = {made->step, telling->actor_of[made->record], 2, made->reason};
    g_array_append_val(all, decision);
  }
  g_array_sort_with_data(all, compare_decisions, telling->identity->corpus);
  told->decisions = g_array_new(FALSE, FALSE, sizeof(RelataDecision));
  for (guint i = 0; i < all->len; i++) {
    const RelataDecision *decision = &g_array_index(all, RelataDecision, i);
    RelataDecision *last = told->decisions->len > 0
                               ? &g_array_index(told->decisions, RelataDecision, told->decisions->len - 1)
                               : NULL;
    if (last != NULL && last->step == decision->step && last->actor == decision->actor &&
        last->reason == decision->reason)
      last->n++;
    else
      g_array_append_vals(told->decisions, decision, 1);
  }
}

static gint
compare_apart(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const RelataApart *left = a, *right = b;
  if (left->step != right->step)
    return left->step > right->step ? -1 : 1;
  for (guint i = 0; i < 2; i++) {
    const int by_actor = strcmp(relata_corpus_actor(corpus, left->actors[i])->id,
                                relata_corpus_actor(corpus, right->actors[i])->id);
    if (by_actor != 0)
      return by_actor;
  }
  return strcmp(left->reason, right->reason);
}

static void
tell_apart(const Telling *telling)
{
  GArray *apart = g_array_ref(telling->identity->refused);
  for (guint i = 0; i < apart->len; i++) {
    RelataApart *pair = &g_array_index(apart, RelataApart, i);
    renumber(telling, &pair->actors[0]);
    renumber(telling, &pair->actors[1]);
  }
  g_array_sort_with_data(apart, compare_apart, telling->identity->corpus);
  telling->identity->corpus->identity.apart = apart;
}

void
relata_identity_tell(RelataIdentity *identity, const guint *actor_of, GArray *ids)
{
  const Telling telling = {identity, actor_of};
  keep_badges(&telling, ids);
  tell_decisions(&telling);
  tell_apart(&telling);
}
