/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/boxes.h"

#include "draw/layout/arrange.h"
#include "draw/layout/refine.h"
#include "draw/layout/spacing.h"

/* A part that is arranged as one: the actors of a cluster, or the boxes with the actors outside them. */
typedef struct {
  GPtrArray *glyphs;
  GPtrArray *curves; /* owned copies, whose ends are indices in glyphs */
  GArray *words;     /* of double: the areas of the labels of the curves */
} Part;

static Part
part_new(void)
{
  return (Part){g_ptr_array_new(), g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free),
                g_array_new(FALSE, FALSE, sizeof(double))};
}

static void
part_clear(Part *part)
{
  g_ptr_array_unref(part->glyphs);
  g_ptr_array_unref(part->curves);
  g_array_unref(part->words);
}

static RelataDiagramCluster *
cluster_at(const RelataDiagram *diagram, guint index)
{
  return &g_array_index(diagram->clusters, RelataDiagramCluster, index);
}

static void
add_curve(Part *part, const RelataCurve *link, guint from, guint to)
{
  const RelataGlyph *a = g_ptr_array_index(part->glyphs, from), *b = g_ptr_array_index(part->glyphs, to);
  RelataCurve *curve = relata_curve_copy_style(link);
  curve->from = from;
  curve->to = to;
  curve->room = link->room;
  curve->length = (a->width + b->width + a->height + b->height) / 4 + link->room * 0.7 + RELATA_BOX_GAP;
  g_ptr_array_add(part->curves, curve);
}

/* Returns by link the area of its labels. */
static double *
measure_words(const RelataDiagram *diagram)
{
  double *words = g_new0(double, MAX(diagram->links->len, 1));
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    words[label->link] += RELATA_WORDS_AIR * label->glyph->width * label->glyph->height;
  }
  return words;
}

/* Puts the box around its actors. It may be wider than they are, if its title needs that. */
static void
enclose(RelataDiagramCluster *cluster, RelataBox members)
{
  const double width = MAX(members.right - members.left, cluster->title->width);
  const double height = members.top - members.bottom + cluster->title->height;
  cluster->frame->width = width + 2 * RELATA_BOX_PADDING;
  cluster->frame->height = height + 2.5 * RELATA_BOX_PADDING;
  cluster->frame->x = (members.left + members.right) / 2;
  cluster->frame->y = members.bottom - RELATA_BOX_PADDING + cluster->frame->height / 2;
}

static void
place_title(const RelataDiagramCluster *cluster)
{
  const RelataBox box = relata_glyph_box(cluster->frame);
  cluster->title->x = box.left + RELATA_BOX_PADDING + cluster->title->width / 2;
  cluster->title->y = box.top - RELATA_BOX_PADDING * 0.75 - cluster->title->height / 2;
}

/* Returns the area of a box in which its actors may stand. */
static RelataBox
inside(const RelataDiagramCluster *cluster)
{
  const RelataBox box = relata_glyph_box(cluster->frame);
  return (RelataBox){box.left + RELATA_BOX_PADDING, box.bottom + RELATA_BOX_PADDING,
                     box.right - RELATA_BOX_PADDING,
                     box.top - 1.5 * RELATA_BOX_PADDING - cluster->title->height};
}

/* Arranges each cluster separately. Afterwards frames have their sizes and are around their actors.
 * places[actor] is its index in its part. */
static gboolean
arrange_inside(RelataDiagram *diagram, const RelataEngine *engine, const double *words, guint *places,
               RelataGraphviz *graphviz, GError **error)
{
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < diagram->clusters->len; i++) {
    Part part = part_new();
    for (guint j = 0; j < diagram->actors->len; j++)
      if (diagram->cluster_of[j] == i) {
        places[j] = part.glyphs->len;
        g_ptr_array_add(part.glyphs, g_ptr_array_index(diagram->actors, j));
      }
    for (guint j = 0; j < diagram->links->len; j++) {
      const RelataCurve *link = g_ptr_array_index(diagram->links, j);
      if (diagram->cluster_of[link->from] != i || diagram->cluster_of[link->to] != i)
        continue;
      add_curve(&part, link, places[link->from], places[link->to]);
      g_array_append_val(part.words, words[j]);
    }
    const RelataArrangement inner = {.glyphs = part.glyphs,
                                     .curves = part.curves,
                                     .words = part.words,
                                     .filled = relata_diagram_fill(diagram, RELATA_FILLED_IN),
                                     .gap = RELATA_GAP,
                                     .ratio = RELATA_DRAWING_RATIO};
    ok = relata_arrange(&inner, engine, graphviz, error);
    if (ok)
      enclose(cluster_at(diagram, i), relata_glyphs_box(part.glyphs));
    part_clear(&part);
  }
  return ok;
}

/* Arranges the boxes and the actors outside them. */
static gboolean
arrange_outside(RelataDiagram *diagram, const RelataEngine *engine, double ratio, const double *words,
                guint *places, RelataGraphviz *graphviz, GError **error)
{
  Part part = part_new();
  for (guint i = 0; i < diagram->clusters->len; i++)
    g_ptr_array_add(part.glyphs, cluster_at(diagram, i)->frame);
  for (guint i = 0; i < diagram->actors->len; i++) {
    const guint cluster = diagram->cluster_of[i];
    places[i] = cluster != RELATA_NONE ? cluster : part.glyphs->len;
    if (cluster == RELATA_NONE)
      g_ptr_array_add(part.glyphs, g_ptr_array_index(diagram->actors, i));
  }
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    if (places[link->from] == places[link->to])
      continue;
    add_curve(&part, link, places[link->from], places[link->to]);
    g_array_append_val(part.words, words[i]);
  }
  const RelataArrangement outer = {.glyphs = part.glyphs,
                                   .curves = part.curves,
                                   .words = part.words,
                                   .filled = relata_diagram_fill(diagram, RELATA_FILLED_OUT),
                                   .gap = RELATA_BOX_GAP,
                                   .ratio = ratio};
  const gboolean ok = relata_arrange(&outer, engine, graphviz, error);
  part_clear(&part);
  return ok;
}

/* Returns the centre, as near to `at` as possible, for something of that extent that must lie within from …
 * to. */
static double
fit(double at, double extent, double from, double to)
{
  return CLAMP(at, from + extent / 2, MAX(to - extent / 2, from + extent / 2));
}

/* Removes from each box the space that its actors no longer need. */
static void
shrink(RelataDiagram *diagram)
{
  for (guint i = 0; i < diagram->clusters->len; i++) {
    RelataDiagramCluster *cluster = cluster_at(diagram, i);
    const RelataBox whole = relata_glyph_box(cluster->frame);
    g_autoptr(GPtrArray) members = g_ptr_array_new();
    for (guint j = 0; j < diagram->actors->len; j++)
      if (diagram->cluster_of[j] == i)
        g_ptr_array_add(members, g_ptr_array_index(diagram->actors, j));
    enclose(cluster, relata_glyphs_box(members));
    cluster->frame->x = fit(cluster->frame->x, cluster->frame->width, whole.left, whole.right);
    cluster->frame->y = fit(cluster->frame->y, cluster->frame->height, whole.bottom, whole.top);
  }
}

/* Refines the positions of actors within their boxes, considering all lines. Actors outside boxes stay. */
static void
refine_inside(RelataDiagram *diagram)
{
  g_autofree RelataBox *cells = g_new(RelataBox, MAX(diagram->actors->len, 1));
  if (diagram->actors->len > RELATA_MOST_REFINED || diagram->links->len > RELATA_MOST_REFINED)
    return;
  for (guint i = 0; i < diagram->actors->len; i++)
    cells[i] = diagram->cluster_of[i] == RELATA_NONE ? relata_glyph_box(g_ptr_array_index(diagram->actors, i))
                                                     : inside(cluster_at(diagram, diagram->cluster_of[i]));
  relata_refine(diagram->actors, diagram->links, RELATA_GAP, cells);
}

gboolean
relata_boxes_arrange(RelataDiagram *diagram, const RelataEngine *engine, double ratio,
                     RelataGraphviz *graphviz, GError **error)
{
  const guint n = diagram->clusters->len;
  g_autofree double *words = measure_words(diagram);
  g_autofree guint *places = g_new(guint, MAX(diagram->actors->len, 1));
  g_autofree RelataPoint *before = g_new0(RelataPoint, MAX(n, 1));
  if (!arrange_inside(diagram, engine, words, places, graphviz, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    before[i] = (RelataPoint){cluster_at(diagram, i)->frame->x, cluster_at(diagram, i)->frame->y};
  if (!arrange_outside(diagram, engine, ratio, words, places, graphviz, error))
    return FALSE;
  for (guint i = 0; i < diagram->actors->len; i++) {
    RelataGlyph *actor = g_ptr_array_index(diagram->actors, i);
    const guint cluster = diagram->cluster_of[i];
    if (cluster == RELATA_NONE)
      continue;
    actor->x += cluster_at(diagram, cluster)->frame->x - before[cluster].x;
    actor->y += cluster_at(diagram, cluster)->frame->y - before[cluster].y;
  }
  refine_inside(diagram);
  shrink(diagram);
  for (guint i = 0; i < n; i++)
    place_title(cluster_at(diagram, i));
  return TRUE;
}

void
relata_boxes_stretch(RelataDiagram *diagram, double by)
{
  relata_glyphs_scale(diagram->actors, by, by);
  for (guint i = 0; i < diagram->clusters->len; i++) {
    RelataGlyph *frame = cluster_at(diagram, i)->frame;
    frame->x *= by;
    frame->y *= by;
    frame->width *= by;
    frame->height *= by;
    place_title(cluster_at(diagram, i));
  }
}
