/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing: from a network to bytes. A format is one file write/NAME.c and one row in write/formats.c. */
#ifndef RELATA_WRITE_WRITE_H
#define RELATA_WRITE_WRITE_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  const char *name;        /* "graphml": the word for --to and the file extension */
  const char *description; /* one line, for 'relata help formats' */
  /* Appends the whole output. Returns FALSE where a library fails (RELATA_ERROR_FAILED); what was appended
   * then must not be used. Usually O(network and claims). */
  gboolean (*write)(const RelataNetwork *network, GString *out, GError **error);
} RelataOutputFormat;

/* The table of output formats. The last row has no name. */
extern const RelataOutputFormat relata_output_formats[];

/* Returns the row with that name, ignoring case, or NULL with RELATA_ERROR_FORMAT, whose message gives the
 * nearest name. */
const RelataOutputFormat *relata_output_format_find(const char *name, GError **error);

RELATA_END_DECLS

#endif
