/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The guard around igraph's error handling: no igraph call prints or aborts.
 *
 *   RelataGuard guard;
 *   relata_guard_enter(&guard);
 *   igraph_error_t code = igraph_…(…);
 *   if (!relata_guard_leave(&guard, code, error)) …            // *error: RELATA_ERROR_FAILED, igraph's first reason
 *
 * While a guard is entered igraph's error, warning and fatal handlers are ours; leaving puts the former ones
 * back and frees what igraph had pending. Guards do not nest and igraph is used from one thread only. */
#ifndef RELATA_NETWORK_GUARD_H
#define RELATA_NETWORK_GUARD_H

#include <glib.h>
#include <igraph.h>

G_BEGIN_DECLS

typedef struct {
  igraph_error_handler_t *error;
  igraph_warning_handler_t *warning;
} RelataGuard;

void relata_guard_enter(RelataGuard *guard);
gboolean relata_guard_leave(RelataGuard *guard, igraph_error_t code, GError **error);

G_END_DECLS

#endif
