/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/brat_files.h"

#include "read/readers.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

const char *const relata_brat_endings[RELATA_BRAT_N_ENDINGS] = {".ann", ".a1", ".a2", ".co", ".rel"};

gsize
relata_brat_stem_length(const char *path)
{
  for (guint i = 0; i < RELATA_BRAT_N_ENDINGS; i++)
    if (g_str_has_suffix(path, relata_brat_endings[i]))
      return strlen(path) - strlen(relata_brat_endings[i]);
  return g_str_has_suffix(path, ".txt") ? strlen(path) - strlen(".txt") : 0;
}

char *
relata_brat_sibling(const char *path, const char *ending)
{
  return g_strdup_printf("%.*s%s", (int)relata_brat_stem_length(path), path, ending);
}

/* A file of which the system does not say what it is counts as there, so that reading it says why. */
gboolean
relata_brat_has_sibling(const char *path, const char *ending)
{
  g_autofree char *other = relata_brat_sibling(path, ending);
  GStatBuf status;
  if (g_stat(other, &status) == 0)
    return S_ISREG(status.st_mode);
  return errno != ENOENT && errno != ENOTDIR;
}

gboolean
relata_brat_is_text(const char *path)
{
  return g_str_has_suffix(path, ".txt");
}

gboolean
relata_brat_has_annotations(const char *path)
{
  for (guint i = 0; i < RELATA_BRAT_N_OWN_ENDINGS; i++)
    if (relata_brat_has_sibling(path, relata_brat_endings[i]))
      return TRUE;
  return FALSE;
}

char *
relata_brat_main_of(const char *path)
{
  if (relata_brat_stem_length(path) == 0 || relata_brat_is_text(path) || !relata_brat_has_annotations(path))
    return g_strdup(path);
  if (relata_brat_has_sibling(path, ".txt"))
    return relata_brat_sibling(path, ".txt");
  for (guint i = 0; i < RELATA_BRAT_N_OWN_ENDINGS; i++)
    if (relata_brat_has_sibling(path, relata_brat_endings[i]))
      return relata_brat_sibling(path, relata_brat_endings[i]);
  return g_strdup(path);
}
