/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/xml/markup.h"

#include "text/name.h"

#include <string.h>

static const struct {
  const char *name;
  gunichar character;
} names[] = {
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0},
};

/* Returns the character of a reference, given what is between '&' and ';', or 0. */
static gunichar
character_of(const char *name, gsize n)
{
  char *end;
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (strlen(names[i].name) == n && strncmp(names[i].name, name, n) == 0)
      return names[i].character;
  if (n < 2 || n > 9 || *name != '#')
    return 0;
  const gboolean hex = g_ascii_tolower(name[1]) == 'x';
  const char *digits = name + (hex ? 2 : 1);
  if (!(hex ? g_ascii_isxdigit(*digits) : g_ascii_isdigit(*digits)))
    return 0;
  const guint64 code = g_ascii_strtoull(digits, &end, hex ? 16 : 10);
  const gboolean good =
      end == name + n && code >= 0x20 && code <= 0x10FFFF && g_unichar_validate((gunichar)code);
  return good ? (gunichar)code : 0;
}

char *
relata_markup_characters(const char *text)
{
  GString *plain = g_string_new(NULL);
  const char *at = text;
  for (const char *next; (next = strchr(at, '&')) != NULL; at = next) {
    const gsize n = strcspn(next + 1, "; &");
    const gunichar character = next[1 + n] == ';' ? character_of(next + 1, n) : 0;
    g_string_append_len(plain, at, next - at);
    if (character != 0)
      g_string_append_unichar(plain, character);
    else
      g_string_append_c(plain, '&');
    next += character != 0 ? n + 2 : 1;
  }
  g_string_append(plain, at);
  return g_string_free(plain, FALSE);
}

/* Returns whether a tag begins or ends a line. */
static gboolean
breaks(const char *tag)
{
  static const char *const breaking[] = {"br", "p", "div", "li", "tr", "td", "h1", "h2", "h3", NULL};
  tag += *tag == '/' ? 1 : 0;
  g_autofree char *name =
      g_ascii_strdown(tag, (gssize)strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456"));
  return g_strv_contains(breaking, name);
}

static char *
without_tags(const char *html)
{
  g_autoptr(GString) text = g_string_new(NULL);
  const char *at = html;
  for (const char *tag, *end; (tag = strchr(at, '<')) != NULL && (end = strchr(tag, '>')) != NULL;
       at = end + 1) {
    g_string_append_len(text, at, tag - at);
    if (breaks(tag + 1))
      g_string_append_c(text, ' ');
  }
  g_string_append(text, at);
  return relata_markup_characters(text->str);
}

char *
relata_markup_label(const char *label)
{
  g_autofree char *line = relata_name_line(label);
  if (*line != '<' || !g_ascii_isalpha(line[1]) || !g_str_has_suffix(line, ">"))
    return g_steal_pointer(&line);
  g_autofree char *text = without_tags(line);
  return relata_name_line(text);
}
