/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One claim as a JSON object. */
#include "write/claim_json.h"

#include "write/emit.h"

#include <math.h>

static void
add_position(cJSON *object, const char *key, gboolean known, guint position)
{
  cJSON_AddItemToObjectCS(object, key, known ? cJSON_CreateNumber(position) : cJSON_CreateNull());
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
  relata_emit_string(object, "by",
                     said->by != RELATA_NONE ? relata_corpus_actor(corpus, said->by)->id : said->by_text);
  relata_emit_string(object, "stance", relata_stance_name(said->stance));
  relata_emit_string(object, "certainty", relata_certainty_name(said->certainty));
  if (!isnan(said->confidence))
    cJSON_AddItemToObjectCS(object, "confidence", cJSON_CreateNumber(said->confidence));
  if (said->note != NULL)
    relata_emit_string(object, "note", said->note);
}

cJSON *
relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim)
{
  cJSON *object = cJSON_CreateObject();
  relata_statement_json(object, corpus, &claim->said);
  return object;
}
