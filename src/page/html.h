/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page to explore: one HTML file that holds all that it needs and reaches for nothing else. */
#ifndef RELATA_PAGE_HTML_H
#define RELATA_PAGE_HTML_H

#include "draw/draw.h"

RELATA_BEGIN_DECLS

/* A picture as a page holds it, and the way from the network to its elements. */
typedef struct {
  RelataNetwork *network; /* what the view selects; of it the picture may show less */
  char *svg, *style;      /* an <svg> element for an HTML document, and the rules that it had */
  char *title, *subtitle; /* safe to show; subtitle may be NULL */
  char **captions;        /* sentences below the picture, safe to show */
  char **remarks;         /* those of them that say what was left out or done otherwise */
  char *description;      /* as relata_describe() gives it */
  GArray *documents;      /* of guint: source n is documents[n − 1] */
  char **actor_elements;  /* by vertex: an id in the SVG, or NULL where it is not shown */
  char ***tie_elements;   /* by tie, only denied ones too: the ids of its line and what stands at it, ended by
                             NULL; NULL where it is not shown */
} RelataHtmlDrawing;

/* NULL with *error as relata_draw(), or RELATA_ERROR_VALUE where the view asks for frames or groups. */
RelataHtmlDrawing *relata_html_drawing_new(RelataCorpus *corpus, const RelataView *view, GError **error);
void relata_html_drawing_free(RelataHtmlDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataHtmlDrawing, relata_html_drawing_free)

/* The page. `data`: JSON without '<'. The page allows itself, by a Content-Security-Policy with their
 * SHA-256, its own script and style and nothing else. Newly allocated. O(size of the parts). */
char *relata_html_page(const RelataHtmlDrawing *drawing, const char *language, const char *data);

RELATA_END_DECLS

#endif
