/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a row says, as a mapping reads it. */
#include "read/table/mapping.h"
#include "text/date.h"
#include "text/date_pattern.h"

#include <string.h>

/* Returns what stands in a column of the mapping, "" where there is nothing or a word for it. */
static const char *
field(const RelataMappedRow *row, guint column)
{
  const guint at = row->field_of[column];
  const char *text = at < row->n ? row->fields[at] : "";
  const GHashTable *null = row->mapping->null;
  return null != NULL && g_hash_table_contains((GHashTable *)null, text) ? "" : text;
}

/* Returns the text that a template gives, newly allocated; NULL where all its columns are empty. */
static char *
expand(const RelataTemplate *template, const RelataMappedRow *row, const char *piece)
{
  g_autoptr(GString) text = g_string_new(NULL);
  gboolean asked = FALSE, filled = FALSE;
  for (guint i = 0; i < template->pieces->len; i++) {
    const RelataTemplatePiece *one = &g_array_index(template->pieces, RelataTemplatePiece, i);
    const char *words = one->literal != NULL         ? one->literal
                        : one->column == RELATA_NONE ? piece
                                                     : field(row, one->column);
    g_autofree char *edtf = NULL;
    gboolean timed = FALSE;
    if (one->date && relata_date_by_form(words, &edtf, &timed) == RELATA_WRITTEN_DATE)
      words = edtf;
    g_string_append(text, words);
    asked |= one->literal == NULL;
    filled |= one->literal == NULL && *words != '\0';
  }
  return asked && !filled ? NULL : g_string_free(g_steal_pointer(&text), FALSE);
}

static gboolean
condition_holds(const RelataCondition *condition, const RelataMappedRow *row)
{
  g_autofree char *found = expand(&condition->of, row, "");
  const char *text = found != NULL ? g_strstrip(found) : "";
  gboolean in = condition->in == NULL;
  for (guint i = 0; !in && i < condition->in->len; i++)
    in = strcmp(text, g_ptr_array_index(condition->in, i)) == 0;
  return in && (condition->equals == NULL || strcmp(text, condition->equals) == 0) &&
         (condition->matches == NULL || g_regex_match(condition->matches, text, 0, NULL)) &&
         (condition->empty < 0 || (*text == '\0') == (condition->empty == 1));
}

gboolean
relata_mapping_holds(const GArray *conditions, const RelataMappedRow *row)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    if (!condition_holds(&g_array_index(conditions, RelataCondition, i), row))
      return FALSE;
  return TRUE;
}

/* Returns the part of a text that the value is, newly allocated; NULL where it has none. */
static char *
extract(const RelataMappingValue *value, char *text)
{
  if (value->extract == NULL)
    return text;
  g_autoptr(GMatchInfo) match = NULL;
  char *part = g_regex_match(value->extract, text, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
  g_free(text);
  return part;
}

/* Keeps a text until the row ends. */
static const char *
keep(RelataMappedRow *row, char *text)
{
  g_ptr_array_add(row->made, text);
  return text;
}

/* Returns whether a text is on one line, with single blanks, and none around it. */
static gboolean
is_tidy(const char *text)
{
  gboolean blank = TRUE;
  for (; *text != '\0'; text++) {
    const gboolean space = (guchar)*text <= ' ' && g_ascii_isspace(*text);
    if (space && (blank || *text != ' '))
      return FALSE;
    blank = space;
  }
  return !blank;
}

/* Puts a text on one line: cells may hold several. */
static char *
on_one_line(char *text)
{
  char *to = text;
  for (const char *at = text; *at != '\0'; at++) {
    const gboolean blank = g_ascii_isspace(*at);
    if (!blank || (to > text && to[-1] != ' '))
      *to++ = blank ? ' ' : *at;
  }
  *to = '\0';
  return text;
}

/* Adds one piece of a value, after what the mapping does with each. */
static void
add_piece(const RelataMappingValue *value, RelataMappedRow *row, char *piece, GPtrArray *values)
{
  const char *text = value->trim ? g_strstrip(on_one_line(piece)) : piece;
  if (*text == '\0')
    return;
  if (value->table != NULL) {
    const char *means = g_hash_table_lookup(value->table, text);
    const char *other = g_hash_table_lookup(value->table, "*");
    text = means != NULL ? means : other != NULL ? other : text;
  }
  const char *made = text;
  if (value->has_format && (made = expand(&value->format, row, text)) != NULL)
    keep(row, (char *)made);
  if (made != NULL && *made != '\0')
    g_ptr_array_add(values, (gpointer)made);
}

/* Adds what stands in a column, which is all that the value is. */
static void
add_field(const RelataMappingValue *value, RelataMappedRow *row, GPtrArray *values)
{
  const char *text = field(row, g_array_index(value->from.pieces, RelataTemplatePiece, 0).column);
  if (*text != '\0' && !is_tidy(text))
    text = keep(row, g_strstrip(on_one_line(g_strdup(text))));
  if (*text != '\0')
    g_ptr_array_add(values, (gpointer)text);
}

static void
add_values(const RelataMappingValue *value, RelataMappedRow *row, GPtrArray *values)
{
  if (value->is_field) {
    add_field(value, row, values);
    return;
  }
  const guint before = values->len;
  for (guint i = 0; value->list != NULL && i < value->list->len; i++)
    add_values(g_ptr_array_index(value->list, i), row, values);
  if (value->list != NULL)
    return;
  char *all = relata_mapping_holds(value->conditions, row) ? expand(&value->from, row, "") : NULL;
  char *text = all != NULL ? extract(value, all) : NULL;
  if (text != NULL)
    keep(row, text);
  if (text != NULL && value->split != NULL) {
    for (char *piece = text, *end; piece != NULL && values->len <= RELATA_MAPPING_MOST; piece = end) {
      end = strstr(piece, value->split);
      if (end != NULL) {
        *end = '\0';
        end += strlen(value->split);
      }
      add_piece(value, row, piece, values);
    }
  } else if (text != NULL) {
    add_piece(value, row, text, values);
  }
  if (values->len == before && value->otherwise != NULL)
    g_ptr_array_add(values, (gpointer)value->otherwise);
}

void
relata_mapping_values(const RelataMappingValue *value, RelataMappedRow *row, GPtrArray *values)
{
  if (values->len > 0)
    g_ptr_array_set_size(values, 0);
  if (value != NULL)
    add_values(value, row, values);
}

const char *
relata_mapping_value(const RelataMappingValue *value, RelataMappedRow *row)
{
  if (value == NULL)
    return NULL;
  relata_mapping_values(value, row, row->values);
  return row->values->len > 0 ? g_ptr_array_index(row->values, 0) : NULL;
}

void
relata_mapped_row_init(RelataMappedRow *row)
{
  row->made = g_ptr_array_new_with_free_func(g_free);
  row->values = g_ptr_array_new();
  row->dates = g_new0(RelataKeptDate, RELATA_KEPT_DATES_OF_TABLE);
}

static void
clear_date(RelataKeptDate *date)
{
  g_free(date->text);
  g_free(date->edtf);
}

void
relata_mapped_row_clear(RelataMappedRow *row)
{
  g_ptr_array_unref(row->made);
  g_ptr_array_unref(row->values);
  for (guint i = 0; i < RELATA_KEPT_DATES_OF_TABLE; i++)
    clear_date(&row->dates[i]);
  g_free(row->dates);
}

void
relata_mapped_row_begin(RelataMappedRow *row, const char *const *fields, guint n)
{
  row->fields = fields;
  row->n = n;
  if (row->made->len > 0)
    g_ptr_array_set_size(row->made, 0);
}

gboolean
relata_mapping_is_column(const RelataMappingValue *value)
{
  if (value == NULL || value->list != NULL)
    return value != NULL && value->list->len > 0 &&
           relata_mapping_is_column(g_ptr_array_index(value->list, 0));
  const GArray *pieces = value->from.pieces;
  return pieces->len == 1 && g_array_index(pieces, RelataTemplatePiece, 0).literal == NULL &&
         !value->has_format;
}

/* ── Dates ── */

/* Cuts a date to a precision: "month" and "year" leave out what is finer; all else is written behind it. */
static char *
with_precision(char *edtf, const RelataMappingValue *precision, RelataMappedRow *row)
{
  const char *word = relata_mapping_value(precision, row);
  const gsize n = strlen(edtf);
  const gsize kept = word == NULL ? n : strcmp(word, "year") == 0 ? 4 : strcmp(word, "month") == 0 ? 7 : n;
  const gboolean sign = word != NULL && kept == n && strlen(word) == 1 && strchr("~?%", *word) != NULL;
  char *cut = g_strdup_printf("%.*s%s", (int)MIN(kept, n), edtf, sign ? word : "");
  g_free(edtf);
  return cut;
}

/* Reads a date as the value says that it is written. *edtf is newly allocated, or NULL. */
static RelataWritten
read_written(const RelataMappingValue *value, const char *text, char **edtf, gboolean *timed)
{
  RelataWritten written = RELATA_WRITTEN_OTHER;
  *edtf = NULL;
  *timed = FALSE;
  if (value->dates == NULL)
    return relata_date_by_form(text, edtf, timed);
  for (guint i = 0; written == RELATA_WRITTEN_OTHER && i < value->dates->len; i++)
    written = relata_date_by_pattern(text, g_ptr_array_index(value->dates, i), edtf, timed);
  return written;
}

/* Does the same, but only once for a date that comes again and again. *edtf is newly allocated, or NULL. */
static RelataWritten
read_date(const RelataMappingValue *value, const char *text, RelataMappedRow *row, char **edtf)
{
  RelataKeptDate *kept = &row->dates[g_str_hash(text) % RELATA_KEPT_DATES_OF_TABLE];
  if (kept->value != value || strcmp(kept->text, text) != 0) {
    clear_date(kept);
    *kept = (RelataKeptDate){.value = value, .text = g_strdup(text)};
    kept->written = read_written(value, text, &kept->edtf, &kept->timed);
  }
  if (kept->timed)
    relata_account_remark(row->account, RELATA_REMARK_TIMED);
  *edtf = g_strdup(kept->edtf);
  if (*edtf != NULL && value->precision != NULL)
    *edtf = with_precision(*edtf, value->precision, row);
  return kept->written;
}

/* Returns one end of a date, or the whole of it: EDTF, ".." or NULL. */
static char *
one_date(const RelataMappingValue *value, RelataMappedRow *row, char **wrong)
{
  const char *text = relata_mapping_value(value, row);
  char *edtf;
  if (text == NULL || strcmp(text, "..") == 0)
    return g_strdup(text);
  if (read_date(value, text, row, &edtf) != RELATA_WRITTEN_OTHER)
    return edtf;
  if (*wrong == NULL)
    *wrong = g_strdup(text);
  return NULL;
}

char *
relata_mapping_date(const RelataMappingValue *value, RelataMappedRow *row, gboolean state, char **wrong)
{
  *wrong = NULL;
  if (value == NULL)
    return NULL;
  if (value->list == NULL || value->list->len != 2)
    return one_date(value, row, wrong);
  g_autofree char *begin = one_date(g_ptr_array_index(value->list, 0), row, wrong);
  g_autofree char *end = one_date(g_ptr_array_index(value->list, 1), row, wrong);
  if (*wrong != NULL)
    return NULL;
  char *edtf;
  if (!relata_date_period(begin, end, state, &edtf))
    *wrong = g_strdup_printf("%s to %s", begin, end);
  return edtf;
}
