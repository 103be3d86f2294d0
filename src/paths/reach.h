/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who can be reached from an actor: exactly those to whom a question about paths has an answer. */
#ifndef RELATA_PATHS_REACH_H
#define RELATA_PATHS_REACH_H

#include "paths/question.h"

RELATA_BEGIN_DECLS

typedef struct {
  const RelataNetwork *network; /* owned by the question's ground */
  const RelataParts *parts;     /* owned by it: NULL unless `whole` was asked for */
  GArray *reached;              /* of RelataReached: nearest first, equals by id */
  GPtrArray *answers;           /* of RelataPathAnswer: one for each, with its first path */
  gboolean cut;                 /* there are more than were asked for */
  guint n_unknown;   /* to so many, searches gave up: it is not known whether, or how far, they are reached */
  gboolean left_out; /* the selection leaves out the actor itself, with all that stand for it */
} RelataPathReach;

/* Asks the question, whose `to` does not matter, about each actor of its network, and returns the nearest
 * ones that are reached, at most `limit`. The actor itself is among them where a path leads from it to
 * itself, be it one without hops. The question must have a ground, which must outlive the answer. NULL with
 * *error as relata_path_ask(). Free with relata_path_reach_free(). O(S · (V + E)), and a search for each
 * actor that is listed, or that walks lead to but no path in the question's mode. */
RelataPathReach *relata_path_ask_reach(const RelataPathQuestion *question, guint limit, GError **error);
void relata_path_reach_free(RelataPathReach *reach);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathReach, relata_path_reach_free)

/* Returns the path to the reached actor with this index. Borrowed. */
const RelataPath *relata_path_reach_witness(const RelataPathReach *reach, guint index);

RELATA_END_DECLS

#endif
