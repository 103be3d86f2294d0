/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads JSON of any length record by record. Each record becomes a tree once, which is freed before the next
 * one is sought, so that memory grows with the longest record and not with the file. */
#ifndef RELATA_READ_JSON_JSON_SPLIT_H
#define RELATA_READ_JSON_JSON_SPLIT_H

#include "read/input.h"
#include "read/json/json_text.h"

G_BEGIN_DECLS

/* The records of an input are
 *   - the elements, where the top level is an array;
 *   - the values of its members in order, where the top level is an object; for members that `keys` names,
 *     the elements of their arrays instead. With keys NULL the object itself is one record;
 *   - else its values, one after another, with or without white space between them.
 * A record is never longer than RELATA_MAX_JSON_BYTES. */
typedef struct RelataJsonSplit RelataJsonSplit;

/* Borrows input, json (which makes the trees and reports errors) and keys (NULL, or strings ending with
 * NULL). */
RelataJsonSplit *relata_json_split_new(const RelataInput *input, RelataJson *json, const char *const *keys);
void relata_json_split_free(RelataJsonSplit *split);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataJsonSplit, relata_json_split_free)

/* Returns the next record, owned by json and valid until the next call; its places count from the beginning
 * of the input. Sets *key (key may be NULL) to the member that the record is or is in, borrowed for as long,
 * or to NULL. Reports and skips a record with a duplicate key. Returns NULL at the end; after bad syntax,
 * which it reports, because what follows cannot be trusted; and with *error where reading fails. */
cJSON *relata_json_split_next(RelataJsonSplit *split, const char **key, GError **error);
/* Returns whether bad syntax ended it, so that there may be more that was not read. */
gboolean relata_json_split_is_broken(const RelataJsonSplit *split);

G_END_DECLS

#endif
