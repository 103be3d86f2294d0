/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/mount_internal.h"

#define DATE 1.26 /* the size of a date, as a multiple of that of a subtitle */

/* Puts a text at the left margin, below what is already there. */
static gboolean
add_words(RelataMount *mount, const char *id, const char *words, const RelataWordsStyle *style,
          GError **error)
{
  RelataGlyph *glyph = relata_mount_set(mount, words, style, mount->width - 2 * mount->margin, error);
  if (glyph == NULL)
    return FALSE;
  glyph->id = g_strdup(id);
  glyph->classes = g_strdup(id);
  glyph->turn = ++mount->turn;
  glyph->x = mount->margin + glyph->width / 2;
  glyph->y = mount->y - glyph->height / 2;
  mount->y -= glyph->height;
  g_ptr_array_add(mount->words, glyph);
  return TRUE;
}

static void
add_rule(RelataMount *mount)
{
  /* A line must belong to two glyphs; which ones does not matter. */
  RelataCurve *rule = relata_curve_new(0, mount->sheet->glyphs->len - 1);
  rule->id = g_strdup("rule");
  rule->classes = g_strdup("rule");
  rule->part = RELATA_PART_LEGEND;
  rule->color = mount->diagram->theme->rule;
  rule->width = mount->diagram->theme->rule_width * mount->unit;
  relata_curve_set_straight(rule, (RelataPoint){mount->margin, mount->y},
                            (RelataPoint){mount->width - mount->margin, mount->y});
  g_ptr_array_add(mount->sheet->curves, rule);
}

gboolean
relata_mount_add_words_below(RelataMount *mount, GError **error)
{
  RelataDiagram *diagram = mount->diagram;
  mount->y -= 20 * mount->unit;
  add_rule(mount);
  mount->y -= 10 * mount->unit;
  for (guint group = 0; group < RELATA_N_LEGEND_GROUPS; group++)
    if (!relata_mount_add_legend(mount, group, 5 * diagram->theme->legend * mount->unit, error))
      return FALSE;
  g_autoptr(GString) caption = g_string_new(NULL);
  for (guint i = 0; i < diagram->captions->len; i++)
    g_string_append_printf(caption, "%s%s", i > 0 ? " " : "",
                           (const char *)g_ptr_array_index(diagram->captions, i));
  mount->y -= 6 * mount->unit;
  const RelataWordsStyle style = {RELATA_PART_CAPTION, diagram->theme->caption, FALSE,
                                  diagram->theme->soft_ink, 8};
  return caption->len == 0 || add_words(mount, "caption", caption->str, &style, error);
}

gboolean
relata_mount_add_heading(RelataMount *mount, GError **error)
{
  const RelataDiagram *diagram = mount->diagram;
  const RelataTheme *theme = diagram->theme;
  const struct {
    const char *id, *words; /* words may be NULL */
    RelataWordsStyle style;
  } lines[] = {
      {"title", diagram->title, {RELATA_PART_HEADING, theme->title, TRUE, theme->ink, 3}},
      {"subtitle", diagram->subtitle, {RELATA_PART_HEADING, theme->subtitle, FALSE, theme->soft_ink, 3}},
      {"date", diagram->date, {RELATA_PART_HEADING, DATE * theme->subtitle, TRUE, theme->ink, 2}},
  };
  for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
    if (lines[i].words != NULL && !add_words(mount, lines[i].id, lines[i].words, &lines[i].style, error))
      return FALSE;
  mount->y -= 18 * mount->unit;
  return TRUE;
}
