/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the roles of arguments mean: who says so, when and where; which part an event's fillers take; and
 * which end of a relation is the first. */
#include "read/brat/brat.h"

#include "corpus/schema_roles.h"

#include <string.h>

static void
add_when(const RelataBratReader *reader, const RelataBratRecord *subject, RelataStatement *said, guint mark,
         const RelataPlace *where)
{
  if (relata_brat_record(reader->brat, mark)->kind != 'T') {
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "no-date", where, NULL, "%s: %s is not a date",
                    subject->id, relata_brat_record(reader->brat, mark)->id);
    return;
  }
  if (relata_date_is_set(&said->when)) {
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "given-twice", where,
                    "write an interval into a note: when=2021-08-15/2021-08-26",
                    "%s: it has a date already: %s is left out", subject->id,
                    relata_brat_record(reader->brat, mark)->id);
    return;
  }
  RelataDate date;
  if (relata_brat_date_of(reader, mark, &date))
    said->when = date;
}

/* Adds who says so: of several, in the order written, each says that the next said it. */
static void
add_by(const RelataBratReader *reader, const RelataBratRecord *subject, RelataStatement *said, guint mark,
       const RelataPlace *where)
{
  const RelataBratRecord *target = relata_brat_record(reader->brat, mark);
  if (target->kind != 'T') {
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-an-actor", where, NULL,
                    "%s: %s is no actor to whom it could be attributed", subject->id, target->id);
    return;
  }
  if (said->by_text != NULL) {
    g_autoptr(GArray) outer = g_array_new(FALSE, FALSE, sizeof(RelataSpeaker));
    const RelataSpeaker last = {said->by, said->by_text};
    for (const RelataSpeaker *at = said->through; at != NULL && at->words != NULL; at++)
      g_array_append_vals(outer, at, 1);
    g_array_append_val(outer, last);
    said->through = relata_corpus_intern_speakers(
        reader->corpus, (const RelataSpeaker *)(gconstpointer)outer->data, outer->len);
  }
  g_autofree char *words = relata_brat_words(target);
  said->by = reader->actor_of[mark];
  said->by_text = relata_corpus_intern(reader->corpus, words);
}

static void
add_place(const RelataBratReader *reader, const RelataBratRecord *subject, RelataStatement *said,
          GString *place, guint mark, const RelataPlace *where)
{
  const RelataBratRecord *target = relata_brat_record(reader->brat, mark);
  if (target->kind != 'T' || place == NULL) {
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "unused-role", where, NULL,
                    target->kind != 'T' ? "%s: %s is no place" : "%s: a figure has no place: %s is left out",
                    subject->id, target->id);
    return;
  }
  g_autofree char *words = relata_brat_words(target);
  said->place = place->len == 0 ? reader->actor_of[mark] : RELATA_NONE; /* several together are words */
  g_string_append_printf(place, "%s%s", place->len > 0 ? ", " : "", words);
}

gboolean
relata_brat_add_circumstance(const RelataBratReader *reader, const RelataBratRecord *subject,
                             const RelataBratCircumstances *to, const RelataBratArgument *argument,
                             RelataPart part)
{
  if (part == RELATA_PART_TIME)
    add_when(reader, subject, to->said, argument->record, &argument->where);
  else if (part == RELATA_PART_BY)
    add_by(reader, subject, to->said, argument->record, &argument->where);
  else if (part == RELATA_PART_PLACE)
    add_place(reader, subject, to->said, to->place, argument->record, &argument->where);
  else
    return FALSE;
  return TRUE;
}

/* Returns the roles that annotation.conf lists for the type of an event, or NULL. */
static const RelataRole *const *
listed_roles(const RelataBratReader *reader, const char *type)
{
  const RelataConfType *listed =
      reader->conf != NULL ? relata_annotation_conf_find(reader->conf, RELATA_CONF_EVENTS, type) : NULL;
  if (listed == NULL || listed->arguments->len == 0)
    return NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < listed->arguments->len; i++)
    g_ptr_array_add(names, ((const RelataConfArgument *)g_ptr_array_index(listed->arguments, i))->role);
  g_ptr_array_add(names, NULL);
  return relata_schema_use_roles(reader->schema, (const char *const *)names->pdata);
}

RelataPart *
relata_brat_parts(const RelataBratReader *reader, guint index, const RelataRole *const **listed)
{
  const RelataBratRecord *record = relata_brat_record(reader->brat, index);
  g_autofree const RelataRole **roles = g_new(const RelataRole *, record->n + 1);
  guint n = 0;
  for (guint i = 1; i < record->n; i++)
    roles[n++] = relata_schema_use_role(reader->schema, relata_brat_argument(reader->brat, record, i)->role);
  *listed = listed_roles(reader, reader->written[index] != NULL ? reader->written[index] : record->type);
  RelataPart *parts = g_new(RelataPart, record->n + 1);
  relata_roles_settle(reader->schema, roles, n, *listed == NULL, parts + 1);
  return parts;
}

/* Returns where a role stands in the first variant of a relation that lists both; G_MAXUINT where none does.
 */
static guint
listed_at(const RelataConfType *variant, const char *role)
{
  for (guint i = 0; i < variant->arguments->len; i++)
    if (strcmp(((const RelataConfArgument *)g_ptr_array_index(variant->arguments, i))->role, role) == 0)
      return i;
  return G_MAXUINT;
}

/* Returns TRUE where annotation.conf lists both roles of a relation; *second says whether in that order. */
static gboolean
are_listed(const RelataAnnotationConf *conf, const char *type, const char *a, const char *b, gboolean *second)
{
  const RelataConfType *variant =
      conf != NULL ? relata_annotation_conf_find(conf, RELATA_CONF_RELATIONS, type) : NULL;
  while (variant != NULL) {
    const guint of_a = listed_at(variant, a), of_b = listed_at(variant, b);
    if (of_a != G_MAXUINT && of_b != G_MAXUINT) {
      *second = of_b < of_a;
      return TRUE;
    }
    variant = variant->next != RELATA_NONE
                  ? g_ptr_array_index(conf->types[RELATA_CONF_RELATIONS], variant->next)
                  : NULL;
  }
  return FALSE;
}

static gboolean
is_general(RelataPart part)
{
  return part == RELATA_PART_AGENT || part == RELATA_PART_THEME || part == RELATA_PART_AIM;
}

gboolean
relata_brat_is_turned(const RelataBratReader *reader, guint index)
{
  const RelataBratRecord *record = relata_brat_record(reader->brat, index);
  const char *names[2];
  const RelataRole *roles[2];
  RelataPart parts[2];
  for (guint i = 0; i < 2; i++) {
    names[i] = relata_brat_argument(reader->brat, record, i)->role;
    roles[i] = relata_schema_use_role(reader->schema, names[i]);
  }
  gboolean second;
  const char *type = reader->written[index] != NULL ? reader->written[index] : record->type;
  if (are_listed(reader->conf, type, names[0], names[1], &second))
    return second;
  relata_roles_settle(reader->schema, roles, 2, FALSE, parts);
  if (parts[0] == RELATA_PART_NUMBERED && parts[1] == RELATA_PART_NUMBERED)
    return roles[1]->has_number && roles[0]->has_number && roles[1]->number < roles[0]->number;
  return (is_general(parts[0]) || is_general(parts[1])) &&
         relata_part_side(parts[0]) == RELATA_SIDE_UNDERGOING &&
         relata_part_side(parts[1]) == RELATA_SIDE_DOING;
}
