/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of output formats. A new format needs a file write/NAME.c, its function in formats.h, and a row
 * here. */
#include "write/formats.h"

#include "text/message.h"
#include "write/write.h"

const RelataOutputFormat relata_output_formats[] = {
    {"graphml", "GraphML, for Gephi, igraph, networkx, yEd: actors and ties, without the claims",
     relata_write_graphml, FALSE},
    {"json", "JSON with everything that the selection holds: actors, ties, claims, documents",
     relata_write_json, TRUE},
    {"csv", "CSV (RFC 4180), one line for each claim", relata_write_csv, TRUE},
    {"dot", "DOT, for Graphviz: actors and ties, without layout and claims", relata_write_dot, FALSE},
    {NULL, NULL, NULL, FALSE},
};

const RelataOutputFormat *
relata_output_format_find(const char *name, GError **error)
{
  g_return_val_if_fail(name != NULL, NULL);
  const char *names[G_N_ELEMENTS(relata_output_formats)];
  guint n = 0;
  for (const RelataOutputFormat *format = relata_output_formats; format->name != NULL; format++) {
    if (g_ascii_strcasecmp(format->name, name) == 0)
      return format;
    names[n++] = format->name;
  }
  relata_unknown(error, RELATA_ERROR_FORMAT, "output format", name, names, n);
  return NULL;
}
