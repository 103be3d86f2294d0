/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A progress line on standard error for work that takes longer than a second. It runs in its own thread,
 * because the libraries that do the work have no callbacks. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

struct CliProgress {
  GThread *thread;
  GMutex mutex;
  GCond ended;
  gboolean is_over;
  const char *doing;
};

static gpointer
show(gpointer data)
{
  CliProgress *progress = data;
  const gint64 begin = g_get_monotonic_time();
  gboolean shown = FALSE;
  g_mutex_lock(&progress->mutex);
  gint64 next = begin + G_TIME_SPAN_SECOND;
  while (!progress->is_over) {
    if (g_cond_wait_until(&progress->ended, &progress->mutex, next))
      continue;
    fprintf(stderr, "\r\033[Krelata: %s … %d s", progress->doing,
            (int)((g_get_monotonic_time() - begin) / G_TIME_SPAN_SECOND));
    shown = TRUE;
    next += G_TIME_SPAN_SECOND / 2;
  }
  g_mutex_unlock(&progress->mutex);
  if (shown)
    fputs("\r\033[K", stderr);
  return NULL;
}

CliProgress *
cli_progress_begin(const char *doing)
{
  if (!isatty(STDERR_FILENO))
    return NULL;
  CliProgress *progress = g_new0(CliProgress, 1);
  g_mutex_init(&progress->mutex);
  g_cond_init(&progress->ended);
  progress->doing = doing;
  progress->thread = g_thread_try_new("progress", show, progress, NULL); /* without a thread, no line */
  return progress;
}

void
cli_progress_end(CliProgress *progress)
{
  if (progress == NULL)
    return;
  g_mutex_lock(&progress->mutex);
  progress->is_over = TRUE;
  g_cond_signal(&progress->ended);
  g_mutex_unlock(&progress->mutex);
  if (progress->thread != NULL)
    g_thread_join(progress->thread);
  g_mutex_clear(&progress->mutex);
  g_cond_clear(&progress->ended);
  g_free(progress);
}
