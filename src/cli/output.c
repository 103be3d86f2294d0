/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/output.h"

#include "cli/file.h"
#include "cli/options.h"
#include "cli/report.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

gboolean
cli_flush(Cli *cli)
{
  errno = 0;
  if (cli->unwritten == 0 && !cli->withheld && cli->out->len > 0 &&
      (fwrite(cli->out->str, 1, cli->out->len, stdout) != cli->out->len || fflush(stdout) != 0))
    cli->unwritten = errno != 0 ? errno : EIO;
  g_string_truncate(cli->out, 0);
  return cli->unwritten == 0;
}

CliExit
cli_finish(Cli *cli, CliExit code)
{
  if (cli->withheld && code < CLI_USAGE)
    code = CLI_INCOMPLETE;
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
    return cli_write_file(cli, cli_output_path(cli), bytes, n, error);
  g_string_append_len(cli->out, bytes, (gssize)n);
  return TRUE;
}

gboolean
cli_output_is_terminal(const Cli *cli)
{
  return cli_output_path(cli) == NULL && isatty(STDOUT_FILENO);
}
