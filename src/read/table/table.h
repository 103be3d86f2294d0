/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a table of separated values (RFC 4180, and tabs or other separators) row by row, in pieces: memory
 * does not grow with the file. A row that is no CSV is reported, and costs only itself. */
#ifndef RELATA_READ_TABLE_TABLE_H
#define RELATA_READ_TABLE_TABLE_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

/* The most fields that a row has, and the longest row with quotation marks, in bytes: one that is never
 * closed must not swallow the file. */
#define RELATA_TABLE_MOST_FIELDS 100000
#define RELATA_TABLE_MOST_QUOTED ((gsize)16 << 20)

typedef struct {
  char delimiter;   /* '\0': the one of , ; TAB | that divides the first rows most evenly */
  gboolean letters; /* quotation marks are letters like others */
} RelataDialect;

/* A row. Its fields are valid until the next one is read. */
typedef struct {
  const char *const
      *fields; /* UTF-8, without the quotation marks and blanks around it; "" where it is empty */
  guint n;
  guint line; /* of its beginning */
} RelataTableRow;

typedef struct RelataTable RelataTable;

/* Borrows the input and the diagnostics. */
RelataTable *relata_table_new(const RelataInput *input, RelataDialect dialect,
                              RelataDiagnostics *diagnostics);
void relata_table_free(RelataTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTable, relata_table_free)

/* Reads the next row; blank lines are none. Reports what is no CSV [wrong-csv], no UTF-8 [invalid-utf8] or
 * too long [too-large], and goes on in the next line. FALSE at the end, and with *error where reading fails.
 * O(row)
 */
gboolean relata_table_next(RelataTable *table, RelataTableRow *row, GError **error);

/* Returns where a field of the row that was read last stands. O(row) */
RelataPlace relata_table_place(const RelataTable *table, guint field);

/* Returns the separator that is used. */
char relata_table_delimiter(const RelataTable *table);

/* Returns the separator of , ; TAB | that divides the first rows most evenly; ',' where none does. O(n). */
char relata_table_guess_delimiter(const char *bytes, gsize n);

G_END_DECLS

#endif
