/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: a question that only asks whether there is a path, put again and again to less than was
 * selected, under a limit. */
#ifndef RELATA_PATHS_INQUIRY_H
#define RELATA_PATHS_INQUIRY_H

#include "paths/ground.h"

G_BEGIN_DECLS

typedef struct {
  RelataPathQuestion question; /* one path of the fewest hops will do; it has a ground */
  RelataPathMasked *masked;    /* the ground's */
  /* Whether a path stands as long as each of its ties does. Not where the dates of its hops matter: a tie may
   * stand and have lost the claim that put it in order. */
  gboolean ties_suffice;
  guint limit, n_asked; /* n_asked begins anew with each part of an answer */
  GError *error;        /* the first one; after it nothing is asked */
} RelataInquiry;

typedef enum {
  RELATA_REPLY_NO,
  RELATA_REPLY_YES,
  RELATA_REPLY_UNKNOWN /* the limit, a search that gave up, or an error */
} RelataReply;

/* Turns to another selection, and its ground, both borrowed: what is asked from now on is of less than that.
 */
void relata_inquiry_turn(RelataInquiry *inquiry, RelataPathGround *ground, const RelataSelection *selection);
/* Whether there is a path under the selection, which is a part of the ground's, as relata_mask_set() wants
 * it. *answer (where not NULL) is set with YES only; its paths are of relata_inquiry_network(), until the
 * next question. O(claims of the corpus), and a search. */
RelataReply relata_inquiry_ask(RelataInquiry *inquiry, const RelataSelection *selection, guint max_hops,
                               RelataPathAnswer **answer);
const RelataNetwork *relata_inquiry_network(const RelataInquiry *inquiry);
/* The first path found. */
const RelataPath *relata_inquiry_path(const RelataPathAnswer *answer);
/* The origin of a claim's document; RELATA_NONE for a claim without one. */
guint relata_inquiry_origin(const RelataCorpus *corpus, const RelataClaim *claim);
/* Documents (of guint) by id, for sorting. */
gint relata_inquiry_compare_documents(gconstpointer a, gconstpointer b, gpointer corpus);

G_END_DECLS

#endif
