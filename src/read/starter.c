/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/starter_internal.h"

#include "read/input.h"
#include "read/json/json_text.h"

#include <string.h>

/* What is in the library, and where it goes in a corpus, in the order of writing. The name of the folder with
 * the JSON Schemas begins with a dot, so that they are no part of the corpus. */
static const struct {
  const char *source, *name;
  gboolean own; /* only where no texts are given */
} parts[] = {{"corpus.schema", ".schemas/corpus.schema.json", FALSE},
             {"schema.schema", ".schemas/schema.schema.json", FALSE},
             {"identity.schema", ".schemas/identity.schema.json", FALSE},
             {"claims.schema", ".schemas/claims.schema.json", FALSE},
             {"schema", "schema.json", FALSE},
             {"2024-03-05-harbour-contract.txt", "2024-03-05-harbour-contract.txt", TRUE},
             {"corpus", "corpus.json", TRUE}};

#define TABLE "starter.csv"

static void
free_file(gpointer data)
{
  RelataStarterFile *file = data;
  g_free(file->name);
  g_bytes_unref(file->bytes);
  g_free(file);
}

/* Adds a file; takes over the bytes. */
static void
add(GPtrArray *files, const char *name, GBytes *bytes)
{
  RelataStarterFile *file = g_new(RelataStarterFile, 1);
  *file = (RelataStarterFile){g_strdup(name), bytes};
  g_ptr_array_add(files, file);
}

/* Returns a file of the library, which must be there. */
static GBytes *
shipped(const char *name)
{
  const RelataStarterSource *row = relata_starter_sources;
  while (row->name != NULL && strcmp(row->name, name) != 0)
    row++;
  g_assert(row->name != NULL);
  return g_bytes_new_static(row->bytes, row->n);
}

static void
add_parts(GPtrArray *files, gboolean own)
{
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (own || !parts[i].own)
      add(files, parts[i].name, shipped(parts[i].source));
}

/* ── The texts ── */

static void
clear_text(gpointer data)
{
  RelataStarterText *text = data;
  g_free(text->file);
  g_clear_pointer(&text->text, relata_text_free);
  g_clear_pointer(&text->bytes, g_bytes_unref);
}

/* Returns the name of the text in the corpus; NULL with *error where it cannot have it. */
static char *
name_of(const char *path, const GArray *before, GError **error)
{
  g_autofree char *base = g_path_get_basename(path);
  gboolean fits = g_utf8_validate(base, -1, NULL);
  for (const char *at = base; fits && *at != '\0'; at = g_utf8_next_char(at))
    fits = !g_unichar_iscntrl(g_utf8_get_char(at));
  if (!fits) {
    g_autofree char *shown = g_filename_display_name(path);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "the name of '%s' holds a character that cannot be part of a document's id: rename the file",
                shown);
    return NULL;
  }
  char *file = g_str_has_suffix(base, ".txt") ? g_strdup(base) : g_strconcat(base, ".txt", NULL);
  for (guint i = 0; i < before->len; i++)
    if (strcmp(g_array_index(before, RelataStarterText, i).file, file) == 0) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                  "two texts would be called '%s' in the corpus ('%s' is the second): rename one", file,
                  path);
      g_free(file);
      return NULL;
    }
  return file;
}

static gboolean
is_text(const char *path, const char *bytes, gsize n, GError **error)
{
  const gsize valid = relata_utf8_validate(bytes, n);
  guint line = 1;
  for (gsize i = 0; i < valid; i++)
    line += bytes[i] == '\n';
  if (valid < n)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "%s:%u: this is not text in UTF-8: save it as plain text in UTF-8 (iconv converts other "
                "encodings, pdftotext takes the text out of a PDF)",
                path, line);
  return valid == n;
}

/* Reads a text. FALSE with *error. */
static gboolean
add_text(GArray *texts, const char *path, GError **error)
{
  char *file = name_of(path, texts, error);
  if (file == NULL)
    return FALSE;
  g_autoptr(RelataSource) source = relata_source_open(path, path, NULL, error);
  if (source == NULL || !relata_source_load(source, TRUE, error)) {
    g_free(file);
    return FALSE;
  }
  gsize n;
  char *bytes = relata_source_steal(source, &n);
  const gsize mark = g_str_has_prefix(bytes, RELATA_JSON_BOM) ? strlen(RELATA_JSON_BOM) : 0;
  RelataStarterText text = {.file = file, .bytes = g_bytes_new_take(bytes, n)};
  const gboolean ok = is_text(path, bytes, n, error);
  if (ok)
    text.text = relata_text_new(bytes + mark, n - mark);
  g_array_append_val(texts, text);
  return ok;
}

/* ── The files ── */

static void
add_texts(GPtrArray *files, const GArray *texts)
{
  for (guint i = 0; i < texts->len; i++) {
    const RelataStarterText *text = &g_array_index(texts, RelataStarterText, i);
    add(files, text->file, g_bytes_ref(text->bytes));
  }
}

GPtrArray *
relata_starter_corpus(const char *const *texts, guint n_texts, GError **error)
{
  g_return_val_if_fail(texts != NULL || n_texts == 0, NULL);
  for (guint i = 0; i < n_texts; i++)
    g_return_val_if_fail(texts[i] != NULL, NULL);
  g_autoptr(GArray) read = g_array_new(FALSE, FALSE, sizeof(RelataStarterText));
  g_array_set_clear_func(read, clear_text);
  for (guint i = 0; i < n_texts; i++)
    if (!add_text(read, texts[i], error))
      return NULL;
  g_autofree char *json =
      n_texts > 0
          ? relata_starter_json((const RelataStarterText *)(gconstpointer)read->data, read->len, error)
          : NULL;
  if (n_texts > 0 && json == NULL)
    return NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func(free_file);
  add_texts(files, read);
  add_parts(files, json == NULL);
  if (json != NULL)
    add(files, "corpus.json", g_bytes_new(json, strlen(json)));
  return files;
}

GBytes *
relata_starter_table(void)
{
  return shipped(TABLE);
}
