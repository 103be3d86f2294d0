/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds what marks are used for, and adds what they say about who is who: a record for each mark that names
 * somebody, its level, its references (N lines) and equivalences. Who they are is decided when all files are
 * read (corpus/identity.h). */
#include "read/brat/brat.h"

#include "corpus/identity.h"
#include "text/words.h"

#include <string.h>

/* Returns whether only events use this type of T, by the schema. */
static gboolean
is_event_type(const RelataSchema *schema, const char *type)
{
  return relata_schema_find_actor_type(schema, type) == RELATA_NONE &&
         (relata_schema_find_event_type(schema, type) != RELATA_NONE ||
          relata_schema_find_measure(schema, type) != RELATA_NONE);
}

static RelataBratUse
use_of_mark(const RelataBratReader *reader, const RelataBratRecord *record)
{
  static const RelataBratUse uses[] = {RELATA_BRAT_WHEN, RELATA_BRAT_PLACE, RELATA_BRAT_NOTHING};
  const RelataSchema *schema = reader->schema;
  const guint mark = relata_schema_find_mark(schema, record->type);
  if (mark != RELATA_NONE)
    return uses[g_array_index(relata_schema_marks(schema), RelataMark, mark).means];
  if (relata_schema_marks(schema)->len == 0 &&
      (g_ascii_strcasecmp(record->type, "Date") == 0 || g_ascii_strcasecmp(record->type, "Time") == 0))
    return RELATA_BRAT_WHEN;
  if (!is_event_type(schema, record->type))
    return RELATA_BRAT_MENTION;
  relata_diagnose(reader->diagnostics, RELATA_WARNING, "unused-trigger", &record->where,
                  "add an E line with it as trigger", "%s: no event has this %s as its trigger", record->id,
                  record->type);
  return RELATA_BRAT_NOTHING;
}

static void
find_uses(RelataBratReader *reader)
{
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(reader->brat, i);
    if (record->kind == 'E' && record->n > 0 &&
        relata_brat_argument(reader->brat, record, 0)->record != RELATA_NONE)
      reader->use[relata_brat_argument(reader->brat, record, 0)->record] = RELATA_BRAT_TRIGGER;
  }
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(reader->brat, i);
    if (record->kind == 'T' && record->value != NULL && reader->use[i] != RELATA_BRAT_TRIGGER)
      reader->use[i] = use_of_mark(reader, record);
  }
}

/* ── Levels ── */

/* Returns the level that a word gives, by data/words/mention-levels.txt. */
static RelataMentionLevel
level_of_word(const char *word)
{
  const char *level = relata_words_find("mention-levels", word);
  if (level == NULL)
    return RELATA_LEVEL_UNSAID;
  return strcmp(level, "name") == 0 ? RELATA_LEVEL_NAME : RELATA_LEVEL_OTHER;
}

/* Returns the level that is a part of a type: PER_NOM, PROP-PER. Only capitals count: "Pro_Government" is no
 * pronoun. */
static RelataMentionLevel
level_in_type(const char *type)
{
  g_auto(GStrv) parts = g_strsplit_set(type, "_-.:/", -1);
  RelataMentionLevel level =
      parts[0] != NULL && parts[1] == NULL && strlen(type) > 3 ? level_of_word(type) : RELATA_LEVEL_UNSAID;
  for (char **part = parts; parts[0] != NULL && parts[1] != NULL && *part != NULL; part++)
    if (level == RELATA_LEVEL_UNSAID && strlen(*part) > 2 &&
        strspn(*part, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(*part))
      level = level_of_word(*part);
  return level;
}

/* Returns whether an attribute of this name says what kind of mention a mark is: "MentionLevel", "ref". */
static gboolean
tells_level(const char *attribute)
{
  static const char *const words[] = {"level", "mention", "type", "form", "class"};
  g_autofree char *small = g_ascii_strdown(attribute, -1);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static RelataMentionLevel
level_of_mark(const RelataBratReader *reader, const RelataBratRecord *mark, guint index)
{
  for (guint i = reader->first_about[index]; i != RELATA_NONE; i = reader->next_about[i]) {
    const RelataBratRecord *about = relata_brat_record(reader->brat, i);
    if (about->kind != 'A' || about->type == NULL)
      continue;
    const gboolean flag = about->value == NULL || *about->value == '\0';
    const RelataMentionLevel level = flag                       ? level_of_word(about->type)
                                     : tells_level(about->type) ? level_of_word(about->value)
                                                                : RELATA_LEVEL_UNSAID;
    if (level != RELATA_LEVEL_UNSAID)
      return level;
  }
  return level_in_type(mark->type);
}

/* ── References ── */

static gboolean
is_to_actor(const RelataBratRecord *record)
{
  return g_ascii_strcasecmp(record->database, "actor") == 0;
}

/* Reports a reference of what names nobody. Makes a mark with a reference to an actor a mention, whatever its
 * type: a place that acts is an actor. */
static void
use_references(RelataBratReader *reader)
{
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(reader->brat, i);
    if (record->kind != 'N' || record->n == 0 || !is_to_actor(record))
      continue;
    const guint target = relata_brat_argument(reader->brat, record, 0)->record;
    if (target == RELATA_NONE)
      continue;
    const RelataBratRecord *mark = relata_brat_record(reader->brat, target);
    if (mark->kind == 'T' && reader->use[target] != RELATA_BRAT_TRIGGER && mark->value != NULL)
      reader->use[target] = RELATA_BRAT_MENTION;
    else
      relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-a-mention", &record->where, NULL,
                      "%s: %s is no mention of an actor", record->id, mark->id);
  }
}

static gboolean
has_link(const RelataActor *actor, const char *key, const char *value)
{
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++)
    if (strcmp(g_array_index(actor->links, RelataLink, i).key, key) == 0 &&
        strcmp(g_array_index(actor->links, RelataLink, i).value, value) == 0)
      return TRUE;
  return FALSE;
}

/* Returns the actor that a mark was said to be, or RELATA_NONE. A second reference that says another is
 * reported and left out. */
static guint
refer(RelataBratReader *reader, const RelataBratRecord *record, guint target, guint said)
{
  const guint actor = relata_corpus_refer_actor(reader->corpus, record->value, record->value_where);
  if (said != RELATA_NONE && said != actor) {
    relata_diagnose(reader->diagnostics, RELATA_ERROR_IN_DATA, "reference-conflict", &record->value_where,
                    NULL, "%s: %s is already '%s'", record->id, relata_brat_record(reader->brat, target)->id,
                    relata_corpus_actor(reader->corpus, said)->id);
    return said;
  }
  g_autofree char *reason = g_strdup_printf("actor:%s", record->value);
  relata_corpus_add_sameness(reader->corpus, RELATA_BY_ID, actor, reader->actor_of[target],
                             relata_corpus_intern(reader->corpus, reason), record->value_where);
  return actor;
}

/* Adds what N lines say: "actor:ID" is an id of this corpus, others are links to other registries. */
static void
add_references(RelataBratReader *reader)
{
  g_autofree guint *said = g_new(guint, reader->brat->records->len + 1);
  for (guint i = 0; i < reader->brat->records->len; i++)
    said[i] = RELATA_NONE;
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(reader->brat, i);
    const guint target = record->kind == 'N' && record->n > 0
                             ? relata_brat_argument(reader->brat, record, 0)->record
                             : RELATA_NONE;
    const guint actor = target != RELATA_NONE ? reader->actor_of[target] : RELATA_NONE;
    if (actor == RELATA_NONE)
      continue;
    if (is_to_actor(record)) {
      said[target] = refer(reader, record, target, said[target]);
      continue;
    }
    g_autofree char *key = g_ascii_strdown(record->database, -1);
    if (!has_link(relata_corpus_actor(reader->corpus, actor), key, record->value))
      relata_corpus_add_link(reader->corpus, actor, key, record->value);
  }
}

/* ── Equivalence ── */

/* Returns whether a line says that marks are one and the same. Only Equiv does: "symmetric-transitive" in
 * annotation.conf is no proof, because rivals and allies are declared so too, and merging would lose them. */
static gboolean
is_equiv(const RelataBratReader *reader, const RelataBratRecord *record)
{
  if (record->kind != '*' && record->kind != 'R')
    return FALSE;
  if (g_ascii_strcasecmp(record->type, "Equiv") == 0)
    return TRUE;
  if (record->kind == '*')
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "unknown-equivalence", &record->type_where,
                    "write Equiv where the marks name one and the same; else write R lines",
                    "*: '%s' is not Equiv: the marks are not taken as the same, and the line is left out",
                    record->type);
  return FALSE;
}

static void
add_equivalents(RelataBratReader *reader)
{
  for (guint i = 0; i < reader->brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(reader->brat, i);
    guint first = RELATA_NONE;
    const guint n = is_equiv(reader, record) ? record->n : 0;
    g_autofree char *reason = g_strdup_printf("Equiv in %s:%u", record->where.file, record->where.line);
    for (guint k = 0; k < n; k++) {
      const guint target = relata_brat_argument(reader->brat, record, k)->record;
      const guint actor = target != RELATA_NONE ? reader->actor_of[target] : RELATA_NONE;
      if (actor == RELATA_NONE)
        continue;
      if (first != RELATA_NONE)
        relata_corpus_add_sameness(reader->corpus, RELATA_BY_EQUIVALENCE, first, actor,
                                   relata_corpus_intern(reader->corpus, reason), record->where);
      first = first != RELATA_NONE ? first : actor;
    }
  }
}

/* ── Mentions ── */

static void
add_mention(RelataBratReader *reader, const RelataBratRecord *mark, guint index)
{
  RelataCorpus *corpus = reader->corpus;
  g_autofree char *words = relata_brat_words(mark);
  const gboolean typed = relata_schema_find_mark(reader->schema, mark->type) == RELATA_NONE;
  const RelataCandidate candidate = {
      .document = reader->document,
      .start = mark->n > 0 ? relata_brat_spans(reader->brat, mark)->start : 0,
      .mark = relata_corpus_intern(corpus, mark->id),
      .name = relata_corpus_intern(corpus, *words != '\0' ? words : mark->id),
      .type = typed ? relata_annotation_conf_use_actor_type(reader->schema, reader->declared, mark->type,
                                                            mark->type_where)
                    : RELATA_NONE,
      .type_name = relata_corpus_intern(corpus, mark->type),
      .type_where = mark->type_where,
      .level = level_of_mark(reader, mark, index),
      .where = mark->value_where};
  reader->actor_of[index] = relata_corpus_add_candidate(corpus, &candidate);
  if (mark->n > 0)
    relata_corpus_add_mention(corpus, reader->document, reader->actor_of[index],
                              relata_brat_spans(reader->brat, mark), mark->n);
}

void
relata_brat_resolve(RelataBratReader *reader)
{
  const guint n = reader->brat->records->len;
  for (guint i = 0; i < n; i++) {
    reader->actor_of[i] = RELATA_NONE;
    reader->use[i] = RELATA_BRAT_NOTHING;
  }
  find_uses(reader);
  use_references(reader);
  for (guint i = 0; i < n; i++)
    if (reader->use[i] == RELATA_BRAT_MENTION)
      add_mention(reader, relata_brat_record(reader->brat, i), i);
  add_references(reader);
  add_equivalents(reader);
}
