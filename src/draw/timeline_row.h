/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A row of a time line: what it says, and when that was. */
#ifndef RELATA_DRAW_TIMELINE_ROW_H
#define RELATA_DRAW_TIMELINE_ROW_H

#include "draw/sheet/sheet.h"
#include "draw/sheet/theme.h"
#include "text/date.h"

G_BEGIN_DECLS

#define RELATA_TIMELINE_LETTERS 52 /* of a dated row, its figures included */

typedef struct {
  char *text; /* "attacks Kabul airport (bombing)"; of an event "attack, as target, in Kabul" */
  char *id, *classes, *tooltip, *spoken;
  RelataGlyph *figures; /* the numbers of its sources; NULL: none. Owned until it is drawn */
  RelataSignLook sign;
  GArray *dates; /* of RelataDate, each once, by date; none: it is undated */
} RelataTimelineRow;

void relata_timeline_row_free(RelataTimelineRow *row);
/* By the first date, then by id; for arrays of dated rows. */
int relata_timeline_row_compare(gconstpointer a, gconstpointer b);

/* A row's words in the room that a dated row has, or an undated one, beside its figures. Newly allocated. */
char *relata_timeline_fit(const char *words, gboolean undated, const RelataGlyph *figures);

G_END_DECLS

#endif
