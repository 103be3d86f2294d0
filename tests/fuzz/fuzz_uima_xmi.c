/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as UIMA XMI. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("uima-xmi", "meeting.xmi", data, n);
  return 0;
}
