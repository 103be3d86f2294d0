/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any text as a pattern of paths: refused with a reason, or of use. */
#include "harness.h"

static RelataCorpus *
corpus(void)
{
  static RelataCorpus *made;
  static const char *const types[] = {"attacks", "supports", "is-part-of"};
  if (made != NULL)
    return made;
  made = relata_corpus_new();
  for (guint i = 0; i < G_N_ELEMENTS(types); i++)
    relata_schema_use_relation_type(relata_corpus_schema(made), types[i], (RelataPlace){NULL, 0, 0});
  return made;
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  g_autofree char *bytes = g_strndup((const char *)data, n);
  g_autofree char *text = g_utf8_make_valid(bytes, -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus(), text, &error);
  g_assert_true((pattern == NULL) == (error != NULL));
  g_assert_true(error == NULL || g_utf8_validate(error->message, -1, NULL));
  return 0;
}
