/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/negation.h"

#include "corpus/quote_fold.h"

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

static void
add_list(RelataNegations *negations, const RelataNegationList *list, RelataFoldCache *cache)
{
  g_autofree char *text = g_strndup((const char *)list->bytes, list->n);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    g_auto(GStrv) words = g_strsplit(**line == '#' ? "" : *line, " ", -1);
    for (char **word = words; *word != NULL; word++) {
      char *folded = fold(cache, *word);
      if (strchr(folded, '"') != NULL)
        g_ptr_array_add(negations->contractions, folded);
      else if (*folded != '\0')
        g_hash_table_add(negations->words, folded);
      else
        g_free(folded);
    }
  }
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
    for (const RelataNegationList *list = relata_negation_lists; list->name != NULL; list++)
      add_list(negations, list, cache);
    relata_fold_cache_free(cache);
    g_once_init_leave(&all, negations);
  }
  return all;
}
