/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures: what they belong to, and their numbers in words. */
#include "corpus/internal.h"

#include "text/message.h"

#include <math.h>

static void
append_number(GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(out, g_ascii_formatd(text, sizeof text, "%.15g", number));
}

static void
append_range(GString *out, const RelataFigure *figure)
{
  if (isnan(figure->max)) {
    g_string_append(out, "at least ");
    append_number(out, figure->min);
  } else if (isnan(figure->min)) {
    g_string_append(out, "at most ");
    append_number(out, figure->max);
  } else {
    append_number(out, figure->min);
    if (figure->max > figure->min || figure->max < figure->min) {
      g_string_append(out, "–");
      append_number(out, figure->max);
    }
  }
}

static gboolean
is_empty(const RelataFigure *figure)
{
  return figure->min > figure->max;
}

static gboolean
is_outside(const RelataFigure *figure)
{
  return figure->best < figure->min || figure->best > figure->max;
}

gboolean
relata_figure_contradicts_itself(const RelataFigure *figure)
{
  g_return_val_if_fail(figure != NULL, FALSE);
  return is_empty(figure) || is_outside(figure);
}

/* Appends the best estimate of a range, unless the range is that one number; and what is wrong with it. */
static void
append_best(GString *out, const RelataFigure *figure)
{
  const gboolean empty = is_empty(figure), outside = !empty && is_outside(figure);
  const gboolean single = figure->min >= figure->max && !empty;
  if (empty)
    g_string_append(out, isnan(figure->best) ? " (an empty range)" : " (an empty range; best ");
  else if (!isnan(figure->best) && (!single || outside))
    g_string_append(out, " (best ");
  else
    return;
  if (isnan(figure->best))
    return;
  append_number(out, figure->best);
  g_string_append(out, outside ? ", outside the range)" : ")");
}

char *
relata_corpus_figure_in_words(const RelataCorpus *corpus, const RelataFigure *figure)
{
  g_return_val_if_fail(corpus != NULL && figure != NULL, NULL);
  const char *unit =
      figure->unit != NULL ? figure->unit : relata_schema_measure(corpus->schema, figure->measure)->unit;
  GString *words = g_string_new(NULL);
  if (!isnan(figure->min) || !isnan(figure->max)) {
    append_range(words, figure);
    append_best(words, figure);
  } else if (!isnan(figure->best)) {
    g_string_append(words, "about ");
    append_number(words, figure->best);
  } else {
    g_string_append(words, "not given");
  }
  if (*unit != '\0')
    g_string_append_printf(words, " %s", unit);
  return g_string_free(words, FALSE);
}

static void
free_figures(gpointer figures)
{
  g_array_unref(figures);
}

static void
add_to_claim(RelataCorpus *corpus, const char *id, guint figure)
{
  GArray *figures = g_hash_table_lookup(corpus->figures_of_claims, id);
  if (figures == NULL) {
    figures = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(corpus->figures_of_claims, (gpointer)id, figures);
  }
  g_array_append_val(figures, figure);
}

/* Returns the ids of all claims with their index + 1. */
static GHashTable *
claims_by_id(const RelataCorpus *corpus)
{
  GHashTable *by_id = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < corpus->claims->len; i++)
    g_hash_table_insert(by_id, (gpointer)relata_corpus_claim(corpus, i)->said.id, GUINT_TO_POINTER(i + 1));
  return by_id;
}

static void
complain_of_claim(const RelataCorpus *corpus, const RelataFigure *figure, RelataDiagnostics *diagnostics)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (guint i = 0; i < corpus->claims->len; i++)
    g_ptr_array_add(ids, (gpointer)relata_corpus_claim(corpus, i)->said.id);
  g_autofree char *hint = relata_hint(figure->of_claim, (const char *const *)ids->pdata, ids->len, '\'');
  relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "unknown-reference", &figure->said.where, hint,
                  "figure '%s' belongs to no known claim: there is no '%s'", figure->said.id,
                  figure->of_claim);
}

void
relata_figures_find_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  g_autoptr(GHashTable) by_id = NULL;
  corpus->figures_of_claims = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_figures);
  for (guint i = 0; i < corpus->figures->len; i++) {
    RelataFigure *figure = &g_array_index(corpus->figures, RelataFigure, i);
    if (figure->of_claim == NULL)
      continue;
    if (by_id == NULL)
      by_id = claims_by_id(corpus);
    figure->claim = GPOINTER_TO_UINT(g_hash_table_lookup(by_id, figure->of_claim)) - 1;
    if (figure->claim == RELATA_NONE)
      complain_of_claim(corpus, figure, diagnostics);
    else
      add_to_claim(corpus, relata_corpus_claim(corpus, figure->claim)->said.id, i);
  }
}

const GArray *
relata_corpus_figures_of_claim(const RelataCorpus *corpus, const char *claim_id)
{
  g_return_val_if_fail(corpus != NULL && claim_id != NULL, NULL);
  return corpus->figures_of_claims != NULL ? g_hash_table_lookup(corpus->figures_of_claims, claim_id) : NULL;
}

void
relata_figures_check(const RelataFigure *figure, RelataDiagnostics *diagnostics)
{
  if (is_empty(figure))
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "empty-range", &figure->said.where, NULL,
                    "figure '%s' has a minimum of %.15g and a maximum of %.15g", figure->said.id, figure->min,
                    figure->max);
  else if (is_outside(figure))
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "best-outside-range", &figure->said.where,
                    "\"best\" lies between \"min\" and \"max\"",
                    "figure '%s' has a best estimate of %.15g, which is outside its range", figure->said.id,
                    figure->best);
}
