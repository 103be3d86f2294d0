/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The relations of a UIMA document, which are claims, and the hosts of its slots, which are events. */
#include "read/attributes.h"
#include "read/iri.h"
#include "read/statement.h"
#include "read/annotation/uima.h"
#include "text/date_pattern.h"
#include "text/name.h"

#include <string.h>

/* A sentence that is longer is no evidence that somebody would want to read: then relata finds its own. In
 * code points. */
#define LONGEST_SENTENCE 600

typedef struct {
  const RelataUima *uima;
  RelataAnnotated *annotated;
  const char *prefix;
  GArray *sentences; /* of RelataSpan, in the order of their starts, in code points */
} Stating;

/* ── Evidence ── */

static gint
compare_spans(gconstpointer a, gconstpointer b)
{
  const RelataSpan *left = a, *right = b;
  return left->start < right->start ? -1 : left->start > right->start;
}

static gboolean
is_sentence(const RelataUimaStructure *structure)
{
  return strcmp(structure->layer->name, RELATA_UIMA_SENTENCE) == 0;
}

/* Finds where sentences and the hosts of slots are. */
static void
find_places(const RelataUima *uima, const RelataText *text, RelataOffsetUnit unit)
{
  g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(RelataOffsets));
  g_autoptr(GPtrArray) whose = g_ptr_array_new();
  for (guint i = 0; i < uima->structures->len; i++) {
    RelataUimaStructure *structure = relata_uima_at(uima, i);
    const RelataOffsets at = {structure->begin, structure->end, NULL, RELATA_NO_SPAN, RELATA_FOUND_NOWHERE};
    if (structure->begin < 0 || !(is_sentence(structure) || structure->layer->is_host))
      continue;
    g_array_append_val(offsets, at);
    g_ptr_array_add(whose, structure);
  }
  if (offsets->len > 0)
    relata_offsets_settle(text, unit, (RelataOffsets *)(void *)offsets->data, offsets->len);
  for (guint i = 0; i < whose->len; i++)
    ((RelataUimaStructure *)g_ptr_array_index(whose, i))->span =
        g_array_index(offsets, RelataOffsets, i).span;
}

/* Returns the sentences that the annotators saw. */
static GArray *
find_sentences(const RelataUima *uima)
{
  GArray *sentences = g_array_new(FALSE, FALSE, sizeof(RelataSpan));
  for (guint i = 0; i < uima->structures->len; i++) {
    const RelataUimaStructure *structure = relata_uima_at(uima, i);
    const RelataSpan span = structure->span;
    if (is_sentence(structure) && relata_span_is_set(span) && span.end - span.start <= LONGEST_SENTENCE)
      g_array_append_val(sentences, span);
  }
  g_array_sort(sentences, compare_spans);
  return sentences;
}

/* Returns the sentence that holds a position, or RELATA_NO_SPAN. O(log sentences) */
static RelataSpan
sentence_at(const Stating *stating, guint position)
{
  guint low = 0, high = stating->sentences->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(stating->sentences, RelataSpan, middle).start <= position)
      low = middle + 1;
    else
      high = middle;
  }
  const RelataSpan found = low > 0 ? g_array_index(stating->sentences, RelataSpan, low - 1) : RELATA_NO_SPAN;
  return relata_span_is_set(found) && position < found.end ? found : RELATA_NO_SPAN;
}

/* Returns the sentences that hold a span; RELATA_NO_SPAN where they are not known. */
static RelataSpan
sentences_of(const Stating *stating, RelataSpan span)
{
  if (!relata_span_is_set(span))
    return span;
  const RelataSpan first = sentence_at(stating, span.start);
  const RelataSpan last = sentence_at(stating, span.end > span.start ? span.end - 1 : span.start);
  return relata_span_is_set(first) && relata_span_is_set(last) ? (RelataSpan){first.start, last.end}
                                                               : RELATA_NO_SPAN;
}

static RelataSpan
hull_of(RelataSpan a, RelataSpan b)
{
  if (!relata_span_is_set(a) || !relata_span_is_set(b))
    return relata_span_is_set(a) ? a : b;
  return (RelataSpan){MIN(a.start, b.start), MAX(a.end, b.end)};
}

/* ── What features say of a statement ── */

/* What is said besides who and what. */
typedef struct {
  const char *when, *by;
  RelataStatement said; /* stance, certainty and confidence */
  GString *note;
} Besides;

static void
add_note(Besides *besides, const char *name, const char *value)
{
  if (besides->note->len > 0)
    g_string_append(besides->note, "; ");
  if (name != NULL)
    g_string_append_printf(besides->note, "%s: ", name);
  g_string_append(besides->note, value);
}

static gboolean
is_called(const char *name, const char *a, const char *b)
{
  return g_ascii_strcasecmp(name, a) == 0 || g_ascii_strcasecmp(name, b) == 0;
}

/* Sets the date, or, where the words are none that has one meaning, notes them. */
static void
add_date(const RelataUima *uima, Besides *besides, const char *name, const char *value)
{
  g_autofree char *edtf = NULL;
  gboolean timed = FALSE;
  const RelataWritten kind = relata_date_by_form(value, &edtf, &timed);
  if (timed)
    relata_account_remark(uima->reading.input->account, RELATA_REMARK_TIMED);
  if (kind == RELATA_WRITTEN_DATE)
    besides->when = relata_corpus_intern(uima->reading.corpus, edtf);
  else if (kind == RELATA_WRITTEN_OTHER)
    add_note(besides, name, value);
}

static void
add_feature(const RelataUima *uima, Besides *besides, const char *name, const char *value)
{
  if (is_called(name, "when", "date"))
    add_date(uima, besides, name, value);
  else if (is_called(name, "by", "speaker"))
    besides->by = value;
  else if (is_called(name, "note", "comment"))
    add_note(besides, NULL, value);
  else if (!(g_ascii_strcasecmp(name, "stance") == 0 && relata_stance_parse(value, &besides->said.stance)) &&
           !(g_ascii_strcasecmp(name, "certainty") == 0 &&
             relata_certainty_parse(value, &besides->said.certainty)) &&
           relata_attribute_apply(name, value, &besides->said) != RELATA_ATTRIBUTE_MEANT)
    add_note(besides, name, value);
}

static gboolean
is_slot(const RelataUimaLayer *layer, const char *name)
{
  for (guint i = 0; i < layer->columns->len; i++) {
    const RelataUimaColumn *column = &g_array_index(layer->columns, RelataUimaColumn, i);
    if (strcmp(column->name, name) == 0)
      return column->links;
  }
  return FALSE;
}

/* Collects what the features say that are neither ends nor the type. */
static Besides
besides_of(const RelataUima *uima, const RelataUimaStructure *structure)
{
  const RelataUimaLayer *layer = structure->layer;
  Besides besides = {.said = RELATA_STATEMENT_INIT, .note = g_string_new(NULL)};
  for (guint i = 0; i < structure->n; i++) {
    const RelataUimaFeature *feature =
        &g_array_index(uima->features, RelataUimaFeature, structure->first + i);
    const char *value = relata_uima_word(uima, structure, feature->name);
    if (value != NULL && g_strcmp0(feature->name, layer->from) != 0 &&
        g_strcmp0(feature->name, layer->to) != 0 && g_strcmp0(feature->name, layer->type) != 0 &&
        strcmp(feature->name, "identifier") != 0 && !is_slot(layer, feature->name))
      add_feature(uima, &besides, feature->name, value);
  }
  return besides;
}

/* Returns the type of a relation or an event: of an address, its last part. */
static const char *
type_of(const RelataUima *uima, const RelataUimaStructure *structure)
{
  const char *type = relata_uima_word(uima, structure, structure->layer->type);
  if (type == NULL || !relata_name_is_id(type))
    return structure->layer->shown;
  const char *last = relata_iri_is(type) ? type + strlen(type) : type;
  while (last > type && last[-1] != '/' && last[-1] != '#')
    last--;
  return *last != '\0' ? last : type;
}

/* ── Relations ── */

static void
state_relation(const Stating *stating, const RelataUimaStructure *structure)
{
  const RelataUima *uima = stating->uima;
  const char *from = relata_uima_value(uima, structure, structure->layer->from);
  const char *to = relata_uima_value(uima, structure, structure->layer->to);
  if (from == NULL || to == NULL) {
    relata_account_leave_out(uima->reading.input->account, "a relation has only one end");
    return;
  }
  const Besides besides = besides_of(uima, structure);
  g_autofree char *id = g_strdup_printf("%s:%s", stating->prefix, structure->id);
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.id = id;
  relation.type = type_of(uima, structure);
  relation.from = from;
  relation.to = to;
  relation.evidence = sentences_of(stating, hull_of(relata_annotated_span(stating->annotated, from),
                                                    relata_annotated_span(stating->annotated, to)));
  relation.when = besides.when;
  relation.by = besides.by;
  relation.note = besides.note->str;
  relation.stance = relata_stance_name(besides.said.stance);
  relation.certainty = relata_certainty_name(besides.said.certainty);
  relation.confidence = besides.said.confidence;
  relation.where = structure->where;
  relata_annotated_relate(stating->annotated, &relation);
  g_string_free(besides.note, TRUE);
}

/* ── Events ── */

static char *
event_id(const Stating *stating, const RelataUimaStructure *host)
{
  return g_strdup_printf("%s:%s", stating->prefix, host->id);
}

static void
declare_event(const Stating *stating, RelataUimaStructure *host)
{
  RelataCorpus *corpus = stating->uima->reading.corpus;
  g_autofree char *id = event_id(stating, host);
  gboolean again;
  RelataEvent *event = relata_corpus_declare_event(corpus, id, host->where, &again);
  event->type =
      relata_schema_use_event_type(relata_corpus_schema(corpus), type_of(stating->uima, host), host->where);
  host->event = relata_corpus_find_event(corpus, id);
}

/* Adds who fills a slot, and widens the evidence by where he is marked. */
static void
add_filler(const Stating *stating, const RelataUimaStructure *host, const RelataUimaStructure *link,
           const char *slot, RelataSpan *hull)
{
  const RelataUima *uima = stating->uima;
  const char *role = relata_uima_value(uima, link, "role");
  const RelataUimaStructure *target = relata_uima_find(uima, relata_uima_value(uima, link, "target"));
  const guint event = target != NULL ? target->event : RELATA_NONE;
  const guint actor = target != NULL && event == RELATA_NONE
                          ? relata_annotated_actor(stating->annotated, target->id)
                          : RELATA_NONE;
  if (actor == RELATA_NONE && event == RELATA_NONE) {
    relata_account_leave_out(uima->reading.input->account, "a slot's target is not there");
    return;
  }
  RelataCorpus *corpus = uima->reading.corpus;
  role = relata_corpus_intern(corpus, role != NULL && relata_name_is_id(role) ? role : slot);
  relata_corpus_add_argument(corpus, host->event, role, actor, event, link->where);
  *hull = hull_of(*hull, relata_annotated_span(stating->annotated, target->id));
}

static RelataSpan
add_fillers(const Stating *stating, const RelataUimaStructure *host)
{
  const RelataUimaLayer *layer = host->layer;
  RelataSpan hull = host->span;
  for (guint i = 0; i < layer->columns->len; i++) {
    const RelataUimaColumn *column = &g_array_index(layer->columns, RelataUimaColumn, i);
    g_autoptr(GPtrArray) links = relata_uima_referred(stating->uima, host, column->name);
    for (guint k = 0; column->links && k < links->len; k++)
      add_filler(stating, host, g_ptr_array_index(links, k), column->name, &hull);
  }
  return hull;
}

/* Says of the event what its features say, as for a relation. */
static void
state_event(const Stating *stating, const RelataUimaStructure *host)
{
  const RelataUima *uima = stating->uima;
  RelataCorpus *corpus = uima->reading.corpus;
  RelataStating said = relata_stating(corpus, uima->reading.diagnostics, host->where);
  const Besides besides = besides_of(uima, host);
  const RelataSpan hull = add_fillers(stating, host);
  g_autofree char *id = event_id(stating, host);
  said.said.document = relata_annotated_document(stating->annotated);
  relata_statement_set_text(&said, RELATA_SAID_ID, id);
  relata_statement_set_text(&said, RELATA_SAID_WHEN, besides.when);
  relata_statement_set_text(&said, RELATA_SAID_BY, besides.by);
  relata_statement_set_text(&said, RELATA_SAID_NOTE, besides.note->str);
  said.said.stance = besides.said.stance;
  said.said.certainty = besides.said.certainty;
  said.said.confidence = besides.said.confidence;
  said.said.span = sentences_of(stating, hull);
  if (!relata_span_is_set(said.said.span))
    said.said.span = hull;
  gboolean again;
  if (relata_statement_end(&said))
    relata_corpus_declare_event(corpus, id, host->where, &again)->said = said.said;
  g_string_free(besides.note, TRUE);
}

void
relata_uima_state(RelataUima *uima, RelataAnnotated *annotated, RelataOffsetUnit unit, const char *prefix)
{
  if (relata_annotated_text(annotated) != NULL)
    find_places(uima, relata_annotated_text(annotated), unit);
  const Stating stating = {uima, annotated, prefix, find_sentences(uima)};
  for (guint i = 0; i < uima->structures->len; i++) {
    RelataUimaStructure *structure = relata_uima_at(uima, i);
    if (structure->layer->wanted && structure->layer->is_host && structure->begin >= 0)
      declare_event(&stating, structure);
  }
  for (guint i = 0; i < uima->structures->len; i++) {
    RelataUimaStructure *structure = relata_uima_at(uima, i);
    if (structure->event != RELATA_NONE)
      state_event(&stating, structure);
    else if (structure->layer->wanted && structure->layer->from != NULL)
      state_relation(&stating, structure);
  }
  g_array_unref(stating.sentences);
}
