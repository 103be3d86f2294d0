/* SPDX-License-Identifier: GPL-2.0-or-later */
/* User-perceived characters: where one begins (extended grapheme clusters, Unicode Standard Annex 29). */
#ifndef RELATA_TEXT_GRAPHEME_H
#define RELATA_TEXT_GRAPHEME_H

#include <glib.h>

G_BEGIN_DECLS

/* What is known of the text before a code point. All zero at the beginning of a text. */
typedef struct {
  guint before;         /* the class of the last code point */
  gboolean odd_flag;    /* an odd number of the letters that flags are made of ends here */
  gboolean picture;     /* a pictograph, and what extends it, ends here */
  gboolean picture_zwj; /* that, and a joiner */
} RelataGraphemes;

/* Returns whether the code point, which follows those passed before, begins a user-perceived character. What
 * is a pictograph is told by its general category, which is right for all sequences that are in use. O(1). */
gboolean relata_grapheme_begins(RelataGraphemes *graphemes, gunichar c);

G_END_DECLS

#endif
