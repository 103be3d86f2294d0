/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as TEI. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("tei", "letters.xml", data, n);
  return 0;
}
