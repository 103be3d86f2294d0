/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Descriptions of STIX objects: Markdown and HTML as ATT&CK writes it, with citations, "(Citation: X)",
 * behind the sentences that they are the source of. */
#include "read/registry/stix.h"
#include "text/sentence.h"

#include <string.h>

#define CITATION "(Citation: "

struct RelataStixProse {
  char *plain;
  RelataText *text; /* with its sentences: NULL until a citation is asked for */
  RelataSentences *sentences;
  GHashTable *cited; /* name → GArray of positions of the characters before its citations */
};

/* What is being written. */
typedef struct {
  GString *plain;
  guint length; /* in code points */
  RelataStixProse *prose;
} Writing;

static void
write_space(Writing *writing)
{
  if (writing->length == 0 || writing->plain->str[writing->plain->len - 1] == ' ')
    return;
  g_string_append_c(writing->plain, ' ');
  writing->length++;
}

/* Copies the character at `at`, with those behind it that mean only themselves, and returns what follows. */
static const char *
write_characters(Writing *writing, const char *at)
{
  if (g_ascii_isspace(*at)) {
    write_space(writing);
    return at + 1;
  }
  const char *next = g_utf8_next_char(at);
  next += strcspn(next, " \t\n\v\f\r([<`");
  g_string_append_len(writing->plain, at, next - at);
  writing->length += (guint)g_utf8_strlen(at, next - at);
  return next;
}

/* Returns the end of what begins with an opening bracket and may hold others, after its closing one; NULL
 * where it has none. Brackets are looked for near by only, so that a text of nothing else costs no more. */
static const char *
bracket_end(const char *at, char open, char close)
{
  guint depth = 0;
  for (const char *start = at; *at != '\0' && at - start < 500; at++) {
    depth += *at == open ? 1 : 0;
    if (*at == close && --depth == 0)
      return at + 1;
  }
  return NULL;
}

/* Notes a citation behind what is written so far. Returns what follows it, or NULL where there is none. */
static const char *
take_citation(Writing *writing, const char *at)
{
  const char *end = g_str_has_prefix(at, CITATION) ? bracket_end(at, '(', ')') : NULL;
  if (end == NULL)
    return NULL;
  if (writing->length > 0 && writing->plain->str[writing->plain->len - 1] == ' ') {
    g_string_truncate(writing->plain, writing->plain->len - 1);
    writing->length--;
  }
  char *name = g_strstrip(g_strndup(at + strlen(CITATION), (gsize)(end - 1 - at) - strlen(CITATION)));
  GArray *positions = g_hash_table_lookup(writing->prose->cited, name);
  if (positions == NULL) {
    positions = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(writing->prose->cited, name, positions);
  } else {
    g_free(name);
  }
  if (writing->length > 0) {
    const guint last = writing->length - 1;
    g_array_append_val(positions, last);
  }
  if (g_ascii_isalnum(*end) || (guchar)*end >= 0x80)
    write_space(writing);
  return end;
}

/* Returns the words of a Markdown link, [words](address), and sets what follows it; NULL where there is none.
 */
static char *
link_words(const char *at, const char **after)
{
  const char *end = *at == '[' ? bracket_end(at, '[', ']') : NULL;
  const char *address = end != NULL && *end == '(' ? bracket_end(end, '(', ')') : NULL;
  if (address == NULL)
    return NULL;
  *after = address;
  return g_strndup(at + 1, (gsize)(end - 1 - at) - 1);
}

/* Returns what follows a tag of HTML, or NULL. One that begins a line is a blank. */
static const char *
take_tag(Writing *writing, const char *at)
{
  static const char *const lines[] = {"br", "br/", "p", "/p", "li", "/li", "ul", "/ul", "ol", "/ol", NULL};
  const gsize slash = at[0] == '<' && at[1] == '/' ? 1 : 0;
  if (at[0] != '<' || !g_ascii_isalpha(at[1 + slash]))
    return NULL;
  const gsize n = strcspn(at + 1, "<>");
  if (at[1 + n] != '>' || n > 200)
    return NULL;
  g_autofree char *name = g_strndup(at + 1, strcspn(at + 1, " >"));
  if (g_strv_contains(lines, name))
    write_space(writing);
  return at + n + 2;
}

static void
write_all(Writing *writing, const char *at)
{
  while (*at != '\0') {
    const char *after = take_citation(writing, at);
    after = after != NULL ? after : take_tag(writing, at);
    g_autofree char *words = after == NULL ? link_words(at, &after) : NULL;
    for (const char *word = words; word != NULL && *word != '\0';)
      word = write_characters(writing, word);
    at = after != NULL ? after : *at == '`' ? at + 1 : write_characters(writing, at);
  }
}

static void
free_positions(gpointer positions)
{
  g_array_unref(positions);
}

RelataStixProse *
relata_stix_prose_new(const char *description)
{
  RelataStixProse *prose = g_new0(RelataStixProse, 1);
  prose->cited = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_positions);
  Writing writing = {g_string_new(NULL), 0, prose};
  write_all(&writing, description);
  while (writing.plain->len > 0 && writing.plain->str[writing.plain->len - 1] == ' ')
    g_string_truncate(writing.plain, writing.plain->len - 1);
  prose->plain = g_string_free(writing.plain, FALSE);
  return prose;
}

void
relata_stix_prose_free(RelataStixProse *prose)
{
  if (prose == NULL)
    return;
  g_clear_pointer(&prose->sentences, relata_sentences_free);
  relata_text_free(prose->text);
  g_free(prose->plain);
  g_hash_table_unref(prose->cited);
  g_free(prose);
}

static void
find_sentences(RelataStixProse *prose)
{
  if (prose->sentences != NULL)
    return;
  prose->text = relata_text_new(prose->plain, strlen(prose->plain));
  prose->sentences = relata_sentences_new(prose->text);
}

/* Returns the sentences at these positions, each once, in their order. */
static char *
sentences_at(RelataStixProse *prose, const GArray *positions)
{
  GString *words = g_string_new(NULL);
  RelataSpan last = {0, 0};
  find_sentences(prose);
  for (guint i = 0; i < positions->len; i++) {
    const guint at = g_array_index(positions, guint, i);
    const RelataSpan span = relata_sentences_widen(prose->sentences, (RelataSpan){at, at + 1});
    if (words->len > 0 && span.start <= last.start)
      continue;
    g_autofree char *sentence = relata_text_slice(prose->text, span);
    g_string_append(words, words->len == 0 ? "" : span.start <= last.end + 1 ? " " : " … ");
    g_string_append(words, sentence);
    last = span;
  }
  return g_string_free(words, FALSE);
}

char *
relata_stix_prose_about(RelataStixProse *prose, const char *citation)
{
  const GArray *positions = citation != NULL ? g_hash_table_lookup(prose->cited, citation) : NULL;
  if (positions != NULL && positions->len > 0)
    return sentences_at(prose, positions);
  return *prose->plain != '\0' ? g_strdup(prose->plain) : NULL;
}
