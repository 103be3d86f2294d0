/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When claims hold: every row of the table of dates, every breaker and every kind of event, in each reading
 * and for each kind of question; worked out by hand, and again by holding_oracle.h, so that random worlds may
 * be held against that. */
#include "holding_world.h"

#include <string.h>

#define MOST_CLAIMS 4

/* ── By hand ─────────────────────────────────────────────────────────────────────────────── */

enum { MEMBER, LEADS, ALLY, SIDES, QUITS, DIES, KILLED, JAILED, PARTS, SUCCEEDS, MEETS, N_TYPES };

static const OracleType types[N_TYPES] = {
    [MEMBER] = {.parent = RELATA_NONE},
    [LEADS] = {.parent = MEMBER},
    [ALLY] = {.parent = RELATA_NONE, .symmetric = TRUE},
    [SIDES] = {.parent = ALLY}, /* a directed kind of a symmetric type */
    [QUITS] = {.parent = RELATA_NONE, .event = TRUE, .ends_pair = 1 << MEMBER},
    [DIES] = {.parent = RELATA_NONE, .event = TRUE, .ends_to = ORACLE_ALL_TYPES},
    [KILLED] = {.parent = DIES, .event = TRUE},
    [JAILED] = {.parent = RELATA_NONE, .event = TRUE, .ends_to = 1 << LEADS},
    [PARTS] = {.parent = RELATA_NONE, .event = TRUE, .symmetric = TRUE, .ends_to = 1 << ALLY},
    [SUCCEEDS] = {.parent = RELATA_NONE, .ends_pair = 1 << LEADS},
    [MEETS] = {.parent = RELATA_NONE, .event = TRUE},
};

/* `days`: surely, presumably, possibly; each the first and the last day, "-" and "+" being without end. For
 * an event those on which it may have happened; `by`: those by which it had. */
typedef struct {
  guint type;
  char from, to;
  guint manner;
  const char *when, *published, *days;
} Told;

enum { AFFIRMS = 0, DENIES = 1, PROBABLY = 2, POSSIBLY = 4 }; /* manners, together */

static const struct {
  const char *name;
  Told told[MOST_CLAIMS];
} cases[] = {
    /* A date without a slash: attested. */
    {"a day", {{LEADS, 'a', 'b', AFFIRMS, "2021-06-15", NULL, "2021-06-15 2021-06-15 2021-06-15 + - +"}}},
    {"a month", {{LEADS, 'a', 'b', AFFIRMS, "2021-06", NULL, "2021-06-30 2021-06-01 2021-06-01 + - +"}}},
    {"a year", {{LEADS, 'a', 'b', AFFIRMS, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"}}},
    {"a decade", {{LEADS, 'a', 'b', AFFIRMS, "201X", NULL, "2019-12-31 2010-01-01 2010-01-01 + - +"}}},
    {"a season", {{LEADS, 'a', 'b', AFFIRMS, "2021-22", NULL, "2021-08-31 2021-06-01 2021-06-01 + - +"}}},
    {"a year, published in it",
     {{LEADS, 'a', 'b', AFFIRMS, "2021", "2021-03-10", "2021-03-10 2021-01-01 2021-01-01 + - +"}}},
    {"a month, published in it by month",
     {{LEADS, 'a', 'b', AFFIRMS, "2021", "2021-03", "2021-03-31 2021-01-01 2021-01-01 + - +"}}},
    {"a month to come",
     {{LEADS, 'a', 'b', AFFIRMS, "2021-09", "2021-08-26", "2021-09-30 2021-09-01 2021-09-01 + - +"}}},
    {"a doubtful month, not the first witness",
     {{LEADS, 'a', 'b', AFFIRMS, "2021-03~", NULL, "2021-03-31 2021-03-01 2021-03-01 + 2021-02-01 +"},
      {LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"}}},
    {"a doubtful year, not the first witness",
     {{LEADS, 'a', 'b', AFFIRMS, "2021?", NULL, "2021-12-31 2021-01-01 2021-01-01 + 2020-01-01 +"},
      {LEADS, 'a', 'b', AFFIRMS, "2019", NULL, "2019-12-31 2019-01-01 2019-01-01 + - +"}}},
    /* a/b */
    {"from day to day",
     {{LEADS, 'a', 'b', AFFIRMS, "2020-03-10/2021-02-20", NULL,
       "2020-03-10 2021-02-20 2020-03-10 2021-02-20 2020-03-10 2021-02-20"}}},
    {"from year to year",
     {{LEADS, 'a', 'b', AFFIRMS, "2014/2016", NULL,
       "2014-12-31 2016-01-01 2014-01-01 2016-12-31 2014-01-01 2016-12-31"}}},
    {"from a year to the next month", /* what overlaps bounds each other */
     {{LEADS, 'a', 'b', AFFIRMS, "2021/2021-03", NULL,
       "2021-03-31 2021-03-01 2021-01-01 2021-03-31 2021-01-01 2021-03-31"}}},
    {"from about a year to perhaps a month",
     {{LEADS, 'a', 'b', AFFIRMS, "2014~/2016-05?", "2015",
       "2014-12-31 2016-05-01 2014-01-01 2016-05-31 2013-01-01 2016-06-30"}}},
    /* a/.. and a/ */
    {"still when published",
     {{LEADS, 'a', 'b', AFFIRMS, "2020/..", "2021-08-26",
       "2020-12-31 2021-08-26 2020-01-01 + 2020-01-01 +"}}},
    {"still when published, in the year itself",
     {{LEADS, 'a', 'b', AFFIRMS, "2020/..", "2020-06-10",
       "2020-06-10 2020-06-10 2020-01-01 + 2020-01-01 +"}}},
    {"still when published, nobody knows when",
     {{LEADS, 'a', 'b', AFFIRMS, "2020/..", NULL, "2020-12-31 2020-01-01 2020-01-01 + 2020-01-01 +"}}},
    {"from a year to come on",
     {{LEADS, 'a', 'b', AFFIRMS, "2022/..", "2021", "2022-12-31 2022-01-01 2022-01-01 + 2022-01-01 +"}}},
    {"end unknown",
     {{LEADS, 'a', 'b', AFFIRMS, "2020/", "2021-08-26", "2020-12-31 2020-01-01 2020-01-01 + 2020-01-01 +"}}},
    {"doubtful beginning, end unknown",
     {{LEADS, 'a', 'b', AFFIRMS, "2020-05%/", NULL, "2020-05-31 2020-05-01 2020-05-01 + 2020-04-01 +"}}},
    /* ../b and /b */
    {"always until",
     {{LEADS, 'a', 'b', AFFIRMS, "../2016-08", NULL, "- 2016-08-01 - 2016-08-31 - 2016-08-31"}}},
    {"beginning unknown",
     {{LEADS, 'a', 'b', AFFIRMS, "/2016-08", NULL, "2016-08-31 2016-08-01 - 2016-08-31 - 2016-08-31"}}},
    {"always until about",
     {{LEADS, 'a', 'b', AFFIRMS, "../2016~", "2016-03-01", "- 2016-01-01 - 2016-03-01 - 2016-03-01"}}},
    /* none */
    {"no date, published on a day",
     {{LEADS, 'a', 'b', AFFIRMS, NULL, "2021-08-26", "2021-08-26 2021-08-26 2021-08-26 + - +"}}},
    {"no date, published in a month",
     {{LEADS, 'a', 'b', AFFIRMS, NULL, "2021-08", "2021-08-31 2021-08-01 2021-08-01 + - +"}}},
    {"undated", {{LEADS, 'a', 'b', AFFIRMS, NULL, NULL, "never - + - +"}}},
    {"undated, and what breaks others",
     {{LEADS, 'a', 'b', AFFIRMS, NULL, NULL, "never - + - +"},
      {LEADS, 'a', 'b', DENIES, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"},
      {DIES, 'c', 'a', AFFIRMS, "2021-05", NULL,
       "2021-05-31 2021-05-01 2021-05-01 2021-05-31 2021-05-01 2021-05-31|"
       "2021-05-31 + 2021-05-01 + 2021-05-01 +"}}},
    /* Several witnesses. */
    {"the first of two witnesses",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'a', 'b', AFFIRMS, "2021-05-05", NULL, "2021-05-05 2021-05-05 2021-05-05 + 2021-05-05 +"}}},
    {"another says when it began",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + 2020-01-01 +"},
      {LEADS, 'a', 'b', AFFIRMS, "2021/", NULL, "2021-12-31 2021-01-01 2021-01-01 + 2021-01-01 +"}}},
    {"witnesses of two kinds, and of two directions",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {MEMBER, 'a', 'b', AFFIRMS, "2019", NULL, "2019-12-31 2019-01-01 2019-01-01 + - +"},
      {LEADS, 'b', 'a', AFFIRMS, "2018", NULL, "2018-12-31 2018-01-01 2018-01-01 + - +"}}},
    {"witnesses of a symmetric tie",
     {{ALLY, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + 2020-01-01 +"},
      {ALLY, 'b', 'a', AFFIRMS, "2019", NULL, "2019-12-31 2019-01-01 2019-01-01 + - +"}}},
    /* Denials. */
    {"a denial after the witness",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-05-31 - 2021-05-31"},
      {LEADS, 'a', 'b', DENIES, "2021-06", NULL, "2021-06-30 2021-06-01 2021-06-01 + - +"}}},
    {"a denial on days that the witness may speak of",
     {{LEADS, 'a', 'b', AFFIRMS, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"},
      {LEADS, 'a', 'b', DENIES, "2021-06", NULL, "2021-06-30 2021-06-01 2021-06-01 + - +"}}},
    {"a denial, and a later witness",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-05-31 - 2021-05-31"},
      {LEADS, 'a', 'b', DENIES, "2021-06", NULL, "2021-06-30 2021-06-01 2021-06-01 2022-02-28 - 2022-02-28"},
      {LEADS, 'a', 'b', AFFIRMS, "2022-03", NULL, "2022-03-31 2022-03-01 2022-03-01 + 2022-03-01 +"}}},
    {"a denial of what it is a kind of",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"},
      {MEMBER, 'a', 'b', DENIES, NULL, "2021-01-01", "2021-01-01 2021-01-01 2021-01-01 + - +"}}},
    {"a denial of a kind of it",
     {{MEMBER, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'a', 'b', DENIES, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 2022-04-30 - 2022-04-30"},
      {LEADS, 'a', 'b', AFFIRMS, "2022-05/2023", NULL,
       "2022-05-31 2023-01-01 2022-05-01 2023-12-31 2022-05-01 2023-12-31"}}},
    {"a denial of a kind, a witness of what it is a kind of",
     {{MEMBER, 'a', 'b', DENIES, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"},
      {LEADS, 'a', 'b', AFFIRMS, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"},
      {LEADS, 'a', 'b', DENIES, "2019", NULL, "2019-12-31 2019-01-01 2019-01-01 2020-12-31 - 2020-12-31"},
      {MEMBER, 'a', 'b', AFFIRMS, "2019-12", NULL,
       "2019-12-31 2019-12-01 2019-12-01 2019-12-31 - 2019-12-31"}}},
    {"a denial of the other direction",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'b', 'a', DENIES, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"}}},
    {"a denial of a symmetric tie, turned",
     {{ALLY, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"},
      {ALLY, 'b', 'a', DENIES, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"},
      {SIDES, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"}}},
    {"an undated denial",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'a', 'b', DENIES, NULL, NULL, "never - + - +"}}},
    {"a denial that ends",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL,
       "2020-12-31 2020-01-01 2020-01-01 2020-12-31 2020-01-01 2020-12-31"},
      {LEADS, 'a', 'b', DENIES, "2021/2022", NULL,
       "2021-12-31 2022-01-01 2021-01-01 2022-12-31 2021-01-01 2022-12-31"},
      {LEADS, 'a', 'b', AFFIRMS, "2019/", NULL,
       "2019-12-31 2019-01-01 2019-01-01 2020-12-31 2019-01-01 2020-12-31"}}},
    /* What is only possible does not end what is more. */
    {"a possible denial of what is certain, of another year than the witness",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'a', 'b', DENIES | POSSIBLY, "2021", "2021-08-25", "2021-08-25 2021-01-01 2021-01-01 + - +"}}},
    {"a possible denial of what is probable",
     {{LEADS, 'a', 'b', AFFIRMS | PROBABLY, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'a', 'b', DENIES | POSSIBLY, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"}}},
    {"a possible denial of what is possible",
     {{LEADS, 'a', 'b', AFFIRMS | POSSIBLY, "2020", NULL,
       "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"},
      {LEADS, 'a', 'b', DENIES | POSSIBLY, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"}}},
    {"a probable denial of what is certain",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"},
      {LEADS, 'a', 'b', DENIES | PROBABLY, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"}}},
    {"a possible denial, then a certain one",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-05-31 - 2021-05-31"},
      {LEADS, 'a', 'b', DENIES | POSSIBLY, "2021-03", NULL, "2021-03-31 2021-03-01 2021-03-01 + - +"},
      {LEADS, 'a', 'b', DENIES, "2021-06", NULL, "2021-06-30 2021-06-01 2021-06-01 + 2021-06-01 +"}}},
    {"a possible witness after a certain denial, and after a possible one",
     {{LEADS, 'a', 'b', DENIES, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {LEADS, 'a', 'b', AFFIRMS | POSSIBLY, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"},
      {ALLY, 'a', 'b', DENIES | POSSIBLY, "2020", NULL,
       "2020-12-31 2020-01-01 2020-01-01 2020-12-31 - 2020-12-31"},
      {ALLY, 'a', 'b', AFFIRMS | POSSIBLY, "2021", NULL, "2021-12-31 2021-01-01 2021-01-01 + - +"}}},
    {"a possible end, a possible ender of the pair",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + 2020-01-01 +"},
      {LEADS, 'a', 'b', AFFIRMS | POSSIBLY, "2019/2021", NULL,
       "2019-12-31 2021-01-01 2019-01-01 2021-12-31 2019-01-01 2021-12-31"},
      {QUITS, 'a', 'b', AFFIRMS | POSSIBLY, "2022", NULL,
       "2022-12-31 2022-01-01 2022-01-01 2022-12-31 2022-01-01 2022-12-31|"
       "2022-12-31 + 2022-01-01 + 2022-01-01 +"}}},
    {"a death that is only possible, and one that is probable",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2022-01-01 - 2022-01-01"},
      {DIES, 'c', 'a', AFFIRMS | POSSIBLY, "2021", NULL,
       "2021-12-31 2021-01-01 2021-01-01 2021-12-31 2021-01-01 2021-12-31|"
       "2021-12-31 + 2021-01-01 + 2021-01-01 +"},
      {DIES, 'c', 'a', AFFIRMS | PROBABLY, "2022", NULL,
       "2022-12-31 2022-01-01 2022-01-01 2022-12-31 2022-01-01 2022-12-31|"
       "2022-12-31 + 2022-01-01 + 2022-01-01 +"}}},
    /* Stated ends. */
    {"another claim says when it ended",
     {{LEADS, 'a', 'b', AFFIRMS, "2020-06", NULL,
       "2020-06-30 2020-06-01 2020-06-01 2021-01-01 2020-06-01 2021-01-01"},
      {LEADS, 'a', 'b', AFFIRMS, "/2021", NULL, "2021-12-31 2021-01-01 - 2021-12-31 - 2021-12-31"},
      {LEADS, 'a', 'b', AFFIRMS, "2022-05", NULL, "2022-05-31 2022-05-01 2022-05-01 + 2022-05-01 +"}}},
    {"what it is a kind of ended",
     {{LEADS, 'a', 'b', AFFIRMS, "2019", NULL, "2019-12-31 2019-01-01 2019-01-01 2021-01-01 - 2021-01-01"},
      {MEMBER, 'a', 'b', AFFIRMS, "2018/2021", NULL,
       "2018-12-31 2021-01-01 2018-01-01 2021-12-31 2018-01-01 2021-12-31"}}},
    {"a kind of it ended",
     {{MEMBER, 'a', 'b', AFFIRMS, "2019", NULL, "2019-12-31 2019-01-01 2019-01-01 + - +"},
      {LEADS, 'a', 'b', AFFIRMS, "2018/2021", NULL,
       "2018-12-31 2021-01-01 2018-01-01 2021-12-31 2018-01-01 2021-12-31"}}},
    /* Enders. */
    {"an ender of the pair, kinds included, in either direction",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-03-01 - 2021-03-01"},
      {QUITS, 'b', 'a', AFFIRMS, "2021-03", NULL,
       "2021-03-31 2021-03-01 2021-03-01 2021-03-31 2021-03-01 2021-03-31|"
       "2021-03-31 + 2021-03-01 + 2021-03-01 +"},
      {MEMBER, 'a', 'c', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {ALLY, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"}}},
    {"a state that ends a state",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-01-01 - 2021-01-01"},
      {SUCCEEDS, 'a', 'b', AFFIRMS, "2021/..", "2022", "2021-12-31 2022-01-01 2021-01-01 + 2021-01-01 +"},
      {MEMBER, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"}}},
    {"a death ends what the dead had, at either end",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-06-01 - 2021-06-01"},
      {ALLY, 'c', 'a', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-06-01 - 2021-06-01"},
      {KILLED, 'c', 'a', AFFIRMS, "2021-06", NULL,
       "2021-06-30 2021-06-01 2021-06-01 2021-06-30 2021-06-01 2021-06-30|"
       "2021-06-30 + 2021-06-01 + 2021-06-01 +"},
      {LEADS, 'c', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"}}},
    {"a death whose beginning is open",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-06-01 - 2021-06-01"},
      {DIES, 'c', 'a', AFFIRMS, "../2021-06", NULL,
       "2021-06-30 2021-06-01 2021-06-01 2021-06-30 - 2021-06-30|"
       "2021-06-30 + 2021-06-01 + - +"}}},
    {"a death without a date",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-06-01 - 2021-06-01"},
      {DIES, 'c', 'a', AFFIRMS, NULL, "2021-06",
       "2021-06-30 - 2021-06-01 2021-06-30 - 2021-06-30|"
       "2021-06-30 + 2021-06-01 + - +"}}},
    {"a denied death", /* and an undated one */
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {DIES, 'c', 'a', DENIES, "2021", NULL,
       "2021-12-31 2021-01-01 2021-01-01 2021-12-31 2021-01-01 2021-12-31|"
       "2021-12-31 + 2021-01-01 + 2021-01-01 +"},
      {DIES, 'c', 'a', AFFIRMS, NULL, NULL,
       "never - + - +|"
       "never - + - +"}}},
    {"an ender of some types of the actor",
     {{LEADS, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-08-26 - 2021-08-26"},
      {MEMBER, 'a', 'b', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {JAILED, 'c', 'a', AFFIRMS, "2021-08-26", NULL,
       "2021-08-26 2021-08-26 2021-08-26 2021-08-26 2021-08-26 2021-08-26|"
       "2021-08-26 + 2021-08-26 + 2021-08-26 +"}}},
    {"an ender that is done to both", /* a directed kind of what it ends too */
     {{SIDES, 'b', 'd', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-08-26 - 2021-08-26"},
      {ALLY, 'd', 'c', AFFIRMS, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 2021-08-26 - 2021-08-26"},
      {PARTS, 'c', 'b', AFFIRMS, "2021-08-26", NULL,
       "2021-08-26 2021-08-26 2021-08-26 2021-08-26 2021-08-26 2021-08-26|"
       "2021-08-26 + 2021-08-26 + 2021-08-26 +"}}},
    {"a denial outlasts a death",
     {{LEADS, 'a', 'b', DENIES, "2020", NULL, "2020-12-31 2020-01-01 2020-01-01 + - +"},
      {DIES, 'c', 'a', AFFIRMS, "2021", NULL,
       "2021-12-31 2021-01-01 2021-01-01 2021-12-31 2021-01-01 2021-12-31|"
       "2021-12-31 + 2021-01-01 + 2021-01-01 +"}}},
    /* Events. */
    {"an event in a month",
     {{MEETS, 'a', 'b', AFFIRMS, "2021-06", "2021-06-03",
       "2021-06-03 2021-06-01 2021-06-01 2021-06-03 2021-06-01 2021-06-03|"
       "2021-06-03 + 2021-06-01 + 2021-06-01 +"}}},
    {"an event in about a month",
     {{MEETS, 'a', 'b', AFFIRMS, "2021-06~", NULL,
       "2021-06-30 2021-06-01 2021-06-01 2021-06-30 2021-05-01 2021-07-31|"
       "2021-06-30 + 2021-06-01 + 2021-05-01 +"}}},
    {"an event from month to month",
     {{MEETS, 'a', 'b', DENIES, "2021-06/2021-09", NULL,
       "2021-09-30 2021-06-01 2021-06-01 2021-09-30 2021-06-01 2021-09-30|"
       "2021-09-30 + 2021-06-01 + 2021-06-01 +"}}},
    {"an event in or after a month",
     {{MEETS, 'a', 'b', AFFIRMS, "2021-06/..", "2021-09-10",
       "2021-06-30 2021-06-01 2021-06-01 + 2021-06-01 +|"
       "2021-06-30 + 2021-06-01 + 2021-06-01 +"}}},
    {"an event whose end is unknown",
     {{MEETS, 'a', 'b', AFFIRMS, "2021-06/", "2021-09-10",
       "2021-06-30 2021-06-01 2021-06-01 + 2021-06-01 +|"
       "2021-06-30 + 2021-06-01 + 2021-06-01 +"}}},
    {"an event until a month",
     {{MEETS, 'a', 'b', AFFIRMS, "../2021-06", NULL,
       "2021-06-30 2021-06-01 2021-06-01 2021-06-30 - 2021-06-30|"
       "2021-06-30 + 2021-06-01 + - +"}}},
    {"an event whose beginning is unknown",
     {{MEETS, 'a', 'b', AFFIRMS, "/2021-06?", NULL,
       "2021-06-30 2021-06-01 2021-06-01 2021-06-30 - 2021-07-31|"
       "2021-06-30 + 2021-06-01 + - +"}}},
    {"an event without a date",
     {{MEETS, 'a', 'b', AFFIRMS, NULL, "2021-06",
       "2021-06-30 - 2021-06-01 2021-06-30 - 2021-06-30|"
       "2021-06-30 + 2021-06-01 + - +"}}},
    {"an end within the year of publication",
     {{LEADS, 'a', 'b', AFFIRMS, "2014/2016~", "2016-03-01",
       "2014-12-31 2016-01-01 2014-01-01 2016-03-01 2014-01-01 2016-03-01"}}},
    {"a denial before the last day on which it may have ended",
     {{LEADS, 'a', 'b', AFFIRMS, "2014/2016", NULL,
       "2014-12-31 2016-01-01 2014-01-01 2016-12-31 2014-01-01 2016-12-31"},
      {LEADS, 'a', 'b', DENIES, "2016-06", NULL, "2016-06-30 2016-06-01 2016-06-01 + - +"}}},
    {"a denial in the month in which it was still so",
     {{LEADS, 'a', 'b', AFFIRMS, "2020/..", "2021-08", "2020-12-31 2021-08-01 2020-01-01 + 2020-01-01 +"},
      {LEADS, 'a', 'b', DENIES, "2021-08-15", NULL, "2021-08-15 2021-08-15 2021-08-15 + - +"}}},
    {"a denial after the month in which it was still so",
     {{LEADS, 'a', 'b', AFFIRMS, "2020/..", "2021-08",
       "2020-12-31 2021-08-01 2020-01-01 2021-09-14 2020-01-01 2021-09-14"},
      {LEADS, 'a', 'b', DENIES, "2021-09-15", NULL, "2021-09-15 2021-09-15 2021-09-15 + - +"}}},
    {"a death on the very day",
     {{LEADS, 'a', 'b', AFFIRMS, "2021-06-01", NULL,
       "2021-06-01 2021-06-01 2021-06-01 2021-06-01 - 2021-06-01"},
      {DIES, 'c', 'a', AFFIRMS, "2021-06-01", NULL,
       "2021-06-01 2021-06-01 2021-06-01 2021-06-01 2021-06-01 2021-06-01|"
       "2021-06-01 + 2021-06-01 + 2021-06-01 +"}}},
    {"an event to come",
     {{MEETS, 'a', 'b', AFFIRMS, "2021-06", "2021-05-03",
       "2021-06-30 2021-06-01 2021-06-01 2021-06-30 2021-06-01 2021-06-30|"
       "2021-06-30 + 2021-06-01 + 2021-06-01 +"}}},
    {"an undated event",
     {{MEETS, 'a', 'b', AFFIRMS, NULL, NULL,
       "never - + - +|"
       "never - + - +"}}},
};

static gint32
day_of(const char *text)
{
  if (strcmp(text, "-") == 0 || strcmp(text, "+") == 0)
    return *text == '-' ? RELATA_DAY_MIN : RELATA_DAY_MAX;
  return holding_date(text).begin_min;
}

static void
read_days(const char *text, RelataDays days[RELATA_N_READINGS])
{
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  guint at = 0;
  for (guint reading = 0; reading < RELATA_N_READINGS; reading++) {
    days[reading] = RELATA_NO_DAYS;
    if (strcmp(words[at], "never") == 0) {
      at++;
      continue;
    }
    days[reading] = (RelataDays){day_of(words[at]), day_of(words[at + 1])};
    at += 2;
  }
  g_assert_null(words[at]);
}

/* Puts the question as a user does, by filters. */
static gboolean
passes(const RelataCorpus *corpus, guint claim, RelataReading reading, gboolean by, gint32 q1, gint32 q2)
{
  static const RelataFilter levels[] = {RELATA_FILTER_SURELY, RELATA_N_FILTERS, RELATA_FILTER_POSSIBLY};
  const RelataFilter filter = by ? RELATA_FILTER_AS_OF : RELATA_FILTER_DURING;
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  if (levels[reading] != RELATA_N_FILTERS)
    g_assert_true(relata_selection_set(selection, levels[reading], NULL, NULL));
  relata_selection_set_days(selection, filter, q1, q2);
  g_assert_cmpint((int)relata_selection_reading(selection), ==, (int)reading);
  g_assert_cmpint(relata_selection_claim_passes(selection, claim, filter), ==,
                  relata_selection_has_claim(selection, claim));
  return relata_selection_has_claim(selection, claim);
}

static void
check_questions(const RelataCorpus *corpus, const OracleTimes *times, guint claim, RelataReading reading,
                gboolean by, RelataDays days)
{
  gint32 asked[8];
  const guint n = holding_days_to_ask(days, asked);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++) {
      if (asked[i] > asked[k] || asked[i] == RELATA_DAY_MAX || asked[k] == RELATA_DAY_MIN)
        continue;
      const gboolean truth = relata_days_meet(days, asked[i], asked[k]);
      g_assert_cmpint(truth, ==, oracle_holds(times, &times->claims[claim], reading, by, asked[i], asked[k]));
      if (asked[k] != RELATA_DAY_MAX)
        g_assert_cmpint(truth, ==, passes(corpus, claim, reading, by, asked[i], asked[k]));
    }
}

static void
check_claim(const RelataCorpus *corpus, const OracleTimes *times, guint claim, const Told *told)
{
  g_autoptr(RelataHoldings) holdings = relata_holdings_new(corpus, NULL);
  RelataDays truth[2][RELATA_N_READINGS];
  g_auto(GStrv) in_and_by = g_strsplit(told->days, "|", -1);
  const gboolean event = g_strv_length(in_and_by) == 2;
  g_assert_cmpint(event, ==, types[told->type].event);
  read_days(in_and_by[0], truth[FALSE]);
  read_days(in_and_by[event ? 1 : 0], truth[TRUE]);
  for (guint by = 0; by < 2; by++)
    for (guint reading = 0; reading < RELATA_N_READINGS; reading++) {
      const RelataDays is = relata_holdings_days(holdings, claim, (RelataReading)reading, (gboolean)by);
      g_test_message("claim %u, %s, %s", claim, relata_reading_name((RelataReading)reading),
                     by != 0 ? "by" : "in");
      g_assert_cmpint(is.first, ==, truth[by][reading].first);
      g_assert_cmpint(is.last, ==, truth[by][reading].last);
      check_questions(corpus, times, claim, (RelataReading)reading, (gboolean)by, is);
    }
}

static guint
claims_of(const Told *told, OracleClaim *claims)
{
  guint n = 0;
  for (; n < MOST_CLAIMS && told[n].from != '\0'; n++)
    claims[n] = (OracleClaim){.type = told[n].type,
                              .from = (guint)(told[n].from - 'a'),
                              .to = (guint)(told[n].to - 'a'),
                              .denies = (told[n].manner & DENIES) != 0,
                              .doubt = told[n].manner / PROBABLY,
                              .when = holding_date(told[n].when),
                              .published = holding_date(told[n].published)};
  return n;
}

static void
test_table(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    OracleClaim claims[MOST_CLAIMS];
    const OracleTimes times = {types, claims, claims_of(cases[i].told, claims)};
    g_autoptr(RelataCorpus) corpus = holding_corpus(&times, N_TYPES, 4);
    g_test_message("%s", cases[i].name);
    for (guint k = 0; k < times.n_claims; k++)
      check_claim(corpus, &times, k, &cases[i].told[k]);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/holding/table", test_table);
  return g_test_run();
}
