/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes a drawn SVG part of an HTML document. */
#ifndef RELATA_PAGE_SVG_INLINE_H
#define RELATA_PAGE_SVG_INLINE_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *svg;       /* the element, without XML declaration, style sheets and style attributes */
  char *style;     /* the contents of its style sheets */
  GHashTable *ids; /* of char *: the ids of its elements */
} RelataSvgInline;

/* Parses the bytes of an SVG. The root's role becomes "group", so that the elements in it can be reached one
 * by one. Returns NULL with RELATA_ERROR_FAILED if the bytes are no SVG. */
RelataSvgInline *relata_svg_inline_new(GBytes *bytes, GError **error);
void relata_svg_inline_free(RelataSvgInline *inlined);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSvgInline, relata_svg_inline_free)

G_END_DECLS

#endif
