/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/annotated.h"
#include "read/xml/html_text.h"
#include "read/annotation/label_studio.h"

#include <cJSON.h>
#include <string.h>

/* Returns what a paragraph, which is an object, says: its "text", else its longest string. */
static const char *
words_of(const cJSON *paragraph)
{
  const char *words = relata_json_words(relata_json_member(paragraph, "text"));
  gsize longest = 0;
  if (words != NULL || !cJSON_IsObject(paragraph))
    return words;
  for (const cJSON *member = paragraph->child; member != NULL; member = member->next) {
    const char *other = relata_json_words(member);
    if (other != NULL && strlen(other) > longest) {
      words = other;
      longest = strlen(other);
    }
  }
  return words;
}

static gboolean
is_text(const cJSON *item)
{
  return relata_json_words(item) != NULL ||
         (item != NULL && cJSON_IsArray(item) && cJSON_IsObject(item->child));
}

static gboolean
holds(const cJSON *item, const char *words)
{
  for (const cJSON *part = relata_json_first(item); part != NULL; part = relata_json_next(item, part)) {
    const char *text = cJSON_IsObject(part) ? words_of(part) : relata_json_words(part);
    if (text != NULL && strstr(text, words) != NULL)
      return TRUE;
  }
  return FALSE;
}

static guint
count_held(const cJSON *item, const GPtrArray *regions)
{
  guint n = 0;
  for (guint i = 0; i < regions->len; i++) {
    const cJSON *value = relata_json_member(g_ptr_array_index(regions, i), "value");
    const char *words = relata_json_words(relata_json_member(value, "text"));
    n += words != NULL && holds(item, words) ? 1 : 0;
  }
  return n;
}

/* Returns the member of which most regions mark a part; those that describe the text come last. */
static const cJSON *
most_marked(const cJSON *data, const GPtrArray *regions)
{
  const cJSON *best = NULL;
  guint most = 0;
  for (const cJSON *member = data->child; member != NULL; member = member->next) {
    RelataAnnotatedDocument none = {0};
    const guint held = is_text(member) ? 2 * count_held(member, regions) + 2 : 0;
    const guint n = held > 0 && relata_annotated_describe(&none, member->string, "") ? held - 1 : held;
    if (n > most) {
      best = member;
      most = n;
    }
  }
  return best;
}

static const cJSON *
find_field(const cJSON *data, const GPtrArray *regions, const char *asked)
{
  if (asked != NULL)
    return relata_json_member(data, asked);
  const cJSON *first = regions->len > 0 ? g_ptr_array_index(regions, 0) : NULL;
  const char *named = first != NULL ? relata_json_words(relata_json_member(first, "to_name")) : NULL;
  const cJSON *field = named != NULL ? relata_json_member(data, named) : NULL;
  if (!is_text(field))
    field = relata_json_member(data, "text");
  return is_text(field) ? field : most_marked(data, regions);
}

/* Returns whether regions are in HTML: they begin at a path in it. */
static gboolean
is_html(const GPtrArray *regions)
{
  for (guint i = 0; i < regions->len; i++) {
    const cJSON *value = relata_json_member(g_ptr_array_index(regions, i), "value");
    const char *start = relata_json_words(relata_json_member(value, "start"));
    if (start != NULL && *start == '/')
      return TRUE;
  }
  return FALSE;
}

/* Returns whether the words only say where the text is. */
static gboolean
is_address(const char *words)
{
  const gsize n = strspn(words, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return (n > 0 && g_str_has_prefix(words + n, "://") && strpbrk(words, " \n") == NULL) ||
         g_str_has_prefix(words, "/data/");
}

static void
join_paragraphs(RelataLsText *text)
{
  GString *joined = g_string_new(NULL);
  text->kind = RELATA_LS_PARAGRAPHS;
  text->begins = g_array_new(FALSE, FALSE, sizeof(guint));
  for (const cJSON *part = relata_json_first(text->field); part != NULL; part = part->next) {
    const char *words = words_of(part);
    const guint begins = (guint)g_utf8_strlen(joined->str, (gssize)joined->len);
    g_array_append_val(text->begins, begins);
    g_string_append_printf(joined, "%s\n\n", words != NULL ? words : "");
  }
  text->text = g_string_free(joined, FALSE);
}

RelataLsText
relata_ls_text(const cJSON *data, const GPtrArray *regions, const char *asked)
{
  RelataLsText text = {.field = find_field(data, regions, asked)};
  if (!is_text(text.field))
    return (RelataLsText){0};
  const char *words = relata_json_words(text.field);
  if (words == NULL) {
    join_paragraphs(&text);
  } else if (is_html(regions)) {
    text.kind = RELATA_LS_HTML;
    text.text = relata_html_text(words);
  } else if (!is_address(words)) {
    text.text = g_strdup(words);
  }
  return text;
}

void
relata_ls_text_clear(RelataLsText *text)
{
  g_free(text->text);
  if (text->begins != NULL)
    g_array_unref(text->begins);
}

/* Returns the place of an offset in a paragraph; −1 where there is no such paragraph. */
static gint64
in_paragraph(const RelataLsText *text, const cJSON *number, const cJSON *offset)
{
  const gint64 paragraph = relata_json_offset(number), at = relata_json_offset(offset);
  if (paragraph < 0 || paragraph >= text->begins->len || at < 0)
    return -1;
  return g_array_index(text->begins, guint, paragraph) + at;
}

void
relata_ls_place(const RelataLsText *text, const cJSON *value, gint64 *start, gint64 *end)
{
  const cJSON *from = relata_json_member(value, "start"), *to = relata_json_member(value, "end");
  if (text->kind == RELATA_LS_PARAGRAPHS) {
    *start = in_paragraph(text, from, relata_json_member(value, "startOffset"));
    *end = in_paragraph(text, to, relata_json_member(value, "endOffset"));
    return;
  }
  const cJSON *global = text->kind == RELATA_LS_HTML ? relata_json_member(value, "globalOffsets") : value;
  *start = relata_json_offset(relata_json_member(global, "start"));
  *end = relata_json_offset(relata_json_member(global, "end"));
}
