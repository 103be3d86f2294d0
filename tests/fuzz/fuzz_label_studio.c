/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as tasks of Label Studio. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("label-studio", "tasks.json", data, n);
  return 0;
}
