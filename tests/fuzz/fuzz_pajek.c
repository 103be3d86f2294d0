/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a graph in this format. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("pajek", "graph.net", data, n);
  return 0;
}
