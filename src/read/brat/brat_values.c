/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads dates and numbers as English texts write them, where they are unambiguous. */
#include "read/brat/brat.h"

#include <math.h>
#include <string.h>

/* Longer words are neither a date nor a number. */
#define MAX_WORDS 200

static guint
month_of(const char *word)
{
  static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
  gsize n = strlen(word);
  while (n > 0 && word[n - 1] == '.')
    n--;
  for (guint i = 0; i < G_N_ELEMENTS(months); i++)
    if (n >= 3 && n <= strlen(months[i]) && g_ascii_strncasecmp(word, months[i], n) == 0 &&
        (n == 3 || n == strlen(months[i]) || (n == 4 && i == 8))) /* Sep, Sept, September */
      return i + 1;
  return 0;
}

/* Returns a number of at most four digits, followed by "st", "nd", "rd" or "th" if `ordinal`; 0 for
 * any other word. */
static guint
number_of(const char *word, gboolean ordinal)
{
  const gsize digits = strspn(word, "0123456789");
  if (digits == 0 || digits > 4)
    return 0;
  const char *rest = word + digits;
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  gboolean ok = *rest == '\0';
  for (guint i = 0; ordinal && i < G_N_ELEMENTS(endings); i++)
    ok |= g_ascii_strcasecmp(rest, endings[i]) == 0;
  return ok ? (guint)strtoul(word, NULL, 10) : 0;
}

/* Returns whether the words, which are EDTF, would mean something else to the reader of a text: "2021-22" is
 * two years there and not the summer of one, and "-0043" has a dash. */
static gboolean
is_ambiguous(const char *words)
{
  return *words == '-' || (strlen(words) > 6 && words[4] == '-' && words[5] == '2' && words[6] <= '4');
}

char *
relata_brat_read_date(const char *words)
{
  RelataDate date;
  if (strlen(words) > MAX_WORDS)
    return NULL;
  g_autofree char *trimmed = g_strstrip(g_strdup(words));
  if (relata_date_parse(trimmed, &date, NULL) && !is_ambiguous(trimmed))
    return g_steal_pointer(&trimmed);
  guint day = 0, month = 0, year = 0, n = 0;
  g_auto(GStrv) split = g_strsplit_set(trimmed, " ,\t\r\n", -1);
  for (char **word = split; *word != NULL; word++) {
    if (**word == '\0' || g_ascii_strcasecmp(*word, "of") == 0 ||
        (n == 0 && g_ascii_strcasecmp(*word, "the") == 0))
      continue;
    n++;
    const guint as_month = month_of(*word), number = number_of(*word, TRUE);
    if (as_month > 0 && month == 0)
      month = as_month;
    else if (number >= 1 && number <= 31 && strlen(*word) < 5 && day == 0 && year == 0)
      day = number;
    else if (number_of(*word, FALSE) >= 1000 && year == 0)
      year = number;
    else
      return NULL;
  }
  if (year == 0 || (day > 0 && month == 0))
    return NULL;
  char *edtf = month == 0 ? g_strdup_printf("%04u", year)
               : day == 0 ? g_strdup_printf("%04u-%02u", year, month)
                          : g_strdup_printf("%04u-%02u-%02u", year, month, day);
  if (!relata_date_parse(edtf, &date, NULL)) /* for example 31 February */
    g_clear_pointer(&edtf, g_free);
  return edtf;
}

/* Reads digits, with an optional decimal part. If commas or narrow spaces separate them, the
 * groups have three. */
static gboolean
read_number(const char **at, double *number)
{
  static const char *const separators[] = {",", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  g_autoptr(GString) digits = g_string_new(NULL);
  while (g_ascii_isdigit(**at))
    g_string_append_c(digits, *(*at)++);
  if (digits->len == 0)
    return FALSE;
  for (gboolean more = digits->len <= 3; more;) {
    more = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(separators) && !more; i++) {
      const gsize n = strlen(separators[i]);
      const char *group = *at + n;
      if (strncmp(*at, separators[i], n) == 0 && strspn(group, "0123456789") == 3) {
        g_string_append_len(digits, group, 3);
        *at = group + 3;
        more = TRUE;
      }
    }
  }
  if (**at == '.' && g_ascii_isdigit((*at)[1])) {
    g_string_append_c(digits, *(*at)++);
    while (g_ascii_isdigit(**at))
      g_string_append_c(digits, *(*at)++);
  }
  *number = g_ascii_strtod(digits->str, NULL);
  return isfinite(*number);
}

/* Skips one of the words, which end with NULL, and the space after it. */
static gboolean
skip_word(const char **at, const char *const *words)
{
  for (; *words != NULL; words++) {
    const gsize n = strlen(*words);
    if (g_ascii_strncasecmp(*at, *words, n) == 0 && !g_ascii_isalpha((*at)[n])) {
      *at += n;
      *at += strspn(*at, " \t");
      return TRUE;
    }
  }
  return FALSE;
}

/* How the words before a number bound it. */
typedef enum { EXACTLY, AT_LEAST, AT_MOST, BETWEEN } Bound;

static Bound
read_bound(const char **at)
{
  static const char *const least[] = {"at least",      "more than",     "over",
                                      "no fewer than", "not less than", NULL};
  static const char *const most[] = {"up to", "at most",      "fewer than", "less than",
                                     "under", "no more than", NULL};
  static const char *const between[] = {"between", "from", NULL};
  static const char *const about[] = {"about",         "around",  "some",          "nearly",
                                      "almost",        "roughly", "approximately", "an estimated",
                                      "an additional", "the",     "only",          NULL};
  while (skip_word(at, about))
    continue;
  const Bound bound = skip_word(at, least)     ? AT_LEAST
                      : skip_word(at, most)    ? AT_MOST
                      : skip_word(at, between) ? BETWEEN
                                               : EXACTLY;
  while (skip_word(at, about))
    continue;
  return bound;
}

/* Reads "million" and the like after a number; returns 1 where there is none. */
static double
read_factor(const char **at)
{
  static const char *const words[][2] = {
      {"hundred", NULL}, {"thousand", NULL}, {"million", NULL}, {"billion", NULL}};
  static const double factors[] = {1e2, 1e3, 1e6, 1e9};
  const char *word = *at + strspn(*at, " \t-");
  for (guint i = 0; i < G_N_ELEMENTS(factors); i++)
    if (skip_word(&word, words[i])) {
      *at = word;
      return factors[i];
    }
  return 1;
}

gboolean
relata_brat_read_range(const char *words, double *min, double *max)
{
  static const char *const and_or_to[] = {"and", "to", "or", "–", "—", "‒", "−", "-", "‑", NULL};
  *min = *max = NAN;
  if (strlen(words) > MAX_WORDS)
    return FALSE;
  const char *at = words + strspn(words, " \t");
  const Bound bound = read_bound(&at);
  double first, second;
  if (!read_number(&at, &first))
    return FALSE;
  const double factor = read_factor(&at);
  at += strspn(at, " \t");
  if (skip_word(&at, and_or_to)) {
    if (bound == AT_LEAST || bound == AT_MOST || !read_number(&at, &second))
      return FALSE;
    const double last_factor = read_factor(&at); /* "2 to 3 million" */
    *min = first * (factor > 1 ? factor : last_factor);
    *max = second * last_factor;
  } else if (bound == BETWEEN) {
    return FALSE;
  } else {
    *min = bound == AT_MOST ? NAN : first * factor;
    *max = bound == AT_LEAST ? NAN : first * factor;
  }
  while (*at != '\0' && !g_ascii_isdigit(*at)) /* "fighters", but not a third number: "1 of 3" */
    at++;
  if (*at == '\0' && !(*min > *max))
    return TRUE;
  *min = *max = NAN;
  return FALSE;
}
