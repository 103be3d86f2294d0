/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When something held or happened, as records of databases write it: a beginning and an end, each a date
 * whose form has one meaning. */
#ifndef RELATA_READ_WHEN_H
#define RELATA_READ_WHEN_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

/* Returns a date in EDTF, or NULL where there is none. Reports one that has no one meaning [wrong-date] and
 * counts a time of day that is dropped. text may be NULL. Newly allocated. */
char *relata_when_date(const RelataInput *input, RelataDiagnostics *diagnostics, RelataPlace where,
                       const char *text);

/* Returns the EDTF of a beginning and an end, both in EDTF, ".." or NULL. Where they are equal it is the one
 * date, except for a state. Reports an end that is before the beginning [wrong-date], and returns NULL then,
 * as where nothing is known. Newly allocated. */
char *relata_when_between(RelataDiagnostics *diagnostics, RelataPlace where, const char *begin,
                          const char *end, gboolean state);

G_END_DECLS

#endif
