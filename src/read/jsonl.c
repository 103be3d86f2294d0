/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON Lines: one record a line, each with its "kind". A line's tree is gone before the next is made, so that
 * reading needs no memory beyond the model and the longest line; a bad line costs that line only. */
#include "read/json_records.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

/* {"kind": "corpus", …}: what stands at the head of corpus.json. FALSE where the version is another. */
static gboolean
read_head(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    const char *title;
    const cJSON *relata;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, relata, ANY),
      RELATA_JSON_MAY(Written, title, STRING),
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_json_fill(reading->json, record, "a corpus", fields, &written);
  if (!relata_json_check_version(reading, written.relata))
    return FALSE;
  if (relata_json_given(written.title) != NULL)
    relata_corpus_set_title(reading->corpus, written.title);
  return TRUE;
}

/* The values of "kind", and who reads them; the first, the head, is another matter. Types come as parts of a
 * schema, since a relation type has a "kind" of its own. */
static const char *const kinds[] = {"corpus", "schema", "document", "actor",
                                    "event",  "claim",  "figure",   NULL};
static const RelataJsonRecordReader readers[] = {
    NULL,
    relata_json_read_schema,
    relata_json_read_document,
    relata_json_read_actor,
    relata_json_read_event,
    relata_json_read_claim,
    relata_json_read_figure,
};
G_STATIC_ASSERT(G_N_ELEMENTS(kinds) == G_N_ELEMENTS(readers) + 1);

/* FALSE where the rest of the file is not to be read. */
static gboolean
read_record(const RelataJsonReading *reading, cJSON *record)
{
  static const RelataJsonField field = {"kind", RELATA_JSON_WORD, 0, TRUE, kinds};
  cJSON *kind = cJSON_IsObject(record) ? cJSON_DetachItemFromObjectCaseSensitive(record, "kind") : NULL;
  int index = -1;
  gboolean go_on = TRUE;
  if (kind == NULL)
    relata_json_complain(reading->json, record, "missing-key", NULL,
                         "a line must be an object with a key \"kind\"");
  else if (relata_json_take(reading->json, kind, &field, &index) && readers[index] == NULL)
    go_on = read_head(reading, record);
  else if (index >= 0)
    readers[index](reading, record);
  cJSON_Delete(kind);
  return go_on;
}

static gboolean
is_blank(const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isspace(bytes[i]))
      return FALSE;
  return TRUE;
}

gboolean
relata_jsonl_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"kind", NULL};
  return g_str_has_suffix(input->path, ".jsonl") || g_str_has_suffix(input->path, ".ndjson") ||
         relata_json_peek(input->bytes, input->n, keys) != NULL;
}

gboolean
relata_jsonl_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                  GError **error G_GNUC_UNUSED)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  const RelataJsonReading reading = {corpus, json, input, diagnostics};
  const char *at = input->bytes, *end = input->bytes + input->n;
  for (guint line = 1; at < end; line++) {
    const char *line_end = memchr(at, '\n', (gsize)(end - at));
    if (line_end == NULL)
      line_end = end;
    const gsize n = (gsize)(line_end - at);
    if (!is_blank(at, n)) {
      cJSON *record = relata_json_parse(json, at, n, line);
      if (record != NULL && !read_record(&reading, record))
        return TRUE;
    }
    at = line_end + 1;
  }
  return TRUE;
}
