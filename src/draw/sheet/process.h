/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Work in a child process: with a deadline, a memory limit, and whatever a library does there (exit, crash,
 * leak) kept away from us. */
#ifndef RELATA_DRAW_SHEET_PROCESS_H
#define RELATA_DRAW_SHEET_PROCESS_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  RELATA_PROCESS_DONE,
  RELATA_PROCESS_LATE,  /* it missed the deadline and was ended */
  RELATA_PROCESS_FAILED /* *error is set */
} RelataProcessEnd;

/* Runs in the child: appends its answer to out, or returns FALSE with *error set. It calls
 * relata_process_reached() when what the deadline is for is done. */
typedef gboolean (*RelataWork)(gpointer data, GByteArray *out, GError **error);

/* Runs the work in a forked child. `seconds` is the time it has until relata_process_reached() and `more` the
 * time after that; 0 seconds is late at once, without a child. `memory` bounds, in bytes, what the child may
 * allocate beyond what this process has. On DONE the child's answer was appended to out. */
RelataProcessEnd relata_process_run(RelataWork work, gpointer data, double seconds, double more, gsize memory,
                                    GByteArray *out, GError **error);

/* In the child: the deadline is met. Elsewhere it does nothing. */
void relata_process_reached(void);

G_END_DECLS

#endif
