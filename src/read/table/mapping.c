/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads mappings: the JSON of a mapping → what the other files mapping_*.c go by. */
#include "read/decode.h"
#include "read/table/mapping_internal.h"

#include <cJSON.h>
#include <string.h>

/* ── The parts of a mapping ── */

static void
clear_actor_place(gpointer data)
{
  RelataActorPlace *place = data;
  g_ptr_array_unref(place->links);
  g_ptr_array_unref(place->link_keys);
}

static void
read_actor(RelataMappingParsing *parsing, const cJSON *item)
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
  relata_mapping_fill(parsing, item, "an actor", fields, &written);
  RelataActorPlace place = {.place = item->string,
                            .id = relata_mapping_read_value(parsing, written.id),
                            .name = relata_mapping_read_value(parsing, written.name),
                            .aliases = relata_mapping_read_value(parsing, written.aliases),
                            .weak_aliases = relata_mapping_read_value(parsing, written.weak_aliases),
                            .type = relata_mapping_read_value(parsing, written.type),
                            .description = relata_mapping_read_value(parsing, written.description),
                            .links = g_ptr_array_new(),
                            .link_keys = g_ptr_array_new()};
  if (place.id == NULL && place.name == NULL)
    relata_mapping_complain(parsing, item, NULL, "an actor needs an \"id\" or a \"name\"");
  for (const cJSON *link = written.links != NULL ? written.links->child : NULL; link != NULL;
       link = link->next) {
    g_ptr_array_add(place.links, relata_mapping_read_value(parsing, link));
    g_ptr_array_add(place.link_keys, link->string);
  }
  g_array_append_val(parsing->mapping->actors, place);
}

/* Returns the number of a place of actors, or RELATA_NONE after reporting that there is none. */
static guint
place_of(RelataMappingParsing *parsing, const cJSON *at, const char *name)
{
  const GArray *actors = parsing->mapping->actors;
  for (guint i = 0; name != NULL && i < actors->len; i++)
    if (strcmp(g_array_index(actors, RelataActorPlace, i).place, name) == 0)
      return i;
  relata_mapping_complain(parsing, at,
                          "a claim, an event and a figure name actors by their keys in \"actors\"",
                          "no actor of the mapping is called '%s'", name != NULL ? name : "");
  return RELATA_NONE;
}

static void
read_document(RelataMappingParsing *parsing, const cJSON *item, const cJSON *otherwise)
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
    relata_mapping_fill(parsing, item, "\"document\"", fields, &written);
  parsing->mapping->document =
      (RelataDocumentPlace){.id = relata_mapping_read_value(parsing, written.id),
                            .title = relata_mapping_read_value(parsing, written.title),
                            .publisher = relata_mapping_read_value(parsing, written.publisher),
                            .published = relata_mapping_read_value(parsing, written.published),
                            .url = relata_mapping_read_value(parsing, written.url),
                            .author = relata_mapping_read_value(parsing, written.author),
                            .origin = relata_mapping_read_value(parsing, written.origin),
                            .language = relata_mapping_read_value(parsing, written.language),
                            .otherwise = relata_mapping_read_value(parsing, otherwise),
                            .zip = written.zip};
}

static void
clear_claim(gpointer data)
{
  g_clear_pointer(&((RelataClaimPlace *)data)->conditions, g_array_unref);
}

static void
read_claim(RelataMappingParsing *parsing, const cJSON *item)
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
  if (!relata_mapping_fill(parsing, item, "a claim", fields, &written))
    return;
  const RelataClaimPlace claim = {.type = relata_mapping_read_value(parsing, written.type),
                                  .when = relata_mapping_read_value(parsing, written.when),
                                  .text = relata_mapping_read_value(parsing, written.text),
                                  .by = relata_mapping_read_value(parsing, written.by),
                                  .stance = relata_mapping_read_value(parsing, written.stance),
                                  .certainty = relata_mapping_read_value(parsing, written.certainty),
                                  .confidence = relata_mapping_read_value(parsing, written.confidence),
                                  .note = relata_mapping_read_value(parsing, written.note),
                                  .where = relata_mapping_read_value(parsing, written.place),
                                  .undirected = relata_mapping_read_value(parsing, written.undirected),
                                  .from = place_of(parsing, item, written.from),
                                  .to = place_of(parsing, item, written.to),
                                  .of_event = written.event,
                                  .conditions = relata_mapping_read_conditions(parsing, written.conditions)};
  g_array_append_val(parsing->mapping->claims, claim);
}

static void
read_event(RelataMappingParsing *parsing, const cJSON *item)
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
  if (item == NULL || !relata_mapping_fill(parsing, item, "\"events\"", fields, &written))
    return;
  RelataEventPlace *event = &parsing->mapping->event;
  parsing->mapping->has_event = TRUE;
  event->id = relata_mapping_read_value(parsing, written.id);
  event->type = relata_mapping_read_value(parsing, written.type);
  event->label = relata_mapping_read_value(parsing, written.label);
  event->place = relata_mapping_read_value(parsing, written.place);
  event->when = relata_mapping_read_value(parsing, written.when);
  event->text = relata_mapping_read_value(parsing, written.text);
  for (const cJSON *role = written.roles != NULL ? written.roles->child : NULL; role != NULL;
       role = role->next) {
    const guint place = place_of(parsing, role, role->valuestring);
    g_ptr_array_add(event->roles, role->string);
    g_array_append_val(event->role_places, place);
  }
}

static void
read_figure(RelataMappingParsing *parsing, const cJSON *item)
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
  if (!relata_mapping_fill(parsing, item, "a figure", fields, &written))
    return;
  const RelataFigurePlace figure = {.measure = relata_mapping_read_value(parsing, written.measure),
                                    .min = relata_mapping_read_value(parsing, written.min),
                                    .max = relata_mapping_read_value(parsing, written.max),
                                    .best = relata_mapping_read_value(parsing, written.best),
                                    .unit = relata_mapping_read_value(parsing, written.unit),
                                    .when = relata_mapping_read_value(parsing, written.when),
                                    .by = relata_mapping_read_value(parsing, written.by),
                                    .text = relata_mapping_read_value(parsing, written.text),
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
read_skip(RelataMappingParsing *parsing, const cJSON *item)
{
  typedef struct {
    const char *word, *place;
    const cJSON *conditions, *same;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, word, STRING),
      RELATA_JSON_MAY(Written, place, STRING),
      RELATA_JSON_MAY(Written, same, STRINGS),
      {"if", RELATA_JSON_ANY, offsetof(Written, conditions), TRUE, NULL},
      RELATA_JSON_END,
  };
  Written written = {0};
  if (!relata_mapping_fill(parsing, item, "what is to skip", fields, &written))
    return;
  const cJSON *one = written.same != NULL ? written.same->child : NULL,
              *other = one != NULL ? one->next : NULL;
  if (written.same != NULL && (other == NULL || other->next != NULL))
    relata_mapping_complain(parsing, written.same, NULL, "\"same\" must name two places of actors");
  const RelataSkip skip = {
      .word = written.word,
      .place = written.place != NULL ? place_of(parsing, item, written.place) : RELATA_NONE,
      .same = {other != NULL ? place_of(parsing, one, one->valuestring) : RELATA_NONE,
               other != NULL ? place_of(parsing, other, other->valuestring) : RELATA_NONE},
      .conditions = relata_mapping_read_conditions(parsing, written.conditions)};
  g_array_append_val(parsing->mapping->skips, skip);
}

static void
read_match(RelataMappingParsing *parsing, const cJSON *item)
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
  if (item == NULL || !relata_mapping_fill(parsing, item, "\"match\"", fields, &written))
    return;
  parsing->mapping->match = written.header != NULL ? relata_mapping_read_strings(written.header) : NULL;
  parsing->mapping->match_columns = written.columns;
}

/* Reads what separates fields: one character, or "auto". */
static void
read_delimiter(RelataMappingParsing *parsing, const cJSON *at, const char *delimiter)
{
  if (delimiter == NULL || strcmp(delimiter, "auto") == 0)
    return;
  if (strlen(delimiter) == 1)
    parsing->mapping->dialect.delimiter = *delimiter;
  else
    relata_mapping_complain(parsing, at, NULL, "\"delimiter\" must be one character (of ASCII), or \"auto\"");
}

static void
read_encoding(RelataMappingParsing *parsing, const cJSON *table, const char *encoding)
{
  g_autoptr(GError) error = NULL;
  if (relata_encoding_check(encoding, &error))
    parsing->mapping->encoding = encoding;
  else
    relata_mapping_complain(parsing, relata_json_member(table, "encoding"), NULL, "%s", error->message);
}

static void
read_layout(RelataMappingParsing *parsing, const cJSON *item)
{
  typedef struct {
    const char *delimiter, *encoding;
    const cJSON *quote, *header, *null;
    guint skip_lines;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, delimiter, STRING),
      RELATA_JSON_MAY(Written, quote, ANY),
      RELATA_JSON_MAY(Written, header, ANY),
      RELATA_JSON_MAY(Written, null, STRINGS),
      RELATA_JSON_MAY(Written, skip_lines, COUNT),
      RELATA_JSON_MAY(Written, encoding, STRING),
      RELATA_JSON_END,
  };
  Written written = {0};
  RelataMapping *mapping = parsing->mapping;
  if (item == NULL || !relata_mapping_fill(parsing, item, "\"table\"", fields, &written))
    return;
  read_delimiter(parsing, item, written.delimiter);
  read_encoding(parsing, item, written.encoding);
  mapping->dialect.letters = written.quote != NULL && cJSON_IsNull(written.quote);
  mapping->skip_lines = written.skip_lines;
  if (written.header != NULL && cJSON_IsArray(written.header))
    mapping->header = relata_mapping_read_strings(written.header);
  mapping->headless = mapping->header != NULL || (written.header != NULL && cJSON_IsFalse(written.header));
  mapping->null = written.null != NULL ? g_hash_table_new(g_str_hash, g_str_equal) : NULL;
  for (const cJSON *word = written.null != NULL ? written.null->child : NULL; word != NULL; word = word->next)
    g_hash_table_add(mapping->null, word->valuestring);
}

static void
read_each(RelataMappingParsing *parsing, const cJSON *container,
          void (*read)(RelataMappingParsing *, const cJSON *))
{
  for (const cJSON *item = container != NULL ? container->child : NULL; item != NULL; item = item->next)
    read(parsing, item);
}

typedef struct {
  const cJSON *relata_mapping, *ignored, *match, *table, *tables, *document, *document_default, *actors,
      *events, *claims, *figures, *skip, *schema;
  const char *file;
  gboolean ids;
} Written;

/* What a mapping says of a table, and each of its "tables" of one. */
#define PARTS                                                                                                \
  RELATA_JSON_MAY(Written, table, OBJECT), RELATA_JSON_MAY(Written, ids, BOOLEAN),                           \
      RELATA_JSON_MAY(Written, document, OBJECT), RELATA_JSON_MAY(Written, document_default, ANY),           \
      RELATA_JSON_MAY(Written, actors, OBJECT), RELATA_JSON_MAY(Written, events, OBJECT),                    \
      RELATA_JSON_MAY(Written, claims, ARRAY), RELATA_JSON_MAY(Written, figures, ARRAY),                     \
      RELATA_JSON_MAY(Written, skip, ARRAY), RELATA_JSON_MAY(Written, schema, OBJECT)

static void
read_parts(RelataMappingParsing *parsing, const Written *written)
{
  parsing->mapping->ids = written->ids;
  if (written->schema != NULL)
    parsing->mapping->schema = written->schema;
  read_layout(parsing, written->table);
  if (written->document != NULL || written->document_default != NULL)
    read_document(parsing, written->document, written->document_default);
  read_each(parsing, written->actors, read_actor);
  read_event(parsing, written->events);
  read_each(parsing, written->claims, read_claim);
  read_each(parsing, written->figures, read_figure);
  read_each(parsing, written->skip, read_skip);
}

/* Returns whether a table is the one that a mapping calls so, with * for any letters; packed or not. */
static gboolean
is_called(const char *file, const char *called)
{
  g_autofree char *unpacked =
      g_str_has_suffix(file, ".gz") ? g_strndup(file, strlen(file) - strlen(".gz")) : g_strdup(file);
  return g_pattern_match_simple(called, file) || g_pattern_match_simple(called, unpacked);
}

/* Reads, of a mapping for several tables, what it says of this one. */
static void
read_tables(RelataMappingParsing *parsing, const cJSON *tables, const Written *root, const char *file)
{
  static const RelataJsonField fields[] = {PARTS, RELATA_JSON_MUST(Written, file, STRING), RELATA_JSON_END};
  parsing->mapping->elsewhere = TRUE;
  for (const cJSON *item = tables->child; item != NULL; item = item->next) {
    Written written = {.ids = root->ids};
    const gboolean good = relata_mapping_fill(parsing, item, "a table of a mapping", fields, &written);
    const gboolean is_this = good && file != NULL && is_called(file, written.file);
    if (!good || (file != NULL && !is_this) || !parsing->mapping->elsewhere)
      continue;
    parsing->mapping->elsewhere = !is_this; /* without a file, all of them are only looked at */
    read_parts(parsing, &written);
  }
}

static void
read_mapping(RelataMappingParsing *parsing, const cJSON *root, const char *file)
{
  static const RelataJsonField fields[] = {
      {"$schema", RELATA_JSON_ANY, offsetof(Written, ignored), FALSE, NULL}, /* for editors */
      RELATA_JSON_MUST(Written, relata_mapping, ANY),
      RELATA_JSON_MAY(Written, match, OBJECT),
      RELATA_JSON_MAY(Written, tables, OBJECT),
      PARTS,
      RELATA_JSON_END,
  };
  Written written = {0};
  relata_mapping_fill(parsing, root, "a mapping", fields, &written);
  if (written.relata_mapping != NULL &&
      !(cJSON_IsNumber(written.relata_mapping) && cJSON_GetNumberValue(written.relata_mapping) == 1.0))
    relata_mapping_complain(parsing, written.relata_mapping, NULL,
                            "\"relata_mapping\" must be 1, the version of mappings");
  read_match(parsing, written.match);
  read_parts(parsing, &written);
  if (written.tables != NULL)
    read_tables(parsing, written.tables, &written, file);
  const RelataMapping *mapping = parsing->mapping;
  if (mapping->actors->len == 0 && !mapping->elsewhere && !parsing->wrong)
    relata_mapping_complain(parsing, root, NULL, "a mapping needs \"actors\"");
}

static GArray *
new_places(gsize size, GDestroyNotify clear)
{
  GArray *places = g_array_new(FALSE, FALSE, (guint)size);
  if (clear != NULL)
    g_array_set_clear_func(places, clear);
  return places;
}

static RelataMapping *
mapping_new(char *bytes, const char *name, const char *shown, RelataDiagnostics *diagnostics)
{
  RelataMapping *mapping = g_new0(RelataMapping, 1);
  mapping->strings = g_string_chunk_new(256);
  mapping->name = g_string_chunk_insert(mapping->strings, name);
  mapping->bytes = bytes;
  mapping->json = relata_json_new(shown, diagnostics);
  mapping->columns = g_ptr_array_new_with_free_func(g_free);
  mapping->values = g_ptr_array_new_with_free_func(relata_mapping_free_value);
  mapping->actors = new_places(sizeof(RelataActorPlace), clear_actor_place);
  mapping->claims = new_places(sizeof(RelataClaimPlace), clear_claim);
  mapping->figures = new_places(sizeof(RelataFigurePlace), NULL);
  mapping->skips = new_places(sizeof(RelataSkip), clear_skip);
  mapping->event.roles = g_ptr_array_new();
  mapping->event.role_places = g_array_new(FALSE, FALSE, sizeof(guint));
  return mapping;
}

RelataMapping *
relata_mapping_parse(char *bytes, gsize n, const char *name, const char *shown, const char *file,
                     RelataDiagnostics *diagnostics)
{
  RelataMapping *mapping = mapping_new(bytes, name, shown, diagnostics);
  RelataMappingParsing parsing = {mapping, mapping->json, FALSE};
  const cJSON *root = relata_json_parse(mapping->json, bytes, n, 1);
  if (root != NULL)
    read_mapping(&parsing, root, file);
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
