/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Grades, as intelligence services give them (the NATO or Admiralty code): how reliable a source is, A … F,
 * and how credible what it says is, 1 … 6. The two are independent of each other. F and 6 do not stand below
 * E and 5: they mean that it cannot be judged. */
#ifndef RELATA_CORPUS_GRADE_H
#define RELATA_CORPUS_GRADE_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

typedef struct {
  char reliability;  /* 'A' … 'F'; '\0' where not known */
  guint credibility; /* 1 … 6; 0 where not known */
} RelataGrade;

/* What is expected of a grade, in the words of messages. */
#define RELATA_GRADE_RELIABILITIES "A, B, C, D, E or F (cannot be judged)"
#define RELATA_GRADE_CREDIBILITIES "1, 2, 3, 4, 5 or 6 (cannot be judged)"

/* Set the value that a word stands for, in either case. FALSE where it stands for none. A whole grade is
 * "B2", or one half of it: "B" or "2"; the other half is then not known. */
gboolean relata_reliability_parse(const char *word, char *reliability);
gboolean relata_credibility_parse(const char *word, guint *credibility);
gboolean relata_grade_parse(const char *word, RelataGrade *grade);

/* Returns what a reliability means: "usually reliable". NULL where it is not known. */
const char *relata_reliability_meaning(char reliability);

/* Returns the grade of a statement: the reliability of its document and its own credibility. O(1). */
RelataGrade relata_corpus_grade(const RelataCorpus *corpus, const RelataStatement *said);
/* Returns whether each half that is asked for (is known in `least`) is known, can be judged and is as good as
 * asked for, or better. */
gboolean relata_grade_reaches(RelataGrade grade, RelataGrade least);
/* Returns the grade as it is written: "B2", "B", "2". NULL where nothing is known. Free with g_free(). */
char *relata_grade_in_words(RelataGrade grade);

RELATA_END_DECLS

#endif
