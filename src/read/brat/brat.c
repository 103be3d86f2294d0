/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads brat standoff: the files of one document, in the order that their meaning requires. */
#include "read/brat/brat.h"

#include "corpus/layers.h"
#include "read/beside.h"
#include "read/brat_files.h"
#include "read/document_names.h"
#include "read/readers.h"
#include "text/display.h"

#include <string.h>

gboolean
relata_brat_recognises(const RelataInput *input)
{
  return relata_brat_stem_length(input->path) > 0 && relata_brat_has_annotations(input->path);
}

gboolean
relata_brat_conf_recognises(const RelataInput *input)
{
  g_autofree char *name = g_path_get_basename(input->path);
  return strcmp(name, RELATA_CONF_NAME) == 0;
}

gboolean
relata_brat_text_recognises(const RelataInput *input)
{
  return relata_brat_is_text(input->path);
}

gboolean
relata_brat_conf_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                      GError **error G_GNUC_UNUSED)
{
  g_autoptr(RelataAnnotationConf) conf =
      relata_annotation_conf_parse(input->bytes, input->n, input->shown, diagnostics);
  relata_annotation_conf_declare(conf, relata_corpus_schema(corpus));
  return TRUE;
}

/* ── The document ── */

/* Returns whether the file lies where the declaration means it to lie: in its own folder. */
static gboolean
is_beside(const RelataDocument *document, const RelataInput *input)
{
  if (document->where.file == NULL)
    return FALSE;
  g_autofree char *declared = g_path_get_dirname(document->where.file);
  g_autofree char *folder = g_path_get_dirname(input->shown);
  return strcmp(declared, folder) == 0;
}

static gboolean
is_from_brat(const RelataDocument *document)
{
  return document->where.file != NULL && relata_brat_stem_length(document->where.file) > 0;
}

/* Returns whether a document that another file declares or refers to is the one of these files. A name that
 * several documents have means the one in the same folder. */
static gboolean
means_file(const RelataDocument *document, const RelataInput *input, const char *name)
{
  const gboolean alone = input->name == NULL || strlen(name) >= strlen(input->name->id);
  return !is_from_brat(document) && (alone || is_beside(document, input));
}

/* Returns a document that other files declare, by one of the tails of the path, the longest first, or by the
 * name of its text's file. */
static guint
find_declared(const RelataCorpus *corpus, const RelataInput *input)
{
  g_autoptr(GPtrArray) tails = relata_document_tails(input->path);
  for (guint i = 0; i < tails->len; i++) {
    const guint found = relata_corpus_find_document(corpus, g_ptr_array_index(tails, i));
    if (found != RELATA_NONE &&
        means_file(relata_corpus_document(corpus, found), input, g_ptr_array_index(tails, i)))
      return found;
  }
  g_autofree char *file_name = g_path_get_basename(input->path);
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++) {
    const RelataDocument *document = relata_corpus_document(corpus, i);
    if (document->file != NULL && document->file != document->where.file &&
        strcmp(document->file, file_name) == 0 &&
        means_file(document, input, g_ptr_array_index(tails, tails->len - 1)))
      return i;
  }
  return RELATA_NONE;
}

/* Returns the document's text, from the file or from its declaration. NULL where there is none; two different
 * texts are an error. */
static const RelataText *
set_text(RelataDocument *document, const char *bytes, gsize n, const RelataInput *input,
         RelataDiagnostics *diagnostics)
{
  if (document->text == NULL) {
    document->text = relata_text_new(bytes, n);
    document->file = input->shown;
  } else if (relata_text_n_bytes(document->text) != n ||
             memcmp(relata_text_bytes(document->text), bytes, n) != 0) {
    const RelataPlace where = {input->shown, 0, 0};
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "text-twice", &where, "leave out one of the two texts",
                    "the document '%s' was declared with another text than this file's", document->id);
    return NULL;
  }
  return document->text;
}

static guint
count_misfits(const RelataBrat *brat, const char *bytes, gsize n)
{
  g_autoptr(RelataText) text = relata_text_new(bytes, n);
  return relata_brat_misfits(brat, text);
}

/* A byte order mark does not belong to the text, unless the marks were counted with it, as brat does. */
static gsize
mark_length(const RelataBrat *brat, const char *bytes, gsize n)
{
  if (n < 3 || memcmp(bytes, "\xEF\xBB\xBF", 3) != 0)
    return 0;
  return count_misfits(brat, bytes, n) < count_misfits(brat, bytes + 3, n - 3) ? 0 : 3;
}

/* Parses the file with that ending where it is there. */
static void
parse_sibling(RelataBrat *brat, RelataCorpus *corpus, const RelataInput *input, const char *ending,
              RelataDiagnostics *diagnostics)
{
  g_autofree char *path = relata_brat_sibling(input->path, ending);
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *shown = relata_brat_sibling(input->shown, ending);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize n;
  const RelataPlace where = {relata_corpus_intern(corpus, shown), 0, 0};
  if (relata_read_beside(input, name, &bytes, &n, &error))
    relata_brat_parse(brat, bytes, n, where.file, diagnostics);
  else
    relata_diagnose(diagnostics, RELATA_LOSS, "unreadable-file", &where, NULL, "%s", error->message);
}

static void
parse_annotations(RelataBrat *brat, RelataCorpus *corpus, const RelataInput *input,
                  RelataDiagnostics *diagnostics)
{
  const gboolean alone = g_str_has_suffix(input->path, relata_brat_endings[0]) ||
                         relata_brat_has_sibling(input->path, relata_brat_endings[0]);
  for (guint i = 0; i < RELATA_BRAT_N_ENDINGS; i++) {
    const gboolean given = g_str_has_suffix(input->path, relata_brat_endings[i]);
    if (!given && !relata_brat_has_sibling(input->path, relata_brat_endings[i]))
      continue;
    if (alone && i > 0) {
      g_autofree char *shown = relata_brat_sibling(input->shown, relata_brat_endings[i]);
      const RelataPlace where = {shown, 0, 0};
      relata_diagnose(diagnostics, RELATA_NOTE, "left-out", &where, NULL,
                      "as brat does, only the .ann of the same name is read");
    } else if (given) {
      relata_brat_parse(brat, input->bytes, input->n, input->shown, diagnostics);
    } else {
      parse_sibling(brat, corpus, input, relata_brat_endings[i], diagnostics);
    }
  }
}

/* Fills the lists of the annotations about each record. */
static void
index_about(RelataBratReader *reader)
{
  const RelataBrat *brat = reader->brat;
  for (guint i = 0; i < brat->records->len; i++)
    reader->first_about[i] = reader->next_about[i] = RELATA_NONE;
  for (guint i = brat->records->len; i-- > 0;) { /* backward, so that each list is in order */
    const RelataBratRecord *record = relata_brat_record(brat, i);
    if (record->n == 0 || strchr("AN#", record->kind) == NULL)
      continue;
    const guint target = relata_brat_argument(brat, record, 0)->record;
    if (target == RELATA_NONE)
      continue;
    reader->next_about[i] = reader->first_about[target];
    reader->first_about[target] = i;
  }
}

/* Counts and reports attributes and notes that the model has no place for. */
static void
count_unused(const RelataBratReader *reader)
{
  const RelataBrat *brat = reader->brat;
  const RelataPlace *first = NULL; /* in the annotation file, which the text's name does not give */
  guint n = 0;
  for (guint i = 0; i < brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    if (record->n == 0 || (record->kind != 'A' && record->kind != '#'))
      continue;
    const guint target = relata_brat_argument(brat, record, 0)->record;
    if (target == RELATA_NONE || strchr("RE", relata_brat_record(brat, target)->kind) != NULL)
      continue;
    const gboolean of_event =
        record->kind == 'A' && (reader->use[target] == RELATA_BRAT_TRIGGER ||
                                relata_brat_record(brat, target)->type == record->value);
    if (!of_event && reader->use[target] != RELATA_BRAT_WHEN && n++ == 0)
      first = &record->where;
  }
  if (n > 0)
    relata_diagnose(
        reader->diagnostics, RELATA_NOTE, "unused-notes", first, NULL,
        n == 1 ? "%u note or attribute of no relation or event has no meaning here and is left out"
               : "%u notes and attributes of no relation or event have no meaning here and are left out",
        n);
}

/* Returns the name of the file without its ending, as an id. */
static char *
document_id(const char *path)
{
  g_autoptr(GPtrArray) tails = relata_document_tails(path);
  return g_strdup(g_ptr_array_index(tails, tails->len - 1));
}

/* Returns the index of the document that the files are about. */
static guint
declare_document(RelataCorpus *corpus, const RelataInput *input)
{
  const RelataPlace where = {input->shown, 1, 1};
  const guint known = find_declared(corpus, input);
  g_autofree char *own_id = document_id(input->path);
  const char *id = known != RELATA_NONE  ? relata_corpus_document(corpus, known)->id
                   : input->name != NULL ? input->name->id
                                         : own_id;
  gboolean again;
  relata_corpus_declare_document(corpus, id, where, &again);
  return relata_corpus_find_document(corpus, id);
}

/* Returns what the ids of statements begin with: the document's id, or what tells its layers apart. */
static const char *
prefix_of(const RelataCorpus *corpus, guint document, const RelataInput *input)
{
  const char *id = relata_corpus_document(corpus, document)->id;
  const gboolean layered = input->name != NULL && strcmp(input->name->prefix, input->name->id) != 0;
  return layered ? input->name->prefix : id;
}

static void
read_marks(RelataBratReader *reader, RelataBrat *brat)
{
  const gsize n = brat->records->len;
  g_autofree RelataBratUse *use = g_new0(RelataBratUse, n + 1);
  g_autofree guint *columns = g_new(guint, 3 * n + 1);
  reader->brat = brat;
  reader->use = use;
  reader->actor_of = columns;
  g_autofree const char **written = g_new0(const char *, n + 1);
  reader->written = written;
  reader->first_about = columns + n;
  reader->next_about = columns + 2 * n;
  reader->sentences = reader->text != NULL ? relata_sentences_new(reader->text) : NULL;
  index_about(reader);
  relata_brat_label(reader, brat);
  relata_brat_resolve(reader);
  relata_brat_check_conf(reader);
  relata_brat_build(reader);
  count_unused(reader);
  relata_sentences_free(reader->sentences);
}

gboolean
relata_brat_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                 GError **error G_GNUC_UNUSED)
{
  const guint index = declare_document(corpus, input);
  g_autoptr(RelataBrat) brat = relata_brat_new();
  parse_annotations(brat, corpus, input, diagnostics);
  relata_brat_link(brat, diagnostics);
  const RelataDocument *document = relata_corpus_document(corpus, index);
  const RelataText *text = document->text;
  if (!relata_brat_is_text(input->path)) {
    const RelataPlace where = {input->shown, 0, 0};
    if (text == NULL)
      relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "missing-text", &where, NULL,
                      "there is no .txt of the same name: the marks cannot be checked");
  } else if (relata_brat_check_utf8(input->bytes, input->n, input->shown, 1, diagnostics)) {
    const gsize skip =
        text == NULL || relata_text_n_bytes(text) < input->n ? mark_length(brat, input->bytes, input->n) : 0;
    gboolean again;
    text = set_text(relata_corpus_declare_document(corpus, document->id, document->where, &again),
                    input->bytes + skip, input->n - skip, input, diagnostics);
  }
  relata_brat_settle_marks(brat, text, diagnostics);
  g_autoptr(RelataAnnotationConf) conf = relata_annotation_conf_nearest(corpus, input, diagnostics);
  RelataSchema *schema = relata_corpus_schema(corpus);
  RelataBratReader reader = {.corpus = corpus,
                             .schema = schema,
                             .diagnostics = diagnostics,
                             .conf = conf,
                             .declared = relata_annotation_conf_declare(conf, schema),
                             .document = index,
                             .id = prefix_of(corpus, index, input),
                             .text = text};
  const RelataLayer layer = relata_layer_begin(corpus);
  read_marks(&reader, brat);
  if (input->name != NULL)
    relata_layer_end(corpus, &layer, index, input->name->layer, input->name->layers);
  return TRUE;
}

gboolean
relata_brat_text_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                      GError **error G_GNUC_UNUSED)
{
  g_autofree char *id = document_id(input->path);
  const guint known = find_declared(corpus, input);
  const RelataPlace where = {input->shown, 0, 0};
  if (known == RELATA_NONE || !relata_corpus_document(corpus, known)->declared) {
    g_autofree char *hint = g_strdup_printf("an empty %s.ann makes it a document", id);
    relata_diagnose(diagnostics, RELATA_NOTE, "no-annotations", &where, hint,
                    "a text without annotations that no document names is left out");
    return TRUE;
  }
  if (!relata_brat_check_utf8(input->bytes, input->n, input->shown, 1, diagnostics))
    return TRUE;
  const gboolean marked = input->n >= 3 && memcmp(input->bytes, "\xEF\xBB\xBF", 3) == 0;
  gboolean again;
  const RelataDocument *document = relata_corpus_document(corpus, known);
  set_text(relata_corpus_declare_document(corpus, document->id, document->where, &again),
           input->bytes + (marked ? 3 : 0), input->n - (marked ? 3 : 0), input, diagnostics);
  return TRUE;
}
