/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns brat's relations and events into claims, events and figures. */
#include "read/brat/brat.h"

#include <math.h>
#include <string.h>

/* A relation between events may give claims for at most this many pairs. */
#define MAX_PAIRS 10000

typedef struct {
  RelataBratReader *reader;
  guint *event_of;      /* by record: the corpus event of an E, or RELATA_NONE */
  guint *triggered;     /* by record: the E whose trigger a T is, if there is only one; else RELATA_NONE */
  guint *first_tied;    /* by record: the first R that ties a date or place to an E */
  guint *next_tied;     /* by record: the next such R */
  GHashTable *stand_in; /* event → GArray of the actors that it stands for */
} Builder;

static const char *
statement_id(const Builder *builder, const RelataBratRecord *record)
{
  g_autofree char *id = g_strdup_printf("%s:%s", builder->reader->id, record->id);
  return relata_corpus_intern(builder->reader->corpus, id);
}

/* Widens the hull by a mark or an event's trigger. */
static void
extend(const Builder *builder, RelataSpan *hull, guint record)
{
  if (record == RELATA_NONE)
    return;
  const RelataBrat *brat = builder->reader->brat;
  const RelataBratRecord *mark = relata_brat_record(brat, record);
  if (mark->kind == 'E') {
    const guint trigger = mark->n > 0 ? relata_brat_argument(brat, mark, 0)->record : RELATA_NONE;
    mark = trigger != RELATA_NONE ? relata_brat_record(brat, trigger) : mark;
  }
  const RelataSpan span = relata_brat_hull(brat, mark);
  if (!relata_span_is_set(span))
    return;
  if (!relata_span_is_set(*hull))
    *hull = span;
  hull->start = MIN(hull->start, span.start);
  hull->end = MAX(hull->end, span.end);
}

/* Returns a statement with its id and place. Its evidence is the sentences that hold all its arguments. */
static RelataStatement
new_statement(const Builder *builder, const RelataBratRecord *record)
{
  const RelataBratReader *reader = builder->reader;
  RelataStatement said = RELATA_STATEMENT_INIT;
  said.id = statement_id(builder, record);
  said.document = reader->document;
  said.where = record->where;
  RelataSpan hull = RELATA_NO_SPAN;
  for (guint i = 0; i < record->n; i++)
    extend(builder, &hull, relata_brat_argument(reader->brat, record, i)->record);
  if (relata_span_is_set(hull) && reader->sentences != NULL)
    hull = relata_sentences_widen(reader->sentences, hull);
  said.span = hull;
  return said;
}

/* Adds the dates and places that relations tie to the event. */
static void
add_tied(const Builder *builder, const RelataBratRecord *subject, guint index,
         const RelataBratCircumstances *circumstances)
{
  const RelataBratReader *reader = builder->reader;
  for (guint i = builder->first_tied[index]; i != RELATA_NONE; i = builder->next_tied[i]) {
    const RelataBratRecord *relation = relata_brat_record(reader->brat, i);
    for (guint k = 0; k < 2; k++) {
      const RelataBratArgument *argument = relata_brat_argument(reader->brat, relation, k);
      const RelataBratUse use = reader->use[argument->record];
      if (use == RELATA_BRAT_WHEN || use == RELATA_BRAT_PLACE)
        relata_brat_add_circumstance(reader, subject, circumstances, argument,
                                     use == RELATA_BRAT_WHEN ? RELATA_PART_TIME : RELATA_PART_PLACE);
    }
  }
}

static void
warn_no_actor(const Builder *builder, const RelataBratRecord *subject, const RelataBratArgument *argument)
{
  static const char *const uses[] = {"a mark that names no actor", "a mention", "a trigger", "a date",
                                     "a place"};
  const RelataBratReader *reader = builder->reader;
  const RelataBratRecord *target = relata_brat_record(reader->brat, argument->record);
  if (target->kind == 'T' && target->value == NULL)
    return; /* its own line was wrong, which was reported there */
  relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-an-actor", &argument->where, NULL,
                  "%s: %s %s is %s, not an actor", subject->id, argument->role, target->id,
                  target->kind == 'T' ? uses[reader->use[argument->record]] : "a figure");
}

/* ── Events and figures ── */

static void
build_event(const Builder *builder, const RelataBratRecord *record, guint index)
{
  const RelataBratReader *reader = builder->reader;
  RelataCorpus *corpus = reader->corpus;
  const guint event = builder->event_of[index];
  RelataStatement said = new_statement(builder, record);
  const RelataBratCircumstances circumstances = {&said, g_string_new(NULL)};
  const RelataRole *const *listed;
  g_autofree RelataPart *parts = relata_brat_parts(reader, index, &listed);
  for (guint i = 1; i < record->n; i++) {
    const RelataBratArgument *argument = relata_brat_argument(reader->brat, record, i);
    if (argument->record == RELATA_NONE ||
        relata_brat_add_circumstance(reader, record, &circumstances, argument, parts[i]))
      continue;
    const gboolean is_event = relata_brat_record(reader->brat, argument->record)->kind == 'E';
    const guint inner = is_event ? builder->event_of[argument->record] : RELATA_NONE;
    const guint actor = is_event ? RELATA_NONE : reader->actor_of[argument->record];
    if (inner != RELATA_NONE || actor != RELATA_NONE)
      relata_corpus_add_argument(corpus, event, argument->role, actor, inner, argument->where);
    else
      warn_no_actor(builder, record, argument);
  }
  add_tied(builder, record, index, &circumstances);
  relata_brat_read_facts(reader, record, index, &said, NULL);
  gboolean again;
  RelataEvent *made = relata_corpus_declare_event(corpus, said.id, record->where, &again);
  made->said = said;
  made->roles = listed;
  if (circumstances.place->len > 0)
    made->said.place_text = relata_corpus_intern(corpus, circumstances.place->str);
  g_string_free(circumstances.place, TRUE);
}

/* Sets the actor or event that the figure is a number of. */
static void
add_owner(const Builder *builder, const RelataBratRecord *record, const RelataBratArgument *argument,
          RelataFigure *figure)
{
  const RelataBratReader *reader = builder->reader;
  const gboolean is_event = relata_brat_record(reader->brat, argument->record)->kind == 'E';
  const guint owner = is_event ? builder->event_of[argument->record] : reader->actor_of[argument->record];
  guint *slot = is_event ? &figure->event : &figure->actor;
  if (owner == RELATA_NONE)
    warn_no_actor(builder, record, argument);
  else if (*slot != RELATA_NONE)
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "given-twice", &argument->where,
                    "write a figure for each", "%s: it is already a number of another: %s is left out",
                    record->id, argument->id);
  else
    *slot = owner;
}

static void
build_figure(const Builder *builder, const RelataBratRecord *record, guint index, guint measure)
{
  const RelataBratReader *reader = builder->reader;
  RelataFigure figure = RELATA_FIGURE_INIT;
  figure.said = new_statement(builder, record);
  figure.measure = measure;
  const RelataBratCircumstances circumstances = {&figure.said, NULL};
  const RelataRole *const *listed;
  g_autofree RelataPart *parts = relata_brat_parts(reader, index, &listed);
  for (guint i = 1; i < record->n; i++) {
    const RelataBratArgument *argument = relata_brat_argument(reader->brat, record, i);
    if (argument->record == RELATA_NONE ||
        relata_brat_add_circumstance(reader, record, &circumstances, argument, parts[i]))
      continue;
    if (g_ascii_strncasecmp(argument->role, "Of", 2) == 0 &&
        argument->role[2 + strspn(argument->role + 2, "0123456789")] == '\0')
      add_owner(builder, record, argument, &figure);
    else
      relata_diagnose(reader->diagnostics, RELATA_WARNING, "unused-role", &argument->where,
                      "a figure's roles are Of, By and When", "%s: a figure has no role %s", record->id,
                      argument->role);
  }
  add_tied(builder, record, index, &circumstances);
  const guint trigger = relata_brat_argument(reader->brat, record, 0)->record;
  if (trigger != RELATA_NONE) {
    g_autofree char *words = relata_brat_words(relata_brat_record(reader->brat, trigger));
    relata_brat_read_range(words, &figure.min, &figure.max);
  }
  /* A note about either bound replaces both: then the annotator does not mean the text's number. */
  RelataFigure noted = figure;
  noted.min = noted.max = NAN;
  relata_brat_read_facts(reader, record, index, &noted.said, &noted);
  if (isnan(noted.min) && isnan(noted.max)) {
    noted.min = figure.min;
    noted.max = figure.max;
  }
  if (isnan(noted.min) && isnan(noted.max))
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "no-number", &record->where,
                    "give it in a note: min=1200; max=1500", "%s: the figure's trigger covers no number",
                    record->id);
  const char *unit = relata_schema_measure(reader->schema, noted.measure)->unit;
  if (noted.unit == NULL && *unit != '\0')
    noted.unit = relata_corpus_intern(reader->corpus, unit);
  relata_corpus_add_figure(reader->corpus, &noted);
}

static void
declare_event(Builder *builder, const RelataBratRecord *record, guint index)
{
  const RelataBratReader *reader = builder->reader;
  gboolean again;
  const char *id = statement_id(builder, record);
  RelataEvent *event = relata_corpus_declare_event(reader->corpus, id, record->where, &again);
  if (again) {
    relata_diagnose(reader->diagnostics, RELATA_ERROR_IN_DATA, "duplicate-id", &record->where, NULL,
                    "there is already an event with the id '%s'", id);
    return;
  }
  event->type = relata_annotation_conf_use_event_type(reader->schema, reader->declared, record->type,
                                                      record->type_where);
  builder->event_of[index] = relata_corpus_find_event(reader->corpus, id);
}

/* ── Relations ── */

/* Returns the E that an argument of a relation means: itself, or the one whose trigger it is. */
static guint
event_meant(const Builder *builder, guint record)
{
  const RelataBratReader *reader = builder->reader;
  if (relata_brat_record(reader->brat, record)->kind == 'E')
    return record;
  return reader->use[record] == RELATA_BRAT_TRIGGER ? builder->triggered[record] : RELATA_NONE;
}

/* Returns whether a relation ties a date or place to an event. If so, keeps it for the event and
 * makes no claim. */
static gboolean
tie(Builder *builder, const RelataBratRecord *record, guint index)
{
  const RelataBratReader *reader = builder->reader;
  for (guint k = 0; k < 2; k++) {
    const guint mark = relata_brat_argument(reader->brat, record, k)->record;
    const guint other = relata_brat_argument(reader->brat, record, 1 - k)->record;
    if (mark == RELATA_NONE || other == RELATA_NONE ||
        (reader->use[mark] != RELATA_BRAT_WHEN && reader->use[mark] != RELATA_BRAT_PLACE))
      continue;
    const guint event = event_meant(builder, other);
    if (event == RELATA_NONE)
      continue;
    builder->next_tied[index] = builder->first_tied[event];
    builder->first_tied[event] = index;
    return TRUE;
  }
  return FALSE;
}

/* Returns the actors at one end of a relation; borrowed from the builder, or `own`. */
static const GArray *
actors_of(Builder *builder, const RelataBratRecord *record, const RelataBratArgument *argument, GArray *own)
{
  const RelataBratReader *reader = builder->reader;
  if (argument->record == RELATA_NONE)
    return own;
  const guint actor = reader->actor_of[argument->record];
  const guint event = event_meant(builder, argument->record);
  if (actor != RELATA_NONE) {
    g_array_append_val(own, actor);
  } else if (event != RELATA_NONE && builder->event_of[event] != RELATA_NONE) {
    const guint index = builder->event_of[event];
    GArray *actors = g_hash_table_lookup(builder->stand_in, GUINT_TO_POINTER(index));
    if (actors == NULL) {
      actors = relata_corpus_event_stands_for(reader->corpus, index);
      g_hash_table_insert(builder->stand_in, GUINT_TO_POINTER(index), actors);
    }
    if (actors->len == 0)
      relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-an-actor", &argument->where, NULL,
                      "%s: the event %s stands for no actor", record->id, argument->id);
    return actors;
  } else {
    warn_no_actor(builder, record, argument);
  }
  return own;
}

static void
build_claims(Builder *builder, const RelataBratRecord *record, guint index)
{
  const RelataBratReader *reader = builder->reader;
  g_autoptr(GArray) own_from = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) own_to = g_array_new(FALSE, FALSE, sizeof(guint));
  const guint first = relata_brat_is_turned(reader, index) ? 1 : 0;
  const GArray *from =
      actors_of(builder, record, relata_brat_argument(reader->brat, record, first), own_from);
  const GArray *to =
      actors_of(builder, record, relata_brat_argument(reader->brat, record, 1 - first), own_to);
  if (from->len == 0 || to->len == 0)
    return;
  if ((guint64)from->len * to->len > MAX_PAIRS) {
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "too-many-pairs", &record->where,
                    "name the groups as actors instead", "%s relates %u actors with %u: it gives no claims",
                    record->id, from->len, to->len);
    return;
  }
  RelataClaim claim = {new_statement(builder, record), 0, 0, 0, RELATA_NONE};
  claim.type = relata_annotation_conf_use_relation_type(reader->schema, reader->declared, record->type,
                                                        record->type_where);
  relata_brat_read_facts(reader, record, index, &claim.said, NULL);
  const char *id = claim.said.id;
  guint n = 0;
  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len; k++) {
      claim.from = g_array_index(from, guint, i);
      claim.to = g_array_index(to, guint, k);
      if (n++ > 0) {
        g_autofree char *numbered = g_strdup_printf("%s.%u", id, n);
        claim.said.id = relata_corpus_intern(reader->corpus, numbered);
      }
      relata_corpus_add_claim(reader->corpus, &claim);
    }
}

void
relata_brat_build(RelataBratReader *reader)
{
  const RelataBrat *brat = reader->brat;
  const guint n = brat->records->len;
  g_autofree guint *columns = g_new0(guint, 4 * (gsize)n + 1);
  for (gsize i = 0; i < 4 * (gsize)n; i++)
    columns[i] = RELATA_NONE;
  Builder builder = {reader,
                     columns,
                     columns + n,
                     columns + 2 * (gsize)n,
                     columns + 3 * (gsize)n,
                     g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref)};
  g_autofree guint *measures = g_new(guint, n + 1);
  /* Events may name each other in any order, so all are created before any gets its arguments. */
  for (guint i = 0; i < n; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    measures[i] = RELATA_NONE;
    if (record->kind != 'E' || record->n == 0)
      continue;
    measures[i] = relata_schema_find_measure(reader->schema, record->type);
    if (measures[i] == RELATA_NONE)
      declare_event(&builder, record, i);
    const guint trigger = relata_brat_argument(brat, record, 0)->record;
    if (trigger != RELATA_NONE)
      builder.triggered[trigger] = builder.triggered[trigger] == RELATA_NONE ? i : G_MAXUINT - 1;
  }
  for (guint i = 0; i < n; i++)
    if (builder.triggered[i] == G_MAXUINT - 1) /* several events: which one is meant is unknown */
      builder.triggered[i] = RELATA_NONE;
  g_autofree gboolean *tied = g_new0(gboolean, n + 1);
  for (guint i = n; i-- > 0;) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    tied[i] = record->kind == 'R' && record->n == 2 && tie(&builder, record, i);
  }
  for (guint i = 0; i < n; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    if (builder.event_of[i] != RELATA_NONE)
      build_event(&builder, record, i);
    else if (measures[i] != RELATA_NONE)
      build_figure(&builder, record, i, measures[i]);
  }
  for (guint i = 0; i < n; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    if (record->kind == 'R' && record->n == 2 && !tied[i] && g_ascii_strcasecmp(record->type, "Equiv") != 0)
      build_claims(&builder, record, i);
  }
  g_hash_table_unref(builder.stand_in);
}
