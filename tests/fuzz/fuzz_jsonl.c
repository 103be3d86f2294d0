/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as JSON Lines. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("records.jsonl", data, n);
  g_autofree char *path = scratch_file(&harness, "records.jsonl");
  scratch_read(&harness, path, "jsonl");
  return 0;
}
