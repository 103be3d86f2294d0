/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as WebAnno TSV. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("webanno-tsv", "meeting.tsv", data, n);
  return 0;
}
