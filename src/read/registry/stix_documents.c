/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What states the claims of a STIX file: the references of a relationship, reports and the like, or the file
 * itself. */
#include "read/statement.h"
#include "read/registry/stix.h"
#include "text/date_pattern.h"
#include "text/name.h"

#include <string.h>

#define MOST_SHOWN 80

/* Dates a document. */
static void
set_published(RelataStix *stix, RelataDocument *document, const char *edtf, RelataPlace where)
{
  RelataStating stating = relata_stating(stix->corpus, stix->diagnostics, where);
  if (edtf != NULL && !relata_date_is_set(&document->published) &&
      relata_statement_set_text(&stating, RELATA_SAID_WHEN, edtf))
    document->published = stating.said.when;
}

static void
set(RelataStix *stix, const char **field, const char *words)
{
  if (*field == NULL && words != NULL && *words != '\0')
    *field = relata_corpus_intern(stix->corpus, words);
}

/* Takes author and date from "Doe, J. (2024, May 1). Title. Retrieved …", which is how ATT&CK cites. Where it
 * is written otherwise, where the author ends cannot be known. */
static void
set_cited(RelataStix *stix, RelataDocument *document, const char *about, RelataPlace where)
{
  const char *open = strstr(about, ". (");
  const char *year = open != NULL ? open + 3 : NULL;
  const char *close = year != NULL ? strchr(year, ')') : NULL;
  if (close == NULL || close - year < 4 || close - year > 40 || strspn(year, "0123456789") != 4)
    return;
  const char *day = year + 4 + (g_str_has_prefix(year + 4, ", ") ? 2 : 0);
  g_autofree char *written =
      day < close ? g_strdup_printf("%.*s %.4s", (int)(close - day), day, year) : g_strndup(year, 4);
  g_autofree char *author = g_strstrip(g_strndup(about, (gsize)(open - about)));
  char *edtf = NULL;
  gboolean timed = FALSE;
  if (relata_date_by_form(written, &edtf, &timed) == RELATA_WRITTEN_DATE) {
    set(stix, &document->author, author);
    set_published(stix, document, edtf, where);
  }
  g_free(edtf);
}

guint
relata_stix_reference(RelataStix *stix, const char *const *reference, RelataPlace where)
{
  const char *url = reference[RELATA_STIX_URL], *name = reference[RELATA_STIX_SOURCE_NAME];
  const char *id = relata_name_is_id(url) ? url : name;
  if (!relata_name_is_id(id))
    return RELATA_NONE;
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(stix->corpus, id, where, &again);
  if (document->title == document->id && *name != '\0')
    document->title = relata_corpus_intern(stix->corpus, name);
  set(stix, &document->url, url);
  set_cited(stix, document, reference[RELATA_STIX_ABOUT], where);
  return relata_corpus_find_document(stix->corpus, id);
}

/* Returns the authors that an object names, "A, B", or NULL. Newly allocated. */
static char *
authors_of(const RelataStix *stix, const RelataStixObject *object)
{
  const char *const *authors = relata_stix_list(stix, object, RELATA_STIX_AUTHORS);
  return authors[0] != NULL ? g_strjoinv(", ", (char **)authors) : NULL;
}

/* Returns what a report, a note or an opinion is called. Newly allocated. */
static char *
title_of(const RelataStix *stix, const RelataStixObject *report)
{
  const char *opinion = relata_stix_text(stix, report, RELATA_STIX_OPINION);
  g_autofree char *authors = authors_of(stix, report);
  if (opinion == NULL)
    return relata_stix_name(stix, report);
  return authors != NULL ? g_strdup_printf("opinion of %.*s: %s", MOST_SHOWN, authors, opinion)
                         : g_strdup_printf("opinion: %s", opinion);
}

static const char *
first_url(const RelataStix *stix, const RelataStixObject *object)
{
  const char *const *word = relata_stix_list(stix, object, RELATA_STIX_REFERENCES);
  for (; *word != NULL; word += RELATA_STIX_N_REFERENCE)
    if (*word[RELATA_STIX_URL] != '\0')
      return word[RELATA_STIX_URL];
  return NULL;
}

guint
relata_stix_report(RelataStix *stix, const RelataStixObject *report)
{
  const RelataPlace where = relata_stix_place(stix, report);
  const RelataStixObject *creator =
      relata_stix_find(stix, relata_stix_text(stix, report, RELATA_STIX_CREATED_BY));
  g_autofree char *id = g_strconcat("stix:", report->id, NULL);
  const guint known = relata_corpus_find_document(stix->corpus, id);
  if (known != RELATA_NONE && relata_corpus_document(stix->corpus, known)->declared)
    return known;
  g_autofree char *title = title_of(stix, report), *authors = authors_of(stix, report);
  g_autofree char *publisher = creator != NULL ? relata_stix_name(stix, creator) : NULL;
  g_autofree char *published = relata_stix_day(stix, report, RELATA_STIX_PUBLISHED);
  g_autofree char *created = published == NULL ? relata_stix_day(stix, report, RELATA_STIX_CREATED) : NULL;
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(stix->corpus, id, where, &again);
  document->title = relata_corpus_intern(stix->corpus, title);
  set(stix, &document->author, authors);
  set(stix, &document->publisher, publisher);
  set(stix, &document->url, first_url(stix, report));
  set_published(stix, document, published != NULL ? published : created, where);
  return relata_corpus_find_document(stix->corpus, id);
}

guint
relata_stix_file(RelataStix *stix)
{
  relata_account_remark(stix->input->account, RELATA_REMARK_SOURCELESS);
  if (stix->file == RELATA_NONE) {
    g_autofree char *name = g_path_get_basename(stix->input->shown);
    const RelataPlace where = {stix->input->shown, 0, 0};
    gboolean again;
    relata_corpus_declare_document(stix->corpus, name, where, &again);
    stix->file = relata_corpus_find_document(stix->corpus, name);
  }
  return stix->file;
}
