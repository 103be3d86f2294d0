/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON of any length, record by record: of each a tree is made, once, that is gone before the next is looked
 * for, so that memory grows with the longest record and not with the file. */
#ifndef RELATA_READ_JSON_SPLIT_H
#define RELATA_READ_JSON_SPLIT_H

#include "read/input.h"
#include "read/json_text.h"

G_BEGIN_DECLS

/* The records of an input are
 *   - the elements of an array at its top;
 *   - of an object at its top, the values of its members in their order, but of those members that `keys`
 * names the elements of their arrays. With keys NULL the object itself is a record;
 *   - else its values, one after another with or without white space between them.
 * A record is never longer than RELATA_MAX_JSON_BYTES. */
typedef struct RelataJsonSplit RelataJsonSplit;

/* input, json (which makes the trees and words the complaints) and keys (NULL, or strings and NULL at the
 * end) are borrowed. */
RelataJsonSplit *relata_json_split_new(const RelataInput *input, RelataJson *json, const char *const *keys);
void relata_json_split_free(RelataJsonSplit *split);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataJsonSplit, relata_json_split_free)

/* The next record, owned by json and valid until the next call; its places count from the input's beginning.
 * *key, which may be NULL, is set to the member that it is or is in, borrowed as long, or to NULL. A record
 * with a key twice is said and left out. NULL at the end; after bad syntax, which was said: what follows
 * cannot be trusted; and with *error where reading fails. */
cJSON *relata_json_split_next(RelataJsonSplit *split, const char **key, GError **error);

G_END_DECLS

#endif
