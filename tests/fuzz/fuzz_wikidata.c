/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as entities of Wikidata. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("wikidata", "entities.json", data, n);
  return 0;
}
