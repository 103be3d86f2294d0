/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/holding.h"

struct RelataHoldings {
  const RelataCorpus *corpus;
  gint32 *until;    /* by claim: the last day before its breaker; RELATA_DAY_MAX without one */
  guint8 *is_first; /* by claim: see relata_witness_days() */
};

typedef enum { BY_DENIAL, BY_END, BY_ENDER } BreakerKind;

/* What may end a state. */
typedef struct {
  gint32 day; /* the first day that it speaks of */
  guint type; /* relation type */
  BreakerKind kind;
  gboolean forward; /* from the actor with the smaller index */
  guint claim;
} Breaker;

/* What ends states of one actor. */
typedef struct {
  guint actor;
  gint32 day;
  guint type;
  guint claim;
} Death;

/* A claim that concerns states, with its sort keys. */
typedef struct {
  guint low, high; /* the two actors, the smaller index first */
  gint32 begin;
  guint claim;
} Row;

/* Scratch space by (relation type, direction, stance), for one pair of actors. */
typedef struct {
  guint pair; /* the number of the pair that the rest is about */
  gint32 begin;
  gboolean says_begin;
} Beginning;

typedef struct {
  RelataHoldings *holdings;
  const RelataCorpus *corpus;
  const RelataSchema *schema;
  const gboolean *heard;
  gboolean *ends_pair, *ends_to; /* by relation type: whether it ends any state */
  GArray *rows;                  /* of Row */
  GArray *breakers;              /* of Breaker: of the current pair, by day */
  GArray *deaths;                /* of Death: by actor and day */
  Beginning *beginnings;
  guint pair;       /* the current pair's number, from 1 */
  GPtrArray *lists; /* where all breakers are wanted: by claim, of RelataBreaker; else NULL */
} Work;

static int
compare(gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

/* ── Listing ─────────────────────────────────────────────────────────────────────────────── */

/* Types that end something are few, so that each is compared with all. */
static void
set_enders(Work *work)
{
  const GArray *types = relata_schema_relation_types(work->schema);
  work->ends_pair = g_new0(gboolean, MAX(types->len, 1));
  work->ends_to = g_new0(gboolean, MAX(types->len, 1));
  for (guint i = 0; i < types->len; i++) {
    const RelataRelationType *ender = &g_array_index(types, RelataRelationType, i);
    for (guint type = 0; (ender->ends_pair != NULL || ender->ends_to != NULL) && type < types->len; type++) {
      const gboolean kind = relata_schema_relation_is_a(work->schema, type, i);
      work->ends_pair[type] |= kind && ender->ends_pair != NULL;
      work->ends_to[type] |= kind && ender->ends_to != NULL;
    }
  }
}

static const RelataRelationType *
type_of(const Work *work, const RelataClaim *claim)
{
  return relata_schema_relation_type(work->schema, claim->type);
}

/* Returns the first day on which an ender may have happened. */
static gint32
ender_day(const Work *work, const RelataClaim *claim)
{
  return relata_event_days(work->corpus, &claim->said, RELATA_PRESUMABLY, TRUE).first;
}

/* A state holds on the day on which it ends: what ends it breaks others from the next day on. */
static gint32
day_after(gint32 day)
{
  return day < RELATA_DAY_MAX ? day + 1 : day;
}

static void
add_deaths(Work *work, const RelataClaim *claim, guint index)
{
  if (!work->ends_to[claim->type] || claim->said.stance == RELATA_DENIES)
    return;
  Death death = {claim->to, day_after(ender_day(work, claim)), claim->type, index};
  g_array_append_val(work->deaths, death);
  death.actor = claim->from;
  if (type_of(work, claim)->symmetric)
    g_array_append_val(work->deaths, death);
}

static void
list_claims(Work *work)
{
  for (guint i = 0; i < relata_corpus_n_claims(work->corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(work->corpus, i);
    const gboolean state = !type_of(work, claim)->event;
    if ((work->heard != NULL && !work->heard[i]) || !relata_statement_is_dated(work->corpus, &claim->said))
      continue;
    add_deaths(work, claim, i);
    if (!state && !work->ends_pair[claim->type])
      continue;
    const Row row = {MIN(claim->from, claim->to), MAX(claim->from, claim->to),
                     state ? relata_witness_of(work->corpus, &claim->said).begin_min : ender_day(work, claim),
                     i};
    g_array_append_val(work->rows, row);
  }
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;
  int order = compare(left->low, right->low);
  if (order == 0)
    order = compare(left->high, right->high);
  if (order == 0)
    order = compare(left->begin, right->begin);
  return order != 0 ? order : compare(left->claim, right->claim);
}

static gint
compare_breakers(gconstpointer a, gconstpointer b)
{
  const Breaker *left = a, *right = b;
  return compare(left->day, right->day);
}

static gint
compare_deaths(gconstpointer a, gconstpointer b)
{
  const Death *left = a, *right = b;
  const int order = compare(left->actor, right->actor);
  return order != 0 ? order : compare(left->day, right->day);
}

/* ── One pair of actors ──────────────────────────────────────────────────────────────────── */

static const RelataClaim *
claim_at(const Work *work, guint row)
{
  return relata_corpus_claim(work->corpus, g_array_index(work->rows, Row, row).claim);
}

static gboolean
is_forward(const RelataClaim *claim)
{
  return claim->from < claim->to;
}

static void
add_breaker(Work *work, guint index, BreakerKind kind, gint32 day)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  const Breaker breaker = {day, claim->type, kind, is_forward(claim), index};
  g_array_append_val(work->breakers, breaker);
}

static void
list_breakers(Work *work, guint first, guint end)
{
  g_array_set_size(work->breakers, 0);
  for (guint row = first; row < end; row++) {
    const RelataClaim *claim = claim_at(work, row);
    const gint32 begin = g_array_index(work->rows, Row, row).begin;
    const guint index = g_array_index(work->rows, Row, row).claim;
    if (claim->said.stance == RELATA_DENIES) {
      if (!type_of(work, claim)->event)
        add_breaker(work, index, BY_DENIAL, begin);
      continue;
    }
    if (work->ends_pair[claim->type])
      add_breaker(work, index, BY_ENDER, day_after(ender_day(work, claim)));
    if (type_of(work, claim)->event)
      continue;
    const RelataWitness witness = relata_witness_of(work->corpus, &claim->said);
    if (witness.says_end)
      add_breaker(work, index, BY_END, day_after(witness.end_min));
  }
  g_array_sort(work->breakers, compare_breakers);
}

static gboolean
breaks(const Work *work, const Breaker *breaker, const RelataClaim *claim)
{
  if (breaker->kind == BY_ENDER)
    return relata_schema_ends_pair(work->schema, breaker->type, claim->type);
  return relata_schema_relation_is_a(work->schema, claim->type, breaker->type) &&
         (breaker->forward == is_forward(claim) || type_of(work, claim)->symmetric ||
          relata_schema_relation_type(work->schema, breaker->type)->symmetric);
}

/* Returns the index of the first breaker after the day. */
static guint
first_breaker(const GArray *breakers, gint32 day)
{
  guint low = 0, high = breakers->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(breakers, Breaker, middle).day > day)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* Takes note of what ends a claim from a day on. A claim does not break itself. Returns whether later ones
 * are wanted too. */
static gboolean
take_breaker(Work *work, guint index, gint32 day, guint by)
{
  if (by == index)
    return TRUE;
  gint32 *until = &work->holdings->until[index];
  const RelataBreaker breaker = {day, by};
  *until = MIN(*until, day - 1);
  if (work->lists == NULL)
    return FALSE;
  GArray **list = (GArray **)&g_ptr_array_index(work->lists, index);
  if (*list == NULL)
    *list = g_array_new(FALSE, FALSE, sizeof(RelataBreaker));
  g_array_append_val(*list, breaker);
  return TRUE;
}

static void
break_by_pair(Work *work, guint index, gint32 end)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  for (guint i = first_breaker(work->breakers, end); i < work->breakers->len; i++) {
    const Breaker *breaker = &g_array_index(work->breakers, Breaker, i);
    if (breaks(work, breaker, claim) && !take_breaker(work, index, breaker->day, breaker->claim))
      return;
  }
}

/* Returns the index of the first death of the actor after the day. */
static guint
first_death(const GArray *deaths, guint actor, gint32 day)
{
  const Death wanted = {actor, day, 0, 0};
  guint low = 0, high = deaths->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (compare_deaths(&g_array_index(deaths, Death, middle), &wanted) > 0)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

static void
break_by_actor(Work *work, guint index, guint actor, gint32 end)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  for (guint i = first_death(work->deaths, actor, end); i < work->deaths->len; i++) {
    const Death *death = &g_array_index(work->deaths, Death, i);
    if (death->actor != actor)
      return;
    if (relata_schema_ends_to(work->schema, death->type, claim->type) &&
        !take_breaker(work, index, death->day, death->claim))
      return;
  }
}

/* A witness of the relation, or of a kind of it, contradicts an earlier denial. */
static gboolean
contradicts(const Work *work, const RelataClaim *claim, const RelataClaim *denial)
{
  return claim->said.stance == RELATA_AFFIRMS && !type_of(work, claim)->event &&
         relata_schema_relation_is_a(work->schema, claim->type, denial->type) &&
         (is_forward(claim) == is_forward(denial) || type_of(work, claim)->symmetric ||
          type_of(work, denial)->symmetric);
}

static void
break_denial(Work *work, guint index, gint32 denied_until, guint first, guint end)
{
  const RelataClaim *denial = relata_corpus_claim(work->corpus, index);
  for (guint i = first; i < end; i++) {
    const Row *row = &g_array_index(work->rows, Row, i);
    if (row->begin > denied_until && contradicts(work, claim_at(work, i), denial) &&
        !take_breaker(work, index, row->begin, row->claim))
      return;
  }
}

static Beginning *
beginning_of(const Work *work, const RelataClaim *claim)
{
  const guint direction = !type_of(work, claim)->symmetric && is_forward(claim) ? 1 : 0;
  return &work->beginnings[(claim->type * 2 + direction) * 2 + (claim->said.stance == RELATA_DENIES ? 1 : 0)];
}

/* Finds, for each tie of the pair, when it is first attested, and whether any claim says when it began. */
static void
find_beginnings(Work *work, guint first, guint end)
{
  work->pair++;
  for (guint row = first; row < end; row++) {
    const RelataClaim *claim = claim_at(work, row);
    Beginning *beginning = beginning_of(work, claim);
    if (beginning->pair != work->pair) /* rows are in order of their beginnings */
      *beginning = (Beginning){work->pair, g_array_index(work->rows, Row, row).begin, FALSE};
    if (relata_witness_of(work->corpus, &claim->said).says_begin)
      beginning->says_begin = TRUE;
  }
}

static void
decide(Work *work, guint row, guint first, guint end)
{
  const RelataClaim *claim = claim_at(work, row);
  if (type_of(work, claim)->event)
    return;
  const guint index = g_array_index(work->rows, Row, row).claim;
  const RelataWitness witness = relata_witness_of(work->corpus, &claim->said);
  const gint32 said_until = relata_witness_end(&witness);
  const Beginning *beginning = beginning_of(work, claim);
  if (claim->said.stance == RELATA_DENIES) {
    break_denial(work, index, said_until, first, end);
  } else {
    break_by_pair(work, index, said_until);
    break_by_actor(work, index, claim->from, said_until);
    if (claim->to != claim->from)
      break_by_actor(work, index, claim->to, said_until);
  }
  work->holdings->is_first[index] = !beginning->says_begin && witness.begin_min == beginning->begin;
}

static void
decide_pair(Work *work, guint first, guint end)
{
  list_breakers(work, first, end);
  find_beginnings(work, first, end);
  for (guint row = first; row < end; row++)
    decide(work, row, first, end);
}

/* ── All of them ─────────────────────────────────────────────────────────────────────────── */

static guint
end_of_pair(const GArray *rows, guint first)
{
  const Row *row = &g_array_index(rows, Row, first);
  guint end = first + 1;
  while (end < rows->len && g_array_index(rows, Row, end).low == row->low &&
         g_array_index(rows, Row, end).high == row->high)
    end++;
  return end;
}

static void
clear_work(Work *work)
{
  g_free(work->ends_pair);
  g_free(work->ends_to);
  g_free(work->beginnings);
  g_array_unref(work->rows);
  g_array_unref(work->breakers);
  g_array_unref(work->deaths);
}

/* lists: see Work. */
static RelataHoldings *
find_holdings(const RelataCorpus *corpus, const gboolean *heard, GPtrArray *lists)
{
  const guint n = relata_corpus_n_claims(corpus);
  RelataHoldings *holdings = g_rc_box_new0(RelataHoldings);
  holdings->corpus = corpus;
  holdings->until = g_new(gint32, MAX(n, 1));
  holdings->is_first = g_new0(guint8, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    holdings->until[i] = RELATA_DAY_MAX;
  Work work = {.holdings = holdings,
               .corpus = corpus,
               .schema = relata_corpus_schema(corpus),
               .heard = heard,
               .lists = lists,
               .rows = g_array_new(FALSE, FALSE, sizeof(Row)),
               .breakers = g_array_new(FALSE, FALSE, sizeof(Breaker)),
               .deaths = g_array_new(FALSE, FALSE, sizeof(Death))};
  work.beginnings = g_new0(Beginning, MAX(relata_schema_relation_types(work.schema)->len, 1) * 4);
  set_enders(&work);
  list_claims(&work);
  g_array_sort(work.rows, compare_rows);
  g_array_sort(work.deaths, compare_deaths);
  for (guint first = 0, end; first < work.rows->len; first = end) {
    end = end_of_pair(work.rows, first);
    decide_pair(&work, first, end);
  }
  clear_work(&work);
  return holdings;
}

RelataHoldings *
relata_holdings_new(const RelataCorpus *corpus, const gboolean *heard)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return find_holdings(corpus, heard, NULL);
}

static gint
compare_listed(gconstpointer a, gconstpointer b)
{
  const RelataBreaker *left = a, *right = b;
  const int order = compare(left->day, right->day);
  return order != 0 ? order : compare(left->claim, right->claim);
}

static void
free_list(gpointer list)
{
  if (list != NULL)
    g_array_unref(list);
}

GPtrArray *
relata_holdings_list_breakers(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  const guint n = relata_corpus_n_claims(corpus);
  GPtrArray *lists = g_ptr_array_new_with_free_func(free_list);
  g_ptr_array_set_size(lists, (gint)n);
  relata_holdings_unref(find_holdings(corpus, NULL, lists));
  for (guint i = 0; i < n; i++)
    if (g_ptr_array_index(lists, i) != NULL)
      g_array_sort(g_ptr_array_index(lists, i), compare_listed);
  return lists;
}

RelataHoldings *
relata_holdings_ref(RelataHoldings *holdings)
{
  g_return_val_if_fail(holdings != NULL, NULL);
  return g_rc_box_acquire(holdings);
}

static void
clear_holdings(gpointer data)
{
  RelataHoldings *holdings = data;
  g_free(holdings->until);
  g_free(holdings->is_first);
}

void
relata_holdings_unref(RelataHoldings *holdings)
{
  if (holdings != NULL)
    g_rc_box_release_full(holdings, clear_holdings);
}

RelataDays
relata_holdings_days(const RelataHoldings *holdings, guint claim, RelataReading reading, gboolean by)
{
  g_return_val_if_fail(holdings != NULL && (guint)reading < RELATA_N_READINGS, RELATA_NO_DAYS);
  g_return_val_if_fail(claim < relata_corpus_n_claims(holdings->corpus), RELATA_NO_DAYS);
  const RelataClaim *record = relata_corpus_claim(holdings->corpus, claim);
  const RelataSchema *schema = relata_corpus_schema(holdings->corpus);
  if (relata_schema_relation_type(schema, record->type)->event)
    return relata_event_days(holdings->corpus, &record->said, reading, by);
  const RelataWitness witness = relata_witness_of(holdings->corpus, &record->said);
  return relata_witness_days(&witness, reading, holdings->until[claim], holdings->is_first[claim] != 0);
}
