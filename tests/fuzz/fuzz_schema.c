/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as schema.json, beside a corpus that uses its types. */
#include "harness.h"

static const char corpus[] =
    "{\"actors\": [{\"id\": \"a\", \"type\": \"armed-group\"}, {\"id\": \"b\", \"type\": \"person\"}],"
    " \"events\": [{\"id\": \"e\", \"type\": \"bombing\", \"roles\": {\"Agent\": [\"a\"], \"Target\": "
    "[\"b\"]}}],"
    " \"claims\": [{\"type\": \"attacks\", \"from\": \"a\", \"to\": \"b\"}]}";

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("schema.json", data, n);
  harness_write("corpus.json", corpus, strlen(corpus));
  scratch_read(&harness, NULL, NULL);
  return 0;
}
