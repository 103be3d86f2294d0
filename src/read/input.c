/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/input.h"

#include "read/decode.h"
#include "text/error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct RelataSource {
  char *named;    /* its name in messages */
  char *encoding; /* what is said of it; NULL: nothing is */
  int file;       /* −1 where it is none */
  RelataPull pull;
  gpointer from;       /* what pull reads: the file, or the last of … */
  GPtrArray *decoders; /* … RelataDecoder, owned: each reads what the one before it gives */
  gboolean begun;      /* it is known how it is written */
  gboolean packed;
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

/* The RelataPull of files. */
static gssize
pull_file(gpointer data, char *buffer, gsize n, GError **error)
{
  const RelataSource *source = data;
  gssize got;
  do
    got = read(source->file, buffer, n);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    cannot_read(source, error);
  return got;
}

static RelataSource *
source_new(const char *named, const char *encoding)
{
  RelataSource *source = g_new0(RelataSource, 1);
  source->named = g_strdup(named);
  source->encoding = g_strdup(encoding);
  source->file = -1;
  source->decoders = g_ptr_array_new();
  return source;
}

RelataSource *
relata_source_open(const char *path, const char *named, const char *encoding, GError **error)
{
  g_autoptr(RelataSource) source = source_new(named, encoding);
  source->pull = pull_file;
  source->from = source;
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

RelataSource *
relata_source_recode(const RelataInput *input, const char *encoding)
{
  RelataSource *source = source_new(input->shown, encoding);
  source->pull = input->pull;
  source->from = input->source;
  source->n = source->capacity = input->n;
  source->bytes = g_malloc(input->n + 1);
  memcpy(source->bytes, input->bytes, input->n);
  source->ended = input->pull == NULL;
  return source;
}

void
relata_source_free(RelataSource *source)
{
  if (source == NULL)
    return;
  for (guint i = source->decoders->len; i > 0; i--)
    relata_decoder_free(g_ptr_array_index(source->decoders, i - 1));
  g_ptr_array_unref(source->decoders);
  if (source->file >= 0)
    close(source->file);
  g_free(source->named);
  g_free(source->encoding);
  g_free(source->bytes);
  g_free(source);
}

static gssize
pull(gpointer data, char *buffer, gsize n, GError **error)
{
  RelataSource *source = data;
  const gssize got = source->ended ? 0 : source->pull(source->from, buffer, n, error);
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

/* Reads until that many bytes are held, or to the end. FALSE with *error. */
static gboolean
hold(RelataSource *source, gsize most, GError **error)
{
  while (!source->ended && source->n < most) {
    grow(source, most);
    const gssize got = pull(source, source->bytes + source->n, source->capacity - source->n, error);
    if (got < 0)
      return FALSE;
    source->n += (gsize)got;
  }
  return TRUE;
}

/* From here on, what is held and what follows is decoded. FALSE with *error. */
static gboolean
decode(RelataSource *source, const char *encoding, GError **error)
{
  RelataDecoder *decoder = relata_decoder_new(encoding, source->named, source->bytes, source->n,
                                              source->ended ? NULL : source->pull, source->from, error);
  if (decoder == NULL)
    return FALSE;
  g_ptr_array_add(source->decoders, decoder);
  source->pull = relata_decoder_pull;
  source->from = decoder;
  source->ended = FALSE;
  source->n = source->size = 0;
  return TRUE;
}

/* Finds out how the file is written: packed, and in which encoding. FALSE with *error, also where it is an
 * archive. */
static gboolean
begin(RelataSource *source, GError **error)
{
  if (source->begun)
    return TRUE;
  source->begun = TRUE;
  if (!hold(source, RELATA_MAGIC_BYTES, error))
    return FALSE;
  source->packed = relata_is_packed(source->bytes, source->n);
  if (source->packed && (!decode(source, NULL, error) || !hold(source, RELATA_MAGIC_BYTES, error)))
    return FALSE;
  const gboolean marked = source->n >= 3 && memcmp(source->bytes, "\xEF\xBB\xBF", 3) == 0;
  const char *encoding = relata_marked_encoding(source->bytes, source->n);
  if (encoding == NULL && !marked && !relata_is_utf8(source->encoding))
    encoding = source->encoding;
  if ((encoding != NULL && !decode(source, encoding, error)) || !hold(source, RELATA_PEEKED_BYTES, error))
    return FALSE;
  return !relata_is_archive(source->bytes, source->n, source->named, error);
}

/* Returns whether the whole of it has the size that is read. FALSE with *error. */
static gboolean
check_size(const RelataSource *source, gsize most, GError **error)
{
  if (MAX(source->n, source->size) <= most)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT,
              source->packed
                  ? "'%s' is larger than %u MiB when it is unpacked: unpack it, and read what is in it"
                  : "'%s' is larger than %u MiB",
              source->named, (guint)(most >> 20));
  return FALSE;
}

gboolean
relata_source_load(RelataSource *source, gboolean whole, GError **error)
{
  if (!begin(source, error))
    return FALSE;
  const gsize most = source->packed ? RELATA_MAX_UNPACKED_BYTES : RELATA_MAX_FILE_BYTES;
  if (whole && source->size > most)
    return check_size(source, most, error);
  if (whole && (!hold(source, most + 1, error) || !check_size(source, most, error)))
    return FALSE;
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
                       .encoding = source->encoding,
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
