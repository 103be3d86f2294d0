/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of robust.h share: questions that only ask whether there is a path, under a limit. */
#ifndef RELATA_PATHS_ROBUST_INTERNAL_H
#define RELATA_PATHS_ROBUST_INTERNAL_H

#include "paths/robust.h"

G_BEGIN_DECLS

typedef struct {
  RelataPathQuestion question; /* one path of the fewest hops will do */
  /* Whether a path stands as long as each of its ties does. Not where the dates of its hops matter: a tie may
   * stand and have lost the claim that put it in order. */
  gboolean ties_suffice;
  guint limit, n_asked; /* n_asked begins anew with each part */
  GError *error;        /* the first one; after it nothing is asked */
} RelataInquiry;

typedef enum {
  RELATA_REPLY_NO,
  RELATA_REPLY_YES,
  RELATA_REPLY_UNKNOWN /* the limit, a search that gave up, or an error */
} RelataReply;

/* Whether there is a path under the selection. *findings (where not NULL) are set with YES only. */
RelataReply relata_inquiry_ask(RelataInquiry *inquiry, const RelataSelection *selection, guint max_hops,
                               RelataPathFindings **findings);
/* The first path found. */
const RelataPath *relata_inquiry_path(const RelataPathFindings *findings);
/* The origin of a claim's document; RELATA_NONE for a claim without one. */
guint relata_inquiry_origin(const RelataCorpus *corpus, const RelataClaim *claim);
/* Documents (of guint) by id, for sorting. */
gint relata_inquiry_compare_documents(gconstpointer a, gconstpointer b, gpointer corpus);

void relata_robust_withdraw(RelataInquiry *inquiry, RelataWithdrawal *withdrawal);
void relata_robust_documentable(RelataInquiry *inquiry, RelataFirst *first);
void relata_robust_held(RelataInquiry *inquiry, RelataFirst *first);

G_END_DECLS

#endif
