/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A program that is asked and answers (graphviz/protocol.h), with a deadline: whatever it does, its caller
 * gets an answer, an error, or "late". */
#ifndef RELATA_DRAW_SHEET_PROCESS_H
#define RELATA_DRAW_SHEET_PROCESS_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  RELATA_PROCESS_DONE,
  RELATA_PROCESS_LATE,  /* it missed the deadline */
  RELATA_PROCESS_FAILED /* *error is set */
} RelataProcessEnd;

typedef struct RelataProcess RelataProcess;

/* Starts the program. NULL with RELATA_ERROR_FAILED. */
RelataProcess *relata_process_new(const char *program, GError **error);

/* Appends what it answers to the request to `answer`. `deadline` is by g_get_monotonic_time(); a request that
 * begins after it is late at once. A process that is late or fails is of no more use than to be freed. */
RelataProcessEnd relata_process_ask(RelataProcess *process, const GByteArray *request, gint64 deadline,
                                    GByteArray *answer, GError **error);

/* Ends the program, whatever it does. */
void relata_process_free(RelataProcess *process);

G_END_DECLS

#endif
