/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An annotation of a task of Label Studio: regions, what is said of them, and relations between them. */
#include "corpus/layers.h"
#include "read/attributes.h"
#include "read/annotation/label_studio.h"
#include "text/name.h"
#include "text/words.h"

#include <cJSON.h>
#include <string.h>

/* ── Regions ── */

/* Returns the labels of a region: what it has under the name of its type. */
static const cJSON *
labels_of(const cJSON *value)
{
  static const char *const names[] = {"labels", "hypertextlabels", "paragraphlabels"};
  const cJSON *labels = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(names) && labels == NULL; i++)
    labels = relata_json_member(value, names[i]);
  return labels;
}

gboolean
relata_ls_is_region(const cJSON *result)
{
  const char *type = relata_json_words(relata_json_member(result, "type"));
  const cJSON *value = relata_json_member(result, "value");
  return relata_json_words(relata_json_member(result, "id")) != NULL && cJSON_IsObject(value) &&
         (labels_of(value) != NULL ||
          (type != NULL && strstr(type, "labels") != NULL && relata_json_member(value, "start") != NULL));
}

static gboolean
is_relation(const cJSON *result)
{
  return g_strcmp0(relata_json_words(relata_json_member(result, "type")), "relation") == 0;
}

/* Returns the id by which a region is called, newly allocated: two annotations may call two by one. */
static char *
mark_of(const RelataLsAnnotation *annotation, const char *region)
{
  return annotation->id != NULL ? g_strdup_printf("%s:%s", annotation->id, region) : g_strdup(region);
}

static void
add_region(const RelataLsAnnotation *annotation, const cJSON *result)
{
  const RelataLsReader *reader = annotation->reader;
  const cJSON *value = relata_json_member(result, "value"), *labels = labels_of(value);
  const cJSON *label = relata_json_first(labels);
  g_autofree char *id = mark_of(annotation, relata_json_words(relata_json_member(result, "id")));
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id;
  mark.where = relata_json_place(reader->json, result);
  mark.covered = relata_json_words(relata_json_member(value, "text"));
  mark.type = relata_json_words(label);
  relata_ls_place(annotation->text, value, &mark.start, &mark.end);
  relata_annotated_add_mark(annotation->annotated, &mark);
  for (label = label != NULL ? relata_json_next(labels, label) : NULL; label != NULL; label = label->next)
    relata_account_unused(reader->reading.input->account, "a region's further label");
}

/* Keeps what is chosen or written about a region, which has its id. */
static void
add_attribute(const RelataLsAnnotation *annotation, const cJSON *result)
{
  const char *region = relata_json_words(relata_json_member(result, "id"));
  if (region == NULL)
    return;
  GPtrArray *results = g_hash_table_lookup(annotation->attributes, region);
  if (results == NULL) {
    results = g_ptr_array_new();
    g_hash_table_insert(annotation->attributes, (gpointer)region, results);
  }
  g_ptr_array_add(results, (gpointer)result);
}

/* Counts what is said of the whole text, and marks in pictures and sounds. */
static void
count_unused(const RelataLsAnnotation *annotation, const cJSON *results)
{
  for (const cJSON *result = relata_json_first(results); result != NULL;
       result = relata_json_next(results, result)) {
    const char *region = relata_json_words(relata_json_member(result, "id")),
               *type = relata_json_words(relata_json_member(result, "type"));
    g_autofree char *mark = region != NULL ? mark_of(annotation, region) : NULL;
    if (!is_relation(result) && (mark == NULL || !relata_annotated_has(annotation->annotated, mark)))
      relata_account_unused(annotation->reader->reading.input->account, type != NULL ? type : "a result");
  }
}

/* ── Relations ── */

/* Returns what is chosen, written or rated, newly allocated; NULL where it is something else. */
static char *
chosen(const RelataJson *json, const cJSON *result)
{
  static const char *const names[] = {"choices", "rating", "number", "text", "datetime"};
  const cJSON *value = relata_json_member(result, "value");
  const char *type = relata_json_words(relata_json_member(result, "type"));
  const cJSON *list = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(names) && list == NULL; i++)
    if (strcmp(names[i], "text") != 0 || g_strcmp0(type, "textarea") == 0)
      list = relata_json_member(value, names[i]);
  GString *words = g_string_new(NULL);
  for (const cJSON *one = relata_json_first(list); one != NULL; one = relata_json_next(list, one)) {
    g_autofree char *word = relata_json_word(json, one);
    if (word != NULL)
      g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", word);
  }
  return g_string_free(words, words->len == 0);
}

/* Lets an answer to a question that is known hold for a claim: stance and certainty in their own words, and
 * what is known of attributes. One that denies prevails, and the least certain one. FALSE where it says
 * nothing. */
static gboolean
apply_answer(const char *question, const char *answer, RelataStatement *said)
{
  RelataStance stance;
  RelataCertainty certainty;
  const char *known = relata_words_find("certainty", answer);
  if (g_ascii_strcasecmp(question, "stance") == 0) {
    if (!relata_stance_parse(answer, &stance))
      return relata_attribute_apply("polarity", answer, said) == RELATA_ATTRIBUTE_MEANT;
    said->stance = stance == RELATA_DENIES ? stance : said->stance;
    return TRUE;
  }
  if (g_ascii_strcasecmp(question, "certainty") == 0 && known != NULL &&
      relata_certainty_parse(known, &certainty)) {
    said->certainty = MIN(said->certainty, certainty);
    return TRUE;
  }
  return relata_attribute_apply(question, answer, said) == RELATA_ATTRIBUTE_MEANT;
}

/* Lets what is said of a region hold for a claim that it is an end of: a question and answer that are known,
 * as "certainty: likely"; all else is a note. */
static void
apply_attributes(const RelataLsAnnotation *annotation, const char *region, GString *notes,
                 RelataStatement *said)
{
  const RelataLsReader *reader = annotation->reader;
  const GPtrArray *results = g_hash_table_lookup(annotation->attributes, region);
  for (guint i = 0; results != NULL && i < results->len; i++) {
    const cJSON *result = g_ptr_array_index(results, i);
    const char *question = relata_json_words(relata_json_member(result, "from_name"));
    g_autofree char *answer = chosen(reader->json, result);
    if (answer == NULL || question == NULL || apply_answer(question, answer, said))
      continue;
    g_autofree char *mark = mark_of(annotation, region), *line = relata_name_line(answer);
    g_autofree char *name = relata_annotated_name(annotation->annotated, mark);
    g_string_append_printf(notes, "%s%s of %s: %s", notes->len > 0 ? "; " : "", question,
                           name != NULL ? name : region, line);
  }
}

/* Returns whether the annotator drew the relation before, and counts it then. */
static gboolean
is_drawn(const RelataLsAnnotation *annotation, const RelataAnnotatedRelation *relation)
{
  char *key = g_strdup_printf("%u %u %s", relata_annotated_actor(annotation->annotated, relation->from),
                              relata_annotated_actor(annotation->annotated, relation->to),
                              relation->type != NULL ? relation->type : "");
  const gboolean missing = relata_annotated_actor(annotation->annotated, relation->from) == RELATA_NONE ||
                           relata_annotated_actor(annotation->annotated, relation->to) == RELATA_NONE;
  if (g_hash_table_add(annotation->drawn, key) || missing)
    return FALSE;
  relata_account_leave_out(annotation->reader->reading.input->account,
                           "a relation that one annotator drew twice");
  return TRUE;
}

/* Adds a relation with one label, or without. */
static void
draw(const RelataLsAnnotation *annotation, const cJSON *result, RelataAnnotatedRelation *relation,
     const char *label)
{
  const RelataLsReader *reader = annotation->reader;
  RelataCorpus *corpus = reader->reading.corpus;
  g_autofree char *id = g_strdup_printf(
      "%s:%s-%s%s%s", relata_corpus_document(corpus, relata_annotated_document(annotation->annotated))->id,
      relation->from, relation->to, label != NULL ? ":" : "", label != NULL ? label : "");
  relation->id = relata_name_is_id(id) ? id : NULL;
  relation->type = label;
  RelataLsLater later = {.word = relata_corpus_intern(corpus, label),
                         .both =
                             g_strcmp0(relata_json_words(relata_json_member(result, "direction")), "bi") == 0,
                         .predicted = annotation->predicted};
  if (is_drawn(annotation, relation) ||
      !relata_annotated_state(annotation->annotated, relation, &later.claim))
    return;
  g_autoptr(GString) notes = g_string_new(NULL);
  apply_attributes(annotation, relata_json_words(relata_json_member(result, "from_id")), notes,
                   &later.claim.said);
  apply_attributes(annotation, relata_json_words(relata_json_member(result, "to_id")), notes,
                   &later.claim.said);
  if (notes->len > 0)
    later.claim.said.note = relata_corpus_intern(corpus, notes->str);
  g_array_append_val(reader->later, later);
}

static void
read_relation(const RelataLsAnnotation *annotation, const cJSON *result)
{
  const RelataLsReader *reader = annotation->reader;
  const char *from_id = relata_json_words(relata_json_member(result, "from_id")),
             *to_id = relata_json_words(relata_json_member(result, "to_id"));
  const gboolean turned = g_strcmp0(relata_json_words(relata_json_member(result, "direction")), "left") == 0;
  if (from_id == NULL || to_id == NULL) {
    relata_json_complain(reader->json, result, "missing-key", NULL,
                         "a relation has the ids of two regions, \"from_id\" and \"to_id\"");
    return;
  }
  g_autofree char *from = mark_of(annotation, turned ? to_id : from_id),
                  *to = mark_of(annotation, turned ? from_id : to_id);
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.from = from;
  relation.to = to;
  relation.layer = annotation->layer;
  relation.where = relata_json_place(reader->json, result);
  const cJSON *score = annotation->predicted ? relata_json_member(annotation->written, "score") : NULL;
  if (annotation->predicted)
    relation.certainty = relata_certainty_name(RELATA_POSSIBLE);
  if (score != NULL && cJSON_IsNumber(score) && score->valuedouble >= 0 && score->valuedouble <= 1)
    relation.confidence = score->valuedouble;
  const cJSON *labels = relata_json_member(result, "labels");
  if (relata_json_words(relata_json_first(labels)) == NULL)
    draw(annotation, result, &relation, NULL);
  for (const cJSON *label = relata_json_first(labels); label != NULL; label = relata_json_next(labels, label))
    if (relata_json_words(label) != NULL)
      draw(annotation, result, &relation, relata_json_words(label));
}

/* ── The annotation ── */

void
relata_ls_read_annotation(RelataLsAnnotation *annotation)
{
  const RelataLayer layer = relata_layer_begin(annotation->reader->reading.corpus);
  const cJSON *results = relata_json_member(annotation->written, "result");
  annotation->attributes =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  annotation->drawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const cJSON *result = relata_json_first(results); result != NULL;
       result = relata_json_next(results, result))
    if (relata_ls_is_region(result))
      add_region(annotation, result);
    else if (!is_relation(result))
      add_attribute(annotation, result);
  relata_annotated_settle(annotation->annotated, RELATA_UNIT_CODE_POINTS);
  for (const cJSON *result = relata_json_first(results); result != NULL;
       result = relata_json_next(results, result))
    if (is_relation(result))
      read_relation(annotation, result);
  count_unused(annotation, results);
  relata_layer_end(annotation->reader->reading.corpus, &layer,
                   relata_annotated_document(annotation->annotated), annotation->layer, annotation->layers);
  g_hash_table_unref(annotation->attributes);
  g_hash_table_unref(annotation->drawn);
}
