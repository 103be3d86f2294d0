/* SPDX-License-Identifier: GPL-2.0-or-later */
/* librelata exports what is declared between these two macros, and nothing else. The headers that use
 * them are the public ones: they are installed, and their interface must stay stable. All other
 * headers are private. */
#ifndef RELATA_TEXT_EXPORT_H
#define RELATA_TEXT_EXPORT_H

#include <glib.h>

#define RELATA_BEGIN_DECLS G_BEGIN_DECLS _Pragma("GCC visibility push(default)")
#define RELATA_END_DECLS   _Pragma("GCC visibility pop") G_END_DECLS

#endif
