/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/program.h"

#include "text/error.h"

#include <dlfcn.h>
#include <unistd.h>

#define NAME "relata-graphviz"

/* Returns the path of the program in the folder `to`, which is relative to the folder of the file `from`.
 * Returns NULL if `from` is NULL or the program is not there. */
static char *
look(const char *from, const char *to)
{
  if (from == NULL)
    return NULL;
  g_autofree char *folder = g_path_get_dirname(from);
  char *path = g_build_filename(folder, to, NAME, NULL);
  if (access(path, X_OK) == 0)
    return path;
  g_free(path);
  return NULL;
}

char *
relata_program_find(GError **error)
{
  g_autofree char *running = g_file_read_link("/proc/self/exe", NULL);
  static const char here[] = NAME; /* any address in this library, or in the program itself */
  Dl_info library = {0};
  dladdr(here, &library);
  /* First where a build folder has it: beside the build of gcc that of another build would be found, too. */
  char *path = look(running, "libexec/relata");
  if (path == NULL && library.dli_fname != NULL)
    path = look(library.dli_fname, "libexec/relata");
  if (path == NULL)
    path = look(running, RELATA_LIBEXEC_FROM_BIN);
  if (path == NULL && library.dli_fname != NULL)
    path = look(library.dli_fname, RELATA_LIBEXEC_FROM_LIB);
  if (path == NULL)
    path = look(RELATA_LIBEXEC "/", "");
  if (path == NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                NAME ", the program that draws, is not in %s, nor in %s next to the program or librelata; "
                     "it needs the libraries of Graphviz (on Debian and Ubuntu: libgvc6)",
                RELATA_LIBEXEC, RELATA_LIBEXEC_FROM_BIN);
  return path;
}
