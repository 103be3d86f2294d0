/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers origins and voices by the rules in origin.h. */
#include "corpus/origin.h"

#include "corpus/internal.h"
#include "corpus/names.h"
#include "text/message.h"
#include "text/name.h"

#include <string.h>

/* What a name means. */
typedef struct {
  char *key;      /* NULL where it names nothing */
  guint n_actors; /* how many it fits */
} Meaning;

/* What tells one source from another. Keys are strings: "@ACTOR" by number, "=folded words", "#DOCUMENT" by
 * number. */
typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  guint *root;            /* document → the one at the end of its chain of origins */
  guint *next;            /* document → the one that it names as its origin, or RELATA_NONE */
  const char **named;     /* document → key of what it names as its origin; NULL where it names nothing */
  const char **published; /* document → key of its publisher, or NULL */
  GHashTable *meanings;   /* name → its Meaning, as many documents have few publishers; owns both */
  GHashTable *keys;       /* key → voice + 1; owns its keys */
  guint *of_actor;        /* actor → voice, or RELATA_NONE */
  GHashTable *of_text;    /* words of attributions, by address → voice + 1 */
  GHashTable
      *initials; /* names of actors, with their initials joined → actor + 1, or 0: several; owns its keys */
} Numbering;

/* ── Keys ────────────────────────────────────────────────────────────────────────────────── */

static char *
key_of_actor(guint actor)
{
  return g_strdup_printf("@%u", actor);
}

/* Returns a name as initialisms are compared. Newly allocated. */
static char *
joined(const char *name)
{
  g_autofree char *folded = relata_name_fold(name);
  return relata_name_join_initials(folded);
}

/* Returns whether the name has two letters in a row that stand apart, as far as a glance tells: most names
 * have none, and folding all of them takes long. */
static gboolean
may_have_initials(const char *name)
{
  for (const char *at = strpbrk(name, " .-_\xC2\xE2"); at != NULL; at = strpbrk(at + 1, " .-_\xC2\xE2")) {
    const char *letter = g_utf8_find_prev_char(name, at);
    if ((guchar)*at >= 0x80 || letter == NULL || letter == name || strchr(" .-_", letter[-1]) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
add_initials(Numbering *numbering, const char *name, guint actor)
{
  if (!may_have_initials(name))
    return;
  char *key = joined(name);
  gpointer known;
  const gboolean other = g_hash_table_lookup_extended(numbering->initials, key, NULL, &known) &&
                         GPOINTER_TO_UINT(known) != actor + 1;
  g_hash_table_insert(numbering->initials, key, GUINT_TO_POINTER(other ? 0 : actor + 1));
}

/* Lists the names by which actors are known, for the names of origins that no actor has as they are written.
 */
static void
list_initials(Numbering *numbering)
{
  for (guint i = 0; i < numbering->corpus->actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(numbering->corpus, i);
    add_initials(numbering, actor->name, i);
    for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++) {
      const RelataAlias *alias = &g_array_index(actor->aliases, RelataAlias, k);
      if (alias->strong)
        add_initials(numbering, alias->name, i);
    }
  }
}

static Meaning *
find_meaning(const Numbering *numbering, const char *name)
{
  g_autofree char *stripped = g_strstrip(g_strdup(name));
  g_autofree char *key = joined(stripped);
  g_autoptr(GArray) actors = relata_corpus_match_name(numbering->corpus, stripped, FALSE);
  if (actors->len == 0) {
    g_array_unref(actors);
    actors = relata_corpus_match_name(numbering->corpus, key, FALSE);
  }
  Meaning *meaning = g_new(Meaning, 1);
  *meaning = (Meaning){NULL, actors->len};
  const guint actor = actors->len == 0 ? GPOINTER_TO_UINT(g_hash_table_lookup(numbering->initials, key)) : 0;
  if (actors->len == 1)
    meaning->key = key_of_actor(g_array_index(actors, guint, 0));
  else if (actor > 0)
    meaning->key = key_of_actor(actor - 1);
  else if (*key != '\0')
    meaning->key = g_strconcat("=", key, NULL);
  return meaning;
}

static void
free_meaning(gpointer data)
{
  Meaning *meaning = data;
  g_free(meaning->key);
  g_free(meaning);
}

/* Returns the key of what a name means, or NULL where it names nothing. Borrowed. *n_actors (where not NULL)
 * is how many actors it fits. */
static const char *
key_of_name(const Numbering *numbering, const char *name, guint *n_actors)
{
  if (name == NULL)
    return NULL;
  Meaning *meaning = g_hash_table_lookup(numbering->meanings, name);
  if (meaning == NULL) {
    meaning = find_meaning(numbering, name);
    g_hash_table_insert(numbering->meanings, g_strdup(name), meaning);
  }
  if (n_actors != NULL)
    *n_actors = meaning->n_actors;
  return meaning->key;
}

/* Returns the actor whose key it is, or RELATA_NONE. */
static guint
actor_of_key(const char *key)
{
  return *key == '@' ? (guint)g_ascii_strtoull(key + 1, NULL, 10) : RELATA_NONE;
}

/* Returns the voice that has the key, which is a new one where none has it: `name` is what it is called. */
static guint
number(Numbering *numbering, const char *key, const char *name)
{
  RelataCorpus *corpus = numbering->corpus;
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(numbering->keys, key));
  if (known > 0)
    return known - 1;
  const guint actor = actor_of_key(key);
  const RelataVoice voice = {actor != RELATA_NONE ? relata_corpus_actor(corpus, actor)->name : name, actor};
  g_array_append_val(corpus->voices, voice);
  g_hash_table_insert(numbering->keys, g_strdup(key), GUINT_TO_POINTER(corpus->voices->len));
  return corpus->voices->len - 1;
}

static guint
lookup(const Numbering *numbering, const char *key)
{
  return key != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(numbering->keys, key)) - 1 : RELATA_NONE;
}

/* ── Chains of documents ─────────────────────────────────────────────────────────────────── */

static const char *
id_of(const Numbering *numbering, guint document)
{
  return relata_corpus_document(numbering->corpus, document)->id;
}

/* Returns the document that the origin of a document names by its id. */
static guint
document_named(const RelataCorpus *corpus, guint index)
{
  const RelataDocument *document = relata_corpus_document(corpus, index);
  if (document->origin == NULL)
    return RELATA_NONE;
  g_autofree char *stripped = g_strstrip(g_strdup(document->origin));
  const guint named = relata_corpus_find_document(corpus, stripped);
  return named != index ? named : RELATA_NONE; /* by its own id it names itself as its source */
}

/* Cuts the circle that a document is in, at the member that comes first by id, and returns that one. */
static guint
cut_circle(Numbering *numbering, guint document)
{
  guint first = document;
  for (guint at = numbering->next[document]; at != document; at = numbering->next[at])
    if (strcmp(id_of(numbering, at), id_of(numbering, first)) < 0)
      first = at;
  g_autoptr(GString) chain = g_string_new(NULL);
  guint n = 0;
  for (guint at = numbering->next[first]; at != first && n < 3; at = numbering->next[at], n++)
    g_string_append_printf(chain, "'%s', ", id_of(numbering, at));
  g_string_append_printf(chain, "%s'%s'", n == 3 ? "…, " : "", id_of(numbering, first));
  relata_diagnose(numbering->diagnostics, RELATA_ERROR_IN_DATA, "circular-origins",
                  &relata_corpus_document(numbering->corpus, first)->where,
                  "let the document that the others derive from name no document as its origin",
                  "the origin of document '%s' leads back to it: %s", id_of(numbering, first), chain->str);
  numbering->next[first] = RELATA_NONE;
  return first;
}

static void
follow_chains(Numbering *numbering)
{
  const RelataCorpus *corpus = numbering->corpus;
  const guint n = corpus->documents->len;
  g_autofree guint *begun = g_new0(guint, MAX(n, 1)); /* the walk that came by, from 1 */
  for (guint i = 0; i < n; i++) {
    numbering->next[i] = document_named(corpus, i);
    numbering->root[i] = RELATA_NONE;
  }
  for (guint i = 0; i < n; i++) {
    guint at = i;
    while (numbering->root[at] == RELATA_NONE && begun[at] != i + 1 && numbering->next[at] != RELATA_NONE) {
      begun[at] = i + 1;
      at = numbering->next[at];
    }
    guint root = numbering->root[at];
    if (root == RELATA_NONE)
      root = numbering->next[at] != RELATA_NONE ? cut_circle(numbering, at) : at;
    for (at = i; at != RELATA_NONE && numbering->root[at] == RELATA_NONE; at = numbering->next[at])
      numbering->root[at] = root;
    numbering->root[root] = root;
  }
}

/* ── Origins ─────────────────────────────────────────────────────────────────────────────── */

/* Finds what each document that ends a chain names as its origin, and its publisher. */
static void
find_names(Numbering *numbering)
{
  RelataCorpus *corpus = numbering->corpus;
  for (guint i = 0; i < corpus->documents->len; i++) {
    const RelataDocument *document = relata_corpus_document(corpus, i);
    guint n_actors = 0;
    if (numbering->root[i] != i)
      continue;
    /* One that named a document, before a circle was cut, names no one else. */
    const gboolean chained = document_named(corpus, i) != RELATA_NONE;
    numbering->named[i] = chained ? NULL : key_of_name(numbering, document->origin, &n_actors);
    numbering->published[i] = key_of_name(numbering, document->publisher, NULL);
    if (n_actors > 1)
      relata_diagnose(numbering->diagnostics, RELATA_WARNING, "ambiguous-alias", &document->where,
                      "name the origin by id",
                      "the origin of document '%s' is '%s', but %u actors are called so", document->id,
                      document->origin, n_actors);
  }
}

/* Returns the keys of all that is named as an origin. */
static GHashTable *
origins_named(const Numbering *numbering, const GPtrArray *graded)
{
  GHashTable *keys = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < numbering->corpus->documents->len; i++)
    if (numbering->named[i] != NULL)
      g_hash_table_add(keys, (gpointer)numbering->named[i]);
  for (guint i = 0; i < graded->len; i++)
    if (g_ptr_array_index(graded, i) != NULL)
      g_hash_table_add(keys, g_ptr_array_index(graded, i));
  return keys;
}

static void
number_origins(Numbering *numbering, const GPtrArray *graded)
{
  RelataCorpus *corpus = numbering->corpus;
  g_autoptr(GHashTable) origins = origins_named(numbering, graded);
  for (guint i = 0; i < corpus->documents->len; i++) {
    RelataDocument *document = &g_array_index(corpus->documents, RelataDocument, i);
    const guint root = numbering->root[i];
    const RelataDocument *source = relata_corpus_document(corpus, root);
    const char *published = numbering->published[root];
    g_autofree char *itself = g_strdup_printf("#%u", root);
    if (numbering->named[root] != NULL)
      document->origin_index = number(numbering, numbering->named[root], source->origin);
    else if (published != NULL && g_hash_table_contains(origins, published))
      document->origin_index = number(numbering, published, source->publisher);
    else
      document->origin_index = number(numbering, itself, source->id);
  }
  corpus->n_origins = corpus->voices->len;
}

/* ── Grades ──────────────────────────────────────────────────────────────────────────────── */

static void
report_unused(const Numbering *numbering, const RelataGradedOrigin *graded)
{
  const RelataCorpus *corpus = numbering->corpus;
  g_autofree const char **names = g_new(const char *, MAX(corpus->n_origins, 1));
  for (guint i = 0; i < corpus->n_origins; i++)
    names[i] = relata_corpus_voice_name(corpus, i);
  g_autofree char *hint = relata_hint(graded->name, names, corpus->n_origins, '\'');
  relata_diagnose(numbering->diagnostics, RELATA_WARNING, "unused-origin", &graded->where, hint,
                  "no document has the origin '%s', which bears the reliability %c", graded->name,
                  graded->reliability);
}

/* Gives each origin the reliability that it bears, by origin. */
static char *
grade_origins(const Numbering *numbering, const GPtrArray *keys)
{
  const RelataCorpus *corpus = numbering->corpus;
  char *grades = g_new0(char, MAX(corpus->n_origins, 1));
  for (guint i = 0; i < keys->len; i++) {
    const RelataGradedOrigin *graded = &g_array_index(corpus->graded_origins, RelataGradedOrigin, i);
    const guint origin = lookup(numbering, g_ptr_array_index(keys, i));
    if (origin == RELATA_NONE)
      report_unused(numbering, graded);
    else if (grades[origin] == '\0')
      grades[origin] = graded->reliability;
    else if (grades[origin] != graded->reliability)
      relata_diagnose(numbering->diagnostics, RELATA_WARNING, "declared-otherwise", &graded->where,
                      "the first declaration stays",
                      "the origin '%s' bears the reliability %c, but before it was %c", graded->name,
                      graded->reliability, grades[origin]);
  }
  return grades;
}

static void
grade_documents(Numbering *numbering, const GPtrArray *keys)
{
  const RelataCorpus *corpus = numbering->corpus;
  g_autofree char *grades = grade_origins(numbering, keys);
  for (guint i = 0; i < corpus->documents->len; i++) {
    RelataDocument *document = &g_array_index(corpus->documents, RelataDocument, i);
    guint at = i;
    while (relata_corpus_document(corpus, at)->reliability == '\0' && numbering->next[at] != RELATA_NONE)
      at = numbering->next[at];
    const char stated = relata_corpus_document(corpus, at)->reliability;
    document->grade = stated != '\0' ? stated : grades[document->origin_index];
  }
}

/* ── Voices ──────────────────────────────────────────────────────────────────────────────── */

/* Returns the voice that words mean which mean no actor. A document's id means its origin. */
static guint
voice_of_words(Numbering *numbering, const char *words)
{
  RelataCorpus *corpus = numbering->corpus;
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(numbering->of_text, words));
  if (known > 0)
    return known - 1;
  const guint document = relata_corpus_find_document(corpus, words);
  const char *key = key_of_name(numbering, words, NULL);
  g_autofree char *exact = g_strconcat("=", words, NULL); /* nothing but dots and dashes is left */
  const guint voice = document != RELATA_NONE ? relata_corpus_document(corpus, document)->origin_index
                                              : number(numbering, key != NULL ? key : exact, words);
  g_hash_table_insert(numbering->of_text, (gpointer)words, GUINT_TO_POINTER(voice + 1));
  return voice;
}

static guint
voice_of_actor(Numbering *numbering, guint actor)
{
  if (numbering->of_actor[actor] == RELATA_NONE) {
    g_autofree char *key = key_of_actor(actor);
    numbering->of_actor[actor] = number(numbering, key, NULL);
  }
  return numbering->of_actor[actor];
}

static void
hear(Numbering *numbering, RelataStatement *said)
{
  if (said->by != RELATA_NONE)
    said->voice = voice_of_actor(numbering, said->by);
  else if (said->by_text != NULL)
    said->voice = voice_of_words(numbering, said->by_text);
}

/* Calls the function for each statement of the corpus. */
static void
for_each(Numbering *numbering, void (*function)(Numbering *numbering, RelataStatement *said))
{
  const RelataCorpus *corpus = numbering->corpus;
  for (guint i = 0; i < corpus->events->len; i++)
    function(numbering, &g_array_index(corpus->events, RelataEvent, i).said);
  for (guint i = 0; i < corpus->claims->len; i++)
    function(numbering, &g_array_index(corpus->claims, RelataClaim, i).said);
  for (guint i = 0; i < corpus->figures->len; i++)
    function(numbering, &g_array_index(corpus->figures, RelataFigure, i).said);
}

/* A document that is its own origin has its publisher's voice, where anybody knows that as a voice. */
static void
give_voices(Numbering *numbering)
{
  const RelataCorpus *corpus = numbering->corpus;
  for (guint i = 0; i < corpus->documents->len; i++) {
    RelataDocument *document = &g_array_index(corpus->documents, RelataDocument, i);
    const guint root = numbering->root[i];
    const guint published =
        numbering->named[root] == NULL ? lookup(numbering, numbering->published[root]) : RELATA_NONE;
    document->voice = published != RELATA_NONE ? published : document->origin_index;
  }
}

static void
speak(Numbering *numbering, RelataStatement *said)
{
  if (said->voice == RELATA_NONE && said->document != RELATA_NONE)
    said->voice = relata_corpus_document(numbering->corpus, said->document)->voice;
}

void
relata_origins_set(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  const guint n = corpus->documents->len + 1;
  Numbering numbering = {.corpus = corpus,
                         .diagnostics = diagnostics,
                         .root = g_new0(guint, n + 1),
                         .next = g_new0(guint, n + 1),
                         .named = g_new0(const char *, n + 1),
                         .published = g_new0(const char *, n + 1),
                         .meanings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_meaning),
                         .keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                         .of_actor = g_new(guint, corpus->actors->len + 1),
                         .of_text = g_hash_table_new(NULL, NULL),
                         .initials = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  memset(numbering.of_actor, 0xFF, (corpus->actors->len + 1) * sizeof(guint)); /* RELATA_NONE */
  list_initials(&numbering);
  g_autoptr(GPtrArray) graded = g_ptr_array_new();
  for (guint i = 0; i < corpus->graded_origins->len; i++) {
    const char *name = g_array_index(corpus->graded_origins, RelataGradedOrigin, i).name;
    g_ptr_array_add(graded, (gpointer)key_of_name(&numbering, name, NULL));
  }
  follow_chains(&numbering);
  find_names(&numbering);
  number_origins(&numbering, graded);
  grade_documents(&numbering, graded);
  for_each(&numbering, hear);
  give_voices(&numbering);
  for_each(&numbering, speak);
  g_free(numbering.named);
  g_free(numbering.published);
  g_free(numbering.root);
  g_free(numbering.next);
  g_free(numbering.of_actor);
  g_hash_table_unref(numbering.keys);
  g_hash_table_unref(numbering.of_text);
  g_hash_table_unref(numbering.initials);
  g_hash_table_unref(numbering.meanings);
}

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

const char *
relata_corpus_voice_name(const RelataCorpus *corpus, guint voice)
{
  g_return_val_if_fail(corpus != NULL && voice < corpus->voices->len, NULL);
  return g_array_index(corpus->voices, RelataVoice, voice).name;
}

guint
relata_corpus_voice_actor(const RelataCorpus *corpus, guint voice)
{
  g_return_val_if_fail(corpus != NULL && voice < corpus->voices->len, RELATA_NONE);
  return g_array_index(corpus->voices, RelataVoice, voice).actor;
}

guint
relata_claim_origin(const RelataCorpus *corpus, const RelataClaim *claim)
{
  g_return_val_if_fail(corpus != NULL && claim != NULL, RELATA_NONE);
  return claim->said.document != RELATA_NONE
             ? relata_corpus_document(corpus, claim->said.document)->origin_index
             : RELATA_NONE;
}

gboolean
relata_claim_says_itself(const RelataCorpus *corpus, const RelataClaim *claim)
{
  g_return_val_if_fail(corpus != NULL && claim != NULL, FALSE);
  if (claim->said.voice == RELATA_NONE)
    return FALSE;
  const guint actor = relata_corpus_voice_actor(corpus, claim->said.voice);
  return actor != RELATA_NONE && (actor == claim->from || actor == claim->to);
}
