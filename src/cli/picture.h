/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures: what they show, how they look, and where they are written. */
#ifndef RELATA_CLI_PICTURE_H
#define RELATA_CLI_PICTURE_H

#include "cli/cli.h"

/* ── picture.c ── */
#define CLI_THEME_OPTION                                                                                     \
  {                                                                                                          \
    "theme", 0, "THEME", "the name of a theme ({theme}) or a theme file", "theme"                            \
  }

/* The options of commands that make a picture, and of those that also draw their answer. */
extern const CliOption cli_options_picture[], cli_options_trace[];

/* Returns the picture's format: that of cli_output_format(), or the default. */
const char *cli_picture_format(const Cli *cli);
/* Returns FALSE and reports an error where a binary picture would be written to a terminal. */
gboolean cli_picture_is_for_terminal(const Cli *cli, const char *format);
/* Reports what the picture leaves out. */
void cli_say_remarks(char *const *remarks);
/* Reports the picture's remarks and writes it by cli_output(). */
gboolean cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error);
/* For commands that answer in words and also draw the answer: checks that --output, where it is given, names
 * a file for a picture. */
gboolean cli_check_picture(const Cli *cli, GError **error);
/* For --describe: rejects an output file whose name is that of a picture, because the mistake would be
 * noticed late. */
gboolean cli_check_words(const Cli *cli, GError **error);

/* ── trace.c ── */
/* Draws the paths found (at least one) to the file --output. */
gboolean cli_write_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                         GError **error);
/* Draws what connects several actors to the file --output. The hops are numbered as in the answer in
 * words. */
gboolean cli_write_connection(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer,
                              const RelataSelection *selection, GError **error);

/* ── view.c ── */
/* The options of every picture of a view, and those of diagrams only. */
extern const CliOption cli_options_view[], cli_options_diagram[];

/* Loads the theme that --theme names into *theme; NULL where the option is not given. Shows its
 * diagnostics. */
gboolean cli_take_theme(Cli *cli, RelataTheme **theme, GError **error);
/* Fills the view for any kind of picture: first from the file --view, then from cli_options_view and the
 * filters. */
gboolean cli_view_read(Cli *cli, RelataView *view, GError **error);
/* Fills the view for a diagram. */
gboolean cli_view_read_diagram(Cli *cli, RelataView *view, GError **error);

/* ── frames.c ── */
/* Draws the view's frames into the folder --output, which is created where it does not exist. */
gboolean cli_write_frames(Cli *cli, const RelataView *view, GError **error);
/* Draws the view's frames as one animated picture. */
RelataPicture *cli_draw_animation(Cli *cli, const RelataView *view, const char *format, GError **error);

#endif
