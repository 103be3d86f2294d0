/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads mappings: the JSON of a mapping → what mapping_value.c and mapping_rows.c go by. */
#include "read/mapping.h"

#include "text/date_pattern.h"

#include <cJSON.h>
#include <string.h>

/* A mapping that is being read. */
typedef struct {
  RelataMapping *mapping;
  RelataJson *json;
  gboolean wrong;
} Parsing;

static void G_GNUC_PRINTF(4, 5)
    complain(Parsing *parsing, const cJSON *at, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  parsing->wrong = TRUE;
  relata_json_complain(parsing->json, at, "wrong-mapping", hint, "%s", message);
}

static gboolean
fill(Parsing *parsing, const cJSON *object, const char *what, const RelataJsonField *fields, gpointer written)
{
  const gboolean good = relata_json_fill(parsing->json, object, what, fields, written);
  parsing->wrong |= !good;
  return good;
}

/* ── Templates ── */

/* Returns the number of a column of the mapping, which is noted where it is new. */
static guint
column_of(Parsing *parsing, const char *name)
{
  GPtrArray *columns = parsing->mapping->columns;
  guint found;
  if (g_ptr_array_find_with_equal_func(columns, name, g_str_equal, &found))
    return found;
  g_ptr_array_add(columns, g_strdup(name));
  return columns->len - 1;
}

static void
add_literal(Parsing *parsing, GArray *pieces, const char *text, gsize n)
{
  const RelataTemplatePiece piece = {g_string_chunk_insert_len(parsing->mapping->strings, text, (gssize)n),
                                     RELATA_NONE, FALSE};
  if (n > 0)
    g_array_append_val(pieces, piece);
}

/* Reads "{a}-{b}". In a format, "{}" is what is formatted. */
static RelataTemplate
read_template(Parsing *parsing, const cJSON *at, const char *text)
{
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(RelataTemplatePiece));
  for (const char *open; *text != '\0';) {
    open = strchr(text, '{');
    const char *close = open != NULL ? strchr(open, '}') : NULL;
    if (open != NULL && close == NULL)
      complain(parsing, at, "a column stands in braces: \"{name}\"", "a brace is not closed in \"%s\"", text);
    if (close == NULL) {
      add_literal(parsing, pieces, text, strlen(text));
      break;
    }
    add_literal(parsing, pieces, text, (gsize)(open - text));
    g_autofree char *name = g_strndup(open + 1, (gsize)(close - open) - 1);
    const gboolean date = g_str_has_suffix(name, "|date");
    name[strlen(name) - (date ? strlen("|date") : 0)] = '\0';
    const RelataTemplatePiece piece = {NULL, *name != '\0' ? column_of(parsing, name) : RELATA_NONE, date};
    g_array_append_val(pieces, piece);
    text = close + 1;
  }
  return (RelataTemplate){pieces};
}

/* Reads a column: its name, or a template of several. */
static RelataTemplate
read_column(Parsing *parsing, const cJSON *at, const char *text)
{
  if (strchr(text, '{') != NULL)
    return read_template(parsing, at, text);
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(RelataTemplatePiece));
  const RelataTemplatePiece piece = {NULL, column_of(parsing, text), FALSE};
  g_array_append_val(pieces, piece);
  return (RelataTemplate){pieces};
}

static void
clear_template(RelataTemplate *template)
{
  g_clear_pointer(&template->pieces, g_array_unref);
}

/* ── Conditions ── */

static void
clear_condition(gpointer data)
{
  RelataCondition *condition = data;
  clear_template(&condition->of);
  g_clear_pointer(&condition->in, g_ptr_array_unref);
  g_clear_pointer(&condition->matches, g_regex_unref);
}

static GPtrArray *
read_strings(const cJSON *array)
{
  GPtrArray *strings = g_ptr_array_new();
  for (const cJSON *item = array->child; item != NULL; item = item->next)
    g_ptr_array_add(strings, item->valuestring);
  return strings;
}

/* Returns a regular expression, or NULL where none is written, or after reporting that it is none. */
static GRegex *
read_regex(Parsing *parsing, const cJSON *at, const char *key, const char *written)
{
  g_autoptr(GError) error = NULL;
  GRegex *regex = written != NULL ? g_regex_new(written, G_REGEX_OPTIMIZE, 0, &error) : NULL;
  if (error != NULL)
    complain(parsing, at, NULL, "\"%s\" is no regular expression: %s", key, error->message);
  return regex;
}

static void
read_condition(Parsing *parsing, const cJSON *object, GArray *conditions)
{
  typedef struct {
    const char *column, *equals, *matches;
    const cJSON *in;
    gboolean empty;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, column, STRING), RELATA_JSON_MAY(Written, equals, STRING),
      RELATA_JSON_MAY(Written, matches, STRING), RELATA_JSON_MAY(Written, in, STRINGS),
      RELATA_JSON_MAY(Written, empty, BOOLEAN),  RELATA_JSON_END,
  };
  Written written = {.empty = -1};
  if (!fill(parsing, object, "a condition", fields, &written))
    return;
  RelataCondition condition = {.of = read_column(parsing, object, written.column),
                               .equals = written.equals,
                               .in = written.in != NULL ? read_strings(written.in) : NULL,
                               .empty = written.empty,
                               .matches = read_regex(parsing, object, "matches", written.matches)};
  g_array_append_val(conditions, condition);
}

/* Reads a condition, or a list that must all hold. Returns NULL where there is none. */
static GArray *
read_conditions(Parsing *parsing, const cJSON *item)
{
  if (item == NULL)
    return NULL;
  GArray *conditions = g_array_new(FALSE, FALSE, sizeof(RelataCondition));
  g_array_set_clear_func(conditions, clear_condition);
  if (!cJSON_IsArray(item))
    read_condition(parsing, item, conditions);
  else
    for (const cJSON *one = item->child; one != NULL; one = one->next)
      read_condition(parsing, one, conditions);
  return conditions;
}

/* ── Values ── */

static void
free_value(gpointer data)
{
  RelataMappingValue *value = data;
  g_clear_pointer(&value->list, g_ptr_array_unref);
  clear_template(&value->from);
  g_clear_pointer(&value->table, g_hash_table_unref);
  g_clear_pointer(&value->dates, g_ptr_array_unref);
  g_clear_pointer(&value->extract, g_regex_unref);
  clear_template(&value->format);
  g_clear_pointer(&value->conditions, g_array_unref);
  g_free(value);
}

static RelataMappingValue *
new_value(Parsing *parsing, const cJSON *at)
{
  RelataMappingValue *value = g_new0(RelataMappingValue, 1);
  value->trim = TRUE;
  value->at = at;
  g_ptr_array_add(parsing->mapping->values, value);
  return value;
}

/* Reads the patterns of dates: one, or a list that is tried in order. */
static GPtrArray *
read_patterns(Parsing *parsing, const cJSON *date)
{
  GPtrArray *patterns = g_ptr_array_new();
  const gboolean list = cJSON_IsArray(date);
  for (const cJSON *item = list ? date->child : date; item != NULL; item = list ? item->next : NULL) {
    const char *wrong = "";
    if (cJSON_IsString(item) && strcmp(item->valuestring, "?") == 0)
      complain(parsing, item, NULL,
               "a \"?\" stands where you have to say how dates are written: \"%%d/%%m/%%Y\" or "
               "\"%%m/%%d/%%Y\"");
    else if (cJSON_IsString(item) && relata_date_pattern_is_valid(item->valuestring, &wrong))
      g_ptr_array_add(patterns, item->valuestring);
    else
      complain(parsing, item, "such as \"%d/%m/%Y\" or \"%d %B %Y\"",
               "\"date\" must be a pattern, or a list of them, with a year%s%s",
               *wrong != '\0' ? ", not with " : "", wrong);
  }
  return patterns;
}

static GHashTable *
read_table(Parsing *parsing, const cJSON *object)
{
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  for (const cJSON *item = object->child; item != NULL; item = item->next)
    if (cJSON_IsString(item))
      g_hash_table_insert(table, item->string, item->valuestring);
    else
      complain(parsing, item, NULL, "what \"table\" gives for '%s' must be a string", item->string);
  return table;
}

static RelataMappingValue *read_value(Parsing *parsing, const cJSON *item);

static void
read_value_object(Parsing *parsing, const cJSON *item, RelataMappingValue *value)
{
  typedef struct {
    const char *column, *value, *extract, *split, *format, *otherwise;
    const cJSON *table, *date, *conditions, *precision;
    gboolean trim;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, column, STRING),
      RELATA_JSON_MAY(Written, value, STRING),
      RELATA_JSON_MAY(Written, table, OBJECT),
      RELATA_JSON_MAY(Written, extract, STRING),
      RELATA_JSON_MAY(Written, split, STRING),
      RELATA_JSON_MAY(Written, date, ANY),
      RELATA_JSON_MAY(Written, precision, ANY),
      RELATA_JSON_MAY(Written, format, STRING),
      RELATA_JSON_MAY(Written, trim, BOOLEAN),
      {"default", RELATA_JSON_STRING, offsetof(Written, otherwise), FALSE, NULL},
      {"if", RELATA_JSON_ANY, offsetof(Written, conditions), FALSE, NULL},
      RELATA_JSON_END,
  };
  Written written = {.trim = TRUE};
  fill(parsing, item, "a value", fields, &written);
  if ((written.column == NULL) == (written.value == NULL))
    complain(parsing, item, NULL, "a value has a \"column\" or a \"value\", and not both");
  value->from = written.column != NULL  ? read_column(parsing, item, written.column)
                : written.value != NULL ? read_template(parsing, item, written.value)
                                        : read_template(parsing, item, "");
  value->extract = read_regex(parsing, item, "extract", written.extract);
  value->split = written.split != NULL && *written.split != '\0' ? written.split : NULL;
  value->trim = written.trim;
  value->otherwise = written.otherwise;
  value->conditions = read_conditions(parsing, written.conditions);
  value->table = written.table != NULL ? read_table(parsing, written.table) : NULL;
  value->dates = written.date != NULL ? read_patterns(parsing, written.date) : NULL;
  value->precision = read_value(parsing, written.precision);
  value->has_format = written.format != NULL;
  if (value->has_format)
    value->format = read_template(parsing, item, written.format);
}

/* Reads a value: "{column}", an object, or a list of values. NULL where nothing, or null, is written. */
static RelataMappingValue *
read_value(Parsing *parsing, const cJSON *item)
{
  if (item == NULL || cJSON_IsNull(item))
    return NULL;
  RelataMappingValue *value = new_value(parsing, item);
  if (cJSON_IsString(item) && strcmp(item->valuestring, "?") == 0) {
    complain(parsing, item, NULL, "a \"?\" stands where you have to say what is meant");
  } else if (cJSON_IsString(item)) {
    value->from = read_template(parsing, item, item->valuestring);
  } else if (cJSON_IsObject(item)) {
    read_value_object(parsing, item, value);
  } else if (cJSON_IsArray(item)) {
    value->list = g_ptr_array_new();
    for (const cJSON *one = item->child; one != NULL; one = one->next) {
      RelataMappingValue *element = read_value(parsing, one);
      if (element != NULL)
        g_ptr_array_add(value->list, element);
    }
  } else {
    complain(parsing, item, "such as \"{actor1}\" or {\"column\": \"actor1\"}", "this is no value");
  }
  if (value->list == NULL && value->from.pieces == NULL)
    value->from = read_template(parsing, item, "");
  return value;
}

/* ── The parts of a mapping ── */

static void
clear_actor_place(gpointer data)
{
  RelataActorPlace *place = data;
  g_ptr_array_unref(place->links);
  g_ptr_array_unref(place->link_keys);
}

static void
read_actor(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const cJSON *id, *name, *aliases, *weak_aliases, *type, *links, *description;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, id, ANY),          RELATA_JSON_MAY(Written, name, ANY),
      RELATA_JSON_MAY(Written, aliases, ANY),     RELATA_JSON_MAY(Written, weak_aliases, ANY),
      RELATA_JSON_MAY(Written, type, ANY),        RELATA_JSON_MAY(Written, links, OBJECT),
      RELATA_JSON_MAY(Written, description, ANY), RELATA_JSON_END,
  };
  Written written = {0};
  fill(parsing, item, "an actor", fields, &written);
  RelataActorPlace place = {.place = item->string,
                            .id = read_value(parsing, written.id),
                            .name = read_value(parsing, written.name),
                            .aliases = read_value(parsing, written.aliases),
                            .weak_aliases = read_value(parsing, written.weak_aliases),
                            .type = read_value(parsing, written.type),
                            .description = read_value(parsing, written.description),
                            .links = g_ptr_array_new(),
                            .link_keys = g_ptr_array_new()};
  if (place.id == NULL && place.name == NULL)
    complain(parsing, item, NULL, "an actor needs an \"id\" or a \"name\"");
  for (const cJSON *link = written.links != NULL ? written.links->child : NULL; link != NULL;
       link = link->next) {
    g_ptr_array_add(place.links, read_value(parsing, link));
    g_ptr_array_add(place.link_keys, link->string);
  }
  g_array_append_val(parsing->mapping->actors, place);
}

/* Returns the number of a place of actors, or RELATA_NONE after reporting that there is none. */
static guint
place_of(Parsing *parsing, const cJSON *at, const char *name)
{
  const GArray *actors = parsing->mapping->actors;
  for (guint i = 0; name != NULL && i < actors->len; i++)
    if (strcmp(g_array_index(actors, RelataActorPlace, i).place, name) == 0)
      return i;
  complain(parsing, at, "a claim, an event and a figure name actors by their keys in \"actors\"",
           "no actor of the mapping is called '%s'", name != NULL ? name : "");
  return RELATA_NONE;
}

static void
read_document(Parsing *parsing, const cJSON *item, const cJSON *otherwise)
{
  typedef struct {
    const cJSON *id, *title, *publisher, *published, *url, *author, *origin, *language;
    gboolean zip;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, id, ANY),        RELATA_JSON_MAY(Written, title, ANY),
      RELATA_JSON_MAY(Written, publisher, ANY), RELATA_JSON_MAY(Written, published, ANY),
      RELATA_JSON_MAY(Written, url, ANY),       RELATA_JSON_MAY(Written, author, ANY),
      RELATA_JSON_MAY(Written, origin, ANY),    RELATA_JSON_MAY(Written, language, ANY),
      RELATA_JSON_MAY(Written, zip, BOOLEAN),   RELATA_JSON_END,
  };
  Written written = {.zip = FALSE};
  if (item != NULL)
    fill(parsing, item, "\"document\"", fields, &written);
  parsing->mapping->document = (RelataDocumentPlace){.id = read_value(parsing, written.id),
                                                     .title = read_value(parsing, written.title),
                                                     .publisher = read_value(parsing, written.publisher),
                                                     .published = read_value(parsing, written.published),
                                                     .url = read_value(parsing, written.url),
                                                     .author = read_value(parsing, written.author),
                                                     .origin = read_value(parsing, written.origin),
                                                     .language = read_value(parsing, written.language),
                                                     .otherwise = read_value(parsing, otherwise),
                                                     .zip = written.zip};
}

static void
clear_claim(gpointer data)
{
  g_clear_pointer(&((RelataClaimPlace *)data)->conditions, g_array_unref);
}

static void
read_claim(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const cJSON *type, *when, *text, *by, *stance, *certainty, *confidence, *note, *place, *conditions,
        *undirected;
    const char *from, *to;
    gboolean event;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, type, ANY),
      RELATA_JSON_MUST(Written, from, STRING),
      RELATA_JSON_MUST(Written, to, STRING),
      RELATA_JSON_MAY(Written, when, ANY),
      RELATA_JSON_MAY(Written, text, ANY),
      RELATA_JSON_MAY(Written, by, ANY),
      RELATA_JSON_MAY(Written, stance, ANY),
      RELATA_JSON_MAY(Written, certainty, ANY),
      RELATA_JSON_MAY(Written, confidence, ANY),
      RELATA_JSON_MAY(Written, note, ANY),
      RELATA_JSON_MAY(Written, place, ANY),
      RELATA_JSON_MAY(Written, event, BOOLEAN),
      RELATA_JSON_MAY(Written, undirected, ANY),
      {"if", RELATA_JSON_ANY, offsetof(Written, conditions), FALSE, NULL},
      RELATA_JSON_END,
  };
  Written written = {.event = TRUE};
  if (!fill(parsing, item, "a claim", fields, &written))
    return;
  const RelataClaimPlace claim = {.type = read_value(parsing, written.type),
                                  .when = read_value(parsing, written.when),
                                  .text = read_value(parsing, written.text),
                                  .by = read_value(parsing, written.by),
                                  .stance = read_value(parsing, written.stance),
                                  .certainty = read_value(parsing, written.certainty),
                                  .confidence = read_value(parsing, written.confidence),
                                  .note = read_value(parsing, written.note),
                                  .where = read_value(parsing, written.place),
                                  .undirected = read_value(parsing, written.undirected),
                                  .from = place_of(parsing, item, written.from),
                                  .to = place_of(parsing, item, written.to),
                                  .of_event = written.event,
                                  .conditions = read_conditions(parsing, written.conditions)};
  g_array_append_val(parsing->mapping->claims, claim);
}

static void
read_event(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const cJSON *id, *type, *label, *place, *when, *text, *roles;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, id, ANY),   RELATA_JSON_MAY(Written, type, ANY),
      RELATA_JSON_MAY(Written, label, ANY), RELATA_JSON_MAY(Written, place, ANY),
      RELATA_JSON_MAY(Written, when, ANY),  RELATA_JSON_MAY(Written, roles, STRING_MAP),
      RELATA_JSON_MAY(Written, text, ANY),  RELATA_JSON_END,
  };
  Written written = {0};
  if (item == NULL || !fill(parsing, item, "\"events\"", fields, &written))
    return;
  RelataEventPlace *event = &parsing->mapping->event;
  parsing->mapping->has_event = TRUE;
  event->id = read_value(parsing, written.id);
  event->type = read_value(parsing, written.type);
  event->label = read_value(parsing, written.label);
  event->place = read_value(parsing, written.place);
  event->when = read_value(parsing, written.when);
  event->text = read_value(parsing, written.text);
  for (const cJSON *role = written.roles != NULL ? written.roles->child : NULL; role != NULL;
       role = role->next) {
    const guint place = place_of(parsing, role, role->valuestring);
    g_ptr_array_add(event->roles, role->string);
    g_array_append_val(event->role_places, place);
  }
}

static void
read_figure(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const cJSON *measure, *min, *max, *best, *unit, *when, *by, *text;
    const char *of;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, measure, ANY), RELATA_JSON_MAY(Written, of, STRING),
      RELATA_JSON_MAY(Written, min, ANY),      RELATA_JSON_MAY(Written, max, ANY),
      RELATA_JSON_MAY(Written, best, ANY),     RELATA_JSON_MAY(Written, unit, ANY),
      RELATA_JSON_MAY(Written, when, ANY),     RELATA_JSON_MAY(Written, by, ANY),
      RELATA_JSON_MAY(Written, text, ANY),     RELATA_JSON_END,
  };
  Written written = {0};
  if (!fill(parsing, item, "a figure", fields, &written))
    return;
  const RelataFigurePlace figure = {.measure = read_value(parsing, written.measure),
                                    .min = read_value(parsing, written.min),
                                    .max = read_value(parsing, written.max),
                                    .best = read_value(parsing, written.best),
                                    .unit = read_value(parsing, written.unit),
                                    .when = read_value(parsing, written.when),
                                    .by = read_value(parsing, written.by),
                                    .text = read_value(parsing, written.text),
                                    .of = written.of != NULL ? place_of(parsing, item, written.of)
                                                             : RELATA_NONE};
  g_array_append_val(parsing->mapping->figures, figure);
}

static void
clear_skip(gpointer data)
{
  g_clear_pointer(&((RelataSkip *)data)->conditions, g_array_unref);
}

static void
read_skip(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const char *word, *place;
    const cJSON *conditions;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, word, STRING),
      RELATA_JSON_MAY(Written, place, STRING),
      {"if", RELATA_JSON_ANY, offsetof(Written, conditions), TRUE, NULL},
      RELATA_JSON_END,
  };
  Written written = {0};
  if (!fill(parsing, item, "what is to skip", fields, &written))
    return;
  const RelataSkip skip = {.word = written.word,
                           .place =
                               written.place != NULL ? place_of(parsing, item, written.place) : RELATA_NONE,
                           .conditions = read_conditions(parsing, written.conditions)};
  g_array_append_val(parsing->mapping->skips, skip);
}

static void
read_match(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const cJSON *header;
    guint columns;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, header, STRINGS),
      RELATA_JSON_MAY(Written, columns, COUNT),
      RELATA_JSON_END,
  };
  Written written = {0};
  if (item == NULL || !fill(parsing, item, "\"match\"", fields, &written))
    return;
  parsing->mapping->match = written.header != NULL ? read_strings(written.header) : NULL;
  parsing->mapping->match_columns = written.columns;
}

/* Reads what separates fields: one character, or "auto". */
static void
read_delimiter(Parsing *parsing, const cJSON *at, const char *delimiter)
{
  if (delimiter == NULL || strcmp(delimiter, "auto") == 0)
    return;
  if (strlen(delimiter) == 1)
    parsing->mapping->dialect.delimiter = *delimiter;
  else
    complain(parsing, at, NULL, "\"delimiter\" must be one character (of ASCII), or \"auto\"");
}

static void
read_layout(Parsing *parsing, const cJSON *item)
{
  typedef struct {
    const char *delimiter, *encoding;
    const cJSON *quote, *header, *null;
    guint skip_lines;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, delimiter, STRING), RELATA_JSON_MAY(Written, quote, ANY),
      RELATA_JSON_MAY(Written, header, ANY),       RELATA_JSON_MAY(Written, null, STRINGS),
      RELATA_JSON_MAY(Written, skip_lines, COUNT), RELATA_JSON_END,
  };
  Written written = {0};
  RelataMapping *mapping = parsing->mapping;
  if (item == NULL || !fill(parsing, item, "\"table\"", fields, &written))
    return;
  read_delimiter(parsing, item, written.delimiter);
  mapping->dialect.letters = written.quote != NULL && cJSON_IsNull(written.quote);
  mapping->skip_lines = written.skip_lines;
  if (written.header != NULL && cJSON_IsArray(written.header))
    mapping->header = read_strings(written.header);
  mapping->headless = mapping->header != NULL || (written.header != NULL && cJSON_IsFalse(written.header));
  mapping->null = written.null != NULL ? g_hash_table_new(g_str_hash, g_str_equal) : NULL;
  for (const cJSON *word = written.null != NULL ? written.null->child : NULL; word != NULL; word = word->next)
    g_hash_table_add(mapping->null, word->valuestring);
}

static void
read_each(Parsing *parsing, const cJSON *container, void (*read)(Parsing *, const cJSON *))
{
  for (const cJSON *item = container != NULL ? container->child : NULL; item != NULL; item = item->next)
    read(parsing, item);
}

static void
read_mapping(Parsing *parsing, const cJSON *root)
{
  typedef struct {
    const cJSON *relata_mapping, *ignored, *match, *table, *document, *document_default, *actors, *events,
        *claims, *figures, *skip, *schema;
    gboolean ids;
  } Written;
  static const RelataJsonField fields[] = {
      {"$schema", RELATA_JSON_ANY, offsetof(Written, ignored), FALSE, NULL}, /* for editors */
      RELATA_JSON_MUST(Written, relata_mapping, ANY),
      RELATA_JSON_MAY(Written, match, OBJECT),
      RELATA_JSON_MAY(Written, table, OBJECT),
      RELATA_JSON_MAY(Written, ids, BOOLEAN),
      RELATA_JSON_MAY(Written, document, OBJECT),
      RELATA_JSON_MAY(Written, document_default, ANY),
      RELATA_JSON_MUST(Written, actors, OBJECT),
      RELATA_JSON_MAY(Written, events, OBJECT),
      RELATA_JSON_MAY(Written, claims, ARRAY),
      RELATA_JSON_MAY(Written, figures, ARRAY),
      RELATA_JSON_MAY(Written, skip, ARRAY),
      RELATA_JSON_MAY(Written, schema, OBJECT),
      RELATA_JSON_END,
  };
  Written written = {0};
  fill(parsing, root, "a mapping", fields, &written);
  if (written.relata_mapping != NULL &&
      !(cJSON_IsNumber(written.relata_mapping) && cJSON_GetNumberValue(written.relata_mapping) == 1.0))
    complain(parsing, written.relata_mapping, NULL, "\"relata_mapping\" must be 1, the version of mappings");
  parsing->mapping->ids = written.ids;
  parsing->mapping->schema = written.schema;
  read_match(parsing, written.match);
  read_layout(parsing, written.table);
  read_document(parsing, written.document, written.document_default);
  read_each(parsing, written.actors, read_actor);
  read_event(parsing, written.events);
  read_each(parsing, written.claims, read_claim);
  read_each(parsing, written.figures, read_figure);
  read_each(parsing, written.skip, read_skip);
}

static GArray *
new_places(gsize size, GDestroyNotify clear)
{
  GArray *places = g_array_new(FALSE, FALSE, (guint)size);
  if (clear != NULL)
    g_array_set_clear_func(places, clear);
  return places;
}

RelataMapping *
relata_mapping_parse(char *bytes, gsize n, const char *name, const char *shown,
                     RelataDiagnostics *diagnostics)
{
  RelataMapping *mapping = g_new0(RelataMapping, 1);
  mapping->strings = g_string_chunk_new(256);
  mapping->name = g_string_chunk_insert(mapping->strings, name);
  mapping->bytes = bytes;
  mapping->json = relata_json_new(shown, diagnostics);
  mapping->columns = g_ptr_array_new_with_free_func(g_free);
  mapping->values = g_ptr_array_new_with_free_func(free_value);
  mapping->actors = new_places(sizeof(RelataActorPlace), clear_actor_place);
  mapping->claims = new_places(sizeof(RelataClaimPlace), clear_claim);
  mapping->figures = new_places(sizeof(RelataFigurePlace), NULL);
  mapping->skips = new_places(sizeof(RelataSkip), clear_skip);
  mapping->event.roles = g_ptr_array_new();
  mapping->event.role_places = g_array_new(FALSE, FALSE, sizeof(guint));
  Parsing parsing = {mapping, mapping->json, FALSE};
  const cJSON *root = relata_json_parse(mapping->json, bytes, n, 1);
  if (root != NULL)
    read_mapping(&parsing, root);
  if (root == NULL || parsing.wrong)
    g_clear_pointer(&mapping, relata_mapping_free);
  return mapping;
}

void
relata_mapping_free(RelataMapping *mapping)
{
  if (mapping == NULL)
    return;
  g_clear_pointer(&mapping->match, g_ptr_array_unref);
  g_clear_pointer(&mapping->header, g_ptr_array_unref);
  g_clear_pointer(&mapping->null, g_hash_table_unref);
  g_array_unref(mapping->actors);
  g_array_unref(mapping->claims);
  g_array_unref(mapping->figures);
  g_array_unref(mapping->skips);
  g_ptr_array_unref(mapping->event.roles);
  g_array_unref(mapping->event.role_places);
  g_ptr_array_unref(mapping->values);
  g_ptr_array_unref(mapping->columns);
  relata_json_free(mapping->json);
  g_string_chunk_free(mapping->strings);
  g_free(mapping->bytes);
  g_free(mapping);
}

gboolean
relata_mapping_fits(const RelataMapping *mapping, const char *const *header, guint n)
{
  if (mapping->match == NULL)
    return mapping->match_columns > 0 && mapping->match_columns == n;
  for (guint i = 0; i < mapping->match->len; i++) {
    gboolean found = FALSE;
    for (guint k = 0; k < n && !found; k++)
      found = g_ascii_strcasecmp(header[k], g_ptr_array_index(mapping->match, i)) == 0;
    if (!found)
      return FALSE;
  }
  return mapping->match_columns == 0 || mapping->match_columns == n;
}
