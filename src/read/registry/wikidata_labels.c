/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A file that says what items are called: two columns, as a query gives them. */
#include "read/beside.h"
#include "read/table/table.h"
#include "read/registry/wikidata_internal.h"
#include "text/error.h"
#include "text/name.h"

#include <string.h>

/* Returns the number of an item that is written as such or as the end of an address; NULL where it is none.
 */
static const char *
number_in(const char *field)
{
  const char *slash = strrchr(field, '/'), *colon = strrchr(field, ':');
  const char *number = slash != NULL ? slash + 1 : colon != NULL ? colon + 1 : field;
  return relata_wikidata_is_item(number) ? number : NULL;
}

static void
read_rows(RelataWikidataReading *reading, const char *shown, const char *bytes, gsize n)
{
  const RelataInput input = {.path = shown, .shown = shown, .bytes = bytes, .n = n};
  g_autoptr(RelataTable) table = relata_table_new(&input, (RelataDialect){0}, reading->diagnostics);
  RelataTableRow row;
  while (relata_table_next(table, &row, NULL)) {
    const char *number = row.n > 1 ? number_in(row.fields[0]) : NULL;
    g_autofree char *name = number != NULL ? relata_name_line(row.fields[1]) : NULL;
    if (name != NULL && *name != '\0' && !relata_wikidata_is_item(name))
      g_hash_table_replace(reading->labels, g_strdup(number), g_steal_pointer(&name));
  }
}

void
relata_wikidata_read_labels(RelataWikidataReading *reading)
{
  const char *name = relata_input_option(reading->input, "labels");
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n;
  if (name == NULL)
    return;
  const RelataPlace where = {reading->input->shown, 0, 0};
  if (relata_read_beside(reading->input, name, &bytes, &n, &error))
    read_rows(reading, relata_corpus_intern(reading->corpus, name), bytes, n);
  else
    relata_diagnose(reading->diagnostics, relata_beside_severity(error), "unreadable-file", &where,
                    "the file of labels stands beside the entities", "%s", error->message);
}
