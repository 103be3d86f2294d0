/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a mapping, for a small table. */
#include "harness.h"

#include "relata.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  static const char table[] = "from,relation,to,date\nA,met,B,2021-01-02\n\"C, D\",owns,A,31/12/2020\n";
  harness_write("relations.csv", table, sizeof table - 1);
  scratch_write(&harness, "mapping.json", (const char *)data, n);
  g_autofree char *path = scratch_file(&harness, "relations.csv");
  g_autofree char *map = scratch_file(&harness, "mapping.json");
  const char *paths[] = {path};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(10);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataCorpus) corpus =
      relata_read(paths, 1, &(RelataReadOptions){.map = map}, diagnostics, &error);
  g_assert_true((corpus == NULL) == (error != NULL));
  return 0;
}
