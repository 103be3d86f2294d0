/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The corpus.json of a corpus to start from: a record a line, as people write it. */
#include "read/starter_internal.h"

#include "corpus/quote.h"
#include "read/named_dates.h"

#include <cJSON.h>
#include <string.h>

/* The longest title, in code points. */
#define MOST_OF_TITLE 120

/* How many sentences are looked at for one to quote. */
#define MOST_SENTENCES 50

/* ── What is taken from a text ── */

/* Returns the text in one line, with single blanks. */
static char *
flat(const char *text)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isspace(c) && !g_unichar_iscntrl(c))
      g_string_append_unichar(out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
  }
  return g_strchomp(g_string_free(g_steal_pointer(&out), FALSE));
}

char *
relata_starter_title(const RelataText *text)
{
  for (const char *line = relata_text_bytes(text); *line != '\0';) {
    const gsize n = strcspn(line, "\r\n");
    g_autofree char *written = g_strndup(line, n);
    g_autofree char *title = flat(written);
    if (g_utf8_strlen(title, -1) > MOST_OF_TITLE) {
      g_autofree char *beginning = g_utf8_substring(title, 0, MOST_OF_TITLE);
      return g_strconcat(g_strchomp(beginning), "…", NULL);
    }
    if (*title != '\0')
      return g_steal_pointer(&title);
    line += n + (line[n] != '\0');
  }
  return NULL;
}

/* Returns whether the last character is a mark. */
static gboolean
ends_with_mark(const char *sentence)
{
  const char *last = g_utf8_find_prev_char(sentence, sentence + strlen(sentence));
  return last != NULL && g_unichar_ispunct(g_utf8_get_char(last));
}

char *
relata_starter_sentence(const RelataText *text)
{
  const guint length = relata_text_length(text);
  g_autoptr(RelataQuotes) quotes = relata_quotes_new(text);
  g_autofree char *first = NULL;
  guint at = 0;
  for (guint i = 0; i < MOST_SENTENCES && at < length; i++) {
    const RelataSpan span = relata_text_sentence(text, (RelataSpan){at, at + 1});
    at = MAX(at + 1, span.end);
    g_autofree char *written = relata_text_slice(text, span);
    g_autofree char *sentence = flat(written);
    if (relata_quotes_find(quotes, sentence, NULL, NULL).fit < RELATA_QUOTE_FOLDED)
      continue;
    if (ends_with_mark(sentence))
      return g_steal_pointer(&sentence);
    if (first == NULL)
      first = g_steal_pointer(&sentence);
  }
  return g_steal_pointer(&first);
}

/* ── The records ── */

/* Adds a key, unless there is no value. */
static void
add(cJSON *record, const char *key, const char *value)
{
  if (value != NULL)
    cJSON_AddStringToObject(record, key, value);
}

/* Appends a record as a line of a list, and frees it. */
static void
append_record(GString *out, cJSON *record, gboolean last)
{
  char *line = cJSON_PrintUnformatted(record);
  g_string_append_printf(out, "    %s%s\n", line, last ? "" : ",");
  cJSON_free(line);
  cJSON_Delete(record);
}

static char *
id_of(const RelataStarterText *text)
{
  return g_strndup(text->file, strlen(text->file) - strlen(".txt"));
}

static void
append_document(GString *out, const RelataStarterText *text, gboolean last)
{
  gboolean several;
  cJSON *record = cJSON_CreateObject();
  g_autofree char *id = id_of(text);
  g_autofree char *title = relata_starter_title(text->text);
  g_autofree char *published = relata_named_date(text->file, &several);
  add(record, "id", id);
  add(record, "title", title);
  add(record, "published", published);
  add(record, "file", text->file);
  append_record(out, record, last);
}

static void
append_actor(GString *out, const char *id, const char *name, const char *description, gboolean last)
{
  cJSON *record = cJSON_CreateObject();
  add(record, "id", id);
  add(record, "name", name);
  add(record, "type", "organization");
  add(record, "description", description);
  append_record(out, record, last);
}

/* Appends two actors who are nobody, and a claim about them that quotes the text. */
static void
append_example(GString *out, const RelataStarterText *text, const char *sentence)
{
  g_autofree char *id = id_of(text);
  g_string_append(out, ",\n  \"actors\": [\n");
  append_actor(out, "example-1", "Example actor 1", "An example: put the first actor of the quotation here.",
               FALSE);
  append_actor(out, "example-2", "Example actor 2", "An example: put the second actor here.", TRUE);
  g_string_append(out, "  ],\n  \"claims\": [\n");
  cJSON *record = cJSON_CreateObject();
  add(record, "id", "example");
  add(record, "type", "related");
  add(record, "from", "example-1");
  add(record, "to", "example-2");
  add(record, "document", id);
  add(record, "text", sentence);
  add(record, "certainty", "possible");
  add(record, "note",
      "An example, which the text does not say: quote a sentence that states a relation, and name its two "
      "actors.");
  append_record(out, record, TRUE);
  g_string_append(out, "  ]");
}

char *
relata_starter_json(const RelataStarterText *texts, guint n, GError **error)
{
  g_autofree char *sentence = NULL;
  guint quoted = 0;
  while (quoted < n && (sentence = relata_starter_sentence(texts[quoted].text)) == NULL)
    quoted++;
  if (sentence == NULL) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                        "there are no words in the texts, so that no claim can quote them");
    return NULL;
  }
  GString *out = g_string_new("{\n"
                              "  \"$schema\": \"./.schemas/corpus.schema.json\",\n"
                              "  \"relata\": 1,\n"
                              "  \"schema\": \"schema.json\",\n"
                              "  \"documents\": [\n");
  for (guint i = 0; i < n; i++)
    append_document(out, &texts[i], i + 1 == n);
  g_string_append(out, "  ]");
  append_example(out, &texts[quoted], sentence);
  g_string_append(out, "\n}\n");
  return g_string_free(out, FALSE);
}
