/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef RELATA_READ_TABLE_MAPPING_ROWS_H
#define RELATA_READ_TABLE_MAPPING_ROWS_H

#include "read/table/mapping.h"

G_BEGIN_DECLS

/* The option of tables that takes "former" from relations into the note. */
#define RELATA_OPTION_FORMER "former"

/* Adds what the rows of a table say, under a mapping, to the corpus, and counts in the input's account what
 * is left out. FALSE with *error where reading fails. O(table) */
gboolean relata_mapping_read_rows(RelataCorpus *corpus, const RelataInput *input,
                                  const RelataMapping *mapping, RelataDiagnostics *diagnostics,
                                  GError **error);

G_END_DECLS

#endif
