/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A folder of files for one test, read as a corpus, with what was said about it. */
#ifndef RELATA_TEST_BRAT_FOLDER_H
#define RELATA_TEST_BRAT_FOLDER_H

#include "read/read.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *path;
  RelataDiagnostics *diagnostics;
  RelataCorpus *corpus;
  GError *error;
} Folder;

static inline Folder *
folder_new(void)
{
  Folder *folder = g_new0(Folder, 1);
  folder->path = g_dir_make_tmp("relata-XXXXXX", NULL);
  g_assert_nonnull(folder->path);
  return folder;
}

static inline void
folder_put_bytes(Folder *folder, const char *name, const char *bytes, gssize n)
{
  g_autofree char *path = g_build_filename(folder->path, name, NULL);
  g_autofree char *inner = g_path_get_dirname(path); /* "a/d.txt" is in a folder of its own */
  g_assert_cmpint(g_mkdir_with_parents(inner, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, bytes, n, NULL));
}

static inline void
folder_put(Folder *folder, const char *name, const char *text)
{
  folder_put_bytes(folder, name, text, (gssize)strlen(text));
}

static inline void
folder_forget(Folder *folder)
{
  g_clear_pointer(&folder->corpus, relata_corpus_free);
  g_clear_pointer(&folder->diagnostics, relata_diagnostics_free);
  g_clear_error(&folder->error);
}

static inline RelataCorpus *
folder_read(Folder *folder)
{
  folder_forget(folder);
  folder->diagnostics = relata_diagnostics_new(0);
  const char *paths[] = {folder->path};
  folder->corpus = relata_read(paths, 1, NULL, folder->diagnostics, &folder->error);
  g_assert_true((folder->corpus == NULL) == (folder->error != NULL));
  return folder->corpus;
}

static inline void
folder_remove(const char *path)
{
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
    g_autofree char *inner = g_build_filename(path, name, NULL);
    if (g_file_test(inner, G_FILE_TEST_IS_DIR) && !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
      folder_remove(inner);
    g_remove(inner);
  }
  g_rmdir(path);
}

static inline void
folder_free(Folder *folder)
{
  folder_forget(folder);
  folder_remove(folder->path);
  g_free(folder->path);
  g_free(folder);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folder, folder_free)

static inline guint
folder_count(const Folder *folder, const char *code)
{
  guint n = 0;
  for (guint i = 0; i < relata_diagnostics_n_kept(folder->diagnostics); i++)
    n += strcmp(relata_diagnostics_get(folder->diagnostics, i)->code, code) == 0;
  return n;
}

/* The only diagnostic of that code. */
static inline const RelataDiagnostic *
folder_only(const Folder *folder, const char *code)
{
  const RelataDiagnostic *found = NULL;
  for (guint i = 0; i < relata_diagnostics_n_kept(folder->diagnostics); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(folder->diagnostics, i);
    if (strcmp(diagnostic->code, code) != 0)
      continue;
    if (found != NULL)
      g_error("more than one %s: %s", code, diagnostic->message);
    found = diagnostic;
  }
  if (found == NULL)
    g_error("no diagnostic %s", code);
  return found;
}

/* Fails with what was said when there is an error or a warning, but for actors that the text leaves out. */
static inline void
folder_assert_clean(const Folder *folder)
{
  for (guint i = 0; i < relata_diagnostics_n_kept(folder->diagnostics); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(folder->diagnostics, i);
    if (diagnostic->severity > RELATA_NOTE && strcmp(diagnostic->code, "unmentioned-actor") != 0)
      g_error("%s:%u:%u: %s [%s]", diagnostic->file, diagnostic->line, diagnostic->column,
              diagnostic->message, diagnostic->code);
  }
}

static inline void
folder_assert_at(const Folder *folder, const char *code, const char *file, guint line, guint column)
{
  const RelataDiagnostic *diagnostic = folder_only(folder, code);
  g_assert_true(g_str_has_suffix(diagnostic->file, file));
  g_assert_cmpuint(diagnostic->line, ==, line);
  g_assert_cmpuint(diagnostic->column, ==, column);
}

#endif
