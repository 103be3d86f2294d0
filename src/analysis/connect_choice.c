/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Among the smallest connections, the one whose vertices come first.
 *
 * A cell of the table (a set of terminals and a vertex) has several derivations where several give its number
 * of hops. The trees that a smallest connection falls into share no vertex but the one at which they meet,
 * and those of one cell have all the same size. So the order of vertex sets (the smallest number in which two
 * differ decides) carries over from the parts to the whole, and each cell needs to know its first tree only.
 * The cells are few: only those that some smallest connection goes through. */
#include "analysis/connect_exact.h"

/* Steps: derivations looked at, and vertices compared. */
#define MOST_STEPS 100000000
#define MOST_CELLS 2000000

typedef struct {
  guint part;      /* parts the cell's set into this and the rest; 0: does not */
  guint neighbour; /* where the rest of the tree hangs; RELATA_NONE where there is none: a terminal alone */
} Derivation;

typedef struct {
  guint set, vertex;
  Derivation chosen;
} Cell;

typedef struct {
  const RelataConnectTable *table;
  GArray *cells;     /* of Cell */
  GHashTable *index; /* the cell's place in the table → 1 + its place in `cells` */
  GArray *found;     /* of Derivation: of the cell last looked at */
  guint64 steps;
} Choice;

static gpointer
key_of(const Choice *choice, guint set, guint vertex)
{
  return GSIZE_TO_POINTER((gsize)set * choice->table->kernel->n + vertex);
}

static void
add_derivation(Choice *choice, guint part, guint neighbour)
{
  const Derivation derivation = {part, neighbour};
  g_array_append_val(choice->found, derivation);
}

/* All derivations of a cell, in a fixed order, into choice->found. */
static void
derive(Choice *choice, guint set, guint vertex)
{
  const RelataConnectTable *table = choice->table;
  const RelataConnectKernel *kernel = table->kernel;
  const guint hops = relata_connect_row(table, set)[vertex];
  const guint lowest = set & (~set + 1), rest = set ^ lowest;
  g_array_set_size(choice->found, 0);
  for (guint other = rest; other != 0; other = (other - 1) & rest, choice->steps++)
    if (relata_connect_row(table, set ^ other)[vertex] + relata_connect_row(table, other)[vertex] == hops)
      add_derivation(choice, set ^ other, RELATA_NONE);
  for (guint k = kernel->offsets[vertex]; k < kernel->offsets[vertex + 1]; k++, choice->steps++)
    if (relata_connect_row(table, set)[kernel->neighbours[k]] + 1 == hops)
      add_derivation(choice, 0, kernel->neighbours[k]);
  if (choice->found->len == 0)
    add_derivation(choice, 0, RELATA_NONE);
}

static void
add_cell(Choice *choice, guint set, guint vertex)
{
  const gpointer key = key_of(choice, set, vertex);
  if (g_hash_table_contains(choice->index, key))
    return;
  const Cell cell = {set, vertex, {0, RELATA_NONE}};
  g_array_append_val(choice->cells, cell);
  g_hash_table_insert(choice->index, key, GUINT_TO_POINTER(choice->cells->len));
}

/* The cells that some smallest connection goes through; FALSE where they are too many. */
static gboolean
gather(Choice *choice)
{
  for (guint i = 0; i < choice->cells->len; i++) {
    const Cell cell = g_array_index(choice->cells, Cell, i);
    derive(choice, cell.set, cell.vertex);
    for (guint k = 0; k < choice->found->len; k++) {
      const Derivation *derivation = &g_array_index(choice->found, Derivation, k);
      if (derivation->part != 0) {
        add_cell(choice, derivation->part, cell.vertex);
        add_cell(choice, cell.set ^ derivation->part, cell.vertex);
      } else if (derivation->neighbour != RELATA_NONE) {
        add_cell(choice, cell.set, derivation->neighbour);
      }
    }
    if (choice->cells->len > MOST_CELLS || choice->steps > MOST_STEPS)
      return FALSE;
  }
  return TRUE;
}

/* The chosen derivation of a cell, or the first where none was chosen. */
static Derivation
derivation_of(Choice *choice, guint set, guint vertex)
{
  const guint place = GPOINTER_TO_UINT(g_hash_table_lookup(choice->index, key_of(choice, set, vertex)));
  if (place > 0)
    return g_array_index(choice->cells, Cell, place - 1).chosen;
  derive(choice, set, vertex);
  return g_array_index(choice->found, Derivation, 0);
}

typedef struct {
  guint set, vertex;
} Place;

static void
follow(GArray *stack, guint set, guint vertex, Derivation derivation)
{
  const Place here = {set, vertex}, part = {derivation.part, vertex}, beyond = {set, derivation.neighbour};
  if (derivation.part != 0) {
    const Place rest = {here.set ^ derivation.part, vertex};
    g_array_append_val(stack, part);
    g_array_append_val(stack, rest);
  } else if (derivation.neighbour != RELATA_NONE) {
    g_array_append_val(stack, beyond);
  }
}

/* The vertices of a cell's tree under the derivation, ascending. Those where trees meet are met again. */
static GArray *
spell_out(Choice *choice, guint set, guint vertex, Derivation derivation)
{
  GArray *vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Place));
  g_array_append_val(vertices, vertex);
  follow(stack, set, vertex, derivation);
  while (stack->len > 0) {
    const Place place = g_array_index(stack, Place, stack->len - 1);
    g_array_set_size(stack, stack->len - 1);
    g_array_append_val(vertices, place.vertex);
    follow(stack, place.set, place.vertex, derivation_of(choice, place.set, place.vertex));
  }
  choice->steps += vertices->len;
  g_array_sort(vertices, relata_connect_compare);
  guint kept = 0;
  guint *values = (guint *)(gpointer)vertices->data;
  for (guint i = 0; i < vertices->len; i++)
    if (i == 0 || values[i] != values[kept - 1])
      values[kept++] = values[i];
  return g_array_set_size(vertices, kept);
}

static gboolean
comes_before(const GArray *p, const GArray *q)
{
  for (guint i = 0; i < MIN(p->len, q->len); i++)
    if (g_array_index(p, guint, i) != g_array_index(q, guint, i))
      return g_array_index(p, guint, i) < g_array_index(q, guint, i);
  return FALSE;
}

static Derivation
first_of(Choice *choice, guint set, guint vertex)
{
  derive(choice, set, vertex);
  Derivation best = g_array_index(choice->found, Derivation, 0);
  if (choice->found->len == 1 || choice->steps > MOST_STEPS)
    return best;
  g_autoptr(GArray) found = choice->found; /* set aside: walking along trees may derive */
  choice->found = g_array_new(FALSE, FALSE, sizeof(Derivation));
  g_autoptr(GArray) vertices = spell_out(choice, set, vertex, best);
  for (guint i = 1; i < found->len && choice->steps <= MOST_STEPS; i++) {
    const Derivation derivation = g_array_index(found, Derivation, i);
    g_autoptr(GArray) others = spell_out(choice, set, vertex, derivation);
    if (comes_before(others, vertices)) {
      best = derivation;
      GArray *worse = vertices;
      vertices = g_steal_pointer(&others);
      g_array_unref(worse);
    }
  }
  return best;
}

/* Parts of a set come before it as numbers do, and fewer hops before more: whatever a cell is derived from
 * comes before it. */
static gint
by_dependence(gconstpointer a, gconstpointer b, gpointer data)
{
  const Choice *choice = data;
  const Cell *p = &g_array_index(choice->cells, Cell, *(const guint *)a);
  const Cell *q = &g_array_index(choice->cells, Cell, *(const guint *)b);
  if (p->set != q->set)
    return p->set < q->set ? -1 : 1;
  const guint *row = relata_connect_row(choice->table, p->set);
  if (row[p->vertex] != row[q->vertex])
    return row[p->vertex] < row[q->vertex] ? -1 : 1;
  return p->vertex < q->vertex ? -1 : p->vertex > q->vertex;
}

static void
choose_each(Choice *choice)
{
  const guint n = choice->cells->len;
  g_autofree guint *order = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)n, sizeof *order, by_dependence, choice);
  for (guint i = 0; i < n; i++) {
    Cell *cell = &g_array_index(choice->cells, Cell, order[i]);
    cell->chosen = first_of(choice, cell->set, cell->vertex);
  }
}

GArray *
relata_connect_choose(const RelataConnectTable *table)
{
  const RelataConnectKernel *kernel = table->kernel;
  const guint all = table->n_sets - 1, root = kernel->terminals[kernel->n_terminals - 1];
  g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(Cell));
  g_autoptr(GHashTable) index = g_hash_table_new(NULL, NULL);
  Choice choice = {table, cells, index, g_array_new(FALSE, FALSE, sizeof(Derivation)), 0};
  add_cell(&choice, all, root);
  if (gather(&choice))
    choose_each(&choice);
  else
    g_hash_table_remove_all(index); /* any smallest connection will do: the first derivations */
  GArray *vertices = spell_out(&choice, all, root, derivation_of(&choice, all, root));
  g_array_unref(choice.found);
  return vertices;
}
