/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Unicode's normal forms. */
#ifndef RELATA_TEXT_NORMALIZE_H
#define RELATA_TEXT_NORMALIZE_H

#include <glib.h>

G_BEGIN_DECLS

/* As g_utf8_normalize(), which does not end the program where memory is short: here too NULL means that the
 * text is not UTF-8. n may be −1. */
char *relata_normalize(const char *text, gssize n, GNormalizeMode mode);

G_END_DECLS

#endif
