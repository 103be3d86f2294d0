/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks of Pajek: lines under headings that begin with '*'. *Vertices declares actors by numbers, *Arcs
 * and *Edges have a line for each tie, *Arcslist and *Edgeslist one for each actor, *Matrix a row. A heading
 * may name its relation (*Arcs :2 "trades with"), a negative value is a negative tie, and a line may end with
 * the times in which it holds ([1980-1990]). An own reader rather than igraph's, which knows neither the
 * names of relations nor times, refuses a byte order mark and text before *Vertices, and says no line. */
#include "read/graph/pajek_internal.h"

#include "corpus/schema_internal.h"
#include "read/pieces.h"
#include "read/readers.h"

#include <stdlib.h>
#include <string.h>

/* What ends the name of the relation of negative ties. */
#define NEGATIVE " (negative)"

static const struct {
  const char *name;
  RelataPajekSection section;
} headings[] = {
    {"*vertices", RELATA_PAJEK_VERTICES},    {"*arcs", RELATA_PAJEK_ARCS},
    {"*edges", RELATA_PAJEK_EDGES},          {"*arcslist", RELATA_PAJEK_ARCS_LIST},
    {"*edgeslist", RELATA_PAJEK_EDGES_LIST}, {"*matrix", RELATA_PAJEK_MATRIX},
};

/* Returns whether a line is a heading with this name. */
static gboolean
is_heading(const char *line, const char *name)
{
  const gsize n = strlen(name);
  return g_ascii_strncasecmp(line, name, n) == 0 && !g_ascii_isalpha(line[n]);
}

gboolean
relata_pajek_recognises(const RelataInput *input)
{
  const char *at = input->bytes, *end = input->bytes + input->n;
  if (g_str_has_prefix(at, "\xEF\xBB\xBF"))
    at += 3;
  while (at < end) {
    while (at < end && g_ascii_isspace(*at))
      at++;
    if (*at == '*') /* the first heading decides */
      return is_heading(at, "*vertices") || is_heading(at, "*network");
    const char *line_end = memchr(at, '\n', (gsize)(end - at));
    at = line_end != NULL ? line_end + 1 : end;
  }
  return FALSE;
}

/* ── Words of a line ── */

char *
relata_pajek_word(const char **at, gboolean *quoted)
{
  const char *begin = *at;
  while (g_ascii_isspace(*begin))
    begin++;
  const char mark = *begin == '"' || *begin == '\'' ? *begin : '\0';
  const char *last = mark != '\0' ? strchr(begin + 1, mark) : NULL;
  *quoted = last != NULL;
  if (last != NULL) {
    *at = last + 1;
    return g_strndup(begin + 1, (gsize)(last - begin) - 1);
  }
  const gsize n = strcspn(begin, " \t\r\n\f\v");
  *at = begin + n;
  return n > 0 ? g_strndup(begin, n) : NULL;
}

gboolean
relata_pajek_number(const char *word, gint64 *number)
{
  char *end = NULL;
  *number = word != NULL ? g_ascii_strtoll(word, &end, 10) : 0;
  return word != NULL && end != word && *end == '\0' && *number > -G_MAXINT && *number < G_MAXINT;
}

/* ── Headings ── */

/* Reads the rest of a heading: ":2 "trades with"" and the like. */
static void
read_relation(RelataPajek *pajek, const char *rest)
{
  gboolean quoted;
  g_autofree char *number = NULL;
  g_clear_pointer(&pajek->relation, g_free);
  for (char *word; (word = relata_pajek_word(&rest, &quoted)) != NULL; g_free(word))
    if (quoted || (*word == ':' && pajek->relation == NULL)) {
      g_free(pajek->relation);
      number = number == NULL && !quoted ? g_strdup(word + 1) : number;
      pajek->relation = quoted ? g_strdup(word) : g_strdup_printf("relation %s", word + 1);
    }
  if (number != NULL)
    g_hash_table_insert(pajek->relations, g_strdup(number), g_strdup(pajek->relation));
}

/* Reads "*Vertices 10" and, of a network of two modes, "*Vertices 10 4". Numbers mean other actors in another
 * network, which is not read. */
static void
read_size(RelataPajek *pajek, const char *rest)
{
  gboolean quoted;
  g_autofree char *size = relata_pajek_word(&rest, &quoted), *first = relata_pajek_word(&rest, &quoted);
  gint64 number;
  pajek->over = pajek->sized;
  if (pajek->over) {
    relata_diagnose(pajek->diagnostics, RELATA_WARNING, "not-read", &pajek->where,
                    "give each network a file of its own", "another network begins here: it is not read");
    return;
  }
  pajek->sized = TRUE;
  pajek->n = relata_pajek_number(size, &number) && number >= 0 ? (guint)number : 0;
  pajek->n_first = relata_pajek_number(first, &number) && number > 0 ? (guint)MIN(number, pajek->n) : 0;
}

static void
read_heading(RelataPajek *pajek, const char *line)
{
  pajek->section = RELATA_PAJEK_OTHER;
  pajek->row = 0;
  for (guint i = 0; i < G_N_ELEMENTS(headings); i++)
    if (is_heading(line, headings[i].name)) {
      pajek->section = headings[i].section;
      line += strlen(headings[i].name);
      (pajek->section == RELATA_PAJEK_VERTICES ? read_size : read_relation)(pajek, line);
      return;
    }
  const gsize n = strcspn(line, " \t\r\n");
  g_autofree char *name = g_strndup(line, n);
  if (!is_heading(line, "*network"))
    relata_account_unused(pajek->input->account, name);
}

/* ── Signs ── */

char *
relata_pajek_relation(RelataPajek *pajek, const char *label, gboolean negative)
{
  const char *name = pajek->relation != NULL ? pajek->relation : label != NULL ? label : "related";
  if (!negative)
    return g_strdup(pajek->relation != NULL || label != NULL ? name : "");
  g_hash_table_add(pajek->signed_relations, g_strdup(name));
  return g_strconcat(name, NEGATIVE, NULL);
}

static void
set_sign(RelataSchema *schema, const char *name, const char *ending, int sign)
{
  static const char *const kinds[] = {"", " (undirected)", " (directed)"};
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autofree char *whole = g_strconcat(name, ending, kinds[i], NULL);
    const guint type = relata_schema_find_relation_type(schema, whole);
    RelataRelationType *record = type != RELATA_NONE ? relata_schema_edit_relation_type(schema, type) : NULL;
    if (record != NULL && record->sign == 0 && record->kind_from == RELATA_KIND_GUESSED)
      record->sign = sign;
  }
}

/* Where a relation has negative ties its others are positive. */
static void
set_signs(RelataPajek *pajek)
{
  RelataSchema *schema = relata_corpus_schema(pajek->corpus);
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, pajek->signed_relations);
  while (g_hash_table_iter_next(&iter, &name, NULL)) {
    set_sign(schema, name, "", 1);
    set_sign(schema, name, NEGATIVE, -1);
  }
}

/* ── The file ── */

static void
read_line(RelataPajek *pajek, const char *line)
{
  while (g_ascii_isspace(*line))
    line++;
  if (pajek->over)
    return;
  if (*line == '*')
    read_heading(pajek, line);
  else if (*line != '%' && *line != '\0')
    relata_pajek_read_line(pajek, line);
}

gboolean
relata_pajek_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                  GError **error)
{
  g_auto(RelataPieces) pieces = relata_pieces_begin(input);
  g_autoptr(RelataGraphFile) file = relata_graph_file_new("pajek", corpus, input, diagnostics);
  RelataPajek pajek = {.corpus = corpus, .file = file, .input = input, .diagnostics = diagnostics};
  pajek.signed_relations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  pajek.relations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  pajek.declared = g_hash_table_new(NULL, NULL);
  const char *line;
  while ((line = relata_pieces_text(&pieces, diagnostics, error)) != NULL) {
    pajek.where = (RelataPlace){input->shown, pieces.line, 1};
    read_line(&pajek, line);
  }
  relata_pajek_end_vertices(&pajek);
  set_signs(&pajek);
  g_hash_table_unref(pajek.signed_relations);
  g_hash_table_unref(pajek.relations);
  g_hash_table_unref(pajek.declared);
  g_free(pajek.relation);
  return !pieces.failed;
}
