/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kinds of words that complete an argument: the shells' completions ask for them by name. */
#include "cli/cli.h"

#include <string.h>

static void
add(GPtrArray *words, const char *word)
{
  g_ptr_array_add(words, relata_display_safe(word));
}

static void
list_actors(const RelataCorpus *corpus, GPtrArray *words)
{
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++)
    add(words, relata_corpus_actor(corpus, i)->id);
}

static void
list_documents(const RelataCorpus *corpus, GPtrArray *words)
{
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++)
    add(words, relata_corpus_document(corpus, i)->id);
}

static void
list_relations(const RelataCorpus *corpus, GPtrArray *words)
{
  const GArray *types = relata_schema_relation_types(relata_corpus_schema(corpus));
  for (guint i = 0; i < types->len; i++)
    add(words, g_array_index(types, RelataRelationType, i).id);
}

static void
list_actor_types(const RelataCorpus *corpus, GPtrArray *words)
{
  const GArray *types = relata_schema_actor_types(relata_corpus_schema(corpus));
  for (guint i = 0; i < types->len; i++)
    add(words, g_array_index(types, RelataActorType, i).id);
}

static void
list_measures(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++)
    add(words, measure->name);
}

static void
list_input_formats(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    add(words, format->name);
}

static void
list_output_formats(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  for (const RelataOutputFormat *format = relata_output_formats; format->name != NULL; format++)
    add(words, format->name);
}

static void
list_picture_formats(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  for (const RelataPictureFormat *format = relata_picture_formats; format->name != NULL; format++)
    add(words, format->name);
}

static void
list_commands(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    add(words, command->name);
}

static void
list_certainties(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  for (RelataCertainty certainty = RELATA_POSSIBLE; certainty <= RELATA_CERTAIN; certainty++)
    add(words, relata_certainty_name(certainty));
}

static void
list_signs(G_GNUC_UNUSED const RelataCorpus *corpus, GPtrArray *words)
{
  static const char *const signs[] = {"hostile", "neutral", "friendly"};
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
    add(words, signs[i]);
}

const CliKind cli_kinds[] = {
    {"actor", TRUE, list_actors},
    {"document", TRUE, list_documents},
    {"relation", TRUE, list_relations},
    {"actor-type", TRUE, list_actor_types},
    {"measure", FALSE, list_measures},
    {"input-format", FALSE, list_input_formats},
    {"output-format", FALSE, list_output_formats},
    {"picture-format", FALSE, list_picture_formats},
    {"command", FALSE, list_commands},
    {"certainty", FALSE, list_certainties},
    {"sign", FALSE, list_signs},
    {NULL, FALSE, NULL},
};

const CliKind *
cli_kind_find(const char *name)
{
  for (const CliKind *kind = cli_kinds; kind->name != NULL; kind++)
    if (strcmp(kind->name, name) == 0)
      return kind;
  return NULL;
}
