/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chooses, among the smallest connections, the one whose vertices come first.
 *
 * A cell of the table (a set of terminals and a vertex) has several derivations where several give its number
 * of hops. The subtrees of a smallest connection share only the vertex at which they meet, and all trees of
 * one cell have the same size. Therefore the order of vertex sets (which the smallest number in which two
 * differ decides) carries over from the parts to the whole, and only the first tree of each cell is needed.
 * Only the cells that some smallest connection uses are visited, and these are few. */
#include "paths/connect_exact.h"

/* Limits the memory: each cell takes about 50 bytes. */
#define MOST_CELLS 2000000

typedef struct {
  guint part;      /* splits the cell's set into this part and the rest; 0: no split */
  guint neighbour; /* the vertex where the rest of the tree is attached; RELATA_NONE where there is none: a
                    * single terminal */
} Derivation;

typedef struct {
  guint set, vertex;
  Derivation chosen;
} Cell;

typedef struct {
  const RelataConnectTable *table;
  GArray *cells;     /* of Cell */
  GHashTable *index; /* position of the cell in the table → 1 + its index in `cells` */
  GArray *found;     /* of Derivation: those of the last cell looked at */
  guint64 steps, most_steps;
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

/* Puts all derivations of a cell into choice->found, in a fixed order. */
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
  gpointer key = key_of(choice, set, vertex);
  if (g_hash_table_contains(choice->index, key))
    return;
  const Cell cell = {set, vertex, {0, RELATA_NONE}};
  g_array_append_val(choice->cells, cell);
  g_hash_table_insert(choice->index, key, GUINT_TO_POINTER(choice->cells->len));
}

/* Collects the cells that some smallest connection uses. Returns FALSE where there are too many. */
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
    if (choice->cells->len > MOST_CELLS || choice->steps > choice->most_steps)
      return FALSE;
  }
  return TRUE;
}

/* Returns the chosen derivation of a cell, or the first one where none was chosen. */
static Derivation
derivation_of(Choice *choice, guint set, guint vertex)
{
  const guint place = GPOINTER_TO_UINT(g_hash_table_lookup(choice->index, key_of(choice, set, vertex)));
  if (place > 0)
    return g_array_index(choice->cells, Cell, place - 1).chosen;
  derive(choice, set, vertex);
  return g_array_index(choice->found, Derivation, 0);
}

/* A cell that a tree uses. */
typedef struct {
  guint set, vertex;
  guint side; /* 0 or 1: which of the two compared trees it belongs to */
} Place;

static void
follow(GArray *places, Place here, Derivation derivation)
{
  if (derivation.part != 0) {
    const Place part = {derivation.part, here.vertex, here.side};
    const Place rest = {here.set ^ derivation.part, here.vertex, here.side};
    g_array_append_val(places, part);
    g_array_append_val(places, rest);
  } else if (derivation.neighbour != RELATA_NONE) {
    const Place beyond = {here.set, derivation.neighbour, here.side};
    g_array_append_val(places, beyond);
  }
}

/* Orders cells so that each comes after the cells it is derived from. A subset is a smaller number than its
 * set, and a derivation with the same set has fewer hops. */
static gint
by_dependence(const RelataConnectTable *table, guint set, guint vertex, guint other_set, guint other_vertex)
{
  if (set != other_set)
    return set < other_set ? -1 : 1;
  const guint *row = relata_connect_row(table, set);
  if (row[vertex] != row[other_vertex])
    return row[vertex] < row[other_vertex] ? -1 : 1;
  return vertex < other_vertex ? -1 : vertex > other_vertex;
}

static guint
last_place(const RelataConnectTable *table, const GArray *places, guint but)
{
  guint last = RELATA_NONE;
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index(places, Place, i);
    const Place *latest = last != RELATA_NONE ? &g_array_index(places, Place, last) : NULL;
    if (i != but &&
        (latest == NULL || by_dependence(table, latest->set, latest->vertex, place->set, place->vertex) < 0))
      last = i;
  }
  return last;
}

static void
sort_once(GArray *vertices)
{
  guint kept = 0;
  guint *values = (guint *)(gpointer)vertices->data;
  g_array_sort(vertices, relata_connect_compare);
  for (guint i = 0; i < vertices->len; i++)
    if (i == 0 || values[i] != values[kept - 1])
      values[kept++] = values[i];
  g_array_set_size(vertices, kept);
}

static gboolean
comes_before(GArray *p, GArray *q)
{
  sort_once(p);
  sort_once(q);
  for (guint i = 0; i < MIN(p->len, q->len); i++)
    if (g_array_index(p, guint, i) != g_array_index(q, guint, i))
      return g_array_index(p, guint, i) < g_array_index(q, guint, i);
  return FALSE;
}

/* Whether one derivation of a cell gives a tree that comes before the tree of another. Both trees are
 * followed together, always the cell that comes last by by_dependence() first. So a cell that both trees use
 * is reached in both at the same time. It is not followed further, because the vertices beyond it are in both
 * trees. */
static gboolean
beats(Choice *choice, const Cell *cell, Derivation one, Derivation other)
{
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(guint));
  GArray *const sides[] = {vertices, others};
  g_array_append_val(vertices, cell->vertex); /* a split begins at it too, an attachment elsewhere */
  g_array_append_val(others, cell->vertex);
  follow(places, (Place){cell->set, cell->vertex, 0}, one);
  follow(places, (Place){cell->set, cell->vertex, 1}, other);
  while (places->len > 0) {
    const guint last = last_place(choice->table, places, RELATA_NONE);
    const guint next = last_place(choice->table, places, last);
    const Place place = g_array_index(places, Place, last);
    const Place *twin = next != RELATA_NONE ? &g_array_index(places, Place, next) : NULL;
    g_array_append_val(sides[place.side], place.vertex);
    choice->steps += places->len;
    if (twin != NULL && twin->set == place.set && twin->vertex == place.vertex) {
      g_array_append_val(sides[1 - place.side], place.vertex);
      g_array_remove_index_fast(places, MAX(last, next));
      g_array_remove_index_fast(places, MIN(last, next));
    } else {
      g_array_remove_index_fast(places, last);
      follow(places, place, derivation_of(choice, place.set, place.vertex));
    }
  }
  return comes_before(vertices, others);
}

static Derivation
first_of(Choice *choice, const Cell *cell)
{
  derive(choice, cell->set, cell->vertex);
  Derivation best = g_array_index(choice->found, Derivation, 0);
  for (guint i = 1; i < choice->found->len && choice->steps <= choice->most_steps; i++) {
    const Derivation derivation = g_array_index(choice->found, Derivation, i);
    if (beats(choice, cell, derivation, best))
      best = derivation;
  }
  return best;
}

static gint
compare_cells(gconstpointer a, gconstpointer b, gpointer data)
{
  const Choice *choice = data;
  const Cell *p = &g_array_index(choice->cells, Cell, *(const guint *)a);
  const Cell *q = &g_array_index(choice->cells, Cell, *(const guint *)b);
  return by_dependence(choice->table, p->set, p->vertex, q->set, q->vertex);
}

/* Chooses for each cell after the cells it is derived from. */
static void
choose_each(Choice *choice)
{
  const guint n = choice->cells->len;
  g_autofree guint *order = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)n, sizeof *order, compare_cells, choice);
  for (guint i = 0; i < n; i++) {
    Cell *cell = &g_array_index(choice->cells, Cell, order[i]);
    cell->chosen = first_of(choice, cell);
  }
}

/* Returns the vertices of a cell's tree. */
static GArray *
spell_out(Choice *choice, guint set, guint vertex)
{
  GArray *vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
  const Place start = {set, vertex, 0};
  g_array_append_val(places, start);
  while (places->len > 0) {
    const Place place = g_array_index(places, Place, places->len - 1);
    g_array_set_size(places, places->len - 1);
    g_array_append_val(vertices, place.vertex);
    follow(places, place, derivation_of(choice, place.set, place.vertex));
  }
  sort_once(vertices); /* vertices where subtrees meet occur several times */
  return vertices;
}

GArray *
relata_connect_choose(const RelataConnectTable *table, guint64 most_steps)
{
  const RelataConnectKernel *kernel = table->kernel;
  const guint all = table->n_sets - 1, root = kernel->terminals[kernel->n_terminals - 1];
  g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(Cell));
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Derivation));
  g_autoptr(GHashTable) index = g_hash_table_new(NULL, NULL);
  Choice choice = {table, cells, index, found, 0, most_steps};
  add_cell(&choice, all, root);
  if (gather(&choice))
    choose_each(&choice);
  else
    g_hash_table_remove_all(index); /* the first derivations give some smallest connection */
  return spell_out(&choice, all, root);
}
