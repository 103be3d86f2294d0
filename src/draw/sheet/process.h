/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A program that answers requests (graphviz/protocol.h) within a deadline. Whatever the program does, its
 * caller gets an answer, an error, or "late". */
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

/* Starts the program. Returns NULL with RELATA_ERROR_FAILED if that fails. */
RelataProcess *relata_process_new(const char *program, GError **error);

/* Sends the request and appends the program's answer to `answer`. `deadline` is in the time of
 * g_get_monotonic_time(). A request that begins after its deadline is late at once. After a process is late
 * or fails, it can only be freed. */
RelataProcessEnd relata_process_ask(RelataProcess *process, const GByteArray *request, gint64 deadline,
                                    GByteArray *answer, GError **error);

/* Ends the program, whatever it is doing, and frees the process. */
void relata_process_free(RelataProcess *process);

G_END_DECLS

#endif
