/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/plan.h"

#include "read/beside.h"
#include "read/readers.h"
#include "read/recognise.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A folder that is not a corpus stands for the corpora in its subfolders, down to this depth. */
#define MAX_DEPTH 8

#define STANDARD_INPUT_NAME "standard input"

static void
clear_item(gpointer data)
{
  RelataPlanItem *item = data;
  g_free(item->path);
  relata_source_free(item->source);
  relata_account_free(item->account);
}

/* Returns the path of the file that represents the document that this file is part of. */
static char *
main_of(const char *path)
{
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++) {
    if (format->main_of == NULL)
      continue;
    char *main_path = format->main_of(path);
    if (strcmp(main_path, path) != 0)
      return main_path;
    g_free(main_path);
  }
  return g_strdup(path);
}

static const char *
shown_as(const RelataPlan *plan, const char *path)
{
  if (strcmp(path, RELATA_STANDARD_INPUT) == 0)
    return relata_corpus_intern(plan->corpus, STANDARD_INPUT_NAME);
  g_autofree char *shown = g_filename_display_name(path);
  return relata_corpus_intern(plan->corpus, shown);
}

static void
leave_out(const RelataPlan *plan, RelataSeverity severity, const char *path, const char *why)
{
  const RelataPlace where = {shown_as(plan, path), 0, 0};
  relata_diagnose(plan->diagnostics, severity, "left-out", &where, NULL, "%s", why);
}

void
relata_plan_lose(const RelataPlan *plan, const char *path, const char *why)
{
  const RelataPlace where = {shown_as(plan, path), 0, 0};
  relata_diagnose(plan->diagnostics, RELATA_LOSS, "unreadable-file", &where, NULL, "%s", why);
}

void
relata_plan_add(RelataPlan *plan, const char *path, const RelataInputFormat *format, gboolean outright,
                RelataSource *source)
{
  char *real = relata_real_path(path);
  if (!g_hash_table_add(plan->known, g_strdup(real != NULL ? real : path))) {
    leave_out(plan, RELATA_NOTE, path, "the file is read once, though it is named twice");
    plan->n_again++;
    relata_source_free(source);
  } else {
    const RelataPlanItem item = {.path = g_strdup(path),
                                 .shown = shown_as(plan, path),
                                 .format = format,
                                 .outright = outright,
                                 .order = plan->items->len,
                                 .source = source,
                                 .account = relata_account_new(shown_as(plan, path))};
    g_array_append_val(plan->items, item);
  }
  g_free(real);
}

/* Adds a file that speaks of the whole folder in which the user named another. */
static void
add_beside(RelataPlan *plan, const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *table = g_build_filename(folder, name, NULL);
  if (!g_file_test(table, G_FILE_TEST_IS_REGULAR))
    return;
  g_autoptr(GError) reason = NULL;
  const RelataInputFormat *format = relata_recognise(table, plan->options, &reason);
  char *real = relata_real_path(table);
  if (reason != NULL || real == NULL)
    relata_plan_lose(plan, table, reason != NULL ? reason->message : g_strerror(errno));
  else if (format != NULL && !g_hash_table_contains(plan->known, real)) {
    const char *shown = strchr(path, G_DIR_SEPARATOR) != NULL ? table : name;
    relata_plan_add(plan, shown, format, FALSE, NULL);
    g_array_index(plan->items, RelataPlanItem, plan->items->len - 1).partial = TRUE;
  }
  g_free(real);
}

/* Returns whether a link in a folder stays in it: a corpus must not reach files elsewhere. */
static gboolean
stays_inside(const char *folder, const char *path)
{
  char *inside = relata_real_path(folder), *file = relata_real_path(path);
  gboolean stays = FALSE;
  if (inside != NULL && file != NULL) {
    g_autofree char *parent = g_path_get_dirname(file);
    stays = strcmp(parent, inside) == 0;
  }
  g_free(inside);
  g_free(file);
  return stays;
}

/* Adds one file of a folder; a subfolder goes to `subfolders`. */
static void
add_from_folder(RelataPlan *plan, const char *folder, const char *name, GPtrArray *subfolders)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  GStatBuf link, status;
  if (g_lstat(path, &link) != 0 || g_stat(path, &status) != 0) {
    relata_plan_lose(plan, path, g_strerror(errno));
    return;
  }
  if (S_ISLNK(link.st_mode) && !stays_inside(folder, path)) {
    leave_out(plan, RELATA_LOSS, path, "a link that leads out of the corpus's folder is not followed");
    return;
  }
  if (S_ISDIR(status.st_mode)) {
    g_ptr_array_add(subfolders, g_steal_pointer(&path));
    return;
  }
  if (!S_ISREG(status.st_mode)) {
    leave_out(plan, RELATA_NOTE, path, "this is no regular file");
    return;
  }
  g_autofree char *main_path = main_of(path);
  if (strcmp(main_path, path) != 0) /* it is read together with main_path */
    return;
  g_autoptr(GError) reason = NULL;
  const RelataInputFormat *format = relata_recognise(path, plan->options, &reason);
  if (g_error_matches(reason, RELATA_ERROR, RELATA_ERROR_FORMAT)) {
    leave_out(plan, RELATA_NOTE, path, reason->message);
    plan->archive = plan->archive != NULL ? plan->archive : g_strdup(reason->message);
  } else if (reason != NULL)
    relata_plan_lose(plan, path, reason->message);
  else if (format == NULL)
    leave_out(plan, RELATA_NOTE, path, "the file is of no known format");
  else if (plan->asked != NULL && format != plan->asked && !format->auxiliary && format->stage > 0)
    leave_out(plan, RELATA_NOTE, path, "the file is of another format than the one asked for");
  else
    relata_plan_add(plan, path, format, FALSE, NULL);
}

/* Returns whether a format is one of records with ids, which make the folder that holds it a registry of its
 * own. */
static gboolean
has_records(const RelataInputFormat *format)
{
  return format != NULL && format->main_of == NULL && format->stage > 0 && !format->auxiliary;
}

static gboolean
holds_records(const RelataPlan *plan, const char *folder, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
    /* What cannot be read is found out when its turn comes. */
    if (has_records(relata_recognise(path, plan->options, NULL)))
      return TRUE;
  }
  return FALSE;
}

/* Returns whether all files from this one on are texts, of which no other file tells anything. */
static gboolean
only_texts(const RelataPlan *plan, guint from)
{
  for (guint i = from; i < plan->items->len; i++)
    if (strcmp(g_array_index(plan->items, RelataPlanItem, i).format->name, "text") != 0)
      return FALSE;
  return plan->items->len > from;
}

/* Adds the files of a folder and of those below. Texts with annotations below a corpus belong to it; a corpus
 * below another is left out. `registry` is the folder of the corpus that holds this one, `inside` whether it
 * has records. */
static gboolean
add_folder(RelataPlan *plan, const char *folder, const char *registry, gboolean inside, guint depth,
           GError **error)
{
  g_autoptr(GPtrArray) subfolders = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GError) reason = NULL;
  g_autoptr(GPtrArray) names = relata_folder_names(folder, &reason);
  if (names == NULL) {
    if (depth > 0)
      relata_plan_lose(plan, folder, reason->message);
    g_propagate_error(error, g_steal_pointer(&reason));
    return FALSE;
  }
  if (inside && holds_records(plan, folder, names)) {
    leave_out(plan, RELATA_NOTE, folder, "a corpus within a corpus is not read: name it to read both");
    return TRUE;
  }
  const guint before = plan->items->len, n_again = plan->n_again;
  const guint n_lost = relata_diagnostics_count(plan->diagnostics, RELATA_LOSS);
  for (guint i = 0; i < names->len; i++)
    add_from_folder(plan, folder, g_ptr_array_index(names, i), subfolders);
  gboolean usable = plan->n_again > n_again, records = FALSE;
  for (guint i = before; i < plan->items->len; i++) {
    usable |= !g_array_index(plan->items, RelataPlanItem, i).format->auxiliary;
    records |= has_records(g_array_index(plan->items, RelataPlanItem, i).format);
  }
  const char *own = records || registry == NULL ? shown_as(plan, folder) : registry;
  for (guint i = before; i < plan->items->len; i++)
    g_array_index(plan->items, RelataPlanItem, i).registry = own;
  for (guint i = 0; i < subfolders->len; i++)
    if (depth < MAX_DEPTH)
      usable |= add_folder(plan, g_ptr_array_index(subfolders, i), own, inside || records, depth + 1, NULL);
    else
      leave_out(plan, RELATA_LOSS, g_ptr_array_index(subfolders, i), "the folder lies too deep to be read");
  if (usable)
    return TRUE;
  g_autofree char *formats = relata_input_format_names(FALSE);
  if (relata_diagnostics_count(plan->diagnostics, RELATA_LOSS) > n_lost)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "the folder '%s' contains no corpus that could be read", folder);
  else if (plan->archive != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the folder '%s' contains no corpus: %s", folder,
                plan->archive);
  else if (names->len == 0)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the folder '%s' is empty", folder);
  else if (only_texts(plan, before))
    g_set_error(
        error, RELATA_ERROR, RELATA_ERROR_INPUT,
        "the folder '%s' contains texts, but nothing says who is related to whom in them (no corpus.json, no "
        "table, no annotations of brat): 'relata new FOLDER TEXTS…' makes a corpus of them to start from",
        folder);
  else
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "the folder '%s' contains no corpus: none of its files is of a format that makes one (%s)",
                folder, formats);
  return FALSE;
}

/* Returns the format asked for, otherwise that of the open file. NULL with *error where it has none. */
static const RelataInputFormat *
must_know(const RelataPlan *plan, RelataSource *source, const char *path, const char *named, GError **error)
{
  g_autoptr(GError) reason = NULL;
  const RelataInputFormat *format = plan->asked;
  if (format == NULL || plan->options->map != NULL) {
    const RelataInputFormat *found = relata_recognise_source(source, path, plan->options, &reason);
    /* Under one mapping, tables of actors are still read before those that relate them. */
    format = format == NULL || (found != NULL && found->read == format->read) ? found : format;
  }
  if (format != NULL)
    return format;
  if (reason != NULL) {
    g_propagate_error(error, g_steal_pointer(&reason));
    return NULL;
  }
  if (relata_source_input(source, path, path).n == 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' is empty", named);
    return NULL;
  }
  g_autofree char *formats = relata_input_format_names(TRUE);
  g_set_error(
      error, RELATA_ERROR, RELATA_ERROR_INPUT,
      "'%s' is of no format that relata reads (%s); `format` says which it is, and 'relata map' what the "
      "columns of a table lack",
      named, formats);
  return NULL;
}

/* Standard input can be read only once, so its source is kept together with the bytes that were read. */
static gboolean
add_standard_input(RelataPlan *plan, GError **error)
{
  const char *path = RELATA_STANDARD_INPUT;
  if (g_hash_table_contains(plan->known, path)) {
    leave_out(plan, RELATA_NOTE, path, "standard input is read once, though it is named twice");
    return TRUE;
  }
  g_autoptr(RelataSource) source =
      relata_source_open(path, STANDARD_INPUT_NAME, plan->options->encoding, error);
  if (source == NULL)
    return FALSE;
  const RelataInputFormat *format = must_know(plan, source, path, STANDARD_INPUT_NAME, error);
  if (format == NULL)
    return FALSE;
  if (format->main_of != NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "standard input is one file, but a document in the format %s is several", format->name);
    return FALSE;
  }
  relata_plan_add(plan, path, format, TRUE, g_steal_pointer(&source));
  return TRUE;
}

gboolean
relata_plan_add_path(RelataPlan *plan, const char *path, GError **error)
{
  static const char *const of_folders[] = {RELATA_DOCUMENTS_CSV, RELATA_IDENTITY_JSON, RELATA_MAPPING_JSON};
  GStatBuf status;
  if (strcmp(path, RELATA_STANDARD_INPUT) == 0)
    return add_standard_input(plan, error);
  if (g_stat(path, &status) != 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "cannot read '%s': %s", path, g_strerror(errno));
    return FALSE;
  }
  if (S_ISDIR(status.st_mode))
    return add_folder(plan, path, NULL, FALSE, 0, error);
  if (!S_ISREG(status.st_mode)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' is neither a file nor a folder", path);
    return FALSE;
  }
  g_autofree char *main_path = main_of(path);
  g_autoptr(RelataSource) source = relata_source_open(main_path, path, plan->options->encoding, error);
  const RelataInputFormat *format = source != NULL ? must_know(plan, source, main_path, path, error) : NULL;
  if (format == NULL)
    return FALSE;
  relata_plan_add(plan, main_path, format, TRUE, NULL);
  for (guint i = 0; !format->auxiliary && i < G_N_ELEMENTS(of_folders); i++)
    add_beside(plan, main_path, of_folders[i]);
  return TRUE;
}

/* Names the documents that are files, of all folders together. */
static void
name_documents(const RelataPlan *plan)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  g_autoptr(GPtrArray) items = g_ptr_array_new();
  for (guint i = 0; i < plan->items->len; i++) {
    RelataPlanItem *item = &g_array_index(plan->items, RelataPlanItem, i);
    if (item->format->main_of == NULL)
      continue;
    g_ptr_array_add(paths, item->path);
    g_ptr_array_add(items, item);
  }
  g_autofree RelataDocumentName *names = g_new0(RelataDocumentName, items->len + 1);
  relata_document_names(plan->corpus, (const char *const *)paths->pdata, paths->len, names,
                        plan->diagnostics);
  for (guint i = 0; i < items->len; i++)
    ((RelataPlanItem *)g_ptr_array_index(items, i))->name = names[i];
}

static gint
compare_items(gconstpointer a, gconstpointer b)
{
  const RelataPlanItem *left = a, *right = b;
  if (left->format->stage != right->format->stage)
    return left->format->stage < right->format->stage ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

gboolean
relata_plan_settle(RelataPlan *plan, GError **error)
{
  if (only_texts(plan, 0)) {
    g_set_error(
        error, RELATA_ERROR, RELATA_ERROR_INPUT,
        "'%s' is a text without annotations, and nothing else is read: 'relata new FOLDER TEXTS…' makes a "
        "corpus of such texts to start from",
        g_array_index(plan->items, RelataPlanItem, 0).shown);
    return FALSE;
  }
  g_array_sort(plan->items, compare_items);
  name_documents(plan);
  return TRUE;
}

void
relata_plan_begin(RelataPlan *plan)
{
  plan->items = g_array_new(FALSE, FALSE, sizeof(RelataPlanItem));
  g_array_set_clear_func(plan->items, clear_item);
  plan->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void
relata_plan_end(RelataPlan *plan)
{
  g_array_unref(plan->items);
  g_hash_table_unref(plan->known);
  g_free(plan->archive);
}
