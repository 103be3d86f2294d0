/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One step of identity: who would become one, and whether two of them must differ. */
#include "corpus/identity_internal.h"

#include <string.h>

/* Path halving. */
static guint
root_of(guint *parent, guint record)
{
  while (parent[record] != record) {
    parent[record] = parent[parent[record]];
    record = parent[record];
  }
  return record;
}

guint
relata_identity_root(const RelataIdentity *identity, guint record)
{
  return root_of(identity->parent, record);
}

/* The smaller record represents a component, so that nothing depends on the order of the unions. */
static gboolean
join(guint *parent, guint a, guint b)
{
  a = root_of(parent, a);
  b = root_of(parent, b);
  parent[MAX(a, b)] = MIN(a, b);
  return a != b;
}

void
relata_identity_propose(RelataIdentity *identity, guint a, guint b, const char *reason, RelataPlace where)
{
  const RelataUnion proposed = {a, b, reason, where};
  if (relata_identity_root(identity, a) != relata_identity_root(identity, b))
    g_array_append_val(identity->unions, proposed);
}

/* A badge, under the component that would be made. */
typedef struct {
  guint root;
  RelataBadge badge;
} Worn;

static gint
compare_worn(gconstpointer a, gconstpointer b)
{
  const Worn *left = a, *right = b;
  if (left->root != right->root)
    return left->root < right->root ? -1 : 1;
  const int by_registry = strcmp(left->badge.registry, right->badge.registry);
  const int by_value = by_registry != 0 ? by_registry : strcmp(left->badge.value, right->badge.value);
  if (by_value != 0)
    return by_value;
  return left->badge.actor < right->badge.actor ? -1 : left->badge.actor > right->badge.actor;
}

/* Returns the badges within the components that the step would make, sorted. */
static GArray *
badges_worn(const RelataIdentity *identity, guint *tentative)
{
  g_autoptr(GHashTable) touched = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < identity->unions->len; i++) {
    const guint root = root_of(tentative, g_array_index(identity->unions, RelataUnion, i).a);
    g_hash_table_add(touched, GUINT_TO_POINTER(root + 1));
  }
  GArray *worn = g_array_new(FALSE, FALSE, sizeof(Worn));
  for (guint i = 0; i < identity->badges->len; i++) {
    const RelataBadge *badge = &g_array_index(identity->badges, RelataBadge, i);
    const Worn one = {root_of(tentative, badge->actor), *badge};
    if (g_hash_table_contains(touched, GUINT_TO_POINTER(one.root + 1)))
      g_array_append_val(worn, one);
  }
  g_array_sort(worn, compare_worn);
  return worn;
}

/* Notes two of a component who must differ. The first union of the component says what spoke for it. */
static void
refuse(RelataIdentity *identity, RelataIdentityStep step, const RelataUnion *first, const Worn *a,
       const Worn *b)
{
  g_autofree char *because =
      g_strdup_printf("%s: '%s' and '%s'", a->badge.registry, a->badge.value, b->badge.value);
  const RelataApart apart = {
      step, {a->badge.actor, b->badge.actor}, first->reason, relata_corpus_intern(identity->corpus, because)};
  g_array_append_val(identity->refused, apart);
  if (step == RELATA_BY_DECISION || step == RELATA_BY_EQUIVALENCE)
    relata_diagnose(identity->diagnostics, step == RELATA_BY_DECISION ? RELATA_ERROR_IN_DATA : RELATA_WARNING,
                    "identity-conflict", &first->where, NULL,
                    "%s: they are not united, because two of them differ in %s", first->reason, because);
}

/* Returns where the badges of a component in one registry end. Sets *other to one that is another record's
 * and has another value than the first, or to NULL: a record that bears two values differs from all who bear
 * one of them, but not from itself. */
static guint
same_registry(const GArray *worn, guint start, const Worn **other)
{
  const Worn *first = &g_array_index(worn, Worn, start);
  gboolean records = FALSE;
  guint end = start;
  *other = NULL;
  for (; end < worn->len; end++) {
    const Worn *at = &g_array_index(worn, Worn, end);
    if (at->root != first->root || at->badge.registry != first->badge.registry)
      break;
    records |= at->badge.actor != first->badge.actor;
    if (at->badge.value != first->badge.value &&
        (*other == NULL || (*other)->badge.actor == first->badge.actor))
      *other = at;
  }
  if (!records)
    *other = NULL;
  return end;
}

/* Returns the roots of the components that hold two who must differ, after noting the two. */
static GHashTable *
refuse_conflicts(RelataIdentity *identity, RelataIdentityStep step, guint *tentative)
{
  GHashTable *refused = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) first = g_hash_table_new(NULL, NULL); /* root → its first union, from 1 */
  for (guint i = identity->unions->len; i-- > 0;) {
    const guint root = root_of(tentative, g_array_index(identity->unions, RelataUnion, i).a);
    g_hash_table_insert(first, GUINT_TO_POINTER(root + 1), GUINT_TO_POINTER(i + 1));
  }
  g_autoptr(GArray) worn = badges_worn(identity, tentative);
  for (guint start = 0, end; start < worn->len; start = end) {
    const Worn *a = &g_array_index(worn, Worn, start), *b;
    end = same_registry(worn, start, &b);
    if (b == NULL || !g_hash_table_add(refused, GUINT_TO_POINTER(a->root + 1)))
      continue;
    const guint at = GPOINTER_TO_UINT(g_hash_table_lookup(first, GUINT_TO_POINTER(a->root + 1)));
    refuse(identity, step, &g_array_index(identity->unions, RelataUnion, at - 1), a, b);
  }
  return refused;
}

void
relata_identity_close_step(RelataIdentity *identity, RelataIdentityStep step)
{
  g_autofree guint *tentative = g_memdup2(identity->parent, (identity->n + 1) * sizeof(guint));
  for (guint i = 0; i < identity->unions->len; i++) {
    const RelataUnion *proposed = &g_array_index(identity->unions, RelataUnion, i);
    join(tentative, proposed->a, proposed->b);
  }
  g_autoptr(GHashTable) refused = refuse_conflicts(identity, step, tentative);
  for (guint i = 0; i < identity->unions->len; i++) {
    const RelataUnion *proposed = &g_array_index(identity->unions, RelataUnion, i);
    const guint root = root_of(tentative, proposed->a);
    if (g_hash_table_contains(refused, GUINT_TO_POINTER(root + 1)) ||
        !join(identity->parent, proposed->a, proposed->b))
      continue;
    const RelataMade made = {step, proposed->a, proposed->reason};
    g_array_append_val(identity->made, made);
  }
  g_array_set_size(identity->unions, 0);
}
