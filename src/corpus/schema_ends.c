/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which relations end which states. */
#include "corpus/schema.h"

/* Returns whether the list holds an ancestor of the type, or RELATA_NONE, which stands for every type. */
static gboolean
covers(const RelataSchema *schema, const GArray *list, guint type)
{
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const guint listed = g_array_index(list, guint, i);
    if (listed == RELATA_NONE || relata_schema_relation_is_a(schema, type, listed))
      return TRUE;
  }
  return FALSE;
}

/* Asks the type and its ancestors. Parents form no longer walk than there are types, even where they form a
 * circle that is not yet cut. */
static gboolean
ends(const RelataSchema *schema, guint type, guint ended, gboolean to)
{
  const guint n = relata_schema_relation_types(schema)->len;
  for (guint step = 0; type != RELATA_NONE && step < n; step++) {
    const RelataRelationType *record = relata_schema_relation_type(schema, type);
    if (covers(schema, to ? record->ends_to : record->ends_pair, ended))
      return TRUE;
    type = record->parent;
  }
  return FALSE;
}

gboolean
relata_schema_ends_pair(const RelataSchema *schema, guint type, guint ended)
{
  g_return_val_if_fail(schema != NULL && type < relata_schema_relation_types(schema)->len, FALSE);
  return ends(schema, type, ended, FALSE);
}

gboolean
relata_schema_ends_to(const RelataSchema *schema, guint type, guint ended)
{
  g_return_val_if_fail(schema != NULL && type < relata_schema_relation_types(schema)->len, FALSE);
  return ends(schema, type, ended, TRUE);
}
