/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a table of comma-separated values (RFC 4180) row by row, with the place of each field. */
#ifndef RELATA_READ_CSV_ROWS_H
#define RELATA_READ_CSV_ROWS_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

typedef struct {
  const char *text; /* UTF-8, without quotation marks and the blanks around it; "" where it is empty */
  RelataPlace where;
} RelataCsvField;

/* Receives a row, which has at least one field, valid during the call; its first is the header. */
typedef void (*RelataCsvRow)(gpointer target, const RelataCsvField *fields, guint n);

/* Reads the whole input, which is in memory. What separates fields is the comma, semicolon or tab that the
 * first line has most of. Blank lines are no rows. Reports what is no CSV [wrong-csv] or no UTF-8
 * [invalid-utf8] and stops there: behind a quotation mark too many, the rest of a file has another meaning.
 * O(n). */
void relata_csv_rows(const RelataInput *input, RelataDiagnostics *diagnostics, RelataCsvRow row,
                     gpointer target);

G_END_DECLS

#endif
