/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/xml/html_text.h"

#include <string.h>

/* Entities that texts have; others stay as they are written. */
static const struct {
  const char *name;
  gunichar c;
} entities[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},    {"nbsp", 0xA0},    {"shy", 0xAD},     {"laquo", 0xAB},
    {"raquo", 0xBB},   {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"hellip", 0x2026},
};

/* Returns the character of a reference, between '&' and ';', or 0. */
static gunichar
referred(const char *name, gsize n)
{
  if (n > 1 && *name == '#') {
    const gboolean hexadecimal = name[1] == 'x' || name[1] == 'X';
    char *end;
    const guint64 c = g_ascii_strtoull(name + (hexadecimal ? 2 : 1), &end, hexadecimal ? 16 : 10);
    const gboolean whole = end == name + n && c > 0 && c <= 0x10FFFF;
    return whole && g_unichar_validate((gunichar)c) ? (gunichar)c : 0;
  }
  for (guint i = 0; i < G_N_ELEMENTS(entities); i++)
    if (strlen(entities[i].name) == n && memcmp(entities[i].name, name, n) == 0)
      return entities[i].c;
  return 0;
}

/* Appends what begins with '&', and returns its end. */
static const char *
take_reference(const char *at, GString *text)
{
  const gsize n = strspn(at + 1, "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  const gunichar c = at[1 + n] == ';' ? referred(at + 1, n) : 0;
  if (c != 0)
    g_string_append_unichar(text, c);
  else
    g_string_append_c(text, '&');
  return c != 0 ? at + n + 2 : at + 1;
}

/* Returns what follows the words, or the end of the text where they do not come. Case does not matter. */
static const char *
after(const char *at, const char *words)
{
  const gsize n = strlen(words);
  for (; *at != '\0'; at++)
    if (g_ascii_strncasecmp(at, words, n) == 0)
      return at + n;
  return at;
}

static const char *
skip_tag(const char *at)
{
  for (char quote = '\0'; *at != '\0'; at++)
    if (quote == '\0' && *at == '>')
      return at + 1;
    else if (quote != '\0' ? *at == quote : *at == '"' || *at == '\'')
      quote = quote == '\0' ? *at : '\0';
  return at;
}

static gboolean
is_named(const char *at, const char *name)
{
  const gsize n = strlen(name);
  return g_ascii_strncasecmp(at, name, n) == 0 && !g_ascii_isalnum(at[n]);
}

/* Returns the end of what begins with '<' and is no text; `at` itself where it is text. */
static const char *
skip_markup(const char *at)
{
  if (strncmp(at, "<!--", 4) == 0)
    return after(at + 4, "-->");
  if (is_named(at, "<script"))
    return skip_tag(after(at, "</script"));
  if (is_named(at, "<style"))
    return skip_tag(after(at, "</style"));
  return g_ascii_isalpha(at[1]) || (at[1] != '\0' && strchr("/!?", at[1]) != NULL) ? skip_tag(at) : at;
}

char *
relata_html_text(const char *html)
{
  GString *text = g_string_new(NULL);
  for (const char *at = html; *at != '\0';) {
    const char *end = *at == '<' ? skip_markup(at) : at;
    if (end > at)
      at = end;
    else if (*at == '&')
      at = take_reference(at, text);
    else
      g_string_append_c(text, *at++);
  }
  return g_string_free(text, FALSE);
}
