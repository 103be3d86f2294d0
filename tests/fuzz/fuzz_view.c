/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a view. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("small.view.json", data, n);
  scratch_read_view(&harness, "small.view.json");
  return 0;
}
