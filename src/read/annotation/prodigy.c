/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prodigy's data sets (db-out): a text a line, with spans, and with relations between spans or tokens. */
#include "corpus/layers.h"
#include "read/annotated.h"
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* A span of more tokens than these is found by its first ones and its last. */
#define MOST_TOKENS 1000

typedef struct {
  RelataAnnotating reading;
  RelataJson *json;
  guint n_lines, n_accepted;
  gboolean related; /* a line has relations, if only an empty list */
} Reader;

/* Keys of a line that are no description of its text; so are those that begin with "_". */
static const char *const known[] = {"text", "spans", "tokens", "relations", "meta", "answer", NULL};

/* ── Spans ── */

/* Returns how a span is called, newly allocated: relations repeat where it is. */
static char *
name_of(const cJSON *span)
{
  const char *label = relata_json_words(relata_json_member(span, "label"));
  return g_strdup_printf("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "%s%s",
                         relata_json_offset(relata_json_member(span, "start")),
                         relata_json_offset(relata_json_member(span, "end")), label != NULL ? " " : "",
                         label != NULL ? label : "");
}

static void
add_span(const Reader *reader, RelataAnnotated *annotated, const cJSON *span)
{
  g_autofree char *id = name_of(span);
  if (!cJSON_IsObject(span) || relata_annotated_has(annotated, id))
    return;
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id;
  mark.type = relata_json_words(relata_json_member(span, "label"));
  mark.covered = relata_json_words(relata_json_member(span, "text"));
  mark.start = relata_json_offset(relata_json_member(span, "start"));
  mark.end = relata_json_offset(relata_json_member(span, "end"));
  mark.where = relata_json_place(reader->json, span);
  relata_annotated_add_mark(annotated, &mark);
}

/* Lets a token's number mean a span, or itself, unless it means something already. */
static void
index_token(GHashTable *tokens, gint64 number, const cJSON *span)
{
  if (number >= 0 && number < G_MAXINT && !g_hash_table_contains(tokens, GINT_TO_POINTER((int)number)))
    g_hash_table_insert(tokens, GINT_TO_POINTER((int)number), (gpointer)span);
}

/* Returns what the numbers of tokens mean (GINT_TO_POINTER → const cJSON *): the span that they are in, else
 * the token. */
static GHashTable *
index_tokens(const cJSON *line)
{
  GHashTable *by_number = g_hash_table_new(NULL, NULL);
  const cJSON *spans = relata_json_member(line, "spans"), *tokens = relata_json_member(line, "tokens");
  for (const cJSON *span = relata_json_first(spans); span != NULL; span = relata_json_next(spans, span)) {
    const gint64 first = relata_json_offset(relata_json_member(span, "token_start")),
                 last = relata_json_offset(relata_json_member(span, "token_end"));
    for (gint64 number = MAX(first, 0); number <= MIN(last, first + MOST_TOKENS); number++)
      index_token(by_number, number, span);
    index_token(by_number, last, span);
  }
  for (const cJSON *token = relata_json_first(tokens); token != NULL; token = relata_json_next(tokens, token))
    index_token(by_number, relata_json_offset(relata_json_member(token, "id")), token);
  return by_number;
}

/* Returns whether two spans have the same place. */
static gboolean
is_same_place(const cJSON *a, const cJSON *b)
{
  return relata_json_offset(relata_json_member(a, "start")) ==
             relata_json_offset(relata_json_member(b, "start")) &&
         relata_json_offset(relata_json_member(a, "end")) == relata_json_offset(relata_json_member(b, "end"));
}

/* Returns the end of a relation: its own span, else that of its token; NULL where there is none. A span that
 * has no label here is the one of the line that has. */
static const cJSON *
end_of(GHashTable *tokens, const cJSON *relation, const char *span_key, const char *token_key)
{
  const cJSON *span = relata_json_member(relation, span_key);
  const gint64 number = relata_json_offset(relata_json_member(relation, token_key));
  const cJSON *meant =
      number >= 0 && number < G_MAXINT ? g_hash_table_lookup(tokens, GINT_TO_POINTER((int)number)) : NULL;
  const gboolean repeats = cJSON_IsObject(span) && meant != NULL &&
                           relata_json_words(relata_json_member(span, "label")) == NULL &&
                           is_same_place(span, meant);
  return cJSON_IsObject(span) && !repeats ? span : meant;
}

static void
add_spans(const Reader *reader, RelataAnnotated *annotated, const cJSON *line, GHashTable *tokens)
{
  const cJSON *spans = relata_json_member(line, "spans"), *relations = relata_json_member(line, "relations");
  for (const cJSON *span = relata_json_first(spans); span != NULL; span = relata_json_next(spans, span))
    add_span(reader, annotated, span);
  for (const cJSON *one = relata_json_first(relations); one != NULL; one = relata_json_next(relations, one)) {
    add_span(reader, annotated, end_of(tokens, one, "head_span", "head"));
    add_span(reader, annotated, end_of(tokens, one, "child_span", "child"));
  }
  relata_annotated_settle(annotated, RELATA_UNIT_CODE_POINTS);
}

/* ── Relations ── */

/* Returns the id of the mark that is an end, newly allocated. */
static char *
mark_of(const Reader *reader, const cJSON *span, const cJSON *token)
{
  if (span != NULL)
    return name_of(span);
  g_autofree char *number = relata_json_word(reader->json, token);
  return g_strdup_printf("token %s", number != NULL ? number : "without a number");
}

/* Adds a relation, which has a number in its line. */
static void
add_relation(const Reader *reader, RelataAnnotated *annotated, GHashTable *tokens, const cJSON *written,
             guint number, const char *layer)
{
  const RelataCorpus *corpus = reader->reading.corpus;
  const char *document = relata_corpus_document(corpus, relata_annotated_document(annotated))->id;
  g_autofree char *from = mark_of(reader, end_of(tokens, written, "head_span", "head"),
                                  relata_json_member(written, "head")),
                  *to = mark_of(reader, end_of(tokens, written, "child_span", "child"),
                                relata_json_member(written, "child"));
  g_autofree char *id = g_strdup_printf("%s:%s%s%u.%u", document, layer != NULL ? layer : "",
                                        layer != NULL ? ":" : "", reader->n_lines, number);
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.id = relata_name_is_id(id) ? id : NULL;
  relation.type = relata_json_words(relata_json_member(written, "label"));
  relation.from = from;
  relation.to = to;
  relation.layer = layer;
  relation.where = relata_json_place(reader->json, written);
  relata_annotated_relate(annotated, &relation);
}

/* ── Texts ── */

/* Returns who annotated a line, on one line; NULL where it does not say. Newly allocated. */
static char *
annotator_of(const cJSON *line)
{
  const char *who = relata_json_words(relata_json_member(line, "_annotator_id"));
  if (who == NULL)
    who = relata_json_words(relata_json_member(line, "_session_id"));
  g_autofree char *name = who != NULL ? relata_name_line(who) : NULL;
  return name != NULL && *name != '\0' ? g_steal_pointer(&name) : NULL;
}

/* Returns the id of a text: by its hash, so that what several annotated is one, else its number in the file.
 * Newly allocated. */
static char *
id_of(const Reader *reader, const cJSON *line)
{
  g_autofree char *hash = relata_json_word(reader->json, relata_json_member(line, "_input_hash"));
  if (hash != NULL && relata_name_is_id(hash))
    return g_strdup_printf("prodigy:%s", hash);
  g_autofree char *file = g_path_get_basename(reader->reading.input->shown);
  return g_strdup_printf("%s:%u", file, reader->n_lines);
}

/* Takes what is known of the text. "source", as which recipes write where it is from, is its title, and the
 * origin that it shares with other pieces of the same. */
static void
describe(const Reader *reader, const cJSON *line, RelataAnnotatedDocument *document)
{
  const cJSON *meta = relata_json_member(line, "meta");
  document->title = relata_json_words(relata_json_member(meta, "title"));
  document->origin = relata_json_words(relata_json_member(meta, "source"));
  if (document->title == NULL)
    document->title = document->origin;
  for (const cJSON *member = cJSON_IsObject(meta) ? meta->child : NULL; member != NULL;
       member = member->next) {
    g_autofree char *name = g_strconcat("meta.", member->string, NULL);
    const char *words = relata_json_words(member);
    if (words != document->title && words != document->origin && !cJSON_IsNull(member) &&
        (words == NULL || !relata_annotated_describe(document, member->string, words)))
      relata_account_unused(reader->reading.input->account, name);
  }
  for (const cJSON *member = line->child; member != NULL; member = member->next)
    if (*member->string != '_' && !g_strv_contains(known, member->string))
      relata_account_unused(reader->reading.input->account, member->string);
}

static void
read_text(Reader *reader, const cJSON *line, const char *text)
{
  g_autofree char *id = id_of(reader, line), *annotator = annotator_of(line);
  RelataCorpus *corpus = reader->reading.corpus;
  RelataAnnotatedDocument document = {.id = id, .text = text, .where = relata_json_place(reader->json, line)};
  describe(reader, line, &document);
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&reader->reading, &document);
  const guint index = relata_annotated_document(annotated);
  const char *layer = relata_corpus_intern(corpus, annotator);
  const RelataLayer begun = relata_layer_begin(corpus);
  g_autoptr(GHashTable) tokens = index_tokens(line);
  add_spans(reader, annotated, line, tokens);
  const cJSON *relations = relata_json_member(line, "relations");
  guint number = 0;
  reader->related = reader->related || relations != NULL;
  for (const cJSON *one = relata_json_first(relations); one != NULL; one = relata_json_next(relations, one))
    add_relation(reader, annotated, tokens, one, ++number, layer);
  if (layer != NULL)
    relata_layer_end(corpus, &begun, index, layer,
                     relata_layers_union(corpus, relata_corpus_document(corpus, index)->layers,
                                         relata_layers_intern(corpus, &layer, 1)));
}

static void
read_line(gpointer data, const char *key, const cJSON *line)
{
  (void)key;
  Reader *reader = data;
  const char *text = relata_json_words(relata_json_member(line, "text")),
             *answer = relata_json_words(relata_json_member(line, "answer"));
  relata_account_record(reader->reading.input->account);
  reader->n_lines++;
  if (text == NULL) {
    relata_json_complain(reader->json, line, "missing-key", NULL,
                         "a line of Prodigy is an object with a \"text\" that is not empty");
  } else if (answer != NULL && strcmp(answer, "accept") != 0) {
    g_autofree char *why = g_strdup_printf("a line with the answer \"%s\"", answer);
    relata_account_leave_out(reader->reading.input->account, why);
  } else {
    reader->n_accepted++;
    read_text(reader, line, text);
  }
}

/* ── The file ── */

gboolean
relata_prodigy_recognises(const RelataInput *input)
{
  static const char *const marks[] = {"spans", "relations", NULL};
  static const char *const own[] = {"_task_hash", "_input_hash", "_session_id", "_view_id", NULL};
  if (!relata_json_first_has(input, "text") || !relata_json_first_has_any(input, marks))
    return FALSE;
  return relata_json_first_has_any(input, own) ||
         (relata_json_first_has(input, "relations") && strstr(input->bytes, "\"head\"") != NULL &&
          strstr(input->bytes, "\"child\"") != NULL);
}

gboolean
relata_prodigy_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                    GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new(NULL, corpus, input);
  Reader reader = {.reading = {corpus, input, diagnostics, vocabulary}, .json = json};
  relata_account_begin(input->account, "prodigy", "line", "key");
  const gboolean ok = relata_json_each(input, json, NULL, read_line, &reader, diagnostics, error);
  const RelataPlace where = {input->shown, 0, 0};
  if (reader.n_accepted > 0 && !reader.related)
    relata_diagnose(diagnostics, RELATA_WARNING, "no-relations", &where,
                    "annotate relations with the recipe rel.manual",
                    "no line has relations: these are spans only");
  return ok;
}
