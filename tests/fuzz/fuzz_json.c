/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as corpus.json. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("corpus.json", data, n);
  g_autofree char *path = scratch_file(&harness, "corpus.json");
  scratch_read(&harness, path, "json");
  return 0;
}
