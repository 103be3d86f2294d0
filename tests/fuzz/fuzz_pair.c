/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a line of a batch. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  g_autofree char *line = g_strndup((const char *)data, n), *from = NULL, *to = NULL;
  g_autoptr(GError) error = NULL;
  if (relata_read_pair(line, &from, &to, &error))
    g_assert_true(from != NULL && *from != '\0' && to != NULL && *to != '\0');
  else
    g_assert_true(error != NULL && g_utf8_validate(error->message, -1, NULL));
  return 0;
}
