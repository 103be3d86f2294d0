/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A hop in sentences: what holds, and for each of its claims when, who says so, and where. */
#include "cli/evidence.h"

/* Appends " (15 August 2021; presumably still so; probable; according to X, in DOC:120–204, published …,
 * from …)". */
static void
append_provenance(Cli *cli, const RelataClaim *claim, const char *holds)
{
  const RelataStatement *said = &claim->said;
  const CliMarkup markup = cli_markup(cli);
  g_autofree char *when = relata_date_in_words(&said->when);
  const char *place = relata_corpus_place(cli->corpus, said);
  g_string_append_printf(cli->out, " (%s", when);
  if (place != NULL) {
    g_string_append(cli->out, ", in ");
    cli_append_marked(cli->out, markup, CLI_PLAIN, place);
  }
  if (holds != NULL)
    g_string_append_printf(cli->out, "; %s", holds);
  if (said->certainty != RELATA_CERTAIN)
    g_string_append_printf(cli->out, "; %s", relata_certainty_name(said->certainty));
  g_string_append(cli->out, "; ");
  cli_append_speaker(cli, claim, markup, ", ", cli->out);
  g_string_append(cli->out, "in ");
  cli_append_source(cli, said, markup, cli->out);
  g_string_append_c(cli->out, ')');
}

/* Appends "; sum: 5000 USD" for each figure that belongs to the claim. */
static void
append_figures(Cli *cli, const RelataStatement *said)
{
  const GArray *figures = relata_corpus_figures_of_claim(cli->corpus, said->id);
  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    const RelataFigure *figure = relata_corpus_figure(cli->corpus, g_array_index(figures, guint, i));
    const RelataMeasure *measure = relata_schema_measure(relata_corpus_schema(cli->corpus), figure->measure);
    g_autofree char *words = relata_corpus_figure_in_words(cli->corpus, figure);
    g_autofree char *all = g_strdup_printf("%s: %s", measure->label, words);
    g_string_append(cli->out, "; ");
    cli_append_marked(cli->out, cli_markup(cli), CLI_PLAIN, all);
  }
}

/* Appends the rest of a claim's sentence: its provenance, evidence, id and note. */
static void
append_claim(Cli *cli, const RelataNetwork *network, guint index)
{
  const RelataClaim *claim = relata_corpus_claim(network->corpus, index);
  const RelataStatement *said = &claim->said;
  const CliMarkup markup = cli_markup(cli);
  g_autofree char *evidence = relata_corpus_evidence(cli->corpus, said);
  append_provenance(cli, claim, cli_holds(network, index));
  if (evidence != NULL) {
    g_string_append(cli->out, ": “");
    cli_append_marked(cli->out, markup, CLI_PLAIN, evidence);
    g_string_append(cli->out, "”");
  } else if (said->misquoted) {
    g_string_append(cli->out, " (");
    cli_append_marked(cli->out, markup, CLI_WARN, RELATA_MISQUOTED_WORDS);
    g_string_append_c(cli->out, ')');
  }
  g_string_append(cli->out, markup == CLI_MARKDOWN ? " \\[" : " [");
  cli_append_id(cli, said, markup, cli->out);
  g_string_append(cli->out, markup == CLI_MARKDOWN ? "\\]" : "]");
  append_figures(cli, said);
  if (said->note != NULL) {
    g_string_append(cli->out, ". Note: ");
    cli_append_marked(cli->out, markup, CLI_PLAIN, said->note);
  }
  g_string_append_c(cli->out, '\n');
}

/* Begins a paragraph of the list item in Markdown, otherwise a new line. */
static void
begin_line(Cli *cli)
{
  g_string_append(cli->out, cli_markup(cli) == CLI_MARKDOWN ? "\n   " : "   ");
}

static gint
compare_ties(gconstpointer a, gconstpointer b)
{
  const guint left = *(const guint *)a, right = *(const guint *)b;
  return left < right ? -1 : left > right;
}

/* Names the other ties between the two ends of a hop, because a path contains only one of them. */
static void
append_parallel(Cli *cli, const RelataNetwork *network, guint from, guint to, guint meant)
{
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  const guint place = relata_adjacency_find(adjacency, from, to);
  g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = adjacency->first[place]; i < adjacency->first[place + 1]; i++)
    if (adjacency->hops[i].tie != meant)
      g_array_append_val(others, adjacency->hops[i].tie);
  if (others->len == 0)
    return;
  g_array_sort(others, compare_ties);
  begin_line(cli);
  for (guint i = 0; i < MIN(others->len, CLI_MOST_LISTED); i++) {
    const RelataTie *tie = &network->ties[g_array_index(others, guint, i)];
    g_string_append(cli->out, i > 0        ? ", "
                              : from == to ? "Other ties with itself: "
                                           : "Other ties between the two: ");
    cli_append_marked(cli->out, cli_markup(cli),
                      cli_style_of_sign(relata_network_relation(network, tie)->sign),
                      relata_network_label(network, tie, tie->from == from));
  }
  cli_append_unlisted(cli, others->len, ", and ", "ties", "");
  g_string_append(cli->out, ".\n");
}

/* Appends a claim on a line of its own, with what it says of the tie. */
static void
append_further(Cli *cli, const RelataNetwork *network, const RelataTie *tie, guint index)
{
  const RelataClaim *claim = relata_corpus_claim(network->corpus, index);
  begin_line(cli);
  if (claim->said.stance == RELATA_DENIES)
    cli_append_marked(cli->out, cli_markup(cli), CLI_WARN, "Denied");
  else
    g_string_append(cli->out, tie->n_denying > 0 ? "Affirmed" : "Also");
  append_claim(cli, network, index);
}

/* Says where a tie stands only by the claims of other types that count with it. */
static void
append_kinds(Cli *cli, const RelataTie *tie)
{
  if (tie->corroboration_of_kinds == tie->corroboration)
    return;
  begin_line(cli);
  g_string_append_printf(cli->out, "Affirmed by %u origin%s", tie->corroboration,
                         relata_plural(tie->corroboration));
  cli_append_kinds(tie, cli->out);
  g_string_append(cli->out, ".\n");
}

void
cli_append_hop(Cli *cli, const RelataNetwork *network, guint from, guint to, RelataHop hop,
               const CliNamed *named, guint number)
{
  const RelataTie *tie = &network->ties[hop.tie];
  const CliMarkup markup = cli_markup(cli);
  const guint first = relata_tie_first_affirming(network, tie); /* exists, because the tie stands */
  if (number > 0)
    g_string_append_printf(cli->out, "%u. ", number);
  else
    g_string_append(cli->out, markup == CLI_MARKDOWN ? "- " : "•  ");
  cli_append_actor_as(cli, network->actors[from], named);
  g_string_append_c(cli->out, ' ');
  cli_append_marked(cli->out, markup, cli_style_of_sign(relata_network_relation(network, tie)->sign),
                    relata_network_label(network, tie, hop.forward));
  g_string_append_c(cli->out, ' ');
  cli_append_actor_as(cli, network->actors[to], named);
  if (tie->n_denying > 0) {
    g_string_append(cli->out, ": ");
    cli_append_verdict(cli, network, tie);
    g_string_append_c(cli->out, '\n');
  } else {
    append_claim(cli, network, network->claims[tie->first_claim + first]);
  }
  for (guint i = 0; i < MIN(tie->n_claims, CLI_MOST_LISTED); i++)
    if (tie->n_denying > 0 || i != first)
      append_further(cli, network, tie, network->claims[tie->first_claim + i]);
  cli_append_unlisted(cli, tie->n_claims, markup == CLI_MARKDOWN ? "\n   " : "   ", "claims of this tie",
                      ".\n");
  append_kinds(cli, tie);
  append_parallel(cli, network, from, to, hop.tie);
}
