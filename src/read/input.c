/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/input.h"

#include "text/error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct RelataSource {
  char *named; /* its name in messages */
  int file;
  gboolean ended;
  char *bytes; /* the bytes that are held, NUL-terminated */
  gsize n, capacity;
  gsize size; /* from the file system; 0 where it cannot know */
};

static void
cannot_read(const RelataSource *source, GError **error)
{
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "cannot read '%s': %s", source->named,
              g_strerror(errno));
}

RelataSource *
relata_source_open(const char *path, const char *named, GError **error)
{
  g_autoptr(RelataSource) source = g_new0(RelataSource, 1);
  source->named = g_strdup(named);
  const gboolean standard = strcmp(path, RELATA_STANDARD_INPUT) == 0;
  source->file = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;
  if (source->file < 0 || fstat(source->file, &status) != 0) {
    cannot_read(source, error);
    return NULL;
  }
  if (S_ISREG(status.st_mode)) {
    source->size = (gsize)MAX(status.st_size, 0);
  } else if (!standard) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' is not a regular file", named);
    return NULL;
  }
  return g_steal_pointer(&source);
}

void
relata_source_free(RelataSource *source)
{
  if (source == NULL)
    return;
  if (source->file >= 0)
    close(source->file);
  g_free(source->named);
  g_free(source->bytes);
  g_free(source);
}

static gssize
pull(gpointer data, char *buffer, gsize n, GError **error)
{
  RelataSource *source = data;
  gssize got;
  do
    got = source->ended ? 0 : read(source->file, buffer, n);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    cannot_read(source, error);
  source->ended = got <= 0;
  return got;
}

/* Makes room for more bytes, up to `most`: the size of the file where it is known, else twice what is
 * held. */
static void
grow(RelataSource *source, gsize most)
{
  if (source->n < source->capacity)
    return;
  const gsize wanted =
      source->n < source->size ? source->size + 1 : 2 * source->n; /* one byte more detects the end */
  source->capacity = MIN(most, MAX(wanted, RELATA_PEEKED_BYTES));
  source->bytes = g_realloc(source->bytes, source->capacity + 1);
}

gboolean
relata_source_load(RelataSource *source, gboolean whole, GError **error)
{
  const gsize most = whole ? RELATA_MAX_FILE_BYTES + 1 : RELATA_PEEKED_BYTES;
  const gboolean too_large = whole && source->size > RELATA_MAX_FILE_BYTES;
  while (!too_large && !source->ended && source->n < most) {
    grow(source, most);
    const gssize got = pull(source, source->bytes + source->n, source->capacity - source->n, error);
    if (got < 0)
      return FALSE;
    source->n += (gsize)got;
  }
  if (too_large || source->n > RELATA_MAX_FILE_BYTES) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT, "'%s' is larger than %u GiB", source->named,
                (guint)(RELATA_MAX_FILE_BYTES >> 30));
    return FALSE;
  }
  if (source->bytes == NULL)
    source->bytes = g_malloc(1);
  source->bytes[source->n] = '\0';
  return TRUE;
}

RelataInput
relata_source_input(RelataSource *source, const char *path, const char *shown)
{
  return (RelataInput){.path = path,
                       .shown = shown,
                       .bytes = source->bytes,
                       .n = source->n,
                       .pull = source->ended ? NULL : pull,
                       .source = source};
}

/* Returns the value of the option that begins a "NAME" or "NAME=VALUE", or NULL where it is another. */
static const char *
value_of(const char *option, const char *name)
{
  const gsize n = strlen(name);
  if (strncmp(option, name, n) != 0 || (option[n] != '\0' && option[n] != '='))
    return NULL;
  return option[n] == '=' ? option + n + 1 : option + n;
}

const char *
relata_input_option(const RelataInput *input, const char *name)
{
  const char *value = NULL;
  for (guint i = 0; input->options != NULL && input->options[i] != NULL; i++) {
    const char *given = value_of(input->options[i], name);
    value = given != NULL ? given : value;
  }
  return value;
}

gboolean
relata_input_option_has(const RelataInput *input, const char *name, const char *word)
{
  for (guint i = 0; input->options != NULL && input->options[i] != NULL; i++)
    if (g_strcmp0(value_of(input->options[i], name), word) == 0)
      return TRUE;
  return FALSE;
}

char *
relata_source_steal(RelataSource *source, gsize *n)
{
  *n = source->n;
  return g_steal_pointer(&source->bytes);
}
