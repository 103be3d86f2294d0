/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What size a picture is asked to have. */
#ifndef RELATA_DRAW_PAGE_SIZE_H
#define RELATA_DRAW_PAGE_SIZE_H

#include <glib.h>

G_BEGIN_DECLS

#define RELATA_LEAST_PIXELS 100
#define RELATA_MOST_PIXELS  16000 /* cairo's surfaces end at 32767 */
#define RELATA_MOST_RATIO   4.0   /* of the longer side to the shorter one */

typedef struct {
  double ratio;                   /* height by width of the whole picture; 0: as its content asks for */
  guint pixels_wide, pixels_high; /* 0: as many as make it well readable */
} RelataPageSize;

/* "16:9", the proportions, or "1600x900", which says also how many pixels it has. RELATA_ERROR_VALUE for
 * anything else, and what is beyond the limits above. */
gboolean relata_page_size_parse(const char *text, RelataPageSize *size, GError **error);

G_END_DECLS

#endif
