/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/draw.h"

#include "draw/compare.h"
#include "draw/compose.h"
#include "draw/process.h"
#include "text/name.h"

#include <string.h>

#define RENDER_SECONDS 60.0             /* for labels and rendering, once the layout is there */
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
  RelataDiagram *diagram; /* the child's copy is used up; ours stays for another try */
} Job;

const RelataPictureFormat *
relata_picture_format_find(const char *name, GError **error)
{
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

/* In the child. The answer: the number of remarks, each with its NUL, then the picture. */
static gboolean
work(gpointer data, GByteArray *out, GError **error)
{
  Job *job = data;
  g_autoptr(GByteArray) picture = g_byte_array_new();
  if (!relata_compose(job->diagram, job->engine, job->format, picture, error))
    return FALSE;
  const guint32 n = job->diagram->remarks->len;
  g_byte_array_append(out, (const guint8 *)&n, sizeof n);
  for (guint i = 0; i < n; i++) {
    const char *remark = g_ptr_array_index(job->diagram->remarks, i);
    g_byte_array_append(out, (const guint8 *)remark, (guint)strlen(remark) + 1);
  }
  g_byte_array_append(out, picture->data, picture->len);
  return TRUE;
}

static RelataPicture *
unpack(const Job *job, const GByteArray *answer)
{
  RelataPicture *picture = g_new0(RelataPicture, 1);
  g_autoptr(GPtrArray) remarks = g_ptr_array_new();
  guint32 n;
  gsize at = sizeof n;
  memcpy(&n, answer->data, sizeof n);
  for (guint i = 0; i < n; i++) {
    char *remark = g_strdup((const char *)answer->data + at);
    at += strlen(remark) + 1;
    g_ptr_array_add(remarks, remark);
  }
  g_ptr_array_add(remarks, NULL);
  picture->remarks = (char **)g_ptr_array_free(g_steal_pointer(&remarks), FALSE);
  picture->bytes = g_bytes_new(answer->data + at, answer->len - at);
  picture->engine = g_strdup(job->engine->name);
  return picture;
}

/* Tries the engine, then cheaper ones until a layout is done in time. */
static RelataPicture *
try_engines(Job *job, GError **error)
{
  for (;;) {
    const RelataEngine *cheaper = relata_engine_cheaper(job->engine);
    const double seconds = cheaper == NULL ? RENDER_SECONDS : job->timeout;
    g_autoptr(GByteArray) answer = g_byte_array_new();
    switch (relata_process_run(work, job, seconds, RENDER_SECONDS, MEMORY, answer, error)) {
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

static RelataPicture *
draw(RelataDiagram *diagram, const char *engine, guint timeout, const char *format, GError **error)
{
  Job job = {timeout, relata_engine_find(engine, diagram->actors->len, diagram->links->len, error), format,
             diagram};
  return job.engine != NULL ? try_engines(&job, error) : NULL;
}

static RelataDiagram *
diagram_of_view(RelataCorpus *corpus, const RelataView *view, GError **error)
{
  if (view->changes_since != NULL)
    return relata_diagram_of_changes(corpus, view, error);
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, view->selection, error);
  if (network == NULL || !relata_network_has_ties(network, view->selection, error))
    return NULL;
  return relata_diagram_of_view(corpus, network, view, error);
}

RelataPicture *
relata_draw(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error)
{
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataDiagram) diagram = diagram_of_view(corpus, view, error);
  if (diagram == NULL)
    return NULL;
  return draw(diagram, view->engine, view->timeout, format, error);
}

RelataPicture *
relata_draw_trace(const RelataNetwork *network, const RelataTrace *trace, const char *format, GError **error)
{
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_trace(network, trace, error);
  if (diagram == NULL)
    return NULL;
  return draw(diagram, diagram->flows ? "dot" : "auto", RELATA_LAYOUT_SECONDS, format, error);
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
