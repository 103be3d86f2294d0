/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What Wikidata's properties and items are to relata, by data/mappings/wikidata.types.json, and how its
 * values are read. */
#ifndef RELATA_READ_WIKIDATA_TERMS_H
#define RELATA_READ_WIKIDATA_TERMS_H

#include "corpus/diagnostics.h"
#include "read/vocabulary.h"

G_BEGIN_DECLS

/* A property. Borrowed from the vocabulary. */
typedef struct {
  const char
      *relation;  /* the word for its relation: "spouse", or the number where the table does not know it */
  const char *to; /* the type of what it leads to, where nothing says more; NULL: not known */
  gboolean tie;   /* it relates actors; the others state facts about one */
} RelataWikidataProperty;

/* Returns what a property, "P26", is. O(properties) */
RelataWikidataProperty relata_wikidata_property(const RelataVocabulary *vocabulary, const char *number);
/* Returns the word that a table of the vocabulary has for a number, or NULL: "instances", "certainty",
 * "identifiers". O(n) */
const char *relata_wikidata_word(const RelataVocabulary *vocabulary, const char *table, const char *number);

/* Returns whether a string is the number of an item, "Q42". */
gboolean relata_wikidata_is_item(const char *string);

/* What stands in the place of a value. */
typedef enum { RELATA_SNAK_VALUE, RELATA_SNAK_SOME, RELATA_SNAK_NONE, RELATA_SNAK_WRONG } RelataSnak;

/* Returns what a snak has: a value, one that nobody knows, or none. *value is the value, else NULL. */
RelataSnak relata_wikidata_snak(const cJSON *snak, const cJSON **value);
/* Returns the number of the item that a snak has as its value, or NULL. */
const char *relata_wikidata_item(const cJSON *snak);
/* Returns the text that a snak has: a string, or one in some language; or NULL. */
const char *relata_wikidata_text(const cJSON *snak);

/* Returns a time in EDTF, as precise as it is; NULL where it is none, or too coarse. Newly allocated. *timed
 * is set to TRUE where a time of day is dropped. */
char *relata_wikidata_time(const cJSON *snak, gboolean *timed);

G_END_DECLS

#endif
