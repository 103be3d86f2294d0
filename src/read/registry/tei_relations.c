/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The relations of a TEI file. One may have several who are active, several who are passive and several
 * sources, and so gives a claim for each of them. */
#include "corpus/quote.h"
#include "read/iri.h"
#include "read/statement.h"
#include "read/registry/tei.h"
#include "text/date_pattern.h"
#include "text/name.h"
#include "text/words.h"

#include <string.h>

/* A relation that would give more claims is left out. */
#define MOST_CLAIMS 100000

/* ── Reading ── */

void
relata_tei_read_relation(RelataTei *tei, const RelataXmlEvent *start)
{
  const guint depth = start->depth;
  RelataTeiRelation relation = {.id = relata_tei_id(tei), .where = start->where};
  const struct {
    const char *name;
    const char **slot;
  } slots[] = {
      {"name", &relation.name},
      {"ref", &relation.ref},
      {"type", &relation.type},
      {"active", &relation.active},
      {"passive", &relation.passive},
      {"mutual", &relation.mutual},
      {"when", &relation.when},
      {"from", &relation.from},
      {"to", &relation.to},
      {"notBefore", &relation.not_before},
      {"notAfter", &relation.not_after},
      {"cert", &relation.cert},
      {"resp", &relation.resp},
      {"source", &relation.source},
  };
  const char *used[G_N_ELEMENTS(slots) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(slots); i++) {
    *slots[i].slot = relata_tei_attribute(tei, slots[i].name);
    used[i] = slots[i].name;
  }
  relata_tei_count_attributes(tei, "relation", used);
  relata_account_record(tei->reading.input->account);
  for (const RelataXmlEvent *child; (child = relata_xml_child(tei->xml, depth)) != NULL;) {
    if (strcmp(child->name, "desc") == 0 && relation.desc == NULL) {
      relation.desc = relata_tei_words(tei, child->depth);
    } else {
      relata_account_unused(tei->reading.input->account, child->name);
      relata_xml_skip(tei->xml);
    }
  }
  g_array_append_val(tei->relations, relation);
}

/* What the claims of a document are made of. */
typedef struct {
  const RelataTei *tei;
  guint file;           /* the document that the file is */
  RelataQuotes *quotes; /* of its text; NULL where it has none */
} Stating;

/* ── What is said ── */

/* Returns the type of a relation: its name, or the last part of its ref, or its type. */
static const char *
type_of(const RelataTeiRelation *relation)
{
  if (relation->name != NULL)
    return relation->name;
  const char *ref = relation->ref, *last = ref;
  for (const char *at = ref; at != NULL && *at != '\0'; at++)
    if ((*at == '/' || *at == '#' || *at == ':') && at[1] != '\0')
      last = at + 1;
  return last != NULL ? last : relation->type;
}

/* Returns a date in EDTF, or NULL where there is none or it has no one meaning, which is reported. Newly
 * allocated. */
static char *
date_of(const RelataTei *tei, const RelataTeiRelation *relation, const char *written, gboolean about)
{
  char *edtf = NULL;
  gboolean timed = FALSE;
  if (written == NULL)
    return NULL;
  const RelataWritten kind = relata_date_by_form(written, &edtf, &timed);
  if (timed)
    relata_account_remark(tei->reading.input->account, RELATA_REMARK_TIMED);
  if (kind == RELATA_WRITTEN_OTHER)
    relata_diagnose(tei->reading.diagnostics, RELATA_WARNING, "wrong-date", &relation->where, NULL,
                    "'%s' has no one meaning as a date: the relation is kept without it", written);
  if (edtf == NULL || !about || strpbrk(edtf, "~?%/") != NULL)
    return edtf;
  char *rough = g_strconcat(edtf, "~", NULL);
  g_free(edtf);
  return rough;
}

/* Returns when it held, in EDTF, or NULL. notBefore and notAfter say about when it began and ended. Newly
 * allocated. */
static char *
when_of(const RelataTei *tei, const RelataTeiRelation *relation)
{
  if (relation->when != NULL)
    return date_of(tei, relation, relation->when, FALSE);
  const gboolean rough_from = relation->from == NULL, rough_to = relation->to == NULL;
  g_autofree char *from =
      date_of(tei, relation, rough_from ? relation->not_before : relation->from, rough_from);
  g_autofree char *to = date_of(tei, relation, rough_to ? relation->not_after : relation->to, rough_to);
  char *when = relata_date_interval(from, to);
  RelataDate date;
  if (when == NULL || relata_date_parse(when, &date, NULL))
    return when;
  relata_diagnose(tei->reading.diagnostics, RELATA_WARNING, "wrong-date", &relation->where, NULL,
                  "'%s' ends before it begins: the relation is kept without a date", when);
  g_free(when);
  return NULL;
}

/* Sets how certain it is: a word of TEI's, another that says it, or a number. FALSE where it is none of
 * these. */
static gboolean
set_certainty(RelataStating *stating, const char *cert)
{
  const char *certainty = cert == NULL ? NULL : relata_words_find("certainty", cert);
  if (cert != NULL && g_ascii_strcasecmp(cert, "unknown") == 0)
    certainty = relata_certainty_name(RELATA_POSSIBLE);
  char *end = NULL;
  const double number = cert != NULL && certainty == NULL ? g_ascii_strtod(cert, &end) : 0;
  if (end != NULL && (end == cert || *end != '\0' || !(number >= 0 && number <= 1)))
    return FALSE;
  if (end != NULL)
    stating->said.confidence = number;
  else
    relata_statement_set_text(stating, RELATA_SAID_CERTAINTY, certainty);
  return TRUE;
}

/* Returns whether the words of a desc can be evidence: where a document has no text, or they stand in it. */
static gboolean
is_quote(const Stating *stating, const char *desc, guint document)
{
  if (desc == NULL || relata_corpus_document(stating->tei->reading.corpus, document)->text == NULL)
    return desc != NULL;
  return document == stating->file &&
         relata_quotes_find(stating->quotes, desc, NULL, NULL).fit != RELATA_QUOTE_ABSENT;
}

/* Sets the words of a desc, as evidence or else as a note, who is responsible, and how certain it is. */
static void
set_words(const Stating *stating, RelataStating *said, const RelataTeiRelation *relation, guint document)
{
  const gboolean quoted = is_quote(stating, relation->desc, document);
  GString *note = g_string_new(quoted || relation->desc == NULL ? "" : relation->desc);
  if (relation->resp != NULL)
    g_string_append_printf(note, "%sresponsible: %s", note->len > 0 ? "; " : "",
                           relation->resp + (*relation->resp == '#'));
  if (!set_certainty(said, relation->cert))
    g_string_append_printf(note, "%scert: %s", note->len > 0 ? "; " : "", relation->cert);
  if (quoted)
    relata_statement_set_text(said, RELATA_SAID_TEXT, relation->desc);
  relata_statement_set_text(said, RELATA_SAID_NOTE, note->str);
  g_string_free(note, TRUE);
}

/* ── Documents ── */

/* Returns the document that a pointer to a source means. */
static guint
document_of(const RelataTei *tei, const char *pointer, RelataPlace where)
{
  const char *id = *pointer == '#' ? pointer + 1 : pointer;
  const RelataTeiSource *known = g_hash_table_lookup(tei->sources, id);
  RelataTeiSource source = {.id = id, .where = where};
  if (known != NULL)
    source = *known;
  else if (relata_iri_is(pointer))
    source.url = pointer;
  else
    relata_diagnose(tei->reading.diagnostics, RELATA_WARNING, "unknown-source", &where, NULL,
                    "no source in the file has the xml:id '%s': the document is called so", id);
  const RelataAnnotatedDocument document = {.id = source.title != NULL ? source.title : source.id,
                                            .title = source.title,
                                            .author = source.author,
                                            .publisher = source.publisher,
                                            .published = source.published,
                                            .url = source.url,
                                            .where = source.where};
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&tei->reading, &document);
  return relata_annotated_document(annotated);
}

/* Returns the documents that state a relation (guint): its sources, or else the file. */
static GArray *
documents_of(const RelataTei *tei, const RelataTeiRelation *relation, guint file)
{
  GArray *documents = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_auto(GStrv) pointers = g_strsplit(relation->source != NULL ? relation->source : "", " ", -1);
  for (guint i = 0; pointers[i] != NULL; i++) {
    const guint document = document_of(tei, pointers[i], relation->where);
    if (g_hash_table_add(seen, GUINT_TO_POINTER(document + 1)))
      g_array_append_val(documents, document);
  }
  if (documents->len == 0) {
    g_array_append_val(documents, file);
    relata_account_remark(tei->reading.input->account, RELATA_REMARK_SOURCELESS);
  }
  return documents;
}

/* ── Claims ── */

/* The pairs of a relation, each an actor and the next one. */
static GArray *
pairs_of(const RelataTei *tei, const RelataTeiRelation *relation)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(guint));
  const gboolean mutual = relation->mutual != NULL;
  const char *written[] = {mutual ? relation->mutual : relation->active,
                           mutual ? relation->mutual : relation->passive};
  g_auto(GStrv) from = g_strsplit(written[0] != NULL ? written[0] : "", " ", -1);
  g_auto(GStrv) to = g_strsplit(written[1] != NULL ? written[1] : "", " ", -1);
  if ((guint64)g_strv_length(from) * g_strv_length(to) > MOST_CLAIMS) {
    relata_account_leave_out(tei->reading.input->account, "a relation of too many");
    return pairs;
  }
  for (guint i = 0; from[i] != NULL; i++)
    for (guint k = mutual ? i + 1 : 0; to[k] != NULL; k++) {
      const guint ends[] = {relata_tei_actor(tei, from[i], relation->where),
                            relata_tei_actor(tei, to[k], relation->where)};
      g_array_append_vals(pairs, ends, 2);
    }
  if (pairs->len == 0)
    relata_account_leave_out(tei->reading.input->account, "a relation has only one end");
  return pairs;
}

/* Adds a claim. The id has a suffix where the relation gives several. */
static void
add_claim(const Stating *stating, const RelataTeiRelation *relation, const guint *ends, guint document,
          const char *id)
{
  const RelataAnnotating *reading = &stating->tei->reading;
  RelataStating said = relata_stating(reading->corpus, reading->diagnostics, relation->where);
  g_autofree char *when = when_of(stating->tei, relation);
  said.said.document = document;
  relata_statement_set_text(&said, RELATA_SAID_ID, id);
  relata_statement_set_text(&said, RELATA_SAID_WHEN, when);
  set_words(stating, &said, relation, document);
  if (!relata_statement_end(&said))
    return;
  const char *word = type_of(relation);
  if (word == NULL || !relata_name_is_id(word))
    relata_account_remark(reading->input->account, RELATA_REMARK_UNTYPED);
  const guint type = (relation->mutual != NULL ? relata_vocabulary_undirected : relata_vocabulary_relation)(
      reading->vocabulary, word, relation->where);
  const RelataClaim claim = {said.said, type, ends[0], ends[1], RELATA_NONE};
  relata_corpus_add_claim(reading->corpus, &claim);
}

/* A relation "wikidata" of the whole document says which entity its text is. */
static gboolean
is_of_text(const RelataTeiRelation *relation)
{
  return relation->name != NULL && strcmp(relation->name, "wikidata") == 0 && relation->passive != NULL &&
         relata_iri_is(relation->passive);
}

static void
state(const Stating *stating, const RelataTeiRelation *relation, guint number)
{
  const RelataTei *tei = stating->tei;
  const char *about = relata_corpus_document(tei->reading.corpus, stating->file)->id;
  g_autofree char *made = g_strdup_printf("relation-%u", number);
  g_autoptr(GArray) pairs = pairs_of(tei, relation);
  g_autoptr(GArray) documents =
      pairs->len > 0 ? documents_of(tei, relation, stating->file) : g_array_new(FALSE, FALSE, sizeof(guint));
  const gboolean several = pairs->len / 2 * documents->len > 1;
  guint n = 0;
  for (guint i = 0; i < pairs->len; i += 2)
    for (guint k = 0; k < documents->len; k++) {
      g_autofree char *suffix = several ? g_strdup_printf("-%u", ++n) : g_strdup("");
      g_autofree char *id =
          g_strdup_printf("%s:%s%s", about, relation->id != NULL ? relation->id : made, suffix);
      add_claim(stating, relation, &g_array_index(pairs, guint, i), g_array_index(documents, guint, k), id);
    }
}

void
relata_tei_state(RelataTei *tei, const RelataAnnotated *annotated)
{
  const RelataText *text = relata_annotated_text(annotated);
  g_autoptr(RelataQuotes) quotes = text != NULL && tei->relations->len > 0 ? relata_quotes_new(text) : NULL;
  const Stating stating = {tei, relata_annotated_document(annotated), quotes};
  for (guint i = 0; i < tei->relations->len; i++) {
    const RelataTeiRelation *relation = &g_array_index(tei->relations, RelataTeiRelation, i);
    if (is_of_text(relation))
      relata_account_leave_out(tei->reading.input->account,
                               "a relation says which entity of Wikidata the text is");
    else
      state(&stating, relation, i + 1);
  }
}
