/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files brat_*.c share to bring one brat document into the corpus. */
#ifndef RELATA_READ_BRAT_BRAT_H
#define RELATA_READ_BRAT_BRAT_H

#include "corpus/corpus.h"
#include "corpus/roles.h"
#include "read/brat/annotation_conf.h"
#include "read/attributes.h"
#include "read/brat/brat_parse.h"
#include "read/brat/brat_text.h"
#include "text/sentence.h"

G_BEGIN_DECLS

/* What a T annotation is used for. */
typedef enum {
  RELATA_BRAT_NOTHING, /* its type has no meaning, or it is invalid */
  RELATA_BRAT_MENTION,
  RELATA_BRAT_TRIGGER,
  RELATA_BRAT_WHEN,
  RELATA_BRAT_PLACE
} RelataBratUse;

typedef struct {
  RelataCorpus *corpus;
  RelataSchema *schema;
  RelataDiagnostics *diagnostics;
  const RelataBrat *brat;
  const RelataAnnotationConf *conf; /* or NULL */
  guint declared;                   /* see relata_annotation_conf_declare() */
  guint document;
  const char *id;         /* of the document, or of one of its layers: the ids of statements begin with it */
  const RelataText *text; /* or NULL */
  RelataSentences *sentences; /* or NULL */
  /* Arrays indexed by record: */
  RelataBratUse *use;
  guint *actor_of;    /* the actor of a mention, or RELATA_NONE */
  guint *first_about; /* the first A, N or # about a record, and the next one; RELATA_NONE ends the list */
  guint *next_about;
  const char *
      *written; /* the type as written, where an attribute holds another (relata_brat_label()); or NULL */
} RelataBratReader;

/* Replaces the types that say nothing by those that attributes hold. The attribute's value is then the type,
 * as the same pointer. */
void relata_brat_label(RelataBratReader *reader, RelataBrat *brat);

/* Warns of what annotation.conf does not list or allow. */
void relata_brat_check_conf(const RelataBratReader *reader);
/* Sets use and actor_of, creates new actors, and adds the mentions. */
void relata_brat_resolve(RelataBratReader *reader);
/* Adds claims, events and figures. */
void relata_brat_build(RelataBratReader *reader);

/* What the arguments of an event or a figure say of its statement, beside who takes part. */
typedef struct {
  RelataStatement *said;
  GString *place; /* NULL where the statement has no place */
} RelataBratCircumstances;

/* Uses an argument whose part is to say who says so, when or where. FALSE for any other part. */
gboolean relata_brat_add_circumstance(const RelataBratReader *reader, const RelataBratRecord *subject,
                                      const RelataBratCircumstances *to, const RelataBratArgument *argument,
                                      RelataPart part);

/* Returns the part that each argument of an E takes, by its index; free with g_free(). *listed are the roles
 * that annotation.conf lists for the type, or NULL. */
RelataPart *relata_brat_parts(const RelataBratReader *reader, guint index, const RelataRole *const **listed);

/* Returns whether an R leads from its second argument to its first: where annotation.conf lists the roles in
 * the other order, else where their numbers (Arg2, Arg1) or their meanings (Target, Source) say so. Roles
 * that are named after one relation (Employer, Employee) do not: which end such a relation's name begins with
 * is known from the conf only, and brat writes the first end first. */
gboolean relata_brat_is_turned(const RelataBratReader *reader, guint index);

/* Sets in *said and *figure what attributes and notes say about an R or E, and leaves the rest as it is.
 * figure is NULL unless the record is a figure. */
void relata_brat_read_facts(const RelataBratReader *reader, const RelataBratRecord *record, guint index,
                            RelataStatement *said, RelataFigure *figure);

/* Reads a mark's date from its N line, else its note, else its text. Returns FALSE and reports it where
 * there is none. */
gboolean relata_brat_date_of(const RelataBratReader *reader, guint mark, RelataDate *date);

/* Returns the reference text of a T on one line, newly allocated. */
char *relata_brat_words(const RelataBratRecord *mark);

/* ── Values (brat_values.c) ── */

/* Returns a date in EDTF or in English words ("26 August 2021", "August 26, 2021", "Aug. 2021", "2014") as
 * EDTF, newly allocated; NULL when the words are not a date. */
char *relata_brat_read_date(const char *words);
/* Reads the range that words give: "1,200", "1,200–1,500", "between 1200 and 1500", "2,000 to 3,000", "at
 * least 13", "up to 500". An open side is NAN. FALSE when there is no number or the form is another. */
gboolean relata_brat_read_range(const char *words, double *min, double *max);

G_END_DECLS

#endif
