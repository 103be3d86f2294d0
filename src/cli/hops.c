/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

/* The other ties between the two ends of a hop, by name: an answer says which tie it means, and that there
 * are more. */
static void
append_parallel(Cli *cli, const RelataNetwork *network, guint from, guint to, const RelataHop *hop)
{
  gboolean any = FALSE;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const gboolean forward = tie->from == from && tie->to == to;
    if (i == hop->tie || (!forward && (tie->from != to || tie->to != from)))
      continue;
    g_string_append(cli->out, any ? ", " : "   also: ");
    cli_append_styled(cli->out, cli->colored, cli_style_of_sign(relata_network_relation(network, tie)->sign),
                      relata_network_label(network, tie, forward));
    any = TRUE;
  }
  if (any)
    g_string_append_c(cli->out, '\n');
}

void
cli_append_hop(Cli *cli, const RelataNetwork *network, guint number, guint from, guint to,
               const RelataHop *hop)
{
  const RelataTie *tie = &network->ties[hop->tie];
  g_string_append_printf(cli->out, "%u. ", number);
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_network_actor(network, from)->name);
  g_string_append_c(cli->out, ' ');
  cli_append_styled(cli->out, cli->colored, cli_style_of_sign(relata_network_relation(network, tie)->sign),
                    relata_network_label(network, tie, hop->forward));
  g_string_append_c(cli->out, ' ');
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_network_actor(network, to)->name);
  g_string_append_c(cli->out, '\n');
  for (guint i = 0; i < tie->n_claims; i++)
    cli_append_claim(cli, relata_network_claim(network, tie, i), "   ", cli->out);
  append_parallel(cli, network, from, to, hop);
}
