/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A drawn SVG made part of an HTML document. */
#ifndef RELATA_PAGE_SVG_INLINE_H
#define RELATA_PAGE_SVG_INLINE_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *svg;       /* the element, without a declaration, style sheets and style attributes */
  char *style;     /* what its style sheets held */
  GHashTable *ids; /* of char *: of its elements */
} RelataSvgInline;

/* The root's role is "group": what is in it can be reached one by one. NULL with RELATA_ERROR_FAILED where
 * the bytes are no SVG. */
RelataSvgInline *relata_svg_inline_new(GBytes *bytes, GError **error);
void relata_svg_inline_free(RelataSvgInline *inlined);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSvgInline, relata_svg_inline_free)

G_END_DECLS

#endif
