/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/grapheme.h"

/* The classes of UAX 29, table 2. */
typedef enum {
  NOTHING, /* the beginning of the text */
  CR,
  LF,
  CONTROL,
  EXTEND, /* and SpacingMark, which nothing distinguishes here */
  ZWJ,
  PREPEND,
  FLAG,
  HANGUL_L,
  HANGUL_V,
  HANGUL_T,
  HANGUL_LV,
  HANGUL_LVT,
  PICTURE,
  OTHER
} Class;

typedef struct {
  gunichar first, last;
  Class class;
} Range;

/* What differs from what the general category says (GraphemeBreakProperty.txt); in order. */
static const Range exceptions[] = {
    {0x0600, 0x0605, PREPEND},   {0x06DD, 0x06DD, PREPEND},   {0x070F, 0x070F, PREPEND},
    {0x0890, 0x0891, PREPEND},   {0x08E2, 0x08E2, PREPEND},   {0x0D4E, 0x0D4E, PREPEND},
    {0x0E33, 0x0E33, EXTEND},    {0x0EB3, 0x0EB3, EXTEND},    {0x102B, 0x102C, OTHER},
    {0x1038, 0x1038, OTHER},     {0x1062, 0x1064, OTHER},     {0x1067, 0x106D, OTHER},
    {0x1083, 0x1083, OTHER},     {0x1087, 0x108C, OTHER},     {0x108F, 0x108F, OTHER},
    {0x109A, 0x109C, OTHER},     {0x1A61, 0x1A61, OTHER},     {0x1A63, 0x1A64, OTHER},
    {0x200C, 0x200C, EXTEND},    {0x200D, 0x200D, ZWJ},       {0xAA7B, 0xAA7B, OTHER},
    {0xAA7D, 0xAA7D, OTHER},     {0xFF9E, 0xFF9F, EXTEND},    {0x110BD, 0x110BD, PREPEND},
    {0x110CD, 0x110CD, PREPEND}, {0x111C2, 0x111C3, PREPEND}, {0x11720, 0x11721, OTHER},
    {0x1193F, 0x1193F, PREPEND}, {0x11941, 0x11941, PREPEND}, {0x11A3A, 0x11A3A, PREPEND},
    {0x11A84, 0x11A89, PREPEND}, {0x11D46, 0x11D46, PREPEND}, {0x11F02, 0x11F02, PREPEND},
    {0x1F1E6, 0x1F1FF, FLAG},    {0x1F3FB, 0x1F3FF, EXTEND},  {0xE0020, 0xE007F, EXTEND},
};

static Class
class_by_category(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
    return c == '\r' ? CR : c == '\n' ? LF : CONTROL;
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_NON_SPACING_MARK:
    return EXTEND;
  case G_UNICODE_OTHER_SYMBOL:
  case G_UNICODE_MATH_SYMBOL: /* some arrows are */
    return PICTURE;
  default:
    return OTHER;
  }
}

static Class
class_of_hangul(gunichar c)
{
  switch (g_unichar_break_type(c)) {
  case G_UNICODE_BREAK_HANGUL_L_JAMO:
    return HANGUL_L;
  case G_UNICODE_BREAK_HANGUL_V_JAMO:
    return HANGUL_V;
  case G_UNICODE_BREAK_HANGUL_T_JAMO:
    return HANGUL_T;
  case G_UNICODE_BREAK_HANGUL_LV_SYLLABLE:
    return HANGUL_LV;
  case G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE:
    return HANGUL_LVT;
  default:
    return OTHER;
  }
}

static Class
class_of(gunichar c)
{
  if (c >= 0x20 && c < 0x7F) /* most of most texts */
    return OTHER;
  guint low = 0, high = G_N_ELEMENTS(exceptions);
  while (low < high) {
    const guint middle = (low + high) / 2;
    if (c < exceptions[middle].first)
      high = middle;
    else if (c > exceptions[middle].last)
      low = middle + 1;
    else
      return exceptions[middle].class;
  }
  const Class class = class_by_category(c);
  return class == OTHER ? class_of_hangul(c) : class;
}

static gboolean
is_one_syllable(Class before, Class class)
{
  if (before == HANGUL_L)
    return class == HANGUL_L || class == HANGUL_V || class == HANGUL_LV || class == HANGUL_LVT;
  if (before == HANGUL_LV || before == HANGUL_V)
    return class == HANGUL_V || class == HANGUL_T;
  return (before == HANGUL_LVT || before == HANGUL_T) && class == HANGUL_T;
}

/* The rules GB1 to GB999. */
static gboolean
is_parted(const RelataGraphemes *graphemes, Class class)
{
  const Class before = graphemes->before;
  if (before == NOTHING)
    return TRUE;
  if (before == CR && class == LF)
    return FALSE;
  if (before == CR || before == LF || before == CONTROL || class == CR || class == LF || class == CONTROL)
    return TRUE;
  if (class == EXTEND || class == ZWJ || before == PREPEND || is_one_syllable(before, class))
    return FALSE;
  if (class == PICTURE && graphemes->picture_zwj)
    return FALSE;
  return !(class == FLAG && graphemes->odd_flag);
}

gboolean
relata_grapheme_begins(RelataGraphemes *graphemes, gunichar c)
{
  const Class class = class_of(c);
  const gboolean parted = is_parted(graphemes, class);
  graphemes->picture_zwj = class == ZWJ && graphemes->picture;
  graphemes->picture = class == PICTURE || (class == EXTEND && graphemes->picture);
  graphemes->odd_flag = class == FLAG && !graphemes->odd_flag;
  graphemes->before = class;
  return parted;
}
