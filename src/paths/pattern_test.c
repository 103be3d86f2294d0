/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a pattern tests: actors, by <type=…> and <id=…>, and hops, by [during=…]. */
#include "paths/pattern_parse.h"

static gboolean
holds(const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index(numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

guint32
relata_pattern_tree_test(const RelataPatternTree *tree, const RelataCorpus *corpus, guint actor)
{
  guint32 passed = 0;
  const guint type = relata_corpus_actor(corpus, actor)->type;
  for (guint i = 0; i < tree->tests->len; i++) {
    const RelataPatternTest *test = &g_array_index(tree->tests, RelataPatternTest, i);
    const gboolean is = test->types != NULL ? holds(test->types, type) : holds(test->actors, actor);
    passed |= (is != test->negated ? 1u : 0u) << i;
  }
  return passed;
}

/* Returns the pattern's text without one of a hop's conditions, and without the brackets if it was the only
 * one. */
static char *
without(const GArray *conditions, guint i, const char *text)
{
  const RelataPatternCondition *all = (const RelataPatternCondition *)(gconstpointer)conditions->data;
  guint begin = all[i].begin, end = all[i].end;
  if (i + 1 < conditions->len)
    end = all[i + 1].begin;
  else if (i > 0)
    begin = all[i - 1].end;
  if (conditions->len == 1) {
    while (text[begin] != '[')
      begin--;
    while (text[end] != ']')
      end++;
    end++;
  }
  return g_strdup_printf("%.*s%s", (int)begin, text, text + end);
}

char *
relata_pattern_tree_without_condition(const RelataPatternTree *tree, const char *text, guint i,
                                      char **condition)
{
  for (guint hop = 0; hop < tree->conditions->len; hop++) {
    const GArray *conditions = g_ptr_array_index(tree->conditions, hop);
    if (i < conditions->len) {
      const RelataPatternCondition *one = &g_array_index(conditions, RelataPatternCondition, i);
      *condition = g_strndup(text + one->begin, one->end - one->begin);
      return without(conditions, i, text);
    }
    i -= conditions->len;
  }
  return NULL;
}

/* ── Public functions ──────────────────────────────────────────────────────────────────────── */

gboolean
relata_pattern_has_tests(const RelataPattern *pattern)
{
  g_return_val_if_fail(pattern != NULL, FALSE);
  return pattern->tree->tests->len > 0;
}

guint
relata_pattern_n_conditioned(const RelataPattern *pattern)
{
  g_return_val_if_fail(pattern != NULL, 0);
  return pattern->tree->conditions->len;
}

void
relata_pattern_select(const RelataPattern *pattern, guint index, RelataSelection *selection)
{
  g_return_if_fail(pattern != NULL && index < pattern->tree->conditions->len && selection != NULL);
  relata_conditions_apply(g_ptr_array_index(pattern->tree->conditions, index), selection);
}

char *
relata_pattern_without_condition(const RelataPattern *pattern, guint i, char **condition)
{
  g_return_val_if_fail(pattern != NULL && condition != NULL, NULL);
  return relata_pattern_tree_without_condition(pattern->tree, pattern->text, i, condition);
}

guint32
relata_pattern_test(const RelataPattern *pattern, const RelataCorpus *corpus, guint actor)
{
  g_return_val_if_fail(pattern != NULL && corpus != NULL && actor < relata_corpus_n_actors(corpus), 0);
  return relata_pattern_tree_test(pattern->tree, corpus, actor);
}
