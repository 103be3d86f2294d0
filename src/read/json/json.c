/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The native format: corpus.json, one object that holds a corpus or part of one. It is read as one tree for
 * three reasons: its parts may stand in any order but are read in the order of their references, an
 * unsupported version may come last, and an error anywhere rejects the whole. Corpora too large for a tree
 * are written as JSON Lines. */
#include "read/beside.h"
#include "read/json/json_records.h"
#include "read/readers.h"
#include "text/error.h"

#include <cJSON.h>
#include <string.h>

gboolean
relata_json_recognises(const RelataInput *input)
{
  /* Not "title" nor "$schema", because many files that are not corpora begin with these. */
  static const char *const keys[] = {"relata", "schema", "documents", "actors",
                                     "events", "claims", "figures",   NULL};
  static const char *const kind[] = {"kind", NULL};
  g_autofree char *name = g_path_get_basename(input->path);
  if (strcmp(name, "corpus.json") == 0)
    return TRUE;
  if (g_str_has_suffix(name, ".view.json")) /* begins the same way, but defines a diagram */
    return FALSE;
  return relata_json_peek(input->bytes, input->n, keys) != NULL &&
         relata_json_peek(input->bytes, input->n, kind) == NULL; /* "kind" belongs to JSON Lines */
}

/* Reads a schema in a file of its own. If a folder is read, its schema.json was read before, and nothing
 * in it is new. */
static void
read_schema_file(const RelataJsonReading *reading, const cJSON *item)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n;
  if (!relata_read_beside(reading->input, item->valuestring, &bytes, &n, &error)) {
    const RelataPlace place = relata_json_place(reading->json, item);
    relata_diagnose(reading->diagnostics, relata_beside_severity(error), "unreadable-file", &place, NULL,
                    "\"schema\": %s", error->message);
    return;
  }
  /* Uses the same name as the folder's reader, so that a file that was read before is recognised. */
  const char *shown_as = reading->input->shown;
  g_autofree char *folder = g_path_get_dirname(shown_as);
  g_autofree char *joined = g_build_filename(folder, item->valuestring, NULL);
  const char *shown = strchr(shown_as, G_DIR_SEPARATOR) != NULL ? joined : item->valuestring;
  g_autofree char *real_folder = g_path_get_dirname(reading->input->path);
  g_autofree char *path = g_build_filename(real_folder, item->valuestring, NULL);
  const RelataInput input = {
      .path = path, .shown = relata_corpus_intern(reading->corpus, shown), .bytes = bytes, .n = n};
  relata_json_schema_read(reading->corpus, &input, reading->diagnostics, NULL);
}

static void
read_schema(const RelataJsonReading *reading, const cJSON *schema)
{
  if (cJSON_IsObject(schema))
    relata_json_read_schema(reading, schema);
  else if (cJSON_IsString(schema))
    read_schema_file(reading, schema);
  else if (schema != NULL)
    relata_json_complain(reading->json, schema, "wrong-type", NULL,
                         "\"schema\" must be an object or the name of a file in the same folder");
}

/* Reads the parts in the order in which they refer to each other, whatever their order in the file. */
static void
read_corpus(const RelataJsonReading *reading, const cJSON *root)
{
  typedef struct {
    const char *ignored, *title;
    const cJSON *relata, *schema, *documents, *origins, *actors, *events, *claims, *figures;
  } Written;
  static const RelataJsonField fields[] = {
      {"$schema", RELATA_JSON_STRING, offsetof(Written, ignored), FALSE, NULL}, /* for editors */
      RELATA_JSON_MAY(Written, relata, ANY),
      RELATA_JSON_MAY(Written, title, STRING),
      RELATA_JSON_MAY(Written, schema, ANY),
      RELATA_JSON_MAY(Written, documents, ARRAY),
      RELATA_JSON_MAY(Written, origins, ARRAY),
      RELATA_JSON_MAY(Written, actors, ARRAY),
      RELATA_JSON_MAY(Written, events, ARRAY),
      RELATA_JSON_MAY(Written, claims, ARRAY),
      RELATA_JSON_MAY(Written, figures, ARRAY),
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_json_fill(reading->json, root, "a corpus", fields, &written);
  if (!relata_json_check_version(reading, written.relata))
    return;
  if (relata_json_given(written.title) != NULL)
    relata_corpus_set_title(reading->corpus, written.title);
  read_schema(reading, written.schema);
  relata_json_read_all(reading, written.documents, relata_json_read_document);
  relata_json_read_all(reading, written.actors, relata_json_read_actor);
  relata_json_read_all(reading, written.origins, relata_json_read_origin);
  relata_json_read_all(reading, written.events, relata_json_read_event);
  relata_json_read_all(reading, written.claims, relata_json_read_claim);
  relata_json_read_all(reading, written.figures, relata_json_read_figure);
}

gboolean
relata_json_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                 GError **error)
{
  if (input->n > RELATA_MAX_JSON_BYTES) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT,
                "%s is larger than the %" G_GSIZE_FORMAT
                " MiB that are read as one JSON object: write it as JSON Lines",
                input->shown, RELATA_MAX_JSON_BYTES >> 20);
    return FALSE;
  }
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  const RelataJsonReading reading = {corpus, json, input, diagnostics};
  const cJSON *root = relata_json_parse(json, input->bytes, input->n, 1);
  if (root != NULL)
    read_corpus(&reading, root);
  return TRUE;
}
