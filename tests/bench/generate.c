/* SPDX-License-Identifier: GPL-2.0-or-later */
/* generate [--actors N] [--ties N] [--seed N]: a synthetic corpus as JSON Lines on standard output, the same
 * for the same numbers.
 *
 * Who is tied to whom follows Chung & Lu (2002): the ends of a tie are drawn independently of each other,
 * each actor in proportion to a weight, and the weights follow a power law, so that the degrees do
 * (exponent 2.5). A tie is affirmed by one claim at least; there are just as many as asked for, and a few
 * more that are only denied. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_DOCUMENTS 2000u
#define N_EVENTS    1000u
#define FIRST_YEAR  2008u
#define N_YEARS     16u

typedef struct {
  const char *id, *parent;
  int sign;
  gboolean symmetric, event;
  guint share; /* of the ties, in percent */
} Relation;

static const Relation relations[] = {
    {"attacks", NULL, -1, FALSE, TRUE, 12},    {"bombs", "attacks", -1, FALSE, TRUE, 5},
    {"threatens", NULL, -1, FALSE, FALSE, 10}, {"rivalry", NULL, -1, TRUE, FALSE, 8},
    {"sanctions", NULL, -1, FALSE, FALSE, 5},  {"reports-on", NULL, 0, FALSE, TRUE, 14},
    {"commands", NULL, 0, FALSE, FALSE, 8},    {"meets", NULL, 0, TRUE, TRUE, 10},
    {"allegiance", NULL, 1, FALSE, FALSE, 8},  {"alliance", NULL, 1, TRUE, FALSE, 7},
    {"funds", NULL, 1, FALSE, FALSE, 7},       {"supplies", "funds", 1, FALSE, FALSE, 6},
};

typedef struct {
  const char *id, *parent;
  guint share; /* of the actors, in percent */
} ActorType;

static const ActorType actor_types[] = {
    {"person", NULL, 55},           {"organization", NULL, 22}, {"armed-group", "organization", 13},
    {"company", "organization", 7}, {"state", NULL, 3},
};

static const char *const agencies[] = {"AFP",  "AP",     "Reuters", "dpa", "EFE",   "ANSA",
                                       "TASS", "Xinhua", "IRNA",    "PTI", "Kyodo", "AAP"};

typedef struct {
  guint n_actors, n_ties;
  guint64 random;
  double *up_to;     /* of the actors by weight: the sum of the weights up to and with each */
  guint *by_weight;  /* actor of each place in that order */
  GHashTable *taken; /* the ties there are */
  guint n_claims;
} Corpus;

/* SplitMix64: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators". */
static guint64
draw(Corpus *corpus)
{
  guint64 z = corpus->random += G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* From 0 to n − 1. The bias of the remainder is below 2⁻³² here. */
static guint
draw_below(Corpus *corpus, guint n)
{
  return (guint)(draw(corpus) % n);
}

static gboolean
draw_chance(Corpus *corpus, guint percent)
{
  return draw_below(corpus, 100) < percent;
}

/* The row on which a percentage falls. */
#define DRAW_ROW(corpus, table, row)                                                                         \
  do {                                                                                                       \
    guint left = draw_below(corpus, 100);                                                                    \
    for (row = 0; row + 1 < G_N_ELEMENTS(table) && left >= (table)[row].share; row++)                        \
      left -= (table)[row].share;                                                                            \
  } while (0)

static void
set_weights(Corpus *corpus)
{
  const guint n = corpus->n_actors;
  double sum = 0;
  corpus->up_to = g_new(double, n);
  corpus->by_weight = g_new(guint, n);
  for (guint i = 0; i < n; i++) {
    sum += pow(i + 10.0, -2.0 / 3.0); /* the degrees' exponent is 1 + 3/2; the 10 keeps the first in bounds */
    corpus->up_to[i] = sum;
    corpus->by_weight[i] = i;
  }
  /* Ids must not tell degrees: they decide between paths that are equal otherwise. Fisher & Yates. */
  for (guint i = n - 1; i > 0; i--) {
    const guint j = draw_below(corpus, i + 1), actor = corpus->by_weight[i];
    corpus->by_weight[i] = corpus->by_weight[j];
    corpus->by_weight[j] = actor;
  }
}

static guint
draw_actor(Corpus *corpus)
{
  const double at = (double)(draw(corpus) >> 11) * 0x1p-53 * corpus->up_to[corpus->n_actors - 1];
  guint low = 0, high = corpus->n_actors - 1;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (corpus->up_to[middle] <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return corpus->by_weight[low];
}

typedef struct {
  guint relation, from, to;
} Tie;

/* A tie that there is not yet. */
static Tie
draw_tie(Corpus *corpus)
{
  for (;;) {
    Tie tie;
    DRAW_ROW(corpus, relations, tie.relation);
    tie.from = draw_actor(corpus);
    tie.to = draw_actor(corpus);
    if (tie.from == tie.to)
      continue;
    const gboolean turn = relations[tie.relation].symmetric && tie.from > tie.to;
    const guint64 low = turn ? tie.to : tie.from, high = turn ? tie.from : tie.to;
    gint64 key = (gint64)((low * corpus->n_actors + high) * G_N_ELEMENTS(relations) + tie.relation);
    if (g_hash_table_contains(corpus->taken, &key))
      continue;
    g_hash_table_add(corpus->taken, g_memdup2(&key, sizeof key));
    return tie;
  }
}

static void
write_head(void)
{
  puts("{\"kind\":\"corpus\",\"relata\":1,\"title\":\"Synthetic\"}");
  fputs("{\"kind\":\"schema\",\"actor_types\":[", stdout);
  for (guint i = 0; i < G_N_ELEMENTS(actor_types); i++) {
    printf("%s{\"id\":\"%s\"", i > 0 ? "," : "", actor_types[i].id);
    if (actor_types[i].parent != NULL)
      printf(",\"parent\":\"%s\"", actor_types[i].parent);
    putchar('}');
  }
  fputs("],\"relation_types\":[", stdout);
  for (guint i = 0; i < G_N_ELEMENTS(relations); i++) {
    const Relation *relation = &relations[i];
    printf("%s{\"id\":\"%s\",\"sign\":%d,\"symmetric\":%s,\"kind\":\"%s\"", i > 0 ? "," : "", relation->id,
           relation->sign, relation->symmetric ? "true" : "false", relation->event ? "event" : "state");
    if (relation->parent != NULL)
      printf(",\"parent\":\"%s\"", relation->parent);
    putchar('}');
  }
  puts("],\"event_types\":[{\"id\":\"raid\"}],\"measures\":[{\"id\":\"killed\",\"unit\":\"people\"}]}");
}

/* A day as YYYY-MM-DD, of which as much is written as `characters` says. */
static void
write_date(Corpus *corpus, guint characters)
{
  char date[32];
  const guint year = FIRST_YEAR + draw_below(corpus, N_YEARS), month = 1 + draw_below(corpus, 12);
  g_snprintf(date, sizeof date, "%04u-%02u-%02u", year, month, 1 + draw_below(corpus, 28));
  printf("%.*s", (int)characters, date);
}

static void
write_documents(Corpus *corpus)
{
  for (guint i = 0; i < N_DOCUMENTS; i++) {
    printf("{\"kind\":\"document\",\"id\":\"d%04u\",\"title\":\"Report %u\",\"publisher\":\"Publisher %u\"",
           i, i, draw_below(corpus, 60));
    if (draw_chance(corpus, 50))
      printf(",\"origin\":\"%s\"", agencies[draw_below(corpus, G_N_ELEMENTS(agencies))]);
    if (draw_chance(corpus, 95)) {
      fputs(",\"published\":\"", stdout);
      write_date(corpus, 10);
      putchar('"');
    }
    puts(",\"language\":\"en\"}");
  }
}

static void
write_actors(Corpus *corpus)
{
  for (guint i = 0; i < corpus->n_actors; i++) {
    guint type;
    DRAW_ROW(corpus, actor_types, type);
    printf("{\"kind\":\"actor\",\"id\":\"a%06u\",\"name\":\"Actor %u\",\"type\":\"%s\"", i, i,
           actor_types[type].id);
    if (draw_chance(corpus, 20))
      printf(",\"aliases\":[\"Alias of %u\"]", i);
    puts("}");
  }
}

/* Seven claims in ten say when: a day, a month, a year, about a day, a span of years. */
static void
write_when(Corpus *corpus)
{
  if (draw_chance(corpus, 30))
    return;
  fputs(",\"when\":\"", stdout);
  const guint form = draw_below(corpus, 100);
  if (form < 90) {
    write_date(corpus, form < 60 ? 10 : form < 75 ? 7 : form < 85 ? 4 : 10);
    fputs(form < 85 ? "\"" : "~\"", stdout);
  } else {
    const guint first = FIRST_YEAR + draw_below(corpus, N_YEARS);
    printf("%u/%u\"", first, first + draw_below(corpus, 5));
  }
}

static void
write_claim(Corpus *corpus, const Tie *tie, gboolean denies)
{
  const Relation *relation = &relations[tie->relation];
  printf(
      "{\"kind\":\"claim\",\"id\":\"c%u\",\"type\":\"%s\",\"from\":\"a%06u\",\"to\":\"a%06u\",\"document\":"
      "\"d%04u\",\"text\":\"Actor %u %s Actor %u\"",
      corpus->n_claims++, relation->id, tie->from, tie->to, draw_below(corpus, N_DOCUMENTS), tie->from,
      relation->id, tie->to);
  write_when(corpus);
  if (denies)
    fputs(",\"stance\":\"denies\"", stdout);
  const guint sure = draw_below(corpus, 100);
  if (sure < 25)
    printf(",\"certainty\":\"%s\"", sure < 17 ? "probable" : "possible");
  if (draw_chance(corpus, 40))
    printf(",\"confidence\":0.%02u", 30 + draw_below(corpus, 70));
  puts("}");
}

/* One tie in ten is affirmed by two to six claims; of one in fifty a claim denies it. */
static void
write_ties(Corpus *corpus)
{
  for (guint i = 0; i < corpus->n_ties; i++) {
    const Tie tie = draw_tie(corpus);
    const guint n_more = draw_chance(corpus, 10) ? 1 + draw_below(corpus, 5) : 0;
    for (guint j = 0; j <= n_more; j++)
      write_claim(corpus, &tie, FALSE);
    if (draw_chance(corpus, 2))
      write_claim(corpus, &tie, TRUE);
  }
  for (guint i = 0; i < corpus->n_ties / 200; i++) {
    const Tie tie = draw_tie(corpus);
    write_claim(corpus, &tie, TRUE);
  }
}

static void
write_events(Corpus *corpus)
{
  for (guint i = 0; i < N_EVENTS; i++) {
    const guint document = draw_below(corpus, N_DOCUMENTS), agent = draw_actor(corpus),
                theme = draw_actor(corpus);
    const guint least = draw_below(corpus, 30), most = least + draw_below(corpus, 10);
    printf("{\"kind\":\"event\",\"id\":\"e%u\",\"type\":\"raid\",\"roles\":{\"Agent\":[\"a%06u\"],\"Theme\":["
           "\"a%06u\"]},\"document\":\"d%04u\",\"text\":\"Raid %u\"",
           i, agent, theme, document, i);
    write_when(corpus);
    printf("}\n{\"kind\":\"figure\",\"id\":\"f%u\",\"measure\":\"killed\",\"event\":\"e%u\",\"min\":%u,"
           "\"max\":%u,"
           "\"document\":\"d%04u\",\"text\":\"%u to %u killed\"}\n",
           i, i, least, most, document, least, most);
  }
}

static gboolean
read_options(int argc, char **argv, Corpus *corpus, GError **error)
{
  gint n_actors = 100000, n_ties = 1000000;
  gint64 seed = 1;
  const GOptionEntry entries[] = {
      {"actors", 0, 0, G_OPTION_ARG_INT, &n_actors, "how many actors, 2 to a million (100000)", "N"},
      {"ties", 0, 0, G_OPTION_ARG_INT, &n_ties, "how many affirmed ties (1000000)", "N"},
      {"seed", 0, 0, G_OPTION_ARG_INT64, &seed, "another corpus (1)", "N"},
      {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new("> CORPUS.jsonl");
  g_option_context_add_main_entries(context, entries, NULL);
  if (!g_option_context_parse(context, &argc, &argv, error))
    return FALSE;
  /* Nearer to the ties that there can be, ever more of them are drawn in vain. */
  const double possible = (double)n_actors * (n_actors - 1);
  if (argc != 1 || n_actors < 2 || n_actors > 1000000 || n_ties < 0 || n_ties > possible) {
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                "from 2 to 1000000 actors, and no more ties than ordered pairs of them");
    return FALSE;
  }
  corpus->n_actors = (guint)n_actors;
  corpus->n_ties = (guint)n_ties;
  corpus->random = (guint64)seed;
  return TRUE;
}

int
main(int argc, char **argv)
{
  Corpus corpus = {0};
  g_autoptr(GError) error = NULL;
  if (!read_options(argc, argv, &corpus, &error)) {
    fprintf(stderr, "generate: %s\n", error->message);
    return 2;
  }
  corpus.taken = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  set_weights(&corpus);
  write_head();
  write_documents(&corpus);
  write_actors(&corpus);
  write_events(&corpus);
  write_ties(&corpus);
  g_hash_table_destroy(corpus.taken);
  g_free(corpus.by_weight);
  g_free(corpus.up_to);
  return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
