/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/help.h"

#include "cli/commands.h"
#include "cli/kinds.h"
#include "cli/options.h"
#include "cli/topics.h"

typedef struct {
  GString *out;
  guint width; /* display width of the widest option */
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
  g_autofree char *words = cli_expand(option->help);
  g_string_append_printf(help->out, "  %s%*s  %s\n", text, (int)(help->width - relata_display_width(text)),
                         "", words);
}

void
cli_append_help(const CliCommand *command, GString *out)
{
  g_autofree char *summary = cli_expand(command->summary);
  g_string_append_printf(out, "usage: relata %s %s%s[OPTION…]\n\n%c%s.\n", command->name, command->arguments,
                         *command->arguments != '\0' ? " " : "", g_ascii_toupper(*summary), summary + 1);
  if (command->details != NULL)
    g_string_append(out, command->details);
  g_string_append(out, "\noptions:\n");
  Help help = {out, 0};
  cli_options_visit(command, measure, &help);
  cli_options_visit(command, append_option, &help);
}

void
cli_append_overview(GString *out)
{
  g_string_append(out, "usage: relata COMMAND [-c CORPUS]… [OPTION…]\n"
                       "\n"
                       "Who relates to whom, and who says so.\n"
                       "\n"
                       "commands:\n");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++) {
    g_autofree char *summary = cli_expand((*command)->summary);
    g_string_append_printf(out, "  %-11s %s\n", (*command)->name, summary);
  }
  g_string_append(out, "\ntopics:\n");
  for (const CliTopic *topic = cli_topics; topic->file != NULL; topic++) {
    g_autofree char *name = cli_topic_name(topic);
    g_autofree char *summary = cli_topic_summary(topic);
    g_string_append_printf(out, "  %-11s %s\n", name, summary);
  }
  g_string_append(out,
                  "  formats     what is read and written\n"
                  "\n"
                  "The corpus comes from -c PATH, else from RELATA_CORPUS, else from the current folder.\n"
                  "'relata help COMMAND' explains a command, 'relata help TOPIC' a topic.\n"
                  "'relata --version' prints the version.\n");
}

static void
append_row(GString *out, const char *name, const char *description)
{
  g_string_append_printf(out, "  %-16s %s\n", name, description);
}

void
cli_append_formats(GString *out)
{
  g_string_append(out, "Formats that are read, recognised by their content or named by --format:\n");
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    append_row(out, format->name, format->description);
  g_string_append(out, "\nWhat formats can be asked for (--read):\n");
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    for (const RelataReaderOption *option = format->options; option != NULL && option->name != NULL;
         option++) {
      g_autofree char *name = option->value != NULL ? g_strdup_printf("%s=%s", option->name, option->value)
                                                    : g_strdup(option->name);
      g_string_append_printf(out, "  %-16s %s: %s\n", name, format->name, option->description);
    }
  g_string_append(out, "\nFormats that export writes, named by the ending of --output or by --to:\n");
  for (const RelataOutputFormat *format = relata_output_formats; format->name != NULL; format++)
    append_row(out, format->name, format->description);
  g_string_append(out, "\nFormats of pictures, named likewise:\n");
  for (const RelataPictureFormat *format = relata_picture_formats; format->name != NULL; format++)
    append_row(out, format->name, format->description);
}
