/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How text looks: colours on a terminal, or Markdown. */
#ifndef RELATA_CLI_STYLE_H
#define RELATA_CLI_STYLE_H

#include "cli/cli.h"

typedef enum { CLI_PLAIN, CLI_BOLD, CLI_FAINT, CLI_HOSTILE, CLI_FRIENDLY, CLI_WARN } CliStyle;
const char *cli_style_on(gboolean colored, CliStyle style);
const char *cli_style_off(gboolean colored);
void cli_append_styled(GString *out, gboolean colored, CliStyle style, const char *text); /* made safe */
CliStyle cli_style_of_sign(int sign);
/* What an answer in sentences is written as. */
typedef enum { CLI_TEXT, CLI_COLORED, CLI_MARKDOWN } CliMarkup;
CliMarkup cli_markup(const Cli *cli); /* by --markdown, else by where the answer goes */
/* As cli_append_styled; in Markdown with its own characters escaped. */
void cli_append_marked(GString *out, CliMarkup markup, CliStyle style, const char *text);
/* An actor's name, in bold, into the answer. */
void cli_append_actor(Cli *cli, guint actor);
/* "A, B and C": the names of actors (guint), in bold, into the answer. */
void cli_append_actors(Cli *cli, const GArray *actors);
gboolean cli_wants_color(int descriptor);

#endif
