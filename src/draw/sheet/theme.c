/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Computations on themes. The colours of the built-in themes follow Okabe and Ito, "Color Universal Design"
 * (2008): vermillion, blue and reddish purple can be distinguished with every common colour vision
 * deficiency. Arrowheads and strands repeat the sign for print in black and white. */
#include "draw/sheet/theme.h"

#include <math.h>

const char *const relata_sign_names[RELATA_N_SIGNS] = {
    [RELATA_SIGN_NEGATIVE] = "negative",
    [RELATA_SIGN_NEUTRAL] = "neutral",
    [RELATA_SIGN_POSITIVE] = "positive",
    [RELATA_SIGN_MIXED] = "mixed",
};

RelataSignLook
relata_theme_sign(int sign)
{
  return sign < 0 ? RELATA_SIGN_NEGATIVE : sign > 0 ? RELATA_SIGN_POSITIVE : RELATA_SIGN_NEUTRAL;
}

const char *
relata_theme_head(const RelataTheme *theme, RelataSignLook look, gboolean disputed)
{
  const char *head = theme->signs[look].head;
  if (!disputed)
    return head;
  g_autofree char *barred = g_strconcat(g_str_equal(head, "none") ? "" : head, "nonetee", NULL);
  return g_intern_string(barred);
}

double
relata_theme_name_size(const RelataTheme *theme, double share)
{
  /* The size grows by the square root, as the eye compares areas. It is rounded to half points, so that sizes
   * form steps. */
  const double size =
      theme->smallest_name + (theme->largest_name - theme->smallest_name) * sqrt(CLAMP(share, 0, 1));
  return round(size * 2) / 2;
}

double
relata_theme_line_width(const RelataTheme *theme, guint corroboration)
{
  return MIN(theme->line + theme->line_step * (MAX(corroboration, 1) - 1), theme->widest_line);
}

double
relata_theme_head_size(double line_width)
{
  return 0.55 + 0.1 * line_width;
}

void
relata_theme_set_line(const RelataTheme *theme, RelataSignLook look, guint corroboration, RelataCurve *curve)
{
  const RelataSignStyle *style = &theme->signs[look];
  const double more = relata_theme_line_width(theme, corroboration) - theme->line;
  curve->color = style->line;
  curve->strands = style->strands;
  /* The strands share what corroboration adds, so that a line of three does not grow three times as fast. */
  curve->strand = (theme->line + more / style->strands) * style->weight;
  curve->width = style->strands * curve->strand + (style->strands - 1) * theme->strand_gap;
  curve->head_size = relata_theme_head_size(curve->width);
}

RelataTint
relata_theme_tint(const RelataTheme *theme, guint type)
{
  return theme->tints[type == RELATA_NONE ? 0 : type % theme->n_tints];
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
  const guint end = luminance(ground) > 0.18 ? 0 : 255; /* above this luminance black shows better than
                                                           white */
  char made[8];
  g_strlcpy(made, color, sizeof made);
  for (guint step = 1; step <= 20 && relata_theme_contrast(made, ground) < contrast; step++) {
    guint channels[3];
    for (guint i = 0; i < 3; i++)
      channels[i] = (guint)lround(channel(color, i) * 255 * (1 - step / 20.0) + end * (step / 20.0));
    g_snprintf(made, sizeof made, "#%02x%02x%02x", channels[0], channels[1], channels[2]);
  }
  return g_intern_string(made);
}

/* Returns the colour mixed with a share (0 … 1) of another. */
static const char *
blend(const char *color, const char *other, double share)
{
  char mixed[8];
  guint channels[3];
  for (guint i = 0; i < 3; i++)
    channels[i] = (guint)lround(255 * (channel(color, i) * (1 - share) + channel(other, i) * share));
  g_snprintf(mixed, sizeof mixed, "#%02x%02x%02x", channels[0], channels[1], channels[2]);
  return g_intern_string(mixed);
}

const char *
relata_theme_find_marker(const char *ground, const char *ink)
{
  const char *marker = ground;
  for (guint percent = 50; percent >= 5; percent -= 5) {
    marker = blend(ground, "#ffd000", percent / 100.0);
    if (relata_theme_contrast(ink, marker) >= 1.2 * RELATA_CONTRAST_TEXT) /* other inks have less contrast */
      break;
  }
  return marker;
}

const char *
relata_theme_pale(const RelataTheme *theme, RelataSignLook look)
{
  return blend(theme->signs[look].line, theme->ground, 0.62);
}
