/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A small annotated text, and a file beside it that is fuzzed. */
#ifndef RELATA_TESTS_BESIDE_BRAT_H
#define RELATA_TESTS_BESIDE_BRAT_H

#include "harness.h"

/* Reads the folder in which the bytes are the file `name`. */
static inline void
beside_brat(const char *name, const guint8 *data, gsize n)
{
  static const char text[] = "ISIS-K attacked the Taliban near Kabul.\n";
  static const char annotations[] =
      "T1\tGroup 0 6\tISIS-K\nT2\tGroup 20 27\tTaliban\nT3\tPlace 33 38\tKabul\n"
      "R1\tattacks Arg1:T1 Arg2:T2\nE1\tAttack:T2 Agent:T1\nA1\tNegation R1\n";
  harness_write("small.txt", text, strlen(text));
  harness_write("small.ann", annotations, strlen(annotations));
  harness_write(name, data, n);
  scratch_read(&harness, NULL, NULL);
}

#endif
