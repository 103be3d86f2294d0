/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A diagram that is made already, in words: for the files of describe.h and html.h only. */
#ifndef RELATA_DRAW_DESCRIBE_INTERNAL_H
#define RELATA_DRAW_DESCRIBE_INTERNAL_H

#include "draw/diagram.h"

G_BEGIN_DECLS

/* What the diagram, which is of the network, shows: relata_describe() says how it is told. Newly allocated.
 */
char *relata_describe_diagram(const RelataNetwork *network, const RelataDiagram *diagram);

G_END_DECLS

#endif
