/* SPDX-License-Identifier: GPL-2.0-or-later */
/* XML in two parts: what the parser makes of the bytes (xml_parse.c), and what is taken of it (xml.c). */
#ifndef RELATA_READ_XML_XML_INTERNAL_H
#define RELATA_READ_XML_XML_INTERNAL_H

#include "read/pieces.h"
#include "read/xml/xml.h"

#include <lazy_libxml.h>

G_BEGIN_DECLS

/* What is fed to the parser at once, in bytes. */
#define RELATA_XML_CHUNK ((gsize)16 << 10)

/* An event or an attribute in the queue. Strings are offsets in the queue's text, 0 for NULL. */
typedef struct {
  RelataXmlKind kind;
  gsize name, uri, text, n;
  guint depth, first_attribute, n_attributes;
  guint line, column;
} RelataXmlQueued;

typedef struct {
  gsize name, uri, value;
} RelataXmlQueuedAttribute;

/* A reading of XML. */
struct RelataXml {
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataPieces pieces;
  xmlParserCtxtPtr parser; /* NULL until the first bytes are fed */
  GError *failure;
  gboolean rooted, over, broken;
  gboolean ended;   /* all that is in the queue has been taken, and nothing follows */
  gsize fed, given; /* bytes, from the first to the parser and from it to the queue */
  gsize chunk;
  GArray *events, *attributes; /* of RelataXmlQueued, RelataXmlQueuedAttribute: the queue, from `next` on */
  GString *strings;            /* theirs; begins with a NUL, so that 0 is none */
  guint next;
  GString *text;   /* what came since the last tag */
  GPtrArray *open; /* names (interned by the parser) and URIs of the elements that are open */
  RelataXmlEvent event;
  GArray *shown; /* of RelataXmlAttribute: those of the event returned last */
};

/* Reads another piece of the input and puts what is in it into the queue, which must be empty. Sets over or
 * broken where nothing follows, and failure where reading fails. */
void relata_xml_feed(RelataXml *xml);
void relata_xml_end_parser(RelataXml *xml);

G_END_DECLS

#endif
