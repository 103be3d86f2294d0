/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/schema.h"

#include "corpus/schema_roles.h"
#include "corpus/schema_internal.h"
#include "corpus/state_words.h"
#include "text/words.h"

#include "text/name.h"
#include "text/plural.h"

#include <string.h>

const char *const relata_shape_names[RELATA_N_SHAPES + 1] = {
    "box",      "ellipse", "hexagon", "octagon",       "diamond",   "house",
    "cylinder", "note",    "folder",  "parallelogram", "trapezium", "plain"};
const char *const relata_line_names[RELATA_N_LINES + 1] = {"", "solid", "dashed", "dotted", "bold"};

const char *
relata_sign_name(int sign)
{
  return sign < 0 ? "hostile" : sign > 0 ? "friendly" : "neutral";
}

/* A table of types: records in order of first use, and the index of each id. */
typedef struct {
  GArray *records;
  GHashTable *by_id; /* interned id → index + 1 */
} Table;

enum { ACTOR_TYPES, RELATION_TYPES, EVENT_TYPES, MEASURES, MARKS, N_TABLES };

struct RelataSchema {
  GStringChunk *strings;
  Table tables[N_TABLES];
  RelataRoleTable *roles;
  gboolean declares[N_TABLES]; /* by the user, who then has to declare all of a kind */
  gboolean borrows;            /* what is declared now comes from a built-in vocabulary */
  guint open;                  /* RelataOpenTypes, as bits */
};

static void
clear_event_type(gpointer data)
{
  RelataEventType *type = data;
  for (guint i = 0; i < type->rules->len; i++) {
    const RelataClaimRule *rule = &g_array_index(type->rules, RelataClaimRule, i);
    g_ptr_array_unref(rule->from);
    g_ptr_array_unref(rule->to);
  }
  g_array_unref(type->rules);
}

static void
clear_relation_type(gpointer data)
{
  RelataRelationType *type = data;
  g_clear_pointer(&type->ends_pair, g_array_unref);
  g_clear_pointer(&type->ends_to, g_array_unref);
}

RelataSchema *
relata_schema_new(void)
{
  static const gsize sizes[N_TABLES] = {sizeof(RelataActorType), sizeof(RelataRelationType),
                                        sizeof(RelataEventType), sizeof(RelataMeasure), sizeof(RelataMark)};
  RelataSchema *schema = g_new0(RelataSchema, 1);
  schema->strings = g_string_chunk_new(4096);
  for (guint i = 0; i < N_TABLES; i++) {
    schema->tables[i].records = g_array_new(FALSE, TRUE, (guint)sizes[i]);
    schema->tables[i].by_id = g_hash_table_new(g_str_hash, g_str_equal);
  }
  g_array_set_clear_func(schema->tables[EVENT_TYPES].records, clear_event_type);
  g_array_set_clear_func(schema->tables[RELATION_TYPES].records, clear_relation_type);
  schema->roles = relata_role_table_new();
  return schema;
}

void
relata_schema_free(RelataSchema *schema)
{
  if (schema == NULL)
    return;
  for (guint i = 0; i < N_TABLES; i++) {
    g_array_unref(schema->tables[i].records);
    g_hash_table_unref(schema->tables[i].by_id);
  }
  relata_role_table_free(schema->roles);
  g_string_chunk_free(schema->strings);
  g_free(schema);
}

RelataRoleTable *
relata_schema_roles(const RelataSchema *schema)
{
  return schema->roles;
}

const char *
relata_schema_intern(RelataSchema *schema, const char *string)
{
  g_return_val_if_fail(schema != NULL, NULL);
  return string != NULL ? g_string_chunk_insert_const(schema->strings, string) : NULL;
}

static guint
find(const RelataSchema *schema, guint table, const char *name)
{
  GHashTable *by_id = schema->tables[table].by_id;
  gpointer found = g_hash_table_lookup(by_id, name); /* in most cases it is already written as the id */
  if (found == NULL) {
    g_autofree char *id = relata_name_type_id(name);
    found = g_hash_table_lookup(by_id, id);
  }
  return GPOINTER_TO_UINT(found) - 1;
}

/* Returns the index of the type. A new record is zeroed except for its id. */
static guint
use(RelataSchema *schema, guint table, const char *name, const char **new_id)
{
  *new_id = NULL;
  guint index = find(schema, table, name);
  if (index != RELATA_NONE)
    return index;
  g_autofree char *id = relata_name_type_id(name);
  *new_id = relata_schema_intern(schema, id);
  GArray *records = schema->tables[table].records;
  index = records->len;
  g_array_set_size(records, index + 1);
  g_hash_table_insert(schema->tables[table].by_id, (gpointer)*new_id, GUINT_TO_POINTER(index + 1));
  return index;
}

/* "armed-group" → "armed group" */
static const char *
label_of(RelataSchema *schema, const char *id)
{
  g_autofree char *label = g_strdelimit(g_strdup(id), "-", ' ');
  return relata_schema_intern(schema, label);
}

/* Does the same for the name of an actor type, of which acronyms stay large: "Armed_Group" → "armed group",
 * but "GPE" → "GPE". */
static const char *
actor_label_of(RelataSchema *schema, const char *name, const char *id)
{
  g_autofree char *label = g_strdelimit(g_strdup(id), "-", ' ');
  const gsize n = strlen(name);
  for (gsize i = 0, word = 0; strlen(label) == n && i <= n; i++) {
    if (i < n && strchr("-_ ", name[i]) == NULL)
      continue;
    if (relata_plural_is_acronym(name + word, i - word))
      memcpy(label + word, name + word, i - word);
    word = i + 1;
  }
  return relata_schema_intern(schema, label);
}

const char *
relata_schema_plural(RelataSchema *schema, const char *label)
{
  g_return_val_if_fail(schema != NULL && label != NULL, NULL);
  g_autofree char *plural = relata_plural_of(label);
  return relata_schema_intern(schema, plural);
}

guint
relata_schema_use_actor_type(RelataSchema *schema, const char *name, RelataPlace where)
{
  g_return_val_if_fail(schema != NULL && name != NULL, RELATA_NONE);
  const char *id;
  const guint index = use(schema, ACTOR_TYPES, name, &id);
  if (id != NULL) {
    const char *label = actor_label_of(schema, name, id);
    g_array_index(schema->tables[ACTOR_TYPES].records, RelataActorType, index) =
        (RelataActorType){.id = id,
                          .label = label,
                          .plural = relata_schema_plural(schema, label),
                          .parent = RELATA_NONE,
                          .where = where};
  }
  return index;
}

guint
relata_schema_use_relation_type(RelataSchema *schema, const char *name, RelataPlace where)
{
  g_return_val_if_fail(schema != NULL && name != NULL, RELATA_NONE);
  const char *id;
  const guint index = use(schema, RELATION_TYPES, name, &id);
  if (id != NULL) {
    const char *label = label_of(schema, id);
    g_autofree char *inverse = g_strdup_printf("(%s)", label);
    g_array_index(schema->tables[RELATION_TYPES].records, RelataRelationType, index) =
        (RelataRelationType){.id = id,
                             .label = label,
                             .inverse = relata_schema_intern(schema, inverse),
                             .event = !relata_state_words_fit(id),
                             .kind_from = RELATA_KIND_GUESSED,
                             .same = relata_words_find("sameness", id) != NULL,
                             .parent = RELATA_NONE,
                             .where = where};
  }
  return index;
}

void
relata_schema_guess_kind(RelataSchema *schema, guint relation)
{
  RelataRelationType *type =
      &g_array_index(schema->tables[RELATION_TYPES].records, RelataRelationType, relation);
  if (type->kind_from == RELATA_KIND_SAID)
    return;
  type->event = !relata_state_words_fit(type->id);
  type->kind_from = RELATA_KIND_GUESSED;
}

guint
relata_schema_relation_of_event_type(RelataSchema *schema, guint event_type, gboolean *is_new)
{
  const RelataEventType *given = relata_schema_event_type(schema, event_type);
  guint relation = relata_schema_find_relation_type(schema, given->id);
  *is_new = relation == RELATA_NONE;
  if (*is_new) {
    relation = relata_schema_use_relation_type(schema, given->id, given->where);
    RelataRelationType *type =
        &g_array_index(schema->tables[RELATION_TYPES].records, RelataRelationType, relation);
    g_autofree char *inverse = g_strdup_printf("(%s)", given->label);
    type->label = given->label;
    type->inverse = relata_schema_intern(schema, inverse);
    type->declared = schema->declares[RELATION_TYPES]; /* where others are, the event type declares it */
  }
  relata_schema_guess_kind(schema, relation);
  return relation;
}

RelataRelationType *
relata_schema_edit_relation_type(RelataSchema *schema, guint relation)
{
  return &g_array_index(schema->tables[RELATION_TYPES].records, RelataRelationType, relation);
}

void
relata_schema_borrow(RelataSchema *schema, gboolean borrows)
{
  schema->borrows = borrows;
}

void
relata_schema_adopt_relation_type(RelataSchema *schema, guint relation)
{
  relata_schema_edit_relation_type(schema, relation)->declared = TRUE;
}

void
relata_schema_adopt_actor_type(RelataSchema *schema, guint actor_type)
{
  g_array_index(schema->tables[ACTOR_TYPES].records, RelataActorType, actor_type).declared = TRUE;
}

guint
relata_schema_use_event_type(RelataSchema *schema, const char *name, RelataPlace where)
{
  g_return_val_if_fail(schema != NULL && name != NULL, RELATA_NONE);
  const char *id;
  const guint index = use(schema, EVENT_TYPES, name, &id);
  if (id != NULL)
    g_array_index(schema->tables[EVENT_TYPES].records, RelataEventType, index) =
        (RelataEventType){.id = id,
                          .label = label_of(schema, id),
                          .where = where,
                          .rules = g_array_new(FALSE, FALSE, sizeof(RelataClaimRule))};
  return index;
}

guint
relata_schema_use_measure(RelataSchema *schema, const char *name, RelataPlace where)
{
  g_return_val_if_fail(schema != NULL && name != NULL, RELATA_NONE);
  const char *id;
  const guint index = use(schema, MEASURES, name, &id);
  if (id != NULL)
    g_array_index(schema->tables[MEASURES].records, RelataMeasure, index) =
        (RelataMeasure){.id = id, .label = label_of(schema, id), .unit = "", .where = where};
  return index;
}

/* The four kinds of types that can be used before they are declared differ only in their records. */
/* UNSAID: what a declaration means that says no more, where that differs from mere use. */
#define DEFINE_TABLE(Type, name, TABLE, UNSAID)                                                              \
  const GArray *relata_schema_##name##s(const RelataSchema *schema)                                          \
  {                                                                                                          \
    g_return_val_if_fail(schema != NULL, NULL);                                                              \
    return schema->tables[TABLE].records;                                                                    \
  }                                                                                                          \
  const Type *relata_schema_##name(const RelataSchema *schema, guint index)                                  \
  {                                                                                                          \
    g_return_val_if_fail(schema != NULL && index < schema->tables[TABLE].records->len, NULL);                \
    return &g_array_index(schema->tables[TABLE].records, Type, index);                                       \
  }                                                                                                          \
  guint relata_schema_find_##name(const RelataSchema *schema, const char *type_name)                         \
  {                                                                                                          \
    g_return_val_if_fail(schema != NULL && type_name != NULL, RELATA_NONE);                                  \
    return find(schema, TABLE, type_name);                                                                   \
  }                                                                                                          \
  Type *relata_schema_declare_##name(RelataSchema *schema, const char *type_name, RelataPlace where)         \
  {                                                                                                          \
    g_return_val_if_fail(schema != NULL && type_name != NULL, NULL);                                         \
    const guint index = relata_schema_use_##name(schema, type_name, where);                                  \
    Type *type = &g_array_index(schema->tables[TABLE].records, Type, index);                                 \
    if (type->declared)                                                                                      \
      return NULL;                                                                                           \
    type->declared = TRUE;                                                                                   \
    schema->declares[TABLE] |= !schema->borrows;                                                             \
    type->where = where;                                                                                     \
    UNSAID;                                                                                                  \
    return type;                                                                                             \
  }

DEFINE_TABLE(RelataActorType, actor_type, ACTOR_TYPES, (void)0)
DEFINE_TABLE(RelataRelationType, relation_type, RELATION_TYPES,
             (type->event = FALSE, type->kind_from = RELATA_KIND_DEFAULT))
DEFINE_TABLE(RelataEventType, event_type, EVENT_TYPES, (void)0)
DEFINE_TABLE(RelataMeasure, measure, MEASURES, (void)0)

const GArray *
relata_schema_marks(const RelataSchema *schema)
{
  g_return_val_if_fail(schema != NULL, NULL);
  return schema->tables[MARKS].records;
}

guint
relata_schema_find_mark(const RelataSchema *schema, const char *name)
{
  g_return_val_if_fail(schema != NULL && name != NULL, RELATA_NONE);
  return find(schema, MARKS, name);
}

RelataMark *
relata_schema_declare_mark(RelataSchema *schema, const char *name, RelataMarkMeaning means, RelataPlace where)
{
  g_return_val_if_fail(schema != NULL && name != NULL, NULL);
  const char *id;
  const guint index = use(schema, MARKS, name, &id);
  if (id == NULL)
    return NULL;
  RelataMark *mark = &g_array_index(schema->tables[MARKS].records, RelataMark, index);
  *mark = (RelataMark){id, means, where};
  return mark;
}

static GPtrArray *
intern_all(RelataSchema *schema, const char *const *strings)
{
  GPtrArray *interned = g_ptr_array_new();
  for (; *strings != NULL; strings++)
    g_ptr_array_add(interned, (gpointer)relata_schema_intern(schema, *strings));
  return interned;
}

void
relata_schema_add_rule(RelataSchema *schema, guint event_type, guint relation, const char *const *from,
                       const char *const *to)
{
  g_return_if_fail(schema != NULL && from != NULL && to != NULL);
  g_return_if_fail(event_type < schema->tables[EVENT_TYPES].records->len);
  g_return_if_fail(relation < schema->tables[RELATION_TYPES].records->len);
  const RelataClaimRule rule = {relation, intern_all(schema, from), intern_all(schema, to)};
  g_array_append_val(g_array_index(schema->tables[EVENT_TYPES].records, RelataEventType, event_type).rules,
                     rule);
}

gboolean
relata_schema_declares_relations(const RelataSchema *schema)
{
  g_return_val_if_fail(schema != NULL, FALSE);
  return schema->declares[RELATION_TYPES];
}

gboolean
relata_schema_declares_actor_types(const RelataSchema *schema)
{
  g_return_val_if_fail(schema != NULL, FALSE);
  return schema->declares[ACTOR_TYPES];
}

void
relata_schema_set_open(RelataSchema *schema, guint lists)
{
  g_return_if_fail(schema != NULL);
  schema->open |= lists;
}

RelataSeverity
relata_schema_severity(const RelataSchema *schema, RelataOpenTypes list)
{
  g_return_val_if_fail(schema != NULL, RELATA_ERROR_IN_DATA);
  return (schema->open & list) != 0 ? RELATA_WARNING : RELATA_ERROR_IN_DATA;
}

static guint
relation_parent(const RelataSchema *schema, guint type)
{
  return relata_schema_relation_type(schema, type)->parent;
}

static guint
actor_type_parent(const RelataSchema *schema, guint type)
{
  return relata_schema_actor_type(schema, type)->parent;
}

/* A chain of parents is never longer than the number of types, unless it forms a circle. */
static gboolean
is_a(const RelataSchema *schema, guint type, guint ancestor, guint (*parent_of)(const RelataSchema *, guint),
     guint n)
{
  for (guint steps = 0; type != ancestor && type != RELATA_NONE && steps < n; steps++)
    type = parent_of(schema, type);
  return type == ancestor;
}

gboolean
relata_schema_relation_is_a(const RelataSchema *schema, guint type, guint ancestor)
{
  g_return_val_if_fail(schema != NULL, FALSE);
  g_return_val_if_fail(type == RELATA_NONE || type < schema->tables[RELATION_TYPES].records->len, FALSE);
  return is_a(schema, type, ancestor, relation_parent, schema->tables[RELATION_TYPES].records->len);
}

gboolean
relata_schema_supports(const RelataSchema *schema, guint type, guint other, gboolean same_direction,
                       guint asked)
{
  g_return_val_if_fail(schema != NULL, FALSE);
  const guint types[] = {type, other, asked}, n_types = relata_schema_relation_types(schema)->len;
  g_return_val_if_fail(type < n_types && other < n_types && asked < n_types, FALSE);
  gboolean fits = same_direction;
  for (guint i = 0; i < G_N_ELEMENTS(types) && !fits; i++)
    fits = relata_schema_relation_type(schema, types[i])->symmetric;
  return fits && relata_schema_relation_is_a(schema, other, asked);
}

gboolean
relata_schema_actor_type_is_a(const RelataSchema *schema, guint type, guint ancestor)
{
  g_return_val_if_fail(schema != NULL, FALSE);
  g_return_val_if_fail(type == RELATA_NONE || type < schema->tables[ACTOR_TYPES].records->len, FALSE);
  return is_a(schema, type, ancestor, actor_type_parent, schema->tables[ACTOR_TYPES].records->len);
}

guint
relata_schema_resolve_relation_type(const RelataSchema *schema, const char *words, gboolean *inverse)
{
  g_return_val_if_fail(schema != NULL && words != NULL, RELATA_NONE);
  const guint by_id = relata_schema_find_relation_type(schema, words);
  if (inverse != NULL)
    *inverse = FALSE;
  if (by_id != RELATA_NONE)
    return by_id;
  g_autofree char *wanted = relata_name_fold(words);
  guint found = RELATA_NONE, n = 0;
  for (guint i = 0; i < relata_schema_relation_types(schema)->len; i++) {
    const RelataRelationType *type = relata_schema_relation_type(schema, i);
    g_autofree char *label = relata_name_fold(type->label), *backward = relata_name_fold(type->inverse);
    const gboolean is_label = strcmp(label, wanted) == 0;
    if (!is_label && (inverse == NULL || strcmp(backward, wanted) != 0))
      continue;
    found = i;
    n++;
    if (inverse != NULL)
      *inverse = !is_label;
  }
  return n == 1 ? found : RELATA_NONE;
}
