/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The guard around igraph's error handling. igraph's handlers are global and take no user data, so the guard
 * needs one static state. igraph is used from one thread only, so one is enough. */
#include "network/guard.h"

#include "text/error.h"

#include <setjmp.h>

static struct {
  gboolean entered;
  char *reason;      /* the first one; later ones report the same error further up */
  gboolean has_exit; /* relata_guard_run() has set the jump's target */
  gboolean dying;    /* in the fatal handler */
  gint64 deadline;   /* 0: none */
  jmp_buf exit;
} state;

static void
keep_reason(const char *reason)
{
  if (state.reason == NULL)
    state.reason = g_strdup(reason != NULL ? reason : "no reason given");
}

/* igraph calls this once for every frame that it unwinds; all calls except the first find an empty stack. */
static void
on_error(const char *reason, const char *file, int line, igraph_error_t code)
{
  (void)file;
  (void)line;
  (void)code;
  keep_reason(reason);
  IGRAPH_FINALLY_FREE();
}

static void
on_warning(const char *reason, const char *file, int line)
{
  (void)reason;
  (void)file;
  (void)line;
}

/* This function must not return to igraph. What igraph has pending lives in frames that the jump ends, so it
 * is freed first. If freeing itself fails, the second call only jumps. */
static void
on_fatal(const char *reason, const char *file, int line)
{
  keep_reason(reason);
  if (!state.has_exit) {
    igraph_fatal_handler_abort(reason, file, line);
    return;
  }
  if (!state.dying) {
    state.dying = TRUE;
    IGRAPH_FINALLY_FREE();
  }
  longjmp(state.exit, 1);
}

/* igraph calls this now and then. Where it is told to end, it returns without an error. */
#if IGRAPH_VERSION_MAJOR >= 1
static igraph_bool_t
on_interruption(void)
{
  return state.deadline > 0 && g_get_monotonic_time() > state.deadline;
}
#else
static igraph_error_t
on_interruption(void *data)
{
  (void)data;
  if (state.deadline == 0 || g_get_monotonic_time() <= state.deadline)
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE();
  return IGRAPH_INTERRUPTED;
}
#endif

void
relata_guard_set_deadline(gint64 deadline)
{
  state.deadline = deadline;
}

void
relata_guard_enter(RelataGuard *guard)
{
  g_return_if_fail(!state.entered);
  state.entered = TRUE;
  state.has_exit = FALSE;
  state.dying = FALSE;
  guard->error = igraph_set_error_handler(on_error);
  guard->warning = igraph_set_warning_handler(on_warning);
  guard->fatal = igraph_set_fatal_handler(on_fatal);
  guard->interruption = igraph_set_interruption_handler(on_interruption);
}

gboolean
relata_guard_leave(RelataGuard *guard, igraph_error_t code, GError **error)
{
  g_return_val_if_fail(state.entered, FALSE);
  if (code != IGRAPH_SUCCESS) {
    IGRAPH_FINALLY_FREE();
    const gboolean late = code == IGRAPH_INTERRUPTED;
    g_set_error(error, RELATA_ERROR, late ? RELATA_ERROR_LIMIT : RELATA_ERROR_FAILED, "igraph: %s",
                late                   ? "the computation took longer than it may"
                : state.reason != NULL ? state.reason
                                       : igraph_strerror(code));
  }
  igraph_set_error_handler(guard->error);
  igraph_set_warning_handler(guard->warning);
  igraph_set_fatal_handler(guard->fatal);
  igraph_set_interruption_handler(guard->interruption);
  g_clear_pointer(&state.reason, g_free);
  state.has_exit = FALSE;
  state.entered = FALSE;
  return code == IGRAPH_SUCCESS;
}

/* The target of the jump. It has a frame of its own without local variables that the jump could corrupt. */
static igraph_error_t
run_or_fail(RelataGuarded function, gpointer data)
{
  if (setjmp(state.exit) != 0)
    return IGRAPH_FAILURE;
  state.has_exit = TRUE;
  return function(data);
}

gboolean
relata_guard_run(RelataGuarded function, gpointer data, GError **error)
{
  RelataGuard guard;
  if (!relata_lazy_igraph(error))
    return FALSE;
  relata_guard_enter(&guard);
  igraph_error_t code = run_or_fail(function, data);
  return relata_guard_leave(&guard, code, error);
}
