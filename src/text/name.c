/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/name.h"
#include "text/normalize.h"

#include <string.h>

static gboolean
is_separator(gunichar c)
{
  return g_unichar_isspace(c) || c == '_' || g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

static gboolean
is_silent(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_FORMAT:
  case G_UNICODE_CONTROL:
    return TRUE;
  default:
    /* Full stops and apostrophes; transliterated names have many of these: ʿ ʾ ʻ ʼ ‘ ’ ` ´ */
    return c == '.' || c == '\'' || c == '`' || c == 0x00B4 || (c >= 0x2018 && c <= 0x201B) ||
           (c >= 0x02BB && c <= 0x02BF);
  }
}

/* Returns the name with marks apart from their letters and its case folded, save that of ASCII; NULL where it
 * is not UTF-8. */
static char *
take_apart(const char *name)
{
  if (g_str_is_ascii(name)) /* most names are, and have nothing to take apart */
    return g_strdup(name);
  g_autofree char *decomposed = relata_normalize(name, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = decomposed != NULL ? g_utf8_casefold(decomposed, -1) : NULL;
  /* Case folding can create composed characters again ("İ" → "i̇"), so marks are dropped after a second
   * decomposition. */
  return lower != NULL ? relata_normalize(lower, -1, G_NORMALIZE_ALL) : NULL;
}

char *
relata_name_fold(const char *name)
{
  g_return_val_if_fail(name != NULL, NULL);
  g_autofree char *apart = take_apart(name);
  if (apart == NULL) /* text that is not UTF-8 is compared as it is */
    return g_strdup(name);
  GString *folded = g_string_sized_new(strlen(apart));
  gboolean gap = FALSE;
  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char(at)) {
    const gboolean plain = g_ascii_isalnum(*at); /* most are */
    const gunichar c = g_utf8_get_char(at);
    if (!plain && is_separator(c)) {
      gap = folded->len > 0;
    } else if (plain || !is_silent(c)) {
      if (gap)
        g_string_append_c(folded, ' ');
      gap = FALSE;
      if (plain)
        g_string_append_c(folded, g_ascii_tolower(*at));
      else
        g_string_append_unichar(folded,
                                g_unichar_tolower(c)); /* GLib folds Cherokee's small letters to capitals */
    }
  }
  return g_string_free(folded, FALSE);
}

/* Returns whether a word of one letter begins here. */
static gboolean
is_initial(const char *at)
{
  const gunichar c = g_utf8_get_char(at);
  const char after = c != 0 ? *g_utf8_next_char(at) : '\0';
  return c != 0 && g_unichar_toupper(c) != c && (after == ' ' || after == '\0');
}

char *
relata_name_join_initials(const char *folded)
{
  g_return_val_if_fail(folded != NULL, NULL);
  if (!g_utf8_validate(folded, -1, NULL))
    return g_strdup(folded);
  GString *joined = g_string_sized_new(strlen(folded));
  gboolean initial = FALSE; /* the word before is one */
  for (const char *at = folded; *at != '\0';) {
    const char *end = strchr(at, ' ');
    const gboolean next = is_initial(at);
    if (joined->len > 0 && !(initial && next))
      g_string_append_c(joined, ' ');
    g_string_append_len(joined, at, end != NULL ? end - at : -1);
    initial = next;
    at = end != NULL ? end + 1 : at + strlen(at);
  }
  return g_string_free(joined, FALSE);
}

char *
relata_name_words(const char *name)
{
  g_return_val_if_fail(name != NULL, NULL);
  if (!g_utf8_validate(name, -1, NULL))
    return g_strdup(name);
  g_autoptr(GString) words = g_string_sized_new(strlen(name) + 8);
  gunichar before = 0;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    const gunichar after = g_utf8_get_char(g_utf8_next_char(at));
    const gboolean begins = g_unichar_isupper(c) && (g_unichar_islower(before) ||
                                                     (g_unichar_isupper(before) && g_unichar_islower(after)));
    if (begins || (before != 0 && g_unichar_isdigit(c) != g_unichar_isdigit(before)))
      g_string_append_c(words, ' ');
    g_string_append_unichar(words, strchr("./:,()[]", (int)c) != NULL && c < 0x80 ? ' ' : c);
    before = c;
  }
  return relata_name_fold(words->str);
}

char *
relata_name_type_id(const char *name)
{
  g_return_val_if_fail(name != NULL, NULL);
  GString *id = g_string_sized_new(strlen(name));
  gboolean gap = FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
    const gboolean ascii = (guchar)*at < 0x80; /* fast path: every line of a corpus names a type */
    const gunichar c = ascii ? (gunichar)*at : g_utf8_get_char(at);
    if (ascii ? g_ascii_isspace(*at) || *at == '\v' || *at == '_' || *at == '-' : is_separator(c)) {
      gap = id->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c(id, '-');
    gap = FALSE;
    if (ascii)
      g_string_append_c(id, g_ascii_tolower(*at));
    else
      g_string_append_unichar(
          id, g_unichar_tolower(c)); /* not g_utf8_strdown(): Turkish locales have their own i */
  }
  return g_string_free(id, FALSE);
}

guint
relata_name_distance(const char *a, const char *b)
{
  g_return_val_if_fail(a != NULL && b != NULL, 0);
  glong n_a, n_b;
  g_autofree gunichar *left = g_utf8_to_ucs4_fast(a, -1, &n_a);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast(b, -1, &n_b);
  const gsize width = (gsize)n_b + 1;
  g_autofree guint *rows = g_new0(guint, 3 * width); /* the last three rows of the matrix, in turn */
  for (gsize j = 0; j < width; j++)
    rows[j] = (guint)j;
  for (gsize i = 1; i <= (gsize)n_a; i++) {
    guint *row = rows + (i % 3) * width;
    const guint *above = rows + ((i + 2) % 3) * width;
    const guint *two_above = rows + ((i + 1) % 3) * width;
    row[0] = (guint)i;
    for (gsize j = 1; j < width; j++) {
      const guint change = above[j - 1] + (left[i - 1] != right[j - 1]);
      row[j] = MIN(MIN(above[j], row[j - 1]) + 1, change);
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        row[j] = MIN(row[j], two_above[j - 2] + 1);
    }
  }
  return rows[((gsize)n_a % 3) * width + width - 1];
}

typedef struct {
  guint index;
  double distance; /* edits, relative to the longer word */
} Candidate;

static gint
compare_candidates(gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;
  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/* Returns whether `whole` holds `part` as whole words, that is between spaces or ends; both are folded. */
static gboolean
holds_word(const char *whole, const char *part)
{
  const gsize n = strlen(part);
  if (n < 2)
    return FALSE;
  for (const char *at = strstr(whole, part); at != NULL; at = strstr(at + 1, part))
    if ((at == whole || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
      return TRUE;
  return FALSE;
}

/* Only this many code points at the beginning of a word are compared, so that a hostile name cannot make a
 * suggestion take quadratic time. */
#define MAX_COMPARED 64

GArray *
relata_name_nearest(const char *word, const char *const *candidates, guint n, guint most)
{
  g_return_val_if_fail(word != NULL, NULL);
  g_return_val_if_fail(candidates != NULL || n == 0, NULL);
  g_autoptr(GArray) near_ones = g_array_new(FALSE, FALSE, sizeof(Candidate));
  g_autofree char *folded = relata_name_fold(word);
  g_autofree char *short_word = g_utf8_substring(folded, 0, MIN(g_utf8_strlen(folded, -1), MAX_COMPARED));
  const glong length = g_utf8_strlen(short_word, -1);
  for (guint i = 0; i < n; i++) {
    g_autofree char *other = relata_name_fold(candidates[i]);
    g_autofree char *short_other = g_utf8_substring(other, 0, MIN(g_utf8_strlen(other, -1), MAX_COMPARED));
    const glong other_length = g_utf8_strlen(short_other, -1);
    const glong longer = MAX(length, other_length);
    Candidate candidate = {i, 1.0};
    if (ABS(length - other_length) * 3 <= longer)
      candidate.distance = (double)relata_name_distance(short_word, short_other) / (double)MAX(longer, 1);
    if (candidate.distance > 0.3 && (holds_word(other, folded) || holds_word(folded, other)))
      candidate.distance = 0.3;
    /* The threshold allows one wrong letter in a word of three letters. */
    if (candidate.distance <= 1.0 / 3.0 + 1e-9)
      g_array_append_val(near_ones, candidate);
  }
  g_array_sort(near_ones, compare_candidates);
  GArray *indices = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < near_ones->len && i < most; i++)
    g_array_append_val(indices, g_array_index(near_ones, Candidate, i).index);
  return indices;
}

const char *
relata_name_suggest(const char *word, const char *const *candidates, guint n)
{
  g_return_val_if_fail(word != NULL, NULL);
  g_return_val_if_fail(candidates != NULL || n == 0, NULL);
  g_autoptr(GArray) near_ones = relata_name_nearest(word, candidates, n, 1);
  return near_ones->len > 0 ? candidates[g_array_index(near_ones, guint, 0)] : NULL;
}

/* Control characters are U+0000 to U+001F, U+007F, and U+0080 to U+009F (0xC2 0x80 to 0xC2 0x9F in UTF-8). */
gboolean
relata_name_is_id(const char *string)
{
  g_return_val_if_fail(string != NULL, FALSE);
  for (const guchar *at = (const guchar *)string; *at != '\0'; at++)
    if (*at < 0x20 || *at == 0x7F || (*at == 0xC2 && at[1] < 0xA0))
      return FALSE;
  return *string != '\0';
}

char *
relata_name_line(const char *words)
{
  g_return_val_if_fail(words != NULL, NULL);
  GString *line = g_string_new(NULL);
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char(at)) {
    if (!g_unichar_isspace(g_utf8_get_char(at)))
      g_string_append_unichar(line, g_utf8_get_char(at));
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c(line, ' ');
  }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate(line, line->len - 1);
  return g_string_free(line, FALSE);
}
