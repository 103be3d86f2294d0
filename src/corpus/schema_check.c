/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What no single record of a schema shows: circles of parents, and what kinds have from their parents. */
#include "corpus/schema_internal.h"

static guint
relation_parent(const RelataSchema *schema, guint type)
{
  return relata_schema_relation_type(schema, type)->parent;
}

static guint
actor_type_parent(const RelataSchema *schema, guint type)
{
  return relata_schema_actor_type(schema, type)->parent;
}

/* Returns one type of each circle of parents, in order. Each type is visited once: a walk ends at a type of
 * an earlier walk (DONE) or, in a circle, at one of its own (OPEN). */
static GArray *
find_circles(const RelataSchema *schema, guint n, guint (*parent_of)(const RelataSchema *, guint))
{
  enum { NEW, OPEN, DONE };
  g_autofree guint8 *state = g_new0(guint8, (gsize)n + 1);
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < n; i++) {
    guint type = i;
    for (; type != RELATA_NONE && state[type] == NEW; type = parent_of(schema, type))
      state[type] = OPEN;
    if (type != RELATA_NONE && state[type] == OPEN)
      g_array_append_val(found, type);
    for (type = i; type != RELATA_NONE && state[type] == OPEN; type = parent_of(schema, type))
      state[type] = DONE;
  }
  return found;
}

/* Cuts a parent link of a circle, so that every chain of parents ends. */
static void
cut_parent(RelataDiagnostics *diagnostics, const char *id, const RelataPlace *where, guint *parent)
{
  relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "circular-parent", where,
                  "let the most general type have no parent", "type '%s' is a kind of itself", id);
  *parent = RELATA_NONE;
}

/* A type that does not say whether it is reporting is what the nearest ancestor that does is. Each type is
 * settled once: a walk up ends at a type that says it or is settled, and is then walked again. */
static void
inherit_reporting(GArray *relations)
{
  RelataRelationType *types = (RelataRelationType *)(gpointer)relations->data;
  g_autofree guint8 *settled = g_new0(guint8, (gsize)relations->len + 1);
  for (guint i = 0; i < relations->len; i++) {
    guint end = i;
    while (end != RELATA_NONE && !types[end].reporting_said && !settled[end])
      end = types[end].parent;
    const gboolean reporting = end != RELATA_NONE && types[end].reporting;
    for (guint type = i; type != end; type = types[type].parent) {
      types[type].reporting = reporting;
      settled[type] = 1;
    }
  }
}

/* What an event gives happens once, unless somebody says otherwise. */
static void
guess_given_kinds(RelataSchema *schema)
{
  const GArray *types = relata_schema_event_types(schema);
  for (guint i = 0; i < types->len; i++) {
    const GArray *rules = g_array_index(types, RelataEventType, i).rules;
    for (guint k = 0; k < rules->len; k++)
      relata_schema_guess_kind(schema, g_array_index(rules, RelataClaimRule, k).relation);
  }
}

void
relata_schema_check(RelataSchema *schema, RelataDiagnostics *diagnostics)
{
  guess_given_kinds(schema);
  GArray *relations = (GArray *)(gpointer)relata_schema_relation_types(schema);
  g_autoptr(GArray) of_relations = find_circles(schema, relations->len, relation_parent);
  for (guint i = 0; i < of_relations->len; i++) {
    const guint index = g_array_index(of_relations, guint, i);
    RelataRelationType *type = &g_array_index(relations, RelataRelationType, index);
    cut_parent(diagnostics, type->id, &type->where, &type->parent);
  }
  inherit_reporting(relations);
  GArray *actors = (GArray *)(gpointer)relata_schema_actor_types(schema);
  g_autoptr(GArray) of_actors = find_circles(schema, actors->len, actor_type_parent);
  for (guint i = 0; i < of_actors->len; i++) {
    const guint index = g_array_index(of_actors, guint, i);
    RelataActorType *type = &g_array_index(actors, RelataActorType, index);
    cut_parent(diagnostics, type->id, &type->where, &type->parent);
  }
}
