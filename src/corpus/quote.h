/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds quotations in a document's text. A quotation stands there as it is, or folded as quote_fold.h says,
 * or so that hyphens at the ends of its or the text's lines may be there or not ("bomb-" and "ing" is
 * "bombing", "US-" and "led" is "US-led"), or with its ellipses: its parts in order within one passage. It is
 * never found approximately, because a passage and its negation differ as little as a passage and its copy
 * with a slip.
 *
 * For the same reason an ellipsis must not leave out what denies the quotation: "A did [...] attack B" is not
 * in "A did not attack B". The words that deny are those of data/words/negations.txt, in any of its
 * languages. One of them counts where it stands beside a word of the quotation, or among at most three that
 * are left out and not set off by punctuation on both sides: "did [not at any time] attack", "hat B [in
 * diesem Jahr nicht] angegriffen", "had [still not been] seen". One that stands farther within denies
 * something else as often as not ("officials [who could not be named] said"); that is a faithful way to
 * shorten, and is accepted: the evidence is the document's own words, with the word that denies. */
#ifndef RELATA_CORPUS_QUOTE_H
#define RELATA_CORPUS_QUOTE_H

#include "text/position.h"

G_BEGIN_DECLS

/* What an ellipsis may leave out: this many characters of the folded text, and at most one blank line. So the
 * parts of a quotation stand in one paragraph or in neighbouring ones. */
#define RELATA_QUOTE_MOST_LEFT_OUT 500

/* The words of a text with their places. */
typedef struct RelataQuotes RelataQuotes;

/* Indexes the text, which must outlive the index. Free with relata_quotes_free(). It takes some 5 bytes of
 * memory for each byte of text, and twice that where only a quotation has hyphens at the ends of its lines.
 * O(length). */
RelataQuotes *relata_quotes_new(const RelataText *text);
void relata_quotes_free(RelataQuotes *quotes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataQuotes, relata_quotes_free)

typedef enum {
  RELATA_QUOTE_ABSENT,
  RELATA_QUOTE_ELIDED, /* in ascending order of likeness */
  RELATA_QUOTE_FOLDED,
  RELATA_QUOTE_EXACT
} RelataQuoteFit;

typedef struct {
  RelataQuoteFit fit;
  RelataSpan span;         /* the first place; RELATA_NO_SPAN where absent */
  guint n_places;          /* as like as this one, at least */
  gboolean out_of_context; /* prefix or suffix was given, and no place has it */
} RelataQuoteFound;

/* Looks a quotation up. prefix and suffix, the words before and after it, or NULL, choose among its places
 * (as in the TextQuoteSelector of the W3C Web Annotation Data Model). Among the places that are left, those
 * that are written exactly as the quotation come first. A place begins and ends where words do (see
 * relata_fold_inside_word()), if the quotation begins and ends with a letter or digit. Marks around the whole
 * quotation may be missing in the text. What has no letter, digit or symbol is found nowhere.
 *
 * O(length of the quotation + occurrences of its rarest pair of words), and never more than
 * O(length of the text). */
RelataQuoteFound relata_quotes_find(RelataQuotes *quotes, const char *quote, const char *prefix,
                                    const char *suffix);

/* Returns whether the whole text is the quotation, folded or with its ellipses; blanks and marks at its ends
 * do not count. */
gboolean relata_quotes_covers(RelataQuotes *quotes, const char *quote);

/* Returns the passage that has most of the quotation's words, the rare ones counting more, widened to whole
 * sentences where these are short; RELATA_NO_SPAN where none has enough of them. Only for messages.
 * O(length of the quotation + 512 · log 512). */
RelataSpan relata_quotes_nearest(RelataQuotes *quotes, const char *quote);

G_END_DECLS

#endif
