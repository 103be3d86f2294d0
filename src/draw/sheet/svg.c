/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/svg.h"

#include "draw/sheet/order.h"
#include "draw/sheet/svg_dark.h"
#include "text/xml.h"
#include "text/display.h"
#include "text/error.h"

#include <lazy_libxml.h>
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

/* Replaces the node's children by a text. Markup in it is escaped when the tree is written. */
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

/* Graphviz's comments hold its version and build date, and repeat names. */
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

/* Writes the lines of a text in their order, each to its own <text>. */
static void
set_lines(xmlNode *node, char **lines, guint *at, gboolean bold)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (is_element(child, "text")) {
      drop_attribute(child, "font-family"); /* the root has it */
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

/* Graphviz wraps an element that has a link in <g id="a_…"><a>…</a></g>. The <a> keeps only our own link. */
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

/* An element that can be focused gets its spoken text. Elements that belong to it are read out with it. */
static void
set_spoken(xmlNode *node, const char *spoken, RelataPart part, gboolean linked)
{
  if (spoken != NULL) {
    set_attribute(node, "tabindex", "0");
    set_attribute(node, "role", linked ? "group" : "img"); /* assistive technology does not enter the
                                                              contents of an "img" */
    set_attribute(node, "aria-label", spoken);
  } else if (part == RELATA_PART_LABELS || part == RELATA_PART_MARKS) {
    set_attribute(node, "aria-hidden", "true");
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
  set_spoken(node, glyph->spoken, glyph->part, glyph->url != NULL);
}

static void
finish_curve(xmlNode *node, const RelataCurve *curve)
{
  set_title(node, curve->tooltip);
  set_attribute(node, "class", curve->classes != NULL ? curve->classes : "legend");
  set_spoken(node, curve->spoken, curve->part, FALSE);
}

/* Moves the elements of a core to the line that it lies in. */
static void
move_core(xmlNode *core, xmlNode *line)
{
  for (xmlNode *child = core->children, *next; child != NULL; child = next) {
    next = child->next;
    if (is_element(child, "title") || child->type != XML_ELEMENT_NODE)
      continue;
    xmlUnlinkNode(child);
    xmlAddChild(line, child);
    xmlAddChild(line, xmlNewText((const xmlChar *)"\n"));
  }
  drop(core);
}

/* Removes the groups that Graphviz drew from the graph and returns them by id. Free with
 * g_hash_table_unref(). */
static GHashTable *
take_groups(xmlNode *graph)
{
  GHashTable *groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (xmlNode *child = graph->children, *next; child != NULL; child = next) {
    next = child->next;
    if (child->type == XML_TEXT_NODE) { /* white space between groups */
      drop(child);
      continue;
    }
    if (!is_element(child, "g"))
      continue;
    xmlChar *id = xmlGetProp(child, (const xmlChar *)"id");
    xmlUnlinkNode(child);
    /* If two groups have the same id, the first one stays. */
    if (id == NULL || g_hash_table_contains(groups, id))
      xmlFreeNode(child);
    else
      g_hash_table_insert(groups, g_strdup((const char *)id), child);
    xmlFree(id);
  }
  return groups;
}

static const struct {
  const char *class, *label; /* label: NULL if the contents need none */
} parts[RELATA_N_PARTS] = {
    [RELATA_PART_HEADING] = {"heading", NULL},
    [RELATA_PART_MARKS] = {"marks", NULL},
    [RELATA_PART_DRAWING] = {"drawing", "Actors and their ties"},
    [RELATA_PART_LABELS] = {"labels", NULL},
    [RELATA_PART_LEGEND] = {"key", "Legend"},
    [RELATA_PART_SOURCES] = {"sources", "Sources"},
    [RELATA_PART_CAPTION] = {"words", NULL},
};

static xmlNode *
add_part(xmlNode *graph, RelataPart part)
{
  xmlNode *group = xmlNewChild(graph, graph->ns, (const xmlChar *)"g", NULL);
  set_attribute(group, "class", parts[part].class);
  if (parts[part].label != NULL) {
    set_attribute(group, "role", "group");
    set_attribute(group, "aria-label", parts[part].label);
  }
  xmlAddChild(group, xmlNewText((const xmlChar *)"\n"));
  return group;
}

/* Moves every core into its line. Cores follow their line on the sheet. */
static void
move_cores(GHashTable *groups, const RelataSheet *sheet)
{
  xmlNode *line = NULL; /* the last curve that is not a core */
  for (guint i = 0; i < sheet->curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(sheet->curves, i);
    g_autofree char *id = relata_sheet_id(curve->id, "curve", i);
    xmlNode *group = g_hash_table_lookup(groups, id);
    if (!curve->core)
      line = group;
    else if (group != NULL && line != NULL && g_hash_table_remove(groups, id))
      move_core(group, line);
  }
}

/* Outlines lie behind everything. */
static void
finish_frames(xmlNode *graph, GHashTable *groups, const RelataSheet *sheet)
{
  for (guint i = 0; i < sheet->frames->len; i++) {
    const RelataGlyph *frame = g_ptr_array_index(sheet->frames, i);
    xmlNode *node = g_hash_table_lookup(groups, frame->id);
    if (node == NULL)
      continue;
    g_hash_table_remove(groups, frame->id);
    finish_glyph(node, frame);
    xmlAddChild(graph, node);
    xmlAddChild(graph, xmlNewText((const xmlChar *)"\n"));
  }
}

/* Graphviz uses its own drawing order. A group is identified by its id and moved to its place in the reading
 * order. */
static void
finish_groups(xmlNode *graph, const RelataSheet *sheet)
{
  g_autoptr(GHashTable) groups = take_groups(graph);
  move_cores(groups, sheet);
  finish_frames(graph, groups, sheet);
  g_autoptr(GArray) order = relata_sheet_order(sheet);
  xmlNode *part = NULL;
  RelataPart current = RELATA_N_PARTS;
  for (guint i = 0; i < order->len; i++) {
    const RelataSheetItem *item = &g_array_index(order, RelataSheetItem, i);
    const RelataGlyph *glyph = item->is_curve ? NULL : g_ptr_array_index(sheet->glyphs, item->index);
    const RelataCurve *curve = item->is_curve ? g_ptr_array_index(sheet->curves, item->index) : NULL;
    g_autofree char *id = item->is_curve ? relata_sheet_id(curve->id, "curve", item->index)
                                         : relata_sheet_id(glyph->id, "glyph", item->index);
    xmlNode *node = g_hash_table_lookup(groups, id);
    if (node == NULL)
      continue;
    if (item->part != current)
      part = add_part(graph, current = item->part);
    if (glyph != NULL)
      finish_glyph(node, glyph);
    else
      finish_curve(node, curve);
    g_hash_table_remove(groups, id);
    xmlAddChild(part, node);
    xmlAddChild(part, xmlNewText((const xmlChar *)"\n"));
  }
  GHashTableIter left; /* the groups left over: the sheet's corners */
  gpointer node;
  g_hash_table_iter_init(&left, groups);
  while (g_hash_table_iter_next(&left, NULL, &node))
    xmlFreeNode(node);
}

/* Focus must be visible: by a colour with a contrast of 3:1 on white and on black, and by line width. */
static const char focus_style[] =
    "[tabindex]:focus{outline:2px solid #0072b2;outline-offset:2px}"
    ".tie:focus path{stroke-width:5}"
    ".actor:focus polygon,.actor:focus ellipse,.actor:focus path{stroke-width:4}"
    "a:focus text{text-decoration:underline}";

static void
finish_root(xmlNode *root, const RelataSheet *sheet)
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
  if (sheet->pixels_wide > 0) {
    const gboolean printed = sheet->paper_wide > 0;
    g_autofree char *wide =
        printed ? g_strdup_printf("%gmm", sheet->paper_wide) : g_strdup_printf("%u", sheet->pixels_wide);
    g_autofree char *high =
        printed ? g_strdup_printf("%gmm", sheet->paper_high) : g_strdup_printf("%u", sheet->pixels_high);
    set_attribute(root, "width", wide);
    set_attribute(root, "height", high);
  }
  xmlNode *style = xmlNewNode(namespace, (const xmlChar *)"style");
  set_content(style, focus_style);
  xmlAddPrevSibling(first, style);
  set_attribute(root, "role", "img");
  set_attribute(root, "aria-labelledby", "picture-title picture-description");
  set_attribute(root, "font-family", sheet->fonts);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (is_element(child, "g")) {
      set_title(child, NULL);
      set_attribute(child, "id", "picture");
      drop_attribute(child, "class");
      finish_groups(child, sheet);
    }
}

gboolean
relata_svg_finish(const RelataSheet *sheet, const RelataTheme *theme, GByteArray *bytes, GError **error)
{
  if (!relata_xml_load(error))
    return FALSE;
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
  finish_root(root, sheet);
  if (theme->dark != NULL)
    relata_svg_add_dark(root, theme);
  xmlChar *text = NULL;
  int n = 0;
  xmlDocDumpMemoryEnc(document, &text, &n, "UTF-8");
  g_byte_array_set_size(bytes, 0);
  g_byte_array_append(bytes, text, (guint)n);
  xmlFree(text);
  xmlFreeDoc(document);
  return TRUE;
}
