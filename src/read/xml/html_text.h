/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text of a piece of HTML, as offsets in a browser's document count it. */
#ifndef RELATA_READ_XML_HTML_TEXT_H
#define RELATA_READ_XML_HTML_TEXT_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns the text between the tags, one piece right after the other, with the usual entities as characters;
 * without comments, and what scripts and style sheets hold. Newly allocated. O(n) */
char *relata_html_text(const char *html);

G_END_DECLS

#endif
