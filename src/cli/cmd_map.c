/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the columns of a table mean: the mapping with which it is read, to be kept and changed. */
#include "cli/commands.h"

#include "cli/evidence.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"

#include <string.h>

/* How many claims --dry-run shows. */
#define MOST_SHOWN 10

static CliExit
print_mapping(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *mapping =
      relata_read_mapping(g_ptr_array_index(cli->arguments, 0), cli_option(cli, "encoding"), &error);
  if (mapping == NULL)
    return cli_fail(error);
  g_string_append(cli->out, mapping);
  if (strstr(mapping, "\"?\"") != NULL)
    cli_complain("put what is meant in the place of \"?\", and give the file with --map");
  return CLI_ANSWERED;
}

/* Reads the table, and shows what its first rows become. */
static CliExit
show_claims(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!cli_load(cli, cli->arguments, &error))
    return cli_fail(error);
  const guint n = relata_corpus_n_claims(cli->corpus);
  const RelataSchema *schema = relata_corpus_schema(cli->corpus);
  for (guint i = 0; i < MIN(n, MOST_SHOWN); i++) {
    const RelataClaim *claim = relata_corpus_claim(cli->corpus, i);
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, claim->from)->name);
    g_string_append_c(cli->out, ' ');
    cli_append_styled(cli->out, FALSE, CLI_PLAIN, relata_schema_relation_type(schema, claim->type)->label);
    g_string_append_c(cli->out, ' ');
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, claim->to)->name);
    g_string_append_c(cli->out, '\n');
    cli_append_claim(cli, claim, NULL, "  ", cli->out);
  }
  g_string_append_printf(cli->out, "%s%u claim%s in all\n", n > 0 ? "\n" : "", n, n == 1 ? "" : "s");
  cli_report(cli->diagnostics, RELATA_NOTE, RELATA_LOSS, G_MAXUINT, CLI_MOST_OF_KIND, cli->colored, cli->out);
  return relata_diagnostics_count(cli->diagnostics, RELATA_ERROR_IN_DATA) > 0 ? CLI_NO : CLI_ANSWERED;
}

static CliExit
map(Cli *cli)
{
  return cli_option_is(cli, "dry-run") || cli_option_is(cli, "map") ? show_claims(cli) : print_mapping(cli);
}

static const CliOption options[] = {
    {"dry-run", 0, NULL, "read the table, and show the first ten claims that it gives", ""},
    CLI_NO_OPTION,
};

const CliCommand cmd_map = {
    .name = "map",
    .arguments = "TABLE",
    .summary = "print what the columns of a table mean: the mapping with which it is read",
    .details =
        "Tables of well-known sources, and those with plain columns (from, relation, to, date, source, quote …), are "
        "read at once.\n"
        "For others, write what is printed into a file, change it, and give it with --map.\n"
        "A \"?\" stands where you have to decide.\n"
        "With --map, or with --dry-run, the first claims that the table gives are shown.\n",
    .min_arguments = 1,
    .max_arguments = 1,
    .values = "path",
    .reads = TRUE,
    .on_errors = TRUE,
    .options = {options},
    .run = map,
};
