/* SPDX-License-Identifier: GPL-2.0-or-later */
/* libxml2's push parser is fed with the bytes, and its callbacks put events into a queue from which they are
 * taken. This is what its xmlTextReader does too; but that one makes a tree of nodes, which know neither
 * their column nor lines after 65,535, reads a long attribute in pieces of 512 bytes each of which it scans
 * anew, and loads entities from outside as soon as those of the file itself are to be expanded. Here they are
 * not even declared. */
#include "read/xml/xml_internal.h"
#include "text/error.h"

#include <lazy_libxml.h>
#include <string.h>

/* What is fed at most at once: twice as much as before where that gave no event, so that the parser does not
 * scan the same beginning of a long value many times. */
#define MAX_CHUNK ((gsize)128 << 10)
/* More attributes than this are refused: libxml2 compares each with all others. */
#define MAX_ATTRIBUTES 10000
#define TOO_MANY       "an element has more than 10,000 attributes"
/* What entities may make of a file: so many times as much as it has, and RELATA_XML_MAX_TEXT besides. */
#define EXPANSION 10

/* ── Where, and what is wrong ── */

static void
stop(RelataXml *xml)
{
  xml->broken = TRUE;
  if (xml->parser != NULL)
    xmlStopParser(xml->parser);
}

static void
break_off(RelataXml *xml, guint line, guint column, const char *code, const char *hint, const char *message)
{
  const RelataPlace where = {xml->input->shown, line, column};
  if (xml->broken)
    return;
  relata_diagnose(xml->diagnostics, RELATA_ERROR_IN_DATA, code, &where, hint, "%s", message);
  relata_diagnose(xml->diagnostics, RELATA_WARNING, "not-read", &where, NULL,
                  "what follows this is not read");
  stop(xml);
}

static guint
line_of(const RelataXml *xml)
{
  return (guint)MAX(xml->parser->input->line, 0);
}

static guint
column_of(const RelataXml *xml)
{
  return (guint)MAX(xml->parser->input->col, 0);
}

static void
refuse(RelataXml *xml, const char *code, const char *message)
{
  break_off(xml, line_of(xml), column_of(xml), code, NULL, message);
}

/* Finds the '<' of the start tag whose end the parser has reached. No '<' stands within one. Where the tag
 * has several lines and the beginning of its first is not held any more, the column is not known. */
static void
tag_place(const RelataXml *xml, guint *line, guint *column)
{
  const xmlChar *base = xml->parser->input->base, *end = xml->parser->input->cur, *at = end;
  guint lines = 0, passed = 0;
  while (at > base && *at != '<') {
    at--;
    lines += *at == '\n' ? 1 : 0;
    passed += (*at & 0xC0) != 0x80 ? 1 : 0;
  }
  *line = line_of(xml) - MIN(lines, line_of(xml) - 1);
  *column = column_of(xml) > passed ? column_of(xml) - passed : 0;
  if (lines == 0)
    return;
  const xmlChar *start = at;
  guint before = 1;
  while (start > base && start[-1] != '\n') {
    start--;
    before += (*start & 0xC0) != 0x80 ? 1 : 0;
  }
  const gboolean held = start > base || xml->parser->input->consumed == 0;
  const gboolean marked = strncmp((const char *)start, "\xEF\xBB\xBF", 3) == 0;
  *column = held ? before - (marked ? 1 : 0) : 0;
}

/* ── What the parser calls ── */

static gsize
keep(RelataXml *xml, const char *string, gsize n)
{
  if (string == NULL)
    return 0;
  const gsize at = xml->strings->len;
  g_string_append_len(xml->strings, string, (gssize)n);
  g_string_append_c(xml->strings, '\0');
  xml->given += n;
  return at;
}

static gsize
keep_string(RelataXml *xml, const xmlChar *string)
{
  return keep(xml, (const char *)string, string != NULL ? strlen((const char *)string) : 0);
}

/* Puts an event of the innermost element that is open into the queue. */
static void
queue(RelataXml *xml, RelataXmlKind kind, RelataXmlQueued event)
{
  const guint n = xml->open->len;
  event.kind = kind;
  event.depth = n / 2;
  event.name = keep_string(xml, g_ptr_array_index(xml->open, n - 2));
  event.uri = keep_string(xml, g_ptr_array_index(xml->open, n - 1));
  g_array_append_val(xml->events, event);
  if (xml->given > EXPANSION * xml->fed + RELATA_XML_MAX_TEXT)
    refuse(xml, "too-large", "the entities that are declared here make too much of this file");
}

/* Puts the text since the last tag into the queue. */
static void
queue_text(RelataXml *xml)
{
  const gsize n = xml->text->len;
  if (n > 0 && xml->open->len > 0)
    queue(xml, RELATA_XML_TEXT,
          (RelataXmlQueued){
              .text = keep(xml, xml->text->str, n), .n = n, .line = line_of(xml), .column = column_of(xml)});
  g_string_truncate(xml->text, 0);
}

/* An entity's content has a parser of its own, which has to be stopped too. */
static gboolean
is_stopped(xmlParserCtxtPtr parser)
{
  const RelataXml *xml = parser->_private;
  if (xml->broken)
    xmlStopParser(parser);
  return xml->broken;
}

static void
on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
         const xmlChar **namespaces, int n, int n_defaulted, const xmlChar **attributes)
{
  RelataXml *xml = ((xmlParserCtxtPtr)context)->_private;
  (void)prefix, (void)namespaces, (void)n_defaulted;
  if (is_stopped(context))
    return;
  queue_text(xml);
  if (xml->open->len / 2 == RELATA_XML_MAX_DEPTH) {
    refuse(xml, "too-deep", "elements are nested more than 200 deep");
    return;
  }
  xml->rooted = TRUE;
  if (n + n_namespaces > MAX_ATTRIBUTES) {
    refuse(xml, "too-large", TOO_MANY);
    return;
  }
  g_ptr_array_add(xml->open, (gpointer)name);
  g_ptr_array_add(xml->open, (gpointer)uri);
  RelataXmlQueued event = {.first_attribute = xml->attributes->len, .n_attributes = (guint)n};
  /* Five pointers each: name, prefix, namespace, and where the value begins and ends. */
  for (int i = 0; i < 5 * n; i += 5) {
    const RelataXmlQueuedAttribute attribute = {
        keep_string(xml, attributes[i]), keep_string(xml, attributes[i + 2]),
        keep(xml, (const char *)attributes[i + 3], (gsize)(attributes[i + 4] - attributes[i + 3]))};
    g_array_append_val(xml->attributes, attribute);
  }
  event.line = line_of(xml);
  event.column = column_of(xml);
  if (context == xml->parser) /* an entity's content is where it is used */
    tag_place(xml, &event.line, &event.column);
  queue(xml, RELATA_XML_START, event);
}

static void
on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  RelataXml *xml = ((xmlParserCtxtPtr)context)->_private;
  (void)name, (void)prefix, (void)uri;
  if (is_stopped(context))
    return;
  queue_text(xml);
  queue(xml, RELATA_XML_END, (RelataXmlQueued){.line = line_of(xml), .column = column_of(xml)});
  g_ptr_array_set_size(xml->open, (gint)xml->open->len - 2);
}

static void
on_text(void *context, const xmlChar *text, int n)
{
  RelataXml *xml = ((xmlParserCtxtPtr)context)->_private;
  if (is_stopped(context))
    return;
  g_string_append_len(xml->text, (const char *)text, n);
  if (xml->text->len > RELATA_XML_MAX_TEXT)
    refuse(xml, "too-large", "a text is longer than 10,000,000 bytes");
}

/* Declares what the file itself says of an entity, and nothing that is elsewhere. */
static void
on_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
          xmlChar *content)
{
  if (public_id == NULL && system_id == NULL)
    xmlSAX2EntityDecl(context, name, type, NULL, NULL, content);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *Problem;
#else
typedef xmlErrorPtr Problem;
#endif

/* Returns what is wrong, in words. Newly allocated. */
static char *
words_of(const RelataXml *xml, Problem problem)
{
  /* Of what lacks its end it says that something follows. */
  if (problem->code == XML_ERR_DOCUMENT_END && !xml->rooted)
    return g_strdup("the file ends before its first element");
  if (problem->code == XML_ERR_DOCUMENT_END && xml->open->len > 0)
    return g_strdup_printf("the file ends inside the element '%s'",
                           (const char *)g_ptr_array_index(xml->open, xml->open->len - 2));
  char *words = g_strchomp(g_strdup(problem->message != NULL ? problem->message : "this is not XML"));
  return g_strdelimit(words, "\n", ' ');
}

static void
on_problem(void *context, Problem problem)
{
  RelataXml *xml = ((xmlParserCtxtPtr)context)->_private;
  /* A prefix that is not declared harms nobody who looks at local names. */
  if (xml->broken || problem->domain == XML_FROM_NAMESPACE || problem->level == XML_ERR_WARNING)
    return;
  const gboolean entity =
      problem->code == XML_ERR_UNDECLARED_ENTITY || problem->code == XML_WAR_UNDECLARED_ENTITY;
  const char *hint =
      entity ? "an entity must be declared in the file itself: nothing is loaded from outside" : NULL;
  g_autofree char *message = words_of(xml, problem);
  const RelataPlace where = {xml->input->shown, (guint)MAX(problem->line, 0), (guint)MAX(problem->int2, 0)};
  if (problem->level == XML_ERR_FATAL)
    break_off(xml, where.line, where.column, "xml-syntax", hint, message);
  else
    relata_diagnose(xml->diagnostics, RELATA_WARNING, "xml-syntax", &where, hint, "%s", message);
}

/* ── Feeding it ── */

/* Returns whether the encoding that the declaration names is to be ignored: a byte order mark says which it
 * is, and a declaration that can be read as ASCII does not stand in UTF-16, which others made UTF-8 of. */
static gboolean
ignores_declaration(const RelataPieces *pieces)
{
  if (pieces->n >= 3 && memcmp(pieces->bytes, "\xEF\xBB\xBF", 3) == 0)
    return TRUE;
  if (pieces->n < 6 || memcmp(pieces->bytes, "<?xml ", 6) != 0)
    return FALSE;
  const char *end = g_strstr_len(pieces->bytes, (gssize)MIN(pieces->n, 200), "?>");
  g_autofree char *declaration =
      end != NULL ? g_ascii_strdown(pieces->bytes, end - pieces->bytes) : g_strdup("");
  return strstr(declaration, "utf-16") != NULL || strstr(declaration, "ucs-") != NULL;
}

/* Begins with the first four bytes, by which the parser knows UTF-16. */
static gboolean
begin(RelataXml *xml)
{
  xmlSAXHandler calls;
  const gsize n = MIN(xml->pieces.n, 4);
  const gboolean ignores = ignores_declaration(&xml->pieces);
  memset(&calls, 0, sizeof calls);
  xmlSAXVersion(&calls, 2);
  calls.startElementNs = on_start;
  calls.endElementNs = on_end;
  calls.characters = calls.ignorableWhitespace = calls.cdataBlock = on_text;
  calls.entityDecl = on_entity;
  calls.serror = on_problem;
  calls.comment = NULL;
  calls.processingInstruction = NULL;
  calls.reference = NULL;
  calls.externalSubset = NULL;
  calls.resolveEntity = NULL;
  calls.warning = calls.error = calls.fatalError = NULL;
  xml->parser = xmlCreatePushParserCtxt(&calls, NULL, xml->pieces.bytes, (int)n, NULL);
  if (xml->parser == NULL) {
    g_set_error(&xml->failure, RELATA_ERROR, RELATA_ERROR_FAILED, "libxml2 has no memory for a parser");
    return FALSE;
  }
  xml->parser->_private = xml;
  xmlCtxtUseOptions(xml->parser, XML_PARSE_NOENT | XML_PARSE_NONET | (ignores ? XML_PARSE_IGNORE_ENC : 0));
  relata_pieces_take(&xml->pieces, n);
  xml->fed = n;
  return TRUE;
}

/* Reads until as many bytes are held, or to the end. */
static void
hold(RelataXml *xml, gsize n)
{
  while (xml->pieces.n < n && xml->failure == NULL && relata_pieces_more(&xml->pieces, &xml->failure))
    ;
}

/* Returns whether the start tag that the parser waits for the end of has too many attributes already. */
static gboolean
has_too_many(const RelataXml *xml)
{
  const xmlChar *at = xml->parser->input->cur, *end = xml->parser->input->end;
  xmlChar quote = '\0';
  guint n = 0;
  if (end - at < 2 || at[0] != '<' || at[1] == '!' || at[1] == '?')
    return FALSE;
  for (; at < end && (quote != '\0' || *at != '>'); at++) {
    const gboolean is_quote = *at == '"' || *at == '\'';
    n += is_quote && quote == '\0' ? 1 : 0;
    if (is_quote && (quote == '\0' || quote == *at))
      quote = quote == '\0' ? *at : '\0';
  }
  return n > MAX_ATTRIBUTES;
}

void
relata_xml_feed(RelataXml *xml)
{
  hold(xml, xml->chunk);
  xml->over = xml->parser == NULL && !begin(xml);
  if (xml->over)
    return;
  const gsize n = MIN(xml->pieces.n, xml->chunk);
  xml->over = xml->failure != NULL || (n == xml->pieces.n && xml->pieces.ended);
  xml->fed += n;
  xmlParseChunk(xml->parser, xml->pieces.bytes, (int)n, xml->over && xml->failure == NULL);
  relata_pieces_take(&xml->pieces, n);
  /* Whatever stopped the parser without a word has stopped it. */
  if (xml->parser->disableSAX != 0 && !xml->broken)
    refuse(xml, "xml-syntax", "this is not XML");
  if (!xml->broken && xml->events->len == 0 && has_too_many(xml))
    refuse(xml, "too-large", TOO_MANY);
  xml->chunk = xml->events->len > 0 ? RELATA_XML_CHUNK : MIN(2 * xml->chunk, MAX_CHUNK);
}

void
relata_xml_end_parser(RelataXml *xml)
{
  if (xml->parser == NULL)
    return;
  if (xml->parser->myDoc != NULL)
    xmlFreeDoc(xml->parser->myDoc);
  xmlFreeParserCtxt(xml->parser);
}
