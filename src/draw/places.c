/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/places.h"

#include <math.h>
#include <string.h>

/* Finds the elements of the whole diagram by name. */
struct RelataPlaces {
  const RelataDiagram *whole;
  GHashTable *actors; /* id → RelataGlyph */
  GHashTable *links;  /* the ids of both ends, or the id of the tie → RelataCurve */
  GHashTable *labels; /* id → RelataDiagramLabel */
  gboolean bundled;
};

static const char *
actor_id(const RelataDiagram *diagram, guint index)
{
  return ((const RelataGlyph *)g_ptr_array_index(diagram->actors, index))->id;
}

/* Returns the key of a link. A bundle is identified by its ends, because its contents change; a tie by its
 * own id. Newly allocated. */
static char *
link_key(const RelataDiagram *diagram, const RelataCurve *link, gboolean bundled)
{
  const char *from = actor_id(diagram, link->from), *to = actor_id(diagram, link->to);
  if (!bundled)
    return g_strdup(link->id);
  return strcmp(from, to) < 0 ? g_strconcat(from, " ", to, NULL) : g_strconcat(to, " ", from, NULL);
}

RelataPlaces *
relata_places_new(const RelataDiagram *whole)
{
  RelataPlaces *places = g_new0(RelataPlaces, 1);
  places->whole = whole;
  places->actors = g_hash_table_new(g_str_hash, g_str_equal);
  places->links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  places->labels = g_hash_table_new(g_str_hash, g_str_equal);
  places->bundled = whole->links->len < whole->n_ties;
  for (guint i = 0; i < whole->actors->len; i++)
    g_hash_table_insert(places->actors, (gpointer)actor_id(whole, i), g_ptr_array_index(whole->actors, i));
  for (guint i = 0; i < whole->links->len; i++) {
    RelataCurve *link = g_ptr_array_index(whole->links, i);
    g_hash_table_insert(places->links, link_key(whole, link, places->bundled), link);
  }
  for (guint i = 0; i < whole->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(whole->labels, RelataDiagramLabel, i);
    g_hash_table_insert(places->labels, label->glyph->id, label);
  }
  return places;
}

void
relata_places_free(RelataPlaces *places)
{
  if (places == NULL)
    return;
  g_hash_table_unref(places->actors);
  g_hash_table_unref(places->links);
  g_hash_table_unref(places->labels);
  g_free(places);
}

/* ── Before the frame is measured ────────────────────────────────────────────────────────── */

void
relata_places_direct(const RelataPlaces *places, RelataDiagram *frame)
{
  for (guint i = 0; i < frame->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(frame->labels, RelataDiagramLabel, i);
    const RelataDiagramLabel *place = g_hash_table_lookup(places->labels, label->glyph->id);
    if (place != NULL)
      label->directed = place->directed;
  }
}

/* ── After the frame is measured ─────────────────────────────────────────────────────────── */

static void
place_actor(const RelataPlaces *places, RelataGlyph *actor)
{
  const RelataGlyph *place = g_hash_table_lookup(places->actors, actor->id);
  actor->turn = place->turn;
  actor->x = place->x;
  actor->y = place->y;
  actor->width = place->width;
  actor->height = place->height;
  actor->text_width = place->text_width;
  actor->text_height = place->text_height;
  actor->font_size = place->font_size;
  actor->bold = place->bold;
  if (!g_str_has_suffix(actor->classes, " asked"))
    actor->stroke_width = place->stroke_width;
}

/* Copies the line of the whole, which may run in the other direction. If no tie of the frame arrives at an
 * end, the line has no arrowhead there and is extended to where the tip was. */
static void
place_link(const RelataPlaces *places, const RelataDiagram *frame, RelataCurve *link)
{
  g_autofree char *key = link_key(frame, link, places->bundled);
  const RelataCurve *place = g_hash_table_lookup(places->links, key);
  const guint n = place->n_points;
  const gboolean turned = !g_str_equal(actor_id(frame, link->from), actor_id(places->whole, place->from));
  link->turn = place->turn;
  g_clear_pointer(&link->points, g_free);
  link->n_points = n;
  if (n == 0)
    return;
  link->points = g_new(RelataPoint, n);
  for (guint i = 0; i < n; i++)
    link->points[i] = place->points[turned ? n - 1 - i : i];
  link->has_start = turned ? place->has_end : place->has_start;
  link->has_end = turned ? place->has_start : place->has_end;
  link->start = turned ? place->end : place->start;
  link->end = turned ? place->start : place->end;
  link->head_size = place->head_size;
  if (link->has_start && g_str_equal(link->tail, "none")) {
    link->points[0] = link->start;
    link->has_start = FALSE;
  }
  if (link->has_end && g_str_equal(link->head, "none")) {
    link->points[n - 1] = link->end;
    link->has_end = FALSE;
  }
}

/* Returns whether a label is right below another, as labels are that were placed as one block. */
static gboolean
is_below(const RelataDiagramLabel *upper, const RelataDiagramLabel *lower)
{
  return upper->link == lower->link && upper->placed && lower->placed &&
         fabs(upper->glyph->x - lower->glyph->x) < 0.1 &&
         fabs(upper->glyph->y - lower->glyph->y - (upper->glyph->height + lower->glyph->height) / 2) < 0.1;
}

/* If a frame lacks some labels of a block, the others close up around its middle, which is on the line. */
static void
place_labels(const RelataPlaces *places, GHashTable *present)
{
  const GArray *all = places->whole->labels;
  for (guint first = 0, last; first < all->len; first = last) {
    const RelataDiagramLabel *labels = &g_array_index(all, RelataDiagramLabel, 0);
    for (last = first + 1; last < all->len && is_below(&labels[last - 1], &labels[last]); last++)
      ;
    double height = 0;
    for (guint i = first; i < last; i++)
      if (g_hash_table_contains(present, labels[i].glyph->id))
        height += labels[i].glyph->height;
    const RelataBox top = relata_glyph_box(labels[first].glyph);
    const RelataBox bottom = relata_glyph_box(labels[last - 1].glyph);
    double y = (top.top + bottom.bottom) / 2 + height / 2;
    for (guint i = first; i < last; i++) {
      RelataDiagramLabel *label = g_hash_table_lookup(present, labels[i].glyph->id);
      if (label == NULL)
        continue;
      label->placed = labels[i].placed;
      label->glyph->x = labels[i].glyph->x;
      label->glyph->y = y - labels[i].glyph->height / 2;
      label->glyph->height = labels[i].glyph->height;
      y -= labels[i].glyph->height;
    }
  }
}

static gboolean
holds_one(const RelataDiagram *frame, guint cluster)
{
  for (guint i = 0; i < frame->actors->len; i++)
    if (frame->cluster_of[i] == cluster)
      return TRUE;
  return FALSE;
}

static void
remove_cluster(RelataDiagram *frame, guint cluster)
{
  g_array_remove_index(frame->clusters, cluster);
  for (guint i = 0; i < frame->actors->len; i++)
    if (frame->cluster_of[i] != RELATA_NONE && frame->cluster_of[i] > cluster)
      frame->cluster_of[i]--;
}

static const RelataDiagramCluster *
find_cluster(const RelataDiagram *whole, const char *id)
{
  const RelataDiagramCluster *cluster = &g_array_index(whole->clusters, RelataDiagramCluster, 0);
  while (!g_str_equal(cluster->frame->id, id))
    cluster++; /* the whole has all clusters of the frame */
  return cluster;
}

/* Leaves out boxes without actors. */
static void
place_clusters(const RelataPlaces *places, RelataDiagram *frame)
{
  for (guint i = frame->clusters->len; i-- > 0;) {
    if (!holds_one(frame, i)) {
      remove_cluster(frame, i);
      continue;
    }
    const RelataDiagramCluster *to = &g_array_index(frame->clusters, RelataDiagramCluster, i);
    const RelataDiagramCluster *from = find_cluster(places->whole, to->frame->id);
    const RelataGlyph *const sources[] = {from->frame, from->title};
    RelataGlyph *const targets[] = {to->frame, to->title};
    for (guint j = 0; j < G_N_ELEMENTS(sources); j++) {
      targets[j]->x = sources[j]->x;
      targets[j]->y = sources[j]->y;
      targets[j]->width = sources[j]->width;
      targets[j]->height = sources[j]->height;
    }
  }
}

void
relata_places_give(const RelataPlaces *places, RelataDiagram *frame)
{
  g_autoptr(GHashTable) present = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < frame->actors->len; i++)
    place_actor(places, g_ptr_array_index(frame->actors, i));
  for (guint i = 0; i < frame->links->len; i++)
    place_link(places, frame, g_ptr_array_index(frame->links, i));
  for (guint i = 0; i < frame->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(frame->labels, RelataDiagramLabel, i);
    g_hash_table_insert(present, label->glyph->id, label);
  }
  place_labels(places, present);
  place_clusters(places, frame);
  frame->flows = places->whole->flows;
}
