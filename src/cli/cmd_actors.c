/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"
#include "cli/table.h"

#include <string.h>

static gboolean
name_holds(const char *name, const char *folded_words)
{
  g_autofree char *folded = relata_name_fold(name);
  return strstr(folded, folded_words) != NULL;
}

static gboolean
actor_holds(const RelataActor *actor, const char *folded_words)
{
  gboolean holds = name_holds(actor->name, folded_words) || name_holds(actor->id, folded_words);
  for (guint i = 0; !holds && actor->aliases != NULL && i < actor->aliases->len; i++)
    holds = name_holds(g_array_index(actor->aliases, RelataAlias, i).name, folded_words);
  return holds;
}

static gint
compare_ids(gconstpointer a, gconstpointer b, gpointer corpus)
{
  return strcmp(relata_corpus_actor(corpus, *(const guint *)a)->id,
                relata_corpus_actor(corpus, *(const guint *)b)->id);
}

static void
append_table(Cli *cli, const GArray *actors)
{
  static const char *const titles[] = {"id", "name", "type", "aliases", NULL};
  const RelataSchema *schema = relata_corpus_schema(cli->corpus);
  CliTable *table = cli_table_new(titles);
  for (guint i = 0; i < actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(cli->corpus, g_array_index(actors, guint, i));
    g_autoptr(GString) aliases = g_string_new(NULL);
    for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++)
      g_string_append_printf(aliases, "%s%s", k > 0 ? ", " : "",
                             g_array_index(actor->aliases, RelataAlias, k).name);
    cli_table_cell(table, actor->id);
    cli_table_cell(table, actor->name);
    cli_table_cell(table,
                   actor->type != RELATA_NONE ? relata_schema_actor_type(schema, actor->type)->label : "");
    cli_table_cell(table, aliases->str);
  }
  cli_table_end(table, cli_markup(cli), cli->out);
}

static CliExit
list_actors(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!cli_options_select(cli, selection, &error))
    return cli_fail(error);
  g_ptr_array_add(cli->arguments, NULL);
  g_autofree char *asked = g_strjoinv(" ", (char **)cli->arguments->pdata);
  g_autofree char *words = *asked != '\0' ? relata_name_fold(asked) : NULL;
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < relata_corpus_n_actors(cli->corpus); i++)
    if (relata_selection_has_actor(selection, i) &&
        (words == NULL || actor_holds(relata_corpus_actor(cli->corpus, i), words)))
      g_array_append_val(actors, i);
  g_array_sort_with_data(actors, compare_ids, cli->corpus);
  if (cli_option_is(cli, "json")) {
    g_autofree char *json =
        relata_answer_actors(cli->corpus, (const guint *)(gconstpointer)actors->data, actors->len);
    g_string_append(cli->out, json);
  } else if (actors->len > 0) {
    append_table(cli, actors);
  }
  if (actors->len > 0)
    return CLI_ANSWERED;
  cli_complain("no actor has such a name");
  return CLI_NO;
}

const CliCommand cmd_actors = {
    .name = "actors",
    .arguments = "[WORD…]",
    .summary = "list the actors, or those whose names contain the words",
    .max_arguments = G_MAXUINT,
    .filters = 1u << RELATA_FILTER_TYPE | 1u << RELATA_FILTER_NOT_TYPE,
    .reads = TRUE,
    .options = {cli_options_json},
    .run = list_actors,
};
