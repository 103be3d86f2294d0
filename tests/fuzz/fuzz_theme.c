/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a theme. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("small.theme.json", data, n);
  scratch_read_theme(&harness, "small.theme.json");
  return 0;
}
