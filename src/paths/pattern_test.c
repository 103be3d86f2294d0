/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tests of actors in a pattern: <type=…> and <id=…>. */
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
