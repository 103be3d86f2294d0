/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pairs of actors by name, for many questions at once: one pair per line, CSV or JSON. */
#ifndef RELATA_READ_TABLE_PAIRS_H
#define RELATA_READ_TABLE_PAIRS_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* Parses `FROM,TO` (RFC 4180, but without line breaks in fields), {"from": "…", "to": "…"} or ["…", "…"].
 * The names are newly allocated and not empty. FALSE with RELATA_ERROR_INPUT, which says what was
 * expected. O(n). */
gboolean relata_read_pair(const char *line, char **from, char **to, GError **error);

RELATA_END_DECLS

#endif
