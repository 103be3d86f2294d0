/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kinds of words that options and arguments take: help, messages and completions list them by these
 * names.
 */
#ifndef RELATA_CLI_KINDS_H
#define RELATA_CLI_KINDS_H

#include "cli/cli.h"

typedef struct {
  const char *name;
  char *(*word)(guint i); /* the word that stands at i, from 0, newly allocated, or NULL past the last */
  void (*list)(const RelataCorpus *corpus, GPtrArray *words); /* of a kind that only a corpus knows */
} CliKind;

/* Ended by a row without a name. */
extern const CliKind cli_kinds[];

const CliKind *cli_kind_find(const char *name); /* or NULL */
/* All words of a kind, safe to show, newly allocated. The corpus may be NULL where the kind needs none. */
GPtrArray *cli_kind_words(const CliKind *of, const RelataCorpus *corpus);
/* The text with each "{KIND}" replaced by the kind's words, "a, b or c". Newly allocated. */
char *cli_expand(const char *text);
/* Sorts words, of char *, by their bytes. */
void cli_sort_words(GPtrArray *words);

#endif
