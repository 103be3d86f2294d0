/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Libraries that are loaded when they are first needed. */
#include "text/error.h"
#include "text/library.h"

#include <glib.h>

static void
test_found(void)
{
  double (*cosine)(double) = NULL;
  const RelataSymbol symbols[] = {{"cos", (gpointer *)(gpointer)&cosine}};
  g_autoptr(GError) error = NULL;
  g_assert_true(relata_library_load("libm.so.6", symbols, 1, &error));
  g_assert_no_error(error);
  g_assert_cmpfloat(cosine(0), ==, 1);
}

static void
test_missing(void)
{
  g_autoptr(GError) error = NULL;
  g_assert_false(relata_library_load("libnot-there.so.9", NULL, 0, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_nonnull(g_strstr_len(error->message, -1, "libnot-there.so.9"));
}

static void
test_other_version(void)
{
  gpointer address = NULL;
  const RelataSymbol symbols[] = {{"relata_nobody_has_this", &address}};
  g_autoptr(GError) error = NULL;
  g_assert_false(relata_library_load("libm.so.6", symbols, 1, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_nonnull(g_strstr_len(error->message, -1, "relata_nobody_has_this"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/library/found", test_found);
  g_test_add_func("/text/library/missing", test_missing);
  g_test_add_func("/text/library/other-version", test_other_version);
  return g_test_run();
}
