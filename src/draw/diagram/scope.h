/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scope: the part of a network that a picture shows. */
#ifndef RELATA_DRAW_DIAGRAM_SCOPE_H
#define RELATA_DRAW_DIAGRAM_SCOPE_H

#include "analysis/partition.h"
#include "draw/diagram/view.h"
#include "network/network.h"

G_BEGIN_DECLS

/* How a tie or an actor at one date differs from an earlier date. A state has begun or ended only where
 * somebody says so. The last two are no changes: the documents only speak of it for the first time, or no
 * longer. */
typedef enum {
  RELATA_SAME,
  RELATA_BEGUN,     /* of an actor: it has a first tie, one that began or happened */
  RELATA_HAPPENED,  /* an event, since the earlier date */
  RELATA_ENDED,     /* of an actor: it has no tie any longer */
  RELATA_MENTIONED, /* first mentioned since; of an actor: so are all its ties */
  RELATA_SILENT,    /* not mentioned since, and presumed to hold */
  RELATA_N_CHANGES
} RelataChange;

typedef struct {
  guint tie;         /* edge of the network */
  gboolean backward; /* its line begins at the tie's end, because it is walked that way */
  GArray *steps;     /* of guint, ascending: the numbers before its label; NULL: none */
  GArray *paths;     /* of guint, ascending: the numbers of the paths that it is on; NULL: none */
  RelataChange change;
  GArray *enders; /* of guint, claims: what others than its own claims say ended it; NULL: nothing */
} RelataShownTie;

typedef struct {
  gboolean *actors;      /* by vertex: whether it is shown singly */
  gboolean *asked;       /* by vertex: whether it is emphasised */
  RelataChange *changes; /* by vertex */
  GArray *ties;          /* of RelataShownTie; if several share a line, the first determines its direction */
  GArray *events;        /* of guint: events of the corpus that are shown but give rise to no tie */
  GPtrArray *remarks;    /* of char *: one sentence for each thing that is left out */
  /* Each group is drawn as one node; NULL: no groups. The actors of an opened group are shown singly and are
   * in no group. */
  RelataPartition *groups;
  guint *group_numbers; /* by group: its number for the reader, from 1; opened groups have numbers too */
  GArray *folded;       /* of guint, edges: the ties with an end in a group */
  /* Boxes around actors that are shown singly; NULL: no boxes. */
  RelataPartition *clusters;
  GPtrArray *cluster_titles; /* of char *, by cluster: safe to show */
} RelataScope;

/* Returns an empty scope. */
RelataScope *relata_scope_new(const RelataNetwork *network);
void relata_scope_free(RelataScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataScope, relata_scope_free)

/* Returns the scope of a view, with ties by edge. It applies in order: an actor's surroundings, if the view
 * asks for them; the backbone of their ties; the most central actors; those with a tie among themselves (all
 * if none has one). Then it decides which of these form groups or boxes. Errors: the actor is unknown,
 * ambiguous or left out by the selection; a backbone without ties; a group that does not exist. O(V + E log
 * E), plus the cost of finding communities or sides. */
RelataScope *relata_scope_of_view(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                                  const double *scores, GError **error);

G_END_DECLS

#endif
