/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/picture.h"

#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"

#include <stdio.h>
#include <string.h>

const CliOption cli_options_picture[] = {
    {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
    {"to", 0, "FORMAT", "the format: {picture-format} (default: svg)", "picture-format"},
    {"describe", 0, NULL, "print the picture in words instead of drawing it", ""},
    CLI_NO_OPTION,
};

const CliOption cli_options_trace[] = {
    {"output", 'o', "FILE", "also draw the answer to this file: {picture-format} by its ending", "path"},
    CLI_THEME_OPTION,
    CLI_NO_OPTION,
};

const char *
cli_picture_format(const Cli *cli)
{
  return cli_output_format(cli, relata_picture_formats[0].name);
}

gboolean
cli_picture_is_for_terminal(const Cli *cli, const char *format)
{
  const RelataPictureFormat *known = relata_picture_format_find(format, NULL);
  if (!cli_output_is_terminal(cli) || known == NULL || known->is_text)
    return TRUE;
  cli_complain("a terminal cannot show a %s picture: give -o FILE", format);
  return FALSE;
}

void
cli_say_remarks(char *const *remarks)
{
  for (char *const *remark = remarks; *remark != NULL; remark++) {
    g_autofree char *spelt = cli_spell_options(*remark);
    cli_complain("%s", spelt);
  }
}

gboolean
cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error)
{
  cli_say_remarks(picture->remarks);
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  return cli_output(cli, bytes, n, error);
}

gboolean
cli_check_picture(const Cli *cli, GError **error)
{
  const char *path = cli_option(cli, "output"), *format = cli_output_format(cli, "");
  if (path == NULL)
    return TRUE;
  if (strcmp(path, "-") == 0) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "--output: standard output takes the answer; name a file for its picture");
    return FALSE;
  }
  if (format[0] == '\0') {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--output %s: the file's ending must name the picture's format, as in %s.svg", path, path);
    return FALSE;
  }
  if (relata_picture_format_find(format, error) != NULL)
    return cli_check_output(cli, error);
  g_prefix_error(error, "--output %s: ", path);
  return FALSE;
}

gboolean
cli_check_words(const Cli *cli, GError **error)
{
  const char *format = cli_output_format(cli, "");
  if (cli_option_is(cli, "to"))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--to %s: --describe prints words, not a picture",
                format);
  else if (relata_picture_format_find(format, NULL) != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--output %s: --describe prints words, not a picture: choose a name such as words.txt",
                cli_option(cli, "output"));
  else
    return TRUE;
  return FALSE;
}
