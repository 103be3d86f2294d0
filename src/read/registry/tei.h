/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files tei_*.c share to read one TEI file. */
#ifndef RELATA_READ_REGISTRY_TEI_H
#define RELATA_READ_REGISTRY_TEI_H

#include "read/annotated.h"
#include "read/xml/xml.h"

G_BEGIN_DECLS

/* A source that relations can point to: a bibl. Strings are owned by the corpus; NULL where it does not say
 * so. */
typedef struct {
  const char *id; /* by which relations point to it */
  const char *title, *author, *publisher, *published, *url;
  RelataPlace where;
} RelataTeiSource;

/* A relation as it is written. Strings are owned by the corpus. */
typedef struct {
  const char *id, *name, *ref, *type;
  const char *active, *passive, *mutual;
  const char *when, *from, *to, *not_before, *not_after;
  const char *cert, *resp, *source, *desc;
  RelataPlace where;
} RelataTeiRelation;

/* A name in the text that points to somebody. */
typedef struct {
  const char *pointer;
  const char *type; /* of the actor, by the name of the element: "person", "org"; NULL: it may be of any */
  RelataSpan span;  /* in code points */
  guint depth;      /* of its element */
  RelataPlace where;
} RelataTeiMark;

typedef struct {
  RelataAnnotating reading;
  RelataXml *xml;
  const char *registry; /* of the ids in the file */
  GHashTable *listed;   /* ids of the file's actors */
  GHashTable *meant; /* id of the world, "wikidata:Q42" → the file's own id of the actor who has that link */
  GHashTable *sources; /* id → RelataTeiSource */
  GPtrArray *path;     /* the names of the elements that are open; strings of the corpus */
  guint list_depth;    /* of the outermost list that is open; 0: none */
  guint text_depth;    /* of the text that is open; 0: none */
  guint n_documents;
  /* The document that is being read: */
  RelataTeiSource about;
  const char *language;
  GString *text;
  guint length;      /* of the text, in code points */
  GArray *relations; /* of RelataTeiRelation */
  GArray *marks;     /* of RelataTeiMark */
  GArray *open;      /* the indices of those whose elements are open */
} RelataTei;

/* Returns the value of an attribute of the element that began last, kept by the corpus; NULL where it is
 * missing or blank. */
const char *relata_tei_attribute(const RelataTei *tei, const char *name);
/* Returns its xml:id, likewise. */
const char *relata_tei_id(const RelataTei *tei);
/* Counts the attributes of the element that began last which are neither among `used` (ends with NULL) nor
 * its xml:id, as "person/@sex". */
void relata_tei_count_attributes(const RelataTei *tei, const char *element, const char *const *used);
/* Reads the rest of the element as words on one line, kept by the corpus; a part of a name is a word of its
 * own. NULL where there are none. */
const char *relata_tei_words(RelataTei *tei, guint depth);

/* Reads a person, personGrp, org or place, which has just begun, with the lists in it. */
void relata_tei_read_actor(RelataTei *tei, const RelataXmlEvent *start);
/* Reads a relation, which has just begun. */
void relata_tei_read_relation(RelataTei *tei, const RelataXmlEvent *start);
/* Reads a source, which has just begun, and those in it. */
void relata_tei_read_source(RelataTei *tei, const RelataXmlEvent *start);
/* Reads the element that has just begun if it is one of these, and says so. */
gboolean relata_tei_read_record(RelataTei *tei, const RelataXmlEvent *start);

/* Returns whether an element is a list of records: listPerson … but not list. */
gboolean relata_tei_is_list(const char *name);

/* Returns the actor whom a pointer means: "#anna", "persons.xml#anna", an address or a key. One whom no file
 * lists is expected only; an address declares somebody. */
guint relata_tei_actor(const RelataTei *tei, const char *pointer, RelataPlace where);
/* Returns the actor whom a pointer of a name in the text means, and who is also called by that name then
 * (NULL: it names several at once); RELATA_NONE where nobody is listed. The address of a person or an
 * organization is somebody without being listed. */
guint relata_tei_named(const RelataTei *tei, const char *pointer, const RelataTeiMark *mark,
                       const char *name);

/* Makes the claims of the document's relations. */
void relata_tei_state(RelataTei *tei, const RelataAnnotated *annotated);

G_END_DECLS

#endif
