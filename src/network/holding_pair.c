/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds what breaks the claims of one pair of actors. */
#include "network/holding_internal.h"

typedef enum { BY_DENIAL, BY_END, BY_ENDER, BY_WITNESS } BreakerKind;

/* What may end a state, or its denial. */
typedef struct {
  gint32 day; /* the first day that it speaks of */
  guint type; /* relation type */
  BreakerKind kind;
  gboolean forward; /* from the actor with the smaller index */
  RelataCertainty certainty;
  guint claim;
} Breaker;

GArray *
relata_holding_breakers_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(Breaker));
}

static gint
compare_breakers(gconstpointer a, gconstpointer b)
{
  const Breaker *left = a, *right = b;
  const int order = relata_holding_compare(left->day, right->day);
  return order != 0 ? order : relata_holding_compare(left->claim, right->claim);
}

static const RelataHoldingRow *
row_at(const RelataHoldingWork *work, guint row)
{
  return &g_array_index(work->rows, RelataHoldingRow, row);
}

static const RelataRelationType *
type_of(const RelataHoldingWork *work, guint type)
{
  return relata_schema_relation_type(work->schema, type);
}

static gboolean
is_forward(const RelataClaim *claim)
{
  return claim->from < claim->to;
}

static void
add_breaker(RelataHoldingWork *work, RelataStance against, guint index, BreakerKind kind, gint32 day)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  const Breaker breaker = {day, claim->type, kind, is_forward(claim), claim->said.certainty, index};
  g_array_append_val(work->breakers[against], breaker);
}

static void
list_breakers_of(RelataHoldingWork *work, const RelataHoldingRow *row)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, row->claim);
  const gboolean state = !type_of(work, claim->type)->event;
  if (claim->said.stance == RELATA_DENIES) {
    if (state)
      add_breaker(work, RELATA_AFFIRMS, row->claim, BY_DENIAL, row->begin);
    return;
  }
  if (work->ends_pair[claim->type])
    add_breaker(work, RELATA_AFFIRMS, row->claim, BY_ENDER,
                relata_holding_day_after(relata_holding_ender_day(work, claim)));
  if (!state)
    return;
  const RelataWitness witness = relata_witness_of(work->corpus, &claim->said);
  add_breaker(work, RELATA_DENIES, row->claim, BY_WITNESS, row->begin);
  if (witness.says_end)
    add_breaker(work, RELATA_AFFIRMS, row->claim, BY_END, relata_holding_day_after(witness.end_min));
}

static void
list_breakers(RelataHoldingWork *work, guint first, guint end)
{
  for (guint against = 0; against < G_N_ELEMENTS(work->breakers); against++)
    g_array_set_size(work->breakers[against], 0);
  for (guint row = first; row < end; row++)
    list_breakers_of(work, row_at(work, row));
  for (guint against = 0; against < G_N_ELEMENTS(work->breakers); against++)
    g_array_sort(work->breakers[against], compare_breakers);
}

/* Returns whether the breaker, which is of the right day, breaks the claim. A denial is contradicted by a
 * witness of the relation or of a kind of it. */
static gboolean
breaks(const RelataHoldingWork *work, const Breaker *breaker, const RelataClaim *claim)
{
  if (!relata_certainty_ends(breaker->certainty, claim->said.certainty))
    return FALSE;
  if (breaker->kind == BY_ENDER)
    return relata_schema_ends_pair(work->schema, breaker->type, claim->type);
  const gboolean contradicts = breaker->kind == BY_WITNESS;
  return relata_schema_relation_is_a(work->schema, contradicts ? breaker->type : claim->type,
                                     contradicts ? claim->type : breaker->type) &&
         (breaker->forward == is_forward(claim) || type_of(work, claim->type)->symmetric ||
          type_of(work, breaker->type)->symmetric);
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
take_breaker(RelataHoldingWork *work, guint index, gint32 day, guint by)
{
  if (by == index)
    return TRUE;
  RelataBreaker *first = &work->holdings->breakers[index];
  const RelataBreaker breaker = {day, by};
  if (relata_holding_compare_breakers(&breaker, first) < 0)
    *first = breaker;
  if (work->lists == NULL)
    return FALSE;
  GArray **list = (GArray **)&g_ptr_array_index(work->lists, index);
  if (*list == NULL)
    *list = g_array_new(FALSE, FALSE, sizeof(RelataBreaker));
  g_array_append_val(*list, breaker);
  return TRUE;
}

static void
break_by_pair(RelataHoldingWork *work, guint index, gint32 end)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  const GArray *breakers = work->breakers[claim->said.stance];
  for (guint i = first_breaker(breakers, end); i < breakers->len; i++) {
    const Breaker *breaker = &g_array_index(breakers, Breaker, i);
    if (breaks(work, breaker, claim) && !take_breaker(work, index, breaker->day, breaker->claim))
      return;
  }
}

/* Returns the index of the first death of the actor after the day. */
static guint
first_death(const GArray *deaths, guint actor, gint32 day)
{
  const RelataHoldingDeath wanted = {actor, day, 0, 0};
  guint low = 0, high = deaths->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (relata_holding_compare_deaths(&g_array_index(deaths, RelataHoldingDeath, middle), &wanted) > 0)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

static void
break_by_actor(RelataHoldingWork *work, guint index, guint actor, gint32 end)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  for (guint i = first_death(work->deaths, actor, end); i < work->deaths->len; i++) {
    const RelataHoldingDeath *death = &g_array_index(work->deaths, RelataHoldingDeath, i);
    if (death->actor != actor)
      return;
    const RelataCertainty certainty = relata_corpus_claim(work->corpus, death->claim)->said.certainty;
    if (relata_certainty_ends(certainty, claim->said.certainty) &&
        relata_schema_ends_to(work->schema, death->type, claim->type) &&
        !take_breaker(work, index, death->day, death->claim))
      return;
  }
}

static RelataHoldingBeginning *
beginning_of(const RelataHoldingWork *work, const RelataClaim *claim)
{
  const guint direction = !type_of(work, claim->type)->symmetric && is_forward(claim) ? 1 : 0;
  return &work->beginnings[(claim->type * 2 + direction) * 2 + (claim->said.stance == RELATA_DENIES ? 1 : 0)];
}

/* Finds, for each tie of the pair, when it is first attested, and whether any claim says when it began. */
static void
find_beginnings(RelataHoldingWork *work, guint first, guint end)
{
  work->pair++;
  for (guint row = first; row < end; row++) {
    const RelataClaim *claim = relata_corpus_claim(work->corpus, row_at(work, row)->claim);
    RelataHoldingBeginning *beginning = beginning_of(work, claim);
    if (beginning->pair != work->pair) /* rows are in order of their beginnings */
      *beginning = (RelataHoldingBeginning){work->pair, row_at(work, row)->begin, FALSE};
    if (relata_witness_of(work->corpus, &claim->said).says_begin)
      beginning->says_begin = TRUE;
  }
}

static void
decide(RelataHoldingWork *work, guint index)
{
  const RelataClaim *claim = relata_corpus_claim(work->corpus, index);
  if (type_of(work, claim->type)->event)
    return;
  const RelataWitness witness = relata_witness_of(work->corpus, &claim->said);
  const gint32 said_until = relata_witness_end(&witness);
  const RelataHoldingBeginning *beginning = beginning_of(work, claim);
  break_by_pair(work, index, said_until);
  if (claim->said.stance == RELATA_AFFIRMS) {
    break_by_actor(work, index, claim->from, said_until);
    if (claim->to != claim->from)
      break_by_actor(work, index, claim->to, said_until);
  }
  work->holdings->is_first[index] = !beginning->says_begin && witness.begin_min == beginning->begin;
}

void
relata_holding_decide_pair(RelataHoldingWork *work, guint first, guint end)
{
  list_breakers(work, first, end);
  find_beginnings(work, first, end);
  for (guint row = first; row < end; row++)
    decide(work, row_at(work, row)->claim);
}
