/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/path_rule.h"

const RelataPathWord relata_path_modes[RELATA_N_MODES] = {
    [RELATA_MODE_USUAL] = {NULL, "a trail along a pattern, otherwise acyclic"},
    [RELATA_MODE_WALK] = {"walk", "anything may come again, as in SPARQL"},
    [RELATA_MODE_TRAIL] = {"trail", "no tie twice"},
    [RELATA_MODE_ACYCLIC] = {"acyclic", "no actor twice"},
    [RELATA_MODE_SIMPLE] = {"simple", "no actor twice, but the last may be the first: a circle"},
};

const RelataPathWord relata_path_selectors[RELATA_N_PATHS] = {
    [RELATA_PATHS_BEST] = {"paths", "the N best"},
    [RELATA_PATHS_ANY] = {"any", "one, whichever is found with least effort"},
    [RELATA_PATHS_ALL] = {"all", "every one that is as good as the best"},
    [RELATA_PATHS_GROUPS] = {"groups", "every one of the N best groups of equally good paths"},
    [RELATA_PATHS_EVERY] = {"every", "every one within `max-hops`"},
};

const RelataPathWord relata_path_ordered[RELATA_N_ORDERED] = {
    [RELATA_ORDERED_HOPS] = {NULL, "fewest hops"},
    [RELATA_ORDERED_STRONGEST] = {"strongest", "the best corroborated weakest hop"},
    [RELATA_ORDERED_MOST_RELIABLE] = {"most-reliable", "the highest confidence in all hops"},
    [RELATA_ORDERED_AVOID_HUBS] = {"avoid-hubs", "the least connected actors"},
    [RELATA_ORDERED_IN_TIME] = {"in-order", "fewest hops, none earlier than the one before it"},
};

const RelataPathWord relata_path_asks[RELATA_N_ASKS] = {
    [RELATA_ASKS_PLAIN] = {NULL, "neither"},
    [RELATA_ASKS_ALONG] = {"along", "a pattern"},
    [RELATA_ASKS_VIA] = {"via", "actors to go by"},
};

const RelataPathWord relata_path_answers[RELATA_N_ANSWERS] = {
    [RELATA_ANSWER_REFUSED] = {"-", "refused"},
    [RELATA_ANSWER_WALKS] = {"w", "the best walks are such paths"},
    [RELATA_ANSWER_PARTS] = {"p", "the paths are parted by where they leave the best one (Yen 1971)"},
    [RELATA_ANSWER_CHECKED] = {"c", "the best walks, if one of them is such a path; otherwise b"},
    [RELATA_ANSWER_BEGINNINGS] = {"b",
                                  "beginnings of paths are continued, the best first, under a work limit"},
};

/* ── The table ───────────────────────────────────────────────────────────────────────────── */

#define ANYTHING G_MAXUINT
#define BIT(of)  (1u << (of))

#define WALKS   BIT(RELATA_MODE_WALK)
#define ACYCLIC BIT(RELATA_MODE_ACYCLIC)
#define PLAIN   BIT(RELATA_ASKS_PLAIN)
#define VIA     BIT(RELATA_ASKS_VIA)
#define ONE     BIT(RELATA_N_PATHS) /* of the best, a single one */
#define FIRST   (ONE | BIT(RELATA_PATHS_ANY) | BIT(RELATA_PATHS_ALL))
#define BY_WORTH                                                                                             \
  (BIT(RELATA_ORDERED_STRONGEST) | BIT(RELATA_ORDERED_MOST_RELIABLE) | BIT(RELATA_ORDERED_AVOID_HUBS))

typedef struct {
  guint modes, selectors, ordered, asks; /* sets, as bits */
  RelataPathAnswered answered;
  const char *why; /* it is refused */
} Rule;

/* The first row that fits is in force. Without a pattern, what comes back to an actor can be left out of a
 * path, which gets no worse: so the best walks are acyclic. */
static const Rule rules[] = {
    {ANYTHING, BIT(RELATA_PATHS_ANY), BY_WORTH, ANYTHING, RELATA_ANSWER_REFUSED,
     "where any path will do, there is no order among them"},
    {ACYCLIC, ~FIRST | ONE, ANYTHING, PLAIN, RELATA_ANSWER_PARTS, NULL},
    {ANYTHING, FIRST, ANYTHING, PLAIN, RELATA_ANSWER_WALKS, NULL},
    {ANYTHING, ANYTHING, ANYTHING, VIA, RELATA_ANSWER_BEGINNINGS, NULL},
    {WALKS, FIRST, ANYTHING, ANYTHING, RELATA_ANSWER_WALKS, NULL},
    {ANYTHING, FIRST, ANYTHING, ANYTHING, RELATA_ANSWER_CHECKED, NULL},
    {ANYTHING, ANYTHING, ANYTHING, ANYTHING, RELATA_ANSWER_BEGINNINGS, NULL},
};

RelataPathAnswered
relata_path_rule(RelataPathMode mode, RelataPathSelector selector, gboolean several,
                 RelataPathOrdered ordered, RelataPathAsks asks, const char **why)
{
  g_return_val_if_fail(mode > RELATA_MODE_USUAL && mode < RELATA_N_MODES, RELATA_ANSWER_REFUSED);
  g_return_val_if_fail((guint)selector < RELATA_N_PATHS && (guint)asks < RELATA_N_ASKS,
                       RELATA_ANSWER_REFUSED);
  g_return_val_if_fail((guint)ordered < RELATA_N_ORDERED, RELATA_ANSWER_REFUSED);
  const guint wanted = selector == RELATA_PATHS_BEST && !several ? ONE : BIT(selector);
  const Rule *rule = rules;
  while ((rule->modes & BIT(mode)) == 0 || (rule->selectors & wanted) == 0 ||
         (rule->ordered & BIT(ordered)) == 0 || (rule->asks & BIT(asks)) == 0)
    rule++;
  if (why != NULL)
    *why = rule->why;
  return rule->answered;
}

RelataPathMode
relata_path_mode_of(RelataPathMode mode, gboolean has_pattern, gboolean same_ends)
{
  g_return_val_if_fail((guint)mode < RELATA_N_MODES, RELATA_MODE_USUAL);
  if (mode == RELATA_MODE_USUAL)
    return has_pattern ? RELATA_MODE_TRAIL : RELATA_MODE_ACYCLIC;
  return mode == RELATA_MODE_SIMPLE && !same_ends ? RELATA_MODE_ACYCLIC : mode;
}
