/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A text and the ways to name a place in it: code point, byte, line and column.
 *
 * Spans count Unicode code points from 0, end exclusive, as brat and the W3C Web Annotation
 * Data Model (TextPositionSelector) do. */
#ifndef RELATA_TEXT_POSITION_H
#define RELATA_TEXT_POSITION_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* [start, end) in code points. A statement without a place in the text has RELATA_NO_SPAN. */
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

/* Takes a copy of n bytes; bytes must be valid UTF-8 without NUL (see relata_utf8_validate).
 * O(n). Free with relata_text_free(). */
RelataText *relata_text_new(const char *bytes, gsize n);
void relata_text_free(RelataText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataText, relata_text_free)

/* The whole text, NUL-terminated; borrowed. */
const char *relata_text_bytes(const RelataText *text);
gsize relata_text_n_bytes(const RelataText *text);
guint relata_text_length(const RelataText *text); /* in code points */

/* The byte offset of a code point; position ≤ length. O(1). */
gsize relata_text_byte_of(const RelataText *text, guint position);
/* The code point that a byte offset falls in; byte ≤ n_bytes. O(log n). */
guint relata_text_position_of(const RelataText *text, gsize byte);
/* Line and column, both from 1, of a code point; columns count code points. O(log lines). */
void relata_text_line_column(const RelataText *text, guint position, guint *line, guint *column);
/* A newly allocated copy of the span, clipped to the text. */
char *relata_text_slice(const RelataText *text, RelataSpan span);
/* The sentences that hold the span: widened to the nearest sentence ends (a line break, or one of
 * . ! ? … with closing quotes, followed by white space and a new beginning), white space trimmed.
 * O(length of the sentence). */
RelataSpan relata_text_sentence(const RelataText *text, RelataSpan span);

/* The offset of the first byte that breaks strict UTF-8 (overlong forms, surrogates, NUL
 * included), or n when all is well. */
gsize relata_utf8_validate(const char *bytes, gsize n);

RELATA_END_DECLS

#endif
