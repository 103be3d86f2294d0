/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The appearance of text: colours on a terminal, or Markdown. */
#ifndef RELATA_CLI_STYLE_H
#define RELATA_CLI_STYLE_H

#include "cli/cli.h"

typedef enum { CLI_PLAIN, CLI_BOLD, CLI_FAINT, CLI_HOSTILE, CLI_FRIENDLY, CLI_WARN } CliStyle;
const char *cli_style_on(gboolean colored, CliStyle style);
const char *cli_style_off(gboolean colored);
void cli_append_styled(GString *out, gboolean colored, CliStyle style, const char *text); /* made safe */
CliStyle cli_style_of_sign(int sign);
/* The markup of an answer in sentences. */
typedef enum { CLI_TEXT, CLI_COLORED, CLI_MARKDOWN } CliMarkup;
CliMarkup cli_markup(const Cli *cli); /* by --markdown, otherwise by whether output is coloured */
/* Like cli_append_styled(); in Markdown it escapes the characters that are markup. */
void cli_append_marked(GString *out, CliMarkup markup, CliStyle style, const char *text);
/* Appends an actor's name in bold to the answer. */
void cli_append_actor(Cli *cli, guint actor);
/* Appends "A, B and C", the names of actors (guint) in bold, to the answer. */
void cli_append_actors(Cli *cli, const GArray *actors);
gboolean cli_wants_color(int descriptor);

#endif
