/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/question.h"

#include <string.h>

/* Actors as vertices; FALSE where the network lacks one. */
static gboolean
to_vertices(const RelataNetwork *network, const guint *actors, guint n, GArray *vertices)
{
  gboolean all = TRUE;
  for (guint i = 0; i < n; i++) {
    const guint vertex = network->vertices[actors[i]];
    if (vertex == RELATA_NONE)
      all = FALSE;
    else
      g_array_append_val(vertices, vertex);
  }
  return all;
}

/* ── The ground ──────────────────────────────────────────────────────────────────────────── */

RelataPathGround *
relata_path_ground_new(const RelataCorpus *corpus, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(corpus != NULL && selection != NULL, NULL);
  RelataNetwork *network = relata_network_new(corpus, selection, error);
  if (network == NULL)
    return NULL;
  RelataPathGround *ground = g_rc_box_new0(RelataPathGround);
  ground->network = network;
  ground->searcher = relata_path_searcher_new(network);
  return ground;
}

RelataPathGround *
relata_path_ground_ref(RelataPathGround *ground)
{
  g_return_val_if_fail(ground != NULL, NULL);
  return g_rc_box_acquire(ground);
}

static void
clear_ground(gpointer data)
{
  RelataPathGround *ground = data;
  relata_path_searcher_free(ground->searcher);
  relata_network_free(ground->network);
}

void
relata_path_ground_unref(RelataPathGround *ground)
{
  if (ground != NULL)
    g_rc_box_release_full(ground, clear_ground);
}

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

static RelataPathAnswer *
no_paths(void)
{
  RelataPathAnswer *answer = g_new0(RelataPathAnswer, 1);
  answer->paths = g_ptr_array_new();
  return answer;
}

gboolean
relata_path_query_of(const RelataPathQuestion *question, const RelataNetwork *network, GArray *via,
                     GArray *avoid, RelataPathQuery *query)
{
  g_return_val_if_fail(question != NULL && network != NULL && via != NULL && avoid != NULL && query != NULL,
                       FALSE);
  const gboolean has_via = to_vertices(network, question->via, question->n_via, via);
  to_vertices(network, question->avoid, question->n_avoid, avoid);
  *query = (RelataPathQuery){.from = network->vertices[question->from],
                             .to = network->vertices[question->to],
                             .directed = question->directed,
                             .max_hops = question->max_hops,
                             .via = (const guint *)(gconstpointer)via->data,
                             .n_via = via->len,
                             .avoid = (const guint *)(gconstpointer)avoid->data,
                             .n_avoid = avoid->len,
                             .pattern = question->pattern,
                             .order = question->order,
                             .time = question->time,
                             .all = question->all,
                             .loopless = question->loopless,
                             .probe = question->probe,
                             .count = question->count};
  return query->from != RELATA_NONE && query->to != RELATA_NONE && has_via;
}

static guint
count_reached(RelataPathSearcher *searcher, const RelataPathQuery *query, guint vertex, gboolean backward)
{
  if (vertex == RELATA_NONE)
    return 0;
  RelataPathQuery plain = *query;
  plain.pattern = NULL;
  g_autoptr(GArray) reached = relata_path_reach(searcher, &plain, vertex, backward);
  return reached->len;
}

typedef struct {
  const RelataPathQuestion *question;
  const RelataNetwork *network;
} Hearer;

static gboolean
hand_on(const RelataPath *path, gpointer data)
{
  const Hearer *hearer = data;
  return hearer->question->found(hearer->network, path, hearer->question->data);
}

static gboolean
are_actors(const RelataCorpus *corpus, const guint *actors, guint n)
{
  for (guint i = 0; i < n; i++)
    if (actors[i] >= relata_corpus_n_actors(corpus))
      return FALSE;
  return TRUE;
}

/* Whether the question can be asked at all. */
static gboolean
check(const RelataPathQuestion *question, GError **error)
{
  const char *fault = NULL;
  if (question->corpus == NULL || question->selection == NULL)
    fault = "a question is about a selection of a corpus";
  else if (!are_actors(question->corpus, &question->from, 1) ||
           !are_actors(question->corpus, &question->to, 1))
    fault = "an end of the path is not an actor of the corpus";
  else if (!are_actors(question->corpus, question->via, question->n_via) ||
           !are_actors(question->corpus, question->avoid, question->n_avoid))
    fault = "an actor to go by, or to avoid, is not in the corpus";
  if (fault != NULL)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, fault);
  return fault == NULL;
}

RelataPathFindings *
relata_path_ask(const RelataPathQuestion *question, GError **error)
{
  g_return_val_if_fail(question != NULL, NULL);
  if (!check(question, error))
    return NULL;
  g_autoptr(RelataPathFindings) findings = g_new0(RelataPathFindings, 1);
  findings->answer = no_paths();
  findings->ground = question->ground != NULL
                         ? relata_path_ground_ref(question->ground)
                         : relata_path_ground_new(question->corpus, question->selection, error);
  if (findings->ground == NULL)
    return NULL;
  findings->network = findings->ground->network;
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  RelataPathSearcher *searcher = findings->ground->searcher;
  RelataPathQuery query;
  if (relata_path_query_of(question, findings->network, via, avoid, &query)) {
    Hearer hearer = {question, findings->network};
    query.found = question->found != NULL ? hand_on : NULL;
    query.data = &hearer;
    RelataPathAnswer *answer = relata_path_search(searcher, &query, error);
    if (answer == NULL)
      return NULL;
    relata_path_answer_free(findings->answer);
    findings->answer = answer;
  }
  if (findings->answer->n_found == 0) {
    findings->n_from = count_reached(searcher, &query, query.from, FALSE);
    findings->n_to = count_reached(searcher, &query, query.to, TRUE);
  }
  return g_steal_pointer(&findings);
}

void
relata_path_findings_free(RelataPathFindings *findings)
{
  if (findings == NULL)
    return;
  relata_path_answer_free(findings->answer);
  relata_path_ground_unref(findings->ground);
  g_free(findings);
}

RelataPathProgress *
relata_path_progress_of(const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  g_return_val_if_fail(question != NULL && findings != NULL, NULL);
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  RelataPathQuery query;
  relata_path_query_of(question, findings->network, via, avoid, &query);
  if (question->pattern == NULL || query.from == RELATA_NONE)
    return NULL;
  guint matched;
  gboolean begun;
  g_autoptr(GArray) reached = relata_path_progress(findings->ground->searcher, &query, &matched, &begun);
  RelataPathProgress *progress = g_new0(RelataPathProgress, 1);
  progress->matched = relata_pattern_prefix(question->pattern, matched);
  progress->whole = matched == relata_pattern_whole(question->pattern);
  progress->begun = begun;
  progress->actors = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < reached->len; i++)
    g_array_append_val(progress->actors,
                       findings->network->actors[g_array_index(reached, RelataReached, i).vertex]);
  return progress;
}

void
relata_path_progress_free(RelataPathProgress *progress)
{
  if (progress == NULL)
    return;
  g_array_unref(progress->actors);
  g_free(progress);
}

/* ── The nearest miss ────────────────────────────────────────────────────────────────────── */

/* The fewest hops of an answer, or G_MAXUINT. */
static guint
fewest_hops(const RelataPathFindings *findings)
{
  const GPtrArray *paths = findings->answer->paths;
  return paths->len > 0 ? ((const RelataPath *)g_ptr_array_index(paths, 0))->n_hops : G_MAXUINT;
}

typedef struct {
  RelataPathFindings *findings;
  char *option;
} Best;

static void
try_lifted(Best *best, const RelataPathQuestion *lifted, char *option)
{
  RelataPathFindings *findings = relata_path_ask(lifted, NULL);
  if (findings != NULL &&
      fewest_hops(findings) < (best->findings != NULL ? fewest_hops(best->findings) : G_MAXUINT)) {
    relata_path_findings_free(best->findings);
    g_free(best->option);
    *best = (Best){findings, option};
    return;
  }
  relata_path_findings_free(findings);
  g_free(option);
}

/* As a shell takes it: bare where that will do. */
static char *
quote(const char *value)
{
  for (const char *at = value; *at != '\0'; at++)
    if (!g_ascii_isalnum(*at) && strchr("-_+.,:/", *at) == NULL)
      return g_shell_quote(value);
  return g_strdup(value);
}

static char *
names_of(const RelataCorpus *corpus, const char *option, const guint *actors, guint n)
{
  g_autoptr(GString) list = g_string_new(option);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(list, "%s%s", i > 0 ? "," : " ", relata_corpus_actor(corpus, actors[i])->id);
  return g_string_free(g_steal_pointer(&list), FALSE);
}

/* Each takes one constraint away, and returns how it was given; NULL where it was not. */
typedef char *(*Lift)(RelataPathQuestion *question);

static char *
lift_directed(RelataPathQuestion *question)
{
  const gboolean was = question->directed;
  question->directed = FALSE;
  return was ? g_strdup("--directed") : NULL;
}

static char *
lift_max_hops(RelataPathQuestion *question)
{
  const guint was = question->max_hops;
  question->max_hops = 0;
  return was > 0 ? g_strdup_printf("--max-hops %u", was) : NULL;
}

static char *
lift_via(RelataPathQuestion *question)
{
  const guint n = question->n_via;
  question->n_via = 0;
  return n > 0 ? names_of(question->corpus, "--via", question->via, n) : NULL;
}

static char *
lift_avoid(RelataPathQuestion *question)
{
  const guint n = question->n_avoid;
  question->n_avoid = 0;
  return n > 0 ? names_of(question->corpus, "--avoid", question->avoid, n) : NULL;
}

static char *
lift_along(RelataPathQuestion *question)
{
  const RelataPattern *was = question->pattern;
  question->pattern = NULL;
  if (was == NULL)
    return NULL;
  g_autofree char *quoted = g_shell_quote(relata_pattern_text(was)); /* it may hold quotation marks itself */
  return g_strdup_printf("--along %s", quoted);
}

static char *
lift_surely(RelataPathQuestion *question)
{
  const gboolean was = question->time == RELATA_TIME_SURELY;
  question->time = RELATA_TIME_POSSIBLY;
  return was ? g_strdup("--surely") : NULL;
}

static char *
lift_in_order(RelataPathQuestion *question)
{
  const RelataPathTime was = question->time;
  question->time = RELATA_TIME_IGNORED;
  return was == RELATA_TIME_IGNORED
             ? NULL
             : g_strdup(was == RELATA_TIME_SURELY ? "--in-order --surely" : "--in-order");
}

static const Lift lifts[] = {lift_directed, lift_max_hops, lift_via,     lift_avoid,
                             lift_along,    lift_surely,   lift_in_order};

RelataPathFindings *
relata_path_nearest_miss(const RelataPathQuestion *question, char **option)
{
  g_return_val_if_fail(question != NULL && option != NULL, NULL);
  *option = NULL;
  if (!check(question, NULL))
    return NULL;
  Best best = {NULL, NULL};
  RelataPathQuestion one = *question;
  one.loopless = question->loopless || (question->count > 1 && !question->all); /* as it was */
  one.all = one.probe = FALSE;
  one.count = 1;
  one.found = NULL;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    if (!relata_selection_is_set(question->selection, filter))
      continue;
    g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
    const char *value = relata_selection_value(selection, filter);
    const gboolean is_switch = relata_filters[filter].argument == NULL;
    g_autofree char *quoted = is_switch ? g_strdup("") : quote(value);
    char *name = g_strdup_printf("--%s%s%s", relata_filters[filter].name, is_switch ? "" : " ", quoted);
    relata_selection_clear(selection, filter);
    RelataPathQuestion lifted = one;
    lifted.selection = selection;
    lifted.ground = NULL;
    try_lifted(&best, &lifted, name);
  }
  for (guint i = 0; i < G_N_ELEMENTS(lifts); i++) {
    RelataPathQuestion lifted = one;
    char *name = lifts[i](&lifted);
    if (name != NULL)
      try_lifted(&best, &lifted, name);
  }
  *option = best.option;
  return best.findings;
}
