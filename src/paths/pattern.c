/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the pattern's tree to an automaton. Thompson's construction (1968) gives one with hops, tests and
 * empty moves. Then there is one state for the start and for the end of each hop. From a state leave all hops
 * that empty moves and tests lead to; the tests passed on the way become the hop's guard. */
#include "paths/pattern.h"

#include "paths/pattern_parse.h"
#include "paths/pattern_prefix.h"
#include "text/error.h"

#include <string.h>

/* Limit of Thompson's automaton, before its empty moves are removed. */
#define MAX_NODES 4096
/* Limit of the sets of tests with which one state reaches one hop. Without a limit these can be all
 * subsets. */
#define MAX_GUARDS 64

typedef enum { MOVE_EMPTY, MOVE_TEST, MOVE_STEP } MoveKind;

typedef struct {
  guint to;
  MoveKind kind;
  guint index; /* of the test or step */
} Move;

typedef struct {
  GPtrArray *nodes; /* of GArray of Move */
  RelataPatternPrefixes prefixes;
} Thompson;

/* How far the pattern is matched by an actor that passes these tests. */
typedef struct {
  guint32 guard;
  guint progress;
} Matched;

/* ── Thompson's construction ─────────────────────────────────────────────────────────────── */

static guint
add_node(Thompson *thompson)
{
  g_ptr_array_add(thompson->nodes, g_array_new(FALSE, FALSE, sizeof(Move)));
  return thompson->nodes->len - 1;
}

static void
add_move(Thompson *thompson, guint from, Move move)
{
  g_array_append_val((GArray *)g_ptr_array_index(thompson->nodes, from), move);
}

static void
mark(Thompson *thompson, guint node, guint prefix)
{
  relata_prefixes_mark(&thompson->prefixes, node, prefix);
}

static void build(Thompson *thompson, const RelataPatternNode *node, guint from, guint to, guint prefix);

static void
build_row(Thompson *thompson, const RelataPatternNode *row, guint from, guint to, guint prefix)
{
  for (guint i = 0; i < row->parts->len; i++) {
    const RelataPatternNode *part = g_ptr_array_index(row->parts, i);
    const guint next = i + 1 < row->parts->len ? add_node(thompson) : to;
    build(thompson, part, from, next, prefix);
    prefix = relata_prefixes_add(&thompson->prefixes, prefix, part, 1);
    if (next != to)
      mark(thompson, next, prefix);
    from = next;
  }
}

static void
build_choice(Thompson *thompson, const RelataPatternNode *choice, guint from, guint to, guint prefix)
{
  for (guint i = 0; i < choice->parts->len; i++) {
    const guint begin = add_node(thompson);
    add_move(thompson, from, (Move){begin, MOVE_EMPTY, 0});
    build(thompson, g_ptr_array_index(choice->parts, i), begin, to, prefix);
  }
}

/* Builds the required copies, then the optional ones, each of which may be the last. */
static void
build_repeat(Thompson *thompson, const RelataPatternNode *repeat, guint from, guint to, guint prefix)
{
  const RelataPatternNode *part = g_ptr_array_index(repeat->parts, 0);
  const guint whole = relata_prefixes_add(&thompson->prefixes, prefix, repeat, 1);
  guint n = 0, before = prefix;
  while (n < repeat->least) {
    const guint next = add_node(thompson);
    build(thompson, part, from, next, before);
    before = relata_prefixes_add(&thompson->prefixes, prefix, part, ++n);
    mark(thompson, next, n < repeat->least ? before : whole);
    from = next;
  }
  /* A separate node, so that a loop cannot be entered from elsewhere. */
  guint here = add_node(thompson);
  add_move(thompson, from, (Move){here, MOVE_EMPTY, 0});
  add_move(thompson, here, (Move){to, MOVE_EMPTY, 0});
  mark(thompson, here, whole);
  if (repeat->most == G_MAXUINT) {
    const guint again = add_node(thompson);
    build(thompson, part, here, again, whole);
    mark(thompson, again, whole);
    add_move(thompson, again, (Move){here, MOVE_EMPTY, 0});
    return;
  }
  while (n < repeat->most && thompson->nodes->len <= MAX_NODES) {
    const guint next = add_node(thompson);
    build(thompson, part, here, next, before);
    before = relata_prefixes_add(&thompson->prefixes, prefix, part, ++n);
    mark(thompson, next, whole);
    add_move(thompson, next, (Move){to, MOVE_EMPTY, 0});
    here = next;
  }
}

/* Adds the node's part of the automaton between two of its nodes; the part's text follows `prefix`. The
 * caller marks where it ends. Stops where the automaton gets too large, which then is incomplete. */
static void
build(Thompson *thompson, const RelataPatternNode *node, guint from, guint to, guint prefix)
{
  if (thompson->nodes->len > MAX_NODES)
    return;
  switch (node->kind) {
  case RELATA_PATTERN_STEP:
    add_move(thompson, from, (Move){to, MOVE_STEP, node->index});
    break;
  case RELATA_PATTERN_TEST:
    add_move(thompson, from, (Move){to, MOVE_TEST, node->index});
    break;
  case RELATA_PATTERN_ROW:
    build_row(thompson, node, from, to, prefix);
    break;
  case RELATA_PATTERN_CHOICE:
    build_choice(thompson, node, from, to, prefix);
    break;
  case RELATA_PATTERN_REPEAT:
    build_repeat(thompson, node, from, to, prefix);
    break;
  }
}

/* ── Removing the empty moves ──────────────────────────────────────────────────────────────── */

typedef struct {
  const Thompson *thompson;
  guint final;
  GArray *state_nodes;   /* of guint: the node of each state */
  guint *state_of;       /* node → state, or RELATA_NONE */
  GArray *arcs, *finals; /* of the current state */
  GArray *matched;       /* of Matched, by state; `progress` holds the node until find_prefixes() */
  GArray **guards;       /* by node: the sets of tests with which it was reached; none includes another */
  gboolean too_many;
} Closure;

/* Whether a node was reached with a subset of these tests. If not, adds them. */
static gboolean
is_reached(Closure *closure, guint node, guint32 guard)
{
  if (closure->guards[node] == NULL)
    closure->guards[node] = g_array_new(FALSE, FALSE, sizeof(guint32));
  GArray *guards = closure->guards[node];
  for (guint i = 0; i < guards->len; i++)
    if ((g_array_index(guards, guint32, i) & ~guard) == 0)
      return TRUE;
  if (guards->len == MAX_GUARDS) {
    closure->too_many = TRUE;
    return TRUE;
  }
  g_array_append_val(guards, guard);
  return FALSE;
}

static guint
use_state(Closure *closure, guint node)
{
  if (closure->state_of[node] == RELATA_NONE) {
    closure->state_of[node] = closure->state_nodes->len;
    g_array_append_val(closure->state_nodes, node);
  }
  return closure->state_of[node];
}

static void
add_arc(Closure *closure, const Move *move, guint32 guard)
{
  const RelataPatternArc arc = {use_state(closure, move->to), move->index, guard};
  for (guint i = 0; i < closure->arcs->len; i++) {
    const RelataPatternArc *known = &g_array_index(closure->arcs, RelataPatternArc, i);
    if (known->state == arc.state && known->step == arc.step && (known->guard & ~guard) == 0)
      return;
  }
  g_array_append_val(closure->arcs, arc);
}

/* Follows empty moves and tests from a node and collects hops. */
static void
follow(Closure *closure, guint start)
{
  typedef struct {
    guint node;
    guint32 guard;
  } Reached;
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Reached));
  Reached at = {start, 0};
  is_reached(closure, start, 0);
  g_array_append_val(stack, at);
  while (stack->len > 0) {
    at = g_array_index(stack, Reached, stack->len - 1);
    g_array_set_size(stack, stack->len - 1);
    const Matched matched = {at.guard, at.node};
    g_array_append_val(closure->matched, matched);
    if (at.node == closure->final)
      g_array_append_val(closure->finals, at.guard);
    const GArray *moves = g_ptr_array_index(closure->thompson->nodes, at.node);
    for (guint i = 0; i < moves->len; i++) {
      const Move *move = &g_array_index(moves, Move, i);
      if (move->kind == MOVE_STEP) {
        add_arc(closure, move, at.guard);
        continue;
      }
      const Reached next = {move->to, at.guard | (move->kind == MOVE_TEST ? 1u << move->index : 0)};
      if (!is_reached(closure, next.node, next.guard))
        g_array_append_val(stack, next);
    }
  }
  for (guint i = 0; i < closure->thompson->nodes->len; i++)
    g_clear_pointer(&closure->guards[i], g_array_unref);
}

static RelataAutomaton *
automaton_new(guint n_types, guint n_steps)
{
  RelataAutomaton *automaton = g_new0(RelataAutomaton, 1);
  automaton->n_types = n_types;
  automaton->n_steps = n_steps;
  automaton->ways = g_new0(guint8, MAX((gsize)n_types * n_steps, 1));
  return automaton;
}

/* Sorts the same arcs by the state that they lead to. */
static void
reverse(RelataAutomaton *automaton)
{
  const guint n = automaton->n_states, n_arcs = automaton->first[n];
  automaton->reversed_first = g_new0(guint, n + 1);
  automaton->reversed = g_new(RelataPatternArc, MAX(n_arcs, 1));
  for (guint i = 0; i < n_arcs; i++)
    automaton->reversed_first[automaton->arcs[i].state + 1]++;
  for (guint state = 0; state < n; state++)
    automaton->reversed_first[state + 1] += automaton->reversed_first[state];
  g_autofree guint *next = g_memdup2(automaton->reversed_first, (n + 1) * sizeof *next);
  for (guint state = 0; state < n; state++)
    for (guint i = automaton->first[state]; i < automaton->first[state + 1]; i++) {
      const RelataPatternArc *arc = &automaton->arcs[i];
      automaton->reversed[next[arc->state]++] = (RelataPatternArc){state, arc->step, arc->guard};
    }
}

static gboolean
too_large(const char *why, GError **error)
{
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "the pattern is too large: %s; ask for less repetition, as {1,5}, or without limit, as +", why);
  return FALSE;
}

/* Makes a state for the start and for each node that a hop leads to. */
static gboolean
take_states(RelataPattern *pattern, const Thompson *thompson, guint start, guint final, GError **error)
{
  const guint n_nodes = thompson->nodes->len, n_types = pattern->tree->n_types;
  Closure closure = {.thompson = thompson, .final = final};
  closure.state_nodes = g_array_new(FALSE, FALSE, sizeof(guint));
  closure.arcs = g_array_new(FALSE, FALSE, sizeof(RelataPatternArc));
  closure.finals = g_array_new(FALSE, FALSE, sizeof(guint32));
  closure.matched = pattern->matched = g_array_new(FALSE, FALSE, sizeof(Matched));
  closure.state_of = g_new(guint, n_nodes);
  closure.guards = g_new0(GArray *, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    closure.state_of[i] = RELATA_NONE;
  RelataAutomaton *automaton = automaton_new(n_types, pattern->tree->steps->len);
  if (pattern->tree->conditions->len > 0)
    automaton->conditions = (const guint *)(gconstpointer)pattern->tree->conditions_of->data;
  for (guint step = 0; n_types > 0 && step < automaton->n_steps; step++)
    memcpy(automaton->ways + (gsize)step * n_types, g_ptr_array_index(pattern->tree->steps, step), n_types);
  g_autoptr(GArray) arcs = g_array_new(FALSE, FALSE, sizeof(RelataPatternArc));
  g_autoptr(GArray) guards = g_array_new(FALSE, FALSE, sizeof(guint32));
  automaton->first = g_new0(guint, RELATA_PATTERN_MAX_STATES + 1);
  automaton->final_first = g_new0(guint, RELATA_PATTERN_MAX_STATES + 1);
  pattern->matched_first = g_new0(guint, RELATA_PATTERN_MAX_STATES + 1);
  use_state(&closure, start);
  guint state = 0;
  for (; state < closure.state_nodes->len && state < RELATA_PATTERN_MAX_STATES; state++) {
    g_array_set_size(closure.arcs, 0);
    g_array_set_size(closure.finals, 0);
    follow(&closure, g_array_index(closure.state_nodes, guint, state));
    g_array_append_vals(arcs, closure.arcs->data, closure.arcs->len);
    g_array_append_vals(guards, closure.finals->data, closure.finals->len);
    automaton->first[state + 1] = arcs->len;
    automaton->final_first[state + 1] = guards->len;
    pattern->matched_first[state + 1] = closure.matched->len;
  }
  const gboolean whole = state == closure.state_nodes->len;
  automaton->n_states = state;
  automaton->arcs = g_memdup2(arcs->data, MAX(arcs->len, 1) * sizeof(RelataPatternArc));
  automaton->final_guards = g_memdup2(guards->data, MAX(guards->len, 1) * sizeof(guint32));
  if (whole)
    reverse(automaton);
  pattern->automaton = automaton;
  g_array_unref(closure.state_nodes);
  g_array_unref(closure.arcs);
  g_array_unref(closure.finals);
  g_free(closure.state_of);
  g_free(closure.guards);
  if (!whole)
    return too_large("more than 63 hops when its repetitions are written out", error);
  if (closure.too_many)
    return too_large("too many combinations of its tests of actors", error);
  return TRUE;
}

/* Replaces the node in each Matched by the beginning of the pattern that leads there. */
static void
find_prefixes(RelataPattern *pattern, const Thompson *thompson)
{
  g_autofree guint *places = g_new(guint, thompson->nodes->len);
  pattern->prefixes = relata_prefixes_order(&thompson->prefixes, pattern->text, thompson->nodes->len, places);
  for (guint i = 0; i < pattern->matched->len; i++) {
    Matched *matched = &g_array_index(pattern->matched, Matched, i);
    matched->progress = places[matched->progress];
  }
}

static gboolean
compile(RelataPattern *pattern, GError **error)
{
  const RelataPatternNode *root = pattern->tree->root;
  Thompson thompson = {.nodes = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref)};
  relata_prefixes_init(&thompson.prefixes);
  const guint start = add_node(&thompson), final = add_node(&thompson);
  build(&thompson, root, start, final, RELATA_PREFIX_EMPTY);
  mark(&thompson, final, relata_prefixes_add(&thompson.prefixes, RELATA_PREFIX_EMPTY, root, 1));
  const gboolean good = thompson.nodes->len <= MAX_NODES
                            ? take_states(pattern, &thompson, start, final, error)
                            : too_large("more than 4096 parts when its repetitions are written out", error);
  if (good)
    find_prefixes(pattern, &thompson);
  relata_prefixes_clear(&thompson.prefixes);
  g_ptr_array_unref(thompson.nodes);
  return good;
}

/* ── Public functions ──────────────────────────────────────────────────────────────────────── */

RelataPattern *
relata_pattern_parse(RelataCorpus *corpus, const char *text, GError **error)
{
  g_return_val_if_fail(corpus != NULL && text != NULL, NULL);
  g_autoptr(RelataPattern) pattern = g_new0(RelataPattern, 1);
  pattern->text = g_strdup(text);
  pattern->tree = relata_pattern_tree_parse(corpus, text, error);
  if (pattern->tree == NULL)
    return NULL;
  if (!compile(pattern, error))
    return NULL;
  return g_steal_pointer(&pattern);
}

void
relata_pattern_free(RelataPattern *pattern)
{
  if (pattern == NULL)
    return;
  relata_pattern_tree_free(pattern->tree);
  relata_automaton_free(pattern->automaton);
  g_clear_pointer(&pattern->prefixes, g_ptr_array_unref);
  g_clear_pointer(&pattern->matched, g_array_unref);
  g_free(pattern->matched_first);
  g_free(pattern->text);
  g_free(pattern);
}

const char *
relata_pattern_text(const RelataPattern *pattern)
{
  g_return_val_if_fail(pattern != NULL, NULL);
  return pattern->text;
}

const RelataAutomaton *
relata_pattern_automaton(const RelataPattern *pattern)
{
  g_return_val_if_fail(pattern != NULL, NULL);
  return pattern->automaton;
}

const gboolean *
relata_pattern_reports(const RelataPattern *pattern)
{
  g_return_val_if_fail(pattern != NULL, NULL);
  return pattern->tree->reports;
}

guint
relata_pattern_progress(const RelataPattern *pattern, guint state, guint32 passed)
{
  g_return_val_if_fail(pattern != NULL && state < pattern->automaton->n_states, 0);
  guint progress = 0;
  for (guint i = pattern->matched_first[state]; i < pattern->matched_first[state + 1]; i++) {
    const Matched *matched = &g_array_index(pattern->matched, Matched, i);
    if ((matched->guard & ~passed) == 0)
      progress = MAX(progress, matched->progress);
  }
  return progress;
}

guint
relata_pattern_whole(const RelataPattern *pattern)
{
  g_return_val_if_fail(pattern != NULL, 0);
  return pattern->prefixes->len - 1;
}

const char *
relata_pattern_prefix(const RelataPattern *pattern, guint progress)
{
  g_return_val_if_fail(pattern != NULL && progress < pattern->prefixes->len, NULL);
  return g_ptr_array_index(pattern->prefixes, progress);
}

RelataAutomaton *
relata_automaton_any(guint n_types, gboolean directed)
{
  RelataAutomaton *automaton = automaton_new(n_types, 1);
  const guint8 way = directed ? RELATA_WAY_ALONG : RELATA_WAY_ALONG | RELATA_WAY_AGAINST;
  memset(automaton->ways, way, MAX(n_types, 1));
  automaton->n_states = 1;
  automaton->first = g_new0(guint, 2);
  automaton->first[1] = 1;
  automaton->arcs = g_new0(RelataPatternArc, 1);
  automaton->final_first = g_new0(guint, 2);
  automaton->final_first[1] = 1;
  automaton->final_guards = g_new0(guint32, 1);
  reverse(automaton);
  return automaton;
}

void
relata_automaton_free(RelataAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  g_free(automaton->ways);
  g_free(automaton->first);
  g_free(automaton->arcs);
  g_free(automaton->reversed_first);
  g_free(automaton->reversed);
  g_free(automaton->final_first);
  g_free(automaton->final_guards);
  g_free(automaton);
}
