/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/when.h"

#include "read/statement.h"
#include "text/date_pattern.h"

#include <string.h>

char *
relata_when_date(const RelataInput *input, RelataDiagnostics *diagnostics, RelataPlace where,
                 const char *text)
{
  char *edtf = NULL;
  gboolean timed = FALSE;
  if (text == NULL)
    return NULL;
  if (relata_date_by_form(text, &edtf, &timed) == RELATA_WRITTEN_OTHER)
    relata_diagnose(diagnostics, RELATA_WARNING, "wrong-date", &where, NULL,
                    "'%s' is not a date whose form has one meaning" RELATA_DATE_LEFT_OUT, text);
  if (timed)
    relata_account_remark(input->account, RELATA_REMARK_TIMED);
  return edtf;
}

static gboolean
is_before(const char *end, const char *begin)
{
  RelataDate first, last;
  return relata_date_parse(begin, &first, NULL) && relata_date_parse(end, &last, NULL) &&
         last.end_max < first.begin_min;
}

char *
relata_when_between(RelataDiagnostics *diagnostics, RelataPlace where, const char *begin, const char *end,
                    gboolean state)
{
  if (begin != NULL && end != NULL && strcmp(end, "..") != 0 && is_before(end, begin)) {
    relata_diagnose(diagnostics, RELATA_WARNING, "wrong-date", &where, NULL,
                    "it ends on '%s', before it begins on '%s'" RELATA_DATE_LEFT_OUT, end, begin);
    return NULL;
  }
  if (begin == NULL && g_strcmp0(end, "..") == 0)
    return NULL; /* it is only known that it goes on */
  if (!state && begin != NULL && g_strcmp0(begin, end) == 0)
    return g_strdup(begin);
  return relata_date_interval(begin, end);
}
