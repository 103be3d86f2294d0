/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the program that draws. */
#ifndef RELATA_DRAW_SHEET_PROGRAM_H
#define RELATA_DRAW_SHEET_PROGRAM_H

#include <glib.h>

G_BEGIN_DECLS

/* Returns the path of relata-graphviz: where it was installed together with the running program or with the
 * library that holds this code, even if they were moved since; or where it should have been installed. PATH
 * is never searched. Returns NULL with RELATA_ERROR_FAILED. Newly allocated. */
char *relata_program_find(GError **error);

G_END_DECLS

#endif
