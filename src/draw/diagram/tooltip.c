/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/tooltip.h"

#include "corpus/grade.h"
#include "corpus/origin.h"
#include "draw/diagram/words.h"
#include "text/display.h"

#include <string.h>

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

static void
append_figure(GString *tooltip, const RelataCorpus *corpus, const RelataFigure *figure)
{
  const RelataMeasure *measure = relata_schema_measure(relata_corpus_schema(corpus), figure->measure);
  g_autofree char *words = relata_corpus_figure_in_words(corpus, figure);
  append_safe(tooltip, "", measure->label, ": ");
  append_safe(tooltip, "", words, "");
  if (relata_date_is_set(&figure->said.when)) {
    g_autofree char *date = relata_date_in_words(&figure->said.when);
    append_safe(tooltip, ", ", date, "");
  }
}

/* Appends the figures of an actor, or of an event where `actor` is RELATA_NONE, each on a line. */
static void
append_figures(GString *tooltip, const RelataCorpus *corpus, guint actor, guint event)
{
  guint n = 0;
  for (guint i = 0; i < relata_corpus_n_figures(corpus); i++) {
    const RelataFigure *figure = relata_corpus_figure(corpus, i);
    if (actor != RELATA_NONE ? figure->actor != actor : figure->event != event)
      continue;
    if (++n <= MOST_CLAIMS) {
      g_string_append(tooltip, "\n# ");
      append_figure(tooltip, corpus, figure);
    }
  }
  if (n > MOST_CLAIMS)
    g_string_append_printf(tooltip, "\n… and %u more figures", n - MOST_CLAIMS);
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
  append_figures(tooltip, network->corpus, network->actors[vertex], RELATA_NONE);
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

/* Appends who says so, and the grade where any half of it is known. */
static void
append_speaker(const RelataCorpus *corpus, const RelataClaim *claim, GString *tooltip)
{
  g_autofree char *speakers = relata_corpus_speakers_in_words(corpus, &claim->said);
  g_autofree char *grade = relata_grade_in_words(relata_corpus_grade(corpus, &claim->said));
  if (speakers != NULL)
    append_safe(tooltip, "; according to ", speakers, "");
  if (relata_claim_says_itself(corpus, claim))
    g_string_append(tooltip, speakers != NULL ? ", says so itself" : "; says so itself");
  if (grade != NULL)
    g_string_append_printf(tooltip, " [%s]", grade);
}

static void
append_claim(const RelataCorpus *corpus, const RelataClaim *claim, GString *tooltip)
{
  const RelataStatement *said = &claim->said;
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
  append_speaker(corpus, claim, tooltip);
  if (relata_date_is_set(&said->when)) {
    g_autofree char *date = relata_date_in_words(&said->when);
    append_safe(tooltip, "; when: ", date, "");
  }
  if (relata_corpus_place(corpus, said) != NULL)
    append_safe(tooltip, "; in ", relata_corpus_place(corpus, said), "");
  if (said->certainty != RELATA_CERTAIN)
    g_string_append_printf(tooltip, "; %s", relata_certainty_name(said->certainty));
  const GArray *figures = relata_corpus_figures_of_claim(corpus, said->id);
  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    g_string_append(tooltip, "; ");
    append_figure(tooltip, corpus, relata_corpus_figure(corpus, g_array_index(figures, guint, i)));
  }
}

char *
relata_tooltip_tie(const RelataNetwork *network, const RelataTie *tie)
{
  GString *tooltip = g_string_new(NULL);
  append_safe(tooltip, "", relata_network_actor(network, tie->from)->name, " ");
  append_safe(tooltip, "", relata_network_label(network, tie, TRUE), " ");
  append_safe(tooltip, "", relata_network_actor(network, tie->to)->name, "");
  for (guint i = 0; i < MIN(tie->n_claims, MOST_CLAIMS); i++)
    append_claim(network->corpus, relata_network_claim(network, tie, i), tooltip);
  if (tie->n_claims > MOST_CLAIMS)
    g_string_append_printf(tooltip, "\n… and %u more", tie->n_claims - MOST_CLAIMS);
  return g_string_free(tooltip, FALSE);
}

char *
relata_tooltip_shown(const RelataNetwork *network, const RelataShownTie *shown)
{
  g_autofree char *evidence = relata_tooltip_tie(network, &network->ties[shown->tie]);
  g_autofree char *enders = relata_words_enders(network, shown, NULL);
  return enders[0] != '\0' ? g_strconcat(evidence, "\n", enders + strlen("; "), NULL)
                           : g_steal_pointer(&evidence);
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
  const RelataClaim as_claim = {.said = event->said, .from = RELATA_NONE, .to = RELATA_NONE};
  append_claim(corpus, &as_claim, tooltip);
  for (guint i = 0; i < relata_corpus_n_events(corpus); i++)
    if (relata_corpus_event(corpus, i) == event)
      append_figures(tooltip, corpus, RELATA_NONE, i);
  return g_string_free(tooltip, FALSE);
}
