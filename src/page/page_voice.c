/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/page_voice.h"

#include "corpus/origin.h"
#include "text/display.h"

typedef struct {
  const RelataTie *tie;
  cJSON *list;
} Gathering;

static void
add_claims(const RelataTie *other, gpointer data)
{
  const Gathering *gathering = data;
  for (guint i = 0; other != gathering->tie && i < other->n_claims; i++) {
    const int pair[] = {(int)(other->first_claim + i), (int)other->type};
    cJSON_AddItemToArray(gathering->list, cJSON_CreateIntArray(pair, 2));
  }
}

cJSON *
relata_page_kin(const RelataNetwork *network, const RelataFamilies *families, const RelataTie *tie)
{
  cJSON *groups = cJSON_CreateArray();
  guint root;
  for (guint i = 0; (root = relata_families_root(families, tie, i)) != RELATA_NONE; i++) {
    Gathering gathering = {tie, cJSON_CreateArray()};
    relata_families_for_each(families, network, tie, root, add_claims, &gathering);
    if (gathering.list->child != NULL)
      cJSON_AddItemToArray(groups, gathering.list);
    else
      cJSON_Delete(gathering.list);
  }
  return groups;
}

static cJSON *
words(const char *text)
{
  g_autofree char *safe = text != NULL ? relata_display_safe(text) : NULL;
  return safe != NULL ? cJSON_CreateString(safe) : cJSON_CreateNull();
}

static cJSON *
index_or_null(guint index)
{
  return index != RELATA_NONE ? cJSON_CreateNumber(index) : cJSON_CreateNull();
}

void
relata_page_add_speakers(cJSON *record, const RelataNetwork *network, const RelataClaim *claim)
{
  const RelataCorpus *corpus = network->corpus;
  const RelataStatement *said = &claim->said;
  cJSON *through = cJSON_CreateArray();
  for (const RelataSpeaker *outer = said->through; outer != NULL && outer->words != NULL; outer++)
    cJSON_AddItemToArray(
        through,
        words(outer->by != RELATA_NONE ? relata_corpus_actor(corpus, outer->by)->name : outer->words));
  cJSON_AddItemToObjectCS(record, "by", words(relata_corpus_speaker(corpus, said)));
  cJSON_AddItemToObjectCS(record, "by_actor",
                          index_or_null(said->by != RELATA_NONE ? network->vertices[said->by] : RELATA_NONE));
  cJSON_AddItemToObjectCS(record, "through", through);
  cJSON_AddItemToObjectCS(record, "voice", index_or_null(said->voice));
  cJSON_AddItemToObjectCS(record, "itself", cJSON_CreateBool(relata_claim_says_itself(corpus, claim)));
}

void
relata_page_add_reliability(cJSON *record, const RelataDocument *document)
{
  const char letter[] = {document->grade, '\0'};
  cJSON_AddItemToObjectCS(record, "reliability",
                          document->grade != '\0' ? cJSON_CreateString(letter) : cJSON_CreateNull());
}
