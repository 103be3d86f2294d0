/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pairs of actors by name, for many questions at once: a line each, CSV or JSON. */
#ifndef RELATA_READ_PAIRS_H
#define RELATA_READ_PAIRS_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* Reads `FROM,TO` (RFC 4180, but a field holds no line break), {"from": "…", "to": "…"} or ["…", "…"]. The
 * names are newly allocated and not empty. FALSE with RELATA_ERROR_INPUT, which says what was expected.
 * O(n). */
gboolean relata_read_pair(const char *line, char **from, char **to, GError **error);

RELATA_END_DECLS

#endif
