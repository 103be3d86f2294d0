/* SPDX-License-Identifier: GPL-2.0-or-later */
/* brat annotations thinned to those that a cut can touch: a reader treats lines that do not refer to each
 * other apart, so the others need not be read again for every byte. */
#ifndef RELATA_TESTS_THIN_H
#define RELATA_TESTS_THIN_H

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* Whether a word is an id, as T1, E12 or #3. */
static inline gboolean
thin_is_id(const char *word)
{
  return *word != '\0' && strchr("TREANM#", *word) != NULL && g_ascii_isdigit(word[1]) &&
         word[1 + strspn(word + 1, "0123456789")] == '\0';
}

/* The ids in a line, its own first; of a T line its own only: the rest is text. */
static inline char **
thin_ids(const char *line)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new();
  g_auto(GStrv) words = g_strsplit_set(line, "\t :", *line == 'T' ? 2 : -1);
  for (char **word = words; *word != NULL; word++)
    if (thin_is_id(*word))
      g_strv_builder_add(ids, *word);
  return g_strv_builder_end(ids);
}

/* The lines before line `cut` that it refers to, and what those refer to. */
static inline char *
thin_before(char **lines, guint cut)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) kept = g_string_new(NULL);
  for (guint i = cut + 1; i-- > 0;) {
    g_auto(GStrv) ids = thin_ids(lines[i]);
    if (i < cut && (ids[0] == NULL || !g_hash_table_contains(wanted, ids[0])))
      continue;
    for (char **id = ids; *id != NULL; id++)
      g_hash_table_add(wanted, g_strdup(*id));
    if (i < cut) {
      g_string_prepend_c(kept, '\n');
      g_string_prepend(kept, lines[i]);
    }
  }
  return g_string_free(g_steal_pointer(&kept), FALSE);
}

/* The marks in the code points [start, end) of the text, and the lines that refer to such marks only. */
static inline char *
thin_around(char **lines, guint start, guint end)
{
  g_autoptr(GHashTable) kept_ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) kept = g_string_new(NULL);
  for (char **line = lines; *line != NULL; line++) {
    g_auto(GStrv) ids = thin_ids(*line);
    gboolean keep = ids[0] != NULL;
    if (**line == 'T') {
      const char *offsets = strchr(strchr(*line, '\t') + 1, ' ');
      const guint at = (guint)strtoul(offsets, NULL, 10);
      keep = at >= start && at < end;
    } else {
      for (guint i = **line == '*' ? 0 : 1; keep && ids[i] != NULL; i++)
        keep = g_hash_table_contains(kept_ids, ids[i]);
    }
    if (!keep)
      continue;
    g_hash_table_add(kept_ids, g_strdup(ids[0]));
    g_string_append_printf(kept, "%s\n", *line);
  }
  return g_string_free(g_steal_pointer(&kept), FALSE);
}

#endif
