/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of a page that the library holds: the files of src/page/scripts/. */
#ifndef RELATA_PAGE_HTML_ASSETS_H
#define RELATA_PAGE_HTML_ASSETS_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *name; /* "page.css" */
  const unsigned char *bytes;
  gsize n_bytes;
} RelataHtmlAsset;

/* page.html, page.css and page.js. A row whose name is NULL ends the table. Made by src/embed.cmake. */
extern const RelataHtmlAsset relata_html_assets[];

G_END_DECLS

#endif
