/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/evidence.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"

#include <string.h>

static void
append_field(Cli *cli, const char *name, const char *value)
{
  if (value == NULL)
    return;
  cli_append_styled(cli->out, cli->colored, CLI_FAINT, name); /* names of links are the data's */
  g_string_append(cli->out, ": ");
  cli_append_styled(cli->out, FALSE, CLI_PLAIN, value);
  g_string_append_c(cli->out, '\n');
}

static void
append_heading(Cli *cli, const char *title, guint n)
{
  g_string_append_printf(cli->out, "\n%s%s (%u)%s\n", cli_style_on(cli->colored, CLI_BOLD), title, n,
                         cli_style_off(cli->colored));
}

static void
append_aliases(Cli *cli, const RelataActor *actor, gboolean strong, const char *name)
{
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len; i++) {
    const RelataAlias *alias = &g_array_index(actor->aliases, RelataAlias, i);
    if (alias->strong == strong)
      g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", alias->name);
  }
  append_field(cli, name, list->len > 0 ? list->str : NULL);
}

static void
append_figure(Cli *cli, const RelataFigure *figure)
{
  GString *out = cli->out;
  g_string_append(out, "  ");
  cli_append_figure(cli, figure, out);
  if (figure->actor != RELATA_NONE) {
    g_string_append(out, " · ");
    cli_append_styled(out, FALSE, CLI_PLAIN, relata_corpus_actor(cli->corpus, figure->actor)->name);
  }
  if (figure->of_claim != NULL) {
    g_string_append(out, " · claim ");
    cli_append_styled(out, FALSE, CLI_PLAIN, figure->of_claim);
  }
  g_string_append_c(out, '\n');
  const RelataClaim as_claim = {.said = figure->said, .from = figure->actor, .to = figure->actor};
  cli_append_claim(cli, &as_claim, NULL, "    ", out);
}

static void
append_tie(Cli *cli, const RelataNetwork *network, const RelataTie *tie, guint vertex)
{
  const gboolean forward = tie->from == vertex;
  const guint other = forward ? tie->to : tie->from;
  g_string_append(cli->out, "  ");
  cli_append_styled(cli->out, cli->colored, cli_style_of_sign(relata_network_relation(network, tie)->sign),
                    relata_network_label(network, tie, forward));
  g_string_append_c(cli->out, ' ');
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_network_actor(network, other)->name);
  g_string_append(cli->out, " · ");
  cli_append_verdict(cli, network, tie);
  if (tie->n_affirming > 0)
    cli_append_kinds(tie, cli->out);
  g_string_append_c(cli->out, '\n');
  for (guint i = 0; i < MIN(tie->n_claims, CLI_MOST_LISTED); i++)
    cli_append_claim(cli, relata_network_claim(network, tie, i),
                     cli_holds(network, network->claims[tie->first_claim + i]), "    ", cli->out);
  cli_append_unlisted(cli, tie->n_claims, "    ", "claims of this tie", ".\n");
}

static gboolean
is_at(const RelataNetwork *network, guint tie, guint vertex, gboolean reporting)
{
  return (network->ties[tie].from == vertex || network->ties[tie].to == vertex) &&
         relata_network_relation(network, &network->ties[tie])->reporting == reporting;
}

/* Lists the ties that stand, then those that claims only deny, because denials are part of what is said.
 * Those that only say who talks about whom are listed apart; without any there is no heading. */
static void
append_ties(Cli *cli, const RelataNetwork *network, guint actor, gboolean reporting)
{
  const guint vertex = network->vertices[actor], n_ties = network->n_ties + network->n_denied_only;
  guint n = 0;
  for (guint i = 0; vertex != RELATA_NONE && i < n_ties; i++)
    n += is_at(network, i, vertex, reporting) ? 1 : 0;
  if (n > 0 || !reporting)
    append_heading(cli, reporting ? "reports" : "ties", n);
  for (guint i = 0; vertex != RELATA_NONE && i < n_ties; i++)
    if (is_at(network, i, vertex, reporting))
      append_tie(cli, network, &network->ties[i], vertex);
}

/* Appends the figures of the actor, or of the document where `actor` is RELATA_NONE. */
static void
append_figures(Cli *cli, const RelataSelection *selection, guint actor, guint document)
{
  guint n = 0;
  for (int pass = 0; pass < 2; pass++) {
    if (pass == 1)
      append_heading(cli, "figures", n);
    for (guint i = 0; i < relata_corpus_n_figures(cli->corpus); i++) {
      const RelataFigure *figure = relata_corpus_figure(cli->corpus, i);
      const gboolean about =
          actor != RELATA_NONE ? figure->actor == actor : figure->said.document == document;
      if (!about || !relata_selection_has_figure(selection, figure))
        continue;
      if (pass == 0)
        n++;
      else
        append_figure(cli, figure);
    }
  }
}

static void
append_documents(Cli *cli, const RelataSelection *selection, guint actor)
{
  const guint n_documents = relata_corpus_n_documents(cli->corpus);
  g_autofree guint *mentions = g_new(guint, MAX(n_documents, 1));
  g_autofree guint *claims = g_new(guint, MAX(n_documents, 1));
  relata_selection_count_actor(selection, actor, mentions, claims);
  guint n = 0;
  for (guint i = 0; i < n_documents; i++)
    n += mentions[i] + claims[i] > 0;
  append_heading(cli, "documents", n);
  for (guint i = 0; i < n_documents; i++)
    if (mentions[i] + claims[i] > 0) {
      const RelataDocument *document = relata_corpus_document(cli->corpus, i);
      g_string_append(cli->out, "  ");
      cli_append_styled(cli->out, cli->colored, CLI_BOLD, document->id);
      g_string_append(cli->out, ": ");
      cli_append_styled(cli->out, FALSE, CLI_PLAIN, document->title);
      g_string_append_printf(cli->out, " (%u mention%s, %u claim%s)\n", mentions[i],
                             relata_plural(mentions[i]), claims[i], relata_plural(claims[i]));
    }
}

static void
append_actor(Cli *cli, const RelataNetwork *network, const RelataSelection *selection, guint index)
{
  const RelataActor *actor = relata_corpus_actor(cli->corpus, index);
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, actor->name);
  g_string_append_c(cli->out, '\n');
  append_field(cli, "id", actor->id);
  if (actor->type != RELATA_NONE)
    append_field(cli, "type",
                 relata_schema_actor_type(relata_corpus_schema(cli->corpus), actor->type)->label);
  append_field(cli, "description", actor->description);
  append_aliases(cli, actor, TRUE, "also called");
  append_aliases(cli, actor, FALSE, "weak aliases");
  append_field(cli, "url", actor->url);
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const RelataLink *link = &g_array_index(actor->links, RelataLink, i);
    append_field(cli, link->key, link->value);
  }
  append_ties(cli, network, index, FALSE);
  append_ties(cli, network, index, TRUE);
  cli_append_events(cli, selection, index, RELATA_NONE);
  append_figures(cli, selection, index, RELATA_NONE);
  append_documents(cli, selection, index);
}

/* Appends "reliability: B (usually reliable)"; where the document does not say it, it is that of its origin.
 */
static void
append_grade(Cli *cli, const RelataDocument *document)
{
  if (document->grade == '\0')
    return;
  g_autofree char *words =
      g_strdup_printf("%c (%s)%s", document->grade, relata_reliability_meaning(document->grade),
                      document->reliability == '\0' ? ", of its origin" : "");
  append_field(cli, "reliability", words);
}

static void
append_document(Cli *cli, const RelataNetwork *network, const RelataSelection *selection, guint index)
{
  const RelataDocument *document = relata_corpus_document(cli->corpus, index);
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, document->title);
  g_string_append_c(cli->out, '\n');
  append_field(cli, "id", document->id);
  append_field(cli, "publisher", document->publisher);
  append_field(cli, "author", document->author);
  g_autofree char *published = relata_date_in_words(&document->published);
  append_field(cli, "published", published);
  append_field(cli, "language", document->language);
  append_field(cli, "origin", document->origin);
  append_grade(cli, document);
  append_field(cli, "url", document->url);
  if (document->layers != NULL) {
    g_autoptr(GString) layers = g_string_new(NULL);
    cli_append_layers(document->layers, layers);
    append_field(cli, "annotated by", layers->str);
  }
  g_autofree gboolean *held = relata_network_claims(network);
  g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < relata_corpus_n_claims(cli->corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(cli->corpus, i);
    if (claim->said.document == index && held[i])
      g_array_append_val(claims, i);
  }
  append_heading(cli, "claims", claims->len);
  for (guint i = 0; i < claims->len; i++) {
    const RelataClaim *claim = relata_corpus_claim(cli->corpus, g_array_index(claims, guint, i));
    const RelataRelationType *type =
        relata_schema_relation_type(relata_corpus_schema(cli->corpus), claim->type);
    g_string_append(cli->out, "  ");
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, claim->from)->name);
    g_string_append_c(cli->out, ' ');
    cli_append_styled(cli->out, cli->colored, cli_style_of_sign(type->sign), type->label);
    g_string_append_c(cli->out, ' ');
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, claim->to)->name);
    g_string_append_c(cli->out, '\n');
    cli_append_claim(cli, claim, cli_holds(network, g_array_index(claims, guint, i)), "    ", cli->out);
  }
  cli_append_events(cli, selection, RELATA_NONE, index);
  append_figures(cli, selection, RELATA_NONE, index);
}

static CliExit
show(Cli *cli)
{
  const char *words = g_ptr_array_index(cli->arguments, 0);
  g_autoptr(GError) error = NULL;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!cli_options_select(cli, selection, &error))
    return cli_fail(error);
  relata_selection_set(selection, RELATA_FILTER_REPORTING, NULL, NULL); /* they are shown apart */
  /* An actor is shown with its aliases and figures even where the selection leaves no tie. */
  g_autoptr(RelataNetwork) network = relata_network_new(cli->corpus, selection, &error);
  if (network == NULL)
    return cli_fail(error);
  const gboolean json = cli_option_is(cli, "json");
  g_autofree char *text = NULL;
  const guint document = relata_corpus_find_document(cli->corpus, words);
  const guint actor =
      document == RELATA_NONE ? relata_corpus_resolve_actor(cli->corpus, words, &error) : RELATA_NONE;
  if (actor != RELATA_NONE) {
    g_autoptr(GArray) edges = relata_network_edges_of_actor(network, actor);
    cli_say_left_out(network, edges, FALSE);
    if (json)
      text = relata_answer_actor(network, selection, actor);
    else
      append_actor(cli, network, selection, actor);
  } else {
    const guint titled = relata_corpus_resolve_document(cli->corpus, words, NULL);
    if (titled == RELATA_NONE) {
      if (g_error_matches(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME))
        g_prefix_error(&error, "no document has that id or title; ");
      return cli_fail(error);
    }
    g_autoptr(GArray) edges = relata_network_edges_of_document(network, titled);
    cli_say_left_out(network, edges, FALSE);
    if (json)
      text = relata_answer_document(network, selection, titled);
    else
      append_document(cli, network, selection, titled);
  }
  if (text != NULL)
    g_string_append(cli->out, text);
  return CLI_ANSWERED;
}

const CliCommand cmd_show = {
    .name = "show",
    .arguments = "ACTOR|DOCUMENT",
    .summary = "print all that is said about an actor, or in a document",
    .details = "An actor is named by id, name or alias; a document by id or title.\n",
    .min_arguments = 1,
    .max_arguments = 1,
    .values = "actor",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {cli_options_json},
    .run = show,
};
