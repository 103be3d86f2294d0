/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Relation types of files in which each record says whether its relation has a direction. */
#include "corpus/schema_internal.h"

void
relata_schema_make_symmetric(RelataSchema *schema, guint relation)
{
  RelataRelationType *type = relata_schema_edit_relation_type(schema, relation);
  type->symmetric = TRUE;
  type->inverse = type->label;
}

/* Returns the type that is like another one but for its direction: a kind of it. */
static guint
variant_of(RelataSchema *schema, guint relation, const char *suffix, RelataPlace where)
{
  const RelataRelationType like = *relata_schema_relation_type(schema, relation);
  g_autofree char *name = g_strconcat(like.id, suffix, NULL);
  if (relata_schema_find_relation_type(schema, name) != RELATA_NONE)
    return relata_schema_find_relation_type(schema, name);
  const guint index = relata_schema_use_relation_type(schema, name, where);
  RelataRelationType *type = relata_schema_edit_relation_type(schema, index);
  g_autofree char *inverse = g_strdup_printf("(%s)", like.label);
  type->declared = like.declared;
  type->label = like.label;
  type->inverse = relata_schema_intern(schema, inverse);
  type->sign = like.sign;
  type->event = like.event;
  type->kind_from = like.kind_from;
  type->parent = relation;
  return index;
}

guint
relata_schema_directed(RelataSchema *schema, guint relation, RelataPlace where)
{
  return relata_schema_relation_type(schema, relation)->symmetric_by_use
             ? variant_of(schema, relation, " (directed)", where)
             : relation;
}

guint
relata_schema_undirected(RelataSchema *schema, guint relation, gboolean is_new, RelataPlace where)
{
  if (relata_schema_relation_type(schema, relation)->symmetric)
    return relation;
  const guint index = is_new ? relation : variant_of(schema, relation, " (undirected)", where);
  relata_schema_make_symmetric(schema, index);
  relata_schema_edit_relation_type(schema, index)->symmetric_by_use = is_new;
  return index;
}
