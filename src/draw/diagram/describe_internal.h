/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Describes an existing diagram in words. Only for the files of describe.h and html.h. */
#ifndef RELATA_DRAW_DIAGRAM_DESCRIBE_INTERNAL_H
#define RELATA_DRAW_DIAGRAM_DESCRIBE_INTERNAL_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Returns the description of a diagram of the network, in the form that relata_describe() documents. Newly
 * allocated. */
char *relata_describe_diagram(const RelataNetwork *network, const RelataDiagram *diagram);

/* Append parts of such a text: words in lines of 80 columns, the first line starting with `lead` and the
 * others indented by its width; headings and captions; the sources with their numbers. */
void relata_describe_append(GString *text, const char *lead, const char *words);
void relata_describe_whole(GString *text, const RelataDiagram *diagram);
void relata_describe_sources(GString *text, const RelataCorpus *corpus, const RelataSources *sources);

G_END_DECLS

#endif
