/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How two actors of a corpus are connected, and who says so: path CORPUS FROM TO. */
#include <relata/relata.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
  const char *folder = argc == 4 ? argv[1] : "";
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataCorpus) corpus = relata_read(&folder, 1, NULL, NULL, &error);
  g_autoptr(RelataSelection) everything = corpus != NULL ? relata_selection_new(corpus) : NULL;
  g_autoptr(RelataPathFindings) found = NULL;
  RelataPathQuestion question = {.corpus = corpus, .selection = everything, .count = 1};
  if (corpus != NULL &&
      (question.from = relata_corpus_resolve_actor(corpus, argv[2], &error)) != RELATA_NONE &&
      (question.to = relata_corpus_resolve_actor(corpus, argv[3], &error)) != RELATA_NONE)
    found = relata_path_ask(&question, &error);
  if (found == NULL || found->answer->n_found == 0) {
    fprintf(stderr, "path CORPUS FROM TO: %s\n", error != NULL ? error->message : "there is no path");
    return 1;
  }
  const RelataNetwork *network = found->network;
  const RelataPath *path = (const RelataPath *)g_ptr_array_index(found->answer->paths, 0);
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataTie *tie = &network->ties[path->hops[i].tie];
    const guint first = relata_tie_first_affirming(network, tie);
    const RelataStatement *said = &relata_network_claim(network, tie, first)->said;
    g_autofree char *evidence = relata_corpus_evidence(corpus, said); /* may be none, as may the document */
    g_autofree char *hop = g_strdup_printf(
        "%s %s %s: %s (%s)", relata_network_actor(network, path->vertices[i])->name,
        relata_network_label(network, tie, path->hops[i].forward),
        relata_network_actor(network, path->vertices[i + 1])->name, evidence != NULL ? evidence : "…",
        said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document)->id : "…");
    g_autofree char *safe = relata_display_safe(hop); /* strangers wrote it: it may hold escape codes */
    puts(safe);
  }
  return 0;
}
