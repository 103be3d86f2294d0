/* SPDX-License-Identifier: GPL-2.0-or-later */
/* STIX 2.0 and 2.1: a bundle, an array of objects, or one object after another. Objects are read one by one;
 * read/registry/stix.h says what is kept of each until the end. */
#include "read/registry/stix.h"

#include "read/json/json_loose.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

/* The member of a bundle that holds its objects. */
#define OBJECTS "objects"

/* ── Recognising ── */

/* Returns where the JSON begins, after a byte order mark and white space. */
static const char *
json_in(const RelataInput *input)
{
  const char *at = input->bytes + (g_str_has_prefix(input->bytes, "\xEF\xBB\xBF") ? 3 : 0);
  while (g_ascii_isspace(*at))
    at++;
  return at;
}

/* Returns where a value begins that follows the key "key", colon and blanks at `at`, else NULL. */
static const char *
value_of(const char *at, const char *key)
{
  const gsize n = strlen(key);
  if (strncmp(at, key, n) != 0)
    return NULL;
  at += n;
  at += strspn(at, " \t\r\n");
  if (*at != ':')
    return NULL;
  return at + 1 + strspn(at + 1, " \t\r\n");
}

/* Returns whether a string is an id of STIX: "malware--00e7d565-9883-4ee5-b642-8fd17fd6a3f5". */
static gboolean
is_stix_id(const char *at)
{
  static const guint groups[] = {8, 4, 4, 4, 12};
  if (*at++ != '"')
    return FALSE;
  const char *id = strstr(at, "--");
  if (id == NULL || id == at || strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789-") < (gsize)(id - at) + 2)
    return FALSE;
  id += 2;
  for (guint i = 0; i < G_N_ELEMENTS(groups); i++) {
    for (guint k = 0; k < groups[i]; k++)
      if (!g_ascii_isxdigit(*id++))
        return FALSE;
    if (*id++ != (i + 1 < G_N_ELEMENTS(groups) ? '-' : '"'))
      return FALSE;
  }
  return TRUE;
}

gboolean
relata_stix_recognises(const RelataInput *input)
{
  const char *at = json_in(input);
  if (*at != '{' && *at != '[')
    return FALSE;
  while ((at = strstr(at, "\"id\"")) != NULL) {
    const char *value = value_of(at, "\"id\"");
    if (value != NULL && is_stix_id(value))
      return TRUE;
    at += 4;
  }
  return FALSE;
}

/* ── Reading ── */

/* Returns how many objects at the beginning of the file have an id that begins so. */
static guint
count_ids(const char *at, const char *beginning)
{
  guint n = 0;
  for (; (at = strstr(at, "\"id\"")) != NULL; at += 4) {
    const char *value = value_of(at, "\"id\"");
    n += value != NULL && g_str_has_prefix(value, beginning) ? 1 : 0;
  }
  return n;
}

/* Returns whether the file is one object with an array of objects, and no other after it. */
static gboolean
is_bundle(const RelataInput *input)
{
  const char *at = json_in(input);
  if (*at != '{' || count_ids(at, "\"bundle--") > 1)
    return FALSE;
  while ((at = strstr(at, "\"objects\"")) != NULL) {
    const char *value = value_of(at, "\"objects\"");
    if (value != NULL && *value == '[')
      return TRUE;
    at += 9;
  }
  return FALSE;
}

/* Returns the array of objects of a bundle that is one record among several, else NULL. */
static const cJSON *
objects_of(const cJSON *record)
{
  if (!cJSON_IsObject(record))
    return NULL;
  const char *type = cJSON_GetStringValue(relata_json_member(record, "type"));
  const cJSON *objects = relata_json_member(record, "objects");
  return g_strcmp0(type, "bundle") == 0 && cJSON_IsArray(objects) ? objects : NULL;
}

static void
keep_record(RelataStix *stix, RelataJson *json, const cJSON *record)
{
  const cJSON *objects = objects_of(record);
  if (objects == NULL)
    relata_stix_keep(stix, json, record);
  for (const cJSON *object = objects != NULL ? objects->child : NULL; object != NULL; object = object->next)
    relata_stix_keep(stix, json, object);
}

/* Counts a member of the bundle that is not used. */
static void
count_member(const RelataStix *stix, const char *key)
{
  static const char *const plain[] = {"type", "id", "spec_version", NULL};
  if (!g_strv_contains(plain, key))
    relata_account_unused(stix->input->account, key);
}

typedef struct {
  RelataStix *stix;
  RelataJson *json;
  gboolean bundle; /* the file is one object with an array of objects */
} Keeping;

static void
take_record(gpointer data, const char *key, const cJSON *record)
{
  const Keeping *keeping = data;
  if (keeping->bundle && g_strcmp0(key, OBJECTS) != 0)
    count_member(keeping->stix, key);
  else
    keep_record(keeping->stix, keeping->json, record);
}

/* Keeps what is needed of all objects. FALSE with *error where reading fails. */
static gboolean
keep_all(RelataStix *stix, GError **error)
{
  static const char *const keys[] = {OBJECTS, NULL};
  g_autoptr(RelataJson) json = relata_json_new(stix->input->shown, stix->diagnostics);
  Keeping keeping = {stix, json, is_bundle(stix->input)};
  return relata_json_each(stix->input, json, keeping.bundle ? keys : NULL, take_record, &keeping,
                          stix->diagnostics, error);
}

gboolean
relata_stix_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                 GError **error)
{
  RelataStix stix = relata_stix_begin(corpus, input, diagnostics);
  relata_account_begin(input->account, "stix", "object", "property");
  const gboolean ok = keep_all(&stix, error);
  if (ok) {
    relata_stix_declare_actors(&stix);
    relata_stix_add_claims(&stix);
  }
  relata_stix_end(&stix);
  return ok;
}
