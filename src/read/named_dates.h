/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates of documents from the names of their files. */
#ifndef RELATA_READ_NAMED_DATES_H
#define RELATA_READ_NAMED_DATES_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

/* Returns the ISO date in a file's name, between other characters than digits: 2021-08-30 (also written
 * 20210830, from the year 1000 on) or 2021-08. NULL where there is none; and where two different ones stand
 * in it, with *several set. Newly allocated; free with g_free(). */
char *relata_named_date(const char *name, gboolean *several);

/* Dates each document that has no date by the name of its file, and notes how many were. Call it when all is
 * read. */
void relata_named_dates_set(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
