/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/decode.h"

#include "text/message.h"

#include <lazy_gio.h>
#include <string.h>

/* How many bytes are converted at once: as many as are looked at to recognise a format. */
#define CHUNK_BYTES RELATA_PEEKED_BYTES

struct RelataDecoder {
  GConverter *converter;
  const char *encoding; /* NULL: the file is packed */
  char *named;          /* its name in messages */
  RelataPull pull;      /* reads what is to be decoded */
  gpointer source;
  gboolean read_out;  /* nothing more can be read */
  char *in;           /* what was read and is not decoded yet: from `at`, n bytes */
  gsize at, n;        /* … */
  gsize passed;       /* how many bytes were decoded before it */
  gboolean between;   /* a packed member has ended, and none has begun since */
  char *out;          /* what is decoded and not handed out yet: from `given`, n_out bytes */
  gsize given, n_out; /* … */
};

/* ── What a file begins with ── */

gboolean
relata_is_packed(const char *bytes, gsize n)
{
  return n >= 3 && memcmp(bytes, "\x1F\x8B\x08", 3) == 0;
}

const char *
relata_marked_encoding(const char *bytes, gsize n)
{
  if (n < 2)
    return NULL;
  if (memcmp(bytes, "\xFF\xFE", 2) == 0)
    return n >= 4 && bytes[2] == '\0' && bytes[3] == '\0' ? "UTF-32LE" : "UTF-16LE";
  return memcmp(bytes, "\xFE\xFF", 2) == 0 ? "UTF-16BE" : NULL;
}

gboolean
relata_is_archive(const char *bytes, gsize n, const char *named, GError **error)
{
  static const char *const sheets[] = {"xl/", "opendocument.spreadsheet"};
  static const char *const endings[] = {".xlsx", ".xlsm", ".ods"};
  const gboolean old_sheet = n >= 4 && memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0;
  if (!old_sheet && (n < 4 || memcmp(bytes, "PK\003\004", 4) != 0))
    return FALSE;
  gboolean is_sheet = old_sheet;
  for (guint i = 0; i < G_N_ELEMENTS(sheets); i++)
    is_sheet |= memmem(bytes, n, sheets[i], strlen(sheets[i])) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    is_sheet |= g_str_has_suffix(named, endings[i]);
  if (is_sheet) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT, "'%s' is a spreadsheet: save it as CSV", named);
  } else {
    g_autofree char *file = g_path_get_basename(named);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT,
                "'%s' is an archive: unpack it, or read what is in it with unzip -p %s | relata …", named,
                file);
  }
  return TRUE;
}

/* ── Encodings ── */

gboolean
relata_is_utf8(const char *encoding)
{
  return encoding == NULL || g_ascii_strcasecmp(encoding, "UTF-8") == 0 ||
         g_ascii_strcasecmp(encoding, "UTF8") == 0;
}

gboolean
relata_encoding_check(const char *encoding, GError **error)
{
  static const char *const usual[] = {"windows-1252", "windows-1250", "windows-1251", "windows-1256",
                                      "iso-8859-1",   "iso-8859-2",   "iso-8859-15",  "UTF-16LE",
                                      "UTF-16BE",     "macintosh",    "shift-jis",    "gb18030"};
  if (relata_is_utf8(encoding))
    return TRUE;
  GIConv conversion = g_iconv_open("UTF-8", encoding);
  if (conversion == (GIConv)-1)
    return relata_unknown(error, RELATA_ERROR_VALUE, "encoding", encoding, usual, G_N_ELEMENTS(usual));
  g_iconv_close(conversion);
  return TRUE;
}

/* ── Decoding ── */

RelataDecoder *
relata_decoder_new(const char *encoding, const char *named, const char *bytes, gsize n, RelataPull pull,
                   gpointer source, GError **error)
{
  if (!relata_lazy_gio(error) || !relata_encoding_check(encoding, error))
    return NULL;
  GConverter *converter = encoding != NULL
                              ? (GConverter *)g_charset_converter_new("UTF-8", encoding, error)
                              : (GConverter *)g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  if (converter == NULL)
    return NULL;
  RelataDecoder *decoder = g_new0(RelataDecoder, 1);
  *decoder = (RelataDecoder){.converter = converter,
                             .encoding = encoding,
                             .named = g_strdup(named),
                             .pull = pull,
                             .source = source,
                             .read_out = pull == NULL,
                             .in = g_malloc(MAX(n, CHUNK_BYTES)),
                             .n = n,
                             .out = g_malloc(CHUNK_BYTES)};
  if (n > 0)
    memcpy(decoder->in, bytes, n);
  return decoder;
}

void
relata_decoder_free(RelataDecoder *decoder)
{
  if (decoder == NULL)
    return;
  g_object_unref(decoder->converter);
  g_free(decoder->named);
  g_free(decoder->in);
  g_free(decoder->out);
  g_free(decoder);
}

/* Reads more behind what is not decoded yet, of which there are a few bytes at most. FALSE with *error. */
static gboolean
read_more(RelataDecoder *decoder, GError **error)
{
  memmove(decoder->in, decoder->in + decoder->at, decoder->n);
  decoder->at = 0;
  const gssize got =
      decoder->pull(decoder->source, decoder->in + decoder->n, CHUNK_BYTES - decoder->n, error);
  decoder->n += (gsize)MAX(got, 0);
  decoder->read_out = got <= 0;
  return got >= 0;
}

static void
skip(RelataDecoder *decoder, gsize n)
{
  decoder->at += n;
  decoder->n -= n;
  decoder->passed += n;
}

/* Says in our words what the converter complains of. FALSE. */
static gboolean
complain(const RelataDecoder *decoder, const GError *reason, GError **error)
{
  const gboolean cut = g_error_matches(reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  const guint byte = decoder->n > 0 ? (guchar)decoder->in[decoder->at] : 0;
  if (decoder->encoding != NULL && !cut)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT,
                "'%s' is not in the encoding %s: its byte %" G_GSIZE_FORMAT " is 0x%02X", decoder->named,
                decoder->encoding, decoder->passed, byte);
  else if (decoder->encoding != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' ends within a letter of the encoding %s",
                decoder->named, decoder->encoding);
  else
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "'%s' cannot be unpacked: it %s", decoder->named,
                cut ? "ends too early, as if it had been cut"
                    : "is damaged, or something else stands behind what was packed");
  return FALSE;
}

/* Returns whether the file ends here: a packed one may end with zeros, and after each of its members. */
static gboolean
ends(RelataDecoder *decoder)
{
  while (decoder->between && decoder->n > 0 && decoder->in[decoder->at] == '\0')
    skip(decoder, 1);
  return decoder->read_out && decoder->n == 0 && (decoder->between || decoder->encoding != NULL);
}

/* Decodes some of what was read. FALSE with *error. */
static gboolean
convert(RelataDecoder *decoder, GError **error)
{
  g_autoptr(GError) reason = NULL;
  gsize n_read = 0, n_written = 0;
  const GConverterResult result = g_converter_convert(
      decoder->converter, decoder->in + decoder->at, decoder->n, decoder->out, CHUNK_BYTES,
      decoder->read_out ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written, &reason);
  if (result == G_CONVERTER_ERROR && !decoder->read_out &&
      g_error_matches(reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return read_more(decoder, error);
  if (result == G_CONVERTER_ERROR)
    return complain(decoder, reason, error);
  skip(decoder, n_read);
  decoder->given = 0;
  decoder->n_out = n_written;
  decoder->between = result == G_CONVERTER_FINISHED;
  if (decoder->between) /* it would take no notice of what follows a member */
    g_converter_reset(decoder->converter);
  return TRUE;
}

gssize
relata_decoder_pull(gpointer data, char *buffer, gsize n, GError **error)
{
  RelataDecoder *decoder = data;
  while (decoder->n_out == 0 && !ends(decoder)) {
    const gboolean hungry = decoder->n == 0 && !decoder->read_out;
    if (!(hungry ? read_more(decoder, error) : convert(decoder, error)))
      return -1;
  }
  const gsize taken = MIN(n, decoder->n_out);
  memcpy(buffer, decoder->out + decoder->given, taken);
  decoder->given += taken;
  decoder->n_out -= taken;
  return (gssize)taken;
}
