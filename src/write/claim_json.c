/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One claim as a JSON object. */
#include "write/claim_json.h"

#include "corpus/origin.h"
#include "write/emit.h"

#include <math.h>

static void
add_position(cJSON *object, const char *key, gboolean known, guint position)
{
  cJSON_AddItemToObjectCS(object, key, known ? cJSON_CreateNumber(position) : cJSON_CreateNull());
}

/* Returns the id of an actor, else the words, or null. */
static cJSON *
speaker_json(const RelataCorpus *corpus, guint by, const char *words)
{
  const char *speaker = by != RELATA_NONE ? relata_corpus_actor(corpus, by)->id : words;
  return speaker != NULL ? cJSON_CreateString(speaker) : cJSON_CreateNull();
}

/* Returns who says so; where one says that another said it, the list of all. */
static cJSON *
speakers_json(const RelataCorpus *corpus, const RelataStatement *said)
{
  cJSON *last = speaker_json(corpus, said->by, said->by_text);
  if (said->through == NULL || cJSON_IsNull(last))
    return last;
  cJSON *list = cJSON_CreateArray();
  for (const RelataSpeaker *outer = said->through; outer->words != NULL; outer++)
    cJSON_AddItemToArray(list, speaker_json(corpus, outer->by, outer->words));
  cJSON_AddItemToArray(list, last);
  return list;
}

cJSON *
relata_layers_json(const char *const *layers)
{
  return cJSON_CreateStringArray(layers, (int)g_strv_length((char **)layers));
}

void
relata_statement_json(cJSON *object, const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataDocument *document =
      said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document) : NULL;
  g_autofree char *evidence = relata_corpus_evidence(corpus, said);
  gboolean placed = relata_span_is_set(said->span);
  relata_emit_string(object, "id", said->id);
  relata_emit_string(object, "document", document != NULL ? document->id : NULL);
  add_position(object, "start", placed, said->span.start);
  add_position(object, "end", placed, said->span.end);
  relata_emit_string(object, "text", evidence);
  if (said->misquoted)
    cJSON_AddItemToObjectCS(object, "misquoted", cJSON_CreateTrue());
  relata_emit_string(object, "when", said->when.edtf);
  relata_emit_string(object, "published", document != NULL ? document->published.edtf : NULL);
  cJSON_AddItemToObjectCS(object, "by", speakers_json(corpus, said));
  if (relata_corpus_place(corpus, said) != NULL)
    relata_emit_string(object, "place",
                       said->place != RELATA_NONE ? relata_corpus_actor(corpus, said->place)->id
                                                  : said->place_text);
  relata_emit_string(object, "stance", relata_stance_name(said->stance));
  relata_emit_string(object, "certainty", relata_certainty_name(said->certainty));
  if (!isnan(said->confidence))
    cJSON_AddItemToObjectCS(object, "confidence", cJSON_CreateNumber(said->confidence));
  if (said->credibility != 0)
    cJSON_AddItemToObjectCS(object, "credibility", cJSON_CreateNumber(said->credibility));
  if (document != NULL && document->grade != '\0') {
    const char reliability[] = {document->grade, '\0'};
    relata_emit_string(object, "reliability", reliability);
  }
  if (said->note != NULL)
    relata_emit_string(object, "note", said->note);
  if (said->layers != NULL)
    cJSON_AddItemToObjectCS(object, "layers", relata_layers_json(said->layers));
}

static void
add_number(cJSON *object, const char *key, double number)
{
  cJSON_AddItemToObjectCS(object, key, isnan(number) ? cJSON_CreateNull() : cJSON_CreateNumber(number));
}

cJSON *
relata_figure_json(const RelataCorpus *corpus, const RelataFigure *figure)
{
  const RelataMeasure *measure = relata_schema_measure(relata_corpus_schema(corpus), figure->measure);
  cJSON *json = cJSON_CreateObject();
  relata_emit_string(json, "measure", measure->id);
  relata_emit_string(json, "of",
                     figure->actor != RELATA_NONE ? relata_corpus_actor(corpus, figure->actor)->id : NULL);
  relata_emit_string(json, "event",
                     figure->event != RELATA_NONE ? relata_corpus_event(corpus, figure->event)->said.id
                                                  : NULL);
  if (figure->of_claim != NULL)
    relata_emit_string(json, "claim", figure->of_claim);
  add_number(json, "min", figure->min);
  add_number(json, "max", figure->max);
  if (!isnan(figure->best))
    add_number(json, "best", figure->best);
  if (relata_figure_contradicts_itself(figure))
    cJSON_AddTrueToObject(json, "contradictory");
  relata_emit_string(json, "unit", figure->unit != NULL ? figure->unit : measure->unit);
  relata_statement_json(json, corpus, &figure->said);
  return json;
}

void
relata_claim_json_add_figures(cJSON *object, const RelataCorpus *corpus, const char *claim_id)
{
  const GArray *figures = relata_corpus_figures_of_claim(corpus, claim_id);
  cJSON *list = figures != NULL ? cJSON_AddArrayToObject(object, "figures") : NULL;
  for (guint i = 0; list != NULL && i < figures->len; i++)
    cJSON_AddItemToArray(
        list, relata_figure_json(corpus, relata_corpus_figure(corpus, g_array_index(figures, guint, i))));
}

cJSON *
relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim)
{
  cJSON *object = cJSON_CreateObject();
  relata_statement_json(object, corpus, &claim->said);
  if (relata_claim_says_itself(corpus, claim))
    cJSON_AddItemToObjectCS(object, "says_so_itself", cJSON_CreateTrue());
  relata_claim_json_add_figures(object, corpus, claim->said.id);
  return object;
}
