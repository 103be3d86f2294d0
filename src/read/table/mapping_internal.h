/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files mapping_*.c share; private to them. */
#ifndef RELATA_READ_TABLE_MAPPING_INTERNAL_H
#define RELATA_READ_TABLE_MAPPING_INTERNAL_H

#include "read/table/mapping.h"

G_BEGIN_DECLS

/* ── Reading a mapping ── */

typedef struct {
  RelataMapping *mapping;
  RelataJson *json;
  gboolean wrong; /* something was reported */
} RelataMappingParsing;

/* Reports a mistake in the mapping. */
void relata_mapping_complain(RelataMappingParsing *parsing, const cJSON *at, const char *hint,
                             const char *format, ...) G_GNUC_PRINTF(4, 5);
/* Does what relata_json_fill() does, and remembers a mistake. */
gboolean relata_mapping_fill(RelataMappingParsing *parsing, const cJSON *object, const char *what,
                             const RelataJsonField *fields, gpointer written);

/* Reads a value: "{column}", an object, or a list of values. NULL where nothing, or null, is written. The
 * mapping owns it; relata_mapping_free_value() is for its list of them. */
RelataMappingValue *relata_mapping_read_value(RelataMappingParsing *parsing, const cJSON *item);
void relata_mapping_free_value(gpointer value);
/* Reads a condition, or a list that must all hold. NULL where there is none. Free with g_array_unref(). */
GArray *relata_mapping_read_conditions(RelataMappingParsing *parsing, const cJSON *item);
/* Returns the strings of an array, borrowed. Free with g_ptr_array_unref(). */
GPtrArray *relata_mapping_read_strings(const cJSON *array);

/* ── Reading a table ── */

/* How many lists of values are in use at once. */
#define RELATA_N_LISTS 8

/* A table that is being read. */
typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  const RelataMapping *mapping;
  RelataDiagnostics *diagnostics;
  RelataTable *table;
  guint *field_of; /* the mapping's column → the table's, or RELATA_NONE */
  gboolean *used;  /* by the table's column: the mapping names it */
  RelataMappedRow row;
  GPtrArray *lists[RELATA_N_LISTS]; /* of values of the row */
  GString *key;                     /* for looking up an actor */
  /* Of the row: */
  GArray **people;   /* by place of actors: actors (guint) */
  GArray *documents; /* guint, at least one */
  guint event;       /* or RELATA_NONE */
  /* Of the table: */
  GHashTable *known_documents; /* id → index + 1 */
  GHashTable *known_actors;    /* id, or name and type → index + 1 */
  guint file_document;         /* RELATA_NONE until a row names no source */
  gboolean registered;         /* another table declares the actors */
  gboolean former;             /* RELATA_OPTION_FORMER is asked for, and … */
  gboolean ended;              /* … the relation of the row is a former one */
  gboolean counted;            /* it is counted why an actor of the row is left out */
} RelataMappingReading;

/* Returns whether n is more than RELATA_MAPPING_MOST, after reporting that of what the row gives there are
 * too many [too-large]: "claims". */
gboolean relata_mapping_is_too_much(RelataMappingReading *reading, guint64 n, const char *what);

/* Fill in the documents, and the actors, that the row names. */
void relata_mapping_find_documents(RelataMappingReading *reading);
void relata_mapping_find_actors(RelataMappingReading *reading);

/* Adds what the row states: its event, claims and figures. */
void relata_mapping_add_statements(RelataMappingReading *reading);

/* Makes the file itself the document of the row, which names none. */
void relata_mapping_add_file(RelataMappingReading *reading);

G_END_DECLS

#endif
