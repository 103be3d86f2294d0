/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which reporting relations are part of a selection. They say who talks about whom, so they are left out
 * unless somebody asks for them: by `reporting`, by naming a reporting type in `relation`, or in a pattern. A
 * type that is not reporting does not ask for its reporting kinds. */
#include "network/selection_internal.h"

void
relata_index_set_make(RelataIndexSet *set, guint n)
{
  if (set->has == NULL)
    *set = (RelataIndexSet){g_new0(gboolean, MAX(n, 1)), n};
}

RelataIndexSet
relata_index_set_copy(const RelataIndexSet *set)
{
  return (RelataIndexSet){set->has != NULL ? g_memdup2(set->has, MAX(set->n, 1) * sizeof(gboolean)) : NULL,
                          set->n};
}

void
relata_selection_name_type(RelataSelection *selection, guint type)
{
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  const guint n = relata_schema_relation_types(schema)->len;
  if (!relata_schema_relation_type(schema, type)->reporting)
    return;
  relata_index_set_make(&selection->named, n);
  for (guint i = 0; i < n; i++)
    selection->named.has[i] |= relata_schema_relation_is_a(schema, i, type);
}

void
relata_selection_admit_types(RelataSelection *selection, const gboolean *types)
{
  g_return_if_fail(selection != NULL);
  if (types == NULL) {
    g_clear_pointer(&selection->admitted.has, g_free);
    selection->admitted.n = 0;
    return;
  }
  const guint n = relata_schema_relation_types(relata_corpus_schema(selection->corpus))->len;
  relata_index_set_make(&selection->admitted, n);
  for (guint i = 0; i < n; i++)
    selection->admitted.has[i] |= types[i];
}

gboolean
relata_selection_leaves_out_reports(const RelataSelection *selection, guint type)
{
  g_return_val_if_fail(selection != NULL, FALSE);
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  g_return_val_if_fail(type < relata_schema_relation_types(schema)->len, FALSE);
  return !relata_selection_is_set(selection, RELATA_FILTER_REPORTING) &&
         relata_schema_relation_type(schema, type)->reporting &&
         !relata_index_set_holds(&selection->named, type) &&
         !relata_index_set_holds(&selection->admitted, type);
}
