/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/kinds.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"

#include <string.h>

static const CliOption own_options[] = {
    {"list", 0, "KIND", "print the words of a kind, one a line: {kind}", "kind"},
    CLI_NO_OPTION,
};

/* Reports that no word of the kind has that name. */
static CliExit
fail_unknown(const char *name, const char *kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) words = cli_kind_words(cli_kind_find(kind), NULL);
  relata_unknown(&error, RELATA_ERROR_VALUE, kind, name, (const char *const *)words->pdata, words->len);
  return cli_fail(error);
}

static CliExit
list_words(Cli *cli, const char *name)
{
  g_autoptr(GError) error = NULL;
  const CliKind *kind = cli_kind_find(name);
  if (kind == NULL)
    return fail_unknown(name, "kind");
  if (kind->list != NULL && !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(GPtrArray) words = cli_kind_words(kind, cli->corpus);
  cli_sort_words(words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf(cli->out, "%s\n", (const char *)g_ptr_array_index(words, i));
  return CLI_ANSWERED;
}

static CliExit
completion(Cli *cli)
{
  if (cli_option_is(cli, "list"))
    return list_words(cli, cli_option(cli, "list"));
  const char *name = cli->arguments->len > 0 ? g_ptr_array_index(cli->arguments, 0) : "";
  for (const CliCompletionScript *script = cli_completion_scripts; script->name != NULL; script++)
    if (strcmp(script->name, name) == 0) {
      script->append(cli->out);
      return CLI_ANSWERED;
    }
  return fail_unknown(name, "shell");
}

const CliCommand cmd_completion = {
    .name = "completion",
    .arguments = "SHELL",
    .summary = "print the completion script of a shell: {shell}",
    .max_arguments = 1,
    .values = "shell",
    .reads = TRUE,
    .options = {own_options},
    .run = completion,
};
