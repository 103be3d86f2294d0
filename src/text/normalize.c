/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/normalize.h"

#include <string.h>

char *
relata_normalize(const char *text, gssize n, GNormalizeMode mode)
{
  char *normal = g_utf8_normalize(text, n, mode);
  while (normal == NULL && g_utf8_validate(text, n, NULL)) {
    /* As much as it needs; where there is none, this does not return. */
    g_free(g_malloc((n < 0 ? strlen(text) : (gsize)n) * sizeof(gunichar) + 1));
    normal = g_utf8_normalize(text, n, mode);
  }
  return normal;
}
