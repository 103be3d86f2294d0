/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading: files → corpus. A format is one file read/NAME.c and one row in read/formats.c. */
#ifndef RELATA_READ_READ_H
#define RELATA_READ_READ_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* What a reader is given: see read/input.h. */
typedef struct RelataInput RelataInput;

typedef struct {
  const char *name;        /* for --format */
  const char *description; /* one line, for 'relata help formats' */
  /* Files are read stage by stage, those of one stage in the order of their names: 0 what others
   * are checked against (types), 1 records that carry their own ids, 2 texts whose marks are
   * resolved by name against all of that. */
  int stage;
  /* Alone it makes no corpus: settings, the text of a document that another file declares. */
  gboolean auxiliary;
  /* It is given to `read` as its beginning and a way to pull what follows, so that memory does not grow with
   * the file; else whole. */
  gboolean in_pieces;
  /* Where a document is spread over several files: the one that stands for all, for any of them; newly
   * allocated, and possibly the same. NULL: each file stands for itself. */
  char *(*main_of)(const char *path);
  /* Whether the file is of this format, by its name and content. Cheap: is given no more than the
   * beginning, RELATA_PEEKED_BYTES, cut anywhere. */
  gboolean (*recognises)(const RelataInput *input);
  /* Adds the file to the corpus. What is wrong in it goes to diagnostics; FALSE and *error only when
   * nothing can be read at all (RELATA_ERROR_INPUT, _LIMIT). */
  gboolean (*read)(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                   GError **error);
} RelataInputFormat;

/* The table, ended by a row without a name; the first row that recognises a file reads it. */
extern const RelataInputFormat relata_input_formats[];

/* The largest file that is read whole, in bytes (2 GiB), and the largest that is read as one JSON tree (256
 * MiB). Formats that are read in pieces know no largest file. */
#define RELATA_MAX_FILE_BYTES ((gsize)2 << 30)
#define RELATA_MAX_JSON_BYTES ((gsize)256 << 20)
#define RELATA_PEEKED_BYTES   ((gsize)64 << 10)

/* The path that means standard input; a file of that name is "./-". */
#define RELATA_STANDARD_INPUT "-"

/* Reads corpora (files, folders or standard input) into one corpus and finishes it. A folder that holds no
 * corpus itself stands for those in its folders; below a corpus nothing is searched. format names a row of
 * the table, or NULL: by content. In a folder, files of no known format are left out with a note; a file
 * named outright must be of a known one. NULL with *error when a path cannot be read or nothing usable is
 * found. Data errors are in diagnostics (NULL: not collected), and the corpus holds all that could be
 * understood. */
RelataCorpus *relata_read(const char *const *paths, guint n_paths, const char *format,
                          RelataDiagnostics *diagnostics, GError **error);

/* Whether the folder holds something that relata reads. */
gboolean relata_read_is_corpus(const char *folder);

RELATA_END_DECLS

#endif
