/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes the types of relations, events and marks from their attributes, where a tool wrote the name of a
 * layer as their type: "R1 custom_Relation Arg1:T1 Arg2:T2" with "A1 label R1 works-for". */
#include "read/brat/brat.h"

#include "text/name.h"
#include "text/words.h"

#include <string.h>

/* In bytes; longer values are remarks. */
#define MAX_LABEL 200

static gboolean
is_generic(const char *type)
{
  g_autofree char *words = relata_name_words(type);
  g_auto(GStrv) split = g_strsplit(words, " ", -1);
  g_autoptr(GString) rest = g_string_new(NULL);
  for (char **word = split; *word != NULL; word++) {
    const char *known = relata_words_find("generic-types", *word);
    if (known == NULL || strcmp(known, "layer") != 0)
      g_string_append_printf(rest, "%s%s", rest->len > 0 ? " " : "", *word);
  }
  return rest->len == 0 || relata_words_find("generic-types", rest->str) != NULL;
}

/* Returns whether the value can name a type: words, and no number, truth value or blank. */
static gboolean
names_type(const char *value)
{
  static const char *const blanks[] = {"true", "false", "null", "none", "yes", "no"};
  const gunichar first = value != NULL ? g_utf8_get_char(value) : 0;
  if (value == NULL || !g_unichar_isalpha(first) || strlen(value) > MAX_LABEL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
    if (g_ascii_strcasecmp(value, blanks[i]) == 0)
      return FALSE;
  return TRUE;
}

/* Returns how an attribute of that name holds a type: "always", "generic", or NULL. Its name may begin with
 * the type that it is an attribute of, "Dependency_DependencyType". */
static const char *
holds_type(const char *name, const char *type)
{
  g_autofree char *words = relata_name_words(name);
  g_autofree char *of = relata_name_words(type);
  const gsize n = strlen(of);
  const char *held = relata_words_find("labels", words);
  if (held == NULL && strncmp(words, of, n) == 0 && words[n] == ' ')
    held = relata_words_find("labels", words + n + 1);
  return held;
}

/* Returns the value among the attributes about `index` that is the type of the record; NULL where none is.
 * What holds it always goes before what may. */
static const char *
find_label(const RelataBratReader *reader, guint index, const RelataBratRecord *record)
{
  if (reader->first_about[index] == RELATA_NONE)
    return NULL;
  const gboolean generic = is_generic(record->type);
  const char *found = NULL;
  for (guint i = reader->first_about[index]; i != RELATA_NONE; i = reader->next_about[i]) {
    const RelataBratRecord *about = relata_brat_record(reader->brat, i);
    const char *held =
        about->kind == 'A' && names_type(about->value) ? holds_type(about->type, record->type) : NULL;
    if (held == NULL || (!generic && (record->kind != 'R' || strcmp(held, "always") != 0)))
      continue;
    if (strcmp(held, "always") == 0)
      return about->value;
    found = found != NULL ? found : about->value;
  }
  return found;
}

void
relata_brat_label(RelataBratReader *reader, RelataBrat *brat)
{
  for (guint i = 0; i < brat->records->len; i++) {
    RelataBratRecord *record = relata_brat_record(brat, i);
    if (strchr("TRE", record->kind) == NULL || record->type == NULL ||
        (record->kind != 'T' && record->n == 0))
      continue;
    const char *label = find_label(reader, i, record);
    const guint trigger = record->kind == 'E' ? relata_brat_argument(brat, record, 0)->record : RELATA_NONE;
    if (label == NULL && trigger != RELATA_NONE)
      label = find_label(reader, trigger, record);
    if (label == NULL)
      continue;
    reader->written[i] = record->type;
    record->type = label;
  }
}
