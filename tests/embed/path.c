/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How two actors of a corpus are connected, and who says so: path CORPUS FROM TO. */
#include <relata/relata.h>
#include <stdio.h>

static void
print_hop(const RelataNetwork *network, const RelataPath *path, guint i)
{
  const RelataTie *tie = &network->ties[path->hops[i].tie];
  printf("%s %s %s\n", relata_network_actor(network, path->vertices[i])->name,
         relata_network_label(network, tie, path->hops[i].forward),
         relata_network_actor(network, path->vertices[i + 1])->name);
  const RelataStatement *said =
      &relata_network_claim(network, tie, relata_tie_first_affirming(network, tie))->said;
  g_autofree char *evidence = relata_corpus_evidence(network->corpus, said);
  g_autofree char *shown = evidence != NULL ? relata_display_safe(evidence) : NULL;
  if (said->document != RELATA_NONE && shown != NULL)
    printf("  \"%s\" (%s)\n", shown, relata_corpus_document(network->corpus, said->document)->id);
}

static gboolean
print_path(const char *folder, const char *from, const char *to, GError **error)
{
  g_autoptr(RelataCorpus) corpus = relata_read(&folder, 1, NULL, NULL, error);
  if (corpus == NULL)
    return FALSE;
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus); /* everything */
  RelataPathQuestion question = {0};
  question.corpus = corpus;
  question.selection = selection;
  question.count = 1;
  if ((question.from = relata_corpus_resolve_actor(corpus, from, error)) == RELATA_NONE ||
      (question.to = relata_corpus_resolve_actor(corpus, to, error)) == RELATA_NONE)
    return FALSE;
  g_autoptr(RelataPathFindings) found = relata_path_ask(&question, error);
  if (found != NULL && found->answer->paths->len > 0) {
    const RelataPath *path = (const RelataPath *)g_ptr_array_index(found->answer->paths, 0);
    for (guint i = 0; i < path->n_hops; i++)
      print_hop(found->network, path, i);
  }
  return found != NULL;
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  if (argc == 4 && print_path(argv[1], argv[2], argv[3], &error))
    return 0;
  fprintf(stderr, "%s\n", error != NULL ? error->message : "usage: path CORPUS FROM TO");
  return 1;
}
