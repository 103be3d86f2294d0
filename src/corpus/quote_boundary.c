/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where words and numbers end. */
#include "corpus/quote_fold_internal.h"

#define N_NEAR 3
/* Invisible characters beyond so many are no way of writing a word. */
#define MOST_LOOKED_AT 64

/* The characters nearest to a boundary on both sides, nearest first; 0 beyond the ends of the text. */
typedef struct {
  gunichar inner[N_NEAR]; /* of the quotation */
  gunichar outer[N_NEAR];
} Near;

static gboolean
is_transparent(gunichar c)
{
  return relata_fold_is_invisible(c) || g_unichar_ismark(c);
}

static gboolean
is_word(gunichar c)
{
  return c != 0 && (g_unichar_isalnum(c) || c == '_');
}

static void
look_back(const char *begin, const char *at, gunichar *found)
{
  for (guint i = 0, n = 0; i < N_NEAR && n < MOST_LOOKED_AT && at > begin; n++) {
    const char *hyphen = relata_fold_hyphen_before_line(begin, at);
    at = hyphen != NULL ? hyphen : g_utf8_prev_char(at);
    found[i] = hyphen != NULL ? '-' : g_utf8_get_char(at);
    i += !is_transparent(found[i]);
  }
}

static void
look_ahead(const char *at, gunichar *found)
{
  for (guint i = 0, n = 0; i < N_NEAR && n < MOST_LOOKED_AT && *at != '\0'; n++) {
    const char *next = g_utf8_next_char(at);
    const char *word = relata_fold_is_hyphen(g_utf8_get_char(at)) ? relata_fold_word_after_line(next) : NULL;
    found[i] = word != NULL ? '-' : g_utf8_get_char(at);
    i += !is_transparent(found[i]);
    at = word != NULL ? word : next;
  }
}

static gboolean
joins_hyphen(const Near *near_by, gboolean starts)
{
  return is_word(near_by->outer[1]) || (starts && g_unichar_isdigit(near_by->inner[0]));
}

/* An en dash joins years; a minus sign belongs to its number. */
static gboolean
joins_dash(const Near *near_by, gboolean starts)
{
  return g_unichar_isdigit(near_by->inner[0]) &&
         (g_unichar_isdigit(near_by->outer[1]) || (starts && near_by->outer[0] == 0x2212));
}

/* Before the apostrophe: n' denies in French, and O' belongs to a name. After it: 's may be a genitive. */
static gboolean
joins_apostrophe(const Near *near_by, gboolean starts)
{
  const gunichar letter = g_unichar_tolower(near_by->outer[1]);
  const gboolean single = !is_word(near_by->outer[2]);
  return starts ? (letter == 'n' || letter == 'o') && single : is_word(letter) && !(letter == 's' && single);
}

/* "14.2", "10:30", "1,200", "12/10". */
static gboolean
joins_digits(const Near *near_by, gboolean starts)
{
  (void)starts;
  return g_unichar_isdigit(near_by->inner[0]) && g_unichar_isdigit(near_by->outer[1]);
}

/* "14.2" and "U.S.". */
static gboolean
joins_stop(const Near *near_by, gboolean starts)
{
  const gboolean initial = !is_word(starts ? near_by->outer[2] : near_by->inner[1]);
  return joins_digits(near_by, starts) ||
         (initial && g_unichar_isalpha(near_by->inner[0]) && g_unichar_isalpha(near_by->outer[1]));
}

static gboolean
joins_unit(const Near *near_by, gboolean starts)
{
  return !starts && g_unichar_isdigit(near_by->inner[0]);
}

/* What may stand within a word or number, and when it does. */
static const struct {
  gunichar sign;
  gboolean (*joins)(const Near *near_by, gboolean starts);
} signs[] = {
    {'-', joins_hyphen},  {0x2010, joins_hyphen}, {0x2011, joins_hyphen},     {0x2012, joins_dash},
    {0x2013, joins_dash}, {0x2212, joins_dash},   {'\'', joins_apostrophe},   {0x2019, joins_apostrophe},
    {'.', joins_stop},    {',', joins_digits},    {0x02BC, joins_apostrophe}, {':', joins_digits},
    {'/', joins_digits},  {0x066B, joins_digits}, {0x066C, joins_digits},     {'%', joins_unit},
    {0x066A, joins_unit}, {0x2030, joins_unit},   {0x00B0, joins_unit},
};

gboolean
relata_fold_inside_word(const char *begin, const char *at, gboolean starts)
{
  Near near_by = {{0}, {0}};
  look_back(begin, at, starts ? near_by.outer : near_by.inner);
  look_ahead(at, starts ? near_by.inner : near_by.outer);
  if (!is_word(near_by.inner[0]))
    return FALSE;
  if (is_word(near_by.outer[0]))
    return !relata_fold_divides_no_words(near_by.inner[0]) && !relata_fold_divides_no_words(near_by.outer[0]);
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
    if (signs[i].sign == near_by.outer[0])
      return signs[i].joins(&near_by, starts);
  return FALSE;
}
