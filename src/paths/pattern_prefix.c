/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/pattern_prefix.h"

typedef struct {
  guint before; /* number of a prefix that was added earlier */
  const RelataPatternNode *part;
  guint times;
} Prefix;

typedef struct {
  guint node, prefix;
} Mark;

void
relata_prefixes_init(RelataPatternPrefixes *prefixes)
{
  const Prefix empty = {0};
  prefixes->prefixes = g_array_new(FALSE, FALSE, sizeof(Prefix));
  prefixes->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
  g_array_append_val(prefixes->prefixes, empty);
}

void
relata_prefixes_clear(RelataPatternPrefixes *prefixes)
{
  g_array_unref(prefixes->prefixes);
  g_array_unref(prefixes->marks);
}

guint
relata_prefixes_add(RelataPatternPrefixes *prefixes, guint before, const RelataPatternNode *part, guint times)
{
  if (times == 0)
    return before;
  const Prefix prefix = {before, part, times};
  g_array_append_val(prefixes->prefixes, prefix);
  return prefixes->prefixes->len - 1;
}

void
relata_prefixes_mark(RelataPatternPrefixes *prefixes, guint node, guint prefix)
{
  const Mark mark = {node, prefix};
  g_array_append_val(prefixes->marks, mark);
}

static char *
write_out(const RelataPatternPrefixes *prefixes, const char *text, guint number)
{
  GString *out = g_string_new(NULL);
  for (guint i = number; i != RELATA_PREFIX_EMPTY;) {
    const Prefix *prefix = &g_array_index(prefixes->prefixes, Prefix, i);
    const RelataPatternNode *part = prefix->part;
    g_autofree char *times = prefix->times > 1 ? g_strdup_printf("{%u}", prefix->times) : g_strdup("");
    if (out->len > 0)
      g_string_prepend_c(out, '/');
    g_string_prepend(out, times);
    g_string_prepend_len(out, text + part->begin, part->end - part->begin);
    if (part->is_turned && part->kind != RELATA_PATTERN_TEST)
      g_string_prepend_c(out, '^');
    i = prefix->before;
  }
  return g_string_free(out, FALSE);
}

GPtrArray *
relata_prefixes_order(const RelataPatternPrefixes *prefixes, const char *text, guint n_nodes, guint *places)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) of_marks = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal); /* text → its last mark */
  g_ptr_array_add(texts, g_strdup(""));
  for (guint i = 0; i < n_nodes; i++)
    places[i] = 0;
  for (guint i = 0; i < prefixes->marks->len; i++) {
    const Mark *mark = &g_array_index(prefixes->marks, Mark, i);
    g_ptr_array_add(of_marks, write_out(prefixes, text, mark->prefix));
    g_hash_table_insert(last, g_ptr_array_index(of_marks, i), GUINT_TO_POINTER(i));
  }
  /* Nodes with the same beginning share a place: that of the last. */
  for (guint i = 0; i < of_marks->len; i++)
    if (GPOINTER_TO_UINT(g_hash_table_lookup(last, g_ptr_array_index(of_marks, i))) == i)
      g_ptr_array_add(texts, g_strdup(g_ptr_array_index(of_marks, i)));
  g_autoptr(GHashTable) place_of = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint place = 0; place < texts->len; place++)
    g_hash_table_insert(place_of, g_ptr_array_index(texts, place), GUINT_TO_POINTER(place));
  for (guint i = 0; i < of_marks->len; i++)
    places[g_array_index(prefixes->marks, Mark, i).node] =
        GPOINTER_TO_UINT(g_hash_table_lookup(place_of, g_ptr_array_index(of_marks, i)));
  return texts;
}
