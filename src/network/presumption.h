/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much of an answer about days rests on presumption: on ties that are presumed to have lasted. */
#ifndef RELATA_NETWORK_PRESUMPTION_H
#define RELATA_NETWORK_PRESUMPTION_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  guint n_ties;     /* of the answer */
  guint n_presumed; /* of these, those that no claim surely affirms on the days that are asked about, undated
                       ones apart */
  gint32 since; /* the least of the days, before those that are asked about, on which each of these was last
                   attested; RELATA_DAY_MAX: none */
} RelataPresumption;

/* Returns what the ties of an answer rest on. edges (guint): its ties, each of which counts once, however
 * often it is named; NULL: all that stand in the network. Nothing is presumed where the network's selection
 * asks about no days. O(n log n + claims) for n ties, and the first time as much as relata_holdings_new(). */
RelataPresumption relata_presumption_of(const RelataNetwork *network, const GArray *edges);

/* Returns "12 of 40 ties are presumed to have lasted: last attested as long ago as 29 June 2014", a sentence
 * without its full stop. NULL where no tie is presumed. Newly allocated. */
char *relata_presumption_in_words(const RelataNetwork *network, RelataPresumption presumption);

RELATA_END_DECLS

#endif
