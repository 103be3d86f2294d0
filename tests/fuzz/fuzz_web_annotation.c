/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as Web Annotations. The folder of the file is one that is not there, so that no text is read. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_read("web-annotation", "no-such-folder/page.json", data, n);
  return 0;
}
