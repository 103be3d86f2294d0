/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Corroboration against brute force: on random corpora with origins in many spellings, chains of documents,
 * publishers, nested attributions and kinds of types, every pair of claims is asked whether they have one
 * origin and one voice, by the words of corpus/origin.h alone. A failing case prints its seed. */
#include "corpus/origin.h"
#include "many.h"
#include "network/network.h"

#include <string.h>

#define N_CASES     many(375)
#define N_DOCUMENTS 6
#define N_ACTORS    4
#define MOST_CLAIMS 14

static const RelataPlace nowhere = {NULL, 0, 0};

/* Names, and who is meant by them: 0 is AFP, who is in the registry, as is actor 3; others are only names. */
static const struct {
  const char *words;
  guint means;
} names[] = {{"AFP", 0},     {" afp ", 0},   {"Agence France-Presse", 0},
             {"Reuters", 1}, {"REUTERS", 1}, {"a3", 3}};
#define N_NAMES G_N_ELEMENTS(names)
#define NOBODY  99u

static const struct {
  const char *id, *parent;
  gboolean symmetric;
} types[] = {{"attacks", NULL, FALSE},
             {"bombs", "attacks", FALSE},
             {"shoots", "attacks", FALSE},
             {"duels", "attacks", TRUE},
             {"meets", NULL, TRUE}};
#define N_TYPES G_N_ELEMENTS(types)

typedef struct {
  guint origin, publisher; /* of names, NOBODY; origin N_NAMES + i: document i */
} Document;

typedef struct {
  guint type, from, to, document, by; /* document, by: NOBODY for none */
  gboolean nested, denies;
} Claim;

typedef struct {
  Document documents[N_DOCUMENTS];
  Claim claims[MOST_CLAIMS];
  guint n_claims;
} World;

static guint
below(GRand *random, guint n)
{
  return (guint)g_rand_int_range(random, 0, (gint)n);
}

static World
random_world(GRand *random)
{
  World world = {.n_claims = 1 + below(random, MOST_CLAIMS)};
  for (guint i = 0; i < N_DOCUMENTS; i++) {
    const guint kind = below(random, 3);
    world.documents[i].origin = kind == 0   ? NOBODY
                                : kind == 1 ? below(random, N_NAMES)
                                            : N_NAMES + below(random, N_DOCUMENTS);
    world.documents[i].publisher = below(random, 2) == 0 ? NOBODY : below(random, N_NAMES);
  }
  for (guint i = 0; i < world.n_claims; i++) {
    Claim *claim = &world.claims[i];
    *claim =
        (Claim){below(random, N_TYPES), below(random, N_ACTORS), 0, below(random, N_DOCUMENTS + 1), NOBODY,
                below(random, 2) == 0,  below(random, 8) == 0};
    claim->to = (claim->from + 1 + below(random, N_ACTORS - 1)) % N_ACTORS;
    claim->document = claim->document == N_DOCUMENTS ? NOBODY : claim->document;
    claim->by = below(random, 2) == 0 ? NOBODY : below(random, N_NAMES);
  }
  return world;
}

/* ── As a corpus ─────────────────────────────────────────────────────────────────────────── */

static void
add_claim(RelataCorpus *corpus, const Claim *claim)
{
  static const RelataSpeaker outer = {RELATA_NONE, "Gazette"};
  RelataClaim made = {RELATA_STATEMENT_INIT, claim->type, claim->from, claim->to, RELATA_NONE};
  made.said.document = claim->document == NOBODY ? RELATA_NONE : claim->document;
  made.said.stance = claim->denies ? RELATA_DENIES : RELATA_AFFIRMS;
  if (claim->by != NOBODY)
    made.said.by_text = relata_corpus_intern(corpus, names[claim->by].words);
  if (claim->by != NOBODY && claim->nested)
    made.said.through = relata_corpus_intern_speakers(corpus, &outer, 1);
  relata_corpus_add_claim(corpus, &made);
}

static RelataCorpus *
corpus_of(const World *world)
{
  RelataCorpus *corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  gboolean again;
  for (guint i = 0; i < N_TYPES; i++) {
    RelataRelationType *type = relata_schema_declare_relation_type(schema, types[i].id, nowhere);
    type->symmetric = types[i].symmetric;
    type->parent =
        types[i].parent != NULL ? relata_schema_find_relation_type(schema, types[i].parent) : RELATA_NONE;
  }
  for (guint i = 0; i < N_ACTORS; i++) {
    g_autofree char *id = g_strdup_printf("a%u", i);
    relata_corpus_declare_actor(corpus, id, nowhere, &again);
  }
  relata_corpus_declare_actor(corpus, "agency", nowhere, &again)->name = relata_corpus_intern(corpus, "AFP");
  relata_corpus_add_alias(corpus, N_ACTORS, "Agence France-Presse", TRUE);
  for (guint i = 0; i < N_DOCUMENTS; i++) {
    const Document *document = &world->documents[i];
    g_autofree char *id = g_strdup_printf("d%u", i),
                    *other = g_strdup_printf("d%u", document->origin - (guint)N_NAMES);
    RelataDocument *made = relata_corpus_declare_document(corpus, id, nowhere, &again);
    if (document->origin != NOBODY)
      made->origin =
          relata_corpus_intern(corpus, document->origin < N_NAMES ? names[document->origin].words : other);
    if (document->publisher != NOBODY)
      made->publisher = relata_corpus_intern(corpus, names[document->publisher].words);
  }
  for (guint i = 0; i < world->n_claims; i++)
    add_claim(corpus, &world->claims[i]);
  relata_corpus_finish(corpus, NULL);
  return corpus;
}

/* ── By the words of the rules ───────────────────────────────────────────────────────────── */

/* Returns the document at the end of the chain; of a circle, the first member, as ids are in order. */
static guint
end_of_chain(const World *world, guint document)
{
  guint at = document, first = NOBODY;
  for (guint step = 0; step < 2 * N_DOCUMENTS; step++) {
    const guint origin = world->documents[at].origin;
    if (origin == NOBODY || origin < N_NAMES || origin == N_NAMES + at)
      return at;
    at = origin - (guint)N_NAMES;
    if (step >= N_DOCUMENTS) /* in the circle by now */
      first = MIN(first, at);
  }
  return first;
}

/* Returns who is named as the origin at the end of the chain, or NOBODY; a document that names itself by its
 * id names a source of that name, which nobody else does. */
static guint
named_by(const World *world, guint end)
{
  const guint origin = world->documents[end].origin;
  return origin < N_NAMES ? names[origin].means : origin == N_NAMES + end ? 20 + end : NOBODY;
}

static guint
origin_of(const World *world, guint document)
{
  if (document == NOBODY)
    return NOBODY;
  const guint end = end_of_chain(world, document), named = named_by(world, end);
  const guint publisher = world->documents[end].publisher;
  if (named != NOBODY)
    return named;
  for (guint i = 0; publisher != NOBODY && i < N_DOCUMENTS; i++)
    if (end_of_chain(world, i) == i && named_by(world, i) == names[publisher].means)
      return names[publisher].means;
  return 10 + end;
}

static guint
voice_of(const World *world, const Claim *claim)
{
  if (claim->by != NOBODY)
    return names[claim->by].means;
  if (claim->document == NOBODY)
    return NOBODY;
  const guint end = end_of_chain(world, claim->document), publisher = world->documents[end].publisher;
  for (guint i = 0; named_by(world, end) == NOBODY && publisher != NOBODY && i < world->n_claims; i++)
    if (world->claims[i].by != NOBODY && names[world->claims[i].by].means == names[publisher].means)
      return names[publisher].means;
  return origin_of(world, claim->document);
}

static gboolean
is_a(guint type, guint ancestor)
{
  return type == ancestor || g_strcmp0(types[type].parent, types[ancestor].id) == 0;
}

/* Returns the corroboration of the affirming claims between two actors that are kinds of `root` and count for
 * a tie of the type; with `own`, of that type only. */
static guint
count(const World *world, guint type, guint root, guint from, guint to, gboolean own)
{
  gboolean origins[128] = {FALSE}, voices[128] = {FALSE};
  guint n_origins = 0, n_voices = 0;
  for (guint i = 0; i < world->n_claims; i++) {
    const Claim *claim = &world->claims[i];
    const gboolean both = types[type].symmetric || types[claim->type].symmetric || types[root].symmetric;
    const gboolean fits =
        (claim->from == from && claim->to == to) || (both && claim->from == to && claim->to == from);
    if (claim->denies || !fits || (own ? claim->type != type : !is_a(claim->type, root)))
      continue;
    const guint origin = origin_of(world, claim->document), voice = voice_of(world, claim);
    n_origins += origins[origin] ? 0 : 1;
    n_voices += voices[voice] ? 0 : 1;
    origins[origin] = voices[voice] = TRUE;
  }
  return MIN(n_origins, n_voices);
}

static void
compare(const World *world, const RelataCorpus *corpus, gboolean asks_for_attacks, guint least)
{
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_autofree char *number = g_strdup_printf("%u", least);
  relata_selection_set(selection, RELATA_FILTER_CORROBORATION, number, NULL);
  if (asks_for_attacks)
    relata_selection_set(selection, RELATA_FILTER_RELATION, "attacks", NULL);
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, NULL);
  guint n = 0;
  for (guint type = 0; type < N_TYPES; type++)
    for (guint pair = 0; pair < N_ACTORS * N_ACTORS; pair++) {
      const guint from = pair / N_ACTORS, to = pair % N_ACTORS, root = asks_for_attacks ? 0 : type;
      if (from == to || (types[type].symmetric && from > to) || (asks_for_attacks && !is_a(type, 0)))
        continue;
      const guint own = count(world, type, type, from, to, TRUE);
      const guint with_kinds = count(world, type, root, from, to, FALSE);
      const guint tie =
          relata_network_find_tie(network, network->vertices[from], network->vertices[to], type);
      g_assert_cmpint(tie != RELATA_NONE, ==, own > 0 && MAX(own, with_kinds) >= least);
      if (tie == RELATA_NONE)
        continue;
      n++;
      g_assert_cmpuint(network->ties[tie].corroboration, ==, own);
      g_assert_cmpuint(network->ties[tie].corroboration_of_kinds, ==, own >= least ? own : with_kinds);
    }
  g_assert_cmpuint(network->n_ties, ==, n);
}

static void
test_random(void)
{
  for (guint32 seed = 1; seed <= N_CASES; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    const World world = random_world(random);
    g_autoptr(RelataCorpus) corpus = corpus_of(&world);
    g_test_message("seed %u", seed);
    for (guint i = 0; i < N_DOCUMENTS; i++)
      for (guint k = 0; k < i; k++)
        g_assert_cmpint(relata_corpus_document(corpus, i)->origin_index ==
                            relata_corpus_document(corpus, k)->origin_index,
                        ==, origin_of(&world, i) == origin_of(&world, k));
    for (guint i = 0; i < world.n_claims; i++) {
      const guint by = world.claims[i].by, ends[] = {world.claims[i].from, world.claims[i].to};
      const guint voice = voice_of(&world, &world.claims[i]);
      g_assert_cmpint(relata_claim_says_itself(corpus, relata_corpus_claim(corpus, i)), ==,
                      voice == 3 && (ends[0] == 3 || ends[1] == 3));
      g_autofree char *words = relata_corpus_speakers_in_words(corpus, &relata_corpus_claim(corpus, i)->said);
      g_assert_cmpint(words != NULL && g_str_has_suffix(words, ", as Gazette says"), ==,
                      by != NOBODY && world.claims[i].nested);
    }
    for (guint least = 1; least <= 3; least++) {
      compare(&world, corpus, FALSE, least);
      compare(&world, corpus, TRUE, least);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/voices/random", test_random);
  return g_test_run();
}
