/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Proposes a mapping for a table: from the names of its columns (data/words/column-pairs.txt and columns.txt)
 * and, for dates, from its first rows. */
#include "read/table/mapping_guess.h"
#include "text/words.h"

#include <string.h>

/* How many rows are looked at. */
#define ROWS_SEEN 200
/* Tables with more columns are not guessed at. */
#define MOST_COLUMNS 1000

/* What a column may mean, by the words of columns.txt. */
static const char *const meanings[] = {
    "relation",  "when",       "begin", "end",    "document", "publisher", "published", "text",
    "certainty", "confidence", "by",    "stance", "note",     "place",     "from type", "to type"};
G_STATIC_ASSERT(G_N_ELEMENTS(meanings) == RELATA_N_MEANINGS);

/* Returns the name of a column as it is compared: in small letters, with single blanks. */
static char *
plain_name(const char *name)
{
  g_autofree char *folded = g_utf8_strdown(*name == '?' ? name + 1 : name, -1);
  g_autoptr(GString) plain = g_string_new(NULL);
  for (const char *at = folded; *at != '\0'; at++) {
    const gboolean blank = g_ascii_isspace(*at) || *at == '_' || *at == '-';
    if (!blank)
      g_string_append_c(plain, *at);
    else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
      g_string_append_c(plain, ' ');
  }
  return g_strchomp(g_string_free(g_steal_pointer(&plain), FALSE));
}

static guint
find_column(const RelataGuess *guess, const char *plain)
{
  guint found;
  return g_ptr_array_find_with_equal_func(guess->plain, plain, g_str_equal, &found) ? found : RELATA_NONE;
}

/* Takes the first pair of which the table has both. */
static void
try_pair(const char *words, const char *value, gpointer data)
{
  RelataGuess *guess = data;
  const guint from = find_column(guess, words), to = find_column(guess, value);
  if (guess->from.column != RELATA_NONE || from == RELATA_NONE || to == RELATA_NONE)
    return;
  guess->from.column = from;
  guess->to.column = to;
}

/* The word that stands first in the list counts most, wherever the column is. */
static void
try_meaning(const char *words, const char *value, gpointer data)
{
  RelataGuess *guess = data;
  const guint column = find_column(guess, words);
  if (column == RELATA_NONE || column == guess->from.column || column == guess->to.column)
    return;
  for (guint i = 0; i < RELATA_N_MEANINGS; i++)
    if (guess->column[i] == column)
      return;
  for (guint i = 0; i < RELATA_N_MEANINGS; i++)
    if (strcmp(meanings[i], value) == 0 && guess->column[i] == RELATA_NONE)
      guess->column[i] = column;
}

/* ── The table ── */

static void
free_row(gpointer row)
{
  g_strfreev(row);
}

static GStrv
copy_row(const RelataTableRow *row)
{
  g_autoptr(GPtrArray) copy = g_ptr_array_new();
  for (guint i = 0; i < row->n; i++)
    g_ptr_array_add(copy, g_strdup(row->fields[i]));
  g_ptr_array_add(copy, NULL);
  return (GStrv)g_ptr_array_free(g_steal_pointer(&copy), FALSE);
}

/* Reads the header and the first rows of what the input holds. The last of them may be cut. */
static void
look(const RelataInput *input, RelataGuess *guess)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  RelataInput held = *input;
  held.pull = NULL;
  guess->letters =
      input->n > 0 && *input->bytes == '?'; /* variables of SPARQL, whose literals are quoted otherwise */
  g_autoptr(RelataTable) table = relata_table_new(&held, (RelataDialect){'\0', guess->letters}, unheard);
  RelataTableRow row;
  guess->delimiter = relata_table_delimiter(table);
  for (guint i = 0; i <= ROWS_SEEN && relata_table_next(table, &row, NULL); i++)
    if (i > 0)
      g_ptr_array_add(guess->rows, copy_row(&row));
    else
      for (guint k = 0; k < row.n; k++) {
        g_ptr_array_add(guess->names, g_strstrip(g_strdup(row.fields[k])));
        g_ptr_array_add(guess->plain, plain_name(row.fields[k]));
      }
  if (input->pull != NULL && guess->rows->len > 0 && guess->rows->len < ROWS_SEEN)
    g_ptr_array_set_size(guess->rows, (gint)guess->rows->len - 1);
}

/* Nobody. */
#define NO_END                                                                                               \
  {                                                                                                          \
    RELATA_NONE, RELATA_NONE, NULL, FALSE                                                                    \
  }

char *
relata_mapping_guess(const RelataInput *input, const char **name)
{
  RelataGuess guess = {.name = "plain columns",
                       .names = g_ptr_array_new_with_free_func(g_free),
                       .plain = g_ptr_array_new_with_free_func(g_free),
                       .rows = g_ptr_array_new_with_free_func(free_row),
                       .from = NO_END,
                       .to = NO_END,
                       .alone = NO_END,
                       .aliases = RELATA_NONE};
  for (guint i = 0; i < RELATA_N_MEANINGS; i++)
    guess.column[i] = RELATA_NONE;
  look(input, &guess);
  if (guess.names->len < MOST_COLUMNS) {
    relata_guess_neo4j(&guess);
    relata_guess_sparql(&guess);
    relata_words_each("column-pairs", try_pair, &guess);
    relata_words_each("columns", try_meaning, &guess);
  }
  const gboolean known = guess.from.column != RELATA_NONE || guess.alone.column != RELATA_NONE;
  char *mapping = known ? relata_guess_write(&guess) : NULL;
  *name = guess.name;
  g_ptr_array_unref(guess.names);
  g_ptr_array_unref(guess.plain);
  g_ptr_array_unref(guess.rows);
  return mapping;
}
