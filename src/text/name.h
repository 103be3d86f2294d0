/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names: what makes two spellings the same name, and which name was probably meant. */
#ifndef RELATA_TEXT_NAME_H
#define RELATA_TEXT_NAME_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* The form under which names are compared: compatibility decomposition (NFKD: width, ligatures),
 * case folding, no combining marks, no format characters, no full stops or apostrophes; dashes,
 * underscores and white space become one space. "Al‑Bāghdādi", "al-baghdadi" and "AL BAGHDADI"
 * fold alike; "U.S." and "US" too. Newly allocated. O(n). */
char *relata_name_fold(const char *name);

/* Type names: lower case, '_' and spaces as '-' ("Claims_Responsibility" → "claims-responsibility").
 * Newly allocated. */
char *relata_name_type_id(const char *name);

/* Edit distance in code points with transposition of neighbours (optimal string alignment,
 * Damerau 1964). O(|a|·|b|). */
guint relata_name_distance(const char *a, const char *b);

/* The at most `most` candidates nearest to a word, best first, equals in candidate order; those
 * farther off than a third of the longer word are left out, save when one holds the other as a
 * whole word ("Blinken" in "Antony Blinken"). candidates[n] are UTF-8, folded here. Returns
 * indices into candidates (guint); free with g_array_unref(). */
GArray *relata_name_nearest(const char *word, const char *const *candidates, guint n, guint most);

/* The single nearest candidate, borrowed from candidates, or NULL when none is near. */
const char *relata_name_suggest(const char *word, const char *const *candidates, guint n);

/* What an id must be, in the words of messages, and whether it is. O(n). */
#define RELATA_NAME_ID_WORDS "a string that is not empty and holds no control characters"
gboolean relata_name_is_id(const char *string);

RELATA_END_DECLS

#endif
