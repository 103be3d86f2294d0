/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The actors of a STIX file: what is related, and what is of a type that acts. */
#include "read/registry/stix.h"
#include "text/name.h"

#include <string.h>

#define MOST_SHOWN 80

/* ── Names ── */

/* Returns a name on one line and of a bearable length. Newly allocated. */
static char *
shortened(const char *words)
{
  g_autofree char *line = relata_name_line(words);
  if (g_utf8_strlen(line, -1) <= MOST_SHOWN)
    return g_steal_pointer(&line);
  g_autofree char *begin = g_utf8_substring(line, 0, MOST_SHOWN - 1);
  return g_strconcat(begin, "…", NULL);
}

/* Returns the first of the properties that name an object, or NULL. */
static const char *
naming_text(const RelataStix *stix, const RelataStixObject *object)
{
  for (guint key = RELATA_STIX_NAME; key <= RELATA_STIX_CONTENT; key++) {
    const char *text = relata_stix_text(stix, object, (RelataStixKey)key);
    if (text != NULL && text[strspn(text, " \t\r\n")] != '\0')
      return text;
  }
  return NULL;
}

/* Returns what something is called that has no name: its type, and the day when it was made, "observed data
 * (2020-02-25)". */
static char *
nameless(const RelataStix *stix, const RelataStixObject *object)
{
  const char *created = relata_stix_text(stix, object, RELATA_STIX_CREATED);
  g_autofree char *type = g_strdelimit(g_strdup(object->type), "-", ' ');
  return created != NULL && strlen(created) >= 10 ? g_strdup_printf("%s (%.10s)", type, created)
                                                  : g_steal_pointer(&type);
}

static char *
simple_name(const RelataStix *stix, const RelataStixObject *object)
{
  const char *text = naming_text(stix, object);
  return text != NULL ? shortened(text) : nameless(stix, object);
}

char *
relata_stix_name(const RelataStix *stix, const RelataStixObject *object)
{
  const RelataStixObject *from = relata_stix_find(stix, relata_stix_text(stix, object, RELATA_STIX_SOURCE));
  const RelataStixObject *to = relata_stix_find(stix, relata_stix_text(stix, object, RELATA_STIX_TARGET));
  const char *relation = relata_stix_text(stix, object, RELATA_STIX_RELATION);
  if (relation == NULL || from == NULL || to == NULL)
    return simple_name(stix, object);
  g_autofree char *a = simple_name(stix, from), *b = simple_name(stix, to);
  g_autofree char *verb = g_strdelimit(shortened(relation), "-", ' ');
  return g_strdup_printf("%s %s %s", a, verb, b);
}

/* ── Declaring ── */

static gboolean
acts(const RelataStixObject *object)
{
  static const char *const types[] = {"threat-actor",
                                      "intrusion-set",
                                      "campaign",
                                      "malware",
                                      "tool",
                                      "identity",
                                      "location",
                                      "infrastructure",
                                      "attack-pattern",
                                      "vulnerability",
                                      "incident",
                                      "course-of-action",
                                      NULL};
  return g_strv_contains(types, object->type) || g_str_has_prefix(object->type, "x-mitre-");
}

/* Notes who is an end of a relationship or a sighting. */
static void
note_related(RelataStix *stix, const RelataStixObject *object)
{
  static const RelataStixKey ends[] = {RELATA_STIX_SOURCE, RELATA_STIX_TARGET, RELATA_STIX_SIGHTED};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    RelataStixObject *end = relata_stix_find(stix, relata_stix_text(stix, object, ends[i]));
    if (end != NULL)
      end->related = TRUE;
  }
  for (const char *const *id = relata_stix_list(stix, object, RELATA_STIX_WHERE); *id != NULL; id++) {
    RelataStixObject *end = relata_stix_find(stix, *id);
    if (end != NULL)
      end->related = TRUE;
  }
}

static void
add_aliases(RelataStix *stix, const RelataStixObject *object, guint actor, gboolean strong)
{
  static const RelataStixKey keys[] = {RELATA_STIX_ALIASES, RELATA_STIX_MITRE_ALIASES,
                                       RELATA_STIX_OPENCTI_ALIASES};
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    for (const char *const *alias = relata_stix_list(stix, object, keys[i]); *alias != NULL; alias++) {
      g_autofree char *name = relata_name_line(*alias);
      if (*name != '\0')
        relata_corpus_add_alias(stix->corpus, actor, name, strong);
    }
}

static void
add_links(RelataStix *stix, const RelataStixObject *object, guint actor)
{
  const char *const *word = relata_stix_list(stix, object, RELATA_STIX_REFERENCES);
  for (; *word != NULL; word += RELATA_STIX_N_REFERENCE) {
    const char *source = word[RELATA_STIX_SOURCE_NAME], *url = word[RELATA_STIX_URL];
    const char *external = word[RELATA_STIX_EXTERNAL_ID];
    if (relata_name_is_id(external) && relata_name_is_id(source))
      relata_corpus_add_link(stix->corpus, actor, source, external);
    else if (relata_name_is_id(url))
      relata_corpus_add_link(stix->corpus, actor, "url", url);
  }
}

/* Returns the first address among the references, or NULL. */
static const char *
address_of(const RelataStix *stix, const RelataStixObject *object)
{
  const char *const *word = relata_stix_list(stix, object, RELATA_STIX_REFERENCES);
  while (*word != NULL && *word[RELATA_STIX_URL] == '\0')
    word += RELATA_STIX_N_REFERENCE;
  return *word != NULL ? word[RELATA_STIX_URL] : NULL;
}

static void
declare(RelataStix *stix, RelataStixObject *object)
{
  RelataCorpus *corpus = stix->corpus;
  const RelataPlace where = relata_stix_place(stix, object);
  const guint type = relata_vocabulary_actor(stix->vocabulary, object->type, where);
  g_autofree char *id = g_strconcat("stix:", object->id, NULL), *name = relata_stix_name(stix, object);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, id, where, &again);
  object->actor = relata_corpus_find_actor(corpus, id);
  if (!again) {
    const char *written = relata_stix_text(stix, object, RELATA_STIX_DESCRIPTION);
    g_autoptr(RelataStixProse) prose = written != NULL ? relata_stix_prose_new(written) : NULL;
    g_autofree char *description = prose != NULL ? relata_stix_prose_about(prose, NULL) : NULL;
    actor->name = relata_corpus_intern(corpus, name);
    actor->type = type;
    actor->description = relata_corpus_intern(corpus, description);
    actor->url = relata_corpus_intern(corpus, address_of(stix, object));
    add_links(stix, object, object->actor);
  } else if (strcmp(actor->name, name) != 0) {
    relata_corpus_add_alias(corpus, object->actor, name, TRUE);
  }
  add_aliases(stix, object, object->actor, TRUE);
}

/* Gives the names of what was revoked to what took its place. */
static void
hand_on_names(RelataStix *stix, const RelataStixObject *relation)
{
  const RelataStixObject *old = relata_stix_find(stix, relata_stix_text(stix, relation, RELATA_STIX_SOURCE));
  const RelataStixObject *now = relata_stix_find(stix, relata_stix_text(stix, relation, RELATA_STIX_TARGET));
  if (old == NULL || now == NULL || now->actor == RELATA_NONE)
    return;
  g_autofree char *name = relata_stix_name(stix, old);
  relata_corpus_add_alias(stix->corpus, now->actor, name, FALSE);
  add_aliases(stix, old, now->actor, FALSE);
}

void
relata_stix_declare_actors(RelataStix *stix)
{
  RelataStixObject *objects = (RelataStixObject *)(gpointer)stix->objects->data;
  for (guint i = 0; i < stix->objects->len; i++)
    if (!objects[i].old && !objects[i].dead)
      note_related(stix, &objects[i]);
  for (guint i = 0; i < stix->objects->len; i++)
    if (!objects[i].old && !objects[i].dead && (objects[i].related || acts(&objects[i])))
      declare(stix, &objects[i]);
  for (guint i = 0; i < stix->objects->len; i++)
    if (!objects[i].old && !objects[i].dead &&
        g_strcmp0(relata_stix_text(stix, &objects[i], RELATA_STIX_RELATION), "revoked-by") == 0)
      hand_on_names(stix, &objects[i]);
}

guint
relata_stix_actor(const RelataStix *stix, const char *reference, RelataPlace where)
{
  const RelataStixObject *object = relata_stix_find(stix, reference);
  if (object != NULL && object->actor != RELATA_NONE)
    return object->actor;
  g_autofree char *id = g_strconcat("stix:", reference, NULL);
  return relata_corpus_expect_actor(stix->corpus, id, where);
}
