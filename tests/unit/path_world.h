/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random small worlds for tests of path search: a handful of actors and claims with everything that a path
 * can depend on, as plain rows; as a corpus for the engine, as ties for the oracle (put together from the
 * rows here, not by the network), and as corpus.json for whoever has to look into a failing case. */
#ifndef RELATA_TESTS_PATH_WORLD_H
#define RELATA_TESTS_PATH_WORLD_H

#include "holding_oracle.h"
#include "network/network.h"

#include <math.h>
#include <string.h>

#define WORLD_MAX_ACTORS 6
#define WORLD_MAX_CLAIMS 20
#define WORLD_DOCUMENTS  5

static const struct {
  const char *id, *parent;
  gboolean symmetric, event;
  int sign;
  const char *ends_pair, *ends_to; /* a type; "*": all */
} world_types[] = {
    {"owns", NULL, FALSE, FALSE, 0, NULL, NULL},    {"attacks", NULL, FALSE, TRUE, -1, "allies", NULL},
    {"meets", NULL, TRUE, TRUE, 0, NULL, NULL},     {"bombs", "attacks", FALSE, TRUE, -1, NULL, NULL},
    {"allies", NULL, TRUE, FALSE, 1, NULL, NULL},   {"shells", "bombs", FALSE, TRUE, -1, NULL, "*"},
    {"co-owns", "owns", TRUE, FALSE, 0, NULL, NULL}};
#define WORLD_TYPES ((guint)G_N_ELEMENTS(world_types))

static const struct {
  const char *id, *parent;
} world_actor_types[] = {{"person", NULL}, {"group", NULL}, {"militia", "group"}};
#define WORLD_ACTOR_TYPES ((guint)G_N_ELEMENTS(world_actor_types))

/* Not in the order of their ids, so that neither actors nor types are numbered as they sort. */
static const char *const world_actors[WORLD_MAX_ACTORS] = {"delta", "alpha",   "echo",
                                                           "bravo", "foxtrot", "charlie"};
static const guint world_origins[WORLD_DOCUMENTS] = {0, 1, 1, 2, 3}; /* two documents share one */
static const char *const world_published[WORLD_DOCUMENTS] = {NULL, "2020-02-20", NULL, "2020-01",
                                                             "2020-03-01"};
/* Confidences of which no two products are equal but of equal factors, or of 0. */
static const double world_confidences[] = {NAN, NAN, NAN, NAN, 0.97, 0.89, 0.83, 0.83, 1, 0};
static const char *const world_dates[] = {"",
                                          "",
                                          "2020-01-05",
                                          "2020-01-20",
                                          "2020-02-10",
                                          "2020-03-01",
                                          "2020-01",
                                          "2020-02",
                                          "2020",
                                          "2020-01-10/2020-02-05",
                                          "2020-02-05/2020-03",
                                          "2020-01/2020-02",
                                          "../2020-01-15",
                                          "/2020-02-15",
                                          "2020-02-01/..",
                                          "2020-01/",
                                          "2020-02?",
                                          "2020-01-20~/2020-02-05%"};

typedef struct {
  guint type, from, to, document, date;
  RelataStance stance;
  RelataCertainty certainty;
  double confidence;
} WorldClaim;

/* What the rows affirm between two actors. */
typedef struct {
  guint type, from, to;
  guint origins; /* of affirming documents, as bits */
  RelataCertainty certainty;
  double confidence;
  guint n_claims; /* affirming */
  guint claims[WORLD_MAX_CLAIMS];
} WorldTie;

typedef struct {
  guint n_actors, n_claims, n_ties;
  guint actor_types[WORLD_MAX_ACTORS]; /* WORLD_ACTOR_TYPES: none */
  WorldClaim claims[WORLD_MAX_CLAIMS];
  WorldTie ties[WORLD_MAX_CLAIMS];
} World;

/* ── Made ────────────────────────────────────────────────────────────────────────────────── */

static inline guint
world_below(GRand *random, guint n)
{
  return (guint)g_rand_int_range(random, 0, (gint32)n);
}

/* True one time in n. */
static inline gboolean
world_one_in(GRand *random, guint n)
{
  return world_below(random, n) == 0;
}

static inline void
world_make_ties(World *world)
{
  static const double words[] = {[RELATA_POSSIBLE] = 0.5, [RELATA_PROBABLE] = 0.75, [RELATA_CERTAIN] = 0.93};
  for (guint i = 0; i < world->n_claims; i++) {
    const WorldClaim *claim = &world->claims[i];
    if (claim->stance == RELATA_DENIES)
      continue;
    WorldTie *tie = NULL;
    for (guint k = 0; k < world->n_ties && tie == NULL; k++) {
      WorldTie *known = &world->ties[k];
      const gboolean same = known->from == claim->from && known->to == claim->to;
      const gboolean turned =
          world_types[claim->type].symmetric && known->from == claim->to && known->to == claim->from;
      if (known->type == claim->type && (same || turned))
        tie = known;
    }
    if (tie == NULL) {
      tie = &world->ties[world->n_ties++];
      *tie = (WorldTie){.type = claim->type, .from = claim->from, .to = claim->to};
    }
    const double confidence = isnan(claim->confidence) ? words[claim->certainty] : claim->confidence;
    tie->origins |= 1u << world_origins[claim->document];
    tie->certainty = MAX(tie->certainty, claim->certainty);
    tie->confidence = MAX(tie->confidence, confidence);
    tie->claims[tie->n_claims++] = i;
  }
}

static inline World
world_random(GRand *random)
{
  World world = {.n_actors = 2 + world_below(random, WORLD_MAX_ACTORS - 1)};
  world.n_claims = world.n_actors - 1 + world_below(random, 3 * world.n_actors);
  world.n_claims = MIN(world.n_claims, WORLD_MAX_CLAIMS);
  for (guint i = 0; i < world.n_actors; i++)
    world.actor_types[i] = world_below(random, WORLD_ACTOR_TYPES + 1);
  for (guint i = 0; i < world.n_claims; i++) {
    WorldClaim *claim = &world.claims[i];
    if (i > 0 && world_one_in(random, 5)) /* another of the same tie, or of the one that runs against it */
      *claim = world.claims[world_below(random, i)];
    else
      *claim = (WorldClaim){.type = world_below(random, WORLD_TYPES),
                            .from = world_below(random, world.n_actors),
                            .to = world_below(random, world.n_actors)};
    if (claim->from == claim->to && !world_one_in(random, 3)) /* not too many loops */
      claim->to = (claim->to + 1) % world.n_actors;
    if (world_one_in(random, 8)) {
      const guint from = claim->from;
      claim->from = claim->to;
      claim->to = from;
    }
    claim->document = world_below(random, WORLD_DOCUMENTS);
    claim->date = world_below(random, G_N_ELEMENTS(world_dates));
    claim->stance = world_one_in(random, 8) ? RELATA_DENIES : RELATA_AFFIRMS;
    claim->certainty = (RelataCertainty)world_below(random, 3);
    claim->confidence = world_confidences[world_below(random, G_N_ELEMENTS(world_confidences))];
  }
  world_make_ties(&world);
  return world;
}

/* ── As a corpus ─────────────────────────────────────────────────────────────────────────── */

/* NULL and "" are no date. */
static inline RelataDate
world_date(const char *text)
{
  RelataDate date = RELATA_NO_DATE;
  if (text != NULL && *text != '\0')
    g_assert_true(relata_date_parse(text, &date, NULL));
  return date;
}

/* The dates of the tables, parsed once: an oracle asks for them all the time. */
static inline RelataDate
world_when(guint date)
{
  static RelataDate dates[G_N_ELEMENTS(world_dates)];
  static guint n = 0;
  for (; n < G_N_ELEMENTS(world_dates); n++)
    dates[n] = world_date(world_dates[n]);
  return dates[date];
}

static inline RelataDate
world_publication(guint document)
{
  static RelataDate dates[WORLD_DOCUMENTS];
  static guint n = 0;
  for (; n < WORLD_DOCUMENTS; n++)
    dates[n] = world_date(world_published[n]);
  return dates[document];
}

static inline guint
world_find_type(const char *id)
{
  guint type = 0;
  while (type < WORLD_TYPES && g_strcmp0(world_types[type].id, id) != 0)
    type++;
  return type < WORLD_TYPES ? type : RELATA_NONE;
}

/* As a schema's list; NULL for NULL. */
static inline GArray *
world_ended(const char *id)
{
  const guint type = world_find_type(id); /* RELATA_NONE is what stands for "*" */
  GArray *list = id != NULL ? g_array_new(FALSE, FALSE, sizeof(guint)) : NULL;
  return list != NULL ? g_array_append_val(list, type) : NULL;
}

static inline void
world_declare_types(RelataSchema *schema)
{
  const RelataPlace nowhere = {NULL, 0, 0};
  for (guint i = 0; i < WORLD_TYPES; i++) {
    RelataRelationType *type = relata_schema_declare_relation_type(schema, world_types[i].id, nowhere);
    type->symmetric = world_types[i].symmetric;
    type->event = world_types[i].event;
    type->sign = world_types[i].sign;
    type->parent = world_types[i].parent == NULL
                       ? RELATA_NONE
                       : relata_schema_find_relation_type(schema, world_types[i].parent);
    type->ends_pair = world_ended(world_types[i].ends_pair);
    type->ends_to = world_ended(world_types[i].ends_to);
  }
  for (guint i = 0; i < WORLD_ACTOR_TYPES; i++)
    relata_schema_declare_actor_type(schema, world_actor_types[i].id, nowhere)->parent =
        world_actor_types[i].parent == NULL
            ? RELATA_NONE
            : relata_schema_find_actor_type(schema, world_actor_types[i].parent);
}

/* Actors, types and claims have the numbers that they have in the world. */
static inline RelataCorpus *
world_corpus(const World *world)
{
  const RelataPlace nowhere = {NULL, 0, 0};
  RelataCorpus *corpus = relata_corpus_new();
  world_declare_types(relata_corpus_schema(corpus));
  gboolean again;
  for (guint i = 0; i < WORLD_DOCUMENTS; i++) {
    g_autofree char *id = g_strdup_printf("d%u", i), *origin = g_strdup_printf("Agency %u", world_origins[i]);
    RelataDocument *document = relata_corpus_declare_document(corpus, id, nowhere, &again);
    document->origin = relata_corpus_intern(corpus, origin);
    document->published = world_publication(i);
  }
  for (guint i = 0; i < world->n_actors; i++) {
    g_autofree char *alias = g_strdup_printf("Nom %u", i);
    RelataActor *actor = relata_corpus_declare_actor(corpus, world_actors[i], nowhere, &again);
    actor->type = world->actor_types[i] < WORLD_ACTOR_TYPES ? world->actor_types[i] : RELATA_NONE;
    relata_corpus_add_alias(corpus, i, alias, TRUE);
  }
  for (guint i = 0; i < world->n_claims; i++) {
    const WorldClaim *row = &world->claims[i];
    RelataClaim claim = {RELATA_STATEMENT_INIT, row->type, row->from, row->to, RELATA_NONE};
    claim.said.document = row->document;
    claim.said.stance = row->stance;
    claim.said.certainty = row->certainty;
    claim.said.confidence = row->confidence;
    claim.said.when = world_when(row->date);
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

/* Sets how dates are read. */
static inline void
world_set_reading(RelataSelection *selection, RelataReading reading)
{
  if (reading == RELATA_SURELY)
    g_assert_true(relata_selection_set(selection, RELATA_FILTER_SURELY, NULL, NULL));
  if (reading == RELATA_POSSIBLY)
    g_assert_true(relata_selection_set(selection, RELATA_FILTER_POSSIBLY, NULL, NULL));
}

static inline RelataNetwork *
world_network(const RelataCorpus *corpus, RelataReading reading)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  world_set_reading(selection, reading);
  RelataNetwork *network = relata_network_new(corpus, selection, &error);
  g_assert_no_error(error);
  return network;
}

/* ── As the oracle of time sees it ───────────────────────────────────────────────────────── */

typedef struct {
  OracleType types[G_N_ELEMENTS(world_types)];
  OracleClaim claims[WORLD_MAX_CLAIMS];
} WorldTimes;

static inline guint
world_bits(const char *id)
{
  if (g_strcmp0(id, "*") == 0)
    return ORACLE_ALL_TYPES;
  return id != NULL ? 1u << world_find_type(id) : 0;
}

/* The answer borrows `times`. */
static inline OracleTimes
world_times(const World *world, WorldTimes *times)
{
  for (guint i = 0; i < WORLD_TYPES; i++)
    times->types[i] = (OracleType){.parent = world_find_type(world_types[i].parent),
                                   .symmetric = world_types[i].symmetric,
                                   .event = world_types[i].event,
                                   .ends_pair = world_bits(world_types[i].ends_pair),
                                   .ends_to = world_bits(world_types[i].ends_to)};
  for (guint i = 0; i < world->n_claims; i++) {
    const WorldClaim *claim = &world->claims[i];
    times->claims[i] = (OracleClaim){.type = claim->type,
                                     .from = claim->from,
                                     .to = claim->to,
                                     .denies = claim->stance == RELATA_DENIES,
                                     .doubt = (guint)(RELATA_CERTAIN - claim->certainty),
                                     .when = world_when(claim->date),
                                     .published = world_publication(claim->document)};
  }
  return (OracleTimes){times->types, times->claims, world->n_claims};
}

/* ── As corpus.json ──────────────────────────────────────────────────────────────────────── */

static inline void
world_print_types(GString *json)
{
  g_string_append(json, "\"schema\": {\"relation_types\": [");
  for (guint i = 0; i < WORLD_TYPES; i++) {
    g_string_append_printf(json, "%s\n {\"id\": \"%s\", \"kind\": \"%s\", \"symmetric\": %s, \"sign\": %d",
                           i > 0 ? "," : "", world_types[i].id, world_types[i].event ? "event" : "state",
                           world_types[i].symmetric ? "true" : "false", world_types[i].sign);
    if (world_types[i].parent != NULL)
      g_string_append_printf(json, ", \"parent\": \"%s\"", world_types[i].parent);
    if (world_types[i].ends_pair != NULL)
      g_string_append_printf(json, ", \"ends\": {\"pair\": [\"%s\"]}", world_types[i].ends_pair);
    if (world_types[i].ends_to != NULL)
      g_string_append_printf(json, ", \"ends\": {\"to\": \"%s\"}", world_types[i].ends_to);
    g_string_append_c(json, '}');
  }
  g_string_append(json, "],\n\"actor_types\": [");
  for (guint i = 0; i < WORLD_ACTOR_TYPES; i++) {
    g_string_append_printf(json, "%s{\"id\": \"%s\"", i > 0 ? ", " : "", world_actor_types[i].id);
    if (world_actor_types[i].parent != NULL)
      g_string_append_printf(json, ", \"parent\": \"%s\"", world_actor_types[i].parent);
    g_string_append_c(json, '}');
  }
  g_string_append(json, "]},\n");
}

static inline void
world_print_claim(GString *json, const WorldClaim *claim)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(json, "{\"type\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"document\": \"d%u\"",
                         world_types[claim->type].id, world_actors[claim->from], world_actors[claim->to],
                         claim->document);
  if (*world_dates[claim->date] != '\0')
    g_string_append_printf(json, ", \"when\": \"%s\"", world_dates[claim->date]);
  if (!isnan(claim->confidence))
    g_string_append_printf(json, ", \"confidence\": %s",
                           g_ascii_dtostr(number, sizeof number, claim->confidence));
  g_string_append_printf(json, ", \"stance\": \"%s\", \"certainty\": \"%s\"}",
                         relata_stance_name(claim->stance), relata_certainty_name(claim->certainty));
}

/* Newly allocated. */
static inline char *
world_json(const World *world)
{
  GString *json = g_string_new("{\"relata\": 1,\n");
  world_print_types(json);
  g_string_append(json, "\"documents\": [");
  for (guint i = 0; i < WORLD_DOCUMENTS; i++) {
    g_string_append_printf(json, "%s{\"id\": \"d%u\", \"origin\": \"Agency %u\"", i > 0 ? ", " : "", i,
                           world_origins[i]);
    if (world_published[i] != NULL)
      g_string_append_printf(json, ", \"published\": \"%s\"", world_published[i]);
    g_string_append_c(json, '}');
  }
  g_string_append(json, "],\n\"actors\": [");
  for (guint i = 0; i < world->n_actors; i++) {
    g_string_append_printf(json, "%s\n {\"id\": \"%s\", \"aliases\": [\"Nom %u\"]", i > 0 ? "," : "",
                           world_actors[i], i);
    if (world->actor_types[i] < WORLD_ACTOR_TYPES)
      g_string_append_printf(json, ", \"type\": \"%s\"", world_actor_types[world->actor_types[i]].id);
    g_string_append_c(json, '}');
  }
  g_string_append(json, "],\n\"claims\": [");
  for (guint i = 0; i < world->n_claims; i++) {
    g_string_append(json, i > 0 ? ",\n " : "\n ");
    world_print_claim(json, &world->claims[i]);
  }
  g_string_append(json, "]}\n");
  return g_string_free(json, FALSE);
}

#endif
