/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decides whether a full stop ends a sentence: data/words/sentence-stops.txt has those that do not. */
#include "text/sentence_internal.h"

#include "text/words.h"

#include <string.h>

/* The list, and how it writes "before a number", "a number" and "begins a sentence". */
#define LIST "sentence-stops"

typedef struct {
  gunichar first, last;
} Range;

static gboolean
is_among(gunichar c, const Range *ranges, guint n)
{
  for (guint i = 0; i < n; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/* Marks that end a sentence whatever follows, as no abbreviation or number is written with them. */
static gboolean
is_strong(gunichar c)
{
  static const Range strong[] = {
      {0x037E, 0x037E},                                                       /* Greek question mark */
      {0x0589, 0x0589},                                                       /* Armenian */
      {0x061D, 0x061F},                                                       /* Arabic */
      {0x06D4, 0x06D4},                                                       /* Urdu */
      {0x0700, 0x0702},                                                       /* Syriac */
      {0x07F9, 0x07F9},                                                       /* N'Ko */
      {0x0964, 0x0965},                                                       /* danda */
      {0x0F0D, 0x0F0E},                                                       /* Tibetan */
      {0x104B, 0x104B},                                                       /* Burmese */
      {0x1362, 0x1362}, {0x1367, 0x1368},                                     /* Ethiopic */
      {0x166E, 0x166E},                                                       /* Canadian syllabics */
      {0x17D4, 0x17D5},                                                       /* Khmer */
      {0x1803, 0x1803}, {0x1809, 0x1809},                                     /* Mongolian */
      {0x3002, 0x3002}, {0xFF01, 0xFF01}, {0xFF1F, 0xFF1F}, {0xFF61, 0xFF61}, /* Chinese, Japanese, Korean */
  };
  return c >= 0x037E && is_among(c, strong, G_N_ELEMENTS(strong));
}

static gboolean
is_stop(gunichar c)
{
  static const Range weak[] = {{'!', '!'},       {'.', '.'},       {'?', '?'},      {0x2026, 0x2026},
                               {0x203C, 0x203D}, {0x2047, 0x2049}, {0xFF0E, 0xFF0E}};
  return is_among(c, weak, G_N_ELEMENTS(weak)) || is_strong(c);
}

static gunichar
char_at(const char *at, const char *end)
{
  return at < end ? g_utf8_get_char(at) : 0;
}

static gunichar
char_before(const char *begin, const char *at)
{
  return at > begin ? g_utf8_get_char(g_utf8_prev_char(at)) : 0;
}

/* Georgian letters count as small ones although the script has no others in running text. */
static gboolean
is_small(gunichar c)
{
  return g_unichar_islower(c) && !(c >= 0x10D0 && c <= 0x10FF);
}

static gboolean
is_quote_or_bracket(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_OPEN_PUNCTUATION:
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return TRUE;
  default:
    return c == '"' || c == '\'';
  }
}

/* Returns the end of a number of a footnote, [12] or ¹²; `at` where there is none. */
static const char *
skip_footnote(const char *at, const char *end)
{
  const gunichar c = char_at(at, end);
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079))
    return g_utf8_next_char(at);
  if (c != '[')
    return at;
  const char *inner = at + 1;
  while (inner < end && (g_ascii_isdigit(*inner) || *inner == ','))
    inner++;
  return inner > at + 1 && inner < end && *inner == ']' ? inner + 1 : at;
}

/* Passes over what belongs to the sentence before: closing quotation marks and brackets, footnotes. Those
 * that only open are left to the sentence that follows. */
static const char *
skip_closing(const char *at, const char *end)
{
  for (;;) {
    const gunichar c = char_at(at, end);
    const char *next = skip_footnote(at, end);
    if (next == at && (c == 0 || !is_quote_or_bracket(c) || g_unichar_type(c) == G_UNICODE_OPEN_PUNCTUATION))
      return at;
    at = next > at ? next : g_utf8_next_char(at);
  }
}

static const char *
skip_blanks(const char *at, const char *end)
{
  while (at < end && g_unichar_isspace(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

gboolean
relata_stop_begins(const char *at, const char *end)
{
  gunichar c = char_at(at, end);
  while (c != 0 && (is_quote_or_bracket(c) || g_unichar_isspace(c) || c == 0xA1 || c == 0xBF || c == 0x2022 ||
                    c == '*' || g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION)) {
    at = g_utf8_next_char(at);
    c = char_at(at, end);
  }
  return c != 0 && !is_small(c);
}

/* ── The words around a full stop ── */

static gboolean
is_of_word(gunichar c)
{
  return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '.' || c == '-' || c == '\'' || c == 0x2019;
}

/* Returns where the word that ends at `end` begins. Stops and hyphens within it belong to it. */
static const char *
word_begin(const char *begin, const char *end)
{
  const char *at = end;
  while (at > begin && is_of_word(char_before(begin, at)))
    at = g_utf8_prev_char(at);
  while (at < end && !g_unichar_isalnum(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

/* Returns the end of the word that begins at `at`, without a stop at its end. */
static const char *
word_end(const char *at, const char *end)
{
  const char *begin = at;
  while (at < end && is_of_word(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  while (at > begin && !g_unichar_isalnum(char_before(begin, at)) &&
         !g_unichar_ismark(char_before(begin, at)))
    at = g_utf8_prev_char(at);
  return at;
}

/* The longest word that the list is asked for, in bytes. */
#define MOST_BYTES 48

/* Returns whether the list has the line that one word, or two, and what stands around them make. */
static gboolean
is_listed(const char *before, const char *first, const char *first_end, const char *between,
          const char *second, const char *second_end, const char *after)
{
  if (first_end - first > MOST_BYTES || second_end - second > MOST_BYTES)
    return FALSE;
  g_autofree char *line = g_strdup_printf("%s%.*s%s%.*s%s", before, (int)(first_end - first), first, between,
                                          (int)(second_end - second), second != NULL ? second : "", after);
  return relata_words_find(LIST, line) != NULL;
}

static gboolean
is_number(const char *at, const char *end)
{
  for (; at < end; at = g_utf8_next_char(at))
    if (!g_unichar_isdigit(g_utf8_get_char(at)) && *at != '.')
      return FALSE;
  return TRUE;
}

/* Returns whether the word is one letter that may stand for a name: a capital, or a letter without case, save
 * where each letter is a syllable or a word. */
static gboolean
is_initial(const char *word, const char *end)
{
  const gunichar c = g_utf8_get_char(word);
  const char *next = g_utf8_next_char(word);
  if (g_unichar_isupper(c) || g_unichar_istitle(c)) {
    while (next < end && g_unichar_ismark(g_utf8_get_char(next)))
      next = g_utf8_next_char(next);
    return next == end;
  }
  return next == end && g_unichar_isalpha(c) && !g_unichar_iswide(c) && !g_unichar_islower(c);
}

/* Returns whether the word is letters with stops between them: U.S, z.B, Ph.D, J.-P. */
static gboolean
is_dotted(const char *word, const char *end)
{
  guint n_letters = 0, n_stops = 0;
  for (const char *at = word; at < end; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (c == '.' || c == '-') {
      n_stops += c == '.' ? 1 : 0;
      n_letters = 0;
    } else if (!g_unichar_isalpha(c) || ++n_letters > 2) {
      return FALSE;
    }
  }
  return n_stops > 0;
}

/* The words before and after a full stop. */
typedef struct {
  const char *before, *before_end; /* the word before `word`, without its stop */
  gboolean before_stops;           /* it has one */
  const char *word, *stop;
  const char *next, *next_end;
  gboolean next_stops; /* the word after has a stop too */
} Words;

static Words
words_around(const char *begin, const char *stop, const char *next, const char *end)
{
  Words words = {.stop = stop, .next = next};
  words.word = word_begin(begin, stop);
  const char *at = words.word;
  while (at > begin && g_unichar_isspace(char_before(begin, at)))
    at = g_utf8_prev_char(at);
  words.before_stops = char_before(begin, at) == '.';
  words.before_end = at - (words.before_stops ? 1 : 0);
  words.before = word_begin(begin, words.before_end);
  words.next_end = word_end(next, end);
  words.next_stops = words.next_end < end && *words.next_end == '.';
  return words;
}

/* Returns whether the number before the stop and what follows are parts of a date: "3. 10. 2021". */
static gboolean
is_in_date(const Words *words)
{
  const glong n = g_utf8_strlen(words->word, words->stop - words->word);
  const glong n_next = g_utf8_strlen(words->next, words->next_end - words->next);
  return n <= 2 && n_next > 0 && is_number(words->next, words->next_end) &&
         (words->next_stops || n_next == 4);
}

/* Returns whether the stop makes an ordinal of the number before it: "am 3. Oktober", or the number of an
 * item at the beginning of a sentence. */
static gboolean
is_ordinal(const Words *words, const char *begin)
{
  return words->word == skip_blanks(begin, words->stop) || is_in_date(words) ||
         is_listed("", words->before, words->before_end, " 3.", NULL, NULL, "") ||
         is_listed("3. ", words->next, words->next_end, "", NULL, NULL, "");
}

static gboolean
is_abbreviation(const Words *words)
{
  const char *word = words->word, *stop = words->stop;
  if (is_listed("", word, stop, ".", NULL, NULL, "") ||
      (g_unichar_isdigit(g_utf8_get_char(words->next)) && is_listed("", word, stop, ". 3", NULL, NULL, "")) ||
      (words->next_stops && is_listed("", word, stop, ". ", words->next, words->next_end, ".")) ||
      (words->before_stops && is_listed("", words->before, words->before_end, ". ", word, stop, ".")))
    return TRUE;
  const char *hyphen = g_strrstr_len(word, stop - word, "-"); /* ex-Gen. */
  return hyphen != NULL && is_listed("", hyphen + 1, stop, ".", NULL, NULL, "");
}

/* Returns whether a single full stop belongs to the word before it, and ends no sentence. */
static gboolean
belongs_to_word(const char *begin, const char *stop, const char *next, const char *end)
{
  const Words words = words_around(begin, stop, next, end);
  if (words.word == stop)
    return FALSE;
  if (is_number(words.word, stop))
    return is_ordinal(&words, begin);
  if (is_dotted(words.word, stop))
    return !is_listed("| ", words.next, words.next_end, "", NULL, NULL, "");
  return is_initial(words.word, stop) || is_abbreviation(&words);
}

/* ── The verdict ── */

RelataStop
relata_stop_at(const char *begin, const char *at, const char *end, const char **next)
{
  *next = g_utf8_next_char(at);
  if (!is_stop(g_utf8_get_char(at)))
    return RELATA_STOP_NONE;
  gboolean strong = FALSE;
  const char *run_end = at;
  for (; run_end < end && is_stop(g_utf8_get_char(run_end)); run_end = g_utf8_next_char(run_end))
    strong |= is_strong(g_utf8_get_char(run_end));
  const char *closed = skip_closing(run_end, end), *after = skip_blanks(closed, end);
  *next = run_end;
  if (after == end)
    return RELATA_STOP_NONE;
  /* A full stop that is as wide as a letter is followed by no blank, but neither by a digit: １．５. */
  const gboolean wide = g_utf8_get_char(at) == 0xFF0E && !g_unichar_isdigit(g_utf8_get_char(after));
  if (after == closed && !strong && !wide)
    return RELATA_STOP_NONE;
  *next = after;
  if (strong || wide)
    return RELATA_STOP_ENDS;
  if (!relata_stop_begins(after, end))
    return RELATA_STOP_WEAK;
  const gboolean single = *at == '.' && run_end == at + 1;
  return single && belongs_to_word(begin, at, after, end) ? RELATA_STOP_WEAK : RELATA_STOP_ENDS;
}
