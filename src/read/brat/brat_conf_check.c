/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Checks annotations against annotation.conf: types that it does not list, arguments that it does not allow,
 * and roles that are filled too seldom or too often. */
#include "read/brat/brat.h"

#include <string.h>

/* A suggestion compares with every type, so a document gets at most this many. */
#define MAX_SUGGESTIONS 20

typedef struct {
  const RelataBratReader *reader;
  guint n_suggestions;
} Check;

static void
report_type(Check *check, RelataConfSection section, const char *kind, const RelataBratRecord *record)
{
  g_autofree char *hint = NULL;
  if (check->n_suggestions++ < MAX_SUGGESTIONS)
    hint = relata_annotation_conf_hint(check->reader->conf, section, record->type);
  relata_diagnose(check->reader->diagnostics, RELATA_WARNING, "not-in-annotation-conf", &record->type_where,
                  hint, "%s: annotation.conf lists no %s type %s", record->id, kind, record->type);
}

static gboolean
lists(const Check *check, RelataConfSection section)
{
  return check->reader->conf->types[section]->len > 0;
}

/* Returns a record as it is written: with the type that its line gives. */
static RelataBratRecord
as_written(const RelataBratReader *reader, guint index)
{
  RelataBratRecord record = *relata_brat_record(reader->brat, index);
  record.type = reader->written[index] != NULL ? reader->written[index] : record.type;
  return record;
}

/* Returns the section that an annotation's type belongs to. */
static RelataConfSection
section_of(const RelataBratReader *reader, guint index)
{
  switch (relata_brat_record(reader->brat, index)->kind) {
  case 'E':
    return RELATA_CONF_EVENTS;
  case 'R':
    return RELATA_CONF_RELATIONS;
  default:
    return reader->use[index] == RELATA_BRAT_TRIGGER ? RELATA_CONF_EVENTS : RELATA_CONF_ENTITIES;
  }
}

/* Returns the argument with that role, also without its number: Theme2 is a Theme. */
static const RelataConfArgument *
find_role(const RelataConfType *type, const char *role)
{
  gsize n = strlen(role);
  while (n > 0 && g_ascii_isdigit(role[n - 1]))
    n--;
  const RelataConfArgument *found = NULL;
  for (guint i = 0; i < type->arguments->len; i++) {
    const RelataConfArgument *argument = g_ptr_array_index(type->arguments, i);
    if (strcmp(argument->role, role) == 0)
      return argument;
    if (strlen(argument->role) == n && strncmp(argument->role, role, n) == 0)
      found = argument;
  }
  return found;
}

/* Returns whether the role is known and accepts the annotation that fills it. */
static gboolean
takes(const Check *check, const RelataConfType *type, const RelataBratArgument *argument, gboolean *has_role)
{
  const RelataBratReader *reader = check->reader;
  const RelataConfArgument *expected = find_role(type, argument->role);
  *has_role = expected != NULL;
  return expected != NULL &&
         (argument->record == RELATA_NONE ||
          relata_conf_argument_takes(reader->conf, expected, section_of(reader, argument->record),
                                     as_written(reader, argument->record).type));
}

static void
report_argument(const Check *check, const RelataBratRecord *record, const RelataBratArgument *argument,
                gboolean has_role)
{
  const RelataBratReader *reader = check->reader;
  if (has_role)
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-in-annotation-conf", &argument->where, NULL,
                    "%s: annotation.conf allows no %s as %s of %s", record->id,
                    as_written(reader, argument->record).type, argument->role, record->type);
  else
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-in-annotation-conf", &argument->where, NULL,
                    "%s: annotation.conf gives %s no role %s", record->id, record->type, argument->role);
}

static char *
times(guint n)
{
  return n == 1 ? g_strdup("once") : g_strdup_printf("%u times", n);
}

/* Checks how often one role of an event is filled. */
static void
check_cardinality(const Check *check, const RelataBratRecord *record, const RelataConfType *type,
                  const RelataConfArgument *expected)
{
  const RelataBratReader *reader = check->reader;
  const RelataBratArgument *surplus = NULL;
  guint n = 0;
  for (guint i = 1; i < record->n; i++) {
    const RelataBratArgument *argument = relata_brat_argument(reader->brat, record, i);
    if (find_role(type, argument->role) == expected && ++n > expected->most && surplus == NULL)
      surplus = argument;
  }
  g_autofree char *least = times(expected->least), *most = times(expected->most), *found = times(n);
  if (n < expected->least)
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "role-missing", &record->type_where, NULL,
                    "%s: annotation.conf wants %s of %s %s%s, here it is filled %s", record->id,
                    expected->role, record->type, expected->least == expected->most ? "" : "at least ", least,
                    n == 0 ? "by nothing" : found);
  else if (surplus != NULL)
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "role-repeated", &surplus->where, NULL,
                    "%s: annotation.conf wants %s of %s %s%s, here it is filled %s", record->id,
                    expected->role, record->type, expected->least == expected->most ? "" : "at most ", most,
                    found);
}

static void
check_event(const Check *check, const RelataBratRecord *record, const RelataConfType *type)
{
  for (guint i = 0; i < type->arguments->len; i++)
    check_cardinality(check, record, type, g_ptr_array_index(type->arguments, i));
  for (guint i = 1; i < record->n; i++) {
    const RelataBratArgument *argument = relata_brat_argument(check->reader->brat, record, i);
    gboolean has_role;
    if (!takes(check, type, argument, &has_role))
      report_argument(check, record, argument, has_role);
  }
}

/* Checks a relation. Its type may be listed several times, for several pairs of types; one of
 * these must fit. */
static void
check_relation(const Check *check, const RelataBratRecord *record, const RelataConfType *type)
{
  const RelataBrat *brat = check->reader->brat;
  const RelataBratArgument *wrong = NULL;
  gboolean wrong_has_role = FALSE;
  for (const RelataConfType *variant = type; variant != NULL;) {
    const RelataBratArgument *misfit = NULL;
    gboolean has_role = FALSE;
    for (guint i = 0; i < record->n && misfit == NULL; i++)
      if (!takes(check, variant, relata_brat_argument(brat, record, i), &has_role))
        misfit = relata_brat_argument(brat, record, i);
    if (misfit == NULL)
      return;
    /* Assumes that the variant that fits best is the one meant. */
    if (wrong == NULL || misfit > wrong || (misfit == wrong && has_role && !wrong_has_role)) {
      wrong = misfit;
      wrong_has_role = has_role;
    }
    variant = variant->next != RELATA_NONE
                  ? g_ptr_array_index(check->reader->conf->types[RELATA_CONF_RELATIONS], variant->next)
                  : NULL;
  }
  report_argument(check, record, wrong, wrong_has_role);
}

static void
check_attribute(const Check *check, const RelataBratRecord *record, const RelataConfType *type)
{
  const RelataBratReader *reader = check->reader;
  const RelataConfArgument *values = find_role(type, "Value"), *about = find_role(type, "Arg");
  const RelataBratArgument *argument = relata_brat_argument(reader->brat, record, 0);
  if (values != NULL && record->value != NULL &&
      !relata_conf_argument_takes(reader->conf, values, RELATA_CONF_ATTRIBUTES, record->value))
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-in-annotation-conf", &record->value_where, NULL,
                    "%s: annotation.conf gives %s no value %s", record->id, record->type, record->value);
  if (about != NULL && argument->record != RELATA_NONE) {
    const char *target = as_written(reader, argument->record).type;
    if (!relata_conf_argument_takes(reader->conf, about, section_of(reader, argument->record), target))
      relata_diagnose(reader->diagnostics, RELATA_WARNING, "not-in-annotation-conf", &argument->where, NULL,
                      "%s: annotation.conf gives %s no attribute %s", record->id, target, record->type);
  }
}

static void
check_record(Check *check, const RelataBratRecord *record, guint index)
{
  static const char *const kinds[] = {"entity", "relation", "event", "attribute"};
  const RelataBratReader *reader = check->reader;
  if (record->n == 0 && record->kind != 'T') /* reported already */
    return;
  if (strchr("TREA", record->kind) == NULL || *record->type == '\0')
    return;
  const RelataConfSection section = record->kind == 'A' ? RELATA_CONF_ATTRIBUTES : section_of(reader, index);
  if (!lists(check, section) || (record->kind == 'T' && section == RELATA_CONF_EVENTS))
    return; /* a trigger is checked with its event's line */
  const RelataConfType *type = relata_annotation_conf_find(reader->conf, section, record->type);
  if (type == NULL && section == RELATA_CONF_ENTITIES &&
      relata_annotation_conf_find(reader->conf, RELATA_CONF_EVENTS, record->type) != NULL)
    return; /* a trigger that no event uses is reported elsewhere */
  if (type == NULL)
    report_type(check, section, kinds[section], record);
  else if (record->kind == 'R')
    check_relation(check, record, type);
  else if (record->kind == 'E')
    check_event(check, record, type);
  else if (record->kind == 'A')
    check_attribute(check, record, type);
}

void
relata_brat_check_conf(const RelataBratReader *reader)
{
  Check check = {reader, 0};
  for (guint i = 0; reader->conf != NULL && i < reader->brat->records->len; i++) {
    const RelataBratRecord record = as_written(reader, i);
    check_record(&check, &record, i);
  }
}
