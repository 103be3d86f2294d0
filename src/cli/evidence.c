/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/evidence.h"

#include <string.h>

void
cli_append_published(const RelataDocument *document, CliMarkup markup, GString *out)
{
  if (relata_date_is_set(&document->published)) {
    g_autofree char *published = relata_date_in_words(&document->published);
    g_string_append_printf(out, ", published %s", published);
  }
  if (document->origin != NULL) {
    g_string_append(out, ", from ");
    cli_append_marked(out, markup, CLI_PLAIN, document->origin);
  }
}

/* Appends " [B2]", where any half of the grade is known. */
static void
append_grade(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out)
{
  g_autofree char *grade = relata_grade_in_words(relata_corpus_grade(cli->corpus, said));
  if (grade != NULL)
    g_string_append_printf(out, markup == CLI_MARKDOWN ? " \\[%s\\]" : " [%s]", grade);
}

void
cli_append_source(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out)
{
  if (said->document == RELATA_NONE) {
    g_string_append(out, "no document");
    append_grade(cli, said, markup, out);
    return;
  }
  const RelataDocument *document = relata_corpus_document(cli->corpus, said->document);
  cli_append_marked(out, markup, CLI_PLAIN, document->id);
  if (relata_span_is_set(said->span))
    g_string_append_printf(out, ":%u–%u", said->span.start, said->span.end);
  cli_append_published(document, markup, out);
  append_grade(cli, said, markup, out);
}

void
cli_append_speaker(const Cli *cli, const RelataClaim *claim, CliMarkup markup, const char *after,
                   GString *out)
{
  g_autofree char *speakers = relata_corpus_speakers_in_words(cli->corpus, &claim->said);
  const gboolean itself = relata_claim_says_itself(cli->corpus, claim);
  if (speakers != NULL) {
    g_string_append(out, "according to ");
    cli_append_marked(out, markup, CLI_BOLD, speakers);
  }
  if (itself)
    g_string_append_printf(out, "%ssays so itself", speakers != NULL ? ", " : "");
  if (itself || speakers != NULL)
    g_string_append(out, after);
}

void
cli_append_kinds(const RelataTie *tie, GString *out)
{
  if (tie->corroboration_of_kinds > tie->corroboration)
    g_string_append_printf(out, " (with the kinds that count with it %u)", tie->corroboration_of_kinds);
}

void
cli_append_id(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out)
{
  const char *id = said->id;
  if (said->document != RELATA_NONE) {
    const char *document = relata_corpus_document(cli->corpus, said->document)->id;
    if (g_str_has_prefix(id, document) && id[strlen(document)] == ':')
      id += strlen(document) + 1;
  }
  cli_append_marked(out, markup, CLI_FAINT, id);
}

void
cli_append_layers(const char *const *layers, GString *out)
{
  const guint n = g_strv_length((char **)layers);
  for (guint i = 0; i < n; i++) {
    g_string_append(out, relata_comma(i, n));
    cli_append_styled(out, FALSE, CLI_PLAIN, layers[i]);
  }
}

/* Appends a line for each figure that belongs to the claim. */
static void
append_figures_of(Cli *cli, const RelataStatement *said, const char *indent, GString *out)
{
  const GArray *figures = relata_corpus_figures_of_claim(cli->corpus, said->id);
  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    const RelataFigure *figure = relata_corpus_figure(cli->corpus, g_array_index(figures, guint, i));
    g_string_append_printf(out, "%s  ", indent);
    cli_append_figure(cli, figure, out);
    g_string_append_c(out, '\n');
  }
}

void
cli_append_unlisted(const Cli *cli, guint n, const char *before, const char *what, const char *after)
{
  if (n > CLI_MOST_LISTED)
    g_string_append_printf(cli->out, "%s%u more %s: --json gives all%s", before, n - CLI_MOST_LISTED, what,
                           after);
}

void
cli_append_figure(Cli *cli, const RelataFigure *figure, GString *out)
{
  const RelataMeasure *measure = relata_schema_measure(relata_corpus_schema(cli->corpus), figure->measure);
  g_autofree char *words = relata_corpus_figure_in_words(cli->corpus, figure);
  cli_append_styled(out, cli->colored, CLI_BOLD, measure->label);
  g_string_append(out, ": ");
  cli_append_styled(out, FALSE, CLI_PLAIN, words);
}

/* Returns whether the claim speaks only of days before those that are asked about. */
static gboolean
speaks_of_before(const RelataNetwork *network, const RelataStatement *said)
{
  const RelataSelection *selection = relata_network_selection(network);
  const RelataDate *as_of = relata_selection_date(selection, RELATA_FILTER_AS_OF);
  const RelataDate *asked = as_of != NULL ? as_of : relata_selection_date(selection, RELATA_FILTER_DURING);
  const RelataWitness witness = relata_witness_of(network->corpus, said);
  return witness.dated && relata_witness_end(&witness) < asked->begin_min;
}

const char *
cli_holds(const RelataNetwork *network, guint claim)
{
  RelataReading reading;
  if (!relata_network_claim_reading(network, claim, &reading) || reading == RELATA_SURELY)
    return NULL;
  const RelataClaim *record = relata_corpus_claim(network->corpus, claim);
  const gboolean event =
      relata_schema_relation_type(relata_corpus_schema(network->corpus), record->type)->event;
  if (reading == RELATA_POSSIBLY)
    return event ? "possibly by then" : "possibly so then";
  if (event)
    return "presumably by then";
  return speaks_of_before(network, &record->said) ? "presumably still so" : "presumably so by then";
}

void
cli_append_claim(Cli *cli, const RelataClaim *claim, const char *holds, const char *indent, GString *out)
{
  const RelataStatement *said = &claim->said;
  g_autoptr(GString) speaker = g_string_new(NULL);
  cli_append_speaker(cli, claim, cli->colored ? CLI_COLORED : CLI_TEXT, "", speaker);
  g_autofree char *when = relata_date_in_words(&said->when);
  g_string_append_printf(out, "%s• ", indent);
  if (said->stance == RELATA_DENIES)
    cli_append_styled(out, cli->colored, CLI_WARN, "denied");
  else
    g_string_append(out, relata_certainty_name(said->certainty));
  g_string_append_printf(out, " · %s", when);
  if (holds != NULL)
    g_string_append_printf(out, " · %s", holds);
  if (relata_corpus_place(cli->corpus, said) != NULL) {
    g_string_append(out, " · in ");
    cli_append_styled(out, FALSE, CLI_PLAIN, relata_corpus_place(cli->corpus, said));
  }
  if (speaker->len > 0)
    g_string_append_printf(out, " · %s", speaker->str);
  g_autofree char *evidence = relata_corpus_evidence(cli->corpus, said);
  if (evidence != NULL) {
    g_string_append_printf(out, "\n%s  “", indent);
    cli_append_styled(out, FALSE, CLI_PLAIN, evidence);
    g_string_append(out, "”");
  } else if (said->misquoted) {
    g_string_append_printf(out, "\n%s  (", indent);
    cli_append_styled(out, cli->colored, CLI_WARN, RELATA_MISQUOTED_WORDS);
    g_string_append_c(out, ')');
  }
  g_string_append_printf(out, "\n%s  %s", indent, cli_style_on(cli->colored, CLI_FAINT));
  cli_append_source(cli, said, CLI_TEXT, out);
  g_string_append_printf(out, " [");
  cli_append_id(cli, said, CLI_TEXT, out);
  g_string_append_printf(out, "]%s\n", cli_style_off(cli->colored));
  if (said->note != NULL) {
    g_string_append_printf(out, "%s  note: ", indent);
    cli_append_styled(out, FALSE, CLI_PLAIN, said->note);
    g_string_append_c(out, '\n');
  }
  if (said->layers != NULL) {
    g_string_append_printf(out, "%s  annotated by ", indent);
    cli_append_layers(said->layers, out);
    g_string_append_c(out, '\n');
  }
  append_figures_of(cli, said, indent, out);
}

void
cli_append_verdict(Cli *cli, const RelataNetwork *network, const RelataTie *tie)
{
  g_autofree char *words = relata_verdict_in_words(network, tie);
  cli_append_marked(cli->out, cli_markup(cli), tie->verdict == RELATA_TIE_AFFIRMED ? CLI_PLAIN : CLI_WARN,
                    words);
}
