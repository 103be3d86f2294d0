/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/load.h"

#include "cli/options.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/style.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The number of left-out ties that are named. */
#define MOST_NAMED 3

/* The number of errors in the data that commands other than check show. */
#define MOST_SHOWN 3

static GPtrArray *
corpus_paths(const Cli *cli, const GPtrArray *extra)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  const GPtrArray *given = cli_option_values(cli, "corpus");
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

/* The options that say what is read, or how. */
static const char *const reading[] = {"corpus", "format", "map",          "encoding",
                                      "schema", "read",   "keep-missing", "identity"};

static gboolean
says_what_to_read(const Cli *cli)
{
  for (guint i = 0; i < G_N_ELEMENTS(reading); i++)
    if (cli_option_is(cli, reading[i]))
      return TRUE;
  return FALSE;
}

/* Commands of a shell use the corpus that the shell has read, unless they say themselves what to read or
 * how. */
static gboolean
borrow(Cli *cli, const GPtrArray *extra)
{
  if (cli->shell == NULL || says_what_to_read(cli) || (extra != NULL && extra->len > 0))
    return FALSE;
  relata_diagnostics_free(cli->diagnostics);
  cli->diagnostics = cli->shell->diagnostics;
  cli->corpus = cli->shell->corpus;
  return TRUE;
}

GPtrArray *
cli_corpus_paths(const Cli *cli)
{
  return corpus_paths(cli, NULL);
}

/* Takes --identity document. Without a value it asks check for a list. */
static gboolean
take_identity(const Cli *cli, RelataReadOptions *options, GError **error)
{
  const char *value = cli_option(cli, "identity");
  options->documents_apart = value != NULL && strcmp(value, "document") == 0;
  if (value == NULL || options->documents_apart || cli->command->on_errors)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "--identity takes 'document', which keeps documents apart, not '%s'", value);
  return FALSE;
}

/* Reports the diagnostics of one severity on standard error. */
static void
say(const Cli *cli, RelataSeverity severity, guint most)
{
  g_autoptr(GString) report = g_string_new(NULL);
  cli_report(cli->diagnostics, severity, severity, most, most, cli_wants_color(STDERR_FILENO), report);
  fputs(report->str, stderr);
}

static void
say_errors(const Cli *cli)
{
  const guint n_errors = relata_diagnostics_count(cli->diagnostics, RELATA_ERROR_IN_DATA);
  if (n_errors == 0 || cli->command->on_errors)
    return;
  say(cli, RELATA_ERROR_IN_DATA, MOST_SHOWN);
  if (n_errors > MOST_SHOWN)
    cli_complain("%u more error%s in the data; 'relata check' shows all", n_errors - MOST_SHOWN,
                 relata_plural(n_errors - MOST_SHOWN));
}

/* Reports what could not be read, and withholds an answer that nobody said may be incomplete. */
static void
say_lost(Cli *cli)
{
  if (relata_diagnostics_count(cli->diagnostics, RELATA_LOSS) == 0)
    return;
  const gboolean accepted = cli_option_is(cli, "incomplete");
  cli->withheld = !accepted;
  if (!accepted || !cli->command->on_errors)
    say(cli, RELATA_LOSS, CLI_MOST_OF_KIND);
  if (cli->corpus == NULL) /* which is reported as an error */
    return;
  cli_complain(accepted ? "a part of the corpus could not be read: the answer is incomplete"
                        : "a part of the corpus could not be read: nothing is answered; --incomplete answers "
                          "from the rest");
}

gboolean
cli_load(Cli *cli, const GPtrArray *extra, GError **error)
{
  if (borrow(cli, extra))
    return TRUE;
  g_autoptr(GPtrArray) paths = corpus_paths(cli, extra);
  if (paths->len == 0) {
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "no corpus: give one with -c PATH, set RELATA_CORPUS, or run relata in a folder that holds one; 'relata new "
        "FOLDER' makes one to start from");
    return FALSE;
  }
  const gboolean is_shell = cli->shell != NULL || cli->command->has_lines;
  if (is_shell && g_ptr_array_find_with_equal_func(paths, RELATA_STANDARD_INPUT, g_str_equal, NULL)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "-c -: standard input holds the lines of the shell; name a file");
    return FALSE;
  }
  g_autoptr(GPtrArray) asked = g_ptr_array_new();
  const GPtrArray *given = cli_option_values(cli, "read");
  for (guint i = 0; given != NULL && i < given->len; i++)
    g_ptr_array_add(asked, g_ptr_array_index(given, i));
  g_ptr_array_add(asked, NULL);
  RelataReadOptions options = {.format = cli_option(cli, "format"),
                               .map = cli_option(cli, "map"),
                               .encoding = cli_option(cli, "encoding"),
                               .schema = cli_option(cli, "schema"),
                               .options = (const char *const *)asked->pdata,
                               .keep_missing = cli_option_is(cli, "keep-missing")};
  if (!take_identity(cli, &options, error))
    return FALSE;
  CliProgress *progress = cli_progress_begin("reading");
  cli->corpus = relata_read((const char *const *)paths->pdata, paths->len, &options, cli->diagnostics, error);
  cli_progress_end(progress);
  relata_diagnostics_sort(cli->diagnostics);
  say_errors(cli);
  say_lost(cli);
  return cli->corpus != NULL;
}

/* Reports "2 ties are only denied and left out: A frees B, C supports D". */
static void
say_denied(const RelataNetwork *network)
{
  const guint n = network->n_denied_only;
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; i < MIN(n, MOST_NAMED); i++) {
    const RelataTie *tie = &network->ties[network->n_ties + i];
    g_autofree char *from = relata_display_safe(relata_network_actor(network, tie->from)->name);
    g_autofree char *to = relata_display_safe(relata_network_actor(network, tie->to)->name);
    g_autofree char *label = relata_display_safe(relata_network_label(network, tie, TRUE));
    g_string_append_printf(names, "%s%s %s %s", i > 0 ? ", " : "", from, label, to);
  }
  cli_complain("%u tie%s only denied and left out: %s%s", n, n == 1 ? " is" : "s are", names->str,
               n > MOST_NAMED ? " …" : "");
}

void
cli_say_left_out(const RelataNetwork *network, const GArray *edges, gboolean denied)
{
  if (network->n_undated > 0)
    cli_complain("%u of %u selected claims are undated and were included; --dated leaves them out",
                 network->n_undated, network->n_claims);
  if (network->n_reports > 0)
    cli_complain("%u claim%s only who talks about whom and %s left out; --reporting includes %s",
                 network->n_reports, network->n_reports == 1 ? " says" : "s say",
                 network->n_reports == 1 ? "is" : "are", network->n_reports == 1 ? "it" : "them");
  const RelataPresumption presumption = relata_presumption_of(network, edges);
  g_autofree char *presumed = relata_presumption_in_words(network, presumption);
  if (presumed != NULL)
    cli_complain("%s; --surely leaves %s out", presumed, presumption.n_presumed == 1 ? "it" : "them");
  if (denied && network->n_denied_only > 0)
    say_denied(network);
}

/* What a network is made of besides the options. */
typedef enum { AS_SELECTED, WITH_REPORTS, WITHOUT_CROWDS } Made;

/* The type of those whom a source names though they are nobody in particular: "Civilians", "Protesters". They
 * would be the most central actors of every war. */
#define CROWD "crowd"

/* Leaves crowds out of the selection, and says so. */
static void
leave_out_crowds(const Cli *cli, RelataSelection *selection)
{
  const guint crowd = relata_schema_find_actor_type(relata_corpus_schema(cli->corpus), CROWD);
  guint n = 0;
  for (guint i = 0; crowd != RELATA_NONE && i < relata_corpus_n_actors(cli->corpus); i++)
    n += relata_corpus_actor(cli->corpus, i)->type == crowd;
  if (n == 0 || !relata_selection_set(selection, RELATA_FILTER_NOT_TYPE, CROWD, NULL))
    return;
  cli_complain("%u actor%s of type crowd %s left out; --crowds ranks %s too", n, relata_plural(n),
               n == 1 ? "is" : "are", n == 1 ? "it" : "them");
}

static RelataNetwork *
make_network(Cli *cli, Made made, RelataSelection **selection, GError **error)
{
  *selection = relata_selection_new(cli->corpus);
  if (!cli_options_select(cli, *selection, error))
    return NULL;
  if (made == WITH_REPORTS)
    relata_selection_set(*selection, RELATA_FILTER_REPORTING, NULL, NULL);
  if (made == WITHOUT_CROWDS)
    leave_out_crowds(cli, *selection);
  g_autoptr(RelataNetwork) network = relata_network_new(cli->corpus, *selection, error);
  if (network == NULL || !relata_network_has_ties(network, *selection, error))
    return NULL;
  cli_say_left_out(network, NULL, TRUE);
  return g_steal_pointer(&network);
}

RelataNetwork *
cli_network(Cli *cli, RelataSelection **selection, GError **error)
{
  return make_network(cli, AS_SELECTED, selection, error);
}

RelataNetwork *
cli_network_with_reports(Cli *cli, RelataSelection **selection, GError **error)
{
  return make_network(cli, WITH_REPORTS, selection, error);
}

RelataNetwork *
cli_network_without_crowds(Cli *cli, RelataSelection **selection, GError **error)
{
  return make_network(cli, WITHOUT_CROWDS, selection, error);
}
