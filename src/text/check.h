/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Checks of arguments that g_return_if_fail() has no words for. */
#ifndef RELATA_TEXT_CHECK_H
#define RELATA_TEXT_CHECK_H

#include <glib.h>

G_BEGIN_DECLS

/* Whether all n numbers are below the limit; numbers may be NULL only where n is 0. O(n). */
static inline gboolean
relata_all_below(const guint *numbers, guint n, guint limit)
{
  if (numbers == NULL)
    return n == 0;
  for (guint i = 0; i < n; i++)
    if (numbers[i] >= limit)
      return FALSE;
  return TRUE;
}

G_END_DECLS

#endif
