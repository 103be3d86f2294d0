/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any UTF-8 as a text and as a name. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  const char *bytes = (const char *)data;
  const gsize valid = relata_utf8_validate(bytes, n);
  g_assert_cmpuint(valid, <=, n);
  g_autoptr(RelataText) text = relata_text_new(bytes, valid);
  const guint length = relata_text_length(text);
  for (guint i = 0; i < MIN(length, 64); i++) {
    const RelataSpan sentence = relata_text_sentence(text, (RelataSpan){i, i + 1});
    g_assert_cmpuint(sentence.start, <=, sentence.end);
    g_assert_cmpuint(sentence.end, <=, length);
    g_assert_cmpuint(relata_text_position_of(text, relata_text_byte_of(text, i)), ==, i);
  }
  g_autofree char *name = relata_name_fold(relata_text_bytes(text));
  g_autofree char *again = relata_name_fold(name);
  g_assert_true(g_utf8_validate(name, -1, NULL));
  g_assert_cmpstr(name, ==, again);
  g_autofree char *any = g_strndup(bytes, n);
  g_autofree char *safe = relata_display_safe(any);
  g_assert_true(g_utf8_validate(safe, -1, NULL));
  relata_display_width(safe);
  relata_display_is_link(any);
  g_autofree char *type = relata_name_type_id(relata_text_bytes(text));
  g_assert_true(g_utf8_validate(type, -1, NULL));
  return 0;
}
