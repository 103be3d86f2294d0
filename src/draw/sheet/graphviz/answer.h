/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The door to Graphviz. */
#ifndef RELATA_DRAW_SHEET_GRAPHVIZ_ANSWER_H
#define RELATA_DRAW_SHEET_GRAPHVIZ_ANSWER_H

#include <glib.h>

G_BEGIN_DECLS

/* Answers a request of protocol.h: appends to `answer`. Else returns why not; newly allocated. Where Graphviz
 * fails, it leaks, and it may exit(). */
char *relata_graphviz_answer(const GByteArray *request, GByteArray *answer);

G_END_DECLS

#endif
