/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/date_pattern.h"

#include "text/date.h"

#include <string.h>

static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};

typedef struct {
  int year, month, day; /* −1: the pattern has none */
  gboolean timed;
} Parts;

/* Reads a number of at most `most` digits. FALSE where there is none. */
static gboolean
read_number(const char **at, guint most, int *number)
{
  guint n = 0;
  int value = 0;
  for (; n < most && g_ascii_isdigit((*at)[n]); n++)
    value = value * 10 + g_ascii_digit_value((*at)[n]);
  *at += n;
  if (number != NULL)
    *number = value;
  return n > 0;
}

/* Reads the name of a month, whole or its first three letters, with a full stop or without. */
static gboolean
read_month(const char **at, int *month)
{
  gsize n = 0;
  while (g_ascii_isalpha((*at)[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS(months); i++)
    if ((n == 3 || n == strlen(months[i]) || (n == 4 && i == 8)) &&
        g_ascii_strncasecmp(*at, months[i], n) == 0) {
      *month = (int)i + 1;
      *at += n + ((*at)[n] == '.' && n < strlen(months[i]));
      return TRUE;
    }
  return FALSE;
}

/* Reads "Z", "+02:00", "-0500" or nothing. */
static gboolean
read_zone(const char **at)
{
  if (**at == 'Z') {
    ++*at;
  } else if (**at == '+' || **at == '-') {
    ++*at;
    if (!read_number(at, 4, NULL))
      return FALSE;
    if (**at == ':') {
      ++*at;
      return read_number(at, 2, NULL);
    }
  }
  return TRUE;
}

/* Reads a year of two digits, as POSIX has it. */
static gboolean
read_short_year(const char **at, int *year)
{
  if (!read_number(at, 2, year))
    return FALSE;
  *year += *year < 69 ? 2000 : 1900;
  return TRUE;
}

static gboolean
read_part(const char **at, char letter, Parts *parts)
{
  const char *begin = *at;
  switch (letter) {
  case 'Y':
    return read_number(at, 4, &parts->year) && *at - begin == 4;
  case 'y':
    return read_short_year(at, &parts->year);
  case 'm':
    return read_number(at, 2, &parts->month) && parts->month <= 12;
  case 'd':
  case 'e':
    return read_number(at, 2, &parts->day);
  case 'b':
  case 'B':
    return read_month(at, &parts->month);
  case 'H':
  case 'M':
  case 'S':
    parts->timed = TRUE;
    return read_number(at, 2, NULL);
  case 'f':
    return read_number(at, 9, NULL);
  case 'z':
    return read_zone(at);
  default:
    return FALSE;
  }
}

static void
skip_blanks(const char **at)
{
  while (g_ascii_isspace(**at))
    ++*at;
}

/* Returns whether all of the text is of the pattern. */
static gboolean
match(const char *text, const char *pattern, Parts *parts)
{
  const char *at = text;
  for (const char *sign = pattern; *sign != '\0'; sign++) {
    if (g_ascii_isspace(*sign)) {
      skip_blanks(&at);
    } else if (*sign == '%' && sign[1] != '%') {
      if (!read_part(&at, *++sign, parts))
        return FALSE;
    } else {
      sign += *sign == '%';
      if (*at++ != *sign)
        return FALSE;
    }
  }
  skip_blanks(&at);
  return *at == '\0';
}

static RelataWritten
write_date(const Parts *parts, char **edtf, gboolean *timed)
{
  *edtf = NULL;
  if (parts->year <= 0)
    return parts->month <= 0 && parts->day <= 0 ? RELATA_WRITTEN_NOTHING : RELATA_WRITTEN_OTHER;
  g_autofree char *date = parts->month <= 0 ? g_strdup_printf("%04d", parts->year)
                          : parts->day <= 0
                              ? g_strdup_printf("%04d-%02d", parts->year, parts->month)
                              : g_strdup_printf("%04d-%02d-%02d", parts->year, parts->month, parts->day);
  RelataDate ignored;
  if (!relata_date_parse(date, &ignored, NULL)) /* 30 February */
    return RELATA_WRITTEN_OTHER;
  *edtf = g_steal_pointer(&date);
  *timed |= parts->timed;
  return RELATA_WRITTEN_DATE;
}

RelataWritten
relata_date_by_pattern(const char *text, const char *pattern, char **edtf, gboolean *timed)
{
  g_return_val_if_fail(text != NULL && pattern != NULL && edtf != NULL && timed != NULL,
                       RELATA_WRITTEN_OTHER);
  Parts parts = {-1, -1, -1, FALSE};
  *edtf = NULL;
  skip_blanks(&text);
  if (*text == '\0')
    return RELATA_WRITTEN_NOTHING;
  return match(text, pattern, &parts) ? write_date(&parts, edtf, timed) : RELATA_WRITTEN_OTHER;
}

RelataWritten
relata_date_by_form(const char *text, char **edtf, gboolean *timed)
{
  static const char *const forms[] = {
      "%Y-%m-%d",
      "%Y-%m-%d %H:%M:%S%z",
      "%Y-%m-%d %H:%M:%S.%f%z",
      "%Y-%m-%dT%H:%M:%S%z",
      "%Y-%m-%dT%H:%M%z",
      "%Y-%m-%d %H:%M",
      "%Y-%m-%dT%H:%M:%S.%f%z",
      "%Y%m%d",
      "%Y/%m/%d",
      "%Y.%m.%d",
      "%d %B %Y",
      "%B %d, %Y",
      "%B %d %Y",
      "%d-%b-%Y",
      "%B %Y",
      "%b-%Y",
      "%Y-%m",
      "%Y",
  };
  g_return_val_if_fail(text != NULL && edtf != NULL && timed != NULL, RELATA_WRITTEN_OTHER);
  g_autofree char *plain = g_strstrip(g_strdup(text));
  RelataDate date;
  *edtf = NULL;
  if (*plain == '\0')
    return RELATA_WRITTEN_NOTHING;
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    const RelataWritten written = relata_date_by_pattern(plain, forms[i], edtf, timed);
    if (written != RELATA_WRITTEN_OTHER)
      return written;
  }
  if (!relata_date_parse(plain, &date, NULL))
    return RELATA_WRITTEN_OTHER;
  *edtf = g_steal_pointer(&plain);
  return RELATA_WRITTEN_DATE;
}

gboolean
relata_date_pattern_is_valid(const char *pattern, const char **wrong)
{
  g_return_val_if_fail(pattern != NULL && wrong != NULL, FALSE);
  gboolean year = FALSE;
  for (*wrong = pattern; **wrong != '\0'; ++*wrong) {
    if (**wrong != '%')
      continue;
    const char letter = (*wrong)[1];
    if (letter == '\0' || strchr("YymdebBHMSfz%", letter) == NULL)
      return FALSE;
    year |= letter == 'Y' || letter == 'y';
    ++*wrong;
  }
  return year;
}

char *
relata_date_interval(const char *begin, const char *end)
{
  const char *from = begin != NULL ? begin : "", *to = end != NULL ? end : "";
  return *from != '\0' || *to != '\0' ? g_strconcat(from, "/", to, NULL) : NULL;
}

static gboolean
is_before(const char *end, const char *begin)
{
  RelataDate first, last;
  return relata_date_parse(begin, &first, NULL) && relata_date_parse(end, &last, NULL) &&
         last.end_max < first.begin_min;
}

gboolean
relata_date_period(const char *begin, const char *end, gboolean state, char **edtf)
{
  g_return_val_if_fail(edtf != NULL, FALSE);
  const gboolean goes_on = end != NULL && strcmp(end, "..") == 0;
  *edtf = NULL;
  if (begin != NULL && end != NULL && !goes_on && is_before(end, begin))
    return FALSE;
  if (begin == NULL && goes_on)
    return TRUE;
  if (!state && begin != NULL && g_strcmp0(begin, end) == 0)
    *edtf = g_strdup(begin);
  else
    *edtf = relata_date_interval(begin, end);
  return TRUE;
}
