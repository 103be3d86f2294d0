/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The only code that calls Graphviz. */
#ifndef RELATA_DRAW_SHEET_GRAPHVIZ_ANSWER_H
#define RELATA_DRAW_SHEET_GRAPHVIZ_ANSWER_H

#include <glib.h>

G_BEGIN_DECLS

/* Appends the answer to a request of protocol.h to `answer`. Returns NULL, or a newly allocated reason why it
 * cannot. When Graphviz fails, it leaks memory and may call exit(). */
char *relata_graphviz_answer(const GByteArray *request, GByteArray *answer);

G_END_DECLS

#endif
