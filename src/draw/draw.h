/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing: network + view, or what was found in a network → a picture's bytes. */
#ifndef RELATA_DRAW_DRAW_H
#define RELATA_DRAW_DRAW_H

#include "draw/diagram/trace.h"
#include "draw/diagram/view.h"
#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  const char *name; /* "svg": the file ending */
  const char *description;
  gboolean is_text; /* a terminal can show it */
  gboolean moves;   /* it can hold an animation */
} RelataPictureFormat;

/* The table, ended by a row without a name; its first row is the default. */
extern const RelataPictureFormat relata_picture_formats[];

/* The row of that name; NULL with RELATA_ERROR_FORMAT. */
const RelataPictureFormat *relata_picture_format_find(const char *name, GError **error);

/* The layout engine that stands at i, from 0, among those that a view may name: "auto" first; NULL past the
 * last. */
const char *relata_layout_engine(guint i);

typedef struct {
  GBytes *bytes;   /* the picture */
  char *engine;    /* the layout engine that was used in the end */
  char **remarks;  /* NULL-terminated: what was left out or done otherwise, one sentence each */
  double smallest; /* of a view's paper: how large the smallest name or label is on it, in points, but for the
                      numbers of sources; 0: there is none */
} RelataPicture;

/* Draws. NULL with *error when the view names an unknown actor, measure, engine or format, or
 * Graphviz fails. It does so in a program of its own, relata-graphviz, with a deadline and a memory limit. */
RelataPicture *relata_draw(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error);

/* Draws the view as of each of the days (rising, n ≥ 1; relata_frame_days() makes them), with everything in
 * the same place: an array of RelataPicture in their order, to be freed with g_ptr_array_unref(); remarks are
 * with the first. The view's `frames` is not read. NULL with *error as relata_draw(), or RELATA_ERROR_VALUE
 * where the view has a date of its own. */
GPtrArray *relata_draw_frames(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                              const char *format, GError **error);
/* … as one SVG that steps through them. */
RelataPicture *relata_draw_animation(RelataCorpus *corpus, const RelataView *view, const gint32 *days,
                                     guint n, GError **error);

/* Draws the ties of these actors, and events that make no tie, along a time axis; with none of them, those
 * among the most central by the view's `size` (its `top`, default 12). Of the view also selection and
 * headings are read. NULL with *error where the selection leaves no tie of theirs (RELATA_ERROR_EMPTY), or as
 * relata_draw(). */
RelataPicture *relata_draw_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors,
                                    guint n_actors, const char *format, GError **error);

/* What relata_draw_timeline() would draw, in words as relata_describe() has them: its rows by actor with
 * their sources and dates, then those without a date, then all sources. NULL with *error likewise. In
 * draw/describe_timeline.c. Newly allocated. */
char *relata_describe_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors,
                               guint n_actors, GError **error);

/* Draws just these ties and their actors: a line for each pair of actors, with the numbers of the hops at the
 * names of the ties. It is laid out from left to right as it is walked, or where that would get too wide from
 * top to bottom; and as any other network where it is large. NULL with *error
 * where the format is unknown, the trace holds nothing or speaks of what is not in the network
 * (RELATA_ERROR_VALUE), or Graphviz fails. */
RelataPicture *relata_draw_trace(const RelataNetwork *network, const RelataTrace *trace, const char *format,
                                 GError **error);

void relata_picture_free(RelataPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPicture, relata_picture_free)

RELATA_END_DECLS

#endif
