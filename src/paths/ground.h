/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what a ground keeps between questions. Each part is made at its first use and is owned by
 * the ground. */
#ifndef RELATA_PATHS_GROUND_H
#define RELATA_PATHS_GROUND_H

#include "network/mask.h"
#include "paths/parts_internal.h"
#include "paths/question.h"

G_BEGIN_DECLS

/* Checks whether the question can be asked. Returns FALSE with RELATA_ERROR_VALUE where it has no corpus or
 * selection, or is about actors that the corpus does not have. */
gboolean relata_path_question_check(const RelataPathQuestion *question, GError **error);

/* A network from which claims can be withdrawn, with its own searcher. */
typedef struct {
  RelataMask *mask;
  RelataPathSearcher *searcher;
  RelataParts *parts; /* made where a question is about wholes; restricted as the mask is */
} RelataPathMasked;

/* Returns what is a part of what under the selection, which must be the ground's. NULL as relata_parts_new().
 */
RelataParts *relata_path_ground_parts(RelataPathGround *ground, const RelataSelection *selection,
                                      GError **error);

/* Returns the ground's masked network. `selection` must be the ground's. O(V + E + claims) at the first
 * call. */
RelataPathMasked *relata_path_ground_masked(RelataPathGround *ground, const RelataSelection *selection);
/* Makes its parts, where the question is about wholes. FALSE as relata_parts_new(). */
gboolean relata_path_masked_make_parts(RelataPathMasked *masked, const RelataPathQuestion *question,
                                       GError **error);
/* Restricts the network, and its parts, to the claims that pass the selection, see relata_mask_set(). */
void relata_path_masked_set(RelataPathMasked *masked, const RelataSelection *selection);

/* Returns the ground of the selection without one of its filters. `without` is the ground's selection with
 * that filter cleared; it must be the same for all calls with one filter. NULL as relata_network_new(). */
RelataPathGround *relata_path_ground_lift(RelataPathGround *ground, RelataFilter filter,
                                          const RelataSelection *without, GError **error);

/* Returns the ground of relata_selection_of_any_day(): the same ground where that is no other selection.
 * `selection` is the ground's. NULL as relata_network_new(). Borrowed from the ground. */
RelataPathGround *relata_path_ground_any_day(RelataPathGround *ground, const RelataSelection *selection,
                                             GError **error);

/* Returns the question restricted to its first path. It allows the same paths as before. */
RelataPathQuestion relata_path_question_for_first(const RelataPathQuestion *question);

G_END_DECLS

#endif
