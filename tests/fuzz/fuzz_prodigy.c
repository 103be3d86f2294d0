/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a data set of Prodigy. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("prodigy", "set.jsonl", data, n);
  return 0;
}
