/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/svg_dark.h"

#include <lazy_libxml.h>
#include <string.h>

/* The rules found so far, each once, in the order found, so that no hash order affects a picture's bytes. */
typedef struct {
  const RelataTheme *theme;
  GPtrArray *rules;  /* of char * */
  GHashTable *known; /* borrowed from rules */
} Sheet;

static int
compare_rules(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
add_rule(Sheet *sheet, const xmlNode *node, const char *attribute, const char *element, RelataColorUse use)
{
  xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
  const char *color = relata_theme_color((const char *)value);
  if (color != NULL) {
    char *rule = g_strdup_printf("%s[%s=\"%s\"]{%s:%s}", element, attribute, color, attribute,
                                 relata_theme_dark_color(sheet->theme, color, use));
    if (g_hash_table_contains(sheet->known, rule)) {
      g_free(rule);
    } else {
      g_hash_table_add(sheet->known, rule);
      g_ptr_array_add(sheet->rules, rule);
    }
  }
  xmlFree(value);
}

static void
walk(Sheet *sheet, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (strcmp((const char *)child->name, "text") == 0) /* "text[…]" has a higher CSS specificity than
                                                           "[…]" */
      add_rule(sheet, child, "fill", "text", RELATA_COLOR_OF_TEXT);
    else
      add_rule(sheet, child, "fill", "", RELATA_COLOR_OF_FILL);
    add_rule(sheet, child, "stroke", "", RELATA_COLOR_OF_LINE);
    walk(sheet, child);
  }
}

void
relata_svg_add_dark(xmlNode *root, const RelataTheme *theme)
{
  g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  Sheet sheet = {theme, rules, known};
  walk(&sheet, root);
  g_ptr_array_sort(rules, compare_rules);
  g_autoptr(GString) style = g_string_new("@media (prefers-color-scheme: dark){\n");
  for (guint i = 0; i < rules->len; i++)
    g_string_append_printf(style, "%s\n", (const char *)g_ptr_array_index(rules, i));
  g_string_append(style, "}");
  xmlNode *element = xmlNewNode(root->ns, (const xmlChar *)"style");
  xmlAddChild(element, xmlNewText((const xmlChar *)style->str));
  xmlNode *first = root->children;
  while (first->next != NULL &&
         !(first->type == XML_ELEMENT_NODE && strcmp((const char *)first->name, "g") == 0))
    first = first->next;
  xmlAddPrevSibling(first, element);
}
