/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws ties as lines: which ties share a line, how it looks, and which labels it has. */
#ifndef RELATA_DRAW_DIAGRAM_LINKS_H
#define RELATA_DRAW_DIAGRAM_LINKS_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* What stands before the name of a tie that happened since an earlier date, or is first mentioned since. */
#define RELATA_HAPPENED_SIGN  "●"
#define RELATA_MENTIONED_SIGN "○"

/* The width of the line of a tie that is not mentioned since, as a share of that of others. */
#define RELATA_SILENT_WIDTH 0.45

/* Adds links for the ties of the scope, and with `labels` their labels. numbers[vertex] is the actor's index
 * in the diagram. Notes what occurs, for the legend. O(ties · log ties). */
void relata_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                      RelataParallel parallel, gboolean labels, const guint *numbers);

/* Adds to the last link a label with the number n of its ties, above their names. `name` identifies it in
 * ids. */
void relata_links_add_count(RelataDiagram *diagram, guint n, const char *name);

/* Does the same for links without names of ties: a plain number, which fits anywhere and is explained in the
 * legend, and the numbers of their sources. A link of one tie gets only the latter. */
void relata_links_add_numbers(RelataDiagram *diagram, const RelataNetwork *network,
                              const RelataTie *const *ties, guint n, const char *name);

/* Returns a glyph with the numbers of the sources of one tie or several, to be set as superscript after a
 * label. A single number links to its document. `name` identifies it in ids. Returns NULL if there are no
 * numbers to show. Notes what occurs, for the legend. */
RelataGlyph *relata_links_figures(RelataDiagram *diagram, const RelataNetwork *network,
                                  const RelataTie *const *ties, guint n, const char *name, const char *ink);

/* Does the same for the number of one document; RELATA_NONE: no document. */
RelataGlyph *relata_links_document_figure(RelataDiagram *diagram, const RelataCorpus *corpus, guint document,
                                          const char *name);

/* Returns the name of a tie in ids: "from__relation__to", in characters that ids may have. Newly
 * allocated. */
char *relata_links_name(const RelataNetwork *network, const RelataTie *tie);

/* Returns the name in ids of the line that bundles all ties between the tie's two actors. Newly allocated. */
char *relata_links_bundle_name(const RelataNetwork *network, const RelataTie *tie);

G_END_DECLS

#endif
