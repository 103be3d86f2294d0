/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/view.h"

#include "read/json_text.h"

#include <cJSON.h>
#include <stddef.h>
#include <string.h>

RelataView *
relata_view_new(const RelataCorpus *corpus)
{
  RelataView *view = g_new0(RelataView, 1);
  view->selection = relata_selection_new(corpus);
  view->hops = 1;
  view->size = g_strdup("degree");
  view->engine = g_strdup("auto");
  view->parallel = RELATA_PARALLEL_AUTO;
  view->labels = TRUE;
  view->timeout = 20;
  return view;
}

void
relata_view_free(RelataView *view)
{
  if (view == NULL)
    return;
  g_free(view->title);
  g_free(view->subtitle);
  relata_selection_free(view->selection);
  g_free(view->around);
  g_free(view->size);
  g_free(view->engine);
  g_free(view);
}
