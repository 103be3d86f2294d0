/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/timeline_event.h"

#include "draw/diagram/links.h"
#include "draw/diagram/tooltip.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "text/display.h"

GArray *
relata_timeline_events(const RelataNetwork *network, const RelataSelection *selection)
{
  const RelataCorpus *corpus = network->corpus;
  const guint n = relata_corpus_n_events(corpus);
  GArray *events = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree gboolean *gives = g_new0(gboolean, MAX(n, 1));
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const guint event = relata_corpus_claim(corpus, i)->event;
    if (event != RELATA_NONE)
      gives[event] = TRUE;
  }
  for (guint i = 0; i < n; i++)
    if (!gives[i] && relata_corpus_event(corpus, i)->said.stance == RELATA_AFFIRMS &&
        relata_selection_has_event(selection, i))
      g_array_append_val(events, i);
  return events;
}

/* The sign is that of the relation that events of the type give rise to. */
static RelataSignLook
sign_of(const RelataSchema *schema, const RelataEventType *type)
{
  const guint relation = type->rules->len > 0 ? g_array_index(type->rules, RelataClaimRule, 0).relation
                                              : relata_schema_find_relation_type(schema, type->id);
  return relation != RELATA_NONE ? relata_theme_sign(relata_schema_relation_type(schema, relation)->sign)
                                 : RELATA_SIGN_NEUTRAL;
}

/* Appends "target Kabul airport, agent ISIS-K": all actors with a role in it. For the actor `but` it appends
 * only the role, "as target". */
static void
append_roles(GString *words, const RelataCorpus *corpus, const RelataEvent *event, guint but)
{
  const RelataSchema *schema = relata_corpus_schema(corpus);
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    const RelataEvent *inner =
        argument->event != RELATA_NONE ? relata_corpus_event(corpus, argument->event) : NULL;
    const gboolean unknown = inner != NULL ? inner->type == RELATA_NONE : argument->actor == RELATA_NONE;
    if (unknown || !relata_corpus_is_party(corpus, event, i))
      continue;
    g_autofree char *role = g_utf8_strdown(argument->role, -1);
    if (inner == NULL && argument->actor == but)
      g_string_append_printf(words, ", as %s", role);
    else
      g_string_append_printf(words, ", %s %s", role,
                             inner == NULL ? relata_corpus_actor(corpus, argument->actor)->name
                                           : relata_schema_event_type(schema, inner->type)->label);
  }
  if (relata_corpus_place(corpus, &event->said) != NULL)
    g_string_append_printf(words, ", in %s", relata_corpus_place(corpus, &event->said));
}

/* Returns "attack, as target, in Kabul", or "the airport bombing (attack), as target". Safe to show. */
static char *
describe(const RelataCorpus *corpus, const RelataEvent *event, guint but, const char *before)
{
  const RelataEventType *type = relata_schema_event_type(relata_corpus_schema(corpus), event->type);
  g_autoptr(GString) words = g_string_new(before);
  if (before != NULL)
    g_string_append(words, ": ");
  if (event->label != NULL)
    g_string_append_printf(words, "%s (%s)", event->label, type->label);
  else
    g_string_append(words, type->label);
  append_roles(words, corpus, event, but);
  return relata_display_safe(words->str);
}

/* Returns a text such as "…; source 2; dated 26 August 2021". */
static char *
say(const RelataDiagram *diagram, const RelataCorpus *corpus, const RelataEvent *event)
{
  const RelataStatement *said = &event->said;
  g_autofree char *whole = describe(corpus, event, RELATA_NONE, NULL);
  GString *words = g_string_new(whole);
  if (said->certainty != RELATA_CERTAIN)
    g_string_append_printf(words, "; %s", relata_certainty_name(said->certainty));
  if (diagram->numbers_sources && said->document != RELATA_NONE)
    g_string_append_printf(words, "; source %u", diagram->sources->numbers[said->document]);
  if (relata_date_is_set(&said->when)) {
    g_autofree char *date = relata_date_in_words(&said->when);
    g_string_append_printf(words, "; dated %s", date);
  } else {
    g_string_append(words, "; without a date");
  }
  return g_string_free(words, FALSE);
}

RelataTimelineRow *
relata_timeline_event_row(RelataDiagram *diagram, const RelataCorpus *corpus, guint index, guint actor,
                          const char *before)
{
  const RelataEvent *event = relata_corpus_event(corpus, index);
  const RelataSchema *schema = relata_corpus_schema(corpus);
  const RelataEventType *info = relata_schema_event_type(schema, event->type);
  RelataTimelineRow *row = relata_timeline_row_new();
  g_autofree char *token = relata_sheet_token(event->said.id);
  g_autofree char *type = relata_sheet_token(info->id);
  g_autofree char *words = describe(corpus, event, actor, before);
  row->figures = relata_links_document_figure(diagram, corpus, event->said.document, token);
  row->text = relata_timeline_fit(words, before != NULL, row->figures);
  row->sign = sign_of(schema, info);
  row->id = g_strconcat("event__", token, NULL);
  row->classes = g_strdup_printf("event type-%s sign-%s", type, diagram->theme->signs[row->sign].name);
  row->tooltip = relata_tooltip_event(corpus, event);
  if (relata_date_is_set(&event->said.when)) {
    g_array_append_val(row->dates, event->said.when);
    g_array_append_val(row->marks, event->said.when);
  }
  row->spoken = say(diagram, corpus, event);
  return row;
}
