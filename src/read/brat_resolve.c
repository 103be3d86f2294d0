/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decides which actor a mention names: the one of its N line, else that of the marks equivalent to it, else
 * the one with that strong name, else a new one. It never guesses: a name that fits several actors names
 * none of them. */
#include "read/brat.h"

#include "corpus/names.h"
#include "text/message.h"
#include "text/name.h"

#include <string.h>

/* A suggestion compares with every id, so a document gets at most this many. */
#define MAX_SUGGESTIONS      20
#define MAX_CANDIDATES_SHOWN 5
/* In code points, for an id made from a name. */
#define MAX_SLUG 60

typedef struct {
  RelataBratReader *reader;
  guint *named;      /* by record: the actor that an N line gives a T, or RELATA_NONE */
  guint *same_as;    /* by record: union-find over equivalent Ts */
  guint *next_same;  /* by record: the next T of the class in order; RELATA_NONE ends the list */
  GHashTable *slugs; /* id without a number → the last number given to it */
  GHashTable *links; /* "actor\tkey\tvalue" of each link added here */
  guint n_suggestions;
} Resolver;

static const RelataBratRecord *
record_at(const Resolver *resolver, guint index)
{
  return relata_brat_record(resolver->reader->brat, index);
}

static guint
class_of(Resolver *resolver, guint index)
{
  guint *same_as = resolver->same_as;
  while (same_as[index] != index) {
    same_as[index] = same_as[same_as[index]];
    index = same_as[index];
  }
  return index;
}

/* Returns whether a line says that marks are one and the same. Only Equiv does: "symmetric-transitive" in
 * annotation.conf is no proof, because rivals and allies are declared so too, and merging would lose them. */
static gboolean
is_equiv(const Resolver *resolver, const RelataBratRecord *record)
{
  if (record->kind != '*' && record->kind != 'R')
    return FALSE;
  if (g_ascii_strcasecmp(record->type, "Equiv") == 0)
    return TRUE;
  if (record->kind == '*')
    relata_diagnose(resolver->reader->diagnostics, RELATA_WARNING, "unknown-equivalence", &record->type_where,
                    "write Equiv where the marks name one and the same; else write R lines",
                    "*: '%s' is not Equiv: the marks are not taken as the same, and the line is left out",
                    record->type);
  return FALSE;
}

static void
join_equivalents(Resolver *resolver)
{
  const RelataBrat *brat = resolver->reader->brat;
  for (guint i = 0; i < brat->records->len; i++) {
    const RelataBratRecord *record = record_at(resolver, i);
    guint first = RELATA_NONE;
    const guint n = is_equiv(resolver, record) ? record->n : 0;
    for (guint k = 0; k < n; k++) {
      const guint target = relata_brat_argument(brat, record, k)->record;
      if (target == RELATA_NONE || record_at(resolver, target)->kind != 'T')
        continue;
      if (first == RELATA_NONE)
        first = target;
      const guint a = class_of(resolver, first), b = class_of(resolver, target);
      resolver->same_as[MAX(a, b)] = MIN(a, b); /* the first mark of a class represents it */
    }
  }
}

/* Returns whether only events use this type of T, by the schema. */
static gboolean
is_event_type(const RelataSchema *schema, const char *type)
{
  return relata_schema_find_actor_type(schema, type) == RELATA_NONE &&
         (relata_schema_find_event_type(schema, type) != RELATA_NONE ||
          relata_schema_find_measure(schema, type) != RELATA_NONE);
}

static RelataBratUse
use_of_mark(const Resolver *resolver, const RelataBratRecord *record)
{
  static const RelataBratUse uses[] = {RELATA_BRAT_WHEN, RELATA_BRAT_PLACE, RELATA_BRAT_NOTHING};
  const RelataSchema *schema = resolver->reader->schema;
  const guint mark = relata_schema_find_mark(schema, record->type);
  if (mark != RELATA_NONE)
    return uses[g_array_index(relata_schema_marks(schema), RelataMark, mark).means];
  if (relata_schema_marks(schema)->len == 0 &&
      (g_ascii_strcasecmp(record->type, "Date") == 0 || g_ascii_strcasecmp(record->type, "Time") == 0))
    return RELATA_BRAT_WHEN;
  if (!is_event_type(schema, record->type))
    return RELATA_BRAT_MENTION;
  relata_diagnose(resolver->reader->diagnostics, RELATA_WARNING, "unused-trigger", &record->where,
                  "add an E line with it as trigger", "%s: no event has this %s as its trigger", record->id,
                  record->type);
  return RELATA_BRAT_NOTHING;
}

static void
find_uses(Resolver *resolver)
{
  const RelataBratReader *reader = resolver->reader;
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = record_at(resolver, i);
    if (record->kind == 'E' && record->n > 0 &&
        relata_brat_argument(reader->brat, record, 0)->record != RELATA_NONE)
      reader->use[relata_brat_argument(reader->brat, record, 0)->record] = RELATA_BRAT_TRIGGER;
  }
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = record_at(resolver, i);
    if (record->kind == 'T' && record->value != NULL && reader->use[i] != RELATA_BRAT_TRIGGER)
      reader->use[i] = use_of_mark(resolver, record);
  }
}

/* Returns whether a mark in some text made the actor. */
static gboolean
is_made_by_mark(const RelataActor *actor)
{
  static const char *const endings[] = {".ann", ".a1", ".a2"};
  const char *file = actor->where.file;
  for (guint i = 0; file != NULL && i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(file, endings[i]))
      return TRUE;
  return FALSE;
}

/* Returns whether files other than brat's name any actors. These are read first. */
static gboolean
has_registry(const RelataCorpus *corpus)
{
  return relata_corpus_n_actors(corpus) > 0 && !is_made_by_mark(relata_corpus_actor(corpus, 0));
}

static guint
new_actor(Resolver *resolver, const RelataBratRecord *mark, const char *id, const char *name)
{
  RelataBratReader *reader = resolver->reader;
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(reader->corpus, id, mark->where, &again);
  actor->name = relata_corpus_intern(reader->corpus, *name != '\0' ? name : id);
  actor->type =
      relata_annotation_conf_use_actor_type(reader->schema, reader->declared, mark->type, mark->type_where);
  relata_diagnose(reader->diagnostics, RELATA_NOTE, "new-actor", &mark->where, NULL,
                  "%s: '%s' is a new actor, %s", mark->id, name, id);
  return relata_corpus_find_actor(reader->corpus, id);
}

/* Makes an id from a name: "Abū ʿUmar" gives "abu-umar", and the next such name "abu-umar-2". */
static char *
make_id(Resolver *resolver, const char *folded)
{
  GString *slug = g_string_new(NULL);
  guint n = 0;
  for (const char *at = folded; *at != '\0' && n < MAX_SLUG; at = g_utf8_next_char(at), n++) {
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      g_string_append_unichar(slug, g_utf8_get_char(at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c(slug, '-');
  }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate(slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append(slug, "actor");
  const gsize stem = slug->len;
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(resolver->slugs, slug->str));
  while (number > 0 || relata_corpus_find_actor(resolver->reader->corpus, slug->str) != RELATA_NONE) {
    number = MAX(number, 1) + 1;
    g_string_truncate(slug, stem);
    g_string_append_printf(slug, "-%u", number);
    if (relata_corpus_find_actor(resolver->reader->corpus, slug->str) == RELATA_NONE)
      break;
  }
  g_hash_table_insert(resolver->slugs, g_strndup(slug->str, stem), GUINT_TO_POINTER(MAX(number, 1)));
  return g_string_free(slug, FALSE);
}

static char *
suggest_actor(Resolver *resolver, const char *id)
{
  const RelataCorpus *corpus = resolver->reader->corpus;
  if (resolver->n_suggestions++ >= MAX_SUGGESTIONS)
    return NULL;
  const guint n = relata_corpus_n_actors(corpus);
  g_autofree const char **ids = g_new(const char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = relata_corpus_actor(corpus, i)->id;
  return relata_hint(id, ids, n, '\'');
}

/* Returns the actor of an N line "actor:ID", or RELATA_NONE after reporting that there is none. */
static guint
actor_of_reference(Resolver *resolver, const RelataBratRecord *reference, const RelataBratRecord *mark,
                   gboolean registry)
{
  RelataBratReader *reader = resolver->reader;
  const guint found = relata_corpus_find_actor(reader->corpus, reference->value);
  if (found != RELATA_NONE)
    return found;
  if (!registry) { /* then the references themselves are the registry */
    g_autofree char *name = relata_brat_words(mark);
    return new_actor(resolver, mark, reference->value, name);
  }
  g_autofree char *hint = suggest_actor(resolver, reference->value);
  relata_diagnose(reader->diagnostics, RELATA_ERROR_IN_DATA, "unknown-actor", &reference->value_where, hint,
                  "%s: no actor '%s'", reference->id, reference->value);
  return RELATA_NONE;
}

static void
read_references(Resolver *resolver)
{
  RelataBratReader *reader = resolver->reader;
  const gboolean registry = has_registry(reader->corpus);
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = record_at(resolver, i);
    if (record->kind != 'N' || record->n == 0 || g_ascii_strcasecmp(record->database, "actor") != 0)
      continue;
    const guint target = relata_brat_argument(reader->brat, record, 0)->record;
    if (target == RELATA_NONE)
      continue;
    const RelataBratRecord *mark = record_at(resolver, target);
    if (mark->kind != 'T' || reader->use[target] == RELATA_BRAT_TRIGGER || mark->value == NULL) {
      relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-a-mention", &record->where, NULL,
                      "%s: %s is no mention of an actor", record->id, mark->id);
      continue;
    }
    const guint actor = actor_of_reference(resolver, record, mark, registry);
    if (actor == RELATA_NONE)
      continue;
    reader->use[target] = RELATA_BRAT_MENTION; /* whatever its type: a place that acts is an actor */
    if (resolver->named[target] == RELATA_NONE)
      resolver->named[target] = actor;
    else if (resolver->named[target] != actor)
      relata_diagnose(reader->diagnostics, RELATA_ERROR_IN_DATA, "reference-conflict", &record->value_where,
                      NULL, "%s: %s is already '%s'", record->id, mark->id,
                      relata_corpus_actor(reader->corpus, resolver->named[target])->id);
  }
}

/* Returns "isis (ISIS), isis-k (ISIS-K)". */
static char *
candidates_in_words(const RelataCorpus *corpus, const GArray *actors)
{
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < actors->len && i < MAX_CANDIDATES_SHOWN; i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, g_array_index(actors, guint, i));
    g_string_append_printf(list, "%s%s (%s)", i > 0 ? ", " : "", actor->id, actor->name);
  }
  if (actors->len > MAX_CANDIDATES_SHOWN)
    g_string_append_printf(list, " and %u more", actors->len - MAX_CANDIDATES_SHOWN);
  return g_string_free(list, FALSE);
}

/* Returns the actor whose strong name is the mention's text. Where there are several, the mention becomes an
 * actor of its own, with a name that distinguishes it from the candidates. */
static guint
actor_of_words(Resolver *resolver, const RelataBratRecord *mark)
{
  RelataBratReader *reader = resolver->reader;
  g_autofree char *words = relata_brat_words(mark);
  g_autoptr(GArray) matches = relata_corpus_match_name(reader->corpus, words, FALSE);
  if (matches->len == 1)
    return g_array_index(matches, guint, 0);
  if (matches->len == 0)
    return RELATA_NONE;
  g_autofree char *list = candidates_in_words(reader->corpus, matches);
  g_autofree char *hint =
      g_strdup_printf("say which: N1\tReference %s actor:%s", mark->id,
                      relata_corpus_actor(reader->corpus, g_array_index(matches, guint, 0))->id);
  relata_diagnose(reader->diagnostics, RELATA_WARNING, "ambiguous-alias", &mark->value_where, hint,
                  "%s: '%s' may be any of: %s", mark->id, words, list);
  g_autofree char *id = g_strdup_printf("%s:%s", reader->id, mark->id);
  g_autofree char *name = g_strdup_printf("%s (%s)", words, id);
  return new_actor(resolver, mark, id, name);
}

/* Returns the actor that a further name of a class means. "Omar" may be called "the Emir" in this text, and
 * another "the Emir" in the next: so only the first name of a class is compared with the names in other
 * texts, whichever was read first, and the others only with the registry's. */
static guint
actor_of_further_words(Resolver *resolver, const RelataBratRecord *mark)
{
  RelataCorpus *corpus = resolver->reader->corpus;
  g_autofree char *words = relata_brat_words(mark);
  g_autoptr(GArray) matches = relata_corpus_match_name(corpus, words, FALSE);
  const guint only = matches->len == 1 ? g_array_index(matches, guint, 0) : RELATA_NONE;
  return only != RELATA_NONE && !is_made_by_mark(relata_corpus_actor(corpus, only)) ? only : RELATA_NONE;
}

/* Returns the one actor that `actor_of` gives the marks of a class; RELATA_NONE where there is none, or where
 * there are several, which it reports. */
static guint
actor_of_class(Resolver *resolver, guint first, const guint *actor_of, gboolean *conflict)
{
  guint actor = RELATA_NONE;
  for (guint i = first; i != RELATA_NONE; i = resolver->next_same[i]) {
    if (actor_of[i] == RELATA_NONE || actor_of[i] == actor)
      continue;
    if (actor != RELATA_NONE) {
      const RelataCorpus *corpus = resolver->reader->corpus;
      relata_diagnose(resolver->reader->diagnostics, RELATA_ERROR_IN_DATA, "equiv-conflict",
                      &record_at(resolver, i)->where, NULL,
                      "%s: marked as the same as %s, but that is '%s' and this '%s'",
                      record_at(resolver, i)->id, record_at(resolver, first)->id,
                      relata_corpus_actor(corpus, actor)->id, relata_corpus_actor(corpus, actor_of[i])->id);
      *conflict = TRUE;
      return RELATA_NONE;
    }
    actor = actor_of[i];
  }
  return actor;
}

static void
resolve_class(Resolver *resolver, guint first)
{
  RelataBratReader *reader = resolver->reader;
  gboolean conflict = FALSE, is_new = FALSE;
  guint actor = actor_of_class(resolver, first, resolver->named, &conflict);
  for (guint i = first; i != RELATA_NONE; i = resolver->next_same[i]) {
    reader->actor_of[i] = resolver->named[i];
    if (actor == RELATA_NONE && resolver->named[i] == RELATA_NONE)
      reader->actor_of[i] = i == first ? actor_of_words(resolver, record_at(resolver, i))
                                       : actor_of_further_words(resolver, record_at(resolver, i));
  }
  if (actor == RELATA_NONE && !conflict)
    actor = actor_of_class(resolver, first, reader->actor_of, &conflict);
  for (guint i = first; i != RELATA_NONE; i = resolver->next_same[i]) {
    if (reader->actor_of[i] != RELATA_NONE)
      continue;
    g_autofree char *words = relata_brat_words(record_at(resolver, i));
    if (actor == RELATA_NONE || conflict) {
      g_autofree char *folded = relata_name_fold(words);
      g_autofree char *id = make_id(resolver, folded);
      actor = new_actor(resolver, record_at(resolver, i), id, words);
      is_new = !conflict;
    } else if (is_new) {
      /* A weak alias: "the group" means this actor in this text, but not in every other. */
      relata_corpus_add_alias(reader->corpus, actor, words, FALSE);
    }
    reader->actor_of[i] = actor;
  }
}

static void
resolve_classes(Resolver *resolver)
{
  const RelataBratReader *reader = resolver->reader;
  const guint n = reader->brat->records->len;
  g_autofree guint *last = g_new(guint, n + 1); /* of each class so far */
  for (guint i = 0; i < n; i++) {
    last[i] = RELATA_NONE;
    if (reader->use[i] != RELATA_BRAT_MENTION)
      continue;
    const guint class = class_of(resolver, i);
    if (last[class] != RELATA_NONE)
      resolver->next_same[last[class]] = i;
    last[class] = i;
  }
  g_autofree gboolean *done = g_new0(gboolean, n + 1);
  for (guint i = 0; i < n; i++) {
    if (reader->use[i] != RELATA_BRAT_MENTION || done[class_of(resolver, i)])
      continue;
    done[class_of(resolver, i)] = TRUE;
    resolve_class(resolver, i);
  }
}

/* Does the same as relata_schema_actor_type_is_a(), but stops early: it is called for every mark,
 * with any schema. */
static gboolean
is_a(const RelataSchema *schema, guint type, guint ancestor)
{
  for (guint steps = 0; type != ancestor && type != RELATA_NONE && steps < 100; steps++)
    type = relata_schema_actor_type(schema, type)->parent;
  return type == ancestor;
}

/* Compares a mark's type with its actor's. An actor without a type gets the mark's. */
static void
check_type(const RelataBratReader *reader, const RelataBratRecord *mark, guint index, GArray *untyped)
{
  const RelataActor *actor = relata_corpus_actor(reader->corpus, index);
  const guint type =
      relata_annotation_conf_use_actor_type(reader->schema, reader->declared, mark->type, mark->type_where);
  if (actor->type == RELATA_NONE)
    g_array_append_val(untyped, index);
  else if (!is_a(reader->schema, type, actor->type) && !is_a(reader->schema, actor->type, type))
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "type-mismatch", &mark->type_where, NULL,
                    "%s: marked as %s, but '%s' is a %s", mark->id, mark->type, actor->id,
                    relata_schema_actor_type(reader->schema, actor->type)->label);
}

static void
add_mentions(RelataBratReader *reader)
{
  g_autoptr(GArray) untyped = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) types = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < reader->brat->records->len; i++) {
    if (reader->use[i] != RELATA_BRAT_MENTION)
      continue;
    const RelataBratRecord *mark = relata_brat_record(reader->brat, i);
    const guint before = untyped->len;
    if (relata_schema_find_mark(reader->schema, mark->type) == RELATA_NONE)
      check_type(reader, mark, reader->actor_of[i], untyped);
    if (untyped->len > before) {
      const guint type = relata_schema_find_actor_type(reader->schema, mark->type);
      g_array_append_val(types, type);
    }
    if (mark->n > 0)
      relata_corpus_add_mention(reader->corpus, reader->document, reader->actor_of[i],
                                relata_brat_spans(reader->brat, mark), mark->n);
  }
  /* All at the end, because an actor that is declared again must be indexed by name again. The first
   * mark decides. */
  for (guint i = 0; i < untyped->len; i++) {
    const char *id = relata_corpus_actor(reader->corpus, g_array_index(untyped, guint, i))->id;
    gboolean again;
    RelataActor *actor = relata_corpus_declare_actor(
        reader->corpus, id, relata_corpus_actor(reader->corpus, g_array_index(untyped, guint, i))->where,
        &again);
    if (actor->type == RELATA_NONE)
      actor->type = g_array_index(types, guint, i);
  }
}

static char *
link_key(guint actor, const char *key, const char *value)
{
  return g_strdup_printf("%u\t%s\t%s", actor, key, value);
}

/* Makes references to other registries, "Wikidata:Q42418", links of the actor. */
static void
add_links(Resolver *resolver)
{
  const RelataBratReader *reader = resolver->reader;
  g_autoptr(GHashTable) seeded = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = record_at(resolver, i);
    if (record->kind != 'N' || record->n == 0 || g_ascii_strcasecmp(record->database, "actor") == 0)
      continue;
    const guint target = relata_brat_argument(reader->brat, record, 0)->record;
    const guint actor = target != RELATA_NONE ? reader->actor_of[target] : RELATA_NONE;
    if (actor == RELATA_NONE)
      continue;
    const GArray *links = relata_corpus_actor(reader->corpus, actor)->links;
    if (g_hash_table_add(seeded, GUINT_TO_POINTER(actor + 1)) && links != NULL)
      for (guint k = 0; k < links->len; k++) {
        const RelataLink *link = &g_array_index(links, RelataLink, k);
        g_hash_table_add(resolver->links, link_key(actor, link->key, link->value));
      }
    g_autofree char *key = g_utf8_strdown(record->database, -1);
    if (g_hash_table_add(resolver->links, link_key(actor, key, record->value)))
      relata_corpus_add_link(reader->corpus, actor, key, record->value);
  }
}

void
relata_brat_resolve(RelataBratReader *reader)
{
  const guint n = reader->brat->records->len;
  g_autofree guint *named = g_new(guint, n + 1);
  g_autofree guint *same_as = g_new(guint, n + 1);
  g_autofree guint *next_same = g_new(guint, n + 1);
  for (guint i = 0; i < n; i++) {
    named[i] = next_same[i] = reader->actor_of[i] = RELATA_NONE;
    same_as[i] = i;
    reader->use[i] = RELATA_BRAT_NOTHING;
  }
  Resolver resolver = {reader,
                       named,
                       same_as,
                       next_same,
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       0};
  find_uses(&resolver);
  read_references(&resolver);
  join_equivalents(&resolver);
  resolve_classes(&resolver);
  add_mentions(reader);
  add_links(&resolver);
  g_hash_table_unref(resolver.slugs);
  g_hash_table_unref(resolver.links);
}
