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
 * A breaker begins on the first day that its date may mean ("2021": 1 January 2021; ?, ~ and % do not move
 * it), and lies wholly after a witness where that is after the last day of which the witness may speak
 * (relata_witness_end()). What is denied on days that a witness may speak of is disputed, not ended. So is
 * what is denied, or said to be over, by a claim that is no more than possible, unless the witness is no more
 * than that itself (relata_certainty_ends()). A denial holds in the same way, until a later witness. */
#ifndef RELATA_NETWORK_HOLDING_H
#define RELATA_NETWORK_HOLDING_H

#include "network/witness.h"

RELATA_BEGIN_DECLS

/* Reference counted. */
typedef struct RelataHoldings RelataHoldings;

/* Finds the breakers of every claim. heard: by claim, whether it is among the evidence; claims that are not
 * heard break nothing. NULL: all are. The corpus is borrowed. O(n log n) for n claims of states, and for each
 * claim the later breakers between its actors that do not concern it: those of other relations, and those
 * that are too uncertain. */
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

#define RELATA_NO_BREAKER ((RelataBreaker){RELATA_DAY_MAX, RELATA_NONE})

/* Returns what first ends what a claim says, by other claims that are heard; RELATA_NO_BREAKER where nothing
 * does. O(1). */
RelataBreaker relata_holdings_breaker(const RelataHoldings *holdings, guint claim);

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
