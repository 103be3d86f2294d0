/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A drawing: what stands in the middle of a sheet, between its words. Everything in it has its place. */
#ifndef RELATA_DRAW_DRAWING_H
#define RELATA_DRAW_DRAWING_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* All arrays own what they hold. */
typedef struct {
  GPtrArray *frames; /* of RelataGlyph: painted behind everything else */
  GPtrArray *glyphs; /* of RelataGlyph */
  GPtrArray *curves; /* of RelataCurve between glyphs, which they name by index */
  RelataBox room;    /* what the sheet gives it: at least the box of all that it holds */
} RelataDrawing;

RelataDrawing *relata_drawing_new(void);
void relata_drawing_free(RelataDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataDrawing, relata_drawing_free)

/* Copies the actors, links and boxes of a diagram that is laid out, so that the diagram can be drawn again.
 * Takes the labels (RelataGlyph, placed) out of their array. O(glyphs + curves). Free with
 * relata_drawing_free(). */
RelataDrawing *relata_drawing_of_diagram(const RelataDiagram *diagram, GPtrArray *labels);

/* The box of everything in a diagram that is laid out, with these labels (RelataGlyph, placed). Of nothing it
 * is a point. O(glyphs + curves). */
RelataBox relata_drawing_bounds(const RelataDiagram *diagram, const GPtrArray *labels);

G_END_DECLS

#endif
