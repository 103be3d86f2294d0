/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbered sources: the documents behind what is shown. They lead a reader from a tie to its documents. */
#ifndef RELATA_DRAW_DIAGRAM_SOURCES_H
#define RELATA_DRAW_DIAGRAM_SOURCES_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Source n is documents[n − 1]. */
typedef struct {
  guint references;
  GArray *documents; /* of guint, document indices: by publication date, then id; undated documents last */
  guint *numbers;    /* by document: its number, from 1; 0 if nothing shown rests on it */
} RelataSources;

/* Numbers the documents of the claims of the scope's ties, including those that deny a tie or tell what ended
 * it, and of its events. O(claims + documents · log documents). */
RelataSources *relata_sources_new(const RelataNetwork *network, const RelataScope *scope);
/* Does the same for several scopes. Each belongs to its own network; all networks are of one corpus. */
RelataSources *relata_sources_new_of_all(const RelataNetwork *const *networks,
                                         const RelataScope *const *scopes, guint n);
/* Adds a reference. Every reference is released with relata_sources_free(). */
RelataSources *relata_sources_ref(RelataSources *sources);
void relata_sources_free(RelataSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSources, relata_sources_free)

/* Returns the numbers of the documents that take this stance on the tie, ascending, each once. Free with
 * g_array_unref(). */
GArray *relata_sources_of_ties(const RelataSources *sources, const RelataNetwork *network,
                               const RelataTie *const *ties, guint n, RelataStance stance);

/* Lists numbers: "1, 3–6, 8". Of more than `most` items (0: no limit) it lists the first ones and says how
 * many numbers are missing: "1, 3–6 +4". `between` separates the items. Newly allocated; "" if there are no
 * numbers. */
char *relata_sources_list(const GArray *numbers, const char *between, guint most, gboolean *shortened);

/* Returns the superscript after the label of one tie or several: "1,3", or "1,3 not 4" if source 4 denies
 * one. Returns NULL if no document states any of them. Sets *shortened if numbers are left out, else leaves
 * it unchanged. Newly allocated. */
char *relata_sources_figures(const RelataSources *sources, const RelataNetwork *network,
                             const RelataTie *const *ties, guint n, gboolean *shortened);

/* Cites a document as a source: "Title, publisher, 24 September 2021". If it names no publisher, its origin
 * is used. Safe to show; newly allocated. */
char *relata_sources_cite(const RelataDocument *document);

G_END_DECLS

#endif
