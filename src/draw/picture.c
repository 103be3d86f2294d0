/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/picture.h"

#include "draw/compose.h"
#include "text/message.h"

#define RENDER_SECONDS 60.0 /* time for labels and rendering, after the layout */
#define FRAME_SECONDS  5.0  /* additional time for each picture of a series */

typedef struct {
  RelataDiagram *diagram; /* of a series: the whole */
  RelataSeries *series;   /* or NULL */
  const char *format;
  RelataGraphviz *graphviz;
} Job;

static gboolean
compose(const Job *job, const RelataEngine *engine, GPtrArray *drawn, GError **error)
{
  if (job->series != NULL)
    return relata_series_compose(job->series, engine, job->format, drawn, job->graphviz, error);
  GByteArray *one = g_byte_array_new();
  g_ptr_array_add(drawn, one);
  return relata_compose(job->diagram, engine, job->format, one, job->graphviz, error);
}

static char **
copy_remarks(const RelataDiagram *diagram)
{
  char **remarks = g_new0(char *, diagram->remarks->len + 1);
  for (guint i = 0; i < diagram->remarks->len; i++)
    remarks[i] = g_strdup(g_ptr_array_index(diagram->remarks, i));
  return remarks;
}

/* Makes pictures of the drawn bytes (of GByteArray). Takes ownership of them. */
static GPtrArray *
make_pictures(GPtrArray *drawn, const RelataDiagram *diagram, const char *engine)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func((GDestroyNotify)relata_picture_free);
  while (drawn->len > 0) {
    RelataPicture *picture = g_new0(RelataPicture, 1);
    picture->remarks = pictures->len == 0 ? copy_remarks(diagram) : g_new0(char *, 1);
    picture->bytes = g_byte_array_free_to_bytes(g_ptr_array_steal_index(drawn, 0));
    picture->engine = g_strdup(engine);
    picture->smallest = diagram->smallest;
    g_ptr_array_add(pictures, picture);
  }
  return pictures;
}

/* Removes the remarks of a failed try, which apply to its picture only. */
static void
forget_remarks(RelataDiagram *diagram, guint n_remarks)
{
  const guint n = diagram->remarks->len - n_remarks;
  g_ptr_array_set_size(diagram->remarks, (int)n_remarks);
  g_ptr_array_set_size(diagram->captions, (int)(diagram->captions->len - n));
}

/* Tries the engine, then faster ones, until a layout is done in time. */
static GPtrArray *
try_engines(const Job *job, const RelataEngine *engine, guint timeout, GError **error)
{
  const double render = RENDER_SECONDS + (job->series != NULL ? FRAME_SECONDS * job->series->frames->len : 0);
  for (;;) {
    const RelataEngine *cheaper = relata_engine_cheaper(engine);
    const guint n_remarks = job->diagram->remarks->len;
    g_autoptr(GPtrArray) drawn = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
    g_autoptr(GError) failure = NULL;
    relata_graphviz_begin(job->graphviz, cheaper == NULL ? render : timeout, render);
    const gboolean composed = compose(job, engine, drawn, &failure);
    GPtrArray *pictures = composed ? make_pictures(drawn, job->diagram, engine->name) : NULL;
    forget_remarks(job->diagram, n_remarks);
    if (composed)
      return pictures;
    if (cheaper == NULL || !g_error_matches(failure, RELATA_ERROR, RELATA_ERROR_LIMIT)) {
      g_propagate_error(error, g_steal_pointer(&failure));
      return NULL;
    }
    relata_diagram_remark(job->diagram,
                          "The layout engine %s took longer than %u second%s; %s was used instead.",
                          engine->name, timeout, relata_plural(timeout), cheaper->name);
    engine = cheaper;
  }
}

static GPtrArray *
draw(const Job *job, const char *asked, guint timeout, GError **error)
{
  const RelataDiagram *diagram = job->diagram;
  const RelataTopology topology =
      relata_engine_topology(diagram->actors->len, diagram->links, diagram->clusters->len > 0);
  const RelataEngine *engine = relata_engine_find(asked, &topology, error);
  return engine != NULL ? try_engines(job, engine, timeout, error) : NULL;
}

RelataPicture *
relata_picture_of_diagram(RelataDiagram *diagram, const char *engine, guint timeout, const char *format,
                          RelataGraphviz *graphviz, GError **error)
{
  const Job job = {diagram, NULL, format, graphviz};
  /* A diagram that is read along its lines is laid out in layers. */
  const char *asked = diagram->flows && g_str_equal(engine, "auto") ? "dot" : engine;
  g_autoptr(GPtrArray) pictures = draw(&job, asked, timeout, error);
  return pictures != NULL ? g_ptr_array_steal_index(pictures, 0) : NULL;
}

GPtrArray *
relata_pictures_of_series(RelataSeries *series, const char *engine, guint timeout, const char *format,
                          RelataGraphviz *graphviz, GError **error)
{
  const Job job = {series->whole, series, format, graphviz};
  return draw(&job, engine, timeout, error);
}

RelataPicture *
relata_picture_of_timeline(RelataTimeline *timeline, const char *format, RelataGraphviz *graphviz,
                           GError **error)
{
  g_autoptr(GPtrArray) drawn = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
  g_ptr_array_add(drawn, g_byte_array_new());
  relata_graphviz_begin(graphviz, RENDER_SECONDS, RENDER_SECONDS);
  if (!relata_timeline_compose(timeline, format, g_ptr_array_index(drawn, 0), graphviz, error))
    return NULL;
  g_autoptr(GPtrArray) pictures = make_pictures(drawn, timeline->diagram, "dot");
  return g_ptr_array_steal_index(pictures, 0);
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
