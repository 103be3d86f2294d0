/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sheet: a picture as plain structs. Every style is decided, nothing here knows of Graphviz or of
 * corpora. Lengths are points (1/72 inch), y grows upwards, places are centres. */
#ifndef RELATA_DRAW_SHEET_SHEET_H
#define RELATA_DRAW_SHEET_SHEET_H

#include "corpus/schema.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double x, y;
} RelataPoint;

typedef struct {
  double left, bottom, right, top;
} RelataBox;

/* The parts of a picture, in the order in which they are read. */
typedef enum {
  RELATA_PART_HEADING,
  RELATA_PART_MARKS,   /* bands behind what is marked: they lie behind the drawing, and say nothing by
                          themselves */
  RELATA_PART_DRAWING, /* actors and ties, by their turn */
  RELATA_PART_LABELS,  /* what stands at ties: said with them, and drawn over them */
  RELATA_PART_LEGEND,
  RELATA_PART_SOURCES,
  RELATA_PART_CAPTION,
  RELATA_N_PARTS
} RelataPart;

/* A shape with a text in it; of shape PLAIN the text alone, or on a ground where `fill` is set. Colours are
 * "#rrggbb", NULL for none, and borrowed (interned). Text from strangers is already safe to show. */
typedef struct {
  char *id, *classes; /* for the SVG; NULL for none */
  char *text;         /* lines parted by '\n'; NULL for none */
  char *tooltip;      /* likewise */
  char *url;          /* http(s), or NULL */
  char *spoken;       /* for those who hear the picture: what can be focused has it, else NULL */
  RelataPart part;
  guint turn; /* where in its part it is read; equal ones in the order of the sheet */
  RelataShape shape;
  const char *fill, *stroke, *ink;
  RelataLine line;    /* of the outline; UNSET: solid */
  const char *marker; /* the colour of a broad band behind it, or NULL */
  double stroke_width, font_size;
  gboolean bold;
  gboolean left; /* lines begin at one edge; else they are centred */
  double text_width, text_height;
  double x, y, width, height;
} RelataGlyph;

/* A line between two glyphs, named by their index: a row of Bézier curves (1 + 3k points), and where
 * arrowheads stand before its beginning and beyond its end, their tips. */
typedef struct {
  char *id, *classes, *tooltip, *spoken; /* as a glyph's */
  RelataPart part;
  guint turn;
  guint from, to;
  const char *color;
  double width;
  guint strands;      /* parallel ones that the line is made of; 1: it is solid */
  double strand;      /* the width of each; the rest of `width` is between them */
  gboolean core;      /* lies in the curve before it on the sheet, and is one line with it */
  const char *marker; /* the colour of a broad band behind it, or NULL */
  RelataLine line;
  const char *head, *tail; /* arrowheads by Graphviz's names, "none" for none */
  double head_size;
  double length; /* wished for between the glyphs' centres; 0: no wish */
  double room;   /* wished for between their outlines, across: the width of what stands at the line */
  guint n_points;
  RelataPoint *points;
  gboolean has_start, has_end;
  RelataPoint start, end;
} RelataCurve;

typedef struct {
  GPtrArray
      *frames; /* of RelataGlyph: outlines behind all glyphs, with an id, without text and fill; owned */
  GPtrArray *glyphs;              /* of RelataGlyph; owned */
  GPtrArray *curves;              /* of RelataCurve; owned */
  double width, height;           /* of the sheet, which begins at (0, 0) */
  guint pixels_wide, pixels_high; /* 0: as many as make it well readable */
  double paper_wide, paper_high;  /* that it fills, in millimetres; 0: none */
  const char *ground;             /* the sheet's colour */
  const char *fonts;              /* a CSS list */
  char *title; /* the picture in a line, and in a few sentences, for those who do not see it */
  char *description;
} RelataSheet;

RelataSheet *relata_sheet_new(void);
void relata_sheet_free(RelataSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSheet, relata_sheet_free)

/* Gives the sheet a greater height: the room is added at its lower edge. */
void relata_sheet_heighten(RelataSheet *sheet, double height);

/* The id, or where there is none the kind and number: what a picture's element is found by. Newly allocated.
 */
char *relata_sheet_id(const char *id, const char *kind, guint index);

RelataGlyph *relata_glyph_new(const char *text, double font_size, const char *ink);
RelataGlyph *relata_glyph_copy(const RelataGlyph *glyph); /* with everything in it */
void relata_glyph_free(RelataGlyph *glyph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataGlyph, relata_glyph_free)
/* The box of what is drawn of it. */
RelataBox relata_glyph_box(const RelataGlyph *glyph);
/* The box that holds the box and the point. */
RelataBox relata_box_unite(RelataBox box, RelataPoint point);
/* The box that holds all of them (RelataGlyph); of none RELATA_BOX_EMPTY, which holds nothing. */
RelataBox relata_glyphs_box(const GPtrArray *glyphs);
#define RELATA_BOX_EMPTY ((RelataBox){G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE})

/* Moves all of them (RelataGlyph) away from the origin by these factors; their sizes stay. */
void relata_glyphs_scale(GPtrArray *glyphs, double across, double along);

RelataCurve *relata_curve_new(guint from, guint to);
RelataCurve *relata_curve_copy(const RelataCurve *curve); /* with everything in it */
/* A copy of its style; without id, tooltip and points. */
RelataCurve *relata_curve_copy_style(const RelataCurve *curve);
/* Makes a placed curve one of several strands: appends the curves that lie in it, of the ground's colour and
 * its own in turn, and its heads as curves of their own, which it then has no more. */
void relata_curve_split_strands(RelataCurve *curve, const char *ground, GPtrArray *curves);
void relata_curve_free(RelataCurve *curve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataCurve, relata_curve_free)
/* Makes it the straight line between two points, with the heads' tips at its ends. */
void relata_curve_set_straight(RelataCurve *curve, RelataPoint start, RelataPoint end);
void relata_curve_move(RelataCurve *curve, double dx, double dy);
/* The curve as a polyline, heads included, `steps` pieces for each Bézier curve; newly allocated. */
RelataPoint *relata_curve_flatten(const RelataCurve *curve, guint steps, guint *n);
/* How long an arrowhead is. */
double relata_curve_head_length(const RelataCurve *curve);

/* How large a shape must be to hold a text of that size. */
void relata_shape_fit(RelataShape shape, double text_width, double text_height, double *width,
                      double *height);

/* Breaks a text at spaces into at most `lines` ≥ 1 lines of about equal length, near `width` ≥ 2 code points
 * or below where words allow it. Of a text above lines · width code points the rest is "…". Newly allocated.
 */
char *relata_wrap(const char *text, guint width, guint lines);

G_END_DECLS

#endif
