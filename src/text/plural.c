/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/plural.h"

#include <string.h>

/* Endings and what becomes of them: the first that fits counts. "*" stands for a consonant. */
static const struct {
  const char *ending;
  guint n_dropped; /* characters at the end */
  const char *added;
} rules[] = {
    {"woman", 2, "en"}, {"sman", 2, "en"}, {"eman", 2, "en"}, {"child", 0, "ren"}, /* policeman, spokesman */
    {"arch", 0, "s"},                                                              /* oligarchs */
    {"*y", 1, "ies"},   {"ss", 0, "es"},   {"x", 0, "es"},    {"z", 0, "es"},
    {"ch", 0, "es"},    {"sh", 0, "es"},   {"s", 0, ""}, /* forces, and status */
    {"", 0, "s"},
};

/* Nouns that stand for many, or cannot be counted. */
static const char *const constant[] = {"children", "data",      "equipment", "information", "media",
                                       "men",      "military",  "misc",      "money",       "other",
                                       "people",   "personnel", "police",    "staff",       "women"};

/* What a noun is followed by in a longer label: "head of state". */
static const char *const links[] = {" of ", " in ", " for ", " at ", " to ", " with "};

gboolean
relata_plural_is_acronym(const char *word, gsize n)
{
  if (n < 2 || n > 4 || !g_ascii_isupper(*word))
    return FALSE;
  for (gsize i = 1; i < n; i++)
    if (!g_ascii_isupper(word[i]) && !g_ascii_isdigit(word[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_constant(const char *word, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS(constant); i++)
    if (strlen(constant[i]) == n && g_ascii_strncasecmp(constant[i], word, n) == 0)
      return TRUE;
  return FALSE;
}

/* Returns whether a word is one that the rules fit: at least two letters, none of them large but the first.
 */
static gboolean
is_regular(const char *word, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (i == 0 ? !g_ascii_isalpha(word[i]) : !g_ascii_islower(word[i]))
      return FALSE;
  return n > 1 && !is_constant(word, n);
}

static gboolean
ends_like(const char *word, gsize n, const char *ending)
{
  const gsize length = strlen(ending);
  if (n < length)
    return FALSE;
  const char *at = word + n - length;
  if (*ending == '*')
    return strchr("aeiouAEIOU", *at) == NULL && strncmp(at + 1, ending + 1, length - 1) == 0;
  return strncmp(at, ending, length) == 0;
}

static gboolean
is_ascii(const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar)*text >= 0x80)
      return FALSE;
  return TRUE;
}

char *
relata_plural_of(const char *label)
{
  g_return_val_if_fail(label != NULL, NULL);
  const char *end = label + strlen(label);
  for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
    const char *link = strstr(label, links[i]);
    end = link != NULL && link < end ? link : end;
  }
  const char *word = end;
  while (word > label && word[-1] != ' ' && word[-1] != '-')
    word--;
  const gsize n = (gsize)(end - word);
  if (!is_ascii(label) || !is_regular(word, n))
    return g_strdup(label);
  guint rule = 0;
  while (!ends_like(word, n, rules[rule].ending))
    rule++;
  return g_strdup_printf("%.*s%s%s", (int)(end - label) - (int)rules[rule].n_dropped, label,
                         rules[rule].added, end);
}
