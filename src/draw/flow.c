/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/flow.h"

#include <string.h>

/* The size of a printed sheet at the drawing's own scale. A larger drawing is reduced. */
#define SHEET_WIDTH  700.0
#define SHEET_HEIGHT 900.0
#define LINE_LENGTH  18.0 /* least length of a line before and after a label */
#define STUB         7.0  /* least length of a line beside a head */
#define AIR          3.0  /* space beside a label */
#define SEAM         0.5  /* overlap of two labels' grounds; else the line would show between them */

/* A layout to try: the actors, followed by a box for each link with labels, which interrupts its line. So a
 * link is one curve or two. */
typedef struct {
  GPtrArray *glyphs; /* of RelataGlyph */
  GPtrArray *curves; /* of RelataCurve */
  guint *boxes;      /* by link: the index of its box in glyphs, or RELATA_NONE */
  gboolean *turned;  /* by link: whether it is laid out in reverse */
} Trial;

static void
trial_free(Trial *trial)
{
  g_ptr_array_unref(trial->glyphs);
  g_ptr_array_unref(trial->curves);
  g_free(trial->boxes);
  g_free(trial->turned);
  g_free(trial);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Trial, trial_free)

/* ── Layers ──────────────────────────────────────────────────────────────────────────────── */

typedef enum { UNSEEN, OPEN, DONE } State;

/* Depth-first search. A link back to an actor on the current search path closes a cycle and is reversed. The
 * recursion is no deeper than the number of actors, which is small. */
static void
search(const RelataDiagram *diagram, guint actor, State *states, gboolean *turned)
{
  states[actor] = OPEN;
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    if (link->from != actor)
      continue;
    turned[i] = states[link->to] == OPEN;
    if (states[link->to] == UNSEEN)
      search(diagram, link->to, states, turned);
  }
  states[actor] = DONE;
}

/* Layers require an acyclic graph. Dot would break cycles itself, but in the middle of a link, because it
 * takes the pieces of a link for links. */
static gboolean *
open_circles(const RelataDiagram *diagram)
{
  gboolean *turned = g_new0(gboolean, MAX(diagram->links->len, 1));
  g_autofree State *states = g_new0(State, MAX(diagram->actors->len, 1));
  g_autofree gboolean *reached = g_new0(gboolean, MAX(diagram->actors->len, 1));
  for (guint i = 0; i < diagram->links->len; i++)
    reached[((const RelataCurve *)g_ptr_array_index(diagram->links, i))->to] = TRUE;
  /* Searches from the actor where reading starts; then from actors that no link leads to; then from the rest,
   * which are only in cycles. */
  search(diagram, diagram->start, states, turned);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < diagram->actors->len; i++)
      if (states[i] == UNSEEN && (round == 1 || !reached[i]))
        search(diagram, i, states, turned);
  return turned;
}

/* ── A trial ─────────────────────────────────────────────────────────────────────────────── */

static RelataGlyph *
add_box(Trial *trial, RelataShape shape, double width, double height)
{
  RelataGlyph *glyph = relata_glyph_new(NULL, 1, NULL);
  glyph->shape = shape;
  glyph->width = width;
  glyph->height = height;
  g_ptr_array_add(trial->glyphs, glyph);
  return glyph;
}

static void
add_label_boxes(const RelataDiagram *diagram, Trial *trial)
{
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    guint *box = &trial->boxes[label->link];
    if (*box == RELATA_NONE) {
      *box = trial->glyphs->len;
      add_box(trial, RELATA_SHAPE_BOX, 0, 2 * AIR);
    }
    RelataGlyph *glyph = g_ptr_array_index(trial->glyphs, *box);
    glyph->width = MAX(glyph->width, label->glyph->width + 2 * AIR);
    glyph->height += label->glyph->height;
  }
}

static void
add_curves(const RelataDiagram *diagram, Trial *trial, guint index)
{
  const RelataCurve *link = g_ptr_array_index(diagram->links, index);
  const guint box = trial->boxes[index];
  RelataCurve *curve = relata_curve_copy_style(link);
  curve->length = 0;
  g_ptr_array_add(trial->curves, curve);
  if (trial->turned[index]) {
    curve->from = link->to;
    curve->to = link->from;
    curve->head = link->tail;
    curve->tail = link->head;
  }
  if (box == RELATA_NONE)
    return;
  RelataCurve *behind = relata_curve_copy_style(curve);
  behind->from = curve->to = box;
  behind->tail = curve->head = "none";
  g_ptr_array_add(trial->curves, behind);
}

static Trial *
trial_new(const RelataDiagram *diagram)
{
  Trial *trial = g_new0(Trial, 1);
  trial->glyphs = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  trial->curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  trial->turned = open_circles(diagram);
  trial->boxes = g_new(guint, MAX(diagram->links->len, 1));
  for (guint i = 0; i < diagram->links->len; i++)
    trial->boxes[i] = RELATA_NONE;
  for (guint i = 0; i < diagram->actors->len; i++) {
    const RelataGlyph *actor = g_ptr_array_index(diagram->actors, i);
    add_box(trial, actor->shape, actor->width, actor->height);
  }
  add_label_boxes(diagram, trial);
  for (guint i = 0; i < diagram->links->len; i++)
    add_curves(diagram, trial, i);
  return trial;
}

/* Returns the length of a line before and after a label: space for the longest head and a piece of line. */
static double
line_length(const RelataDiagram *diagram)
{
  double longest = LINE_LENGTH;
  for (guint i = 0; i < diagram->links->len; i++)
    longest = MAX(longest, relata_curve_head_length(g_ptr_array_index(diagram->links, i)) + STUB);
  return longest;
}

static Trial *
try_layout(const RelataDiagram *diagram, double gap, gboolean across, RelataGraphviz *graphviz,
           GError **error)
{
  g_autoptr(Trial) trial = trial_new(diagram);
  const RelataLayoutOptions options = {.engine = "dot",
                                       .gap = gap,
                                       .layer_gap = line_length(diagram),
                                       .routed = TRUE,
                                       .across = across,
                                       .n_ends = diagram->actors->len};
  if (!relata_graphviz_layout(graphviz, trial->glyphs, trial->curves, &options, error))
    return NULL;
  return g_steal_pointer(&trial);
}

/* Returns the scale at which the drawing fits a sheet, at most 1. */
static double
kept(const Trial *trial)
{
  const RelataBox box = relata_glyphs_box(trial->glyphs);
  const double across = SHEET_WIDTH / MAX(box.right - box.left, 1);
  const double along = SHEET_HEIGHT / MAX(box.top - box.bottom, 1);
  return MIN(1, MIN(across, along));
}

/* ── From the trial to the diagram ───────────────────────────────────────────────────────── */

/* Joins a link from the pieces before and behind its box, by a straight piece under the labels. */
static void
join(RelataCurve *link, const RelataCurve *before, const RelataCurve *behind)
{
  link->has_start = before->has_start;
  link->start = before->start;
  link->has_end = behind->has_end;
  link->end = behind->end;
  g_clear_pointer(&link->points, g_free);
  link->n_points = 0;
  if (before->n_points == 0 || behind->n_points == 0)
    return;
  const RelataPoint a = before->points[before->n_points - 1], b = behind->points[0];
  link->n_points = before->n_points + 2 + behind->n_points;
  link->points = g_new(RelataPoint, link->n_points);
  memcpy(link->points, before->points, before->n_points * sizeof a);
  link->points[before->n_points] = (RelataPoint){(2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3};
  link->points[before->n_points + 1] = (RelataPoint){(a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3};
  memcpy(&link->points[before->n_points + 2], behind->points, behind->n_points * sizeof a);
}

static void
take_points(RelataCurve *link, RelataCurve *curve)
{
  link->has_start = curve->has_start;
  link->start = curve->start;
  link->has_end = curve->has_end;
  link->end = curve->end;
  g_free(link->points);
  link->points = g_steal_pointer(&curve->points);
  link->n_points = curve->n_points;
}

static void
turn(RelataCurve *link)
{
  const RelataPoint start = link->start;
  const gboolean has_start = link->has_start;
  link->start = link->end;
  link->has_start = link->has_end;
  link->end = start;
  link->has_end = has_start;
  for (guint i = 0; i < link->n_points / 2; i++) {
    const RelataPoint point = link->points[i];
    link->points[i] = link->points[link->n_points - 1 - i];
    link->points[link->n_points - 1 - i] = point;
  }
}

static void
adopt(RelataDiagram *diagram, Trial *trial)
{
  for (guint i = 0; i < diagram->actors->len; i++) {
    RelataGlyph *actor = g_ptr_array_index(diagram->actors, i);
    const RelataGlyph *placed = g_ptr_array_index(trial->glyphs, i);
    actor->x = placed->x;
    actor->y = placed->y;
  }
  for (guint i = 0, at = 0; i < diagram->links->len; i++) {
    RelataCurve *link = g_ptr_array_index(diagram->links, i);
    RelataCurve *curve = g_ptr_array_index(trial->curves, at++);
    if (trial->boxes[i] == RELATA_NONE)
      take_points(link, curve);
    else
      join(link, curve, g_ptr_array_index(trial->curves, at++));
    if (trial->turned[i])
      turn(link);
  }
  /* Labels of a link are below each other; they fill the box from above. Their grounds form one block, so
   * that the line does not show in its corners. */
  for (guint i = 0; i < diagram->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    RelataGlyph *box = g_ptr_array_index(trial->glyphs, trial->boxes[label->link]);
    const double top = box->y + box->height / 2 - AIR;
    label->glyph->x = box->x;
    label->glyph->y = top - label->glyph->height / 2;
    label->placed = TRUE;
    box->height -= label->glyph->height;
    box->y -= label->glyph->height / 2;
    label->glyph->height += 2 * SEAM;
    label->glyph->width = box->width - 2 * AIR;
  }
}

gboolean
relata_flow(RelataDiagram *diagram, double gap, gboolean *down, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(Trial) across = try_layout(diagram, gap, TRUE, graphviz, error);
  if (across == NULL)
    return FALSE;
  g_autoptr(Trial) other = kept(across) < 1 ? try_layout(diagram, gap, FALSE, graphviz, error) : NULL;
  if (kept(across) < 1 && other == NULL)
    return FALSE;
  *down = other != NULL && kept(other) > kept(across);
  adopt(diagram, *down ? other : across);
  return TRUE;
}
