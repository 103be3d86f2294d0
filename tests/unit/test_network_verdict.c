/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Verdicts: a table in words, and random worlds against brute force, which compares each claim that affirms
 * with each that denies. */
#include "many.h"
#include "path_oracle.h"

#include "network/verdict.h"

#define N_WORLDS many(150)

/* ── In words ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *document, *when;
  guint manner; /* stance, and how uncertain */
} Told;

enum { PROBABLY = 2, POSSIBLY = 4 };

static const struct {
  const char *type;
  Told told[4];
  RelataVerdict verdict;
  const char *words;
} cases[] = {
    {"controls", {{"afp", NULL, RELATA_AFFIRMS}}, RELATA_TIE_AFFIRMED, "1 origin"},
    {"controls", {{"afp", NULL, RELATA_DENIES}}, RELATA_TIE_DENIED, "only denied, by 1 origin"},
    {"controls",
     {{"afp", "2021-08", RELATA_AFFIRMS},
      {"wsj", "2021-08-20", RELATA_DENIES},
      {"guardian", "../2021-08", RELATA_DENIES}},
     RELATA_TIE_DISPUTED,
     "disputed, 1 origin says so, 2 deny it"},
    {"controls",
     {{"afp", "2021-08", RELATA_AFFIRMS},
      {"wsj", "2021-08", RELATA_AFFIRMS},
      {"afp", "2021-08-20", RELATA_DENIES}},
     RELATA_TIE_DISPUTED,
     "disputed, 2 origins say so, 1 denies it; AFP says both"},
    {"controls",
     {{"afp", "2020-06-03", RELATA_AFFIRMS}, {"wsj", "2020-06-04", RELATA_DENIES}},
     RELATA_TIE_AFFIRMED,
     "1 origin, affirmed until 4 June 2020, denied since"},
    {"controls",
     {{"afp", "2020-06-03", RELATA_DENIES}, {"wsj", "2020-07/..", RELATA_AFFIRMS}},
     RELATA_TIE_AFFIRMED,
     "1 origin, denied until July 2020, affirmed since"},
    {"controls",
     {{"afp", "2014/..", RELATA_AFFIRMS}, {"wsj", "2018", RELATA_DENIES}},
     RELATA_TIE_DISPUTED,
     "disputed, 1 origin says so, 1 denies it"},
    {"controls",
     {{"undated", NULL, RELATA_AFFIRMS}, {"wsj", "2018", RELATA_DENIES}},
     RELATA_TIE_DISPUTED,
     "disputed, 1 origin says so, 1 denies it"},
    /* What is only possible does not end what is more: it disputes it. */
    {"controls",
     {{"afp", "2020", RELATA_AFFIRMS}, {"wsj", "2021", RELATA_DENIES | POSSIBLY}},
     RELATA_TIE_DISPUTED,
     "disputed, 1 origin says so, 1 denies it"},
    {"controls",
     {{"afp", "2020", RELATA_AFFIRMS | POSSIBLY}, {"wsj", "2021", RELATA_DENIES | POSSIBLY}},
     RELATA_TIE_AFFIRMED,
     "1 origin, affirmed until 2021, denied since"},
    {"controls",
     {{"afp", "2018", RELATA_AFFIRMS},
      {"wsj", "2019", RELATA_DENIES | PROBABLY},
      {"wsj", "2020", RELATA_DENIES | POSSIBLY}},
     RELATA_TIE_AFFIRMED,
     "1 origin, affirmed until 2019, denied since"},
    {"controls",
     {{"afp", "2018", RELATA_AFFIRMS},
      {"guardian", "/2019", RELATA_AFFIRMS},
      {"wsj", "2020", RELATA_DENIES | POSSIBLY}},
     RELATA_TIE_AFFIRMED,
     "2 origins, affirmed until 2020, denied since"},
    {"attacks",
     {{"afp", "2020", RELATA_AFFIRMS}, {"wsj", "2021", RELATA_DENIES | POSSIBLY}},
     RELATA_TIE_AFFIRMED,
     "1 origin, affirmed until 2021, denied since"},
    /* An event that nobody dates happened at any time before its publication. */
    {"attacks",
     {{"afp", NULL, RELATA_AFFIRMS}, {"wsj", "2019", RELATA_DENIES}},
     RELATA_TIE_DISPUTED,
     "disputed, 1 origin says so, 1 denies it"},
    {"attacks",
     {{"afp", "2021-08-26", RELATA_AFFIRMS}, {"wsj", "2019", RELATA_DENIES}},
     RELATA_TIE_AFFIRMED,
     "1 origin, denied until 26 August 2021, affirmed since"},
};

static RelataCorpus *
corpus_of(guint number)
{
  static const struct {
    const char *id, *origin, *published;
  } documents[] = {{"afp", "AFP", "2021-08-31"},
                   {"wsj", "The Wall Street Journal", "2021-09-01"},
                   {"guardian", NULL, "2021-09-02"},
                   {"undated", NULL, NULL}};
  RelataCorpus *corpus = relata_corpus_new();
  gboolean again;
  for (guint i = 0; i < G_N_ELEMENTS(documents); i++) {
    RelataDocument *document =
        relata_corpus_declare_document(corpus, documents[i].id, (RelataPlace){NULL, 0, 0}, &again);
    document->origin = relata_corpus_intern(corpus, documents[i].origin);
    if (documents[i].published != NULL)
      g_assert_true(relata_date_parse(documents[i].published, &document->published, NULL));
  }
  RelataSchema *schema = relata_corpus_schema(corpus);
  RelataRelationType *type =
      relata_schema_declare_relation_type(schema, cases[number].type, (RelataPlace){NULL, 0, 0});
  type->event = g_str_equal(cases[number].type, "attacks");
  for (guint i = 0; i < G_N_ELEMENTS(cases[number].told) && cases[number].told[i].document != NULL; i++) {
    const Told *told = &cases[number].told[i];
    RelataClaim claim = {.said = RELATA_STATEMENT_INIT,
                         .type = relata_schema_find_relation_type(schema, cases[number].type),
                         .from = relata_corpus_refer_actor(corpus, "a", (RelataPlace){NULL, 0, 0}),
                         .to = relata_corpus_refer_actor(corpus, "b", (RelataPlace){NULL, 0, 0}),
                         .event = RELATA_NONE};
    claim.said.document = relata_corpus_find_document(corpus, told->document);
    claim.said.stance = (RelataStance)(told->manner % PROBABLY);
    claim.said.certainty = (RelataCertainty)(RELATA_CERTAIN - told->manner / PROBABLY);
    if (told->when != NULL)
      g_assert_true(relata_date_parse(told->when, &claim.said.when, NULL));
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

static void
test_words(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RelataCorpus) corpus = corpus_of(i);
    g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
    g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, NULL);
    g_test_message("case %u", i);
    g_assert_cmpuint(network->n_ties + network->n_denied_only, ==, 1);
    const RelataTie *tie = &network->ties[0];
    g_autofree char *words = relata_verdict_in_words(network, tie);
    g_assert_cmpint((int)tie->verdict, ==, (int)cases[i].verdict);
    g_assert_cmpstr(words, ==, cases[i].words);
    g_assert_true(relata_selection_set(selection, RELATA_FILTER_UNDISPUTED, NULL, NULL));
    g_autoptr(RelataNetwork) undisputed = relata_network_new(corpus, selection, NULL);
    const gboolean stands = cases[i].verdict == RELATA_TIE_AFFIRMED;
    g_assert_cmpuint(undisputed->n_ties, ==, stands ? 1 : 0);
    g_assert_cmpuint(undisputed->n_ties_disputed, ==, cases[i].verdict == RELATA_TIE_DISPUTED ? 1 : 0);
  }
}

/* ── Brute force ─────────────────────────────────────────────────────────────────────────── */

static guint n_disputed, n_turned;

static void
compare_tie(const World *world, const RelataNetwork *network, const RelataTie *tie)
{
  const guint from = network->actors[tie->from], to = network->actors[tie->to];
  for (guint i = 0; i < world->n_ties; i++) {
    const WorldTie *known = &world->ties[i];
    const gboolean same = (known->from == from && known->to == to) ||
                          (world_types[known->type].symmetric && known->from == to && known->to == from);
    if (known->type != tie->type || !same)
      continue;
    WorldTimes said;
    const OracleTimes times = world_times(world, &said);
    const guint deniers = oracle_contradiction(world, &times, known);
    g_assert_cmpuint(tie->contradiction, ==, deniers);
    g_assert_cmpint((int)tie->verdict, ==, (int)(deniers > 0 ? RELATA_TIE_DISPUTED : RELATA_TIE_AFFIRMED));
    n_disputed += deniers > 0;
    n_turned += deniers == 0 && tie->n_denying > 0;
    return;
  }
  g_assert_not_reached();
}

static void
test_random(void)
{
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_test_message("seed %u", seed);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    const World world = world_random(random);
    g_autoptr(RelataCorpus) corpus = world_corpus(&world);
    g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
    g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, NULL);
    for (guint i = 0; i < network->n_ties; i++)
      compare_tie(&world, network, &network->ties[i]);
  }
  g_assert_cmpuint(n_disputed, >, N_WORLDS / 20);
  g_assert_cmpuint(n_turned, >, N_WORLDS / 50);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/verdict/words", test_words);
  g_test_add_func("/network/verdict/random", test_random);
  return g_test_run();
}
