/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What marks say of their actor: the best of their wordings as its name, an id made from it, and its type. */
#include "corpus/identity_internal.h"
#include "text/normalize.h"

#include <string.h>

/* In code points, for an id made from a name. */
#define MAX_SLUG 60

/* Returns whether readers of the script know a letter without its marks: "Abū" is found as "abu". In others
 * the marks are vowels. */
static gboolean
is_plain_without_marks(gunichar c)
{
  const GUnicodeScript script = g_unichar_get_script(c);
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC;
}

char *
relata_identity_slug(const char *name)
{
  g_autofree char *decomposed = relata_normalize(name, -1, G_NORMALIZE_ALL);
  GString *slug = g_string_new(NULL);
  gunichar letter = 0;
  guint n = 0;
  for (const char *at = decomposed != NULL ? decomposed : ""; *at != '\0' && n < MAX_SLUG;
       at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    const gboolean mark = g_unichar_ismark(c);
    letter = mark ? letter : c;
    if (c == '\'' || c == '.' || (c >= 0x2018 && c <= 0x201B) || (c >= 0x02BB && c <= 0x02BF))
      continue; /* "al-Qa'ida", "U.S." */
    if (mark && (letter == 0 || is_plain_without_marks(letter)))
      continue;
    if (mark || g_unichar_isalnum(c))
      g_string_append_unichar(slug, g_unichar_tolower(c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c(slug, '-');
    n++;
  }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate(slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append(slug, "actor");
  g_autofree char *raw = g_string_free(slug, FALSE);
  return relata_normalize(raw, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

const RelataCandidate *
relata_identity_candidate(const RelataIdentity *identity, guint record)
{
  const guint index = identity->candidate_of[record];
  return index != RELATA_NONE ? &g_array_index(identity->corpus->identity.candidates, RelataCandidate, index)
                              : NULL;
}

#define PRONOUN 3

/* How good a mark's words are as the name of its actor: names before descriptions before pronouns. */
static guint
rank_words(const RelataCandidate *mark)
{
  if (relata_identity_is_pronoun(mark->name))
    return PRONOUN;
  if (mark->level == RELATA_LEVEL_OTHER)
    return 2;
  return mark->level == RELATA_LEVEL_NAME || relata_identity_is_name(mark->name) ? 0 : 1;
}

/* A wording, or a type, of an actor's marks, with how many of them have it. */
typedef struct {
  const char *words;
  guint type, rank, n;
} Wording;

/* The best first: names, then the frequent, then the longer. */
static gint
compare_wordings(gconstpointer a, gconstpointer b)
{
  const Wording *left = a, *right = b;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  const gsize n_left = strlen(left->words), n_right = strlen(right->words);
  return n_left != n_right ? (n_left > n_right ? -1 : 1) : strcmp(left->words, right->words);
}

static void
count_wording(GHashTable *known, GArray *wordings, Wording wording)
{
  const guint at = GPOINTER_TO_UINT(g_hash_table_lookup(known, wording.words));
  if (at > 0) {
    g_array_index(wordings, Wording, at - 1).n++;
    return;
  }
  wording.n = 1;
  g_array_append_val(wordings, wording);
  g_hash_table_insert(known, (gpointer)wording.words, GUINT_TO_POINTER(wordings->len));
}

GPtrArray *
relata_identity_wordings(const RelataIdentity *identity, const guint *records, guint n)
{
  g_autoptr(GArray) wordings = g_array_new(FALSE, FALSE, sizeof(Wording));
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++) {
    const RelataCandidate *mark = relata_identity_candidate(identity, records[i]);
    if (mark != NULL)
      count_wording(known, wordings, (Wording){mark->name, RELATA_NONE, rank_words(mark), 1});
  }
  g_array_sort(wordings, compare_wordings);
  GPtrArray *words = g_ptr_array_new();
  for (guint i = 0; i < wordings->len; i++)
    if (i == 0 || g_array_index(wordings, Wording, i).rank < PRONOUN)
      g_ptr_array_add(words, (gpointer)g_array_index(wordings, Wording, i).words);
  return words;
}

guint
relata_identity_type_of_marks(const RelataIdentity *identity, const guint *records, guint n)
{
  g_autoptr(GArray) types = g_array_new(FALSE, FALSE, sizeof(Wording));
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++) {
    const RelataCandidate *mark = relata_identity_candidate(identity, records[i]);
    if (mark != NULL && mark->type != RELATA_NONE)
      count_wording(
          known, types,
          (Wording){relata_schema_actor_type(identity->corpus->schema, mark->type)->id, mark->type, 0, 1});
  }
  g_array_sort(types, compare_wordings);
  return types->len > 0 ? g_array_index(types, Wording, 0).type : RELATA_NONE;
}
