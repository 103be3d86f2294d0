/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one file gave, and what of it was not used: nothing is lost without a word. Readers count what is left
 * out and why; what was taken is counted in the finished corpus, so that the numbers are those of the
 * answers. In all functions the account may be NULL, which counts nothing. */
#ifndef RELATA_READ_ACCOUNT_H
#define RELATA_READ_ACCOUNT_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

typedef struct RelataAccount RelataAccount;

/* A new account of a file, whose name in diagnostics is `shown` (interned by the corpus). */
RelataAccount *relata_account_new(const char *shown);
void relata_account_free(RelataAccount *account);

/* Says as what the file is read ("stix"), what its records are called ("object") and what these consist of
 * ("key", "column"): constants, or interned by the corpus. Without it nothing is reported. */
void relata_account_begin(RelataAccount *account, const char *as, const char *record, const char *part);

/* Counts a record. */
void relata_account_record(RelataAccount *account);
/* Counts something that is left out, by the reason in words: "an end is deprecated". The reason is copied. */
void relata_account_leave_out(RelataAccount *account, const char *why);
/* Counts what says that two may be the same, by their names, which are copied: it is no relation between
 * them, and decides nothing, but is reported once with all that the file has [may-be-same]. */
void relata_account_propose(RelataAccount *account, const char *a, const char *b);
/* Counts a part that is not used, by its name, which is copied. */
void relata_account_unused(RelataAccount *account, const char *part);

/* What is said once for each file, with how often. */
typedef enum {
  RELATA_REMARK_TIMED,      /* a time of day was dropped */
  RELATA_REMARK_SOURCELESS, /* a record names no source: the file is the document */
  RELATA_REMARK_UNTYPED,    /* a claim has no word for its relation: "related" */
  RELATA_REMARK_SHORT,      /* a row has fewer fields than the header */
  RELATA_REMARK_UNIT,       /* a span is not in code points, but fits otherwise */
  RELATA_REMARK_WEIGHT,     /* a number of something that the file does not name is in a note */
  RELATA_REMARK_NO_SCHEMA,  /* an entity is of a kind that is not known: it is an actor of that type */
  RELATA_REMARK_NUMBERED,   /* an actor is called by its number, because no name is in the file */
  RELATA_N_REMARKS
} RelataRemark;

void relata_account_remark(RelataAccount *account, RelataRemark remark);

/* Reports each of the accounts, NULL among them, of the files that the finished corpus was read from: what it
 * gave [read-as], the remarks, and what is not used [unused]. O(corpus + accounts) */
void relata_accounts_report(RelataAccount *const *accounts, guint n, const RelataCorpus *corpus,
                            RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
