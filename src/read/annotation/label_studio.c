/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Label Studio's JSON: tasks, each a text that one or several people annotated, and models perhaps. */
#include "read/annotation/label_studio.h"

#include "corpus/layers.h"
#include "read/readers.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* ── Which annotations ── */

static gboolean
is_true(const cJSON *object, const char *key)
{
  return cJSON_IsTrue(relata_json_member(object, key));
}

static const cJSON *
annotations_of(const cJSON *task)
{
  const cJSON *annotations = relata_json_member(task, "annotations");
  return annotations != NULL ? annotations : relata_json_member(task, "completions");
}

static gboolean
has_truth(const cJSON *annotations)
{
  for (const cJSON *one = relata_json_first(annotations); one != NULL;
       one = relata_json_next(annotations, one))
    if (is_true(one, "ground_truth"))
      return TRUE;
  return FALSE;
}

/* Returns the annotations that count, and then the predictions that are asked for; *n_made is how many are
 * the former. Counts the others. */
static GPtrArray *
keep_annotations(const RelataLsReader *reader, const cJSON *task, guint *n_made)
{
  RelataAccount *account = reader->reading.input->account;
  const cJSON *annotations = annotations_of(task), *predictions = relata_json_member(task, "predictions"),
              *drafts = relata_json_member(task, "drafts");
  const gboolean truth = has_truth(annotations);
  GPtrArray *kept = g_ptr_array_new();
  for (const cJSON *one = relata_json_first(annotations); one != NULL;
       one = relata_json_next(annotations, one))
    if (is_true(one, "was_cancelled") || is_true(one, "skipped"))
      relata_account_leave_out(account, "a cancelled annotation");
    else if (truth && !is_true(one, "ground_truth"))
      relata_account_leave_out(account, "an annotation beside one that is the ground truth");
    else if (cJSON_IsObject(one))
      g_ptr_array_add(kept, (gpointer)one);
  *n_made = kept->len;
  for (const cJSON *one = relata_json_first(predictions); one != NULL;
       one = relata_json_next(predictions, one))
    if (relata_input_option(reader->reading.input, "predictions") == NULL)
      relata_account_leave_out(account, "a prediction: --read predictions takes it");
    else if (cJSON_IsObject(one))
      g_ptr_array_add(kept, (gpointer)one);
  for (const cJSON *one = relata_json_first(drafts); one != NULL; one = relata_json_next(drafts, one))
    relata_account_leave_out(account, "a draft");
  return kept;
}

/* Returns the annotator's name, newly allocated: by an id that an earlier annotation explains, where only
 * that is given. */
static char *
person_of(RelataLsReader *reader, const cJSON *by)
{
  g_autofree char *id =
      relata_json_word(reader->json, cJSON_IsObject(by) ? relata_json_member(by, "id") : by);
  const char *known = id != NULL ? g_hash_table_lookup(reader->people, id) : NULL;
  static const char *const names[] = {"email", "username", "first_name"};
  if (known != NULL)
    return g_strdup(known);
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    const char *name = relata_json_words(relata_json_member(by, names[i]));
    if (name == NULL)
      continue;
    if (id != NULL)
      g_hash_table_insert(reader->people, g_steal_pointer(&id), g_strdup(name));
    return g_strdup(name);
  }
  return cJSON_IsNumber(by) || cJSON_IsObject(by) ? g_strdup_printf("annotator %s", id != NULL ? id : "?")
                                                  : g_steal_pointer(&id);
}

/* Returns who made an annotation, interned. */
static const char *
layer_of(RelataLsReader *reader, const cJSON *annotation, gboolean predicted)
{
  g_autofree char *who = predicted
                             ? relata_json_word(reader->json, relata_json_member(annotation, "model_version"))
                             : person_of(reader, relata_json_member(annotation, "completed_by"));
  g_autofree char *id = relata_json_word(reader->json, relata_json_member(annotation, "id"));
  g_autofree char *layer = predicted ? g_strdup_printf("model %s", who != NULL ? who : "without a name")
                           : who != NULL
                               ? g_strdup(who)
                               : g_strdup_printf("annotation %s", id != NULL ? id : "without an id");
  g_autofree char *line = relata_name_line(layer);
  return relata_corpus_intern(reader->reading.corpus, line);
}

/* Gives a claim its type. A relation that annotators only ever draw both ways is symmetric; otherwise it is a
 * claim each way. */
static void
add_later(RelataLsReader *reader, RelataLsLater *later)
{
  RelataCorpus *corpus = reader->reading.corpus;
  const RelataSchema *schema = relata_corpus_schema(corpus);
  const guint known = relata_schema_find_relation_type(schema, later->word != NULL ? later->word : "related");
  const gboolean symmetric =
      known != RELATA_NONE ? relata_schema_relation_type(schema, known)->symmetric : later->both;
  later->claim.type = (symmetric ? relata_vocabulary_undirected : relata_vocabulary_relation)(
      reader->reading.vocabulary, later->word, later->claim.said.where);
  relata_corpus_add_claim(corpus, &later->claim);
  if (!later->both || symmetric)
    return;
  RelataClaim back = later->claim;
  back.from = later->claim.to;
  back.to = later->claim.from;
  g_autofree char *id = back.said.id != NULL ? g_strconcat(back.said.id, ":back", NULL) : NULL;
  back.said.id = relata_corpus_intern(corpus, id);
  relata_corpus_add_claim(corpus, &back);
}

/* Adds the claims: first of relations that people drew one way, then both ways, then what models say. */
static void
add_claims(RelataLsReader *reader)
{
  for (guint turn = 0; turn < 3; turn++)
    for (guint i = 0; i < reader->later->len; i++) {
      RelataLsLater *later = &g_array_index(reader->later, RelataLsLater, i);
      const guint its = later->predicted ? 2 : later->both ? 1 : 0;
      if (its == turn)
        add_later(reader, later);
    }
}

/* ── Tasks ── */

static GPtrArray *
regions_of(const GPtrArray *annotations)
{
  GPtrArray *regions = g_ptr_array_new();
  for (guint i = 0; i < annotations->len; i++) {
    const cJSON *results = relata_json_member(g_ptr_array_index(annotations, i), "result");
    for (const cJSON *one = relata_json_first(results); one != NULL; one = relata_json_next(results, one))
      if (relata_ls_is_region(one))
        g_ptr_array_add(regions, (gpointer)one);
  }
  return regions;
}

/* Takes the title, address and so on; counts what else the task has besides the text. */
static void
describe(const RelataLsReader *reader, const cJSON *data, const RelataLsText *text,
         RelataAnnotatedDocument *document)
{
  for (const cJSON *member = data->child; member != NULL; member = member->next) {
    if (member == text->field || cJSON_IsNull(member))
      continue;
    g_autofree char *name = g_strconcat("data.", member->string, NULL);
    if (relata_json_words(member) == NULL ||
        !relata_annotated_describe(document, member->string, relata_json_words(member)))
      relata_account_unused(reader->reading.input->account, name);
  }
  if (text->field != NULL && text->text == NULL && document->url == NULL)
    document->url = relata_json_words(text->field); /* the text is there */
}

static void
read_annotations(RelataLsReader *reader, const cJSON *task, const GPtrArray *kept, guint n_made)
{
  const cJSON *data = relata_json_member(task, "data");
  g_autoptr(GPtrArray) regions = regions_of(kept);
  g_auto(RelataLsText) text =
      relata_ls_text(data, regions, relata_input_option(reader->reading.input, "text-field"));
  if (text.text == NULL && regions->len == 0) {
    relata_account_leave_out(reader->reading.input->account, "a task without a text");
    reader->n_textless++;
    return;
  }
  reader->n_texts++;
  g_autofree char *number = relata_json_word(reader->json, relata_json_member(task, "id"));
  g_autofree char *id =
      number != NULL ? g_strconcat("task-", number, NULL) : g_strdup_printf("task-%u", reader->n_tasks);
  if (!relata_name_is_id(id)) {
    g_free(id);
    id = g_strdup_printf("task-%u", reader->n_tasks);
  }
  RelataAnnotatedDocument document = {
      .id = id, .text = text.text, .where = relata_json_place(reader->json, task)};
  describe(reader, data, &text, &document);
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&reader->reading, &document);
  g_autofree const char **layers = g_new(const char *, kept->len + 1);
  for (guint i = 0; i < kept->len; i++)
    layers[i] = layer_of(reader, g_ptr_array_index(kept, i), i >= n_made);
  RelataCorpus *corpus = reader->reading.corpus;
  const char *const *all = relata_layers_union(
      corpus, relata_corpus_document(corpus, relata_annotated_document(annotated))->layers,
      relata_layers_intern(corpus, layers, kept->len));
  for (guint i = 0; i < kept->len; i++) {
    const cJSON *written = g_ptr_array_index(kept, i);
    g_autofree char *own = relata_json_word(reader->json, relata_json_member(written, "id"));
    RelataLsAnnotation annotation = {.reader = reader,
                                     .annotated = annotated,
                                     .text = &text,
                                     .written = written,
                                     .id = own,
                                     .layer = layers[i],
                                     .layers = all,
                                     .predicted = i >= n_made};
    relata_ls_read_annotation(&annotation);
  }
}

static void
read_task(gpointer data, const char *key, const cJSON *task)
{
  (void)key;
  RelataLsReader *reader = data;
  relata_account_record(reader->reading.input->account);
  reader->n_tasks++;
  if (!cJSON_IsObject(relata_json_member(task, "data"))) {
    relata_json_complain(reader->json, task, "missing-key", NULL,
                         "a task of Label Studio is an object with a key \"data\", which holds its text");
    return;
  }
  guint n_made;
  g_autoptr(GPtrArray) kept = keep_annotations(reader, task, &n_made);
  if (kept->len > 0)
    read_annotations(reader, task, kept, n_made);
  else
    relata_account_leave_out(reader->reading.input->account, "a task without an annotation that counts");
}

/* ── The file ── */

#define EXPORT_AS_JSON "export texts with their relations as JSON: JSON-MIN, CSV and CoNLL have no relations"

/* Says what is wrong with a file that is of no use. */
static void
refuse(const RelataLsReader *reader)
{
  const RelataPlace where = {reader->reading.input->shown, 1, 1};
  const char *other = relata_ls_other(reader->reading.input);
  if (other != NULL)
    relata_diagnose(reader->reading.diagnostics, RELATA_ERROR_IN_DATA, "no-relations", &where, EXPORT_AS_JSON,
                    "Label Studio's %s has no relations", other);
  else if (reader->n_textless > 0 && reader->n_texts == 0)
    relata_diagnose(reader->reading.diagnostics, RELATA_ERROR_IN_DATA, "no-relations", &where, EXPORT_AS_JSON,
                    "no task marks a text: what is marked in images or sounds has no relations here");
}

gboolean
relata_label_studio_recognises(const RelataInput *input)
{
  static const char *const annotations[] = {"annotations", "completions", "predictions", NULL};
  if (relata_ls_other(input) != NULL)
    return TRUE;
  return relata_json_first_has_any(input, annotations) &&
         (relata_json_first_has(input, "data") || /* else it comes after more than is known */
          (strstr(input->bytes, "\"result\"") != NULL && strstr(input->bytes, "\"from_name\"") != NULL));
}

gboolean
relata_label_studio_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                         GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new(NULL, corpus, input);
  RelataLsReader reader = {.reading = {corpus, input, diagnostics, vocabulary},
                           .json = json,
                           .people = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                           .later = g_array_new(FALSE, FALSE, sizeof(RelataLsLater))};
  relata_account_begin(input->account, "label-studio", "task", "key");
  const gboolean ok = relata_ls_other(input) != NULL ||
                      relata_json_each(input, json, NULL, read_task, &reader, diagnostics, error);
  add_claims(&reader);
  refuse(&reader);
  g_hash_table_unref(reader.people);
  g_array_unref(reader.later);
  return ok;
}
