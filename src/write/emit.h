/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all JSON output shares: strings that may be missing, and text that is safe to show. */
#ifndef RELATA_WRITE_EMIT_H
#define RELATA_WRITE_EMIT_H

#include <cJSON.h>
#include <glib.h>

G_BEGIN_DECLS

/* Adds a string, or null where `value` is NULL. The key must be a string constant. */
void relata_emit_string(cJSON *object, const char *key, const char *value);

/* Returns the value as text. Invisible characters (control characters, bidi overrides) are
 * written as \uXXXX, so that a terminal does not obey them and a JSON parser restores them. Free with
 * g_free(). */
char *relata_emit_text(const cJSON *value, gboolean one_line);

/* Returns the text of an answer with a line break at its end, and frees the object. Free the text with
 * g_free(). */
char *relata_emit_print(cJSON *object, gboolean one_line);

G_END_DECLS

#endif
