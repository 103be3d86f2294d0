/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The guard around igraph's error handling: no igraph call prints or aborts.
 *
 * Either as brackets around single calls,
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
 * The second also survives igraph's fatal errors (failed assertions), from which igraph itself cannot return:
 * they end the function where it is (what it had allocated is lost) and become *error. Between enter and
 * leave a fatal error ends the program, as igraph has it.
 *
 * *error is RELATA_ERROR_FAILED with igraph's first reason. While a guard is entered igraph's error, warning
 * and fatal handlers are ours; leaving puts the former ones back and frees what igraph had pending. igraph's
 * warnings are dropped: what they tell (a disconnected graph, an unreachable vertex) is a documented case of
 * the functions that call it. Guarded code puts nothing on igraph's IGRAPH_FINALLY stack. Guards do not nest
 * and igraph is used from one thread only. */
#ifndef RELATA_NETWORK_GUARD_H
#define RELATA_NETWORK_GUARD_H

#include <glib.h>
#include <igraph.h>

G_BEGIN_DECLS

typedef struct {
  igraph_error_handler_t *error;
  igraph_warning_handler_t *warning;
  igraph_fatal_handler_t *fatal;
} RelataGuard;

void relata_guard_enter(RelataGuard *guard);
gboolean relata_guard_leave(RelataGuard *guard, igraph_error_t code, GError **error);

typedef igraph_error_t (*RelataGuarded)(gpointer data);
gboolean relata_guard_run(RelataGuarded function, gpointer data, GError **error);

G_END_DECLS

#endif
