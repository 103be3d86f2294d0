/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

typedef struct {
  GString *out;
  guint width; /* of the widest option */
} Help;

static char *
spelling(const CliOption *option)
{
  g_autofree char *letter = option->letter != 0 ? g_strdup_printf("-%c, ", option->letter) : g_strdup("    ");
  return g_strdup_printf("%s--%s%s%s", letter, option->name, option->argument != NULL ? " " : "",
                         option->argument != NULL ? option->argument : "");
}

static void
measure(const CliOption *option, gpointer data)
{
  Help *help = data;
  g_autofree char *text = spelling(option);
  help->width = MAX(help->width, relata_display_width(text));
}

static void
append_option(const CliOption *option, gpointer data)
{
  Help *help = data;
  g_autofree char *text = spelling(option);
  g_string_append_printf(help->out, "  %s%*s  %s\n", text, (int)(help->width - relata_display_width(text)),
                         "", option->help);
}

void
cli_append_help(const CliCommand *command, GString *out)
{
  g_string_append_printf(out, "usage: relata %s %s%s[OPTION…]\n\n%c%s.\n", command->name, command->arguments,
                         *command->arguments != '\0' ? " " : "", g_ascii_toupper(command->summary[0]),
                         command->summary + 1);
  if (command->details != NULL)
    g_string_append_printf(out, "%s\n", command->details);
  g_string_append(out, "\noptions:\n");
  Help help = {out, 0};
  cli_options_visit(command, measure, &help);
  cli_options_visit(command, append_option, &help);
}

void
cli_append_overview(GString *out)
{
  g_string_append(out, "usage: relata COMMAND [-c CORPUS]… [OPTION…]\n\n"
                       "Who relates to whom, and who says so.\n\ncommands:\n");
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    g_string_append_printf(out, "  %-11s %s\n", command->name, command->summary);
  g_string_append(
      out, "\nThe corpus comes from -c PATH, else from RELATA_CORPUS, else from the current folder.\n"
           "'relata help COMMAND' explains a command, 'relata help formats' what is read and written;\n"
           "'relata --version' names the version.\n");
}

static void
append_row(GString *out, const char *name, const char *description)
{
  g_string_append_printf(out, "  %-16s %s\n", name, description);
}

/* The three tables of formats. */
static void
append_formats(GString *out)
{
  g_string_append(out, "Read; recognised by content, or named by --format:\n");
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    append_row(out, format->name, format->description);
  g_string_append(out, "\nWritten by export, named by the ending of --output or by --to:\n");
  for (const RelataOutputFormat *format = relata_output_formats; format->name != NULL; format++)
    append_row(out, format->name, format->description);
  g_string_append(out, "\nDrawn by draw, path and connect, likewise:\n");
  for (const RelataPictureFormat *format = relata_picture_formats; format->name != NULL; format++)
    append_row(out, format->name, format->description);
}

const CliCommand *
cli_find_command(const char *name)
{
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    if (strcmp(command->name, name) == 0)
      return command;
  return NULL;
}

CliExit
cli_no_command(const char *name, const Cli *shell)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    g_ptr_array_add(names, (gpointer)command->name);
  for (const char *const *word = cli_shell_words; shell != NULL && *word != NULL; word++)
    g_ptr_array_add(names, (gpointer)*word);
  const char *near_one = g_utf8_validate(name, -1, NULL)
                             ? relata_name_suggest(name, (const char *const *)names->pdata, names->len)
                             : NULL;
  if (near_one != NULL)
    cli_complain("no command '%s'; did you mean '%s'?", name, near_one);
  else
    cli_complain("no command '%s'; 'relata help' lists them", name);
  return CLI_USAGE;
}

const CliOption cmd_help_options[] = {{NULL, 0, NULL, NULL, NULL}};

CliExit
cmd_help(Cli *cli)
{
  if (cli->arguments->len == 0) {
    cli_append_overview(cli->out);
    return CLI_ANSWERED;
  }
  const char *name = g_ptr_array_index(cli->arguments, 0);
  if (strcmp(name, "formats") == 0) {
    append_formats(cli->out);
    return CLI_ANSWERED;
  }
  const CliCommand *command = cli_find_command(name);
  if (command == NULL)
    return cli_no_command(name, NULL);
  cli_append_help(command, cli->out);
  return CLI_ANSWERED;
}
