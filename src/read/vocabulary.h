/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the words of a known format mean: labels, signs and directions of its relation types, and its actor
 * types. A vocabulary is a schema, data/mappings/NAME.types.json, that is built in. A type of it is declared
 * when it is first used, and only where no schema of the user's declares it. */
#ifndef RELATA_READ_VOCABULARY_H
#define RELATA_READ_VOCABULARY_H

#include "read/input.h"
#include "read/json/json_records.h"

G_BEGIN_DECLS

/* The vocabularies that are built in; a row without a name ends the table. */
typedef struct {
  const char *name; /* "stix.types" */
  const unsigned char *bytes;
  gsize n;
} RelataVocabularySource;
extern const RelataVocabularySource relata_vocabulary_sources[];

typedef struct RelataVocabulary RelataVocabulary;

/* Opens the vocabulary of a format, "stix", for a file that is being read; NULL for name is one without
 * words. Borrows corpus and input. O(its size) */
RelataVocabulary *relata_vocabulary_new(const char *name, RelataCorpus *corpus, const RelataInput *input);
void relata_vocabulary_free(RelataVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataVocabulary, relata_vocabulary_free)

/* Returns another member of the vocabulary's file, which only the reader of that format understands, or NULL.
 * Borrowed from the vocabulary; relata_json_member() does not need the tree's places. */
const cJSON *relata_vocabulary_part(const RelataVocabulary *vocabulary, const char *key);

/* Calls a relation type that is not declared yet by another id. */
void relata_vocabulary_rename(RelataVocabulary *vocabulary, const char *relation, const char *id);

/* Return the type of a relation, or of an actor, for the word by which the format calls it: as the schema
 * declares it, else the vocabulary, else a type of that name with a label as written, directed, of sign 0. A
 * word that is no id (empty, with control characters) gives "related", or RELATA_NONE. word may be NULL. O(1)
 */
guint relata_vocabulary_relation(RelataVocabulary *vocabulary, const char *word, RelataPlace where);
guint relata_vocabulary_actor(RelataVocabulary *vocabulary, const char *word, RelataPlace where);

/* Does the first for a record that says that its relation has no direction: where the type has one, another
 * type, "WORD (undirected)", that is like it but for that. */
guint relata_vocabulary_undirected(RelataVocabulary *vocabulary, const char *word, RelataPlace where);

G_END_DECLS

#endif
