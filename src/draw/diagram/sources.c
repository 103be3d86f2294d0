/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/sources.h"

#include "text/display.h"

#include <string.h>

/* Superscript numbers must be readable at a glance. Items beyond this limit are only counted. */
#define MOST_FIGURES 4

static int
compare_documents(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataDocument *one = relata_corpus_document(data, *(const guint *)a);
  const RelataDocument *other = relata_corpus_document(data, *(const guint *)b);
  const int by_date = relata_date_compare(&one->published, &other->published);
  return by_date != 0 ? by_date : strcmp(one->id, other->id);
}

static void
add_document(RelataSources *sources, guint document)
{
  if (document != RELATA_NONE && sources->numbers[document]++ == 0)
    g_array_append_val(sources->documents, document);
}

static void
add_documents(RelataSources *sources, const RelataNetwork *network, const RelataScope *scope)
{
  for (guint i = 0; i < scope->ties->len + scope->folded->len; i++) {
    const guint edge = i < scope->ties->len ? g_array_index(scope->ties, RelataShownTie, i).tie
                                            : g_array_index(scope->folded, guint, i - scope->ties->len);
    const RelataTie *tie = &network->ties[edge];
    for (guint j = 0; j < tie->n_claims; j++)
      add_document(sources, relata_network_claim(network, tie, j)->said.document);
    const GArray *enders = i < scope->ties->len ? g_array_index(scope->ties, RelataShownTie, i).enders : NULL;
    for (guint j = 0; enders != NULL && j < enders->len; j++)
      add_document(sources,
                   relata_corpus_claim(network->corpus, g_array_index(enders, guint, j))->said.document);
  }
  for (guint i = 0; i < scope->events->len; i++)
    add_document(sources,
                 relata_corpus_event(network->corpus, g_array_index(scope->events, guint, i))->said.document);
}

RelataSources *
relata_sources_new_of_all(const RelataNetwork *const *networks, const RelataScope *const *scopes, guint n)
{
  const RelataCorpus *corpus = networks[0]->corpus;
  RelataSources *sources = g_new0(RelataSources, 1);
  sources->references = 1;
  sources->documents = g_array_new(FALSE, FALSE, sizeof(guint));
  sources->numbers = g_new0(guint, MAX(relata_corpus_n_documents(corpus), 1));
  for (guint i = 0; i < n; i++)
    add_documents(sources, networks[i], scopes[i]);
  g_array_sort_with_data(sources->documents, compare_documents, (gpointer)corpus);
  for (guint i = 0; i < sources->documents->len; i++)
    sources->numbers[g_array_index(sources->documents, guint, i)] = i + 1;
  return sources;
}

RelataSources *
relata_sources_new(const RelataNetwork *network, const RelataScope *scope)
{
  return relata_sources_new_of_all(&network, &scope, 1);
}

RelataSources *
relata_sources_ref(RelataSources *sources)
{
  sources->references++;
  return sources;
}

void
relata_sources_free(RelataSources *sources)
{
  if (sources == NULL || --sources->references > 0)
    return;
  g_array_unref(sources->documents);
  g_free(sources->numbers);
  g_free(sources);
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *)a, other = *(const guint *)b;
  return one < other ? -1 : one > other;
}

GArray *
relata_sources_of_ties(const RelataSources *sources, const RelataNetwork *network,
                       const RelataTie *const *ties, guint n, RelataStance stance)
{
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < ties[k]->n_claims; i++) {
      const RelataStatement *said = &relata_network_claim(network, ties[k], i)->said;
      if (said->document != RELATA_NONE && said->stance == stance)
        g_array_append_val(numbers, sources->numbers[said->document]);
    }
  g_array_sort(numbers, compare_numbers);
  guint kept = 0;
  for (guint i = 0; i < numbers->len; i++)
    if (kept == 0 || g_array_index(numbers, guint, kept - 1) != g_array_index(numbers, guint, i))
      g_array_index(numbers, guint, kept++) = g_array_index(numbers, guint, i);
  g_array_set_size(numbers, kept);
  return numbers;
}

/* Returns the length of the run of consecutive numbers that starts at index `at`. */
static guint
run_length(const GArray *numbers, guint at)
{
  guint n = 1;
  while (at + n < numbers->len &&
         g_array_index(numbers, guint, at + n) == g_array_index(numbers, guint, at) + n)
    n++;
  return n;
}

char *
relata_sources_list(const GArray *numbers, const char *between, guint most, gboolean *shortened)
{
  GString *list = g_string_new(NULL);
  guint items = 0;
  for (guint i = 0, n; i < numbers->len; i += n, items++) {
    if (most > 0 && items == most) {
      g_string_append_printf(list, " +%u", numbers->len - i);
      *shortened = TRUE;
      break;
    }
    const guint number = g_array_index(numbers, guint, i);
    n = run_length(numbers, i);
    n = n > 2 ? n : 1; /* two consecutive numbers are not shorter as a range */
    g_string_append_printf(list, "%s%u", i > 0 ? between : "", number);
    if (n > 1)
      g_string_append_printf(list, "–%u", number + n - 1);
  }
  return g_string_free(list, FALSE);
}

char *
relata_sources_figures(const RelataSources *sources, const RelataNetwork *network,
                       const RelataTie *const *ties, guint n, gboolean *shortened)
{
  g_autoptr(GArray) affirming = relata_sources_of_ties(sources, network, ties, n, RELATA_AFFIRMS);
  g_autoptr(GArray) denying = relata_sources_of_ties(sources, network, ties, n, RELATA_DENIES);
  g_autofree char *yes = relata_sources_list(affirming, ",", MOST_FIGURES, shortened);
  g_autofree char *no = relata_sources_list(denying, ",", MOST_FIGURES, shortened);
  if (denying->len > 0)
    return g_strconcat(yes, affirming->len > 0 ? " " : "", "not ", no, NULL);
  return affirming->len > 0 ? g_steal_pointer(&yes) : NULL;
}

char *
relata_sources_cite(const RelataDocument *document)
{
  const char *publisher = document->publisher != NULL ? document->publisher : document->origin;
  g_autofree char *title = relata_display_safe(document->title);
  GString *words = g_string_new(title);
  if (publisher != NULL) {
    g_autofree char *safe = relata_display_safe(publisher);
    g_string_append_printf(words, ", %s", safe);
  }
  if (relata_date_is_set(&document->published)) {
    g_autofree char *date = relata_date_in_words(&document->published);
    g_string_append_printf(words, ", %s", date);
  }
  return g_string_free(words, FALSE);
}
