/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading: files → corpus. A format is one file read/NAME.c and one row in read/formats.c. */
#ifndef RELATA_READ_READ_H
#define RELATA_READ_READ_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* The input of a reader; see read/input.h. */
typedef struct RelataInput RelataInput;

/* What only one format can be asked for, as "predictions" or "layers=VALUE". */
typedef struct {
  const char *name;
  const char *value;       /* what its value is called in help, "LABEL"; NULL: it has none */
  const char *description; /* one line */
} RelataReaderOption;

typedef struct {
  const char *name;        /* for --format */
  const char *description; /* one line, for 'relata help formats' */
  /* Files are read in order of stage, and within a stage in the order of their names. Stage 0: types that
   * others are checked against. Stage 1: records with ids of their own. Stage 2: texts whose marks are
   * resolved by name against all of these. Stage 3: what completes documents that do not say all of
   * themselves. */
  int stage;
  /* Such files alone are not a corpus: settings, or the text of a document that another file declares. */
  gboolean auxiliary;
  /* TRUE: `read` receives the beginning of the file and a function that reads the rest, so that memory does
   * not grow with the file. FALSE: `read` receives the whole file. */
  gboolean in_pieces;
  /* For documents in several files: returns, for any of them, the path of the one that represents the
   * document (newly allocated, possibly the same path). NULL: each file is a document of its own. */
  char *(*main_of)(const char *path);
  /* Returns whether the file is of this format, by its name and content. It must be cheap: it receives at
   * most the first RELATA_PEEKED_BYTES, cut anywhere. */
  gboolean (*recognises)(const RelataInput *input);
  /* Adds the file to the corpus. Problems in the file go to diagnostics. FALSE with *error only when nothing
   * can be read at all (RELATA_ERROR_INPUT, _LIMIT). */
  gboolean (*read)(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                   GError **error);
  const RelataReaderOption *options; /* a row without a name ends them; NULL: there are none */
} RelataInputFormat;

/* The table of formats, which ends with a row without a name. The first row that recognises a file reads
 * it. */
extern const RelataInputFormat relata_input_formats[];

/* The largest file that is read whole, in bytes (2 GiB), the largest of those that are packed, when it is
 * unpacked (256 MiB: a packed file may be a thousand times as large as it looks), and the largest that is
 * read as one JSON tree (256 MiB). Formats that are read in pieces have no limit. */
#define RELATA_MAX_FILE_BYTES     ((gsize)2 << 30)
#define RELATA_MAX_UNPACKED_BYTES ((gsize)256 << 20)
#define RELATA_MAX_JSON_BYTES     ((gsize)256 << 20)
#define RELATA_PEEKED_BYTES       ((gsize)64 << 10)

/* The path that means standard input. A file with that name is "./-". */
#define RELATA_STANDARD_INPUT "-"

/* How to read. */
typedef struct {
  const char *format; /* the name of a row of the table; NULL: decided by content */
  const char *map;    /* a mapping of tables: a file, or the name of one that is built in; NULL: by header */
  gboolean documents_apart; /* names that are spelled alike in two documents are two actors */
  gboolean keep_missing;    /* statements about actors that are in no file are kept */
  /* What the files are written in that do not begin with a byte order mark, "windows-1252"; NULL: UTF-8. */
  const char *encoding;
  const char *schema; /* a schema that is read before all else; NULL: none */
  /* What formats of their own can be asked for (RelataReaderOption), "NAME" or "NAME=VALUE"; ends with NULL;
   * NULL: nothing. One that no format knows fails the call. */
  const char *const *options;
} RelataReadOptions;

/* Reads corpora (files, folders or standard input) into one corpus and finishes it. A folder that is not a
 * corpus, or holds only a schema of one, stands for the corpora in its subfolders; annotated texts below a
 * corpus belong to it, and another corpus below it is left out with a note. options may be NULL: all as it is
 * by default. Files of unknown format are skipped with a note in a folder, but are an error where `paths`
 * names them. With a file that is named, the documents.csv of its folder is read. Documents that have no date
 * then take that of their file's name. NULL with *error when a path cannot be read or nothing usable is
 * found. Data errors go to diagnostics (NULL: not collected), and the corpus holds all that could be
 * understood. What could not be read goes there too, as RELATA_LOSS: the corpus is then incomplete, and
 * without diagnostics, where nobody would learn of it, the call fails. */
RelataCorpus *relata_read(const char *const *paths, guint n_paths, const RelataReadOptions *options,
                          RelataDiagnostics *diagnostics, GError **error);

/* Returns the mapping, as JSON, with which a table would be read: the one that is built in for its header,
 * else one that the names of its columns and its first rows suggest, where "?" stands for what a person has
 * to decide. Newly allocated; free with g_free(). NULL with *error where the file cannot be read, or its
 * columns do not say who is related to whom (RELATA_ERROR_INPUT). encoding is of RelataReadOptions. Reads the
 * first 64 KiB. */
char *relata_read_mapping(const char *path, const char *encoding, GError **error);

/* Returns whether the folder holds a file that relata reads. */
gboolean relata_read_is_corpus(const char *folder);

RELATA_END_DECLS

#endif
