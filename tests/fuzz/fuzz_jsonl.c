/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as JSON Lines. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("jsonl", "records.jsonl", data, n);
  return 0;
}
