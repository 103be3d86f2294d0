/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names: decides which spellings are the same name, and which name was probably meant. */
#ifndef RELATA_TEXT_NAME_H
#define RELATA_TEXT_NAME_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* Returns the form in which names are compared: compatibility decomposition (NFKD: width, ligatures), case
 * folding, no combining marks, no format characters, no full stops or apostrophes; a run of dashes,
 * underscores and white space becomes one space. "Al‑Bāghdādi", "al-baghdadi" and "AL BAGHDADI" fold alike;
 * "U.S." and "US" too. Newly allocated. O(n). */
char *relata_name_fold(const char *name);

/* Returns the folded words of a name that is written as one: "AttackerArg" gives "attacker arg",
 * "evt089arg01victim" "evt 089 arg 01 victim", "Time-Within" "time within". Newly allocated. O(n). */
char *relata_name_words(const char *name);

/* Returns a folded name with the letters of initialisms joined: "a f p" becomes "afp", "u s army" "us army".
 * Only letters that have two cases count, each a word of its own. Newly allocated. O(n). */
char *relata_name_join_initials(const char *folded);

/* Returns the words on one line: each run of white space is one blank, and there is none at either end. Newly
 * allocated. O(n). */
char *relata_name_line(const char *words);

/* Returns the id of a type name: lower case, '-' for '_' and spaces ("Claims_Responsibility" →
 * "claims-responsibility"). Newly allocated. */
char *relata_name_type_id(const char *name);

/* Returns the edit distance in code points, where swapping two neighbours counts as one edit (optimal string
 * alignment, Damerau 1964). O(|a|·|b|). */
guint relata_name_distance(const char *a, const char *b);

/* Returns the candidates nearest to a word: at most `most` of them, best first, equally near ones in the
 * order of candidates. A candidate is left out where its distance exceeds a third of the longer word, except
 * when one holds the other as a whole word ("Blinken" in "Antony Blinken"). candidates[n] are UTF-8; the
 * function folds them. Returns indices into candidates (guint); free with g_array_unref(). */
GArray *relata_name_nearest(const char *word, const char *const *candidates, guint n, guint most);

/* Returns the nearest candidate, borrowed from candidates, or NULL when none is near. */
const char *relata_name_suggest(const char *word, const char *const *candidates, guint n);

/* The form that an id must have, in the words of messages, and the test for it. O(n). */
#define RELATA_NAME_ID_WORDS "a string that is not empty and holds no control characters"
gboolean relata_name_is_id(const char *string);

RELATA_END_DECLS

#endif
