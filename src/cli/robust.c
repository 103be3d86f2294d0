/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `relata path --robust` adds: sentences about what an answer rests on. */
#include "cli/paths.h"

#include "cli/evidence.h"
#include "cli/style.h"

static gboolean
is_markdown(const Cli *cli)
{
  return cli_markup(cli) == CLI_MARKDOWN;
}

/* Begins a sentence on its own line. In Markdown it is a list item, because lines would be joined. */
static void
begin_sentence(Cli *cli)
{
  g_string_append(cli->out, is_markdown(cli) ? "- " : "");
}

/* Appends "AFP (1 document), The Guardian (2 documents) and Reuters (1 document)". */
static void
append_origins(Cli *cli, const GPtrArray *origins)
{
  const guint n = MIN(origins->len, CLI_MOST_LISTED);
  for (guint i = 0; i < n; i++) {
    const RelataOrigin *origin = g_ptr_array_index(origins, i);
    g_string_append(cli->out, relata_comma(i, origins->len));
    cli_append_marked(cli->out, cli_markup(cli), CLI_BOLD, origin->name);
    g_string_append_printf(cli->out, " (%u document%s)", origin->documents->len,
                           relata_plural(origin->documents->len));
  }
  cli_append_unlisted(cli, origins->len, " and ", "origins", "");
}

static void
append_withdrawal(Cli *cli, const RelataWithdrawal *withdrawal)
{
  const guint least = withdrawal->least, most = withdrawal->most;
  begin_sentence(cli);
  if (withdrawal->kind == RELATA_WITHDRAWAL_IMPOSSIBLE) {
    g_string_append(cli->out, "No withdrawal of origins can disconnect them: claims without a document "
                              "connect them.\n");
    return;
  }
  if (withdrawal->kind == RELATA_WITHDRAWAL_BOUNDED) {
    g_string_append_printf(cli->out, "To leave no path, at least %u origin%s must be withdrawn", least,
                           relata_plural(least));
    if (most != RELATA_NONE)
      g_string_append_printf(cli->out, ", at most %u", most);
    g_string_append(cli->out, "; the search for the fewest stopped at its work limit.");
    g_string_append(cli->out, most == RELATA_NONE ? "\n" : " There is none without ");
    if (most == RELATA_NONE)
      return;
  } else if (least == 1) {
    g_string_append(cli->out, "Withdrawing a single origin would leave no path: ");
  } else {
    g_string_append_printf(cli->out,
                           "Withdrawing %u origins would leave no path, and no fewer would: ", least);
  }
  append_origins(cli, withdrawal->origins);
  g_string_append(cli->out, ".\n");
}

/* Appends "2021-08-30-…, published about 30 August 2021, from The Wall Street Journal". */
static void
append_document(Cli *cli, const RelataDocument *document)
{
  g_string_append(cli->out, is_markdown(cli) ? "  - " : "  • ");
  cli_append_marked(cli->out, cli_markup(cli), CLI_PLAIN, document->id);
  cli_append_published(document, cli_markup(cli), cli->out);
  g_string_append_c(cli->out, '\n');
}

static void
append_documents(Cli *cli, const RelataRobustness *robustness)
{
  const GArray *documents = robustness->documents;
  const guint n_hops = robustness->n_hops;
  const char *more =
      robustness->documents_complete ? "" : " (the search stopped at its work limit: there may be more)";
  begin_sentence(cli);
  if (documents->len == 0) {
    g_string_append_printf(cli->out, "No single document is behind every path of %u hop%s%s.\n", n_hops,
                           relata_plural(n_hops), more);
    return;
  }
  g_string_append_printf(cli->out, "Every path of %u hop%s needs %s%s:\n", n_hops, relata_plural(n_hops),
                         documents->len == 1 ? "this document" : "each of these documents", more);
  for (guint i = 0; i < MIN(documents->len, CLI_MOST_LISTED); i++)
    append_document(cli, relata_corpus_document(cli->corpus, g_array_index(documents, guint, i)));
  cli_append_unlisted(cli, documents->len, "  ", "documents", ".\n");
}

static void
append_documentable(Cli *cli, const RelataFirst *first)
{
  g_autofree char *day = relata_day_in_words(first->day), *edtf = relata_day_to_edtf(first->day);
  begin_sentence(cli);
  switch (first->kind) {
  case RELATA_FIRST_NEVER:
    g_string_append(cli->out,
                    "When it could first be documented is not known: a path needs documents whose date of "
                    "publication is open or not given.\n");
    return;
  case RELATA_FIRST_ALWAYS:
    g_string_append(cli->out, "When it could first be documented is not known: a path rests on claims "
                              "without a date of publication, which count as known at any time.\n");
    return;
  case RELATA_FIRST_NOT_BEFORE:
    g_string_append(cli->out, "When it could first be documented was not found within the work limit.\n");
    return;
  default:
    g_string_append_printf(
        cli->out, "It could first be documented on %s%s (--known-by %s)", day,
        first->kind == RELATA_FIRST_BY_DAY ? ", or before: the search reached its work limit" : "", edtf);
  }
  if (first->n_undated > 0)
    g_string_append_printf(cli->out,
                           "; %u hop%s of that path rest%s on claims without a date of publication, which "
                           "count as known at any time",
                           first->n_undated, relata_plural(first->n_undated),
                           first->n_undated == 1 ? "s" : "");
  g_string_append(cli->out, ".\n");
}

static void
append_held(Cli *cli, const RelataFirst *first)
{
  g_autofree char *day = relata_day_in_words(first->day), *edtf = relata_day_to_edtf(first->day);
  begin_sentence(cli);
  switch (first->kind) {
  case RELATA_FIRST_NEVER:
    g_string_append(cli->out, "When it first held is not known: on no day do dated claims give a path.\n");
    return;
  case RELATA_FIRST_ALWAYS:
    g_string_append(cli->out,
                    "When it first held is not known: dated claims whose beginning is open give a path.\n");
    return;
  case RELATA_FIRST_NOT_BEFORE:
    g_string_append_printf(cli->out,
                           "By dated claims it did not hold before %s; the search stopped there at its work "
                           "limit.\n",
                           day);
    return;
  default:
    g_string_append_printf(
        cli->out, "By dated claims it may have held from %s%s (--as-of %s --dated).\n", day,
        first->kind == RELATA_FIRST_BY_DAY ? ", or before: the search reached its work limit" : "", edtf);
  }
}

void
cli_append_robustness(Cli *cli, const RelataPathQuestion *question, const RelataRobustness *robustness)
{
  g_string_append_c(cli->out, '\n');
  if (is_markdown(cli)) {
    g_string_append(cli->out, "## How robust is this?\n\n");
  } else {
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, "How robust is this?");
    g_string_append_c(cli->out, '\n');
  }
  if (robustness->n_hops == 0) {
    g_string_append(cli->out, question->from == question->to
                                  ? "Both ends are the same actor: this rests on no claim.\n"
                                  : "The path has no hop: this rests on no claim.\n");
    return;
  }
  append_withdrawal(cli, &robustness->withdrawal);
  append_documents(cli, robustness);
  begin_sentence(cli);
  g_string_append_printf(
      cli->out, "The weakest hop of the %spath shown, hop %u, is affirmed by %u origin%s.\n",
      question->selector != RELATA_PATHS_BEST || question->count > 1 ? "first " : "", robustness->weakest_hop,
      robustness->weakest_origins, relata_plural(robustness->weakest_origins));
  append_documentable(cli, &robustness->documentable);
  append_held(cli, &robustness->held);
}
