/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as events of MISP. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("misp-event", "event.json", data, n);
  return 0;
}
