/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts that look the same and are not: other blanks, characters that show nothing, letters composed or
 * decomposed (NFC, NFD). */
#ifndef RELATA_READ_BRAT_BRAT_INVISIBLE_H
#define RELATA_READ_BRAT_BRAT_INVISIBLE_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns whether `line` begins with what looks like `text`. Then *n is how many of its bytes do, and
 * *difference says which characters differ; free it with g_free(). O(|text|). */
gboolean relata_brat_looks_like(const char *text, const char *line, gsize *n, char **difference);

G_END_DECLS

#endif
