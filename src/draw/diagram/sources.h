/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbered sources: the documents that what is shown rests on, so that a reader gets from a tie to them. */
#ifndef RELATA_DRAW_DIAGRAM_SOURCES_H
#define RELATA_DRAW_DIAGRAM_SOURCES_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Source n is documents[n − 1]. */
typedef struct {
  guint references;
  GArray *documents; /* of guint, document indices: by publication date, then id; undated ones last */
  guint *numbers;    /* by document: its number, from 1; 0 for one that nothing shown rests on */
} RelataSources;

/* The documents of the claims of the scope's ties, those that deny a tie too, and of its events. O(claims +
 * documents · log documents). */
RelataSources *relata_sources_new(const RelataNetwork *network, const RelataScope *scope);
/* … of several scopes, each of its own network of one corpus. */
RelataSources *relata_sources_new_of_all(const RelataNetwork *const *networks,
                                         const RelataScope *const *scopes, guint n);
/* Each is freed once more. */
RelataSources *relata_sources_ref(RelataSources *sources);
void relata_sources_free(RelataSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSources, relata_sources_free)

/* The numbers of the documents that take that stance on the tie, rising, each once. Free with
 * g_array_unref(). */
GArray *relata_sources_of_ties(const RelataSources *sources, const RelataNetwork *network,
                               const RelataTie *const *ties, guint n, RelataStance stance);

/* Numbers in a row: "1, 3–6, 8"; of more than `most` items (0: no limit) the first ones and how many
 * numbers are not said: "1, 3–6 +4". `between` parts them. Newly allocated; "" for none. */
char *relata_sources_list(const GArray *numbers, const char *between, guint most, gboolean *shortened);

/* What stands raised after the label of a tie, or of several: "1,3", and "1,3 not 4" where source 4 denies
 * one. NULL where no document states any. *shortened is set where numbers are left out, else kept. Newly
 * allocated. */
char *relata_sources_figures(const RelataSources *sources, const RelataNetwork *network,
                             const RelataTie *const *ties, guint n, gboolean *shortened);

/* A document as a source is cited: "Title, publisher, 24 September 2021". The publisher is its origin where
 * it names none. Safe to show; newly allocated. */
char *relata_sources_cite(const RelataDocument *document);

G_END_DECLS

#endif
