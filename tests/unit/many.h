/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many random worlds a test makes. The quick tests make enough to be wrong about; RELATA_MANY says how
 * many times as many the others make (./dev and tests/CMakeLists.txt). The first worlds are always the same.
 */
#ifndef RELATA_TESTS_MANY_H
#define RELATA_TESTS_MANY_H

#include <glib.h>
#include <stdlib.h>

static inline guint
many(guint n)
{
  const char *times = g_getenv("RELATA_MANY");
  const guint factor = times != NULL ? (guint)strtoul(times, NULL, 10) : 1;
  g_assert_cmpuint(factor, >, 0);
  return n * factor;
}

#endif
