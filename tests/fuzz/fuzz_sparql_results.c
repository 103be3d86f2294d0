/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as the results of a SPARQL query in JSON. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("sparql-results", "results.json", data, n);
  return 0;
}
