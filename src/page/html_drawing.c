/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The picture of a page. It is drawn as any other, with ids by which the page finds its elements. */
#include "draw/diagram/describe_internal.h"
#include "draw/diagram/links.h"
#include "draw/diagram/viewed.h"
#include "draw/picture.h"
#include "draw/sheet/escape.h"
#include "page/html.h"
#include "page/svg_inline.h"

#include <string.h>

static char **
actor_elements(const RelataNetwork *network, GHashTable *ids)
{
  char **elements = g_new0(char *, MAX(network->n_actors, 1));
  for (guint i = 0; i < network->n_actors; i++) {
    g_autofree char *token = relata_sheet_token(relata_network_actor(network, i)->id);
    g_autofree char *id = g_strconcat("actor-", token, NULL);
    if (g_hash_table_contains(ids, id))
      elements[i] = g_steal_pointer(&id);
  }
  return elements;
}

/* Returns those ids of a tie, and of the line that may bundle it with others, that occur in the picture. A
 * label may be missing because it found no place. */
static char **
elements_of(const RelataNetwork *network, const RelataTie *tie, GHashTable *ids)
{
  static const struct {
    const char *kind;
    gboolean of_bundle;
  } kinds[] = {{"bundle__", TRUE}, {"count__", TRUE},  {"sources__", TRUE},
               {"tie__", FALSE},   {"label__", FALSE}, {"sources__", FALSE}};
  g_autoptr(GPtrArray) elements = g_ptr_array_new();
  g_autofree char *own = relata_links_name(network, tie), *bundle = relata_links_bundle_name(network, tie);
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autofree char *id = g_strconcat(kinds[i].kind, kinds[i].of_bundle ? bundle : own, NULL);
    if (g_hash_table_contains(ids, id))
      g_ptr_array_add(elements, g_steal_pointer(&id));
  }
  g_ptr_array_add(elements, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&elements), FALSE);
}

static char ***
tie_elements(const RelataNetwork *network, const RelataDiagram *diagram, GHashTable *ids)
{
  const GArray *shown = diagram->scope->ties;
  char ***elements = g_new0(char **, MAX(network->n_ties + network->n_denied_only, 1));
  for (guint i = 0; i < shown->len; i++) {
    const guint edge = g_array_index(shown, RelataShownTie, i).tie;
    g_strfreev(elements[edge]); /* a tie on several paths is shown once per path */
    elements[edge] = elements_of(network, &network->ties[edge], ids);
  }
  return elements;
}

/* Returns whether a page can be made of what the view asks for. */
static gboolean
check_view(const RelataView *view, GError **error)
{
  if (view->frames != NULL || view->animate)
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "a page holds one picture, and the view asks for several; a page has a date slider of "
        "its own");
  else if (view->groups || view->open->len > 0)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "a page shows each actor and tie by itself, and the view asks for groups of them; "
                        "`cluster` community draws boxes around the same actors");
  else
    return TRUE;
  return FALSE;
}

RelataHtmlDrawing *
relata_html_drawing_new(RelataCorpus *corpus, const RelataView *view, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL, NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  if (!check_view(view, error))
    return NULL;
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(corpus, view, &network, error);
  if (diagram != NULL &&
      diagram->sheet.paper != NULL) /* a window has other proportions, and readers can zoom in */
    diagram->sheet = (RelataSheetSize){0};
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  g_autoptr(RelataPicture) picture =
      diagram != NULL
          ? relata_picture_of_diagram(diagram, view->engine, view->timeout, "svg", graphviz, error)
          : NULL;
  g_autoptr(RelataSvgInline) inlined = picture != NULL ? relata_svg_inline_new(picture->bytes, error) : NULL;
  if (inlined == NULL)
    return NULL;
  RelataHtmlDrawing *drawing = g_new0(RelataHtmlDrawing, 1);
  drawing->actor_elements = actor_elements(network, inlined->ids);
  drawing->tie_elements = tie_elements(network, diagram, inlined->ids);
  drawing->svg = g_steal_pointer(&inlined->svg);
  drawing->style = g_steal_pointer(&inlined->style);
  drawing->title = g_strdup(diagram->title);
  drawing->subtitle = g_strdup(diagram->subtitle);
  drawing->captions = g_new0(char *, diagram->captions->len + 1);
  for (guint i = 0; i < diagram->captions->len; i++)
    drawing->captions[i] = g_strdup(g_ptr_array_index(diagram->captions, i));
  drawing->remarks = g_strdupv(picture->remarks);
  drawing->description = relata_describe_diagram(network, diagram);
  drawing->documents = g_array_copy(diagram->sources->documents);
  drawing->network = g_steal_pointer(&network);
  return drawing;
}

void
relata_html_drawing_free(RelataHtmlDrawing *drawing)
{
  if (drawing == NULL)
    return;
  for (guint i = 0; i < drawing->network->n_actors; i++)
    g_free(drawing->actor_elements[i]);
  for (guint i = 0; i < drawing->network->n_ties + drawing->network->n_denied_only; i++)
    g_strfreev(drawing->tie_elements[i]);
  g_free(drawing->actor_elements);
  g_free(drawing->tie_elements);
  g_free(drawing->svg);
  g_free(drawing->style);
  g_free(drawing->title);
  g_free(drawing->subtitle);
  g_strfreev(drawing->captions);
  g_strfreev(drawing->remarks);
  g_free(drawing->description);
  g_array_unref(drawing->documents);
  relata_network_free(drawing->network);
  g_free(drawing);
}
