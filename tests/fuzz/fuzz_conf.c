/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as annotation.conf, beside a corpus in brat's files that it speaks of. */
#include "harness.h"

static const char text[] = "ISIS-K attacked the Taliban near Kabul.\n";
static const char annotations[] = "T1\tGroup 0 6\tISIS-K\nT2\tGroup 20 27\tTaliban\nT3\tPlace 33 38\tKabul\n"
                                  "R1\tattacks Arg1:T1 Arg2:T2\nE1\tAttack:T2 Agent:T1\nA1\tNegation R1\n";

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n)
{
  harness_write("small.txt", text, strlen(text));
  harness_write("small.ann", annotations, strlen(annotations));
  harness_write("annotation.conf", data, n);
  scratch_read(&harness, NULL, NULL);
  return 0;
}
