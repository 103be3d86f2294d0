/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The records of the native format, in any of its files: corpus.json, schema.json or a line of JSON Lines.
 * Each kind of record is one function and one table of its keys. */
#ifndef RELATA_READ_JSON_JSON_RECORDS_H
#define RELATA_READ_JSON_JSON_RECORDS_H

#include "corpus/corpus.h"
#include "read/json/json_text.h"
#include "read/read.h"

G_BEGIN_DECLS

/* The version of the native format: the value of "relata". */
#define RELATA_FORMAT_VERSION 1

/* A file that is being read. */
typedef struct {
  RelataCorpus *corpus;
  RelataJson *json;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
} RelataJsonReading;

/* Adds one record to the corpus and reports what is wrong in it. A statement with any error is left out,
 * because half a claim has another meaning; but a date that cannot be read costs only the date. A document,
 * an actor or a type keeps its valid fields, so that one mistake does not invalidate everything that refers
 * to it. */
typedef void (*RelataJsonRecordReader)(const RelataJsonReading *reading, const cJSON *record);

void relata_json_read_document(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_origin(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_actor(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_event(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_claim(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_figure(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_actor_type(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_relation_type(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_event_type(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_measure(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_mark(const RelataJsonReading *reading, const cJSON *record);

/* Reads all records of an array; NULL is an empty one. */
void relata_json_read_all(const RelataJsonReading *reading, const cJSON *array, RelataJsonRecordReader read);

/* Reads a schema or part of one: the root of schema.json, "schema" in corpus.json, or a line of
 * kind "schema". */
void relata_json_read_schema(const RelataJsonReading *reading, const cJSON *schema);

/* Checks version, the value of "relata". If it is neither NULL nor 1, reports it and returns FALSE. */
gboolean relata_json_check_version(const RelataJsonReading *reading, const cJSON *version);

/* ── For the files that define the functions above ───────────────────────────────────────── */

/* Returns the string, or NULL where it is empty: "publisher": "" means the same as no key. */
const char *relata_json_given(const char *string);
/* Returns the strings of an array (RELATA_JSON_STRINGS; NULL is an empty one), borrowed; free the result
 * with g_free(). */
const char **relata_json_strv(const cJSON *array);
/* Handles a record that declares again what `first` declares. The same id twice in one file is an error. In
 * two files, as when several corpora are read at once, it is a warning if `same` is FALSE, and the first
 * declaration stays. A file that is read twice declares nothing again. Returns TRUE where the record is of
 * another file and may complete the first. */
gboolean relata_json_complain_again(const RelataJsonReading *reading, const cJSON *record, const char *kind,
                                    const char *id, RelataPlace first, gboolean same);

G_END_DECLS

#endif
