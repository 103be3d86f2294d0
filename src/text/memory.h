/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What happens where there is no memory left.
 *
 * GLib ends the program when one of its allocations fails, and so does every function of this library that
 * allocates by it: this is the one case in which a call does not return. cJSON and libxml2 go on instead, and
 * leave out what they had no memory for. */
#ifndef RELATA_TEXT_MEMORY_H
#define RELATA_TEXT_MEMORY_H

#include "text/export.h"

RELATA_BEGIN_DECLS

/* From now on cJSON's and libxml2's failed allocations end the program too, so that no answer lacks a part.
 * For the beginning of a program: both libraries are set up so for the whole process. Without it a program
 * must not trust an answer in JSON, an SVG or a page that was made while memory was short. */
void relata_memory_must_suffice(void);

/* Returns whether relata_memory_must_suffice() was called. */
gboolean relata_memory_is_vital(void);

RELATA_END_DECLS

#endif
