/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When the states of a corpus held, all claims taken together.
 *
 * A state holds, presumably, from the first day on which a claim attests it, until the claim itself says that
 * it ended, or a breaker does. A breaker of a witness lies wholly after it. There are three kinds:
 *
 * - a denial of the relation, or of a relation that it is a kind of;
 * - the end that another claim of the relation, or of one that it is a kind of, states;
 * - a claim of a relation that ends it, as the schema says (relata_schema_ends_pair, relata_schema_ends_to).
 *
 * What is denied on days that a witness may speak of is disputed, not ended. A denial holds in the same way,
 * until a later witness. */
#ifndef RELATA_NETWORK_HOLDING_H
#define RELATA_NETWORK_HOLDING_H

#include "network/witness.h"

RELATA_BEGIN_DECLS

/* Reference counted. */
typedef struct RelataHoldings RelataHoldings;

/* Finds the breakers of every claim. heard: by claim, whether it is among the evidence; claims that are not
 * heard break nothing. NULL: all are. The corpus is borrowed. O(n log n) for n claims of states, and for each
 * claim the breakers between its actors that do not concern it. */
RelataHoldings *relata_holdings_new(const RelataCorpus *corpus, const gboolean *heard);
RelataHoldings *relata_holdings_ref(RelataHoldings *holdings);
/* Releases a reference. NULL is allowed. */
void relata_holdings_unref(RelataHoldings *holdings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataHoldings, relata_holdings_unref)

/* What ends what a claim says: from a day on, by the words of another claim. */
typedef struct {
  gint32 day;
  guint claim;
} RelataBreaker;

/* Returns everything that may end what each claim says, by day: by claim, an array of RelataBreaker, or NULL
 * where nothing does. The first of them that is heard is what ends it. Claims of events, and undated ones,
 * end by nothing. Free with g_ptr_array_unref(). As relata_holdings_new() where all are heard, but quadratic
 * in the claims of one pair of actors. */
GPtrArray *relata_holdings_list_breakers(const RelataCorpus *corpus);

/* Returns the stretch of days on which what the claim says is true. by: for an event, the days by which it
 * had happened; a state does not depend on it. O(1). */
RelataDays relata_holdings_days(const RelataHoldings *holdings, guint claim, RelataReading reading,
                                gboolean by);

RELATA_END_DECLS

#endif
