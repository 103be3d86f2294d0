/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What claims, events and figures share, validated in one place for every format. A reader hands over each
 * value as its source writes it, and where it stands; what is wrong with it is said here. */
#ifndef RELATA_READ_STATEMENT_H
#define RELATA_READ_STATEMENT_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_SAID_ID,         /* not empty, without control characters */
  RELATA_SAID_DOCUMENT,   /* the id of the document that states it */
  RELATA_SAID_START,      /* where the evidence begins in the document's text, in code points from 0 … */
  RELATA_SAID_END,        /* … and the first one after it */
  RELATA_SAID_TEXT,       /* the evidence, in the document's words */
  RELATA_SAID_WHEN,       /* EDTF */
  RELATA_SAID_BY,         /* who says so: an actor's id or name, or other words */
  RELATA_SAID_STANCE,     /* affirms, denies */
  RELATA_SAID_CERTAINTY,  /* possible, probable, certain */
  RELATA_SAID_CONFIDENCE, /* a number from 0 to 1 */
  RELATA_SAID_NOTE,
  RELATA_N_SAID
} RelataSaidKey;

/* The keys in words, as relata's own formats write them; NULL at the end. */
extern const char *const relata_said_words[RELATA_N_SAID + 1];

/* A value as it is written. What it points to is borrowed until the statement ends. */
typedef struct {
  const char *text;   /* NULL: it is a number */
  double number;      /* where text is NULL */
  const char *called; /* what the source calls it; NULL: as relata_said_words */
  gconstpointer at;   /* where it stands, for place_of; NULL: where the record does */
} RelataValue;

/* A statement on its way into the corpus. */
typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  const char *subject; /* begins what is said of it: "R3"; or NULL */
  /* The place of a value's `at`; NULL: `at` is a RelataPlace. */
  RelataPlace (*place_of)(gpointer reader, gconstpointer at);
  gpointer reader;      /* for place_of */
  RelataStatement said; /* what was set so far; its strings are interned */
  gboolean wrong;       /* something was refused */
  const char *document; /* referred to at the end, when all is well */
  gconstpointer end_at; /* of RELATA_SAID_END */
} RelataStating;

/* A new one. where is the place of the record that it is made of. */
RelataStating relata_stating(RelataCorpus *corpus, RelataDiagnostics *diagnostics, RelataPlace where);

/* Takes a value; one that cannot be is said (an error at its place: wrong-value, wrong-date) and left out:
 * FALSE. Empty words for TEXT, BY and NOTE are none. */
gboolean relata_statement_set(RelataStating *stating, RelataSaidKey key, const RelataValue *value);
/* The same for words that stand where the record does; NULL and "" are none. */
gboolean relata_statement_set_text(RelataStating *stating, RelataSaidKey key, const char *text);

/* Checks what one value cannot tell, once all are set, and refers to the document. FALSE where anything was
 * wrong: half a statement says something else, and should be left out. */
gboolean relata_statement_end(RelataStating *stating);

/* Ends it and adds the claim that `from` stands in the relation `type` to `to`, all of them ids; types and
 * actors need not be declared yet. FALSE where anything was wrong. */
gboolean relata_statement_add_claim(RelataStating *stating, const char *type, const char *from,
                                    const char *to);

G_END_DECLS

#endif
