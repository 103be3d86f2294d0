/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scope: what of a network a picture shows. */
#ifndef RELATA_DRAW_DIAGRAM_SCOPE_H
#define RELATA_DRAW_DIAGRAM_SCOPE_H

#include "analysis/partition.h"
#include "draw/diagram/view.h"
#include "network/network.h"

G_BEGIN_DECLS

/* How a tie or an actor at one date differs from what was at an earlier one. */
typedef enum { RELATA_SAME, RELATA_NEW, RELATA_ENDED } RelataChange;

typedef struct {
  guint tie;         /* edge of the network */
  gboolean backward; /* its line begins where the tie ends: so it is walked */
  GArray *steps;     /* of guint, rising: the numbers that lead its label; NULL: none */
  GArray *paths;     /* of guint, rising: which paths it is on; NULL: none */
  RelataChange change;
} RelataShownTie;

typedef struct {
  gboolean *actors;      /* by vertex: whether it is shown singly */
  gboolean *asked;       /* by vertex: whether it is emphasised */
  RelataChange *changes; /* by vertex */
  GArray *ties;          /* of RelataShownTie; of those that share a line the first gives it its direction */
  GArray *events;        /* of guint: events of the corpus that are shown though they are no ties */
  GPtrArray *remarks;    /* of char *: a sentence for each thing that is left out */
  /* Drawn as one each; NULL: nobody is. An opened group's actors are shown singly, and are in none. */
  RelataPartition *groups;
  guint *group_numbers; /* by group: what it is called by, from 1; those that are opened have theirs, too */
  GArray *folded;       /* of guint, edges: the ties with an end in a group */
  /* Boxes around actors that are shown singly; NULL: none. */
  RelataPartition *clusters;
  GPtrArray *cluster_titles; /* of char *, by cluster: safe to show */
} RelataScope;

/* Of nothing. */
RelataScope *relata_scope_new(const RelataNetwork *network);
void relata_scope_free(RelataScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataScope, relata_scope_free)

/* What a view shows, ties by edge: an actor's surroundings where the view asks for them, then the backbone of
 * their ties, then the most central actors, then those with a tie among themselves (all where none has one);
 * and of these which are drawn as one, or in a box. Errors: unknown, ambiguous, or left out by the selection:
 * the actor; a backbone without ties; a group that is not there. O(V + E log E), and the cost of finding
 * communities or sides. */
RelataScope *relata_scope_of_view(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                                  const double *scores, GError **error);

G_END_DECLS

#endif
