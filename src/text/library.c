/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/library.h"

#include "text/error.h"

#include <dlfcn.h>

gboolean
relata_library_load(const char *soname, const RelataSymbol *symbols, gsize n, GError **error)
{
  void *library = dlopen(soname, RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s cannot be loaded: %s; is it installed?", soname,
                dlerror());
    return FALSE;
  }
  for (gsize i = 0; i < n; i++) {
    *symbols[i].address = dlsym(library, symbols[i].name);
    if (*symbols[i].address == NULL) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s has no %s: it is of another version", soname,
                  symbols[i].name);
      return FALSE;
    }
  }
  return TRUE;
}
