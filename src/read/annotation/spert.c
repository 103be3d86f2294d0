/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What SpERT and programs like it read and write: sentences in tokens, entities, and relations between them
 * by number; in an array, one a line, or as an object of splits (train, dev, test). */
#include "read/annotated.h"
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "read/annotation/tokens.h"
#include "text/name.h"

#include <cJSON.h>
#include <math.h>
#include <string.h>

typedef struct {
  RelataAnnotating annotating;
  RelataJson *json;
  guint n; /* sentences so far */
} Reading;

/* The splits that are read record by record. */
static const char *const splits[] = {"train", "dev", "valid", "validation", "test", NULL};

/* Returns whether an object that begins here, perhaps cut, is a sentence. */
static gboolean
is_sentence(const char *at, gsize n)
{
  return relata_json_peek(at, n, (const char *const[]){"tokens", NULL}) != NULL &&
         relata_json_peek(at, n, (const char *const[]){"entities", NULL}) != NULL &&
         relata_json_peek(at, n, (const char *const[]){"text", "spans", NULL}) == NULL;
}

/* Returns where the first object within the first array begins, or NULL. */
static const char *
first_in_array(const char *at)
{
  const char *array = strchr(at, '[');
  const char *object = array != NULL ? array + 1 + strspn(array + 1, " \t\r\n") : NULL;
  return object != NULL && *object == '{' ? object : NULL;
}

gboolean
relata_spert_recognises(const RelataInput *input)
{
  const char *at = input->bytes + (g_str_has_prefix(input->bytes, "\xEF\xBB\xBF") ? 3 : 0);
  at += strspn(at, " \t\r\n");
  const char *inner = *at == '[' || (*at == '{' && relata_json_peek(at, strlen(at), splits) != NULL)
                          ? first_in_array(at)
                          : at;
  return inner != NULL && is_sentence(inner, input->n - (gsize)(inner - input->bytes));
}

/* Returns how certain a model is, 0 … 1; NAN where nothing says. */
static double
confidence_of(const cJSON *record)
{
  static const char *const keys[] = {"confidence", "score", "probability"};
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
    const cJSON *number = relata_json_member(record, keys[i]);
    if (cJSON_IsNumber(number) && number->valuedouble >= 0 && number->valuedouble <= 1)
      return number->valuedouble;
  }
  return NAN;
}

static void
add_entities(const Reading *reading, RelataAnnotated *document, const RelataTokens *tokens,
             const cJSON *record)
{
  guint index = 0;
  for (const cJSON *entity = relata_json_first(relata_json_member(record, "entities")); entity != NULL;
       entity = entity->next) {
    g_autofree char *id = g_strdup_printf("%u", index++);
    const RelataSpan span =
        relata_tokens_span(tokens, (double)relata_json_offset(relata_json_member(entity, "start")),
                           (double)relata_json_offset(relata_json_member(entity, "end")) - 1);
    if (!relata_span_is_set(span)) {
      relata_json_complain(reading->json, entity, "wrong-entity",
                           "\"end\" is the number after the last token",
                           "\"start\" and \"end\" are no tokens of the sentence: the entity is left out");
      continue;
    }
    RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
    mark.id = id;
    mark.start = span.start;
    mark.end = span.end;
    mark.type = relata_json_words(relata_json_member(entity, "type"));
    mark.where = relata_json_place(reading->json, entity);
    relata_annotated_add_mark(document, &mark);
  }
  relata_annotated_settle(document, RELATA_UNIT_CODE_POINTS);
}

static void
add_relation(const Reading *reading, RelataAnnotated *document, const RelataTokens *tokens,
             const cJSON *written, guint n)
{
  const double head = (double)relata_json_offset(relata_json_member(written, "head")),
               tail = (double)relata_json_offset(relata_json_member(written, "tail"));
  if (head < 0 || tail < 0 || head > G_MAXINT32 || tail > G_MAXINT32) {
    relata_json_complain(reading->json, written, "wrong-relation", NULL,
                         "a relation has the numbers of two entities as \"head\" and \"tail\"");
    return;
  }
  g_autofree char *from = g_strdup_printf("%u", (guint)head), *to = g_strdup_printf("%u", (guint)tail);
  const guint of = relata_annotated_document(document);
  g_autofree char *id =
      g_strdup_printf("%s:R%u", relata_corpus_document(reading->annotating.corpus, of)->id, n);
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.id = id;
  relation.type = relata_json_words(relata_json_member(written, "type"));
  relation.from = from;
  relation.to = to;
  relation.evidence = relata_tokens_span(tokens, 0, tokens->spans->len - 1.0);
  relation.confidence = confidence_of(written);
  relation.where = relata_json_place(reading->json, written);
  relata_annotated_relate(document, &relation);
}

/* Returns the id of a sentence: its own, else its number; newly allocated. */
static char *
id_of(const Reading *reading, const cJSON *record, const char *split)
{
  static const char *const keys[] = {"orig_id", "id", "doc_id"};
  g_autofree char *id = NULL;
  for (guint i = 0; id == NULL && i < G_N_ELEMENTS(keys); i++) {
    const cJSON *item = relata_json_member(record, keys[i]);
    if (cJSON_IsNumber(item))
      id = relata_json_number(reading->json, item);
    else if (cJSON_IsString(item) && relata_name_is_id(item->valuestring))
      id = g_strdup(item->valuestring);
  }
  if (id == NULL)
    id = g_strdup_printf("%u", reading->n);
  return g_strdup_printf("%s %s", split != NULL ? split : "sentence", id);
}

static void
count_keys(const Reading *reading, const cJSON *record)
{
  static const char *const known[] = {"tokens", "entities", "relations", "orig_id", "id", "doc_id", NULL};
  for (const cJSON *member = record->child; member != NULL; member = member->next)
    if (!g_strv_contains(known, member->string))
      relata_account_unused(reading->annotating.input->account, member->string);
}

static void
read_sentence(Reading *reading, const cJSON *record, const char *split)
{
  g_auto(RelataTokens) tokens = relata_tokens_begin();
  reading->n++;
  relata_account_record(reading->annotating.input->account);
  if (!cJSON_IsObject(record) || !cJSON_IsArray(relata_json_member(record, "tokens"))) {
    relata_json_complain(reading->json, record, "wrong-document", NULL,
                         "a sentence has \"tokens\", \"entities\" and \"relations\"");
    return;
  }
  relata_tokens_add(&tokens, relata_json_member(record, "tokens"));
  g_autofree char *id = id_of(reading, record, split);
  const RelataAnnotatedDocument document = {
      .id = id, .text = tokens.text->str, .where = relata_json_place(reading->json, record)};
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&reading->annotating, &document);
  add_entities(reading, annotated, &tokens, record);
  guint n = 0;
  for (const cJSON *relation = relata_json_first(relata_json_member(record, "relations")); relation != NULL;
       relation = relation->next)
    add_relation(reading, annotated, &tokens, relation, ++n);
  count_keys(reading, record);
}

/* Reads a record of an array, a line or a split; of an object, members that are no splits come whole. */
static void
read_record(gpointer data, const char *key, const cJSON *record)
{
  Reading *reading = data;
  if (cJSON_IsArray(record))
    for (const cJSON *one = record->child; one != NULL; one = one->next)
      read_sentence(reading, one, key);
  else if (key != NULL && !g_strv_contains(splits, key))
    relata_account_unused(reading->annotating.input->account, key);
  else
    read_sentence(reading, record, key);
}

gboolean
relata_spert_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                  GError **error)
{
  const gboolean parted = relata_json_peek(input->bytes, input->n, splits) != NULL;
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("spert", corpus, input);
  Reading reading = {.annotating = {corpus, input, diagnostics, vocabulary}, .json = json};
  relata_account_begin(input->account, "SpERT's sentences", "sentence", "key");
  return relata_json_each(input, json, parted ? splits : NULL, read_record, &reading, diagnostics, error);
}
