/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colours after Okabe and Ito, "Color Universal Design" (2008): vermillion, blue and reddish purple are told
 * apart in every common colour vision deficiency. Arrowheads repeat the sign for print in black. */
#include "draw/theme.h"

#include <math.h>

const RelataTheme relata_theme_print = {
    .ground = "#ffffff",
    .ink = "#1a1a1a",
    .soft_ink = "#595959",
    .rule = "#c8c8c8",
    .marker = "#ffe999",
    .fonts = "Helvetica,Arial,Liberation Sans,sans-serif",
    .signs =
        {
            [RELATA_SIGN_NEGATIVE] = {"negative", "hostile", "#d55e00", "#a84300", "normal"},
            [RELATA_SIGN_NEUTRAL] = {"neutral", "neutral", "#909090", "#595959", "vee"},
            [RELATA_SIGN_POSITIVE] = {"positive", "friendly", "#0072b2", "#005a8e", "onormal"},
            [RELATA_SIGN_MIXED] = {"mixed", "both hostile and friendly", "#a0488a", "#86316f", "diamond"},
        },
    .tints =
        {
            {"#ececec", "#666666"},
            {"#fdf3c7", "#8a6d00"},
            {"#dcecf9", "#33719f"},
            {"#e8e2f4", "#6d55a3"},
            {"#fbe3cf", "#a85a16"},
            {"#e6edd3", "#647a26"},
            {"#d6f0e6", "#1b7f5c"},
            {"#ffffff", "#595959"},
            {"#d9f1f3", "#227d86"},
            {"#f6e1ec", "#9a4a78"},
            {"#efe6dc", "#7d6248"},
            {"#f7dcd8", "#a3453a"},
        },
    .smallest_name = 10.5,
    .largest_name = 22,
    .even_name = 13,
    .asked_outline = 2.4,
    .tie_label = 9,
};

RelataSignLook
relata_theme_sign(int sign)
{
  return sign < 0 ? RELATA_SIGN_NEGATIVE : sign > 0 ? RELATA_SIGN_POSITIVE : RELATA_SIGN_NEUTRAL;
}

double
relata_theme_name_size(const RelataTheme *theme, double share)
{
  /* By the square root: an area's growth is what the eye compares. In half points, so that sizes form steps.
   */
  const double size =
      theme->smallest_name + (theme->largest_name - theme->smallest_name) * sqrt(CLAMP(share, 0, 1));
  return round(size * 2) / 2;
}

double
relata_theme_line_width(guint corroboration)
{
  return MIN(1.0 + 0.9 * (MAX(corroboration, 1) - 1), 5);
}

RelataTint
relata_theme_tint(const RelataTheme *theme, guint type)
{
  return theme->tints[type == RELATA_NONE ? 0 : type % G_N_ELEMENTS(theme->tints)];
}

const char *
relata_theme_color(const char *color)
{
  if (color == NULL || color[0] != '#')
    return NULL;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit(color[i]))
      return NULL;
  return color[7] == '\0' ? g_intern_string(color) : NULL;
}

static double
channel(const char *color, guint index)
{
  const int value =
      g_ascii_xdigit_value(color[1 + 2 * index]) * 16 + g_ascii_xdigit_value(color[2 + 2 * index]);
  return value / 255.0;
}

static double
luminance(const char *color)
{
  static const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (guint i = 0; i < 3; i++) {
    const double c = channel(color, i);
    sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double
relata_theme_contrast(const char *a, const char *b)
{
  const double one = luminance(a), other = luminance(b);
  return (MAX(one, other) + 0.05) / (MIN(one, other) + 0.05);
}

const char *
relata_theme_darken(const char *color, const char *ground, double contrast)
{
  char dark[8];
  g_strlcpy(dark, color, sizeof dark);
  for (guint step = 1; step <= 20 && relata_theme_contrast(dark, ground) < contrast; step++) {
    const double keep = 255 * (1 - step / 20.0);
    g_snprintf(dark, sizeof dark, "#%02x%02x%02x", (guint)lround(channel(color, 0) * keep),
               (guint)lround(channel(color, 1) * keep), (guint)lround(channel(color, 2) * keep));
  }
  return g_intern_string(dark);
}

const char *
relata_theme_blend(const char *color, const char *other, double share)
{
  guint mixed[3];
  for (guint i = 0; i < 3; i++)
    mixed[i] = (guint)lround(255 * (channel(color, i) * (1 - share) + channel(other, i) * share));
  g_autofree char *blend = g_strdup_printf("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  return g_intern_string(blend);
}
