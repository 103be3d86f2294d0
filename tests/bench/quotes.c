/* SPDX-License-Identifier: GPL-2.0-or-later */
/* quotes: how long it takes to look up 10,000 quotations in a text of 10 MB, its index included. Exit 1 where
 * the median is above its limit, or a quotation is not found that is there, or found that is not. */
#include "timing.h"

#include "corpus/negation.h"
#include "corpus/quote.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED     1
#define N_BYTES  (10u << 20)
#define N_QUOTES 10000
#define N_WORDS  30000
#define N_RUNS   3

typedef struct {
  GPtrArray *words;           /* the vocabulary: the first ones are frequent, as in a language */
  RelataText *text, *divided; /* divided: as `text`, but the ends of lines divide words */
  GPtrArray *quotes;
} Bench;

/* Returns a word that no language denies with, because an ellipsis must not leave out such a one. */
static char *
make_word(GRand *random)
{
  static const char letters[] = "etaoinshrdlucmfwypvbgkjqxz";
  char word[12] = "";
  const gint n = g_rand_int_range(random, 2, 11);
  for (gint i = 0; i < n; i++)
    word[i] = letters[(gint)(pow(g_rand_double(random), 1.6) * 26)];
  return g_hash_table_contains(relata_negations()->words, word) ? make_word(random) : g_strdup(word);
}

static const char *
pick_word(const Bench *bench, GRand *random)
{
  return g_ptr_array_index(bench->words, (guint)(exp(g_rand_double(random) * log(N_WORDS)) - 1));
}

static Bench
bench_new(GRand *random)
{
  Bench bench = {g_ptr_array_new_with_free_func(g_free), NULL, NULL, g_ptr_array_new_with_free_func(g_free)};
  for (guint i = 0; i < N_WORDS; i++)
    g_ptr_array_add(bench.words, make_word(random));
  g_autoptr(GString) text = g_string_sized_new(N_BYTES + 100),
                     divided = g_string_sized_new(N_BYTES * 21 / 20);
  for (guint i = 0; text->len < N_BYTES; i++) {
    const char *word = pick_word(&bench, random);
    const char *after = i % 400 == 399 ? ".\n\n" : i % 20 == 19 ? ".\n" : i % 7 == 6 ? ", " : " ";
    g_string_append_printf(text, "%s%s", word, after);
    g_string_append_printf(divided, "%c%s%s%s", *word, i % 10 == 3 ? "-\n" : "", word + 1, after);
  }
  bench.text = relata_text_new(text->str, text->len);
  bench.divided = relata_text_new(divided->str, divided->len);
  return bench;
}

static void
bench_free(Bench *bench)
{
  g_ptr_array_unref(bench->words);
  g_ptr_array_unref(bench->quotes);
  relata_text_free(bench->text);
  relata_text_free(bench->divided);
}

/* Takes n words from the text, in capitals and in one line. */
static void
take_words(const Bench *bench, GRand *random, gint n, GString *quote)
{
  const char *bytes = relata_text_bytes(bench->text);
  const char *at = bytes + g_rand_int_range(random, 0, N_BYTES / 2);
  for (at = strchr(at, ' ') + 1; n > 0; at++) {
    n -= *at == ' ' || *at == '\n';
    g_string_append_c(quote, *at == '\n' ? ' ' : g_ascii_toupper(*at));
  }
}

static char *
faithful(const Bench *bench, GRand *random)
{
  GString *quote = g_string_new(NULL);
  take_words(bench, random, g_rand_int_range(random, 6, 30), quote);
  return g_string_free(quote, FALSE);
}

static char *
elided(const Bench *bench, GRand *random)
{
  g_autofree char *words = faithful(bench, random);
  const gsize n = strlen(words), from = (gsize)(strchr(words + n / 3, ' ') - words);
  const gsize to = from < 2 * n / 3 ? 2 * n / 3 : from;
  return g_strdup_printf("%.*s \u2026%s", (int)from, words, strchr(words + to, ' '));
}

/* Has a word too many in its middle. */
static char *
wrong(const Bench *bench, GRand *random)
{
  GString *quote = g_string_new(NULL);
  take_words(bench, random, 9, quote);
  g_string_append(quote, "neverever ");
  take_words(bench, random, 9, quote);
  return g_string_free(quote, FALSE);
}

static const struct {
  const char *label;
  char *(*quote)(const Bench *, GRand *);
  gboolean divided, is_there;
  double limit; /* milliseconds */
} rows[] = {
    {"10,000 quotations in 10 MB, cased and wrapped otherwise", faithful, FALSE, TRUE, 1000},
    {"10,000 quotations in 10 MB whose lines divide words", faithful, TRUE, TRUE, 1500},
    {"10,000 quotations in 10 MB, with an ellipsis", elided, FALSE, TRUE, 1500},
    {"10,000 misquotations in 10 MB, with the nearest passage", wrong, FALSE, FALSE, 5000},
};

/* Returns how many were found, or not found, wrongly. */
static guint
look_up(const Bench *bench, gboolean divided, gboolean is_there)
{
  guint n_wrong = 0;
  g_autoptr(RelataQuotes) quotes = relata_quotes_new(divided ? bench->divided : bench->text);
  for (guint i = 0; i < bench->quotes->len; i++) {
    const char *quote = g_ptr_array_index(bench->quotes, i);
    const gboolean found = relata_quotes_find(quotes, quote, NULL, NULL).fit != RELATA_QUOTE_ABSENT;
    n_wrong += found != is_there;
    if (!found)
      relata_quotes_nearest(quotes, quote);
  }
  return n_wrong;
}

int
main(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
  Bench bench = bench_new(random);
  gboolean good = TRUE;
  for (guint row = 0; row < G_N_ELEMENTS(rows); row++) {
    g_auto(Series) series = series_new();
    g_ptr_array_set_size(bench.quotes, 0);
    for (guint i = 0; i < N_QUOTES; i++)
      g_ptr_array_add(bench.quotes, rows[row].quote(&bench, random));
    for (guint run = 0; run < N_RUNS; run++) {
      const double since = timing_now();
      const guint n_wrong = look_up(&bench, rows[row].divided, rows[row].is_there);
      series_add(&series, since);
      good &= n_wrong == 0;
      if (n_wrong > 0)
        printf("%u quotations are %s\n", n_wrong, rows[row].is_there ? "not found" : "found");
    }
    good &= series_print(&series, rows[row].limit, rows[row].label);
  }
  bench_free(&bench);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
