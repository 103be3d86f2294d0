/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The fields that claims, events and figures share, validated in one place for every format. A reader passes
 * each value as the source writes it, and its place; the functions report what is wrong with it. */
#ifndef RELATA_READ_STATEMENT_H
#define RELATA_READ_STATEMENT_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_SAID_ID,         /* not empty, without control characters */
  RELATA_SAID_DOCUMENT,   /* the id of the document that states it */
  RELATA_SAID_START,      /* where the evidence begins in the document's text, in code points from 0 */
  RELATA_SAID_END,        /* the code point after the evidence */
  RELATA_SAID_TEXT,       /* the evidence, in the words of the document */
  RELATA_SAID_PREFIX,     /* what stands right before the text, and … */
  RELATA_SAID_SUFFIX,     /* … right after it, if it stands there several times */
  RELATA_SAID_WHEN,       /* EDTF */
  RELATA_SAID_BY,         /* who says so: an actor's id or name, or other words; or a list of them */
  RELATA_SAID_STANCE,     /* affirms, denies */
  RELATA_SAID_CERTAINTY,  /* possible, probable, certain */
  RELATA_SAID_CONFIDENCE, /* a number from 0 to 1 */
  RELATA_SAID_NOTE,
  RELATA_SAID_CREDIBILITY, /* 1 … 6 (corpus/grade.h) */
  RELATA_SAID_PLACE,       /* where: an actor's id or name, or other words; figures have none */
  RELATA_SAID_LAYERS,      /* who annotated it: a list */
  RELATA_N_SAID
} RelataSaidKey;

/* The names of the keys in relata's own formats; they end with NULL. */
extern const char *const relata_said_words[RELATA_N_SAID + 1];

/* A value as it is written. What it points to is borrowed until the statement ends. */
typedef struct {
  const char *text;        /* NULL where the value is a number or a list */
  double number;           /* the value where text is NULL */
  const char *called;      /* the name of the field in the source; NULL: as in relata_said_words */
  gconstpointer at;        /* where the value stands, for place_of; NULL: at the record's place */
  const char *const *list; /* for BY, "A says that B said": A, B; for LAYERS; ends with NULL; NULL where it is
                              none */
} RelataValue;

/* A statement that is being built. */
typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  const char *subject; /* the beginning of messages about it: "R3"; or NULL */
  /* Returns the place of a value's `at`. NULL: `at` is a RelataPlace. */
  RelataPlace (*place_of)(gpointer reader, gconstpointer at);
  gpointer reader;      /* for place_of */
  RelataStatement said; /* what is set so far; its strings are interned */
  gboolean wrong;       /* a value was refused without which the rest has another meaning */
  const char *left_out; /* while a value is set that costs only itself: what messages end with; else NULL */
  const char *document; /* referred to at the end, if nothing is wrong */
  gconstpointer end_at; /* the `at` of RELATA_SAID_END */
} RelataStating;

/* Returns a new statement. where is the place of the record that it is made from. */
RelataStating relata_stating(RelataCorpus *corpus, RelataDiagnostics *diagnostics, RelataPlace where);

/* What a message about a value ends with that costs only itself, because the rest says what it says without
 * it: a date that cannot be read, and who says so, how credible it is and where. */
#define RELATA_DATE_LEFT_OUT "; what it dates is kept without it"
#define RELATA_LEFT_OUT      "; the rest is kept without it"

/* Sets a value. Reports and ignores an invalid one (an error at its place: wrong-value) and returns FALSE;
 * but TRUE where it only leaves the statement without it (WHEN: wrong-date, BY, CREDIBILITY, PLACE). Empty
 * words for TEXT, PREFIX, SUFFIX, BY, NOTE and PLACE set nothing. BY replaces an attribution that was set
 * before. */
gboolean relata_statement_set(RelataStating *stating, RelataSaidKey key, const RelataValue *value);
/* Does the same for words at the record's place; NULL and "" set nothing. */
gboolean relata_statement_set_text(RelataStating *stating, RelataSaidKey key, const char *text);

/* Sets how sure a claim is from what people write in tables and graphs: a number from 0 to 1, or of a
 * hundred, is its confidence, a word ("high", "unconfirmed" …) its certainty. Other words are a warning at
 * the record's place (wrong-value), and the statement is kept without them. NULL and "" set nothing. */
void relata_statement_set_sureness(RelataStating *stating, const char *written);

/* Sets BY from the words in which CSV and notes write a list: "A > B" means that A says that B said. */
gboolean relata_statement_set_speakers(RelataStating *stating, const RelataValue *value);

/* Checks what depends on several values, once all are set, and refers to the document. FALSE where anything
 * was wrong: leave the statement out then, because half a statement has another meaning. */
gboolean relata_statement_end(RelataStating *stating);

/* Ends the statement and adds the claim that `from` stands in the relation `type` to `to`. All three are ids;
 * types and actors need not be declared yet. FALSE where anything was wrong. */
gboolean relata_statement_add_claim(RelataStating *stating, const char *type, const char *from,
                                    const char *to);

G_END_DECLS

#endif
