/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What entities state: the relations of edges, sanctions and properties, events, and the sums of money in
 * them. */
#include "corpus/claim_ids.h"
#include "corpus/identity.h"
#include "read/registry/ftm_entity.h"
#include "read/statement.h"
#include "read/when.h"
#include "text/name.h"

#include <math.h>
#include <string.h>

/* What one entity states. */
typedef struct {
  RelataFtmReading *reading;
  const RelataFtmEntity *entity;
  guint type;
  char *when; /* EDTF; owned, as the note */
  char *note;
  const char *text; /* the evidence; NULL: none */
  guint event;      /* RELATA_NONE: none */
  guint n;          /* claims so far */
  const char *of;   /* the property that states them, or NULL: the entity does */
} Stating;

/* More pairs than this of one entity are no relations but a mistake. */
#define MOST_PAIRS 10000

/* ── When ── */

/* Finds the earliest and the latest date of a property. */
static void
find_dates(const RelataFtmReading *reading, const RelataFtmEntity *entity, const char *name, char **first,
           char **last)
{
  const GArray *values = relata_ftm_values(entity, name);
  for (guint i = 0; values != NULL && i < values->len; i++) {
    g_autofree char *edtf = relata_when_date(reading->input, reading->diagnostics, entity->where,
                                             g_array_index(values, RelataFtmValue, i).text);
    if (edtf != NULL && (*first == NULL || strcmp(edtf, *first) < 0)) {
      g_free(*first);
      *first = g_strdup(edtf);
    }
    if (edtf != NULL && (*last == NULL || strcmp(edtf, *last) > 0)) {
      g_free(*last);
      *last = g_strdup(edtf);
    }
  }
}

/* Returns when it held or happened: the earliest start and the latest end, else the date. */
static char *
when_of(const RelataFtmReading *reading, const RelataFtmEntity *entity, gboolean state)
{
  char *dates[] = {NULL, NULL, NULL, NULL, NULL, NULL};
  find_dates(reading, entity, "startDate", &dates[0], &dates[1]);
  find_dates(reading, entity, "endDate", &dates[2], &dates[3]);
  find_dates(reading, entity, "date", &dates[4], &dates[5]);
  if (dates[0] == NULL && dates[3] == NULL && dates[4] == NULL)
    find_dates(reading, entity, "listingDate", &dates[0], &dates[1]); /* since then there was a sanction */
  const gboolean lasts = dates[0] != NULL || dates[3] != NULL;
  char *when = lasts ? relata_when_between(reading->diagnostics, entity->where, dates[0], dates[3], state)
                     : relata_when_between(reading->diagnostics, entity->where, dates[4], dates[5], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS(dates); i++)
    g_free(dates[i]);
  return when;
}

/* ── Notes ── */

/* Properties that are told in the note of a claim, where they have at least so many values: of several dates
 * the claim has the earliest and the latest. */
static const struct {
  const char *name;
  guint least;
} noted[] = {{"role", 1},          {"relationship", 1}, {"status", 1},    {"percentage", 1},
             {"ownershipType", 1}, {"sharesCount", 1},  {"purpose", 1},   {"programme", 1},
             {"program", 1},       {"provisions", 1},   {"duration", 1},  {"country", 1},
             {"authorityId", 1},   {"unscId", 1},       {"lotNumber", 1}, {"summary", 1},
             {"description", 1},   {"reason", 2},       {"startDate", 2}, {"endDate", 2},
             {"date", 2}};

static void
append_values(GString *note, const RelataFtmEntity *entity, const char *name, guint least)
{
  const GArray *values = relata_ftm_values(entity, name);
  if (values == NULL || values->len < least)
    return;
  g_string_append_printf(note, "%s%s: ", note->len > 0 ? "; " : "", name);
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf(note, "%s%s", i > 0 ? ", " : "", g_array_index(values, RelataFtmValue, i).text);
}

static char *
note_of(const RelataFtmEntity *entity)
{
  GString *note = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(noted); i++)
    append_values(note, entity, noted[i].name, noted[i].least);
  if (relata_ftm_values(entity, "sourceUrl") == NULL) /* else the pages have that publisher */
    append_values(note, entity, "publisher", 1);
  return g_string_free(note, FALSE);
}

static void
end_stating(Stating *stating)
{
  g_free(stating->when);
  g_free(stating->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Stating, end_stating)

static Stating
begin_stating(RelataFtmReading *reading, const RelataFtmEntity *entity, guint type)
{
  const RelataSchema *schema = relata_corpus_schema(reading->corpus);
  const gboolean state = type != RELATA_NONE && !relata_schema_relation_type(schema, type)->event;
  return (Stating){.reading = reading,
                   .entity = entity,
                   .type = type,
                   .when = when_of(reading, entity, state),
                   .note = note_of(entity),
                   .event = RELATA_NONE};
}

/* ── Figures ── */

static RelataStating
begin_statement(const Stating *stating, guint document)
{
  RelataStating said =
      relata_stating(stating->reading->corpus, stating->reading->diagnostics, stating->entity->where);
  said.said.document = document;
  relata_statement_set_text(&said, RELATA_SAID_WHEN, stating->when);
  return said;
}

/* Reads a number, which may be of hundred. FALSE after reporting that there is none. */
static gboolean
read_number(const Stating *stating, const char *property, const char *text, double *number)
{
  char *end;
  *number = g_ascii_strtod(text, &end);
  const gboolean begins = end != text && isfinite(*number);
  while (*end == ' ' || *end == '%')
    end++;
  if (begins && *end == '\0')
    return TRUE;
  relata_diagnose(stating->reading->diagnostics, RELATA_WARNING, "wrong-value", &stating->entity->where,
                  "a number has a point before its fraction, and nothing between its thousands",
                  "\"%s\": '%s' is no number: the figure is left out", property, text);
  return FALSE;
}

/* Adds the numbers of a property, of the event or of a claim. Returns whether there are any. */
static gboolean
add_figures(const Stating *stating, const char *property, const char *measure, const char *unit,
            guint document, const char *claim)
{
  RelataCorpus *corpus = stating->reading->corpus;
  const GArray *values = relata_ftm_values(stating->entity, property);
  gboolean any = FALSE;
  for (guint i = 0; values != NULL && i < values->len; i++) {
    RelataFigure figure = RELATA_FIGURE_INIT;
    RelataStating said = begin_statement(stating, document);
    if (!read_number(stating, property, g_array_index(values, RelataFtmValue, i).text, &figure.min) ||
        !relata_statement_end(&said))
      continue;
    figure.said = said.said;
    figure.max = figure.min;
    figure.measure = relata_schema_use_measure(relata_corpus_schema(corpus), measure, said.said.where);
    figure.unit = relata_corpus_intern(corpus, unit != NULL ? unit : "");
    figure.event = claim == NULL ? stating->event : RELATA_NONE;
    figure.of_claim = claim;
    relata_corpus_add_figure(corpus, &figure);
    any = TRUE;
  }
  return any;
}

/* Adds the sum of money: in euros or dollars where that is told, else in its own currency. */
static void
add_amount(const Stating *stating, guint document, const char *claim)
{
  const char *currency = relata_ftm_value(stating->entity, "currency");
  if (!add_figures(stating, "amountEur", "amount", "EUR", document, claim) &&
      !add_figures(stating, "amountUsd", "amount", "USD", document, claim))
    add_figures(stating, "amount", "amount", currency, document, claim);
}

/* ── Claims ── */

/* Returns the id of the next claim of the entity, interned. */
static const char *
next_id(Stating *stating)
{
  g_autoptr(GString) id = g_string_new("ftm:");
  g_string_append(id, stating->entity->id);
  if (stating->of != NULL)
    g_string_append_printf(id, ":%s", stating->of);
  if (++stating->n > 1)
    g_string_append_printf(id, ":%u", stating->n);
  return relata_corpus_intern(stating->reading->corpus, id->str);
}

static void
add_claim(Stating *stating, guint from, guint to, guint document, const char *id)
{
  RelataStating said = begin_statement(stating, document);
  relata_statement_set_text(&said, RELATA_SAID_ID, id);
  relata_statement_set_text(&said, RELATA_SAID_TEXT, stating->text);
  relata_statement_set_text(&said, RELATA_SAID_NOTE, stating->note);
  if (!relata_statement_end(&said))
    return;
  const RelataClaim claim = {said.said, stating->type, from, to, stating->event};
  relata_corpus_add_claim(stating->reading->corpus, &claim);
  add_figures(stating, "percentage", "percentage", "%", document, said.said.id);
  if (stating->event == RELATA_NONE)
    add_amount(stating, document, said.said.id);
}

/* Returns the actor that a value names, who has to be in some file. */
static guint
end_of(const RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmValue *value)
{
  return relata_corpus_expect_actor(reading->corpus, relata_ftm_id(reading, value->text), entity->where);
}

/* Adds a claim for each pair and document. */
static void
add_pairs(Stating *stating, const GArray *from, const GArray *to)
{
  RelataFtmReading *reading = stating->reading;
  if ((guint64)from->len * to->len > MOST_PAIRS) {
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "too-many-pairs", &stating->entity->where, NULL,
                    "entity '%s' relates more than %d pairs: it gives no claims", stating->entity->id,
                    MOST_PAIRS);
    return;
  }
  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len; k++) {
      const RelataFtmValue *a = &g_array_index(from, RelataFtmValue, i),
                           *b = &g_array_index(to, RelataFtmValue, k);
      g_autoptr(GArray) documents = relata_ftm_documents(reading, stating->entity, a, b);
      for (guint d = 0; d < documents->len; d++)
        add_claim(stating, end_of(reading, stating->entity, a), end_of(reading, stating->entity, b),
                  g_array_index(documents, guint, d), next_id(stating));
    }
}

/* ── Events ── */

/* Makes an event, which gives no claims of its own; RELATA_NONE where its id is known. */
static guint
make_event(const Stating *stating, guint document, const char *label)
{
  RelataCorpus *corpus = stating->reading->corpus;
  RelataSchema *schema = relata_corpus_schema(corpus);
  const RelataFtmEntity *entity = stating->entity;
  RelataStating said = begin_statement(stating, document);
  relata_statement_set_text(&said, RELATA_SAID_ID, relata_ftm_id(stating->reading, entity->id));
  relata_statement_set_text(&said, RELATA_SAID_PLACE, relata_ftm_value(entity, "location"));
  relata_statement_set_text(&said, RELATA_SAID_NOTE, stating->note);
  gboolean again;
  if (!relata_statement_end(&said))
    return RELATA_NONE;
  RelataEvent *event = relata_corpus_declare_event(corpus, said.said.id, entity->where, &again);
  if (again)
    return RELATA_NONE;
  event->said = said.said;
  event->label = relata_corpus_intern(corpus, label);
  if (relata_schema_find_event_type(schema, entity->schema) == RELATA_NONE) {
    RelataEventType *type = relata_schema_declare_event_type(schema, entity->schema, entity->where);
    if (type != NULL)
      type->rules_said = TRUE;
  }
  event->type = relata_schema_use_event_type(schema, entity->schema, entity->where);
  return relata_corpus_find_event(corpus, said.said.id);
}

static void
add_role(const RelataFtmReading *reading, const RelataFtmEntity *entity, guint event, const char *role)
{
  const GArray *values = relata_ftm_values(entity, role);
  for (guint i = 0; values != NULL && i < values->len; i++)
    relata_corpus_add_argument(reading->corpus, event, role,
                               end_of(reading, entity, &g_array_index(values, RelataFtmValue, i)),
                               RELATA_NONE, entity->where);
}

/* Returns whether what an entity states was read before, from this file or another; `of` is the property that
 * states it, or NULL. */
static gboolean
is_known(const RelataFtmReading *reading, const RelataFtmEntity *entity, const char *of)
{
  g_autofree char *id = g_strconcat("ftm:", entity->id, of != NULL ? ":" : "", of, NULL);
  const gboolean known = relata_corpus_has_claim(reading->corpus, id) ||
                         (of == NULL && relata_corpus_find_event(reading->corpus, id) != RELATA_NONE);
  if (known)
    relata_account_leave_out(reading->input->account, "a relation or an event that was read before");
  return known;
}

void
relata_ftm_add_event(RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmSchema *schema)
{
  if (is_known(reading, entity, NULL))
    return;
  g_auto(Stating) stating = begin_stating(reading, entity, RELATA_NONE);
  g_autoptr(GArray) documents = relata_ftm_documents(reading, entity, NULL, NULL);
  g_autofree char *label = relata_ftm_name(entity, schema);
  const guint event = make_event(&stating, g_array_index(documents, guint, 0), label);
  for (guint i = 0; event != RELATA_NONE && i < schema->slots->len; i++) {
    const RelataFtmSlot *slot = g_ptr_array_index(schema->slots, i);
    if (relata_ftm_relates(reading, slot))
      add_role(reading, entity, event, slot->name);
  }
}

/* ── Edges ── */

/* A payment is an event too, and the sum is its. */
static void
add_payment(Stating *stating, const RelataFtmSchema *schema)
{
  g_autoptr(GArray) documents = relata_ftm_documents(stating->reading, stating->entity, NULL, NULL);
  const guint document = g_array_index(documents, guint, 0);
  stating->event = make_event(stating, document, NULL);
  if (stating->event == RELATA_NONE)
    return;
  add_role(stating->reading, stating->entity, stating->event, schema->source);
  add_role(stating->reading, stating->entity, stating->event, schema->target);
  add_amount(stating, document, NULL);
}

void
relata_ftm_add_edge(RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmSchema *schema)
{
  const GArray *from = relata_ftm_values(entity, schema->source),
               *to = relata_ftm_values(entity, schema->target);
  if (from == NULL || to == NULL) {
    relata_account_leave_out(reading->input->account, "an edge that does not name both its ends");
    return;
  }
  if (is_known(reading, entity, NULL))
    return;
  const guint type = (schema->directed ? relata_vocabulary_relation : relata_vocabulary_undirected)(
      reading->vocabulary, schema->name, entity->where);
  g_auto(Stating) stating = begin_stating(reading, entity, type);
  if (relata_ftm_is(schema, "Payment"))
    add_payment(&stating, schema);
  add_pairs(&stating, from, to);
}

gboolean
relata_ftm_relates(const RelataFtmReading *reading, const RelataFtmSlot *slot)
{
  const RelataFtmSchema *range = slot != NULL ? relata_ftm_schema(reading->model, slot->range) : NULL;
  return range != NULL &&
         (range->kind == RELATA_FTM_ACTOR || (reading->addresses && relata_ftm_is(range, "Address")));
}

void
relata_ftm_add_links(RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmSchema *schema)
{
  const RelataFtmValue self = {entity->id, NULL};
  g_autoptr(GArray) from = g_array_new(FALSE, FALSE, sizeof self);
  g_array_append_val(from, self);
  for (guint i = 0; i < entity->properties->len; i++) {
    const char *name = g_array_index(entity->properties, RelataFtmProperty, i).name;
    const RelataFtmSlot *slot = relata_ftm_slot(schema, name);
    if (!relata_ftm_relates(reading, slot))
      continue;
    if (is_known(reading, entity, name))
      continue;
    const guint type = relata_vocabulary_relation(reading->vocabulary, name, entity->where);
    g_auto(Stating)
        stating = {.reading = reading, .entity = entity, .type = type, .event = RELATA_NONE, .of = name};
    add_pairs(&stating, from, relata_ftm_values(entity, name));
  }
}

/* ── Sanctions ── */

/* Returns the actor of a name that has no entity; identity decides who it is. */
static guint
authority_of(RelataFtmReading *reading, const RelataFtmEntity *entity, const char *name, guint document)
{
  g_autofree char *line = relata_name_line(name);
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reading->authorities, line));
  if (known > 0)
    return known - 1;
  const RelataCandidate candidate = {
      .document = document,
      .mark = relata_ftm_id(reading, entity->id),
      .name = relata_corpus_intern(reading->corpus, line),
      .type = relata_vocabulary_actor(reading->vocabulary, "PublicBody", entity->where),
      .type_name = "PublicBody",
      .type_where = entity->where,
      .level = RELATA_LEVEL_NAME,
      .where = entity->where};
  const guint actor = relata_corpus_add_candidate(reading->corpus, &candidate);
  g_hash_table_insert(reading->authorities, g_steal_pointer(&line), GUINT_TO_POINTER(actor + 1));
  return actor;
}

/* Adds what one authority does to one entity. */
static void
add_sanctions(Stating *stating, const RelataFtmValue *authority, const RelataFtmValue *of)
{
  RelataFtmReading *reading = stating->reading;
  g_autoptr(GArray) documents = relata_ftm_documents(reading, stating->entity, authority, of);
  for (guint d = 0; d < documents->len; d++) {
    const guint document = g_array_index(documents, guint, d);
    const guint from = authority_of(reading, stating->entity, authority->text, document);
    add_claim(stating, from, end_of(reading, stating->entity, of), document, next_id(stating));
  }
}

void
relata_ftm_add_sanction(RelataFtmReading *reading, const RelataFtmEntity *entity)
{
  const GArray *from = relata_ftm_values(entity, "authority"), *to = relata_ftm_values(entity, "entity");
  if (from == NULL || to == NULL) {
    relata_account_leave_out(reading->input->account,
                             "a sanction that does not name its authority, or whom it is on");
    return;
  }
  if (is_known(reading, entity, NULL))
    return;
  const guint type = relata_vocabulary_relation(reading->vocabulary, "sanctions", entity->where);
  g_auto(Stating) stating = begin_stating(reading, entity, type);
  stating.text = relata_ftm_value(entity, "reason");
  for (guint i = 0; i < from->len && i < MOST_PAIRS; i++)
    for (guint k = 0; k < to->len && k < MOST_PAIRS; k++)
      add_sanctions(&stating, &g_array_index(from, RelataFtmValue, i), &g_array_index(to, RelataFtmValue, k));
}
