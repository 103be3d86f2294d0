/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The statements of an item: each of its references is a document, and so a claim. */
#include "corpus/claim_ids.h"
#include "read/statement.h"
#include "read/when.h"
#include "read/registry/wikidata_internal.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* The document of statements without a reference. */
#define WIKIDATA "Wikidata"

/* A statement as all its claims have it. */
typedef struct {
  RelataWikidataReading *reading;
  RelataPlace where;
  guint type, from, to;
  const char *id;        /* of the statement */
  const char *certainty; /* NULL: not said */
  char *when;            /* EDTF; owned */
  GString *note;
  guint n; /* claims so far */
} Stating;

static const cJSON *
first_of(const cJSON *object, const char *key)
{
  const cJSON *list = object != NULL ? relata_json_member(object, key) : NULL;
  return list != NULL ? list->child : NULL;
}

/* Returns what an item is called, as far as the file of labels says. */
static const char *
label_of(const RelataWikidataReading *reading, const char *item)
{
  const char *label = item != NULL ? g_hash_table_lookup(reading->labels, item) : NULL;
  return label != NULL ? label : item;
}

static char *
read_time(const RelataWikidataReading *reading, const cJSON *snak)
{
  gboolean timed = FALSE;
  char *edtf = relata_wikidata_time(snak, &timed);
  const cJSON *value;
  if (timed)
    relata_account_remark(reading->input->account, RELATA_REMARK_TIMED);
  if (edtf == NULL && relata_wikidata_snak(snak, &value) == RELATA_SNAK_VALUE)
    relata_account_leave_out(reading->input->account, "a date that is coarser than a century, or none");
  return edtf;
}

/* ── Qualifiers ── */

/* Qualifiers that a note tells; those of time and doubt are told as such. All others are counted. */
static const struct {
  const char *property, *word;
} told[] = {{"P1039", "kinship"}, {"P39", "position"},  {"P794", "as"},        {"P2868", "role"},
            {"P3831", "role"},    {"P768", "district"}, {"P1107", "share"},    {"P453", "role"},
            {"P2241", "reason"},  {"P1534", "end"},     {"P1365", "replaces"}, {"P1366", "replaced by"}};

static void
append_told(Stating *stating, const char *what, const cJSON *snak)
{
  const cJSON *value;
  const char *item = relata_wikidata_item(snak);
  const char *text = item != NULL ? label_of(stating->reading, item) : relata_wikidata_text(snak);
  if (text == NULL && relata_wikidata_snak(snak, &value) == RELATA_SNAK_VALUE)
    text = cJSON_GetStringValue(relata_json_member(value, "amount"));
  if (text != NULL)
    g_string_append_printf(stating->note, "%s%s: %s", stating->note->len > 0 ? "; " : "", what, text);
}

static void
read_certainty(Stating *stating, const cJSON *snak)
{
  const char *item = relata_wikidata_item(snak);
  const char *certainty =
      item != NULL ? relata_wikidata_word(stating->reading->vocabulary, "certainty", item) : NULL;
  if (item != NULL && g_strcmp0(stating->certainty, "possible") != 0)
    stating->certainty = certainty != NULL ? certainty : "probable";
}

/* Reads a qualifier that is not of time. Returns whether it was used. */
static gboolean
read_qualifier(Stating *stating, const cJSON *qualifier)
{
  if (strcmp(qualifier->string, "P5102") == 0 || strcmp(qualifier->string, "P1480") == 0) {
    for (const cJSON *snak = qualifier->child; snak != NULL; snak = snak->next)
      read_certainty(stating, snak);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS(told); i++)
    if (strcmp(qualifier->string, told[i].property) == 0) {
      for (const cJSON *snak = qualifier->child; snak != NULL; snak = snak->next)
        append_told(stating, told[i].word, snak);
      return TRUE;
    }
  return FALSE;
}

/* Reads the ends of an interval: a value that does not exist says that it goes on. */
static char *
read_end(const RelataWikidataReading *reading, const cJSON *snak, gboolean goes_on)
{
  const cJSON *value;
  if (snak == NULL)
    return NULL;
  if (goes_on && relata_wikidata_snak(snak, &value) == RELATA_SNAK_NONE)
    return g_strdup("..");
  return read_time(reading, snak);
}

static void
read_when(Stating *stating, const cJSON *qualifiers, gboolean state)
{
  const RelataWikidataReading *reading = stating->reading;
  g_autofree char *begin = read_end(reading, first_of(qualifiers, "P580"), FALSE);
  g_autofree char *end = read_end(reading, first_of(qualifiers, "P582"), TRUE);
  if (begin != NULL || end != NULL)
    stating->when = relata_when_between(reading->diagnostics, stating->where, begin, end, state);
  else
    stating->when = read_end(reading, first_of(qualifiers, "P585"), FALSE);
}

static void
read_qualifiers(Stating *stating, const cJSON *qualifiers)
{
  const RelataSchema *schema = relata_corpus_schema(stating->reading->corpus);
  static const char *const times[] = {"P580", "P582", "P585", NULL};
  read_when(stating, qualifiers, !relata_schema_relation_type(schema, stating->type)->event);
  for (const cJSON *one = qualifiers != NULL ? qualifiers->child : NULL; one != NULL; one = one->next) {
    if (one->string == NULL || g_strv_contains(times, one->string) || read_qualifier(stating, one))
      continue;
    g_autofree char *part = g_strconcat("qualifier ", one->string, NULL);
    relata_account_unused(stating->reading->input->account, part);
  }
}

/* ── References ── */

static const char *
text_of(const cJSON *snaks, const char *property)
{
  return relata_wikidata_text(first_of(snaks, property));
}

/* Returns the number of the first item that one of the properties has; NULL where none has one. */
static const char *
item_of(const cJSON *snaks, const char *const *properties)
{
  const char *item = NULL;
  for (; item == NULL && *properties != NULL; properties++)
    item = relata_wikidata_item(first_of(snaks, *properties));
  return item;
}

static void
complete(const RelataWikidataReading *reading, const char **field, const char *words)
{
  if (*field == NULL && words != NULL)
    *field = relata_corpus_intern(reading->corpus, words);
}

static void
set_published(const Stating *stating, RelataDocument *document, const cJSON *snaks)
{
  const cJSON *snak = first_of(snaks, "P577");
  g_autofree char *edtf = snak != NULL ? read_time(stating->reading, snak) : NULL;
  RelataStating said =
      relata_stating(stating->reading->corpus, stating->reading->diagnostics, stating->where);
  if (edtf != NULL && !relata_date_is_set(&document->published) &&
      relata_statement_set_text(&said, RELATA_SAID_WHEN, edtf))
    document->published = said.said.when;
}

/* Returns the document that a reference names, by its address or by what it is stated in; RELATA_NONE where
 * it names none. */
static guint
document_of(const Stating *stating, const cJSON *snaks)
{
  static const char *const stated[] = {"P248", NULL}, *const published_by[] = {"P123", "P1433", "P248", NULL};
  const RelataWikidataReading *reading = stating->reading;
  const char *url = text_of(snaks, "P854"), *item = item_of(snaks, stated);
  g_autofree char *numbered = item != NULL ? g_strconcat("wikidata:", item, NULL) : NULL;
  const char *id = url != NULL && relata_name_is_id(url) ? url : numbered;
  if (id == NULL)
    return RELATA_NONE;
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(reading->corpus, id, stating->where, &again);
  const char *title = text_of(snaks, "P1476");
  if (title == NULL && id == numbered)
    title = label_of(reading, item);
  if (document->title == document->id && title != NULL)
    document->title = relata_corpus_intern(reading->corpus, title);
  complete(reading, &document->url, url);
  complete(reading, &document->author, text_of(snaks, "P2093"));
  if (id != numbered)
    complete(reading, &document->publisher, label_of(reading, item_of(snaks, published_by)));
  set_published(stating, document, snaks);
  return relata_corpus_find_document(reading->corpus, id);
}

static guint
wikidata_itself(const Stating *stating)
{
  gboolean again;
  relata_corpus_declare_document(stating->reading->corpus, WIKIDATA, (RelataPlace){stating->where.file, 0, 0},
                                 &again);
  return relata_corpus_find_document(stating->reading->corpus, WIKIDATA);
}

/* ── Claims ── */

static void
add_claim(Stating *stating, guint document, const cJSON *snaks)
{
  const RelataWikidataReading *reading = stating->reading;
  g_autofree char *id = stating->n++ == 0 ? g_strconcat("wikidata:", stating->id, NULL)
                                          : g_strdup_printf("wikidata:%s:%u", stating->id, stating->n);
  const cJSON *retrieved = first_of(snaks, "P813");
  g_autofree char *day = retrieved != NULL ? read_time(reading, retrieved) : NULL;
  g_autofree char *note = day != NULL ? g_strdup_printf("%s%sretrieved: %s", stating->note->str,
                                                        stating->note->len > 0 ? "; " : "", day)
                                      : g_strdup(stating->note->str);
  RelataStating said = relata_stating(reading->corpus, reading->diagnostics, stating->where);
  said.said.document = document;
  relata_statement_set_text(&said, RELATA_SAID_ID, id);
  relata_statement_set_text(&said, RELATA_SAID_WHEN, stating->when);
  relata_statement_set_text(&said, RELATA_SAID_CERTAINTY, stating->certainty);
  relata_statement_set_text(&said, RELATA_SAID_TEXT, text_of(snaks, "P1683"));
  relata_statement_set_text(&said, RELATA_SAID_NOTE, note);
  if (!relata_statement_end(&said))
    return;
  const RelataClaim claim = {said.said, stating->type, stating->from, stating->to, RELATA_NONE};
  relata_corpus_add_claim(reading->corpus, &claim);
}

/* Adds a claim for each document that the references name, else one that Wikidata itself states. */
static void
add_claims(Stating *stating, const cJSON *statement)
{
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  for (const cJSON *reference = first_of(statement, "references"); reference != NULL;
       reference = reference->next) {
    const cJSON *snaks = relata_json_member(reference, "snaks");
    const guint document = snaks != NULL ? document_of(stating, snaks) : RELATA_NONE;
    if (document != RELATA_NONE && g_hash_table_add(known, GUINT_TO_POINTER(document)))
      add_claim(stating, document, snaks);
  }
  if (stating->n == 0)
    add_claim(stating, wikidata_itself(stating), NULL);
}

/* Returns the actor of an item, and remembers that it was named. */
static guint
end_of(RelataWikidataReading *reading, const char *item, const char *type, RelataPlace where)
{
  if (!g_hash_table_contains(reading->ends, item)) {
    char *own = g_strdup(item);
    g_ptr_array_add(reading->ended, own);
    g_hash_table_insert(reading->ends, own, (gpointer)type);
  }
  return relata_corpus_refer_actor(reading->corpus, relata_wikidata_actor_id(reading, item), where);
}

/* Returns why a statement gives no claim; NULL where it gives one. */
static const char *
why_not(const cJSON *statement)
{
  const char *rank = cJSON_GetStringValue(relata_json_member(statement, "rank"));
  const cJSON *main = relata_json_member(statement, "mainsnak"), *value;
  const RelataSnak what = relata_wikidata_snak(main, &value);
  if (g_strcmp0(rank, "deprecated") == 0)
    return "a statement that is deprecated";
  if (what == RELATA_SNAK_SOME)
    return "a value that nobody knows";
  if (what == RELATA_SNAK_NONE)
    return "a statement that there is none";
  return relata_wikidata_item(main) == NULL ? "a value that is no item" : NULL;
}

static void
read_statement(RelataWikidataReading *reading, guint from, const char *number, const cJSON *statement)
{
  const RelataWikidataProperty property = relata_wikidata_property(reading->vocabulary, number);
  const char *why = why_not(statement), *id = cJSON_GetStringValue(relata_json_member(statement, "id"));
  const cJSON *main = relata_json_member(statement, "mainsnak");
  if (why != NULL) {
    relata_account_leave_out(reading->input->account, why);
    return;
  }
  g_autofree char *first = g_strconcat("wikidata:", id, NULL);
  if (id != NULL && relata_corpus_has_claim(reading->corpus, first)) {
    relata_account_leave_out(reading->input->account, "a statement that was read before");
    return;
  }
  const RelataPlace where = relata_json_place(reading->json, statement);
  g_autofree char *made = g_strdup_printf("%u:%u", where.line, where.column);
  g_autoptr(GString) note = g_string_new(NULL);
  Stating stating = {.reading = reading,
                     .where = where,
                     .type = relata_vocabulary_relation(reading->vocabulary,
                                                        reading->numbers ? number : property.relation, where),
                     .from = from,
                     .to = end_of(reading, relata_wikidata_item(main), property.to, where),
                     .id = id != NULL && relata_name_is_id(id) ? id : made,
                     .note = note};
  read_qualifiers(&stating, relata_json_member(statement, "qualifiers"));
  add_claims(&stating, statement);
  g_free(stating.when);
}

static gboolean
is_preferred(const cJSON *statement)
{
  return g_strcmp0(cJSON_GetStringValue(relata_json_member(statement, "rank")), "preferred") == 0;
}

/* Returns whether the statements of a property are to be read: all that name items, or only ties. */
static gboolean
is_wanted(const RelataWikidataReading *reading, const cJSON *property)
{
  const cJSON *main = property->child != NULL ? relata_json_member(property->child, "mainsnak") : NULL;
  const char *type = main != NULL ? cJSON_GetStringValue(relata_json_member(main, "datatype")) : NULL;
  if (relata_wikidata_property(reading->vocabulary, property->string).tie)
    return TRUE;
  return reading->all &&
         (type != NULL ? strcmp(type, "wikibase-item") == 0 : relata_wikidata_item(main) != NULL);
}

/* Counts the statements that are neither relations nor numbers of registries. */
static void
count_unwanted(const RelataWikidataReading *reading, const cJSON *property, gboolean wanted)
{
  const cJSON *main = property->child != NULL ? relata_json_member(property->child, "mainsnak") : NULL;
  const char *type = main != NULL ? cJSON_GetStringValue(relata_json_member(main, "datatype")) : NULL;
  for (const cJSON *one = property->child;
       !wanted && g_strcmp0(type, "external-id") != 0 && strcmp(property->string, "P31") != 0 && one != NULL;
       one = one->next)
    relata_account_unused(reading->input->account, property->string);
}

void
relata_wikidata_add_claims(RelataWikidataReading *reading, const char *item, const cJSON *entity)
{
  const guint from = relata_corpus_find_actor(reading->corpus, relata_wikidata_actor_id(reading, item));
  for (const cJSON *property = first_of(entity, "claims"); property != NULL; property = property->next) {
    if (property->string == NULL)
      continue;
    const gboolean wanted = is_wanted(reading, property);
    count_unwanted(reading, property, wanted);
    for (guint preferred = 0; wanted && preferred < 2; preferred++) /* the preferred ones first */
      for (const cJSON *statement = property->child; statement != NULL; statement = statement->next)
        if (is_preferred(statement) == (preferred == 0))
          read_statement(reading, from, property->string, statement);
  }
}
