/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/wikidata_terms.h"

#include <cJSON.h>
#include <string.h>

/* Wikidata's precisions of times: each is a power of ten, or a unit of the calendar. */
enum { PRECISION_CENTURY = 7, PRECISION_DECADE, PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY };

static const char *
word(const cJSON *record, const char *key)
{
  const cJSON *item = record != NULL ? relata_json_member(record, key) : NULL;
  return item != NULL ? cJSON_GetStringValue(item) : NULL;
}

RelataWikidataProperty
relata_wikidata_property(const RelataVocabulary *vocabulary, const char *number)
{
  const cJSON *all = relata_vocabulary_part(vocabulary, "properties");
  const cJSON *record = all != NULL ? relata_json_member(all, number) : NULL;
  if (record == NULL)
    return (RelataWikidataProperty){number, NULL, FALSE};
  return (RelataWikidataProperty){word(record, "relation"), word(record, "to"),
                                  cJSON_IsTrue(relata_json_member(record, "tie"))};
}

const char *
relata_wikidata_word(const RelataVocabulary *vocabulary, const char *table, const char *number)
{
  return word(relata_vocabulary_part(vocabulary, table), number);
}

gboolean
relata_wikidata_is_item(const char *string)
{
  return string != NULL && string[0] == 'Q' && string[1] != '\0' &&
         strspn(string + 1, "0123456789") == strlen(string + 1);
}

RelataSnak
relata_wikidata_snak(const cJSON *snak, const cJSON **value)
{
  const char *type = word(snak, "snaktype");
  const cJSON *data = snak != NULL ? relata_json_member(snak, "datavalue") : NULL;
  *value = data != NULL ? relata_json_member(data, "value") : NULL;
  if (g_strcmp0(type, "somevalue") == 0)
    return RELATA_SNAK_SOME;
  if (g_strcmp0(type, "novalue") == 0)
    return RELATA_SNAK_NONE;
  return *value != NULL ? RELATA_SNAK_VALUE : RELATA_SNAK_WRONG;
}

const char *
relata_wikidata_item(const cJSON *snak)
{
  const cJSON *value;
  const char *id = relata_wikidata_snak(snak, &value) == RELATA_SNAK_VALUE ? word(value, "id") : NULL;
  return relata_wikidata_is_item(id) ? id : NULL;
}

const char *
relata_wikidata_text(const cJSON *snak)
{
  const cJSON *value;
  if (relata_wikidata_snak(snak, &value) != RELATA_SNAK_VALUE)
    return NULL;
  return cJSON_IsString(value) ? value->valuestring : word(value, "text");
}

/* Returns the year with four digits; longer ones as EDTF writes them. Wikidata has no year 0: its −1 is the
 * year before 1, which EDTF calls 0. */
static char *
year_of(gint64 written)
{
  const gint64 year = written < 0 ? written + 1 : written, size = ABS(year);
  return g_strdup_printf("%s%s%04" G_GINT64_FORMAT, size > 9999 ? "Y" : "", year < 0 ? "-" : "", size);
}

/* Returns a decade or a century, "197X"; NULL where it is no such date. The 19th century is written as 1801 …
 * 1900. */
static char *
digits_of(gint64 year, int precision)
{
  if (year <= 0 || year > 9999)
    return NULL;
  return precision == PRECISION_DECADE ? g_strdup_printf("%03dX", (int)(year / 10))
                                       : g_strdup_printf("%02dXX", (int)((year - 1) / 100));
}

char *
relata_wikidata_time(const cJSON *snak, gboolean *timed)
{
  const cJSON *value;
  const char *time = relata_wikidata_snak(snak, &value) == RELATA_SNAK_VALUE ? word(value, "time") : NULL;
  const cJSON *precision = time != NULL ? relata_json_member(value, "precision") : NULL;
  if (precision == NULL || !cJSON_IsNumber(precision) || (*time != '+' && *time != '-'))
    return NULL;
  char *end;
  const gint64 year = g_ascii_strtoll(time, &end, 10);
  const int of = (int)precision->valuedouble;
  if (year == 0 || strlen(end) < 6 || end[0] != '-' || end[3] != '-' || ABS(year) > 99999999)
    return NULL;
  if (of < PRECISION_YEAR)
    return of >= PRECISION_CENTURY ? digits_of(year, of) : NULL;
  g_autofree char *years = year_of(year);
  const char *month = end + 1, *day = end + 4;
  if (of == PRECISION_YEAR || strncmp(month, "00", 2) == 0)
    return g_strdup(years);
  if (of == PRECISION_MONTH || strncmp(day, "00", 2) == 0)
    return g_strdup_printf("%s-%.2s", years, month);
  *timed |= of > PRECISION_DAY;
  return g_strdup_printf("%s-%.2s-%.2s", years, month, day);
}
