/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Summarises a picture in a few sentences: the most central actors, ties by sign, contradictions. */
#ifndef RELATA_DRAW_DIAGRAM_SUMMARY_H
#define RELATA_DRAW_DIAGRAM_SUMMARY_H

#include "analysis/centrality.h"
#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* If `measure` is not NULL, names it and the first actors of `reading` (vertices, the most central first).
 * Then says how many ties are hostile, neutral and friendly. Newly allocated; "" if there is nothing to
 * say. */
char *relata_summary(const RelataNetwork *network, const RelataScope *scope, const GArray *reading,
                     const RelataMeasureInfo *measure);
/* Returns "Disputed: 4 ties. Both hostile and friendly: US and Taliban.", or NULL if there
 * are no contradictions. Newly allocated. O(ties). */
char *relata_summary_contradictions(const RelataNetwork *network, const RelataScope *scope);
/* Returns the number of ties of the scope that each vertex has, by vertex. Newly allocated. */
guint *relata_summary_count_ties(const RelataNetwork *network, const RelataScope *scope);

G_END_DECLS

#endif
