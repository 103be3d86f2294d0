/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the option that keeps several actors apart. */
#include "paths/connect_miss.h"

#include "paths/miss.h"

/* What is asked, so that one field of it can be changed. */
typedef struct {
  const RelataCorpus *corpus;
  const RelataSelection *selection;
  RelataConnectQuery query;
  gboolean whole;
} Question;

static RelataConnectMiss *
ask(const Question *question)
{
  RelataConnectMiss *miss = g_new0(RelataConnectMiss, 1);
  miss->network = relata_network_new(question->corpus, question->selection, NULL);
  if (miss->network != NULL && question->whole)
    miss->parts = relata_parts_new(question->corpus, question->selection, NULL);
  if (miss->network != NULL && question->whole == (miss->parts != NULL))
    miss->answer = miss->parts != NULL
                       ? relata_connect_wholes(miss->network, miss->parts, &question->query, NULL)
                       : relata_connect(miss->network, &question->query, NULL);
  return miss;
}

/* Keeps the answer to the question if it has fewer hops than what is known. Takes the field. */
static void
try_changed(RelataConnectMiss **best, const Question *question, char *field, gboolean by_adding)
{
  RelataConnectMiss *miss = ask(question);
  miss->field = field;
  miss->by_adding = by_adding;
  const gboolean connected = miss->answer != NULL && miss->answer->connected;
  if (connected && (*best == NULL || miss->answer->hops->len < (*best)->answer->hops->len)) {
    relata_connect_miss_free(*best);
    *best = miss;
  } else {
    relata_connect_miss_free(miss);
  }
}

static void
try_without(RelataConnectMiss **best, const Question *question, RelataFilter filter)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
  relata_selection_clear(selection, filter);
  Question lifted = *question;
  lifted.selection = selection;
  try_changed(best, &lifted, relata_miss_filter_field(question->selection, filter), FALSE);
}

static void
try_reporting(RelataConnectMiss **best, const Question *question)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
  relata_selection_set(selection, RELATA_FILTER_REPORTING, NULL, NULL);
  Question with = *question;
  with.selection = selection;
  try_changed(best, &with, g_strdup("`reporting`"), TRUE);
}

RelataConnectMiss *
relata_connect_nearest_miss(const RelataNetwork *network, const RelataConnectQuery *query, gboolean whole)
{
  g_return_val_if_fail(network != NULL && query != NULL, NULL);
  const RelataSelection *selection = relata_network_selection(network);
  const Question question = {network->corpus, selection, *query, whole};
  RelataConnectMiss *best = NULL;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (relata_selection_is_set(selection, filter) && filter != RELATA_FILTER_REPORTING)
      try_without(&best, &question, filter);
  if (network->n_reports > 0)
    try_reporting(&best, &question);
  Question changed = question;
  if (query->n_avoid > 0) {
    changed.query.n_avoid = 0;
    try_changed(&best, &changed,
                relata_miss_names_field(network->corpus, "`avoid`", query->avoid, query->n_avoid), FALSE);
    changed = question;
  }
  changed.whole = TRUE;
  if (!whole)
    try_changed(&best, &changed, g_strdup("`whole`"), TRUE);
  return best;
}

void
relata_connect_miss_free(RelataConnectMiss *miss)
{
  if (miss == NULL)
    return;
  relata_connect_answer_free(miss->answer);
  relata_parts_free(miss->parts);
  relata_network_free(miss->network);
  g_free(miss->field);
  g_free(miss);
}
