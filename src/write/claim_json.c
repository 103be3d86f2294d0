/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/claim_json.h"

static void
add_string(cJSON *object, const char *key, const char *value)
{
  if (value != NULL)
    cJSON_AddStringToObject(object, key, value);
  else
    cJSON_AddNullToObject(object, key);
}

static void
add_position(cJSON *object, const char *key, gboolean is_set, guint position)
{
  if (is_set)
    cJSON_AddNumberToObject(object, key, position);
  else
    cJSON_AddNullToObject(object, key);
}

void
relata_statement_json(cJSON *object, const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataDocument *document =
    said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document) : NULL;
  const gboolean has_span = relata_span_is_set(said->span);
  g_autofree char *text = relata_corpus_evidence(corpus, said);
  cJSON_AddStringToObject(object, "id", said->id);
  add_string(object, "document", document != NULL ? document->id : NULL);
  add_position(object, "start", has_span, said->span.start);
  add_position(object, "end", has_span, said->span.end);
  add_string(object, "text", text);
  add_string(object, "when", said->when.edtf);
  add_string(object, "published", document != NULL ? document->published.edtf : NULL);
  add_string(object, "by", said->by != RELATA_NONE ? relata_corpus_actor(corpus, said->by)->id : said->by_text);
  cJSON_AddStringToObject(object, "stance", relata_stance_name(said->stance));
  cJSON_AddStringToObject(object, "certainty", relata_certainty_name(said->certainty));
  if (!isnan(said->confidence))
    cJSON_AddNumberToObject(object, "confidence", said->confidence);
  if (said->note != NULL)
    cJSON_AddStringToObject(object, "note", said->note);
}

cJSON *
relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim)
{
  cJSON *object = cJSON_CreateObject();
  relata_statement_json(object, corpus, &claim->said);
  return object;
}
