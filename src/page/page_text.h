/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Evidence as a page shows it: safe to show, with the places of the actors that are named in it. */
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

/* The mentions of a corpus, found by document and place. O(mentions · log mentions). */
RelataPageMarks *relata_page_marks_new(const RelataCorpus *corpus);
void relata_page_marks_free(RelataPageMarks *marks);

/* The statement's evidence made safe to show, newly allocated; *found (of RelataPageMark, to be freed with
 * g_array_unref()) are the mentions that begin in it, none over another, with offsets into what is returned.
 */
char *relata_page_marks_text(const RelataPageMarks *marks, const RelataStatement *said, const char *evidence,
                             GArray **found);

G_END_DECLS

#endif
