/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a galaxy of MISP. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("misp-galaxy", "galaxy.json", data, n);
  return 0;
}
