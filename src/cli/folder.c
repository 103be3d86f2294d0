/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is to be made is a list of steps, which is complete before the first is done: from there on no memory
 * is needed, and the steps that were done can be undone. */
#include "cli/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *path;
  GBytes *bytes; /* borrowed; NULL: a folder */
} Step;

static void
clear_step(gpointer data)
{
  g_free(((Step *)data)->path);
}

static GArray *
steps_new(void)
{
  GArray *steps = g_array_new(FALSE, FALSE, sizeof(Step));
  g_array_set_clear_func(steps, clear_step);
  return steps;
}

/* Adds a step, unless it is the same folder again. */
static void
add(GArray *steps, const char *path, GBytes *bytes)
{
  for (guint i = 0; bytes == NULL && i < steps->len; i++)
    if (strcmp(g_array_index(steps, Step, i).path, path) == 0)
      return;
  const Step step = {g_strdup(path), bytes};
  g_array_append_val(steps, step);
}

/* ── Doing and undoing ─────────────────────────────────────────────────────────────────────── */

/* Puts the signals that would end the program into the set. */
static void
ending_signals(sigset_t *signals)
{
  static const int ending[] = {SIGHUP, SIGINT, SIGTERM};
  sigemptyset(signals);
  for (guint i = 0; i < G_N_ELEMENTS(ending); i++) {
    struct sigaction action;
    if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
      sigaddset(signals, ending[i]);
  }
}

static gboolean
is_ended(const sigset_t *signals)
{
  sigset_t pending;
  sigpending(&pending);
  for (int number = 1; number < NSIG; number++)
    if (sigismember(signals, number) == 1 && sigismember(&pending, number) == 1)
      return TRUE;
  return FALSE;
}

/* Writes a file that must not be there yet. Returns 0 or errno; then there is no file, unless it was there.
 */
static int
write_file(const Step *step)
{
  gsize left;
  const char *at = g_bytes_get_data(step->bytes, &left);
  const int file = open(step->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0)
    return errno;
  int reason = 0;
  while (left > 0 && reason == 0) {
    const gssize n = write(file, at, left);
    if (n < 0 && errno != EINTR)
      reason = errno;
    at += MAX(n, 0);
    left -= (gsize)MAX(n, 0);
  }
  if (reason == 0 && fsync(file) != 0)
    reason = errno;
  if (close(file) != 0 && reason == 0)
    reason = errno;
  if (reason != 0)
    unlink(step->path);
  return reason;
}

/* Does the steps. Returns 0; or errno, EINTR where a signal came, with *done the number of the step that
 * failed, and what was done before undone. */
static int
do_all(const GArray *steps, const sigset_t *signals, guint *done)
{
  int reason = 0;
  for (*done = 0; *done < steps->len && reason == 0; *done += reason == 0) {
    const Step *step = &g_array_index(steps, Step, *done);
    if (is_ended(signals))
      reason = EINTR;
    else if (step->bytes != NULL)
      reason = write_file(step);
    else
      reason = mkdir(step->path, 0777) == 0 ? 0 : errno;
  }
  for (guint i = *done; reason != 0 && i-- > 0;) {
    const Step *step = &g_array_index(steps, Step, i);
    if (step->bytes != NULL)
      unlink(step->path);
    else
      rmdir(step->path);
  }
  return reason;
}

static gboolean
make(const GArray *steps, GError **error)
{
  sigset_t signals, before;
  guint done;
  ending_signals(&signals);
  sigprocmask(SIG_BLOCK, &signals, &before);
  const int reason = do_all(steps, &signals, &done);
  sigprocmask(SIG_SETMASK, &before, NULL); /* a signal that came meanwhile ends the program here */
  if (reason == 0)
    return TRUE;
  const char *path = g_array_index(steps, Step, done).path;
  if (reason == EEXIST)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "'%s' is there already, and nothing is overwritten",
                path);
  else
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s: cannot be written: %s", path,
                g_strerror(reason));
  return FALSE;
}

/* ── What is asked for ─────────────────────────────────────────────────────────────────────── */

/* Returns the name of something in the folder, newly allocated; NULL where it is empty, or with errno in
 * *reason where that cannot be known. (GDir would take a failure for the end.) */
static char *
anything_in(const char *folder, int *reason)
{
  DIR *dir = opendir(folder);
  char *found = NULL;
  errno = dir == NULL ? errno : 0;
  for (const struct dirent *entry; dir != NULL && found == NULL && (entry = readdir(dir)) != NULL;)
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      found = g_filename_display_name(entry->d_name);
  *reason = found == NULL ? errno : 0;
  if (dir != NULL)
    closedir(dir);
  return found;
}

/* Finds out whether the folder is there and empty. FALSE with *error where it is there and is not. */
static gboolean
look(const char *folder, gboolean *there, GError **error)
{
  GStatBuf status;
  *there = g_stat(folder, &status) == 0;
  if (!*there)
    return TRUE;
  int reason = 0;
  g_autofree char *name = S_ISDIR(status.st_mode) ? anything_in(folder, &reason) : NULL;
  if (!S_ISDIR(status.st_mode))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                "'%s' is a file, and nothing is overwritten: name a new folder", folder);
  else if (reason != 0)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "cannot read the folder '%s': %s", folder,
                g_strerror(reason));
  else if (name != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                "the folder '%s' is not empty ('%s' is in it), and nothing is overwritten: name a new folder",
                folder, name);
  else
    return TRUE;
  return FALSE;
}

gboolean
cli_folder_make(const char *folder, const GPtrArray *files, GError **error)
{
  gboolean there;
  if (!look(folder, &there, error))
    return FALSE;
  g_autoptr(GArray) steps = steps_new();
  if (!there)
    add(steps, folder, NULL);
  for (guint i = 0; i < files->len; i++) {
    const RelataStarterFile *file = g_ptr_array_index(files, i);
    g_autofree char *path = g_build_filename(folder, file->name, NULL);
    if (strchr(file->name, '/') != NULL) {
      g_autofree char *inner = g_path_get_dirname(path);
      add(steps, inner, NULL);
    }
    add(steps, path, file->bytes);
  }
  return make(steps, error);
}

gboolean
cli_file_make(const char *path, GBytes *bytes, GError **error)
{
  g_autoptr(GArray) steps = steps_new();
  add(steps, path, bytes);
  return make(steps, error);
}
