/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A mark that is not where it says often has offsets that were counted differently: in UTF-16 code units
 * (JavaScript, Java), in bytes, or with line breaks of another system. Each of these is tried. */
#include "read/brat/brat_fit.h"

#include "text/message.h"

#include <string.h>

/* How far around the span the reference text is searched, in code points, and the longest text
 * searched for. */
#define WINDOW     200
#define MAX_SOUGHT 500

enum { AS_WRITTEN, AS_UTF_16, AS_BYTES, AS_LF, AS_CRLF, N_COUNTINGS };

static const char *const countings[N_COUNTINGS] = {
    NULL,
    "the offsets look like UTF-16 code units: count code points",
    "the offsets look like UTF-8 bytes: count code points",
    "the offsets look as if line breaks were one character, but the text has CR LF: count both",
    "the offsets look as if line breaks were CR LF, but the text has LF only: count one character",
};

/* Finds the characters that are counted in more ways than one, for the first mark that does not fit. */
static void
index_text(RelataBratFitter *fitter)
{
  if (fitter->astral != NULL)
    return;
  fitter->astral = g_array_new(FALSE, FALSE, sizeof(guint));
  fitter->pairs = g_array_new(FALSE, FALSE, sizeof(guint));
  fitter->feeds = g_array_new(FALSE, FALSE, sizeof(guint));
  guint position = 0;
  gunichar before = 0;
  for (const char *at = relata_text_bytes(fitter->text); *at != '\0'; at = g_utf8_next_char(at), position++) {
    const gunichar c = g_utf8_get_char(at);
    if (c > 0xFFFF)
      g_array_append_val(fitter->astral, position);
    if (c == '\n' && before == '\r')
      g_array_append_val(fitter->pairs, position);
    else if (c == '\n')
      g_array_append_val(fitter->feeds, position);
    before = c;
  }
}

/* Returns how many of the positions lie before the place that a count of `value` reaches. In that count each
 * of them counts one more (step 1) or one less (−1) than a code point. */
static guint
count_before(const GArray *positions, guint value, int step)
{
  guint low = 0, high = positions->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const gint64 counted = (gint64)g_array_index(positions, guint, middle) + step * (gint64)middle;
    if (counted < (gint64)value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Returns the code point that an offset means in a way of counting; G_MAXUINT where there is none. */
static guint
recount(const RelataBratFitter *fitter, guint offset, int counting)
{
  gint64 position = offset;
  switch (counting) {
  case AS_UTF_16:
    position -= count_before(fitter->astral, offset, 1);
    break;
  case AS_BYTES:
    if (offset > relata_text_n_bytes(fitter->text))
      return G_MAXUINT;
    position = relata_text_position_of(fitter->text, offset);
    if (relata_text_byte_of(fitter->text, (guint)position) != offset)
      return G_MAXUINT;
    break;
  case AS_LF:
    position += count_before(fitter->pairs, offset + 1, -1);
    break;
  case AS_CRLF:
    position -= count_before(fitter->feeds, offset, 1);
    break;
  default:
    break;
  }
  return position >= 0 && position <= relata_text_length(fitter->text) ? (guint)position : G_MAXUINT;
}

static gboolean
is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

gboolean
relata_brat_may_end(const char *reference)
{
  return *reference == '\0' || g_unichar_isspace(g_utf8_get_char(reference));
}

/* Returns whether nothing but a few blanks is left of a span: a line break at the end of a mark is that of
 * its line, too, and editors drop the blanks at the end of a line. */
static gboolean
ends_blank(const char *bytes, gsize n)
{
  return n <= 4 && strspn(bytes, " \t\r\n") >= n;
}

/* Returns the end of the reference text that the spans cover when each is moved by `by` and counted in some
 * way; NULL where it is not there. `joint` stands between the parts: one space, or nothing as in old files;
 * brat writes one space for each line break or tab. Nothing is copied: O(|reference|), whatever the length of
 * the spans. */
static const char *
fit(const RelataBratFitter *fitter, const RelataSpan *spans, guint n, int counting, gint64 by,
    const char *joint, const char *reference)
{
  const char *bytes = relata_text_bytes(fitter->text);
  for (guint i = 0; i < n; i++) {
    const guint start = recount(fitter, spans[i].start, counting),
                end = recount(fitter, spans[i].end, counting);
    const gint64 from = (gint64)start + by, to = (gint64)end + by;
    if (start == G_MAXUINT || end == G_MAXUINT || from < 0 || from > to ||
        to > relata_text_length(fitter->text))
      return NULL;
    const gsize n_joint = i > 0 ? strlen(joint) : 0;
    if (strncmp(reference, joint, n_joint) != 0)
      return NULL;
    reference += n_joint;
    const gsize last = relata_text_byte_of(fitter->text, (guint)to);
    for (gsize at = relata_text_byte_of(fitter->text, (guint)from); at < last; at++, reference++) {
      if (*reference == '\0' && i + 1 == n && ends_blank(bytes + at, last - at))
        return reference;
      if (bytes[at] != *reference && !(is_space(bytes[at]) && is_space(*reference)))
        return NULL;
    }
  }
  return reference;
}

static gboolean
fits(const RelataBratFitter *fitter, const RelataSpan *spans, guint n, int counting, gint64 by,
     const char *reference)
{
  const char *end = fit(fitter, spans, n, counting, by, " ", reference);
  return end != NULL && *end == '\0';
}

/* Finds how far from the span the reference text stands. FALSE when it is not near. The nearest match counts,
 * the earlier of two equally near ones. */
static gboolean
find_near(const RelataBratFitter *fitter, const RelataSpan *spans, guint n, const char *reference,
          gint64 *off)
{
  const guint length = (guint)g_utf8_strlen(reference, -1);
  const guint first_length = n == 1 ? length : MIN(length, spans[0].end - spans[0].start);
  if (first_length == 0 || first_length > MAX_SOUGHT || length > MAX_SOUGHT * 4)
    return FALSE;
  const gsize n_sought = (gsize)(g_utf8_offset_to_pointer(reference, (glong)first_length) - reference);
  const guint text_length = relata_text_length(fitter->text);
  const guint begin = MIN(spans[0].start, text_length);
  const gsize from = relata_text_byte_of(fitter->text, begin > WINDOW ? begin - WINDOW : 0);
  const gsize to = relata_text_byte_of(fitter->text, MIN(begin + WINDOW + first_length, text_length));
  const char *bytes = relata_text_bytes(fitter->text), *end = bytes + to;
  gboolean found = FALSE;
  for (const char *at = bytes + from; (at = memmem(at, (gsize)(end - at), reference, n_sought)) != NULL;
       at++) {
    const gint64 distance =
        (gint64)relata_text_position_of(fitter->text, (gsize)(at - bytes)) - (gint64)spans[0].start;
    if (found && ABS(distance) >= ABS(*off))
      continue;
    if (n > 1 && !fits(fitter, spans, n, AS_WRITTEN, distance, reference))
      continue;
    *off = distance;
    found = TRUE;
  }
  return found;
}

const char *
relata_brat_fit(const RelataBratFitter *fitter, const RelataSpan *spans, guint n, const char *joint,
                const char *reference)
{
  return fit(fitter, spans, n, AS_WRITTEN, 0, joint, reference);
}

char *
relata_brat_explain(RelataBratFitter *fitter, const RelataSpan *spans, guint n, const char *reference)
{
  index_text(fitter);
  for (int counting = AS_UTF_16; counting < N_COUNTINGS; counting++)
    if (fits(fitter, spans, n, counting, 0, reference))
      return g_strdup(countings[counting]);
  gint64 off;
  if (!find_near(fitter, spans, n, reference, &off))
    return NULL;
  if (off == 0)
    return g_strdup("it begins there, but does not end there");
  return g_strdup_printf("it stands %" G_GINT64_FORMAT " character%s %s", ABS(off),
                         relata_plural((guint64)ABS(off)), off > 0 ? "further on" : "earlier");
}

void
relata_brat_fitter_clear(RelataBratFitter *fitter)
{
  g_clear_pointer(&fitter->astral, g_array_unref);
  g_clear_pointer(&fitter->pairs, g_array_unref);
  g_clear_pointer(&fitter->feeds, g_array_unref);
}
