/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the annotation.conf that holds for a document: the nearest one, in its folder or one above, as in
 * brat. */
#include "read/brat/annotation_conf.h"
#include "read/beside.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Folders above a document that are looked into. */
#define MAX_LEVELS 32

/* Returns whether the file is regular and belongs to whom the document's folder belongs to: in a folder that
 * all share, such as /tmp, nobody else decides how a corpus is read. */
static gboolean
is_ours(const char *path, const char *folder)
{
  GStatBuf file, home;
  return g_stat(path, &file) == 0 && g_stat(folder, &home) == 0 && S_ISREG(file.st_mode) &&
         file.st_uid == home.st_uid;
}

/* Returns the path of the folder `levels` above that of the file; NULL where there are not that many. */
static char *
folder_above(const char *path, guint levels)
{
  char *folder = g_path_get_dirname(path);
  for (guint i = 0; i < levels; i++) {
    char *above = g_path_get_dirname(folder);
    const gboolean same = strcmp(above, folder) == 0;
    g_free(folder);
    folder = above;
    if (same) {
      g_free(folder);
      return NULL;
    }
  }
  return folder;
}

/* Returns how messages call the file: as the document is called, as far as that goes. */
static char *
shown_as(const RelataInput *input, const char *path, guint levels)
{
  g_autofree char *folder = folder_above(input->shown, levels);
  g_autofree char *nearer = levels > 0 ? folder_above(input->shown, levels - 1) : NULL;
  if (folder == NULL || strcmp(nearer != NULL ? nearer : "", ".") == 0)
    return g_filename_display_name(path);
  return g_build_filename(folder, RELATA_CONF_NAME, NULL);
}

RelataAnnotationConf *
relata_annotation_conf_nearest(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics)
{
  g_autofree char *whole = g_canonicalize_filename(input->path, NULL);
  g_autofree char *home = g_path_get_dirname(whole);
  for (guint levels = 0; levels < MAX_LEVELS; levels++) {
    g_autofree char *folder = folder_above(whole, levels);
    if (folder == NULL)
      return NULL;
    g_autofree char *path = g_build_filename(folder, RELATA_CONF_NAME, NULL);
    g_autofree char *bytes = NULL;
    gsize n;
    if (!is_ours(path, home))
      continue;
    g_autoptr(GError) error = NULL;
    g_autofree char *shown = shown_as(input, path, levels);
    const RelataPlace where = {relata_corpus_intern(corpus, shown), 0, 0};
    g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
    const RelataInput beside = {.path = path, .encoding = input->encoding};
    if (relata_read_beside(&beside, RELATA_CONF_NAME, &bytes, &n, &error))
      return relata_annotation_conf_parse(bytes, n, where.file, unheard);
    if (relata_beside_severity(error) == RELATA_LOSS)
      relata_diagnose(diagnostics, RELATA_LOSS, "unreadable-file", &where, NULL, "%s", error->message);
  }
  return NULL;
}
