/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as lines: which ties share one, how it looks, and what stands at it. */
#ifndef RELATA_DRAW_LINKS_H
#define RELATA_DRAW_LINKS_H

#include "draw/diagram.h"
#include "draw/scope.h"

G_BEGIN_DECLS

/* Adds links, and with `labels` their labels, for the ties of the scope; numbers[vertex] is the actor's index
 * in the diagram. Notes what occurs. O(ties · log ties). */
void relata_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                      RelataParallel parallel, gboolean labels, const guint *numbers);

/* Says at the last link how many ties it stands for: above their names, or, where these are left out, by a
 * bare number, which has room anywhere and is explained in the legend. */
void relata_links_add_count(RelataDiagram *diagram, guint n, gboolean named, const char *id);

/* The numbers of a tie's sources, to stand raised after its name in words; a single one leads to its
 * document. `name`: what it is called in ids. NULL where there are none to tell. Notes what occurs. */
RelataGlyph *relata_links_figures(RelataDiagram *diagram, const RelataNetwork *network, const RelataTie *tie,
                                  const char *name, const char *ink);

/* … the number of one document, RELATA_NONE: none. */
RelataGlyph *relata_links_document_figure(RelataDiagram *diagram, const RelataCorpus *corpus, guint document,
                                          const char *name);

/* What a tie is called in ids: "from__relation__to" in letters that ids may have. Newly allocated. */
char *relata_links_name(const RelataNetwork *network, const RelataTie *tie);

/* The id of what says how many ties there are between the tie's two actors, where one line bundles them.
 * Newly allocated. */
char *relata_links_count_name(const RelataNetwork *network, const RelataTie *tie);

G_END_DECLS

#endif
