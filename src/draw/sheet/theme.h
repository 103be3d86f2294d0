/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The theme: the colours, fonts and sizes of a picture and what they mean. draw/sheet/theme_file.h reads
 * one. */
#ifndef RELATA_DRAW_SHEET_THEME_H
#define RELATA_DRAW_SHEET_THEME_H

#include "draw/sheet/sheet.h"
#include "draw/sheet/theme_file.h"

G_BEGIN_DECLS

/* The look of a tie, or of a bundle of ties. MIXED: the same two actors are both hostile and friendly. */
typedef enum {
  RELATA_SIGN_NEGATIVE,
  RELATA_SIGN_NEUTRAL,
  RELATA_SIGN_POSITIVE,
  RELATA_SIGN_MIXED,
  RELATA_N_SIGNS
} RelataSignLook;

extern const char *const relata_sign_names[RELATA_N_SIGNS]; /* as in files and classes: "negative" */

typedef struct {
  const char *name;  /* for classes: "negative" */
  const char *label; /* for the legend: "hostile" */
  const char *line;  /* the line's colour, contrast ≥ 3:1 on the ground */
  const char *ink;   /* its label's colour, contrast ≥ 4.5:1 on the ground */
  const char *head;  /* the arrowhead; it shows the sign without colour too */
  guint strands;     /* number of parallel strands of the line, 1, 2 or 3; it shows the sign too */
  double weight;     /* a strand's width, as a multiple of a plain line's width */
} RelataSignStyle;

typedef struct {
  const char *fill;   /* light theme: contrast ≥ 4.5:1 for the ink on it */
  const char *stroke; /* its dark counterpart: contrast ≥ 3:1 on the ground and on the fill */
} RelataTint;

#define RELATA_MOST_TINTS 24

/* Colours are "#rrggbb". They are interned, and there are only so many of them. Lengths are points. */
struct RelataTheme {
  const char *ground, *ink, *soft_ink, *rule; /* sheet, text, secondary text, dividing lines */
  const char *marker;                         /* behind what has begun or happened, like a highlighter */
  char *fonts; /* a CSS list: separated by commas, the last one a generic family; owned */
  RelataSignStyle signs[RELATA_N_SIGNS];
  RelataTint tints[RELATA_MOST_TINTS]; /* by actor type, in the schema's order; further types start again
                                          from the first */
  guint n_tints;
  double title, subtitle, legend, caption; /* texts around the drawing */
  double smallest_name, largest_name;      /* actors' names */
  double even_name;                        /* size of names if none should stand out */
  double tie_label;
  double outline, strong_outline; /* of actors, and of those high in rank */
  double asked_outline;           /* of the actors that were asked about: must differ visibly from the
                                     others */
  double line, line_step;         /* a line's width with one independent origin, and the increase for each
                                     further one */
  double widest_line;
  double strand_gap; /* distance between the strands of a line */
  double rule_width;
  RelataTheme *dark; /* the same theme with other colours, for readers who prefer a dark sheet; or NULL */
};

/* Returns the look of the sign −1, 0 or +1. */
RelataSignLook relata_theme_sign(int sign);
/* Returns the sign's arrowhead; with `disputed` it has a bar behind it. Interned. */
const char *relata_theme_head(const RelataTheme *theme, RelataSignLook look, gboolean disputed);
/* Returns the size of a name. `share` is the actor's score divided by the highest score (0 … 1). */
double relata_theme_name_size(const RelataTheme *theme, double share);
/* Returns a plain line's width for a corroboration ≥ 1. */
double relata_theme_line_width(const RelataTheme *theme, guint corroboration);
/* Returns the size of an arrowhead on a line of this width, as a multiple of Graphviz's. */
double relata_theme_head_size(double line_width);
/* Gives a curve the sign's colour, strands, width and arrowhead size. The caller chooses the heads
 * themselves. */
void relata_theme_set_line(const RelataTheme *theme, RelataSignLook look, guint corroboration,
                           RelataCurve *curve);
RelataTint relata_theme_tint(const RelataTheme *theme, guint type);
/* Returns the interned colour if it has the form "#rrggbb", else NULL: corpora are not trusted with other
 * forms. */
const char *relata_theme_color(const char *color);
/* Returns the WCAG 2.1 contrast of two colours "#rrggbb": 1 … 21. */
double relata_theme_contrast(const char *a, const char *b);
/* Returns the colour with at least this contrast on the ground: darkened on a light ground, lightened on a
 * dark one. Interned. */
const char *relata_theme_darken(const char *color, const char *ground, double contrast);
/* Returns the marker of a theme that names none: yellow mixed with as much of the ground as is needed to read
 * the ink on it. */
const char *relata_theme_find_marker(const char *ground, const char *ink);
/* Returns a pale form of the sign's colour, which fills what may have been. Interned. */
const char *relata_theme_pale(const RelataTheme *theme, RelataSignLook look);

/* Two colours of a theme of which one is drawn on the other. */
typedef struct {
  const char *front, *back;             /* JSON Pointers into the theme's file */
  const char *front_color, *back_color; /* their colours */
  double needed, has;                   /* contrasts; needed: 4.5 for text, 3 for lines */
} RelataContrast;

#define RELATA_CONTRAST_TEXT 4.5
#define RELATA_CONTRAST_LINE 3.0

/* Calls `visit` for every such pair, including those of the dark theme. The record is valid during the
 * call. */
typedef void (*RelataContrastVisit)(const RelataContrast *contrast, gpointer data);
void relata_theme_contrasts(const RelataTheme *theme, RelataContrastVisit visit, gpointer data);

/* What a colour is used for in a picture. */
typedef enum { RELATA_COLOR_OF_TEXT, RELATA_COLOR_OF_LINE, RELATA_COLOR_OF_FILL } RelataColorUse;

/* Returns the counterpart of a colour in the theme's dark part, which must exist. A colour that is not the
 * theme's own, such as a relation's, is adjusted to be visible on the dark ground. Interned. */
const char *relata_theme_dark_color(const RelataTheme *theme, const char *color, RelataColorUse use);

/* A colour of the theme that has a second meaning, and gets the dark colour of that one. */
typedef struct {
  const char *pointer; /* JSON Pointer into the theme's file */
  const char *light, *becomes, *wanted;
} RelataDarkClash;

/* Calls `visit` for each clash of a theme with a dark part. The record is valid during the call. */
typedef void (*RelataDarkClashVisit)(const RelataDarkClash *clash, gpointer data);
void relata_theme_dark_clashes(const RelataTheme *theme, RelataDarkClashVisit visit, gpointer data);

G_END_DECLS

#endif
