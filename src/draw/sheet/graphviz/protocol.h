/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The protocol between relata and relata-graphviz, which draws for it. relata writes a request to the
 * program's standard input and reads one answer from its standard output. It repeats this until it closes the
 * input. Each message is a head and the number of bytes that the head announces. Numbers are in this
 * machine's format.
 *
 * A request is a sequence of words, each ended by NUL: the graph's name, the layout engine, the format (""
 * for none), then the graph step by step. So a word may hold any C string, and no quoting or parsing is
 * needed.
 *
 *   RELATA_STEP_NODE name            a node
 *   RELATA_STEP_EDGE from to key     an edge between the nodes of these numbers, which count from 0
 *   RELATA_STEP_ATTRIBUTE name value an attribute of what was added last; before that, of the graph
 *
 * The answer to a request with a format is the picture. Else it is a sequence of doubles, in points. First
 * come x, y, width and height of each node. Then come RELATA_EDGE_NUMBERS numbers for each edge: the number
 * of its points (0: it has no line), whether it has an arrowhead at its start and at its end, and the tips of
 * these; and then its points.
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

/* The most bytes that the program may take (2 GiB), and the exit code with which it ends where it gets no
 * memory. */
#define RELATA_DRAWING_MEMORY ((gsize)2 << 30)
#define RELATA_EXIT_MEMORY    71

#if defined(__SANITIZE_ADDRESS__)
#define RELATA_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RELATA_SANITIZED 1
#endif
#endif
#ifndef RELATA_SANITIZED
#define RELATA_SANITIZED 0
#endif

/* These numbers change whenever the protocol does, so that programs of two versions notice it. */
typedef enum {
  RELATA_MESSAGE_REQUEST = 0x52475131,
  RELATA_MESSAGE_ANSWER = 0x52474131,
  RELATA_MESSAGE_REFUSAL = 0x52475231
} RelataMessageKind;

typedef struct {
  guint32 kind;   /* RelataMessageKind */
  guint32 length; /* number of bytes that follow */
} RelataMessageHead;

G_END_DECLS

#endif
