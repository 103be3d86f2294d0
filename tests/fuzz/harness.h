/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What libFuzzer calls, and a scratch folder that lives as long as the process. */
#ifndef RELATA_TESTS_HARNESS_H
#define RELATA_TESTS_HARNESS_H

#include "scratch.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize n);

static Scratch harness;

static inline void
harness_end(void)
{
  scratch_end(&harness);
}

/* Puts the input into a file of an otherwise empty folder, once begun. */
static inline void
harness_write(const char *name, const void *data, gsize n)
{
  if (harness.path == NULL) {
    scratch_begin(&harness);
    harness.doing = "this input";
    atexit(harness_end);
  }
  scratch_write(&harness, name, data, n);
}

#endif
