/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON of other tools, which is not as strict as relata's own: ids that are numbers here and strings there,
 * keys that may be absent, one value where a list may stand. */
#ifndef RELATA_READ_JSON_JSON_LOOSE_H
#define RELATA_READ_JSON_JSON_LOOSE_H

#include "read/input.h"
#include "read/json/json_text.h"

G_BEGIN_DECLS

/* Returns whether the first record of a file has the key: the object at the top, or the first element of the
 * array at the top. For recognising a format: it knows the bytes that are held, and errors there are no
 * matter. O(64 KiB) */
gboolean relata_json_first_has(const RelataInput *input, const char *key);
/* Returns whether it has at least one of the keys, which end with NULL. */
gboolean relata_json_first_has_any(const RelataInput *input, const char *const *keys);

/* Returns a string that is not empty, borrowed; NULL for all else, and for item NULL. */
const char *relata_json_words(const cJSON *item);
/* Returns a string that is not empty, or a number as it is written, newly allocated; NULL for all else. */
char *relata_json_word(const RelataJson *json, const cJSON *item);
/* Returns a whole number from 0, which may be written as a string; −1 for all else. */
gint64 relata_json_offset(const cJSON *item);
/* Return the first, and the next, of the elements of an array; of any other value, itself alone; of null,
 * which some tools write for an empty list, none. */
const cJSON *relata_json_first(const cJSON *item);
const cJSON *relata_json_next(const cJSON *list, const cJSON *item);

/* Takes a record of a file; valid until it returns. key is the member of the top level that it is or is in,
 * NULL where it is in none. */
typedef void (*RelataJsonTake)(gpointer reader, const char *key, const cJSON *record);

/* Gives each record of the input (json_split.h, keys as there) to a function. Where each line is a record,
 * bad syntax costs the line; elsewhere it ends the reading, which is reported [not-read], and is no failure.
 * FALSE with *error where reading fails. Memory: the longest record. */
gboolean relata_json_each(const RelataInput *input, RelataJson *json, const char *const *keys,
                          RelataJsonTake take, gpointer reader, RelataDiagnostics *diagnostics,
                          GError **error);

G_END_DECLS

#endif
