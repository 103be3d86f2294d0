/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Evidence for a page: safe to show, with the positions of the actors that it names. */
#ifndef RELATA_PAGE_PAGE_TEXT_H
#define RELATA_PAGE_PAGE_TEXT_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

/* [start, end) in code points. */
typedef struct {
  guint start, end;
  guint actor;
} RelataPageMark;

typedef struct RelataPageMarks RelataPageMarks;

/* Indexes the mentions of a corpus by document and position. O(mentions · log mentions). */
RelataPageMarks *relata_page_marks_new(const RelataCorpus *corpus);
void relata_page_marks_free(RelataPageMarks *marks);

/* Returns the statement's evidence, safe to show and newly allocated. Sets *found to the mentions that begin
 * in it (RelataPageMark; free with g_array_unref()). They do not overlap, and their offsets refer to the
 * returned text. */
char *relata_page_marks_text(const RelataPageMarks *marks, const RelataStatement *said, const char *evidence,
                             GArray **found);

/* In JSON, '<' occurs only in strings. */
char *relata_page_text_without_markup(const GString *json);

G_END_DECLS

#endif
