/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A text and the ways to name a position in it: code point, byte, line and column.
 *
 * Spans count Unicode code points from 0 and exclude their end, as in brat and the W3C Web Annotation Data
 * Model (TextPositionSelector). */
#ifndef RELATA_TEXT_POSITION_H
#define RELATA_TEXT_POSITION_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* [start, end) in code points. A statement without a position in the text has RELATA_NO_SPAN. */
typedef struct {
  guint start;
  guint end;
} RelataSpan;

#define RELATA_NO_SPAN ((RelataSpan){G_MAXUINT, G_MAXUINT})

static inline gboolean
relata_span_is_set(RelataSpan span)
{
  return span.start != G_MAXUINT;
}

/* Immutable UTF-8 text with an index for random access by code point. */
typedef struct RelataText RelataText;

/* Copies n bytes, which must be valid UTF-8 without NUL (see relata_utf8_validate). Free with
 * relata_text_free(). O(n). */
RelataText *relata_text_new(const char *bytes, gsize n);
void relata_text_free(RelataText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataText, relata_text_free)

/* Returns the whole text, NUL-terminated; borrowed. */
const char *relata_text_bytes(const RelataText *text);
gsize relata_text_n_bytes(const RelataText *text);
guint relata_text_length(const RelataText *text); /* in code points */

/* Returns the byte offset of a code point; position ≤ length. O(1). */
gsize relata_text_byte_of(const RelataText *text, guint position);
/* Returns the code point that a byte offset lies in; byte ≤ n_bytes. O(log n). */
guint relata_text_position_of(const RelataText *text, gsize byte);
/* Sets the line and column of a code point, both from 1; columns count code points. O(log lines). */
void relata_text_line_column(const RelataText *text, guint position, guint *line, guint *column);
/* Returns a newly allocated copy of the span, clipped to the text. */
char *relata_text_slice(const RelataText *text, RelataSpan span);
/* Returns the span widened to whole sentences, without white space at its ends; empty where it holds nothing
 * else. A blank line ends a sentence, a line break alone does not. So do the marks of all scripts that end
 * one (。？ ؟ ।), and . ! ? … before white space and anything but a small letter, save after abbreviations
 * (data/words/sentence-stops.txt), single initials and ordinals. Closing quotation marks belong to the
 * sentence. One that is longer than 500 characters is parted at a semicolon, a comma or the like.
 * O(length of the paragraph). */
RelataSpan relata_text_sentence(const RelataText *text, RelataSpan span);

/* Returns the offset of the first byte that is not strict UTF-8 (overlong forms, surrogates and NUL are not),
 * or n when all bytes are valid. */
gsize relata_utf8_validate(const char *bytes, gsize n);

RELATA_END_DECLS

#endif
