/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Spelling: when two names in the data are written alike, so that they may be one actor's without a doubt.
 * Much stricter than folding (text/name.h), which finds the actor whom a user types. */
#ifndef RELATA_TEXT_SPELLING_H
#define RELATA_TEXT_SPELLING_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns a key that is equal for names that are spelled alike: equal after canonical composition (NFC), with
 * full-width and half-width forms as ordinary ones, runs of white space as one space, and without invisible
 * format characters other than joiners, and without the points and strokes of Arabic and Hebrew that make no
 * letters. Case is folded only in names that have a lower-case letter beyond
 * the first letter: "Omar Roe" and "omar roe" are alike, "US" and "us" are not. Marks stay: they make letters
 * in many scripts. Newly allocated; empty where the name names nobody: it has no letter and no digit.
 * O(|name|). Sources: UAX #15 (normalization), UAX #11 (width). */
char *relata_spelling(const char *name);

G_END_DECLS

#endif
