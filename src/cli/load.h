/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The corpus and the network that a command asks. */
#ifndef RELATA_CLI_LOAD_H
#define RELATA_CLI_LOAD_H

#include "cli/cli.h"

/* Reads the corpus into cli->corpus: -c, else what the shell has read, else RELATA_CORPUS, else the current
 * folder. `extra` are further paths or NULL. */
gboolean cli_load(Cli *cli, const GPtrArray *extra, GError **error);
/* The paths that it reads, of char *. Free with g_ptr_array_unref(). */
GPtrArray *cli_corpus_paths(const Cli *cli);
/* Complains about what is in the network though it lacks a date, and, where asked, of ties that are only
 * denied. */
void cli_say_left_out(const RelataNetwork *network, gboolean denied);
/* The network that the options select from the loaded corpus. */
RelataNetwork *cli_network(Cli *cli, RelataSelection **selection, GError **error);

#endif
