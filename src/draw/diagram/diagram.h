/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The diagram: network and view as glyphs and lines with all styles decided, and the words around them.
 * Positions are not decided yet. */
#ifndef RELATA_DRAW_DIAGRAM_DIAGRAM_H
#define RELATA_DRAW_DIAGRAM_DIAGRAM_H

#include "analysis/centrality.h"
#include "draw/diagram/scope.h"
#include "draw/diagram/sources.h"
#include "draw/sheet/sheet.h"
#include "draw/sheet/theme.h"

G_BEGIN_DECLS

/* The name of a tie at its line. A line that bundles ties has several; then each shows its direction. */
typedef struct {
  RelataGlyph *glyph;   /* owned */
  RelataGlyph *sources; /* owned: the numbers of its sources, superscript after the name; NULL: none */
  guint link;
  gboolean symmetric;
  gboolean forward;  /* the tie has the direction of its line */
  gboolean directed; /* the label must show the direction, because the line alone does not */
  const char *arrow; /* the arrow in the glyph's text beside the name; NULL: none */
  gboolean placed;   /* a place was found, and the glyph is there */
} RelataDiagramLabel;

/* What occurs in the picture, and so must be in its legend. */
typedef struct {
  gboolean *actor_types; /* by index of the schema's actor types; one more for actors without a type */
  guint n_actor_types;
  gboolean signs[RELATA_N_SIGNS];
  GArray *relations; /* of guint: relation types with a colour of their own */
  gboolean both_ways, uncertain, disputed, asked, numbered;
  gboolean denied;                     /* some numbers of sources are of such as deny a tie */
  gboolean counted;                    /* plain numbers say how many ties a line bundles */
  gboolean sourced, sources_shortened; /* there are numbers of sources; some of them are left out */
  /* By kind of change: whether a line shows it, or else the name of a tie at its line; whether an actor does.
   */
  gboolean tie_changes[RELATA_N_CHANGES], named_changes[RELATA_N_CHANGES], actor_changes[RELATA_N_CHANGES];
  guint least_corroboration, most_corroboration;
  guint n_groups;               /* number of groups, which are the last of the diagram's actors */
  guint fewest_ties, most_ties; /* least and largest number of ties that a line between groups stands for;
                                   0: no such line */
} RelataOccurrence;

/* How much of a sheet of given proportions the words take, as shares of its width. */
typedef struct {
  double unit, words; /* the size of a text of nominal size; the height of all words, including margins */
} RelataSheetShares;

/* A box around actors. */
typedef struct {
  RelataGlyph *frame; /* owned; an outline */
  RelataGlyph *title; /* owned */
} RelataDiagramCluster;

typedef struct {
  const RelataTheme *theme;
  GPtrArray *actors;  /* of RelataGlyph */
  GPtrArray *links;   /* of RelataCurve between actors, given by index; parallel ties have one each, or one
                         in common */
  GArray *labels;     /* of RelataDiagramLabel, ordered by link */
  GArray *clusters;   /* of RelataDiagramCluster */
  guint *cluster_of;  /* by index of actors: its cluster; RELATA_NONE: no cluster */
  GPtrArray *legend;  /* of RelataLegendEntry: draw/diagram/legend_entry.h */
  RelataScope *scope; /* what the diagram shows */
  GArray *reading;    /* of guint: the actors shown, as vertices, in reading order */
  RelataSources *sources; /* the sources behind the picture */
  gboolean numbers_sources;
  char *title, *subtitle; /* subtitle may be NULL */
  char *summary;          /* a few sentences on what the picture shows, for screen readers */
  char *date;             /* the date of the state shown, in words, for a line of its own; or NULL */
  GPtrArray *captions;    /* of char *: sentences below the picture; the first says how much it shows */
  GPtrArray *remarks;     /* of char *: the captions that say what was left out or done differently */
  RelataSheetSize sheet;
  double density;  /* factor by which more than usual may be on the same area; 0: not more */
  double smallest; /* set once it is on its sheet: size in points of its smallest name or label as printed;
                      0: it has none, or there is no paper */
  RelataSheetShares shares; /* the shares that its sheet must have; unit 0: determined by its own words */
  guint n_ties;
  gboolean flows; /* it is read along its lines, which run from where reading starts to where it ends */
  guint start;    /* with `flows`: the actor where reading starts */
  RelataBox room; /* the area that the sheet gives to the drawing, if not just what the drawing fills; else
                     RELATA_BOX_EMPTY */
  RelataOccurrence occurs;
} RelataDiagram;

/* How a diagram shows its scope. */
typedef struct {
  const double *scores; /* by vertex: determines the size of names, as relata_centrality_prominence(); NULL:
                           all have one size */
  const RelataMeasureInfo *measure; /* behind the scores */
  RelataParallel parallel;
  gboolean labels;
  gboolean sources;         /* sources are numbered, in the footer and at the ties */
  gboolean whole;           /* all lines between groups are drawn, whatever their number */
  const RelataTheme *theme; /* must outlive the diagram; NULL: the default theme */
  RelataSources *numbering; /* the numbering to use for the sources; NULL: number the sources of what is
                               shown */
} RelataDiagramLook;

/* Returns an empty diagram, for pictures that do not consist of actors and lines. */
RelataDiagram *relata_diagram_new_empty(const RelataSchema *schema, const RelataTheme *theme);
void relata_diagram_free(RelataDiagram *diagram);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataDiagram, relata_diagram_free)

/* Returns the share of an area that names and labels may fill. `share` is the usual one. */
double relata_diagram_fill(const RelataDiagram *diagram, double share);
/* Adds a sentence to the captions and to the remarks. */
void relata_diagram_remark(RelataDiagram *diagram, const char *format, ...) G_GNUC_PRINTF(2, 3);

G_END_DECLS

#endif
