/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The guard around igraph's error handling: no igraph call prints or aborts.
 *
 * Use it as brackets around single calls,
 *
 *   RelataGuard guard;
 *   relata_guard_enter(&guard);
 *   igraph_error_t code = igraph_…(…);
 *   if (!relata_guard_leave(&guard, code, error)) …
 *
 * or around a function that calls several, destroys what it made, and returns the first code that is not
 * IGRAPH_SUCCESS:
 *
 *   if (!relata_guard_run(function, data, error)) …
 *
 * The second form also survives igraph's fatal errors (failed assertions), from which igraph itself cannot
 * return. Such an error ends the function where it is (memory that it had allocated is lost) and sets *error.
 * Between enter and leave a fatal error ends the program, which is igraph's default.
 *
 * *error is RELATA_ERROR_FAILED with igraph's first reason. A guard replaces igraph's error, warning and
 * fatal handlers; leaving restores the former ones and frees what igraph had pending. igraph's warnings are
 * dropped, because the functions that call it document these cases (a disconnected graph, an unreachable
 * vertex). Guarded code puts nothing on igraph's IGRAPH_FINALLY stack. Guards do not nest, and only one
 * thread uses igraph. */
#ifndef RELATA_NETWORK_GUARD_H
#define RELATA_NETWORK_GUARD_H

#include <glib.h>
#include <lazy_igraph.h>

G_BEGIN_DECLS

typedef struct {
  igraph_error_handler_t *error;
  igraph_warning_handler_t *warning;
  igraph_fatal_handler_t *fatal;
  igraph_interruption_handler_t *interruption;
} RelataGuard;

void relata_guard_enter(RelataGuard *guard);
gboolean relata_guard_leave(RelataGuard *guard, igraph_error_t code, GError **error);

/* Guarded calls that begin from now on end at this time (g_get_monotonic_time(); 0: never) with
 * RELATA_ERROR_LIMIT, where igraph asks whether it shall go on, as its long ones do. */
void relata_guard_set_deadline(gint64 deadline);

typedef igraph_error_t (*RelataGuarded)(gpointer data);
gboolean relata_guard_run(RelataGuarded function, gpointer data, GError **error);

G_END_DECLS

#endif
