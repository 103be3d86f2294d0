/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who states what an entity says: the pages that it names as its sources, else its datasets, else the file.
 */
#include "read/registry/ftm_entity.h"
#include "text/name.h"

static guint
declare(const RelataFtmReading *reading, const char *id, RelataPlace where, RelataDocument **document)
{
  gboolean again;
  *document = relata_corpus_declare_document(reading->corpus, id, where, &again);
  return relata_corpus_find_document(reading->corpus, id);
}

/* Returns the datasets that have both values, which all of the entity's have where none is told. */
static GPtrArray *
datasets_of(const RelataFtmEntity *entity, const RelataFtmValue *a, const RelataFtmValue *b)
{
  GPtrArray *both = g_ptr_array_new();
  for (guint i = 0; i < entity->datasets->len; i++) {
    gpointer dataset = g_ptr_array_index(entity->datasets, i);
    if ((a == NULL || a->datasets == NULL || g_ptr_array_find(a->datasets, dataset, NULL)) &&
        (b == NULL || b->datasets == NULL || g_ptr_array_find(b->datasets, dataset, NULL)))
      g_ptr_array_add(both, dataset);
  }
  return both;
}

static void
add_page(const RelataFtmReading *reading, const RelataFtmEntity *entity, const char *url, const char *dataset,
         GArray *documents)
{
  RelataCorpus *corpus = reading->corpus;
  RelataDocument *document;
  const guint index = declare(reading, url, entity->where, &document);
  if (document->url == NULL)
    document->url = document->id;
  if (document->origin == NULL)
    document->origin = dataset;
  if (document->publisher == NULL)
    document->publisher = relata_corpus_intern(corpus, relata_ftm_value(entity, "publisher"));
  g_array_append_val(documents, index);
}

/* Adds the pages, each with the dataset that names it, as far as that has the values. Those datasets are
 * removed. */
static void
add_pages(const RelataFtmReading *reading, const RelataFtmEntity *entity, GPtrArray *datasets,
          GArray *documents)
{
  const GArray *urls = relata_ftm_values(entity, "sourceUrl");
  const char *only = datasets->len == 1 ? g_ptr_array_index(datasets, 0) : NULL;
  g_autoptr(GPtrArray) told = g_ptr_array_new();
  for (guint i = 0; urls != NULL && i < urls->len; i++) {
    const RelataFtmValue *url = &g_array_index(urls, RelataFtmValue, i);
    const char *of = only;
    gboolean states = url->datasets == NULL;
    for (guint k = 0; url->datasets != NULL && k < url->datasets->len; k++) {
      gpointer dataset = g_ptr_array_index(url->datasets, k);
      if (!g_ptr_array_find(datasets, dataset, NULL))
        continue;
      g_ptr_array_add(told, dataset);
      of = states ? of : dataset;
      states = TRUE;
    }
    if (states && relata_name_is_id(url->text))
      add_page(reading, entity, url->text, of, documents);
  }
  if (documents->len > 0 && told->len == 0)
    g_ptr_array_set_size(datasets, 0);
  for (guint i = 0; i < told->len; i++)
    g_ptr_array_remove(datasets, g_ptr_array_index(told, i));
}

static void
add_file(RelataFtmReading *reading, GArray *documents)
{
  g_autofree char *name = g_path_get_basename(reading->input->shown);
  RelataDocument *document;
  const guint index = declare(reading, name, (RelataPlace){reading->input->shown, 0, 0}, &document);
  if (!reading->sourceless)
    relata_account_remark(reading->input->account, RELATA_REMARK_SOURCELESS);
  reading->sourceless = TRUE;
  g_array_append_val(documents, index);
}

GArray *
relata_ftm_documents(RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmValue *a,
                     const RelataFtmValue *b)
{
  GArray *documents = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GPtrArray) datasets = datasets_of(entity, a, b);
  add_pages(reading, entity, datasets, documents);
  for (guint i = 0; i < datasets->len; i++) {
    RelataDocument *document;
    const guint index = declare(reading, g_ptr_array_index(datasets, i), entity->where, &document);
    g_array_append_val(documents, index);
  }
  if (documents->len == 0)
    add_file(reading, documents);
  return documents;
}
