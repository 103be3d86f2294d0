/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the program that draws lies. */
#ifndef RELATA_DRAW_SHEET_PROGRAM_H
#define RELATA_DRAW_SHEET_PROGRAM_H

#include <glib.h>

G_BEGIN_DECLS

/* The path of relata-graphviz: where it was installed with the running program or with the library that holds
 * this, wherever they were moved, or where it was to be installed. Never by PATH. NULL with
 * RELATA_ERROR_FAILED. Newly allocated. */
char *relata_program_find(GError **error);

G_END_DECLS

#endif
