/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How events give ties; private to corpus/.
 *
 * Where the schema lists rules for the type of an event, they decide. Else the event gives ties of its type's
 * name, and who stands at which end follows from what the roles mean (corpus/roles.h): who does it acts upon
 * who undergoes it and upon who is neither known to do nor to undergo it. Where the list does not part them,
 * the order in which annotation.conf lists the roles does, the doing one first; where there is none, the tie
 * has no direction. Fillers of one role are tied with each other, unless it is a role on one side only.
 *
 * An event relates an actor with itself where it names it at both ends, and nobody else: infighting. Where
 * there are others, that A attacks B and that B attacks A do not say that A attacks itself; and who claims
 * responsibility for an attack of its own is not responsible for itself. */
#ifndef RELATA_CORPUS_EVENTS_H
#define RELATA_CORPUS_EVENTS_H

#include "corpus/corpus.h"
#include "corpus/roles.h"

/* An event with more pairs than this relates a crowd to a crowd, so it gives no claims. */
#define RELATA_MAX_PAIRS 10000

/* Actors collected from arguments, and from the events that are arguments. */
typedef struct {
  const RelataCorpus *corpus;
  GArray *actors;    /* guint, each once, in order of discovery */
  GHashTable *known; /* the same, index + 1 */
  GHashTable *named; /* those of them whom an argument names itself, not by way of an event; index + 1 */
  GHashTable *seen;  /* events already visited, index + 1 */
} RelataActorSet;

RelataActorSet relata_actor_set_new(const RelataCorpus *corpus);
void relata_actor_set_clear(RelataActorSet *set);
/* Adds the actor that fills an argument, or those whom the event that fills it stands for. */
void relata_actor_set_add(RelataActorSet *set, const RelataArgument *argument);
/* Adds the actors in any of the roles. */
void relata_actor_set_add_roles(RelataActorSet *set, const RelataEvent *event, const GPtrArray *roles);

/* Returns the part that each argument of the event takes, an array to be freed with g_free(). O(arguments).
 */
RelataPart *relata_event_parts(const RelataSchema *schema, const RelataEvent *event);

/* A pair of actors whom an event relates. */
typedef struct {
  guint from, to;
  gboolean mutual;
} RelataPair;

typedef struct {
  GArray *pairs;      /* of RelataPair, each once */
  GHashTable *seen;   /* the same */
  gboolean undecided; /* roles differ, and nothing says which of them acts */
  gboolean loops;     /* an actor may be related with itself */
} RelataPairs;

RelataPairs relata_pairs_new(void);
void relata_pairs_clear(RelataPairs *pairs);
/* Adds a pair, unless it is there, or is a loop and these are not allowed. */
void relata_pairs_add(RelataPairs *pairs, guint from, guint to, gboolean mutual);

/* Returns the sides that roles of the event stand on, as bits: those of its arguments, and those that
 * annotation.conf lists. */
guint relata_event_sides(const RelataSchema *schema, const RelataEvent *event);

/* Adds the pairs of an event that no rule speaks of. `sides` are those of all events of its type. Returns why
 * there are none, else RELATA_N_TIELESS. O(arguments + pairs). */
RelataTieless relata_event_add_pairs(const RelataCorpus *corpus, const RelataEvent *event, guint sides,
                                     RelataPairs *pairs);

#endif
