/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as doccano's export. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("doccano", "export.jsonl", data, n);
  return 0;
}
