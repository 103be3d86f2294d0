/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/grade.h"

#include "corpus/internal.h"
#include "corpus/origin.h"

#include <string.h>

/* The worst that can be judged. */
#define WORST_RELIABILITY 'E'
#define WORST_CREDIBILITY 5
/* The credibility of what cannot be judged, and the last number there is. */
#define UNJUDGED_CREDIBILITY 6

static const char *const reliabilities[] = {"completely reliable", "usually reliable",
                                            "fairly reliable",     "not usually reliable",
                                            "unreliable",          "reliability cannot be judged"};

gboolean
relata_reliability_parse(const char *word, char *reliability)
{
  g_return_val_if_fail(word != NULL && reliability != NULL, FALSE);
  const char letter = g_ascii_toupper(word[0]);
  if (letter < 'A' || letter > 'F' || word[1] != '\0')
    return FALSE;
  *reliability = letter;
  return TRUE;
}

gboolean
relata_credibility_parse(const char *word, guint *credibility)
{
  g_return_val_if_fail(word != NULL && credibility != NULL, FALSE);
  if (word[0] < '1' || word[0] > '6' || word[1] != '\0')
    return FALSE;
  *credibility = (guint)(word[0] - '0');
  return TRUE;
}

gboolean
relata_grade_parse(const char *word, RelataGrade *grade)
{
  g_return_val_if_fail(word != NULL && grade != NULL, FALSE);
  const char letter[] = {word[0], '\0'};
  RelataGrade read = {0};
  const char *number = relata_reliability_parse(letter, &read.reliability) ? word + 1 : word;
  if (*word == '\0' || (*number != '\0' && !relata_credibility_parse(number, &read.credibility)))
    return FALSE;
  *grade = read;
  return TRUE;
}

static gboolean
is_grade(RelataGrade grade)
{
  return (grade.reliability == '\0' || (grade.reliability >= 'A' && grade.reliability <= 'F')) &&
         grade.credibility <= UNJUDGED_CREDIBILITY;
}

const char *
relata_reliability_meaning(char reliability)
{
  g_return_val_if_fail(is_grade((RelataGrade){reliability, 0}), NULL);
  return reliability != '\0' ? reliabilities[reliability - 'A'] : NULL;
}

RelataGrade
relata_corpus_grade(const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataGrade none = {0};
  g_return_val_if_fail(corpus != NULL && said != NULL, none);
  g_return_val_if_fail(said->document == RELATA_NONE || said->document < corpus->documents->len, none);
  const char reliability =
      said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document)->grade : '\0';
  return (RelataGrade){reliability, said->credibility};
}

gboolean
relata_grade_reaches(RelataGrade grade, RelataGrade least)
{
  g_return_val_if_fail(is_grade(grade) && is_grade(least), FALSE);
  const char letter = MIN(least.reliability, WORST_RELIABILITY);
  const guint number = MIN(least.credibility, WORST_CREDIBILITY);
  return (letter == '\0' || (grade.reliability != '\0' && grade.reliability <= letter)) &&
         (number == 0 || (grade.credibility != 0 && grade.credibility <= number));
}

char *
relata_grade_in_words(RelataGrade grade)
{
  g_return_val_if_fail(is_grade(grade), NULL);
  GString *words = g_string_new(NULL);
  if (grade.reliability != '\0')
    g_string_append_c(words, grade.reliability);
  if (grade.credibility != 0)
    g_string_append_printf(words, "%u", grade.credibility);
  return g_string_free(words, words->len == 0);
}

/* ── Confirmed, but by nobody ────────────────────────────────────────────────────────────── */

/* The claims between two actors, in either direction, of which one is called confirmed. */
typedef struct {
  guint low, high;
  GArray *claims; /* of guint: those that affirm */
} Between;

static guint
hash_between(gconstpointer key)
{
  const Between *between = key;
  return between->low * 2654435761u ^ between->high;
}

static gboolean
equal_between(gconstpointer a, gconstpointer b)
{
  const Between *left = a, *right = b;
  return left->low == right->low && left->high == right->high;
}

static void
free_between(gpointer data)
{
  g_array_unref(((Between *)data)->claims);
  g_free(data);
}

static gboolean
is_confirmed(const RelataClaim *claim)
{
  return claim->said.credibility == 1 && claim->said.stance == RELATA_AFFIRMS;
}

/* Returns the claims, by pair of actors, that may bear on one that is called confirmed. */
static GHashTable *
gather(const RelataCorpus *corpus)
{
  GHashTable *pairs = g_hash_table_new_full(hash_between, equal_between, NULL, free_between);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < corpus->claims->len && (pass == 0 || g_hash_table_size(pairs) > 0); i++) {
      const RelataClaim *claim = relata_corpus_claim(corpus, i);
      const Between key = {MIN(claim->from, claim->to), MAX(claim->from, claim->to), NULL};
      if (claim->said.stance == RELATA_DENIES || (pass == 0 && !is_confirmed(claim)))
        continue;
      Between *between = g_hash_table_lookup(pairs, &key);
      if (pass == 1 && between != NULL) {
        g_array_append_val(between->claims, i);
      } else if (pass == 0 && between == NULL) {
        between = g_memdup2(&key, sizeof key);
        between->claims = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_add(pairs, between);
      }
    }
  return pairs;
}

/* Returns whether all claims of its tie, those of kinds of its type included, have one origin or one voice.
 */
static gboolean
stands_alone(const RelataCorpus *corpus, const RelataClaim *claim, const GArray *others)
{
  gboolean one_origin = TRUE, one_voice = TRUE;
  const guint origin = relata_claim_origin(corpus, claim);
  for (guint i = 0; i < others->len; i++) {
    const RelataClaim *other = relata_corpus_claim(corpus, g_array_index(others, guint, i));
    if (!relata_schema_supports(corpus->schema, claim->type, other->type, claim->from == other->from,
                                claim->type))
      continue;
    one_origin &= relata_claim_origin(corpus, other) == origin;
    one_voice &= other->said.voice == claim->said.voice;
  }
  return one_origin || one_voice;
}

void
relata_grades_check(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  g_autoptr(GHashTable) pairs = gather(corpus);
  guint last_event = RELATA_NONE; /* the claims of an event follow one another */
  for (guint i = 0; g_hash_table_size(pairs) > 0 && i < corpus->claims->len; i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    const Between key = {MIN(claim->from, claim->to), MAX(claim->from, claim->to), NULL};
    if (!is_confirmed(claim) || (claim->event != RELATA_NONE && claim->event == last_event))
      continue;
    const Between *between = g_hash_table_lookup(pairs, &key);
    if (!stands_alone(corpus, claim, between->claims))
      continue;
    last_event = claim->event;
    relata_diagnose(
        diagnostics, RELATA_WARNING, "unconfirmed", &claim->said.where,
        "2 means probably true, without confirmation",
        "claim '%s' has the credibility 1, confirmed by other sources, but only one origin says so",
        claim->said.id);
  }
}
