/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/named_dates.h"

#include "text/message.h"

#include <string.h>

/* The forms that a date may have in a name; 0 stands for a digit. The longest that fits is taken, so that
 * 2021-08-30 is not read as a month. */
static const char *const forms[] = {"0000-00-00", "00000000", "0000-00"};

/* Returns the length of the form where the text has it, with no digit behind; else 0. */
static gsize
match(const char *text, const char *form)
{
  gsize i = 0;
  for (; form[i] != '\0'; i++)
    if (form[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != form[i])
      return 0;
  return g_ascii_isdigit(text[i]) ? 0 : i;
}

/* Returns the date that n characters of a name say, or NULL where they are a number that is no date. */
static char *
date_of(const char *text, gsize n)
{
  char *edtf = n == 8 ? g_strdup_printf("%.4s-%.2s-%.2s", text, text + 4, text + 6) : g_strndup(text, n);
  const gboolean is_season = n == 7 && text[5] == '2';
  const gboolean is_number = n == 8 && text[0] == '0';
  RelataDate date;
  if (is_season || is_number || !relata_date_parse(edtf, &date, NULL))
    g_clear_pointer(&edtf, g_free);
  return edtf;
}

/* Returns the length of the run of digits and hyphens between digits that begins here. */
static gsize
run_length(const char *text)
{
  gsize n = 0;
  while (g_ascii_isdigit(text[n]) || (text[n] == '-' && g_ascii_isdigit(text[n + 1])))
    n++;
  return n;
}

/* Returns the length of the date that the run begins with, or 0. A month is one only where no number follows:
 * 2021-08-3 and 2021-02-30 are no dates. */
static gsize
date_length(const char *text, gsize run)
{
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    const gsize n = match(text, forms[i]);
    if (n > 0 && (n != 7 || n == run))
      return n;
  }
  return 0;
}

/* Returns the next date of a name and moves *at behind it. NULL at the end. */
static char *
next_date(const char **at)
{
  while (**at != '\0') {
    const gsize run = run_length(*at);
    const gsize n = run > 0 ? date_length(*at, run) : 0;
    char *edtf = n > 0 ? date_of(*at, n) : NULL;
    /* Where it is none, the date may begin at a later number of the run: 12-2021-08-30. */
    *at += n > 0 ? n : run > 0 ? strspn(*at, "0123456789") : 1;
    if (n == 0 && **at == '-')
      (*at)++;
    if (edtf != NULL)
      return edtf;
  }
  return NULL;
}

char *
relata_named_date(const char *name, gboolean *several)
{
  *several = FALSE;
  char *first = next_date(&name);
  if (first == NULL)
    return NULL;
  for (char *next; (next = next_date(&name)) != NULL; g_free(next))
    *several |= strcmp(first, next) != 0;
  if (*several)
    g_clear_pointer(&first, g_free);
  return first;
}

/* Returns the name of the file that is the document, without its folder; NULL where it has none of its own,
 * as where corpus.json declares it without a text. Newly allocated. */
static char *
file_name(const RelataDocument *document)
{
  static const char *const endings[] = {".ann", ".a1", ".a2"};
  if (document->file != NULL)
    return g_path_get_basename(document->file);
  for (guint i = 0; i < G_N_ELEMENTS(endings) && document->where.file != NULL; i++)
    if (g_str_has_suffix(document->where.file, endings[i]))
      return g_path_get_basename(document->where.file);
  return NULL;
}

/* Returns whether the document took a date from the name. */
static gboolean
set_date(RelataCorpus *corpus, guint index, RelataDiagnostics *diagnostics)
{
  const RelataDocument *document = relata_corpus_document(corpus, index);
  g_autofree char *name = file_name(document);
  if (name == NULL)
    return FALSE;
  gboolean several, again;
  g_autofree char *edtf = relata_named_date(name, &several);
  if (several)
    relata_diagnose(
        diagnostics, RELATA_NOTE, "several-dates", &document->where,
        "give the date in documents.csv, in the column `published`",
        "the document '%s' has no date, and its file's name '%s' has more than one: it stays undated",
        document->id, name);
  if (edtf == NULL)
    return FALSE;
  RelataDocument *dated = relata_corpus_declare_document(corpus, document->id, document->where, &again);
  relata_date_parse(relata_corpus_intern(corpus, edtf), &dated->published, NULL); /* it was parsed before */
  return TRUE;
}

void
relata_named_dates_set(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  guint n = 0;
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++) {
    const RelataDocument *document = relata_corpus_document(corpus, i);
    if (document->declared && !relata_date_is_set(&document->published))
      n += set_date(corpus, i, diagnostics) ? 1 : 0;
  }
  if (n > 0)
    relata_diagnose(diagnostics, RELATA_NOTE, "dated-by-name", NULL,
                    "documents.csv, with columns `id` and `published`, gives other dates",
                    n == 1 ? "%u document takes its date from its file's name"
                           : "%u documents take their dates from their files' names",
                    n);
}
