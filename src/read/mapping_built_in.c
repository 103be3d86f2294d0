/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The mappings of well-known tables: data/mappings/NAME.json, which are built into the library. */
#include "read/mapping.h"

#include <string.h>

static RelataMapping *
parse(const RelataMappingSource *source)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  return relata_mapping_parse(g_strndup((const char *)source->bytes, source->n), source->n, source->name,
                              source->name, unheard);
}

RelataMapping *
relata_mapping_built_in(const char *name)
{
  g_return_val_if_fail(name != NULL, NULL);
  for (const RelataMappingSource *source = relata_mapping_sources; source->name != NULL; source++)
    if (strcmp(source->name, name) == 0)
      return parse(source);
  return NULL;
}

/* Returns whether the first row of the table is one of the kind that the mapping is for. */
static gboolean
fits(const RelataMapping *mapping, const RelataInput *input)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  RelataInput held = *input;
  held.pull = NULL;
  g_autoptr(RelataTable) table = relata_table_new(&held, mapping->dialect, unheard);
  RelataTableRow row;
  return relata_table_next(table, &row, NULL) && relata_mapping_fits(mapping, row.fields, row.n);
}

char *
relata_mapping_propose(const RelataInput *input, const char **name)
{
  g_return_val_if_fail(input != NULL && name != NULL, NULL);
  char *guess = relata_mapping_guess(input);
  for (const RelataMappingSource *source = relata_mapping_sources; source->name != NULL; source++) {
    g_autoptr(RelataMapping) mapping = parse(source);
    /* A table that relates anybody is not one of actors only. */
    if (mapping == NULL || (mapping->claims->len == 0 && guess != NULL) || !fits(mapping, input))
      continue;
    g_free(guess);
    *name = source->name;
    return g_strndup((const char *)source->bytes, source->n);
  }
  *name = "plain columns";
  return guess;
}
