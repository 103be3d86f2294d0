/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A view: the definition of a diagram, from options or from a *.view.json file. */
#ifndef RELATA_DRAW_DIAGRAM_VIEW_H
#define RELATA_DRAW_DIAGRAM_VIEW_H

#include "draw/sheet/size.h"
#include "draw/sheet/theme_file.h"
#include "network/selection.h"

RELATA_BEGIN_DECLS

#define RELATA_LAYOUT_SECONDS 20 /* default time for a layout */

/* AUTO: separate lines if there are few ties, else bundled. */
typedef enum { RELATA_PARALLEL_AUTO, RELATA_PARALLEL_APART, RELATA_PARALLEL_BUNDLE } RelataParallel;

/* The words for these values: "auto", "apart" …; ends with NULL. */
extern const char *const relata_parallel_words[];

#define RELATA_MOST_ACTORS 150       /* most actors in a picture if the number is not set */
#define RELATA_TOP_AUTO    G_MAXUINT /* value of `top`: RELATA_MOST_ACTORS if there are more */

/* What boxes are drawn around: nothing, the actors of one type, a community, a side. */
typedef enum {
  RELATA_CLUSTER_NONE,
  RELATA_CLUSTER_TYPE,
  RELATA_CLUSTER_COMMUNITY,
  RELATA_CLUSTER_SIDE
} RelataCluster;

/* The words for these values: "none", "type" …; ends with NULL. */
extern const char *const relata_cluster_words[];

typedef struct {
  char *title;    /* NULL: the corpus's title */
  char *subtitle; /* NULL: the selection in words */
  RelataSelection *selection;
  char **between;          /* the names of two actors: show only the paths between them; or NULL */
  guint paths;             /* show this many paths, the best ones; 0: all paths of the shortest length */
  char **connect;          /* the names of actors: show only what connects them; or NULL */
  char *around;            /* the name of an actor, whose surroundings are shown; or NULL */
  guint hops;              /* with `around`: the distance in hops, default 1 */
  guint top;               /* show only the first N by `size`; 0: all; default RELATA_TOP_AUTO */
  char *size;              /* the measure that sizes (and ranks) actors; default "degree" */
  char *engine;            /* "auto", dot, neato, fdp, sfdp, circo, twopi */
  RelataParallel parallel; /* ties between the same two actors: one line each, or one line with all labels;
                              default AUTO */
  char *changes_since;     /* a date (EDTF): differences from that date are marked; the selection says as of
                              when the picture is drawn. NULL: nothing is marked */
  char *frames;     /* the dates of a series of pictures, in the form of relata_frame_days(); or NULL */
  gboolean animate; /* join the frames into one picture that steps through them */
  gboolean labels;  /* show the names of relations at the lines */
  gboolean sources; /* show numbered sources below the picture and their numbers at the ties; default TRUE */
  RelataSheetSize sheet;
  RelataTheme *theme; /* owned; NULL: the default */
  double backbone;    /* show only ties below this level of the disparity filter, 0 < level ≤ 1; 0: all */
  gboolean groups;    /* draw each community as one node */
  GPtrArray *open;    /* of char *: the groups to open, by number or by actor; if there are any, `groups`
                         is implied */
  RelataCluster cluster;
  guint timeout; /* seconds for the layout, default RELATA_LAYOUT_SECONDS; 0: no time, only relata's own
                    simple arrangement */
} RelataView;

RelataView *relata_view_new(const RelataCorpus *corpus);
void relata_view_free(RelataView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataView, relata_view_free)

/* Reads a view file into the given view. Fields that the file does not name stay unchanged. Unknown keys and
 * wrong types are errors with file, line and column, and the nearest known key. */
gboolean relata_view_load(RelataView *view, const char *path, RelataDiagnostics *diagnostics, GError **error);

RELATA_END_DECLS

#endif
