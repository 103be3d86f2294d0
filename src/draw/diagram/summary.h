/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A picture in a few sentences: who is most central, how ties part by sign, what is contradictory. */
#ifndef RELATA_DRAW_DIAGRAM_SUMMARY_H
#define RELATA_DRAW_DIAGRAM_SUMMARY_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* The first of `reading` (vertices, the most central first) by the measure, where it is not NULL; then how
 * many ties are hostile, neutral, friendly. Newly allocated; "" where there is nothing to say. */
char *relata_summary(const RelataNetwork *network, const RelataScope *scope, const GArray *reading,
                     const char *measure);
/* "Both affirmed and denied: 4 ties. Both hostile and friendly: US and Taliban." NULL where nothing is.
 * Newly allocated. O(ties). */
char *relata_summary_contradictions(const RelataNetwork *network, const RelataScope *scope);
/* How many ties of the scope each vertex has; one number for each vertex, newly allocated. */
guint *relata_summary_count_ties(const RelataNetwork *network, const RelataScope *scope);

G_END_DECLS

#endif
