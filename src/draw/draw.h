/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing: turns a network and a view, or a result found in a network, into the bytes of a picture. */
#ifndef RELATA_DRAW_DRAW_H
#define RELATA_DRAW_DRAW_H

#include "draw/diagram/trace.h"
#include "draw/diagram/view.h"
#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  const char *name; /* the file name's extension, such as "svg" */
  const char *description;
  gboolean is_text; /* whether a terminal can show it */
  gboolean moves;   /* whether it can hold an animation */
} RelataPictureFormat;

/* The table of formats. A row whose name is NULL ends it. The first row is the default. */
extern const RelataPictureFormat relata_picture_formats[];

/* Returns the row with this name, or NULL with RELATA_ERROR_FORMAT. */
const RelataPictureFormat *relata_picture_format_find(const char *name, GError **error);

/* Returns the name of the layout engine at index i, from 0, among those that a view may name. The first is
 * "auto". Returns NULL past the last. */
const char *relata_layout_engine(guint i);

typedef struct {
  GBytes *bytes;   /* the picture */
  char *engine;    /* the layout engine that was used in the end; a simpler one may have replaced the one
                      asked for */
  char **remarks;  /* NULL-terminated: what was left out or done differently, one sentence each */
  double smallest; /* with a view's paper: size in points of the smallest name or label as printed, except
                      the numbers of sources; 0: no paper, or nothing on it */
} RelataPicture;

/* Draws the view. Free the result with relata_picture_free(). Returns NULL and sets *error if the view names
 * an unknown actor, measure, engine or format, or if Graphviz fails. Graphviz runs in a separate program,
 * relata-graphviz, with a deadline and a memory limit. */
RelataPicture *relata_draw(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error);

/* Draws the view as of each of the n ≥ 1 days, which must ascend (relata_frame_days() makes them). Everything
 * keeps its place in all pictures. Returns an array of RelataPicture in the order of the days; free it with
 * g_ptr_array_unref(). The first picture holds the remarks. The view's `frames` is ignored. Returns NULL and
 * sets *error as relata_draw() does, or to RELATA_ERROR_VALUE if the view has a date of its own. */
GPtrArray *relata_draw_frames(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                              const char *format, GError **error);
/* Draws the same frames as one SVG that steps through them. Errors are those of relata_draw_frames(). */
RelataPicture *relata_draw_animation(RelataCorpus *corpus, const RelataView *view, const gint32 *days,
                                     guint n, GError **error);

/* Draws the ties of these actors, and events that make no tie, along a time axis. With n_actors = 0 it takes
 * the actors that are the most central by the view's `size` (as many as its `top`, default 12). Of the view
 * it also reads the selection and the headings. Returns NULL and sets *error to RELATA_ERROR_EMPTY if the
 * selection leaves these actors no tie, or as relata_draw() does. */
RelataPicture *relata_draw_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors,
                                    guint n_actors, const char *format, GError **error);

/* Describes in words what relata_draw_timeline() would draw, in the style of relata_describe(): the rows by
 * actor with their sources and dates, then the rows without a date, then all sources. Errors are those of
 * relata_draw_timeline(). The result is newly allocated. Defined in draw/describe_timeline.c. */
char *relata_describe_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors,
                               guint n_actors, GError **error);

/* Draws only these ties and their actors. Each pair of actors gets one line, with the numbers of the hops
 * next to the names of the ties. The layout follows the walk from left to right, or from top to bottom where
 * that would be too wide. A large trace is laid out like any other network. Returns NULL and sets *error if
 * the format is unknown, if the trace is empty or names something that is not in the network
 * (RELATA_ERROR_VALUE), or if Graphviz fails. */
RelataPicture *relata_draw_trace(const RelataNetwork *network, const RelataTrace *trace, const char *format,
                                 GError **error);

void relata_picture_free(RelataPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPicture, relata_picture_free)

RELATA_END_DECLS

#endif
