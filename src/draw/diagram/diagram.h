/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The diagram: network + view as glyphs and lines with every style decided, and the words around them. What
 * is still open is where everything goes. */
#ifndef RELATA_DRAW_DIAGRAM_DIAGRAM_H
#define RELATA_DRAW_DIAGRAM_DIAGRAM_H

#include "draw/diagram/scope.h"
#include "draw/diagram/sources.h"
#include "draw/sheet/sheet.h"
#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* A tie's name at its line. A line that bundles ties has several; then each says its direction. */
typedef struct {
  RelataGlyph *glyph;   /* owned */
  RelataGlyph *sources; /* owned: the numbers of its sources, raised after the name; NULL: none */
  guint link;
  gboolean symmetric;
  gboolean forward;  /* the tie runs as its line does */
  gboolean directed; /* the label is to show the direction: the line alone does not */
  const char *arrow; /* that stands in the glyph's text beside the name; NULL: none */
  gboolean placed;   /* it found room: the glyph has its place */
} RelataDiagramLabel;

/* What occurs in the picture and so must be in its legend. */
typedef struct {
  gboolean *actor_types; /* by the schema's actor types; one more for actors without a type */
  guint n_actor_types;
  gboolean signs[RELATA_N_SIGNS];
  GArray *relations; /* of guint: relation types with a colour of their own */
  gboolean both_ways, uncertain, disputed, asked, numbered;
  gboolean counted;                    /* bare numbers say how many ties lines bundle */
  gboolean sourced, sources_shortened; /* numbers of sources; some of them left out */
  gboolean new_ties, ended_ties, new_actors, ended_actors;
  guint least_corroboration, most_corroboration;
  guint n_groups;               /* of the diagram's actors, the last ones */
  guint fewest_ties, most_ties; /* that a line between groups stands for; 0: there is none */
} RelataOccurrence;

/* What a sheet of given proportions has beside its drawing, as shares of its width. */
typedef struct {
  double unit, words; /* the size of words at nominal size; the height of all words, margins included */
} RelataSheetShares;

/* A box around actors. */
typedef struct {
  RelataGlyph *frame; /* owned; an outline */
  RelataGlyph *title; /* owned */
} RelataDiagramCluster;

typedef struct {
  const RelataTheme *theme;
  GPtrArray *actors;  /* of RelataGlyph */
  GPtrArray *links;   /* of RelataCurve between actors by their index; several, or one, for parallel ties */
  GArray *labels;     /* of RelataDiagramLabel, ordered by link */
  GArray *clusters;   /* of RelataDiagramCluster */
  guint *cluster_of;  /* by index of actors: its cluster, RELATA_NONE: in none */
  GPtrArray *legend;  /* of RelataLegendEntry: draw/diagram/legend_entry.h */
  RelataScope *scope; /* what it shows */
  GArray *reading;    /* of guint: the actors shown, as vertices, in the order in which they are read */
  RelataSources *sources; /* what it rests on */
  gboolean numbers_sources;
  char *title, *subtitle; /* subtitle may be NULL */
  char *summary;          /* a few sentences on what the picture shows, for those who do not see it */
  char *date;             /* of which it shows the state, in words: a line of its own; or NULL */
  GPtrArray *captions;    /* of char *: sentences below the picture; the first says how much it holds */
  GPtrArray *remarks;     /* of char *: those of them that say what was left out or done otherwise */
  RelataSheetSize sheet;
  double density;  /* how much more than usual may be on as much room; 0: no more */
  double smallest; /* once it is on its sheet: how large its smallest name or label is on the paper, in
                      points; 0: it has none, or no paper */
  RelataSheetShares shares; /* that its sheet is to have; unit 0: as its own words want */
  guint n_ties;
  gboolean flows; /* it is read along its lines: they run from where one begins to read to where one ends */
  guint start;    /* … and this is the actor where one begins */
  RelataBox room; /* what the page gives the drawing, where that is not just what it holds; else
                     RELATA_BOX_EMPTY */
  RelataOccurrence occurs;
} RelataDiagram;

/* How a diagram shows its scope. */
typedef struct {
  const double *scores; /* by vertex: what sizes the names; NULL: nothing */
  const char *measure;  /* its name */
  RelataParallel parallel;
  gboolean labels;
  gboolean sources;         /* numbered, in the footer and at the ties */
  gboolean whole;           /* lines between groups are drawn however many they are */
  const RelataTheme *theme; /* outlives the diagram; NULL: the default */
  RelataSources *numbering; /* what the sources' numbers are of; NULL: of what is shown */
} RelataDiagramLook;

/* Of nothing: for what is drawn on a sheet otherwise than as actors and lines. */
RelataDiagram *relata_diagram_new_empty(const RelataSchema *schema, const RelataTheme *theme);
void relata_diagram_free(RelataDiagram *diagram);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataDiagram, relata_diagram_free)

/* The share of some room that names and labels may fill, of which `share` is usual. */
double relata_diagram_fill(const RelataDiagram *diagram, double share);
/* Adds a sentence to the captions, and to the remarks. */
void relata_diagram_remark(RelataDiagram *diagram, const char *format, ...) G_GNUC_PRINTF(2, 3);

G_END_DECLS

#endif
