/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Making files where nothing is yet. */
#ifndef RELATA_CLI_FOLDER_H
#define RELATA_CLI_FOLDER_H

#include "cli/cli.h"

/* Makes the folder, unless there is an empty one, and in it the files (RelataStarterFile), all or none:
 * nothing is left where one cannot be written or a signal ends the program. Nothing is overwritten. FALSE
 * with RELATA_ERROR_FAILED. */
gboolean cli_folder_make(const char *folder, const GPtrArray *files, GError **error);
/* Makes one file likewise. */
gboolean cli_file_make(const char *path, GBytes *bytes, GError **error);

#endif
