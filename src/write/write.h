/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing: corpus or network → bytes. A format is one file write/NAME.c and one row in write/formats.c. */
#ifndef RELATA_WRITE_WRITE_H
#define RELATA_WRITE_WRITE_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  const char *name;        /* "graphml": for --to and the file's ending */
  const char *description; /* one line, for 'relata help formats' */
  /* Appends the whole output. FALSE where a library fails (RELATA_ERROR_FAILED): then what was appended is
   * not to be used. O(network and claims), as a rule. */
  gboolean (*write)(const RelataNetwork *network, GString *out, GError **error);
} RelataOutputFormat;

/* The table, ended by a row without a name. */
extern const RelataOutputFormat relata_output_formats[];

/* The row of that name, or NULL with RELATA_ERROR_FORMAT and the nearest. */
const RelataOutputFormat *relata_output_format_find(const char *name, GError **error);

RELATA_END_DECLS

#endif
