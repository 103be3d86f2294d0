/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who takes part in an event, directly or through the events that are its arguments. */
#include "corpus/events.h"
#include "corpus/internal.h"

#include <string.h>

/* Events may be arguments of events, and so on. Deeper ones are ignored, which bounds the stack; `seen`
 * bounds the work, because events may be arguments of each other. */
#define MAX_NESTING 16

RelataActorSet
relata_actor_set_new(const RelataCorpus *corpus)
{
  return (RelataActorSet){corpus, g_array_new(FALSE, FALSE, sizeof(guint)), g_hash_table_new(NULL, NULL),
                          g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL)};
}

void
relata_actor_set_clear(RelataActorSet *set)
{
  g_array_unref(set->actors);
  g_hash_table_unref(set->known);
  g_hash_table_unref(set->named);
  g_hash_table_unref(set->seen);
}

static gboolean
role_among(const char *role, const GPtrArray *roles)
{
  gsize n = strlen(role); /* Theme2 is Theme */
  while (n > 0 && g_ascii_isdigit(role[n - 1]))
    n--;
  for (guint i = 0; i < roles->len; i++) {
    const char *known = g_ptr_array_index(roles, i);
    if (g_ascii_strcasecmp(role, known) == 0 ||
        (strlen(known) == n && g_ascii_strncasecmp(role, known, n) == 0))
      return TRUE;
  }
  return FALSE;
}

RelataPart *
relata_event_parts(const RelataSchema *schema, const RelataEvent *event)
{
  const guint n = event->arguments->len;
  g_autofree const RelataRole **roles = g_new(const RelataRole *, n + 1);
  for (guint i = 0; i < n; i++)
    roles[i] = g_array_index(event->arguments, RelataArgument, i).meaning;
  RelataPart *parts = g_new(RelataPart, n + 1);
  relata_roles_settle(schema, roles, n, event->roles == NULL, parts);
  return parts;
}

static void
add_actor(RelataActorSet *set, guint actor)
{
  if (g_hash_table_add(set->known, GUINT_TO_POINTER(actor + 1)))
    g_array_append_val(set->actors, actor);
}

static void collect_of_event(RelataActorSet *set, guint index, guint depth);
static void collect_roles(RelataActorSet *set, const RelataEvent *event, const GPtrArray *roles, guint depth);

static void
collect_argument(RelataActorSet *set, const RelataArgument *argument, guint depth)
{
  if (argument->actor != RELATA_NONE) {
    add_actor(set, argument->actor);
    if (depth == 0)
      g_hash_table_add(set->named, GUINT_TO_POINTER(argument->actor + 1));
  } else if (argument->event != RELATA_NONE) {
    collect_of_event(set, argument->event, depth + 1);
  }
}

/* Adds the actors on a side of an event without rules. */
static void
collect_side(RelataActorSet *set, const RelataEvent *event, const RelataPart *parts, RelataSide side,
             guint depth)
{
  for (guint i = 0; i < event->arguments->len; i++)
    if (relata_part_side(parts[i]) == side)
      collect_argument(set, &g_array_index(event->arguments, RelataArgument, i), depth);
}

/* Where nobody undergoes it, it was done to those of whom that is not known; where nobody is known to do it
 * either, to all of them. */
static void
collect_undergoing(RelataActorSet *set, const RelataEvent *event, guint depth)
{
  static const RelataSide order[] = {RELATA_SIDE_UNDERGOING, RELATA_SIDE_NEITHER, RELATA_SIDE_SPOKEN_OF,
                                     RELATA_SIDE_DOING};
  g_autofree RelataPart *parts = relata_event_parts(set->corpus->schema, event);
  const guint before = set->actors->len;
  for (guint i = 0; set->actors->len == before && i < G_N_ELEMENTS(order); i++)
    collect_side(set, event, parts, order[i], depth);
}

/* Adds the actors that an event stands for as an argument: those to whom it was done, else those who did
 * it. */
static void
collect_of_event(RelataActorSet *set, guint index, guint depth)
{
  const RelataEvent *event = relata_corpus_event(set->corpus, index);
  if (depth > MAX_NESTING || event->type == RELATA_NONE ||
      !g_hash_table_add(set->seen, GUINT_TO_POINTER(index + 1)))
    return;
  const guint before = set->actors->len;
  const GArray *rules = relata_schema_event_type(set->corpus->schema, event->type)->rules;
  for (guint i = 0; i < rules->len; i++)
    collect_roles(set, event, g_array_index(rules, RelataClaimRule, i).to, depth);
  for (guint i = 0; set->actors->len == before && i < rules->len; i++)
    collect_roles(set, event, g_array_index(rules, RelataClaimRule, i).from, depth);
  if (rules->len == 0)
    collect_undergoing(set, event, depth);
}

static void
collect_roles(RelataActorSet *set, const RelataEvent *event, const GPtrArray *roles, guint depth)
{
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    if (role_among(argument->role, roles))
      collect_argument(set, argument, depth);
  }
}

void
relata_actor_set_add(RelataActorSet *set, const RelataArgument *argument)
{
  collect_argument(set, argument, 0);
}

void
relata_actor_set_add_roles(RelataActorSet *set, const RelataEvent *event, const GPtrArray *roles)
{
  collect_roles(set, event, roles, 0);
}

/* Returns the actors of a set, which is cleared. */
static GArray *
take_actors(RelataActorSet *set)
{
  GArray *actors = g_array_ref(set->actors);
  relata_actor_set_clear(set);
  return actors;
}

GArray *
relata_corpus_event_stands_for(const RelataCorpus *corpus, guint event)
{
  g_return_val_if_fail(corpus != NULL && event < corpus->events->len, NULL);
  RelataActorSet set = relata_actor_set_new(corpus);
  collect_of_event(&set, event, 0);
  return take_actors(&set);
}

static gboolean
is_party(RelataPart part)
{
  return relata_part_side(part) != RELATA_N_SIDES || part == RELATA_PART_BESIDE;
}

gboolean
relata_corpus_is_party(const RelataCorpus *corpus, const RelataEvent *event, guint argument)
{
  g_return_val_if_fail(corpus != NULL && event != NULL && argument < event->arguments->len, FALSE);
  g_autofree RelataPart *parts = relata_event_parts(corpus->schema, event);
  return is_party(parts[argument]);
}

GArray *
relata_corpus_event_parties(const RelataCorpus *corpus, guint index)
{
  g_return_val_if_fail(corpus != NULL && index < corpus->events->len, NULL);
  const RelataEvent *event = relata_corpus_event(corpus, index);
  g_autofree RelataPart *parts = relata_event_parts(corpus->schema, event);
  RelataActorSet set = relata_actor_set_new(corpus);
  for (guint i = 0; i < event->arguments->len; i++)
    if (is_party(parts[i]))
      relata_actor_set_add(&set, &g_array_index(event->arguments, RelataArgument, i));
  return take_actors(&set);
}
