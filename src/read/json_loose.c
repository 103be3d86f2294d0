/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/json_loose.h"

#include "read/json_split.h"

#include <cJSON.h>
#include <string.h>

/* Integers above this are no exact doubles, and no offsets. */
#define MOST_OFFSET 9007199254740992.0

gboolean
relata_json_first_has_any(const RelataInput *input, const char *const *keys)
{
  const char *at = input->bytes, *end = input->bytes + input->n;
  if (end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  while (at < end && (g_ascii_isspace(*at) || *at == '['))
    at++;
  return relata_json_peek(at, (gsize)(end - at), keys) != NULL;
}

gboolean
relata_json_first_has(const RelataInput *input, const char *key)
{
  const char *const keys[] = {key, NULL};
  return relata_json_first_has_any(input, keys);
}

const char *
relata_json_words(const cJSON *item)
{
  const char *words = item != NULL ? cJSON_GetStringValue(item) : NULL;
  return words != NULL && *words != '\0' ? words : NULL;
}

char *
relata_json_word(const RelataJson *json, const cJSON *item)
{
  return cJSON_IsNumber(item) ? relata_json_number(json, item) : g_strdup(relata_json_words(item));
}

gint64
relata_json_offset(const cJSON *item)
{
  const char *words = relata_json_words(item);
  if (words != NULL && strlen(words) < 16 && strspn(words, "0123456789") == strlen(words))
    return g_ascii_strtoll(words, NULL, 10);
  if (!cJSON_IsNumber(item) || item->valuedouble < 0 || item->valuedouble > MOST_OFFSET)
    return -1;
  const gint64 offset = (gint64)item->valuedouble;
  return (double)offset < item->valuedouble ? -1 : offset;
}

const cJSON *
relata_json_first(const cJSON *item)
{
  return cJSON_IsArray(item) ? item->child : item;
}

const cJSON *
relata_json_next(const cJSON *list, const cJSON *item)
{
  return cJSON_IsArray(list) ? item->next : NULL;
}

gboolean
relata_json_each(const RelataInput *input, RelataJson *json, const char *const *keys, RelataJsonTake take,
                 gpointer reader, RelataDiagnostics *diagnostics, GError **error)
{
  g_autoptr(RelataJsonSplit) split = relata_json_split_new(input, json, keys);
  g_autoptr(GError) reason = NULL;
  const cJSON *record;
  while ((record = relata_json_split_next(split, NULL, &reason)) != NULL)
    take(reader, record);
  const RelataPlace place = {input->shown, 0, 0};
  if (relata_json_split_is_broken(split))
    relata_diagnose(diagnostics, RELATA_WARNING, "not-read", &place, NULL,
                    "the records after the syntax error are not read");
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}
