/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What spelling speaks for: who is spelled like an actor of a registry, or like another mark. */
#include "corpus/identity_internal.h"
#include "text/message.h"
#include "text/spelling.h"
#include "text/words.h"

#include <string.h>

/* A group with more types than this is united by equal types only. */
#define MAX_TYPES 64

/* A record under the key of one of its names. */
typedef struct {
  const char *key;
  guint document; /* 0 where documents do not matter */
  guint record;
  const char *name;
  gboolean registered;
} Named;

static gint
compare_named(gconstpointer a, gconstpointer b)
{
  const Named *left = a, *right = b;
  if (left->document != right->document)
    return left->document < right->document ? -1 : 1;
  const int by_key = left->key != right->key ? strcmp(left->key, right->key) : 0;
  if (by_key != 0)
    return by_key;
  if (left->registered != right->registered)
    return left->registered ? -1 : 1;
  return left->record < right->record ? -1 : left->record > right->record;
}

static guint
group_end(const GArray *all, guint start)
{
  const Named *first = &g_array_index(all, Named, start);
  guint end = start + 1;
  while (end < all->len && g_array_index(all, Named, end).key == first->key &&
         g_array_index(all, Named, end).document == first->document)
    end++;
  return end;
}

static const RelataActor *
record_at(const RelataIdentity *identity, guint record)
{
  return &g_array_index(identity->corpus->actors, RelataActor, record);
}

static const RelataCandidate *
candidate_at(const RelataIdentity *identity, guint index)
{
  return &g_array_index(identity->corpus->identity.candidates, RelataCandidate, index);
}

/* ── Types ── */

/* Returns whether somebody of one type may be of the other: they are one, or one is a kind of the other, or
 * one is not known. */
static gboolean
types_agree(const RelataSchema *schema, guint a, guint b)
{
  return a == b || a == RELATA_NONE || b == RELATA_NONE || relata_schema_actor_type_is_a(schema, a, b) ||
         relata_schema_actor_type_is_a(schema, b, a);
}

/* Does the same for a registry and a text, where a type that the schema does not declare contradicts none:
 * the annotator may call by PER what the registry calls person. */
static gboolean
types_may_agree(const RelataSchema *schema, guint a, guint b)
{
  return types_agree(schema, a, b) || !relata_schema_actor_type(schema, a)->declared ||
         !relata_schema_actor_type(schema, b)->declared;
}

/* Returns the type by which each component is compared, by root: a registered actor's, else RELATA_NONE,
 * where each record has its own. */
static guint *
registered_types(const RelataIdentity *identity)
{
  guint *types = g_new(guint, identity->n + 1);
  g_autofree gboolean *doubted = g_new0(gboolean, identity->n + 1);
  for (guint i = 0; i < identity->n; i++)
    types[i] = RELATA_NONE;
  for (guint i = identity->n; i-- > 0;) {
    const RelataActor *actor = record_at(identity, i);
    if (actor->registry == NULL || actor->type == RELATA_NONE)
      continue;
    const guint root = relata_identity_root(identity, i);
    doubted[root] |=
        types[root] != RELATA_NONE && !types_agree(identity->corpus->schema, types[root], actor->type);
    types[root] = actor->type;
  }
  for (guint i = 0; i < identity->n; i++)
    if (doubted[i]) /* corpora disagree, and none of them comes first */
      types[i] = RELATA_NONE;
  return types;
}

typedef struct {
  guint type;
  guint first; /* the first record of it; RELATA_NONE: it agrees with types that disagree */
  guint class; /* the first type of those that it is united with */
} TypeClass;

/* Classes types by agreement. A type that agrees with two who disagree, as no type does, fits several, and
 * so is of no class. */
static void
class_types(const RelataSchema *schema, TypeClass *types, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint a = 0; a < n && types[i].first != RELATA_NONE; a++)
      for (guint b = 0; b < a && types[i].first != RELATA_NONE; b++)
        if (types_agree(schema, types[i].type, types[a].type) &&
            types_agree(schema, types[i].type, types[b].type) &&
            !types_agree(schema, types[a].type, types[b].type))
          types[i].first = RELATA_NONE;
  for (guint i = 0; i < n; i++) {
    types[i].class = i;
    for (guint k = 0; k < i && types[i].class == i; k++)
      if (types[k].first != RELATA_NONE && types[i].first != RELATA_NONE &&
          types_agree(schema, types[i].type, types[k].type))
        types[i].class = types[k].class;
  }
}

/* Proposes to unite the records of a group whose types agree. */
static void
propose_group(RelataIdentity *identity, const GArray *all, guint start, guint end, const guint *registered)
{
  const RelataSchema *schema = identity->corpus->schema;
  TypeClass types[MAX_TYPES];
  guint n = 0;
  g_autofree guint *type_of = g_new(guint, end - start);
  for (guint i = start; i < end; i++) {
    const guint record = g_array_index(all, Named, i).record;
    const guint known = registered[relata_identity_root(identity, record)];
    const guint type = known != RELATA_NONE ? known : record_at(identity, record)->type;
    guint at = 0;
    while (at < n && types[at].type != type)
      at++;
    if (at == n && n < MAX_TYPES)
      types[n++] = (TypeClass){type, record, 0};
    type_of[i - start] = at;
  }
  class_types(schema, types, n);
  g_autofree char *reason = g_strdup_printf("'%s' is spelled alike", g_array_index(all, Named, start).name);
  const char *interned = relata_corpus_intern(identity->corpus, reason);
  for (guint i = start; i < end; i++) {
    const guint at = type_of[i - start];
    const guint record = g_array_index(all, Named, i).record;
    if (at < n && types[at].first != RELATA_NONE)
      relata_identity_propose(identity, types[types[at].class].first, record, interned,
                              record_at(identity, record)->where);
  }
}

/* ── Names of a registry ── */

/* Returns which components hold an actor of a registry, by root. */
static gboolean *
registered_roots(const RelataIdentity *identity)
{
  gboolean *registered = g_new0(gboolean, identity->n + 1);
  for (guint i = 0; i < identity->n; i++)
    if (record_at(identity, i)->registry != NULL)
      registered[relata_identity_root(identity, i)] = TRUE;
  return registered;
}

static void
add_name(RelataIdentity *identity, GArray *all, const char *name, guint record)
{
  const Named named = {relata_identity_spelling(identity, name), 0, record, name, TRUE};
  if (named.key != NULL)
    g_array_append_val(all, named);
}

/* Returns the names of registered actors, and the marks that ids and annotations left undecided. */
static GArray *
names_and_marks(RelataIdentity *identity)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Named));
  g_autofree gboolean *registered = registered_roots(identity);
  for (guint i = 0; i < identity->n; i++) {
    const RelataActor *actor = record_at(identity, i);
    if (actor->registry != NULL) {
      add_name(identity, all, actor->name, i);
      for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++)
        if (g_array_index(actor->aliases, RelataAlias, k).strong)
          add_name(identity, all, g_array_index(actor->aliases, RelataAlias, k).name, i);
      continue;
    }
    const guint candidate = identity->candidate_of[i];
    if (candidate == RELATA_NONE || registered[relata_identity_root(identity, i)])
      continue;
    const Named named = {identity->spelling_of[candidate], 0, i, actor->name, FALSE};
    if (named.key != NULL)
      g_array_append_val(all, named);
  }
  g_array_sort(all, compare_named);
  return all;
}

#define MOST_NAMED 5 /* actors in a message */

/* Returns whether a name is one of several actors of one registry. *others lists the actors whose name it is,
 * and is empty where there are none. */
static gboolean
fits_several(const RelataIdentity *identity, const GArray *all, guint start, guint end, char **others)
{
  gboolean several = FALSE;
  RelataListing listing = RELATA_LISTING(MOST_NAMED);
  for (guint i = start; i < end; i++) {
    const Named *named = &g_array_index(all, Named, i);
    if (!named->registered || (i > start && g_array_index(all, Named, i - 1).record == named->record))
      continue;
    const RelataActor *actor = record_at(identity, named->record);
    for (guint k = start; k < i && !several; k++) {
      const Named *other = &g_array_index(all, Named, k);
      const RelataActor *owner = record_at(identity, other->record);
      several =
          other->registered && (owner->registry == actor->registry || strcmp(owner->id, actor->id) == 0) &&
          relata_identity_root(identity, other->record) != relata_identity_root(identity, named->record);
    }
    relata_listing_add(&listing, "%s (%s)", actor->id, actor->name);
  }
  *others = relata_listing_end(&listing);
  return several;
}

static void
report_ambiguous(RelataIdentity *identity, const GArray *all, guint start, guint end, const char *others)
{
  guint first = RELATA_NONE, n = 0;
  for (guint i = start; i < end; i++)
    if (!g_array_index(all, Named, i).registered && n++ == 0)
      first = g_array_index(all, Named, i).record;
  if (n == 0)
    return;
  const RelataCandidate *mark = candidate_at(identity, identity->candidate_of[first]);
  g_autofree char *hint = g_strdup_printf("say which, mark by mark: N1\tReference %s actor:%s", mark->mark,
                                          record_at(identity, g_array_index(all, Named, start).record)->id);
  relata_diagnose(identity->diagnostics, RELATA_WARNING, "ambiguous-alias", &mark->where, hint,
                  n == 1 ? "%s: '%s' may be any of: %s"
                         : "%s: '%s' may be any of: %s (here and at %u more marks)",
                  mark->mark, mark->name, others, n - 1);
}

/* Proposes what a name of a registry unites: each mark with the first registered actor whose type may be its
 * own. */
static void
propose_name(RelataIdentity *identity, const GArray *all, guint start, guint end)
{
  const RelataSchema *schema = identity->corpus->schema;
  for (guint i = start; i < end; i++) {
    const Named *named = &g_array_index(all, Named, i);
    const RelataActor *record = record_at(identity, named->record);
    for (guint k = start; k < end; k++) {
      const Named *owner = &g_array_index(all, Named, k);
      if (!owner->registered || owner->record == named->record || (named->registered && k > i))
        continue;
      const RelataActor *actor = record_at(identity, owner->record);
      const gboolean decided = named->registered && strcmp(record->id, actor->id) == 0; /* by their ids */
      if (decided || !types_may_agree(schema, record->type, actor->type))
        continue;
      g_autofree char *reason = g_strdup_printf("'%s' is a name of %s", named->name, actor->id);
      relata_identity_propose(identity, owner->record, named->record,
                              relata_corpus_intern(identity->corpus, reason), record->where);
      break;
    }
  }
}

void
relata_identity_propose_aliases(RelataIdentity *identity)
{
  g_autoptr(GArray) all = names_and_marks(identity);
  for (guint start = 0, end; start < all->len; start = end) {
    end = group_end(all, start);
    g_autofree char *others = NULL;
    if (fits_several(identity, all, start, end, &others))
      report_ambiguous(identity, all, start, end, others);
    else if (*others != '\0')
      propose_name(identity, all, start, end);
  }
}

/* ── Marks ── */

static gboolean
holds(const char *words, gboolean (*is)(gunichar))
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char(at))
    if (is(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* Returns whether the words are titles and offices only: "Prime Minister", "General". */
static gboolean
are_titles(const char *words)
{
  if (relata_words_find("titles", words) != NULL)
    return TRUE;
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  for (char **word = each; *word != NULL; word++)
    if (relata_words_find("titles", *word) == NULL)
      return FALSE;
  return *each != NULL;
}

gboolean
relata_identity_is_pronoun(const char *words)
{
  g_autofree char *spelling = relata_spelling(words); /* in small letters, unless the words are in capitals */
  const char *written = relata_words_find("pronouns", spelling);
  return written != NULL && (!holds(spelling, g_unichar_isupper) || strcmp(written, spelling) == 0);
}

gboolean
relata_identity_is_name(const char *words)
{
  if (relata_identity_is_pronoun(words) || are_titles(words))
    return FALSE;
  const char *space = strchr(words, ' ');
  g_autofree char *first = space != NULL ? g_strndup(words, (gsize)(space - words)) : NULL;
  if (first == NULL || relata_words_find("determiners", first) == NULL)
    return TRUE;
  const char *rest = space + strspn(space, " ");
  return !are_titles(rest) && (holds(rest, g_unichar_isupper) || !holds(rest, g_unichar_islower));
}

static GArray *
marks(const RelataIdentity *identity, gboolean by_document)
{
  const GArray *candidates = identity->corpus->identity.candidates;
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Named));
  for (guint i = 0; i < candidates->len; i++) {
    const RelataCandidate *mark = candidate_at(identity, i);
    const char *key = identity->spelling_of[i];
    const Named named = {key, by_document ? mark->document : 0, mark->actor, mark->name, FALSE};
    if (key == NULL)
      continue;
    if (!by_document && (mark->level == RELATA_LEVEL_OTHER ||
                         (mark->level == RELATA_LEVEL_UNSAID && !relata_identity_is_name(mark->name))))
      continue;
    g_array_append_val(all, named);
  }
  g_array_sort(all, compare_named);
  return all;
}

static void
propose_marks(RelataIdentity *identity, gboolean by_document)
{
  g_autoptr(GArray) all = marks(identity, by_document);
  g_autofree guint *registered = registered_types(identity);
  for (guint start = 0, end; start < all->len; start = end) {
    end = group_end(all, start);
    if (end - start > 1)
      propose_group(identity, all, start, end, registered);
  }
}

void
relata_identity_propose_in_documents(RelataIdentity *identity)
{
  propose_marks(identity, TRUE);
}

void
relata_identity_propose_names(RelataIdentity *identity)
{
  if (!identity->corpus->identity.documents_apart)
    propose_marks(identity, FALSE);
}
