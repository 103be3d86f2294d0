/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/style.h"

#include "cli/options.h"

#include <string.h>
#include <unistd.h>

gboolean
cli_wants_color(int descriptor)
{
  const char *no_color = g_getenv("NO_COLOR"); /* no-color.org: any non-empty value */
  const char *term = g_getenv("TERM");
  return (no_color == NULL || *no_color == '\0') && (term == NULL || strcmp(term, "dumb") != 0) &&
         isatty(descriptor);
}

const char *
cli_style_on(gboolean colored, CliStyle style)
{
  static const char *const codes[] = {"", "\033[1m", "\033[2m", "\033[31m", "\033[34m", "\033[33m"};
  return colored ? codes[style] : "";
}

const char *
cli_style_off(gboolean colored)
{
  return colored ? "\033[0m" : "";
}

void
cli_append_styled(GString *out, gboolean colored, CliStyle style, const char *text)
{
  g_autofree char *safe = relata_display_safe(text);
  g_string_append_printf(out, "%s%s%s", cli_style_on(colored, style), safe, cli_style_off(colored));
}

/* Escapes characters that Markdown would take for markup. */
static void
append_escaped(GString *out, const char *text)
{
  for (; *text != '\0'; text++) {
    if (strchr("\\`*_[]<>|~#&", *text) != NULL)
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text);
  }
}

void
cli_append_marked(GString *out, CliMarkup markup, CliStyle style, const char *text)
{
  if (markup != CLI_MARKDOWN) {
    cli_append_styled(out, markup == CLI_COLORED, style, text);
    return;
  }
  g_autofree char *safe = relata_display_safe(text);
  const char *mark = style == CLI_BOLD ? "**" : "";
  g_string_append(out, mark);
  append_escaped(out, safe);
  g_string_append(out, mark);
}

void
cli_append_actor(Cli *cli, guint actor)
{
  cli_append_marked(cli->out, cli_markup(cli), CLI_BOLD, relata_corpus_actor(cli->corpus, actor)->name);
}

void
cli_append_actors(Cli *cli, const GArray *actors)
{
  for (guint i = 0; i < actors->len; i++) {
    g_string_append(cli->out, relata_comma(i, actors->len));
    cli_append_actor(cli, g_array_index(actors, guint, i));
  }
}

CliMarkup
cli_markup(const Cli *cli)
{
  return cli_option_is(cli, "markdown") ? CLI_MARKDOWN : cli->colored ? CLI_COLORED : CLI_TEXT;
}

CliStyle
cli_style_of_sign(int sign)
{
  return sign < 0 ? CLI_HOSTILE : sign > 0 ? CLI_FRIENDLY : CLI_PLAIN;
}
