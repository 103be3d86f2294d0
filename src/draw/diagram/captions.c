/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/captions.h"

#include "corpus/names.h"
#include "draw/diagram/summary.h"
#include "network/presumption.h"
#include "text/display.h"
#include "text/message.h"

static guint
count_actors(const RelataNetwork *network, const RelataScope *scope)
{
  guint n = 0;
  for (guint i = 0; i < network->n_actors; i++)
    n += scope->actors[i] || (scope->groups != NULL && scope->groups->of[i] != RELATA_NONE);
  return n;
}

char *
relata_diagram_count(const RelataDiagram *diagram, const RelataNetwork *network)
{
  const GArray *ties = diagram->scope->ties;
  /* The diagram's own sources may be those of a whole series, so they are counted anew. */
  g_autoptr(RelataSources) sources = relata_sources_new(network, diagram->scope);
  const guint n_documents = sources->documents->len;
  guint n_claims = 0;
  for (guint i = 0; i < ties->len; i++)
    n_claims += network->ties[g_array_index(ties, RelataShownTie, i).tie].n_claims;
  for (guint i = 0; i < diagram->scope->folded->len; i++)
    n_claims += network->ties[g_array_index(diagram->scope->folded, guint, i)].n_claims;
  const guint n_actors = count_actors(network, diagram->scope);
  return g_strdup_printf("%u actor%s and %u tie%s, from %u claim%s in %u document%s", n_actors,
                         relata_plural(n_actors), diagram->n_ties, relata_plural(diagram->n_ties), n_claims,
                         relata_plural(n_claims), n_documents, relata_plural(n_documents));
}

char *
relata_diagram_extent(const RelataDiagram *diagram)
{
  const guint n = diagram->sources->documents->len;
  return n > 0 ? g_strdup_printf("%u document%s", n, relata_plural(n)) : NULL;
}

/* Returns what is presumed of the ties that are shown, those that ended apart. */
static char *
presumption_in_words(const RelataNetwork *network, const RelataScope *scope)
{
  g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < scope->ties->len; i++) {
    const RelataShownTie *shown = &g_array_index(scope->ties, RelataShownTie, i);
    if (shown->change != RELATA_ENDED)
      g_array_append_val(edges, shown->tie);
  }
  g_array_append_vals(edges, scope->folded->data, scope->folded->len);
  return relata_presumption_in_words(network, relata_presumption_of(network, edges));
}

static char *
make_subtitle(const RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view)
{
  if (view->subtitle != NULL)
    return view->subtitle[0] != '\0' ? relata_display_safe(view->subtitle) : NULL;
  g_autofree char *extent = relata_diagram_extent(diagram);
  g_autofree char *words = relata_selection_in_words_of(view->selection, extent);
  g_autofree char *selection = relata_display_safe(words);
  if (view->around == NULL)
    return selection[0] != '\0' ? relata_display_begin(selection) : NULL;
  RelataCorpus *corpus = (RelataCorpus *)(gpointer)network->corpus; /* resolving names fills an index in
                                                                       the corpus */
  const guint actor = relata_corpus_resolve_actor(corpus, view->around, NULL);
  g_autofree char *name = relata_display_safe(relata_corpus_actor(corpus, actor)->name);
  g_autofree char *reach = view->hops == 1 ? g_strdup("all whom it is tied to")
                                           : g_strdup_printf("all within %u ties", view->hops);
  return g_strconcat(name, " and ", reach, selection[0] != '\0' ? "; " : "", selection, NULL);
}

void
relata_diagram_add_words(RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view,
                         const char *extent)
{
  const char *title = view->title != NULL ? view->title : relata_corpus_title(network->corpus);
  diagram->title = title != NULL ? relata_display_safe(title) : g_strdup("Who relates to whom");
  diagram->subtitle = make_subtitle(diagram, network, view);
  g_autofree char *count = extent == NULL ? relata_diagram_count(diagram, network) : g_strdup(extent);
  g_ptr_array_add(diagram->captions, g_strconcat(count, ".", NULL));
  for (guint i = 0; i < diagram->remarks->len; i++)
    g_ptr_array_add(diagram->captions, g_strdup(g_ptr_array_index(diagram->remarks, i)));
  g_autofree char *contradictions = relata_summary_contradictions(network, diagram->scope);
  if (contradictions != NULL)
    g_ptr_array_add(diagram->captions, g_steal_pointer(&contradictions));
  char *losses =
      relata_selection_losses_in_words(network->n_claims_removed, relata_corpus_n_claims(network->corpus));
  if (losses != NULL)
    g_ptr_array_add(diagram->captions, losses);
  g_autofree char *presumed = presumption_in_words(network, diagram->scope);
  if (presumed != NULL)
    relata_diagram_remark(diagram, "%s.", presumed);
  if (network->n_undated > 0)
    relata_diagram_remark(diagram, "%u claim%s without a date %s included.", network->n_undated,
                          relata_plural(network->n_undated), network->n_undated == 1 ? "is" : "are");
  if (network->n_denied_only > 0)
    relata_diagram_remark(diagram, "%u tie%s that %s only denied %s not shown.", network->n_denied_only,
                          relata_plural(network->n_denied_only), network->n_denied_only == 1 ? "is" : "are",
                          network->n_denied_only == 1 ? "is" : "are");
  if (network->n_ties_weak > 0)
    relata_diagram_remark(diagram, "%u tie%s with too few independent sources %s not shown.",
                          network->n_ties_weak, relata_plural(network->n_ties_weak),
                          network->n_ties_weak == 1 ? "is" : "are");
}
