/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/recognise.h"

#include "text/message.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

/* As much as reading a folder needs. */
#define FOLDER_BYTES ((gsize)64 << 10)

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the names to the list. Returns 0, or the errno with which reading ended. GDir would not tell the end
 * of a folder from a failure. */
static int
list(const char *folder, GPtrArray *names)
{
  DIR *dir = opendir(folder);
  if (dir == NULL && errno == ENOMEM) { /* lack of memory is not the folder's fault: without it, this ends */
    g_free(g_malloc(FOLDER_BYTES));
    dir = opendir(folder);
  }
  if (dir == NULL)
    return errno;
  const struct dirent *entry;
  for (errno = 0; (entry = readdir(dir)) != NULL; errno = 0)
    if (entry->d_name[0] != '.')
      g_ptr_array_add(names, g_strdup(entry->d_name));
  const int reason = errno;
  closedir(dir);
  return reason;
}

GPtrArray *
relata_folder_names(const char *folder, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const int reason = list(folder, names);
  if (reason != 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "cannot read the folder '%s': %s", folder,
                g_strerror(reason));
    return NULL;
  }
  g_ptr_array_sort(names, compare_names);
  return g_steal_pointer(&names);
}

const RelataInputFormat *
relata_recognise_source(RelataSource *source, const char *path, const RelataReadOptions *options,
                        GError **error)
{
  if (!relata_source_load(source, FALSE, error))
    return NULL;
  RelataInput input = relata_source_input(source, path, path);
  input.map = options->map;
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    if (format->recognises(&input))
      return format;
  return NULL;
}

const RelataInputFormat *
relata_recognise(const char *path, const RelataReadOptions *options, GError **error)
{
  g_autoptr(RelataSource) source = relata_source_open(path, path, options->encoding, error);
  return source != NULL ? relata_recognise_source(source, path, options, error) : NULL;
}

const RelataInputFormat *
relata_input_format_find(const char *name, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++) {
    if (g_ascii_strcasecmp(format->name, name) == 0)
      return format;
    g_ptr_array_add(names, (gpointer)format->name);
  }
  relata_unknown(error, RELATA_ERROR_FORMAT, "input format", name, (const char *const *)names->pdata,
                 names->len);
  return NULL;
}

static gboolean
check_value(const RelataReaderOption *option, gboolean has_value, GError **error)
{
  if ((option->value != NULL) == has_value)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              has_value ? "the readers' option '%s' has no value"
                        : "the readers' option '%s' needs a value: %s=%s",
              option->name, option->name, option->value);
  return FALSE;
}

gboolean
relata_reader_option_check(const char *option, GError **error)
{
  const char *equals = strchr(option, '=');
  g_autofree char *name = equals != NULL ? g_strndup(option, (gsize)(equals - option)) : g_strdup(option);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    for (const RelataReaderOption *known = format->options; known != NULL && known->name != NULL; known++) {
      if (strcmp(known->name, name) == 0)
        return check_value(known, equals != NULL, error);
      g_ptr_array_add(names, (gpointer)known->name);
    }
  return relata_unknown(error, RELATA_ERROR_VALUE, "option of readers", name,
                        (const char *const *)names->pdata, names->len);
}

char *
relata_input_format_names(gboolean auxiliary)
{
  GString *names = g_string_new(NULL);
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    if (auxiliary || !format->auxiliary)
      g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", format->name);
  return g_string_free(names, FALSE);
}

gboolean
relata_read_is_corpus(const char *folder)
{
  g_return_val_if_fail(folder != NULL, FALSE);
  const RelataReadOptions by_default = {0};
  g_autoptr(GPtrArray) names = relata_folder_names(folder, NULL);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
    const RelataInputFormat *format = relata_recognise(path, &by_default, NULL);
    if (format != NULL && !format->auxiliary)
      return TRUE;
  }
  return FALSE;
}
