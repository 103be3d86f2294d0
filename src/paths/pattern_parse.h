/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: a path pattern, and its syntax tree, before it becomes an automaton. */
#ifndef RELATA_PATHS_PATTERN_PARSE_H
#define RELATA_PATHS_PATTERN_PARSE_H

#include "corpus/corpus.h"
#include "paths/pattern.h"
#include "paths/pattern_condition.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_PATTERN_STEP,   /* one hop */
  RELATA_PATTERN_TEST,   /* a test of the actor reached */
  RELATA_PATTERN_ROW,    /* parts one after the other; without parts: nothing */
  RELATA_PATTERN_CHOICE, /* any one of the parts */
  RELATA_PATTERN_REPEAT  /* its only part, least to most times */
} RelataPatternKind;

typedef struct {
  RelataPatternKind kind;
  guint index;        /* index of the step or test */
  guint begin, end;   /* byte range of its text, with brackets and counts, without "^"; rows have none */
  gboolean is_turned; /* by an odd number of "^": it stands for ^ and its text */
  guint least, most;  /* of REPEAT; G_MAXUINT as most: no limit */
  GPtrArray *parts;   /* of RelataPatternNode; owned */
} RelataPatternNode;

typedef struct {
  gboolean negated;
  GArray *types;  /* actor types (guint), or NULL */
  GArray *actors; /* actors (guint), or NULL */
} RelataPatternTest;

typedef struct {
  RelataPatternNode *root;
  GPtrArray *steps;      /* of guint8 *: by relation type, the ways in which it may be walked */
  GArray *tests;         /* of RelataPatternTest */
  GPtrArray *conditions; /* of GArray of RelataPatternCondition: those of one hop each */
  GArray *conditions_of; /* of guint: by step, the index of its conditions, or RELATA_NONE */
  guint n_types;
  gboolean *reports; /* by relation type: it is reporting, and the pattern asks for it by name */
} RelataPatternTree;

/* A pattern, with its tree. */
struct RelataPattern {
  char *text;
  RelataPatternTree *tree;
  RelataAutomaton *automaton;
  GPtrArray *prefixes;  /* of char *: texts of the beginnings, by progress */
  GArray *matched;      /* of Matched, by state */
  guint *matched_first; /* of state s: [matched_first[s], matched_first[s + 1]) */
};

/* Returns the tests that an actor passes, as bits. O(tests). */
guint32 relata_pattern_tree_test(const RelataPatternTree *tree, const RelataCorpus *corpus, guint actor);

/* As relata_pattern_without_condition(), of the pattern with that text. */
char *relata_pattern_tree_without_condition(const RelataPatternTree *tree, const char *text, guint i,
                                            char **condition);

/* Return an empty node, and a tree without a root, in which no type is one of reporting. Free with the
 * functions below. */
RelataPatternNode *relata_pattern_node_new(RelataPatternKind kind, guint index);
RelataPatternTree *relata_pattern_tree_new(const RelataSchema *schema);
/* Frees a node, of type RelataPatternNode *, with its parts. */
void relata_pattern_node_free(gpointer node);

/* Parses a pattern; errors as relata_pattern_parse(). O(n · types). */
RelataPatternTree *relata_pattern_tree_parse(RelataCorpus *corpus, const char *text, GError **error);
void relata_pattern_tree_free(RelataPatternTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPatternTree, relata_pattern_tree_free)

G_END_DECLS

#endif
