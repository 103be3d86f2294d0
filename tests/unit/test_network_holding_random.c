/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When claims hold, on random worlds of types, kinds, enders, denials and fuzzy dates, against loops over all
 * claims (holding_oracle.h). A world that fails is printed with its seed. */
#include "holding_world.h"
#include "many.h"

#define N_WORLDS     many(1000)
#define N_QUESTIONS  6 /* to each claim, reading and kind, besides those at the ends of its days */
#define WORLD_CLAIMS 10
#define WORLD_ACTORS 4

static const char *const points[] = {"2020-02-29", "2020-11-05", "2021-02-28", "2021-03-01", "2021-03-15",
                                     "2021-03",    "2021-02",    "2020-11",    "2021",       "2020",
                                     "2022",       "202X",       "2021-21",    "2020-24",    "2021-03-15?",
                                     "2021-03~",   "2021%",      "2021-03-16"};
static char *dates[400];
static guint n_dates;

static guint
below(GRand *random, guint n)
{
  return (guint)g_rand_int_range(random, 0, (gint)n);
}

static void
make_dates(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(points); i++) {
    dates[n_dates++] = g_strdup(points[i]);
    dates[n_dates++] = g_strconcat(points[i], "/..", NULL);
    dates[n_dates++] = g_strconcat(points[i], "/", NULL);
    dates[n_dates++] = g_strconcat("../", points[i], NULL);
    dates[n_dates++] = g_strconcat("/", points[i], NULL);
    for (guint k = 0; k < G_N_ELEMENTS(points); k++) {
      g_autofree char *interval = g_strconcat(points[i], "/", points[k], NULL);
      RelataDate date;
      if (relata_date_parse(interval, &date, NULL))
        dates[n_dates++] = g_steal_pointer(&interval);
    }
  }
}

static RelataDate
random_date(GRand *random, guint none_in)
{
  if (below(random, none_in) == 0)
    return RELATA_NO_DATE;
  return holding_date(below(random, 2) == 0 ? points[below(random, G_N_ELEMENTS(points))]
                                            : dates[below(random, n_dates)]);
}

static guint
random_types(GRand *random, OracleType *made)
{
  const guint n = 2 + below(random, 5);
  for (guint i = 0; i < n; i++) {
    made[i] = (OracleType){.parent = i > 0 && below(random, 2) == 0 ? below(random, i) : RELATA_NONE,
                           .symmetric = below(random, 3) == 0,
                           .event = below(random, 3) == 0};
    if (below(random, 4) == 0)
      made[i].ends_pair = below(random, 1u << n);
    if (below(random, 4) == 0)
      made[i].ends_to = below(random, 3) == 0 ? ORACLE_ALL_TYPES : below(random, 1u << n);
  }
  return n;
}

static guint
random_claims(GRand *random, guint n_types, OracleClaim *claims)
{
  const guint n = 1 + below(random, WORLD_CLAIMS), n_actors = 1 + below(random, WORLD_ACTORS);
  const gboolean quiet = below(random, 2) == 0;
  for (guint i = 0; i < n; i++) {
    claims[i] = (OracleClaim){.type = below(random, n_types),
                              .from = below(random, n_actors),
                              .to = below(random, n_actors),
                              .denies = below(random, 4) == 0,
                              .unheard = !quiet && below(random, 5) == 0,
                              .doubt = below(random, 5) / 2,
                              .when = random_date(random, 6),
                              .published = RELATA_NO_DATE};
    if (below(random, 2) == 0)
      claims[i].published = holding_date(points[below(random, G_N_ELEMENTS(points))]);
  }
  return n;
}

G_GNUC_NORETURN static void
fail(guint32 seed, const OracleTimes *times, guint n_types, guint claim, RelataReading reading, gboolean by,
     gint32 q1, gint32 q2, RelataDays is)
{
  GString *world = g_string_new(NULL);
  for (guint i = 0; i < n_types; i++)
    g_string_append_printf(world, "t%u: parent %d%s%s, ends %x of the pair, %x of the actor\n", i,
                           (int)times->types[i].parent, times->types[i].symmetric ? ", symmetric" : "",
                           times->types[i].event ? ", event" : "", times->types[i].ends_pair,
                           times->types[i].ends_to);
  for (guint i = 0; i < times->n_claims; i++) {
    g_autofree char *line = holding_claim_text(&times->claims[i]);
    g_string_append(world, line);
  }
  g_error("seed %u: claim %u is said to hold %s%s on days %d to %d, asked about %d to %d\n%s", seed, claim,
          relata_reading_name(reading), by ? " (by)" : "", is.first, is.last, q1, q2, world->str);
}

static guint
collect_days(const OracleTimes *times, gint32 *days)
{
  guint n = 0;
  for (guint i = 0; i < times->n_claims; i++) {
    const RelataDate *of[] = {&times->claims[i].when, &times->claims[i].published};
    for (guint k = 0; k < 2; k++) {
      const gint32 ends[] = {of[k]->begin_min, of[k]->begin_max, of[k]->end_min, of[k]->end_max};
      for (guint e = 0; of[k]->edtf != NULL && e < 4; e++)
        if (ends[e] != RELATA_DAY_MIN && ends[e] != RELATA_DAY_MAX)
          days[n++] = ends[e];
    }
  }
  days[n++] = 18700;
  return n;
}

/* Returns how many answers were yes. */
static guint
compare_claim(GRand *random, guint32 seed, const OracleTimes *times, guint n_types, guint claim,
              const RelataHoldings *holdings)
{
  gint32 named[WORLD_CLAIMS * 8 + 1];
  const guint n_named = collect_days(times, named);
  guint n_yes = 0;
  for (guint which = 0; which < 2 * RELATA_N_READINGS; which++) {
    const RelataReading reading = (RelataReading)(which / 2);
    const gboolean by = which % 2 != 0;
    const RelataDays is = relata_holdings_days(holdings, claim, reading, by);
    gint32 asked[8 + 2 * N_QUESTIONS];
    guint n = holding_days_to_ask(is, asked);
    while (n < G_N_ELEMENTS(asked))
      asked[n++] = named[below(random, n_named)] + (gint32)below(random, 3) - 1;
    for (guint i = 0; i < n; i++) {
      const gint32 one = asked[i], other = below(random, 3) == 0 ? one : asked[below(random, n)];
      const gint32 q1 = MIN(one, other), q2 = MAX(one, other);
      if (q1 == RELATA_DAY_MAX || q2 == RELATA_DAY_MIN)
        continue;
      const gboolean truth = oracle_holds(times, &times->claims[claim], reading, by, q1, q2);
      if (relata_days_meet(is, q1, q2) != truth)
        fail(seed, times, n_types, claim, reading, by, q1, q2, is);
      n_yes += truth ? 1 : 0;
    }
  }
  return n_yes;
}

static void
test_random(void)
{
  guint n_yes = 0, n_broken = 0;
  make_dates();
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    OracleType made[HOLDING_MAX_TYPES];
    OracleClaim claims[WORLD_CLAIMS];
    gboolean heard[WORLD_CLAIMS];
    const guint n_types = random_types(random, made);
    const OracleTimes times = {made, claims, random_claims(random, n_types, claims)};
    g_autoptr(RelataCorpus) corpus = holding_corpus(&times, n_types, WORLD_ACTORS);
    for (guint i = 0; i < times.n_claims; i++)
      heard[i] = !claims[i].unheard;
    g_autoptr(RelataHoldings) holdings = relata_holdings_new(corpus, heard);
    for (guint i = 0; i < times.n_claims; i++)
      if (heard[i]) {
        n_yes += compare_claim(random, seed, &times, n_types, i, holdings);
        n_broken += oracle_dated(&claims[i]) && !made[claims[i].type].event &&
                    oracle_broken(&times, &claims[i], RELATA_DAY_MAX);
      }
  }
  for (guint i = 0; i < n_dates; i++)
    g_free(dates[i]);
  g_assert_cmpuint(n_yes, >, N_WORLDS * 100);
  g_assert_cmpuint(n_broken, >, N_WORLDS / 3);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/holding/random", test_random);
  return g_test_run();
}
