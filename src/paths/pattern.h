/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path patterns: what the sequence of hops from one actor to another must match. Syntax and meaning are those
 * of SPARQL 1.1 property paths (W3C 2013, section 9) over relation types, with repetition counts as in ISO
 * GQL, sign classes and tests of the actors on the way:
 *
 *   attacks          one hop along a relation of the type or its subtypes; a symmetric one goes both ways
 *   ^attacks         the same against the relation's direction; ^(a/b) is ^b/^a
 *   a/b   a|b        a followed by b; a or b
 *   a?  a*  a+       at most one; any number; at least one
 *   a{2} a{1,3} a{2,} a{,3} a{,}; a part has one count, (a?)+ two
 *   .                one hop along any relation; (.|^.) in either direction
 *   !a  !(a|^b)      one hop along (against) a relation of another type; !() is .
 *   [-] [0] [+]      one hop along a hostile, neutral, friendly relation
 *   attacks[during=2021, certainty=probable, document=a|b]
 *                    the same, where the tie also stands with these options of the selection in the place
 *                    of its own; behind any of the above
 *   <type=person>    no hop: the actor reached is of the type or its subtypes; <type!=person> is not
 *   <id=taliban>     no hop: the actor reached is the one with that id, name or alias; <id!=…> is not
 *   (a)              grouping; 'a b' quotes a name with other characters
 *
 * A pattern is compiled by Thompson's construction (1968), and its empty moves are removed. */
#ifndef RELATA_PATHS_PATTERN_H
#define RELATA_PATHS_PATTERN_H

#include "network/adjacency.h"

RELATA_BEGIN_DECLS

#define RELATA_PATTERN_MAX_STATES 64
#define RELATA_PATTERN_MAX_TESTS  32

/* A hop from one state to another. It can be taken where ways[step][relation type] shares a bit with the ways
 * of the hop and the actor that it leaves passes all tests in `guard`. */
typedef struct {
  guint state; /* the state it leads to; in the reversed list, the state it comes from */
  guint step;
  guint32 guard; /* a set of tests, as bits */
} RelataPatternArc;

typedef struct {
  guint n_states; /* state 0 is the start */
  guint n_types;
  guint n_steps;
  guint8 *ways;            /* [step][relation type] */
  const guint *conditions; /* by step: the index of its conditions, or RELATA_NONE; NULL: no step has any */
  guint *first, *reversed_first;
  RelataPatternArc *arcs, *reversed; /* arcs of state s: [first[s], first[s + 1]) */
  guint *final_first;
  guint32 *final_guards; /* a path may end in state s where one of [final_first[s], final_first[s + 1]) is
                          * passed */
} RelataAutomaton;

typedef struct RelataPattern RelataPattern;

/* Parses and compiles a pattern. Returns NULL and an error (RELATA_ERROR_VALUE, _UNKNOWN_NAME, _AMBIGUOUS)
 * whose message shows the pattern with a caret and says what was expected or which name is nearest. Free with
 * relata_pattern_free(). */
RelataPattern *relata_pattern_parse(RelataCorpus *corpus, const char *text, GError **error);
void relata_pattern_free(RelataPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPattern, relata_pattern_free)

/* Returns, by relation type, whether the pattern asks by name for this reporting type, for
 * relata_selection_admit_types(). Owned by the pattern. */
const gboolean *relata_pattern_reports(const RelataPattern *pattern);
const char *relata_pattern_text(const RelataPattern *pattern);
const RelataAutomaton *relata_pattern_automaton(const RelataPattern *pattern);
/* Returns the tests that an actor of the corpus passes, as bits. O(tests). */
guint32 relata_pattern_test(const RelataPattern *pattern, const RelataCorpus *corpus, guint actor);
gboolean relata_pattern_has_tests(const RelataPattern *pattern); /* any tests */

/* Returns how many hops of the pattern have conditions. */
guint relata_pattern_n_conditioned(const RelataPattern *pattern);
/* Puts the conditions with that index in the place of the selection's own filters of these names. A hop with
 * conditions can be taken where its tie stands under the selection, and also under the selection so changed.
 */
void relata_pattern_select(const RelataPattern *pattern, guint index, RelataSelection *selection);
/* Returns the pattern's text without its condition number `i`, counted through all hops, and sets *condition
 * to that condition's text; both are newly allocated. NULL after the last. */
char *relata_pattern_without_condition(const RelataPattern *pattern, guint i, char **condition);
/* relata_pattern_progress() returns how far the pattern is matched in a state, by an actor that passes these
 * tests: a greater number is further, and 0 is nothing. relata_pattern_whole() returns the number of the
 * whole pattern. O(size of the pattern). */
guint relata_pattern_progress(const RelataPattern *pattern, guint state, guint32 passed);
guint relata_pattern_whole(const RelataPattern *pattern);
/* Returns the beginning of the pattern that is matched at that progress, which is itself a pattern: for
 * a/(b/c|d){3}, a/(b/c|d){2}/b; for ^(a/b), ^b. It leads to exactly the actors that have got that far. Owned
 * by the pattern. */
const char *relata_pattern_prefix(const RelataPattern *pattern, guint progress);

/* Returns the automaton for any number of hops, in either direction or only along relations, for a search
 * without a pattern. Free with relata_automaton_free(). */
RelataAutomaton *relata_automaton_any(guint n_types, gboolean directed);
void relata_automaton_free(RelataAutomaton *automaton);

RELATA_END_DECLS

#endif
