/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as corpus.json. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("json", "corpus.json", data, n);
  return 0;
}
