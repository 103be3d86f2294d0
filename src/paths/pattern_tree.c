/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tree of a pattern: making and freeing it. */
#include "paths/pattern_parse.h"

void
relata_pattern_node_free(gpointer data)
{
  RelataPatternNode *node = data;
  g_ptr_array_unref(node->parts);
  g_free(node);
}

RelataPatternNode *
relata_pattern_node_new(RelataPatternKind kind, guint index)
{
  RelataPatternNode *node = g_new0(RelataPatternNode, 1);
  node->kind = kind;
  node->index = index;
  node->parts = g_ptr_array_new_with_free_func(relata_pattern_node_free);
  return node;
}

static void
clear_test(gpointer data)
{
  RelataPatternTest *test = data;
  g_clear_pointer(&test->types, g_array_unref);
  g_clear_pointer(&test->actors, g_array_unref);
}

RelataPatternTree *
relata_pattern_tree_new(const RelataSchema *schema)
{
  RelataPatternTree *tree = g_new0(RelataPatternTree, 1);
  tree->steps = g_ptr_array_new_with_free_func(g_free);
  tree->conditions = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  tree->conditions_of = g_array_new(FALSE, FALSE, sizeof(guint));
  tree->tests = g_array_new(FALSE, FALSE, sizeof(RelataPatternTest));
  g_array_set_clear_func(tree->tests, clear_test);
  tree->n_types = relata_schema_relation_types(schema)->len;
  tree->reports = g_new0(gboolean, MAX(tree->n_types, 1));
  return tree;
}

void
relata_pattern_tree_free(RelataPatternTree *tree)
{
  if (tree == NULL)
    return;
  if (tree->root != NULL)
    relata_pattern_node_free(tree->root);
  g_ptr_array_unref(tree->steps);
  g_array_unref(tree->tests);
  g_ptr_array_unref(tree->conditions);
  g_array_unref(tree->conditions_of);
  g_free(tree->reports);
  g_free(tree);
}
