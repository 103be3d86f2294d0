/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all JSON that is written shares: strings that may be missing, and text that is safe to show. */
#ifndef RELATA_WRITE_EMIT_H
#define RELATA_WRITE_EMIT_H

#include <cJSON.h>
#include <glib.h>

G_BEGIN_DECLS

/* Adds a string, or null where it is NULL. The key must be a string constant. */
void relata_emit_string(cJSON *object, const char *key, const char *value);

/* The value as text, in which what nobody sees (control characters above ASCII, bidi overrides) is written as
 * \uXXXX: a terminal does not obey it, a reader gets it back. Newly allocated. */
char *relata_emit_text(const cJSON *value, gboolean one_line);

/* The text of an answer, newly allocated, with a line break at its end; frees the object. */
char *relata_emit_print(cJSON *object, gboolean one_line);

G_END_DECLS

#endif
