/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/about.h"

#include <string.h>

/* Applies the filters of documents, which depend only on the document that a claim is in. */
static gboolean
has_document(const RelataSelection *selection, guint document)
{
  static const RelataFilter filters[] = {RELATA_FILTER_KNOWN_BY, RELATA_FILTER_DOCUMENT,
                                         RELATA_FILTER_NOT_DOCUMENT};
  const RelataStatement said = {.document = document};
  for (guint i = 0; i < G_N_ELEMENTS(filters); i++)
    if (!relata_selection_statement_passes(selection, &said, filters[i]))
      return FALSE;
  return TRUE;
}

gboolean
relata_selection_has_figure(const RelataSelection *selection, const RelataFigure *figure)
{
  g_return_val_if_fail(selection != NULL && figure != NULL, FALSE);
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (!relata_selection_statement_passes(selection, &figure->said, filter))
      return FALSE;
  return figure->actor == RELATA_NONE || relata_selection_has_actor(selection, figure->actor);
}

static gboolean
took_part(const RelataCorpus *corpus, guint event, guint actor)
{
  g_autoptr(GArray) parties = relata_corpus_event_parties(corpus, event);
  for (guint i = 0; i < parties->len; i++)
    if (g_array_index(parties, guint, i) == actor)
      return TRUE;
  return FALSE;
}

GArray *
relata_selection_events_of(const RelataSelection *selection, guint actor, guint document)
{
  g_return_val_if_fail(selection != NULL, NULL);
  const RelataCorpus *corpus = relata_selection_corpus(selection);
  GArray *events = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < relata_corpus_n_events(corpus); i++) {
    const RelataEvent *event = relata_corpus_event(corpus, i);
    if ((actor != RELATA_NONE ? took_part(corpus, i, actor) : event->said.document == document) &&
        relata_selection_has_event(selection, i))
      g_array_append_val(events, i);
  }
  return events;
}

void
relata_selection_count_actor(const RelataSelection *selection, guint actor, guint *mentions, guint *claims)
{
  g_return_if_fail(selection != NULL && mentions != NULL && claims != NULL);
  const RelataCorpus *corpus = relata_selection_corpus(selection);
  const guint n = relata_corpus_n_documents(corpus);
  memset(mentions, 0, n * sizeof *mentions);
  memset(claims, 0, n * sizeof *claims);
  for (guint i = 0; i < relata_corpus_n_mentions(corpus); i++) {
    const RelataMention *mention = relata_corpus_mention(corpus, i);
    mentions[mention->document] += mention->actor == actor;
  }
  for (guint i = 0; i < n; i++)
    if (!has_document(selection, i))
      mentions[i] = 0;
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    if ((claim->from == actor || claim->to == actor) && claim->said.document != RELATA_NONE &&
        relata_selection_has_claim(selection, i))
      claims[claim->said.document]++;
  }
}

gboolean *
relata_network_claims(const RelataNetwork *network)
{
  g_return_val_if_fail(network != NULL, NULL);
  gboolean *held = g_new0(gboolean, MAX(relata_corpus_n_claims(network->corpus), 1));
  for (guint i = 0; i < network->n_ties + network->n_denied_only; i++)
    for (guint j = 0; j < network->ties[i].n_claims; j++)
      held[network->claims[network->ties[i].first_claim + j]] = TRUE;
  return held;
}

guint
relata_tie_first_affirming(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, RELATA_NONE);
  for (guint i = 0; i < tie->n_claims; i++)
    if (relata_network_claim(network, tie, i)->said.stance == RELATA_AFFIRMS)
      return i;
  return RELATA_NONE;
}

GArray *
relata_network_edges_of_actor(const RelataNetwork *network, guint actor)
{
  g_return_val_if_fail(network != NULL && actor < relata_corpus_n_actors(network->corpus), NULL);
  GArray *edges = g_array_new(FALSE, FALSE, sizeof(guint));
  const guint vertex = network->vertices[actor];
  for (guint i = 0; vertex != RELATA_NONE && i < network->n_ties; i++)
    if (network->ties[i].from == vertex || network->ties[i].to == vertex)
      g_array_append_val(edges, i);
  return edges;
}

GArray *
relata_network_edges_of_document(const RelataNetwork *network, guint document)
{
  g_return_val_if_fail(network != NULL && document < relata_corpus_n_documents(network->corpus), NULL);
  GArray *edges = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < network->n_ties; i++)
    for (guint k = 0; k < network->ties[i].n_claims; k++)
      if (relata_network_claim(network, &network->ties[i], k)->said.document == document) {
        g_array_append_val(edges, i);
        break;
      }
  return edges;
}
