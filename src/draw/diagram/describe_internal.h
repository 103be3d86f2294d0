/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A diagram that is made already, in words: for the files of describe.h and html.h only. */
#ifndef RELATA_DRAW_DIAGRAM_DESCRIBE_INTERNAL_H
#define RELATA_DRAW_DIAGRAM_DESCRIBE_INTERNAL_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* What the diagram, which is of the network, shows: relata_describe() says how it is told. Newly allocated.
 */
char *relata_describe_diagram(const RelataNetwork *network, const RelataDiagram *diagram);

/* The parts of such a text, appended: words in lines of 80 columns, of which the first begins with `lead` and
 * the others as far in as it is wide; headings and captions; the sources with their numbers. */
void relata_describe_append(GString *text, const char *lead, const char *words);
void relata_describe_whole(GString *text, const RelataDiagram *diagram);
void relata_describe_sources(GString *text, const RelataCorpus *corpus, const RelataSources *sources);

G_END_DECLS

#endif
