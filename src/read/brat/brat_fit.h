/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the reference text of a mark stands where the mark says, and what went wrong if not. */
#ifndef RELATA_READ_BRAT_BRAT_FIT_H
#define RELATA_READ_BRAT_BRAT_FIT_H

#include "text/position.h"

G_BEGIN_DECLS

typedef struct {
  const RelataText *text;
  /* Positions, in code points, of the characters beyond the basic plane, of CR LF pairs, and of lone LFs;
   * made for the first mark that does not fit. */
  GArray *astral, *pairs, *feeds;
} RelataBratFitter;

void relata_brat_fitter_clear(RelataBratFitter *fitter);

/* Returns the end of what the spans cover at the beginning of `reference`; NULL where it is not there.
 * `joint` stands between the parts: one space, or nothing as in old files. White space in the text equals the
 * space that brat writes for it. O(|reference|), whatever the length of the spans. */
const char *relata_brat_fit(const RelataBratFitter *fitter, const RelataSpan *spans, guint n,
                            const char *joint, const char *reference);
/* Returns whether the reference text may end here: nothing follows, or a blank and a comment. */
gboolean relata_brat_may_end(const char *reference);

/* Returns which way of counting explains that the reference text is not there, or how far off it stands;
 * NULL where nothing does. Newly allocated. */
char *relata_brat_explain(RelataBratFitter *fitter, const RelataSpan *spans, guint n, const char *reference);

G_END_DECLS

#endif
