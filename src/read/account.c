/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/account.h"

#include "text/message.h"
#include "text/plural.h"

#include <string.h>

/* Names with how often each was counted, in the order found. */
typedef struct {
  GPtrArray *names; /* owned */
  GHashTable *n_of; /* name → how often */
} Counts;

/* What is in the finished corpus of one file. */
typedef enum { DOCUMENTS, ACTORS, EVENTS, CLAIMS, FIGURES, DATED, EVIDENCED, N_TAKEN } Taken;

struct RelataAccount {
  const char *shown;
  const char *as, *record, *part; /* NULL: there is nothing to report */
  guint n_records;
  guint n_remarks[RELATA_N_REMARKS];
  guint taken[N_TAKEN];
  Counts left_out, unused, proposed;
};

static Counts
counts_new(void)
{
  return (Counts){g_ptr_array_new_with_free_func(g_free), g_hash_table_new(g_str_hash, g_str_equal)};
}

static void
counts_add(Counts *counts, const char *name)
{
  gpointer known = NULL, n = NULL;
  if (!g_hash_table_lookup_extended(counts->n_of, name, &known, &n)) {
    known = g_strdup(name);
    g_ptr_array_add(counts->names, known);
  }
  g_hash_table_insert(counts->n_of, known, GUINT_TO_POINTER(GPOINTER_TO_UINT(n) + 1));
}

static guint
counts_of(const Counts *counts, guint i)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(counts->n_of, g_ptr_array_index(counts->names, i)));
}

static void
counts_free(Counts *counts)
{
  g_hash_table_unref(counts->n_of);
  g_ptr_array_unref(counts->names);
}

RelataAccount *
relata_account_new(const char *shown)
{
  RelataAccount *account = g_new0(RelataAccount, 1);
  account->shown = shown;
  account->left_out = counts_new();
  account->unused = counts_new();
  account->proposed = counts_new();
  return account;
}

void
relata_account_free(RelataAccount *account)
{
  if (account == NULL)
    return;
  counts_free(&account->left_out);
  counts_free(&account->unused);
  counts_free(&account->proposed);
  g_free(account);
}

void
relata_account_begin(RelataAccount *account, const char *as, const char *record, const char *part)
{
  if (account == NULL)
    return;
  account->as = as;
  account->record = record;
  account->part = part;
}

void
relata_account_record(RelataAccount *account)
{
  if (account != NULL)
    account->n_records++;
}

void
relata_account_leave_out(RelataAccount *account, const char *why)
{
  if (account != NULL)
    counts_add(&account->left_out, why);
}

void
relata_account_propose(RelataAccount *account, const char *a, const char *b)
{
  if (account == NULL)
    return;
  g_autofree char *pair =
      strcmp(a, b) <= 0 ? g_strdup_printf("'%s' and '%s'", a, b) : g_strdup_printf("'%s' and '%s'", b, a);
  counts_add(&account->proposed, pair);
}

void
relata_account_unused(RelataAccount *account, const char *part)
{
  if (account != NULL)
    counts_add(&account->unused, part);
}

void
relata_account_remark(RelataAccount *account, RelataRemark remark)
{
  if (account != NULL)
    account->n_remarks[remark]++;
}

/* ── What the corpus has of each file ── */

static RelataAccount *
account_of(GHashTable *by_file, const char *file)
{
  return file != NULL ? g_hash_table_lookup(by_file, file) : NULL;
}

static void
count_claims(GHashTable *by_file, const RelataCorpus *corpus)
{
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataStatement *said = &relata_corpus_claim(corpus, i)->said;
    RelataAccount *account = account_of(by_file, said->where.file);
    if (account == NULL)
      continue;
    account->taken[CLAIMS]++;
    account->taken[DATED] += relata_date_is_set(&said->when) ? 1 : 0;
    account->taken[EVIDENCED] += said->quote != NULL || relata_span_is_set(said->span) ? 1 : 0;
  }
}

static void
count_at(GHashTable *by_file, const char *file, Taken what)
{
  RelataAccount *account = account_of(by_file, file);
  if (account != NULL)
    account->taken[what]++;
}

static void
count_all(GHashTable *by_file, const RelataCorpus *corpus)
{
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++)
    count_at(by_file, relata_corpus_document(corpus, i)->where.file, DOCUMENTS);
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++)
    count_at(by_file, relata_corpus_actor(corpus, i)->where.file, ACTORS);
  for (guint i = 0; i < relata_corpus_n_events(corpus); i++)
    count_at(by_file, relata_corpus_event(corpus, i)->said.where.file, EVENTS);
  for (guint i = 0; i < relata_corpus_n_figures(corpus); i++)
    count_at(by_file, relata_corpus_figure(corpus, i)->said.where.file, FIGURES);
  count_claims(by_file, corpus);
}

/* ── Reports ── */

static const struct {
  const char *code, *one, *many; /* how many comes before */
} remarks[RELATA_N_REMARKS] = {
    [RELATA_REMARK_TIMED] = {"time-of-day", "time of day is dropped: a date is a day",
                             "times of day are dropped: a date is a day"},
    [RELATA_REMARK_SOURCELESS] = {"no-source", "record names no source: the file itself is its document",
                                  "records name no source: the file itself is their document"},
    [RELATA_REMARK_UNTYPED] = {"no-relation", "claim has no relation: it is called \"related\"",
                               "claims have no relation: it is called \"related\""},
    [RELATA_REMARK_SHORT] = {"short-rows",
                             "row has fewer fields than the header: the last ones are taken as empty",
                             "rows have fewer fields than the header: the last ones are taken as empty"},
    [RELATA_REMARK_UNIT] = {"offset-unit", "span is not in code points: what it marks says where it is",
                            "spans are not in code points: what they mark says where each is"},
    [RELATA_REMARK_WEIGHT] = {"weight",
                              "claim has a weight, and nothing says of what: it is kept in the claim's note",
                              "claims have a weight, and nothing says of what: it is kept in their notes"},
    [RELATA_REMARK_NO_SCHEMA] =
        {"unknown-schema", "entity is of a schema that is not known: it is an actor of that type",
         "entities are of schemata that are not known: they are actors of those types"},
    [RELATA_REMARK_NUMBERED] = {"no-name", "actor is called by its number: no file says its name",
                                "actors are called by their numbers: no file says their names"},
};

static void
append_taken(GString *words, const RelataAccount *account)
{
  static const char *const nouns[] = {"document", "actor", "event", "claim", "figure"};
  for (guint i = DOCUMENTS; i <= FIGURES; i++) {
    const gboolean told = account->taken[i] > 0 || i == ACTORS || i == CLAIMS;
    if (!told)
      continue;
    g_string_append_printf(words, ", %u %s%s", account->taken[i], nouns[i], relata_plural(account->taken[i]));
    if (i == CLAIMS && account->taken[i] > 0)
      g_string_append_printf(words, " (%u dated, %u with evidence)", account->taken[DATED],
                             account->taken[EVIDENCED]);
  }
}

static void
report_taken(const RelataAccount *account, RelataDiagnostics *diagnostics)
{
  const RelataPlace where = {account->shown, 0, 0};
  g_autofree char *many = relata_plural_of(account->record);
  g_autoptr(GString) words = g_string_new(NULL);
  g_string_append_printf(words, "read as %s: %u %s", account->as, account->n_records,
                         account->n_records == 1 ? account->record : many);
  append_taken(words, account);
  for (guint i = 0; i < account->left_out.names->len; i++)
    g_string_append_printf(words, "%s%u (%s)", i == 0 ? "; left out: " : ", ",
                           counts_of(&account->left_out, i),
                           (const char *)g_ptr_array_index(account->left_out.names, i));
  relata_diagnose(diagnostics, RELATA_NOTE, "read-as", &where, NULL, "%s", words->str);
}

static void
report_unused(const RelataAccount *account, RelataDiagnostics *diagnostics)
{
  const RelataPlace where = {account->shown, 0, 0};
  g_autofree char *many = relata_plural_of(account->part);
  g_autofree char *part = g_strconcat(account->part, " is", NULL), *parts = g_strconcat(many, " are", NULL);
  RelataListing listing = RELATA_LISTING(relata_diagnostics_most_listed(diagnostics));
  for (guint i = 0; i < account->unused.names->len; i++) {
    const guint n = counts_of(&account->unused, i);
    const char *name = g_ptr_array_index(account->unused.names, i);
    if (n > 1)
      relata_listing_add(&listing, "%s (%u)", name, n);
    else
      relata_listing_add(&listing, "%s", name);
  }
  const guint n = listing.n;
  g_autofree char *list = relata_listing_end(&listing);
  if (n > 0)
    relata_diagnose(diagnostics, RELATA_NOTE, "unused", &where, NULL, "%u %s not used: %s", n,
                    n == 1 ? part : parts, list);
}

static void
report_proposed(const RelataAccount *account, RelataDiagnostics *diagnostics)
{
  const RelataPlace where = {account->shown, 0, 0};
  const guint n = account->proposed.names->len;
  RelataListing listing = RELATA_LISTING(relata_diagnostics_most_listed(diagnostics));
  for (guint i = 0; i < n; i++)
    relata_listing_add(&listing, "%s", (const char *)g_ptr_array_index(account->proposed.names, i));
  g_autofree char *list = relata_listing_end(&listing);
  if (n > 0)
    relata_diagnose(diagnostics, RELATA_NOTE, "may-be-same", &where, NULL,
                    n == 1 ? "the file says of %u pair that both may be one; they stay two: %s"
                           : "the file says of %u pairs that both may be one; they stay two: %s",
                    n, list);
}

void
relata_accounts_report(RelataAccount *const *accounts, guint n, const RelataCorpus *corpus,
                       RelataDiagnostics *diagnostics)
{
  g_autoptr(GHashTable) by_file = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    if (accounts[i] != NULL && accounts[i]->as != NULL)
      g_hash_table_insert(by_file, (gpointer)accounts[i]->shown, accounts[i]);
  if (g_hash_table_size(by_file) == 0)
    return;
  count_all(by_file, corpus);
  for (guint i = 0; i < n; i++) {
    if (accounts[i] == NULL || accounts[i]->as == NULL)
      continue;
    const RelataPlace where = {accounts[i]->shown, 0, 0};
    report_taken(accounts[i], diagnostics);
    for (guint k = 0; k < RELATA_N_REMARKS; k++)
      if (accounts[i]->n_remarks[k] > 0)
        relata_diagnose(diagnostics, RELATA_NOTE, remarks[k].code, &where, NULL, "%u %s",
                        accounts[i]->n_remarks[k],
                        accounts[i]->n_remarks[k] == 1 ? remarks[k].one : remarks[k].many);
    report_proposed(accounts[i], diagnostics);
    report_unused(accounts[i], diagnostics);
  }
}
