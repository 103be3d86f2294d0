/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/beside.h"

#include "read/read.h"
#include "text/error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Whether a name can stay within its folder; links are another matter. */
static gboolean
is_inner(const char *name)
{
  if (*name == '\0' || g_path_is_absolute(name))
    return FALSE;
  g_auto(GStrv) steps = g_strsplit(name, "/", -1);
  for (char **step = steps; *step != NULL; step++)
    if (strcmp(*step, "..") == 0)
      return FALSE;
  return TRUE;
}

/* The file's path without links, or NULL when it is not below the folder. Free with free(). */
static char *
resolve(const char *folder, const char *name, GError **error)
{
  g_autofree char *joined = g_build_filename(folder, name, NULL);
  char *inside = realpath(folder, NULL);
  char *file = realpath(joined, NULL);
  if (inside == NULL || file == NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "cannot read '%s': %s", name, g_strerror(errno));
    g_clear_pointer(&file, free);
  } else {
    const gsize n = strlen(inside);
    const gboolean is_root = strcmp(inside, "/") == 0;
    if (!is_root && (strncmp(file, inside, n) != 0 || file[n] != '/')) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' leads out of the corpus's folder", name);
      g_clear_pointer(&file, free);
    }
  }
  free(inside);
  return file;
}

gboolean
relata_read_beside(const char *path, const char *name, char **bytes, gsize *n, GError **error)
{
  if (!is_inner(name)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "'%s' is not the name of a file in the corpus's folder", name);
    return FALSE;
  }
  g_autofree char *folder = g_path_get_dirname(path);
  char *file = resolve(folder, name, error);
  if (file == NULL)
    return FALSE;
  g_autoptr(GError) reason = NULL;
  GStatBuf status;
  gboolean read = FALSE;
  if (g_stat(file, &status) != 0 || !S_ISREG(status.st_mode))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' is not a regular file", name);
  else if ((guint64)status.st_size > RELATA_MAX_FILE_BYTES)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT, "'%s' is larger than %" G_GSIZE_FORMAT " MiB", name,
                RELATA_MAX_FILE_BYTES >> 20);
  else if (!g_file_get_contents(file, bytes, n, &reason))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "cannot read '%s': %s", name, reason->message);
  else
    read = TRUE;
  free(file);
  return read;
}
