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

static void
add_breaker(RelataHoldingWork *work, RelataStance against, const RelataHoldingRow *row, BreakerKind kind,
            gint32 day)
{
  const Breaker breaker = {day, row->type, kind, row->forward, row->certainty, row->claim};
  g_array_append_val(work->breakers[against], breaker);
}

static void
list_breakers_of(RelataHoldingWork *work, const RelataHoldingRow *row)
{
  if (row->stance == RELATA_DENIES) {
    if (row->state)
      add_breaker(work, RELATA_AFFIRMS, row, BY_DENIAL, row->begin);
    return;
  }
  if (work->ends_pair[row->type]) {
    const RelataClaim *claim = relata_corpus_claim(work->corpus, row->claim);
    add_breaker(work, RELATA_AFFIRMS, row, BY_ENDER,
                relata_holding_day_after(relata_holding_ender_day(work, claim)));
  }
  if (row->state)
    add_breaker(work, RELATA_DENIES, row, BY_WITNESS, row->begin);
  if (row->says_end)
    add_breaker(work, RELATA_AFFIRMS, row, BY_END, relata_holding_day_after(row->end));
}

static void
list_breakers(RelataHoldingWork *work, guint first, guint end)
{
  for (guint against = 0; against < G_N_ELEMENTS(work->breakers); against++)
    g_array_set_size(work->breakers[against], 0);
  for (guint row = first; row < end; row++)
    list_breakers_of(work, row_at(work, row));
  for (guint against = 0; against < G_N_ELEMENTS(work->breakers); against++)
    if (work->breakers[against]->len > 1)
      g_array_sort(work->breakers[against], compare_breakers);
}

/* Returns whether the breaker, which is of the right day, breaks the claim. A denial is contradicted by a
 * witness of the relation or of a kind of it. */
static gboolean
breaks(const RelataHoldingWork *work, const Breaker *breaker, const RelataHoldingRow *row)
{
  if (!relata_certainty_ends(breaker->certainty, row->certainty))
    return FALSE;
  if (breaker->kind == BY_ENDER)
    return relata_schema_ends_pair(work->schema, breaker->type, row->type);
  const gboolean contradicts = breaker->kind == BY_WITNESS;
  return relata_schema_relation_is_a(work->schema, contradicts ? breaker->type : row->type,
                                     contradicts ? row->type : breaker->type) &&
         (breaker->forward == row->forward || type_of(work, row->type)->symmetric ||
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
break_by_pair(RelataHoldingWork *work, const RelataHoldingRow *row)
{
  const GArray *breakers = work->breakers[row->stance];
  for (guint i = first_breaker(breakers, row->until); i < breakers->len; i++) {
    const Breaker *breaker = &g_array_index(breakers, Breaker, i);
    if (breaks(work, breaker, row) && !take_breaker(work, row->claim, breaker->day, breaker->claim))
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
break_by_actor(RelataHoldingWork *work, const RelataHoldingRow *row, guint actor)
{
  for (guint i = first_death(work->deaths, actor, row->until); i < work->deaths->len; i++) {
    const RelataHoldingDeath *death = &g_array_index(work->deaths, RelataHoldingDeath, i);
    if (death->actor != actor)
      return;
    const RelataCertainty certainty = relata_corpus_claim(work->corpus, death->claim)->said.certainty;
    if (relata_certainty_ends(certainty, row->certainty) &&
        relata_schema_ends_to(work->schema, death->type, row->type) &&
        !take_breaker(work, row->claim, death->day, death->claim))
      return;
  }
}

static RelataHoldingBeginning *
beginning_of(const RelataHoldingWork *work, const RelataHoldingRow *row)
{
  const guint direction = !type_of(work, row->type)->symmetric && row->forward ? 1 : 0;
  return &work->beginnings[(row->type * 2 + direction) * 2 + (row->stance == RELATA_DENIES ? 1 : 0)];
}

/* Finds, for each tie of the pair, when it is first attested, and whether any claim says when it began. */
static void
find_beginnings(RelataHoldingWork *work, guint first, guint end)
{
  work->pair++;
  for (guint i = first; i < end; i++) {
    const RelataHoldingRow *row = row_at(work, i);
    RelataHoldingBeginning *beginning = beginning_of(work, row);
    if (beginning->pair != work->pair) /* rows are in order of their beginnings */
      *beginning = (RelataHoldingBeginning){work->pair, row->begin, FALSE};
    if (row->says_begin)
      beginning->says_begin = TRUE;
  }
}

static void
decide(RelataHoldingWork *work, const RelataHoldingRow *row)
{
  if (!row->state)
    return;
  const RelataHoldingBeginning *beginning = beginning_of(work, row);
  break_by_pair(work, row);
  if (row->stance == RELATA_AFFIRMS) {
    break_by_actor(work, row, row->low);
    if (row->high != row->low)
      break_by_actor(work, row, row->high);
  }
  work->holdings->is_first[row->claim] = !beginning->says_begin && row->begin == beginning->begin;
}

void
relata_holding_decide_pair(RelataHoldingWork *work, guint first, guint end)
{
  list_breakers(work, first, end);
  find_beginnings(work, first, end);
  for (guint i = first; i < end; i++)
    decide(work, row_at(work, i));
}
