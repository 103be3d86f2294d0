/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A line break alone ends no sentence, because texts are wrapped; a blank line does. What is longer than
 * people write is parted at the best place, so that one mistake does not make a sentence of a whole
 * paragraph. */
#include "text/sentence.h"

#include "text/sentence_internal.h"

#include <string.h>

/* In code points: the longest sentence that is not parted. */
#define LONGEST 500
/* In columns: no text is wrapped at more, so that a longer line is a paragraph. */
#define WIDEST_WRAPPED 120

/* Where a sentence may be parted that is too long, the best kind first. */
enum { AT_STOP = 1, AT_LINE, AT_CLAUSE, AT_COMMA, AT_BLANK };

typedef struct {
  guint position; /* in code points */
  guint kind;
} Cut;

struct RelataSentences {
  GArray *spans; /* of RelataSpan, in order, not overlapping */
};

typedef struct {
  const RelataText *text;
  const char *bytes;
  GArray *spans;
  GArray *cuts; /* of Cut, in the sentence that is being read */
} Finder;

static gboolean
is_break(char c)
{
  return c == '\n' || c == '\r' || c == '\f';
}

/* Returns what follows the line break. */
static const char *
behind_break(const char *at, const char *end)
{
  return at + (at[0] == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1);
}

static const char *
line_end(const char *at, const char *end)
{
  while (at < end && !is_break(*at))
    at++;
  return at;
}

static const char *
line_begin(const char *begin, const char *at)
{
  while (at > begin && !is_break(at[-1]))
    at--;
  return at;
}

static const char *
skip_blanks(const char *at, const char *end)
{
  while (at < end && g_unichar_isspace(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

static const char *
trim_end(const char *begin, const char *end)
{
  while (end > begin && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
    end = g_utf8_prev_char(end);
  return end;
}

static guint
position_of(const Finder *finder, const char *at)
{
  return relata_text_position_of(finder->text, (gsize)(at - finder->bytes));
}

/* ── Parting what is too long ── */

/* Adds the span without white space at its ends. */
static void
add_span(const Finder *finder, guint start, guint end)
{
  const char *from = finder->bytes + relata_text_byte_of(finder->text, start);
  const char *to = finder->bytes + relata_text_byte_of(finder->text, end);
  to = trim_end(from, to);
  const RelataSpan span = {position_of(finder, skip_blanks(from, to)), position_of(finder, to)};
  if (span.start < span.end)
    g_array_append_val(finder->spans, span);
}

/* Returns the index of the best cut between two positions, or G_MAXUINT: one of a good kind, and near the
 * middle. first and last are the indices of the cuts between them. */
static guint
best_cut(const Finder *finder, guint start, guint end, guint first, guint last)
{
  const guint length = end - start, middle = start + length / 2;
  guint best = G_MAXUINT, least = G_MAXUINT;
  for (guint i = first; i < last; i++) {
    const Cut *cut = &g_array_index(finder->cuts, Cut, i);
    if (cut->position < start + length / 8 || cut->position > end - length / 8)
      continue;
    const guint off = cut->position > middle ? cut->position - middle : middle - cut->position;
    const guint cost = off + cut->kind * (length / 6);
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

/* Adds a sentence, or the parts of one that is too long. */
static void
add_parts(const Finder *finder, guint start, guint end, guint first, guint last)
{
  const guint cut = end - start > LONGEST ? best_cut(finder, start, end, first, last) : G_MAXUINT;
  if (cut == G_MAXUINT) {
    add_span(finder, start, end);
    return;
  }
  const guint position = g_array_index(finder->cuts, Cut, cut).position;
  add_parts(finder, start, position, first, cut);
  add_parts(finder, position, end, cut + 1, last);
}

/* ── Finding ── */

static guint
columns(const char *at, const char *end)
{
  guint n = 0;
  for (; at < end; at = g_utf8_next_char(at))
    n += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
  return n;
}

/* Returns whether a line is a heading: the beginning of what is being read, without a mark at its end, and
 * before a line that is so much longer that it is a paragraph of its own. */
static gboolean
is_heading(const char *begin, const char *at_break, const char *end)
{
  const char *next = behind_break(at_break, end);
  const char *tail = trim_end(begin, at_break);
  if (line_begin(begin, at_break) != begin || tail == begin || !relata_stop_begins(next, end))
    return FALSE;
  const gunichar last = g_utf8_get_char(g_utf8_prev_char(tail));
  const guint width = columns(next, line_end(next, end));
  return (g_unichar_isalnum(last) || g_unichar_ismark(last)) && width > WIDEST_WRAPPED &&
         columns(begin, tail) < width / 2;
}

static gboolean
is_clause_mark(gunichar c)
{
  return c == ';' || c == ':' || c == 0x061B || c == 0xFF1B || c == 0xFF1A || c == 0x2014 || c == 0x2013;
}

static gboolean
is_comma(gunichar c)
{
  return c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C || c == 0x055D || c == 0x1363;
}

/* Notes where the sentence could be parted, and returns where the reading goes on. */
static const char *
note_cut(const Finder *finder, const char *at, const char *end)
{
  const gunichar c = g_utf8_get_char(at);
  const char *next = g_utf8_next_char(at);
  const gboolean before_blank = next < end && g_unichar_isspace(g_utf8_get_char(next));
  Cut cut = {0, 0};
  if (is_break(*at))
    cut.kind = AT_LINE;
  else if (is_clause_mark(c) && (before_blank || g_unichar_iswide(c)))
    cut.kind = AT_CLAUSE;
  else if (is_comma(c) && (before_blank || g_unichar_iswide(c)))
    cut.kind = AT_COMMA;
  else if (g_unichar_isspace(c))
    cut.kind = AT_BLANK;
  else
    return next;
  while (next < end && !is_break(*next) && g_unichar_isspace(g_utf8_get_char(next)))
    next = g_utf8_next_char(next); /* a line break is looked at by itself: it may end a heading */
  cut.position = position_of(finder, next);
  g_array_append_val(finder->cuts, cut);
  return next;
}

static void
end_sentence(const Finder *finder, const char *begin, const char *end)
{
  add_parts(finder, position_of(finder, begin), position_of(finder, end), 0, finder->cuts->len);
  g_array_set_size(finder->cuts, 0);
}

/* Finds the sentences of a paragraph, which has no blank line. */
static void
read_paragraph(const Finder *finder, const char *begin, const char *end)
{
  for (const char *at = begin; at < end;) {
    const char *next;
    RelataStop stop = relata_stop_at(begin, at, end, &next);
    if (stop == RELATA_STOP_NONE && is_break(*at) && is_heading(begin, at, end)) {
      next = behind_break(at, end);
      stop = RELATA_STOP_ENDS;
    }
    if (stop == RELATA_STOP_ENDS) {
      end_sentence(finder, begin, next);
      begin = at = next;
    } else if (stop == RELATA_STOP_WEAK) {
      const Cut cut = {position_of(finder, next), AT_STOP};
      g_array_append_val(finder->cuts, cut);
      at = next;
    } else {
      at = MAX(next, note_cut(finder, at, end));
    }
  }
  end_sentence(finder, begin, end);
}

/* Returns the end of the paragraph that begins at `at`: before a blank line, or the end. */
static const char *
paragraph_end(const char *at, const char *end)
{
  for (at = line_end(at, end); at < end;) {
    const char *next = behind_break(at, end);
    const char *next_end = line_end(next, end);
    if (*at == '\f' || skip_blanks(next, next_end) == next_end)
      return at;
    at = next_end;
  }
  return end;
}

/* Returns where the paragraph that holds `at` begins. */
static const char *
paragraph_begin(const char *begin, const char *at)
{
  at = line_begin(begin, at);
  while (at > begin) {
    const char *before = at - (at[-1] == '\n' && at - 1 > begin && at[-2] == '\r' ? 2 : 1);
    const char *line = line_begin(begin, before);
    if (*before == '\f' || skip_blanks(line, before) == before)
      break;
    at = line;
  }
  return at;
}

static void
read_paragraphs(const Finder *finder, const char *begin, const char *end)
{
  for (const char *at = skip_blanks(begin, end); at < end;) {
    const char *stop = paragraph_end(at, end);
    read_paragraph(finder, at, stop);
    at = skip_blanks(stop, end);
  }
}

/* Finds the sentences between two bytes of a text. */
static RelataSentences *
find_between(const RelataText *text, gsize from, gsize to)
{
  RelataSentences *sentences = g_new0(RelataSentences, 1);
  sentences->spans = g_array_new(FALSE, FALSE, sizeof(RelataSpan));
  g_autoptr(GArray) cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
  const Finder finder = {text, relata_text_bytes(text), sentences->spans, cuts};
  read_paragraphs(&finder, finder.bytes + from, finder.bytes + to);
  return sentences;
}

RelataSentences *
relata_sentences_new(const RelataText *text)
{
  return find_between(text, 0, relata_text_n_bytes(text));
}

void
relata_sentences_free(RelataSentences *sentences)
{
  if (sentences == NULL)
    return;
  g_array_unref(sentences->spans);
  g_free(sentences);
}

/* Returns the last sentence that begins at or before a position, or NULL. */
static const RelataSpan *
sentence_of(const RelataSentences *sentences, guint position)
{
  guint low = 0, high = sentences->spans->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(sentences->spans, RelataSpan, middle).start <= position)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? &g_array_index(sentences->spans, RelataSpan, low - 1) : NULL;
}

RelataSpan
relata_sentences_widen(const RelataSentences *sentences, RelataSpan span)
{
  const RelataSpan *first = sentence_of(sentences, span.start);
  const RelataSpan *last = sentence_of(sentences, span.end > span.start ? span.end - 1 : span.start);
  if (first != NULL && first->end > span.start)
    span.start = first->start;
  if (last != NULL)
    span.end = MAX(span.end, last->end);
  return span;
}

RelataSpan
relata_text_sentence(const RelataText *text, RelataSpan span)
{
  g_return_val_if_fail(text != NULL, RELATA_NO_SPAN);
  const char *begin = relata_text_bytes(text), *end = begin + relata_text_n_bytes(text);
  const char *from = begin + relata_text_byte_of(text, MIN(span.start, span.end));
  const char *to = begin + relata_text_byte_of(text, MAX(span.start, span.end));
  from = skip_blanks(from, to);
  to = trim_end(from, to);
  span = (RelataSpan){relata_text_position_of(text, (gsize)(from - begin)),
                      relata_text_position_of(text, (gsize)(to - begin))};
  if (from == to)
    return span;
  RelataSentences *near_by = find_between(text, (gsize)(paragraph_begin(begin, from) - begin),
                                          (gsize)(paragraph_end(to, end) - begin));
  span = relata_sentences_widen(near_by, span);
  relata_sentences_free(near_by);
  return span;
}
