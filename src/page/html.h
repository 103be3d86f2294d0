/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An interactive page: one HTML file that holds everything it needs and loads nothing else. */
#ifndef RELATA_PAGE_HTML_H
#define RELATA_PAGE_HTML_H

#include "draw/draw.h"

RELATA_BEGIN_DECLS

/* A picture inside a page, and the mapping from the network to its elements. */
typedef struct {
  RelataNetwork *network; /* what the view selects; the picture may show less */
  char *svg, *style;      /* an <svg> element for an HTML document, and its CSS rules */
  char *title, *subtitle; /* safe to show; subtitle may be NULL */
  char **captions;        /* sentences below the picture, safe to show */
  char **remarks;         /* the captions that say what was left out or done differently */
  char *description;      /* the text of relata_describe() */
  GArray *documents;      /* of guint: source n is documents[n − 1] */
  char **actor_elements;  /* by vertex: its id in the SVG; NULL if it is not shown */
  char ***tie_elements;   /* by tie, including those that are only denied: the ids of its line and labels,
                             NULL-terminated; NULL if it is not shown */
} RelataHtmlDrawing;

/* Returns NULL and sets *error as relata_draw() does, or to RELATA_ERROR_VALUE if the view asks for frames or
 * groups. */
RelataHtmlDrawing *relata_html_drawing_new(RelataCorpus *corpus, const RelataView *view, GError **error);
void relata_html_drawing_free(RelataHtmlDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataHtmlDrawing, relata_html_drawing_free)

/* Returns the page. `data` is JSON without '<'. A Content-Security-Policy allows only the page's own script
 * and style, by their SHA-256. Newly allocated. O(size of the parts). */
char *relata_html_page(const RelataHtmlDrawing *drawing, const char *language, const char *data);

RELATA_END_DECLS

#endif
