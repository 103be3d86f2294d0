/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What somebody who has no annotations yet can start from: a corpus made of his texts, or a table. */
#ifndef RELATA_READ_STARTER_H
#define RELATA_READ_STARTER_H

#include "text/error.h"
#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* A file of what is made. */
typedef struct {
  char *name; /* below the folder of the corpus: "corpus.json", ".schemas/corpus.schema.json" */
  GBytes *bytes;
} RelataStarterFile;

/* Returns the files of a corpus of these texts (paths), in the order in which they should be written: the
 * texts; the JSON Schemas that the "$schema" keys of the others name; schema.json with usual types; and
 * corpus.json, which without texts is one about a short text that is among the files. corpus.json declares
 * each text as a document, with the date in its file's name (relata_named_date()) and its first line as the
 * title, and has one claim, marked as an example, that quotes the first sentence of the first text that has
 * any. A text keeps its name, with .txt added where it does not end so.
 *
 * An array of RelataStarterFile; free with g_ptr_array_unref(). NULL with *error: RELATA_ERROR_INPUT where a
 * text cannot be read or is not UTF-8, two would have one name, or none has words; RELATA_ERROR_LIMIT where
 * one is too large. O(size of the texts), which are in memory together. */
GPtrArray *relata_starter_corpus(const char *const *texts, guint n_texts, GError **error);

/* Returns a table (CSV) with the columns that relata knows best and two rows that are examples. The caller
 * unrefs it. */
GBytes *relata_starter_table(void);

RELATA_END_DECLS

#endif
