/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether bytes are one JSON value (RFC 8259), strictly; private to the JSON files of read/. */
#ifndef RELATA_READ_JSON_SCAN_H
#define RELATA_READ_JSON_SCAN_H

#include <glib.h>

G_BEGIN_DECLS

/* The first thing that is wrong. */
typedef struct {
  gsize at;         /* byte offset; all before it is valid UTF-8 */
  const char *code; /* a diagnostic's code */
  char *message;    /* free with g_free() */
  const char *hint; /* constant, or NULL */
} RelataJsonFault;

/* Checks everything but duplicate keys, which are seen better where keys are decoded. Sets offsets (of
 * guint32) to the byte offset of every value in document order, a container before what it holds.
 * FALSE fills *fault. n ≤ G_MAXINT. O(n), constant stack. */
gboolean relata_json_scan(const char *bytes, gsize n, GArray *offsets, RelataJsonFault *fault);

G_END_DECLS

#endif
