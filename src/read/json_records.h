/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The records of the native format, whichever file they stand in: corpus.json, schema.json or a line
 * of JSON Lines. A kind of record is one function and one table of its keys. */
#ifndef RELATA_READ_JSON_RECORDS_H
#define RELATA_READ_JSON_RECORDS_H

#include "corpus/corpus.h"
#include "read/json_text.h"
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

/* Adds one record to the corpus; what is wrong goes to diagnostics. A statement with anything wrong in it is
 * left out, for half a claim says something else; a document, an actor or a type keeps what is right, so that
 * one slip does not put all in the wrong that refers to it. */
typedef void (*RelataJsonRecordReader)(const RelataJsonReading *reading, const cJSON *record);

void relata_json_read_document(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_actor(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_event(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_claim(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_figure(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_actor_type(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_relation_type(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_event_type(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_measure(const RelataJsonReading *reading, const cJSON *record);
void relata_json_read_mark(const RelataJsonReading *reading, const cJSON *record);

/* All records of an array; NULL is none. */
void relata_json_read_all(const RelataJsonReading *reading, const cJSON *array, RelataJsonRecordReader read);

/* A schema or a part of one: the root of schema.json, the "schema" of corpus.json, a line of kind "schema".
 */
void relata_json_read_schema(const RelataJsonReading *reading, const cJSON *schema);

/* Says so and gives FALSE where version, the value of "relata", is neither NULL nor 1. */
gboolean relata_json_check_version(const RelataJsonReading *reading, const cJSON *version);

/* ── For the files that define the functions above ───────────────────────────────────────── */

/* The string, or NULL where it is empty: "publisher": "" says as much as no key. */
const char *relata_json_given(const char *string);
/* The strings of an array (RELATA_JSON_STRINGS; NULL is none), borrowed; free with g_free(). */
const char **relata_json_strv(const cJSON *array);
/* A record that declares again what `first` declares. The same id twice in one file is an error; in two
 * files, as when several corpora are read at once, a warning where `same` is FALSE: the first declaration
 * stays. A file that is read twice declares nothing again. TRUE where the record is of another file: what
 * it adds is welcome. */
gboolean relata_json_complain_again(const RelataJsonReading *reading, const cJSON *record, const char *kind,
                                    const char *id, RelataPlace first, gboolean same);

G_END_DECLS

#endif
