/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/hitting.h"

#define NOTHING G_MAXUINT

typedef enum { FREE, CHOSEN, EXCLUDED } State;

typedef struct {
  guint first, n; /* range in `elements` */
  guint need;
} Demand;

typedef struct {
  guint first, n; /* range in `demands` */
} Conflict;

struct RelataHitting {
  guint n_elements;
  guint8 *states;   /* of State */
  gboolean *wanted; /* by element: whether any demand has it */
  guint *packed;    /* by element: the number of the last packing that contains it */
  guint packing;
  GArray *elements, *demands, *conflicts;
  guint size; /* all smaller sets have been ruled out */
  guint64 steps, most_steps;
};

RelataHitting *
relata_hitting_new(guint n_elements, guint64 most_steps)
{
  RelataHitting *hitting = g_new0(RelataHitting, 1);
  const guint n = MAX(n_elements, 1);
  hitting->n_elements = n_elements;
  hitting->most_steps = most_steps;
  hitting->states = g_new0(guint8, n);
  hitting->wanted = g_new0(gboolean, n);
  hitting->packed = g_new0(guint, n);
  hitting->elements = g_array_new(FALSE, FALSE, sizeof(guint));
  hitting->demands = g_array_new(FALSE, FALSE, sizeof(Demand));
  hitting->conflicts = g_array_new(FALSE, FALSE, sizeof(Conflict));
  return hitting;
}

void
relata_hitting_free(RelataHitting *hitting)
{
  if (hitting == NULL)
    return;
  g_array_unref(hitting->elements);
  g_array_unref(hitting->demands);
  g_array_unref(hitting->conflicts);
  g_free(hitting->states);
  g_free(hitting->wanted);
  g_free(hitting->packed);
  g_free(hitting);
}

void
relata_hitting_add_conflict(RelataHitting *hitting)
{
  const Conflict conflict = {hitting->demands->len, 0};
  g_array_append_val(hitting->conflicts, conflict);
}

void
relata_hitting_add_demand(RelataHitting *hitting, const guint *elements, guint n, guint need)
{
  const Demand demand = {hitting->elements->len, n, need};
  g_array_append_val(hitting->demands, demand);
  g_array_append_vals(hitting->elements, elements, n);
  g_array_index(hitting->conflicts, Conflict, hitting->conflicts->len - 1).n++;
  for (guint i = 0; i < n; i++)
    hitting->wanted[elements[i]] = TRUE;
}

/* ── Bounds ──────────────────────────────────────────────────────────────────────────────── */

static guint
element(const RelataHitting *hitting, const Demand *demand, guint index)
{
  return g_array_index(hitting->elements, guint, demand->first + index);
}

/* Returns how many more elements the demand needs; NOTHING where too few are free. */
static guint
demand_lacks(RelataHitting *hitting, const Demand *demand)
{
  guint n_chosen = 0, n_free = 0;
  for (guint i = 0; i < demand->n; i++) {
    const guint8 state = hitting->states[element(hitting, demand, i)];
    n_chosen += state == CHOSEN;
    n_free += state == FREE;
  }
  hitting->steps += demand->n + 1;
  if (n_chosen >= demand->need)
    return 0;
  return n_chosen + n_free < demand->need ? NOTHING : demand->need - n_chosen;
}

static guint
conflict_lacks(RelataHitting *hitting, const Conflict *conflict)
{
  guint fewest = NOTHING;
  for (guint i = 0; i < conflict->n && fewest > 0; i++)
    fewest =
        MIN(fewest, demand_lacks(hitting, &g_array_index(hitting->demands, Demand, conflict->first + i)));
  return fewest;
}

/* Returns the free elements of the demands that can still be met. At least one of them must be chosen. */
static GArray *
candidates(RelataHitting *hitting, const Conflict *conflict)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < conflict->n; i++) {
    const Demand *demand = &g_array_index(hitting->demands, Demand, conflict->first + i);
    if (demand_lacks(hitting, demand) == NOTHING)
      continue;
    for (guint k = 0; k < demand->n; k++) {
      const guint candidate = element(hitting, demand, k);
      if (hitting->states[candidate] == FREE)
        g_array_append_val(found, candidate);
    }
  }
  return found;
}

/* Marks the elements as packed. Returns FALSE and marks none where one of them is packed already. */
static gboolean
pack(RelataHitting *hitting, const GArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    if (hitting->packed[g_array_index(elements, guint, i)] == hitting->packing)
      return FALSE;
  for (guint i = 0; i < elements->len; i++)
    hitting->packed[g_array_index(elements, guint, i)] = hitting->packing;
  return TRUE;
}

/* Returns FALSE where `budget` more elements cannot hit all conflicts. Sets *branches to the candidates of
 * the conflict with the fewest candidates; it stays NULL where all conflicts are hit. Free with
 * g_array_unref(). */
static gboolean
examine(RelataHitting *hitting, guint budget, GArray **branches)
{
  guint n_packed = 0;
  hitting->packing++;
  for (guint i = 0; i < hitting->conflicts->len; i++) {
    const Conflict *conflict = &g_array_index(hitting->conflicts, Conflict, i);
    const guint lacks = conflict_lacks(hitting, conflict);
    if (lacks == 0)
      continue;
    if (lacks > budget)
      return FALSE;
    GArray *found = candidates(hitting, conflict);
    if (pack(hitting, found))
      n_packed += lacks;
    if (*branches == NULL || found->len < (*branches)->len) {
      g_clear_pointer(branches, g_array_unref);
      *branches = g_array_ref(found);
    }
    g_array_unref(found);
    if (n_packed > budget)
      return FALSE;
  }
  return TRUE;
}

/* ── Search ──────────────────────────────────────────────────────────────────────────────── */

/* Whether choosing at most `budget` more free elements can hit all conflicts. Restores the states. */
static gboolean
feasible(RelataHitting *hitting, guint budget)
{
  g_autoptr(GArray) branches = NULL;
  if (hitting->steps > hitting->most_steps || !examine(hitting, budget, &branches))
    return FALSE;
  if (branches == NULL)
    return TRUE;
  gboolean found = FALSE;
  for (guint i = 0; i < branches->len && !found; i++) {
    const guint branch = g_array_index(branches, guint, i);
    if (hitting->states[branch] != FREE) /* an element of two demands, already tried */
      continue;
    hitting->states[branch] = CHOSEN;
    found = feasible(hitting, budget - 1);
    hitting->states[branch] = EXCLUDED; /* all sets with it have been tried */
  }
  for (guint i = 0; i < branches->len; i++)
    hitting->states[g_array_index(branches, guint, i)] = FREE;
  return found;
}

/* Decides element by element, so that the result is the first set of the size. Such a set must exist. */
static void
choose_first(RelataHitting *hitting)
{
  guint left = hitting->size;
  for (guint i = 0; i < hitting->n_elements && left > 0; i++) {
    if (!hitting->wanted[i])
      continue;
    hitting->states[i] = CHOSEN;
    if (feasible(hitting, left - 1))
      left--;
    else
      hitting->states[i] = EXCLUDED;
  }
}

gboolean
relata_hitting_solve(RelataHitting *hitting, gboolean *chosen, guint *size)
{
  while (hitting->size <= hitting->n_elements && !feasible(hitting, hitting->size) &&
         hitting->steps <= hitting->most_steps)
    hitting->size++;
  *size = hitting->size;
  gboolean solved = hitting->size <= hitting->n_elements && hitting->steps <= hitting->most_steps;
  if (solved)
    choose_first(hitting);
  solved = solved && hitting->steps <= hitting->most_steps;
  for (guint i = 0; i < hitting->n_elements; i++) {
    if (solved)
      chosen[i] = hitting->states[i] == CHOSEN;
    hitting->states[i] = FREE;
  }
  return solved;
}
