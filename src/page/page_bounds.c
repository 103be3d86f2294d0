/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/page_bounds.h"

#include "corpus/grade.h"
#include "page/page_time.h"
#include "text/display.h"

static void
add(cJSON *object, const char *key, cJSON *value)
{
  cJSON_AddItemToObjectCS(object, key, value);
}

/* Returns the words of a filter, made safe to show; null for a switch. */
static cJSON *
words(const RelataSelection *selection, RelataFilter filter)
{
  if (relata_filters[filter].argument == NULL)
    return cJSON_CreateNull();
  g_autofree char *safe = relata_display_safe(relata_selection_value(selection, filter));
  return cJSON_CreateString(safe);
}

static cJSON *
day_or_null(gint32 day)
{
  return day != RELATA_DAY_MIN && day != RELATA_DAY_MAX ? cJSON_CreateNumber(day) : cJSON_CreateNull();
}

/* Returns which of the reader's filters could bring back what the page does not have: less evidence, a state
 * that it ended or a tie that it disputed; other days, a tie that is disputed on some. */
static cJSON *
left_out(const RelataNetwork *network)
{
  cJSON *record = cJSON_CreateObject();
  const gboolean disputed = network->n_ties_disputed > 0;
  add(record, "evidence", cJSON_CreateBool(disputed || relata_page_time_left_out(network)));
  add(record, "days", cJSON_CreateBool(disputed));
  return record;
}

cJSON *
relata_page_options(const RelataSelection *selection)
{
  cJSON *list = cJSON_CreateArray();
  for (guint i = 0; i < RELATA_N_FILTERS; i++) {
    if (!relata_selection_is_set(selection, i))
      continue;
    cJSON *pair = cJSON_CreateArray();
    cJSON_AddItemToArray(pair, cJSON_CreateString(relata_filters[i].name));
    cJSON_AddItemToArray(pair, words(selection, i));
    cJSON_AddItemToArray(list, pair);
  }
  return list;
}

static cJSON *
first_and_last(const RelataDate *date)
{
  if (date == NULL)
    return cJSON_CreateNull();
  cJSON *array = cJSON_CreateArray();
  cJSON_AddItemToArray(array, day_or_null(date->begin_min));
  cJSON_AddItemToArray(array, day_or_null(date->end_max));
  return array;
}

/* Returns the least grade that is asked for, as it is written; null where none is. */
static cJSON *
min_grade(const RelataSelection *selection)
{
  const char *value = relata_selection_value(selection, RELATA_FILTER_MIN_GRADE);
  RelataGrade grade = {0};
  g_autofree char *words =
      value != NULL && relata_grade_parse(value, &grade) ? relata_grade_in_words(grade) : NULL;
  return words != NULL ? cJSON_CreateString(words) : cJSON_CreateNull();
}

cJSON *
relata_page_bounds(const RelataNetwork *network, const RelataSelection *selection)
{
  cJSON *record = cJSON_CreateObject(), *signs = cJSON_CreateArray();
  for (int sign = -1; sign <= 1; sign++)
    if (relata_selection_has_sign(selection, sign))
      cJSON_AddItemToArray(signs, cJSON_CreateNumber(sign));
  add(record, "signs", signs);
  add(record, "certainty", cJSON_CreateNumber(relata_selection_min_certainty(selection)));
  add(record, "grade", min_grade(selection));
  add(record, "corroboration", cJSON_CreateNumber(relata_selection_min_corroboration(selection)));
  add(record, "as_of", first_and_last(relata_selection_date(selection, RELATA_FILTER_AS_OF)));
  add(record, "during", first_and_last(relata_selection_date(selection, RELATA_FILTER_DURING)));
  add(record, "reading", cJSON_CreateString(relata_reading_name(relata_selection_reading(selection))));
  add(record, "undisputed", cJSON_CreateBool(relata_selection_is_set(selection, RELATA_FILTER_UNDISPUTED)));
  add(record, "left_out", left_out(network));
  return record;
}
