/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a row states: an event, claims and figures. */
#include "corpus/schema_internal.h"
#include "read/table/mapping_internal.h"
#include "read/attributes.h"
#include "read/statement.h"
#include "text/name.h"
#include "text/words.h"

#include <math.h>
#include <string.h>

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
  const char *text = relata_mapping_value(value, &reading->row);
  const RelataValue speakers = {.text = text};
  if (text != NULL && key == RELATA_SAID_BY && strstr(text, " > ") != NULL)
    relata_statement_set_speakers(stating, &speakers);
  else
    relata_statement_set_text(stating, key, text);
}

/* Sets the note, which says of a relation that has ended that it has. */
static void
set_note(RelataMappingReading *reading, RelataStating *stating, const RelataMappingValue *value)
{
  const char *text = relata_mapping_value(value, &reading->row);
  g_autofree char *former =
      reading->ended ? g_strconcat("former", text != NULL ? "; " : NULL, text, NULL) : NULL;
  relata_statement_set_text(stating, RELATA_SAID_NOTE, former != NULL ? former : text);
}

/* Sets the certainty: a word that says it, in whatever language of tables. */
static void
set_certainty(RelataMappingReading *reading, RelataStating *stating, const RelataMappingValue *value)
{
  const char *text = relata_mapping_value(value, &reading->row);
  if (text == NULL)
    return;
  RelataCertainty known;
  const char *means = relata_certainty_parse(text, &known) ? text : relata_words_find("certainty", text);
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

/* Returns what a relation was called before it ended, "Former director" a director, where that is asked for.
 */
static const char *
without_former(RelataMappingReading *reading, const char *name)
{
  static const char *const words[] = {"former ", "ex-", "formerly ", "previous "};
  reading->ended = FALSE;
  for (guint i = 0; reading->former && i < G_N_ELEMENTS(words); i++) {
    const gsize n = strlen(words[i]);
    if (g_ascii_strncasecmp(name, words[i], n) != 0 || name[n] == '\0')
      continue;
    reading->ended = TRUE;
    return name + n;
  }
  return name;
}

/* Returns the relation type of a claim: another one, without a direction, for a row that says so of a type
 * that has one. */
static guint
relation_of(RelataMappingReading *reading, const RelataClaimPlace *claim)
{
  RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const RelataPlace where = relata_table_place(reading->table, 0);
  const char *written = relata_mapping_value(claim->type, &reading->row);
  const char *undirected = relata_mapping_value(claim->undirected, &reading->row);
  const char *name = without_former(reading, written != NULL ? written : "related");
  if (written == NULL)
    relata_account_remark(reading->input->account, RELATA_REMARK_UNTYPED);
  if (!relata_name_is_id(name)) {
    relata_account_leave_out(reading->input->account, "a relation with control characters");
    return RELATA_NONE;
  }
  if (relata_attribute_is_no_relation(name)) {
    relata_account_leave_out(reading->input->account, "a word that says that there is no relation");
    return RELATA_NONE;
  }
  const gboolean known = relata_schema_find_relation_type(schema, name) != RELATA_NONE;
  const guint type = relata_schema_use_relation_type(schema, name, where);
  return undirected != NULL ? relata_schema_undirected(schema, type, !known, where)
                            : relata_schema_directed(schema, type, where);
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
  relata_statement_set_sureness(&stating, relata_mapping_value(place->confidence, &reading->row));
  set_note(reading, &stating, place->note);
  set(reading, &stating, RELATA_SAID_PLACE, place->where);
  if (!relata_statement_end(&stating))
    return;
  const RelataClaim claim = {stating.said, type, from, to, place->of_event ? reading->event : RELATA_NONE};
  relata_corpus_add_claim(reading->corpus, &claim);
}

/* Adds a claim for each document and pair. */
static void
add_claims(RelataMappingReading *reading, const RelataClaimPlace *place)
{
  const GArray *from = reading->people[place->from], *to = reading->people[place->to];
  if (from->len == 0 || to->len == 0 || !relata_mapping_holds(place->conditions, &reading->row))
    return;
  const guint64 n = (guint64)from->len * to->len * reading->documents->len;
  if (relata_mapping_is_too_much(reading, n, "claims"))
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
  const char *id = reading->mapping->has_event ? relata_mapping_value(place->id, &reading->row) : NULL;
  const char *type = relata_mapping_value(place->type, &reading->row);
  const char *label = relata_mapping_value(place->label, &reading->row);
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
  const char *text = relata_mapping_value(value, &reading->row);
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
  const char *measure = relata_mapping_value(place->measure, &reading->row);
  const char *unit = relata_mapping_value(place->unit, &reading->row);
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

/* Counts a row that would relate two actors and does not name both. Where a table tells of events, one side
 * alone is no loss. */
static void
count_endless(RelataMappingReading *reading)
{
  const GArray *claims = reading->mapping->claims;
  if (reading->mapping->has_event || reading->counted || claims->len == 0)
    return;
  for (guint i = 0; i < claims->len; i++) {
    const RelataClaimPlace *place = &g_array_index(claims, RelataClaimPlace, i);
    if (reading->people[place->from]->len > 0 && reading->people[place->to]->len > 0)
      return;
  }
  relata_account_leave_out(reading->input->account, "an end is not named");
}

void
relata_mapping_add_statements(RelataMappingReading *reading)
{
  count_endless(reading);
  add_event(reading);
  for (guint i = 0; i < reading->mapping->claims->len; i++)
    add_claims(reading, &g_array_index(reading->mapping->claims, RelataClaimPlace, i));
  for (guint i = 0; i < reading->mapping->figures->len; i++)
    add_figure(reading, &g_array_index(reading->mapping->figures, RelataFigurePlace, i));
}
