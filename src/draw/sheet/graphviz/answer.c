/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/graphviz/answer.h"

#include "draw/sheet/graphviz/protocol.h"

#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  Agraph_t *graph;
  GPtrArray *nodes, *edges; /* borrowed from the graph */
  void *last;               /* the object that gets the next attributes */
} Drawing;

/* The words that are not read yet. */
typedef struct {
  char *at, *end;
  gboolean broken; /* more words were expected than there are */
} Words;

/* ── Reading a request ───────────────────────────────────────────────────────────────────── */

static char *
next_word(Words *words)
{
  static char nothing[] = "";
  char *word = words->at;
  char *end = word < words->end ? memchr(word, '\0', (size_t)(words->end - word)) : NULL;
  if (end == NULL) {
    words->broken = TRUE;
    return nothing;
  }
  words->at = end + 1;
  return word;
}

static Agnode_t *
next_node(Words *words, const Drawing *drawing)
{
  const guint64 index = g_ascii_strtoull(next_word(words), NULL, 10);
  if (index < drawing->nodes->len)
    return g_ptr_array_index(drawing->nodes, index);
  words->broken = TRUE;
  return NULL;
}

static void
add_edge(Drawing *drawing, Words *words)
{
  Agnode_t *from = next_node(words, drawing), *to = next_node(words, drawing);
  char *key = next_word(words);
  if (words->broken)
    return;
  drawing->last = agedge(drawing->graph, from, to, key, 1);
  g_ptr_array_add(drawing->edges, drawing->last);
}

static void
take_step(Drawing *drawing, Words *words)
{
  static char unset[] = "";
  const char *step = next_word(words);
  if (strcmp(step, RELATA_STEP_NODE) == 0) {
    drawing->last = agnode(drawing->graph, next_word(words), 1);
    g_ptr_array_add(drawing->nodes, drawing->last);
  } else if (strcmp(step, RELATA_STEP_EDGE) == 0) {
    add_edge(drawing, words);
  } else if (strcmp(step, RELATA_STEP_ATTRIBUTE) == 0) {
    char *name = next_word(words), *value = next_word(words);
    if (!words->broken)
      agsafeset(drawing->last, name, value, unset);
  } else {
    words->broken = TRUE;
  }
}

/* ── Answering ───────────────────────────────────────────────────────────────────────────── */

static void
append_edge(GByteArray *answer, Agedge_t *edge)
{
  const splines *routed = ED_spl(edge);
  const double none[RELATA_EDGE_NUMBERS] = {0};
  if (routed == NULL || routed->size == 0) {
    g_byte_array_append(answer, (const guint8 *)none, sizeof none);
    return;
  }
  const bezier *line = &routed->list[0];
  const double numbers[RELATA_EDGE_NUMBERS] = {
      (double)line->size, line->sflag != 0, line->eflag != 0, line->sp.x, line->sp.y, line->ep.x, line->ep.y};
  g_byte_array_append(answer, (const guint8 *)numbers, sizeof numbers);
  for (guint i = 0; i < (guint)line->size; i++) {
    const double point[] = {line->list[i].x, line->list[i].y};
    g_byte_array_append(answer, (const guint8 *)point, sizeof point);
  }
}

static void
append_places(GByteArray *answer, const Drawing *drawing)
{
  for (guint i = 0; i < drawing->nodes->len; i++) {
    Agnode_t *node = g_ptr_array_index(drawing->nodes, i);
    const double numbers[RELATA_NODE_NUMBERS] = {ND_coord(node).x, ND_coord(node).y, ND_width(node) * 72,
                                                 ND_height(node) * 72};
    g_byte_array_append(answer, (const guint8 *)numbers, sizeof numbers);
  }
  for (guint i = 0; i < drawing->edges->len; i++)
    append_edge(answer, g_ptr_array_index(drawing->edges, i));
}

/* Writes to a stream, as gvRenderData() changed its signature in Graphviz 13 and leaks when it fails. */
static gboolean
append_picture(GByteArray *answer, GVC_t *context, const Drawing *drawing, const char *format)
{
  char *bytes = NULL;
  size_t n = 0;
  FILE *stream = open_memstream(&bytes, &n);
  gboolean rendered = stream != NULL && gvRender(context, drawing->graph, format, stream) == 0;
  rendered = stream != NULL && fclose(stream) == 0 && rendered && n > 0 && n <= G_MAXUINT32 - answer->len;
  if (rendered)
    g_byte_array_append(answer, (const guint8 *)bytes, (guint)n);
  free(bytes);
  return rendered;
}

static GString *complaints; /* Graphviz delivers one complaint in fragments */

static int
take_complaint(char *fragment)
{
  g_string_append(complaints, fragment);
  return 0;
}

static char *
complain(const char *doing)
{
  g_strdelimit(g_strchomp(complaints->str), "\r\n\t", ' ');
  return g_strdup_printf("Graphviz fails at %s: %s", doing,
                         complaints->str[0] != '\0' ? complaints->str : "no reason given");
}

/* A process may hold only one context. */
static GVC_t *
open_context(void)
{
  static GVC_t *context;
  if (context != NULL)
    return context;
  complaints = g_string_new(NULL);
  agseterr(AGERR); /* warnings are no failures, and a user cannot act on them */
  agseterrf(take_complaint);
  return context = gvContext();
}

static char *
answer_words(GVC_t *context, Drawing *drawing, Words *words, GByteArray *answer)
{
  const char *engine = next_word(words), *format = next_word(words);
  while (words->at < words->end && !words->broken)
    take_step(drawing, words);
  if (words->broken)
    return g_strdup("relata-graphviz does not understand what relata asks it");
  if (gvLayout(context, drawing->graph, engine) != 0)
    return complain("layout");
  if (format[0] == '\0')
    append_places(answer, drawing);
  else if (!append_picture(answer, context, drawing, format))
    return complain("rendering");
  gvFreeLayout(context, drawing->graph);
  agclose(drawing->graph);
  return NULL;
}

char *
relata_graphviz_answer(const GByteArray *request, GByteArray *answer)
{
  static char nothing[] = ""; /* an empty array has no memory to point into */
  char *first = request->len > 0 ? (char *)request->data : nothing;
  Words words = {first, first + request->len, FALSE};
  GVC_t *context = open_context();
  if (context == NULL)
    return g_strdup("Graphviz does not start");
  g_string_truncate(complaints, 0);
  Drawing drawing = {agopen(next_word(&words), Agdirected, NULL), g_ptr_array_new(), g_ptr_array_new(), NULL};
  drawing.last = drawing.graph;
  char *refusal = answer_words(context, &drawing, &words, answer);
  g_ptr_array_unref(drawing.nodes);
  g_ptr_array_unref(drawing.edges);
  return refusal;
}
