/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as sentences of SpERT. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("spert", "sentences.json", data, n);
  return 0;
}
