/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/days.h"

#include "text/message.h"

#include <string.h>

static int
compare_days(gconstpointer a, gconstpointer b)
{
  const gint32 left = *(const gint32 *)a, right = *(const gint32 *)b;
  return left < right ? -1 : left > right;
}

static gboolean
check_count(guint n, const char *words, GError **error)
{
  if (n <= RELATA_MOST_FRAMES)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "`frames` %s: that would be %u pictures; at most %u",
              words, n, RELATA_MOST_FRAMES);
  return FALSE;
}

/* ── Regular days ────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *name;
  gint32 (*end)(gint32 day); /* returns the last day of the period that holds the day */
} Period;

static const Period periods[] = {
    {"monthly", relata_day_end_of_month},
    {"yearly", relata_day_end_of_year},
};

const char *
relata_frame_period(guint i)
{
  return i < G_N_ELEMENTS(periods) ? periods[i].name : NULL;
}

static void
widen(gint32 day, gint32 *first, gint32 *last)
{
  if (day == RELATA_DAY_MIN || day == RELATA_DAY_MAX)
    return;
  *first = MIN(*first, day);
  *last = MAX(*last, day);
}

/* Widens the stretch by the days on which what a claim says began, happened or ended: of an uncertain date by
 * the earliest. A claim without a date of its own attests a state for the day of publication. */
static void
widen_by_claim(const RelataCorpus *corpus, const RelataHoldings *holdings, guint index, gint32 *first,
               gint32 *last)
{
  const RelataClaim *claim = relata_corpus_claim(corpus, index);
  if (!relata_statement_is_dated(corpus, &claim->said))
    return;
  if (relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->event) {
    widen(relata_event_days(corpus, &claim->said, RELATA_PRESUMABLY, FALSE).first, first, last);
    if (relata_date_is_set(&claim->said.when))
      widen(claim->said.when.end_min, first, last);
    return;
  }
  const RelataWitness witness = relata_witness_of(corpus, &claim->said);
  const gint32 held = relata_holdings_days(holdings, index, RELATA_PRESUMABLY, FALSE).last;
  widen(witness.begin_min, first, last);
  widen(witness.end_min, first, last);
  if (held < witness.end_max) /* others say that it was over on the next day */
    widen(held + 1, first, last);
}

static GArray *
regular_days(const RelataCorpus *corpus, const RelataSelection *selection, const Period *period,
             GError **error)
{
  gint32 first = RELATA_DAY_MAX, last = RELATA_DAY_MIN;
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++)
    if (relata_selection_has_claim(selection, i))
      widen_by_claim(corpus, relata_selection_holdings(selection), i, &first, &last);
  if (first > last) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "`frames` %s: no claim of the selection has a date",
                period->name);
    return NULL;
  }
  g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(gint32));
  for (gint32 day = period->end(first);; day = period->end(day + 1)) {
    g_array_append_val(days, day);
    if (day >= last || days->len > 100 * RELATA_MOST_FRAMES)
      break;
  }
  return check_count(days->len, period->name, error) ? g_steal_pointer(&days) : NULL;
}

/* ── Named days ──────────────────────────────────────────────────────────────────────────── */

static void
say_expected(const char *word, const char *problem, GError **error)
{
  const char *words[G_N_ELEMENTS(periods)];
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    words[i] = periods[i].name;
  g_autofree char *choice = relata_choice(words, G_N_ELEMENTS(words));
  g_autofree char *hint = relata_hint(word, words, G_N_ELEMENTS(words), '\'');
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "`frames`: expected %s, or dates separated by commas: %s%s%s", choice, problem,
              hint != NULL ? "; " : "", hint != NULL ? hint : "");
}

static gboolean
add_date(GArray *days, const char *word, GError **error)
{
  RelataDate date;
  GError *problem = NULL;
  if (!relata_date_parse(word, &date, &problem)) {
    say_expected(word, problem->message, error);
    g_error_free(problem);
    return FALSE;
  }
  if (date.end_max == RELATA_DAY_MAX) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "`frames` %s: a picture shows the state of one day, and this date has no last day", word);
    return FALSE;
  }
  g_array_append_val(days, date.end_max);
  return TRUE;
}

static GArray *
named_days(const char *words, GError **error)
{
  g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(gint32));
  g_auto(GStrv) list = g_strsplit(words, ",", -1);
  for (char **word = list; *word != NULL; word++)
    if (*g_strstrip(*word) != '\0' && !add_date(named, *word, error))
      return NULL;
  if (named->len == 0) {
    say_expected("", "none is given", error);
    return NULL;
  }
  g_array_sort(named, compare_days);
  g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(gint32));
  for (guint i = 0; i < named->len; i++) {
    const gint32 day = g_array_index(named, gint32, i);
    if (i == 0 || day != g_array_index(named, gint32, i - 1))
      g_array_append_val(days, day);
  }
  return check_count(days->len, words, error) ? g_steal_pointer(&days) : NULL;
}

GArray *
relata_frame_days(const RelataCorpus *corpus, const RelataSelection *selection, const char *words,
                  GError **error)
{
  g_return_val_if_fail(corpus != NULL && selection != NULL && words != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(periods); i++)
    if (strcmp(words, periods[i].name) == 0)
      return regular_days(corpus, selection, &periods[i], error);
  return named_days(words, error);
}
