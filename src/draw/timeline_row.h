/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A row of a time line: its text and its dates. */
#ifndef RELATA_DRAW_TIMELINE_ROW_H
#define RELATA_DRAW_TIMELINE_ROW_H

#include "draw/sheet/sheet.h"
#include "draw/sheet/theme.h"
#include "network/witness.h"
#include "text/date.h"

G_BEGIN_DECLS

#define RELATA_TIMELINE_LETTERS 52 /* letters of a row with a date, including its numbers of sources */

typedef struct {
  char *text; /* "attacks Kabul airport (bombing)"; for an event "attack, as target, in Kabul" */
  char *id, *classes, *tooltip, *spoken;
  RelataGlyph *figures; /* the numbers of its sources; NULL: none. Owned until the row is drawn */
  RelataSignLook sign;
  gboolean state; /* a tie that lasts, not an event */
  GArray *dates;  /* of RelataDate, each once, by date; empty: the row has no date */
  GArray *marks;  /* of RelataDate: what is drawn for the dates. Of a state it is what they attest or state */
  GArray *lasts;  /* of RelataDays, apart and ascending: when a state is presumed to hold; else empty */
} RelataTimelineRow;

void relata_timeline_row_free(RelataTimelineRow *row);
/* Returns a row without texts and dates. */
RelataTimelineRow *relata_timeline_row_new(void);
/* Compares by the first date, then by id. For sorting arrays of dated rows. */
int relata_timeline_row_compare(gconstpointer a, gconstpointer b);

/* Shortens a row's words to the space beside its numbers of sources, in a row with or without a date. Newly
 * allocated. */
char *relata_timeline_fit(const char *words, gboolean undated, const RelataGlyph *figures);

G_END_DECLS

#endif
