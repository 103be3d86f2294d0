/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands for the actors that a question names, and who says that they are parts of them. */
#include "cli/evidence.h"

void
cli_append_actor_as(Cli *cli, guint actor, const CliNamed *named)
{
  guint n = 0;
  cli_append_actor(cli, actor);
  for (guint i = 0; named != NULL && named->parts != NULL && i < named->n; i++) {
    g_autoptr(GArray) chain = relata_parts_chain(named->parts, actor, named->actors[i]);
    if (chain == NULL || chain->len == 0)
      continue;
    g_string_append(cli->out, n++ == 0 ? " (part of " : ", ");
    cli_append_actor(cli, named->actors[i]);
  }
  g_string_append(cli->out, n > 0 ? ")" : "");
}

static void
append_chain(Cli *cli, const RelataParts *parts, const GArray *chain, GHashTable *said)
{
  const RelataNetwork *network = relata_parts_network(parts);
  for (guint i = 0; i < chain->len; i++) {
    const guint tie = g_array_index(chain, guint, i);
    if (!g_hash_table_add(said, GUINT_TO_POINTER(tie + 1)))
      continue;
    g_string_append_c(cli->out, '\n');
    cli_append_hop(cli, network, network->ties[tie].from, network->ties[tie].to, (RelataHop){tie, TRUE}, NULL,
                   0);
  }
}

void
cli_append_membership(Cli *cli, const RelataNetwork *network, const guint *vertices, guint n,
                      const CliNamed *named)
{
  g_autoptr(GHashTable) said = g_hash_table_new(NULL, NULL);
  for (guint v = 0; named != NULL && named->parts != NULL && v < n; v++)
    for (guint i = 0; i < named->n; i++) {
      g_autoptr(GArray) chain =
          relata_parts_chain(named->parts, network->actors[vertices[v]], named->actors[i]);
      if (chain != NULL)
        append_chain(cli, named->parts, chain, said);
    }
}
