/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/svg_inline.h"

#include "text/xml.h"
#include "text/error.h"

#include <lazy_libxml.h>
#include <string.h>

/* Removes style sheets and style attributes, which the page's policy forbids, and collects ids. */
static void
walk(xmlNode *node, GString *style, GHashTable *ids)
{
  for (xmlNode *child = node->children, *next; child != NULL; child = next) {
    next = child->next;
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (strcmp((const char *)child->name, "style") == 0) {
      xmlChar *rules = xmlNodeGetContent(child);
      g_string_append(style, (const char *)rules);
      g_string_append_c(style, '\n');
      xmlFree(rules);
      xmlUnlinkNode(child);
      xmlFreeNode(child);
      continue;
    }
    xmlChar *id = xmlGetProp(child, (const xmlChar *)"id");
    if (id != NULL)
      g_hash_table_add(ids, g_strdup((const char *)id));
    xmlFree(id);
    xmlUnsetProp(child, (const xmlChar *)"style");
    walk(child, style, ids);
  }
}

RelataSvgInline *
relata_svg_inline_new(GBytes *bytes, GError **error)
{
  if (!relata_xml_load(error))
    return NULL;
  gsize n;
  const char *text = g_bytes_get_data(bytes, &n);
  xmlDoc *document =
      xmlReadMemory(text, (int)n, "picture.svg", "UTF-8",
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
  if (root == NULL) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, "the picture is not well-formed");
    return NULL;
  }
  RelataSvgInline *inlined = g_new0(RelataSvgInline, 1);
  g_autoptr(GString) style = g_string_new(NULL);
  inlined->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  walk(root, style, inlined->ids);
  inlined->style = g_strdup(style->str);
  xmlSetProp(root, (const xmlChar *)"role", (const xmlChar *)"group");
  xmlBuffer *buffer = xmlBufferCreate();
  xmlNodeDump(buffer, document, root, 0, 0);
  inlined->svg = g_strdup((const char *)xmlBufferContent(buffer));
  xmlBufferFree(buffer);
  xmlFreeDoc(document);
  return inlined;
}

void
relata_svg_inline_free(RelataSvgInline *inlined)
{
  if (inlined == NULL)
    return;
  g_free(inlined->svg);
  g_free(inlined->style);
  g_hash_table_unref(inlined->ids);
  g_free(inlined);
}
