/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A text that comes in pieces, and JSON split into records from it: for the unit test and the harness. */
#ifndef RELATA_TESTS_PIECES_H
#define RELATA_TESTS_PIECES_H

#include "read/json/json_split.h"

#include <cJSON.h>
#include <string.h>

/* Gives `first` bytes once, then `others` at a time. */
typedef struct {
  const char *bytes;
  gsize n, first, others;
} Drip;

static inline gssize
drip_pull(gpointer source, char *buffer, gsize n, GError **error G_GNUC_UNUSED)
{
  Drip *drip = source;
  const gsize piece = MIN(MIN(drip->n, n), drip->first > 0 ? drip->first : drip->others);
  memcpy(buffer, drip->bytes, piece);
  drip->bytes += piece;
  drip->n -= piece;
  drip->first = 0;
  return (gssize)piece;
}

/* The input that has nothing at its beginning and all of the drip after it. */
static inline RelataInput
drip_input(Drip *drip)
{
  return (RelataInput){.path = "x", .shown = "x", .bytes = "", .n = 0, .pull = drip_pull, .source = drip};
}

static inline void
append_diagnostics(GString *all, const RelataDiagnostics *diagnostics)
{
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++) {
    const RelataDiagnostic *found = relata_diagnostics_get(diagnostics, i);
    g_string_append_printf(all, "%u:%u %s: %s\n", found->line, found->column, found->code, found->message);
  }
}

/* What the splitter gives: of each record "line:column key = JSON" on a line, then what is said. */
static inline char *
split_all(const RelataInput *input, const char *const *keys)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataJson) json = relata_json_new("x", diagnostics);
  g_autoptr(RelataJsonSplit) split = relata_json_split_new(input, json, keys);
  g_autoptr(GError) error = NULL;
  GString *all = g_string_new(NULL);
  const char *key;
  for (cJSON *record; (record = relata_json_split_next(split, &key, &error)) != NULL;) {
    const RelataPlace place = relata_json_place(json, record);
    char *printed = cJSON_PrintUnformatted(record);
    g_string_append_printf(all, "%u:%u %s = %s\n", place.line, place.column, key != NULL ? key : "-",
                           printed);
    cJSON_free(printed);
  }
  if (error != NULL)
    g_string_append_printf(all, "%s\n", error->message);
  append_diagnostics(all, diagnostics);
  return g_string_free(all, FALSE);
}

static inline char *
split_drip(const char *bytes, gsize n, gsize first, gsize others, const char *const *keys)
{
  Drip drip = {bytes, n, first, others};
  const RelataInput input = drip_input(&drip);
  return split_all(&input, keys);
}

static inline char *
split_whole(const char *bytes, gsize n, const char *const *keys)
{
  const RelataInput input = {.path = "x", .shown = "x", .bytes = bytes, .n = n};
  return split_all(&input, keys);
}

#endif
