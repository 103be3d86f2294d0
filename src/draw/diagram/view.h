/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A view: a diagram's definition, as options give it or a *.view.json file holds it. */
#ifndef RELATA_DRAW_DIAGRAM_VIEW_H
#define RELATA_DRAW_DIAGRAM_VIEW_H

#include "draw/sheet/size.h"
#include "draw/sheet/theme_file.h"
#include "network/selection.h"

RELATA_BEGIN_DECLS

#define RELATA_LAYOUT_SECONDS 20 /* for a layout, where nothing else is said */

/* AUTO: apart where there are few ties, else bundled. */
typedef enum { RELATA_PARALLEL_AUTO, RELATA_PARALLEL_APART, RELATA_PARALLEL_BUNDLE } RelataParallel;

/* Their words: "auto", "apart" …; ended by NULL. */
extern const char *const relata_parallel_words[];

#define RELATA_MOST_ACTORS 150       /* in a picture of which nobody said how many it is to show */
#define RELATA_TOP_AUTO    G_MAXUINT /* as many as that, where there are more */

/* What boxes are drawn around: nothing, actors of one type, a community, a side. */
typedef enum {
  RELATA_CLUSTER_NONE,
  RELATA_CLUSTER_TYPE,
  RELATA_CLUSTER_COMMUNITY,
  RELATA_CLUSTER_SIDE
} RelataCluster;

/* Their words: "none", "type" …; ended by NULL. */
extern const char *const relata_cluster_words[];

typedef struct {
  char *title;    /* NULL: the corpus's */
  char *subtitle; /* NULL: the selection in words */
  RelataSelection *selection;
  char **between; /* two actors in words: only the paths between them; or NULL */
  guint paths;    /* so many, the best; 0: all that are as short as the shortest */
  char **connect; /* actors in words: only what connects them; or NULL */
  char *around;   /* an actor in words, or NULL */
  guint hops;     /* around: how far, default 1 */
  guint top;      /* only the N first by `size`; 0: all; default RELATA_TOP_AUTO */
  char *size;     /* measure that sizes (and ranks) actors; default "degree" */
  char *engine;   /* "auto", dot, neato, fdp, sfdp, circo, twopi */
  RelataParallel
      parallel; /* ties between the same two actors: a line each, or one with all labels; default AUTO */
  char *changes_since; /* a date (EDTF): what differs from then is marked; the selection says as of when it is
                          drawn. NULL: nothing is marked */
  char *frames; /* the dates of which there is a picture each, as relata_frame_days() reads them; or NULL */
  gboolean animate; /* the frames as one picture that steps through them */
  gboolean labels;  /* names of relations at the lines */
  gboolean sources; /* numbered sources below the picture, and their numbers at the ties; default TRUE */
  RelataSheetSize sheet;
  RelataTheme *theme; /* owned; NULL: the default */
  double backbone;    /* only ties below this level of the disparity filter, 0 < level ≤ 1; 0: all */
  gboolean groups;    /* communities are drawn as one each */
  GPtrArray *open;    /* of char *: … but those of these numbers or actors; such implies groups */
  RelataCluster cluster;
  guint timeout; /* seconds for layout, default RELATA_LAYOUT_SECONDS; 0: no time, so only relata's own simple
                    arrangement */
} RelataView;

RelataView *relata_view_new(const RelataCorpus *corpus);
void relata_view_free(RelataView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataView, relata_view_free)

/* Reads a view file over the given view: what the file does not name stays. Unknown keys and wrong
 * types are errors with file, line and column and the nearest known key. */
gboolean relata_view_load(RelataView *view, const char *path, RelataDiagnostics *diagnostics, GError **error);

RELATA_END_DECLS

#endif
