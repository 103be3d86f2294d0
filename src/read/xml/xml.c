/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Events, taken from the queue that xml_parse.c fills. */
#include "text/xml.h"

#include "read/xml/xml_internal.h"

#include <string.h>

/* Makes room for the events of another chunk. */
static void
empty(RelataXml *xml)
{
  xml->next = 0;
  g_array_set_size(xml->events, 0);
  g_array_set_size(xml->attributes, 0);
  g_string_truncate(xml->strings, 1);
}

RelataXml *
relata_xml_new(const RelataInput *input, RelataDiagnostics *diagnostics, GError **error)
{
  if (!relata_xml_load(error))
    return NULL;
  RelataXml *xml = g_new0(RelataXml, 1);
  xml->input = input;
  xml->diagnostics = diagnostics;
  xml->pieces = relata_pieces_begin(input);
  xml->chunk = RELATA_XML_CHUNK;
  xml->events = g_array_new(FALSE, FALSE, sizeof(RelataXmlQueued));
  xml->attributes = g_array_new(FALSE, FALSE, sizeof(RelataXmlQueuedAttribute));
  xml->strings = g_string_new_len("", 1);
  xml->text = g_string_new(NULL);
  xml->open = g_ptr_array_new();
  xml->shown = g_array_new(FALSE, FALSE, sizeof(RelataXmlAttribute));
  return xml;
}

void
relata_xml_free(RelataXml *xml)
{
  if (xml == NULL)
    return;
  relata_xml_end_parser(xml);
  relata_pieces_end(&xml->pieces);
  g_array_unref(xml->events);
  g_array_unref(xml->attributes);
  g_array_unref(xml->shown);
  g_string_free(xml->strings, TRUE);
  g_string_free(xml->text, TRUE);
  g_ptr_array_unref(xml->open);
  g_clear_error(&xml->failure);
  g_free(xml);
}

static const char *
string_at(const RelataXml *xml, gsize offset)
{
  return offset > 0 ? xml->strings->str + offset : NULL;
}

const RelataXmlEvent *
relata_xml_next(RelataXml *xml)
{
  g_array_set_size(xml->shown, 0);
  while (xml->next == xml->events->len) {
    xml->ended = xml->over || xml->broken;
    if (xml->ended)
      return NULL;
    empty(xml);
    relata_xml_feed(xml);
  }
  const RelataXmlQueued *queued = &g_array_index(xml->events, RelataXmlQueued, xml->next++);
  for (guint i = 0; i < queued->n_attributes; i++) {
    const RelataXmlQueuedAttribute *attribute =
        &g_array_index(xml->attributes, RelataXmlQueuedAttribute, queued->first_attribute + i);
    const RelataXmlAttribute shown = {string_at(xml, attribute->name), string_at(xml, attribute->uri),
                                      string_at(xml, attribute->value)};
    g_array_append_val(xml->shown, shown);
  }
  xml->event = (RelataXmlEvent){queued->kind,
                                string_at(xml, queued->name),
                                string_at(xml, queued->uri),
                                string_at(xml, queued->text),
                                queued->n,
                                queued->depth,
                                {xml->input->shown, queued->line, queued->column}};
  return &xml->event;
}

gboolean
relata_xml_end(RelataXml *xml, GError **error)
{
  if (xml->failure == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&xml->failure));
  return FALSE;
}

gboolean
relata_xml_is_broken(const RelataXml *xml)
{
  return xml->ended && (xml->broken || xml->failure != NULL);
}

guint
relata_xml_n_attributes(const RelataXml *xml)
{
  return xml->shown->len;
}

const RelataXmlAttribute *
relata_xml_attribute_at(const RelataXml *xml, guint index)
{
  return &g_array_index(xml->shown, RelataXmlAttribute, index);
}

const char *
relata_xml_attribute(const RelataXml *xml, const char *name)
{
  const char *found = NULL;
  for (guint i = 0; i < xml->shown->len; i++) {
    const RelataXmlAttribute *attribute = relata_xml_attribute_at(xml, i);
    if (strcmp(attribute->name, name) != 0)
      continue;
    if (attribute->uri == NULL)
      return attribute->value;
    found = found != NULL ? found : attribute->value;
  }
  return found;
}

const char *
relata_xml_attribute_in(const RelataXml *xml, const char *uri, const char *name)
{
  for (guint i = 0; i < xml->shown->len; i++) {
    const RelataXmlAttribute *attribute = relata_xml_attribute_at(xml, i);
    if (strcmp(attribute->name, name) == 0 && g_strcmp0(attribute->uri, uri) == 0)
      return attribute->value;
  }
  return NULL;
}

/* ── More than one event ── */

char *
relata_xml_content(RelataXml *xml)
{
  GString *content = g_string_new(NULL);
  const guint depth = xml->event.depth;
  const RelataXmlEvent *event;
  while ((event = relata_xml_next(xml)) != NULL && (event->kind != RELATA_XML_END || event->depth > depth))
    if (event->kind == RELATA_XML_TEXT && content->len + event->n <= RELATA_XML_MAX_TEXT)
      g_string_append_len(content, event->text, (gssize)event->n);
  return g_string_free(content, FALSE);
}

void
relata_xml_skip(RelataXml *xml)
{
  const guint depth = xml->event.depth;
  const RelataXmlEvent *event;
  while ((event = relata_xml_next(xml)) != NULL && (event->kind != RELATA_XML_END || event->depth > depth))
    ;
}

const RelataXmlEvent *
relata_xml_child(RelataXml *xml, guint depth)
{
  const RelataXmlEvent *event;
  while ((event = relata_xml_next(xml)) != NULL && (event->kind != RELATA_XML_END || event->depth > depth))
    if (event->kind == RELATA_XML_START && event->depth == depth + 1)
      return event;
  return NULL;
}

/* Returns whether the bytes may be XML: '<' comes first, in UTF-8 or UTF-16. */
static gboolean
looks_like_xml(const RelataInput *input)
{
  const char *at = input->bytes, *end = at + input->n;
  static const char *const marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"};
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (g_str_has_prefix(at, marks[i])) {
      at += strlen(marks[i]);
      break;
    }
  while (at < end && (*at == '\0' || g_ascii_isspace(*at)))
    at++;
  return at < end && *at == '<';
}

char *
relata_xml_root(const RelataInput *input, char **uri)
{
  *uri = NULL;
  if (!looks_like_xml(input))
    return NULL;
  RelataInput held = *input;
  held.pull = NULL;
  g_autoptr(RelataXml) xml = relata_xml_new(&held, NULL, NULL);
  const RelataXmlEvent *event = xml != NULL ? relata_xml_next(xml) : NULL;
  if (event == NULL)
    return NULL;
  *uri = g_strdup(event->uri);
  return g_strdup(event->name);
}
