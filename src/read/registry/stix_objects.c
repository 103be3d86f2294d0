/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is kept of the objects of a STIX file. */
#include "read/registry/stix.h"

#include "text/date_pattern.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* How a property is written, and so kept. */
typedef enum {
  TEXT,       /* a string, or a number */
  FLAG,       /* true or false; only true is kept */
  LIST,       /* strings */
  REFERENCES, /* objects, of each the words of RelataStixReferenceWord */
  GRANULAR,   /* objects with a marking and selectors */
  DEFINITION, /* of a marking: {"tlp": "red"} */
  HASHES      /* an object of which the first value is kept */
} Kind;

static const struct {
  const char *name;
  Kind kind;
} properties[RELATA_STIX_N] = {
    [RELATA_STIX_NAME] = {"name", TEXT},
    [RELATA_STIX_VALUE] = {"value", TEXT},
    [RELATA_STIX_ABSTRACT] = {"abstract", TEXT},
    [RELATA_STIX_PRODUCT] = {"product", TEXT},
    [RELATA_STIX_RESULT_NAME] = {"result_name", TEXT},
    [RELATA_STIX_PATH] = {"path", TEXT},
    [RELATA_STIX_SUBJECT] = {"subject", TEXT},
    [RELATA_STIX_ACCOUNT_LOGIN] = {"account_login", TEXT},
    [RELATA_STIX_USER_ID] = {"user_id", TEXT},
    [RELATA_STIX_SERIAL_NUMBER] = {"serial_number", TEXT},
    [RELATA_STIX_NUMBER] = {"number", TEXT},
    [RELATA_STIX_KEY] = {"key", TEXT},
    [RELATA_STIX_PATTERN] = {"pattern", TEXT},
    [RELATA_STIX_HASHES] = {"hashes", HASHES},
    [RELATA_STIX_COUNTRY] = {"country", TEXT},
    [RELATA_STIX_REGION] = {"region", TEXT},
    [RELATA_STIX_CONTENT] = {"content", TEXT},
    [RELATA_STIX_MODIFIED] = {"modified", TEXT},
    [RELATA_STIX_CREATED] = {"created", TEXT},
    [RELATA_STIX_CREATED_BY] = {"created_by_ref", TEXT},
    [RELATA_STIX_DESCRIPTION] = {"description", TEXT},
    [RELATA_STIX_ALIASES] = {"aliases", LIST},
    [RELATA_STIX_MITRE_ALIASES] = {"x_mitre_aliases", LIST},
    [RELATA_STIX_OPENCTI_ALIASES] = {"x_opencti_aliases", LIST},
    [RELATA_STIX_REFERENCES] = {"external_references", REFERENCES},
    [RELATA_STIX_REVOKED] = {"revoked", FLAG},
    [RELATA_STIX_DEPRECATED] = {"x_mitre_deprecated", FLAG},
    [RELATA_STIX_RELATION] = {"relationship_type", TEXT},
    [RELATA_STIX_SOURCE] = {"source_ref", TEXT},
    [RELATA_STIX_TARGET] = {"target_ref", TEXT},
    [RELATA_STIX_START] = {"start_time", TEXT},
    [RELATA_STIX_STOP] = {"stop_time", TEXT},
    [RELATA_STIX_CONFIDENCE] = {"confidence", TEXT},
    [RELATA_STIX_LABELS] = {"labels", LIST},
    [RELATA_STIX_MARKINGS] = {"object_marking_refs", LIST},
    [RELATA_STIX_GRANULAR] = {"granular_markings", GRANULAR},
    [RELATA_STIX_DEFINITION] = {"definition", DEFINITION},
    [RELATA_STIX_SIGHTED] = {"sighting_of_ref", TEXT},
    [RELATA_STIX_WHERE] = {"where_sighted_refs", LIST},
    [RELATA_STIX_FIRST_SEEN] = {"first_seen", TEXT},
    [RELATA_STIX_LAST_SEEN] = {"last_seen", TEXT},
    [RELATA_STIX_COUNT] = {"count", TEXT},
    [RELATA_STIX_NEGATIVE] = {"x_opencti_negative", FLAG},
    [RELATA_STIX_LISTED] = {"object_refs", LIST},
    [RELATA_STIX_PUBLISHED] = {"published", TEXT},
    [RELATA_STIX_OPINION] = {"opinion", TEXT},
    [RELATA_STIX_EXPLANATION] = {"explanation", TEXT},
    [RELATA_STIX_AUTHORS] = {"authors", LIST},
};

/* A property of an object. */
typedef struct {
  guint key;
  guint list; /* where its list begins in words; unless it is a text */
  const char *text;
} Field;

RelataStix
relata_stix_begin(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics)
{
  return (RelataStix){.corpus = corpus,
                      .input = input,
                      .diagnostics = diagnostics,
                      .vocabulary = relata_vocabulary_new("stix", corpus, input),
                      .include_revoked = relata_input_option(input, "include-revoked") != NULL,
                      .strings = g_string_chunk_new(1 << 14),
                      .objects = g_array_new(FALSE, FALSE, sizeof(RelataStixObject)),
                      .fields = g_array_new(FALSE, FALSE, sizeof(Field)),
                      .words = g_ptr_array_new(),
                      .by_id = g_hash_table_new(g_str_hash, g_str_equal),
                      .file = RELATA_NONE};
}

void
relata_stix_end(RelataStix *stix)
{
  relata_vocabulary_free(stix->vocabulary);
  g_string_chunk_free(stix->strings);
  g_array_unref(stix->objects);
  g_array_unref(stix->fields);
  g_ptr_array_unref(stix->words);
  g_hash_table_unref(stix->by_id);
}

/* ── Keeping ── */

static const char *
keep_string(RelataStix *stix, const char *string)
{
  return g_string_chunk_insert_const(stix->strings, string != NULL ? string : "");
}

static const char *
keep_text(RelataStix *stix, const cJSON *item)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  if (cJSON_IsNumber(item))
    return keep_string(stix, g_ascii_formatd(number, sizeof number, "%.15g", item->valuedouble));
  return cJSON_IsString(item) && *item->valuestring != '\0' ? keep_string(stix, item->valuestring) : NULL;
}

static void
keep_word(RelataStix *stix, const char *word)
{
  g_ptr_array_add(stix->words, (gpointer)(word != NULL ? keep_string(stix, word) : NULL));
}

static const char *
string_in(const cJSON *object, const char *key)
{
  return cJSON_GetStringValue(relata_json_member(object, key));
}

static void
keep_reference(RelataStix *stix, const cJSON *reference)
{
  static const char *const keys[RELATA_STIX_N_REFERENCE] = {"source_name", "url", "external_id",
                                                            "description"};
  for (guint i = 0; i < RELATA_STIX_N_REFERENCE; i++) {
    const char *word = string_in(reference, keys[i]);
    keep_word(stix, word != NULL ? word : "");
  }
}

/* A marking of parts of an object: "name, pattern". */
static void
keep_granular(RelataStix *stix, const cJSON *marking)
{
  const char *reference = string_in(marking, "marking_ref");
  const cJSON *selectors = relata_json_member(marking, "selectors");
  g_autoptr(GString) parts = g_string_new(NULL);
  for (const cJSON *part = selectors != NULL ? selectors->child : NULL; part != NULL; part = part->next)
    if (cJSON_IsString(part))
      g_string_append_printf(parts, "%s%s", parts->len > 0 ? ", " : "", part->valuestring);
  if (reference == NULL)
    return;
  keep_word(stix, reference);
  keep_word(stix, parts->str);
}

static gboolean
keep_list(RelataStix *stix, const cJSON *item, Kind kind)
{
  if (!cJSON_IsArray(item))
    return FALSE;
  for (const cJSON *child = item->child; child != NULL; child = child->next)
    if (kind == LIST && cJSON_IsString(child))
      keep_word(stix, child->valuestring);
    else if (kind == REFERENCES && cJSON_IsObject(child))
      keep_reference(stix, child);
    else if (kind == GRANULAR && cJSON_IsObject(child))
      keep_granular(stix, child);
  keep_word(stix, NULL);
  return TRUE;
}

/* Returns the text of a property whose value is an object. */
static const char *
keep_inner(RelataStix *stix, const cJSON *item, Kind kind)
{
  if (kind == HASHES)
    return cJSON_IsObject(item) && item->child != NULL ? keep_text(stix, item->child) : NULL;
  const char *tlp = cJSON_IsObject(item) ? string_in(item, "tlp") : NULL;
  if (tlp == NULL)
    return NULL;
  g_autofree char *upper = g_ascii_strup(tlp, -1);
  g_autofree char *called = g_strconcat("TLP:", upper, NULL);
  return keep_string(stix, called);
}

/* Keeps a property. FALSE where its value is not of its kind. */
static gboolean
keep_property(RelataStix *stix, const cJSON *item, guint key)
{
  const Kind kind = properties[key].kind;
  Field field = {key, stix->words->len, NULL};
  if (kind == FLAG && cJSON_IsFalse(item))
    return TRUE;
  if (kind == FLAG)
    field.text = cJSON_IsTrue(item) ? keep_string(stix, "true") : NULL;
  else if (kind == TEXT)
    field.text = keep_text(stix, item);
  else if (kind == DEFINITION || kind == HASHES)
    field.text = keep_inner(stix, item, kind);
  else if (!keep_list(stix, item, kind))
    return FALSE;
  const gboolean is_list = kind == LIST || kind == REFERENCES || kind == GRANULAR;
  if (is_list || field.text != NULL)
    g_array_append_val(stix->fields, field);
  return is_list || field.text != NULL || (kind == TEXT && cJSON_IsString(item));
}

static guint
key_called(const char *name)
{
  guint key = 0;
  while (key < RELATA_STIX_N && strcmp(properties[key].name, name) != 0)
    key++;
  return key;
}

static void
keep_properties(RelataStix *stix, const cJSON *record)
{
  static const char *const plain[] = {"id", "type", "spec_version", NULL};
  for (const cJSON *item = record->child; item != NULL; item = item->next) {
    const guint key = key_called(item->string);
    const gboolean used =
        key < RELATA_STIX_N ? keep_property(stix, item, key) : g_strv_contains(plain, item->string);
    if (!used)
      relata_account_unused(stix->input->account, item->string);
  }
}

/* Makes an object the one that its id means, unless another with that id is newer. */
static void
file_object(RelataStix *stix, guint index)
{
  RelataStixObject *object = &g_array_index(stix->objects, RelataStixObject, index);
  RelataStixObject *other = relata_stix_find(stix, object->id);
  const char *now = relata_stix_text(stix, object, RELATA_STIX_MODIFIED);
  const char *before = other != NULL ? relata_stix_text(stix, other, RELATA_STIX_MODIFIED) : NULL;
  if (other != NULL) {
    relata_account_leave_out(stix->input->account, "an older version of an object");
    object->old = g_strcmp0(now, before) <= 0;
    other->old = !object->old;
  }
  if (!object->old)
    g_hash_table_insert(stix->by_id, (gpointer)object->id, GUINT_TO_POINTER(index + 1));
}

void
relata_stix_keep(RelataStix *stix, RelataJson *json, const cJSON *record)
{
  const char *id = cJSON_IsObject(record) ? string_in(record, "id") : NULL;
  const char *type = cJSON_IsObject(record) ? string_in(record, "type") : NULL;
  const RelataPlace place = relata_json_place(json, record);
  relata_account_record(stix->input->account);
  if (id == NULL || type == NULL || !relata_name_is_id(id) || !relata_name_is_id(type)) {
    relata_diagnose(stix->diagnostics, RELATA_WARNING, "missing-key", &place, NULL,
                    "an object of STIX has a \"type\" and an \"id\": this one is left out");
    relata_account_leave_out(stix->input->account, "an object without type or id");
    return;
  }
  RelataStixObject object = {.id = keep_string(stix, id),
                             .type = keep_string(stix, type),
                             .fields = stix->fields->len,
                             .line = place.line,
                             .column = place.column,
                             .actor = RELATA_NONE};
  keep_properties(stix, record);
  object.n_fields = stix->fields->len - object.fields;
  object.dead = !stix->include_revoked && (relata_stix_text(stix, &object, RELATA_STIX_REVOKED) != NULL ||
                                           relata_stix_text(stix, &object, RELATA_STIX_DEPRECATED) != NULL);
  g_array_append_val(stix->objects, object);
  file_object(stix, stix->objects->len - 1);
}

/* ── Asking ── */

static const Field *
find_field(const RelataStix *stix, const RelataStixObject *object, RelataStixKey key)
{
  for (guint i = object->fields; i < object->fields + object->n_fields; i++)
    if (g_array_index(stix->fields, Field, i).key == key)
      return &g_array_index(stix->fields, Field, i);
  return NULL;
}

const char *
relata_stix_text(const RelataStix *stix, const RelataStixObject *object, RelataStixKey key)
{
  const Field *field = find_field(stix, object, key);
  return field != NULL ? field->text : NULL;
}

const char *const *
relata_stix_list(const RelataStix *stix, const RelataStixObject *object, RelataStixKey key)
{
  static const char *const empty[] = {NULL};
  const Field *field = find_field(stix, object, key);
  return field != NULL ? (const char *const *)stix->words->pdata + field->list : empty;
}

RelataStixObject *
relata_stix_find(const RelataStix *stix, const char *id)
{
  const guint known = id != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(stix->by_id, id)) : 0;
  return known > 0 ? &g_array_index(stix->objects, RelataStixObject, known - 1) : NULL;
}

RelataPlace
relata_stix_place(const RelataStix *stix, const RelataStixObject *object)
{
  return (RelataPlace){stix->input->shown, object->line, object->column};
}

char *
relata_stix_day(const RelataStix *stix, const RelataStixObject *object, RelataStixKey key)
{
  /* OpenCTI writes these where it knows no beginning, and no end. */
  static const char *const unknown[] = {"1970-01-01T00:00:00.000Z", "5138-11-16T09:46:40.000Z", NULL};
  const char *stamp = relata_stix_text(stix, object, key);
  char *edtf = NULL;
  gboolean timed = FALSE;
  if (stamp == NULL || g_strv_contains(unknown, stamp))
    return NULL;
  if (relata_date_by_form(stamp, &edtf, &timed) == RELATA_WRITTEN_OTHER) {
    const RelataPlace where = relata_stix_place(stix, object);
    relata_diagnose(
        stix->diagnostics, RELATA_WARNING, "wrong-date", &where, "STIX writes 2016-01-20T12:31:12.123Z",
        "\"%s\": '%.60s' is not a date; what it dates is kept without it", properties[key].name, stamp);
  }
  if (timed)
    relata_account_remark(stix->input->account, RELATA_REMARK_TIMED);
  return edtf;
}
