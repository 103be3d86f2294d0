/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Describes a selection in words. */
#include "network/selection_internal.h"

#include "corpus/names.h"
#include "text/display.h"
#include "text/message.h"

#include <string.h>

/* Returns "a, b and c", with `last` before the last word; each word is in quotation marks if `quoted`. */
static char *
join(const GPtrArray *words, const char *last, gboolean quoted)
{
  GString *joined = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf(joined, "%s%s%s%s",
                           i == 0                ? ""
                           : i + 1 == words->len ? last
                                                 : ", ",
                           quoted ? "“" : "", (const char *)g_ptr_array_index(words, i), quoted ? "”" : "");
  return g_string_free(joined, FALSE);
}

static const char *
label_of(const RelataSelection *selection, RelataFilter filter, const char *name)
{
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  if (filter == RELATA_FILTER_RELATION || filter == RELATA_FILTER_NOT_RELATION)
    return relata_schema_relation_type(schema, relata_schema_resolve_relation_type(schema, name, NULL))
        ->label;
  if (filter == RELATA_FILTER_TYPE || filter == RELATA_FILTER_NOT_TYPE)
    return relata_schema_actor_type(schema, relata_schema_find_actor_type(schema, name))->plural;
  if (filter == RELATA_FILTER_BY) {
    RelataCorpus *corpus = (RelataCorpus *)(gpointer)selection->corpus;
    return relata_corpus_actor(corpus, relata_corpus_resolve_actor(corpus, name, NULL))->name;
  }
  const guint document = relata_corpus_find_document(selection->corpus, name);
  return document != RELATA_NONE ? relata_corpus_document(selection->corpus, document)->title : name;
}

/* Returns the labels of the named values. Borrows from the schema and from `names`. */
static GPtrArray *
labels(const RelataSelection *selection, RelataFilter filter, char **names)
{
  GPtrArray *list = g_ptr_array_new();
  for (char **name = names; *name != NULL; name++)
    if (*g_strstrip(*name) != '\0')
      g_ptr_array_add(list, (gpointer)label_of(selection, filter, *name));
  return list;
}

static GPtrArray *
sign_labels(const RelataIndexSet *signs)
{
  GPtrArray *list = g_ptr_array_new();
  for (int sign = -1; sign <= 1; sign++)
    if (relata_index_set_holds(signs, (guint)(sign + 1)))
      g_ptr_array_add(list, (gpointer)relata_sign_name(sign));
  return list;
}

/* How to describe each filter, in the order of description: when, from what, which. `last` comes before the
 * last of several values; NULL where a filter has only one. */
static const struct {
  RelataFilter filter;
  const char *form, *last;
  gboolean quoted;    /* TRUE for names that do not fit into a sentence */
  const char *reason; /* why it leaves claims out; NULL where it leaves none out */
} tellings[RELATA_N_FILTERS] = {
    {RELATA_FILTER_AS_OF, "as of %s", NULL, FALSE, "by date"},
    {RELATA_FILTER_DURING, "during %s", NULL, FALSE, "by date"},
    {RELATA_FILTER_SURELY, "surely so", NULL, FALSE, NULL},
    {RELATA_FILTER_POSSIBLY, "possibly so", NULL, FALSE, NULL},
    {RELATA_FILTER_KNOWN_BY, "published by %s", NULL, FALSE, "by date of publication"},
    {RELATA_FILTER_DATED, "dated claims only", NULL, FALSE, "as undated"},
    {RELATA_FILTER_DOCUMENT, "according to %s", " and ", TRUE, "by document"},
    {RELATA_FILTER_NOT_DOCUMENT, "without %s", " and ", TRUE, "by document"},
    {RELATA_FILTER_BY, "as %s says", " or ", FALSE, "by who says so"},
    {RELATA_FILTER_RELATION, "%s", ", ", FALSE, "by relation"},
    {RELATA_FILTER_NOT_RELATION, "all relations but %s", " and ", TRUE, "by relation"},
    {RELATA_FILTER_SIGN, "%s relations", " and ", FALSE, "by sign"},
    {RELATA_FILTER_TYPE, "only %s", ", ", FALSE, "by type of actor"},
    {RELATA_FILTER_NOT_TYPE, "without %s", ", ", FALSE, "by type of actor"},
    {RELATA_FILTER_CERTAINTY, "at least %s claims", NULL, FALSE, "by certainty"},
    {RELATA_FILTER_MIN_GRADE, "claims graded %s or better", NULL, FALSE, "by grade"},
    {RELATA_FILTER_UNDISPUTED, "undisputed ties only", NULL, FALSE, NULL},
    {RELATA_FILTER_CORROBORATION, "each tie affirmed by at least %s independent sources", NULL, FALSE, NULL},
    {RELATA_FILTER_REPORTING, "reports included", NULL, FALSE, "as reports"},
};

static char *
filter_in_words(const RelataSelection *selection, guint telling)
{
  const RelataFilter filter = tellings[telling].filter;
  const char *form = tellings[telling].form, *last = tellings[telling].last;
  g_auto(GStrv) names =
      g_strsplit(selection->values[filter] != NULL ? selection->values[filter] : "", ",", -1);
  g_autofree char *value = NULL;
  if (last != NULL) {
    g_autoptr(GPtrArray) list = filter == RELATA_FILTER_SIGN ? sign_labels(&selection->sets[filter])
                                                             : labels(selection, filter, names);
    value = join(list, last, tellings[telling].quoted);
  } else if (filter == RELATA_FILTER_AS_OF || filter == RELATA_FILTER_DURING ||
             filter == RELATA_FILTER_KNOWN_BY) {
    const RelataDate *date = &selection->dates[filter];
    value = relata_date_asked_in_words(date);
    /* "since 2014" and "until 2021" need no word before them. */
    if (filter == RELATA_FILTER_DURING &&
        (date->begin_min == RELATA_DAY_MIN || date->end_max == RELATA_DAY_MAX))
      form = "%s";
  } else {
    value = g_strdup(selection->values[filter]);
  }
  if (filter == RELATA_FILTER_CERTAINTY)
    form = g_str_equal(value, "certain") ? "%s claims only" : form;
  if (filter == RELATA_FILTER_CORROBORATION && relata_selection_min_corroboration(selection) == 1)
    form = "each tie affirmed by at least %s source";
  g_auto(GStrv) parts = g_strsplit(form, "%s", 2);
  return parts[1] != NULL ? g_strconcat(parts[0], value, parts[1], NULL) : g_strdup(parts[0]);
}

static void
append_part(GString *words, const char *part)
{
  g_string_append_printf(words, "%s%s", words->len > 0 ? "; " : "", part);
}

char *
relata_selection_in_words_of(const RelataSelection *selection, const char *extent)
{
  g_return_val_if_fail(selection != NULL, NULL);
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < RELATA_N_FILTERS; i++) {
    /* Where the selection names documents, it need not give their number. */
    if (tellings[i].filter == RELATA_FILTER_RELATION && extent != NULL &&
        !relata_selection_is_set(selection, RELATA_FILTER_DOCUMENT))
      append_part(words, extent);
    if (!relata_selection_is_set(selection, tellings[i].filter))
      continue;
    g_autofree char *part = filter_in_words(selection, i);
    g_autofree char *safe = relata_display_safe(part);
    append_part(words, safe);
  }
  return g_string_free(words, FALSE);
}

char *
relata_selection_in_words(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, NULL);
  g_autofree char *words = relata_selection_in_words_of(selection, NULL);
  if (words[0] != '\0')
    return g_steal_pointer(&words);
  const guint n_types = relata_schema_relation_types(relata_corpus_schema(selection->corpus))->len;
  gboolean reports = FALSE;
  for (guint i = 0; i < n_types; i++)
    reports = reports || relata_selection_leaves_out_reports(selection, i);
  return g_strdup(reports ? "everything but who reports on whom" : "everything");
}

char *
relata_selection_losses_in_words(const guint *n_removed, guint n_claims)
{
  g_return_val_if_fail(n_removed != NULL, NULL);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < RELATA_N_FILTERS; i++)
    if (tellings[i].reason != NULL && n_removed[tellings[i].filter] > 0)
      g_ptr_array_add(parts, g_strdup_printf("%u %s", n_removed[tellings[i].filter], tellings[i].reason));
  if (parts->len == 0)
    return NULL;
  g_autofree char *list = join(parts, " and ", FALSE);
  return g_strdup_printf("Of %u claim%s the selection leaves out %s%s.", n_claims, relata_plural(n_claims),
                         list, parts->len > 1 ? ", some for more than one reason" : "");
}
