/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which colours of a theme are drawn on which others, and the counterpart of each in its dark part. */
#include "draw/sheet/theme.h"

#include <stddef.h>
#include <string.h>

/* A colour at the theme's top level. */
typedef struct {
  const char *pointer;
  gsize offset;
} Slot;

static const Slot slots[] = {
    {"/ground", offsetof(RelataTheme, ground)},     {"/ink", offsetof(RelataTheme, ink)},
    {"/soft_ink", offsetof(RelataTheme, soft_ink)}, {"/rule", offsetof(RelataTheme, rule)},
    {"/marker", offsetof(RelataTheme, marker)},
};
enum { GROUND, INK, SOFT_INK, RULE, MARKER };

static const struct {
  guint front, back; /* indices of slots */
  double needed;
} pairs[] = {
    {INK, GROUND, RELATA_CONTRAST_TEXT},
    {SOFT_INK, GROUND, RELATA_CONTRAST_TEXT},
    {RULE, GROUND, RELATA_CONTRAST_LINE},
    {INK, MARKER, RELATA_CONTRAST_TEXT},
};

static const char *
slot_color(const RelataTheme *theme, guint slot)
{
  return *(const char *const *)(gconstpointer)((const char *)theme + slots[slot].offset);
}

typedef struct {
  const char *base; /* JSON Pointer to the part of the file that holds the theme */
  RelataContrastVisit visit;
  gpointer data;
} Walk;

static void
visit(const Walk *walk, const char *front, const char *front_color, const char *back, const char *back_color,
      double needed)
{
  g_autofree char *from = g_strconcat(walk->base, front, NULL), *on = g_strconcat(walk->base, back, NULL);
  const RelataContrast contrast = {from,       on,     front_color,
                                   back_color, needed, relata_theme_contrast(front_color, back_color)};
  walk->visit(&contrast, walk->data);
}

static void
walk_theme(const RelataTheme *theme, const Walk *walk)
{
  const char *ground = slots[GROUND].pointer, *marker = slots[MARKER].pointer;
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
    visit(walk, slots[pairs[i].front].pointer, slot_color(theme, pairs[i].front),
          slots[pairs[i].back].pointer, slot_color(theme, pairs[i].back), pairs[i].needed);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    const RelataSignStyle *sign = &theme->signs[i];
    g_autofree char *line = g_strdup_printf("/signs/%s/line", sign->name);
    g_autofree char *ink = g_strdup_printf("/signs/%s/ink", sign->name);
    visit(walk, line, sign->line, ground, theme->ground, RELATA_CONTRAST_LINE);
    visit(walk, ink, sign->ink, ground, theme->ground, RELATA_CONTRAST_TEXT);
    visit(walk, ink, sign->ink, marker, theme->marker, RELATA_CONTRAST_TEXT);
  }
  for (guint i = 0; i < theme->n_tints; i++) {
    const RelataTint *tint = &theme->tints[i];
    g_autofree char *fill = g_strdup_printf("/tints/%u/fill", i);
    g_autofree char *stroke = g_strdup_printf("/tints/%u/stroke", i);
    visit(walk, slots[INK].pointer, theme->ink, fill, tint->fill, RELATA_CONTRAST_TEXT);
    visit(walk, stroke, tint->stroke, ground, theme->ground, RELATA_CONTRAST_LINE);
    visit(walk, stroke, tint->stroke, fill, tint->fill, RELATA_CONTRAST_LINE);
  }
}

void
relata_theme_contrasts(const RelataTheme *theme, RelataContrastVisit visitor, gpointer data)
{
  walk_theme(theme, &(Walk){"", visitor, data});
  if (theme->dark != NULL)
    walk_theme(theme->dark, &(Walk){"/dark", visitor, data});
}

const char *
relata_theme_dark_color(const RelataTheme *theme, const char *color, RelataColorUse use)
{
  const RelataTheme *dark = theme->dark;
  for (guint i = 0; i < G_N_ELEMENTS(slots); i++)
    if (strcmp(color, slot_color(theme, i)) == 0)
      return slot_color(dark, i);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    if (use != RELATA_COLOR_OF_TEXT && strcmp(color, theme->signs[i].line) == 0)
      return dark->signs[i].line;
    if (use == RELATA_COLOR_OF_TEXT && strcmp(color, theme->signs[i].ink) == 0)
      return dark->signs[i].ink;
    if (use == RELATA_COLOR_OF_FILL && strcmp(color, relata_theme_pale(theme, i)) == 0)
      return relata_theme_pale(dark, i);
  }
  for (guint i = 0; i < theme->n_tints; i++) {
    if (use == RELATA_COLOR_OF_FILL && strcmp(color, theme->tints[i].fill) == 0)
      return dark->tints[i].fill;
    if (use == RELATA_COLOR_OF_LINE && strcmp(color, theme->tints[i].stroke) == 0)
      return dark->tints[i].stroke;
  }
  if (use != RELATA_COLOR_OF_TEXT)
    return relata_theme_darken(color, dark->ground, RELATA_CONTRAST_LINE);
  /* The name of a new relation stands on the marker, where contrast is lower than on the ground. */
  const char *ink = relata_theme_darken(color, dark->ground, RELATA_CONTRAST_TEXT);
  return relata_theme_darken(ink, dark->marker, RELATA_CONTRAST_TEXT);
}

typedef struct {
  const RelataTheme *theme;
  RelataDarkClashVisit visit;
  gpointer data;
} ClashWalk;

static void
look_at(const ClashWalk *walk, const char *pointer, const char *light, const char *wanted, RelataColorUse use)
{
  const char *becomes = relata_theme_dark_color(walk->theme, light, use);
  const RelataDarkClash clash = {pointer, light, becomes, wanted};
  if (strcmp(becomes, wanted) != 0)
    walk->visit(&clash, walk->data);
}

void
relata_theme_dark_clashes(const RelataTheme *theme, RelataDarkClashVisit visitor, gpointer data)
{
  const RelataTheme *dark = theme->dark;
  const ClashWalk walk = {theme, visitor, data};
  for (guint i = 0; i < G_N_ELEMENTS(slots); i++)
    look_at(&walk, slots[i].pointer, slot_color(theme, i), slot_color(dark, i), RELATA_COLOR_OF_LINE);
  for (guint i = 0; i < RELATA_N_SIGNS; i++) {
    g_autofree char *line = g_strdup_printf("/signs/%s/line", theme->signs[i].name);
    g_autofree char *ink = g_strdup_printf("/signs/%s/ink", theme->signs[i].name);
    look_at(&walk, line, theme->signs[i].line, dark->signs[i].line, RELATA_COLOR_OF_LINE);
    look_at(&walk, ink, theme->signs[i].ink, dark->signs[i].ink, RELATA_COLOR_OF_TEXT);
  }
  for (guint i = 0; i < theme->n_tints; i++) {
    g_autofree char *fill = g_strdup_printf("/tints/%u/fill", i);
    g_autofree char *stroke = g_strdup_printf("/tints/%u/stroke", i);
    look_at(&walk, fill, theme->tints[i].fill, dark->tints[i].fill, RELATA_COLOR_OF_FILL);
    look_at(&walk, stroke, theme->tints[i].stroke, dark->tints[i].stroke, RELATA_COLOR_OF_LINE);
  }
}
