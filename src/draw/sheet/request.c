/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/request.h"

#include "draw/sheet/graphviz/protocol.h"

#include <string.h>

static void
add_word(GByteArray *request, const char *word)
{
  g_byte_array_append(request, (const guint8 *)word, (guint)strlen(word) + 1);
}

static void
add_index(GByteArray *request, guint index)
{
  char digits[16];
  g_snprintf(digits, sizeof digits, "%u", index);
  add_word(request, digits);
}

GByteArray *
relata_request_new(const char *graph, const char *engine, const char *format)
{
  GByteArray *request = g_byte_array_new();
  add_word(request, graph);
  add_word(request, engine);
  add_word(request, format);
  return request;
}

void
relata_request_add_node(GByteArray *request, const char *name)
{
  add_word(request, RELATA_STEP_NODE);
  add_word(request, name);
}

void
relata_request_add_edge(GByteArray *request, guint from, guint to, const char *key)
{
  add_word(request, RELATA_STEP_EDGE);
  add_index(request, from);
  add_index(request, to);
  add_word(request, key);
}

void
relata_request_set(GByteArray *request, const char *name, const char *value)
{
  add_word(request, RELATA_STEP_ATTRIBUTE);
  add_word(request, name);
  add_word(request, value);
}

void
relata_request_set_number(GByteArray *request, const char *name, const char *form, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  relata_request_set(request, name, g_ascii_formatd(digits, sizeof digits, form, number));
}

void
relata_request_set_point(GByteArray *request, const char *name, const char *form, double x, double y,
                         const char *end)
{
  char across[G_ASCII_DTOSTR_BUF_SIZE], up[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *both = g_strconcat(g_ascii_formatd(across, sizeof across, form, x), ",",
                                      g_ascii_formatd(up, sizeof up, form, y), end, NULL);
  relata_request_set(request, name, both);
}

/* Texts are Graphviz's "escStrings", in which \N, \G … stand for names of objects, and entities are
 * decoded. */
static char *
escape(const char *text, const char *line_end)
{
  GString *escaped = g_string_new(NULL);
  for (; *text != '\0'; text++) {
    if (*text == '\\')
      g_string_append(escaped, "\\\\");
    else if (*text == '&')
      g_string_append(escaped, "&amp;");
    else if (*text == '\n')
      g_string_append(escaped, line_end);
    else
      g_string_append_c(escaped, *text);
  }
  return g_string_free(escaped, FALSE);
}

void
relata_request_set_text(GByteArray *request, const char *name, const char *text, gboolean left)
{
  g_autofree char *escaped = escape(text, left ? "\\l" : "\\n");
  /* \l ends a left-aligned line, also the last one. */
  g_autofree char *whole = g_strconcat(escaped, left && text[0] != '\0' ? "\\l" : "", NULL);
  relata_request_set(request, name, whole);
}

void
relata_request_set_link(GByteArray *request, const char *name, const char *link)
{
  g_autofree char *escaped = escape(link, "");
  relata_request_set(request, name, escaped);
}

void
relata_request_set_size(GByteArray *request, double width, double height)
{
  relata_request_set(request, "fixedsize", "true");
  relata_request_set_number(request, "width", "%.4f", width / 72);
  relata_request_set_number(request, "height", "%.4f", height / 72);
}

void
relata_request_set_shape(GByteArray *request, RelataShape shape)
{
  relata_request_set(request, "shape", shape == RELATA_SHAPE_PLAIN ? "plain" : relata_shape_names[shape]);
}

/* Graphviz draws a parallelogram √½ · (hypot(skew, 1) + skew / 2) times as wide as requested. The skew is
 * 0.6. */
#define PARALLELOGRAM_WIDER 1.0369

void
relata_request_set_extent(GByteArray *request, const RelataGlyph *glyph)
{
  const gboolean wider = glyph->shape == RELATA_SHAPE_PARALLELOGRAM;
  relata_request_set_size(request, wider ? glyph->width / PARALLELOGRAM_WIDER : glyph->width, glyph->height);
}

void
relata_request_set_font(GByteArray *request, const RelataGlyph *glyph, const char *fonts)
{
  g_autofree char *name = g_strconcat(fonts, glyph->bold ? " Bold" : "", NULL);
  relata_request_set(request, "fontname", name);
  relata_request_set_number(request, "fontsize", "%.2f", glyph->font_size);
}

void
relata_request_set_line(GByteArray *request, const RelataCurve *curve)
{
  const gboolean head = !g_str_equal(curve->head, "none"), tail = !g_str_equal(curve->tail, "none");
  relata_request_set(request, "dir", head && tail ? "both" : head ? "forward" : tail ? "back" : "none");
  relata_request_set(request, "arrowhead", curve->head);
  relata_request_set(request, "arrowtail", curve->tail);
  relata_request_set_number(request, "arrowsize", "%.2f", curve->head_size);
  relata_request_set_number(request, "penwidth", "%.2f", curve->width);
}
