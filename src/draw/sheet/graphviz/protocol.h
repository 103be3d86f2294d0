/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What relata and relata-graphviz, which draws for it, say to each other. relata writes a request to the
 * program's standard input and reads one answer from its standard output; then the next, until it closes the
 * input. Each is a head and the bytes that it announces; numbers are as this machine holds them.
 *
 * A request is words, each ended by NUL: the graph's name, the layout engine, the format ("" for none), then
 * the graph step by step. So a word may hold whatever a C string may, and nobody has to quote or parse.
 *
 *   RELATA_STEP_NODE name            a node
 *   RELATA_STEP_EDGE from to key     an edge between the nodes of these numbers, which count from 0
 *   RELATA_STEP_ATTRIBUTE name value … of what was added last, at first of the graph
 *
 * The answer to a request with a format is the picture. Else it is doubles, in points: for each node x, y,
 * width and height; then for each edge RELATA_EDGE_NUMBERS of them, which are the number of its points (0: it
 * has no line), whether it has an arrowhead at its start and at its end, their tips; and its points.
 *
 * A refusal is a message in UTF-8. */
#ifndef RELATA_DRAW_SHEET_GRAPHVIZ_PROTOCOL_H
#define RELATA_DRAW_SHEET_GRAPHVIZ_PROTOCOL_H

#include <glib.h>

G_BEGIN_DECLS

#define RELATA_STEP_NODE      "node"
#define RELATA_STEP_EDGE      "edge"
#define RELATA_STEP_ATTRIBUTE "set"

#define RELATA_NODE_NUMBERS 4
#define RELATA_EDGE_NUMBERS 7

/* Other numbers whenever the protocol changes: programs of two versions then know that they are. */
typedef enum {
  RELATA_MESSAGE_REQUEST = 0x52475131,
  RELATA_MESSAGE_ANSWER = 0x52474131,
  RELATA_MESSAGE_REFUSAL = 0x52475231
} RelataMessageKind;

typedef struct {
  guint32 kind;   /* RelataMessageKind */
  guint32 length; /* of the bytes that follow */
} RelataMessageHead;

G_END_DECLS

#endif
