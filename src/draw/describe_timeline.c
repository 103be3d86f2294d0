/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Describes the time line in words: its rows by actor, then those without a date. */
#include "draw/draw.h"

#include "draw/diagram/describe_internal.h"
#include "draw/diagram/viewed.h"
#include "draw/timeline.h"

static void
tell_rows(GString *text, const char *heading, const GPtrArray *rows)
{
  if (rows->len == 0)
    return;
  g_string_append_c(text, '\n');
  relata_describe_append(text, "", heading);
  for (guint i = 0; i < rows->len; i++)
    relata_describe_append(text, "  - ", ((const RelataTimelineRow *)g_ptr_array_index(rows, i))->spoken);
}

char *
relata_describe_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors,
                         guint n_actors, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && (actors != NULL || n_actors == 0), NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, view->selection, error);
  g_autoptr(RelataTimeline) timeline =
      network != NULL ? relata_timeline_new(network, view, actors, n_actors, error) : NULL;
  if (timeline == NULL)
    return NULL;
  GString *text = g_string_new(NULL);
  relata_describe_whole(text, timeline->diagram);
  for (guint i = 0; i < timeline->groups->len; i++) {
    const RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, i);
    tell_rows(text, group->spoken, group->rows);
  }
  tell_rows(text, "Without a date", timeline->undated);
  if (timeline->diagram->numbers_sources)
    relata_describe_sources(text, corpus, timeline->diagram->sources);
  return g_string_free(text, FALSE);
}
