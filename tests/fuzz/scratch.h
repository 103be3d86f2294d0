/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A folder in memory that holds a corpus as a stranger may have left it, and what must hold whatever is in
 * it. */
#ifndef RELATA_TESTS_SCRATCH_H
#define RELATA_TESTS_SCRATCH_H

#include "relata.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* Seconds of the processor's time after which an input of these sizes counts as one that is never done with:
 * a busy machine does not change them, and sanitizers need a hundredth. */
#define SCRATCH_MOST_SECONDS 30

typedef struct {
  char *path;
  const char *doing; /* for the message when something is wrong */
  guint n_reads;
} Scratch;

static inline void
scratch_fail(const Scratch *scratch, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "%s: ", scratch->doing);
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\n");
  va_end(arguments);
  abort(); /* the folder stays, to look into */
}

/* In the middle of anything: nothing may be called here that could wait for itself. */
static const Scratch *scratch_watched;

static inline void
scratch_give_up(int signal)
{
  static const char words[] = ": is never done with\n";
  (void)signal;
  const gboolean said = write(STDERR_FILENO, scratch_watched->doing, strlen(scratch_watched->doing)) >= 0 &&
                        write(STDERR_FILENO, words, sizeof words - 1) >= 0;
  (void)said;
  abort();
}

/* From now on the next input is waited for. */
static inline void
scratch_watch(Scratch *scratch)
{
  const struct itimerval limit = {.it_value.tv_sec = SCRATCH_MOST_SECONDS};
  scratch_watched = scratch;
  signal(SIGPROF, scratch_give_up);
  setitimer(ITIMER_PROF, &limit, NULL);
  scratch->n_reads++;
}

static inline void
scratch_begin(Scratch *scratch)
{
  const gboolean in_memory = g_file_test("/dev/shm", G_FILE_TEST_IS_DIR) && g_access("/dev/shm", W_OK) == 0;
  *scratch = (Scratch){.doing = ""};
  scratch->path = g_strdup_printf("%s/relata-XXXXXX", in_memory ? "/dev/shm" : g_get_tmp_dir());
  if (g_mkdtemp(scratch->path) == NULL)
    scratch_fail(scratch, "%s cannot be made", scratch->path);
}

static inline char *
scratch_file(const Scratch *scratch, const char *name)
{
  return g_build_filename(scratch->path, name, NULL);
}

static inline void
scratch_write(const Scratch *scratch, const char *name, const char *bytes, gsize n)
{
  g_autofree char *path = scratch_file(scratch, name);
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || write(file, bytes, n) != (gssize)n || close(file) != 0)
    scratch_fail(scratch, "%s cannot be written", path);
}

static inline void
scratch_copy(const Scratch *scratch, const char *from)
{
  g_autofree char *name = g_path_get_basename(from), *bytes = NULL;
  gsize n;
  if (!g_file_get_contents(from, &bytes, &n, NULL))
    scratch_fail(scratch, "%s cannot be read", from);
  scratch_write(scratch, name, bytes, n);
}

static inline void
scratch_empty(const Scratch *scratch)
{
  GDir *folder = g_dir_open(scratch->path, 0, NULL);
  for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder)) {
    g_autofree char *path = scratch_file(scratch, name);
    g_unlink(path);
  }
  g_dir_close(folder);
}

static inline void
scratch_end(Scratch *scratch)
{
  scratch_empty(scratch);
  g_rmdir(scratch->path);
  g_free(scratch->path);
}

/* What is wrong has a sentence, and what is wrong in the data a place. Returns the errors. */
static inline guint
scratch_check_diagnostics(const Scratch *scratch, const RelataDiagnostics *diagnostics)
{
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(diagnostics, i);
    if (!g_utf8_validate(diagnostic->message, -1, NULL) || *diagnostic->message == '\0')
      scratch_fail(scratch, "a message that is no text [%s]", diagnostic->code);
    if (diagnostic->hint != NULL && !g_utf8_validate(diagnostic->hint, -1, NULL))
      scratch_fail(scratch, "a hint that is no text [%s]", diagnostic->code);
    if (diagnostic->severity == RELATA_ERROR_IN_DATA && (diagnostic->file == NULL || diagnostic->line == 0))
      scratch_fail(scratch, "an error without file and line: %s [%s]", diagnostic->message, diagnostic->code);
  }
  return relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA);
}

/* Goes over all that a corpus says: every place in it must be one. */
static inline void
scratch_visit(const Scratch *scratch, const RelataCorpus *corpus)
{
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    g_autofree char *evidence = relata_corpus_evidence(corpus, &claim->said);
    if (evidence != NULL && !g_utf8_validate(evidence, -1, NULL))
      scratch_fail(scratch, "claim %s has evidence that is no text", claim->said.id);
    if (claim->from >= relata_corpus_n_actors(corpus) || claim->to >= relata_corpus_n_actors(corpus))
      scratch_fail(scratch, "claim %s relates nobody", claim->said.id);
    g_free(relata_date_in_words(&claim->said.when));
  }
}

static inline void
scratch_ask(const Scratch *scratch, const RelataCorpus *corpus)
{
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, &error);
  if (network == NULL && error == NULL)
    scratch_fail(scratch, "no network and no error");
}

/* How many readings to one that goes on to build the network. */
#define SCRATCH_NETWORK_STRIDE 16

/* Reads the path (NULL: the whole folder) and now and then asks for the network. Ends the program where an
 * answer is missing that must be there; returns whether the reader found errors. */
static inline gboolean
scratch_read(Scratch *scratch, const char *path, const char *format)
{
  scratch_watch(scratch);
  const char *const paths[] = {path != NULL ? path : scratch->path};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(200);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataCorpus) corpus =
      relata_read(paths, 1, &(RelataReadOptions){.format = format}, diagnostics, &error);
  gboolean has_errors = scratch_check_diagnostics(scratch, diagnostics) > 0;
  if (corpus == NULL) {
    if (error == NULL || *error->message == '\0' || !g_utf8_validate(error->message, -1, NULL))
      scratch_fail(scratch, "no answer and no error");
    has_errors = TRUE;
  } else {
    scratch_visit(scratch, corpus);
    if (scratch->n_reads % SCRATCH_NETWORK_STRIDE == 1)
      scratch_ask(scratch, corpus);
  }
  return has_errors;
}

/* Loads a view file, for a corpus of no more than a relation type. Returns whether it is in error. */
static inline gboolean
scratch_read_view(Scratch *scratch, const char *name)
{
  scratch_watch(scratch);
  g_autofree char *path = scratch_file(scratch, name);
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  relata_schema_use_relation_type(relata_corpus_schema(corpus), "attacks", (RelataPlace){NULL, 0, 0});
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(200);
  g_autoptr(GError) error = NULL;
  const gboolean ok = relata_view_load(view, path, diagnostics, &error);
  const guint n_errors = scratch_check_diagnostics(scratch, diagnostics);
  if (!ok && error == NULL && n_errors == 0)
    scratch_fail(scratch, "the view is refused without a word");
  return !ok || n_errors > 0;
}

/* Loads a theme. Returns whether it is in error. */
static inline gboolean
scratch_read_theme(Scratch *scratch, const char *name)
{
  scratch_watch(scratch);
  g_autofree char *path = scratch_file(scratch, name);
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(200);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataTheme) theme = relata_theme_load(path, diagnostics, &error);
  const guint n_errors = scratch_check_diagnostics(scratch, diagnostics);
  if ((theme == NULL) != (error != NULL))
    scratch_fail(scratch, "the theme is neither read nor refused");
  return theme == NULL || n_errors > 0;
}

/* How a file is read that is no part of a corpus; NULL for those that are. */
typedef gboolean (*ScratchReader)(Scratch *scratch, const char *name);

static inline ScratchReader
scratch_reader_of(const char *name)
{
  return g_str_has_suffix(name, ".view.json")    ? scratch_read_view
         : g_str_has_suffix(name, ".theme.json") ? scratch_read_theme
                                                 : NULL;
}

#endif
