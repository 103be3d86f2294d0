/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/identity.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"

#include <string.h>

static const CliOption own_options[] = {
    {"quiet", 'q', NULL, "leave out notes: print errors and warnings only", ""},
    {"notes", 0, "all", "print all of each kind, and all that a note lists, not the first ten", ""},
    CLI_NO_OPTION,
};

static void
append_count(GString *out, guint n, const char *one, const char *many)
{
  g_string_append_printf(out, "%u %s", n, n == 1 ? one : many);
}

/* Says how many quotations stand where they are said to stand. */
static void
append_quotations(const RelataCorpus *corpus, GString *out)
{
  const RelataQuotations counted = relata_corpus_quotations(corpus);
  const guint n = counted.standing + counted.missing + counted.unheld;
  if (n == 0)
    return;
  append_count(out, n, "quotation: ", "quotations: ");
  append_count(out, counted.standing, "stands in its document, ", "stand in their documents, ");
  append_count(out, counted.missing, "does not", "do not");
  if (counted.unheld > 0) {
    g_string_append(out, ", ");
    append_count(out, counted.unheld, "is of a document without a text", "are of documents without a text");
  }
  g_string_append_c(out, '\n');
}

static void
append_summary(const Cli *cli, GString *out)
{
  const RelataCorpus *corpus = cli->corpus;
  const RelataDiagnostics *found = cli->diagnostics;
  append_count(out, relata_corpus_n_documents(corpus), "document, ", "documents, ");
  append_count(out, relata_corpus_n_actors(corpus), "actor, ", "actors, ");
  append_count(out, relata_corpus_n_mentions(corpus), "mention, ", "mentions, ");
  append_count(out, relata_corpus_n_claims(corpus), "claim, ", "claims, ");
  append_count(out, relata_corpus_n_events(corpus), "event, ", "events, ");
  append_count(out, relata_corpus_n_figures(corpus), "figure\n", "figures\n");
  append_quotations(corpus, out);
  if (relata_diagnostics_count(found, RELATA_LOSS) > 0)
    append_count(out, relata_diagnostics_count(found, RELATA_LOSS), "loss, ", "losses, ");
  append_count(out, relata_diagnostics_count(found, RELATA_ERROR_IN_DATA), "error, ", "errors, ");
  append_count(out, relata_diagnostics_count(found, RELATA_WARNING), "warning, ", "warnings, ");
  append_count(out, relata_diagnostics_count(found, RELATA_NOTE), "note", "notes");
  guint n_said = 0;
  for (guint severity = 0; severity < RELATA_N_SEVERITIES; severity++)
    n_said += relata_diagnostics_count(found, severity);
  if (n_said > relata_diagnostics_n_kept(found))
    g_string_append_printf(out, " (%u not shown)", n_said - relata_diagnostics_n_kept(found));
  g_string_append_c(out, '\n');
}

/* Returns whether --identity is given without its value, and so asks for the list. The word after it is then
 * a corpus. */
static gboolean
take_list(Cli *cli)
{
  const GPtrArray *values = cli_option_values(cli, "identity");
  gboolean lists = FALSE;
  for (guint i = 0; values != NULL && i < values->len; i++) {
    const char *value = g_ptr_array_index(values, i);
    if (strcmp(value, "document") == 0)
      continue;
    lists = TRUE;
    if (*value != '\0')
      g_ptr_array_add(cli->arguments, (gpointer)value);
  }
  return lists;
}

static void
append_text(const Cli *cli, guint most)
{
  cli_report(cli->diagnostics, cli_option_is(cli, "quiet") ? RELATA_WARNING : RELATA_NOTE, RELATA_LOSS,
             G_MAXUINT, most, cli->colored, cli->out);
  if (!cli_option_is(cli, "quiet"))
    cli_append_alike(cli->corpus, most, cli->out);
  append_summary(cli, cli->out);
}

static CliExit
check(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const char *notes = cli_option(cli, "notes");
  const guint most = notes != NULL ? G_MAXUINT : CLI_MOST_OF_KIND;
  if (notes != NULL && strcmp(notes, "all") != 0)
    g_set_error(&error, RELATA_ERROR, RELATA_ERROR_VALUE, "--notes takes 'all', not '%s'", notes);
  if (error != NULL)
    return cli_fail(error);
  if (notes != NULL)
    relata_diagnostics_list_all(cli->diagnostics);
  const gboolean lists = take_list(cli), json = cli_option_is(cli, "json");
  if (!cli_load(cli, cli->arguments, &error)) {
    cli_report(cli->diagnostics, RELATA_NOTE, RELATA_LOSS, G_MAXUINT, most, cli->colored, cli->out);
    return cli_fail(error);
  }
  if (json) {
    g_autofree char *answer =
        lists ? relata_answer_identity(cli->corpus) : relata_answer_check(cli->corpus, cli->diagnostics);
    g_string_append(cli->out, answer);
  } else if (lists) {
    cli_append_decisions(cli->corpus, cli->out);
    cli_append_alike(cli->corpus, G_MAXUINT, cli->out);
  } else {
    append_text(cli, most);
  }
  return relata_diagnostics_count(cli->diagnostics, RELATA_ERROR_IN_DATA) > 0 ? CLI_NO : CLI_ANSWERED;
}

const CliCommand cmd_check = {
    .name = "check",
    .arguments = "[CORPUS…]",
    .summary = "say what is wrong with a corpus, and where",
    .details =
        "The exit code is 1 when there are errors.\n"
        "Warnings and notes do not count.\n"
        "With --identity it lists who is who instead: every decision with its reason, the weakest first.\n",
    .max_arguments = G_MAXUINT,
    .values = "path",
    .reads = TRUE,
    .on_errors = TRUE,
    .options = {own_options, cli_options_json},
    .run = check,
};
