/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path patterns: what the row of hops from one actor to another must be like. Syntax and meaning are those of
 * SPARQL 1.1 property paths (W3C 2013, section 9) over relation types, with repetition counts as in ISO GQL,
 * sign classes and tests of the actors on the way:
 *
 *   attacks          one hop along a relation of the type or a kind of it; a symmetric one goes both ways
 *   ^attacks         … against it; ^(a/b) is ^b/^a
 *   a/b   a|b        one after the other; either
 *   a?  a*  a+       at most one; any number; at least one
 *   a{2} a{1,3} a{2,} a{,3}
 *   .                one hop along any relation; (.|^.) whatever its direction
 *   !a  !(a|^b)      one hop along (against) a relation of another type
 *   [-] [0] [+]      one hop along a hostile, neutral, friendly relation
 *   <type=person>    no hop: the actor reached is of the type or a kind of it; <type!=person> is not
 *   <id=taliban>     no hop: the actor reached is the one with that id, name or alias; <id!=…> is not
 *   (a)              brackets; 'a b' quotes a name with other letters
 *
 * Compiled by Thompson's construction (1968), its empty moves taken out. */
#ifndef RELATA_PATHS_PATTERN_H
#define RELATA_PATHS_PATTERN_H

#include "network/adjacency.h"

RELATA_BEGIN_DECLS

#define RELATA_PATTERN_MAX_STATES 64
#define RELATA_PATTERN_MAX_TESTS  32

/* A hop from one state to another: taken where ways[step][relation type] shares a bit with the hop's own, and
 * the actor that it leaves passes all tests in `guard`. */
typedef struct {
  guint state; /* it leads to; in the reversed list: it comes from */
  guint step;
  guint32 guard; /* a set of tests, as bits */
} RelataPatternArc;

typedef struct {
  guint n_states; /* state 0 begins */
  guint n_types;
  guint n_steps;
  guint8 *ways; /* [step][relation type] */
  guint *first, *reversed_first;
  RelataPatternArc *arcs, *reversed; /* of state s: [first[s], first[s + 1]) */
  guint *final_first;
  guint32
      *final_guards; /* a path may end in state s where one of [final_first[s], final_first[s + 1]) holds */
} RelataAutomaton;

typedef struct RelataPattern RelataPattern;

/* NULL and an error (RELATA_ERROR_VALUE, _UNKNOWN_NAME, _AMBIGUOUS) that shows the pattern with a caret and
 * says what was expected or the nearest name. */
RelataPattern *relata_pattern_parse(RelataCorpus *corpus, const char *text, GError **error);
void relata_pattern_free(RelataPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPattern, relata_pattern_free)

const char *relata_pattern_text(const RelataPattern *pattern);
const RelataAutomaton *relata_pattern_automaton(const RelataPattern *pattern);
/* The tests that an actor passes, as bits. O(tests). */
guint32 relata_pattern_test(const RelataPattern *pattern, const RelataCorpus *corpus, guint actor);
gboolean relata_pattern_has_tests(const RelataPattern *pattern); /* any at all */
/* How far the pattern is followed in a state, by an actor that passes these tests: the greater the further, 0
 * where nothing of it is. relata_pattern_whole(): all of it. O(size of the pattern). */
guint relata_pattern_progress(const RelataPattern *pattern, guint state, guint32 passed);
guint relata_pattern_whole(const RelataPattern *pattern);
/* The beginning of the pattern that is followed so far, a pattern itself: of a/(b/c|d){3}, a/(b/c|d){2}/b; of
 * ^(a/b), ^b. It leads to just those who have got as far. The pattern's. */
const char *relata_pattern_prefix(const RelataPattern *pattern, guint progress);

/* The automaton of "any number of hops", of relations in any direction, or along them. For a search without a
 * pattern. */
RelataAutomaton *relata_automaton_any(guint n_types, gboolean directed);
void relata_automaton_free(RelataAutomaton *automaton);

RELATA_END_DECLS

#endif
