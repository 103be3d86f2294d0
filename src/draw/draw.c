/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/draw.h"

#include "draw/compose.h"
#include "draw/diagram/build.h"
#include "draw/diagram/trace.h"
#include "draw/diagram/viewed.h"
#include "draw/draw_internal.h"
#include "draw/paper.h"
#include "draw/series.h"
#include "draw/sheet/process.h"
#include "draw/timeline.h"
#include "text/name.h"

#include <string.h>

#define RENDER_SECONDS 60.0             /* for labels and rendering, once the layout is there */
#define FRAME_SECONDS  5.0              /* … and so long for each of a series */
#define MEMORY         ((gsize)2 << 30) /* what the drawing process may take */

const RelataPictureFormat relata_picture_formats[] = {
    {"svg", "SVG: live text, tooltips with the evidence, ids and classes for style sheets"},
    {"png", "PNG: 1600 pixels wide, or more where the picture is large"},
    {"pdf", "PDF: for print"},
    {"dot", "DOT: the laid-out picture for Graphviz (relata export writes the bare network)"},
    {NULL, NULL},
};

typedef struct {
  guint timeout; /* seconds */
  const RelataEngine *engine;
  const char *format;
  /* The child's copy of what is drawn is used up; ours stays for another try. */
  RelataDiagram *diagram;   /* of a series the whole */
  RelataSeries *series;     /* or NULL */
  RelataTimeline *timeline; /* or NULL */
  gboolean animate;
} Job;

const RelataPictureFormat *
relata_picture_format_find(const char *name, GError **error)
{
  g_return_val_if_fail(name != NULL, NULL);
  const char *names[G_N_ELEMENTS(relata_picture_formats)];
  guint n = 0;
  for (; relata_picture_formats[n].name != NULL; n++) {
    names[n] = relata_picture_formats[n].name;
    if (strcmp(names[n], name) == 0)
      return &relata_picture_formats[n];
  }
  const char *nearest = relata_name_suggest(name, names, n);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT, "no picture format '%s' (svg, png, pdf, dot)%s%s%s",
              name, nearest != NULL ? "; did you mean " : "", nearest != NULL ? nearest : "",
              nearest != NULL ? "?" : "");
  return NULL;
}

static void
append_bytes(GByteArray *out, gconstpointer bytes, guint32 n)
{
  g_byte_array_append(out, (const guint8 *)&n, sizeof n);
  g_byte_array_append(out, bytes, n);
}

/* In the child. The answer: the size of the smallest text, the number of remarks, then these, then the
 * pictures, each with its length. */
static gboolean
work(gpointer data, GByteArray *out, GError **error)
{
  Job *job = data;
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
  if (job->series != NULL) {
    if (!relata_series_compose(job->series, job->engine, job->format, job->animate, pictures, error))
      return FALSE;
  } else {
    GByteArray *picture = g_byte_array_new();
    g_ptr_array_add(pictures, picture);
    if (!(job->timeline != NULL ? relata_timeline_compose(job->timeline, job->format, picture, error)
                                : relata_compose(job->diagram, job->engine, job->format, picture, error)))
      return FALSE;
  }
  const guint32 n = job->diagram->remarks->len;
  g_byte_array_append(out, (const guint8 *)&job->diagram->smallest, sizeof job->diagram->smallest);
  g_byte_array_append(out, (const guint8 *)&n, sizeof n);
  for (guint i = 0; i < n; i++) {
    const char *remark = g_ptr_array_index(job->diagram->remarks, i);
    append_bytes(out, remark, (guint32)strlen(remark));
  }
  for (guint i = 0; i < pictures->len; i++) {
    const GByteArray *picture = g_ptr_array_index(pictures, i);
    append_bytes(out, picture->data, picture->len);
  }
  return TRUE;
}

static const guint8 *
take_bytes(const GByteArray *answer, gsize *at, guint32 *n)
{
  memcpy(n, answer->data + *at, sizeof *n);
  const guint8 *bytes = answer->data + *at + sizeof *n;
  *at += sizeof *n + *n;
  return bytes;
}

/* The pictures; remarks are with the first. */
static GPtrArray *
unpack(const Job *job, const GByteArray *answer)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func((GDestroyNotify)relata_picture_free);
  g_autoptr(GPtrArray) remarks = g_ptr_array_new();
  guint32 n_remarks, n;
  double smallest;
  gsize at = sizeof smallest + sizeof n_remarks;
  memcpy(&smallest, answer->data, sizeof smallest);
  memcpy(&n_remarks, answer->data + sizeof smallest, sizeof n_remarks);
  for (guint i = 0; i < n_remarks; i++) {
    const guint8 *remark = take_bytes(answer, &at, &n);
    g_ptr_array_add(remarks, g_strndup((const char *)remark, n));
  }
  g_ptr_array_add(remarks, NULL);
  while (at < answer->len) {
    RelataPicture *picture = g_new0(RelataPicture, 1);
    const guint8 *bytes = take_bytes(answer, &at, &n);
    picture->remarks =
        pictures->len == 0 ? (char **)g_ptr_array_free(g_steal_pointer(&remarks), FALSE) : g_new0(char *, 1);
    picture->bytes = g_bytes_new(bytes, n);
    picture->engine = g_strdup(job->engine->name);
    picture->smallest = smallest;
    g_ptr_array_add(pictures, picture);
  }
  return pictures;
}

/* Tries the engine, then cheaper ones until a layout is done in time. */
static GPtrArray *
try_engines(Job *job, GError **error)
{
  const double render = RENDER_SECONDS + (job->series != NULL ? FRAME_SECONDS * job->series->frames->len : 0);
  for (;;) {
    const RelataEngine *cheaper = relata_engine_cheaper(job->engine);
    const double seconds = cheaper == NULL ? render : job->timeout;
    g_autoptr(GByteArray) answer = g_byte_array_new();
    switch (relata_process_run(work, job, seconds, render, MEMORY, answer, error)) {
    case RELATA_PROCESS_DONE:
      return unpack(job, answer);
    case RELATA_PROCESS_FAILED:
      return NULL;
    case RELATA_PROCESS_LATE:
      if (cheaper == NULL) {
        g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT, "drawing took longer than %.0f seconds",
                    seconds);
        return NULL;
      }
      relata_diagram_remark(job->diagram,
                            "The layout engine %s took longer than %u second%s; %s was used instead.",
                            job->engine->name, job->timeout, job->timeout == 1 ? "" : "s", cheaper->name);
      job->engine = cheaper;
    }
  }
}

static GPtrArray *
draw(Job *job, const char *engine, GError **error)
{
  const RelataDiagram *diagram = job->diagram;
  const RelataTopology topology =
      relata_engine_topology(diagram->actors->len, diagram->links, diagram->clusters->len > 0);
  job->engine = relata_engine_find(engine, &topology, error);
  return job->engine != NULL ? try_engines(job, error) : NULL;
}

static RelataPicture *
draw_one(Job *job, const char *engine, GError **error)
{
  g_autoptr(GPtrArray) pictures = draw(job, engine, error);
  return pictures != NULL ? g_ptr_array_steal_index(pictures, 0) : NULL;
}

/* What is read along its lines is laid out in layers. */
static const char *
engine_for(const RelataDiagram *diagram, const char *asked)
{
  return diagram->flows && g_str_equal(asked, "auto") ? "dot" : asked;
}

RelataPicture *
relata_draw_diagram(RelataDiagram *diagram, const char *engine, guint timeout, const char *format,
                    GError **error)
{
  Job job = {.timeout = timeout, .format = format, .diagram = diagram};
  return draw_one(&job, engine_for(diagram, engine), error);
}

RelataPicture *
relata_draw(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && format != NULL, NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  if (view->sheet.paper != NULL)
    return relata_draw_on_paper(corpus, view, format, error);
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(corpus, view, &network, error);
  if (diagram == NULL)
    return NULL;
  return relata_draw_diagram(diagram, view->engine, view->timeout, format, error);
}

GPtrArray *
relata_draw_frames(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                   const char *format, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && days != NULL && format != NULL && n > 0, NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataSeries) series = relata_viewed_check_time(view, "frames", error)
                                       ? relata_series_of_view(corpus, view, days, n, error)
                                       : NULL;
  if (series == NULL)
    return NULL;
  Job job = {.timeout = view->timeout, .format = format, .diagram = series->whole, .series = series};
  GPtrArray *pictures = draw(&job, view->engine, error);
  if (pictures != NULL)
    relata_paper_check(g_ptr_array_index(pictures, 0), view->sheet.paper);
  return pictures;
}

RelataPicture *
relata_draw_animation(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                      GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && days != NULL && n > 0, NULL);
  g_autoptr(RelataSeries) series = relata_viewed_check_time(view, "frames", error)
                                       ? relata_series_of_view(corpus, view, days, n, error)
                                       : NULL;
  if (series == NULL)
    return NULL;
  Job job = {
      .timeout = view->timeout, .format = "svg", .diagram = series->whole, .series = series, .animate = TRUE};
  RelataPicture *picture = draw_one(&job, view->engine, error);
  if (picture != NULL)
    relata_paper_check(picture, view->sheet.paper);
  return picture;
}

RelataPicture *
relata_draw_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors, guint n_actors,
                     const char *format, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && format != NULL, NULL);
  g_return_val_if_fail(actors != NULL || n_actors == 0, NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, view->selection, error);
  if (network == NULL)
    return NULL;
  g_autoptr(RelataTimeline) timeline = relata_timeline_new(network, view, actors, n_actors, error);
  if (timeline == NULL)
    return NULL;
  Job job = {.timeout = view->timeout, .format = format, .diagram = timeline->diagram, .timeline = timeline};
  return draw_one(&job, "dot", error); /* which places nothing here */
}

RelataPicture *
relata_draw_trace(const RelataNetwork *network, const RelataTrace *trace, const char *format, GError **error)
{
  g_return_val_if_fail(network != NULL && trace != NULL && format != NULL, NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_trace(network, trace, error);
  if (diagram == NULL)
    return NULL;
  return relata_draw_diagram(diagram, "auto", RELATA_LAYOUT_SECONDS, format, error);
}

void
relata_picture_free(RelataPicture *picture)
{
  if (picture == NULL)
    return;
  g_bytes_unref(picture->bytes);
  g_free(picture->engine);
  g_strfreev(picture->remarks);
  g_free(picture);
}
