/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes the mapping that a table seems to have. */
#include "read/table/mapping_guess.h"
#include "text/date_pattern.h"

#include <cJSON.h>
#include <string.h>

/* ── Dates ── */

typedef enum { FORM_CLEAR, FORM_PATTERN, FORM_UNSURE } Form;

/* Returns whether all values of a column are dates of the pattern; of any form where that is NULL. */
static gboolean
all_dates(const RelataGuess *guess, guint column, const char *pattern, guint *n)
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
form_of(const RelataGuess *guess, guint column, const char **pattern)
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

const char *
relata_guess_name(const RelataGuess *guess, guint column)
{
  return g_ptr_array_index(guess->names, column);
}

static char *
in_braces(const RelataGuess *guess, guint column)
{
  return g_strdup_printf("{%s}", relata_guess_name(guess, column));
}

static void
add_text(cJSON *object, const char *key, const char *text)
{
  cJSON_AddItemToObject(object, key, cJSON_CreateString(text));
}

/* A literal of SPARQL's tabs: "Igor"@en, "2000-01-01"^^<http://www.w3.org/2001/XMLSchema#date>. */
#define LITERAL "^[\"<]?(.*?)[\">]?(?:@[A-Za-z0-9-]+|\\^\\^<.*>)?$"

/* Returns what stands in a column. */
static cJSON *
column_value(const RelataGuess *guess, guint column)
{
  if (!guess->letters) {
    g_autofree char *text = in_braces(guess, column);
    return cJSON_CreateString(text);
  }
  cJSON *value = cJSON_CreateObject();
  add_text(value, "column", relata_guess_name(guess, column));
  add_text(value, "extract", LITERAL);
  return value;
}

/* Adds a column under a key, if the table has it. */
static void
add_column(const RelataGuess *guess, cJSON *object, const char *key, guint meaning)
{
  if (meaning < RELATA_N_MEANINGS && guess->column[meaning] != RELATA_NONE)
    cJSON_AddItemToObject(object, key, column_value(guess, guess->column[meaning]));
}

/* Returns the value of a column with dates. */
static cJSON *
date_value(const RelataGuess *guess, guint column)
{
  const char *pattern;
  const Form form = guess->letters ? FORM_CLEAR : form_of(guess, column, &pattern);
  if (form == FORM_CLEAR)
    return column_value(guess, column);
  cJSON *value = cJSON_CreateObject();
  add_text(value, "column", relata_guess_name(guess, column));
  add_text(value, "date", form == FORM_UNSURE ? "?" : pattern);
  return value;
}

static void
add_when(const RelataGuess *guess, cJSON *claim)
{
  const guint begin = guess->column[RELATA_MEANS_BEGIN], end = guess->column[RELATA_MEANS_END];
  if (begin != RELATA_NONE || end != RELATA_NONE) {
    cJSON *when = cJSON_AddArrayToObject(claim, "when");
    cJSON_AddItemToArray(when, begin != RELATA_NONE ? date_value(guess, begin) : cJSON_CreateString(""));
    cJSON_AddItemToArray(when, end != RELATA_NONE ? date_value(guess, end) : cJSON_CreateString(""));
  } else if (guess->column[RELATA_MEANS_WHEN] != RELATA_NONE) {
    cJSON_AddItemToObject(claim, "when", date_value(guess, guess->column[RELATA_MEANS_WHEN]));
  }
}

/* Adds the values of a cell that holds several. */
static void
add_list(const RelataGuess *guess, cJSON *object, const char *key, guint column)
{
  cJSON *value = cJSON_AddObjectToObject(object, key);
  add_text(value, "column", relata_guess_name(guess, column));
  add_text(value, "split", ";");
}

/* Adds the condition that a column fits a pattern. */
static void
add_condition(const RelataGuess *guess, cJSON *object, guint column, const char *pattern)
{
  cJSON *condition = cJSON_AddObjectToObject(object, "if");
  add_text(condition, "column", relata_guess_name(guess, column));
  add_text(condition, "matches", pattern);
}

/* An item of Wikidata. */
#define ITEM "wikidata\\.org/entity/(Q[0-9]+)"

/* Adds the id of an end that is an IRI: the number of an item of Wikidata, else all of it. */
static void
add_iri(const RelataGuess *guess, cJSON *actor, guint column)
{
  cJSON *id = cJSON_AddArrayToObject(actor, "id"), *item = cJSON_CreateObject(),
        *other = cJSON_CreateObject();
  add_text(item, "column", relata_guess_name(guess, column));
  add_text(item, "extract", ITEM);
  add_text(item, "format", "wikidata:{}");
  add_text(other, "column", relata_guess_name(guess, column));
  add_text(other, "extract", "^<?(.*?)>?$");
  add_condition(guess, other, column, "^(?!.*" ITEM ")");
  cJSON_AddItemToArray(id, item);
  cJSON_AddItemToArray(id, other);
}

/* Adds the name beside an IRI, which in SPARQL's tabs may have a language. That of an item without a name is
 * its number. */
static void
add_label(const RelataGuess *guess, cJSON *actor, guint column)
{
  cJSON *name = cJSON_AddObjectToObject(actor, "name");
  add_text(name, "column", relata_guess_name(guess, column));
  if (guess->letters)
    add_text(name, "extract", LITERAL);
  add_condition(guess, name, column, "^\"?(?!Q[0-9]+\\b)");
}

static void
add_actor(const RelataGuess *guess, cJSON *actors, const char *place, RelataGuessedEnd end, guint type)
{
  cJSON *actor = cJSON_AddObjectToObject(actors, place);
  g_autofree char *text = in_braces(guess, end.column);
  if (end.iri) {
    add_iri(guess, actor, end.column);
  } else {
    g_autofree char *id = g_strconcat(end.prefix, text, NULL);
    add_text(actor, end.prefix != NULL ? "id" : "name", end.prefix != NULL ? id : text);
  }
  if (end.label != RELATA_NONE && end.iri) {
    add_label(guess, actor, end.label);
  } else if (end.label != RELATA_NONE) {
    g_autofree char *name = in_braces(guess, end.label);
    add_text(actor, "name", name);
  }
  add_column(guess, actor, "type", type);
}

/* Leaves out the rows in which an end is not known: what SPARQL calls a blank node. */
static void
add_skips(const RelataGuess *guess, cJSON *mapping)
{
  const RelataGuessedEnd ends[] = {guess->from, guess->to};
  cJSON *skips = guess->from.iri ? cJSON_AddArrayToObject(mapping, "skip") : NULL;
  for (guint i = 0; skips != NULL && i < G_N_ELEMENTS(ends); i++) {
    cJSON *skip = cJSON_CreateObject();
    add_condition(guess, skip, ends[i].column, "^(_:|t[0-9]+$)|/\\.well-known/genid/|^$");
    add_text(skip, "word", "an end is a blank node");
    cJSON_AddItemToArray(skips, skip);
  }
}

/* A source as people write it: "Marens Courier 2 March 2023". */
#define DAY_AT_END                                                                                           \
  "([0-9]{1,2}\\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\\)?$"
#define BEFORE_DAY "^(.*?)[ ,;:(]+" DAY_AT_END

/* Returns whether a source of the first rows ends with the day on which it was published. */
static gboolean
has_dated_sources(const RelataGuess *guess, guint column)
{
  for (guint i = 0; i < guess->rows->len; i++) {
    char **row = g_ptr_array_index(guess->rows, i);
    if (column < g_strv_length(row) && g_regex_match_simple(BEFORE_DAY, row[column], 0, 0))
      return TRUE;
  }
  return FALSE;
}

static void
add_part(const RelataGuess *guess, cJSON *document, const char *key, const char *extract)
{
  cJSON *part = cJSON_AddObjectToObject(document, key);
  add_text(part, "column", g_ptr_array_index(guess->names, guess->column[RELATA_MEANS_DOCUMENT]));
  add_text(part, "extract", extract);
}

static void
add_document(const RelataGuess *guess, cJSON *mapping)
{
  if (guess->column[RELATA_MEANS_DOCUMENT] == RELATA_NONE &&
      guess->column[RELATA_MEANS_PUBLISHER] == RELATA_NONE)
    return;
  cJSON *document = cJSON_AddObjectToObject(mapping, "document");
  add_column(guess, document, "id", RELATA_MEANS_DOCUMENT);
  add_column(guess, document, "publisher", RELATA_MEANS_PUBLISHER);
  if (guess->column[RELATA_MEANS_PUBLISHED] != RELATA_NONE) {
    cJSON_AddItemToObject(document, "published", date_value(guess, guess->column[RELATA_MEANS_PUBLISHED]));
  } else if (guess->column[RELATA_MEANS_DOCUMENT] != RELATA_NONE &&
             guess->column[RELATA_MEANS_PUBLISHER] == RELATA_NONE &&
             has_dated_sources(guess, guess->column[RELATA_MEANS_DOCUMENT])) {
    add_part(guess, document, "publisher", BEFORE_DAY);
    add_part(guess, document, "published", DAY_AT_END);
  }
}

static void
add_claim(const RelataGuess *guess, cJSON *mapping)
{
  cJSON *claim = cJSON_CreateObject();
  cJSON_AddItemToArray(cJSON_AddArrayToObject(mapping, "claims"), claim);
  add_column(guess, claim, "type", RELATA_MEANS_RELATION);
  add_text(claim, "from", "from");
  add_text(claim, "to", "to");
  add_when(guess, claim);
  add_column(guess, claim, "text", RELATA_MEANS_TEXT);
  add_column(guess, claim, "by", RELATA_MEANS_BY);
  add_column(guess, claim, "stance", RELATA_MEANS_STANCE);
  add_column(guess, claim, "certainty", RELATA_MEANS_CERTAINTY);
  add_column(guess, claim, "confidence", RELATA_MEANS_CONFIDENCE);
  add_column(guess, claim, "place", RELATA_MEANS_PLACE);
  add_column(guess, claim, "note", RELATA_MEANS_NOTE);
}

/* Says how the table is written, where that does not follow from its rows, and what programs write into a
 * field that has nothing: nobody is called so. */
static void
add_layout(const RelataGuess *guess, cJSON *mapping)
{
  static const char *const nothing[] = {"NULL", "NA", "N/A", "#N/A", "NaN", "nan"};
  const char tab[] = {guess->delimiter, '\0'};
  cJSON *table = cJSON_AddObjectToObject(mapping, "table");
  cJSON_AddItemToObject(table, "null", cJSON_CreateStringArray(nothing, G_N_ELEMENTS(nothing)));
  if (!guess->letters)
    return;
  add_text(table, "delimiter", tab);
  cJSON_AddNullToObject(table, "quote");
}

/* Adds what a table of actors says of each. */
static void
add_alone(const RelataGuess *guess, cJSON *actors)
{
  add_actor(guess, actors, "actor", guess->alone, RELATA_N_MEANINGS);
  if (guess->column[RELATA_MEANS_RELATION] != RELATA_NONE)
    add_list(guess, actors->child, "type", guess->column[RELATA_MEANS_RELATION]);
  if (guess->aliases != RELATA_NONE)
    add_list(guess, actors->child, "aliases", guess->aliases);
}

char *
relata_guess_write(const RelataGuess *guess)
{
  cJSON *mapping = cJSON_CreateObject();
  cJSON_AddNumberToObject(mapping, "relata_mapping", 1);
  cJSON *header = cJSON_AddArrayToObject(cJSON_AddObjectToObject(mapping, "match"), "header");
  for (guint i = 0; i < guess->names->len; i++)
    cJSON_AddItemToArray(header, cJSON_CreateString(relata_guess_name(guess, i)));
  add_layout(guess, mapping);
  if (guess->from.prefix != NULL || guess->alone.prefix != NULL)
    cJSON_AddTrueToObject(mapping, "ids");
  if (guess->alone.column != RELATA_NONE) {
    add_alone(guess, cJSON_AddObjectToObject(mapping, "actors"));
  } else {
    add_document(guess, mapping);
    cJSON *actors = cJSON_AddObjectToObject(mapping, "actors");
    add_actor(guess, actors, "from", guess->from, RELATA_MEANS_FROM_TYPE);
    add_actor(guess, actors, "to", guess->to, RELATA_MEANS_TO_TYPE);
    add_claim(guess, mapping);
    add_skips(guess, mapping);
  }
  char *printed = cJSON_Print(mapping);
  char *text = g_strconcat(printed, "\n", NULL);
  cJSON_free(printed);
  cJSON_Delete(mapping);
  return text;
}
