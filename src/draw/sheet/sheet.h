/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sheet: a picture as plain structs. All styles are decided; nothing here depends on Graphviz or on
 * corpora. Lengths are points (1/72 inch), y grows upwards, positions are centres. */
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
  RELATA_PART_MARKS,   /* bands behind what is marked; they lie behind the drawing and are not read out on
                          their own */
  RELATA_PART_DRAWING, /* actors and ties, in the order of their `turn` */
  RELATA_PART_LABELS,  /* the labels of ties; they are read out with the ties, and drawn over them */
  RELATA_PART_LEGEND,
  RELATA_PART_SOURCES,
  RELATA_PART_CAPTION,
  RELATA_N_PARTS
} RelataPart;

/* A shape with a text in it. The shape PLAIN is the text alone, on a ground if `fill` is set. Colours are
 * "#rrggbb", NULL for none, and borrowed (interned). Texts that came from input are already safe to show. */
typedef struct {
  char *id, *classes; /* for the SVG; NULL for none */
  char *text;         /* lines separated by '\n'; NULL for none */
  char *tooltip;      /* like text */
  char *url;          /* http or https; NULL for none */
  char *spoken;       /* text for screen readers; an element that can be focused has it, others NULL */
  RelataPart part;
  guint turn; /* position in the reading order of its part; equal ones keep the order of the sheet */
  RelataShape shape;
  const char *fill, *stroke, *ink;
  RelataLine line;    /* of the outline; UNSET: solid */
  const char *marker; /* the colour of a broad band behind it; NULL for none */
  double stroke_width, font_size;
  gboolean bold;
  gboolean left; /* lines are aligned to the left, else centred */
  double text_width, text_height;
  double x, y, width, height;
} RelataGlyph;

/* A line between two glyphs, given by their indices: a sequence of Bézier curves (1 + 3k points). Arrowheads
 * stand before its beginning and beyond its end; start and end are their tips. */
typedef struct {
  char *id, *classes, *tooltip, *spoken; /* as in RelataGlyph */
  RelataPart part;
  guint turn;
  guint from, to;
  const char *color;
  double width;
  guint strands;      /* number of parallel strands that the line is made of; 1: a solid line */
  double strand;      /* the width of each strand; the rest of `width` is gaps between them */
  gboolean core;      /* lies in the curve before it on the sheet and forms one line with it */
  const char *marker; /* the colour of a broad band behind it; NULL for none */
  RelataLine line;
  const char *head, *tail; /* arrowheads by Graphviz's names, "none" for none */
  double head_size;
  double length; /* preferred length between the glyphs' centres; 0: no preference */
  double room;   /* preferred distance between their outlines, horizontally: the width of the label of the
                    line */
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
  double width, height;           /* size of the sheet, whose origin is (0, 0) */
  guint pixels_wide, pixels_high; /* 0: as many as are needed to read it well */
  double paper_wide, paper_high;  /* size of the paper that it fills, in millimetres; 0: no paper */
  const char *ground;             /* the sheet's colour */
  const char *fonts;              /* a CSS list */
  char *title;                    /* the picture in one line, and in a few sentences, for screen readers */
  char *description;
} RelataSheet;

RelataSheet *relata_sheet_new(void);
void relata_sheet_free(RelataSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSheet, relata_sheet_free)

/* Increases the height of the sheet. The space is added at its lower edge. */
void relata_sheet_heighten(RelataSheet *sheet, double height);

/* Returns the id; or, if it is NULL, the kind and number. A picture's element is found by it. Newly
 * allocated. */
char *relata_sheet_id(const char *id, const char *kind, guint index);

RelataGlyph *relata_glyph_new(const char *text, double font_size, const char *ink);
RelataGlyph *relata_glyph_copy(const RelataGlyph *glyph); /* a deep copy */
void relata_glyph_free(RelataGlyph *glyph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataGlyph, relata_glyph_free)
/* Returns the box around everything that is drawn of the glyph. */
RelataBox relata_glyph_box(const RelataGlyph *glyph);
/* Returns the box that holds the box and the point. */
RelataBox relata_box_unite(RelataBox box, RelataPoint point);
/* Returns the box that holds all glyphs (RelataGlyph). Of no glyphs it is RELATA_BOX_EMPTY, which holds
 * nothing. */
RelataBox relata_glyphs_box(const GPtrArray *glyphs);
#define RELATA_BOX_EMPTY ((RelataBox){G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE})

/* Multiplies the coordinates of all glyphs (RelataGlyph) by these factors. Their sizes stay. */
void relata_glyphs_scale(GPtrArray *glyphs, double across, double along);

RelataCurve *relata_curve_new(guint from, guint to);
RelataCurve *relata_curve_copy(const RelataCurve *curve); /* a deep copy */
/* Copies a curve's style, without id, tooltip and points. */
RelataCurve *relata_curve_copy_style(const RelataCurve *curve);
/* Makes a placed curve one of several strands. Appends to `curves` the curves that lie in it, in the ground's
 * colour and its own colour in turn. Its arrowheads become curves of their own; the curve loses them. */
void relata_curve_split_strands(RelataCurve *curve, const char *ground, GPtrArray *curves);
void relata_curve_free(RelataCurve *curve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataCurve, relata_curve_free)
/* Makes the curve the straight line between two points, with the tips of its arrowheads at the ends. */
void relata_curve_set_straight(RelataCurve *curve, RelataPoint start, RelataPoint end);
void relata_curve_move(RelataCurve *curve, double dx, double dy);
/* Returns the curve as a polyline of *n points, including arrowheads, with `steps` segments per Bézier curve.
 * Newly allocated. */
RelataPoint *relata_curve_flatten(const RelataCurve *curve, guint steps, guint *n);
/* Returns the length of an arrowhead. */
double relata_curve_head_length(const RelataCurve *curve);

/* Computes how large a shape must be to hold a text of this size. */
void relata_shape_fit(RelataShape shape, double text_width, double text_height, double *width,
                      double *height);

/* Breaks a text at spaces into at most `lines` ≥ 1 lines of about equal length. They have about `width` ≥ 2
 * code points, or fewer where words allow it. What exceeds lines · width code points is replaced by "…".
 * Newly allocated. */
char *relata_wrap(const char *text, guint width, guint lines);

G_END_DECLS

#endif
