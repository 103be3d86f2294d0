/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The verdict on a tie, in words. A tie is disputed where a claim that affirms it and one that denies it may
 * speak of the same day. A state that is denied after it was last affirmed is not disputed: it was affirmed
 * until then, and has been denied since; unless the denial is too uncertain to end it (network/holding.h). */
#ifndef RELATA_NETWORK_VERDICT_H
#define RELATA_NETWORK_VERDICT_H

#include "network/network.h"

RELATA_BEGIN_DECLS

const char *relata_verdict_name(RelataVerdict verdict); /* "affirmed", "disputed", "denied" */

/* Returns what the claims of the tie say together; its claims, n_affirming and n_denying must be set. O(n log
 * n) for n claims, O(1) where none denies it; the first one that a merely possible claim contradicts later
 * may cost as much as relata_holdings_new(). */
RelataVerdict relata_verdict_of(const RelataNetwork *network, const RelataTie *tie);

/* Returns the verdict with the numbers of independent sources: "2 origins"; "disputed, 1 origin says so, 3
 * deny it; AFP says both"; "only denied, by 2 origins"; "1 origin, affirmed until June 2020, denied since".
 * Newly allocated; free with g_free(). */
char *relata_verdict_in_words(const RelataNetwork *network, const RelataTie *tie);

/* Returns "affirmed until June 2020, denied since", with the date from which it is denied, or the reverse, or
 * "affirmed and denied in turn, affirmed since 2021", of a tie that is affirmed and denied of
 * different days; NULL of another. Newly allocated; free with g_free(). */
char *relata_verdict_turn_in_words(const RelataNetwork *network, const RelataTie *tie);

/* Returns when what a statement says begins, or where that is open, when it ends, in words, as precisely as
 * it says so itself, else its document's publication: "June 2020"; "then" where neither has a date. Newly
 * allocated; free with g_free(). */
char *relata_verdict_since_in_words(const RelataCorpus *corpus, const RelataStatement *said);

/* Returns the origins that both affirm and deny the tie, ascending; numbers (guint) as of
 * relata_corpus_voice_name(), or RELATA_NONE for claims without a document. Free with g_array_unref(). */
GArray *relata_verdict_both_sides(const RelataNetwork *network, const RelataTie *tie);

RELATA_END_DECLS

#endif
