/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads XML of any length as a sequence of events, so that memory grows with the longest text and not with
 * the file. Names are local ones, whatever the namespace; texts are UTF-8, whatever the encoding of the file
 * (a byte order mark decides, then the XML declaration).
 *
 * Nothing is ever loaded from outside the file: no DTD, no entity, no address. Entities that the file itself
 * declares are expanded, within limits. What is wrong with the syntax is reported once, with line and column
 * [xml-syntax], and ends the reading [not-read]; what was read until then stands.
 *
 *     g_autoptr(RelataXml) xml = relata_xml_new(input, diagnostics, error);
 *     const RelataXmlEvent *event;
 *     while ((event = relata_xml_next(xml)) != NULL)
 *       if (event->kind == RELATA_XML_START && strcmp(event->name, "node") == 0)
 *         id = relata_xml_attribute(xml, "id");
 *     return relata_xml_end(xml, error);
 */
#ifndef RELATA_READ_XML_XML_H
#define RELATA_READ_XML_XML_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

/* Deeper elements, and longer texts and values of attributes (in bytes), are refused. */
#define RELATA_XML_MAX_DEPTH 200
#define RELATA_XML_MAX_TEXT  10000000

typedef enum {
  RELATA_XML_START, /* an element begins */
  RELATA_XML_END,   /* an element ends; each START has one */
  RELATA_XML_TEXT   /* all text between two of these, as in the file; never empty */
} RelataXmlKind;

typedef struct {
  RelataXmlKind kind;
  const char *name;  /* of the element, or of the one that the text is in; without prefix */
  const char *uri;   /* its namespace, or NULL */
  const char *text;  /* TEXT: NUL-terminated; else NULL */
  gsize n;           /* the length of the text in bytes */
  guint depth;       /* of the element: 1 for the root; a text has that of the element it is in */
  RelataPlace where; /* START: the '<' of the tag; else where it ends */
} RelataXmlEvent;

typedef struct {
  const char *name;  /* without prefix */
  const char *uri;   /* NULL: it has no namespace */
  const char *value; /* NUL-terminated */
} RelataXmlAttribute;

typedef struct RelataXml RelataXml;

/* Begins to read an input, which is borrowed as diagnostics are. NULL with *error where libxml2 is not there.
 */
RelataXml *relata_xml_new(const RelataInput *input, RelataDiagnostics *diagnostics, GError **error);
void relata_xml_free(RelataXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataXml, relata_xml_free)

/* Returns the next event, or NULL at the end, after bad syntax, and where reading fails. What it points to is
 * valid until the next call for an event. O(1) per byte */
const RelataXmlEvent *relata_xml_next(RelataXml *xml);
/* To be called when no event follows: FALSE with *error where reading failed. */
gboolean relata_xml_end(RelataXml *xml, GError **error);
/* Returns whether no event follows because of bad syntax, or because reading failed: an element that is open
 * then is not complete. */
gboolean relata_xml_is_broken(const RelataXml *xml);

/* After a START: return the value of an attribute, or NULL. The first takes the name in any namespace, the
 * one without a namespace first; the second in that namespace. Borrowed until the next event. */
const char *relata_xml_attribute(const RelataXml *xml, const char *name);
const char *relata_xml_attribute_in(const RelataXml *xml, const char *uri, const char *name);
/* After a START: the attributes in the order written, without those that declare namespaces. */
guint relata_xml_n_attributes(const RelataXml *xml);
const RelataXmlAttribute *relata_xml_attribute_at(const RelataXml *xml, guint index);

/* After a START: reads to its END. The first returns all the text in it, that of elements inside included,
 * without markup and with white space as in the file; newly allocated, never NULL, cut at
 * RELATA_XML_MAX_TEXT. */
char *relata_xml_content(RelataXml *xml);
void relata_xml_skip(RelataXml *xml);
/* Returns the next child of the element of this depth that begins, after passing what is between, its END
 * too; NULL when the element has ended. */
const RelataXmlEvent *relata_xml_child(RelataXml *xml, guint depth);

/* Returns the local name of the root element, as far as the beginning of a file shows it, and sets *uri to
 * its namespace (NULL: it has none, or its tag is cut). Newly allocated; NULL where it is no XML. For
 * recognition: reads at most the bytes that the input holds, and reports nothing. */
char *relata_xml_root(const RelataInput *input, char **uri);

G_END_DECLS

#endif
