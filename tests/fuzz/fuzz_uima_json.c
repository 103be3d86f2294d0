/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as CAS JSON. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("uima-json", "meeting.json", data, n);
  return 0;
}
