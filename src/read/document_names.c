/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/document_names.h"

#include "corpus/layers.h"
#include "read/brat_files.h"
#include "text/display.h"

#include <string.h>

/* A file that represents a document. */
typedef struct {
  GPtrArray *tails; /* the longest first; the last one is the file's name */
  char *folder;
  char *text;     /* the text's checksum, or NULL: a file without a text is a document of its own */
  guint document; /* the number of its first file in the order of paths */
} File;

typedef struct {
  RelataCorpus *corpus;
  RelataDocumentName *names;
  File *files;
  GHashTable *layers; /* folder → the layer of its files, interned */
} Naming;

GPtrArray *
relata_document_tails(const char *path)
{
  g_autofree char *whole = g_canonicalize_filename(path, NULL);
  g_autofree char *shown = g_filename_display_name(whole);
  const gsize stem = relata_brat_stem_length(shown);
  if (stem > 0)
    shown[stem] = '\0';
  GPtrArray *tails = g_ptr_array_new_with_free_func(g_free);
  for (const char *at = shown; at != NULL; at = strchr(at, G_DIR_SEPARATOR)) {
    at += *at == G_DIR_SEPARATOR ? 1 : 0;
    g_ptr_array_add(tails, relata_display_safe(at));
  }
  return tails;
}

/* Returns the tail of so many steps, at most all. */
static const char *
tail_of(const File *file, guint n_steps)
{
  return g_ptr_array_index(file->tails, file->tails->len - MIN(n_steps, file->tails->len));
}

/* Returns NULL where there is no text, or it cannot be read. */
static char *
checksum_of(const char *path, RelataDiagnostics *diagnostics)
{
  g_autofree char *text = relata_brat_sibling(path, ".txt");
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize n;
  if (!g_file_get_contents(text, &bytes, &n, &error)) {
    g_autofree char *shown = g_filename_display_name(text);
    const RelataPlace where = {shown, 0, 0};
    if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
      relata_diagnose(diagnostics, RELATA_LOSS, "unreadable-file", &where, NULL, "%s", error->message);
    return NULL;
  }
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, n);
}

static void
clear_files(File *files, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_ptr_array_unref(files[i].tails);
    g_free(files[i].folder);
    g_free(files[i].text);
  }
  g_free(files);
}

/* ── Which files are one document ── */

/* Gives each file the number of its document: that of its first file. Only texts of one file name are read.
 */
static void
find_documents(const char *const *paths, File *files, const guint *order, guint n,
               RelataDiagnostics *diagnostics)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++) {
    gpointer name = (gpointer)tail_of(&files[i], 1);
    g_hash_table_insert(counts, name,
                        GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, name)) + 1));
  }
  g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint k = 0; k < n; k++) {
    const guint i = order[k];
    File *file = &files[i];
    file->document = i;
    if (GPOINTER_TO_UINT(g_hash_table_lookup(counts, tail_of(file, 1))) > 1)
      file->text = checksum_of(paths[i], diagnostics);
    if (file->text == NULL)
      continue;
    char *key = g_strconcat(file->text, "/", tail_of(file, 1), NULL);
    const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(first, key));
    if (known > 0) {
      file->document = known - 1;
      g_free(key);
    } else {
      g_hash_table_insert(first, key, GUINT_TO_POINTER(i + 1));
    }
  }
}

/* ── What they are called ── */

/* Returns, by file, how many steps its tail must have so that no file of another group has it too.
 * group_of[i] says which group a file is of. The whole path where none is enough. */
static guint *
steps_needed(const File *files, const guint *group_of, guint n)
{
  guint *steps = g_new0(guint, n);
  guint n_left = n;
  for (guint step = 1; n_left > 0; step++) {
    /* Each tail of this length → a group + 1, or G_MAXUINT where several have it. */
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < n; i++) {
      if (steps[i] > 0) /* its longer tails are its own, too */
        continue;
      gpointer tail = (gpointer)tail_of(&files[i], step);
      const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(groups, tail));
      if (known == 0)
        g_hash_table_insert(groups, tail, GUINT_TO_POINTER(group_of[i] + 1));
      else if (known != group_of[i] + 1)
        g_hash_table_insert(groups, tail, GUINT_TO_POINTER(G_MAXUINT));
    }
    n_left = 0;
    for (guint i = 0; i < n; i++) {
      if (steps[i] > 0)
        continue;
      const gboolean unique =
          GPOINTER_TO_UINT(g_hash_table_lookup(groups, tail_of(&files[i], step))) != G_MAXUINT;
      if (unique || step >= files[i].tails->len)
        steps[i] = step;
      else
        n_left++;
    }
  }
  return steps;
}

/* Returns a name that is not among those given, and adds it: two paths may look the same when they are shown.
 */
static const char *
take_name(Naming *naming, GHashTable *taken, const char *name)
{
  g_autofree char *free_name = g_strdup(name);
  for (guint number = 2; g_hash_table_contains(taken, free_name); number++) {
    g_free(free_name);
    free_name = g_strdup_printf("%s (%u)", name, number);
  }
  const char *interned = relata_corpus_intern(naming->corpus, free_name);
  g_hash_table_add(taken, (gpointer)interned);
  return interned;
}

/* Names the documents: each by the shortest of the tails of its files, of these the first. */
static void
name_documents(Naming *naming, const guint *order, guint n)
{
  g_autofree guint *group_of = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    group_of[i] = naming->files[i].document;
  g_autofree guint *steps = steps_needed(naming->files, group_of, n);
  g_autofree guint *best = g_new(guint, n); /* by document: the file that it is called after */
  for (guint k = 0; k < n; k++) {
    const guint i = order[k], document = naming->files[i].document;
    if (i == document || steps[i] < steps[best[document]])
      best[document] = i;
  }
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint k = 0; k < n; k++) {
    const guint i = order[k];
    if (naming->files[i].document == i)
      naming->names[i].id = take_name(naming, taken, tail_of(&naming->files[best[i]], steps[best[i]]));
  }
  for (guint i = 0; i < n; i++)
    naming->names[i].id = naming->names[naming->files[i].document].id;
}

static void
name_files(Naming *naming, const guint *order, guint n)
{
  g_autofree guint *group_of = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    group_of[i] = i;
  g_autofree guint *steps = steps_needed(naming->files, group_of, n);
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint k = 0; k < n; k++) {
    const guint i = order[k];
    naming->names[i].prefix = take_name(naming, taken, tail_of(&naming->files[i], steps[i]));
  }
}

/* ── Layers ── */

/* Returns how many steps at the end of their paths two files share. */
static guint
steps_shared(const File *a, const File *b)
{
  const guint most = MIN(a->tails->len, b->tails->len);
  guint n = 0;
  while (n < most && strcmp(tail_of(a, n + 1), tail_of(b, n + 1)) == 0)
    n++;
  return n;
}

/* Returns the steps of a path that are the layer's name: as many as tell the file from the others of the
 * document, without the rest, which all of them share. */
static char *
layer_of(const File *file, guint n_steps, guint n_shared)
{
  const char *tail = tail_of(file, n_steps);
  const gsize n = strlen(tail), n_rest = strlen(tail_of(file, n_shared)) + 1;
  return g_strndup(tail, n > n_rest ? n - n_rest : n);
}

/* Notes the layer of a folder; of several that the documents of a folder would have, the longest. */
static void
note_layer(Naming *naming, const File *file, const char *layer)
{
  const char *known = g_hash_table_lookup(naming->layers, file->folder);
  if (known != NULL &&
      (strlen(known) > strlen(layer) || (strlen(known) == strlen(layer) && strcmp(known, layer) <= 0)))
    return;
  g_hash_table_insert(naming->layers, file->folder, (gpointer)relata_corpus_intern(naming->corpus, layer));
}

/* Notes the layers of the folders of one document's files. */
static void
note_layers(Naming *naming, const guint *members, guint n)
{
  if (n < 2)
    return;
  g_autofree File *files = g_new(File, n); /* borrowed */
  g_autofree guint *own = g_new(guint, n);
  guint n_shared = G_MAXUINT;
  for (guint i = 0; i < n; i++) {
    files[i] = naming->files[members[i]];
    own[i] = i;
    n_shared = i > 0 ? MIN(n_shared, steps_shared(&files[0], &files[i])) : n_shared;
  }
  g_autofree guint *steps = steps_needed(files, own, n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *layer = layer_of(&files[i], steps[i], n_shared);
    note_layer(naming, &naming->files[members[i]], layer);
  }
}

/* Lists the layers of one document. */
static void
list_layers(const Naming *naming, const guint *members, guint n)
{
  g_autoptr(GPtrArray) layers = g_ptr_array_new();
  for (guint i = 0; i < n; i++) {
    RelataDocumentName *name = &naming->names[members[i]];
    name->layer = g_hash_table_lookup(naming->layers, naming->files[members[i]].folder);
    if (name->layer != NULL)
      g_ptr_array_add(layers, (gpointer)name->layer);
  }
  const char *const *all =
      relata_layers_intern(naming->corpus, (const char *const *)layers->pdata, layers->len);
  for (guint i = 0; i < n; i++)
    naming->names[members[i]].layers = all;
}

static gint
compare_documents(gconstpointer a, gconstpointer b, gpointer data)
{
  const File *files = data;
  const guint left = *(const guint *)a, right = *(const guint *)b;
  if (files[left].document != files[right].document)
    return files[left].document < files[right].document ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* The files of a folder have one layer, also those that no other folder has: what one annotator did. So all
 * are noted before any is told. */
static void
name_layers(Naming *naming, guint n)
{
  g_autofree guint *members = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    members[i] = i;
  g_qsort_with_data(members, (gint)n, sizeof(guint), compare_documents, naming->files);
  for (guint pass = 0; pass < 2; pass++)
    for (guint first = 0, end; first < n; first = end) {
      const guint document = naming->files[members[first]].document;
      for (end = first + 1; end < n && naming->files[members[end]].document == document; end++)
        ;
      if (pass == 0)
        note_layers(naming, members + first, end - first);
      else
        list_layers(naming, members + first, end - first);
    }
}

static gint
compare_paths(gconstpointer a, gconstpointer b, gpointer data)
{
  const char *const *paths = data;
  return strcmp(paths[*(const guint *)a], paths[*(const guint *)b]);
}

void
relata_document_names(RelataCorpus *corpus, const char *const *paths, guint n, RelataDocumentName *names,
                      RelataDiagnostics *diagnostics)
{
  if (n == 0)
    return;
  Naming naming = {corpus, names, g_new0(File, n), g_hash_table_new(g_str_hash, g_str_equal)};
  g_autofree guint *order = g_new(guint, n);
  for (guint i = 0; i < n; i++) {
    order[i] = i;
    names[i] = (RelataDocumentName){NULL, NULL, NULL, NULL};
    naming.files[i].tails = relata_document_tails(paths[i]);
    g_autofree char *whole = g_canonicalize_filename(paths[i], NULL);
    naming.files[i].folder = g_path_get_dirname(whole);
  }
  g_qsort_with_data(order, (gint)n, sizeof(guint), compare_paths, (gpointer)paths);
  find_documents(paths, naming.files, order, n, diagnostics);
  name_documents(&naming, order, n);
  name_files(&naming, order, n);
  name_layers(&naming, n);
  g_hash_table_unref(naming.layers);
  clear_files(naming.files, n);
}
