/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables whose columns are called by a rule rather than by words: those that neo4j-admin imports, and the
 * results of SPARQL. */
#include "read/table/mapping_guess.h"

#include <string.h>

/* ── neo4j-admin: "personId:ID(Person)", "since:date", ":TYPE" ── */

/* Returns what stands in the parentheses behind a kind of column (":ID", ":START_ID"), newly allocated, ""
 * where it has none; NULL where the column is of another kind. */
static char *
space_of(const char *name, const char *kind)
{
  const char *at = strstr(name, kind);
  if (at == NULL)
    return NULL;
  at += strlen(kind);
  if (*at == '(' && strchr(at, ')') != NULL)
    return g_strndup(at + 1, (gsize)(strchr(at, ')') - at) - 1);
  return *at == '\0' || *at == '{' ? g_strdup("") : NULL; /* "{id-type:long}" */
}

/* Finds the column of a kind. An id holds in its space: the same may stand for another in the next. */
static RelataGuessedEnd
find_id(const RelataGuess *guess, const char *kind)
{
  for (guint i = 0; i < guess->names->len; i++) {
    g_autofree char *space = space_of(relata_guess_name(guess, i), kind);
    if (space == NULL)
      continue;
    g_autofree char *prefix = *space != '\0' ? g_strdup_printf("neo4j:%s:", space) : g_strdup("neo4j:");
    return (RelataGuessedEnd){i, RELATA_NONE, g_intern_string(prefix), FALSE};
  }
  return (RelataGuessedEnd){RELATA_NONE, RELATA_NONE, NULL, FALSE};
}

/* Compares columns without their types: "since:date" is "since". */
static void
drop_types(const RelataGuess *guess)
{
  for (guint i = 0; i < guess->plain->len; i++) {
    char *colon = strchr(g_ptr_array_index(guess->plain, i), ':');
    if (colon != NULL && colon != g_ptr_array_index(guess->plain, i))
      *colon = '\0';
  }
}

/* Returns the column that is called by one of the words, or RELATA_NONE. */
static guint
find_word(const RelataGuess *guess, const char *const *words)
{
  guint found;
  for (; *words != NULL; words++)
    if (g_ptr_array_find_with_equal_func(guess->plain, *words, g_str_equal, &found))
      return found;
  return RELATA_NONE;
}

void
relata_guess_neo4j(RelataGuess *guess)
{
  static const char *const names[] = {"name", "title", "label", "caption", NULL};
  static const char *const aliases[] = {"aliases", "alias", "synonyms", NULL};
  static const char *const types[] = {":label", NULL};
  guess->from = find_id(guess, ":START_ID");
  guess->to = find_id(guess, ":END_ID");
  if (guess->from.column == RELATA_NONE || guess->to.column == RELATA_NONE) {
    guess->from.column = guess->to.column = RELATA_NONE;
    guess->alone = find_id(guess, ":ID");
  }
  if (guess->from.column == RELATA_NONE && guess->alone.column == RELATA_NONE)
    return;
  guess->name = "neo4j-admin";
  drop_types(guess);
  if (guess->alone.column == RELATA_NONE)
    return;
  guess->alone.label = find_word(guess, names);
  guess->aliases = find_word(guess, aliases);
  guess->column[RELATA_MEANS_RELATION] = find_word(guess, types);
}

/* ── SPARQL: "item", "itemLabel" ── */

static const char *
without_mark(const char *name)
{
  return *name == '?' ? name + 1 : name;
}

/* Returns the column with the label of a variable, or RELATA_NONE. */
static guint
label_of(const RelataGuess *guess, guint column)
{
  g_autofree char *label = g_strconcat(without_mark(relata_guess_name(guess, column)), "Label", NULL);
  for (guint i = 0; i < guess->names->len; i++)
    if (strcmp(without_mark(relata_guess_name(guess, i)), label) == 0)
      return i;
  return RELATA_NONE;
}

/* Returns whether the first value of a column has the pattern. */
static gboolean
first_is(const RelataGuess *guess, guint column, const char *pattern)
{
  for (guint i = 0; i < guess->rows->len; i++) {
    char **row = g_ptr_array_index(guess->rows, i);
    if (column < g_strv_length(row) && *row[column] != '\0' && !g_str_has_prefix(row[column], "_:"))
      return g_regex_match_simple(pattern, row[column], 0, 0);
  }
  return FALSE;
}

void
relata_guess_sparql(RelataGuess *guess)
{
  RelataGuessedEnd ends[2];
  guint n = 0, word = RELATA_NONE;
  for (guint i = 0; i < guess->names->len; i++) {
    const guint label = label_of(guess, i);
    if (label == RELATA_NONE || !first_is(guess, i, "^<?[a-z]+:"))
      continue;
    if (first_is(guess, i, "/prop/|/property/"))
      word = label;
    else if (n < G_N_ELEMENTS(ends))
      ends[n++] = (RelataGuessedEnd){i, label, "", TRUE};
  }
  if (n < G_N_ELEMENTS(ends) || guess->from.column != RELATA_NONE)
    return;
  guess->name = "sparql";
  guess->from = ends[0];
  guess->to = ends[1];
  guess->column[RELATA_MEANS_RELATION] = word;
}
