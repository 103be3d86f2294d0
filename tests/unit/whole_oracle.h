/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands for whom in a random world in which "owns" says that its first actor is a part of its second
 * ("co-owns", a kind of it, does not), found from the rows. */
#ifndef RELATA_TESTS_WHOLE_ORACLE_H
#define RELATA_TESTS_WHOLE_ORACLE_H

#include "path_case.h"
#include "paths/parts.h"

typedef struct {
  guint actors[WORLD_MAX_ACTORS], n;
} Members;

static inline gboolean
whole_has(const Members *members, guint actor)
{
  for (guint i = 0; i < members->n; i++)
    if (members->actors[i] == actor)
      return TRUE;
  return FALSE;
}

static inline gboolean
whole_owns(const World *world, guint part, guint whole)
{
  for (guint i = 0; i < world->n_ties; i++) {
    const WorldTie *tie = &world->ties[i];
    if (strcmp(world_types[tie->type].id, "owns") == 0 && tie->from == part && tie->to == whole)
      return TRUE;
  }
  return FALSE;
}

static inline Members
whole_members(const World *world, guint actor)
{
  static const guint by_id[WORLD_MAX_ACTORS] = {1, 3, 5, 0, 2, 4}; /* alpha, bravo … */
  Members members = {{actor}, 1};
  for (guint i = 0; i < members.n; i++)
    for (guint k = 0; k < WORLD_MAX_ACTORS; k++)
      if (by_id[k] < world->n_actors && whole_owns(world, by_id[k], members.actors[i]) &&
          !whole_has(&members, by_id[k]))
        members.actors[members.n++] = by_id[k];
  return members;
}

/* Without those in `out`, but always with the first. */
static inline Members
whole_without(const Members *members, const Members *out, guint other)
{
  Members rest = {{members->actors[0]}, 1};
  for (guint i = 1; i < members->n; i++)
    if (!whole_has(out, members->actors[i]) && members->actors[i] != other)
      rest.actors[rest.n++] = members->actors[i];
  return rest;
}

/* The case's corpus, in which something is a part. */
static inline RelataCorpus *
whole_corpus(const Case *at)
{
  RelataSchema *schema = relata_corpus_schema(at->corpus);
  const guint type = relata_schema_find_relation_type(schema, "owns");
  ((RelataRelationType *)(gsize)relata_schema_relation_type(schema, type))->part = TRUE;
  return at->corpus;
}

#endif
