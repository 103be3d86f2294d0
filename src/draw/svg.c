/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/svg.h"

#include "text/display.h"
#include "text/error.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

static gboolean
is_element(const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static void
set_attribute(xmlNode *node, const char *name, const char *value)
{
  xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static void
drop_attribute(xmlNode *node, const char *name)
{
  xmlUnsetProp(node, (const xmlChar *)name);
}

/* Puts a text where the node's children are; markup in it is escaped when the tree is written. */
static void
set_content(xmlNode *node, const char *text)
{
  for (xmlNode *child = node->children, *next; child != NULL; child = next) {
    next = child->next;
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
  xmlAddChild(node, xmlNewText((const xmlChar *)text));
}

static void
drop(xmlNode *node)
{
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

/* Graphviz's comments name its version and build date and repeat names. */
static void
drop_comments(xmlNode *node)
{
  for (xmlNode *child = node->children, *next; child != NULL; child = next) {
    next = child->next;
    if (child->type == XML_COMMENT_NODE || child->type == XML_DTD_NODE)
      drop(child);
    else if (child->type == XML_ELEMENT_NODE)
      drop_comments(child);
  }
}

/* The lines of a text in their order, each in its own <text>. */
static void
set_lines(xmlNode *node, char **lines, guint *at, gboolean bold)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (is_element(child, "text")) {
      drop_attribute(child, "font-family"); /* the root's */
      drop_attribute(child, "font-weight");
      if (bold)
        set_attribute(child, "font-weight", "bold");
      if (lines[*at] != NULL)
        set_content(child, lines[(*at)++]);
    } else if (child->type == XML_ELEMENT_NODE) {
      set_lines(child, lines, at, bold);
    }
  }
}

/* Graphviz wraps what has a link in <g id="a_…"><a>…</a></g>: only our own link is left in the <a>. */
static void
set_link(xmlNode *node, const char *url)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (is_element(child, "a")) {
      while (child->properties != NULL)
        xmlRemoveProp(child->properties);
      if (url != NULL && relata_display_is_link(url)) {
        set_attribute(child, "href", url);
        set_attribute(child, "target", "_blank");
        set_attribute(child, "rel", "noopener noreferrer");
      }
    } else if (is_element(child, "g")) {
      drop_attribute(child, "id");
      set_link(child, url);
    }
  }
}

static void
set_title(xmlNode *node, const char *title)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element(child, "title")) {
      if (title != NULL)
        set_content(child, title);
      else
        drop(child);
      return;
    }
}

static void
finish_glyph(xmlNode *node, const RelataGlyph *glyph)
{
  g_auto(GStrv) lines = g_strsplit(glyph->text != NULL ? glyph->text : "", "\n", -1);
  guint at = 0;
  set_title(node, glyph->tooltip);
  set_lines(node, lines, &at, glyph->bold);
  set_link(node, glyph->url);
  set_attribute(node, "class", glyph->classes != NULL ? glyph->classes : "legend");
}

static void
finish_curve(xmlNode *node, const RelataCurve *curve)
{
  set_title(node, curve->tooltip);
  set_attribute(node, "class", curve->classes != NULL ? curve->classes : "legend");
}

/* Graphviz draws in an order of its own: what a group shows is known by its id. */
static void
finish_groups(xmlNode *graph, const RelataSheet *sheet)
{
  g_autoptr(GHashTable) glyphs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) curves = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sheet->frames->len; i++) {
    RelataGlyph *frame = g_ptr_array_index(sheet->frames, i);
    g_hash_table_insert(glyphs, g_strdup(frame->id), frame);
  }
  for (guint i = 0; i < sheet->glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(sheet->glyphs, i);
    g_hash_table_insert(glyphs, relata_sheet_id(glyph->id, "glyph", i), glyph);
  }
  for (guint i = 0; i < sheet->curves->len; i++) {
    RelataCurve *curve = g_ptr_array_index(sheet->curves, i);
    g_hash_table_insert(curves, relata_sheet_id(curve->id, "curve", i), curve);
  }
  for (xmlNode *child = graph->children, *next; child != NULL; child = next) {
    next = child->next;
    if (!is_element(child, "g"))
      continue;
    xmlChar *id = xmlGetProp(child, (const xmlChar *)"id");
    const RelataGlyph *glyph = id != NULL ? g_hash_table_lookup(glyphs, id) : NULL;
    const RelataCurve *curve = id != NULL ? g_hash_table_lookup(curves, id) : NULL;
    if (glyph != NULL)
      finish_glyph(child, glyph);
    else if (curve != NULL)
      finish_curve(child, curve);
    else
      drop(child); /* the page's corners */
    xmlFree(id);
  }
}

static void
finish_root(xmlNode *root, const RelataSheet *sheet, const char *fonts)
{
  xmlNs *namespace = xmlSearchNsByHref(root->doc, root, (const xmlChar *)SVG_NAMESPACE);
  xmlNode *title = xmlNewNode(namespace, (const xmlChar *)"title");
  xmlNode *description = xmlNewNode(namespace, (const xmlChar *)"desc");
  set_attribute(title, "id", "picture-title");
  set_attribute(description, "id", "picture-description");
  set_content(title, sheet->title);
  set_content(description, sheet->description);
  xmlNode *first = root->children;
  xmlAddPrevSibling(first, title);
  xmlAddPrevSibling(first, description);
  set_attribute(root, "role", "img");
  set_attribute(root, "aria-labelledby", "picture-title picture-description");
  set_attribute(root, "font-family", fonts);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (is_element(child, "g")) {
      set_title(child, NULL);
      set_attribute(child, "id", "picture");
      drop_attribute(child, "class");
      finish_groups(child, sheet);
    }
}

gboolean
relata_svg_finish(const RelataSheet *sheet, const char *fonts, GByteArray *bytes, GError **error)
{
  xmlDoc *document =
      xmlReadMemory((const char *)bytes->data, (int)bytes->len, "picture.svg", "UTF-8",
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
  if (root == NULL || !is_element(root, "svg")) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                        "Graphviz drew an SVG that is not well-formed");
    if (document != NULL)
      xmlFreeDoc(document);
    return FALSE;
  }
  drop_comments((xmlNode *)(gpointer)document);
  finish_root(root, sheet, fonts);
  xmlChar *text = NULL;
  int n = 0;
  xmlDocDumpMemoryEnc(document, &text, &n, "UTF-8");
  g_byte_array_set_size(bytes, 0);
  g_byte_array_append(bytes, text, (guint)n);
  xmlFree(text);
  xmlFreeDoc(document);
  return TRUE;
}
