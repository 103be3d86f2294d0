/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What libFuzzer calls; a reader that takes its bytes from memory; and a scratch folder, for what is several
 * files, that lives as long as the process. */
#ifndef RELATA_TESTS_HARNESS_H
#define RELATA_TESTS_HARNESS_H

#include "scratch.h"

#include "read/recognise.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize n);

static Scratch harness = {.doing = ""};

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

typedef struct {
  const guint8 *data;
  gsize n, at;
} HarnessBytes;

static inline gssize
harness_pull(gpointer source, char *buffer, gsize n, GError **error)
{
  HarnessBytes *bytes = source;
  (void)error;
  const gsize got = MIN(MIN(n, 4096), bytes->n - bytes->at);
  memcpy(buffer, bytes->data + bytes->at, got);
  bytes->at += got;
  return (gssize)got;
}

/* Reads bytes as the whole of a file of this format and name, from memory, as relata_read() does: whole, or
 * its first bytes and then the rest in pieces. */
static inline void
harness_read(const char *format, const char *name, const guint8 *data, gsize n)
{
  const RelataInputFormat *row = relata_input_format_find(format, NULL);
  g_assert_nonnull(row);
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(20);
  const gsize held = row->in_pieces ? MIN(n, 512) : n;
  g_autofree char *bytes = g_strndup("", held);
  memcpy(bytes, data, held);
  HarnessBytes rest = {data, n, held};
  RelataInput input = {.path = name, .bytes = bytes, .n = held, .source = &rest};
  RelataAccount *account = relata_account_new(relata_corpus_intern(corpus, name));
  input.shown = relata_corpus_intern(corpus, name);
  input.pull = held < n ? harness_pull : NULL;
  input.account = account;
  g_autoptr(GError) error = NULL;
  harness.doing = name;
  scratch_watch(&harness);
  relata_corpus_enter(corpus, ".");
  row->recognises(&input);
  if (row->read(corpus, &input, diagnostics, &error)) {
    relata_corpus_finish(corpus, diagnostics);
    relata_accounts_report(&account, 1, corpus, diagnostics);
    scratch_visit(&harness, corpus);
  } else if (error == NULL) {
    scratch_fail(&harness, "fails without a reason");
  }
  scratch_check_diagnostics(&harness, diagnostics);
  relata_account_free(account);
}

#endif
