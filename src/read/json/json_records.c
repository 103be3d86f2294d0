/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads documents and actors, and holds what the readers of all kinds of records share. */
#include "read/json/json_records.h"

#include "corpus/grade.h"
#include "read/beside.h"

#include <cJSON.h>
#include <string.h>

void
relata_json_read_all(const RelataJsonReading *reading, const cJSON *array, RelataJsonRecordReader read)
{
  for (const cJSON *record = array != NULL ? array->child : NULL; record != NULL; record = record->next)
    read(reading, record);
}

gboolean
relata_json_check_version(const RelataJsonReading *reading, const cJSON *version)
{
  if (version == NULL || (cJSON_IsNumber(version) && version->valuedouble >= RELATA_FORMAT_VERSION &&
                          version->valuedouble <= RELATA_FORMAT_VERSION))
    return TRUE;
  relata_json_complain(reading->json, version, "unknown-version",
                       "this program reads version 1 only; the file was left out",
                       "\"relata\", the version of the format, must be the number %d", RELATA_FORMAT_VERSION);
  return FALSE;
}

const char *
relata_json_given(const char *string)
{
  return string != NULL && *string != '\0' ? string : NULL;
}

const char **
relata_json_strv(const cJSON *array)
{
  GPtrArray *strings = g_ptr_array_new();
  for (const cJSON *child = array != NULL ? array->child : NULL; child != NULL; child = child->next)
    g_ptr_array_add(strings, child->valuestring);
  g_ptr_array_add(strings, NULL);
  return (const char **)g_ptr_array_free(strings, FALSE);
}

gboolean
relata_json_complain_again(const RelataJsonReading *reading, const cJSON *record, const char *kind,
                           const char *id, RelataPlace first, gboolean same)
{
  const RelataPlace place = relata_json_place(reading->json, record);
  if (g_strcmp0(first.file, place.file) != 0) {
    if (!same)
      relata_diagnose(reading->diagnostics, RELATA_WARNING, "declared-otherwise", &place,
                      "the first declaration stays", "%s '%s' is declared otherwise in %s:%u", kind, id,
                      first.file, first.line);
    return TRUE;
  }
  if (first.line != place.line || first.column != place.column)
    relata_json_complain(reading->json, record, "duplicate-id", NULL,
                         "%s '%s' is declared again: first on line %u", kind, id, first.line);
  return FALSE;
}

/* Sets a slot that is empty or holds the default; FALSE where it holds something else. */
static gboolean
add_string(const RelataJsonReading *reading, const char **slot, const char *default_value, const char *value)
{
  if (relata_json_given(value) == NULL)
    return TRUE;
  if (*slot == NULL || g_strcmp0(*slot, default_value) == 0)
    *slot = relata_corpus_intern(reading->corpus, value);
  return strcmp(*slot, value) == 0;
}

typedef struct {
  const char *id, *title, *publisher, *author, *language, *url, *origin, *text, *file, *reliability;
  RelataDate published;
} DocumentWritten;

static const RelataJsonField document_fields[] = {
    RELATA_JSON_MUST(DocumentWritten, id, ID),
    RELATA_JSON_MAY(DocumentWritten, title, STRING),
    RELATA_JSON_MAY(DocumentWritten, publisher, STRING),
    RELATA_JSON_MAY(DocumentWritten, author, STRING),
    RELATA_JSON_MAY(DocumentWritten, published, DATE),
    RELATA_JSON_MAY(DocumentWritten, language, STRING),
    RELATA_JSON_MAY(DocumentWritten, url, STRING),
    RELATA_JSON_MAY(DocumentWritten, origin, STRING),
    RELATA_JSON_MAY(DocumentWritten, text, STRING),
    RELATA_JSON_MAY(DocumentWritten, file, STRING),
    RELATA_JSON_MAY(DocumentWritten, reliability, STRING),
    RELATA_JSON_END,
};

/* Reads the "reliability" of a record; FALSE after reporting that it is none. */
static gboolean
read_reliability(const RelataJsonReading *reading, const cJSON *record, const char *word, char *reliability)
{
  if (relata_reliability_parse(word, reliability))
    return TRUE;
  relata_json_complain(reading->json, relata_json_member(record, "reliability"), "wrong-value", NULL,
                       "\"reliability\" must be " RELATA_GRADE_RELIABILITIES);
  return FALSE;
}

/* Returns the text of the file that the document names, or NULL after reporting why not. */
static RelataText *
read_text(const RelataJsonReading *reading, const cJSON *record, const char *file)
{
  const cJSON *item = relata_json_member(record, "file");
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n;
  if (!relata_read_beside(reading->input, file, &bytes, &n, &error)) {
    const RelataPlace place = relata_json_place(reading->json, item);
    relata_diagnose(reading->diagnostics, relata_beside_severity(error), "unreadable-file", &place, NULL,
                    "\"file\": %s", error->message);
    return NULL;
  }
  const gsize mark = g_str_has_prefix(bytes, RELATA_JSON_BOM) ? strlen(RELATA_JSON_BOM) : 0;
  const gsize valid = relata_utf8_validate(bytes, n);
  if (valid == n) /* a byte order mark is no part of the text */
    return relata_text_new(bytes + mark, n - mark);
  relata_json_complain(reading->json, item, "invalid-utf8", RELATA_ENCODING_HINT,
                       "\"file\": '%s' is not UTF-8: its byte %" G_GSIZE_FORMAT " is 0x%02X", file, valid,
                       (guchar)bytes[valid]);
  return NULL;
}

/* Returns the document's text as the record gives it, or NULL. */
static RelataText *
text_of(const RelataJsonReading *reading, const cJSON *record, const DocumentWritten *written)
{
  if (written->text != NULL && written->file != NULL)
    relata_json_complain(reading->json, relata_json_member(record, "file"), "wrong-value",
                         "leave one of them out", "a document has either \"text\" or \"file\"");
  if (written->text != NULL)
    return relata_text_new(written->text, strlen(written->text));
  return relata_json_given(written->file) != NULL ? read_text(reading, record, written->file) : NULL;
}

void
relata_json_read_document(const RelataJsonReading *reading, const cJSON *record)
{
  RelataCorpus *corpus = reading->corpus;
  DocumentWritten written = {.published = RELATA_NO_DATE};
  relata_json_fill(reading->json, record, "a document", document_fields, &written);
  if (written.id == NULL)
    return;
  gboolean again;
  RelataDocument *document =
      relata_corpus_declare_document(corpus, written.id, relata_json_place(reading->json, record), &again);
  gboolean same = add_string(reading, &document->title, document->id, written.title);
  same &= add_string(reading, &document->publisher, NULL, written.publisher);
  same &= add_string(reading, &document->author, NULL, written.author);
  same &= add_string(reading, &document->language, NULL, written.language);
  same &= add_string(reading, &document->url, NULL, written.url);
  same &= add_string(reading, &document->origin, NULL, written.origin);
  if (relata_date_is_set(&written.published)) {
    if (relata_date_is_set(&document->published)) {
      same &= strcmp(document->published.edtf, written.published.edtf) == 0;
    } else {
      document->published = written.published;
      document->published.edtf = relata_corpus_intern(corpus, written.published.edtf);
    }
  }
  char reliability;
  if (relata_json_given(written.reliability) != NULL &&
      read_reliability(reading, record, written.reliability, &reliability)) {
    same &= document->reliability == '\0' || document->reliability == reliability;
    document->reliability = document->reliability != '\0' ? document->reliability : reliability;
  }
  g_autoptr(RelataText) text = text_of(reading, record, &written);
  if (text != NULL && document->text == NULL) {
    document->text = g_steal_pointer(&text);
    document->file = relata_corpus_intern(corpus, relata_json_given(written.file));
  } else if (text != NULL) {
    same &= strcmp(relata_text_bytes(text), relata_text_bytes(document->text)) == 0;
  }
  if (again)
    relata_json_complain_again(reading, record, "document", document->id, document->where, same);
}

void
relata_json_read_origin(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    const char *id, *name, *reliability;
  } OriginWritten;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(OriginWritten, id, ID),
      RELATA_JSON_MAY(OriginWritten, name, STRING),
      RELATA_JSON_MUST(OriginWritten, reliability, STRING),
      RELATA_JSON_END,
  };
  OriginWritten written = {0};
  char reliability;
  if (!relata_json_fill(reading->json, record, "an origin", fields, &written))
    return;
  const RelataPlace place = relata_json_place(reading->json, record);
  const char *name = relata_json_given(written.name);
  if ((written.id != NULL) == (name != NULL))
    relata_json_complain(reading->json, record, "missing-key", NULL,
                         "an origin needs either an \"id\", which is an actor's, or a \"name\"");
  else if (read_reliability(reading, record, written.reliability, &reliability))
    relata_corpus_grade_origin(reading->corpus, written.id != NULL ? written.id : name, reliability, place);
  if (written.id != NULL)
    relata_corpus_refer_actor(reading->corpus, written.id, place);
}

typedef struct {
  const char *id, *name, *type, *url, *description;
  const cJSON *aliases, *weak_aliases, *links;
} ActorWritten;

static const RelataJsonField actor_fields[] = {
    RELATA_JSON_MUST(ActorWritten, id, ID),
    RELATA_JSON_MAY(ActorWritten, name, STRING),
    RELATA_JSON_MAY(ActorWritten, type, ID),
    RELATA_JSON_MAY(ActorWritten, aliases, STRINGS),
    RELATA_JSON_MAY(ActorWritten, weak_aliases, STRINGS),
    RELATA_JSON_MAY(ActorWritten, links, STRING_MAP),
    RELATA_JSON_MAY(ActorWritten, url, STRING),
    RELATA_JSON_MAY(ActorWritten, description, STRING),
    RELATA_JSON_END,
};

static void
add_aliases(const RelataJsonReading *reading, guint actor, const cJSON *aliases, gboolean strong)
{
  for (const cJSON *alias = aliases != NULL ? aliases->child : NULL; alias != NULL; alias = alias->next)
    if (*alias->valuestring != '\0')
      relata_corpus_add_alias(reading->corpus, actor, alias->valuestring, strong);
}

static void
add_links(const RelataJsonReading *reading, guint actor, const cJSON *links)
{
  const GArray *known = relata_corpus_actor(reading->corpus, actor)->links;
  const guint n_known = known != NULL ? known->len : 0; /* the keys of one record are distinct */
  for (const cJSON *link = links != NULL ? links->child : NULL; link != NULL; link = link->next) {
    gboolean is_known = FALSE;
    for (guint i = 0; i < n_known && !is_known; i++)
      is_known = strcmp(g_array_index(known, RelataLink, i).key, link->string) == 0 &&
                 strcmp(g_array_index(known, RelataLink, i).value, link->valuestring) == 0;
    if (!is_known)
      relata_corpus_add_link(reading->corpus, actor, link->string, link->valuestring);
  }
}

void
relata_json_read_actor(const RelataJsonReading *reading, const cJSON *record)
{
  RelataCorpus *corpus = reading->corpus;
  ActorWritten written = {0};
  relata_json_fill(reading->json, record, "an actor", actor_fields, &written);
  if (written.id == NULL)
    return;
  const RelataPlace place = relata_json_place(reading->json, record);
  const guint type = written.type != NULL
                         ? relata_schema_use_actor_type(relata_corpus_schema(corpus), written.type, place)
                         : RELATA_NONE;
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, written.id, place, &again);
  gboolean same = add_string(reading, &actor->name, actor->id, written.name);
  same &= add_string(reading, &actor->url, NULL, written.url);
  same &= add_string(reading, &actor->description, NULL, written.description);
  if (actor->type == RELATA_NONE)
    actor->type = type;
  same &= type == RELATA_NONE || type == actor->type;
  if (again && !relata_json_complain_again(reading, record, "actor", actor->id, actor->where, same))
    return;
  const guint index = relata_corpus_find_actor(corpus, written.id);
  add_aliases(reading, index, written.aliases, TRUE);
  add_aliases(reading, index, written.weak_aliases, FALSE);
  add_links(reading, index, written.links);
}
