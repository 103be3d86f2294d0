/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as lines: which ties share one, how it looks, and what stands at it. */
#ifndef RELATA_DRAW_DIAGRAM_LINKS_H
#define RELATA_DRAW_DIAGRAM_LINKS_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Adds links, and with `labels` their labels, for the ties of the scope; numbers[vertex] is the actor's index
 * in the diagram. Notes what occurs. O(ties · log ties). */
void relata_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                      RelataParallel parallel, gboolean labels, const guint *numbers);

/* Says at the last link how many ties it stands for, above their names. `name`: what it is called in ids. */
void relata_links_add_count(RelataDiagram *diagram, guint n, const char *name);

/* … where their names are left out: by a bare number, which has room anywhere and is explained in the legend,
 * with the numbers of their sources; of one tie only these. */
void relata_links_add_numbers(RelataDiagram *diagram, const RelataNetwork *network,
                              const RelataTie *const *ties, guint n, const char *name);

/* The numbers of the sources of a tie, or of several, to stand raised after a label; a single one leads to
 * its document. `name`: what they are called in ids. NULL where there are none to tell. Notes what occurs. */
RelataGlyph *relata_links_figures(RelataDiagram *diagram, const RelataNetwork *network,
                                  const RelataTie *const *ties, guint n, const char *name, const char *ink);

/* … the number of one document, RELATA_NONE: none. */
RelataGlyph *relata_links_document_figure(RelataDiagram *diagram, const RelataCorpus *corpus, guint document,
                                          const char *name);

/* What a tie is called in ids: "from__relation__to" in letters that ids may have. Newly allocated. */
char *relata_links_name(const RelataNetwork *network, const RelataTie *tie);

/* What the line is called that bundles all ties between the tie's two actors. Newly allocated. */
char *relata_links_bundle_name(const RelataNetwork *network, const RelataTie *tie);

G_END_DECLS

#endif
