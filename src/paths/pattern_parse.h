/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: a path pattern as it is written, before it is an automaton. */
#ifndef RELATA_PATHS_PATTERN_PARSE_H
#define RELATA_PATHS_PATTERN_PARSE_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_PATTERN_STEP,   /* one hop */
  RELATA_PATTERN_TEST,   /* of the actor reached */
  RELATA_PATTERN_ROW,    /* parts one after the other; of none: nothing */
  RELATA_PATTERN_CHOICE, /* one of the parts */
  RELATA_PATTERN_REPEAT  /* the only part, least to most times */
} RelataPatternKind;

typedef struct {
  RelataPatternKind kind;
  guint index;        /* of the step or test */
  guint begin, end;   /* its text, in bytes: with brackets and counts, without "^"; rows have none */
  gboolean is_turned; /* by an odd number of "^": it stands for ^ its text */
  guint least, most;  /* REPEAT; most: G_MAXUINT for no limit */
  GPtrArray *parts;   /* of RelataPatternNode; owned */
} RelataPatternNode;

typedef struct {
  gboolean negated;
  GArray *types;  /* actor types (guint), or NULL */
  GArray *actors; /* actors (guint), or NULL */
} RelataPatternTest;

typedef struct {
  RelataPatternNode *root;
  GPtrArray *steps; /* of guint8 *: the ways in which each relation type may be walked */
  GArray *tests;    /* of RelataPatternTest */
  guint n_types;
} RelataPatternTree;

/* Errors as relata_pattern_parse(). O(n · types). */
RelataPatternTree *relata_pattern_tree_parse(RelataCorpus *corpus, const char *text, GError **error);
void relata_pattern_tree_free(RelataPatternTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPatternTree, relata_pattern_tree_free)

G_END_DECLS

#endif
