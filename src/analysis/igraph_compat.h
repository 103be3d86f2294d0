/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One form for the calls of src/analysis whose arguments differ between igraph 0.10.2 and 1.0. */
#ifndef RELATA_ANALYSIS_IGRAPH_COMPAT_H
#define RELATA_ANALYSIS_IGRAPH_COMPAT_H

#include <lazy_igraph.h>

static inline igraph_error_t
compat_betweenness(const igraph_t *graph, igraph_vector_t *scores)
{
#if IGRAPH_VERSION_MAJOR >= 1
  return igraph_betweenness(graph, NULL, scores, igraph_vss_all(), IGRAPH_UNDIRECTED, false);
#else
  return igraph_betweenness(graph, scores, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
#endif
}

static inline igraph_error_t
compat_pagerank(const igraph_t *graph, const igraph_vector_t *weights, igraph_real_t damping,
                igraph_vector_t *scores)
{
#if IGRAPH_VERSION_MAJOR >= 1
  return igraph_pagerank(graph, weights, scores, NULL, damping, IGRAPH_DIRECTED, igraph_vss_all(),
                         IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
  return igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, scores, NULL, igraph_vss_all(), IGRAPH_DIRECTED,
                         damping, weights, NULL);
#endif
}

/* The graph must be undirected. */
static inline igraph_error_t
compat_eigenvector(const igraph_t *graph, const igraph_vector_t *weights, igraph_arpack_options_t *options,
                   igraph_vector_t *scores, igraph_real_t *value)
{
#if IGRAPH_VERSION_MAJOR >= 1
  return igraph_eigenvector_centrality(graph, scores, value, IGRAPH_ALL, weights, options);
#else
  return igraph_eigenvector_centrality(graph, scores, value, IGRAPH_UNDIRECTED, true, weights, options);
#endif
}

/* The graph must be undirected. Iterates until nothing changes. For modularity, node weights are the
 * strengths and the resolution is one divided by their sum. */
static inline igraph_error_t
compat_leiden(const igraph_t *graph, const igraph_vector_t *weights, const igraph_vector_t *node_weights,
              igraph_real_t resolution, igraph_vector_int_t *membership)
{
  const igraph_real_t beta = 0.01; /* the randomness of the refinement, as in the paper */
#if IGRAPH_VERSION_MAJOR >= 1
  return igraph_community_leiden(graph, weights, node_weights, NULL, resolution, beta, false, -1, membership,
                                 NULL, NULL);
#else
  return igraph_community_leiden(graph, weights, node_weights, resolution, beta, false, -1, membership, NULL,
                                 NULL);
#endif
}

#endif
