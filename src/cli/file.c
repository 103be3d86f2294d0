/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many links as Linux follows. */
#define MOST_LINKS 40

/* ── Signals ─────────────────────────────────────────────────────────────────────────────── */

/* What ends a program from outside. A file that grows too large (SIGXFSZ) is an error of writing instead. */
static const int ending[] = {SIGHUP, SIGINT, SIGTERM};

static struct sigaction before[G_N_ELEMENTS(ending)];
static char unfinished[PATH_MAX]; /* the file that a signal removes; "": none */

static void
remove_and_end(int number)
{
  if (unfinished[0] != '\0')
    unlink(unfinished);
  raise(number); /* the handler is reset, so that this ends the program when it returns */
}

/* Has these signals remove the file; NULL: leave things as they were. A signal that is ignored stays so. */
static void
remove_on_signal(const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS(ending) && path == NULL && unfinished[0] != '\0'; i++)
    sigaction(ending[i], &before[i], NULL);
  unfinished[0] = '\0';
  if (path == NULL || strlen(path) >= sizeof unfinished)
    return;
  memcpy(unfinished, path, strlen(path) + 1);
  for (guint i = 0; i < G_N_ELEMENTS(ending); i++) {
    const struct sigaction action = {.sa_handler = remove_and_end, .sa_flags = (int)SA_RESETHAND};
    if (sigaction(ending[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
      sigaction(ending[i], &action, NULL);
  }
}

/* ── Opening ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
cannot_write(const char *path, int reason, GError **error)
{
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s: cannot be written: %s", path,
              g_strerror(reason));
  return FALSE;
}

/* Returns the path of what the links lead to, which need not exist. NULL with errno where they lead in a
 * circle or cannot be read. */
static char *
follow(const char *path)
{
  char *at = g_strdup(path);
  for (guint i = 0; i < MOST_LINKS; i++) {
    char target[PATH_MAX];
    const gssize n = readlink(at, target, sizeof target - 1);
    if (n < 0 && (errno == EINVAL || errno == ENOENT)) /* no link, or nothing */
      return at;
    if (n < 0)
      break;
    target[n] = '\0';
    g_autofree char *folder = g_path_get_dirname(at);
    g_free(at);
    at = target[0] == '/' ? g_strdup(target) : g_build_filename(folder, target, NULL);
    errno = ELOOP;
  }
  const int reason = errno;
  g_free(at);
  errno = reason;
  return NULL;
}

/* Opens a file in the folder of the path: one without a name where the file system has such, and where it can
 * be given one later. Returns its descriptor, or −1 with errno. */
static int
open_beside(CliFile *file)
{
#ifdef O_TMPFILE
  g_autofree char *folder = g_path_get_dirname(file->path);
  const int nameless =
      access("/proc/self/fd", X_OK) == 0 ? open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666) : -1;
  if (nameless >= 0)
    return nameless;
#endif
  file->beside = g_strconcat(file->path, ".XXXXXX", NULL);
  const int named = g_mkstemp_full(file->beside, O_WRONLY | O_CLOEXEC, 0666);
  const int reason = errno;
  if (named >= 0)
    remove_on_signal(file->beside);
  else
    g_clear_pointer(&file->beside, g_free);
  errno = reason;
  return named;
}

gboolean
cli_file_open(CliFile *file, const Cli *cli, const char *path, GError **error)
{
  *file = (CliFile){.shown = path};
  if (cli->withheld)
    return TRUE;
  struct stat status;
  if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
    file->stream = fopen(path, "wb");
  } else {
    file->path = follow(path);
    const int descriptor = file->path != NULL ? open_beside(file) : -1;
    file->stream = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
  }
  if (file->stream != NULL)
    return TRUE;
  const int reason = errno;
  g_clear_pointer(&file->path, g_free);
  return cannot_write(path, reason, error);
}

/* ── Writing and closing ─────────────────────────────────────────────────────────────────── */

gboolean
cli_file_append(CliFile *file, const void *bytes, gsize n, GError **error)
{
  errno = 0;
  return file->stream == NULL || fwrite(bytes, 1, n, file->stream) == n ||
         cannot_write(file->shown, errno != 0 ? errno : EIO, error);
}

/* Gives the new file the mode and the owner of the old one. Only root may give a file to another owner; a
 * group that its owner is in can be kept. A changed owner clears bits of the mode, so that comes last. */
static gboolean
resemble(const CliFile *file)
{
  struct stat old, new;
  const int descriptor = fileno(file->stream);
  if (stat(file->path, &old) != 0)
    return errno == ENOENT;
  if (fstat(descriptor, &new) != 0)
    return FALSE;
  const gboolean same = old.st_uid == new.st_uid &&old.st_gid == new.st_gid;
  const gboolean kept = same || fchown(descriptor, old.st_uid, old.st_gid) == 0 ||
                        fchown(descriptor, (uid_t)-1, old.st_gid) == 0;
  return fchmod(descriptor, old.st_mode & (kept ? 07777 : 0777)) == 0;
}

/* Gives a nameless file a name that no other file has. */
static gboolean
name_beside(CliFile *file)
{
  g_autofree char *descriptor = g_strdup_printf("/proc/self/fd/%d", fileno(file->stream));
  for (guint i = 0; i < 100; i++) {
    file->beside = g_strdup_printf("%s.%08x", file->path, g_random_int());
    if (linkat(AT_FDCWD, descriptor, AT_FDCWD, file->beside, AT_SYMLINK_FOLLOW) == 0)
      return TRUE;
    const int reason = errno;
    g_clear_pointer(&file->beside, g_free);
    errno = reason;
    if (reason != EEXIST)
      return FALSE;
  }
  return FALSE;
}

/* Puts the new file in the place of the old one. No signal comes between its two steps. */
static gboolean
put(CliFile *file)
{
  sigset_t signals, old;
  sigemptyset(&signals);
  for (guint i = 0; i < G_N_ELEMENTS(ending); i++)
    sigaddset(&signals, ending[i]);
  sigprocmask(SIG_BLOCK, &signals, &old);
  const gboolean ok = (file->beside != NULL || name_beside(file)) && rename(file->beside, file->path) == 0;
  const int reason = errno;
  if (ok)
    g_clear_pointer(&file->beside, g_free);
  else if (file->beside != NULL)
    unlink(file->beside);
  remove_on_signal(NULL);
  sigprocmask(SIG_SETMASK, &old, NULL);
  errno = reason;
  return ok;
}

gboolean
cli_file_close(CliFile *file, gboolean keep, GError **error)
{
  if (file->stream == NULL)
    return TRUE;
  errno = 0;
  gboolean ok = fflush(file->stream) == 0;
  if (file->path != NULL && keep)
    ok = ok && resemble(file) && fsync(fileno(file->stream)) == 0 && put(file);
  const int reason = errno != 0 ? errno : EIO;
  const gboolean closed = fclose(file->stream) == 0;
  if (file->beside != NULL) {
    unlink(file->beside);
    remove_on_signal(NULL);
  }
  g_free(file->beside);
  g_free(file->path);
  return !keep || (ok && (closed || file->path != NULL)) || cannot_write(file->shown, reason, error);
}

gboolean
cli_write_file(const Cli *cli, const char *path, const void *bytes, gsize n, GError **error)
{
  CliFile file;
  if (!cli_file_open(&file, cli, path, error))
    return FALSE;
  const gboolean written = cli_file_append(&file, bytes, n, error);
  return cli_file_close(&file, written, error) && written;
}
