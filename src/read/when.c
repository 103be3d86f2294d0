/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/when.h"

#include "read/statement.h"
#include "text/date_pattern.h"

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

char *
relata_when_between(RelataDiagnostics *diagnostics, RelataPlace where, const char *begin, const char *end,
                    gboolean state)
{
  char *when;
  if (!relata_date_period(begin, end, state, &when))
    relata_diagnose(diagnostics, RELATA_WARNING, "wrong-date", &where, NULL,
                    "it ends on '%s', before it begins on '%s'" RELATA_DATE_LEFT_OUT, end, begin);
  return when;
}
