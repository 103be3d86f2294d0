/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as JSON to be split, in pieces of the size that the first byte says: the same records and
 * complaints as from the whole. */
#include "pieces.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize n);

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  static const char *const keys[] = {"claims", "objects", NULL};
  if (n == 0)
    return 0;
  /* Copies with nothing behind them: a byte too far is seen. */
  g_autofree char *copy = g_memdup2(data, n);
  const char *bytes = copy + 1;
  const char *const *split_keys = (*data & 1) != 0 ? keys : NULL;
  g_autofree char *whole = split_whole(bytes, n - 1, split_keys);
  g_autofree char *dripped = split_drip(bytes, n - 1, 0, (*data >> 1) + 1u, split_keys);
  if (strcmp(whole, dripped) != 0)
    abort();
  return 0;
}
