/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/roles.h"

#include "corpus/schema_roles.h"
#include "text/name.h"
#include "text/words.h"

#include <string.h>

/* Endings in the list begin with a dash; a word that is hardly longer than its ending has none. */
#define MIN_BEFORE_ENDING 2
#define MAX_ENDING        8

static const char *const part_names[RELATA_N_PARTS] = {
    [RELATA_PART_ANY] = "any",       [RELATA_PART_PERSON] = "person", [RELATA_PART_NUMBERED] = "numbered",
    [RELATA_PART_ALIKE] = "alike",   [RELATA_PART_DOES] = "does",     [RELATA_PART_AGENT] = "agent",
    [RELATA_PART_DEALS] = "deals",   [RELATA_PART_THEME] = "theme",   [RELATA_PART_UNDERGOES] = "undergoes",
    [RELATA_PART_AIM] = "aim",       [RELATA_PART_TOPIC] = "topic",   [RELATA_PART_SPEAKS] = "speaks",
    [RELATA_PART_SOURCE] = "source", [RELATA_PART_FROM] = "from",     [RELATA_PART_BY] = "by",
    [RELATA_PART_TIME] = "time",     [RELATA_PART_PLACE] = "place",   [RELATA_PART_BESIDE] = "beside"};

static void
add_words(const char *words, const char *value, gpointer data)
{
  for (guint part = 1; part < RELATA_N_PARTS; part++)
    if (strcmp(value, part_names[part]) == 0) {
      /* brat keeps roles without marks on letters, so those of the list are dropped too. */
      g_autofree char *folded = relata_name_fold(words);
      g_hash_table_insert(data, g_strconcat(*words == '-' ? "-" : "", folded, NULL), GUINT_TO_POINTER(part));
    }
}

static RelataPart
part_of_words(const char *folded)
{
  static gsize made;
  if (g_once_init_enter(&made)) {
    GHashTable *parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    relata_words_each("roles", add_words, parts);
    g_once_init_leave(&made, (gsize)parts);
  }
  GHashTable *parts = (GHashTable *)made; /* NOLINT(performance-no-int-to-ptr): GLib's idiom */
  return (RelataPart)GPOINTER_TO_UINT(g_hash_table_lookup(parts, folded));
}

/* Returns the number of words that stand before "of", where one does: what a role of another thing is. */
static guint
n_head_words(char **words)
{
  static const char *const of[] = {"of", "de", "del", "della", "di", "do", "da", "du", "des", "von", "van"};
  guint n = 0;
  for (; words[n] != NULL; n++)
    for (guint i = 0; n > 0 && i < G_N_ELEMENTS(of); i++)
      if (strcmp(words[n], of[i]) == 0)
        return n;
  return n;
}

/* Returns what the last word that means something says; an agent or actor of some kind ("SourceActor") only
 * where no word says more, and else what a word says that means nothing. */
static RelataPart
part_of_last(char **words, guint n)
{
  RelataPart vague = RELATA_PART_UNKNOWN;
  for (guint i = n; i-- > 0;) {
    const RelataPart part = part_of_words(words[i]);
    if (part > RELATA_PART_NUMBERED && part != RELATA_PART_AGENT)
      return part;
    const RelataPart said = part == RELATA_PART_NUMBERED ? RELATA_PART_ANY : part; /* "Arg" in "Person-Arg" */
    if (said == RELATA_PART_AGENT || (vague != RELATA_PART_AGENT && said > vague))
      vague = said;
  }
  return vague;
}

static RelataPart
part_of_ending(const char *word)
{
  const glong length = g_utf8_strlen(word, -1);
  for (glong n = MIN(MAX_ENDING, length - MIN_BEFORE_ENDING); n > 0; n--) {
    g_autofree char *ending = g_strconcat("-", g_utf8_offset_to_pointer(word, length - n), NULL);
    const RelataPart part = part_of_words(ending);
    if (part != RELATA_PART_UNKNOWN)
      return part == RELATA_PART_DOES ? RELATA_PART_AGENT : RELATA_PART_THEME;
  }
  return RELATA_PART_UNKNOWN;
}

/* Cuts the number off the end of the words, and the other numbers out of them. */
static void
take_number(RelataRole *role, GPtrArray *words)
{
  for (guint i = words->len; i-- > 0;) {
    const char *word = g_ptr_array_index(words, i);
    if (!g_ascii_isdigit(*word))
      continue;
    if (i + 1 == words->len) {
      role->has_number = TRUE;
      role->number = (guint)MIN(g_ascii_strtoull(word, NULL, 10), G_MAXUINT - 1);
    }
    g_ptr_array_remove_index(words, i);
  }
}

RelataRole *
relata_role_new(const char *name)
{
  RelataRole *role = g_new0(RelataRole, 1);
  g_autofree char *folded = relata_name_words(name);
  g_auto(GStrv) split = g_strsplit(folded, " ", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (char **word = split; *word != NULL; word++)
    g_ptr_array_add(words, *word);
  role->name = g_strdup(name);
  role->whole = g_strdup(folded);
  take_number(role, words);
  g_ptr_array_add(words, NULL);
  char **strings = (char **)words->pdata;
  g_autofree char *joined = g_strjoinv("", strings);
  role->stem = g_strjoinv(" ", strings);
  const guint n = n_head_words(strings);
  role->part = part_of_words(role->stem);
  if (role->part == RELATA_PART_UNKNOWN)
    role->part = part_of_words(joined);
  if (role->part == RELATA_PART_UNKNOWN)
    role->part = part_of_last(strings, n);
  for (guint i = n; i-- > 0 && role->guess == RELATA_PART_UNKNOWN;)
    if (part_of_words(strings[i]) == RELATA_PART_UNKNOWN)
      role->guess = part_of_ending(strings[i]);
  return role;
}

void
relata_role_free(gpointer data)
{
  RelataRole *role = data;
  g_free(role->name);
  g_free(role->stem);
  g_free(role->whole);
  g_free(role);
}

RelataSide
relata_part_side(RelataPart part)
{
  switch (part) {
  case RELATA_PART_DOES:
  case RELATA_PART_AGENT:
  case RELATA_PART_DEALS:
    return RELATA_SIDE_DOING;
  case RELATA_PART_UNDERGOES:
  case RELATA_PART_THEME:
  case RELATA_PART_AIM:
    return RELATA_SIDE_UNDERGOING;
  case RELATA_PART_TOPIC:
    return RELATA_SIDE_SPOKEN_OF;
  case RELATA_PART_UNKNOWN:
  case RELATA_PART_ANY:
  case RELATA_PART_PERSON:
  case RELATA_PART_NUMBERED:
  case RELATA_PART_ALIKE:
    return RELATA_SIDE_NEITHER;
  default:
    return RELATA_N_SIDES;
  }
}

/* Returns the part that a role takes on its own. */
static RelataPart
part_alone(const RelataSchema *schema, const RelataRole *role, gboolean guess)
{
  static const RelataPart meant[RELATA_N_ROLE_MEANINGS] = {RELATA_PART_BY, RELATA_PART_TIME,
                                                           RELATA_PART_PLACE};
  for (guint i = 0; i < RELATA_N_ROLE_MEANINGS; i++)
    if (relata_schema_says_role(schema, (RelataRoleMeaning)i) &&
        relata_schema_role_is(schema, role->name, (RelataRoleMeaning)i))
      return meant[i];
  /* A schema that lists who says so lists all of them. */
  if (role->part == RELATA_PART_BY && relata_schema_says_role(schema, RELATA_ROLE_BY))
    return RELATA_PART_UNKNOWN;
  if (role->part == RELATA_PART_SOURCE && relata_schema_says_role(schema, RELATA_ROLE_BY))
    return RELATA_PART_FROM;
  return guess && role->part <= RELATA_PART_PERSON && role->guess != RELATA_PART_UNKNOWN ? role->guess
                                                                                         : role->part;
}

void
relata_roles_settle(const RelataSchema *schema, const RelataRole *const *roles, guint n, gboolean guess,
                    RelataPart *parts)
{
  gboolean acted = FALSE, aimed = FALSE;
  for (guint i = 0; i < n; i++) {
    parts[i] = part_alone(schema, roles[i], guess);
    acted = acted || relata_part_side(parts[i]) == RELATA_SIDE_DOING;
    aimed = aimed || parts[i] == RELATA_PART_AIM;
  }
  for (guint i = 0; i < n; i++)
    if (parts[i] == RELATA_PART_SPEAKS)
      parts[i] = acted ? RELATA_PART_BY : RELATA_PART_AGENT;
    else if (parts[i] == RELATA_PART_SOURCE)
      parts[i] = aimed && !acted ? RELATA_PART_DOES : RELATA_PART_BY;
    else if (parts[i] == RELATA_PART_FROM)
      parts[i] = aimed && !acted ? RELATA_PART_DOES : RELATA_PART_UNKNOWN;
}
