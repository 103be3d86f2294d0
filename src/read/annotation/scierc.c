/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SciERC, and what DyGIE++ reads and writes: documents of sentences in tokens that are numbered through the
 * document, the last one of a mark included. What a model predicted has "predicted_" before its key, and how
 * sure it is. */
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
  RelataAnnotated *document;
  const RelataTokens *tokens;
  gboolean predictions; /* what is predicted is read even where there is something that is not */
  guint n;              /* documents so far */
  guint n_relations;    /* of the document */
} Reading;

gboolean
relata_scierc_recognises(const RelataInput *input)
{
  static const char *const marks[] = {"ner",      "relations", "predicted_ner", "predicted_relations",
                                      "clusters", NULL};
  if (!relata_json_first_has(input, "sentences") || !relata_json_first_has_any(input, marks))
    return FALSE;
  const char *sentences = strstr(input->bytes, "\"sentences\"");
  if (sentences == NULL)
    return FALSE;
  sentences += strlen("\"sentences\"");
  sentences += strspn(sentences, " \t\r\n:");
  return *sentences == '[' && sentences[1 + strspn(sentences + 1, " \t\r\n")] == '[';
}

static const cJSON *
list_of(const cJSON *record, const char *key)
{
  const cJSON *list = relata_json_member(record, key);
  return cJSON_IsArray(list) && list->child != NULL ? list : NULL;
}

/* Returns whether any of the lists holds something. */
static gboolean
is_filled(const cJSON *lists)
{
  for (const cJSON *list = lists != NULL ? lists->child : NULL; list != NULL; list = list->next)
    if (list->child != NULL)
      return TRUE;
  return FALSE;
}

/* Returns the lists of each sentence, as annotated or as predicted. */
static const cJSON *
lists_of(const Reading *reading, const cJSON *record, const char *key)
{
  g_autofree char *predicted = g_strconcat("predicted_", key, NULL);
  const cJSON *given = list_of(record, key), *guessed = list_of(record, predicted);
  return guessed != NULL && (reading->predictions || !is_filled(given)) ? guessed : given;
}

/* Returns the id of the mark of two tokens: their numbers; newly allocated. */
static char *
mark_id(const cJSON *item, int at)
{
  return g_strdup_printf("%.0f-%.0f", relata_tokens_number(item, at), relata_tokens_number(item, at + 1));
}

static const char *
word_at(const cJSON *item, int at)
{
  return cJSON_IsArray(item) ? relata_json_words(cJSON_GetArrayItem(item, at)) : NULL;
}

static void
add_mark(Reading *reading, const cJSON *item)
{
  const RelataSpan span =
      relata_tokens_span(reading->tokens, relata_tokens_number(item, 0), relata_tokens_number(item, 1));
  if (!relata_span_is_set(span)) {
    relata_json_complain(reading->json, item, "wrong-entity",
                         "tokens are numbered through the document, from 0",
                         "these are no tokens of the document: the mark is left out");
    return;
  }
  g_autofree char *id = mark_id(item, 0);
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id;
  mark.start = span.start;
  mark.end = span.end;
  mark.type = word_at(item, 2);
  mark.level = g_strcmp0(mark.type, "Generic") == 0 ? RELATA_LEVEL_OTHER : RELATA_LEVEL_UNSAID;
  mark.where = relata_json_place(reading->json, item);
  relata_annotated_add_mark(reading->document, &mark);
}

/* Returns the id of the next relation of the document; newly allocated. */
static char *
id_of_relation(Reading *reading)
{
  const guint document = relata_annotated_document(reading->document);
  return g_strdup_printf("%s:R%u", relata_corpus_document(reading->annotating.corpus, document)->id,
                         ++reading->n_relations);
}

/* Adds a relation: the tokens of both ends, the type and, of a prediction, a logit and how sure it is. */
static void
add_relation(Reading *reading, const cJSON *item)
{
  const RelataSpan from =
      relata_tokens_span(reading->tokens, relata_tokens_number(item, 0), relata_tokens_number(item, 1));
  const RelataSpan to =
      relata_tokens_span(reading->tokens, relata_tokens_number(item, 2), relata_tokens_number(item, 3));
  g_autofree char *head = mark_id(item, 0), *tail = mark_id(item, 2);
  const double sure = relata_tokens_number(item, 6);
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  g_autofree char *id = id_of_relation(reading);
  relation.id = id;
  relation.type = word_at(item, 4);
  relation.from = head;
  relation.to = tail;
  if (relata_span_is_set(from) && relata_span_is_set(to))
    relation.evidence = relata_tokens_sentences(
        reading->tokens, (RelataSpan){MIN(from.start, to.start), MAX(from.end, to.end)});
  relation.confidence = sure >= 0 && sure <= 1 ? sure : NAN;
  relation.where = relata_json_place(reading->json, item);
  relata_annotated_relate(reading->document, &relation);
}

/* The marks of a cluster are one actor. */
static void
add_cluster(const Reading *reading, const cJSON *cluster)
{
  guint first = RELATA_NONE;
  for (const cJSON *item = cJSON_IsArray(cluster) ? cluster->child : NULL; item != NULL; item = item->next) {
    g_autofree char *id = mark_id(item, 0);
    const guint actor = relata_annotated_actor(reading->document, id);
    if (actor == RELATA_NONE)
      relata_account_leave_out(reading->annotating.input->account, "a mark of a cluster that has no type");
    else if (first != RELATA_NONE && first != actor)
      relata_corpus_add_sameness(reading->annotating.corpus, RELATA_BY_EQUIVALENCE, first, actor,
                                 relata_corpus_intern(reading->annotating.corpus, "a cluster of marks"),
                                 relata_json_place(reading->json, item));
    first = first == RELATA_NONE ? actor : first;
  }
}

static void
count_keys(const Reading *reading, const cJSON *record)
{
  static const char *const known[] = {
      "sentences",          "ner", "relations", "clusters", "doc_key", "predicted_ner", "predicted_relations",
      "predicted_clusters", NULL};
  for (const cJSON *member = record->child; member != NULL; member = member->next)
    if (!g_strv_contains(known, member->string))
      relata_account_unused(reading->annotating.input->account, member->string);
}

/* Calls a function with each item of the lists of all sentences. */
static void
for_each(Reading *reading, const cJSON *lists, void (*take)(Reading *, const cJSON *))
{
  for (const cJSON *list = lists != NULL ? lists->child : NULL; list != NULL; list = list->next)
    for (const cJSON *item = cJSON_IsArray(list) ? list->child : NULL; item != NULL; item = item->next)
      take(reading, item);
}

static void
read_document(gpointer reader, const char *member, const cJSON *record)
{
  (void)member;
  Reading *reading = reader;
  g_auto(RelataTokens) tokens = relata_tokens_begin();
  reading->n++;
  relata_account_record(reading->annotating.input->account);
  const cJSON *sentences = cJSON_IsObject(record) ? list_of(record, "sentences") : NULL;
  if (sentences == NULL) {
    relata_json_complain(
        reading->json, record, "wrong-document", NULL,
        "a document has \"sentences\", which are lists of tokens, \"ner\" and \"relations\"");
    return;
  }
  for (const cJSON *sentence = sentences->child; sentence != NULL; sentence = sentence->next)
    relata_tokens_add(&tokens, sentence);
  const char *key = relata_json_words(relata_json_member(record, "doc_key"));
  g_autofree char *numbered = g_strdup_printf("document %u", reading->n);
  const RelataAnnotatedDocument document = {.id = key != NULL && relata_name_is_id(key) ? key : numbered,
                                            .text = tokens.text->str,
                                            .where = relata_json_place(reading->json, record)};
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&reading->annotating, &document);
  reading->document = annotated;
  reading->tokens = &tokens;
  reading->n_relations = 0;
  for_each(reading, lists_of(reading, record, "ner"), add_mark);
  relata_annotated_settle(annotated, RELATA_UNIT_CODE_POINTS);
  const cJSON *clusters = lists_of(reading, record, "clusters");
  for (const cJSON *cluster = clusters != NULL ? clusters->child : NULL; cluster != NULL;
       cluster = cluster->next)
    add_cluster(reading, cluster);
  for_each(reading, lists_of(reading, record, "relations"), add_relation);
  count_keys(reading, record);
}

gboolean
relata_scierc_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                   GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("scierc", corpus, input);
  Reading reading = {.annotating = {corpus, input, diagnostics, vocabulary},
                     .json = json,
                     .predictions = relata_input_option(input, "predictions") != NULL};
  relata_account_begin(input->account, "SciERC", "document", "key");
  return relata_json_each(input, json, NULL, read_document, &reading, diagnostics, error);
}
