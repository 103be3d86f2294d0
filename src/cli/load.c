/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

/* Shown of a corpus with errors by commands other than check. */
#define MOST_SHOWN 3

static GPtrArray *
corpus_paths(const Cli *cli, const GPtrArray *extra)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  const CliOption key = {.name = "corpus"};
  const GPtrArray *given = g_hash_table_lookup(cli->options, &key);
  for (guint i = 0; given != NULL && i < given->len; i++)
    g_ptr_array_add(paths, g_strdup(g_ptr_array_index(given, i)));
  for (guint i = 0; extra != NULL && i < extra->len; i++)
    g_ptr_array_add(paths, g_strdup(g_ptr_array_index(extra, i)));
  if (paths->len == 0 && cli->shell != NULL) {
    g_ptr_array_unref(paths);
    return corpus_paths(cli->shell, NULL);
  }
  const char *environment = g_getenv("RELATA_CORPUS");
  if (paths->len == 0 && environment != NULL && *environment != '\0')
    g_ptr_array_add(paths, g_strdup(environment));
  if (paths->len == 0 && relata_read_is_corpus("."))
    g_ptr_array_add(paths, g_strdup("."));
  return paths;
}

/* What a shell has read serves its commands, save one that says what to read, or how. */
static gboolean
borrow(Cli *cli, const GPtrArray *extra)
{
  if (cli->shell == NULL || cli_option_is(cli, "corpus") || cli_option_is(cli, "format") ||
      (extra != NULL && extra->len > 0))
    return FALSE;
  relata_diagnostics_free(cli->diagnostics);
  cli->diagnostics = cli->shell->diagnostics;
  cli->corpus = cli->shell->corpus;
  return TRUE;
}

gboolean
cli_load(Cli *cli, const GPtrArray *extra, GError **error)
{
  if (borrow(cli, extra))
    return TRUE;
  g_autoptr(GPtrArray) paths = corpus_paths(cli, extra);
  if (paths->len == 0) {
    g_set_error(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "no corpus: give one with -c PATH, set RELATA_CORPUS, or run relata in a folder that holds one");
    return FALSE;
  }
  CliProgress *progress = cli_progress_begin("reading");
  cli->corpus = relata_read((const char *const *)paths->pdata, paths->len, cli_option(cli, "format"),
                            cli->diagnostics, error);
  cli_progress_end(progress);
  relata_diagnostics_sort(cli->diagnostics);
  const guint n_errors = relata_diagnostics_count(cli->diagnostics, RELATA_ERROR_IN_DATA);
  if (n_errors > 0 && cli->command->run != cmd_check) {
    g_autoptr(GString) report = g_string_new(NULL);
    cli_report(cli->diagnostics, RELATA_ERROR_IN_DATA, MOST_SHOWN, cli_wants_color(2), report);
    fputs(report->str, stderr);
    if (n_errors > MOST_SHOWN)
      cli_complain("… and %u more errors in the data: 'relata check' shows them", n_errors - MOST_SHOWN);
  }
  return cli->corpus != NULL;
}

void
cli_say_left_out(const RelataNetwork *network, gboolean denied)
{
  if (network->n_undated > 0)
    cli_complain("%u of %u selected claims are undated and were included; --dated leaves them out",
                 network->n_undated, network->n_claims);
  if (denied && network->n_denied_only > 0)
    cli_complain("%u tie%s only denied and left out; 'relata show' tells them", network->n_denied_only,
                 network->n_denied_only == 1 ? " is" : "s are");
}

RelataNetwork *
cli_network(Cli *cli, RelataSelection **selection, GError **error)
{
  *selection = relata_selection_new(cli->corpus);
  if (!cli_options_select(cli, *selection, error))
    return NULL;
  g_autoptr(RelataNetwork) network = relata_network_new(cli->corpus, *selection, error);
  if (network == NULL || !relata_network_has_ties(network, *selection, error))
    return NULL;
  cli_say_left_out(network, TRUE);
  return g_steal_pointer(&network);
}
