/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

gboolean
cli_write_file(const char *path, const void *bytes, gsize n, GError **error)
{
  /* To a new file beside it that then takes its place; devices and pipes cannot be replaced. */
  if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
    FILE *stream = fopen(path, "wb");
    const gboolean ok = stream != NULL && fwrite(bytes, 1, n, stream) == n;
    if (stream == NULL || fclose(stream) != 0 || !ok) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s: cannot be written", path);
      return FALSE;
    }
    return TRUE;
  }
  GError *problem = NULL;
  if (g_file_set_contents_full(path, bytes, (gssize)n, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &problem))
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s", problem->message);
  g_error_free(problem);
  return FALSE;
}
