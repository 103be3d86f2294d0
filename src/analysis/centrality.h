/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Centralities of a network's actors. A measure is one row of a table and one function. */
#ifndef RELATA_ANALYSIS_CENTRALITY_H
#define RELATA_ANALYSIS_CENTRALITY_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct RelataMeasureInfo RelataMeasureInfo;

struct RelataMeasureInfo {
  const char *name;      /* "betweenness": for --by and in JSON */
  const char *help;      /* one line: what a high value means, and the normalisation */
  const char *reference; /* the paper that defines it */
  gboolean integer;      /* values are whole numbers */
  /* Fills scores[network->n_actors], of at least one actor. FALSE with *error where that cannot be done. */
  gboolean (*compute)(const RelataNetwork *network, double *scores, GError **error);
};

/* The table, ended by a row without a name. */
extern const RelataMeasureInfo relata_measures[];

/* The row of that name, or NULL with RELATA_ERROR_UNKNOWN_NAME and the nearest. */
const RelataMeasureInfo *relata_measure_find(const char *name, GError **error);

/* The scores of all vertices, newly allocated (g_free), or NULL with RELATA_ERROR_FAILED (memory; an
 * eigensolver that does not converge in some seconds, as on a chain of thousands of actors). Every value is
 * finite and defined: the head of centrality.c says what each measure sees of a directed multigraph, and what
 * isolated actors, disconnected networks and networks of one actor get. Values are rounded to 12 significant
 * digits, those of eigenvectors to 8 decimals, so that equal positions compare equal. Cost: O(V + E) for
 * counts and coreness, O(V · E) for measures of distance, O(E · d) for constraint, O(E) a round for spectral
 * ones. What measures have in common (the adjacency, simple graphs) is made once for each network. */
double *relata_centrality(const RelataNetwork *network, const RelataMeasureInfo *measure, GError **error);

/* The vertices ordered by descending score, equals by actor id; newly allocated (g_free). */
guint *relata_centrality_order(const RelataNetwork *network, const double *scores);

RELATA_END_DECLS

#endif
