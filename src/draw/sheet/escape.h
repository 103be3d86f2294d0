/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What may stand in the ids, classes and links of a picture. */
#ifndef RELATA_DRAW_SHEET_ESCAPE_H
#define RELATA_DRAW_SHEET_ESCAPE_H

#include <glib.h>

G_BEGIN_DECLS

/* The link as RFC 3986 would have it, where it may be followed: http and https only; else NULL. Newly
 * allocated. */
char *relata_sheet_link(const char *url);
/* What must be in an id or class: letters, digits and '-' of the words stay, every other byte is _ and two
 * hex digits. Different words stay different. Newly allocated. */
char *relata_sheet_token(const char *words);

G_END_DECLS

#endif
