/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads claims, events and figures: what documents state. */
#include "read/json/json_records.h"
#include "read/statement.h"

#include <cJSON.h>
#include <math.h>

/* The fields that all statements share, as written. It is the first member of each kind's struct, so that its
 * rows fit all of them. */
typedef struct {
  const cJSON *said[RELATA_N_SAID];
} SaidWritten;

/* A row for a value that relata_statement_set() checks; the key is that of relata_said_words. */
/* clang-format off */
#define SAID(word, KEY, TYPE, required)                                                                      \
  {word, RELATA_JSON_##TYPE | RELATA_JSON_ITEM, offsetof(SaidWritten, said[RELATA_SAID_##KEY]), required, NULL}
#define SAID_ALONE(word, KEY, TYPE)                                                                          \
  {word, RELATA_JSON_##TYPE | RELATA_JSON_ITEM | RELATA_JSON_ALONE,                                          \
   offsetof(SaidWritten, said[RELATA_SAID_##KEY]), FALSE, NULL}
#define SAID_ROWS                                                                                            \
  SAID("document", DOCUMENT, ID, FALSE), SAID("start", START, COUNT, FALSE), SAID("end", END, COUNT, FALSE), \
  SAID("text", TEXT, STRING, FALSE), SAID("prefix", PREFIX, STRING, FALSE),                                  \
  SAID("suffix", SUFFIX, STRING, FALSE), SAID_ALONE("by", BY, SPEAKERS),                                    \
  SAID("stance", STANCE, STRING, FALSE),                                                                     \
  SAID("certainty", CERTAINTY, STRING, FALSE), SAID("confidence", CONFIDENCE, NUMBER, FALSE),                \
  SAID("note", NOTE, STRING, FALSE), SAID_ALONE("credibility", CREDIBILITY, NUMBER),                         \
  SAID("layers", LAYERS, SPEAKERS, FALSE)
/* clang-format on */

static RelataPlace
place_of(gpointer json, gconstpointer item)
{
  return relata_json_place(json, item);
}

/* Reads a record into *written, whose first member is a SaidWritten, and begins a statement. FALSE after
 * reporting an error. */
static gboolean
begin(const RelataJsonReading *reading, const cJSON *record, const char *what, const RelataJsonField *fields,
      gpointer written, RelataStating *stating)
{
  const gboolean good = relata_json_fill(reading->json, record, what, fields, written);
  const SaidWritten *values = written;
  *stating = relata_stating(reading->corpus, reading->diagnostics, relata_json_place(reading->json, record));
  stating->place_of = place_of;
  stating->reader = reading->json;
  for (guint key = 0; key < RELATA_N_SAID; key++) {
    const cJSON *item = values->said[key];
    if (item == NULL)
      continue;
    g_autofree const char **list = cJSON_IsArray(item) ? relata_json_strv(item) : NULL;
    relata_statement_set(
        stating, (RelataSaidKey)key,
        &(RelataValue){.text = item->valuestring, .number = item->valuedouble, .at = item, .list = list});
  }
  return good && !stating->wrong;
}

void
relata_json_read_claim(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    SaidWritten said;
    const char *type, *from, *to;
  } ClaimWritten;
  static const RelataJsonField fields[] = {
      SAID("id", ID, ID, FALSE),
      RELATA_JSON_MUST(ClaimWritten, type, ID),
      RELATA_JSON_MUST(ClaimWritten, from, ID),
      RELATA_JSON_MUST(ClaimWritten, to, ID),
      SAID("when", WHEN, DATE, FALSE),
      SAID_ALONE("place", PLACE, STRING),
      SAID_ROWS,
      RELATA_JSON_END,
  };
  ClaimWritten written = {.type = NULL};
  RelataStating stating;
  if (begin(reading, record, "a claim", fields, &written, &stating))
    relata_statement_add_claim(&stating, written.type, written.from, written.to);
}

/* Returns the id in {"event": "…"}, an event as an argument of another, or NULL. */
static const char *
event_of(const cJSON *argument)
{
  const cJSON *event = cJSON_IsObject(argument) ? relata_json_member(argument, "event") : NULL;
  return event != NULL && argument->child->next == NULL ? cJSON_GetStringValue(event) : NULL;
}

/* Returns whether roles have the form {"Agent": ["actor", {"event": "…"}], …}. */
static gboolean
check_roles(const RelataJsonReading *reading, const cJSON *roles)
{
  for (const cJSON *role = roles != NULL ? roles->child : NULL; role != NULL; role = role->next) {
    if (!cJSON_IsArray(role)) {
      relata_json_complain(reading->json, role, "wrong-type", NULL,
                           "a role in \"roles\" must be an array of actor ids");
      return FALSE;
    }
    for (const cJSON *argument = role->child; argument != NULL; argument = argument->next) {
      const char *id = cJSON_IsString(argument) ? argument->valuestring : event_of(argument);
      if (relata_json_given(id) == NULL) {
        relata_json_complain(reading->json, argument, "wrong-type", NULL,
                             "a role must hold actor ids, or {\"event\": ID} for an event");
        return FALSE;
      }
    }
  }
  return TRUE;
}

static void
add_arguments(const RelataJsonReading *reading, guint event, RelataPlace where, const cJSON *roles)
{
  RelataCorpus *corpus = reading->corpus;
  for (const cJSON *role = roles != NULL ? roles->child : NULL; role != NULL; role = role->next)
    for (const cJSON *argument = role->child; argument != NULL; argument = argument->next) {
      guint actor = RELATA_NONE, of_event = RELATA_NONE;
      RelataPlace place = where; /* near enough for actors, of which there are many */
      if (cJSON_IsString(argument)) {
        actor = relata_corpus_refer_actor(corpus, argument->valuestring, where);
      } else {
        of_event = relata_corpus_refer_event(corpus, event_of(argument), where);
        place = relata_json_place(reading->json, argument);
      }
      relata_corpus_add_argument(corpus, event, role->string, actor, of_event, place);
    }
}

void
relata_json_read_event(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    SaidWritten said;
    const char *type, *label;
    const cJSON *roles;
  } EventWritten;
  static const RelataJsonField fields[] = {
      SAID("id", ID, ID, TRUE),
      RELATA_JSON_MUST(EventWritten, type, ID),
      RELATA_JSON_MAY(EventWritten, label, STRING),
      SAID("when", WHEN, DATE, FALSE),
      SAID_ALONE("place", PLACE, STRING),
      RELATA_JSON_MAY(EventWritten, roles, OBJECT),
      SAID_ROWS,
      RELATA_JSON_END,
  };
  EventWritten written = {.type = NULL};
  RelataStating stating;
  if (!begin(reading, record, "an event", fields, &written, &stating) ||
      !check_roles(reading, written.roles) || !relata_statement_end(&stating))
    return;
  RelataCorpus *corpus = reading->corpus;
  const RelataStatement said = stating.said;
  gboolean again;
  RelataEvent *event = relata_corpus_declare_event(corpus, said.id, said.where, &again);
  if (again) {
    relata_json_complain(reading->json, record, "duplicate-id", NULL,
                         "event '%s' is declared again: first in %s:%u", said.id, event->said.where.file,
                         event->said.where.line);
    return;
  }
  event->said = said;
  event->type = relata_schema_use_event_type(relata_corpus_schema(corpus), written.type, said.where);
  event->label = relata_corpus_intern(corpus, relata_json_given(written.label));
  add_arguments(reading, relata_corpus_find_event(corpus, said.id), said.where, written.roles);
}

void
relata_json_read_figure(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    SaidWritten said;
    const char *measure, *of, *event, *claim, *unit;
    double min, max, best;
  } FigureWritten;
  static const RelataJsonField fields[] = {
      SAID("id", ID, ID, FALSE),
      RELATA_JSON_MUST(FigureWritten, measure, ID),
      RELATA_JSON_MAY(FigureWritten, of, ID),
      RELATA_JSON_MAY(FigureWritten, event, ID),
      RELATA_JSON_MAY(FigureWritten, claim, ID),
      RELATA_JSON_MAY(FigureWritten, min, NUMBER),
      RELATA_JSON_MAY(FigureWritten, max, NUMBER),
      RELATA_JSON_MAY(FigureWritten, best, NUMBER),
      RELATA_JSON_MAY(FigureWritten, unit, STRING),
      SAID("when", WHEN, DATE, FALSE),
      SAID_ROWS,
      RELATA_JSON_END,
  };
  FigureWritten written = {.min = NAN, .max = NAN, .best = NAN};
  RelataStating stating;
  if (!begin(reading, record, "a figure", fields, &written, &stating))
    return;
  if (isnan(written.min) && isnan(written.max) && isnan(written.best)) {
    relata_json_complain(reading->json, record, "missing-key", NULL,
                         "a figure needs a key \"min\", \"max\" or \"best\"");
    return;
  }
  if (!relata_statement_end(&stating))
    return;
  RelataCorpus *corpus = reading->corpus;
  RelataFigure figure = RELATA_FIGURE_INIT;
  figure.said = stating.said;
  RelataSchema *schema = relata_corpus_schema(corpus);
  figure.measure = relata_schema_use_measure(schema, written.measure, figure.said.where);
  if (written.of != NULL)
    figure.actor = relata_corpus_refer_actor(corpus, written.of, figure.said.where);
  if (written.event != NULL)
    figure.event = relata_corpus_refer_event(corpus, written.event, figure.said.where);
  figure.min = written.min;
  figure.max = written.max;
  figure.best = written.best;
  figure.of_claim = relata_corpus_intern(corpus, written.claim);
  const char *unit = relata_json_given(written.unit);
  figure.unit =
      relata_corpus_intern(corpus, unit != NULL ? unit : relata_schema_measure(schema, figure.measure)->unit);
  relata_corpus_add_figure(corpus, &figure);
}
