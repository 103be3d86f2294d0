/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws groups as nodes: a glyph for each group of the scope, and one line for all ties between two of
 * them. */
#ifndef RELATA_DRAW_DIAGRAM_GROUP_GLYPHS_H
#define RELATA_DRAW_DIAGRAM_GROUP_GLYPHS_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/scope.h"

G_BEGIN_DECLS

#define RELATA_GROUP_OUTLINE 2.6 /* thicker than an actor's */

/* Adds a glyph for each group, with its number, its number of actors and the first of them by the scores.
 * Sets numbers[vertex] of its actors to the index of the glyph. O(V · groups). */
void relata_group_glyphs_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                             const double *scores, guint *numbers);

/* Adds a line for the folded ties between each two glyphs. If the look has labels, each line gets a label for
 * each sign, with the number of ties. If there are very many lines, those that stand for the fewest ties are
 * left out and a remark says so, unless the look is whole. Call it after relata_links_add(). O(ties · log
 * ties). */
void relata_group_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                            const RelataDiagramLook *look, const guint *numbers);

/* Returns the width of a line that stands for this many ties ≥ 1. */
double relata_group_link_width(guint n_ties);

G_END_DECLS

#endif
