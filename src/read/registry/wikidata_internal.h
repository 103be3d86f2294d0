/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of the reader of Wikidata's entities. */
#ifndef RELATA_READ_REGISTRY_WIKIDATA_INTERNAL_H
#define RELATA_READ_REGISTRY_WIKIDATA_INTERNAL_H

#include "read/input.h"
#include "read/wikidata_terms.h"

G_BEGIN_DECLS

typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
  RelataJson *json;
  const char *language;
  gboolean all, numbers; /* all properties give claims; relations are called by their numbers */
  GHashTable *labels;    /* "Q42" → name, of the file of labels; owned strings */
  GHashTable
      *ends; /* "Q42" → the type of it (const char *) or NULL: who was named, and perhaps not declared */
  GPtrArray *ended; /* the same in the order found; owned */
} RelataWikidataReading;

/* Reads the file that the option names, beside the input: a number or an address of an item, and its name. */
void relata_wikidata_read_labels(RelataWikidataReading *reading);

/* Returns "wikidata:Q42", interned. */
const char *relata_wikidata_actor_id(const RelataWikidataReading *reading, const char *item);

/* Adds the claims that an item states about itself. */
void relata_wikidata_add_claims(RelataWikidataReading *reading, const char *item, const cJSON *entity);

G_END_DECLS

#endif
