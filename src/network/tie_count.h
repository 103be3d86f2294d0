/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many independent origins and voices stand behind a tie. Everything that counts them does it here.
 *
 * The corroboration of claims is the smaller of the numbers of distinct origins and distinct voices
 * (corpus/origin.h). A tie's own corroboration is that of its claims. But what is asked for with a minimum
 * (`corroboration` N) is a relation, and claims of all its kinds between the same two actors bear it out:
 *
 * - Where relation types are selected by name, a tie counts with all selected claims of the most general type
 * of which its own is a kind, so that a shooting and a bombing are two attacks, also where these two are
 * selected.
 * - Otherwise a tie counts with the claims of kinds of its own type: a bombing bears out an attack, but an
 *   attack no bombing.
 *
 * The claims must have the same direction, or any where one of the types is symmetric. */
#ifndef RELATA_NETWORK_TIE_COUNT_H
#define RELATA_NETWORK_TIE_COUNT_H

#include "network/network.h"

G_BEGIN_DECLS

/* What is counted, as scratch space that many counts share. */
typedef struct {
  GArray *origins, *voices; /* of guint, one each for every claim */
} RelataTally;

RelataTally *relata_tally_new(void);
void relata_tally_free(RelataTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTally, relata_tally_free)

void relata_tally_clear(RelataTally *tally);
/* Adds the claims of a tie that have the stance. */
void relata_tally_add(RelataTally *tally, const RelataNetwork *network, const RelataTie *tie,
                      RelataStance stance);
/* Returns the corroboration of what was added, and sorts it. O(n log n). */
guint relata_tally_count(RelataTally *tally);

/* Recounts a tie from its claims. type, from, to, first_claim and n_claims must be set; the rest is computed;
 * corroboration_of_kinds is set to its own corroboration. O(n log n) for n claims. */
void relata_tie_count(const RelataNetwork *network, RelataTie *tie, RelataTally *tally);

/* Returns the corroboration of a tie's claims of one stance: of its denials, for example. */
guint relata_tie_corroboration(const RelataNetwork *network, const RelataTie *tie, RelataStance stance);

/* Which types count together, under a selection. */
typedef struct {
  const RelataSchema *schema;
  guint least;   /* the minimum corroboration that is asked for; where it is 1, kinds need not be counted */
  GArray *named; /* of guint: the most general types of those that the selection names; NULL where it names
                    none */
  gboolean undisputed; /* disputed ties do not stand */
} RelataFamilies;

RelataFamilies *relata_families_new(const RelataSelection *selection);
void relata_families_free(RelataFamilies *families);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataFamilies, relata_families_free)

/* Returns the i-th type (from 0) with whose kinds the tie counts, or RELATA_NONE after the last. */
guint relata_families_root(const RelataFamilies *families, const RelataTie *tie, guint i);
/* Calls the function for each tie of the network, standing or weak, that counts for the tie as a kind of
 * `root`; the tie itself is one of them. O(log ties + ties between the two). */
void relata_families_for_each(const RelataFamilies *families, const RelataNetwork *network,
                              const RelataTie *tie, guint root,
                              void (*function)(const RelataTie *other, gpointer data), gpointer data);
/* Sets corroboration_of_kinds of a tie: its own where that suffices, else from all ties between its actors.
 */
void relata_families_count(const RelataFamilies *families, const RelataNetwork *network, RelataTie *tie,
                           RelataTally *tally);
/* Returns whether the tie is affirmed as well as is asked for, and not disputed where that is asked. */
gboolean relata_families_stands(const RelataFamilies *families, const RelataTie *tie);

G_END_DECLS

#endif
