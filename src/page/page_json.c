/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/page_json.h"

#include "analysis/centrality.h"
#include "corpus/origin.h"
#include "network/about.h"
#include "page/page_bounds.h"
#include "page/page_text.h"
#include "page/page_time.h"
#include "page/page_voice.h"
#include "text/display.h"
#include "write/claim_json.h"
#include "write/emit.h"

#include <math.h>
#include <string.h>

typedef struct {
  const RelataNetwork *network;
  const RelataCorpus *corpus;
  const RelataSchema *schema;
  const RelataSelection *selection;
  const RelataPageContext *context;
  GArray *order;    /* of guint: the documents in the order of the page */
  guint *documents; /* by document: its index on the page */
  guint *ties;      /* the network's ties in the order of the page */
  RelataPageMarks *marks;
  RelataPageTime *time;
  guint n_measures;
  double **scores; /* by measure, by vertex; NULL for a measure that is left out */
  GString *out;
} Page;

/* ── Values ──────────────────────────────────────────────────────────────────────────────── */

static void
add(cJSON *object, const char *key, cJSON *value)
{
  cJSON_AddItemToObjectCS(object, key, value);
}

/* Returns the text, made safe to show, as JSON; null for NULL. */
static cJSON *
words(const char *text)
{
  g_autofree char *safe = text != NULL ? relata_display_safe(text) : NULL;
  return safe != NULL ? cJSON_CreateString(safe) : cJSON_CreateNull();
}

static cJSON *
index_or_null(guint index)
{
  return index != RELATA_NONE ? cJSON_CreateNumber(index) : cJSON_CreateNull();
}

static cJSON *
number_or_null(double number)
{
  return isfinite(number) ? cJSON_CreateNumber(number) : cJSON_CreateNull();
}

static cJSON *
day_or_null(gint32 day)
{
  return day != RELATA_DAY_MIN && day != RELATA_DAY_MAX ? cJSON_CreateNumber(day) : cJSON_CreateNull();
}

static cJSON *
days(const RelataDate *date)
{
  if (!relata_date_is_set(date))
    return cJSON_CreateNull();
  cJSON *array = cJSON_CreateArray();
  cJSON_AddItemToArray(array, day_or_null(date->begin_min));
  cJSON_AddItemToArray(array, day_or_null(date->begin_max));
  cJSON_AddItemToArray(array, day_or_null(date->end_min));
  cJSON_AddItemToArray(array, day_or_null(date->end_max));
  return array;
}

static cJSON *
link_or_null(const char *url)
{
  return url != NULL && relata_display_is_link(url) ? cJSON_CreateString(url) : cJSON_CreateNull();
}

/* Writes a record as one line, so that two pages can be compared with diff. Frees the record. */
static void
add_record(Page *page, gboolean first, cJSON *record)
{
  g_autofree char *text = relata_emit_text(record, TRUE);
  g_string_append(page->out, first ? "\n" : ",\n");
  g_string_append(page->out, text);
  cJSON_Delete(record);
}

/* ── Records ─────────────────────────────────────────────────────────────────────────────── */

static void
add_actor_types(Page *page)
{
  const GArray *types = relata_schema_actor_types(page->schema);
  for (guint i = 0; i < types->len; i++) {
    const RelataActorType *type = relata_schema_actor_type(page->schema, i);
    cJSON *record = cJSON_CreateObject();
    add(record, "id", cJSON_CreateString(type->id));
    add(record, "label", words(type->label));
    add(record, "plural", words(type->plural));
    add(record, "parent", index_or_null(type->parent));
    add_record(page, i == 0, record);
  }
}

static void
add_relation_types(Page *page)
{
  const GArray *types = relata_schema_relation_types(page->schema);
  for (guint i = 0; i < types->len; i++) {
    const RelataRelationType *type = relata_schema_relation_type(page->schema, i);
    cJSON *record = cJSON_CreateObject();
    add(record, "id", cJSON_CreateString(type->id));
    add(record, "label", words(type->label));
    add(record, "inverse", words(type->inverse));
    add(record, "symmetric", cJSON_CreateBool(type->symmetric));
    add(record, "event", cJSON_CreateBool(type->event));
    add(record, "sign", cJSON_CreateNumber(type->sign));
    add(record, "parent", index_or_null(type->parent));
    add_record(page, i == 0, record);
  }
}

static void
add_documents(Page *page)
{
  for (guint i = 0; i < page->order->len; i++) {
    const RelataDocument *document =
        relata_corpus_document(page->corpus, g_array_index(page->order, guint, i));
    g_autofree char *published = relata_date_in_words(&document->published);
    cJSON *record = cJSON_CreateObject();
    add(record, "id", cJSON_CreateString(document->id));
    add(record, "title", words(document->title));
    add(record, "publisher", words(document->publisher));
    add(record, "author", words(document->author));
    add(record, "published", words(document->published.edtf));
    add(record, "published_words", words(relata_date_is_set(&document->published) ? published : NULL));
    add(record, "days", days(&document->published));
    add(record, "origin", words(document->origin));
    add(record, "origin_index", cJSON_CreateNumber(document->origin_index));
    add(record, "origin_name", words(relata_corpus_voice_name(page->corpus, document->origin_index)));
    relata_page_add_reliability(record, document);
    add(record, "language", words(document->language));
    add(record, "url", link_or_null(document->url));
    add_record(page, i == 0, record);
  }
}

static cJSON *
aliases(const RelataActor *actor, gboolean strong)
{
  cJSON *list = cJSON_CreateArray();
  for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len; i++) {
    const RelataAlias *alias = &g_array_index(actor->aliases, RelataAlias, i);
    if (alias->strong == strong)
      cJSON_AddItemToArray(list, words(alias->name));
  }
  return list;
}

static cJSON *
links(const RelataActor *actor)
{
  cJSON *list = cJSON_CreateArray();
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const RelataLink *link = &g_array_index(actor->links, RelataLink, i);
    cJSON *record = cJSON_CreateObject();
    add(record, "key", words(link->key));
    add(record, "value", words(link->value));
    cJSON_AddItemToArray(list, record);
  }
  return list;
}

static void
add_actors(Page *page)
{
  for (guint i = 0; i < page->network->n_actors; i++) {
    const RelataActor *actor = relata_network_actor(page->network, i);
    const char *element = page->context->actor_elements[i];
    cJSON *record = cJSON_CreateObject(), *scores = cJSON_CreateObject();
    add(record, "id", cJSON_CreateString(actor->id));
    add(record, "name", words(actor->name));
    add(record, "type", index_or_null(actor->type));
    add(record, "aliases", aliases(actor, TRUE));
    add(record, "weak_aliases", aliases(actor, FALSE));
    add(record, "description", words(actor->description));
    add(record, "url", link_or_null(actor->url));
    add(record, "links", links(actor));
    for (guint j = 0; relata_measures[j].name != NULL; j++)
      if (page->scores[j] != NULL)
        add(scores, relata_measures[j].name, cJSON_CreateNumber(page->scores[j][i]));
    add(record, "scores", scores);
    add(record, "element", element != NULL ? cJSON_CreateString(element) : cJSON_CreateNull());
    add_record(page, i == 0, record);
  }
}

static void
add_text(Page *page, cJSON *record, const RelataStatement *said)
{
  g_autofree char *evidence = relata_corpus_evidence(page->corpus, said);
  cJSON *marks = cJSON_CreateArray();
  if (evidence == NULL) {
    add(record, "text", cJSON_CreateNull());
    add(record, "marks", marks);
    return;
  }
  g_autoptr(GArray) spans = NULL;
  g_autofree char *text = relata_page_marks_text(page->marks, said, evidence, &spans);
  for (guint i = 0; i < spans->len; i++) {
    const RelataPageMark *mark = &g_array_index(spans, RelataPageMark, i);
    const guint vertex = page->network->vertices[mark->actor];
    const int triple[] = {(int)mark->start, (int)mark->end, (int)vertex};
    if (vertex != RELATA_NONE)
      cJSON_AddItemToArray(marks, cJSON_CreateIntArray(triple, 3));
  }
  add(record, "text", cJSON_CreateString(text));
  add(record, "marks", marks);
}

static cJSON *
statement(Page *page, const RelataClaim *claim)
{
  const RelataStatement *said = &claim->said;
  const gboolean placed = relata_span_is_set(said->span);
  g_autofree char *when = relata_date_in_words(&said->when);
  cJSON *record = cJSON_CreateObject();
  add(record, "id", cJSON_CreateString(said->id));
  add(record, "document",
      index_or_null(said->document != RELATA_NONE ? page->documents[said->document] : RELATA_NONE));
  add(record, "when", words(said->when.edtf));
  add(record, "when_words", words(when));
  add(record, "days", days(&said->when));
  relata_page_add_speakers(record, page->network, claim);
  add(record, "place", words(relata_corpus_place(page->corpus, said)));
  add(record, "affirms", cJSON_CreateBool(said->stance == RELATA_AFFIRMS));
  add(record, "certainty", cJSON_CreateNumber(said->certainty));
  add(record, "confidence", number_or_null(said->confidence));
  add(record, "credibility", index_or_null(said->credibility != 0 ? said->credibility : RELATA_NONE));
  add(record, "start", index_or_null(placed ? said->span.start : RELATA_NONE));
  add(record, "end", index_or_null(placed ? said->span.end : RELATA_NONE));
  add_text(page, record, said);
  if (said->misquoted)
    add(record, "misquoted", cJSON_CreateTrue());
  add(record, "note", words(said->note));
  return record;
}

/* Those of ties that are too weak are among them, because they may count for others. The claims of a tie are
 * consecutive, in the network's order of ties, which may differ from the page's. */
static guint
n_claims(const RelataNetwork *network)
{
  const guint n = network->n_ties + network->n_denied_only + network->n_ties_weak;
  guint end = 0;
  for (guint i = 0; i < n; i++)
    end = MAX(end, network->ties[i].first_claim + network->ties[i].n_claims);
  return end;
}

static void
add_claims(Page *page)
{
  const guint n = n_claims(page->network);
  for (guint i = 0; i < n; i++) {
    const guint claim = page->network->claims[i];
    cJSON *record = statement(page, relata_corpus_claim(page->corpus, claim));
    relata_page_time_add(page->time, record, claim);
    add_record(page, i == 0, record);
  }
}

static void
add_ties(Page *page)
{
  const RelataNetwork *network = page->network;
  g_autoptr(RelataFamilies) families = relata_families_new(page->selection);
  for (guint i = 0; i < network->n_ties + network->n_denied_only; i++) {
    const RelataTie *tie = &network->ties[page->ties[i]];
    char *const *ids = page->context->tie_elements[page->ties[i]];
    cJSON *record = cJSON_CreateObject(), *claims = cJSON_CreateArray(), *elements = cJSON_CreateArray();
    add(record, "from", cJSON_CreateNumber(tie->from));
    add(record, "to", cJSON_CreateNumber(tie->to));
    add(record, "type", cJSON_CreateNumber(tie->type));
    for (guint j = 0; j < tie->n_claims; j++)
      cJSON_AddItemToArray(claims, cJSON_CreateNumber(tie->first_claim + j));
    for (; ids != NULL && *ids != NULL; ids++)
      cJSON_AddItemToArray(elements, cJSON_CreateString(*ids));
    add(record, "claims", claims);
    add(record, "elements", elements);
    add(record, "kin", relata_page_kin(network, families, tie));
    add_record(page, i == 0, record);
  }
}

static void
add_figures(Page *page)
{
  gboolean first = TRUE;
  for (guint i = 0; i < relata_corpus_n_figures(page->corpus); i++) {
    const RelataFigure *figure = relata_corpus_figure(page->corpus, i);
    if (!relata_selection_has_figure(page->selection, figure))
      continue;
    const RelataMeasure *measure = relata_schema_measure(page->schema, figure->measure);
    const char *unit = figure->unit != NULL ? figure->unit : measure->unit;
    g_autofree char *in_words = relata_corpus_figure_in_words(page->corpus, figure);
    cJSON *record = cJSON_CreateObject();
    add(record, "measure", words(measure->label));
    add(record, "of",
        index_or_null(figure->actor != RELATA_NONE ? page->network->vertices[figure->actor] : RELATA_NONE));
    add(record, "min", number_or_null(figure->min));
    add(record, "max", number_or_null(figure->max));
    add(record, "best", number_or_null(figure->best));
    add(record, "of_claim", words(figure->of_claim));
    add(record, "words", words(in_words));
    add(record, "unit", words(unit != NULL && *unit != '\0' ? unit : NULL));
    const RelataClaim as_claim = {.said = figure->said, .from = figure->actor, .to = figure->actor};
    add(record, "claim", statement(page, &as_claim));
    add_record(page, first, record);
    first = FALSE;
  }
}

static void
add_measures(Page *page)
{
  for (guint i = 0; relata_measures[i].name != NULL; i++) {
    if (page->scores[i] == NULL)
      continue;
    g_autofree char *title = relata_display_begin(relata_measures[i].name);
    cJSON *record = cJSON_CreateObject();
    add(record, "name", cJSON_CreateString(relata_measures[i].name));
    add(record, "title", cJSON_CreateString(title));
    add(record, "text", cJSON_CreateString(relata_measures[i].help));
    add_record(page, i == 0, record);
  }
}

/* ── The whole document ──────────────────────────────────────────────────────────────────── */

static void
add_head(Page *page)
{
  const RelataPageContext *context = page->context;
  cJSON *head = cJSON_CreateObject(), *captions = cJSON_CreateArray();
  for (guint i = 0; context->captions[i] != NULL; i++)
    cJSON_AddItemToArray(captions, words(context->captions[i]));
  add(head, "relata_page", cJSON_CreateNumber(1));
  add(head, "title", words(context->title));
  add(head, "subtitle", words(context->subtitle));
  add(head, "language", words(context->language));
  add(head, "corpus", words(context->corpus));
  add(head, "options", relata_page_options(page->selection));
  add(head, "bounds", relata_page_bounds(page->network, page->selection));
  add(head, "captions", captions);
  g_autofree char *text = relata_emit_text(head, TRUE);
  cJSON_Delete(head);
  g_string_append_len(page->out, text, (gssize)strlen(text) - 1); /* leaves the brace open */
}

/* Orders the picture's sources by their numbers, then the other documents. */
static void
order_documents(Page *page)
{
  const guint n = relata_corpus_n_documents(page->corpus);
  page->documents = g_new(guint, MAX(n, 1));
  page->order = g_array_copy((GArray *)(gpointer)page->context->documents);
  for (guint i = 0; i < n; i++)
    page->documents[i] = RELATA_NONE;
  for (guint i = 0; i < page->order->len; i++)
    page->documents[g_array_index(page->order, guint, i)] = i;
  for (guint i = 0; i < n; i++)
    if (page->documents[i] == RELATA_NONE) {
      page->documents[i] = page->order->len;
      g_array_append_val(page->order, i);
    }
}

static int
compare_ties(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataNetwork *network = data;
  const RelataTie *one = &network->ties[*(const guint *)a], *other = &network->ties[*(const guint *)b];
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  if (one->to != other->to)
    return one->to < other->to ? -1 : 1;
  return strcmp(relata_network_relation(network, one)->id, relata_network_relation(network, other)->id);
}

static void
order_ties(Page *page)
{
  const guint n = page->network->n_ties + page->network->n_denied_only;
  page->ties = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    page->ties[i] = i;
  g_qsort_with_data(page->ties, (int)n, sizeof *page->ties, compare_ties, (gpointer)page->network);
}

/* Computes the measures. One that is not computed by the end of the time has no scores. */
static gboolean
score(Page *page, GError **error)
{
  const RelataPageContext *context = page->context;
  const gint64 deadline = g_get_monotonic_time() + context->seconds * G_TIME_SPAN_SECOND;
  while (relata_measures[page->n_measures].name != NULL)
    page->n_measures++;
  page->scores = g_new0(double *, page->n_measures + 1);
  for (guint i = 0; i < page->n_measures; i++) {
    const RelataMeasureInfo *measure = &relata_measures[i];
    g_autoptr(GError) reason = NULL;
    page->scores[i] = context->seconds > 0
                          ? relata_centrality_until(page->network, measure, deadline, &reason)
                          : relata_centrality(page->network, measure, &reason);
    if (page->scores[i] == NULL && !g_error_matches(reason, RELATA_ERROR, RELATA_ERROR_LIMIT)) {
      g_propagate_error(error, g_steal_pointer(&reason));
      return FALSE;
    }
    if (page->scores[i] == NULL && context->left_out != NULL)
      g_ptr_array_add(context->left_out, (gpointer)measure->name);
  }
  return TRUE;
}

char *
relata_page_json(const RelataNetwork *network, const RelataSelection *selection,
                 const RelataPageContext *context, GError **error)
{
  g_return_val_if_fail(network != NULL && selection != NULL, NULL);
  g_return_val_if_fail(context != NULL && context->documents != NULL, NULL);
  static const struct {
    const char *key;
    void (*add)(Page *page);
  } lists[] = {{"actor_types", add_actor_types}, {"relation_types", add_relation_types},
               {"documents", add_documents},     {"actors", add_actors},
               {"claims", add_claims},           {"ties", add_ties},
               {"figures", add_figures},         {"measures", add_measures}};
  Page page = {.network = network,
               .corpus = network->corpus,
               .schema = relata_corpus_schema(network->corpus),
               .selection = selection,
               .context = context};
  char *json = NULL;
  if (score(&page, error)) {
    page.out = g_string_new(NULL);
    page.marks = relata_page_marks_new(network->corpus);
    order_documents(&page);
    page.time = relata_page_time_new(network, page.documents);
    order_ties(&page);
    add_head(&page);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
      g_string_append_printf(page.out, ",\n\"%s\":[", lists[i].key);
      lists[i].add(&page);
      g_string_append(page.out, "]");
    }
    g_string_append(page.out, "}\n");
    json = relata_page_text_without_markup(page.out);
    g_string_free(page.out, TRUE);
    relata_page_marks_free(page.marks);
    relata_page_time_free(page.time);
    g_array_unref(page.order);
    g_free(page.documents);
    g_free(page.ties);
  }
  for (guint i = 0; i < page.n_measures; i++)
    g_free(page.scores[i]);
  g_free(page.scores);
  return json;
}
