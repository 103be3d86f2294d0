/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as documents of SciERC. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("scierc", "documents.jsonl", data, n);
  return 0;
}
