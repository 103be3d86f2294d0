/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One claim as a JSON object. */
#include "write/claim_json.h"

#include "text/display.h"

#include <math.h>

void
relata_json_add_string(cJSON *object, const char *key, const char *value)
{
  cJSON_AddItemToObjectCS(object, key, value != NULL ? cJSON_CreateString(value) : cJSON_CreateNull());
}

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
  relata_json_add_string(object, "id", said->id);
  relata_json_add_string(object, "document", document != NULL ? document->id : NULL);
  add_position(object, "start", placed, said->span.start);
  add_position(object, "end", placed, said->span.end);
  relata_json_add_string(object, "text", evidence);
  relata_json_add_string(object, "when", said->when.edtf);
  relata_json_add_string(object, "published", document != NULL ? document->published.edtf : NULL);
  relata_json_add_string(object, "by",
                         said->by != RELATA_NONE ? relata_corpus_actor(corpus, said->by)->id : said->by_text);
  relata_json_add_string(object, "stance", relata_stance_name(said->stance));
  relata_json_add_string(object, "certainty", relata_certainty_name(said->certainty));
  if (!isnan(said->confidence))
    cJSON_AddItemToObjectCS(object, "confidence", cJSON_CreateNumber(said->confidence));
  if (said->note != NULL)
    relata_json_add_string(object, "note", said->note);
}

cJSON *
relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim)
{
  cJSON *object = cJSON_CreateObject();
  relata_statement_json(object, corpus, &claim->said);
  return object;
}

char *
relata_json_text(const cJSON *value, gboolean one_line)
{
  char *text = one_line ? cJSON_PrintUnformatted(value) : cJSON_Print(value);
  GString *safe = g_string_sized_new(strlen(text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (c < 0x80 || !relata_display_is_invisible(c))
      g_string_append_unichar(safe, c);
    else if (c < 0x10000)
      g_string_append_printf(safe, "\\u%04x", c);
    else
      g_string_append_printf(safe, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
  }
  cJSON_free(text);
  return g_string_free(safe, FALSE);
}

char *
relata_json_print(cJSON *object, gboolean one_line)
{
  g_autofree char *text = relata_json_text(object, one_line);
  cJSON_Delete(object);
  return g_strconcat(text, "\n", NULL);
}
