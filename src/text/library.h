/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shared libraries that are loaded when they are first needed: src/lazy.cmake says which, and why. */
#ifndef RELATA_TEXT_LIBRARY_H
#define RELATA_TEXT_LIBRARY_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;
  gpointer *address; /* where the symbol's address is put */
} RelataSymbol;

/* Loads the library with this soname, for the rest of the process, and sets the address of each of its n
 * symbols. FALSE with RELATA_ERROR_FAILED where the library or a symbol is not there. */
gboolean relata_library_load(const char *soname, const RelataSymbol *symbols, gsize n, GError **error);

G_END_DECLS

#endif
