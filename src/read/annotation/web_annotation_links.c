/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links between marks, who made an annotation, and how its parts are called. */
#include "read/annotation/web_annotation.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

const char *
relata_web_layer(const RelataWebReader *reader, const cJSON *annotation)
{
  const cJSON *creator = relata_json_first(relata_json_member(annotation, "creator"));
  if (creator == NULL)
    creator = relata_json_first(
        relata_json_member(relata_json_first(relata_json_member(annotation, "body")), "creator"));
  if (creator == NULL)
    creator = relata_json_member(annotation, "user");
  const char *name = relata_json_words(relata_json_member(creator, "name"));
  if (name == NULL)
    name = relata_web_iri(creator);
  if (name != NULL && g_str_has_prefix(name, "mailto:"))
    name += strlen("mailto:");
  g_autofree char *line = name != NULL ? relata_name_line(name) : NULL;
  return line != NULL && *line != '\0' ? relata_corpus_intern(reader->reading.corpus, line) : NULL;
}

/* Returns the annotation that a target or a body refers to, borrowed; NULL where it is something else. */
static const char *
referred(const RelataWebReader *reader, const cJSON *item)
{
  const char *iri = relata_json_member(item, "selector") == NULL ? relata_web_iri(item) : NULL;
  return iri != NULL && g_hash_table_contains(reader->ids, iri) ? iri : NULL;
}

gboolean
relata_web_is_link(const RelataWebReader *reader, const cJSON *annotation)
{
  const cJSON *targets = relata_json_member(annotation, "target");
  guint n = 0, n_referred = 0;
  for (const cJSON *one = relata_json_first(targets); one != NULL; one = relata_json_next(targets, one), n++)
    n_referred += referred(reader, one) != NULL ? 1 : 0;
  return relata_web_has(relata_json_member(annotation, "motivation"), "linking") ||
         (n >= 2 && n_referred == n);
}

char *
relata_web_part_id(const cJSON *annotation, guint order, guint number)
{
  const char *id = relata_json_words(relata_json_member(annotation, "id"));
  g_autofree char *own = id != NULL ? g_strdup(id) : g_strdup_printf("annotation %u", order + 1);
  return number == 0 ? g_steal_pointer(&own) : g_strdup_printf("%s (%u)", own, number + 1);
}

/* Returns the parts that a link has as ends, first to others (char *): its targets, then those of its bodies
 * that refer to one. */
static GPtrArray *
ends_of(const RelataWebReader *reader, const cJSON *annotation, guint order)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func(g_free);
  const cJSON *targets = relata_json_member(annotation, "target"),
              *bodies = relata_json_member(annotation, "body");
  guint number = 0;
  for (const cJSON *one = relata_json_first(targets); one != NULL;
       one = relata_json_next(targets, one), number++) {
    const gboolean selects = relata_json_member(one, "selector") != NULL;
    const char *iri = relata_web_iri(one);
    if (selects || iri != NULL)
      g_ptr_array_add(ends, selects ? relata_web_part_id(annotation, order, number) : g_strdup(iri));
  }
  for (const cJSON *one = relata_json_first(bodies); one != NULL; one = relata_json_next(bodies, one)) {
    const gboolean links = relata_web_has(relata_json_member(one, "purpose"), "linking");
    if (referred(reader, one) != NULL || (links && relata_web_iri(one) != NULL))
      g_ptr_array_add(ends, g_strdup(relata_web_iri(one)));
  }
  return ends;
}

/* Adds the claim that a link makes of two parts, which may be in two texts: it is stated in that of the
 * first. */
static void
relate(const RelataWebReader *reader, RelataAnnotatedRelation *relation)
{
  const guint from = GPOINTER_TO_UINT(g_hash_table_lookup(reader->by_id, relation->from)),
              to = GPOINTER_TO_UINT(g_hash_table_lookup(reader->by_id, relation->to));
  if (from + to == 0) {
    relata_account_leave_out(reader->reading.input->account, "a link of which neither end is here");
    return;
  }
  const RelataWebSource *source =
      &g_array_index(reader->sources, RelataWebSource, (from > 0 ? from : to) - 1);
  if (from == to || from == 0 || to == 0) {
    relata_annotated_relate(source->annotated, relation);
    return;
  }
  const char *other = relation->to;
  relation->to = relation->from;
  RelataClaim claim;
  if (!relata_annotated_state(source->annotated, relation, &claim))
    return;
  const guint actor =
      relata_annotated_actor(g_array_index(reader->sources, RelataWebSource, to - 1).annotated, other);
  claim.type = relata_vocabulary_relation(reader->reading.vocabulary, relation->type, relation->where);
  claim.to = actor;
  if (actor != RELATA_NONE)
    relata_corpus_add_claim(reader->reading.corpus, &claim);
}

/* Adds the claims that a link makes with one word, or without: of its first end with each other. */
static void
relate_all(const RelataWebReader *reader, const cJSON *annotation, guint order, const char *word)
{
  g_autoptr(GPtrArray) ends = ends_of(reader, annotation, order);
  g_autofree char *own = relata_web_part_id(annotation, order, 0);
  for (guint i = 1; i < ends->len; i++) {
    g_autofree char *id = g_strdup_printf("%s%s%s%s", own, word != NULL ? ":" : "", word != NULL ? word : "",
                                          i > 1 ? (const char *)g_ptr_array_index(ends, i) : "");
    RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
    relation.id = relata_name_is_id(id) ? id : NULL;
    relation.type = word;
    relation.from = g_ptr_array_index(ends, 0);
    relation.to = g_ptr_array_index(ends, i);
    relation.layer = relata_web_layer(reader, annotation);
    relation.where = relata_json_place(reader->json, annotation);
    relate(reader, &relation);
  }
  if (ends->len < 2)
    relata_account_leave_out(reader->reading.input->account, "a link with one end");
}

/* Relates the ends by each of the words that the bodies say; with `bare` also by words that have no purpose
 * of their own, which then have the link's. Returns how many there are. */
static guint
relate_by_words(const RelataWebReader *reader, const cJSON *annotation, guint order, gboolean bare)
{
  const cJSON *bodies = relata_json_member(annotation, "body");
  guint n = 0;
  for (const cJSON *body = relata_json_first(bodies); body != NULL; body = relata_json_next(bodies, body)) {
    const gboolean says = bare && relata_json_words(relata_json_member(body, "value")) != NULL;
    const char *word = referred(reader, body) == NULL ? relata_web_tag(body, says) : NULL;
    if (word != NULL)
      relate_all(reader, annotation, order, word);
    n += word != NULL ? 1 : 0;
  }
  return n;
}

void
relata_web_add_link(const RelataWebReader *reader, const cJSON *annotation, guint order)
{
  if (relate_by_words(reader, annotation, order, FALSE) == 0 &&
      relate_by_words(reader, annotation, order, TRUE) == 0)
    relate_all(reader, annotation, order, NULL);
}
