/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/graph/pajek_internal.h"

#include <stdlib.h>
#include <string.h>

static void
complain(const RelataPajek *pajek, const char *line, const char *what)
{
  relata_diagnose(pajek->diagnostics, RELATA_ERROR_IN_DATA, "wrong-fields", &pajek->where, what,
                  "'%.60s' is left out", line);
}

/* Cuts off "[1980-1990,1995]" at the end of a line. Returns what is between the brackets, newly allocated, or
 * NULL. A bracket in quotes is part of a name. */
static char *
cut_times(char *line)
{
  g_strchomp(line);
  char *open = strrchr(line, '[');
  const gsize n = strlen(line);
  if (open == NULL || line[n - 1] != ']' || strchr(open, '"') != NULL)
    return NULL;
  char *times = g_strndup(open + 1, (gsize)(line + n - 1 - (open + 1)));
  *open = '\0';
  return times;
}

/* Returns whether points in time are years, which a date can say: there are four digits, or '*'. */
static gboolean
is_year(const char *point)
{
  gint64 number;
  return strcmp(point, "*") == 0 || (strlen(point) == 4 && relata_pajek_number(point, &number) && number > 0);
}

/* Adds "1980-1990", "1995" or "1995-*" as a time of the tie; what is no year, to the note. */
static void
add_time(RelataPajek *pajek, const char *written, GString *note)
{
  g_auto(GStrv) ends = g_strsplit(written, "-", 2);
  if (ends[0] == NULL)
    return;
  const char *first = g_strstrip(ends[0]), *last = ends[1] != NULL ? g_strstrip(ends[1]) : first;
  if (!is_year(first) || !is_year(last)) {
    g_string_append_printf(note, "%s%s", note->len > 0 ? ", " : "time ", written);
    return;
  }
  relata_graph_file_spell(pajek->file, strcmp(first, "*") == 0 ? NULL : first,
                          strcmp(last, "*") == 0 ? ".." : last);
}

static void
add_times(RelataPajek *pajek, const char *times)
{
  g_auto(GStrv) all = g_strsplit(times != NULL ? times : "", ",", -1);
  g_autoptr(GString) note = g_string_new(NULL);
  for (guint i = 0; all[i] != NULL; i++)
    if (*g_strstrip(all[i]) != '\0')
      add_time(pajek, all[i], note);
  if (note->len > 0)
    relata_graph_file_set(pajek->file, RELATA_GRAPH_NOTE, note->str);
}

/* ── Vertices ── */

static void
declare(RelataPajek *pajek, guint number, const char *label)
{
  g_autofree char *id = g_strdup_printf("%u", number);
  relata_graph_file_begin(pajek->file, RELATA_GRAPH_NODE, pajek->where);
  relata_graph_file_set(pajek->file, RELATA_GRAPH_ID, id);
  relata_graph_file_set(pajek->file, RELATA_GRAPH_NAME, label);
  relata_graph_file_end(pajek->file);
  g_hash_table_add(pajek->declared, GUINT_TO_POINTER(number));
}

/* Counts what stands behind what is read: how it is drawn, and when a vertex was there. */
static void
count_rest(const RelataPajek *pajek, const char *rest)
{
  while (g_ascii_isspace(*rest))
    rest++;
  if (*rest != '\0')
    relata_account_unused(pajek->input->account, "what stands behind a label");
}

/* Reads `1 "label"`, behind which is how it is drawn. */
static void
read_vertex(RelataPajek *pajek, const char *line)
{
  const char *at = line;
  gboolean quoted;
  gint64 number;
  g_autofree char *first = relata_pajek_word(&at, &quoted), *label = relata_pajek_word(&at, &quoted);
  if (!relata_pajek_number(first, &number) || number < 1)
    complain(pajek, line, "a vertex is a number from 1 and a label in quotes");
  else
    declare(pajek, (guint)number, label);
  count_rest(pajek, at);
}

/* A vertex that has no line is one where a tie names it, if it is one of those that are to be there. */
static void
expect(RelataPajek *pajek, gint64 number)
{
  if (number <= pajek->n && !g_hash_table_contains(pajek->declared, GUINT_TO_POINTER(number)))
    declare(pajek, (guint)number, NULL);
}

void
relata_pajek_end_vertices(RelataPajek *pajek)
{
  const guint n = g_hash_table_size(pajek->declared);
  const RelataPlace where = {pajek->input->shown, 0, 0};
  if (pajek->n > n)
    relata_diagnose(pajek->diagnostics, RELATA_NOTE, "unnamed", &where, NULL,
                    "%u of %u vertices have no line and no tie: they are left out", pajek->n - n, pajek->n);
}

/* ── Ties ── */

typedef struct {
  gint64 from, to;
  double value; /* 1 where none is given */
  const char *label, *times;
  gboolean undirected;
} Tie;

static void
add_tie(RelataPajek *pajek, const Tie *tie)
{
  const gboolean negative = tie->value < 0;
  g_autofree char *from = g_strdup_printf("%" G_GINT64_FORMAT, tie->from);
  g_autofree char *to = g_strdup_printf("%" G_GINT64_FORMAT, tie->to);
  g_autofree char *relation = relata_pajek_relation(pajek, tie->label, negative);
  char weight[G_ASCII_DTOSTR_BUF_SIZE];
  expect(pajek, tie->from);
  expect(pajek, tie->to);
  relata_graph_file_begin(pajek->file, RELATA_GRAPH_EDGE, pajek->where);
  relata_graph_file_set(pajek->file, RELATA_GRAPH_SOURCE, from);
  relata_graph_file_set(pajek->file, RELATA_GRAPH_TARGET, to);
  relata_graph_file_set(pajek->file, RELATA_GRAPH_TYPE, relation);
  relata_graph_file_set_undirected(pajek->file, tie->undirected);
  relata_graph_file_set(pajek->file, RELATA_GRAPH_WEIGHT,
                        g_ascii_dtostr(weight, sizeof weight, negative ? -tie->value : tie->value));
  add_times(pajek, tie->times);
  relata_graph_file_end(pajek->file);
}

/* Reads a value; FALSE where the word is none. */
static gboolean
read_value(const char *word, double *value)
{
  char *end = NULL;
  const double number = word != NULL ? g_ascii_strtod(word, &end) : 0;
  if (word == NULL || end == word || *end != '\0')
    return FALSE;
  *value = number;
  return TRUE;
}

/* Reads "2:" at the beginning of a tie: the number of its relation. Returns what this is called, newly
 * allocated, and moves on; NULL where there is none. */
static char *
cut_relation(const RelataPajek *pajek, const char **line)
{
  const char *at = *line;
  while (g_ascii_isspace(*at))
    at++;
  const gsize n = strspn(at, "0123456789");
  if (n == 0 || at[n] != ':')
    return NULL;
  *line = at + n + 1;
  g_autofree char *number = g_strndup(at, n);
  const char *name = g_hash_table_lookup(pajek->relations, number);
  return name != NULL ? g_strdup(name) : g_strdup_printf("relation %s", number);
}

/* Reads "1 2 0.5 l "trades with" c Blue": two ends, a value, and how it is drawn, its label among that. */
static void
read_tie(RelataPajek *pajek, const char *line)
{
  g_autofree char *copy = g_strdup(line), *times = cut_times(copy), *label = NULL;
  const char *at = copy;
  g_autofree char *relation = cut_relation(pajek, &at);
  gboolean quoted, is_label = FALSE;
  Tie tie = {.value = 1, .times = times, .undirected = pajek->section == RELATA_PAJEK_EDGES};
  g_autofree char *from = relata_pajek_word(&at, &quoted), *to = relata_pajek_word(&at, &quoted);
  if (!relata_pajek_number(from, &tie.from) || !relata_pajek_number(to, &tie.to) || tie.from < 1 ||
      tie.to < 1) {
    complain(pajek, line, "a tie is two numbers of vertices and, if you like, a value");
    return;
  }
  gboolean first = TRUE;
  for (char *word; (word = relata_pajek_word(&at, &quoted)) != NULL; g_free(word)) {
    const gboolean is_value = first && !quoted && read_value(word, &tie.value);
    if (is_label && label == NULL)
      label = g_strdup(word);
    is_label = !is_value && !quoted && strcmp(word, "l") == 0;
    first = FALSE;
  }
  tie.label = label;
  char *heading = pajek->relation;
  pajek->relation = relation != NULL ? relation : heading;
  add_tie(pajek, &tie);
  pajek->relation = heading;
}

/* Reads "1 3 5": ties of the first with each of the others; a negative number is a negative tie. */
static void
read_list(RelataPajek *pajek, const char *line)
{
  const char *at = line;
  gboolean quoted;
  Tie tie = {.undirected = pajek->section == RELATA_PAJEK_EDGES_LIST};
  g_autofree char *from = relata_pajek_word(&at, &quoted);
  gboolean good = relata_pajek_number(from, &tie.from) && tie.from != 0;
  for (char *word; (word = relata_pajek_word(&at, &quoted)) != NULL; g_free(word)) {
    good = good && relata_pajek_number(word, &tie.to) && tie.to != 0;
    if (!good)
      continue;
    Tie one = {llabs(tie.from), llabs(tie.to), tie.from < 0 || tie.to < 0 ? -1 : 1, NULL, NULL,
               tie.undirected};
    add_tie(pajek, &one);
  }
  if (!good)
    complain(pajek, line, "a list has numbers of vertices; those that come before the wrong one are read");
}

/* Reads a row of the matrix: values, of which zero is no tie. Of two modes the columns are of the second. */
static void
read_row(RelataPajek *pajek, const char *line)
{
  const char *at = line;
  gboolean quoted;
  Tie tie = {.from = ++pajek->row};
  const guint n_rows = pajek->n_first > 0 ? pajek->n_first : pajek->n;
  gint64 column = pajek->n_first;
  for (char *word; (word = relata_pajek_word(&at, &quoted)) != NULL; g_free(word)) {
    tie.to = ++column;
    if (pajek->row > n_rows || column > pajek->n || !read_value(word, &tie.value)) {
      complain(pajek, word,
               pajek->row > n_rows || column > pajek->n ? "the matrix has more than there are vertices"
                                                        : "a value is a number");
      g_free(word);
      return;
    }
    if (tie.value != 0)
      add_tie(pajek, &tie);
  }
}

void
relata_pajek_read_line(RelataPajek *pajek, const char *line)
{
  static void (*const readers[])(RelataPajek *, const char *) = {
      [RELATA_PAJEK_VERTICES] = read_vertex, [RELATA_PAJEK_ARCS] = read_tie,
      [RELATA_PAJEK_EDGES] = read_tie,       [RELATA_PAJEK_ARCS_LIST] = read_list,
      [RELATA_PAJEK_EDGES_LIST] = read_list, [RELATA_PAJEK_MATRIX] = read_row,
  };
  if (readers[pajek->section] != NULL)
    readers[pajek->section](pajek, line);
}
