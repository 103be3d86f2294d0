/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/tooltip.h"

#include "text/display.h"

/* A tooltip is read at a glance, and more than this does not fit on a screen. */
#define MOST_CLAIMS 6
#define MOST_QUOTED 240

static void
append_safe(GString *tooltip, const char *before, const char *text, const char *after)
{
  g_autofree char *safe = relata_display_safe(text);
  g_string_append(tooltip, before);
  g_string_append(tooltip, safe);
  g_string_append(tooltip, after);
}

char *
relata_tooltip_actor(const RelataNetwork *network, guint vertex, guint n_ties)
{
  const RelataActor *actor = relata_network_actor(network, vertex);
  GString *tooltip = g_string_new(NULL);
  append_safe(tooltip, "", actor->name, "");
  if (actor->type != RELATA_NONE)
    append_safe(tooltip, " (",
                relata_schema_actor_type(relata_corpus_schema(network->corpus), actor->type)->label, ")");
  if (actor->description != NULL)
    append_safe(tooltip, "\n", actor->description, "");
  g_string_append_printf(tooltip, n_ties == 1 ? "\n%u tie in this picture" : "\n%u ties in this picture",
                         n_ties);
  return g_string_free(tooltip, FALSE);
}

static void
append_quote(const RelataCorpus *corpus, const RelataStatement *said, GString *tooltip)
{
  g_autofree char *evidence = relata_corpus_evidence(corpus, said);
  if (said->misquoted)
    g_string_append(tooltip, "(" RELATA_MISQUOTED_WORDS ") ");
  if (evidence == NULL)
    return;
  g_autofree char *safe = relata_display_safe(evidence);
  if (g_utf8_strlen(safe, -1) > MOST_QUOTED) {
    g_autofree char *start = g_utf8_substring(safe, 0, MOST_QUOTED);
    g_string_append_printf(tooltip, "“%s…” ", start);
  } else {
    g_string_append_printf(tooltip, "“%s” ", safe);
  }
}

static void
append_statement(const RelataCorpus *corpus, const RelataStatement *said, GString *tooltip)
{
  const char *speaker = relata_corpus_speaker(corpus, said);
  g_string_append(tooltip, said->stance == RELATA_DENIES ? "\n✗ denied: " : "\n• ");
  append_quote(corpus, said, tooltip);
  if (said->document != RELATA_NONE) {
    const RelataDocument *document = relata_corpus_document(corpus, said->document);
    append_safe(tooltip, "— ", document->title, "");
    if (relata_date_is_set(&document->published)) {
      g_autofree char *date = relata_date_in_words(&document->published);
      append_safe(tooltip, ", ", date, "");
    }
  }
  if (speaker != NULL)
    append_safe(tooltip, "; according to ", speaker, "");
  if (relata_date_is_set(&said->when)) {
    g_autofree char *date = relata_date_in_words(&said->when);
    append_safe(tooltip, "; when: ", date, "");
  }
  if (said->certainty != RELATA_CERTAIN)
    g_string_append_printf(tooltip, "; %s", relata_certainty_name(said->certainty));
}

char *
relata_tooltip_tie(const RelataNetwork *network, const RelataTie *tie)
{
  GString *tooltip = g_string_new(NULL);
  append_safe(tooltip, "", relata_network_actor(network, tie->from)->name, " ");
  append_safe(tooltip, "", relata_network_label(network, tie, TRUE), " ");
  append_safe(tooltip, "", relata_network_actor(network, tie->to)->name, "");
  for (guint i = 0; i < MIN(tie->n_claims, MOST_CLAIMS); i++)
    append_statement(network->corpus, &relata_network_claim(network, tie, i)->said, tooltip);
  if (tie->n_claims > MOST_CLAIMS)
    g_string_append_printf(tooltip, "\n… and %u more", tie->n_claims - MOST_CLAIMS);
  return g_string_free(tooltip, FALSE);
}

char *
relata_tooltip_event(const RelataCorpus *corpus, const RelataEvent *event)
{
  GString *tooltip = g_string_new(NULL);
  append_safe(tooltip, "",
              event->label != NULL
                  ? event->label
                  : relata_schema_event_type(relata_corpus_schema(corpus), event->type)->label,
              "");
  append_statement(corpus, &event->said, tooltip);
  return g_string_free(tooltip, FALSE);
}
