/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom an event relates, where no rule of the schema says it: from what its roles mean. */
#include "corpus/events.h"
#include "corpus/internal.h"

#include <string.h>

/* An actor in a role. */
typedef struct {
  guint actor;
  const char *key; /* equal for equal roles */
  RelataPart part;
  guint rank;     /* the place of the role in the order that is known; G_MAXUINT where there is none */
  gboolean named; /* itself, not by way of an event */
} Filler;

typedef struct {
  GArray *on[RELATA_N_SIDES]; /* of Filler, each actor once for each role */
  GHashTable *known;          /* of Filler: the same, owned */
} Sides;

/* ── Pairs ── */

static guint
pair_hash(gconstpointer data)
{
  const RelataPair *pair = data;
  return pair->from * 31u + pair->to;
}

static gboolean
pair_equal(gconstpointer a, gconstpointer b)
{
  const RelataPair *left = a, *right = b;
  return left->from == right->from && left->to == right->to;
}

RelataPairs
relata_pairs_new(void)
{
  return (RelataPairs){g_array_new(FALSE, FALSE, sizeof(RelataPair)),
                       g_hash_table_new_full(pair_hash, pair_equal, g_free, NULL), FALSE, FALSE};
}

void
relata_pairs_clear(RelataPairs *pairs)
{
  g_array_unref(pairs->pairs);
  g_hash_table_unref(pairs->seen);
}

void
relata_pairs_add(RelataPairs *pairs, guint from, guint to, gboolean mutual)
{
  const RelataPair pair = {from, to, mutual}, back = {to, from, mutual};
  if (from == to && !pairs->loops)
    return;
  if (g_hash_table_contains(pairs->seen, &pair) || (mutual && g_hash_table_contains(pairs->seen, &back)))
    return;
  g_hash_table_add(pairs->seen, g_memdup2(&pair, sizeof pair));
  g_array_append_val(pairs->pairs, pair);
}

/* ── Fillers ── */

static guint
filler_hash(gconstpointer data)
{
  const Filler *filler = data;
  return filler->actor * 31u + g_str_hash(filler->key);
}

static gboolean
filler_equal(gconstpointer a, gconstpointer b)
{
  const Filler *left = a, *right = b;
  return left->actor == right->actor && strcmp(left->key, right->key) == 0;
}

/* Returns whether the numbers of ARG0, ARG1 … are their order. Where one has none, as in brat's "Arg, Arg2",
 * they only tell equal roles apart. */
static gboolean
is_numbered(const RelataEvent *event, const RelataPart *parts)
{
  gboolean any = FALSE;
  for (guint i = 0; i < event->arguments->len; i++) {
    if (parts[i] != RELATA_PART_NUMBERED)
      continue;
    if (!g_array_index(event->arguments, RelataArgument, i).meaning->has_number)
      return FALSE;
    any = TRUE;
  }
  return any;
}

/* Returns the role's place in annotation.conf, or among numbered roles. */
static guint
rank_of(const RelataEvent *event, const RelataRole *role, RelataPart part, gboolean numbered)
{
  const gboolean by_number = numbered && part == RELATA_PART_NUMBERED;
  for (guint i = 0; event->roles != NULL && event->roles[i] != NULL; i++) {
    const RelataRole *listed = event->roles[i];
    if (by_number ? strcmp(listed->whole, role->whole) == 0 : strcmp(listed->stem, role->stem) == 0)
      return i;
  }
  return by_number && event->roles == NULL ? role->number : G_MAXUINT;
}

static void
add_fillers(Sides *sides, const RelataCorpus *corpus, const RelataEvent *event, const RelataPart *parts)
{
  const gboolean numbered = is_numbered(event, parts);
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    const RelataSide side = relata_part_side(parts[i]);
    if (side == RELATA_N_SIDES)
      continue;
    const RelataRole *role = argument->meaning;
    Filler filler = {0, numbered && parts[i] == RELATA_PART_NUMBERED ? role->whole : role->stem, parts[i],
                     rank_of(event, role, parts[i], numbered), FALSE};
    RelataActorSet set = relata_actor_set_new(corpus);
    relata_actor_set_add(&set, argument);
    for (guint k = 0; k < set.actors->len; k++) {
      filler.actor = g_array_index(set.actors, guint, k);
      filler.named = g_hash_table_contains(set.named, GUINT_TO_POINTER(filler.actor + 1));
      if (!g_hash_table_contains(sides->known, &filler)) {
        g_hash_table_add(sides->known, g_memdup2(&filler, sizeof filler));
        g_array_append_val(sides->on[side], filler);
      }
    }
    relata_actor_set_clear(&set);
  }
}

/* ── Who is tied to whom ── */

static const Filler *
filler_at(const GArray *fillers, guint index)
{
  return &g_array_index(fillers, Filler, index);
}

/* The ways in which two on the same side may be tied. */
typedef gboolean (*Tied)(const Filler *a, const Filler *b);

static gboolean
are_alike(const Filler *a, const Filler *b)
{
  return a->part == RELATA_PART_ALIKE && b->part == RELATA_PART_ALIKE && strcmp(a->key, b->key) == 0;
}

static gboolean
do_deal(const Filler *a, const Filler *b)
{
  return a->part == RELATA_PART_DEALS && b->part == RELATA_PART_DEALS && strcmp(a->key, b->key) != 0;
}

static gboolean
differ(const Filler *a, const Filler *b)
{
  return strcmp(a->key, b->key) != 0;
}

static gboolean
always(const Filler *a G_GNUC_UNUSED, const Filler *b G_GNUC_UNUSED)
{
  return TRUE;
}

/* Adds the pairs within a side. Where `ranked`, the role that comes first in the known order acts. */
static void
add_within(RelataPairs *pairs, const GArray *fillers, Tied tied, gboolean ranked)
{
  for (guint i = 0; i < fillers->len; i++)
    for (guint k = i + 1; k < fillers->len; k++) {
      const Filler *a = filler_at(fillers, i), *b = filler_at(fillers, k);
      const gboolean ordered = ranked && a->rank != b->rank, swap = ordered && a->rank > b->rank;
      if (tied(a, b))
        relata_pairs_add(pairs, swap ? b->actor : a->actor, swap ? a->actor : b->actor, !ordered);
    }
}

static void
add_across(RelataPairs *pairs, const GArray *from, const GArray *to)
{
  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len; k++)
      relata_pairs_add(pairs, filler_at(from, i)->actor, filler_at(to, k)->actor, FALSE);
}

static gboolean
has_part(const GArray *fillers, RelataPart part)
{
  for (guint i = 0; i < fillers->len; i++)
    if (filler_at(fillers, i)->part == part)
      return TRUE;
  return FALSE;
}

static gboolean
are_in_one_role(const GArray *fillers)
{
  for (guint i = 1; i < fillers->len; i++)
    if (differ(filler_at(fillers, 0), filler_at(fillers, i)))
      return FALSE;
  return TRUE;
}

/* Adds the pairs of roles of which nothing but an order may be known: the first acts upon the others. */
static void
add_unknown(RelataPairs *pairs, const GArray *fillers)
{
  g_autoptr(GArray) first = g_array_new(FALSE, FALSE, sizeof(Filler));
  g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(Filler));
  guint lowest = G_MAXUINT;
  for (guint i = 0; i < fillers->len; i++)
    lowest = MIN(lowest, filler_at(fillers, i)->rank);
  for (guint i = 0; i < fillers->len; i++)
    g_array_append_vals(filler_at(fillers, i)->rank == lowest ? first : others, filler_at(fillers, i), 1);
  const gboolean alike = has_part(fillers, RELATA_PART_ALIKE);
  pairs->undecided = others->len == 0 && !alike;
  if (others->len == 0 || alike)
    add_within(pairs, fillers, differ, FALSE);
  else
    add_across(pairs, first, others);
}

/* Returns whether roles of the type stand on a side that faces this one: then those on this side alone do
 * nothing with each other. */
static gboolean
is_faced(RelataSide side, guint sides)
{
  static const guint facing[] = {
      [RELATA_SIDE_DOING] = 1u << RELATA_SIDE_UNDERGOING | 1u << RELATA_SIDE_NEITHER,
      [RELATA_SIDE_UNDERGOING] = 1u << RELATA_SIDE_DOING | 1u << RELATA_SIDE_NEITHER,
      [RELATA_SIDE_NEITHER] = 1u << RELATA_SIDE_DOING | 1u << RELATA_SIDE_UNDERGOING,
  };
  return (facing[side] & sides) != 0;
}

/* Returns whether it may be that all of them do it with each other: not where a role names one side of an
 * act upon others, and not where one that may do so is faced by others in events of the type. */
static gboolean
may_act_together(const GArray *fillers, gboolean faced)
{
  for (guint i = 0; i < fillers->len; i++)
    switch (filler_at(fillers, i)->part) {
    case RELATA_PART_UNKNOWN:
    case RELATA_PART_ANY:
    case RELATA_PART_NUMBERED:
    case RELATA_PART_ALIKE:
      break;
    case RELATA_PART_PERSON:
    case RELATA_PART_AGENT:
    case RELATA_PART_THEME:
      if (faced)
        return FALSE;
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

/* Adds the pairs of an event whose fillers all stand on one side. */
static void
add_one_sided(RelataPairs *pairs, const Sides *found, RelataSide side, guint sides)
{
  const GArray *fillers = found->on[side];
  if (side == RELATA_SIDE_NEITHER && !are_in_one_role(fillers))
    add_unknown(pairs, fillers);
  else if (may_act_together(fillers, is_faced(side, sides)))
    add_within(pairs, fillers, always, FALSE);
  if (side == RELATA_SIDE_NEITHER && pairs->pairs->len == 0)
    add_across(pairs, fillers, found->on[RELATA_SIDE_SPOKEN_OF]);
}

static void
add_pairs(RelataPairs *pairs, const Sides *found, guint sides)
{
  const GArray *doing = found->on[RELATA_SIDE_DOING], *undergoing = found->on[RELATA_SIDE_UNDERGOING];
  const GArray *neither = found->on[RELATA_SIDE_NEITHER];
  if (has_part(neither, RELATA_PART_ALIKE))
    add_within(pairs, neither, are_alike, FALSE);
  if (has_part(doing, RELATA_PART_DEALS))
    add_within(pairs, doing, do_deal, TRUE);
  add_across(pairs, doing, undergoing);
  add_across(pairs, doing, neither);
  add_across(pairs, doing, found->on[RELATA_SIDE_SPOKEN_OF]);
  if (doing->len == 0)
    add_across(pairs, neither, undergoing);
  const gboolean one_sided = (doing->len > 0) + (undergoing->len > 0) + (neither->len > 0) == 1;
  if (one_sided)
    add_one_sided(pairs, found,
                  doing->len > 0        ? RELATA_SIDE_DOING
                  : undergoing->len > 0 ? RELATA_SIDE_UNDERGOING
                                        : RELATA_SIDE_NEITHER,
                  sides);
}

/* Returns at least the number of pairs that there may be. */
static guint64
most_pairs(const Sides *found)
{
  const guint64 doing = found->on[RELATA_SIDE_DOING]->len,
                undergoing = found->on[RELATA_SIDE_UNDERGOING]->len;
  const guint64 neither = found->on[RELATA_SIDE_NEITHER]->len, topics = found->on[RELATA_SIDE_SPOKEN_OF]->len;
  guint64 most = doing > 0 ? doing * (undergoing + neither + topics) : neither * (undergoing + topics);
  const gboolean doing_alone = doing > 0 && undergoing + neither == 0;
  if (doing_alone || has_part(found->on[RELATA_SIDE_DOING], RELATA_PART_DEALS))
    most += doing * (doing - 1) / 2;
  if (neither > 0 && (doing + undergoing == 0 || has_part(found->on[RELATA_SIDE_NEITHER], RELATA_PART_ALIKE)))
    most += neither * (neither - 1) / 2;
  if (undergoing > 0 && doing + neither == 0)
    most += undergoing * (undergoing - 1) / 2;
  return most;
}

/* Returns how many different actors there are: none, one, or two where they are more. */
static guint
count_actors(const Sides *found)
{
  guint first = RELATA_NONE;
  for (guint side = 0; side < RELATA_N_SIDES; side++)
    for (guint i = 0; i < found->on[side]->len; i++) {
      const guint actor = filler_at(found->on[side], i)->actor;
      if (first != RELATA_NONE && actor != first)
        return 2;
      first = actor;
    }
  return first != RELATA_NONE ? 1 : 0;
}

/* Adds the loop of an event that names one actor in several roles, and nobody else. */
static RelataTieless
add_loop(RelataPairs *pairs, Sides *found, guint sides)
{
  if (g_hash_table_size(found->known) < 2)
    return RELATA_TIELESS_FEW;
  for (guint side = 0; side < RELATA_N_SIDES; side++)
    for (guint i = found->on[side]->len; i-- > 0;)
      if (!filler_at(found->on[side], i)->named)
        g_array_remove_index(found->on[side], i);
  pairs->loops = TRUE;
  add_pairs(pairs, found, sides);
  return pairs->pairs->len > 0 ? RELATA_N_TIELESS : RELATA_TIELESS_SELF;
}

RelataTieless
relata_event_add_pairs(const RelataCorpus *corpus, const RelataEvent *event, guint sides, RelataPairs *pairs)
{
  Sides found = {.known = g_hash_table_new_full(filler_hash, filler_equal, g_free, NULL)};
  for (guint side = 0; side < RELATA_N_SIDES; side++)
    found.on[side] = g_array_new(FALSE, FALSE, sizeof(Filler));
  g_autofree RelataPart *parts = relata_event_parts(corpus->schema, event);
  add_fillers(&found, corpus, event, parts);
  RelataTieless why = RELATA_N_TIELESS;
  if (count_actors(&found) < 2)
    why = add_loop(pairs, &found, sides);
  else if (most_pairs(&found) > RELATA_MAX_PAIRS)
    why = RELATA_TIELESS_CROWD;
  else
    add_pairs(pairs, &found, sides);
  if (why == RELATA_N_TIELESS && pairs->pairs->len == 0)
    why = RELATA_TIELESS_ONE_SIDE;
  for (guint side = 0; side < RELATA_N_SIDES; side++)
    g_array_unref(found.on[side]);
  g_hash_table_unref(found.known);
  return why;
}

guint
relata_event_sides(const RelataSchema *schema, const RelataEvent *event)
{
  guint sides = 0, n = 0;
  g_autofree RelataPart *parts = relata_event_parts(schema, event);
  for (guint i = 0; i < event->arguments->len; i++)
    sides |= 1u << relata_part_side(parts[i]);
  while (event->roles != NULL && event->roles[n] != NULL)
    n++;
  g_autofree RelataPart *listed = g_new(RelataPart, n + 1);
  relata_roles_settle(schema, event->roles, n, FALSE, listed);
  for (guint i = 0; i < n; i++)
    sides |= 1u << relata_part_side(listed[i]);
  return sides;
}
