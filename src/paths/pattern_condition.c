/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/pattern_condition.h"

#include "text/error.h"
#include "text/message.h"

#include <string.h>

static void
clear_condition(gpointer data)
{
  g_free(((RelataPatternCondition *)data)->value);
}

/* Returns the filter of that name; RELATA_N_FILTERS with an error where it is no condition. */
static RelataFilter
find_filter(RelataPatternScan *scan, const char *at, const char *name)
{
  const char *names[RELATA_N_FILTERS];
  guint n = 0;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    if (filter == RELATA_FILTER_REPORTING)
      continue;
    names[n++] = relata_filters[filter].name;
    if (strcmp(relata_filters[filter].name, name) == 0)
      return filter;
  }
  g_autoptr(GError) error = NULL;
  if (strcmp(name, relata_filters[RELATA_FILTER_REPORTING].name) == 0) {
    relata_scan_fail(
        scan, at, RELATA_ERROR_VALUE,
        "a condition of a hop lets less pass, and this would let more: name the relation instead");
    return RELATA_N_FILTERS;
  }
  relata_unknown(&error, RELATA_ERROR_UNKNOWN_NAME, "condition of a hop", name, names, n);
  relata_scan_fail(scan, at, RELATA_ERROR_UNKNOWN_NAME, error->message);
  return RELATA_N_FILTERS;
}

/* Reads "=a|b" and returns "a,b". *first is set to where the value begins. */
static char *
read_value(RelataPatternScan *scan, RelataFilter filter, const char **first)
{
  g_autoptr(GString) value = g_string_new(NULL);
  if (!relata_scan_take(scan, '=')) {
    g_autofree char *what = g_strdup_printf("'=' and %s", relata_filters[filter].argument);
    relata_scan_expect(scan, what);
    return NULL;
  }
  relata_scan_space(scan);
  *first = scan->at;
  do {
    g_autofree char *one = relata_scan_name(scan, "|,]");
    if (one == NULL) {
      relata_scan_expect(scan, relata_filters[filter].argument);
      return NULL;
    }
    g_string_append_printf(value, "%s%s", value->len > 0 ? "," : "", one);
  } while (relata_scan_take(scan, '|'));
  return g_string_free(g_steal_pointer(&value), FALSE);
}

/* Checks a value as the selection does. Its message begins with the option's name, which the pattern shows.
 */
static gboolean
check_value(RelataPatternScan *scan, RelataSelection *trial, const RelataPatternCondition *condition,
            const char *at)
{
  g_autoptr(GError) error = NULL;
  if (relata_selection_set(trial, condition->filter, condition->value, &error))
    return TRUE;
  return relata_scan_fail(scan, at, error->code, error->message);
}

static gboolean
read_one(RelataPatternScan *scan, RelataSelection *trial, GArray *conditions)
{
  relata_scan_space(scan);
  const char *begin = scan->at, *at = begin;
  g_autofree char *name = relata_scan_name(scan, "=,]|");
  if (name == NULL)
    return relata_scan_expect(scan, "a condition, as during=2021,");
  RelataPatternCondition condition = {.filter = find_filter(scan, begin, name)};
  if (condition.filter == RELATA_N_FILTERS)
    return FALSE;
  if (relata_selection_is_set(trial, condition.filter))
    return relata_scan_fail(scan, begin, RELATA_ERROR_VALUE,
                            "this condition is given twice: several values are written a|b");
  if (relata_filters[condition.filter].argument != NULL) {
    condition.value = read_value(scan, condition.filter, &at);
    if (condition.value == NULL)
      return FALSE;
  }
  condition.begin = (guint)(begin - scan->text);
  condition.end = (guint)(scan->at - scan->text);
  while (g_ascii_isspace(scan->text[condition.end - 1]))
    condition.end--;
  g_array_append_val(conditions, condition);
  return check_value(scan, trial, &condition, at);
}

GArray *
relata_conditions_read(RelataPatternScan *scan, const RelataCorpus *corpus)
{
  g_autoptr(RelataSelection) trial = relata_selection_new(corpus);
  g_autoptr(GArray) conditions = g_array_new(FALSE, FALSE, sizeof(RelataPatternCondition));
  g_array_set_clear_func(conditions, clear_condition);
  const char *begin = scan->at;
  do {
    if (!read_one(scan, trial, conditions))
      return NULL;
  } while (relata_scan_take(scan, ','));
  if (!relata_scan_take(scan, ']')) {
    relata_scan_expect(scan, "',' or ']'");
    return NULL;
  }
  if (relata_selection_reading(trial) != RELATA_PRESUMABLY && !relata_selection_asks_days(trial)) {
    relata_scan_fail(
        scan, begin, RELATA_ERROR_VALUE,
        "this says how dates are read, but no condition of the hop asks about days: add as-of or "
        "during");
    return NULL;
  }
  return g_steal_pointer(&conditions);
}

void
relata_conditions_apply(const GArray *conditions, RelataSelection *selection)
{
  static const RelataFilter days[] = {RELATA_FILTER_AS_OF, RELATA_FILTER_DURING, RELATA_FILTER_SURELY,
                                      RELATA_FILTER_POSSIBLY};
  gboolean asks = FALSE;
  for (guint i = 0; i < conditions->len; i++) {
    const RelataFilter filter = g_array_index(conditions, RelataPatternCondition, i).filter;
    asks = asks || filter == RELATA_FILTER_AS_OF || filter == RELATA_FILTER_DURING;
    relata_selection_clear(selection, filter);
  }
  for (guint i = 0; asks && i < G_N_ELEMENTS(days); i++) /* other days, in their own reading */
    relata_selection_clear(selection, days[i]);
  for (guint i = 0; i < conditions->len; i++) {
    const RelataPatternCondition *one = &g_array_index(conditions, RelataPatternCondition, i);
    relata_selection_set(selection, one->filter, one->value, NULL);
  }
}
