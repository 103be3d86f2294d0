/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/actors.h"

#include "draw/diagram/summary.h"
#include "draw/diagram/tooltip.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "text/display.h"

/* Names are broken into lines of about this many letters, and cut off after this many lines. */
#define NAME_WIDTH  15
#define NAME_LINES  3
#define TITLE_WIDTH 60 /* most letters of a box's title */

/* Returns the URL of a page about the actor: its own, else the first of its links that is a URL. */
static const char *
actor_page(const RelataActor *actor)
{
  if (actor->url != NULL && relata_display_is_link(actor->url))
    return actor->url;
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const char *value = g_array_index(actor->links, RelataLink, i).value;
    if (relata_display_is_link(value))
      return value;
  }
  return NULL;
}

static RelataGlyph *
make_actor(RelataDiagram *diagram, const RelataNetwork *network, guint vertex, guint n_ties)
{
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  const RelataActor *actor = relata_network_actor(network, vertex);
  const RelataActorType *type =
      actor->type == RELATA_NONE ? NULL : relata_schema_actor_type(schema, actor->type);
  const RelataTint tint = relata_theme_tint(diagram->theme, actor->type);
  g_autofree char *name = relata_display_safe(actor->name);
  g_autofree char *wrapped = relata_wrap(name, NAME_WIDTH, NAME_LINES);
  RelataGlyph *glyph = relata_glyph_new(wrapped, diagram->theme->even_name, diagram->theme->ink);
  g_autofree char *id = relata_sheet_token(actor->id);
  g_autofree char *type_id = relata_sheet_token(type != NULL ? type->id : "none");
  glyph->id = g_strconcat("actor-", id, NULL);
  glyph->classes = g_strconcat("actor type-", type_id, NULL);
  glyph->tooltip = relata_tooltip_actor(network, vertex, n_ties);
  glyph->spoken = relata_words_actor(network, vertex, n_ties);
  glyph->part = RELATA_PART_DRAWING;
  glyph->url = relata_sheet_link(actor_page(actor));
  glyph->shape = type != NULL ? type->shape : RELATA_SHAPE_BOX;
  /* A name without a shape also hides the lines behind it. */
  const gboolean plain = glyph->shape == RELATA_SHAPE_PLAIN;
  glyph->fill = plain ? diagram->theme->ground : tint.fill;
  glyph->stroke = plain ? NULL : tint.stroke;
  glyph->stroke_width = diagram->theme->outline;
  diagram->occurs.actor_types[type != NULL ? actor->type : diagram->occurs.n_actor_types - 1] = TRUE;
  return glyph;
}

/* `share` is the actor's score divided by the highest score. */
static void
set_rank(const RelataTheme *theme, double share, RelataGlyph *actor)
{
  actor->font_size = relata_theme_name_size(theme, share);
  actor->stroke_width = share > 0.5 ? theme->strong_outline : theme->outline;
  actor->bold = share > 0.25;
}

static void
emphasise(RelataDiagram *diagram, RelataGlyph *actor)
{
  if (actor->shape == RELATA_SHAPE_PLAIN) /* it has no outline */
    actor->shape = RELATA_SHAPE_BOX;
  actor->stroke = diagram->theme->ink;
  actor->stroke_width = diagram->theme->asked_outline;
  actor->bold = TRUE;
  char *classes = g_strconcat(actor->classes, " asked", NULL);
  g_free(actor->classes);
  actor->classes = classes;
  diagram->occurs.asked = TRUE;
}

/* Marks an actor that has its first tie, or no tie any longer. One that is only mentioned for the first time
 * looks like others, for that is no change. */
static void
mark_change(RelataDiagram *diagram, RelataChange change, RelataGlyph *actor)
{
  if (change == RELATA_SAME)
    return;
  char *classes = g_strconcat(actor->classes, relata_words_change_class(change), NULL);
  char *spoken = g_strconcat(actor->spoken, relata_words_actor_change(change), NULL);
  g_free(actor->classes);
  g_free(actor->spoken);
  actor->classes = classes;
  actor->spoken = spoken;
  diagram->occurs.actor_changes[change] = TRUE;
  if (change == RELATA_BEGUN)
    actor->marker = diagram->theme->marker;
  if (change != RELATA_ENDED)
    return;
  if (actor->shape == RELATA_SHAPE_PLAIN) /* it has no outline that could be dashed */
    actor->shape = RELATA_SHAPE_BOX;
  actor->fill = diagram->theme->ground;
  actor->ink = actor->stroke = diagram->theme->soft_ink;
  actor->line = RELATA_LINE_DASHED;
}

void
relata_actors_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                  const double *scores, guint *numbers)
{
  g_autofree guint *n_ties = relata_summary_count_ties(network, scope);
  double highest = 0;
  for (guint i = 0; scores != NULL && i < network->n_actors; i++)
    if (scope->actors[i])
      highest = MAX(highest, scores[i]);
  for (guint i = 0; i < network->n_actors; i++) {
    numbers[i] = RELATA_NONE;
    if (!scope->actors[i])
      continue;
    numbers[i] = diagram->actors->len;
    RelataGlyph *actor = make_actor(diagram, network, i, n_ties[i]);
    if (scores != NULL)
      set_rank(diagram->theme, highest > 0 ? scores[i] / highest : 0, actor);
    if (scope->asked[i])
      emphasise(diagram, actor);
    mark_change(diagram, scope->changes[i], actor);
    g_ptr_array_add(diagram->actors, actor);
  }
}

void
relata_actors_add_frames(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                         const guint *numbers)
{
  const RelataTheme *theme = diagram->theme;
  diagram->cluster_of = g_new(guint, MAX(diagram->actors->len, 1));
  for (guint i = 0; i < diagram->actors->len; i++)
    diagram->cluster_of[i] = RELATA_NONE;
  for (guint i = 0; scope->clusters != NULL && i < network->n_actors; i++)
    if (scope->actors[i])
      diagram->cluster_of[numbers[i]] = scope->clusters->of[i];
  for (guint i = 0; i < scope->cluster_titles->len; i++) {
    g_autofree char *wrapped = relata_wrap(g_ptr_array_index(scope->cluster_titles, i), TITLE_WIDTH, 1);
    RelataDiagramCluster cluster = {relata_glyph_new(NULL, 1, NULL),
                                    relata_glyph_new(wrapped, theme->even_name, theme->soft_ink)};
    cluster.frame->id = g_strdup_printf("cluster-%u", i + 1);
    cluster.frame->classes = g_strdup("cluster");
    cluster.frame->tooltip = g_strdup(g_ptr_array_index(scope->cluster_titles, i));
    cluster.frame->shape = RELATA_SHAPE_BOX;
    cluster.frame->stroke = theme->soft_ink;
    cluster.frame->stroke_width = 0.8;
    cluster.title->id = g_strdup_printf("cluster-title-%u", i + 1);
    cluster.title->classes = g_strdup("cluster-title");
    cluster.title->part = RELATA_PART_LABELS;
    cluster.title->bold = cluster.title->left = TRUE;
    cluster.title->fill = theme->ground; /* hides the ends of lines behind it */
    g_array_append_val(diagram->clusters, cluster);
  }
}
