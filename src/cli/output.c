/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/output.h"

#include "cli/options.h"
#include "cli/report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

gboolean
cli_flush(Cli *cli)
{
  errno = 0;
  if (cli->unwritten == 0 &&
      (fwrite(cli->out->str, 1, cli->out->len, stdout) != cli->out->len || fflush(stdout) != 0))
    cli->unwritten = errno != 0 ? errno : EIO;
  g_string_truncate(cli->out, 0);
  return cli->unwritten == 0;
}

CliExit
cli_finish(Cli *cli, CliExit code)
{
  if (cli_flush(cli) || cli->unwritten == EPIPE)
    return code;
  cli_complain("standard output cannot be written: %s", g_strerror(cli->unwritten));
  return CLI_FAILED;
}

const char *
cli_output_format(const Cli *cli, const char *otherwise)
{
  const char *path = cli_option(cli, "output");
  const char *dot = path != NULL ? strrchr(path, '.') : NULL;
  if (cli_option_is(cli, "to"))
    return cli_option(cli, "to");
  return dot != NULL && strchr(dot, '/') == NULL ? dot + 1 : otherwise;
}

gboolean
cli_check_output(const Cli *cli, GError **error)
{
  const char *path = cli_option(cli, "output"), *to = cli_option(cli, "to");
  if (path == NULL || strcmp(path, "-") == 0)
    return TRUE;
  if (*path == '\0') {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--output: expected the name of a file");
    return FALSE;
  }
  const char *dot = strrchr(path, '.');
  if (to != NULL && dot != NULL && strchr(dot, '/') == NULL && g_ascii_strcasecmp(dot + 1, to) != 0 &&
      (relata_picture_format_find(dot + 1, NULL) != NULL ||
       relata_output_format_find(dot + 1, NULL) != NULL)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--to %s and --output %s contradict each other: the file's ending names another format", to,
                path);
    return FALSE;
  }
  g_autofree char *folder = g_path_get_dirname(path);
  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s: is a folder, not a file", path);
  else if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s: there is no folder %s", path, folder);
  else
    return TRUE;
  return FALSE;
}

static gboolean
cannot_write(const char *path, int reason, GError **error)
{
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s: cannot be written: %s", path,
              g_strerror(reason));
  return FALSE;
}

/* A regular file is replaced by a new file written beside it. Devices and pipes cannot be replaced. */
gboolean
cli_file_open(CliFile *file, const char *path, GError **error)
{
  g_autofree char *real = realpath(path, NULL); /* what a link leads to is replaced, not the link */
  *file = (CliFile){.shown = path, .path = g_strdup(real != NULL ? real : path)};
  if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
    file->stream = fopen(path, "wb");
  } else {
    file->beside = g_strconcat(file->path, ".XXXXXX", NULL);
    const int descriptor = g_mkstemp_full(file->beside, O_WRONLY | O_CLOEXEC, 0666);
    file->stream = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
  }
  if (file->stream != NULL)
    return TRUE;
  const int reason = errno;
  g_clear_pointer(&file->beside, g_free);
  g_clear_pointer(&file->path, g_free);
  return cannot_write(path, reason, error);
}

gboolean
cli_file_append(CliFile *file, const void *bytes, gsize n, GError **error)
{
  errno = 0;
  return fwrite(bytes, 1, n, file->stream) == n || cannot_write(file->shown, errno != 0 ? errno : EIO, error);
}

gboolean
cli_file_close(CliFile *file, gboolean keep, GError **error)
{
  errno = 0;
  gboolean ok = fflush(file->stream) == 0 && (file->beside == NULL || fsync(fileno(file->stream)) == 0);
  ok = fclose(file->stream) == 0 && ok;
  if (ok && keep && file->beside != NULL)
    ok = rename(file->beside, file->path) == 0;
  const int reason = errno != 0 ? errno : EIO;
  if (file->beside != NULL && !(ok && keep))
    unlink(file->beside);
  g_free(file->beside);
  g_free(file->path);
  return !keep || ok || cannot_write(file->shown, reason, error);
}

gboolean
cli_write_file(const char *path, const void *bytes, gsize n, GError **error)
{
  CliFile file;
  if (!cli_file_open(&file, path, error))
    return FALSE;
  const gboolean written = cli_file_append(&file, bytes, n, error);
  return cli_file_close(&file, written, error) && written;
}

const char *
cli_output_path(const Cli *cli)
{
  const char *path = cli_option(cli, "output");
  return path != NULL && strcmp(path, "-") != 0 ? path : NULL;
}

gboolean
cli_output(Cli *cli, const void *bytes, gsize n, GError **error)
{
  if (cli_output_path(cli) != NULL)
    return cli_write_file(cli_output_path(cli), bytes, n, error);
  g_string_append_len(cli->out, bytes, (gssize)n);
  return TRUE;
}

gboolean
cli_output_is_terminal(const Cli *cli)
{
  return cli_output_path(cli) == NULL && isatty(STDOUT_FILENO);
}
