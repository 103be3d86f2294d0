/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what a ground keeps between questions. Made when it is first asked for, the ground's own.
 */
#ifndef RELATA_PATHS_GROUND_H
#define RELATA_PATHS_GROUND_H

#include "network/mask.h"
#include "paths/question.h"

G_BEGIN_DECLS

/* Whether the question can be asked at all: FALSE with RELATA_ERROR_VALUE where it is about no selection, or
 * about actors that the corpus does not have. */
gboolean relata_path_question_check(const RelataPathQuestion *question, GError **error);

/* A network of which claims can be withdrawn, with a searcher of its own. */
typedef struct {
  RelataMask *mask;
  RelataPathSearcher *searcher;
} RelataPathMasked;

/* `selection` is the ground's. O(V + E + claims), once. */
RelataPathMasked *relata_path_ground_masked(RelataPathGround *ground, const RelataSelection *selection);
/* Leaves the claims that the selection lets pass, see relata_mask_set(). */
void relata_path_masked_set(RelataPathMasked *masked, const RelataSelection *selection);

/* The ground of the selection without one of its filters; `without` is the ground's selection with that
 * filter cleared, and always the same for one filter. NULL as relata_network_new(). */
RelataPathGround *relata_path_ground_lift(RelataPathGround *ground, RelataFilter filter,
                                          const RelataSelection *without, GError **error);

/* The question for its first path alone: which paths there are stays as it is. */
RelataPathQuestion relata_path_question_for_first(const RelataPathQuestion *question);

G_END_DECLS

#endif
