/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as identity.json, beside a corpus in brat's files that it speaks of. */
#include "beside_brat.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  beside_brat("identity.json", data, n);
  return 0;
}
