/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as statements of FollowTheMoney. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("ftm-statements", "statements.csv", data, n);
  return 0;
}
