/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/annotated.h"

#include "corpus/claim_ids.h"
#include "read/attributes.h"
#include "read/input.h"
#include "read/statement.h"
#include "text/date_pattern.h"
#include "text/name.h"
#include "text/sentence.h"

#include <string.h>

/* A mark. Its strings are owned by the corpus. */
typedef struct {
  RelataAnnotatedMark said;
  RelataOffsets at;
  guint actor; /* RELATA_NONE: it is not settled, or names nobody */
} Mark;

struct RelataAnnotated {
  RelataAnnotating reading;
  guint document;
  const RelataText *text; /* NULL where there is none */
  RelataSentences *sentences;
  GArray *marks;     /* of Mark */
  GHashTable *by_id; /* id → index + 1 */
  guint n_settled;
  GHashTable *at; /* place and type of a mark that is settled → its index + 1 */
};

/* ── The document ── */

/* Names under which tools keep what is known of a text, and what they mean. */
static const struct {
  const char *name;
  gsize at; /* of the member */
} descriptions[] = {
    {"title", G_STRUCT_OFFSET(RelataAnnotatedDocument, title)},
    {"headline", G_STRUCT_OFFSET(RelataAnnotatedDocument, title)},
    {"url", G_STRUCT_OFFSET(RelataAnnotatedDocument, url)},
    {"link", G_STRUCT_OFFSET(RelataAnnotatedDocument, url)},
    {"source_url", G_STRUCT_OFFSET(RelataAnnotatedDocument, url)},
    {"publisher", G_STRUCT_OFFSET(RelataAnnotatedDocument, publisher)},
    {"source", G_STRUCT_OFFSET(RelataAnnotatedDocument, publisher)},
    {"outlet", G_STRUCT_OFFSET(RelataAnnotatedDocument, publisher)},
    {"author", G_STRUCT_OFFSET(RelataAnnotatedDocument, author)},
    {"language", G_STRUCT_OFFSET(RelataAnnotatedDocument, language)},
    {"lang", G_STRUCT_OFFSET(RelataAnnotatedDocument, language)},
    {"date", G_STRUCT_OFFSET(RelataAnnotatedDocument, published)},
    {"published", G_STRUCT_OFFSET(RelataAnnotatedDocument, published)},
    {"published_at", G_STRUCT_OFFSET(RelataAnnotatedDocument, published)},
    {"publication_date", G_STRUCT_OFFSET(RelataAnnotatedDocument, published)},
};

gboolean
relata_annotated_describe(RelataAnnotatedDocument *document, const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS(descriptions); i++) {
    const char **slot = (const char **)(gpointer)((char *)document + descriptions[i].at);
    if (g_ascii_strcasecmp(descriptions[i].name, name) != 0 || *slot != NULL)
      continue;
    *slot = value;
    return TRUE;
  }
  return FALSE;
}

static RelataText *
text_of(const RelataAnnotatedDocument *document)
{
  return document->text != NULL ? relata_text_new(document->text, strlen(document->text)) : NULL;
}

/* Returns whether another document of this id has another text. */
static gboolean
is_taken(const RelataCorpus *corpus, const char *id, const RelataAnnotatedDocument *document)
{
  const guint index = relata_corpus_find_document(corpus, id);
  const RelataText *text = index != RELATA_NONE ? relata_corpus_document(corpus, index)->text : NULL;
  return text != NULL && g_strcmp0(relata_text_bytes(text), document->text) != 0;
}

static void
fill(RelataCorpus *corpus, const char **slot, const char *given)
{
  if (*slot == NULL && given != NULL && *given != '\0')
    *slot = relata_corpus_intern(corpus, given);
}

static void
set_published(const RelataAnnotating *reading, RelataDocument *record,
              const RelataAnnotatedDocument *document)
{
  g_autofree char *edtf = NULL;
  gboolean timed = FALSE;
  if (document->published == NULL || relata_date_is_set(&record->published))
    return;
  const RelataWritten written = relata_date_by_form(document->published, &edtf, &timed);
  if (timed)
    relata_account_remark(reading->input->account, RELATA_REMARK_TIMED);
  if (written == RELATA_WRITTEN_DATE)
    relata_date_parse(relata_corpus_intern(reading->corpus, edtf), &record->published, NULL);
  else if (written == RELATA_WRITTEN_OTHER)
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "wrong-date", &document->where, NULL,
                    "'%s' has no one meaning as a date: document '%s' is kept without it",
                    document->published, document->id);
}

/* Returns the id under which this text stands: its own, else that with the file's name before it, else with a
 * number behind, so that no text is taken for another one. */
static char *
free_id(const RelataAnnotating *reading, const RelataAnnotatedDocument *document)
{
  const RelataCorpus *corpus = reading->corpus;
  if (!is_taken(corpus, document->id, document))
    return g_strdup(document->id);
  g_autofree char *file = g_path_get_basename(reading->input->shown);
  char *id = g_strdup_printf("%s:%s", file, document->id);
  for (guint number = 2; is_taken(corpus, id, document); number++) {
    g_free(id);
    id = g_strdup_printf("%s:%s (%u)", file, document->id, number);
  }
  return id;
}

static guint
declare(const RelataAnnotating *reading, const RelataAnnotatedDocument *document)
{
  RelataCorpus *corpus = reading->corpus;
  g_autofree char *id = free_id(reading, document);
  gboolean again;
  RelataDocument *record = relata_corpus_declare_document(corpus, id, document->where, &again);
  if (record->title == record->id && document->title != NULL && *document->title != '\0')
    record->title = relata_corpus_intern(corpus, document->title);
  fill(corpus, &record->publisher, document->publisher);
  fill(corpus, &record->author, document->author);
  fill(corpus, &record->language, document->language);
  fill(corpus, &record->url, document->url);
  fill(corpus, &record->origin, document->origin);
  set_published(reading, record, document);
  if (record->text == NULL) {
    record->text = text_of(document);
    fill(corpus, &record->file, document->file);
  }
  return relata_corpus_find_document(corpus, id);
}

RelataAnnotated *
relata_annotated_new(const RelataAnnotating *annotating, const RelataAnnotatedDocument *document)
{
  RelataAnnotated *annotated = g_new0(RelataAnnotated, 1);
  annotated->reading = *annotating;
  annotated->document = declare(annotating, document);
  annotated->text = relata_corpus_document(annotating->corpus, annotated->document)->text;
  annotated->marks = g_array_new(FALSE, TRUE, sizeof(Mark));
  annotated->by_id = g_hash_table_new(g_str_hash, g_str_equal);
  annotated->at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return annotated;
}

void
relata_annotated_free(RelataAnnotated *annotated)
{
  if (annotated == NULL)
    return;
  if (annotated->sentences != NULL)
    relata_sentences_free(annotated->sentences);
  g_array_unref(annotated->marks);
  g_hash_table_unref(annotated->by_id);
  g_hash_table_unref(annotated->at);
  g_free(annotated);
}

guint
relata_annotated_document(const RelataAnnotated *annotated)
{
  return annotated->document;
}

const RelataText *
relata_annotated_text(const RelataAnnotated *annotated)
{
  return annotated->text;
}

/* ── Marks ── */

void
relata_annotated_add_mark(RelataAnnotated *annotated, const RelataAnnotatedMark *mark)
{
  RelataCorpus *corpus = annotated->reading.corpus;
  Mark added = {.said = *mark, .actor = RELATA_NONE};
  added.said.id = relata_corpus_intern(corpus, mark->id);
  added.said.covered = relata_corpus_intern(corpus, mark->covered);
  added.said.name = relata_corpus_intern(corpus, mark->name);
  added.said.type = relata_corpus_intern(corpus, mark->type);
  added.said.actor = relata_corpus_intern(corpus, mark->actor);
  added.at =
      (RelataOffsets){mark->start, mark->end, added.said.covered, RELATA_NO_SPAN, RELATA_FOUND_NOWHERE};
  g_array_append_val(annotated->marks, added);
  g_hash_table_insert(annotated->by_id, (gpointer)added.said.id, GUINT_TO_POINTER(annotated->marks->len));
}

/* Takes places in a text that is not there as they are written. */
static void
believe(RelataOffsets *offsets, guint n)
{
  for (guint i = 0; i < n; i++)
    if (offsets[i].start >= 0 && offsets[i].end > offsets[i].start && offsets[i].end < G_MAXINT32)
      offsets[i].span = (RelataSpan){(guint)offsets[i].start, (guint)offsets[i].end};
}

static void
find_places(RelataAnnotated *annotated, RelataOffsetUnit unit)
{
  const guint n = annotated->marks->len - annotated->n_settled;
  if (n == 0)
    return;
  Mark *marks = &g_array_index(annotated->marks, Mark, annotated->n_settled);
  g_autofree RelataOffsets *offsets = g_new(RelataOffsets, n);
  for (guint i = 0; i < n; i++)
    offsets[i] = marks[i].at;
  if (annotated->text != NULL)
    relata_offsets_settle(annotated->text, unit, offsets, n);
  else
    believe(offsets, n);
  for (guint i = 0; i < n; i++)
    marks[i].at = offsets[i];
}

static void
report_place(const RelataAnnotated *annotated, const Mark *mark)
{
  const RelataAnnotating *reading = &annotated->reading;
  const RelataOffsets *at = &mark->at;
  if (at->found == RELATA_FOUND_UNIT) {
    relata_account_remark(reading->input->account, RELATA_REMARK_UNIT);
  } else if (at->found == RELATA_FOUND_SEARCHED) {
    relata_diagnose(
        reading->diagnostics, RELATA_WARNING, "offset-mismatch", &mark->said.where, NULL,
        "mark '%s': '%s' is not at its offsets, but stands once in the text: it is taken from there",
        mark->said.id, at->covered);
  } else if (at->found == RELATA_FOUND_NOWHERE && at->covered != NULL) {
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "offset-mismatch", &mark->said.where, NULL,
                    "mark '%s': '%s' is not at its offsets, nor once in the text: it has no place there",
                    mark->said.id, at->covered);
  } else if (at->found == RELATA_FOUND_NOWHERE) {
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "offset-mismatch", &mark->said.where, NULL,
                    "mark '%s' has no place in the text: it ends after it, or before it begins",
                    mark->said.id);
  }
}

/* Returns what the mark names, on one line; NULL where that is nothing. Newly allocated. */
static char *
name_of(const RelataAnnotated *annotated, const Mark *mark)
{
  char *name = NULL;
  if (mark->said.name != NULL)
    name = g_strdup(mark->said.name);
  else if (annotated->text != NULL && relata_span_is_set(mark->at.span))
    name = relata_text_slice(annotated->text, mark->at.span);
  else
    name = g_strdup(mark->at.covered);
  g_autofree char *line = name != NULL ? relata_name_line(name) : NULL;
  g_free(name);
  return line != NULL && *line != '\0' ? g_steal_pointer(&line) : NULL;
}

/* Returns the actor whom the format names by an id, who is also called as the mark says. */
static guint
known_actor(const RelataAnnotated *annotated, const Mark *mark, const char *name)
{
  const RelataAnnotating *reading = &annotated->reading;
  gboolean again;
  RelataActor *actor =
      relata_corpus_declare_actor(reading->corpus, mark->said.actor, mark->said.where, &again);
  const guint index = relata_corpus_find_actor(reading->corpus, mark->said.actor);
  if (actor->name == actor->id && name != NULL)
    actor->name = relata_corpus_intern(reading->corpus, name);
  if (actor->type == RELATA_NONE)
    actor->type = relata_vocabulary_actor(reading->vocabulary, mark->said.type, mark->said.where);
  if (name != NULL)
    relata_corpus_add_alias(reading->corpus, index, name, FALSE);
  return index;
}

static guint
candidate_of(const RelataAnnotated *annotated, const Mark *mark, const char *name)
{
  const RelataAnnotating *reading = &annotated->reading;
  const RelataCandidate candidate = {
      .document = annotated->document,
      .start = relata_span_is_set(mark->at.span) ? mark->at.span.start : 0,
      .mark = mark->said.id,
      .name = relata_corpus_intern(reading->corpus, name),
      .type = relata_vocabulary_actor(reading->vocabulary, mark->said.type, mark->said.where),
      .type_name = mark->said.type,
      .type_where = mark->said.where,
      .level = mark->said.level,
      .where = mark->said.where};
  return relata_corpus_add_candidate(reading->corpus, &candidate);
}

static void
make_actor(RelataAnnotated *annotated, Mark *mark)
{
  g_autofree char *name = name_of(annotated, mark);
  if (mark->said.actor != NULL && relata_name_is_id(mark->said.actor))
    mark->actor = known_actor(annotated, mark, name);
  else if (name != NULL)
    mark->actor = candidate_of(annotated, mark, name);
  else
    relata_account_leave_out(annotated->reading.input->account, "a mark without words");
  if (mark->actor != RELATA_NONE && relata_span_is_set(mark->at.span))
    relata_corpus_add_mention(annotated->reading.corpus, annotated->document, mark->actor, &mark->at.span, 1);
}

/* Returns the index + 1 of a mark that is settled and has the place and type of this one, or 0. Where there
 * is none, this is the one. */
static guint
same_as(RelataAnnotated *annotated, guint index)
{
  const Mark *mark = &g_array_index(annotated->marks, Mark, index);
  if (!relata_span_is_set(mark->at.span))
    return 0;
  g_autofree char *key = g_strdup_printf("%u %u %s\n%s", mark->at.span.start, mark->at.span.end,
                                         mark->said.type != NULL ? mark->said.type : "",
                                         mark->said.actor != NULL ? mark->said.actor : "");
  const guint same = GPOINTER_TO_UINT(g_hash_table_lookup(annotated->at, key));
  if (same == 0)
    g_hash_table_insert(annotated->at, g_steal_pointer(&key), GUINT_TO_POINTER(index + 1));
  return same;
}

void
relata_annotated_settle(RelataAnnotated *annotated, RelataOffsetUnit unit)
{
  find_places(annotated, unit);
  for (; annotated->n_settled < annotated->marks->len; annotated->n_settled++) {
    Mark *mark = &g_array_index(annotated->marks, Mark, annotated->n_settled);
    const guint same = same_as(annotated, annotated->n_settled);
    if (annotated->text != NULL)
      report_place(annotated, mark);
    if (same > 0)
      mark->actor = g_array_index(annotated->marks, Mark, same - 1).actor;
    else
      make_actor(annotated, mark);
  }
}

static const Mark *
find_mark(const RelataAnnotated *annotated, const char *id)
{
  const guint index = GPOINTER_TO_UINT(g_hash_table_lookup(annotated->by_id, id));
  return index > 0 ? &g_array_index(annotated->marks, Mark, index - 1) : NULL;
}

gboolean
relata_annotated_has(const RelataAnnotated *annotated, const char *mark)
{
  return find_mark(annotated, mark) != NULL;
}

char *
relata_annotated_name(const RelataAnnotated *annotated, const char *mark)
{
  const Mark *found = find_mark(annotated, mark);
  return found != NULL ? name_of(annotated, found) : NULL;
}

guint
relata_annotated_actor(const RelataAnnotated *annotated, const char *mark)
{
  const Mark *found = find_mark(annotated, mark);
  return found != NULL ? found->actor : RELATA_NONE;
}

RelataSpan
relata_annotated_span(const RelataAnnotated *annotated, const char *mark)
{
  const Mark *found = find_mark(annotated, mark);
  return found != NULL ? found->at.span : RELATA_NO_SPAN;
}

/* ── Relations ── */

/* Returns whether an annotator says by the word that there is no relation. */
static gboolean
is_none(const char *word)
{
  static const char *const words[] = {"na", "none", "o", "false", NULL};
  g_autofree char *folded = relata_name_fold(word);
  return g_strv_contains(words, folded) || relata_attribute_is_no_relation(word);
}

/* Returns the actor of a mark, or one that is in no file. */
static guint
end_of(const RelataAnnotated *annotated, const char *mark, RelataPlace where)
{
  const guint actor = relata_annotated_actor(annotated, mark);
  RelataCorpus *corpus = annotated->reading.corpus;
  g_autofree char *id =
      g_strdup_printf("%s:%s", relata_corpus_document(corpus, annotated->document)->id, mark);
  return actor != RELATA_NONE ? actor : relata_corpus_expect_actor(corpus, id, where);
}

/* Returns the sentences that hold the marks that have a place. */
static RelataSpan
evidence_of(RelataAnnotated *annotated, const RelataAnnotatedRelation *relation)
{
  if (relata_span_is_set(relation->evidence) || relation->bare || annotated->text == NULL)
    return relation->evidence;
  const RelataSpan from = relata_annotated_span(annotated, relation->from);
  const RelataSpan to = relata_annotated_span(annotated, relation->to);
  RelataSpan hull = relata_span_is_set(from) ? from : to;
  if (!relata_span_is_set(hull))
    return hull;
  if (relata_span_is_set(to))
    hull = (RelataSpan){MIN(from.start, to.start), relata_span_is_set(from) ? MAX(from.end, to.end) : to.end};
  if (annotated->sentences == NULL)
    annotated->sentences = relata_sentences_new(annotated->text);
  return relata_sentences_widen(annotated->sentences, hull);
}

/* Sets the id of the claim. Two files may annotate one document, and count its relations alike: then the
 * later one is called by its file too. */
static void
set_id(const RelataAnnotated *annotated, RelataStating *stating, const char *id)
{
  const RelataAnnotating *reading = &annotated->reading;
  g_autofree char *file = NULL, *other = NULL;
  if (id != NULL && relata_corpus_has_claim(reading->corpus, id)) {
    file = g_path_get_basename(reading->input->shown);
    other = g_strdup_printf("%s (%s)", id, file);
  }
  relata_statement_set_text(stating, RELATA_SAID_ID, other != NULL ? other : id);
}

static void
set_values(const RelataAnnotated *annotated, RelataStating *stating, const RelataAnnotatedRelation *relation)
{
  set_id(annotated, stating, relation->id);
  relata_statement_set_text(stating, RELATA_SAID_WHEN, relation->when);
  relata_statement_set_text(stating, RELATA_SAID_BY, relation->by);
  relata_statement_set_text(stating, RELATA_SAID_NOTE, relation->note);
  relata_statement_set_text(stating, RELATA_SAID_STANCE, relation->stance);
  relata_statement_set_text(stating, RELATA_SAID_CERTAINTY, relation->certainty);
  if (!isnan(relation->confidence))
    relata_statement_set(stating, RELATA_SAID_CONFIDENCE, &(RelataValue){.number = relation->confidence});
  if (relation->layer != NULL)
    relata_statement_set(stating, RELATA_SAID_LAYERS,
                         &(RelataValue){.list = (const char *const[]){relation->layer, NULL}});
  if (annotated->text == NULL)
    relata_statement_set_text(stating, RELATA_SAID_TEXT, relation->text);
}

gboolean
relata_annotated_state(RelataAnnotated *annotated, const RelataAnnotatedRelation *relation,
                       RelataClaim *claim)
{
  const RelataAnnotating *reading = &annotated->reading;
  if (relation->type != NULL && is_none(relation->type)) {
    relata_account_leave_out(reading->input->account, "a word that says that there is no relation");
    return FALSE;
  }
  RelataStating stating = relata_stating(reading->corpus, reading->diagnostics, relation->where);
  stating.said.document = annotated->document;
  set_values(annotated, &stating, relation);
  if (relation->type != NULL && relata_input_option_has(reading->input, "negative", relation->type))
    relata_statement_set_text(&stating, RELATA_SAID_STANCE, relata_stance_name(RELATA_DENIES));
  if (!relata_statement_end(&stating))
    return FALSE;
  stating.said.span = evidence_of(annotated, relation);
  if (relation->type == NULL || !relata_name_is_id(relation->type))
    relata_account_remark(reading->input->account, RELATA_REMARK_UNTYPED);
  *claim = (RelataClaim){stating.said, RELATA_NONE, end_of(annotated, relation->from, relation->where),
                         end_of(annotated, relation->to, relation->where), RELATA_NONE};
  return TRUE;
}

gboolean
relata_annotated_relate(RelataAnnotated *annotated, const RelataAnnotatedRelation *relation)
{
  const RelataAnnotating *reading = &annotated->reading;
  RelataClaim claim;
  if (!relata_annotated_state(annotated, relation, &claim))
    return FALSE;
  claim.type = (relation->undirected ? relata_vocabulary_undirected : relata_vocabulary_relation)(
      reading->vocabulary, relation->type, relation->where);
  relata_corpus_add_claim(reading->corpus, &claim);
  return TRUE;
}
