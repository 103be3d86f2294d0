/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What documents are called that are files, and which files are one document: decided from all files of a
 * corpus at once, so that their order changes nothing. */
#ifndef RELATA_READ_DOCUMENT_NAMES_H
#define RELATA_READ_DOCUMENT_NAMES_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

/* The same text under the same file name in two folders is one document, which two annotators annotated, or
 * one in two layers. Different texts are two documents. All strings are interned. */
typedef struct {
  const char *id; /* of the document: the shortest tail of its path that no other document has */
  const char
      *layer; /* what the folders of its files differ in: the annotator; NULL where there is only one */
  const char *const *layers; /* all of the document, as in RelataDocument.layers; NULL where there are none */
  const char *prefix;        /* of the ids of its statements: the shortest tail that no other file has */
} RelataDocumentName;

/* Names the documents of n files, each of which represents one (RelataInputFormat.main_of). Reads the texts
 * of those that share a file name, and reports those that cannot be read. O(n · depth of folders), and the
 * size of these texts. */
void relata_document_names(RelataCorpus *corpus, const char *const *paths, guint n, RelataDocumentName *names,
                           RelataDiagnostics *diagnostics);

/* Returns the tails of a path, without its ending, the longest first: "/x/a/d.txt" gives "x/a/d", "a/d", "d".
 * They are safe to show. Free with g_ptr_array_unref(). */
GPtrArray *relata_document_tails(const char *path);

G_END_DECLS

#endif
