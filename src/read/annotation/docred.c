/* SPDX-License-Identifier: GPL-2.0-or-later */
/* DocRED and what has its form: texts in tokens, entities with their mentions, and relations that are
 * properties of Wikidata. */
#include "read/annotated.h"
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "read/annotation/tokens.h"
#include "read/wikidata_terms.h"
#include "text/name.h"
#include "text/words.h"

#include <cJSON.h>
#include <string.h>

typedef struct {
  RelataAnnotating annotating;
  RelataJson *json;
  RelataAnnotated *document;
  RelataTokens *tokens;
  guint n; /* documents so far */
} Reading;

/* The words for types of entities. Others stay as they are written. */
static const struct {
  const char *written, *type;
} types[] = {{"PER", "person"}, {"ORG", "organization"}, {"LOC", "place"},
             {"TIME", "time"},  {"NUM", "number"},       {"MISC", "other"}};

gboolean
relata_docred_recognises(const RelataInput *input)
{
  return relata_json_first_has(input, "vertexSet") &&
         (relata_json_first_has(input, "sents") || strstr(input->bytes, "\"sent_id\"") != NULL);
}

/* ── Entities ── */

static RelataSpan
span_of(const Reading *reading, const cJSON *mention)
{
  const cJSON *pos = relata_json_member(mention, "pos");
  return relata_tokens_span_in(reading->tokens,
                               (double)relata_json_offset(relata_json_member(mention, "sent_id")),
                               relata_tokens_number(pos, 0), relata_tokens_number(pos, 1) - 1);
}

static gboolean
is_pronoun(const char *name)
{
  g_autofree char *folded = relata_name_fold(name);
  return relata_words_find("pronouns", folded) != NULL;
}

/* Returns the name of a mention; NULL where it has none. */
static const char *
name_of(const cJSON *mention)
{
  const char *name = relata_json_words(relata_json_member(mention, "name"));
  return name != NULL && *name != '\0' ? name : NULL;
}

/* Returns the mention whose form is the most frequent, of equals the longest; a pronoun only where there is
 * nothing else. */
static const cJSON *
best_of(const cJSON *entity)
{
  g_autoptr(GHashTable) n_of = g_hash_table_new(g_str_hash, g_str_equal);
  const cJSON *best = NULL;
  guint most = 0;
  for (const cJSON *mention = entity->child; mention != NULL; mention = mention->next) {
    const char *name = name_of(mention);
    if (name != NULL)
      g_hash_table_insert(n_of, (gpointer)name,
                          GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(n_of, name)) + 1));
  }
  for (const cJSON *mention = entity->child; mention != NULL; mention = mention->next) {
    const char *name = name_of(mention);
    const guint n = name == NULL       ? 0
                    : is_pronoun(name) ? 1
                                       : 1 + GPOINTER_TO_UINT(g_hash_table_lookup(n_of, name));
    if (n > most || (n > 0 && n == most && strlen(name) > strlen(name_of(best)))) {
      best = mention;
      most = n;
    }
  }
  return best;
}

static const char *
type_of(const cJSON *mention)
{
  const char *written = relata_json_words(relata_json_member(mention, "type"));
  for (guint i = 0; written != NULL && i < G_N_ELEMENTS(types); i++)
    if (strcmp(written, types[i].written) == 0)
      return types[i].type;
  return written;
}

/* Adds the mark that an entity is known by. */
static void
add_entity(const Reading *reading, const cJSON *entity, guint index)
{
  const cJSON *best = cJSON_IsArray(entity) ? best_of(entity) : NULL;
  const RelataSpan span = best != NULL ? span_of(reading, best) : RELATA_NO_SPAN;
  if (best == NULL) {
    relata_account_leave_out(reading->annotating.input->account,
                             "an entity without a mention that has a name");
    return;
  }
  g_autofree char *id = g_strdup_printf("%u", index);
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id;
  mark.start = relata_span_is_set(span) ? (gint64)span.start : -1;
  mark.end = relata_span_is_set(span) ? (gint64)span.end : -1;
  mark.name = name_of(best);
  mark.covered = relata_span_is_set(span) ? NULL : mark.name;
  mark.type = type_of(best);
  mark.where = relata_json_place(reading->json, best);
  relata_annotated_add_mark(reading->document, &mark);
}

/* Adds the other mentions of an entity. They are names that only suggest, because they may be common ones.
 * The mark of an entity is a mention already, unless another entity that stands at its place, and so is the
 * same, was found before it. */
static void
add_mentions(const Reading *reading, const cJSON *entity, guint index, GHashTable *found)
{
  RelataCorpus *corpus = reading->annotating.corpus;
  g_autofree char *id = g_strdup_printf("%u", index);
  const guint actor = relata_annotated_actor(reading->document, id);
  const cJSON *best = actor != RELATA_NONE ? best_of(entity) : NULL;
  const cJSON *known = best != NULL && g_hash_table_add(found, GUINT_TO_POINTER(actor)) ? best : NULL;
  for (const cJSON *mention = best != NULL ? entity->child : NULL; mention != NULL; mention = mention->next) {
    const RelataSpan span = span_of(reading, mention);
    g_autofree char *name = name_of(mention) != NULL ? relata_name_line(name_of(mention)) : NULL;
    if (name != NULL && *name != '\0' && !is_pronoun(name))
      relata_corpus_add_alias(corpus, actor, name, FALSE);
    if (!relata_span_is_set(span))
      relata_account_leave_out(reading->annotating.input->account, "a mention outside its sentence");
    else if (mention != known)
      relata_corpus_add_mention(corpus, relata_annotated_document(reading->document), actor, &span, 1);
  }
}

/* ── Relations ── */

/* Returns the sentences that the relation lists, from the first to the last. */
static RelataSpan
evidence_of(const Reading *reading, const cJSON *relation)
{
  RelataSpan hull = RELATA_NO_SPAN;
  for (const cJSON *one = relata_json_first(relata_json_member(relation, "evidence")); one != NULL;
       one = one->next) {
    const RelataSpan token =
        relata_tokens_span_in(reading->tokens, cJSON_IsNumber(one) ? one->valuedouble : -1, 0, 0);
    const RelataSpan sentence = relata_tokens_sentences(reading->tokens, token);
    if (!relata_span_is_set(sentence))
      continue;
    hull.end = relata_span_is_set(hull) ? MAX(hull.end, sentence.end) : sentence.end;
    hull.start = MIN(hull.start, sentence.start);
  }
  return hull;
}

static void
add_relation(const Reading *reading, const cJSON *label, guint n)
{
  const char *property = relata_json_words(relata_json_member(label, "r"));
  const double head = (double)relata_json_offset(relata_json_member(label, "h")),
               tail = (double)relata_json_offset(relata_json_member(label, "t"));
  if (property == NULL || head < 0 || tail < 0 || head > G_MAXINT32 || tail > G_MAXINT32) {
    relata_json_complain(
        reading->json, label, "wrong-relation", NULL,
        "a relation of DocRED has \"r\", and the numbers of two entities as \"h\" and \"t\"");
    return;
  }
  g_autofree char *from = g_strdup_printf("%u", (guint)head), *to = g_strdup_printf("%u", (guint)tail);
  const guint document = relata_annotated_document(reading->document);
  g_autofree char *id =
      g_strdup_printf("%s:R%u", relata_corpus_document(reading->annotating.corpus, document)->id, n);
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.id = id;
  relation.type = relata_wikidata_property(reading->annotating.vocabulary, property).relation;
  relation.from = from;
  relation.to = to;
  relation.evidence = evidence_of(reading, label);
  relation.bare = TRUE;
  relation.where = relata_json_place(reading->json, label);
  relata_annotated_relate(reading->document, &relation);
}

/* ── Documents ── */

static void
read_entities(const Reading *reading, const cJSON *record)
{
  g_autoptr(GHashTable) found = g_hash_table_new(NULL, NULL);
  guint index = 0;
  for (const cJSON *entity = relata_json_first(relata_json_member(record, "vertexSet")); entity != NULL;
       entity = entity->next)
    add_entity(reading, entity, index++);
  relata_annotated_settle(reading->document, RELATA_UNIT_CODE_POINTS);
  index = 0;
  for (const cJSON *entity = relata_json_first(relata_json_member(record, "vertexSet")); entity != NULL;
       entity = entity->next, index++)
    if (cJSON_IsArray(entity))
      add_mentions(reading, entity, index, found);
}

static void
count_keys(const Reading *reading, const cJSON *record)
{
  static const char *const known[] = {"title", "sents", "vertexSet", "labels", NULL};
  for (const cJSON *member = record->child; member != NULL; member = member->next)
    if (!g_strv_contains(known, member->string))
      relata_account_unused(reading->annotating.input->account, member->string);
}

static void
read_document(gpointer reader, const char *key, const cJSON *record)
{
  (void)key;
  Reading *reading = reader;
  g_auto(RelataTokens) tokens = relata_tokens_begin();
  const char *title = cJSON_IsObject(record) ? relata_json_words(relata_json_member(record, "title")) : NULL;
  g_autofree char *numbered = g_strdup_printf("document %u", ++reading->n);
  relata_account_record(reading->annotating.input->account);
  if (!cJSON_IsObject(record) || relata_json_member(record, "vertexSet") == NULL) {
    relata_json_complain(reading->json, record, "wrong-document", NULL,
                         "a document of DocRED has \"title\", \"sents\", \"vertexSet\" and \"labels\"");
    return;
  }
  for (const cJSON *sentence = relata_json_first(relata_json_member(record, "sents")); sentence != NULL;
       sentence = sentence->next)
    relata_tokens_add(&tokens, sentence);
  const RelataAnnotatedDocument document = {.id =
                                                title != NULL && relata_name_is_id(title) ? title : numbered,
                                            .text = tokens.text->str,
                                            .where = relata_json_place(reading->json, record)};
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&reading->annotating, &document);
  reading->document = annotated;
  reading->tokens = &tokens;
  read_entities(reading, record);
  guint n = 0;
  for (const cJSON *label = relata_json_first(relata_json_member(record, "labels")); label != NULL;
       label = label->next)
    add_relation(reading, label, ++n);
  count_keys(reading, record);
}

gboolean
relata_docred_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                   GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("wikidata", corpus, input);
  Reading reading = {.annotating = {corpus, input, diagnostics, vocabulary}, .json = json};
  relata_account_begin(input->account, "DocRED", "document", "key");
  return relata_json_each(input, json, NULL, read_document, &reading, diagnostics, error);
}
