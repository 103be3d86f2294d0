/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much a test does of what has no end, such as the random worlds that it makes. The quick tests make
 * enough to be wrong about; RELATA_MANY says how many times as many the others make (./dev and
 * tests/CMakeLists.txt). The first worlds are always the same.
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

/* The distance between the places of a text that a test changes: each comes its turn where there are many. */
static inline guint
every(guint n)
{
  return MAX(n / many(1), 1);
}

#endif
