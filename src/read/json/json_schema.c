/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads schema.json: the types of a corpus, in the same form as the "schema" of corpus.json. */
#include "read/json/json_records.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

static void
set_role(const RelataJsonReading *reading, RelataRoleMeaning meaning, const cJSON *roles)
{
  if (roles == NULL)
    return;
  g_autofree const char **names = relata_json_strv(roles);
  relata_schema_set_role(relata_corpus_schema(reading->corpus), meaning, names);
}

static void
read_roles(const RelataJsonReading *reading, const cJSON *roles)
{
  typedef struct {
    const cJSON *by, *when, *place;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, by, STRINGS),
      RELATA_JSON_MAY(Written, when, STRINGS),
      RELATA_JSON_MAY(Written, place, STRINGS),
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_json_fill(reading->json, roles, "\"roles\"", fields, &written);
  set_role(reading, RELATA_ROLE_BY, written.by);
  set_role(reading, RELATA_ROLE_WHEN, written.when);
  set_role(reading, RELATA_ROLE_PLACE, written.place);
}

void
relata_json_read_schema(const RelataJsonReading *reading, const cJSON *schema)
{
  typedef struct {
    const char *ignored;
    const cJSON *relata, *actor_types, *relation_types, *event_types, *measures, *marks, *roles;
  } Written;
  static const RelataJsonField fields[] = {
      {"$schema", RELATA_JSON_STRING, offsetof(Written, ignored), FALSE, NULL}, /* for editors */
      RELATA_JSON_MAY(Written, relata, ANY),
      RELATA_JSON_MAY(Written, actor_types, ARRAY),
      RELATA_JSON_MAY(Written, relation_types, ARRAY),
      RELATA_JSON_MAY(Written, event_types, ARRAY),
      RELATA_JSON_MAY(Written, measures, ARRAY),
      RELATA_JSON_MAY(Written, marks, ARRAY),
      RELATA_JSON_MAY(Written, roles, OBJECT),
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_json_fill(reading->json, schema, "a schema", fields, &written);
  if (!relata_json_check_version(reading, written.relata))
    return;
  relata_json_read_all(reading, written.actor_types, relata_json_read_actor_type);
  relata_json_read_all(reading, written.relation_types, relata_json_read_relation_type);
  relata_json_read_all(reading, written.event_types, relata_json_read_event_type);
  relata_json_read_all(reading, written.measures, relata_json_read_measure);
  relata_json_read_all(reading, written.marks, relata_json_read_mark);
  if (written.roles != NULL)
    read_roles(reading, written.roles);
}

gboolean
relata_json_schema_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"actor_types", "relation_types", "event_types", "measures",
                                     "marks",       "roles",          NULL};
  static const char *const kind[] = {"kind", NULL};
  g_autofree char *name = g_path_get_basename(input->path);
  if (strcmp(name, "schema.json") == 0)
    return TRUE;
  return relata_json_peek(input->bytes, input->n, keys) != NULL &&
         relata_json_peek(input->bytes, input->n, kind) == NULL; /* "kind" belongs to JSON Lines */
}

gboolean
relata_json_schema_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                        GError **error G_GNUC_UNUSED)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  const RelataJsonReading reading = {corpus, json, input, diagnostics};
  const cJSON *root = relata_json_parse(json, input->bytes, input->n, 1);
  if (root != NULL)
    relata_json_read_schema(&reading, root);
  return TRUE;
}
