/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables: CSV, TSV and the like, read under a mapping. Two rows of the table of formats: tables that only
 * declare actors are read before those that relate them. */
#include "read/beside.h"
#include "read/decode.h"
#include "read/table/mapping_rows.h"
#include "read/readers.h"

#include "text/error.h"
#include "text/message.h"

#include <string.h>

/* Returns whether the bytes may be a table: text, and not of a format that begins with a bracket. */
static gboolean
may_be_table(const RelataInput *input)
{
  gsize n = 0;
  while (n < input->n && (g_ascii_isspace(input->bytes[n]) || (guchar)input->bytes[n] >= 0xBB))
    n++;
  return n < input->n && strchr("{[<", input->bytes[n]) == NULL &&
         memchr(input->bytes, '\0', input->n) == NULL;
}

/* Reads the mapping that is asked for: a file, or one that is built in. NULL with *error. */
static RelataMapping *
open_mapping(const char *map, const char *file, RelataDiagnostics *diagnostics, GError **error)
{
  RelataMapping *mapping = relata_mapping_built_in(map);
  g_autoptr(RelataSource) source = mapping == NULL ? relata_source_open(map, map, NULL, error) : NULL;
  if (source == NULL || !relata_source_load(source, TRUE, error))
    return mapping;
  gsize n;
  char *bytes = relata_source_steal(source, &n);
  mapping = relata_mapping_parse(bytes, n, map, map, file, diagnostics);
  if (mapping == NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the mapping '%s' cannot be used", map);
  return mapping;
}

/* Reads the mapping.json that lies beside the table. NULL where there is none, and with *error where it
 * cannot be used. */
static RelataMapping *
mapping_beside(const RelataInput *input, const char *file, RelataDiagnostics *diagnostics, GError **error)
{
  g_autoptr(GError) absent = NULL;
  g_autofree char *bytes = NULL;
  gsize n;
  const RelataInput beside = {.path = input->path};
  if (!relata_read_beside(&beside, RELATA_MAPPING_JSON, &bytes, &n, &absent))
    return NULL;
  g_autofree char *folder = g_path_get_dirname(input->shown);
  g_autofree char *joined = g_build_filename(folder, RELATA_MAPPING_JSON, NULL);
  const char *shown =
      g_intern_string(strchr(input->shown, G_DIR_SEPARATOR) != NULL ? joined : RELATA_MAPPING_JSON);
  /* What is wrong with it is said once, when it is read as a file of its own. */
  g_autoptr(RelataMapping) tried =
      relata_mapping_parse(g_memdup2(bytes, n + 1), n, RELATA_MAPPING_JSON, shown, file, NULL);
  if (tried != NULL)
    return relata_mapping_parse(g_steal_pointer(&bytes), n, RELATA_MAPPING_JSON, shown, file, diagnostics);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the mapping '%s' cannot be used", shown);
  return NULL;
}

/* Returns the mapping that the user gave: with `map`, or in the folder. NULL where there is none for this
 * table, and with *error where it cannot be used. */
static RelataMapping *
given_mapping(const RelataInput *input, RelataDiagnostics *diagnostics, GError **error)
{
  g_autofree char *file = g_path_get_basename(input->shown);
  if (input->map != NULL)
    return open_mapping(input->map, file, diagnostics, error);
  g_autoptr(RelataMapping) mapping = mapping_beside(input, file, diagnostics, error);
  return mapping != NULL && !mapping->elsewhere && relata_mapping_fits(mapping, input)
             ? g_steal_pointer(&mapping)
             : NULL;
}

/* Returns the mapping of a table. NULL with *error. */
static RelataMapping *
find_mapping(const RelataInput *input, RelataDiagnostics *diagnostics, GError **error)
{
  g_autoptr(GError) reason = NULL;
  g_autoptr(RelataMapping) given = given_mapping(input, diagnostics, &reason);
  if (reason != NULL) {
    g_propagate_error(error, g_steal_pointer(&reason));
    return NULL;
  }
  if (given != NULL && given->elsewhere)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "none of the tables of the mapping '%s' is called '%s'", input->map, input->shown);
  if (given != NULL)
    return given->elsewhere ? NULL : g_steal_pointer(&given);
  const char *name = "";
  char *bytes = may_be_table(input) ? relata_mapping_propose(input, &name) : NULL;
  if (bytes != NULL && strstr(bytes, "\"?\"") == NULL)
    return relata_mapping_parse(bytes, strlen(bytes), name, input->shown, NULL, diagnostics);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
              bytes != NULL
                  ? "the dates of '%s' may be day/month/year or month/day/year: write a mapping with "
                    "'relata map', replace the \"?\" in it, and give it with `map`"
                  : "'%s' is a table, but its columns do not say who is related to whom: `map` says what "
                    "they mean",
              input->shown);
  g_free(bytes);
  return NULL;
}

/* Returns whether the input is a table that has claims, or one that has none. One whose mapping cannot be
 * used is taken for the first, which says why. */
static gboolean
is_table(const RelataInput *input, gboolean claims)
{
  if (!may_be_table(input))
    return FALSE;
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  g_autoptr(GError) reason = NULL;
  g_autoptr(RelataMapping) given = given_mapping(input, unheard, &reason);
  if (reason != NULL)
    return claims;
  if (given != NULL)
    return !given->elsewhere && (given->claims->len > 0) == claims && relata_mapping_fits(given, input);
  const char *name;
  g_autofree char *bytes = relata_mapping_propose(input, &name);
  return bytes != NULL && (strstr(bytes, "\"claims\"") != NULL) == claims;
}

/* Says which columns the table has, where they say nothing. */
static void
report_columns(const RelataInput *input, const char *path, GError **error)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  RelataInput held = *input;
  held.pull = NULL;
  g_autoptr(RelataTable) table = relata_table_new(&held, (RelataDialect){0}, unheard);
  RelataListing listing = RELATA_LISTING(20);
  RelataTableRow row = {NULL, 0, 0};
  relata_table_next(table, &row, NULL);
  for (guint i = 0; i < row.n; i++)
    relata_listing_add(&listing, "%s", row.fields[i]);
  g_autofree char *columns = relata_listing_end(&listing);
  g_set_error(
      error, RELATA_ERROR, RELATA_ERROR_INPUT,
      "the columns of '%s' do not say who is related to whom (%s): call the two from and to, or write a "
      "mapping",
      path, columns);
}

char *
relata_read_mapping(const char *path, const char *encoding, GError **error)
{
  g_return_val_if_fail(path != NULL, NULL);
  if (!relata_encoding_check(encoding, error))
    return NULL;
  g_autoptr(RelataSource) source = relata_source_open(path, path, encoding, error);
  if (source == NULL || !relata_source_load(source, FALSE, error))
    return NULL;
  const RelataInput input = relata_source_input(source, path, path);
  const char *name;
  char *bytes = NULL;
  if (!may_be_table(&input))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' is no table of separated values", path);
  else if ((bytes = relata_mapping_propose(&input, &name)) == NULL)
    report_columns(&input, path, error);
  return bytes;
}

gboolean
relata_mapping_json_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"relata_mapping", NULL};
  return relata_json_peek(input->bytes, input->n, keys) != NULL;
}

/* Reports what is wrong with it; each of the tables beside it reads it again. */
gboolean
relata_mapping_json_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                         GError **error)
{
  (void)corpus, (void)error;
  char *bytes = g_memdup2(input->bytes, input->n + 1);
  relata_mapping_free(
      relata_mapping_parse(bytes, input->n, RELATA_MAPPING_JSON, input->shown, NULL, diagnostics));
  return TRUE;
}

gboolean
relata_csv_actors_recognises(const RelataInput *input)
{
  return is_table(input, FALSE);
}

gboolean
relata_csv_recognises(const RelataInput *input)
{
  return is_table(input, TRUE);
}

/* Reads the table, in the encoding that its mapping says where nothing else does. */
static gboolean
read_rows(RelataCorpus *corpus, const RelataInput *input, const RelataMapping *mapping,
          RelataDiagnostics *diagnostics, GError **error)
{
  if (input->encoding != NULL || relata_is_utf8(mapping->encoding))
    return relata_mapping_read_rows(corpus, input, mapping, diagnostics, error);
  g_autoptr(RelataSource) source = relata_source_recode(input, mapping->encoding);
  if (!relata_source_load(source, FALSE, error))
    return FALSE;
  RelataInput recoded = *input;
  const RelataInput held = relata_source_input(source, input->path, input->shown);
  recoded.bytes = held.bytes;
  recoded.n = held.n;
  recoded.pull = held.pull;
  recoded.source = held.source;
  return relata_mapping_read_rows(corpus, &recoded, mapping, diagnostics, error);
}

gboolean
relata_csv_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                GError **error)
{
  g_autoptr(RelataMapping) mapping = find_mapping(input, diagnostics, error);
  return mapping != NULL && read_rows(corpus, input, mapping, diagnostics, error);
}
