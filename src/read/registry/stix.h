/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files stix*.c share.
 *
 * What a STIX object means depends on objects that may come later: a newer version of it, a report that lists
 * it, what took its place. So reading has two stages. The first keeps of each object only the fields that the
 * second needs, some hundreds of bytes, and frees its tree; the second, at the end of the file, declares
 * actors and documents and states the claims. */
#ifndef RELATA_READ_REGISTRY_STIX_H
#define RELATA_READ_REGISTRY_STIX_H

#include "read/input.h"
#include "read/json/json_text.h"
#include "read/vocabulary.h"

G_BEGIN_DECLS

/* The properties that are kept; their names and kinds are in stix_objects.c. */
typedef enum {
  RELATA_STIX_NAME,
  RELATA_STIX_VALUE,
  RELATA_STIX_ABSTRACT,
  RELATA_STIX_PRODUCT,
  RELATA_STIX_RESULT_NAME,
  RELATA_STIX_PATH,
  RELATA_STIX_SUBJECT,
  RELATA_STIX_ACCOUNT_LOGIN,
  RELATA_STIX_USER_ID,
  RELATA_STIX_SERIAL_NUMBER,
  RELATA_STIX_NUMBER,
  RELATA_STIX_KEY,
  RELATA_STIX_PATTERN,
  RELATA_STIX_HASHES,
  RELATA_STIX_COUNTRY,
  RELATA_STIX_REGION,
  RELATA_STIX_CONTENT, /* the last of those that name an object, the first of which come first */
  RELATA_STIX_MODIFIED,
  RELATA_STIX_CREATED,
  RELATA_STIX_CREATED_BY,
  RELATA_STIX_DESCRIPTION,
  RELATA_STIX_ALIASES,
  RELATA_STIX_MITRE_ALIASES,
  RELATA_STIX_OPENCTI_ALIASES,
  RELATA_STIX_REFERENCES, /* RELATA_STIX_N_REFERENCE words each: relata_stix_reference() */
  RELATA_STIX_REVOKED,
  RELATA_STIX_DEPRECATED,
  RELATA_STIX_RELATION,
  RELATA_STIX_SOURCE,
  RELATA_STIX_TARGET,
  RELATA_STIX_START,
  RELATA_STIX_STOP,
  RELATA_STIX_CONFIDENCE,
  RELATA_STIX_LABELS,
  RELATA_STIX_MARKINGS,
  RELATA_STIX_GRANULAR, /* two words each: a marking, and what of the object it marks */
  RELATA_STIX_DEFINITION,
  RELATA_STIX_SIGHTED,
  RELATA_STIX_WHERE,
  RELATA_STIX_FIRST_SEEN,
  RELATA_STIX_LAST_SEEN,
  RELATA_STIX_COUNT,
  RELATA_STIX_NEGATIVE,
  RELATA_STIX_LISTED, /* object_refs */
  RELATA_STIX_PUBLISHED,
  RELATA_STIX_OPINION,
  RELATA_STIX_EXPLANATION,
  RELATA_STIX_AUTHORS,
  RELATA_STIX_N
} RelataStixKey;

/* The words of an external reference. */
typedef enum {
  RELATA_STIX_SOURCE_NAME,
  RELATA_STIX_URL,
  RELATA_STIX_EXTERNAL_ID,
  RELATA_STIX_ABOUT, /* its description */
  RELATA_STIX_N_REFERENCE
} RelataStixReferenceWord;

/* What remains of an object. Its fields lie one after another in an array of all objects. */
typedef struct {
  const char *id, *type;
  guint fields, n_fields;
  guint line, column;
  guint actor;      /* the index in the corpus once it is an actor, or RELATA_NONE */
  gboolean old;     /* another object with this id is newer */
  gboolean dead;    /* revoked or deprecated, and not asked for */
  gboolean related; /* an end of a relationship or a sighting */
} RelataStixObject;

typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
  gboolean include_revoked;
  GStringChunk *strings;
  GArray *objects;   /* of RelataStixObject, in the order of the file */
  GArray *fields;    /* of Field (stix_objects.c) */
  GPtrArray *words;  /* of lists, each ended by NULL */
  GHashTable *by_id; /* id → index + 1 in objects of the newest */
  guint file;        /* the document that is the file, or RELATA_NONE before it is needed */
} RelataStix;

/* ── stix_objects.c ── */

RelataStix relata_stix_begin(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics);
void relata_stix_end(RelataStix *stix);
/* Keeps what is needed of an object, at its place; counts what is not used. O(object) */
void relata_stix_keep(RelataStix *stix, RelataJson *json, const cJSON *record);

/* Return a property: its text, NULL where it has none; its list, ended by NULL, empty where it has none.
 * Borrowed until more is kept. */
const char *relata_stix_text(const RelataStix *stix, const RelataStixObject *object, RelataStixKey key);
const char *const *relata_stix_list(const RelataStix *stix, const RelataStixObject *object,
                                    RelataStixKey key);
/* Returns the newest object with the id, or NULL. */
RelataStixObject *relata_stix_find(const RelataStix *stix, const char *id);
RelataPlace relata_stix_place(const RelataStix *stix, const RelataStixObject *object);
/* Returns the day of a time stamp as EDTF, NULL where it says none; newly allocated. */
char *relata_stix_day(const RelataStix *stix, const RelataStixObject *object, RelataStixKey key);

/* ── stix_actors.c ── */

/* Returns what an object is called, never its id. Newly allocated. */
char *relata_stix_name(const RelataStix *stix, const RelataStixObject *object);
/* Returns the actor of a reference; one who is expected where the file does not have it. */
guint relata_stix_actor(const RelataStix *stix, const char *reference, RelataPlace where);
/* Declares all actors of the file. */
void relata_stix_declare_actors(RelataStix *stix);

/* ── stix_documents.c ── */

/* Return the document of a reference (of relata_stix_list(), its first word), of a report, note … and of the
 * file itself. RELATA_NONE for a reference that names nothing. */
guint relata_stix_reference(RelataStix *stix, const char *const *reference, RelataPlace where);
guint relata_stix_report(RelataStix *stix, const RelataStixObject *report);
guint relata_stix_file(RelataStix *stix);

/* ── stix_claims.c ── */

/* Adds the claims of all relationships and sightings. */
void relata_stix_add_claims(RelataStix *stix);

/* ── stix_prose.c ── */

/* A description without its markup, and which sentences end with which citation. */
typedef struct RelataStixProse RelataStixProse;

/* O(description) */
RelataStixProse *relata_stix_prose_new(const char *description);
void relata_stix_prose_free(RelataStixProse *prose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataStixProse, relata_stix_prose_free)
/* Returns the sentences that end with a citation of this name, with " … " between those that do not follow
 * each other; the whole where the name is NULL or not cited; NULL where there are no words. Newly allocated.
 */
char *relata_stix_prose_about(RelataStixProse *prose, const char *citation);

G_END_DECLS

#endif
