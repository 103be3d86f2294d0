/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: a question that only asks whether there is a path. It is asked repeatedly of parts of the
 * selection, under a limit. */
#ifndef RELATA_PATHS_INQUIRY_H
#define RELATA_PATHS_INQUIRY_H

#include "paths/ground.h"

G_BEGIN_DECLS

typedef struct {
  RelataPathQuestion question; /* asks for one path with the fewest hops; has a ground */
  RelataPathMasked *masked;    /* owned by the ground */
  /* Whether a path stands as long as each of its ties does. FALSE where the dates of its hops matter: a tie
   * may stand although it has lost the claim that put it in order. */
  gboolean ties_suffice;
  guint limit, n_asked; /* the limit of questions; n_asked is reset for each part of an answer */
  GArray *avoid;        /* of guint: whom the question avoids; owned, see relata_inquiry_fix_avoided() */
  GError *error;        /* the first error; nothing is asked after it */
} RelataInquiry;

typedef enum {
  RELATA_REPLY_NO,
  RELATA_REPLY_YES,
  RELATA_REPLY_UNKNOWN /* the limit was reached, a search gave up, or an error occurred */
} RelataReply;

/* Switches to another selection and its ground, both borrowed. The questions that follow are about parts of
 * that selection. */
void relata_inquiry_turn(RelataInquiry *inquiry, RelataPathGround *ground, const RelataSelection *selection);
/* Makes the question avoid the same actors in all parts of its selection: with `whole`, those that are parts
 * under the ground's. Otherwise withdrawing claims could open a path. O(parts). */
void relata_inquiry_fix_avoided(RelataInquiry *inquiry);
/* Asks whether there is a path under the selection, which must be a part of the ground's as relata_mask_set()
 * requires. *answer (where not NULL) is set only for YES; free it with relata_path_answer_free(). Its paths
 * belong to relata_inquiry_network() and are valid until the next question. O(claims of the corpus), and a
 * search. */
RelataReply relata_inquiry_ask(RelataInquiry *inquiry, const RelataSelection *selection, guint max_hops,
                               RelataPathAnswer **answer);
const RelataNetwork *relata_inquiry_network(const RelataInquiry *inquiry);
/* Returns the first path of the answer. */
const RelataPath *relata_inquiry_path(const RelataPathAnswer *answer);
/* A tie that a path rests on. */
typedef struct {
  const RelataNetwork *network; /* that of the hops, or of the parts */
  const RelataTie *tie;
} RelataRest;

/* Returns the ties that a path rests on, as RelataRest: its hops, then those by which its actors are parts of
 * those that the question names. `parts` may be NULL. Free with g_array_unref(). */
GArray *relata_inquiry_rests(const RelataPathQuestion *question, const RelataNetwork *network,
                             const RelataParts *parts, const RelataPath *path);
/* Returns whether the question rests on the claim if the selection is in force: as a hop, or for a part. */
gboolean relata_inquiry_selects(const RelataPathQuestion *question, const RelataSelection *selection,
                                const RelataSelection *of_parts, guint claim);
/* Compares documents (guint) by id, for sorting. */
gint relata_inquiry_compare_documents(gconstpointer a, gconstpointer b, gpointer corpus);

G_END_DECLS

#endif
