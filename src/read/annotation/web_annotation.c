/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Web Annotations (W3C): marks in texts that are elsewhere, tags of marks, and links between marks. */
#include "read/annotation/web_annotation.h"

#include "corpus/layers.h"
#include "read/annotated.h"
#include "read/beside.h"
#include "read/readers.h"
#include "text/message.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* ── What the file holds ── */

static void
add_annotation(RelataWebReader *reader, const cJSON *item)
{
  const char *id = relata_json_words(relata_json_member(item, "id"));
  relata_account_record(reader->reading.input->account);
  if (relata_json_member(item, "target") == NULL) {
    relata_account_leave_out(reader->reading.input->account, "a record without a target");
    return;
  }
  g_ptr_array_add(reader->annotations, (gpointer)item);
  if (id != NULL)
    g_hash_table_add(reader->ids, (gpointer)id);
}

/* Collects the annotations of a list, a page or a collection. What nests is bounded by the depth of JSON. */
static void
collect(RelataWebReader *reader, const cJSON *item)
{
  static const char *const lists[] = {"items", "first", "rows", "@graph"};
  const cJSON *inner = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(lists) && inner == NULL; i++)
    inner = relata_json_member(item, lists[i]);
  if (cJSON_IsArray(item))
    for (const cJSON *one = item->child; one != NULL; one = one->next)
      collect(reader, one);
  else if (inner != NULL)
    collect(reader, inner);
  else if (cJSON_IsObject(item))
    add_annotation(reader, item);
  else
    relata_account_leave_out(reader->reading.input->account, "a page or an annotation that is elsewhere");
  if (inner != NULL && relata_json_words(relata_json_member(item, "next")) != NULL)
    relata_account_leave_out(reader->reading.input->account, "a page or an annotation that is elsewhere");
}

/* ── Parts ── */

static guint
source_of(RelataWebReader *reader, const char *iri)
{
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reader->by_iri, iri != NULL ? iri : ""));
  if (known > 0)
    return known - 1;
  const RelataWebSource source = {.iri = iri};
  g_array_append_val(reader->sources, source);
  g_hash_table_insert(reader->by_iri, (gpointer)(iri != NULL ? iri : ""),
                      GUINT_TO_POINTER(reader->sources->len));
  return reader->sources->len - 1;
}

static void
add_parts(RelataWebReader *reader, const cJSON *annotation, guint order)
{
  const cJSON *targets = relata_json_member(annotation, "target");
  guint number = 0;
  for (const cJSON *one = relata_json_first(targets); one != NULL;
       one = relata_json_next(targets, one), number++) {
    RelataWebPart part = {.annotation = annotation, .target = relata_web_target(one), .order = order};
    if (part.target.source == NULL)
      part.target.source = relata_json_words(relata_json_member(annotation, "uri"));
    if (!part.target.selects) {
      if (!relata_web_is_link(reader, annotation))
        relata_account_leave_out(reader->reading.input->account, "an annotation of a whole text");
      continue;
    }
    part.id = relata_web_part_id(annotation, order, number);
    part.source = source_of(reader, part.target.source);
    part.layer = relata_web_layer(reader, annotation);
    g_hash_table_insert(reader->by_id, g_strdup(part.id), GUINT_TO_POINTER(part.source + 1));
    g_array_append_val(reader->parts, part);
  }
}

/* By text, then by who made it, then as they stand in the file. */
static gint
compare_parts(gconstpointer a, gconstpointer b)
{
  const RelataWebPart *left = a, *right = b;
  if (left->source != right->source)
    return left->source < right->source ? -1 : 1;
  return g_strcmp0(left->layer, right->layer);
}

/* Returns the first tag of an annotation, borrowed; NULL where it has none. Counts the others, and comments.
 */
static const char *
first_tag(const RelataWebReader *reader, const cJSON *annotation)
{
  const cJSON *bodies = relata_json_member(annotation, "body"),
              *tags = relata_json_member(annotation, "tags");
  const gboolean tagging = relata_web_has(relata_json_member(annotation, "motivation"), "tagging");
  const char *first = NULL;
  for (const cJSON *body = relata_json_first(bodies); body != NULL; body = relata_json_next(bodies, body)) {
    const char *tag = relata_web_tag(body, tagging);
    if (tag != NULL && first == NULL)
      first = tag;
    else if (tag != NULL)
      relata_account_unused(reader->reading.input->account, "a further tag");
    else if (relata_json_words(relata_json_member(body, "value")) != NULL)
      relata_account_unused(reader->reading.input->account, "a comment");
  }
  return first != NULL ? first : relata_json_words(relata_json_first(tags));
}

static void
add_mark(const RelataWebReader *reader, RelataWebPart *part)
{
  const RelataWebSource *source = &g_array_index(reader->sources, RelataWebSource, part->source);
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  const RelataText *text = relata_annotated_text(source->annotated);
  if (text != NULL)
    relata_web_find_in_context(&part->target, relata_text_bytes(text));
  mark.id = part->id;
  mark.start = part->target.start;
  mark.end = part->target.end;
  mark.covered = part->target.exact;
  if (!relata_web_is_link(reader, part->annotation)) /* whose tag is the relation */
    mark.type = first_tag(reader, part->annotation);
  mark.where = relata_json_place(reader->json, part->annotation);
  relata_annotated_add_mark(source->annotated, &mark);
}

/* Links the actor of a part to the entries that bodies say it is. */
static void
identify(const RelataWebReader *reader, const RelataWebPart *part)
{
  const RelataWebSource *source = &g_array_index(reader->sources, RelataWebSource, part->source);
  const cJSON *bodies = relata_json_member(part->annotation, "body");
  const gboolean identifying =
      relata_web_has(relata_json_member(part->annotation, "motivation"), "identifying");
  const guint actor = relata_annotated_actor(source->annotated, part->id);
  for (const cJSON *body = relata_json_first(bodies); body != NULL; body = relata_json_next(bodies, body)) {
    const cJSON *purpose = relata_json_member(body, "purpose");
    const gboolean says = purpose != NULL ? relata_web_has(purpose, "identifying") : identifying;
    const cJSON *named = relata_json_member(body, "source");
    const char *iri = says ? relata_web_iri(named != NULL ? named : body) : NULL, *id = NULL;
    g_autofree char *registry = NULL;
    if (actor != RELATA_NONE && relata_web_identity(iri, &registry, &id))
      relata_corpus_add_link(reader->reading.corpus, actor, registry, id);
  }
}

/* Adds the parts of one text that one person made: [first, end). */
static void
add_layer(RelataWebReader *reader, guint first, guint end)
{
  RelataCorpus *corpus = reader->reading.corpus;
  const RelataWebPart *parts = &g_array_index(reader->parts, RelataWebPart, 0);
  const RelataWebSource *source = &g_array_index(reader->sources, RelataWebSource, parts[first].source);
  const guint document = relata_annotated_document(source->annotated);
  const RelataLayer layer = relata_layer_begin(corpus);
  for (guint i = first; i < end; i++)
    add_mark(reader, &g_array_index(reader->parts, RelataWebPart, i));
  relata_annotated_settle(source->annotated, RELATA_UNIT_CODE_POINTS);
  for (guint i = first; i < end; i++)
    identify(reader, &parts[i]);
  if (parts[first].layer != NULL)
    relata_layer_end(corpus, &layer, document, parts[first].layer,
                     relata_layers_union(corpus, relata_corpus_document(corpus, document)->layers,
                                         relata_layers_intern(corpus, &parts[first].layer, 1)));
}

/* ── Texts ── */

/* Sets the text of a source: the file that is asked for, which must be there, or the one that is called as
 * the source. Returns the file's name, newly allocated; NULL where there is no text. */
static char *
find_text(const RelataWebReader *reader, RelataWebSource *source)
{
  const RelataAnnotating *reading = &reader->reading;
  const RelataPlace where = {reading->input->shown, 1, 1};
  const char *asked = relata_input_option(reading->input, "text");
  g_autofree char *named = asked != NULL         ? g_strdup(asked)
                           : source->iri != NULL ? relata_web_file(source->iri)
                                                 : NULL;
  g_autofree char *own = g_path_get_basename(reading->input->path);
  g_autoptr(GError) reason = NULL;
  if (named == NULL || strcmp(named, own) == 0)
    return NULL;
  source->text = relata_web_text(reading->input, named, &reason);
  if (source->text == NULL && asked != NULL)
    relata_diagnose(reading->diagnostics, relata_beside_severity(reason), "no-text", &where, NULL, "%s",
                    reason->message);
  return source->text != NULL ? g_steal_pointer(&named) : NULL;
}

static void
open_source(const RelataWebReader *reader, RelataWebSource *source, RelataListing *missing)
{
  const RelataPlace where = {reader->reading.input->shown, 0, 0};
  g_autofree char *file = find_text(reader, source);
  g_autofree char *own = g_path_get_basename(reader->reading.input->shown);
  g_autofree char *title = source->iri != NULL ? relata_web_file(source->iri) : NULL;
  const RelataAnnotatedDocument document = {
      .id = source->iri != NULL && relata_name_is_id(source->iri) ? source->iri : own,
      .title = title,
      .url = source->iri != NULL && strstr(source->iri, "://") != NULL ? source->iri : NULL,
      .text = source->text,
      .file = file,
      .where = where};
  source->annotated = relata_annotated_new(&reader->reading, &document);
  if (relata_annotated_text(source->annotated) == NULL)
    relata_listing_add(missing, "%s", title != NULL ? title : "one whose name is not said");
}

static void
add_sources(RelataWebReader *reader)
{
  const RelataAnnotating *reading = &reader->reading;
  const RelataPlace where = {reading->input->shown, 0, 0};
  RelataListing missing = RELATA_LISTING(relata_diagnostics_most_listed(reading->diagnostics));
  for (guint i = 0; i < reader->sources->len; i++)
    open_source(reader, &g_array_index(reader->sources, RelataWebSource, i), &missing);
  const guint n = missing.n;
  g_autofree char *list = relata_listing_end(&missing);
  if (n > 0)
    relata_diagnose(reading->diagnostics, RELATA_NOTE, "no-text", &where,
                    "put it beside this file under that name, or say where it is: `--read text=FILE`",
                    "%u annotated text%s not here, so that only what is quoted is known: %s", n,
                    n == 1 ? " is" : "s are", list);
  g_array_sort(reader->parts, compare_parts);
  for (guint first = 0, end; first < reader->parts->len; first = end) {
    for (end = first + 1; end < reader->parts->len; end++)
      if (compare_parts(&g_array_index(reader->parts, RelataWebPart, first),
                        &g_array_index(reader->parts, RelataWebPart, end)) != 0)
        break;
    add_layer(reader, first, end);
  }
}

/* ── The file ── */

gboolean
relata_web_annotation_recognises(const RelataInput *input)
{
  static const char *const said[] = {"body", "motivation", "@context", "uri", NULL};
  static const char *const lists[] = {"items", "first", "rows", "@graph", NULL};
  static const char *const words[] = {"\"TextQuoteSelector\"", "\"TextPositionSelector\"",
                                      "\"AnnotationPage\"", "\"AnnotationCollection\"", "\"linking\""};
  const gboolean one = relata_json_first_has(input, "target") && relata_json_first_has_any(input, said),
                 many = relata_json_first_has_any(input, lists);
  for (guint i = 0; i < G_N_ELEMENTS(words) && (one || many); i++)
    if (strstr(input->bytes, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
clear_source(gpointer data)
{
  RelataWebSource *source = data;
  g_free(source->text);
  relata_annotated_free(source->annotated);
}

static void
clear_part(gpointer data)
{
  g_free(((RelataWebPart *)data)->id);
}

static RelataWebReader
reader_new(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics)
{
  RelataWebReader reader = {
      .reading = {corpus, input, diagnostics, relata_vocabulary_new(NULL, corpus, input)},
      .json = relata_json_new(input->shown, diagnostics),
      .annotations = g_ptr_array_new(),
      .ids = g_hash_table_new(g_str_hash, g_str_equal),
      .parts = g_array_new(FALSE, FALSE, sizeof(RelataWebPart)),
      .sources = g_array_new(FALSE, FALSE, sizeof(RelataWebSource)),
      .by_iri = g_hash_table_new(g_str_hash, g_str_equal),
      .by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  g_array_set_clear_func(reader.parts, clear_part);
  g_array_set_clear_func(reader.sources, clear_source);
  return reader;
}

static void
reader_clear(RelataWebReader *reader)
{
  g_array_unref(reader->sources);
  g_array_unref(reader->parts);
  g_ptr_array_unref(reader->annotations);
  g_hash_table_unref(reader->ids);
  g_hash_table_unref(reader->by_iri);
  g_hash_table_unref(reader->by_id);
  relata_json_free(reader->json);
  relata_vocabulary_free(reader->reading.vocabulary);
}

gboolean
relata_web_annotation_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                           GError **error)
{
  if (input->n > RELATA_MAX_JSON_BYTES) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT, "'%s' is larger than 256 MiB", input->shown);
    return FALSE;
  }
  RelataWebReader reader = reader_new(corpus, input, diagnostics);
  relata_account_begin(input->account, "web-annotation", "annotation", "body");
  const cJSON *root = relata_json_parse(reader.json, input->bytes, input->n, 1);
  if (root != NULL)
    collect(&reader, root);
  for (guint i = 0; i < reader.annotations->len; i++)
    add_parts(&reader, g_ptr_array_index(reader.annotations, i), i);
  add_sources(&reader);
  for (guint i = 0; i < reader.annotations->len; i++)
    if (relata_web_is_link(&reader, g_ptr_array_index(reader.annotations, i)))
      relata_web_add_link(&reader, g_ptr_array_index(reader.annotations, i), i);
  reader_clear(&reader);
  return TRUE;
}
