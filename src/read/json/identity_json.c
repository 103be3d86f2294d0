/* SPDX-License-Identifier: GPL-2.0-or-later */
/* identity.json: what a user decided about who is who, {"same": [["joris-kade", "J. Kade"]], "different":
 * [["a:T3", "b:T1"]]}. `relata check --identity` proposes its lines. */
#include "corpus/identity.h"
#include "read/json/json_records.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

gboolean
relata_identity_json_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"same", "different", NULL};
  g_autofree char *name = g_path_get_basename(input->path);
  return strcmp(name, RELATA_IDENTITY_JSON) == 0 || relata_json_peek(input->bytes, input->n, keys) != NULL;
}

static void
read_lists(const RelataJsonReading *reading, const cJSON *lists, gboolean same)
{
  static const RelataJsonField field = {"names", RELATA_JSON_STRINGS, 0, FALSE, NULL};
  for (const cJSON *list = lists != NULL ? lists->child : NULL; list != NULL; list = list->next) {
    const cJSON *names = NULL;
    if (!relata_json_take(reading->json, list, &field, &names))
      continue;
    if (cJSON_GetArraySize(names) < 2) {
      relata_json_complain(reading->json, list, "wrong-value", NULL,
                           "a list of who is %s needs at least two names", same ? "the same" : "different");
      continue;
    }
    g_autofree const char **strings = relata_json_strv(names);
    relata_corpus_add_decision(reading->corpus, same, strings, (guint)g_strv_length((char **)strings),
                               relata_json_place(reading->json, list));
  }
}

gboolean
relata_identity_json_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                          GError **error G_GNUC_UNUSED)
{
  typedef struct {
    const char *ignored;
    const cJSON *same, *different;
  } Written;
  static const RelataJsonField fields[] = {
      {"$schema", RELATA_JSON_STRING, offsetof(Written, ignored), FALSE, NULL}, /* for editors */
      RELATA_JSON_MAY(Written, same, ARRAY),
      RELATA_JSON_MAY(Written, different, ARRAY),
      RELATA_JSON_END,
  };
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  const RelataJsonReading reading = {corpus, json, input, diagnostics};
  const cJSON *root = relata_json_parse(json, input->bytes, input->n, 1);
  Written written = {0};
  if (root == NULL)
    return TRUE;
  relata_json_fill(json, root, "identity.json", fields, &written);
  read_lists(&reading, written.same, TRUE);
  read_lists(&reading, written.different, FALSE);
  return TRUE;
}
