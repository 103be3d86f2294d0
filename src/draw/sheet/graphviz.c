/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/graphviz.h"

#include "draw/sheet/graphviz/protocol.h"
#include "draw/sheet/process.h"
#include "draw/sheet/program.h"
#include "draw/sheet/request.h"
#include "text/error.h"

#include <math.h>
#include <string.h>

struct RelataGraphviz {
  char *program;          /* NULL: not searched for yet */
  RelataProcess *process; /* NULL: not running */
  GHashTable *measured;   /* look() of a text → RelataPoint, its width and height */
  gint64 deadline;        /* in the time of g_get_monotonic_time() */
  double seconds, more;   /* seconds that the deadline allowed, and that relata_graphviz_reached() will
                             allow */
};

RelataGraphviz *
relata_graphviz_new(const char *program)
{
  RelataGraphviz *graphviz = g_new0(RelataGraphviz, 1);
  graphviz->program = g_strdup(program);
  graphviz->measured = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return graphviz;
}

void
relata_graphviz_free(RelataGraphviz *graphviz)
{
  if (graphviz == NULL)
    return;
  relata_process_free(graphviz->process);
  g_hash_table_unref(graphviz->measured);
  g_free(graphviz->program);
  g_free(graphviz);
}

static void
give(RelataGraphviz *graphviz, double seconds)
{
  graphviz->seconds = seconds;
  graphviz->deadline = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
}

void
relata_graphviz_begin(RelataGraphviz *graphviz, double seconds, double more)
{
  graphviz->more = more;
  give(graphviz, seconds);
}

void
relata_graphviz_reached(RelataGraphviz *graphviz)
{
  if (g_get_monotonic_time() < graphviz->deadline)
    give(graphviz, graphviz->more);
}

static gboolean
start(RelataGraphviz *graphviz, GError **error)
{
  if (graphviz->program == NULL)
    graphviz->program = relata_program_find(error);
  if (graphviz->program != NULL && graphviz->process == NULL)
    graphviz->process = relata_process_new(graphviz->program, error);
  return graphviz->process != NULL;
}

gboolean
relata_graphviz_ask(RelataGraphviz *graphviz, const GByteArray *request, GByteArray *answer, GError **error)
{
  if (!start(graphviz, error))
    return FALSE;
  const RelataProcessEnd end =
      relata_process_ask(graphviz->process, request, graphviz->deadline, answer, error);
  if (end == RELATA_PROCESS_DONE)
    return TRUE;
  if (end == RELATA_PROCESS_LATE)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT, "drawing took longer than %.0f seconds",
                graphviz->seconds);
  g_clear_pointer(&graphviz->process, relata_process_free);
  return FALSE;
}

/* ── Numeric answers ─────────────────────────────────────────────────────────────────────── */

typedef struct {
  const GByteArray *answer;
  gsize at;
} Numbers;

/* No drawing is as large, in points. Beyond it, arithmetic would lose single points. */
#define LARGEST 1e9

/* Takes the next n numbers. Returns FALSE if fewer are left or one of them is no place. */
static gboolean
take(Numbers *numbers, double *taken, gsize n)
{
  if (n > (numbers->answer->len - numbers->at) / sizeof *taken)
    return FALSE;
  memcpy(taken, numbers->answer->data + numbers->at, n * sizeof *taken);
  numbers->at += n * sizeof *taken;
  for (gsize i = 0; i < n; i++)
    if (!(fabs(taken[i]) <= LARGEST)) /* catches NaN, too */
      return FALSE;
  return TRUE;
}

static gboolean
refuse_numbers(GError **error)
{
  g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                      "relata-graphviz answers with other numbers than it was asked for");
  return FALSE;
}

/* ── Measuring ───────────────────────────────────────────────────────────────────────────── */

/* Returns a key of the text and its font. A picture has many texts with the same look; each look is measured
 * once. */
static char *
look(const RelataGlyph *glyph, const char *fonts)
{
  return g_strdup_printf("%d %d %.3f %s\n%s", glyph->bold, glyph->left, glyph->font_size, fonts, glyph->text);
}

static void
add_text(GByteArray *request, guint index, const RelataGlyph *glyph, const char *fonts)
{
  g_autofree char *name = g_strdup_printf("glyph%u", index);
  relata_request_add_node(request, name);
  relata_request_set(request, "shape", "plain");
  relata_request_set(request, "pos", "0,0!");
  relata_request_set_font(request, glyph, fonts);
  relata_request_set_text(request, "label", glyph->text, glyph->left);
}

/* Asks for the sizes of the texts with these looks, which are not known yet. */
static gboolean
ask_extents(RelataGraphviz *graphviz, const GByteArray *request, GPtrArray *looks, GError **error)
{
  g_autoptr(GByteArray) answer = g_byte_array_new();
  Numbers numbers = {answer, 0};
  if (looks->len > 0 && !relata_graphviz_ask(graphviz, request, answer, error))
    return FALSE;
  for (guint i = 0; i < looks->len; i++) {
    double node[RELATA_NODE_NUMBERS];
    if (!take(&numbers, node, RELATA_NODE_NUMBERS))
      return refuse_numbers(error);
    const RelataPoint extent = {node[2], node[3]};
    g_hash_table_insert(graphviz->measured, g_strdup(g_ptr_array_index(looks, i)),
                        g_memdup2(&extent, sizeof extent));
  }
  return TRUE;
}

gboolean
relata_graphviz_measure(RelataGraphviz *graphviz, const GPtrArray *glyphs, const char *fonts, GError **error)
{
  g_autoptr(GByteArray) request = relata_request_new("texts", "nop2", "");
  g_autoptr(GPtrArray) looks = g_ptr_array_new();
  g_autoptr(GHashTable) asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    g_autofree char *key = glyph->text != NULL ? look(glyph, fonts) : NULL;
    if (key == NULL || g_hash_table_contains(graphviz->measured, key) || g_hash_table_contains(asked, key))
      continue;
    add_text(request, looks->len, glyph, fonts);
    g_ptr_array_add(looks, key);
    g_hash_table_add(asked, g_steal_pointer(&key));
  }
  if (!ask_extents(graphviz, request, looks, error))
    return FALSE;
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    g_autofree char *key = glyph->text != NULL ? look(glyph, fonts) : NULL;
    if (key == NULL)
      continue;
    const RelataPoint *extent = g_hash_table_lookup(graphviz->measured, key);
    glyph->text_width = extent->x;
    glyph->text_height = extent->y;
  }
  return TRUE;
}

/* ── Layout ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
take_curve(Numbers *numbers, RelataCurve *curve)
{
  double edge[RELATA_EDGE_NUMBERS];
  if (!take(numbers, edge, RELATA_EDGE_NUMBERS) || !(edge[0] >= 0) || edge[0] > G_MAXUINT32)
    return FALSE;
  const guint n = (guint)edge[0];
  if (n == 0)
    return TRUE;
  if (n > (numbers->answer->len - numbers->at) / sizeof(RelataPoint))
    return FALSE;
  g_free(curve->points);
  curve->n_points = n;
  curve->points = g_new(RelataPoint, n);
  curve->has_start = edge[1] > 0;
  curve->has_end = edge[2] > 0;
  curve->start = (RelataPoint){edge[3], edge[4]};
  curve->end = (RelataPoint){edge[5], edge[6]};
  return take(numbers, &curve->points->x, (gsize)n * 2);
}

static gboolean
take_places(const GByteArray *answer, const GPtrArray *glyphs, const GPtrArray *curves, gboolean routed)
{
  Numbers numbers = {answer, 0};
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    double node[RELATA_NODE_NUMBERS];
    if (!take(&numbers, node, RELATA_NODE_NUMBERS))
      return FALSE;
    glyph->x = node[0];
    glyph->y = node[1];
  }
  for (guint i = 0; routed && i < curves->len; i++)
    if (!take_curve(&numbers, g_ptr_array_index(curves, i)))
      return FALSE;
  return TRUE;
}

static void
set_layout(GByteArray *request, const RelataLayoutOptions *options)
{
  relata_request_set(request, "splines", options->routed ? "true" : "none");
  relata_request_set(request, "start", "random7");
  relata_request_set(request, "overlap", "true"); /* draw/layout/separate.c removes overlaps */
  relata_request_set_number(request, "nodesep", "%.3f", options->gap * 2 / 72);
  relata_request_set_number(request, "ranksep", "%.3f", options->layer_gap / 72);
  if (options->ratio > 0)
    relata_request_set_number(request, "ratio", "%.4f", options->ratio);
  relata_request_set(request, "rankdir", options->across ? "LR" : "TB");
  /* Without these limits, dot may spend many seconds on one ordering. */
  relata_request_set(request, "nslimit", "2");
  relata_request_set(request, "nslimit1", "2");
}

static void
add_glyph(GByteArray *request, const GPtrArray *glyphs, guint index, const RelataLayoutOptions *options)
{
  const RelataGlyph *glyph = g_ptr_array_index(glyphs, index);
  g_autofree char *name = g_strdup_printf("glyph%u", index);
  relata_request_add_node(request, name);
  relata_request_set(request, "label", "");
  relata_request_set_shape(request, glyph->shape);
  relata_request_set_extent(request, glyph);
  if (g_str_equal(options->engine, "fdp")) { /* its own initial positions differ from run to run */
    const double angle = 2 * G_PI * index / glyphs->len, radius = 20.0 * glyphs->len;
    relata_request_set_point(request, "pos", "%.3f", radius * cos(angle), radius * sin(angle), "");
  }
}

static void
add_curve(GByteArray *request, guint index, const RelataCurve *curve, const RelataLayoutOptions *options)
{
  g_autofree char *key = g_strdup_printf("e%u", index);
  relata_request_add_edge(request, curve->from, curve->to, key);
  relata_request_set_line(request, curve);
  if (curve->from >= options->n_ends)
    relata_request_set(request, "tailport", options->across ? "e" : "s");
  if (curve->to >= options->n_ends)
    relata_request_set(request, "headport", options->across ? "w" : "n");
  if (curve->length > 0)
    relata_request_set_number(request, "len", "%.3f", curve->length / 72);
}

gboolean
relata_graphviz_layout(RelataGraphviz *graphviz, const GPtrArray *glyphs, const GPtrArray *curves,
                       const RelataLayoutOptions *options, GError **error)
{
  g_autoptr(GByteArray) request = relata_request_new("layout", options->engine, ""),
                        answer = g_byte_array_new();
  set_layout(request, options);
  for (guint i = 0; i < glyphs->len; i++)
    add_glyph(request, glyphs, i, options);
  for (guint i = 0; i < curves->len; i++)
    add_curve(request, i, g_ptr_array_index(curves, i), options);
  if (!relata_graphviz_ask(graphviz, request, answer, error))
    return FALSE;
  return take_places(answer, glyphs, curves, options->routed) || refuse_numbers(error);
}
