/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The theme: which colours, fonts and sizes stand for what. */
#ifndef RELATA_DRAW_THEME_H
#define RELATA_DRAW_THEME_H

#include "draw/sheet.h"

G_BEGIN_DECLS

/* How a tie looks, or a bundle of ties. MIXED: the same two actors are both hostile and friendly. */
typedef enum {
  RELATA_SIGN_NEGATIVE,
  RELATA_SIGN_NEUTRAL,
  RELATA_SIGN_POSITIVE,
  RELATA_SIGN_MIXED,
  RELATA_N_SIGNS
} RelataSignLook;

typedef struct {
  const char *name;  /* for classes: "negative" */
  const char *label; /* for the legend: "hostile" */
  const char *line;  /* the line's colour, ≥ 3:1 on the ground */
  const char *ink;   /* its label's colour, ≥ 4.5:1 on the ground */
  const char *head;  /* the arrowhead, so that the sign reads without colour too */
} RelataSignStyle;

typedef struct {
  const char *fill;   /* light: ≥ 4.5:1 for the ink on it */
  const char *stroke; /* its dark: ≥ 3:1 on the ground */
} RelataTint;

typedef struct {
  const char *ground, *ink, *soft_ink, *rule; /* page, text, lesser text, dividing lines */
  const char *marker;                         /* as of a highlighter: behind what is new */
  const char *fonts;                          /* a CSS list */
  RelataSignStyle signs[RELATA_N_SIGNS];
  RelataTint tints[12];               /* by actor type, in the schema's order */
  double smallest_name, largest_name; /* actors' names, in points */
  double even_name;                   /* … where none is to stand out by its size */
  double asked_outline;               /* the outline of who was asked about: plain to see beside the others */
  double tie_label;
} RelataTheme;

extern const RelataTheme relata_theme_print;

/* −1, 0, +1 as a look. */
RelataSignLook relata_theme_sign(int sign);
/* A name's size for a score as a share of the highest (0 … 1). */
double relata_theme_name_size(const RelataTheme *theme, double share);
/* A line's width for a corroboration ≥ 1. */
double relata_theme_line_width(guint corroboration);
RelataTint relata_theme_tint(const RelataTheme *theme, guint type);
/* The colour in interned form where it is "#rrggbb", else NULL: corpora are not trusted with more. */
const char *relata_theme_color(const char *color);
/* WCAG 2.1's contrast of two "#rrggbb": 1 … 21. */
double relata_theme_contrast(const char *a, const char *b);
/* The colour darkened until it has the contrast on the ground; interned. */
const char *relata_theme_darken(const char *color, const char *ground, double contrast);
/* The colour with a share (0 … 1) of another in it; interned. */
const char *relata_theme_blend(const char *color, const char *other, double share);

G_END_DECLS

#endif
