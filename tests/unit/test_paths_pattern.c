/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path patterns: who is reached along them and how far they can be followed, against the oracle's reading of
 * random ones; which option stands in the way; what is said about those that are wrong, and that nothing a
 * stranger may type does harm. */
#include "many.h"
#include "path_case.h"
#include "paths/question.h"
#include "text/error.h"

#define N_WORLDS many(175)

/* A case with a pattern to it. */
typedef struct {
  Case of;
  OraclePattern *pattern;
  RelataPattern *parsed; /* or NULL */
} PatternCase;

static void
pattern_case_init(PatternCase *at, guint32 seed, GRand *random)
{
  case_init(&at->of, seed, random);
  at->pattern = oracle_pattern_random(&at->of.world, random);
  at->parsed = relata_pattern_parse(at->of.corpus, at->pattern->text->str, NULL);
}

static void
pattern_case_clear(PatternCase *at)
{
  relata_pattern_free(at->parsed);
  oracle_pattern_free(at->pattern);
  case_clear(&at->of);
}

G_GNUC_NORETURN static void
fail(const PatternCase *at, const char *what, guint from)
{
  g_autofree char *json = world_json(&at->of.world);
  g_error("seed %u: %s, from %s along '%s'\ncorpus.json:\n%s", at->of.seed, what, world_actors[from],
          at->pattern->text->str, json);
}

/* ── Reach ──────────────────────────────────────────────────────────────────── */

typedef struct {
  guint hops[WORLD_MAX_ACTORS]; /* to who can be reached; RELATA_NONE */
} Reached;

static void
arrive(Reached *reached, const OraclePattern *pattern, guint actor, guint64 rests, guint hops)
{
  if (oracle_accepts(pattern, rests, actor) && reached->hops[actor] == RELATA_NONE)
    reached->hops[actor] = hops;
}

/* By rounds of all pairs (actor, what may be left), hop by hop. */
static Reached
reach(const World *world, OraclePattern *pattern, guint from, guint max_hops, guint avoided)
{
  Reached reached;
  guint64 seen[WORLD_MAX_ACTORS] = {0}, now[WORLD_MAX_ACTORS] = {0};
  memset(&reached, 0xff, sizeof reached);
  if (from == avoided)
    return reached;
  now[from] = seen[from] = 1;
  arrive(&reached, pattern, from, 1, 0);
  gboolean more = TRUE;
  for (guint hops = 1; more && (max_hops == 0 || hops <= max_hops); hops++) {
    guint64 next[WORLD_MAX_ACTORS] = {0};
    more = FALSE;
    for (guint actor = 0; actor < world->n_actors; actor++)
      for (guint rest = 0; rest < pattern->n_rests; rest++) {
        const GArray *heads = (now[actor] >> rest & 1) != 0 ? oracle_heads(pattern, rest, actor) : NULL;
        for (guint i = 0; heads != NULL && i < heads->len * world->n_ties; i++) {
          const Head *head = &g_array_index(heads, Head, i / world->n_ties);
          const WorldTie *tie = &world->ties[i % world->n_ties];
          guint to, ways;
          gboolean forward;
          if (!oracle_hop(tie, actor, &to, &ways, &forward) || to == avoided ||
              !oracle_takes(pattern, head, tie->type, ways))
            continue;
          next[to] |= (guint64)1 << head->rest;
          arrive(&reached, pattern, to, (guint64)1 << head->rest, hops);
        }
      }
    for (guint actor = 0; actor < world->n_actors; actor++) {
      now[actor] = next[actor] & ~seen[actor];
      seen[actor] |= next[actor];
      more = more || now[actor] != 0;
    }
  }
  return reached;
}

/* Those of `hops` that are known, nearest first, equals by id. */
static gboolean
is_list(const PatternCase *at, const GArray *list, const guint *hops)
{
  guint n = 0;
  for (guint i = 0; i < at->of.world.n_actors; i++)
    n += hops[i] != RELATA_NONE;
  for (guint i = 0; i < list->len; i++) {
    const RelataReached *one = &g_array_index(list, RelataReached, i), *before = i > 0 ? one - 1 : NULL;
    if (one->hops != hops[at->of.network->actors[one->vertex]] ||
        (before != NULL &&
         (before->hops > one->hops || (before->hops == one->hops && before->vertex >= one->vertex))))
      return FALSE;
  }
  return n == list->len;
}

/* An actor to avoid, or RELATA_NONE, and its vertex. */
static guint
draw_avoided(const PatternCase *at, GRand *random, guint *vertex)
{
  const guint avoided = world_below(random, at->of.world.n_actors);
  *vertex = at->of.network->vertices[avoided];
  return world_one_in(random, 3) ? avoided : RELATA_NONE;
}

static guint
check_reach(PatternCase *at, OraclePattern *pattern, RelataPathQuery *query, guint avoided)
{
  Reached all[WORLD_MAX_ACTORS];
  guint n = 0;
  for (guint from = 0; from < at->of.world.n_actors; from++) {
    all[from] = reach(&at->of.world, pattern, from, query->max_hops, avoided);
    g_autoptr(GArray) list = relata_path_reach(at->of.searcher, query, at->of.network->vertices[from], FALSE);
    if (!is_list(at, list, all[from].hops))
      fail(at, query->pattern != NULL ? "reached" : "reached without the pattern", from);
    n += list->len > 1;
  }
  for (guint to = 0; to < at->of.world.n_actors; to++) {
    guint hops[WORLD_MAX_ACTORS];
    for (guint from = 0; from < at->of.world.n_actors; from++)
      hops[from] = all[from].hops[to];
    g_autoptr(GArray) list = relata_path_reach(at->of.searcher, query, at->of.network->vertices[to], TRUE);
    if (!is_list(at, list, hops))
      fail(at, query->pattern != NULL ? "reached backward" : "reached backward without the pattern", to);
    n += list->len > 1;
  }
  return n;
}

static void
test_reach(void)
{
  guint n_along = 0, n_any = 0;
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    PatternCase at;
    pattern_case_init(&at, seed, random);
    guint vertex;
    const guint avoided = draw_avoided(&at, random, &vertex);
    RelataPathQuery query = {.max_hops = world_below(random, 5), .avoid = &vertex};
    query.n_avoid = avoided != RELATA_NONE;
    query.directed = world_one_in(random, 2);
    g_autoptr(OraclePattern) any = oracle_pattern_any(&at.of.world, query.directed);
    n_any += check_reach(&at, any, &query, avoided);
    query.directed = FALSE;
    query.pattern = at.parsed;
    if (at.parsed != NULL && !at.pattern->too_many)
      n_along += check_reach(&at, at.pattern, &query, avoided);
    pattern_case_clear(&at);
  }
  g_test_message("reached %u and, along patterns, %u", n_any, n_along);
  g_assert_cmpuint(n_any, >, 2 * N_WORLDS);
  g_assert_cmpuint(n_along, >, N_WORLDS);
}

/* ── Progress ────────────────────────────────────────────────────────────────────────────── */

/* The last of all beginnings of the pattern that leads anywhere is where it stops. FALSE: one of them is too
 * much for the oracle. */
static gboolean
find_farthest(PatternCase *at, guint from, guint max_hops, guint avoided, Beginning *farthest,
              Reached *reached)
{
  g_autoptr(GArray) beginnings = oracle_all_beginnings(at->pattern);
  for (guint i = beginnings->len; i-- > 0;) {
    *farthest = g_array_index(beginnings, Beginning, i);
    oracle_begin_with(at->pattern, farthest->expr);
    *reached = reach(&at->of.world, at->pattern, from, max_hops, avoided);
    if (at->pattern->too_many)
      return FALSE;
    for (guint actor = 0; actor < at->of.world.n_actors; actor++)
      if (reached->hops[actor] != RELATA_NONE)
        return TRUE;
  }
  return TRUE; /* where it begins is avoided */
}

/* That the beginning, read as a pattern, leads where it is said to. */
static void
check_beginning(PatternCase *at, RelataPathQuery query, const char *text, const Reached *reached, guint from)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = relata_pattern_parse(at->of.corpus, text, &error);
  query.pattern = pattern;
  if (pattern == NULL) {
    if (*text != '\0' && strstr(error->message, "is too large") == NULL)
      fail(at, error->message, from);
    return;
  }
  g_autoptr(GArray) list = relata_path_reach(at->of.searcher, &query, query.from, FALSE);
  if (!is_list(at, list, reached->hops))
    fail(at, text, from);
}

static void
test_progress(void)
{
  guint n = 0, n_in_part = 0, n_whole = 0, n_counted = 0;
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    PatternCase at;
    pattern_case_init(&at, seed, random);
    guint vertex, progress;
    gboolean begun;
    const guint from = world_below(random, at.of.world.n_actors),
                avoided = draw_avoided(&at, random, &vertex);
    RelataPathQuery query = {.max_hops = world_below(random, 5), .avoid = &vertex, .pattern = at.parsed};
    query.n_avoid = avoided != RELATA_NONE;
    query.from = at.of.network->vertices[from];
    Beginning farthest;
    Reached reached;
    if (at.parsed != NULL && find_farthest(&at, from, query.max_hops, avoided, &farthest, &reached)) {
      g_autoptr(GArray) list = relata_path_progress(at.of.searcher, &query, &progress, &begun);
      const char *said = relata_pattern_prefix(at.parsed, progress);
      const guint is_whole = strcmp(said, at.pattern->written->text) == 0;
      g_autofree char *wrong = g_strdup_printf("followed '%s', not '%s'", said, farthest.text);
      if (from != avoided && strcmp(said, farthest.text) != 0)
        fail(&at, wrong, from);
      if (!is_list(&at, list, reached.hops))
        fail(&at, "followed to others", from);
      if (from != avoided && (progress == relata_pattern_whole(at.parsed)) != (is_whole == 1))
        fail(&at, "the whole pattern", from);
      check_beginning(&at, query, farthest.text, &reached, from);
      n++;
      n_whole += is_whole;
      n_in_part += begun && !is_whole;
      n_counted += begun && !is_whole && strchr(said, '{') != NULL;
    }
    pattern_case_clear(&at);
  }
  g_test_message("%u followed: %u to the end, %u in part, %u of these counted", n, n_whole, n_in_part,
                 n_counted);
  g_assert_cmpuint(n, >, N_WORLDS / 2);
  g_assert_cmpuint(n_whole, >, N_WORLDS / 10);
  g_assert_cmpuint(n_in_part, >, N_WORLDS / 10);
  g_assert_cmpuint(n_counted, >, N_WORLDS / 100);
}

/* ── What is wrong ───────────────────────────────────────────────────────────────────────── */

/* A schema and actors to name: two of them share a name. */
static RelataCorpus *
names_corpus(void)
{
  const RelataPlace nowhere = {NULL, 0, 0};
  RelataCorpus *corpus = relata_corpus_new();
  gboolean again;
  world_declare_types(relata_corpus_schema(corpus));
  relata_corpus_declare_actor(corpus, "taliban", nowhere, &again);
  relata_corpus_declare_actor(corpus, "isis", nowhere, &again);
  relata_corpus_declare_actor(corpus, "isis-k", nowhere, &again);
  relata_corpus_add_alias(corpus, 1, "Daesh", TRUE);
  relata_corpus_add_alias(corpus, 2, "Daesh", TRUE);
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

static const struct {
  const char *text;
  RelataErrorCode code;
  guint column; /* of the caret, from 0 */
  const char *says;
} wrong[] = {
    {"", RELATA_ERROR_VALUE, 0, "the pattern ends where a relation type"},
    {"   ", RELATA_ERROR_VALUE, 0, "the pattern ends where a relation type"},
    {"atacks", RELATA_ERROR_UNKNOWN_NAME, 0, "did you mean 'attacks'?"},
    {"owns/bomb+", RELATA_ERROR_UNKNOWN_NAME, 5, "no relation type is called 'bomb'; did you mean 'bombs'?"},
    {"'co owns'/'no such'", RELATA_ERROR_UNKNOWN_NAME, 10, "no relation type is called 'no such'"},
    {"owns / 'bombs", RELATA_ERROR_VALUE, 7, "this quotation mark is not closed"},
    {"''", RELATA_ERROR_UNKNOWN_NAME, 0, "no relation type is called ''"},
    {"owns/", RELATA_ERROR_VALUE, 5, "the pattern ends where a relation type"},
    {"/owns", RELATA_ERROR_VALUE, 0, "a relation type, '.', '[', '^', '!', '(' or '<' is expected here"},
    {"owns|", RELATA_ERROR_VALUE, 5, "the pattern ends where a relation type"},
    {"owns||bombs", RELATA_ERROR_VALUE, 5, "a relation type"},
    {"|owns", RELATA_ERROR_VALUE, 0, "a relation type"},
    {"owns bombs", RELATA_ERROR_VALUE, 5, "'/', '|', a count or the end of the pattern is expected here"},
    {"owns)", RELATA_ERROR_VALUE, 4, "'/', '|', a count or the end"},
    {"(owns", RELATA_ERROR_VALUE, 5, "the pattern ends where '/', '|' or ')' is expected"},
    {"(owns bombs)", RELATA_ERROR_VALUE, 6, "'/', '|' or ')' is expected here"},
    {"()", RELATA_ERROR_VALUE, 1, "a relation type"},
    {"*", RELATA_ERROR_VALUE, 0, "a relation type"},
    {"^", RELATA_ERROR_VALUE, 1, "the pattern ends where a relation type"},
    {"^^owns", RELATA_ERROR_VALUE, 1, "a relation type"},
    {"^<type=group>", RELATA_ERROR_VALUE, 1, "a relation type"},
    {"!", RELATA_ERROR_VALUE, 1, "the pattern ends where a relation type"},
    {"!!owns", RELATA_ERROR_VALUE, 1, "a relation type"},
    {"!(owns/bombs)", RELATA_ERROR_VALUE, 6, "'|' or ')' is expected here"},
    {"!(owns", RELATA_ERROR_VALUE, 6, "the pattern ends where '|' or ')' is expected"},
    {"!(|owns)", RELATA_ERROR_VALUE, 2, "a relation type"},
    {"owns**", RELATA_ERROR_VALUE, 5, "a part has one count"},
    {"(owns){2} ?", RELATA_ERROR_VALUE, 10, "a part has one count"},
    {"owns-", RELATA_ERROR_UNKNOWN_NAME, 0, "did you mean 'owns'?"},
    {"[]", RELATA_ERROR_VALUE, 1, "a sign: - (hostile), 0 (neutral) or + (friendly) is expected here"},
    {"[x]", RELATA_ERROR_VALUE, 1, "a sign: - (hostile)"},
    {"[+", RELATA_ERROR_VALUE, 2, "the pattern ends where ']' is expected"},
    {"[+1]", RELATA_ERROR_VALUE, 2, "']' is expected here"},
    {"owns{", RELATA_ERROR_VALUE, 5, "the pattern ends where a number is expected"},
    {"owns{}", RELATA_ERROR_VALUE, 5, "a number is expected here"},
    {"owns{2", RELATA_ERROR_VALUE, 6, "the pattern ends where '}' is expected"},
    {"owns{2;3}", RELATA_ERROR_VALUE, 6, "'}' is expected here"},
    {"owns{-1}", RELATA_ERROR_VALUE, 5, "a number is expected here"},
    {"owns{3,2}", RELATA_ERROR_VALUE, 5, "the first number is greater than the second"},
    {"owns{64}", RELATA_ERROR_VALUE, 5, "a part can be repeated at most 63 times"},
    {"owns{1000}", RELATA_ERROR_VALUE, 5, "a part can be repeated at most 63 times"},
    {"owns{1,1000}", RELATA_ERROR_VALUE, 5, "a part can be repeated at most 63 times"},
    {"owns{1000,}", RELATA_ERROR_VALUE, 5, "a part can be repeated at most 63 times"},
    {"<", RELATA_ERROR_VALUE, 1, "the pattern ends where 'type=' or 'id=' is expected"},
    {"<>", RELATA_ERROR_VALUE, 1, "'type=' or 'id=' is expected here"},
    {"<'type'=group", RELATA_ERROR_VALUE, 13, "the pattern ends where '|' or '>' is expected"},
    {"owns/<'type", RELATA_ERROR_VALUE, 6, "this quotation mark is not closed"},
    {"<kind=group>", RELATA_ERROR_VALUE, 1, "'type=' or 'id=' is expected here"},
    {"<type>", RELATA_ERROR_VALUE, 5, "'=' or '!=' is expected here"},
    {"<type!group>", RELATA_ERROR_VALUE, 6, "'=' or '!=' is expected here"},
    {"<type=>", RELATA_ERROR_VALUE, 6, "an actor type is expected here"},
    {"<id=|isis>", RELATA_ERROR_VALUE, 4, "an actor is expected here"},
    {"<type=grup>", RELATA_ERROR_UNKNOWN_NAME, 6, "no actor type is called 'grup'; did you mean 'group'?"},
    {"<type=group", RELATA_ERROR_VALUE, 11, "the pattern ends where '|' or '>' is expected"},
    {"<type='group", RELATA_ERROR_VALUE, 6, "this quotation mark is not closed"},
    {"<type='group'x>", RELATA_ERROR_VALUE, 13, "'|' or '>' is expected here"},
    {"owns/<id=talban>/owns", RELATA_ERROR_UNKNOWN_NAME, 9, "no actor is called 'talban'; nearest: "},
    {"<id=isis|daesh>", RELATA_ERROR_AMBIGUOUS, 9, "'daesh' may be any of: "},
    {"<type=group>*", RELATA_ERROR_VALUE, 12, "'/', '|', a count or the end"},
    {"<type=group>|", RELATA_ERROR_VALUE, 13, "the pattern ends where a relation type"},
    {"owns | x", RELATA_ERROR_UNKNOWN_NAME, 7, "no relation type is called 'x'"},
    {"'Österreich'/owns/?", RELATA_ERROR_UNKNOWN_NAME, 0, "no relation type is called 'Österreich'"},
    {"owns/<id='Übel 悪'>", RELATA_ERROR_UNKNOWN_NAME, 9, "no actor is called 'Übel 悪'"},
    {"<id!='isis'>/'悪'|x", RELATA_ERROR_UNKNOWN_NAME, 13, "no relation type is called '悪'"},
    {"<id!='isis' | taliban>/owns/x", RELATA_ERROR_UNKNOWN_NAME, 28, "no relation type is called 'x'"},
};

static void
test_wrong(void)
{
  g_autoptr(RelataCorpus) corpus = names_corpus();
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, wrong[i].text, &error);
    if (pattern != NULL)
      g_error("'%s' is no pattern", wrong[i].text);
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    g_autofree char *shown = g_strdup_printf("  %s", *wrong[i].text == ' ' ? "" : wrong[i].text);
    g_autofree char *caret = g_strdup_printf("  %*s^", (int)wrong[i].column, "");
    if (error->domain != RELATA_ERROR || error->code != (gint)wrong[i].code ||
        strstr(lines[0], wrong[i].says) == NULL || g_strv_length(lines) != 3 ||
        strcmp(lines[1], shown) != 0 || strcmp(lines[2], caret) != 0)
      g_error("'%s', column %u: %s, not\n%s", wrong[i].text, wrong[i].column, wrong[i].says, error->message);
  }
}

/* ── Limits ──────────────────────────────────────────────────────────────────────────────── */

/* The same text again and again, between two others. */
static char *
repeated(const char *before, const char *text, guint n, const char *after)
{
  GString *all = g_string_new(before);
  for (guint i = 0; i < n; i++)
    g_string_append(all, text);
  g_string_append(all, after);
  return g_string_free(all, FALSE);
}

/* NULL: it is good. */
static void
check_limit(RelataCorpus *corpus, char *text, const char *says)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, text, &error);
  if ((pattern == NULL) != (says != NULL))
    g_error("'%.60s': %s", text, error != NULL ? error->message : "is too large");
  if (says != NULL &&
      (!g_error_matches(error, RELATA_ERROR, RELATA_ERROR_VALUE) || strstr(error->message, says) == NULL))
    g_error("'%.60s': %s, not\n%s", text, says, error->message);
  if (pattern != NULL)
    g_assert_cmpuint(relata_pattern_automaton(pattern)->n_states, <=, RELATA_PATTERN_MAX_STATES);
  g_free(text);
}

static void
test_limits(void)
{
  static const char *const hops = "more than 63 hops", *const parts = "more than 4096 parts",
                           *const deep = "nested too deep", *const tests = "at most 32 tests",
                           *const sets = "too many combinations";
  g_autoptr(RelataCorpus) corpus = names_corpus();
  check_limit(corpus, g_strdup("owns{63}"), NULL);
  check_limit(corpus, g_strdup("(owns{32}){2}"), hops);
  check_limit(corpus, g_strdup("owns{62,}"), NULL);
  check_limit(corpus, g_strdup("owns{63,}"), hops);
  check_limit(corpus, g_strdup("(owns{8}){,7}"), NULL);
  check_limit(corpus, g_strdup("(owns{8}){8}"), hops);
  check_limit(corpus, g_strdup("((((owns{63}){63}){63}){63}){63}"), parts);
  check_limit(corpus, repeated("owns", "/owns", 62, ""), NULL);
  check_limit(corpus, repeated("owns", "/owns", 63, ""), hops);
  check_limit(corpus, repeated("owns", "|owns", 1000, ""), NULL); /* all lead to the same place */
  check_limit(corpus, repeated("owns", "|owns/bombs", 64, ""), hops);
  check_limit(corpus, repeated("owns", "|owns", 5000, ""), parts);
  for (guint n = 98; n <= 1000; n += n == 98 ? 2 : 900) {
    g_autofree char *open = repeated("", "(", n, "owns"), *turned = repeated("", "^(", n, "owns");
    check_limit(corpus, repeated(open, ")", n, ""), n == 98 ? NULL : deep);
    check_limit(corpus, repeated(turned, ")", n, ""), n == 98 ? NULL : deep);
    check_limit(corpus, repeated(open, ")?", n, ""), n == 98 ? NULL : deep);
    if (n > 98)
      check_limit(corpus, repeated("", "(", n, ""), deep);
  }
  check_limit(corpus, repeated("", "<id=isis>", 32, ""), NULL);
  check_limit(corpus, repeated("", "<id=isis>", 33, ""), tests);
  check_limit(corpus, repeated("(owns", "|<id=isis>", 31, ")*"), NULL); /* to pass none of them is enough */
  check_limit(corpus, repeated("", "(<id=isis>|<type=group>)/", 6, "owns"), NULL);
  check_limit(corpus, repeated("", "(<id=isis>|<type=group>)/", 7, "owns"), sets);
}

/* ── Hostile ─────────────────────────────────────────────────────────────────────────────── */

/* What cannot be read is an error with a message that can be shown; the rest is within limits and its own
 * text gives it again. */
static void
try(RelataCorpus *corpus, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, text, &error);
  g_assert_true((pattern == NULL) == (error != NULL));
  if (pattern == NULL) {
    g_assert_true(error->domain == RELATA_ERROR);
    if (!g_utf8_validate(error->message, -1, NULL))
      g_error("a message that is not UTF-8, of '%s'", text);
    for (const char *c = error->message; *c != '\0'; c++)
      g_assert_true(*c == '\n' || !g_ascii_iscntrl(*c));
    return;
  }
  const RelataAutomaton *automaton = relata_pattern_automaton(pattern);
  g_assert_cmpuint(automaton->n_states, <=, RELATA_PATTERN_MAX_STATES);
  for (guint state = 0; state < automaton->n_states; state++)
    g_assert_nonnull(relata_pattern_prefix(pattern, relata_pattern_progress(pattern, state, G_MAXUINT32)));
  for (guint i = 0; i < automaton->first[automaton->n_states]; i++)
    g_assert_true(automaton->arcs[i].state < automaton->n_states &&
                  automaton->arcs[i].step < automaton->n_steps);
  g_assert_cmpstr(relata_pattern_text(pattern), ==, text);
}

static void
test_hostile(void)
{
  static const char *const good[] = {
      "owns/^(attacks|!(bombs|^meets)){1,3}/<type=group>'co owns'*",
      "(.|^.)+ <id!=isis|'taliban'> [-0]{2,} / ![+]? | ^shells{,2}",
      "<id='isis'><type!=person|militia>(owns?)+/((meets))|<id=isis-k>/allies{2}",
  };
  static const guchar bytes[] = {0x01, ' ', '\'', '"', '(',  ')',  '[',  ']',  '{',  '}', '<', '>',
                                 '/',  '|', '^',  '!', '?',  '*',  '+',  ',',  '.',  '=', '-', '0',
                                 '9',  'a', '\\', '%', 0x7f, 0x80, 0xc3, 0xe2, 0xf0, 0xff};
  g_autoptr(RelataCorpus) corpus = names_corpus();
  for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
    const gsize n = strlen(good[i]);
    g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, good[i], NULL);
    g_assert_nonnull(pattern);
    for (gsize at = 0; at < n; at += every(4)) {
      g_autofree char *prefix = g_strndup(good[i], at), *suffix = g_strdup(good[i] + at);
      try(corpus, prefix);
      try(corpus, suffix);
      for (guint byte = 0; byte < G_N_ELEMENTS(bytes); byte++) {
        g_autofree char *changed = g_strdup(good[i]);
        g_autofree char *longer = g_strdup_printf("%s%c%s", prefix, bytes[byte], suffix);
        g_autofree char *ends = g_strdup_printf("%s%c", prefix, bytes[byte]);
        changed[at] = (char)bytes[byte];
        try(corpus, changed);
        try(corpus, longer);
        try(corpus, ends);
      }
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/pattern/reach", test_reach);
  g_test_add_func("/analysis/pattern/progress", test_progress);
  g_test_add_func("/analysis/pattern/wrong", test_wrong);
  g_test_add_func("/analysis/pattern/limits", test_limits);
  g_test_add_func("/analysis/pattern/hostile", test_hostile);
  return g_test_run();
}
