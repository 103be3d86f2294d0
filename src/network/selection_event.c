/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decides whether an event is selected: by the same rules as the claims that it would give if it named
 * enough actors. */
#include "network/selection_internal.h"

static gboolean
relation_passes(const RelataSelection *selection, guint relation)
{
  static const RelataFilter filters[] = {RELATA_FILTER_RELATION, RELATA_FILTER_NOT_RELATION,
                                         RELATA_FILTER_SIGN, RELATA_FILTER_REPORTING};
  for (guint i = 0; i < G_N_ELEMENTS(filters); i++)
    if (!relata_selection_relation_passes(selection, relation, filters[i]))
      return FALSE;
  return TRUE;
}

/* Returns whether any relation that events of the type are about is selected. A type about no relation passes
 * only where neither relations nor signs are selected. */
static gboolean
type_passes(const RelataSelection *selection, guint index)
{
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  const RelataEventType *type = relata_schema_event_type(schema, index);
  const guint own = relata_schema_find_relation_type(schema, type->id);
  if (type->rules->len == 0 && own == RELATA_NONE)
    return !relata_selection_is_set(selection, RELATA_FILTER_RELATION) &&
           !relata_selection_is_set(selection, RELATA_FILTER_SIGN);
  for (guint i = 0; i < type->rules->len; i++)
    if (relation_passes(selection, g_array_index(type->rules, RelataClaimRule, i).relation))
      return TRUE;
  return type->rules->len == 0 && relation_passes(selection, own);
}

gboolean
relata_selection_has_event(const RelataSelection *selection, guint index)
{
  g_return_val_if_fail(selection != NULL && index < relata_corpus_n_events(selection->corpus), FALSE);
  const RelataEvent *event = relata_corpus_event(selection->corpus, index);
  if (event->type == RELATA_NONE || !type_passes(selection, event->type) || selection->corroboration > 1)
    return FALSE;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (!relata_selection_statement_passes(selection, &event->said, filter))
      return FALSE;
  g_autoptr(GArray) parties = relata_corpus_event_parties(selection->corpus, index);
  for (guint i = 0; i < parties->len; i++)
    if (!relata_selection_has_actor(selection, g_array_index(parties, guint, i)))
      return FALSE;
  return TRUE;
}
