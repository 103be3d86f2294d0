/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/negation.h"

#include "corpus/quote_fold.h"
#include "text/words.h"

#include <string.h>

/* Folds a word as quotations are. Newly allocated. */
static char *
fold(RelataFoldCache *cache, const char *word)
{
  GString *folded = g_string_new(NULL);
  RelataFolder folder = {.cache = cache, .at = word};
  while (relata_folder_next(&folder, folded))
    continue;
  return g_string_free(folded, FALSE);
}

typedef struct {
  RelataNegations *negations;
  RelataFoldCache *cache;
} Adding;

static void
add_word(const char *word, const char *value G_GNUC_UNUSED, gpointer data)
{
  const Adding *adding = data;
  RelataNegations *negations = adding->negations;
  char *folded = fold(adding->cache, word);
  if (strchr(folded, '"') != NULL)
    g_ptr_array_add(negations->contractions, folded);
  else if (*folded != '\0')
    g_hash_table_add(negations->words, folded);
  else
    g_free(folded);
}

const RelataNegations *
relata_negations(void)
{
  static RelataNegations *all;
  if (g_once_init_enter(&all)) {
    RelataNegations *negations = g_new(RelataNegations, 1);
    RelataFoldCache *cache = relata_fold_cache_new();
    negations->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    negations->contractions = g_ptr_array_new();
    relata_words_each("negations", add_word, &(Adding){negations, cache});
    relata_fold_cache_free(cache);
    g_once_init_leave(&all, negations);
  }
  return all;
}
