/* SPDX-License-Identifier: GPL-2.0-or-later */
/* doccano's exports: texts, one a line or pretty-printed, with entities and relations. */
#include "read/annotated.h"
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

typedef struct {
  RelataAnnotating reading;
  RelataJson *json;
  guint n_texts, n_marks;
  gboolean related; /* a record has relations, if only an empty list */
} Reader;

/* Keys of a record that are no description of its text. */
static const char *const known[] = {"id",          "text",  "data",   "entities", "relations",
                                    "annotations", "label", "labels", "meta",     NULL};

/* ── Marks ── */

/* An entity of doccano 1.8 and later, and an annotation of the first versions. */
static void
add_entity(Reader *reader, RelataAnnotated *annotated, const cJSON *entity)
{
  g_autofree char *id = relata_json_word(reader->json, relata_json_member(entity, "id")),
                  *type = relata_json_word(reader->json, relata_json_member(entity, "label")),
                  *made = g_strdup_printf("mark %u", reader->n_marks);
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id != NULL ? id : made;
  mark.type = type;
  mark.start = relata_json_offset(relata_json_member(entity, "start_offset"));
  mark.end = relata_json_offset(relata_json_member(entity, "end_offset"));
  mark.where = relata_json_place(reader->json, entity);
  reader->n_marks++;
  if (mark.start >= 0 && mark.end >= 0)
    relata_annotated_add_mark(annotated, &mark);
  else
    relata_json_complain(reader->json, entity, "missing-key", NULL,
                         "an entity has a \"start_offset\" and an \"end_offset\", which are whole numbers");
}

/* What was exported before there were relations: [0, 2, "ORG"]. */
static void
add_triple(Reader *reader, RelataAnnotated *annotated, const cJSON *triple)
{
  const cJSON *start = triple->child, *end = start != NULL ? start->next : NULL,
              *label = end != NULL ? end->next : NULL;
  g_autofree char *id = g_strdup_printf("mark %u", reader->n_marks),
                  *type = relata_json_word(reader->json, label);
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id;
  mark.type = type;
  mark.start = relata_json_offset(start);
  mark.end = end != NULL ? relata_json_offset(end) : -1;
  mark.where = relata_json_place(reader->json, triple);
  reader->n_marks++;
  if (mark.start >= 0 && mark.end >= 0)
    relata_annotated_add_mark(annotated, &mark);
  else
    relata_json_complain(reader->json, triple, "wrong-value", NULL,
                         "a label is a start, an end and a type: [0, 2, \"ORG\"]");
}

static void
add_marks(Reader *reader, RelataAnnotated *annotated, const cJSON *record)
{
  static const char *const lists[] = {"entities", "annotations", "label", "labels"};
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    const cJSON *list = relata_json_member(record, lists[i]);
    for (const cJSON *one = relata_json_first(list); one != NULL; one = relata_json_next(list, one))
      if (cJSON_IsObject(one))
        add_entity(reader, annotated, one);
      else if (cJSON_IsArray(one))
        add_triple(reader, annotated, one);
      else if (cJSON_IsString(one) &&
               (strcmp(one->valuestring, "entities") == 0 || strcmp(one->valuestring, "relations") == 0))
        relata_account_leave_out(reader->reading.input->account,
                                 "a label \"entities\" or \"relations\", which a broken import made");
      else if (!cJSON_IsNull(one))
        relata_account_leave_out(reader->reading.input->account, "a label of a whole text");
  }
  relata_annotated_settle(annotated, RELATA_UNIT_CHARACTERS);
}

/* ── Relations ── */

static void
add_relation(const Reader *reader, RelataAnnotated *annotated, const cJSON *written)
{
  const RelataCorpus *corpus = reader->reading.corpus;
  const char *document = relata_corpus_document(corpus, relata_annotated_document(annotated))->id;
  g_autofree char *from = relata_json_word(reader->json, relata_json_member(written, "from_id")),
                  *to = relata_json_word(reader->json, relata_json_member(written, "to_id")),
                  *type = relata_json_word(reader->json, relata_json_member(written, "type")),
                  *number = relata_json_word(reader->json, relata_json_member(written, "id"));
  if (from == NULL || to == NULL) {
    relata_json_complain(reader->json, written, "missing-key", NULL,
                         "a relation has the ids of two entities, \"from_id\" and \"to_id\"");
    return;
  }
  g_autofree char *id = number != NULL
                            ? g_strdup_printf("%s:%s", document, number)
                            : g_strdup_printf("%s:%s-%s:%s", document, from, to, type != NULL ? type : "");
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.id = relata_name_is_id(id) ? id : NULL;
  relation.type = type;
  relation.from = from;
  relation.to = to;
  relation.where = relata_json_place(reader->json, written);
  relata_annotated_relate(annotated, &relation);
}

/* ── Texts ── */

/* Takes what is known of the text, and counts what is not used. */
static void
describe(const Reader *reader, const cJSON *object, RelataAnnotatedDocument *document)
{
  for (const cJSON *member = object->child; member != NULL; member = member->next) {
    const char *words = relata_json_words(member);
    const gboolean empty =
        cJSON_IsNull(member) || (words == NULL && member->child == NULL && !cJSON_IsNumber(member));
    if (g_strv_contains(known, member->string))
      continue;
    if (!empty && (words == NULL || !relata_annotated_describe(document, member->string, words)))
      relata_account_unused(reader->reading.input->account, member->string);
  }
}

/* Returns the id of a text: its own, else its number in the file. Newly allocated. */
static char *
id_of(const Reader *reader, const cJSON *record)
{
  g_autofree char *id = relata_json_word(reader->json, relata_json_member(record, "id"));
  if (id != NULL && relata_name_is_id(id))
    return g_steal_pointer(&id);
  g_autofree char *file = g_path_get_basename(reader->reading.input->shown);
  char *dot = strrchr(file, '.');
  if (dot != NULL && dot > file)
    *dot = '\0';
  return g_strdup_printf("%s:%u", file, reader->n_texts);
}

static void
read_text(gpointer data, const char *key, const cJSON *record)
{
  (void)key;
  Reader *reader = data;
  relata_account_record(reader->reading.input->account);
  reader->n_texts++;
  const char *text = relata_json_words(relata_json_member(record, "text"));
  if (text == NULL)
    text = relata_json_words(relata_json_member(record, "data"));
  if (text == NULL) {
    relata_json_complain(reader->json, record, "missing-key", NULL,
                         "a record of doccano is an object with a \"text\" that is not empty");
    return;
  }
  const cJSON *relations = relata_json_member(record, "relations"),
              *meta = relata_json_member(record, "meta");
  g_autofree char *id = id_of(reader, record);
  RelataAnnotatedDocument document = {
      .id = id, .text = text, .where = relata_json_place(reader->json, record)};
  describe(reader, record, &document);
  if (cJSON_IsObject(meta))
    describe(reader, meta, &document);
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&reader->reading, &document);
  reader->related = reader->related || relations != NULL;
  add_marks(reader, annotated, record);
  for (const cJSON *one = relata_json_first(relations); one != NULL; one = relata_json_next(relations, one))
    add_relation(reader, annotated, one);
}

/* ── The file ── */

/* Returns whether a list of labels stands in the bytes: [[0, 2, "ORG"]], or ["entities"] of a broken import.
 */
static gboolean
has_labels(const char *bytes)
{
  for (const char *at = strstr(bytes, "\"label"); at != NULL; at = strstr(at, "\"label")) {
    at += strlen("\"label");
    at += *at == 's' ? 1 : 0;
    const gsize n = strspn(at, "\": \t\r\n[");
    g_autofree char *between = g_strndup(at, n);
    const gboolean nested = strchr(between, '[') != strrchr(between, '[');
    if (nested ? g_ascii_isdigit(at[n])
               : g_str_has_suffix(between, "[\"") && g_str_has_prefix(at + n, "entities\""))
      return TRUE;
  }
  return FALSE;
}

gboolean
relata_doccano_recognises(const RelataInput *input)
{
  static const char *const texts[] = {"text", "data", NULL}, *const labels[] = {"label", "labels", NULL},
                           *const marks[] = {"entities", "annotations", NULL};
  if (!relata_json_first_has_any(input, texts) || relata_json_first_has(input, "kind"))
    return FALSE;
  if (relata_json_first_has_any(input, marks))
    return strstr(input->bytes, "\"start_offset\"") != NULL ||
           (relata_json_first_has(input, "entities") && relata_json_first_has(input, "relations"));
  return relata_json_first_has_any(input, labels) && has_labels(input->bytes);
}

/* Says why there are no relations, where there cannot be any. */
static void
explain(const Reader *reader)
{
  const RelataPlace where = {reader->reading.input->shown, 0, 0};
  if (reader->n_texts > 0 && reader->n_marks == 0)
    relata_diagnose(
        reader->reading.diagnostics, RELATA_WARNING, "no-relations", &where,
        "where annotations are approved, export only what was approved; else untick it (doccano#1763)",
        "no text has an entity");
  else if (reader->n_texts > 0 && !reader->related)
    relata_diagnose(
        reader->reading.diagnostics, RELATA_WARNING, "no-relations", &where,
        "export them with doccano 1.8 or later",
        "there are no relations: doccano before 1.8 exports none (doccano#1418); they are in its database");
}

gboolean
relata_doccano_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                    GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new(NULL, corpus, input);
  Reader reader = {.reading = {corpus, input, diagnostics, vocabulary}, .json = json};
  relata_account_begin(input->account, "doccano", "text", "key");
  const gboolean ok = relata_json_each(input, json, NULL, read_text, &reader, diagnostics, error);
  explain(&reader);
  return ok;
}
