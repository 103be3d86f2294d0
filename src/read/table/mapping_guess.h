/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files mapping_guess*.c share; private to them. */
#ifndef RELATA_READ_TABLE_MAPPING_GUESS_H
#define RELATA_READ_TABLE_MAPPING_GUESS_H

#include "read/table/mapping.h"

G_BEGIN_DECLS

/* What a column may mean, by the words of data/words/columns.txt. */
typedef enum {
  RELATA_MEANS_RELATION,
  RELATA_MEANS_WHEN,
  RELATA_MEANS_BEGIN,
  RELATA_MEANS_END,
  RELATA_MEANS_DOCUMENT,
  RELATA_MEANS_PUBLISHER,
  RELATA_MEANS_PUBLISHED,
  RELATA_MEANS_TEXT,
  RELATA_MEANS_CERTAINTY,
  RELATA_MEANS_CONFIDENCE,
  RELATA_MEANS_BY,
  RELATA_MEANS_STANCE,
  RELATA_MEANS_NOTE,
  RELATA_MEANS_PLACE,
  RELATA_MEANS_FROM_TYPE,
  RELATA_MEANS_TO_TYPE,
  RELATA_N_MEANINGS
} RelataMeaning;

/* Somebody whom a row names. */
typedef struct {
  guint column;       /* RELATA_NONE: nobody */
  guint label;        /* where the column holds an id: the column of the name, or RELATA_NONE */
  const char *prefix; /* of that id, interned; NULL: the column holds names */
  gboolean iri;       /* the id is an IRI, as in results of SPARQL */
} RelataGuessedEnd;

typedef struct {
  const char *name; /* of the kind of table */
  GPtrArray *names; /* char *: the columns, as written */
  GPtrArray *plain; /* char *: as they are compared */
  GPtrArray *rows;  /* GStrv */
  char delimiter;
  RelataGuessedEnd from, to;
  RelataGuessedEnd alone;          /* a table of actors: who stands in each row */
  guint column[RELATA_N_MEANINGS]; /* by meaning, or RELATA_NONE */
  guint aliases;                   /* a column, or RELATA_NONE */
  gboolean letters;                /* it is written as SPARQL's tabs: quotation marks are letters */
} RelataGuess;

/* Returns the name of a column as written. */
const char *relata_guess_name(const RelataGuess *guess, guint column);

/* Recognise the tables that neo4j-admin imports, and the results of SPARQL: who stands where, and what the
 * columns are called besides. Other tables stay as they are. */
void relata_guess_neo4j(RelataGuess *guess);
void relata_guess_sparql(RelataGuess *guess);

/* Returns the mapping as JSON, newly allocated. */
char *relata_guess_write(const RelataGuess *guess);

G_END_DECLS

#endif
