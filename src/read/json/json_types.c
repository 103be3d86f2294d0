/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the records of the schema: types of actors, relations and events, measures and marks. */
#include "read/json/json_records.h"

#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* The words for the kind of a relation; it is one past them where none is written. */
enum { KIND_STATE, KIND_EVENT, KIND_UNSAID };
static const char *const kind_words[] = {"state", "event", NULL};
static const char *const mark_words[] = {"when", "place", "nothing", NULL}; /* indexed by RelataMarkMeaning */

/* Returns whether a string is not given, or is equal to the known one. */
static gboolean
fits(const char *written, const char *known)
{
  return relata_json_given(written) == NULL || strcmp(written, known) == 0;
}

/* Returns the string where it is given, else the other one. */
static const char *
pick(RelataSchema *schema, const char *written, const char *otherwise)
{
  return relata_json_given(written) != NULL ? relata_schema_intern(schema, written) : otherwise;
}

void
relata_json_read_actor_type(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    const char *id, *label, *plural, *parent;
    int shape;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, id, ID),
      RELATA_JSON_MAY(Written, label, STRING),
      RELATA_JSON_MAY(Written, plural, STRING),
      RELATA_JSON_MAY(Written, parent, ID),
      RELATA_JSON_ONE_OF(Written, shape, relata_shape_names),
      RELATA_JSON_END,
  };
  Written written = {.shape = RELATA_SHAPE_BOX};
  relata_json_fill(reading->json, record, "an actor type", fields, &written);
  if (written.id == NULL)
    return;
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const RelataPlace place = relata_json_place(reading->json, record);
  const guint parent =
      written.parent != NULL ? relata_schema_use_actor_type(schema, written.parent, place) : RELATA_NONE;
  RelataActorType *type = relata_schema_declare_actor_type(schema, written.id, place);
  if (type == NULL) {
    const RelataActorType *known =
        relata_schema_actor_type(schema, relata_schema_find_actor_type(schema, written.id));
    relata_json_complain_again(reading, record, "actor type", known->id, known->where,
                               fits(written.label, known->label) && fits(written.plural, known->plural) &&
                                   parent == known->parent && written.shape == (int)known->shape);
    return;
  }
  type->label = pick(schema, written.label, type->label);
  type->plural = pick(schema, written.plural, relata_schema_plural(schema, type->label));
  type->parent = parent;
  type->shape = (RelataShape)written.shape;
}

/* "#rrggbb" */
static gboolean
is_color(const char *color)
{
  gsize n = 0;
  while (color[0] == '#' && g_ascii_isxdigit(color[1 + n]))
    n++;
  return n == 6 && color[7] == '\0';
}

/* A relation type as its record has it. */
typedef struct {
  const char *id, *label, *inverse, *parent, *color;
  gboolean symmetric, reporting, part, same;
  int kind, style;
  double sign;
  const cJSON *ends;
} WrittenRelation;

/* Returns the sign as −1, 0 or 1, and reports another number. */
static int
read_sign(const RelataJsonReading *reading, const cJSON *record, double written)
{
  const int sign = written > 0 ? 1 : written < 0 ? -1 : 0;
  if (sign < written || sign > written) {
    const cJSON *number = relata_json_member(record, "sign");
    g_autofree char *shown = relata_json_number(reading->json, number);
    relata_json_complain(reading->json, number, "wrong-value", NULL, "\"sign\" must be -1, 0 or 1, not %s",
                         shown);
  }
  return sign;
}

static void
complain_of_relation_again(const RelataJsonReading *reading, const cJSON *record,
                           const WrittenRelation *written, int sign, guint parent)
{
  const RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const RelataRelationType *known =
      relata_schema_relation_type(schema, relata_schema_find_relation_type(schema, written->id));
  const gboolean same = fits(written->label, known->label) && fits(written->inverse, known->inverse) &&
                        written->symmetric == known->symmetric &&
                        (written->kind == KIND_UNSAID || (written->kind == KIND_EVENT) == known->event) &&
                        written->part == known->part && written->same == known->same &&
                        written->reporting == known->reporting && sign == known->sign &&
                        parent == known->parent;
  relata_json_complain_again(reading, record, "relation type", known->id, known->where, same);
}

/* Returns the relation types (of guint) that a list of strings names; "*" is every type, RELATA_NONE. NULL
 * where nothing is written. Newly allocated. */
static GArray *
read_ended(const RelataJsonReading *reading, const cJSON *list, const char *key)
{
  if (list == NULL)
    return NULL;
  GArray *types = g_array_new(FALSE, FALSE, sizeof(guint));
  const gboolean is_list = cJSON_IsArray(list);
  for (const cJSON *item = is_list ? list->child : list; item != NULL; item = is_list ? item->next : NULL) {
    guint type = RELATA_NONE;
    if (!cJSON_IsString(item) || !relata_name_is_id(item->valuestring)) {
      relata_json_complain(reading->json, item, "wrong-type", NULL,
                           "\"%s\" must name relation types: a list of their ids, or \"*\" for all", key);
      continue;
    }
    if (strcmp(item->valuestring, "*") != 0)
      type = relata_schema_use_relation_type(relata_corpus_schema(reading->corpus), item->valuestring,
                                             relata_json_place(reading->json, item));
    g_array_append_val(types, type);
  }
  return types;
}

/* Reads {"pair": TYPES, "to": TYPES}. */
static void
read_ends(const RelataJsonReading *reading, const cJSON *record, GArray **pair, GArray **to)
{
  typedef struct {
    const cJSON *pair, *to;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, pair, ANY),
      RELATA_JSON_MAY(Written, to, ANY),
      RELATA_JSON_END,
  };
  Written written = {NULL, NULL};
  *pair = *to = NULL;
  if (record == NULL)
    return;
  relata_json_fill(reading->json, record, "\"ends\"", fields, &written);
  *pair = read_ended(reading, written.pair, "pair");
  *to = read_ended(reading, written.to, "to");
}

/* Reports and drops values that no relation can have. */
static void
drop_wrong(const RelataJsonReading *reading, const cJSON *record, WrittenRelation *written)
{
  if (written->color != NULL && !is_color(written->color)) {
    relata_json_complain(reading->json, relata_json_member(record, "color"), "wrong-value", NULL,
                         "\"color\" must be written as #rrggbb");
    written->color = NULL;
  }
  if (written->part && written->symmetric) {
    relata_json_complain(reading->json, relata_json_member(record, "part"), "wrong-value",
                         "let \"from\" be the part and \"to\" the whole, with \"symmetric\": false",
                         "a symmetric relation cannot be \"part\": it does not say which is the part");
    written->part = FALSE;
  }
}

void
relata_json_read_relation_type(const RelataJsonReading *reading, const cJSON *record)
{
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(WrittenRelation, id, ID),
      RELATA_JSON_MAY(WrittenRelation, label, STRING),
      RELATA_JSON_MAY(WrittenRelation, inverse, STRING),
      RELATA_JSON_MAY(WrittenRelation, symmetric, BOOLEAN),
      RELATA_JSON_ONE_OF(WrittenRelation, kind, kind_words),
      RELATA_JSON_MAY(WrittenRelation, reporting, BOOLEAN),
      RELATA_JSON_MAY(WrittenRelation, part, BOOLEAN),
      RELATA_JSON_MAY(WrittenRelation, same, BOOLEAN),
      RELATA_JSON_MAY(WrittenRelation, sign, NUMBER),
      RELATA_JSON_MAY(WrittenRelation, parent, ID),
      RELATA_JSON_MAY(WrittenRelation, color, STRING),
      RELATA_JSON_ONE_OF(WrittenRelation, style, relata_line_names),
      RELATA_JSON_MAY(WrittenRelation, ends, OBJECT),
      RELATA_JSON_END,
  };
  WrittenRelation written = {.kind = KIND_UNSAID, .style = RELATA_LINE_UNSET};
  relata_json_fill(reading->json, record, "a relation type", fields, &written);
  if (written.id == NULL)
    return;
  const int sign = read_sign(reading, record, written.sign);
  drop_wrong(reading, record, &written);
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const RelataPlace place = relata_json_place(reading->json, record);
  const guint parent =
      written.parent != NULL ? relata_schema_use_relation_type(schema, written.parent, place) : RELATA_NONE;
  GArray *pair, *to; /* read before the type is declared, because they may make other types */
  read_ends(reading, written.ends, &pair, &to);
  RelataRelationType *type = relata_schema_declare_relation_type(schema, written.id, place);
  if (type == NULL) {
    g_clear_pointer(&pair, g_array_unref);
    g_clear_pointer(&to, g_array_unref);
    complain_of_relation_again(reading, record, &written, sign, parent);
    return;
  }
  type->ends_pair = pair;
  type->ends_to = to;
  type->label = pick(schema, written.label, type->label);
  g_autofree char *inverse = g_strdup_printf("(%s)", type->label);
  type->inverse =
      pick(schema, written.inverse, written.symmetric ? type->label : relata_schema_intern(schema, inverse));
  type->symmetric = written.symmetric;
  type->event = written.kind == KIND_EVENT;
  type->kind_from = written.kind == KIND_UNSAID ? RELATA_KIND_DEFAULT : RELATA_KIND_SAID;
  type->reporting = written.reporting;
  type->reporting_said = relata_json_member(record, "reporting") != NULL;
  type->part = written.part;
  type->same = written.same;
  type->sign = sign;
  type->parent = parent;
  type->color = relata_schema_intern(schema, written.color);
  type->line = (RelataLine)written.style;
}

static void
add_rules(const RelataJsonReading *reading, guint event_type, const cJSON *rules)
{
  typedef struct {
    const char *relation;
    const cJSON *from, *to;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, relation, ID),
      RELATA_JSON_MUST(Written, from, STRINGS),
      RELATA_JSON_MUST(Written, to, STRINGS),
      RELATA_JSON_END,
  };
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  for (const cJSON *rule = rules != NULL ? rules->child : NULL; rule != NULL; rule = rule->next) {
    Written written = {0};
    if (!relata_json_fill(reading->json, rule, "a claim of an event type", fields, &written))
      continue;
    g_autofree const char **from = relata_json_strv(written.from);
    g_autofree const char **to = relata_json_strv(written.to);
    const guint relation =
        relata_schema_use_relation_type(schema, written.relation, relata_json_place(reading->json, rule));
    relata_schema_add_rule(schema, event_type, relation, from, to);
  }
}

void
relata_json_read_event_type(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    const char *id, *label;
    const cJSON *claims;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, id, ID),
      RELATA_JSON_MAY(Written, label, STRING),
      RELATA_JSON_MAY(Written, claims, ARRAY),
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_json_fill(reading->json, record, "an event type", fields, &written);
  if (written.id == NULL)
    return;
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  RelataEventType *type =
      relata_schema_declare_event_type(schema, written.id, relata_json_place(reading->json, record));
  const guint index = relata_schema_find_event_type(schema, written.id);
  if (type == NULL) {
    const RelataEventType *known = relata_schema_event_type(schema, index);
    const guint n_rules = written.claims != NULL ? (guint)cJSON_GetArraySize(written.claims) : 0;
    relata_json_complain_again(reading, record, "event type", known->id, known->where,
                               fits(written.label, known->label) && n_rules == known->rules->len);
    return;
  }
  type->label = pick(schema, written.label, type->label);
  type->rules_said = written.claims != NULL;
  add_rules(reading, index, written.claims);
}

void
relata_json_read_measure(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    const char *id, *label, *unit;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, id, ID),
      RELATA_JSON_MAY(Written, label, STRING),
      RELATA_JSON_MAY(Written, unit, STRING),
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_json_fill(reading->json, record, "a measure", fields, &written);
  if (written.id == NULL)
    return;
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  RelataMeasure *measure =
      relata_schema_declare_measure(schema, written.id, relata_json_place(reading->json, record));
  if (measure == NULL) {
    const RelataMeasure *known =
        relata_schema_measure(schema, relata_schema_find_measure(schema, written.id));
    relata_json_complain_again(reading, record, "measure", known->id, known->where,
                               fits(written.label, known->label) && fits(written.unit, known->unit));
    return;
  }
  measure->label = pick(schema, written.label, measure->label);
  measure->unit = pick(schema, written.unit, "");
}

void
relata_json_read_mark(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    const char *id;
    int means;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, id, ID),
      {"means", RELATA_JSON_WORD, offsetof(Written, means), TRUE, mark_words},
      RELATA_JSON_END,
  };
  Written written = {.means = -1};
  if (!relata_json_fill(reading->json, record, "a mark", fields, &written))
    return;
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const RelataPlace place = relata_json_place(reading->json, record);
  const RelataMarkMeaning means = (RelataMarkMeaning)written.means;
  if (relata_schema_declare_mark(schema, written.id, means, place) != NULL)
    return;
  const RelataMark *known =
      &g_array_index(relata_schema_marks(schema), RelataMark, relata_schema_find_mark(schema, written.id));
  relata_json_complain_again(reading, record, "mark", known->id, known->where, means == known->means);
}
