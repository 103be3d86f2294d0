/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the files of a plan in its order, each by its format, and finishes the corpus. */
#include "read/read.h"

#include "corpus/identity.h"
#include "read/beside.h"
#include "read/decode.h"
#include "read/named_dates.h"
#include "read/plan.h"
#include "read/recognise.h"
#include "text/message.h"

static gboolean
load(const RelataPlan *plan, RelataPlanItem *item, GError **error)
{
  if (item->source == NULL && item->outright) {
    item->source = relata_source_open(item->path, item->path, plan->options->encoding, error);
  } else if (item->source == NULL) {
    g_autofree char *name = g_path_get_basename(item->path);
    item->source = relata_open_beside(item->path, name, plan->options->encoding, error);
  }
  if (item->source == NULL || !relata_source_load(item->source, !item->format->in_pieces, error))
    return FALSE;
  g_autofree char *folder = g_path_get_dirname(item->shown);
  relata_corpus_enter(plan->corpus, item->registry != NULL ? item->registry : folder);
  RelataInput input = relata_source_input(item->source, item->path, item->shown);
  input.partial = item->partial;
  input.map = plan->options->map;
  input.options = plan->options->options;
  input.account = item->account;
  input.name = item->name.id != NULL ? &item->name : NULL;
  const gboolean ok = item->format->read(plan->corpus, &input, plan->diagnostics, error);
  g_clear_pointer(&item->source, relata_source_free);
  return ok;
}

/* Reads a file. If it cannot be read and the user named it, the whole call fails; a file of a folder is
 * reported and left out. */
static gboolean
read_item(const RelataPlan *plan, RelataPlanItem *item, GError **error)
{
  g_autoptr(GError) reason = NULL;
  if (load(plan, item, &reason))
    return TRUE;
  if (item->outright) {
    g_propagate_error(error, g_steal_pointer(&reason));
    return FALSE;
  }
  relata_plan_lose(plan, item->path, reason->message);
  return TRUE;
}

static gboolean
is_empty(const RelataCorpus *corpus)
{
  return relata_corpus_n_documents(corpus) + relata_corpus_n_actors(corpus) + relata_corpus_n_claims(corpus) +
             relata_corpus_n_events(corpus) + relata_corpus_n_figures(corpus) +
             relata_corpus_n_mentions(corpus) ==
         0;
}

/* Returns whether something was read, and whether the caller can learn of what was not. */
static gboolean
is_usable(const RelataPlan *plan, GError **error)
{
  const guint n_errors = relata_diagnostics_count(plan->diagnostics, RELATA_ERROR_IN_DATA);
  const guint n_lost = relata_diagnostics_count(plan->diagnostics, RELATA_LOSS);
  if (is_empty(plan->corpus) && n_lost > 0)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_INPUT, "nothing is left of what could be read");
  else if (is_empty(plan->corpus) && n_errors > 0)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "nothing that was read can be used: %u error%s in the data", n_errors,
                relata_plural(n_errors));
  else if (plan->unheard && n_lost > 0)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_INPUT, "a part of the corpus could not be read");
  else
    return TRUE;
  return FALSE;
}

static void
report_accounts(const RelataPlan *plan)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new();
  for (guint i = 0; i < plan->items->len; i++)
    g_ptr_array_add(accounts, g_array_index(plan->items, RelataPlanItem, i).account);
  relata_accounts_report((RelataAccount *const *)accounts->pdata, accounts->len, plan->corpus,
                         plan->diagnostics);
}

static gboolean
read_all(RelataPlan *plan, GError **error)
{
  if (!relata_plan_settle(plan, error))
    return FALSE;
  for (guint i = 0; i < plan->items->len; i++)
    if (!read_item(plan, &g_array_index(plan->items, RelataPlanItem, i), error))
      return FALSE;
  if (!is_usable(plan, error))
    return FALSE;
  relata_named_dates_set(plan->corpus, plan->diagnostics);
  relata_corpus_finish(plan->corpus, plan->diagnostics);
  report_accounts(plan);
  return TRUE;
}

/* Takes what was asked for, and adds the schema. FALSE with *error. */
static gboolean
take_options(RelataPlan *plan, GError **error)
{
  const RelataReadOptions *options = plan->options;
  const char *format = options->format != NULL ? options->format : options->map != NULL ? "csv" : NULL;
  if (format != NULL && (plan->asked = relata_input_format_find(format, error)) == NULL)
    return FALSE;
  if (!relata_encoding_check(options->encoding, error))
    return FALSE;
  for (guint i = 0; options->options != NULL && options->options[i] != NULL; i++)
    if (!relata_reader_option_check(options->options[i], error))
      return FALSE;
  if (options->documents_apart)
    relata_corpus_keep_documents_apart(plan->corpus);
  if (options->keep_missing)
    relata_corpus_keep_missing(plan->corpus);
  if (options->schema != NULL)
    relata_plan_add(plan, options->schema, relata_input_format_find("schema", NULL), TRUE, NULL);
  return TRUE;
}

RelataCorpus *
relata_read(const char *const *paths, guint n_paths, const RelataReadOptions *options,
            RelataDiagnostics *diagnostics, GError **error)
{
  g_return_val_if_fail(paths != NULL || n_paths == 0, NULL);
  for (guint i = 0; i < n_paths; i++)
    g_return_val_if_fail(paths[i] != NULL, NULL);
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1); /* still counts errors */
  const RelataReadOptions by_default = {0};
  RelataPlan plan = {.corpus = corpus,
                     .diagnostics = diagnostics != NULL ? diagnostics : unheard,
                     .options = options != NULL ? options : &by_default,
                     .unheard = diagnostics == NULL};
  relata_plan_begin(&plan);
  gboolean ok = take_options(&plan, error);
  for (guint i = 0; i < n_paths && ok; i++)
    ok = relata_plan_add_path(&plan, paths[i], error);
  ok = ok && read_all(&plan, error);
  relata_plan_end(&plan);
  return ok ? g_steal_pointer(&corpus) : NULL;
}
