/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files that make a corpus to start from share; private to them. */
#ifndef RELATA_READ_STARTER_INTERNAL_H
#define RELATA_READ_STARTER_INTERNAL_H

#include "read/starter.h"
#include "text/position.h"

G_BEGIN_DECLS

/* A file that is in the library, from data/starter and data/schemas. */
typedef struct {
  const char *name; /* without .json */
  const unsigned char *bytes;
  gsize n;
} RelataStarterSource;

/* The table of these files. The last row has no name. */
extern const RelataStarterSource relata_starter_sources[];

/* A text that becomes a document. */
typedef struct {
  char *file;       /* its name in the corpus's folder; the id is this without .txt */
  RelataText *text; /* without a byte order mark */
  GBytes *bytes;    /* as they were read */
} RelataStarterText;

/* Returns the first line of the text that is not empty, as a title; NULL where there is none. Free with
 * g_free(). */
char *relata_starter_title(const RelataText *text);
/* Returns a sentence of the text, in one line, that is found when it is looked up there: the first that ends
 * with a mark, as titles do not, else the first of all. NULL where there is none. Free with g_free().
 * O(text). */
char *relata_starter_sentence(const RelataText *text);
/* Returns corpus.json. Free with g_free(). NULL with *error where no text has a sentence to quote. */
char *relata_starter_json(const RelataStarterText *texts, guint n, GError **error);

G_END_DECLS

#endif
