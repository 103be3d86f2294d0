/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a table, under the mapping that it seems to have. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("relations.csv", data, n);
  g_autofree char *path = scratch_file(&harness, "relations.csv");
  scratch_read(&harness, path, "csv");
  return 0;
}
