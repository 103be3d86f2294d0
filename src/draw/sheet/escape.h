/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes strings safe for the ids, classes and links of a picture. */
#ifndef RELATA_DRAW_SHEET_ESCAPE_H
#define RELATA_DRAW_SHEET_ESCAPE_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns the link in the form of RFC 3986 if its scheme is http or https, else NULL. Newly allocated. */
char *relata_sheet_link(const char *url);
/* Returns the words as a token for an id or class. Letters, digits and '-' stay; every other byte becomes '_'
 * and two hex digits. Different words give different tokens. Newly allocated. */
char *relata_sheet_token(const char *words);

G_END_DECLS

#endif
