/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/message.h"

#include "text/name.h"

/* How many names a message lists at most. */
#define MOST_LISTED 40

const char *
relata_plural(guint64 n)
{
  return n == 1 ? "" : "s";
}

const char *
relata_comma(guint i, guint n)
{
  return i == 0 ? "" : i + 1 < n ? ", " : " and ";
}

char *
relata_choice(const char *const *words, guint n)
{
  g_return_val_if_fail(words != NULL || n == 0, NULL);
  GString *choice = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(choice, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : " or ", words[i]);
  return g_string_free(choice, FALSE);
}

void
relata_listing_add(RelataListing *listing, const char *format, ...)
{
  g_return_if_fail(listing != NULL && format != NULL);
  if (listing->n++ >= listing->most)
    return;
  if (listing->words == NULL)
    listing->words = g_string_new(NULL);
  else
    g_string_append(listing->words, ", ");
  va_list arguments;
  va_start(arguments, format);
  g_string_append_vprintf(listing->words, format, arguments);
  va_end(arguments);
}

char *
relata_listing_end(RelataListing *listing)
{
  g_return_val_if_fail(listing != NULL, NULL);
  GString *words = listing->words != NULL ? g_steal_pointer(&listing->words) : g_string_new(NULL);
  if (listing->n > listing->most)
    g_string_append_printf(words, " and %u more", listing->n - listing->most);
  return g_string_free(words, FALSE);
}

char *
relata_hint(const char *word, const char *const *candidates, guint n, char quotation_mark)
{
  g_return_val_if_fail(word != NULL && (candidates != NULL || n == 0), NULL);
  const char *nearest = g_utf8_validate(word, -1, NULL) ? relata_name_suggest(word, candidates, n) : NULL;
  return nearest != NULL ? g_strdup_printf("did you mean %c%s%c?", quotation_mark, nearest, quotation_mark)
                         : NULL;
}

/* Returns "there are: a, b, c". */
static char *
list_all(const char *const *words, guint n)
{
  RelataListing listing = RELATA_LISTING(MOST_LISTED);
  for (guint i = 0; i < n; i++)
    relata_listing_add(&listing, "%s", words[i]);
  g_autofree char *all = relata_listing_end(&listing);
  return g_strconcat("there are: ", all, NULL);
}

char *
relata_hint_or_list(const char *word, const char *const *words)
{
  g_return_val_if_fail(word != NULL && words != NULL, NULL);
  char *hint = relata_hint(word, words, g_strv_length((char **)words), '"');
  if (hint != NULL)
    return hint;
  g_autofree char *all = g_strjoinv(", ", (char **)words);
  return g_strdup_printf("known: %s", all);
}

gboolean
relata_unknown(GError **error, RelataErrorCode code, const char *what, const char *word,
               const char *const *candidates, guint n)
{
  g_return_val_if_fail(what != NULL && word != NULL && (candidates != NULL || n == 0), FALSE);
  g_autofree char *hint = relata_hint(word, candidates, n, '\'');
  if (hint == NULL)
    hint = n > 0 ? list_all(candidates, n) : g_strdup("there are none");
  g_set_error(error, RELATA_ERROR, (gint)code, "no %s is called '%s'; %s", what, word, hint);
  return FALSE;
}
