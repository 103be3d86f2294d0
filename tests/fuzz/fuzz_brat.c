/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as brat annotations. A form feed parts the text from the annotations, and a second one those from
 * an annotation.conf; without one all bytes are annotations of the text below. */
#include "harness.h"

static const char text[] = "ISIS-K attacked the Talib\xC3\xA4n near Kabul in August 2021.\n"
                           "The UN counted 1,200 to 1500 fighters of ISKP.\n"
                           "Joe \xE2\x80\x9CQ\xE2\x80\x9D did not praise the bombing.\n";

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  const char *bytes = (const char *)data;
  const char *first = n > 0 ? memchr(bytes, '\f', n) : NULL;
  const char *second = first != NULL ? memchr(first + 1, '\f', n - (gsize)(first + 1 - bytes)) : NULL;
  const char *annotations = first != NULL ? first + 1 : bytes;
  const char *end = second != NULL ? second : bytes + n;
  if (first != NULL)
    harness_write("small.txt", bytes, (gsize)(first - bytes));
  else
    harness_write("small.txt", text, strlen(text));
  harness_write("small.ann", annotations, (gsize)(end - annotations));
  harness_write("annotation.conf", second != NULL ? second + 1 : "",
                second != NULL ? n - (gsize)(second + 1 - bytes) : 0);
  scratch_read(&harness, NULL, NULL);
  return 0;
}
