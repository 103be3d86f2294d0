/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads brat standoff: the files of one document, in the order that their meaning requires. */
#include "read/brat.h"

#include "read/beside.h"
#include "read/readers.h"
#include "text/display.h"

#include <string.h>

#define CONF_NAME "annotation.conf"

/* The file that brat writes, and the files of its shared tasks, which are read where that one is missing. In
 * reading order: ids continue from one file to the next. The last two are annotations only beside the others.
 */
static const char *const endings[] = {".ann", ".a1", ".a2", ".co", ".rel"};
enum { N_MAIN_ENDINGS = 3 };

/* Returns the length of the path without one of brat's endings; 0 for other files. */
static gsize
stem_length(const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(path, endings[i]))
      return strlen(path) - strlen(endings[i]);
  return g_str_has_suffix(path, ".txt") ? strlen(path) - strlen(".txt") : 0;
}

static char *
sibling(const char *path, const char *ending)
{
  return g_strdup_printf("%.*s%s", (int)stem_length(path), path, ending);
}

static gboolean
has_sibling(const char *path, const char *ending)
{
  g_autofree char *other = sibling(path, ending);
  return g_file_test(other, G_FILE_TEST_IS_REGULAR);
}

static gboolean
is_text(const char *path)
{
  return g_str_has_suffix(path, ".txt");
}

static gboolean
has_annotations(const char *path)
{
  for (guint i = 0; i < N_MAIN_ENDINGS; i++)
    if (has_sibling(path, endings[i]))
      return TRUE;
  return FALSE;
}

char *
relata_brat_main_of(const char *path)
{
  if (stem_length(path) == 0 || is_text(path) || !has_annotations(path))
    return g_strdup(path);
  if (has_sibling(path, ".txt"))
    return sibling(path, ".txt");
  for (guint i = 0; i < N_MAIN_ENDINGS; i++)
    if (has_sibling(path, endings[i]))
      return sibling(path, endings[i]);
  return g_strdup(path);
}

gboolean
relata_brat_recognises(const RelataInput *input)
{
  return stem_length(input->path) > 0 && has_annotations(input->path);
}

gboolean
relata_brat_conf_recognises(const RelataInput *input)
{
  g_autofree char *name = g_path_get_basename(input->path);
  return strcmp(name, CONF_NAME) == 0;
}

gboolean
relata_brat_text_recognises(const RelataInput *input)
{
  return is_text(input->path);
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

/* Reads the configuration beside a document. Its errors are reported when it is read as a file of its own. */
static RelataAnnotationConf *
read_conf(RelataCorpus *corpus, const RelataInput *input)
{
  g_autofree char *folder = g_path_get_dirname(input->path);
  g_autofree char *path = g_build_filename(folder, CONF_NAME, NULL);
  g_autofree char *bytes = NULL;
  gsize n;
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
      !relata_read_beside(input->path, CONF_NAME, &bytes, &n, NULL))
    return NULL;
  g_autofree char *shown_folder = g_path_get_dirname(input->shown);
  g_autofree char *shown = g_build_filename(shown_folder, CONF_NAME, NULL);
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  return relata_annotation_conf_parse(bytes, n, relata_corpus_intern(corpus, shown), unheard);
}

/* ── The document ── */

/* Returns a declared document whose text is the file, found by id, else by the file that it names. */
static guint
find_document(const RelataCorpus *corpus, const char *id, const char *file_name)
{
  const guint by_id = relata_corpus_find_document(corpus, id);
  if (by_id != RELATA_NONE)
    return by_id;
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++) {
    const RelataDocument *document = relata_corpus_document(corpus, i);
    if (document->file != NULL && document->file != document->where.file &&
        strcmp(document->file, file_name) == 0)
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
  g_autofree char *path = sibling(input->path, ending);
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *shown = sibling(input->shown, ending);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize n;
  const RelataPlace where = {relata_corpus_intern(corpus, shown), 0, 0};
  if (relata_read_beside(input->path, name, &bytes, &n, &error))
    relata_brat_parse(brat, bytes, n, where.file, diagnostics);
  else
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "unreadable-file", &where, NULL, "%s", error->message);
}

static void
parse_annotations(RelataBrat *brat, RelataCorpus *corpus, const RelataInput *input,
                  RelataDiagnostics *diagnostics)
{
  const gboolean alone = g_str_has_suffix(input->path, endings[0]) || has_sibling(input->path, endings[0]);
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    const gboolean given = g_str_has_suffix(input->path, endings[i]);
    if (!given && !has_sibling(input->path, endings[i]))
      continue;
    if (alone && i > 0) {
      g_autofree char *shown = sibling(input->shown, endings[i]);
      const RelataPlace where = {shown, 0, 0};
      relata_diagnose(diagnostics, RELATA_NOTE, "left-out", &where, NULL,
                      "as brat does, only the .ann of the same name is read");
    } else if (given) {
      relata_brat_parse(brat, input->bytes, input->n, input->shown, diagnostics);
    } else {
      parse_sibling(brat, corpus, input, endings[i], diagnostics);
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
    if (reader->use[target] != RELATA_BRAT_WHEN && n++ == 0)
      first = &record->where;
  }
  if (n > 0)
    relata_diagnose(
        reader->diagnostics, RELATA_NOTE, "unused-notes", first, NULL,
        n == 1 ? "%u note or attribute of no relation or event has no meaning here and is left out"
               : "%u notes and attributes of no relation or event have no meaning here and are left out",
        n);
}

static char *
document_id(const char *path)
{
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *shown = g_filename_display_name(name);
  shown[stem_length(shown)] = '\0';
  return relata_display_safe(shown);
}

static gboolean
is_from_brat(const char *file)
{
  return file != NULL && stem_length(file) > 0;
}

/* Returns the document's index, or RELATA_NONE when brat files already declared one with that name. */
static guint
declare_document(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics)
{
  g_autofree char *id = document_id(input->path);
  g_autofree char *name = g_path_get_basename(input->path);
  const RelataPlace where = {input->shown, 1, 1};
  const guint known = find_document(corpus, id, name);
  gboolean again;
  if (known != RELATA_NONE) {
    const RelataDocument *document = relata_corpus_document(corpus, known);
    if (document->declared && is_from_brat(document->where.file)) {
      relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "duplicate-document", &where,
                      "documents are called by their file names: rename one",
                      "the document '%s' was already read from %s: this file is left out", id,
                      document->where.file);
      return RELATA_NONE;
    }
    relata_corpus_declare_document(corpus, document->id, where, &again);
    return known;
  }
  relata_corpus_declare_document(corpus, id, where, &again);
  return relata_corpus_find_document(corpus, id);
}

static void
read_marks(RelataBratReader *reader, const RelataBrat *brat)
{
  const gsize n = brat->records->len;
  g_autofree RelataBratUse *use = g_new0(RelataBratUse, n + 1);
  g_autofree guint *columns = g_new(guint, 3 * n + 1);
  reader->brat = brat;
  reader->use = use;
  reader->actor_of = columns;
  reader->first_about = columns + n;
  reader->next_about = columns + 2 * n;
  reader->sentences = reader->text != NULL ? relata_sentences_new(reader->text) : NULL;
  index_about(reader);
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
  const guint index = declare_document(corpus, input, diagnostics);
  if (index == RELATA_NONE)
    return TRUE;
  g_autoptr(RelataBrat) brat = relata_brat_new();
  parse_annotations(brat, corpus, input, diagnostics);
  relata_brat_link(brat, diagnostics);
  const RelataDocument *document = relata_corpus_document(corpus, index);
  const RelataText *text = document->text;
  if (!is_text(input->path)) {
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
  g_autoptr(RelataAnnotationConf) conf = read_conf(corpus, input);
  RelataSchema *schema = relata_corpus_schema(corpus);
  RelataBratReader reader = {.corpus = corpus,
                             .schema = schema,
                             .diagnostics = diagnostics,
                             .conf = conf,
                             .declared = relata_annotation_conf_declare(conf, schema),
                             .document = index,
                             .id = relata_corpus_document(corpus, index)->id,
                             .text = text};
  read_marks(&reader, brat);
  return TRUE;
}

gboolean
relata_brat_text_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                      GError **error G_GNUC_UNUSED)
{
  g_autofree char *id = document_id(input->path);
  g_autofree char *name = g_path_get_basename(input->path);
  const guint known = find_document(corpus, id, name);
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
