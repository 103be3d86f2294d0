/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures based on shortest paths: betweenness, closeness and harmonic closeness. They use the undirected
 * network, in which each pair of actors has at most one edge. */
#include "analysis/measures.h"

#include "analysis/igraph_compat.h"

/* igraph counts each unordered pair of ends once, so the maximum is that of a star's centre: (n − 1)(n − 2) /
 * 2. */
static igraph_error_t
betweenness(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_error_t code = compat_betweenness(&simple->graph, scores);
  double most = n > 2 ? (n - 1.0) * (n - 2.0) / 2 : 1;
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
    VECTOR(*scores)[i] /= most;
  return code;
}

/* igraph's normalised closeness is the inverse of the mean distance to the actors that can be reached, which
 * are those of the same component. Their number is taken from the components, because the number that
 * igraph_closeness() itself reports has not always included the actor. */
static igraph_error_t
closeness(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_vector_int_t membership, sizes;
  igraph_error_t code = igraph_vector_int_init(&membership, 0);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_int_init(&sizes, 0);
  if (code == IGRAPH_SUCCESS) {
    code = igraph_connected_components(&simple->graph, &membership, &sizes, NULL, IGRAPH_WEAK);
    if (code == IGRAPH_SUCCESS)
      code = igraph_closeness(&simple->graph, scores, NULL, NULL, igraph_vss_all(), IGRAPH_ALL, NULL, true);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++) {
      double others = (double)VECTOR(sizes)[VECTOR(membership)[i]] - 1;
      VECTOR(*scores)[i] = others > 0 ? VECTOR(*scores)[i] * (others / (n - 1.0)) : 0;
    }
    igraph_vector_int_destroy(&sizes);
  }
  igraph_vector_int_destroy(&membership);
  return code;
}

static igraph_error_t
harmonic(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_error_t code =
      igraph_harmonic_centrality(&simple->graph, scores, igraph_vss_all(), IGRAPH_ALL, NULL, false);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
    VECTOR(*scores)[i] = n > 1 ? VECTOR(*scores)[i] / (n - 1.0) : 0;
  return code;
}

gboolean
relata_measure_betweenness(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, FALSE, betweenness, scores, error);
}

gboolean
relata_measure_closeness(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, FALSE, closeness, scores, error);
}

gboolean
relata_measure_harmonic(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, FALSE, harmonic, scores, error);
}
