/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/likeness.h"

#include "corpus/identity_internal.h"
#include "text/name.h"
#include "text/words.h"

#include <string.h>

#define MAX_BLOCK 64 /* names that share what so many share are not alike for that */
#define MAX_WORDS 12 /* of a name */
#define MIN_EDIT  5  /* code points of a name in which one may be wrong */

/* A name of an actor, in the forms that are compared. */
typedef struct {
  guint actor;
  const char *name; /* as written */
  char *folded;     /* without its titles */
  char **words;     /* of folded */
  guint n;
  glong n_letters;          /* code points of folded */
  char *skeleton, *acronym; /* NULL where it has none */
} Form;

typedef struct {
  RelataLikeness pair;
  guint likeness; /* a smaller one is surer */
} Noted;

typedef struct {
  const RelataCorpus *corpus;
  GArray *forms;           /* of Form */
  GHashTable *blocks;      /* key → GArray of forms; NULL where it is too large */
  GHashTable *pairs;       /* the pairs that were looked at: guint64 of two actors */
  GHashTable *related;     /* pairs whom a claim relates */
  GPtrArray *documents_of; /* by actor: GHashTable of documents */
  GArray *found;           /* of RelataLikeness */
  guint n_skipped;
} Search;

static void
clear_form(gpointer data)
{
  Form *form = data;
  g_free(form->folded);
  g_strfreev(form->words);
  g_free(form->skeleton);
  g_free(form->acronym);
}

/* ── Forms ── */

/* Returns the words of a name without determiners and titles at its beginning, as long as one is left. */
static char **
words_of(const char *name)
{
  g_auto(GStrv) all = g_strsplit_set(name, " \t-‐_", -1);
  GPtrArray *words = g_ptr_array_new();
  gboolean beginning = TRUE;
  guint n_all = g_strv_length(all);
  for (guint i = 0; i < n_all && words->len < MAX_WORDS; i++) {
    char *folded = relata_name_fold(all[i]);
    const gboolean more = i + 1 < n_all;
    const gboolean title = beginning && more && relata_words_find("titles", all[i]) != NULL;
    const gboolean empty = beginning && more && relata_words_find("determiners", all[i]) != NULL;
    if (*folded == '\0' || title || empty) {
      g_free(folded);
      continue;
    }
    beginning = FALSE;
    g_ptr_array_add(words, folded);
  }
  g_ptr_array_add(words, NULL);
  return (char **)g_ptr_array_free(words, FALSE);
}

/* Returns the consonants of a name in Latin letters, as transliterations agree on them: "Muhammad" and
 * "Mohamed" give "mhmd", "al-Qaeda" and "al-Qa'ida" "lkd". NULL where there are fewer than three. */
static char *
skeleton_of(const char *folded)
{
  g_autofree char *latin = g_str_to_ascii(folded, "C");
  GString *out = g_string_new(NULL);
  for (const char *at = latin; *at != '\0'; at++) {
    char c = g_ascii_tolower(*at);
    if (c == '?') { /* a letter that has no Latin form */
      g_string_free(out, TRUE);
      return NULL;
    }
    if (!g_ascii_isalpha(c) || strchr("aeiouyw", c) != NULL ||
        (c == 'h' && at > latin && strchr("kgdtpsc", g_ascii_tolower(at[-1])) != NULL))
      continue;
    c = strchr("qc", c) != NULL ? 'k' : strchr("zj", c) != NULL ? (c == 'z' ? 's' : 'j') : c == 'v' ? 'f' : c;
    if (out->len == 0 || out->str[out->len - 1] != c)
      g_string_append_c(out, c);
  }
  return g_string_free(out, out->len < 3);
}

/* Returns the first letters of a name of three or more words. */
static char *
acronym_of(char *const *words, guint n)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_unichar(out, g_utf8_get_char(words[i]));
  return g_string_free(out, n < 3);
}

static void
add_form(Search *search, guint actor, const char *name)
{
  Form form = {.actor = actor, .name = name};
  if (relata_identity_is_pronoun(name))
    return;
  form.words = words_of(name);
  form.n = g_strv_length(form.words);
  form.folded = g_strjoinv(" ", form.words);
  form.n_letters = g_utf8_strlen(form.folded, -1);
  form.skeleton = skeleton_of(form.folded);
  form.acronym = acronym_of(form.words, form.n);
  g_array_append_val(search->forms, form);
}

/* ── Comparing ── */

/* Returns whether one word is the other's first letter. */
static gboolean
is_initial(const char *letter, const char *word)
{
  return *letter != '\0' && *g_utf8_next_char(letter) == '\0' &&
         g_utf8_get_char(letter) == g_utf8_get_char(word);
}

/* Returns whether the names have the same words, some of them as initials, and one of them whole. */
static gboolean
agree_in_initials(const Form *a, const Form *b)
{
  guint n_whole = 0;
  if (a->n != b->n || a->n < 2)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (strcmp(a->words[i], b->words[i]) == 0)
      n_whole += g_utf8_strlen(a->words[i], -1) > 1;
    else if (!is_initial(a->words[i], b->words[i]) && !is_initial(b->words[i], a->words[i]))
      return FALSE;
  return n_whole > 0 && n_whole < a->n;
}

/* Returns whether each word of the shorter name is in the longer, in order, whole or as an initial; one at
 * least whole and of three letters, which says something. */
static gboolean
is_part(const Form *a, const Form *b)
{
  if (a->n > b->n)
    return is_part(b, a);
  guint k = 0;
  gboolean tells = FALSE;
  if (a->n == b->n || a->n == 0)
    return FALSE;
  for (guint i = 0; i < a->n; i++, k++) {
    while (k < b->n && strcmp(a->words[i], b->words[k]) != 0 && !is_initial(a->words[i], b->words[k]))
      k++;
    if (k == b->n)
      return FALSE;
    tells |= strcmp(a->words[i], b->words[k]) == 0 && g_utf8_strlen(a->words[i], -1) > 2 &&
             relata_words_find("titles", a->words[i]) == NULL;
  }
  return tells;
}

static gboolean
is_acronym(const Form *a, const Form *b)
{
  return (a->n == 1 && b->acronym != NULL && strcmp(a->folded, b->acronym) == 0) ||
         (b->n == 1 && a->acronym != NULL && strcmp(b->folded, a->acronym) == 0);
}

/* Returns whether the words differ in one code point, which one of them may lack, or in the order of two. */
static gboolean
differ_by_one_edit(const char *a, const char *b)
{
  while (*a != '\0' && g_utf8_get_char(a) == g_utf8_get_char(b)) {
    a = g_utf8_next_char(a);
    b = g_utf8_next_char(b);
  }
  const char *next_a = *a != '\0' ? g_utf8_next_char(a) : a, *next_b = *b != '\0' ? g_utf8_next_char(b) : b;
  if (strcmp(next_a, next_b) == 0 || strcmp(next_a, b) == 0 || strcmp(a, next_b) == 0)
    return strcmp(a, b) != 0;
  return *next_a != '\0' && *next_b != '\0' && g_utf8_get_char(a) == g_utf8_get_char(next_b) &&
         g_utf8_get_char(next_a) == g_utf8_get_char(b) &&
         strcmp(g_utf8_next_char(next_a), g_utf8_next_char(next_b)) == 0;
}

/* Returns whether one edit makes the one name of the other. Numbers are not misspelled: "F-15", "F-16". */
static gboolean
is_one_edit(const Form *a, const Form *b)
{
  return a->n_letters >= MIN_EDIT && b->n_letters >= MIN_EDIT && differ_by_one_edit(a->folded, b->folded) &&
         strpbrk(a->folded, "0123456789") == NULL && strpbrk(b->folded, "0123456789") == NULL;
}

static gboolean
sounds_alike(const Form *a, const Form *b)
{
  return a->skeleton != NULL && b->skeleton != NULL && strcmp(a->skeleton, b->skeleton) == 0;
}

/* Ways in which names are alike, the surest first; each with what such names share. */
typedef enum { LETTERS, INITIALS, PART, ACRONYM, SOUND, EDIT } Likeness;

static gboolean
have_same_letters(const Form *a, const Form *b)
{
  return strcmp(a->folded, b->folded) == 0;
}

/* Which names are compared: those that share a key of the kind, and how. */
typedef struct {
  char kind;
  Likeness likeness;
  gboolean (*is_alike)(const Form *a, const Form *b);
  const char *reason;
} Test;

static const Test tests[] = {
    {'n', LETTERS, have_same_letters, "case, marks, a title or punctuation"},
    {'w', INITIALS, agree_in_initials, "initials"},
    {'w', PART, is_part, "a part of the name"},
    {'a', ACRONYM, is_acronym, "an acronym"},
    {'s', SOUND, sounds_alike, "transliteration"},
    {'h', EDIT, is_one_edit, "one letter"},
};

static gboolean
share_document(const Search *search, guint a, guint b)
{
  GHashTable *of_a = g_ptr_array_index(search->documents_of, a),
             *of_b = g_ptr_array_index(search->documents_of, b);
  if (of_a == NULL || of_b == NULL)
    return FALSE;
  if (g_hash_table_size(of_a) > g_hash_table_size(of_b)) {
    GHashTable *swap = of_a;
    of_a = of_b;
    of_b = swap;
  }
  GHashTableIter iter;
  gpointer document;
  g_hash_table_iter_init(&iter, of_a);
  while (g_hash_table_iter_next(&iter, &document, NULL))
    if (g_hash_table_contains(of_b, document))
      return TRUE;
  return FALSE;
}

static gboolean
types_agree(const RelataCorpus *corpus, guint a, guint b)
{
  const guint left = relata_corpus_actor(corpus, a)->type, right = relata_corpus_actor(corpus, b)->type;
  return left == RELATA_NONE || right == RELATA_NONE ||
         relata_schema_actor_type_is_a(corpus->schema, left, right) ||
         relata_schema_actor_type_is_a(corpus->schema, right, left);
}

/* A pair of actors as one key, whatever their order. */
static guint64
pair_key(guint a, guint b)
{
  return (guint64)MIN(a, b) << 32 | MAX(a, b);
}

/* Returns whether two actors whose names are alike may be one. */
static gboolean
may_be_one(const Search *search, guint a, guint b, Likeness likeness)
{
  return types_agree(search->corpus, a, b) && !(likeness >= SOUND && share_document(search, a, b)) &&
         !g_hash_table_contains(search->related, &(guint64){pair_key(a, b)}) &&
         !relata_identity_must_differ(search->corpus, a, b);
}

/* Notes that two are alike. Of several ways in which they are, and of several names, the first counts. */
static void
note(Search *search, const Form *a, const Form *b, const Test *test)
{
  const RelataCorpus *corpus = search->corpus;
  const gboolean swap =
      strcmp(relata_corpus_actor(corpus, a->actor)->id, relata_corpus_actor(corpus, b->actor)->id) > 0;
  const Form *first = swap ? b : a, *second = swap ? a : b;
  const RelataLikeness found = {{first->actor, second->actor}, {first->name, second->name}, test->reason};
  const guint64 key = pair_key(a->actor, b->actor);
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(search->pairs, &key));
  if (known == 0 && may_be_one(search, a->actor, b->actor, test->likeness)) {
    const Noted noted = {found, test->likeness};
    g_array_append_val(search->found, noted);
    g_hash_table_insert(search->pairs, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(search->found->len));
  } else if (known > 0) {
    Noted *noted = &g_array_index(search->found, Noted, known - 1);
    if (test->likeness < noted->likeness)
      *noted = (Noted){found, test->likeness};
  }
}

static void
compare_forms(Search *search, const Form *a, const Form *b, char kind)
{
  for (guint i = 0; i < G_N_ELEMENTS(tests) && a->actor != b->actor; i++)
    if (tests[i].kind == kind && tests[i].is_alike(a, b)) {
      note(search, a, b, &tests[i]);
      return;
    }
}

/* ── Blocks ── */

/* Compares a form with those that share the key of this kind, and adds it to them. Takes ownership of the
 * key, which begins with a letter of its own for each kind. */
static void
meet(Search *search, guint form, char kind, char *key)
{
  gpointer known;
  GArray *block = NULL;
  if (g_hash_table_lookup_extended(search->blocks, key, NULL, &known)) {
    g_free(key);
    block = known;
  } else {
    block = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(search->blocks, key, block);
  }
  if (block->len == MAX_BLOCK)
    search->n_skipped++;
  if (block->len > MAX_BLOCK)
    return;
  const Form *own = &g_array_index(search->forms, Form, form);
  for (guint i = 0; i < block->len && block->len < MAX_BLOCK; i++)
    compare_forms(search, &g_array_index(search->forms, Form, g_array_index(block, guint, i)), own, kind);
  g_array_append_val(block, form);
}

/* One edit leaves the first or the second half of a name as it is; of the longer name, by one letter, the
 * half of the shorter. */
static void
meet_by_halves(Search *search, guint form)
{
  const char *name = g_array_index(search->forms, Form, form).folded;
  const glong n = g_array_index(search->forms, Form, form).n_letters;
  for (glong length = n; length >= MIN_EDIT && length >= n - 1; length--) {
    const glong half = length / 2;
    const char *tail = g_utf8_offset_to_pointer(name, n - (length - half));
    const gsize head = (gsize)(g_utf8_offset_to_pointer(name, half) - name);
    meet(search, form, 'h', g_strdup_printf("h%ld %.*s", length, (int)head, name));
    meet(search, form, 'h', g_strdup_printf("t%ld %s", length, tail));
  }
}

static void
meet_all(Search *search)
{
  for (guint i = 0; i < search->forms->len; i++) {
    const Form *form = &g_array_index(search->forms, Form, i);
    meet(search, i, 'n', g_strconcat("n ", form->folded, NULL));
    for (guint k = 0; k < form->n; k++)
      if (g_utf8_strlen(form->words[k], -1) > 2)
        meet(search, i, 'w', g_strconcat("w ", form->words[k], NULL));
    if (form->skeleton != NULL)
      meet(search, i, 's', g_strconcat("s ", form->skeleton, NULL));
    if (form->acronym != NULL || form->n == 1)
      meet(search, i, 'a', g_strconcat("a ", form->acronym != NULL ? form->acronym : form->folded, NULL));
    meet_by_halves(search, i);
  }
}

/* ── What speaks against it ── */

static void
find_documents(Search *search)
{
  const RelataCorpus *corpus = search->corpus;
  g_ptr_array_set_size(search->documents_of, (gint)corpus->actors->len);
  for (guint i = 0; i < corpus->mentions->len; i++) {
    const RelataMention *mention = relata_corpus_mention(corpus, i);
    GHashTable **documents = (GHashTable **)&g_ptr_array_index(search->documents_of, mention->actor);
    if (*documents == NULL)
      *documents = g_hash_table_new(NULL, NULL);
    g_hash_table_add(*documents, GUINT_TO_POINTER(mention->document + 1));
  }
  for (guint i = 0; i < corpus->claims->len; i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    if (!relata_schema_relation_type(corpus->schema, claim->type)->same)
      g_hash_table_add(search->related,
                       g_memdup2(&(guint64){pair_key(claim->from, claim->to)}, sizeof(guint64)));
  }
}

static gint
compare_found(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const RelataLikeness *left = a, *right = b;
  for (guint i = 0; i < 2; i++) {
    const int by_id = strcmp(relata_corpus_actor(corpus, left->actors[i])->id,
                             relata_corpus_actor(corpus, right->actors[i])->id);
    if (by_id != 0)
      return by_id;
  }
  return 0;
}

static void
free_table(gpointer table)
{
  if (table != NULL)
    g_hash_table_unref(table);
}

/* Returns the pairs, newly allocated. */
static GArray *
find_alike(const RelataCorpus *corpus, guint *n_skipped)
{
  Search search = {
      .corpus = corpus,
      .forms = g_array_new(FALSE, FALSE, sizeof(Form)),
      .blocks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref),
      .pairs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
      .related = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
      .documents_of = g_ptr_array_new_with_free_func(free_table),
      .found = g_array_new(FALSE, FALSE, sizeof(Noted)),
  };
  g_array_set_clear_func(search.forms, clear_form);
  for (guint i = 0; i < corpus->actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, i);
    add_form(&search, i, actor->name);
    for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++)
      if (g_array_index(actor->aliases, RelataAlias, k).strong || actor->registry == NULL)
        add_form(&search, i, g_array_index(actor->aliases, RelataAlias, k).name);
  }
  find_documents(&search);
  meet_all(&search);
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RelataLikeness));
  for (guint i = 0; i < search.found->len; i++)
    g_array_append_val(pairs, g_array_index(search.found, Noted, i).pair);
  g_array_sort_with_data(pairs, compare_found, (gpointer)corpus);
  *n_skipped = search.n_skipped;
  g_array_unref(search.forms);
  g_hash_table_unref(search.blocks);
  g_hash_table_unref(search.pairs);
  g_hash_table_unref(search.related);
  g_ptr_array_unref(search.documents_of);
  g_array_unref(search.found);
  return pairs;
}

const GArray *
relata_corpus_alike(RelataCorpus *corpus, guint *n_skipped)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  RelataEvidenceOfIdentity *identity = &corpus->identity;
  if (identity->alike == NULL)
    identity->alike = find_alike(corpus, &identity->n_not_compared);
  if (n_skipped != NULL)
    *n_skipped = identity->n_not_compared;
  return identity->alike;
}

char *
relata_corpus_name_for_decision(const RelataCorpus *corpus, guint actor)
{
  g_return_val_if_fail(corpus != NULL && actor < corpus->actors->len, NULL);
  const RelataActor *record = relata_corpus_actor(corpus, actor);
  if (record->registry != NULL)
    return g_strdup(record->id);
  if (relata_names_is_unique(corpus, record->name))
    return g_strdup(record->name);
  const GArray *candidates = corpus->identity.candidates;
  guint i = 0;
  while (i < candidates->len && g_array_index(candidates, RelataCandidate, i).actor != actor)
    i++;
  g_return_val_if_fail(i < candidates->len, NULL);
  const RelataCandidate *mark = &g_array_index(candidates, RelataCandidate, i);
  return g_strdup_printf("%s:%s", relata_corpus_document(corpus, mark->document)->id, mark->mark);
}
