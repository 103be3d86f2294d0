/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What json_scan.c, json_text.c and json_fields.c share and nobody else sees. */
#ifndef RELATA_READ_JSON_INTERNAL_H
#define RELATA_READ_JSON_INTERNAL_H

#include "read/json_text.h"

#include <glib.h>

G_BEGIN_DECLS

/* The first thing that is wrong. */
typedef struct {
  gsize at;         /* byte offset; all before it is valid UTF-8 */
  const char *code; /* a diagnostic's code */
  char *message;    /* free with g_free() */
  const char *hint; /* constant, or NULL */
} RelataJsonFault;

/* Whether bytes are one JSON value (RFC 8259), strictly: everything but duplicate keys, which
 * are seen better where keys are decoded. Sets the first of offsets (of
 * guint32) to the byte offset of every value in document order, a container before what it holds.
 * FALSE fills *fault. n ≤ G_MAXINT. O(n), constant stack. */
gboolean relata_json_scan(const char *bytes, gsize n, GArray *offsets, RelataJsonFault *fault);

/* How many bytes of a stranger's word to show in a message ("%.*s"): at most 60, no character halved. */
int relata_json_shown_length(const char *word);

/* As relata_json_complain(), but at the key of an object's member. */
void relata_json_complain_key(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                              const char *format, ...) G_GNUC_PRINTF(5, 6);
/* Whether so many errors were said already that looking for hints is a waste. */
gboolean relata_json_is_flooded(const RelataJson *json);

G_END_DECLS

#endif
