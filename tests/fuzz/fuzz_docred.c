/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as documents of DocRED. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("docred", "documents.json", data, n);
  return 0;
}
