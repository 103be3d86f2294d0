/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What nodes and edges mean: actors and claims. */
#include "corpus/identity.h"
#include "read/attributes.h"
#include "read/graph/graph_file_internal.h"
#include "read/statement.h"
#include "text/date_pattern.h"
#include "text/name.h"
#include "text/words.h"

#include <string.h>

static const char *
value_of(const RelataGraphRecord *record, RelataGraphField field)
{
  return record->values[field].value;
}

/* ── Nodes ── */

static void add_containment(RelataGraphFile *file, const RelataGraphRecord *record, const char *id);

static void
describe(RelataGraphFile *file, RelataActor *actor, const RelataGraphRecord *record)
{
  const char *name = value_of(record, RELATA_GRAPH_NAME);
  g_autofree char *line = relata_name_line(name != NULL ? name : "");
  if (*line != '\0')
    actor->name = relata_corpus_intern(file->corpus, line);
  actor->description = relata_corpus_intern(file->corpus, value_of(record, RELATA_GRAPH_DESCRIPTION));
  actor->url = relata_corpus_intern(file->corpus, value_of(record, RELATA_GRAPH_URL));
}

/* ── Documents ── */

/* Returns the document that is the file itself. Another file of the same name is another one. */
static guint
file_document(RelataGraphFile *file)
{
  if (file->document != RELATA_NONE)
    return file->document;
  g_autofree char *name = g_path_get_basename(file->input->shown);
  const guint known = relata_corpus_find_document(file->corpus, name);
  const char *declared =
      known != RELATA_NONE ? relata_corpus_document(file->corpus, known)->where.file : NULL;
  g_autofree char *its = declared != NULL ? g_path_get_basename(declared) : NULL;
  const gboolean taken =
      declared != NULL && strcmp(its, name) == 0 && strcmp(declared, file->input->shown) != 0;
  const char *id = taken ? file->input->shown : name;
  const RelataPlace where = {file->input->shown, 0, 0};
  gboolean again;
  relata_corpus_declare_document(file->corpus, id, where, &again);
  file->document = relata_corpus_find_document(file->corpus, id);
  return file->document;
}

static guint
named_document(RelataGraphFile *file, const char *id, RelataPlace where)
{
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(file->corpus, id, where, &again);
  if (document->url == NULL && strstr(id, "://") != NULL)
    document->url = document->id;
  return relata_corpus_find_document(file->corpus, id);
}

static gboolean
holds(const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index(numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

/* Returns the documents (guint) that state an edge, each once; at least one. */
static GArray *
documents_of(RelataGraphFile *file, const RelataGraphRecord *record)
{
  GArray *documents = g_array_new(FALSE, FALSE, sizeof(guint));
  const char *written = value_of(record, RELATA_GRAPH_DOCUMENT);
  g_autoptr(GString) lines = g_string_new(written);
  g_string_replace(lines, "; ", "\n", 0);
  g_string_replace(lines, " | ", "\n", 0);
  g_auto(GStrv) names = g_strsplit(lines->str, "\n", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    const char *id = g_strstrip(names[i]);
    const guint document = relata_name_is_id(id) ? named_document(file, id, record->where) : RELATA_NONE;
    if (document != RELATA_NONE && !holds(documents, document))
      g_array_append_val(documents, document);
  }
  if (documents->len == 0) {
    const guint document = file_document(file);
    relata_account_remark(file->input->account, RELATA_REMARK_SOURCELESS);
    g_array_append_val(documents, document);
  }
  return documents;
}

/* ── Dates ── */

/* Returns a date, ".." or NULL. Gephi writes times as numbers: "2015.0" is the year. */
static char *
date_of(RelataGraphFile *file, const char *written, RelataPlace where)
{
  char *edtf = NULL;
  gboolean timed = FALSE;
  if (g_ascii_strcasecmp(written, "Infinity") == 0 || strcmp(written, "..") == 0)
    return g_strdup("..");
  if (g_ascii_strcasecmp(written, "-Infinity") == 0)
    return NULL;
  g_autofree char *text = g_strdup(written);
  if (g_str_has_suffix(text, ".0"))
    text[strlen(text) - 2] = '\0';
  if (relata_date_by_form(text, &edtf, &timed) == RELATA_WRITTEN_OTHER)
    relata_diagnose(file->diagnostics, RELATA_WARNING, "wrong-date", &where, NULL,
                    "'%s' is not a date whose form has one meaning" RELATA_DATE_LEFT_OUT, written);
  if (timed)
    relata_account_remark(file->input->account, RELATA_REMARK_TIMED);
  return edtf;
}

/* Returns the date of what began and ended then ("": it is not known), or NULL. */
static char *
span_of(RelataGraphFile *file, const char *start, const char *end, RelataPlace where, gboolean state)
{
  g_autofree char *first = date_of(file, start, where);
  g_autofree char *last = date_of(file, end, where);
  char *when;
  const char *from = first != NULL && strcmp(first, "..") != 0 ? first : NULL;
  if (!relata_date_period(from, last, state, &when))
    relata_diagnose(file->diagnostics, RELATA_WARNING, "wrong-date", &where, NULL,
                    "%s is before %s, with which it begins" RELATA_DATE_LEFT_OUT, last, first);
  return when;
}

/* Returns the date of the spell with this number, of which an edge without spells has one; or NULL. */
static char *
date_of_spell(RelataGraphFile *file, const RelataGraphRecord *record, guint spell, gboolean state)
{
  const char *when = value_of(record, RELATA_GRAPH_WHEN);
  const char *start = value_of(record, RELATA_GRAPH_START), *end = value_of(record, RELATA_GRAPH_END);
  if (record->spells->len > 0)
    return span_of(file, g_ptr_array_index(record->spells, 2 * spell),
                   g_ptr_array_index(record->spells, 2 * spell + 1), record->where, state);
  if (start != NULL || end != NULL)
    return span_of(file, start != NULL ? start : "", end != NULL ? end : "", record->where, state);
  return when != NULL ? date_of(file, when, record->where) : NULL;
}

/* ── Edges ── */

/* Returns an actor of whom only the name is known. */
static guint
named(RelataGraphFile *file, const char *name, RelataPlace where)
{
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(file->named, name));
  if (known > 0)
    return known - 1;
  g_autofree char *mark = g_strdup_printf("line %u", where.line);
  const RelataCandidate candidate = {.document = file_document(file),
                                     .mark = relata_corpus_intern(file->corpus, mark),
                                     .name = relata_corpus_intern(file->corpus, name),
                                     .type = RELATA_NONE,
                                     .type_where = where,
                                     .level = RELATA_LEVEL_UNSAID,
                                     .where = where};
  const guint actor = relata_corpus_add_candidate(file->corpus, &candidate);
  g_hash_table_insert(file->named, g_strdup(name), GUINT_TO_POINTER(actor + 1));
  return actor;
}

static guint
actor_of(RelataGraphFile *file, const char *id, RelataPlace where)
{
  return file->named != NULL ? named(file, id, where) : relata_corpus_expect_actor(file->corpus, id, where);
}

/* Returns whether a word means yes. */
static gboolean
is_yes(const char *word)
{
  static const char *const words[] = {"true", "yes", "1", "undirected", NULL};
  g_autofree char *lower = g_ascii_strdown(word, -1);
  return g_strv_contains(words, lower);
}

static gboolean
is_undirected(const RelataGraphRecord *record)
{
  const char *symmetric = value_of(record, RELATA_GRAPH_SYMMETRIC);
  const char *directed = value_of(record, RELATA_GRAPH_DIRECTED);
  return symmetric != NULL ? is_yes(symmetric) : directed != NULL ? !is_yes(directed) : record->undirected;
}

/* Returns the type of an edge; RELATA_NONE where it says that there is no relation. */
static guint
type_of(RelataGraphFile *file, const RelataGraphRecord *record)
{
  const char *written = value_of(record, RELATA_GRAPH_TYPE);
  g_autofree char *word = relata_name_line(written != NULL ? written : "");
  if (relata_attribute_is_no_relation(word)) {
    relata_account_leave_out(file->input->account, "a word that says that there is no relation");
    return RELATA_NONE;
  }
  if (*word == '\0')
    relata_account_remark(file->input->account, RELATA_REMARK_UNTYPED);
  return (is_undirected(record) ? relata_vocabulary_undirected
                                : relata_vocabulary_relation)(file->vocabulary, word, record->where);
}

/* Returns an id that no other claim of the file has: the document's with the edge's, and a number where
 * several have the same. NULL where the edge has none. */
static const char *
claim_id(RelataGraphFile *file, const RelataGraphRecord *record)
{
  const char *id = value_of(record, RELATA_GRAPH_ID);
  if (id == NULL || !relata_name_is_id(id))
    return NULL;
  const char *document = relata_corpus_document(file->corpus, file_document(file))->id;
  g_autofree char *first = g_strdup_printf("%s:%s", document, id), *made = g_strdup(first);
  for (guint i = 2; g_hash_table_contains(file->edge_ids, made); i++) {
    g_free(made);
    made = g_strdup_printf("%s-%u", first, i);
  }
  const char *kept = relata_corpus_intern(file->corpus, made);
  g_hash_table_add(file->edge_ids, (gpointer)kept);
  return kept;
}

/* A weight of one says nothing: it is what programs write where nobody gave one. */
static gboolean
is_weighted(const char *weight)
{
  char *end;
  return weight != NULL && (g_ascii_strtod(weight, &end) != 1 || *end != '\0');
}

static void
set_note(RelataGraphFile *file, RelataStating *stating, const RelataGraphRecord *record)
{
  const char *weight = value_of(record, RELATA_GRAPH_WEIGHT), *note = value_of(record, RELATA_GRAPH_NOTE);
  g_autofree char *weighed = NULL;
  if (is_weighted(weight)) {
    weighed = g_strdup_printf("%s%sweight %s", note != NULL ? note : "", note != NULL ? "; " : "", weight);
    relata_account_remark(file->input->account, RELATA_REMARK_WEIGHT);
  }
  relata_statement_set_text(stating, RELATA_SAID_NOTE, weighed != NULL ? weighed : note);
}

static void
add_claim(RelataGraphFile *file, const RelataGraphRecord *record, RelataClaim claim, const char *when)
{
  RelataStating stating = relata_stating(file->corpus, file->diagnostics, record->where);
  stating.said.document = claim.said.document;
  stating.said.id = claim_id(file, record);
  relata_statement_set_text(&stating, RELATA_SAID_WHEN, when);
  set_note(file, &stating, record);
  relata_statement_set_sureness(&stating, value_of(record, RELATA_GRAPH_CONFIDENCE));
  relata_statement_set_sureness(&stating, value_of(record, RELATA_GRAPH_CERTAINTY));
  relata_statement_set_text(&stating, RELATA_SAID_TEXT, value_of(record, RELATA_GRAPH_TEXT));
  if (!relata_statement_end(&stating))
    return;
  claim.said = stating.said;
  relata_corpus_add_claim(file->corpus, &claim);
}

/* Adds a claim of an edge for each time in which it was there, and each document. */
static void
add_claims(RelataGraphFile *file, const RelataGraphRecord *record, RelataClaim claim)
{
  const RelataSchema *schema = relata_corpus_schema(file->corpus);
  const gboolean state = !relata_schema_relation_type(schema, claim.type)->event;
  g_autoptr(GArray) documents = documents_of(file, record);
  for (guint spell = 0; spell < MAX(record->spells->len / 2, 1); spell++) {
    g_autofree char *when = date_of_spell(file, record, spell, state);
    for (guint d = 0; d < documents->len; d++) {
      claim.said.document = g_array_index(documents, guint, d);
      add_claim(file, record, claim, when);
    }
  }
}

/* A group is counted, and contains its members where somebody asks for that. */
static void
add_containment(RelataGraphFile *file, const RelataGraphRecord *record, const char *id)
{
  file->n_within++;
  if (!file->groups || !relata_name_is_id(record->group))
    return;
  RelataStating stating = relata_stating(file->corpus, file->diagnostics, record->where);
  stating.said.document = file_document(file);
  relata_statement_end(&stating);
  const RelataClaim claim = {stating.said,
                             relata_vocabulary_relation(file->vocabulary, "contains", record->where),
                             relata_corpus_expect_actor(file->corpus, record->group, record->where),
                             relata_corpus_expect_actor(file->corpus, id, record->where), RELATA_NONE};
  relata_corpus_add_claim(file->corpus, &claim);
}

void
relata_graph_add_node(RelataGraphFile *file, const RelataGraphRecord *record)
{
  const char *id = value_of(record, RELATA_GRAPH_ID);
  if (id == NULL || !relata_name_is_id(id)) {
    relata_diagnose(file->diagnostics, RELATA_ERROR_IN_DATA, "missing-key", &record->where,
                    "an id is " RELATA_NAME_ID_WORDS,
                    "a node has no id: no edge can name it, and it is left out");
    relata_account_leave_out(file->input->account, "a node without an id");
    return;
  }
  if (file->named != NULL) {
    named(file, id, record->where);
    return;
  }
  /* Before the actor is at hand: a new type may not move it, but says the same either way. */
  const guint type =
      relata_vocabulary_actor(file->vocabulary, value_of(record, RELATA_GRAPH_TYPE), record->where);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(file->corpus, id, record->where, &again);
  if (again) {
    relata_diagnose(file->diagnostics, RELATA_WARNING, "duplicate-id", &record->where, NULL,
                    "there is already a node with the id '%s': this one is left out", id);
    relata_account_leave_out(file->input->account, "a node whose id another one has");
    return;
  }
  actor->type = type;
  describe(file, actor, record);
  if (record->group != NULL)
    add_containment(file, record, id);
}

void
relata_graph_add_edge(RelataGraphFile *file, const RelataGraphRecord *record)
{
  const char *source = value_of(record, RELATA_GRAPH_SOURCE), *target = value_of(record, RELATA_GRAPH_TARGET);
  if (source == NULL || target == NULL || !relata_name_is_id(source) || !relata_name_is_id(target)) {
    relata_diagnose(file->diagnostics, RELATA_ERROR_IN_DATA, "missing-key", &record->where,
                    "an id is " RELATA_NAME_ID_WORDS, "an edge has no %s: it is left out",
                    source == NULL || !relata_name_is_id(source) ? "source" : "target");
    relata_account_leave_out(file->input->account, "an edge without an end");
    return;
  }
  const guint first = actor_of(file, record->turned ? target : source, record->where);
  const guint second = actor_of(file, record->turned ? source : target, record->where);
  const RelataClaim claim = {
      .type = type_of(file, record), .from = first, .to = second, .event = RELATA_NONE};
  if (claim.type != RELATA_NONE)
    add_claims(file, record, claim);
}
