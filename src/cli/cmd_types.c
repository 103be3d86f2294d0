/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The types of the corpus: the names that filters and patterns accept. */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"
#include "cli/table.h"

static void
append_relations(Cli *cli, const guint *n_claims)
{
  static const char *const titles[] = {"relation", "label", "read backward", "sign", "a kind of",
                                       ">claims",  NULL};
  const RelataSchema *schema = relata_corpus_schema(cli->corpus);
  CliTable *table = cli_table_new(titles);
  for (guint i = 0; i < relata_schema_relation_types(schema)->len; i++) {
    const RelataRelationType *type = relata_schema_relation_type(schema, i);
    cli_table_cell(table, type->id);
    cli_table_cell(table, type->label);
    cli_table_cell(table, type->symmetric ? "" : type->inverse);
    cli_table_cell(table, relata_sign_name(type->sign));
    cli_table_cell(table,
                   type->parent != RELATA_NONE ? relata_schema_relation_type(schema, type->parent)->id : "");
    cli_table_cell_number(table, n_claims[i], 0);
  }
  cli_table_end(table, cli_markup(cli), cli->out);
}

static void
append_actors(Cli *cli, const guint *n_actors)
{
  static const char *const titles[] = {"actor type", "label", "a kind of", ">actors", NULL};
  const RelataSchema *schema = relata_corpus_schema(cli->corpus);
  CliTable *table = cli_table_new(titles);
  for (guint i = 0; i < relata_schema_actor_types(schema)->len; i++) {
    const RelataActorType *type = relata_schema_actor_type(schema, i);
    cli_table_cell(table, type->id);
    cli_table_cell(table, type->label);
    cli_table_cell(table,
                   type->parent != RELATA_NONE ? relata_schema_actor_type(schema, type->parent)->id : "");
    cli_table_cell_number(table, n_actors[i], 0);
  }
  cli_table_end(table, cli_markup(cli), cli->out);
}

static CliExit
types(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  const RelataSchema *schema = relata_corpus_schema(cli->corpus);
  g_autofree guint *n_claims = g_new0(guint, relata_schema_relation_types(schema)->len + 1);
  g_autofree guint *n_actors = g_new0(guint, relata_schema_actor_types(schema)->len + 1);
  for (guint i = 0; i < relata_corpus_n_claims(cli->corpus); i++)
    n_claims[relata_corpus_claim(cli->corpus, i)->type]++;
  for (guint i = 0; i < relata_corpus_n_actors(cli->corpus); i++)
    if (relata_corpus_actor(cli->corpus, i)->type != RELATA_NONE)
      n_actors[relata_corpus_actor(cli->corpus, i)->type]++;
  if (cli_option_is(cli, "json")) {
    g_autofree char *json = relata_answer_types(cli->corpus, n_claims, n_actors);
    g_string_append(cli->out, json);
    return CLI_ANSWERED;
  }
  append_relations(cli, n_claims);
  g_string_append_c(cli->out, '\n');
  append_actors(cli, n_actors);
  return CLI_ANSWERED;
}

const CliCommand cmd_types = {
    .name = "types",
    .arguments = "",
    .summary = "list the types of relations and actors that filters and patterns take",
    .reads = TRUE,
    .options = {cli_options_json},
    .run = types,
};
