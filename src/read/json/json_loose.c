/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/json/json_loose.h"

#include "read/json/json_internal.h"
#include "read/json/json_split.h"
#include "read/pieces.h"

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
  if (cJSON_IsNull(item))
    return NULL;
  return cJSON_IsArray(item) ? item->child : item;
}

const cJSON *
relata_json_next(const cJSON *list, const cJSON *item)
{
  return cJSON_IsArray(list) ? item->next : NULL;
}

/* ── Records ── */

/* So many lines are looked at to see whether each is a record. */
#define LINES_LOOKED_AT 20

static gboolean
is_object(const RelataInput *input, const char *line, gsize n)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  g_autoptr(RelataJson) json = relata_json_new(input->shown, unheard);
  return cJSON_IsObject(relata_json_parse(json, line, n, 1));
}

/* Returns whether each line is a record, by one of the first that is a whole object: then a bad line costs
 * only itself. A value that is pretty-printed begins with a brace alone. */
static gboolean
is_lines(const RelataInput *input)
{
  const char *at = input->bytes, *end = input->bytes + input->n;
  if (end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  if (at == end || *at != '{' || strchr("\r\n", at[1]) != NULL)
    return FALSE;
  for (guint i = 0; i < LINES_LOOKED_AT; i++) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    if (newline == NULL)
      return FALSE;
    if (*at == '{' && is_object(input, at, (gsize)(newline - at)))
      return TRUE;
    at = newline + 1;
  }
  return FALSE;
}

static gboolean
each_line(const RelataInput *input, RelataJson *json, RelataJsonTake take, gpointer reader,
          RelataDiagnostics *diagnostics, GError **error)
{
  g_auto(RelataPieces) pieces = relata_pieces_begin(input);
  const char *line;
  gsize n;
  while (relata_pieces_line(&pieces, &line, &n, diagnostics, error)) {
    const cJSON *record =
        relata_json_skip_space(line, n) < n ? relata_json_parse(json, line, n, pieces.line) : NULL;
    if (record != NULL)
      take(reader, NULL, record);
  }
  return !pieces.failed;
}

gboolean
relata_json_each(const RelataInput *input, RelataJson *json, const char *const *keys, RelataJsonTake take,
                 gpointer reader, RelataDiagnostics *diagnostics, GError **error)
{
  if (keys == NULL && is_lines(input))
    return each_line(input, json, take, reader, diagnostics, error);
  g_autoptr(RelataJsonSplit) split = relata_json_split_new(input, json, keys);
  g_autoptr(GError) reason = NULL;
  const cJSON *record;
  const char *key;
  while ((record = relata_json_split_next(split, &key, &reason)) != NULL)
    take(reader, key, record);
  const RelataPlace place = {input->shown, 0, 0};
  if (relata_json_split_is_broken(split))
    relata_diagnose(diagnostics, RELATA_WARNING, "not-read", &place, NULL,
                    "the records after the syntax error are not read");
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}
