/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/parts_internal.h"

#include "text/error.h"

struct RelataParts {
  RelataNetwork *network;
  RelataMask *mask; /* NULL until claims are withdrawn */
};

RelataSelection *
relata_parts_selection(const RelataSelection *selection)
{
  static const RelataFilter of_ties[] = {RELATA_FILTER_RELATION, RELATA_FILTER_NOT_RELATION,
                                         RELATA_FILTER_SIGN, RELATA_FILTER_TYPE, RELATA_FILTER_NOT_TYPE};
  const RelataSchema *schema = relata_corpus_schema(relata_selection_corpus(selection));
  g_autoptr(RelataSelection) of_parts = relata_selection_copy(selection);
  for (guint i = 0; i < G_N_ELEMENTS(of_ties); i++)
    relata_selection_clear(of_parts, of_ties[i]);
  for (guint i = 0; i < relata_schema_relation_types(schema)->len; i++) {
    const RelataRelationType *type = relata_schema_relation_type(schema, i);
    if (type->part && !relata_selection_set(of_parts, RELATA_FILTER_RELATION, type->id, NULL))
      return NULL; /* an id is always a name of its type */
  }
  return relata_selection_is_set(of_parts, RELATA_FILTER_RELATION) ? g_steal_pointer(&of_parts) : NULL;
}

RelataParts *
relata_parts_new(const RelataCorpus *corpus, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(corpus != NULL && selection != NULL, NULL);
  g_return_val_if_fail(relata_selection_corpus(selection) == corpus, NULL);
  g_autoptr(RelataSelection) of_parts = relata_parts_selection(selection);
  if (of_parts == NULL) {
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "`whole`: no relation type of this corpus says what is a part of what; mark those that do "
        "with \"part\": true in schema.json");
    return NULL;
  }
  RelataNetwork *network = relata_network_new(corpus, of_parts, error);
  if (network == NULL)
    return NULL;
  RelataParts *parts = g_new0(RelataParts, 1);
  parts->network = network;
  return parts;
}

void
relata_parts_free(RelataParts *parts)
{
  if (parts == NULL)
    return;
  relata_mask_free(parts->mask);
  relata_network_free(parts->network);
  g_free(parts);
}

const RelataNetwork *
relata_parts_network(const RelataParts *parts)
{
  g_return_val_if_fail(parts != NULL, NULL);
  return parts->mask != NULL ? relata_mask_network(parts->mask) : parts->network;
}

void
relata_parts_restrict(RelataParts *parts, const RelataSelection *selection)
{
  g_autoptr(RelataSelection) of_parts = relata_parts_selection(selection);
  if (parts->mask == NULL)
    parts->mask = relata_mask_new(parts->network, of_parts);
  relata_mask_set(parts->mask, of_parts);
}

/* Returns the tie by which the vertex is the whole of the neighbour, or RELATA_NONE. */
static guint
tie_to_part(const RelataNetwork *network, guint whole, guint place)
{
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++) {
    const RelataTie *tie = &network->ties[adjacency->hops[hop].tie];
    if (tie->to == whole && relata_network_relation(network, tie)->part &&
        RELATA_KIND_WAYS(adjacency->kinds[hop]) != 0)
      return adjacency->hops[hop].tie;
  }
  return RELATA_NONE;
}

static void
add_direct_parts(const RelataNetwork *network, GArray *found, guint index, GHashTable *seen)
{
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  const guint whole = network->vertices[g_array_index(found, RelataMember, index).actor];
  for (guint place = adjacency->offsets[whole]; place < adjacency->offsets[whole + 1]; place++) {
    const RelataMember part = {network->actors[adjacency->neighbours[place]],
                               tie_to_part(network, whole, place), index};
    if (part.tie != RELATA_NONE && g_hash_table_add(seen, GUINT_TO_POINTER(part.actor + 1)))
      g_array_append_val(found, part);
  }
}

GArray *
relata_parts_of(const RelataParts *parts, guint actor)
{
  const RelataNetwork *network = relata_parts_network(parts);
  g_return_val_if_fail(network != NULL && actor < relata_corpus_n_actors(network->corpus), NULL);
  const RelataMember itself = {actor, RELATA_NONE, RELATA_NONE};
  GArray *found = g_array_new(FALSE, FALSE, sizeof(RelataMember));
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_array_append_val(found, itself);
  g_hash_table_add(seen, GUINT_TO_POINTER(actor + 1));
  for (guint i = 0; i < found->len; i++)
    add_direct_parts(network, found, i, seen);
  return found;
}

GArray *
relata_parts_chain(const RelataParts *parts, guint part, guint whole)
{
  g_autoptr(GArray) all = relata_parts_of(parts, whole);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const RelataMember *at = &g_array_index(all, RelataMember, i);
    if (at->actor != part)
      continue;
    GArray *ties = g_array_new(FALSE, FALSE, sizeof(guint));
    for (; at->above != RELATA_NONE; at = &g_array_index(all, RelataMember, at->above))
      g_array_append_val(ties, at->tie);
    return ties;
  }
  return NULL;
}
