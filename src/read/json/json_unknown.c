/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reports the keys of an object that no row of its table has. One slip is one error: what a key stands for is
 * not missing too. */
#include "read/json/json_internal.h"

#include "text/message.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* What other formats call the keys of ours. */
static const struct {
  const char *other, *key;
} other_names[] = {{"source", "from"},    {"target", "to"},  {"subject", "from"},  {"object", "to"},
                   {"head", "from"},      {"tail", "to"},    {"relation", "type"}, {"predicate", "type"},
                   {"date", "when"},      {"quote", "text"}, {"evidence", "text"}, {"speaker", "by"},
                   {"location", "place"}, {"actor", "of"}};

/* Returns the row of the key, or G_MAXUINT. */
static guint
row_of(const RelataJsonField *fields, const char *key)
{
  for (guint row = 0; fields[row].key != NULL; row++)
    if (strcmp(fields[row].key, key) == 0)
      return row;
  return G_MAXUINT;
}

/* Returns the row of the key that another format calls so, if the object lacks it; else G_MAXUINT. */
static guint
meant_row(const RelataJsonField *fields, const char *other, guint64 seen)
{
  for (guint i = 0; i < G_N_ELEMENTS(other_names); i++) {
    const guint row =
        strcmp(other_names[i].other, other) == 0 ? row_of(fields, other_names[i].key) : G_MAXUINT;
    if (row != G_MAXUINT && (seen & relata_json_bit(row)) == 0)
      return row;
  }
  return G_MAXUINT;
}

/* Reports one key, with the nearest that there is, or all. Returns the row of the nearest, or G_MAXUINT. */
static guint
complain_one(RelataJson *json, const cJSON *member, const char *what, const RelataJsonField *fields)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new();
  for (const RelataJsonField *field = fields; field->key != NULL; field++)
    g_ptr_array_add(keys, (gpointer)field->key);
  g_ptr_array_add(keys, NULL);
  const char *const *words = (const char *const *)keys->pdata;
  const gboolean flooded = relata_json_is_flooded(json);
  const char *near = flooded ? NULL : relata_name_suggest(member->string, words, keys->len - 1);
  g_autofree char *hint = flooded ? NULL : relata_hint_or_list(member->string, words);
  relata_json_complain_key(json, member, "unknown-key", hint, "%s has no key \"%.*s\"", what,
                           relata_json_shown_length(member->string), member->string);
  return near != NULL ? row_of(fields, near) : G_MAXUINT;
}

static void
append_quoted(GString *list, guint i, guint n, const char *word)
{
  g_string_append_printf(list, "%s\"%s\"", relata_comma(i, n), word);
}

guint64
relata_json_complain_unknown(RelataJson *json, const GPtrArray *members, const char *what,
                             const RelataJsonField *fields, guint64 seen)
{
  g_autoptr(GPtrArray) renamed = g_ptr_array_new();
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < members->len; i++) {
    cJSON *member = g_ptr_array_index(members, i);
    guint row = meant_row(fields, member->string, seen);
    if (row != G_MAXUINT) {
      g_ptr_array_add(renamed, member);
      g_array_append_val(rows, row);
    } else {
      row = complain_one(json, member, what, fields);
    }
    seen |= row != G_MAXUINT ? relata_json_bit(row) : 0;
  }
  if (renamed->len == 0)
    return seen;
  g_autoptr(GString) wrong = g_string_new(NULL), right = g_string_new(NULL);
  for (guint i = 0; i < renamed->len; i++) {
    append_quoted(wrong, i, renamed->len, ((const cJSON *)g_ptr_array_index(renamed, i))->string);
    append_quoted(right, i, renamed->len, fields[g_array_index(rows, guint, i)].key);
  }
  g_autofree char *hint = g_strdup_printf("did you mean %s?", right->str);
  relata_json_complain_key(json, g_ptr_array_index(renamed, 0), "unknown-key", hint, "%s has no key%s %s",
                           what, relata_plural(renamed->len), wrong->str);
  return seen;
}
