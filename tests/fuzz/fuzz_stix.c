/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as STIX. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("stix", "bundle.json", data, n);
  return 0;
}
