/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which files are one document of brat: a text, and annotations of the same name. */
#ifndef RELATA_READ_BRAT_FILES_H
#define RELATA_READ_BRAT_FILES_H

#include <glib.h>

G_BEGIN_DECLS

/* The ending of the file that brat writes, and of the files of its shared tasks, which are read where that
 * one is missing; in reading order, because ids continue from one file to the next. What follows the first
 * RELATA_BRAT_N_OWN_ENDINGS is annotations only beside one of these. */
enum { RELATA_BRAT_N_OWN_ENDINGS = 3, RELATA_BRAT_N_ENDINGS = 5 };
extern const char *const relata_brat_endings[RELATA_BRAT_N_ENDINGS];

/* Returns the length of the path without one of brat's endings or .txt; 0 for other files. */
gsize relata_brat_stem_length(const char *path);
/* Returns the path of the file with another ending. Newly allocated. */
char *relata_brat_sibling(const char *path, const char *ending);
/* Returns whether there is such a file. */
gboolean relata_brat_has_sibling(const char *path, const char *ending);
gboolean relata_brat_is_text(const char *path);
/* Returns whether the document has annotations. */
gboolean relata_brat_has_annotations(const char *path);

G_END_DECLS

#endif
