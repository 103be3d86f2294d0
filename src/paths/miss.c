/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the field of a question that prevents a path. */
#include "paths/ground.h"
#include "paths/miss.h"
#include "text/display.h"

#include <string.h>

/* Returns the fewest hops of an answer, or G_MAXUINT where it has no path. */
static guint
fewest_hops(const RelataPathFindings *findings)
{
  const GPtrArray *paths = findings->answer->paths;
  return paths->len > 0 ? ((const RelataPath *)g_ptr_array_index(paths, 0))->n_hops : G_MAXUINT;
}

typedef struct {
  RelataPathFindings *findings;
  char *field;
  GPtrArray *others; /* what else opens a path, in words, owned */
} Best;

/* Notes a field that opens a path, but no better one. */
static void
note_other(Best *best, const char *field, gboolean by_adding)
{
  g_ptr_array_add(best->others, g_strconcat(by_adding ? "with " : "without ", field, NULL));
}

static void
try_lifted(Best *best, const RelataPathQuestion *question, char *field, gboolean by_adding)
{
  RelataPathFindings *findings = relata_path_ask(question, NULL);
  const guint hops = findings != NULL ? fewest_hops(findings) : G_MAXUINT;
  if (hops < (best->findings != NULL ? fewest_hops(best->findings) : G_MAXUINT)) {
    if (best->findings != NULL)
      note_other(best, best->field, best->findings->by_adding);
    relata_path_findings_free(best->findings);
    g_free(best->field);
    best->findings = findings;
    best->field = field;
    findings->by_adding = by_adding;
    return;
  }
  if (hops < G_MAXUINT)
    note_other(best, field, by_adding);
  relata_path_findings_free(findings);
  g_free(field);
}

char *
relata_miss_names_field(const RelataCorpus *corpus, const char *field, const guint *actors, guint n)
{
  g_autoptr(GString) list = g_string_new(field);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(list, "%s%s", i > 0 ? "," : " ", relata_corpus_actor(corpus, actors[i])->id);
  return g_string_free(g_steal_pointer(&list), FALSE);
}

char *
relata_miss_filter_field(const RelataSelection *selection, RelataFilter filter)
{
  if (relata_filters[filter].argument == NULL)
    return g_strdup_printf("`%s`", relata_filters[filter].name);
  g_autofree char *quoted = relata_display_shell_word(relata_selection_value(selection, filter));
  return g_strdup_printf("`%s` %s", relata_filters[filter].name, quoted);
}

/* Removes one constraint and returns how it was given (newly allocated); NULL where it was not set. */
typedef char *(*Lift)(RelataPathQuestion *question);

static char *
lift_directed(RelataPathQuestion *question)
{
  const gboolean was = question->directed;
  question->directed = FALSE;
  return was ? g_strdup("`directed`") : NULL;
}

static char *
lift_max_hops(RelataPathQuestion *question)
{
  const guint was = question->max_hops;
  question->max_hops = 0;
  return was > 0 ? g_strdup_printf("`max-hops` %u", was) : NULL;
}

static char *
lift_via(RelataPathQuestion *question)
{
  const guint n = question->n_via;
  question->n_via = 0;
  return n > 0 ? relata_miss_names_field(question->corpus, "`via`", question->via, n) : NULL;
}

static char *
lift_avoid(RelataPathQuestion *question)
{
  const guint n = question->n_avoid;
  question->n_avoid = 0;
  return n > 0 ? relata_miss_names_field(question->corpus, "`avoid`", question->avoid, n) : NULL;
}

static char *
lift_along(RelataPathQuestion *question)
{
  const RelataPattern *was = question->pattern;
  question->pattern = NULL;
  if (was == NULL)
    return NULL;
  g_autofree char *quoted = g_shell_quote(relata_pattern_text(was)); /* it may contain quotation marks */
  return g_strdup_printf("`along` %s", quoted);
}

static char *
lift_in_order(RelataPathQuestion *question)
{
  const gboolean was = question->in_order;
  question->in_order = FALSE;
  return was ? g_strdup("`in-order`") : NULL;
}

/* Asks in each looser mode, the strictest first. Without a pattern, and without actors to go by, what may
 * come twice opens no path. */
static void
try_modes(Best *best, const RelataPathQuestion *question)
{
  static const RelataPathMode modes[] = {RELATA_MODE_ACYCLIC, RELATA_MODE_SIMPLE, RELATA_MODE_TRAIL,
                                         RELATA_MODE_WALK};
  const RelataPathMode mode =
      relata_path_mode_of(question->mode, question->pattern != NULL, question->from == question->to);
  const char *name = relata_path_modes[question->mode != RELATA_MODE_USUAL ? question->mode : mode].name;
  guint i = 0;
  while (modes[i] != mode)
    i++;
  if (question->pattern == NULL && question->n_via == 0)
    return;
  while (++i < G_N_ELEMENTS(modes) && best->findings == NULL) {
    RelataPathQuestion looser = *question;
    looser.mode = modes[i];
    try_lifted(best, &looser, g_strdup_printf("`mode` %s", name), FALSE);
    if (best->findings != NULL)
      best->findings->instead = looser.mode;
  }
}

/* Asks for one path, where more were asked for. */
static void
try_one(Best *best, const RelataPathQuestion *question, const RelataPathQuestion *one)
{
  const char *name = relata_path_selectors[question->selector].name;
  if (question->selector == RELATA_PATHS_BEST && question->count > 1)
    try_lifted(best, one, g_strdup_printf("`%s` %u", name, question->count), FALSE);
  else if (question->selector == RELATA_PATHS_GROUPS)
    try_lifted(best, one, g_strdup_printf("`%s` %u", name, question->groups), FALSE);
  else if (question->selector != RELATA_PATHS_BEST)
    try_lifted(best, one, g_strdup_printf("`%s`", name), FALSE);
}

static char *
lift_same(RelataPathQuestion *question)
{
  static const char *const fields[] = {NULL, "`same-document`", "`same-origin`"};
  const RelataSame was = question->same;
  question->same = RELATA_SAME_NOTHING;
  return g_strdup(fields[was]);
}

static const Lift lifts[] = {lift_directed, lift_max_hops, lift_via, lift_avoid,
                             NULL,          lift_in_order, lift_same}; /* NULL: the pattern */

/* Asks without each single condition of the pattern's hops. */
static void
try_without_conditions(Best *best, const RelataPathQuestion *question)
{
  RelataCorpus *corpus =
      (RelataCorpus *)(gpointer)question->corpus; /* resolving names fills an index in it */
  char *condition, *text;
  for (guint i = 0; question->pattern != NULL &&
                    (text = relata_pattern_without_condition(question->pattern, i, &condition)) != NULL;
       i++) {
    g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, text, NULL);
    RelataPathQuestion lifted = *question;
    lifted.pattern = pattern;
    if (pattern != NULL)
      try_lifted(best, &lifted, g_strdup_printf("the condition %s in `along`", condition), FALSE);
    g_free(condition);
    g_free(text);
  }
}

static void
try_without(Best *best, const RelataPathQuestion *question, RelataFilter filter)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
  relata_selection_clear(selection, filter);
  RelataPathQuestion lifted = *question;
  lifted.selection = selection;
  lifted.ground = relata_path_ground_lift(question->ground, filter, selection, NULL);
  if (lifted.ground != NULL)
    try_lifted(best, &lifted, relata_miss_filter_field(question->selection, filter), FALSE);
}

/* Asks with the claims of reporting relations, if there are any that were left out. */
static void
try_reporting(Best *best, const RelataPathQuestion *question)
{
  if (question->ground->network->n_reports == 0)
    return;
  g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
  relata_selection_set(selection, RELATA_FILTER_REPORTING, NULL, NULL);
  RelataPathQuestion with = *question;
  with.selection = selection;
  with.ground = relata_path_ground_lift(question->ground, RELATA_FILTER_REPORTING, selection, NULL);
  if (with.ground != NULL)
    try_lifted(best, &with, g_strdup("`reporting`"), TRUE);
}

static gboolean
names_reports(const RelataPattern *pattern)
{
  const guint n_types = relata_pattern_automaton(pattern)->n_types;
  for (guint i = 0; i < n_types; i++)
    if (relata_pattern_reports(pattern)[i])
      return TRUE;
  return FALSE;
}

/* Asks the question without its pattern. The reports that only the pattern asked for are then left out. */
static void
try_without_pattern(Best *best, const RelataPathQuestion *question)
{
  RelataPathQuestion lifted = *question;
  char *name = lift_along(&lifted);
  if (name == NULL)
    return;
  g_autoptr(RelataSelection) selection = NULL;
  if (names_reports(question->pattern)) {
    selection = relata_selection_copy(question->selection);
    relata_selection_admit_types(selection, NULL);
    lifted.selection = selection;
    lifted.ground = NULL;
  }
  try_lifted(best, &lifted, name, FALSE);
}

/* Asks with each other single field lifted, or set. */
static void
try_fields(Best *best, const RelataPathQuestion *one)
{
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (relata_selection_is_set(one->selection, filter) && filter != RELATA_FILTER_REPORTING)
      try_without(best, one, filter);
  try_reporting(best, one);
  try_without_conditions(best, one);
  for (guint i = 0; i < G_N_ELEMENTS(lifts); i++) {
    if (lifts[i] == NULL) {
      try_without_pattern(best, one);
      continue;
    }
    RelataPathQuestion lifted = *one;
    char *name = lifts[i](&lifted);
    if (name != NULL)
      try_lifted(best, &lifted, name, FALSE);
  }
  if (!one->whole) { /* an error where nothing is a part */
    RelataPathQuestion whole = *one;
    whole.whole = TRUE;
    try_lifted(best, &whole, g_strdup("`whole`"), TRUE);
  }
}

/* Gives the other fields to the findings, and lets the list go. */
static void
keep_others(Best *best)
{
  g_ptr_array_add(best->others, NULL);
  char **others = (char **)g_ptr_array_free(best->others, FALSE);
  if (best->findings != NULL && others[0] != NULL)
    best->findings->also = g_steal_pointer(&others);
  g_strfreev(others);
}

RelataPathFindings *
relata_path_nearest_miss(const RelataPathQuestion *question, char **field)
{
  g_return_val_if_fail(question != NULL && field != NULL, NULL);
  *field = NULL;
  if (!relata_path_question_check(question, NULL))
    return NULL;
  g_autoptr(RelataPathGround) ground =
      question->ground != NULL ? relata_path_ground_ref(question->ground)
                               : relata_path_ground_new(question->corpus, question->selection, NULL);
  if (ground == NULL)
    return NULL;
  Best best = {NULL, NULL, g_ptr_array_new()};
  RelataPathQuestion one = relata_path_question_for_first(question);
  one.ground = ground;
  try_modes(&best, &one);
  if (best.findings == NULL)
    try_one(&best, question, &one);
  if (best.findings == NULL)
    try_fields(&best, &one);
  *field = best.field;
  keep_others(&best);
  return best.findings;
}
