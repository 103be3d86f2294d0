/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gives each file of the folders and files named to a fuzz target, without a fuzzer. */
#include "harness.h"

static guint
give(const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n;
  GDir *folder = g_dir_open(path, 0, NULL);
  guint given = 0;
  for (const char *name = folder != NULL ? g_dir_read_name(folder) : NULL; name != NULL;
       name = g_dir_read_name(folder)) {
    g_autofree char *inner = g_build_filename(path, name, NULL);
    given += give(inner);
  }
  if (folder != NULL) {
    g_dir_close(folder);
  } else if (g_file_get_contents(path, &bytes, &n, NULL)) {
    LLVMFuzzerTestOneInput((const guint8 *)bytes, n);
    given = 1;
  }
  return given;
}

int
main(int argc, char **argv)
{
  guint given = 0;
  for (int i = 1; i < argc; i++)
    given += give(argv[i]);
  printf("%u inputs\n", given);
  return given > 0 ? 0 : 1;
}
