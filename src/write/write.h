/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing: from a network to bytes. A format is one file write/NAME.c and one row in write/formats.c. */
#ifndef RELATA_WRITE_WRITE_H
#define RELATA_WRITE_WRITE_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* What a writer writes to. It appends to `text`, and passes that on after each record: to a file, a pipe, a
 * compressor. With `pass` NULL the text keeps everything. */
typedef struct RelataSink RelataSink;
struct RelataSink {
  GString *text; /* what was written and not passed on yet; the caller's */
  /* Takes the whole text and empties it. FALSE with *error ends the writing. */
  gboolean (*pass)(RelataSink *sink, GError **error);
  gpointer data; /* of `pass` */
};

typedef struct {
  const char *name;        /* "graphml": the word for --to and the file extension */
  const char *description; /* one line, for 'relata help formats' */
  /* Writes the whole output to the sink; what is in its text at the end is not passed on. Returns FALSE where
   * a library fails (RELATA_ERROR_FAILED) or the sink does; what was written then must not be used. Usually
   * O(network and claims). */
  gboolean (*write)(const RelataNetwork *network, RelataSink *sink, GError **error);
  gboolean has_claims; /* it writes each claim: those of reporting relations belong to it */
} RelataOutputFormat;

/* The table of output formats. The last row has no name. */
extern const RelataOutputFormat relata_output_formats[];

/* Returns the row with that name, ignoring case, or NULL with RELATA_ERROR_FORMAT, whose message gives the
 * nearest name. */
const RelataOutputFormat *relata_output_format_find(const char *name, GError **error);

RELATA_END_DECLS

#endif
