/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/words.h"
#include "text/normalize.h"

#include <string.h>

/* Lower case letter by letter: the same in every locale. */
static char *
lower(const char *words)
{
  if (g_str_is_ascii(words)) /* most words are */
    return g_ascii_strdown(words, -1);
  GString *out = g_string_sized_new(strlen(words));
  g_autofree char *composed = relata_normalize(words, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *at = composed != NULL ? composed : ""; *at != '\0'; at = g_utf8_next_char(at))
    g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(at)));
  return g_string_free(out, FALSE);
}

typedef void (*Each)(const char *words, const char *value, gpointer data);

static void
read_line(char *line, Each each, gpointer data)
{
  char *comment = strchr(line, '#');
  if (comment != NULL)
    *comment = '\0';
  g_strchomp(line);
  if (*line == '\0' || *line == '[')
    return;
  char *tab = strchr(line, '\t');
  const char *value = "";
  if (tab != NULL) {
    value = tab + strspn(tab, "\t ");
    *tab = '\0';
  }
  g_autofree char *words = lower(line);
  each(words, value, data);
}

static void
read_list(const RelataWordsSource *source, Each each, gpointer data)
{
  g_autofree char *bytes = g_strndup((const char *)source->bytes, source->n);
  for (char *line = bytes, *end; line != NULL; line = end != NULL ? end + 1 : NULL) {
    end = strchr(line, '\n');
    if (end != NULL)
      *end = '\0';
    read_line(line, each, data);
  }
}

static gboolean
is_called(const RelataWordsSource *source, const char *name)
{
  const gsize n = strlen(name);
  return strncmp(source->name, name, n) == 0 && strcmp(source->name + n, ".txt") == 0;
}

static const RelataWordsSource *
source_of(const char *name)
{
  const RelataWordsSource *source = relata_words_sources;
  while (source->name != NULL && !is_called(source, name))
    source++;
  return source->name != NULL ? source : NULL;
}

static void
add(const char *words, const char *value, gpointer data)
{
  g_hash_table_insert(data, g_strdup(words), (gpointer)g_intern_string(value)); /* few values differ */
}

/* Returns a list, which is made when something is first looked up in it, and kept. */
static GHashTable *
list_of(const char *name)
{
  static GMutex mutex;
  static GHashTable *lists;
  g_mutex_lock(&mutex);
  if (lists == NULL)
    lists = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTable *list = g_hash_table_lookup(lists, name);
  const RelataWordsSource *source = list == NULL ? source_of(name) : NULL;
  if (source != NULL) {
    list = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    read_list(source, add, list);
    g_hash_table_insert(lists, g_strdup(name), list);
  }
  g_mutex_unlock(&mutex);
  return list;
}

const char *
relata_words_find(const char *list, const char *words)
{
  g_return_val_if_fail(list != NULL && words != NULL, NULL);
  GHashTable *found = list_of(list);
  g_return_val_if_fail(found != NULL, NULL);
  g_autofree char *key = lower(words);
  return g_hash_table_lookup(found, key);
}

void
relata_words_each(const char *list, void (*each)(const char *words, const char *value, gpointer data),
                  gpointer data)
{
  g_return_if_fail(list != NULL && each != NULL);
  const RelataWordsSource *source = source_of(list);
  g_return_if_fail(source != NULL);
  read_list(source, each, data);
}
