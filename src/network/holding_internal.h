/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files that find breakers share; private to them. */
#ifndef RELATA_NETWORK_HOLDING_INTERNAL_H
#define RELATA_NETWORK_HOLDING_INTERNAL_H

#include "network/holding.h"

G_BEGIN_DECLS

struct RelataHoldings {
  const RelataCorpus *corpus;
  RelataBreaker *breakers; /* by claim: the first of them */
  guint8 *is_first;        /* by claim: see relata_witness_days() */
};

/* A dated claim of a state, or of what ends states of a pair, with all that is asked of it, because the
 * claims of a pair lie far from each other. */
typedef struct {
  guint low, high; /* the two actors, the smaller index first */
  guint claim;
  guint type;   /* relation type */
  gint32 begin; /* the first day that it speaks of */
  /* Of a state: the last day of which it speaks, and where it says so the first on which it may have ended.
   */
  gint32 until, end;
  guint stance : 1, certainty : 2;
  guint state : 1, says_begin : 1, says_end : 1;
  guint forward : 1; /* from the actor with the smaller index */
} RelataHoldingRow;

/* What ends states of one actor. */
typedef struct {
  guint actor;
  gint32 day;
  guint type;
  guint claim;
} RelataHoldingDeath;

/* Scratch space by (relation type, direction, stance), for one pair of actors. */
typedef struct {
  guint pair; /* the number of the pair that the rest is about */
  gint32 begin;
  gboolean says_begin;
} RelataHoldingBeginning;

typedef struct {
  RelataHoldings *holdings;
  const RelataCorpus *corpus;
  const RelataSchema *schema;
  const gboolean *heard;
  gboolean *ends_pair, *ends_to; /* by relation type: whether it ends any state */
  GArray *rows;                  /* of RelataHoldingRow: by pair of actors, then by day and claim */
  GArray *breakers[2];           /* by stance: what may end such claims of the current pair, by day */
  GArray *deaths;                /* of RelataHoldingDeath: by actor and day */
  RelataHoldingBeginning *beginnings;
  guint pair;       /* the current pair's number, from 1 */
  GPtrArray *lists; /* where all breakers are wanted: by claim, of RelataBreaker; else NULL */
} RelataHoldingWork;

static inline int
relata_holding_compare(gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

/* Compares breakers by day, then claim. */
gint relata_holding_compare_breakers(gconstpointer a, gconstpointer b);
gint relata_holding_compare_deaths(gconstpointer a, gconstpointer b);

/* Returns the first day on which an ender may have happened. */
gint32 relata_holding_ender_day(const RelataHoldingWork *work, const RelataClaim *claim);

/* A state holds on the day on which it ends: what ends it breaks others from the next day on. */
static inline gint32
relata_holding_day_after(gint32 day)
{
  return day < RELATA_DAY_MAX ? day + 1 : day;
}

/* Returns an empty list for work->breakers. */
GArray *relata_holding_breakers_new(void);
/* Finds what breaks the claims of one pair of actors, which are the rows first … end−1. */
void relata_holding_decide_pair(RelataHoldingWork *work, guint first, guint end);

G_END_DECLS

#endif
