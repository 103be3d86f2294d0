/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/beside.h"

#include "text/error.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Returns whether a name by itself stays within its folder; links are checked elsewhere. */
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

char *
relata_real_path(const char *path)
{
  char real[PATH_MAX];
  return g_strdup(realpath(path, real));
}

/* Returns the file's path without links, or NULL when it is not below the folder. Free with g_free(). */
static char *
resolve(const char *folder, const char *name, GError **error)
{
  g_autofree char *joined = g_build_filename(folder, name, NULL);
  char *inside = relata_real_path(folder);
  char *file = relata_real_path(joined);
  if (inside == NULL || file == NULL) {
    const gboolean is_nowhere = errno == ENOENT || errno == ENOTDIR;
    g_set_error(error, RELATA_ERROR, is_nowhere ? RELATA_ERROR_UNKNOWN_NAME : RELATA_ERROR_INPUT,
                "cannot read '%s': %s", name, g_strerror(errno));
    g_clear_pointer(&file, g_free);
  } else {
    const gsize n = strlen(inside);
    const gboolean is_root = strcmp(inside, "/") == 0;
    if (!is_root && (strncmp(file, inside, n) != 0 || file[n] != '/')) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME, "'%s' leads out of the corpus's folder",
                  name);
      g_clear_pointer(&file, g_free);
    }
  }
  g_free(inside);
  return file;
}

RelataSource *
relata_open_beside(const char *path, const char *name, const char *encoding, GError **error)
{
  if (strcmp(path, RELATA_STANDARD_INPUT) == 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME,
                "'%s' is not there: standard input is in no folder", name);
    return NULL;
  }
  if (!is_inner(name)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME,
                "'%s' is not the name of a file in the corpus's folder", name);
    return NULL;
  }
  g_autofree char *folder = g_path_get_dirname(path);
  char *file = resolve(folder, name, error);
  if (file == NULL)
    return NULL;
  RelataSource *source = relata_source_open(file, name, encoding, error);
  g_free(file);
  return source;
}

RelataSeverity
relata_beside_severity(const GError *error)
{
  return g_error_matches(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME) ? RELATA_ERROR_IN_DATA : RELATA_LOSS;
}

gboolean
relata_read_beside(const RelataInput *input, const char *name, char **bytes, gsize *n, GError **error)
{
  g_autoptr(RelataSource) source = relata_open_beside(input->path, name, input->encoding, error);
  if (source == NULL || !relata_source_load(source, TRUE, error))
    return FALSE;
  *bytes = relata_source_steal(source, n);
  return TRUE;
}
