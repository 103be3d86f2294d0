/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups as nodes: a glyph for each group of the scope, and a line for all ties between two of them. */
#ifndef RELATA_DRAW_DIAGRAM_GROUP_GLYPHS_H
#define RELATA_DRAW_DIAGRAM_GROUP_GLYPHS_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/scope.h"

G_BEGIN_DECLS

#define RELATA_GROUP_OUTLINE 2.6 /* heavier than an actor's */

/* Adds a glyph for each group, with its number, how many actors it has and the first of them by the scores,
 * and sets numbers[vertex] of its actors to the glyph's index. O(V · groups). */
void relata_group_glyphs_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                             const double *scores, guint *numbers);

/* Adds a line for the folded ties between each two glyphs, with a label for each sign of them and their
 * number where the look has labels. Of very many lines those that stand for the fewest ties are left out,
 * which is said, unless the look is whole. To be called after relata_links_add(). O(ties · log ties). */
void relata_group_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                            const RelataDiagramLook *look, const guint *numbers);

/* The width of a line that stands for so many ties ≥ 1. */
double relata_group_link_width(guint n_ties);

G_END_DECLS

#endif
