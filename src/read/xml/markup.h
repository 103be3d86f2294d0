/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Labels that hold HTML, or characters by their names. */
#ifndef RELATA_READ_XML_MARKUP_H
#define RELATA_READ_XML_MARKUP_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns the text with its character references (&amp; &lt; &gt; &quot; &apos; &nbsp; &#233; &#xE9;)
 * replaced; others, and those of characters that no text may hold, stay as they are. Newly allocated. O(n) */
char *relata_markup_characters(const char *text);

/* Returns a label on one line. One that is HTML, which begins with a tag and ends with one, loses its tags,
 * of which those that break a line leave a blank. Newly allocated. O(n) */
char *relata_markup_label(const char *label);

G_END_DECLS

#endif
