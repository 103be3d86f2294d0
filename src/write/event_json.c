/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/event_json.h"

#include "write/claim_json.h"
#include "write/emit.h"

static void
add_roles(cJSON *object, const RelataCorpus *corpus, const RelataEvent *event)
{
  cJSON *roles = cJSON_AddArrayToObject(object, "roles");
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    cJSON *row = cJSON_CreateObject();
    relata_emit_string(row, "role", argument->role);
    if (argument->actor != RELATA_NONE)
      relata_emit_string(row, "actor", relata_corpus_actor(corpus, argument->actor)->id);
    else
      relata_emit_string(row, "event", relata_corpus_event(corpus, argument->event)->said.id);
    cJSON_AddItemToArray(roles, row);
  }
}

static cJSON *
event_json(const RelataSelection *selection, guint index)
{
  const RelataCorpus *corpus = relata_selection_corpus(selection);
  const RelataEvent *event = relata_corpus_event(corpus, index);
  cJSON *object = cJSON_CreateObject();
  relata_emit_string(object, "type", relata_schema_event_type(relata_corpus_schema(corpus), event->type)->id);
  relata_emit_string(object, "label", event->label);
  add_roles(object, corpus, event);
  relata_statement_json(object, corpus, &event->said);
  cJSON *figures = cJSON_AddArrayToObject(object, "figures");
  for (guint i = 0; i < relata_corpus_n_figures(corpus); i++) {
    const RelataFigure *figure = relata_corpus_figure(corpus, i);
    if (figure->event == index && relata_selection_has_figure(selection, figure))
      cJSON_AddItemToArray(figures, relata_figure_json(corpus, figure));
  }
  return object;
}

void
relata_events_json_add(cJSON *object, const RelataSelection *selection, guint actor, guint document)
{
  g_autoptr(GArray) events = relata_selection_events_of(selection, actor, document);
  cJSON *list = cJSON_AddArrayToObject(object, "events");
  for (guint i = 0; i < events->len; i++)
    cJSON_AddItemToArray(list, event_json(selection, g_array_index(events, guint, i)));
}

void
relata_tieless_json_add(cJSON *object, const RelataCorpus *corpus)
{
  cJSON *counts = NULL;
  for (guint why = 0; why < RELATA_N_TIELESS; why++) {
    const guint n = relata_corpus_n_tieless(corpus, (RelataTieless)why);
    if (n > 0 && counts == NULL)
      counts = cJSON_AddObjectToObject(object, "events_without_ties");
    if (n > 0)
      cJSON_AddNumberToObject(counts, relata_tieless_names[why], n);
  }
}
