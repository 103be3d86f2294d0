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

void
cli_append_source(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out)
{
  if (said->document == RELATA_NONE) {
    g_string_append(out, "no document");
    return;
  }
  const RelataDocument *document = relata_corpus_document(cli->corpus, said->document);
  cli_append_marked(out, markup, CLI_PLAIN, document->id);
  if (relata_span_is_set(said->span))
    g_string_append_printf(out, ":%u–%u", said->span.start, said->span.end);
  cli_append_published(document, markup, out);
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
  const char *speaker = relata_corpus_speaker(cli->corpus, said);
  g_autofree char *when = relata_date_in_words(&said->when);
  g_string_append_printf(out, "%s• ", indent);
  if (said->stance == RELATA_DENIES)
    cli_append_styled(out, cli->colored, CLI_WARN, "denied");
  else
    g_string_append(out, relata_certainty_name(said->certainty));
  g_string_append_printf(out, " · %s", when);
  if (holds != NULL)
    g_string_append_printf(out, " · %s", holds);
  if (speaker != NULL) {
    g_string_append(out, " · according to ");
    cli_append_styled(out, cli->colored, CLI_BOLD, speaker);
  }
  g_autofree char *evidence = relata_corpus_evidence(cli->corpus, said);
  if (evidence != NULL) {
    g_string_append_printf(out, "\n%s  “", indent);
    cli_append_styled(out, FALSE, CLI_PLAIN, evidence);
    g_string_append(out, "”");
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
}
