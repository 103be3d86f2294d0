/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Proposes a mapping for a table: from the names of its columns (data/words/column-pairs.txt and columns.txt)
 * and, for dates, from its first rows. */
#include "read/mapping.h"
#include "text/date_pattern.h"
#include "text/words.h"

#include <cJSON.h>
#include <string.h>

/* How many rows are looked at. */
#define ROWS_SEEN 200

/* What a column may mean, by the words of columns.txt. */
static const char *const meanings[] = {
    "relation",  "when",       "begin", "end",    "document", "publisher", "published", "text",
    "certainty", "confidence", "by",    "stance", "note",     "place",     "from type", "to type"};
enum {
  RELATION,
  WHEN,
  BEGIN,
  END,
  DOCUMENT,
  PUBLISHER,
  PUBLISHED,
  TEXT,
  CERTAINTY,
  CONFIDENCE,
  BY,
  STANCE,
  NOTE,
  PLACE,
  FROM_TYPE,
  TO_TYPE,
  N_MEANINGS
};
G_STATIC_ASSERT(G_N_ELEMENTS(meanings) == N_MEANINGS);

typedef struct {
  GPtrArray *names;         /* char *: the columns, as written */
  GPtrArray *plain;         /* char *: as they are compared */
  GPtrArray *rows;          /* GStrv */
  guint from, to;           /* columns, or RELATA_NONE */
  guint column[N_MEANINGS]; /* by meaning, or RELATA_NONE */
} Guess;

/* Returns the name of a column as it is compared: in small letters, with single blanks. */
static char *
plain_name(const char *name)
{
  g_autofree char *folded = g_utf8_strdown(name, -1);
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
find_column(const Guess *guess, const char *plain)
{
  guint found;
  return g_ptr_array_find_with_equal_func(guess->plain, plain, g_str_equal, &found) ? found : RELATA_NONE;
}

/* Takes the first pair of which the table has both. */
static void
try_pair(const char *words, const char *value, gpointer data)
{
  Guess *guess = data;
  const guint from = find_column(guess, words), to = find_column(guess, value);
  if (guess->from != RELATA_NONE || from == RELATA_NONE || to == RELATA_NONE)
    return;
  guess->from = from;
  guess->to = to;
}

/* The word that stands first in the list counts most, wherever the column is. */
static void
try_meaning(const char *words, const char *value, gpointer data)
{
  Guess *guess = data;
  const guint column = find_column(guess, words);
  if (column == RELATA_NONE || column == guess->from || column == guess->to)
    return;
  for (guint i = 0; i < N_MEANINGS; i++)
    if (guess->column[i] == column)
      return;
  for (guint i = 0; i < N_MEANINGS; i++)
    if (strcmp(meanings[i], value) == 0 && guess->column[i] == RELATA_NONE)
      guess->column[i] = column;
}

/* ── Dates ── */

typedef enum { FORM_CLEAR, FORM_PATTERN, FORM_UNSURE } Form;

/* Returns whether all values of a column are dates of the pattern; of any form where that is NULL. */
static gboolean
all_dates(const Guess *guess, guint column, const char *pattern, guint *n)
{
  *n = 0;
  for (guint i = 0; i < guess->rows->len; i++) {
    char **row = g_ptr_array_index(guess->rows, i);
    if (column >= g_strv_length(row) || *row[column] == '\0')
      continue;
    g_autofree char *edtf = NULL;
    gboolean timed = FALSE;
    const RelataWritten written = pattern != NULL
                                      ? relata_date_by_pattern(row[column], pattern, &edtf, &timed)
                                      : relata_date_by_form(row[column], &edtf, &timed);
    if (written == RELATA_WRITTEN_OTHER)
      return FALSE;
    ++*n;
  }
  return TRUE;
}

/* Finds out how the dates of a column are written. A day beyond 12 tells day and month apart. */
static Form
form_of(const Guess *guess, guint column, const char **pattern)
{
  static const struct {
    const char *day_first, *month_first;
  } pairs[] = {
      {"%d/%m/%Y", "%m/%d/%Y"}, {"%d-%m-%Y", "%m-%d-%Y"}, {"%d.%m.%Y", NULL}, {"%d/%m/%y", "%m/%d/%y"}};
  guint n;
  *pattern = NULL;
  if (all_dates(guess, column, NULL, &n))
    return FORM_CLEAR;
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
    const gboolean day = all_dates(guess, column, pairs[i].day_first, &n);
    const gboolean month = pairs[i].month_first != NULL && all_dates(guess, column, pairs[i].month_first, &n);
    if (day && month)
      return FORM_UNSURE;
    *pattern = day ? pairs[i].day_first : month ? pairs[i].month_first : NULL;
    if (*pattern != NULL)
      return FORM_PATTERN;
  }
  return FORM_CLEAR; /* some are no dates, which reading says of each */
}

/* ── The mapping ── */

static char *
in_braces(const Guess *guess, guint column)
{
  return g_strdup_printf("{%s}", (const char *)g_ptr_array_index(guess->names, column));
}

static void
add_text(cJSON *object, const char *key, const char *text)
{
  cJSON_AddItemToObject(object, key, cJSON_CreateString(text));
}

/* Adds a column under a key, if the table has it. */
static void
add_column(const Guess *guess, cJSON *object, const char *key, guint meaning)
{
  if (guess->column[meaning] == RELATA_NONE)
    return;
  g_autofree char *text = in_braces(guess, guess->column[meaning]);
  add_text(object, key, text);
}

/* Returns the value of a column with dates. */
static cJSON *
date_value(const Guess *guess, guint column)
{
  const char *pattern;
  const Form form = form_of(guess, column, &pattern);
  if (form == FORM_CLEAR) {
    g_autofree char *text = in_braces(guess, column);
    return cJSON_CreateString(text);
  }
  cJSON *value = cJSON_CreateObject();
  add_text(value, "column", g_ptr_array_index(guess->names, column));
  add_text(value, "date", form == FORM_UNSURE ? "?" : pattern);
  return value;
}

static void
add_when(const Guess *guess, cJSON *claim)
{
  const guint begin = guess->column[BEGIN], end = guess->column[END];
  if (begin != RELATA_NONE || end != RELATA_NONE) {
    cJSON *when = cJSON_AddArrayToObject(claim, "when");
    cJSON_AddItemToArray(when, begin != RELATA_NONE ? date_value(guess, begin) : cJSON_CreateString(""));
    cJSON_AddItemToArray(when, end != RELATA_NONE ? date_value(guess, end) : cJSON_CreateString(""));
  } else if (guess->column[WHEN] != RELATA_NONE) {
    cJSON_AddItemToObject(claim, "when", date_value(guess, guess->column[WHEN]));
  }
}

static void
add_actor(const Guess *guess, cJSON *actors, const char *place, guint column, guint type)
{
  cJSON *actor = cJSON_AddObjectToObject(actors, place);
  g_autofree char *name = in_braces(guess, column);
  add_text(actor, "name", name);
  add_column(guess, actor, "type", type);
}

/* A source as people write it: "Marens Courier 2 March 2023". */
#define DAY_AT_END                                                                                           \
  "([0-9]{1,2}\\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\\)?$"
#define BEFORE_DAY "^(.*?)[ ,;:(]+" DAY_AT_END

/* Returns whether a source of the first rows ends with the day on which it was published. */
static gboolean
has_dated_sources(const Guess *guess, guint column)
{
  for (guint i = 0; i < guess->rows->len; i++) {
    char **row = g_ptr_array_index(guess->rows, i);
    if (column < g_strv_length(row) && g_regex_match_simple(BEFORE_DAY, row[column], 0, 0))
      return TRUE;
  }
  return FALSE;
}

static void
add_part(const Guess *guess, cJSON *document, const char *key, const char *extract)
{
  cJSON *part = cJSON_AddObjectToObject(document, key);
  add_text(part, "column", g_ptr_array_index(guess->names, guess->column[DOCUMENT]));
  add_text(part, "extract", extract);
}

static void
add_document(const Guess *guess, cJSON *mapping)
{
  if (guess->column[DOCUMENT] == RELATA_NONE && guess->column[PUBLISHER] == RELATA_NONE)
    return;
  cJSON *document = cJSON_AddObjectToObject(mapping, "document");
  add_column(guess, document, "id", DOCUMENT);
  add_column(guess, document, "publisher", PUBLISHER);
  if (guess->column[PUBLISHED] != RELATA_NONE) {
    cJSON_AddItemToObject(document, "published", date_value(guess, guess->column[PUBLISHED]));
  } else if (guess->column[DOCUMENT] != RELATA_NONE && guess->column[PUBLISHER] == RELATA_NONE &&
             has_dated_sources(guess, guess->column[DOCUMENT])) {
    add_part(guess, document, "publisher", BEFORE_DAY);
    add_part(guess, document, "published", DAY_AT_END);
  }
}

static void
add_claim(const Guess *guess, cJSON *mapping)
{
  cJSON *claim = cJSON_CreateObject();
  cJSON_AddItemToArray(cJSON_AddArrayToObject(mapping, "claims"), claim);
  add_column(guess, claim, "type", RELATION);
  add_text(claim, "from", "from");
  add_text(claim, "to", "to");
  add_when(guess, claim);
  add_column(guess, claim, "text", TEXT);
  add_column(guess, claim, "by", BY);
  add_column(guess, claim, "stance", STANCE);
  add_column(guess, claim, "certainty", CERTAINTY);
  add_column(guess, claim, "confidence", CONFIDENCE);
  add_column(guess, claim, "place", PLACE);
  add_column(guess, claim, "note", NOTE);
}

static char *
write_mapping(const Guess *guess)
{
  cJSON *mapping = cJSON_CreateObject(), *actors;
  cJSON_AddNumberToObject(mapping, "relata_mapping", 1);
  cJSON *header = cJSON_AddArrayToObject(cJSON_AddObjectToObject(mapping, "match"), "header");
  for (guint i = 0; i < guess->names->len; i++)
    cJSON_AddItemToArray(header, cJSON_CreateString(g_ptr_array_index(guess->names, i)));
  add_document(guess, mapping);
  actors = cJSON_AddObjectToObject(mapping, "actors");
  add_actor(guess, actors, "from", guess->from, FROM_TYPE);
  add_actor(guess, actors, "to", guess->to, TO_TYPE);
  add_claim(guess, mapping);
  char *printed = cJSON_Print(mapping);
  char *text = g_strconcat(printed, "\n", NULL);
  cJSON_free(printed);
  cJSON_Delete(mapping);
  return text;
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
look(const RelataInput *input, Guess *guess)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  RelataInput held = *input;
  held.pull = NULL;
  g_autoptr(RelataTable) table = relata_table_new(&held, (RelataDialect){0}, unheard);
  RelataTableRow row;
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

char *
relata_mapping_guess(const RelataInput *input)
{
  Guess guess = {g_ptr_array_new_with_free_func(g_free),
                 g_ptr_array_new_with_free_func(g_free),
                 g_ptr_array_new_with_free_func(free_row),
                 RELATA_NONE,
                 RELATA_NONE,
                 {0}};
  for (guint i = 0; i < N_MEANINGS; i++)
    guess.column[i] = RELATA_NONE;
  look(input, &guess);
  relata_words_each("column-pairs", try_pair, &guess);
  relata_words_each("columns", try_meaning, &guess);
  char *mapping = guess.from != RELATA_NONE && guess.names->len < 1000 ? write_mapping(&guess) : NULL;
  g_ptr_array_unref(guess.names);
  g_ptr_array_unref(guess.plain);
  g_ptr_array_unref(guess.rows);
  return mapping;
}
