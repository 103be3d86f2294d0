/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One brat document on its way into the corpus: what the files brat_*.c share. */
#ifndef RELATA_READ_BRAT_H
#define RELATA_READ_BRAT_H

#include "corpus/corpus.h"
#include "read/annotation_conf.h"
#include "read/brat_parse.h"
#include "read/brat_text.h"

G_BEGIN_DECLS

/* What a T is there for. */
typedef enum {
  RELATA_BRAT_NOTHING, /* a mark that means nothing, or one that is wrong */
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
  const char *id;             /* of the document */
  const RelataText *text;     /* or NULL */
  RelataSentences *sentences; /* or NULL */
  /* By record: */
  RelataBratUse *use;
  guint *actor_of;    /* a mention's actor, or RELATA_NONE */
  guint *first_about; /* the first A, N or # about a record; the next one about the same; RELATA_NONE ends */
  guint *next_about;
} RelataBratReader;

/* Warns of what annotation.conf does not list or allow. */
void relata_brat_check_conf(const RelataBratReader *reader);
/* Sets use and actor_of, makes the actors that are new, and adds the mentions. */
void relata_brat_resolve(RelataBratReader *reader);
/* Adds claims, events and figures. */
void relata_brat_build(RelataBratReader *reader);

/* What attributes and notes say about an R or E; figure is NULL where it is none. Sets nothing that they do
 * not say. */
void relata_brat_read_facts(const RelataBratReader *reader, const RelataBratRecord *record, guint index,
                            RelataStatement *said, RelataFigure *figure);

/* A mark's date: from its N line, its note, else its text. FALSE, and a diagnostic, where there is none. */
gboolean relata_brat_date_of(const RelataBratReader *reader, guint mark, RelataDate *date);

/* The reference text of a T in one line, newly allocated. */
char *relata_brat_words(const RelataBratRecord *mark);

/* ── Values (brat_values.c) ── */

/* A date in EDTF or in English words ("26 August 2021", "August 26, 2021", "Aug. 2021", "2014") as EDTF,
 * newly allocated; NULL when it is none. */
char *relata_brat_read_date(const char *words);
/* The numbers that words give: "1,200", "1,200–1,500", "between 1200 and 1500", "2,000 to 3,000", "at least
 * 13", "up to 500". A side that they leave open is NAN. FALSE when there is no number or another form. */
gboolean relata_brat_read_range(const char *words, double *min, double *max);

G_END_DECLS

#endif
