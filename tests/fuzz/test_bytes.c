/* SPDX-License-Identifier: GPL-2.0-or-later */
/* test_bytes FOLDER FILE: each byte of one file of a small corpus replaced by others, left out, or doubled
 * ends in an answer or a diagnostic with file and line. Of the changes one in STRIDE is made, each kind of
 * change to each STRIDE-th byte; with RELATA_EVERY_BYTE set, all of them, which takes minutes. */
#include "scratch.h"

#define STRIDE 4

/* What ends, opens, separates or negates something in one of the formats, and what breaks UTF-8. */
static const char others[] = "\n\t \"\\{]:,;-0eT#*\x80\xC3\xFF"; /* and NUL, which ends it */

static gboolean
is_brat(const char *name)
{
  return g_str_has_suffix(name, ".ann") || g_str_has_suffix(name, ".txt") || g_str_has_suffix(name, ".conf");
}

/* The files that are read together with this one: brat's need the registry and the types, which need no brat.
 * Views and themes are no part of a corpus, and JSON Lines are one alone. */
static gboolean
belongs_with(const char *name, const char *other)
{
  if (is_brat(name))
    return is_brat(other) || strcmp(other, "corpus.json") == 0 || strcmp(other, "schema.json") == 0;
  if (strcmp(name, "documents.csv") == 0)
    return strcmp(other, "corpus.json") == 0 || strcmp(other, "schema.json") == 0;
  return (strcmp(name, "corpus.json") == 0 && strcmp(other, "schema.json") == 0) ||
         (strcmp(name, "schema.json") == 0 && strcmp(other, "corpus.json") == 0);
}

int
main(int argc, char **argv)
{
  if (argc != 3)
    return 2;
  const char *folder_path = argv[1], *name = argv[2];
  const ScratchReader alone = scratch_reader_of(name);
  g_autofree char *path = g_build_filename(folder_path, name, NULL), *bytes = NULL;
  gsize n;
  if (!g_file_get_contents(path, &bytes, &n, NULL))
    return 2;
  Scratch scratch;
  scratch_begin(&scratch);
  GDir *folder = g_dir_open(folder_path, 0, NULL);
  for (const char *other = g_dir_read_name(folder); other != NULL; other = g_dir_read_name(folder)) {
    g_autofree char *other_path = g_build_filename(folder_path, other, NULL);
    if (belongs_with(name, other))
      scratch_copy(&scratch, other_path);
  }
  g_dir_close(folder);
  scratch_write(&scratch, name, bytes, n);
  scratch.doing = name;
  if (alone != NULL ? alone(&scratch, name) : scratch_read(&scratch, NULL, NULL))
    scratch_fail(&scratch, "the untouched corpus is in error");
  g_autofree char *changed = g_malloc(n + 1);
  const gsize stride = g_getenv("RELATA_EVERY_BYTE") != NULL ? 1 : STRIDE;
  for (gsize at = 0; at < n; at++)
    for (gsize k = at % stride; k < sizeof others + 2; k += stride) {
      gsize length = n;
      memcpy(changed, bytes, n);
      if (k < sizeof others) {
        if (bytes[at] == others[k])
          continue;
        changed[at] = others[k];
      } else if (k == sizeof others) { /* left out */
        memmove(changed + at, bytes + at + 1, n - at - 1);
        length = n - 1;
      } else { /* doubled */
        memmove(changed + at + 1, bytes + at, n - at);
        length = n + 1;
      }
      g_autofree char *doing = k < sizeof others
                                   ? g_strdup_printf("%s with byte %" G_GSIZE_FORMAT " made %02X", name, at,
                                                     (guint)(guchar)others[k])
                                   : g_strdup_printf("%s with byte %" G_GSIZE_FORMAT " %s", name, at,
                                                     k == sizeof others ? "left out" : "doubled");
      scratch.doing = doing;
      scratch_write(&scratch, name, changed, length);
      if (alone != NULL)
        alone(&scratch, name);
      else
        scratch_read(&scratch, NULL, NULL);
    }
  scratch_end(&scratch);
  printf("%u reads of %s\n", scratch.n_reads, name);
  return 0;
}
