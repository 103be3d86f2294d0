/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The documents that a row names: each of several sources is one. */
#include "read/table/mapping_internal.h"
#include "read/statement.h"
#include "text/date_pattern.h"
#include "text/name.h"

#include <string.h>

/* The fields of documents, as a row gives them. */
typedef struct {
  GPtrArray *id, *title, *publisher, *published, *url, *author, *origin, *language;
} Written;

static Written
read_fields(RelataMappingReading *reading)
{
  const RelataDocumentPlace *place = &reading->mapping->document;
  const RelataMappingValue *const values[] = {place->id,  place->title,  place->publisher, place->published,
                                              place->url, place->author, place->origin,    place->language};
  G_STATIC_ASSERT(G_N_ELEMENTS(values) == RELATA_N_LISTS);
  GPtrArray *const *lists = reading->lists;
  for (guint i = 0; i < RELATA_N_LISTS; i++)
    relata_mapping_values(values[i], &reading->row, lists[i]);
  return (Written){lists[0], lists[1], lists[2], lists[3], lists[4], lists[5], lists[6], lists[7]};
}

/* Returns value i of a field; the only one where it has one for all; NULL where it has none. */
static const char *
at(const GPtrArray *values, guint i)
{
  return i < values->len    ? g_ptr_array_index(values, i)
         : values->len == 1 ? g_ptr_array_index(values, 0)
                            : NULL;
}

/* Sets a field that is not known yet. The title is the id where none was given. */
static void
complete(RelataMappingReading *reading, const char **field, const char *text, const char *id)
{
  if (text != NULL && (*field == NULL || *field == id))
    *field = relata_corpus_intern(reading->corpus, text);
}

static void
set_published(RelataMappingReading *reading, RelataDocument *document, const char *text)
{
  const RelataMappingValue *value = reading->mapping->document.published;
  char *edtf = NULL;
  gboolean timed = FALSE;
  RelataWritten written =
      value->dates == NULL ? relata_date_by_form(text, &edtf, &timed) : RELATA_WRITTEN_OTHER;
  for (guint i = 0; value->dates != NULL && written == RELATA_WRITTEN_OTHER && i < value->dates->len; i++)
    written = relata_date_by_pattern(text, g_ptr_array_index(value->dates, i), &edtf, &timed);
  RelataStating stating =
      relata_stating(reading->corpus, reading->diagnostics, relata_table_place(reading->table, 0));
  if (written == RELATA_WRITTEN_OTHER)
    relata_diagnose(reading->diagnostics, RELATA_WARNING, "wrong-date", &stating.said.where, NULL,
                    "'%s' is not a date whose form has one meaning" RELATA_DATE_LEFT_OUT, text);
  else if (edtf != NULL && relata_statement_set_text(&stating, RELATA_SAID_WHEN, edtf))
    document->published = stating.said.when;
  g_free(edtf);
}

/* Returns the document with this id, which is completed by the other fields, and remembers it for the row. */
static void
add_document(RelataMappingReading *reading, const char *id, const Written *written, guint i)
{
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reading->known_documents, id));
  guint index = known - 1;
  if (known == 0) {
    gboolean again;
    const RelataPlace where = relata_table_place(reading->table, 0);
    RelataDocument *document = relata_corpus_declare_document(reading->corpus, id, where, &again);
    complete(reading, &document->title, at(written->title, i), document->id);
    complete(reading, &document->publisher, at(written->publisher, i), NULL);
    complete(reading, &document->url, at(written->url, i), NULL);
    complete(reading, &document->author, at(written->author, i), NULL);
    complete(reading, &document->origin, at(written->origin, i), NULL);
    complete(reading, &document->language, at(written->language, i), NULL);
    if (at(written->published, i) != NULL && !relata_date_is_set(&document->published))
      set_published(reading, document, at(written->published, i));
    index = relata_corpus_find_document(reading->corpus, id);
    g_hash_table_insert(reading->known_documents, g_strdup(id), GUINT_TO_POINTER(index + 1));
  }
  for (guint k = 0; k < reading->documents->len; k++)
    if (g_array_index(reading->documents, guint, k) == index) /* a source that is named twice counts once */
      return;
  g_array_append_val(reading->documents, index);
}

/* Returns how many documents lists that go in step name; after reporting it, one where they do not. */
static guint
count_in_step(RelataMappingReading *reading, const Written *written)
{
  const GPtrArray *const lists[] = {written->publisher, written->published, written->title,
                                    written->url,       written->author,    written->id};
  guint n = 0;
  gboolean uneven = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    uneven |= lists[i]->len > 1 && n > 1 && lists[i]->len != n;
    n = n > 1 ? n : MAX(n, lists[i]->len);
  }
  if (uneven)
    relata_account_leave_out(reading->input->account, "lists of sources that do not go in step");
  return n;
}

/* Adds documents of lists that go in step. What tells them apart is their own id, else who published them
 * when.
 */
static void
add_in_step(RelataMappingReading *reading, const Written *written)
{
  const guint n = count_in_step(reading, written);
  for (guint i = 0; i < n; i++) {
    const char *publisher = at(written->publisher, i), *published = at(written->published, i);
    const char *own = written->id->len > 1 || n == 1 ? at(written->id, i) : NULL;
    g_autofree char *made = publisher != NULL && published != NULL
                                ? g_strdup_printf("%s %s", publisher, published)
                                : g_strdup(publisher);
    const char *id = written->id->len > 1 || made == NULL ? own : made;
    if (id != NULL && relata_name_is_id(id))
      add_document(reading, id, written, i);
  }
}

void
relata_mapping_add_file(RelataMappingReading *reading)
{
  if (reading->file_document == RELATA_NONE) {
    g_autofree char *name = g_path_get_basename(reading->input->shown);
    const RelataPlace where = {reading->input->shown, 0, 0};
    gboolean again;
    relata_corpus_declare_document(reading->corpus, name, where, &again);
    reading->file_document = relata_corpus_find_document(reading->corpus, name);
  }
  g_array_append_val(reading->documents, reading->file_document);
}

void
relata_mapping_find_documents(RelataMappingReading *reading)
{
  const RelataDocumentPlace *place = &reading->mapping->document;
  Written written = read_fields(reading);
  g_array_set_size(reading->documents, 0);
  if (relata_mapping_is_too_much(reading, MAX(written.id->len, written.publisher->len), "documents")) {
    relata_mapping_add_file(reading); /* a row has one at least */
    return;
  }
  if (place->zip)
    add_in_step(reading, &written);
  for (guint i = 0; !place->zip && i < written.id->len; i++)
    if (relata_name_is_id(g_ptr_array_index(written.id, i)))
      add_document(reading, g_ptr_array_index(written.id, i), &written, i);
  if (!place->zip && written.id->len == 0 && written.publisher->len > 0)
    add_in_step(reading, &written);
  if (reading->documents->len == 0 && place->otherwise != NULL) {
    Written none = {0};
    const char *id = relata_mapping_value(place->otherwise, &reading->row);
    g_autoptr(GPtrArray) nothing = g_ptr_array_new();
    none = (Written){nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing};
    if (id != NULL && relata_name_is_id(id))
      add_document(reading, id, &none, 0);
  }
  const RelataMapping *mapping = reading->mapping;
  if (reading->documents->len > 0 || mapping->claims->len + mapping->figures->len == 0)
    return; /* actors alone are stated by nobody */
  relata_account_remark(reading->input->account, RELATA_REMARK_SOURCELESS);
  relata_mapping_add_file(reading);
}
