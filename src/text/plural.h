/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plural of an English noun, by rule. */
#ifndef RELATA_TEXT_PLURAL_H
#define RELATA_TEXT_PLURAL_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns the plural of a label such as "country", "armed group" or "head of state", newly allocated. What
 * the rules of English do not fit stays as it is: acronyms (GPE), words that are plural or have none, and
 * words of other scripts or with marks, figures or capitals in them. */
char *relata_plural_of(const char *label);

/* Returns whether a word of n bytes is taken for an acronym: two to four capitals or figures, the first a
 * capital. PERSON is a word that somebody wrote large. */
gboolean relata_plural_is_acronym(const char *word, gsize n);

G_END_DECLS

#endif
