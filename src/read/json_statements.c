/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims, events and figures: what documents state. */
#include "read/json_records.h"

#include <cJSON.h>
#include <math.h>

/* What all statements share, as written. It is the first member of each kind's struct, so that its rows fit
 * all. */
typedef struct {
  const char *id, *document, *text, *by, *note;
  guint start, end;
  RelataDate when;
  int stance, certainty;
  double confidence;
} SaidWritten;

#define SAID_INIT                                                                                            \
  {                                                                                                          \
    .start = G_MAXUINT, .end = G_MAXUINT, .when = RELATA_NO_DATE, .stance = RELATA_AFFIRMS,                  \
    .certainty = RELATA_CERTAIN, .confidence = NAN                                                           \
  }

/* Indexed by RelataStance and RelataCertainty. */
static const char *const stance_words[] = {"affirms", "denies", NULL};
static const char *const certainty_words[] = {"possible", "probable", "certain", NULL};

#define SAID_ROWS                                                                                            \
  RELATA_JSON_MAY(SaidWritten, document, ID), RELATA_JSON_MAY(SaidWritten, start, COUNT),                    \
      RELATA_JSON_MAY(SaidWritten, end, COUNT), RELATA_JSON_MAY(SaidWritten, text, STRING),                  \
      RELATA_JSON_MAY(SaidWritten, by, STRING), RELATA_JSON_ONE_OF(SaidWritten, stance, stance_words),       \
      RELATA_JSON_ONE_OF(SaidWritten, certainty, certainty_words),                                           \
      RELATA_JSON_MAY(SaidWritten, confidence, NUMBER), RELATA_JSON_MAY(SaidWritten, note, STRING)

/* Makes a statement of what was written, or FALSE after saying why it is none. */
static gboolean
make_said(const RelataJsonReading *reading, const cJSON *record, const SaidWritten *written,
          RelataStatement *said)
{
  RelataCorpus *corpus = reading->corpus;
  RelataJson *json = reading->json;
  const gboolean has_start = written->start != G_MAXUINT, has_end = written->end != G_MAXUINT;
  if (has_start != has_end) {
    relata_json_complain(json, record, "missing-key", NULL, "\"%s\" needs \"%s\" beside it",
                         has_start ? "start" : "end", has_start ? "end" : "start");
    return FALSE;
  }
  if (has_start && written->start >= written->end) {
    relata_json_complain(json, relata_json_member(record, "end"), "wrong-value",
                         "\"end\" is the first character after the evidence",
                         "\"end\" must be greater than \"start\", but %u is not greater than %u",
                         written->end, written->start);
    return FALSE;
  }
  if (has_start && written->document == NULL) {
    relata_json_complain(json, record, "missing-key", NULL,
                         "\"start\" and \"end\" need \"document\" beside them");
    return FALSE;
  }
  if (written->confidence < 0 || written->confidence > 1) {
    const cJSON *confidence = relata_json_member(record, "confidence");
    g_autofree char *number = relata_json_number(json, confidence);
    relata_json_complain(json, confidence, "wrong-value", NULL, "\"confidence\" must be from 0 to 1, not %s",
                         number);
    return FALSE;
  }
  *said = RELATA_STATEMENT_INIT;
  said->where = relata_json_place(json, record);
  said->id = relata_corpus_intern(corpus, written->id);
  if (written->document != NULL)
    said->document = relata_corpus_refer_document(corpus, written->document, said->where);
  if (has_start)
    said->span = (RelataSpan){written->start, written->end};
  said->quote = relata_corpus_intern(corpus, relata_json_given(written->text));
  said->when = written->when;
  said->when.edtf = relata_corpus_intern(corpus, written->when.edtf);
  said->by_text = relata_corpus_intern(corpus, relata_json_given(written->by));
  said->stance = (RelataStance)written->stance;
  said->certainty = (RelataCertainty)written->certainty;
  said->confidence = written->confidence;
  said->note = relata_corpus_intern(corpus, relata_json_given(written->note));
  return TRUE;
}

void
relata_json_read_claim(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    SaidWritten said;
    const char *type, *from, *to;
  } ClaimWritten;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(SaidWritten, id, ID),
      RELATA_JSON_MUST(ClaimWritten, type, ID),
      RELATA_JSON_MUST(ClaimWritten, from, ID),
      RELATA_JSON_MUST(ClaimWritten, to, ID),
      RELATA_JSON_MAY(SaidWritten, when, DATE),
      SAID_ROWS,
      RELATA_JSON_END,
  };
  ClaimWritten written = {.said = SAID_INIT};
  RelataClaim claim = {.event = RELATA_NONE};
  if (!relata_json_fill(reading->json, record, "a claim", fields, &written) ||
      !make_said(reading, record, &written.said, &claim.said))
    return;
  RelataCorpus *corpus = reading->corpus;
  claim.type = relata_schema_use_relation_type(relata_corpus_schema(corpus), written.type, claim.said.where);
  claim.from = relata_corpus_refer_actor(corpus, written.from, claim.said.where);
  claim.to = relata_corpus_refer_actor(corpus, written.to, claim.said.where);
  relata_corpus_add_claim(corpus, &claim);
}

/* The id in {"event": "…"}, an event as an argument of another, or NULL. */
static const char *
event_of(const cJSON *argument)
{
  const cJSON *event = cJSON_IsObject(argument) ? relata_json_member(argument, "event") : NULL;
  return event != NULL && argument->child->next == NULL ? cJSON_GetStringValue(event) : NULL;
}

/* Whether roles are of the form {"Agent": ["actor", {"event": "…"}], …}. */
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
      RelataPlace place = where; /* the record's will do for an actor, of which there are many */
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
    const char *type, *label, *place;
    const cJSON *roles;
  } EventWritten;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(SaidWritten, id, ID),
      RELATA_JSON_MUST(EventWritten, type, ID),
      RELATA_JSON_MAY(EventWritten, label, STRING),
      RELATA_JSON_MAY(SaidWritten, when, DATE),
      RELATA_JSON_MAY(EventWritten, place, STRING),
      RELATA_JSON_MAY(EventWritten, roles, OBJECT),
      SAID_ROWS,
      RELATA_JSON_END,
  };
  EventWritten written = {.said = SAID_INIT};
  RelataStatement said;
  if (!relata_json_fill(reading->json, record, "an event", fields, &written) ||
      !check_roles(reading, written.roles) || !make_said(reading, record, &written.said, &said))
    return;
  RelataCorpus *corpus = reading->corpus;
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
  event->place = relata_corpus_intern(corpus, relata_json_given(written.place));
  add_arguments(reading, relata_corpus_find_event(corpus, said.id), said.where, written.roles);
}

void
relata_json_read_figure(const RelataJsonReading *reading, const cJSON *record)
{
  typedef struct {
    SaidWritten said;
    const char *measure, *of, *event, *unit;
    double min, max;
  } FigureWritten;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(SaidWritten, id, ID),
      RELATA_JSON_MUST(FigureWritten, measure, ID),
      RELATA_JSON_MAY(FigureWritten, of, ID),
      RELATA_JSON_MAY(FigureWritten, event, ID),
      RELATA_JSON_MAY(FigureWritten, min, NUMBER),
      RELATA_JSON_MAY(FigureWritten, max, NUMBER),
      RELATA_JSON_MAY(FigureWritten, unit, STRING),
      RELATA_JSON_MAY(SaidWritten, when, DATE),
      SAID_ROWS,
      RELATA_JSON_END,
  };
  FigureWritten written = {.said = SAID_INIT, .min = NAN, .max = NAN};
  RelataFigure figure = {.actor = RELATA_NONE, .event = RELATA_NONE};
  if (!relata_json_fill(reading->json, record, "a figure", fields, &written))
    return;
  if (isnan(written.min) && isnan(written.max)) {
    relata_json_complain(reading->json, record, "missing-key", NULL,
                         "a figure needs a key \"min\" or \"max\"");
    return;
  }
  if (!make_said(reading, record, &written.said, &figure.said))
    return;
  RelataCorpus *corpus = reading->corpus;
  RelataSchema *schema = relata_corpus_schema(corpus);
  figure.measure = relata_schema_use_measure(schema, written.measure, figure.said.where);
  if (written.of != NULL)
    figure.actor = relata_corpus_refer_actor(corpus, written.of, figure.said.where);
  if (written.event != NULL)
    figure.event = relata_corpus_refer_event(corpus, written.event, figure.said.where);
  figure.min = written.min;
  figure.max = written.max;
  const char *unit = relata_json_given(written.unit);
  figure.unit =
      relata_corpus_intern(corpus, unit != NULL ? unit : relata_schema_measure(schema, figure.measure)->unit);
  relata_corpus_add_figure(corpus, &figure);
}
