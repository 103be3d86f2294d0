/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What path and reach share: how paths are searched, and how they are presented. */
#ifndef RELATA_CLI_PATHS_H
#define RELATA_CLI_PATHS_H

#include "cli/cli.h"
#include "cli/evidence.h"

/* ── paths.c ── */
/* The options that control how paths are searched. */
extern const CliOption cli_options_path[];

/* The values of these options, and what the question borrows. */
typedef struct {
  RelataPathQuestion question; /* the caller sets from and to */
  RelataSelection *selection;
  RelataPattern *pattern;
  GArray *via, *avoid;
} CliPathOptions;

/* Reads the options; the corpus must be loaded. Options that cannot be combined give an error that says
 * why. */
gboolean cli_path_options_read(Cli *cli, CliPathOptions *options, GError **error);
/* Parses the pattern and makes it the question's. */
gboolean cli_path_options_set_pattern(const Cli *cli, CliPathOptions *options, const char *text,
                                      GError **error);
void cli_path_options_clear(CliPathOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CliPathOptions, cli_path_options_clear)
/* Appends what an option of the question explains instead of an answer. FALSE where none is given. */
gboolean cli_append_path_help(Cli *cli);
void cli_append_mode_help(GString *out); /* mode_help.c */

/* ── path_text.c ── */
void cli_append_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings);
/* Appends one path, numbered where there are several. `index` is from 1; `of` is their number, 0 where it is
 * not known. */
void cli_append_path(Cli *cli, const RelataNetwork *network, const RelataPath *path, const CliNamed *named,
                     guint index, guint of);
/* Returns a path in one line: "attacks B, supports C"; "A1: attacks B" where it begins with another than the
 * one asked for. Newly allocated. */
char *cli_path_way(const RelataNetwork *network, const RelataPath *path, guint asked);
/* Returns the actors that the question names as ends or to go by, as a guint array to be freed with
 * g_array_unref(); *named borrows it. `parts` as in RelataPathFindings. */
GArray *cli_named_of(const RelataPathQuestion *question, const RelataParts *parts, CliNamed *named);
/* Explains why there is no path. */
void cli_append_no_path(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                        const RelataPathFindings *miss, const char *option);

/* ── robust.c ── */
/* Appends sentences about what the answer to the question rests on. */
void cli_append_robustness(Cli *cli, const RelataPathQuestion *question, const RelataRobustness *robustness);

/* ── path_batch.c ── */
/* Answers each pair of actors in a file with one line of JSON. */
CliExit cli_path_batch(Cli *cli, const RelataPathQuestion *question, const char *path);

#endif
