/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sees to it that the evidence of a statement is in the document's own words: it looks up quotations, and
 * drops those that are in no document. */
#include "corpus/internal.h"

#include "corpus/quote.h"

#include "text/message.h"

#include <string.h>

typedef struct {
  RelataStatement *said;
  const char *kind; /* "claim" */
  guint order;
} Quoting;

/* What is known about the document whose statements are looked at. */
typedef struct {
  RelataDiagnostics *diagnostics;
  const RelataDocument *document;
  RelataQuotes *quotes; /* NULL until needed */
} Desk;

/* Returns enough of a text to recognise it, in one line. */
static char *
beginning(const char *text)
{
  const glong length = g_utf8_strlen(text, -1);
  char *first = g_utf8_substring(text, 0, MIN(length, 60));
  g_strdelimit(first, "\n\r\t", ' ');
  if (length <= 60)
    return first;
  g_autofree char *whole = first;
  return g_strconcat(whole, "…", NULL);
}

static RelataQuotes *
quotes_of(Desk *desk)
{
  if (desk->quotes == NULL)
    desk->quotes = relata_quotes_new(desk->document->text);
  return desk->quotes;
}

/* Returns "WORDS 'passage' (line 3, characters 120 to 204)". */
static char *
tell_place(const Desk *desk, const char *words, RelataSpan span)
{
  guint line, column;
  relata_text_line_column(desk->document->text, span.start, &line, &column);
  g_autofree char *passage = relata_text_slice(desk->document->text, span);
  g_strdelimit(passage, "\n\r\t", ' ');
  return g_strdup_printf("%s '%s' (line %u, characters %u to %u)", words, passage, line, span.start,
                         span.end);
}

/* Drops a quotation that is nowhere in the document. Returns the hint that tells what is. */
static char *
drop(Desk *desk, RelataStatement *said)
{
  const RelataSpan near_by = relata_quotes_nearest(quotes_of(desk), said->quote);
  said->quote = NULL;
  said->span = RELATA_NO_SPAN;
  said->misquoted = TRUE;
  return relata_span_is_set(near_by) ? tell_place(desk, "the nearest passage is", near_by)
                                     : g_strdup("no passage of the document is near to it");
}

static void
take(RelataStatement *said, RelataSpan span)
{
  said->span = span;
  said->quote = NULL;
}

/* Tells that the place was chosen among several, or that what should choose does not fit. */
static void
tell_choice(const Desk *desk, const Quoting *quoting, const RelataQuoteFound *found, const char *quoted)
{
  const char *id = quoting->said->id, *document = desk->document->id;
  if (found->out_of_context)
    relata_diagnose(desk->diagnostics, RELATA_WARNING, "quote-context", &quoting->said->where,
                    "\"prefix\" and \"suffix\" are the words right before and after the quotation",
                    "%s '%s' quotes '%s', which stands in '%s', but not with this prefix and suffix",
                    quoting->kind, id, quoted, document);
  if (found->n_places > 1)
    relata_diagnose(desk->diagnostics, RELATA_NOTE, "quote-repeated", &quoting->said->where,
                    "choose one with \"prefix\", \"suffix\", or \"start\" and \"end\"",
                    "%s '%s' quotes '%s', which stands %u times in '%s': the first is taken", quoting->kind,
                    id, quoted, found->n_places, document);
}

/* Looks up a quotation that has no offsets. */
static void
look_up(Desk *desk, const Quoting *quoting)
{
  RelataStatement *said = quoting->said;
  g_autofree char *quoted = beginning(said->quote);
  const RelataQuoteFound found = relata_quotes_find(quotes_of(desk), said->quote, said->prefix, said->suffix);
  if (found.fit != RELATA_QUOTE_ABSENT) {
    take(said, found.span);
    tell_choice(desk, quoting, &found, quoted);
    return;
  }
  g_autofree char *hint = drop(desk, said);
  relata_diagnose(desk->diagnostics, RELATA_ERROR_IN_DATA, "quote-not-found", &said->where, hint,
                  "%s '%s' quotes '%s', which is not in '%s'", quoting->kind, said->id, quoted,
                  desk->document->id);
}

/* The offsets are wrong: looks up the quotation, so that it is known whether it stands elsewhere. Returns the
 * hint. */
static char *
look_elsewhere(Desk *desk, RelataStatement *said)
{
  const RelataQuoteFound found = relata_quotes_find(quotes_of(desk), said->quote, said->prefix, said->suffix);
  if (found.fit == RELATA_QUOTE_ABSENT)
    return drop(desk, said);
  take(said, found.span);
  return tell_place(desk, found.n_places > 1 ? "it stands elsewhere, first as" : "it stands elsewhere, as",
                    found.span);
}

/* Returns whether the quotation is what the text has at the offsets, folded or with ellipses. */
static gboolean
agrees(const char *covered, const char *quote)
{
  if (strcmp(covered, quote) == 0)
    return TRUE;
  g_autoptr(RelataText) text = relata_text_new(covered, strlen(covered));
  g_autoptr(RelataQuotes) quotes = relata_quotes_new(text);
  return relata_quotes_covers(quotes, quote);
}

/* Checks offsets, and the quotation beside them. */
static void
check_offsets(Desk *desk, const Quoting *quoting)
{
  RelataStatement *said = quoting->said;
  const RelataText *text = desk->document->text;
  const RelataSpan span = said->span;
  if (span.start >= span.end || span.end > relata_text_length(text)) {
    said->span = RELATA_NO_SPAN;
    g_autofree char *hint = said->quote != NULL ? look_elsewhere(desk, said) : NULL;
    relata_diagnose(desk->diagnostics, RELATA_ERROR_IN_DATA, "span-outside-text", &said->where, hint,
                    "%s '%s' has the span %u to %u, but the text of '%s' has %u characters", quoting->kind,
                    said->id, span.start, span.end, desk->document->id, relata_text_length(text));
    return;
  }
  if (said->quote == NULL)
    return;
  g_autofree char *covered = relata_text_slice(text, span);
  if (agrees(covered, said->quote)) {
    take(said, span);
    return;
  }
  g_autofree char *quoted = beginning(said->quote);
  g_autofree char *there = beginning(covered);
  g_autofree char *hint = look_elsewhere(desk, said);
  relata_diagnose(desk->diagnostics, RELATA_ERROR_IN_DATA, "text-mismatch", &said->where, hint,
                  "%s '%s' quotes '%s', but '%s' has '%s' there", quoting->kind, said->id, quoted,
                  desk->document->id, there);
}

/* ── What has no evidence ── */

/* More than these in one file are said in one line: each row of a table may be one. */
#define MOST_BARE 10

typedef enum { CLAIM, EVENT, FIGURE, N_KINDS } Kind;

static const char *const kinds[N_KINDS] = {"claim", "event", "figure"};

/* The statements of one file that have no evidence. */
typedef struct {
  guint n[N_KINDS];
  RelataListing lines; /* in which they stand, each once */
  guint last_line;
} Bare;

static void
bare_free(gpointer data)
{
  Bare *bare = data;
  g_free(relata_listing_end(&bare->lines));
  g_free(bare);
}

static gboolean
is_bare(const RelataStatement *said)
{
  return said->document != RELATA_NONE && said->quote == NULL && !relata_span_is_set(said->span);
}

/* Returns where in the order of claims, events and figures the statement is; NULL behind the last. */
static RelataStatement *
statement_at(RelataCorpus *corpus, guint index, Kind *kind)
{
  *kind = CLAIM;
  if (index < corpus->claims->len)
    return &g_array_index(corpus->claims, RelataClaim, index).said;
  index -= corpus->claims->len;
  *kind = EVENT;
  if (index < corpus->events->len)
    return &g_array_index(corpus->events, RelataEvent, index).said;
  index -= corpus->events->len;
  *kind = FIGURE;
  return index < corpus->figures->len ? &g_array_index(corpus->figures, RelataFigure, index).said : NULL;
}

/* Returns what has no evidence: file → Bare. */
static GHashTable *
count_bare(RelataCorpus *corpus, guint most_listed)
{
  GHashTable *by_file = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, bare_free);
  const RelataStatement *said;
  Kind kind;
  for (guint i = 0; (said = statement_at(corpus, i, &kind)) != NULL; i++) {
    if (!is_bare(said))
      continue;
    Bare *bare = g_hash_table_lookup(by_file, said->where.file);
    if (bare == NULL) {
      bare = g_new0(Bare, 1);
      bare->lines = RELATA_LISTING(most_listed);
      g_hash_table_insert(by_file, (gpointer)said->where.file, bare);
    }
    bare->n[kind]++;
    if (said->where.line != bare->last_line)
      relata_listing_add(&bare->lines, "%u", said->where.line);
    bare->last_line = said->where.line;
  }
  return by_file;
}

/* Says of all statements of a file at once that they have no evidence. */
static void
report_bare(Bare *bare, const char *file, RelataDiagnostics *diagnostics)
{
  const RelataPlace where = {file, 0, 0};
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < N_KINDS; i++)
    if (bare->n[i] > 0)
      g_string_append_printf(words, "%s%u %s%s", words->len > 0 ? ", " : "", bare->n[i], kinds[i],
                             relata_plural(bare->n[i]));
  const guint n_lines = bare->lines.n;
  g_autofree char *lines = relata_listing_end(&bare->lines);
  relata_diagnose(diagnostics, RELATA_WARNING, "no-evidence", &where,
                  "give start and end, or the text that states it", "%s have no evidence (line%s %s)",
                  words->str, relata_plural(n_lines), lines);
}

/* Says that a statement has no evidence, or that all of its file do, when the first of them comes. */
static void
complain_bare(const RelataStatement *said, Kind kind, GHashTable *by_file, RelataDiagnostics *diagnostics)
{
  Bare *bare = g_hash_table_lookup(by_file, said->where.file);
  if (bare == NULL) /* it was said of all */
    return;
  if (bare->n[CLAIM] + bare->n[EVENT] + bare->n[FIGURE] > MOST_BARE) {
    report_bare(bare, said->where.file, diagnostics);
    g_hash_table_remove(by_file, said->where.file);
    return;
  }
  relata_diagnose(diagnostics, RELATA_WARNING, "no-evidence", &said->where,
                  "give start and end, or the text that states it", "%s '%s' has no evidence", kinds[kind],
                  said->id);
}

/* ── What has ── */

/* Adds a statement whose evidence can be held against a text. */
static void
add(GArray *all, RelataCorpus *corpus, RelataStatement *said, const char *kind,
    RelataDiagnostics *diagnostics)
{
  const Quoting quoting = {said, kind, all->len};
  if (said->quote == NULL && (said->prefix != NULL || said->suffix != NULL))
    relata_diagnose(diagnostics, RELATA_WARNING, "quote-context", &said->where,
                    "\"text\" is the quotation between them",
                    "%s '%s' has a prefix or suffix, but no quotation that they could find", kind, said->id);
  const gboolean has_document = said->document != RELATA_NONE;
  if (!is_bare(said) && has_document && relata_corpus_document(corpus, said->document)->text != NULL)
    g_array_append_val(all, quoting);
  else if (said->quote != NULL)
    corpus->quotations.unheld++;
}

static gint
compare_documents(gconstpointer a, gconstpointer b)
{
  const Quoting *left = a, *right = b;
  if (left->said->document != right->said->document)
    return left->said->document < right->said->document ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

/* Returns all statements with evidence in a text, and says which have none. Those of one document are
 * together, so that only one index is in memory at a time. */
static GArray *
statements_of(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Quoting));
  g_autoptr(GHashTable) bare = count_bare(corpus, relata_diagnostics_most_listed(diagnostics));
  RelataStatement *said;
  Kind kind;
  for (guint i = 0; (said = statement_at(corpus, i, &kind)) != NULL; i++) {
    add(all, corpus, said, kinds[kind], diagnostics);
    if (is_bare(said))
      complain_bare(said, kind, bare, diagnostics);
  }
  g_array_sort(all, compare_documents);
  return all;
}

/* Holds the evidence of a statement against the text of its document. */
static void
hold(Desk *desk, const Quoting *quoting, RelataQuotations *counted)
{
  RelataStatement *said = quoting->said;
  const gboolean quotes = said->quote != NULL;
  if (relata_span_is_set(said->span))
    check_offsets(desk, quoting);
  else
    look_up(desk, quoting);
  counted->missing += quotes && said->misquoted;
  counted->standing += quotes && !said->misquoted;
}

void
relata_evidence_settle(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  g_autoptr(GArray) all = statements_of(corpus, diagnostics);
  Desk desk = {diagnostics, NULL, NULL};
  for (guint i = 0; i < all->len; i++) {
    const Quoting *quoting = &g_array_index(all, Quoting, i);
    const RelataDocument *document = relata_corpus_document(corpus, quoting->said->document);
    g_assert(document != NULL); /* it was found before */
    if (document != desk.document)
      g_clear_pointer(&desk.quotes, relata_quotes_free);
    desk.document = document;
    hold(&desk, quoting, &corpus->quotations);
  }
  relata_quotes_free(desk.quotes);
}

RelataQuotations
relata_corpus_quotations(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, (RelataQuotations){0});
  return corpus->quotations;
}
