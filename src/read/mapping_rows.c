/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Goes through the rows of a table: what each says becomes documents, actors, an event, claims and figures.
 */
#include "read/mapping_rows.h"

#include "corpus/schema_internal.h"
#include "read/mapping_internal.h"
#include "read/statement.h"
#include "text/message.h"
#include "text/name.h"
#include "text/words.h"

#include <math.h>
#include <string.h>

/* ── Claims, events, figures ── */

static RelataStating
begin(RelataMappingReading *reading, guint document)
{
  RelataStating stating =
      relata_stating(reading->corpus, reading->diagnostics, relata_table_place(reading->table, 0));
  stating.said.document = document;
  return stating;
}

/* Sets a field of a statement. */
static void
set(RelataMappingReading *reading, RelataStating *stating, RelataSaidKey key, const RelataMappingValue *value)
{
  g_autoptr(GPtrArray) texts = relata_mapping_values(value, &reading->row);
  for (guint i = 0; i < texts->len && (i == 0 || key == RELATA_SAID_NOTE); i++)
    relata_statement_set_text(stating, key, g_ptr_array_index(texts, i));
}

/* Sets the certainty: a word that says it, in whatever language of tables. */
static void
set_certainty(RelataMappingReading *reading, RelataStating *stating, const RelataMappingValue *value)
{
  g_autofree char *text = relata_mapping_value(value, &reading->row);
  if (text == NULL)
    return;
  const char *means = relata_words_find("certainty", text);
  relata_statement_set_text(stating, RELATA_SAID_CERTAINTY, means != NULL ? means : text);
}

static void
set_when(RelataMappingReading *reading, RelataStating *stating, const RelataMappingValue *value,
         gboolean state)
{
  g_autofree char *wrong = NULL;
  g_autofree char *edtf = relata_mapping_date(value, &reading->row, state, &wrong);
  if (wrong != NULL)
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "wrong-date", &stating->said.where,
                    "a mapping says how dates are written: {\"column\": \"…\", \"date\": \"%d/%m/%Y\"}",
                    "'%s' is not a date whose form has one meaning" RELATA_DATE_LEFT_OUT, wrong);
  relata_statement_set_text(stating, RELATA_SAID_WHEN, edtf);
}

/* Returns the relation type that is like another one, but has no direction: a kind of it. */
static guint
without_direction(RelataSchema *schema, guint type, RelataPlace where)
{
  g_autofree char *name = g_strconcat(relata_schema_relation_type(schema, type)->id, " (undirected)", NULL);
  const guint known = relata_schema_find_relation_type(schema, name);
  if (known != RELATA_NONE)
    return known;
  const RelataRelationType like = *relata_schema_relation_type(schema, type);
  RelataRelationType *other = like.declared ? relata_schema_declare_relation_type(schema, name, where) : NULL;
  const guint index = relata_schema_use_relation_type(schema, name, where);
  if (other != NULL) {
    other->label = other->inverse = like.label;
    other->sign = like.sign;
    other->event = like.event;
    other->kind_from = like.kind_from;
    other->parent = type;
  }
  relata_schema_make_symmetric(schema, index);
  return index;
}

/* Returns the relation type of a claim: another one, without a direction, for a row that says so of a type
 * that has one. */
static guint
relation_of(RelataMappingReading *reading, const RelataClaimPlace *claim)
{
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const RelataPlace where = relata_table_place(reading->table, 0);
  g_autofree char *written = relata_mapping_value(claim->type, &reading->row);
  g_autofree char *undirected = relata_mapping_value(claim->undirected, &reading->row);
  const char *name = written != NULL ? written : "related";
  reading->n_untyped += written == NULL;
  if (!relata_name_is_id(name))
    return RELATA_NONE;
  const gboolean known = relata_schema_find_relation_type(schema, name) != RELATA_NONE;
  const guint type = relata_schema_use_relation_type(schema, name, where);
  if (undirected == NULL || relata_schema_relation_type(schema, type)->symmetric)
    return type;
  if (known)
    return without_direction(schema, type, where);
  relata_schema_make_symmetric(schema, type);
  return type;
}

static void
add_claim(RelataMappingReading *reading, const RelataClaimPlace *place, guint type, guint document,
          guint from, guint to)
{
  RelataStating stating = begin(reading, document);
  const gboolean state = !relata_schema_relation_type(relata_corpus_schema(reading->corpus), type)->event;
  set_when(reading, &stating, place->when, state);
  set(reading, &stating, RELATA_SAID_TEXT, place->text);
  set(reading, &stating, RELATA_SAID_BY, place->by);
  set(reading, &stating, RELATA_SAID_STANCE, place->stance);
  set_certainty(reading, &stating, place->certainty);
  set(reading, &stating, RELATA_SAID_CONFIDENCE, place->confidence);
  set(reading, &stating, RELATA_SAID_NOTE, place->note);
  set(reading, &stating, RELATA_SAID_PLACE, place->where);
  if (!relata_statement_end(&stating))
    return;
  const RelataClaim claim = {stating.said, type, from, to, place->of_event ? reading->event : RELATA_NONE};
  relata_corpus_add_claim(reading->corpus, &claim);
  reading->n_claims++;
  reading->n_dated += relata_date_is_set(&stating.said.when) ? 1 : 0;
}

/* Adds a claim for each document and pair. */
static void
add_claims(RelataMappingReading *reading, const RelataClaimPlace *place)
{
  const GArray *from = reading->people[place->from], *to = reading->people[place->to];
  if (from->len == 0 || to->len == 0 || !relata_mapping_holds(place->conditions, &reading->row))
    return;
  const guint type = relation_of(reading, place);
  for (guint d = 0; type != RELATA_NONE && d < reading->documents->len; d++)
    for (guint i = 0; i < from->len; i++)
      for (guint k = 0; k < to->len; k++)
        add_claim(reading, place, type, g_array_index(reading->documents, guint, d),
                  g_array_index(from, guint, i), g_array_index(to, guint, k));
}

static void
add_arguments(RelataMappingReading *reading, guint event, RelataPlace where)
{
  const RelataEventPlace *place = &reading->mapping->event;
  for (guint i = 0; i < place->roles->len; i++) {
    const GArray *people = reading->people[g_array_index(place->role_places, guint, i)];
    for (guint k = 0; k < people->len; k++)
      relata_corpus_add_argument(reading->corpus, event, g_ptr_array_index(place->roles, i),
                                 g_array_index(people, guint, k), RELATA_NONE, where);
  }
}

/* An event gives the claims that the mapping makes of it, and no others. */
static guint
event_type(RelataMappingReading *reading, const char *name, RelataPlace where)
{
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const guint known = relata_schema_find_event_type(schema, name);
  if (known != RELATA_NONE || reading->mapping->claims->len == 0)
    return known != RELATA_NONE ? known : relata_schema_use_event_type(schema, name, where);
  RelataEventType *type = relata_schema_declare_event_type(schema, name, where);
  if (type != NULL)
    type->rules_said = TRUE;
  return relata_schema_find_event_type(schema, name);
}

/* Adds the row's event, and remembers it. */
static void
add_event(RelataMappingReading *reading)
{
  const RelataEventPlace *place = &reading->mapping->event;
  g_autofree char *id = reading->mapping->has_event ? relata_mapping_value(place->id, &reading->row) : NULL;
  g_autofree char *type = relata_mapping_value(place->type, &reading->row);
  g_autofree char *label = relata_mapping_value(place->label, &reading->row);
  reading->event = RELATA_NONE;
  if (id != NULL && reading->documents->len == 0)
    relata_mapping_add_file(reading);
  if (id == NULL || !relata_name_is_id(id) || (type != NULL && !relata_name_is_id(type)))
    return;
  RelataStating stating = begin(reading, g_array_index(reading->documents, guint, 0));
  relata_statement_set_text(&stating, RELATA_SAID_ID, id);
  set_when(reading, &stating, place->when, FALSE);
  set(reading, &stating, RELATA_SAID_PLACE, place->place);
  set(reading, &stating, RELATA_SAID_TEXT, place->text);
  if (!relata_statement_end(&stating))
    return;
  gboolean again;
  RelataEvent *event = relata_corpus_declare_event(reading->corpus, id, stating.said.where, &again);
  if (again) {
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "duplicate-id", &stating.said.where, NULL,
                    "the event '%s' stands here again: it is one event", id);
    reading->event = relata_corpus_find_event(reading->corpus, id);
    return;
  }
  event->said = stating.said;
  event->label = relata_corpus_intern(reading->corpus, label);
  event->type = event_type(reading, type != NULL ? type : "event", stating.said.where);
  reading->event = relata_corpus_find_event(reading->corpus, id);
  add_arguments(reading, reading->event, stating.said.where);
}

/* Returns a number that the row gives, NAN where it gives none; *wrong is set where it is none. */
static double
number_of(RelataMappingReading *reading, const RelataMappingValue *value, gboolean *wrong)
{
  g_autofree char *text = relata_mapping_value(value, &reading->row);
  if (text == NULL)
    return NAN;
  char *end;
  const double number = g_ascii_strtod(text, &end);
  const gboolean good = end != text && *end == '\0' && isfinite(number);
  if (!good) {
    const RelataPlace where = relata_table_place(reading->table, 0);
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "wrong-value", &where, NULL,
                    "'%s' is no number: the figure is left out", text);
  }
  *wrong |= !good;
  return good ? number : NAN;
}

static void
add_figure(RelataMappingReading *reading, const RelataFigurePlace *place)
{
  RelataCorpus *corpus = reading->corpus;
  RelataSchema *schema = relata_corpus_schema(corpus);
  g_autofree char *measure = relata_mapping_value(place->measure, &reading->row);
  g_autofree char *unit = relata_mapping_value(place->unit, &reading->row);
  RelataFigure figure = RELATA_FIGURE_INIT;
  gboolean wrong = FALSE;
  figure.min = number_of(reading, place->min, &wrong);
  figure.max = number_of(reading, place->max, &wrong);
  figure.best = number_of(reading, place->best, &wrong);
  if (wrong || measure == NULL || !relata_name_is_id(measure) ||
      (isnan(figure.min) && isnan(figure.max) && isnan(figure.best)))
    return;
  RelataStating stating = begin(reading, g_array_index(reading->documents, guint, 0));
  set_when(reading, &stating, place->when, FALSE);
  set(reading, &stating, RELATA_SAID_BY, place->by);
  set(reading, &stating, RELATA_SAID_TEXT, place->text);
  if (!relata_statement_end(&stating))
    return;
  const GArray *people = place->of != RELATA_NONE ? reading->people[place->of] : NULL;
  if (people != NULL && people->len != 1)
    return;
  figure.said = stating.said;
  figure.measure = relata_schema_use_measure(schema, measure, stating.said.where);
  figure.actor = people != NULL ? g_array_index(people, guint, 0) : RELATA_NONE;
  figure.event = people == NULL ? reading->event : RELATA_NONE;
  figure.unit =
      relata_corpus_intern(corpus, unit != NULL ? unit : relata_schema_measure(schema, figure.measure)->unit);
  relata_corpus_add_figure(corpus, &figure);
}

/* ── Rows ── */

/* Returns why a row is left out, or NULL. */
static const char *
skipped(RelataMappingReading *reading)
{
  const GArray *skips = reading->mapping->skips;
  for (guint i = 0; i < skips->len; i++) {
    const RelataSkip *skip = &g_array_index(skips, RelataSkip, i);
    if (skip->place == RELATA_NONE && relata_mapping_holds(skip->conditions, &reading->row))
      return skip->word;
  }
  return NULL;
}

static void
read_row(RelataMappingReading *reading)
{
  const char *why = skipped(reading);
  reading->n_rows++;
  if (why != NULL) {
    relata_mapping_tally(reading, why);
    return;
  }
  relata_mapping_find_documents(reading);
  relata_mapping_find_actors(reading);
  add_event(reading);
  for (guint i = 0; i < reading->mapping->claims->len; i++)
    add_claims(reading, &g_array_index(reading->mapping->claims, RelataClaimPlace, i));
  for (guint i = 0; i < reading->mapping->figures->len; i++)
    add_figure(reading, &g_array_index(reading->mapping->figures, RelataFigurePlace, i));
}

/* ── The header ── */

/* Finds the columns of the mapping in the header of the table. FALSE after reporting that two are called
 * alike.
 */
static gboolean
bind(RelataMappingReading *reading, const char *const *header, guint n)
{
  const GPtrArray *columns = reading->mapping->columns;
  g_autoptr(GHashTable) at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++) {
    char *name = g_utf8_casefold(header[i], -1);
    if (*name != '\0' && g_hash_table_contains(at, name)) {
      const RelataPlace where = relata_table_place(reading->table, i);
      relata_diagnose(reading->diagnostics, RELATA_ERROR_IN_DATA, "duplicate-column", &where,
                      "give each column a name of its own",
                      "two columns are called \"%s\": the table is not read", header[i]);
      g_free(name);
      return FALSE;
    }
    g_hash_table_insert(at, name, GUINT_TO_POINTER(i + 1));
  }
  for (guint i = 0; i < columns->len; i++) {
    g_autofree char *name = g_utf8_casefold(g_strstrip(g_ptr_array_index(columns, i)), -1);
    const guint found = GPOINTER_TO_UINT(g_hash_table_lookup(at, name));
    reading->field_of[i] = found > 0 ? found - 1 : RELATA_NONE;
    if (found > 0)
      reading->used[found - 1] = TRUE;
  }
  return TRUE;
}

/* Lists the columns that were not used, so that nothing is lost without a word. */
static void
report_unused(const RelataMappingReading *reading, const char *const *header, guint n)
{
  RelataListing listing = RELATA_LISTING(relata_diagnostics_most_listed(reading->diagnostics));
  for (guint i = 0; i < n; i++)
    if (!reading->used[i] && *header[i] != '\0')
      relata_listing_add(&listing, "%s", header[i]);
  g_autofree char *list = relata_listing_end(&listing);
  const RelataPlace where = {reading->input->shown, 0, 0};
  if (listing.n > 0)
    relata_diagnose(reading->diagnostics, RELATA_NOTE, "unused-columns", &where, NULL,
                    "%u column%s not used: %s", listing.n, listing.n == 1 ? " is" : "s are", list);
}

/* ── What was taken ── */

/* Declares the types of the mapping's schema that no schema declares. */
static void
declare_types(const RelataMappingReading *reading)
{
  const RelataMapping *mapping = reading->mapping;
  const RelataJsonReading json = {reading->corpus, mapping->json, reading->input, reading->diagnostics};
  if (mapping->schema != NULL)
    relata_json_read_schema(&json, mapping->schema);
}

void
relata_mapping_tally(RelataMappingReading *reading, const char *why)
{
  guint *n = g_hash_table_lookup(reading->left_out, why);
  if (n == NULL) {
    n = g_new0(guint, 1);
    g_hash_table_insert(reading->left_out, g_strdup(why), n);
    g_ptr_array_add(reading->reasons, g_strdup(why));
  }
  ++*n;
}

static void
report(const RelataMappingReading *reading)
{
  const RelataPlace where = {reading->input->shown, 0, 0};
  g_autoptr(GString) words = g_string_new(NULL);
  g_string_append_printf(words, "read as %s: %u row%s, %u claim%s, %u of them dated", reading->mapping->name,
                         reading->n_rows, relata_plural(reading->n_rows), reading->n_claims,
                         relata_plural(reading->n_claims), reading->n_dated);
  for (guint i = 0; i < reading->reasons->len; i++) {
    const char *why = g_ptr_array_index(reading->reasons, i);
    const guint n = *(const guint *)g_hash_table_lookup(reading->left_out, why);
    g_string_append_printf(words, "%s%u left out (%s)", i == 0 ? "; " : ", ", n, why);
  }
  relata_diagnose(reading->diagnostics, RELATA_NOTE, "read-as", &where, NULL, "%s", words->str);
  if (reading->n_sourceless > 0 && reading->n_claims > 0)
    relata_diagnose(reading->diagnostics, RELATA_NOTE, "no-source", &where, NULL,
                    "%u row%s no source: the file itself is their document", reading->n_sourceless,
                    reading->n_sourceless == 1 ? " names" : "s name");
  if (reading->n_untyped > 0)
    relata_diagnose(reading->diagnostics, RELATA_NOTE, "no-relation", &where, NULL,
                    "%u claim%s no relation: it is called \"related\"", reading->n_untyped,
                    reading->n_untyped == 1 ? " has" : "s have");
  if (reading->row.n_timed > 0)
    relata_diagnose(reading->diagnostics, RELATA_NOTE, "time-of-day", &where, NULL,
                    "%u time%s of day %s dropped: a date is a day", reading->row.n_timed,
                    relata_plural(reading->row.n_timed), reading->row.n_timed == 1 ? "is" : "are");
  if (reading->n_short > 0)
    relata_diagnose(reading->diagnostics, RELATA_NOTE, "short-rows", &where, NULL,
                    "%u row%s fewer fields than the header: the last ones are taken as empty",
                    reading->n_short, reading->n_short == 1 ? " has" : "s have");
}

/* Returns whether another file of the folder declares actors: whom it does not have is then missing. */
static gboolean
has_actors_beside(const RelataMappingReading *reading)
{
  g_autofree char *folder = g_path_get_dirname(reading->input->shown);
  for (guint i = 0; i < relata_corpus_n_actors(reading->corpus); i++) {
    const RelataActor *actor = relata_corpus_actor(reading->corpus, i);
    g_autofree char *other = actor->declared ? g_path_get_dirname(actor->where.file) : NULL;
    if (other != NULL && strcmp(other, folder) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
start(RelataMappingReading *reading, guint n_columns)
{
  const RelataMapping *mapping = reading->mapping;
  reading->field_of = g_new0(guint, mapping->columns->len + 1);
  reading->used = g_new0(gboolean, n_columns + 1);
  reading->people = g_new0(GArray *, mapping->actors->len + 1);
  for (guint i = 0; i < mapping->actors->len; i++)
    reading->people[i] = g_array_new(FALSE, FALSE, sizeof(guint));
  reading->documents = g_array_new(FALSE, FALSE, sizeof(guint));
  reading->known_documents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reading->known_actors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reading->left_out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  reading->reasons = g_ptr_array_new_with_free_func(g_free);
  reading->row = (RelataMappedRow){.mapping = mapping, .field_of = reading->field_of};
  reading->file_document = reading->event = RELATA_NONE;
  reading->registered = mapping->ids && mapping->claims->len > 0 && has_actors_beside(reading);
}

static void
finish(RelataMappingReading *reading)
{
  for (guint i = 0; i < reading->mapping->actors->len; i++)
    g_array_unref(reading->people[i]);
  g_free(reading->people);
  g_free(reading->field_of);
  g_free(reading->used);
  g_array_unref(reading->documents);
  g_hash_table_unref(reading->known_documents);
  g_hash_table_unref(reading->known_actors);
  g_hash_table_unref(reading->left_out);
  g_ptr_array_unref(reading->reasons);
}

/* Returns whether the row has no more fields than the header, or only empty ones, after reporting that not.
 */
static gboolean
is_wide_enough(RelataMappingReading *reading, const RelataTableRow *row, guint n_columns)
{
  guint extra = n_columns;
  while (extra < row->n && *row->fields[extra] == '\0')
    extra++;
  reading->n_short += row->n < n_columns;
  if (extra >= row->n)
    return TRUE;
  const RelataPlace where = relata_table_place(reading->table, extra);
  relata_diagnose(reading->diagnostics, RELATA_ERROR_IN_DATA, "wrong-fields", &where,
                  "a field with a separator in it stands in quotation marks",
                  "this row has %u fields, but the header has %u: it is left out", row->n, n_columns);
  return FALSE;
}

/* Returns the names of the columns, ended by NULL, from the first row or, where that is none of names, the
 * mapping; else their numbers. */
static GStrv
header_of(const RelataMapping *mapping, const RelataTableRow *first)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  const guint n = mapping->header != NULL ? mapping->header->len : first->n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(names, mapping->header != NULL ? g_strdup(g_ptr_array_index(mapping->header, i))
                           : mapping->headless     ? g_strdup_printf("%u", i + 1)
                                                   : g_strstrip(g_strdup(first->fields[i])));
  g_ptr_array_add(names, NULL);
  return (GStrv)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

/* Reads the rows; the first of them was read already. FALSE with *error. */
static gboolean
read_rows(RelataMappingReading *reading, const RelataTableRow *first, const char *const *header,
          GError **error)
{
  g_autoptr(GError) reason = NULL;
  const guint n_columns = g_strv_length((GStrv)header);
  RelataTableRow row = *first;
  gboolean more = reading->mapping->headless || relata_table_next(reading->table, &row, &reason);
  for (; more; more = relata_table_next(reading->table, &row, &reason)) {
    if (!is_wide_enough(reading, &row, n_columns))
      continue;
    reading->row.fields = row.fields;
    reading->row.n = row.n;
    read_row(reading);
  }
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}

gboolean
relata_mapping_read_rows(RelataCorpus *corpus, const RelataInput *input, const RelataMapping *mapping,
                         RelataDiagnostics *diagnostics, GError **error)
{
  g_autoptr(RelataTable) table = relata_table_new(input, mapping->dialect, diagnostics);
  g_autoptr(GError) reason = NULL;
  RelataMappingReading reading = {
      .corpus = corpus, .input = input, .mapping = mapping, .diagnostics = diagnostics, .table = table};
  RelataTableRow first = {NULL, 0, 0};
  gboolean good = relata_table_next(table, &first, &reason);
  for (guint i = 0; good && i < mapping->skip_lines; i++)
    good = relata_table_next(table, &first, &reason);
  if (good) {
    g_auto(GStrv) header = header_of(mapping, &first);
    const char *const *names = (const char *const *)header;
    start(&reading, MAX(g_strv_length(header), first.n));
    declare_types(&reading);
    good = !bind(&reading, names, g_strv_length(header)) || read_rows(&reading, &first, names, &reason);
    report_unused(&reading, names, g_strv_length(header));
    report(&reading);
    finish(&reading);
  }
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}
