/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/drawing.h"

RelataDrawing *
relata_drawing_new(void)
{
  RelataDrawing *drawing = g_new0(RelataDrawing, 1);
  drawing->frames = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  drawing->glyphs = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  drawing->curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  drawing->room = RELATA_BOX_EMPTY;
  return drawing;
}

void
relata_drawing_free(RelataDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_ptr_array_unref(drawing->frames);
  g_ptr_array_unref(drawing->glyphs);
  g_ptr_array_unref(drawing->curves);
  g_free(drawing);
}

RelataDrawing *
relata_drawing_of_diagram(const RelataDiagram *diagram, GPtrArray *labels)
{
  RelataDrawing *drawing = relata_drawing_new();
  drawing->room =
      diagram->room.left <= diagram->room.right ? diagram->room : relata_drawing_bounds(diagram, labels);
  for (guint i = 0; i < diagram->actors->len; i++)
    g_ptr_array_add(drawing->glyphs, relata_glyph_copy(g_ptr_array_index(diagram->actors, i)));
  for (guint i = 0; i < diagram->links->len; i++)
    g_ptr_array_add(drawing->curves, relata_curve_copy(g_ptr_array_index(diagram->links, i)));
  for (guint i = 0; i < diagram->clusters->len; i++) {
    const RelataDiagramCluster *cluster = &g_array_index(diagram->clusters, RelataDiagramCluster, i);
    g_ptr_array_add(drawing->frames, relata_glyph_copy(cluster->frame));
    g_ptr_array_add(drawing->glyphs, relata_glyph_copy(cluster->title));
  }
  while (labels->len > 0)
    g_ptr_array_add(drawing->glyphs, g_ptr_array_steal_index(labels, 0));
  return drawing;
}

RelataBox
relata_drawing_bounds(const RelataDiagram *diagram, const GPtrArray *labels)
{
  const RelataBox words = relata_glyphs_box(labels);
  RelataBox box = relata_glyphs_box(diagram->actors);
  if (labels->len > 0) {
    box = relata_box_unite(box, (RelataPoint){words.left, words.bottom});
    box = relata_box_unite(box, (RelataPoint){words.right, words.top});
  }
  for (guint i = 0; i < diagram->clusters->len; i++) {
    const RelataBox frame = relata_glyph_box(g_array_index(diagram->clusters, RelataDiagramCluster, i).frame);
    box = relata_box_unite(box, (RelataPoint){frame.left, frame.bottom});
    box = relata_box_unite(box, (RelataPoint){frame.right, frame.top});
  }
  for (guint i = 0; i < diagram->links->len; i++) {
    guint n;
    g_autofree RelataPoint *line = relata_curve_flatten(g_ptr_array_index(diagram->links, i), 8, &n);
    for (guint j = 0; j < n; j++)
      box = relata_box_unite(box, line[j]);
  }
  if (box.left > box.right)
    return (RelataBox){0, 0, 0, 0};
  return box;
}
