/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebAnno TSV 3: a head that says what the columns are, and sentences, whose rows are tokens and parts of
 * tokens. This file reads lines, the head and the text; webanno_cells.c what the columns of a row hold. */
#include "read/annotation/webanno_tsv.h"

#include "read/pieces.h"
#include "read/readers.h"

#include <string.h>

/* Sentences that are further from each other are not: their offsets are wrong. */
#define MOST_BETWEEN 4096

gboolean
relata_webanno_tsv_recognises(const RelataInput *input)
{
  const char *at = input->bytes;
  if (g_str_has_prefix(at, "\xEF\xBB\xBF"))
    at += 3;
  return g_str_has_prefix(at, "#FORMAT=WebAnno TSV ");
}

/* ── The head ── */

static void
add_column(RelataWebanno *tsv, RelataWebannoUse use, const char *name, const char *target)
{
  const RelataWebannoColumn column = {use, g_string_chunk_insert(tsv->strings, name),
                                      target != NULL ? g_string_chunk_insert(tsv->strings, target) : NULL};
  g_array_append_val(tsv->columns, column);
}

/* Returns the name of the slot in "ROLE_HOST:NAME_LINKTYPE". Newly allocated. */
static char *
slot_name(const char *word)
{
  const char *colon = strrchr(word, ':');
  const char *name = colon != NULL ? colon + 1 : word;
  const char *dot = strchr(name, '.');
  const char *end =
      g_strrstr_len(name, dot != NULL ? dot - name : -1, "_"); /* the name itself may hold "_" */
  return g_strndup(name, end != NULL ? (gsize)(end - name) : strlen(name));
}

/* Reads "layer|feature|…" of a line of the head. */
static void
add_layer(RelataWebanno *tsv, RelataWebannoKind kind, const char *written)
{
  g_auto(GStrv) words = g_strsplit(written, "|", -1);
  RelataWebannoLayer layer = {kind, g_string_chunk_insert(tsv->strings, words[0] != NULL ? words[0] : ""),
                              tsv->columns->len, 0};
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++) {
    if (kind == RELATA_WEBANNO_RELATIONS && g_str_has_prefix(words[i], "BT_")) {
      add_column(tsv, RELATA_WEBANNO_GOVERNOR, "Governor", words[i] + strlen("BT_"));
    } else if (g_str_has_prefix(words[i], "ROLE_") && words[i + 1] != NULL) {
      g_autofree char *name = slot_name(words[i]);
      add_column(tsv, RELATA_WEBANNO_ROLES, name, words[i + 1]);
      add_column(tsv, RELATA_WEBANNO_TARGETS, name, words[i + 1]);
      i++;
    } else if (kind == RELATA_WEBANNO_CHAINS && strcmp(words[i], "referenceRelation") == 0) {
      add_column(tsv, RELATA_WEBANNO_CHAIN, words[i], NULL);
    } else {
      add_column(tsv, RELATA_WEBANNO_FEATURE, words[i], NULL);
    }
  }
  if (tsv->columns->len == layer.first)
    add_column(tsv, RELATA_WEBANNO_FEATURE, "", NULL);
  layer.n = tsv->columns->len - layer.first;
  g_array_append_val(tsv->layers, layer);
}

/* Reads a line of the head. FALSE where it is none. */
static gboolean
read_head(RelataWebanno *tsv, const char *line)
{
  static const struct {
    const char *beginning;
    RelataWebannoKind kind;
  } kinds[] = {{"#T_SP=", RELATA_WEBANNO_SPANS},
               {"#T_RL=", RELATA_WEBANNO_RELATIONS},
               {"#T_CH=", RELATA_WEBANNO_CHAINS}};
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_has_prefix(line, kinds[i].beginning)) {
      add_layer(tsv, kinds[i].kind, line + strlen(kinds[i].beginning));
      return TRUE;
    }
  return FALSE;
}

/* ── Sentences ── */

/* Returns how many characters of white space a text begins or ends with. */
static guint
blank_at(const char *text, gboolean at_end)
{
  guint n = 0;
  const char *at = at_end ? text + strlen(text) : text;
  while (at_end ? at > text : *at != '\0') {
    const char *character = at_end ? g_utf8_prev_char(at) : at;
    if (!g_unichar_isspace(g_utf8_get_char(character)))
      break;
    at = at_end ? character : g_utf8_next_char(at);
    n++;
  }
  return n;
}

/* Adds the sentence to the text of the document, as far behind the one before as its offsets say, so that a
 * text that has them all has the same offsets. Returns where it begins, in code points. */
static guint
add_text(RelataWebanno *tsv, gint64 begin)
{
  const gint64 between = begin - tsv->ended;
  if (between < 0 || between > MOST_BETWEEN)
    relata_diagnose(tsv->uima->reading.diagnostics, RELATA_WARNING, "wrong-offset", &tsv->where, NULL,
                    "the sentence begins %s where the one before ends: it is put behind it",
                    between < 0 ? "before" : "far behind");
  const gint64 blanks = between < 0 || between > MOST_BETWEEN ? 1 : between;
  for (gint64 i = 0; i < blanks; i++)
    g_string_append_c(tsv->text, '\n');
  const guint start = tsv->length + (guint)blanks;
  g_string_append(tsv->text, tsv->sentence->str);
  tsv->length = start + (guint)g_utf8_strlen(tsv->sentence->str, -1);
  return start;
}

/* Sets the places of the rows in the document: where their tokens stand in the sentence, in whatever unit
 * they are counted. */
static void
place_rows(RelataWebanno *tsv, gint64 begin, guint start)
{
  g_autofree RelataOffsets *offsets = g_new(RelataOffsets, tsv->rows->len + 1);
  g_autoptr(RelataText) text = relata_text_new(tsv->sentence->str, tsv->sentence->len);
  for (guint i = 0; i < tsv->rows->len; i++) {
    const RelataWebannoRow *row = &g_array_index(tsv->rows, RelataWebannoRow, i);
    offsets[i] =
        (RelataOffsets){row->begin - begin, row->end - begin, *row->token != '\0' ? row->token : NULL,
                        RELATA_NO_SPAN, RELATA_FOUND_NOWHERE};
  }
  relata_offsets_settle(text, RELATA_UNIT_UTF16, offsets, tsv->rows->len);
  for (guint i = 0; i < tsv->rows->len; i++) {
    RelataWebannoRow *row = &g_array_index(tsv->rows, RelataWebannoRow, i);
    const gboolean found = relata_span_is_set(offsets[i].span);
    if (!found)
      relata_diagnose(tsv->uima->reading.diagnostics, RELATA_WARNING, "offset-mismatch", &row->where, NULL,
                      "'%s' is not at its offsets, nor once in its sentence: it has no place in the text",
                      row->token);
    row->begin = found ? (gint64)start + offsets[i].span.start : -1;
    row->end = found ? (gint64)start + offsets[i].span.end : -1;
  }
}

static void
add_number(RelataUima *uima, const char *name, gint64 number)
{
  g_autofree char *value = g_strdup_printf("%" G_GINT64_FORMAT, number);
  relata_uima_add(uima, name, value);
}

static void
end_sentence(RelataWebanno *tsv)
{
  if (tsv->rows->len > 0) {
    const RelataWebannoRow first = g_array_index(tsv->rows, RelataWebannoRow, 0);
    const RelataWebannoRow last = g_array_index(tsv->rows, RelataWebannoRow, tsv->rows->len - 1);
    const gboolean begins = g_str_has_prefix(tsv->sentence->str, first.token);
    const gint64 begin = first.begin - (begins ? 0 : blank_at(tsv->sentence->str, FALSE));
    const guint start = add_text(tsv, begin);
    place_rows(tsv, begin, start);
    tsv->ended = last.end +
                 (g_str_has_suffix(tsv->sentence->str, last.token) ? 0 : blank_at(tsv->sentence->str, TRUE));
    relata_uima_begin(tsv->uima, NULL, RELATA_UIMA_SENTENCE, tsv->where);
    add_number(tsv->uima, "begin", start);
    add_number(tsv->uima, "end", tsv->length);
    for (guint i = 0; i < tsv->rows->len; i++)
      relata_webanno_read_row(tsv, &g_array_index(tsv->rows, RelataWebannoRow, i));
  }
  g_array_set_size(tsv->rows, 0);
  g_string_truncate(tsv->sentence, 0);
}

/* Reads "12-34". */
static gboolean
read_range(const char *word, gint64 *begin, gint64 *end)
{
  g_auto(GStrv) parts = g_strsplit(word, "-", 3);
  return g_strv_length(parts) == 2 && g_ascii_string_to_signed(parts[0], 10, 0, G_MAXINT32, begin, NULL) &&
         g_ascii_string_to_signed(parts[1], 10, *begin, G_MAXINT32, end, NULL);
}

static void
read_row(RelataWebanno *tsv, const char *line, RelataPlace where)
{
  g_auto(GStrv) fields = g_strsplit(line, "\t", -1);
  const guint n = g_strv_length(fields);
  RelataWebannoRow row = {.where = where};
  if (n < 3 || !read_range(fields[1], &row.begin, &row.end)) {
    relata_diagnose(tsv->uima->reading.diagnostics, RELATA_ERROR_IN_DATA, "wrong-row", &where,
                    "1-2, a TAB, 4-8, a TAB, Haag",
                    "a row begins with its number, the token's offsets and the token itself");
    return;
  }
  if (n < 3 + tsv->columns->len)
    relata_diagnose(
        tsv->uima->reading.diagnostics, RELATA_WARNING, "wrong-fields", &where, NULL,
        "the row has %u columns of annotations, but the head has %u: the others are taken as empty", n - 3,
        tsv->columns->len);
  g_autofree char *token = relata_webanno_unescape(fields[2]);
  row.id = g_string_chunk_insert(tsv->strings, fields[0]);
  row.token = g_string_chunk_insert(tsv->strings, token);
  row.cells = g_string_chunk_insert(tsv->strings, line + strlen(fields[0]) + strlen(fields[1]) +
                                                      strlen(fields[2]) + (n > 3 ? 3 : 2));
  g_array_append_val(tsv->rows, row);
}

static void
read_text(RelataWebanno *tsv, const char *written, RelataPlace where)
{
  if (tsv->rows->len > 0)
    end_sentence(tsv);
  g_autofree char *text = relata_webanno_unescape(written);
  if (tsv->sentence->len > 0)
    g_string_append_c(tsv->sentence, '\n');
  else
    tsv->where = where;
  g_string_append(tsv->sentence, text);
}

static void
read_line(RelataWebanno *tsv, const char *line, RelataPlace where)
{
  if (g_str_has_prefix(line, "#Text="))
    read_text(tsv, line + strlen("#Text="), where);
  else if (g_ascii_isdigit(*line))
    read_row(tsv, line, where);
  else if (*line == '\0')
    end_sentence(tsv);
  else if (!read_head(tsv, line) && !g_str_has_prefix(line, "#FORMAT=") &&
           !g_str_has_prefix(line, "#Sentence.id="))
    relata_account_unused(tsv->uima->reading.input->account, "a line that is neither text nor row");
}

/* ── The file ── */

static void
say_without_relations(const RelataWebanno *tsv)
{
  const RelataPlace place = {tsv->uima->reading.input->shown, 0, 0};
  for (guint i = 0; i < tsv->columns->len; i++) {
    const RelataWebannoUse use = g_array_index(tsv->columns, RelataWebannoColumn, i).use;
    if (use == RELATA_WEBANNO_GOVERNOR || use == RELATA_WEBANNO_ROLES)
      return;
  }
  relata_diagnose(
      tsv->uima->reading.diagnostics, RELATA_NOTE, "no-relations", &place,
      "export it as UIMA CAS JSON, or the whole project",
      "the file has no column of relations (#T_RL) or slots: some versions of INCEpTION lose them when a "
      "document is exported from the page of annotation");
}

static gboolean
is_version_3(const RelataInput *input, GError **error)
{
  const char *at = strstr(input->bytes, "#FORMAT=WebAnno TSV ");
  const char *version = at != NULL ? at + strlen("#FORMAT=WebAnno TSV ") : "";
  if (*version == '3')
    return TRUE;
  g_set_error(
      error, RELATA_ERROR, RELATA_ERROR_INPUT,
      "%s is WebAnno TSV, but not of version 3, which alone is read: export it again as WebAnno TSV 3.3",
      input->shown);
  return FALSE;
}

static void
clear(RelataWebanno *tsv)
{
  g_array_unref(tsv->layers);
  g_array_unref(tsv->columns);
  g_array_unref(tsv->rows);
  g_array_unref(tsv->annotations);
  g_ptr_array_unref(tsv->values);
  g_hash_table_unref(tsv->at);
  g_hash_table_unref(tsv->places);
  g_array_unref(tsv->spans);
  g_string_free(tsv->sentence, TRUE);
  g_string_free(tsv->text, TRUE);
  g_string_chunk_free(tsv->strings);
}

static RelataWebanno
begin(RelataUima *uima)
{
  return (RelataWebanno){.uima = uima,
                         .strings = g_string_chunk_new(4096),
                         .layers = g_array_new(FALSE, FALSE, sizeof(RelataWebannoLayer)),
                         .columns = g_array_new(FALSE, FALSE, sizeof(RelataWebannoColumn)),
                         .rows = g_array_new(FALSE, FALSE, sizeof(RelataWebannoRow)),
                         .annotations = g_array_new(FALSE, FALSE, sizeof(RelataWebannoAnnotation)),
                         .values = g_ptr_array_new(),
                         .at = g_hash_table_new(g_str_hash, g_str_equal),
                         .places = g_hash_table_new(g_str_hash, g_str_equal),
                         .spans = g_array_new(FALSE, FALSE, sizeof(RelataWebannoPlace)),
                         .sentence = g_string_new(NULL),
                         .text = g_string_new(NULL)};
}

gboolean
relata_webanno_tsv_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                        GError **error)
{
  if (!is_version_3(input, error))
    return FALSE;
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("uima", corpus, input);
  const RelataAnnotating reading = {corpus, input, diagnostics, vocabulary};
  g_autoptr(RelataUima) uima = relata_uima_new(&reading);
  g_auto(RelataPieces) pieces = relata_pieces_begin(input);
  RelataWebanno tsv = begin(uima);
  relata_account_begin(input->account, "WebAnno TSV", "annotation", "layer");
  for (const char *line; (line = relata_pieces_text(&pieces, diagnostics, error)) != NULL;)
    read_line(&tsv, line, (RelataPlace){input->shown, pieces.line, 1});
  end_sentence(&tsv);
  if (!pieces.failed) {
    relata_uima_begin(uima, RELATA_UIMA_SOFA, RELATA_UIMA_SOFA, (RelataPlace){input->shown, 1, 1});
    relata_uima_add(uima, "sofaString", tsv.text->str);
    relata_webanno_add(&tsv);
    say_without_relations(&tsv);
    relata_uima_finish(uima, RELATA_UNIT_CODE_POINTS);
  }
  clear(&tsv);
  return !pieces.failed;
}
