/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The theme: which colours, fonts and sizes stand for what. draw/sheet/theme_file.h reads one. */
#ifndef RELATA_DRAW_SHEET_THEME_H
#define RELATA_DRAW_SHEET_THEME_H

#include "draw/sheet/sheet.h"
#include "draw/sheet/theme_file.h"

G_BEGIN_DECLS

/* How a tie looks, or a bundle of ties. MIXED: the same two actors are both hostile and friendly. */
typedef enum {
  RELATA_SIGN_NEGATIVE,
  RELATA_SIGN_NEUTRAL,
  RELATA_SIGN_POSITIVE,
  RELATA_SIGN_MIXED,
  RELATA_N_SIGNS
} RelataSignLook;

extern const char *const relata_sign_names[RELATA_N_SIGNS]; /* in files and classes: "negative" */

typedef struct {
  const char *name;  /* for classes: "negative" */
  const char *label; /* for the legend: "hostile" */
  const char *line;  /* the line's colour, ≥ 3:1 on the ground */
  const char *ink;   /* its label's colour, ≥ 4.5:1 on the ground */
  const char *head;  /* the arrowhead, so that the sign reads without colour too */
  guint strands;     /* as is the number of parallel strands that its line is made of: 1, 2 or 3 */
  double weight;     /* a strand's width, as a multiple of that of a plain line */
} RelataSignStyle;

typedef struct {
  const char *fill;   /* light: ≥ 4.5:1 for the ink on it */
  const char *stroke; /* its dark: ≥ 3:1 on the ground and on the fill */
} RelataTint;

#define RELATA_MOST_TINTS 24

/* Colours are "#rrggbb" and all strings interned; lengths are points. */
struct RelataTheme {
  const char *ground, *ink, *soft_ink, *rule; /* sheet, text, lesser text, dividing lines */
  const char *marker;                         /* as of a highlighter: behind what is new */
  const char *fonts;                          /* a CSS list: comma between them, the last a generic one */
  RelataSignStyle signs[RELATA_N_SIGNS];
  RelataTint tints[RELATA_MOST_TINTS]; /* by actor type, in the schema's order, and again from the first */
  guint n_tints;
  double title, subtitle, legend, caption; /* words around the drawing */
  double smallest_name, largest_name;      /* actors' names */
  double even_name;                        /* … where none is to stand out by its size */
  double tie_label;
  double outline, strong_outline; /* of actors; of those high in rank */
  double asked_outline;           /* of who was asked about: plain to see beside the others */
  double line, line_step;         /* a line's width with one independent origin, and more for each other */
  double widest_line;
  double strand_gap; /* between the strands of a line */
  double rule_width;
  RelataTheme *dark; /* the same with other colours, for readers who prefer a dark sheet; or NULL */
};

/* −1, 0, +1 as a look. */
RelataSignLook relata_theme_sign(int sign);
/* The sign's arrowhead; `disputed`: with a bar behind it. Interned. */
const char *relata_theme_head(const RelataTheme *theme, RelataSignLook look, gboolean disputed);
/* A name's size for a score as a share of the highest (0 … 1). */
double relata_theme_name_size(const RelataTheme *theme, double share);
/* A plain line's width for a corroboration ≥ 1. */
double relata_theme_line_width(const RelataTheme *theme, guint corroboration);
/* How large an arrowhead is on a line of that width, as a multiple of Graphviz's. */
double relata_theme_head_size(double line_width);
/* Gives a curve the sign's colour, strands, width and size of heads; which heads is the caller's to set. */
void relata_theme_set_line(const RelataTheme *theme, RelataSignLook look, guint corroboration,
                           RelataCurve *curve);
RelataTint relata_theme_tint(const RelataTheme *theme, guint type);
/* The colour in interned form where it is "#rrggbb", else NULL: corpora are not trusted with more. */
const char *relata_theme_color(const char *color);
/* WCAG 2.1's contrast of two "#rrggbb": 1 … 21. */
double relata_theme_contrast(const char *a, const char *b);
/* The colour darkened on a light ground, lightened on a dark one, until it has the contrast on it; interned.
 */
const char *relata_theme_darken(const char *color, const char *ground, double contrast);
/* The marker of a theme that names none: yellow with as much of the ground as lets the ink be read on it. */
const char *relata_theme_find_marker(const char *ground, const char *ink);
/* The sign's colour, pale: a fill for what may have been. Interned. */
const char *relata_theme_pale(const RelataTheme *theme, RelataSignLook look);

/* What is drawn on what, in a theme. */
typedef struct {
  const char *front, *back;             /* JSON Pointers into the theme's file */
  const char *front_color, *back_color; /* what stands there */
  double needed, has;                   /* contrast: 4.5 for text, 3 for lines */
} RelataContrast;

#define RELATA_CONTRAST_TEXT 4.5
#define RELATA_CONTRAST_LINE 3.0

/* Every such pair, those of the dark theme too; the record is good during the call. */
typedef void (*RelataContrastVisit)(const RelataContrast *contrast, gpointer data);
void relata_theme_contrasts(const RelataTheme *theme, RelataContrastVisit visit, gpointer data);

/* What a colour of the theme's pictures is for. */
typedef enum { RELATA_COLOR_OF_TEXT, RELATA_COLOR_OF_LINE, RELATA_COLOR_OF_FILL } RelataColorUse;

/* What stands for a colour in the theme's dark part, which it must have; a colour that is none of the theme's
 * own, as a relation's, is made to show on the dark ground. Interned. */
const char *relata_theme_dark_color(const RelataTheme *theme, const char *color, RelataColorUse use);

/* A colour of the theme that also stands for something else, whose dark colour it gets. */
typedef struct {
  const char *pointer; /* JSON Pointer into the theme's file */
  const char *light, *becomes, *wanted;
} RelataDarkClash;

/* Every one, for a theme with a dark part; the record is good during the call. */
typedef void (*RelataDarkClashVisit)(const RelataDarkClash *clash, gpointer data);
void relata_theme_dark_clashes(const RelataTheme *theme, RelataDarkClashVisit visit, gpointer data);

G_END_DECLS

#endif
