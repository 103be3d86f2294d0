/* SPDX-License-Identifier: GPL-2.0-or-later */
/* TEI: persons and organizations in lists, relations between them in listRelation, and the names in the text
 * that point to them. This file reads the header and the text; tei_actors.c lists and sources,
 * tei_relations.c relations. */
#include "read/registry/tei.h"

#include "read/iri.h"
#include "read/readers.h"
#include "text/name.h"

#include <string.h>

#define TEI "http://www.tei-c.org/ns/1.0"

gboolean
relata_tei_recognises(const RelataInput *input)
{
  g_autofree char *uri = NULL;
  g_autofree char *root = relata_xml_root(input, &uri);
  return root != NULL &&
         (strcmp(root, "TEI") == 0 || strcmp(root, "teiCorpus") == 0 || strcmp(root, "TEI.2") == 0) &&
         (uri == NULL || strcmp(uri, TEI) == 0);
}

/* ── Words ── */

static const char *
keep(const RelataTei *tei, const char *words)
{
  g_autofree char *line = words != NULL ? relata_name_line(words) : NULL;
  return line != NULL && *line != '\0' ? relata_corpus_intern(tei->reading.corpus, line) : NULL;
}

const char *
relata_tei_attribute(const RelataTei *tei, const char *name)
{
  return keep(tei, relata_xml_attribute(tei->xml, name));
}

const char *
relata_tei_id(const RelataTei *tei)
{
  return keep(tei, relata_xml_attribute_in(tei->xml, "http://www.w3.org/XML/1998/namespace", "id"));
}

void
relata_tei_count_attributes(const RelataTei *tei, const char *element, const char *const *used)
{
  for (guint i = 0; i < relata_xml_n_attributes(tei->xml); i++) {
    const RelataXmlAttribute *attribute = relata_xml_attribute_at(tei->xml, i);
    g_autofree char *part = g_strdup_printf("%s/@%s", element, attribute->name);
    if (attribute->uri == NULL && !g_strv_contains(used, attribute->name))
      relata_account_unused(tei->reading.input->account, part);
  }
}

/* Returns whether an element inside a name is a word of its own, even if no white space is around it. */
static gboolean
is_part(const char *name)
{
  static const char *const parts[] = {"forename", "surname",  "nameLink",  "addName", "genName", "roleName",
                                      "name",     "persName", "placeName", "orgName", "title",   "lb"};
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strcmp(name, parts[i]) == 0)
      return TRUE;
  return FALSE;
}

const char *
relata_tei_words(RelataTei *tei, guint depth)
{
  GString *words = g_string_new(NULL);
  for (const RelataXmlEvent *event; (event = relata_xml_next(tei->xml)) != NULL;) {
    if (event->kind == RELATA_XML_TEXT)
      g_string_append_len(words, event->text, (gssize)event->n);
    else if (event->kind == RELATA_XML_END && event->depth == depth)
      break;
    else if (is_part(event->name))
      g_string_append_c(words, ' ');
  }
  const char *kept = keep(tei, words->str);
  g_string_free(words, TRUE);
  return kept;
}

/* ── The document ── */

static void
begin_document(RelataTei *tei, const RelataXmlEvent *start)
{
  tei->about = (RelataTeiSource){.id = relata_tei_id(tei), .where = start->where};
  tei->language = relata_tei_attribute(tei, "lang");
}

/* Returns the id of the document: the file's name, and where the file holds several, what tells them apart.
 */
static char *
document_id(const RelataTei *tei)
{
  char *id = g_path_get_basename(tei->reading.input->shown);
  char *dot = strrchr(id, '.');
  if (dot != NULL && dot != id)
    *dot = '\0';
  if (tei->n_documents == 0)
    return id;
  char *own = tei->about.id != NULL ? g_strdup_printf("%s:%s", id, tei->about.id)
                                    : g_strdup_printf("%s:%u", id, tei->n_documents + 1);
  g_free(id);
  return own;
}

static RelataAnnotated *
declare(const RelataTei *tei)
{
  g_autofree char *id = document_id(tei);
  g_autofree char *line = relata_name_line(tei->text->str);
  const RelataAnnotatedDocument document = {.id = id,
                                            .title = tei->about.title,
                                            .author = tei->about.author,
                                            .publisher = tei->about.publisher,
                                            .published = tei->about.published,
                                            .url = tei->about.url,
                                            .language = tei->language,
                                            .text = *line != '\0' ? tei->text->str : NULL,
                                            .where = tei->about.where};
  return relata_annotated_new(&tei->reading, &document);
}

/* Adds the mentions of those whom a name in the text points to, who are also called so then. */
static void
add_mention(const RelataTei *tei, const RelataAnnotated *annotated, const RelataTeiMark *mark,
            const char *name)
{
  g_auto(GStrv) pointers = g_strsplit(mark->pointer, " ", -1);
  for (guint i = 0; pointers[i] != NULL; i++) {
    const guint actor = relata_tei_named(tei, pointers[i], mark, pointers[1] == NULL ? name : NULL);
    if (actor != RELATA_NONE)
      relata_corpus_add_mention(tei->reading.corpus, relata_annotated_document(annotated), actor, &mark->span,
                                1);
    else
      relata_account_leave_out(tei->reading.input->account, "a name in the text points to nobody in a list");
  }
}

static void
add_mentions(const RelataTei *tei, const RelataAnnotated *annotated)
{
  const RelataText *text = relata_annotated_text(annotated);
  for (guint i = 0; text != NULL && i < tei->marks->len; i++) {
    const RelataTeiMark *mark = &g_array_index(tei->marks, RelataTeiMark, i);
    const gboolean has_place =
        mark->span.end > mark->span.start && mark->span.end <= relata_text_length(text);
    g_autofree char *words = has_place ? relata_text_slice(text, mark->span) : g_strdup("");
    g_autofree char *name = relata_name_line(words);
    if (*name != '\0')
      add_mention(tei, annotated, mark, name);
    else
      relata_account_leave_out(tei->reading.input->account, "an empty name in the text");
  }
}

static void
end_document(RelataTei *tei)
{
  g_autoptr(RelataAnnotated) annotated = declare(tei);
  relata_tei_state(tei, annotated);
  add_mentions(tei, annotated);
  tei->n_documents++;
  tei->about = (RelataTeiSource){.id = NULL, .where = {tei->reading.input->shown, 1, 1}};
  tei->language = NULL;
  tei->length = 0;
  g_string_truncate(tei->text, 0);
  g_array_set_size(tei->relations, 0);
  g_array_set_size(tei->marks, 0);
  g_array_set_size(tei->open, 0);
}

/* ── Elements ── */

static const char *
above(const RelataTei *tei)
{
  return tei->path->len > 0 ? g_ptr_array_index(tei->path, tei->path->len - 1) : "";
}

/* Reads what the header says of the document. FALSE where the element says nothing of it; else it has been
 * read. */
static gboolean
read_about(RelataTei *tei, const RelataXmlEvent *start)
{
  const struct {
    const char *parent, *name;
    const char **slot;
  } fields[] = {
      {"titleStmt", "title", &tei->about.title},
      {"titleStmt", "author", &tei->about.author},
      {"publicationStmt", "publisher", &tei->about.publisher},
      {"publicationStmt", "date", &tei->about.published},
      {"publicationStmt", "idno", &tei->about.url},
  };
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (*fields[i].slot == NULL && strcmp(start->name, fields[i].name) == 0 &&
        strcmp(above(tei), fields[i].parent) == 0) {
      const char *when = relata_tei_attribute(tei, "when");
      const char *words = relata_tei_words(tei, start->depth);
      const gboolean is_url = fields[i].slot == &tei->about.url;
      if (!is_url || (words != NULL && relata_iri_is(words)))
        *fields[i].slot = when != NULL ? when : words;
      return TRUE;
    }
  return FALSE;
}

gboolean
relata_tei_is_list(const char *name)
{
  static const char *const lists[] = {"standOff",     "listPerson", "listOrg", "listPlace",
                                      "listRelation", "listBibl",   "listWit", "listEvent",
                                      "listObject",   "listNym",    NULL};
  return g_strv_contains(lists, name);
}

/* Begins a mark where an element names somebody and points to him. */
static void
begin_name(RelataTei *tei, const RelataXmlEvent *start)
{
  static const struct {
    const char *name, *type;
  } names[] = {{"persName", "person"}, {"orgName", "org"}, {"placeName", NULL},
               {"geogName", NULL},     {"rs", NULL},       {"name", NULL}};
  RelataTeiMark mark = {.depth = start->depth, .span = {tei->length, tei->length}, .where = start->where};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(start->name, names[i].name) == 0) {
      mark.pointer = relata_tei_attribute(tei, "ref");
      mark.pointer = mark.pointer != NULL ? mark.pointer : relata_tei_attribute(tei, "key");
      mark.type = names[i].type;
    }
  if (mark.pointer == NULL)
    return;
  const guint index = tei->marks->len;
  g_array_append_val(tei->marks, mark);
  g_array_append_val(tei->open, index);
}

static void
end_name(RelataTei *tei, guint depth)
{
  if (tei->open->len == 0)
    return;
  const guint last = g_array_index(tei->open, guint, tei->open->len - 1);
  RelataTeiMark *mark = &g_array_index(tei->marks, RelataTeiMark, last);
  if (mark->depth != depth)
    return;
  mark->span.end = tei->length;
  g_array_set_size(tei->open, tei->open->len - 1);
}

static gboolean
is_document(const char *name)
{
  return strcmp(name, "TEI") == 0 || strcmp(name, "TEI.2") == 0;
}

/* Counts what is in a list and no record that is read, such as an event. */
static void
count_unused(const RelataTei *tei, const char *name)
{
  static const char *const frame[] = {"head", "desc", "p", "ab", "note"};
  for (guint i = 0; i < G_N_ELEMENTS(frame); i++)
    if (strcmp(name, frame[i]) == 0)
      return;
  if (!relata_tei_is_list(name))
    relata_account_unused(tei->reading.input->account, name);
}

static void
start_element(RelataTei *tei, const RelataXmlEvent *event)
{
  const gboolean in_text = tei->text_depth > 0 && tei->list_depth == 0;
  if ((!in_text && (relata_tei_read_record(tei, event) || read_about(tei, event))))
    return;
  if (is_document(event->name)) {
    if (tei->relations->len > 0) /* of the header of a corpus of documents */
      end_document(tei);
    begin_document(tei, event);
  } else if (strcmp(event->name, "text") == 0 && tei->text_depth == 0 && tei->list_depth == 0) {
    tei->text_depth = event->depth;
  } else if (tei->list_depth == 0 && relata_tei_is_list(event->name)) {
    tei->list_depth = event->depth;
  } else if (in_text) {
    begin_name(tei, event);
  } else if (strcmp(event->name, "licence") == 0 || relata_tei_is_list(above(tei))) {
    count_unused(tei, event->name);
  }
  g_ptr_array_add(tei->path, (gpointer)relata_corpus_intern(tei->reading.corpus, event->name));
}

static void
end_element(RelataTei *tei, const RelataXmlEvent *event)
{
  g_ptr_array_set_size(tei->path, (gint)MIN(tei->path->len, event->depth - 1));
  if (event->depth == tei->list_depth)
    tei->list_depth = 0;
  else if (event->depth == tei->text_depth)
    tei->text_depth = 0;
  else if (tei->text_depth > 0 && tei->list_depth == 0)
    end_name(tei, event->depth);
  else if (is_document(event->name))
    end_document(tei);
}

static void
add_text(RelataTei *tei, const RelataXmlEvent *event)
{
  if (tei->text_depth == 0 || tei->list_depth > 0)
    return;
  g_string_append_len(tei->text, event->text, (gssize)event->n);
  tei->length += (guint)g_utf8_strlen(event->text, (gssize)event->n);
}

/* ── The file ── */

static void
read_events(RelataTei *tei)
{
  static void (*const handlers[])(RelataTei *, const RelataXmlEvent *) = {
      [RELATA_XML_START] = start_element, [RELATA_XML_END] = end_element, [RELATA_XML_TEXT] = add_text};
  for (const RelataXmlEvent *event; (event = relata_xml_next(tei->xml)) != NULL;)
    handlers[event->kind](tei, event);
  if (tei->relations->len > 0 || tei->marks->len > 0 || tei->n_documents == 0) /* broken off */
    end_document(tei);
}

static void
clear(RelataTei *tei)
{
  g_hash_table_unref(tei->listed);
  g_hash_table_unref(tei->meant);
  g_hash_table_unref(tei->sources);
  g_ptr_array_unref(tei->path);
  g_string_free(tei->text, TRUE);
  g_array_unref(tei->relations);
  g_array_unref(tei->marks);
  g_array_unref(tei->open);
}

gboolean
relata_tei_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                GError **error)
{
  g_autoptr(RelataXml) xml = relata_xml_new(input, diagnostics, error);
  if (xml == NULL)
    return FALSE;
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("tei", corpus, input);
  RelataTei tei = {.reading = {corpus, input, diagnostics, vocabulary},
                   .xml = xml,
                   .registry = input->shown,
                   .listed = g_hash_table_new(g_str_hash, g_str_equal),
                   .meant = g_hash_table_new(g_str_hash, g_str_equal),
                   .sources = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
                   .path = g_ptr_array_new(),
                   .about = {.where = {input->shown, 1, 1}},
                   .text = g_string_new(NULL),
                   .relations = g_array_new(FALSE, FALSE, sizeof(RelataTeiRelation)),
                   .marks = g_array_new(FALSE, FALSE, sizeof(RelataTeiMark)),
                   .open = g_array_new(FALSE, FALSE, sizeof(guint))};
  relata_account_begin(input->account, "TEI", "record", "element");
  relata_corpus_enter(corpus, tei.registry);
  read_events(&tei);
  clear(&tei);
  return relata_xml_end(xml, error);
}
