/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kinds of words that options and arguments take. Help, messages and completions refer to them by
 * name. */
#ifndef RELATA_CLI_KINDS_H
#define RELATA_CLI_KINDS_H

#include "cli/cli.h"

typedef struct {
  const char *name;
  char *(*word)(guint i); /* returns word i, from 0, newly allocated, or NULL after the last */
  void (*list)(const RelataCorpus *corpus, GPtrArray *words); /* for kinds that depend on the corpus */
} CliKind;

/* The table of kinds. The last row has no name. */
extern const CliKind cli_kinds[];

const CliKind *cli_kind_find(const char *name); /* or NULL */
/* Returns all words of a kind, safe to show. The corpus may be NULL where the kind does not depend on it.
 * Free with g_ptr_array_unref(). */
GPtrArray *cli_kind_words(const CliKind *of, const RelataCorpus *corpus);
/* Returns the text with each "{KIND}" replaced by the kind's words, "a, b or c". Free with g_free(). */
char *cli_expand(const char *text);
/* Sorts words (char *) by their bytes. */
void cli_sort_words(GPtrArray *words);

#endif
