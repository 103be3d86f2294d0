/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Loads the corpus and makes the network that a command works on. */
#ifndef RELATA_CLI_LOAD_H
#define RELATA_CLI_LOAD_H

#include "cli/cli.h"

/* Reads the corpus into cli->corpus: from -c, otherwise what the shell has read, otherwise from
 * RELATA_CORPUS, otherwise from the current folder. `extra` contains further paths; it may be NULL. */
gboolean cli_load(Cli *cli, const GPtrArray *extra, GError **error);
/* Returns the paths that cli_load() reads, of char *. Free with g_ptr_array_unref(). */
GPtrArray *cli_corpus_paths(const Cli *cli);
/* Warns about claims in the network that lack a date, about ties of the answer that rest on presumption
 * (edges, as for relata_presumption_of()) and, where asked, about ties that are only denied. */
void cli_say_left_out(const RelataNetwork *network, const GArray *edges, gboolean denied);
/* Makes the network that the options select from the loaded corpus. The caller frees *selection. */
RelataNetwork *cli_network(Cli *cli, RelataSelection **selection, GError **error);
/* Does the same, always with the claims of reporting relations. */
RelataNetwork *cli_network_with_reports(Cli *cli, RelataSelection **selection, GError **error);
/* Does the same without actors of type "crowd", and says how many these are. */
RelataNetwork *cli_network_without_crowds(Cli *cli, RelataSelection **selection, GError **error);

#endif
