/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/state_words.h"

#include <string.h>

/* Words of state, without their regular endings; irregular forms stand by themselves. */
static const char *const state_words[] = {
    /* command and property */
    "lead", "led", "leader", "leadership", "head", "chief", "command", "commander", "rule", "ruler", "govern",
    "government", "control", "manage", "manager", "director", "chair", "chairman", "chairwoman", "president",
    "minister", "deputy", "boss", "superior", "subordinate", "supervise", "own", "owner", "ownership",
    "possess", "hold", "held", "shareholder", "occupy", "sponsor", "employ", "employer", "employee",
    "employment", "work", "serve", "adviser", "advisor", "represent", "representative", "speak",
    /* belonging */
    "member", "membership", "part", "belong", "contain", "include", "consist", "subsidiary", "branch",
    "affiliate", "affiliation", "faction", "wing", "component", "citizen", "citizenship", "national",
    "nationality", "resident", "reside", "live", "located", "location", "based", "headquarter", "capital",
    "near", "adjacent", "border", "neighbour", "neighbor",
    /* kin and company */
    "family", "kin", "kinship", "relative", "related", "parent", "child", "son", "daughter", "father",
    "mother", "brother", "sister", "sibling", "cousin", "uncle", "aunt", "nephew", "niece", "spouse", "wife",
    "husband", "married", "marriage", "friend", "friendship", "colleague", "associate", "associated",
    "association", "acquaintance", "know", "trust", "like", "love", "hate", "fear",
    /* with and against */
    "ally", "allied", "alliance", "partner", "partnership", "cooperation", "allegiance", "loyal", "loyalty",
    "follower", "supporter", "support", "depend", "dependent", "dependence", "rival", "rivalry", "enemy",
    "enmity", "hostile", "hostility", "opponent", "oppose", "opposition", "conflict"};

/* A name with one of them tells of a change, though a word of state may stand beside it. */
static const char *const change_words[] = {
    "begin",  "began",  "start",     "found",  "end",    "cease",   "stop",   "join",     "leave",
    "left",   "quit",   "enter",     "become", "became", "take",    "took",   "seize",    "gain",
    "win",    "won",    "lose",      "lost",   "give",   "gave",    "grant",  "pledge",   "swear",
    "swore",  "break",  "broke",     "form",   "name",   "appoint", "elect",  "dismiss",  "resign",
    "remove", "oust",   "overthrow", "defect", "expel",  "capture", "attack", "kill",     "bomb",
    "fight",  "fought", "threaten",  "arrest", "free",   "meet",    "met",    "talk",     "visit",
    "buy",    "bought", "sell",      "sold",   "pay",    "paid",    "claim",  "announce", "report",
    "call",   "demand", "propose",   "offer"};

/* Returns whether the word is the stem with the ending, where a final e, y or consonant may change before
 * it: "manages", "allies", "controlled". */
static gboolean
is_inflected(const char *word, gsize length, const char *stem)
{
  static const char *const endings[] = {"s", "es", "d", "ed", "ing"};
  const gsize n = strlen(stem);
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    const gsize tail = strlen(endings[i]);
    if (length <= tail || strncmp(word + length - tail, endings[i], tail) != 0)
      continue;
    const gsize rest = length - tail;
    const gboolean same = strncmp(word, stem, MIN(rest, n)) == 0;
    const gboolean doubled = rest == n + 1 && word[n] == stem[n - 1] && strchr("aeiou", stem[n - 1]) == NULL;
    const gboolean softened =
        rest == n && stem[n - 1] == 'y' && word[n - 1] == 'i' && n > 1 && strncmp(word, stem, n - 1) == 0;
    const gboolean mute = rest + 1 == n && stem[n - 1] == 'e';
    if ((same && (rest == n || doubled || mute)) || softened)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_among(const char *word, gsize length, const char *const *stems, guint n)
{
  for (guint i = 0; i < n; i++)
    if (*word == *stems[i] && ((strlen(stems[i]) == length && strncmp(word, stems[i], length) == 0) ||
                               is_inflected(word, length, stems[i])))
      return TRUE;
  return FALSE;
}

gboolean
relata_state_words_fit(const char *id)
{
  g_return_val_if_fail(id != NULL, FALSE);
  gboolean state = FALSE;
  for (const char *word = id; *word != '\0';) {
    const gsize length = strcspn(word, "-");
    if (is_among(word, length, change_words, G_N_ELEMENTS(change_words)))
      return FALSE;
    state = state || is_among(word, length, state_words, G_N_ELEMENTS(state_words));
    word += length + (word[length] == '-');
  }
  return state;
}
