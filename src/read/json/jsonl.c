/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON Lines: one record per line, each with its "kind"; or the same records as the elements of an array.
 * Both are read in pieces: a record's tree is freed before the next is made, so that reading needs no memory
 * beyond the model and the longest record. A bad line does not affect the others. */
#include "read/json/json_records.h"
#include "read/json/json_split.h"
#include "read/pieces.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

/* Reads {"kind": "corpus", …}, the fields at the head of corpus.json. FALSE for an unsupported version. */
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

/* The values of "kind" and their readers; the first, the head, is read separately. Types come as parts of a
 * schema, because a relation type has a "kind" of its own. */
static const char *const kinds[] = {"corpus", "schema", "document", "actor", "event",
                                    "claim",  "figure", "origin",   NULL};
static const RelataJsonRecordReader readers[] = {
    NULL,
    relata_json_read_schema,
    relata_json_read_document,
    relata_json_read_actor,
    relata_json_read_event,
    relata_json_read_claim,
    relata_json_read_figure,
    relata_json_read_origin,
};
G_STATIC_ASSERT(G_N_ELEMENTS(kinds) == G_N_ELEMENTS(readers) + 1);

/* Reads a record. FALSE where the rest of the file must not be read. `what` is a line, or a record of an
 * array. */
static gboolean
read_record(const RelataJsonReading *reading, cJSON *record, const char *what)
{
  static const RelataJsonField field = {"kind", RELATA_JSON_WORD, 0, TRUE, kinds};
  cJSON *kind = cJSON_IsObject(record) ? cJSON_DetachItemFromObjectCaseSensitive(record, "kind") : NULL;
  int index = -1;
  gboolean go_on = TRUE;
  if (kind == NULL)
    relata_json_complain(reading->json, record, "missing-key", NULL,
                         "a %s must be an object with a key \"kind\"", what);
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

/* Returns where the array at the top of the file begins, or NULL. */
static const char *
array_in(const RelataInput *input)
{
  const char *at = input->bytes, *end = input->bytes + input->n;
  if (g_str_has_prefix(at, "\xEF\xBB\xBF"))
    at += 3;
  while (at < end && g_ascii_isspace(*at))
    at++;
  return at < end && *at == '[' ? at : NULL;
}

gboolean
relata_jsonl_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"kind", NULL};
  const char *array = array_in(input), *end = input->bytes + input->n;
  if (g_str_has_suffix(input->path, ".jsonl") || g_str_has_suffix(input->path, ".ndjson"))
    return TRUE;
  return array != NULL ? relata_json_peek(array + 1, (gsize)(end - array) - 1, keys) != NULL
                       : relata_json_peek(input->bytes, input->n, keys) != NULL;
}

static gboolean
read_array(const RelataJsonReading *reading, GError **error)
{
  g_autoptr(RelataJsonSplit) split = relata_json_split_new(reading->input, reading->json, NULL);
  g_autoptr(GError) reason = NULL;
  cJSON *record;
  do
    record = relata_json_split_next(split, NULL, &reason);
  while (record != NULL && read_record(reading, record, "record"));
  const RelataPlace place = {reading->input->shown, 0, 0};
  if (relata_json_split_is_broken(split))
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "not-read", &place, NULL,
                    "the records after the syntax error are not read");
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}

static gboolean
read_lines(const RelataJsonReading *reading, GError **error)
{
  g_auto(RelataPieces) pieces = relata_pieces_begin(reading->input);
  const char *line;
  gsize n;
  while (relata_pieces_line(&pieces, &line, &n, reading->diagnostics, error)) {
    if (is_blank(line, n))
      continue;
    cJSON *record = relata_json_parse(reading->json, line, n, pieces.line);
    if (record != NULL && !read_record(reading, record, "line"))
      break;
  }
  return !pieces.failed;
}

gboolean
relata_jsonl_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                  GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  const RelataJsonReading reading = {corpus, json, input, diagnostics};
  return (array_in(input) != NULL ? read_array : read_lines)(&reading, error);
}
