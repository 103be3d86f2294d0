/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures: what they show, how they look, and where they go. */
#ifndef RELATA_CLI_PICTURE_H
#define RELATA_CLI_PICTURE_H

#include "cli/cli.h"

/* ── picture.c ── */
#define CLI_THEME_OPTION                                                                                     \
  {                                                                                                          \
    "theme", 0, "THEME", "the name of a theme ({theme}) or a theme file", "theme"                            \
  }

/* The options of commands that make a picture, and of those that draw their answer besides. */
extern const CliOption cli_options_picture[], cli_options_trace[];

/* The picture's format, as cli_output_format() has it, else the default. */
const char *cli_picture_format(const Cli *cli);
/* FALSE, with a complaint, where the picture is bytes and would go to a terminal. */
gboolean cli_picture_is_for_terminal(const Cli *cli, const char *format);
/* Complains about what the picture leaves out. */
void cli_say_remarks(char *const *remarks);
/* … and hands it over as cli_output() does. */
gboolean cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error);
/* For commands that answer in words and draw the answer besides: whether --output, where it is given, names a
 * file for a picture. */
gboolean cli_check_picture(const Cli *cli, GError **error);
/* With --describe: words in a file that is called a picture would be found out late. */
gboolean cli_check_words(const Cli *cli, GError **error);

/* ── trace.c ── */
/* Draws the paths found (at least one) to the file that --output names. */
gboolean cli_write_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                         GError **error);
/* … what connects several actors, its hops numbered as in the answer in words. */
gboolean cli_write_connection(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer,
                              const RelataSelection *selection, GError **error);

/* ── view.c ── */
/* The options of every picture of a view, and those of a diagram. */
extern const CliOption cli_options_view[], cli_options_diagram[];

/* The theme that --theme names, or NULL in *theme where it is not given; what is wrong in it is shown. */
gboolean cli_take_theme(Cli *cli, RelataTheme **theme, GError **error);
/* The view as any picture wants it: the file that --view names first, then cli_options_view and the filters.
 */
gboolean cli_view_read(Cli *cli, RelataView *view, GError **error);
/* … as a diagram wants it. */
gboolean cli_view_read_diagram(Cli *cli, RelataView *view, GError **error);

/* ── frames.c ── */
/* Draws the view's frames into the folder that --output names, which is made where it is not there. */
gboolean cli_write_frames(Cli *cli, const RelataView *view, GError **error);
/* … as one picture. */
RelataPicture *cli_draw_animation(Cli *cli, const RelataView *view, const char *format, GError **error);

#endif
