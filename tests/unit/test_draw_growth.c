/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Nothing grows from call to call: whatever strings a corpus, a theme or a question brings, they are freed.
 */
#include "corpus/names.h"
#include "draw/diagram/describe.h"
#include "draw/diagram/view.h"
#include "draw/sheet/theme_file.h"
#include "paths/question.h"
#include "read/read.h"

#include <glib/gstdio.h>
#include <malloc.h>

/* Calls before memory is measured (tables are made, and libraries loaded, by the first), and after. */
#define BEFORE 20
#define AFTER  60

/* What may remain of a call, in bytes: less than the shortest string that one brings. */
#define MOST_LEFT 64.0

/* The sanitizers' allocator knows; where there is none, the C library's does. */
extern size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));

static gsize
in_use(void)
{
  if (__sanitizer_get_current_allocated_bytes != NULL)
    return __sanitizer_get_current_allocated_bytes();
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

typedef void (*Call)(const char *folder, guint number);

static void
put(const char *path, char *text)
{
  g_autoptr(GError) error = NULL;
  g_file_set_contents(path, text, -1, &error);
  g_assert_no_error(error);
  g_free(text);
}

/* Reads a corpus with names that no other has, asks for a path and a name, and describes the picture. */
static void
ask(const char *folder, guint number)
{
  g_autofree char *path = g_build_filename(folder, "corpus.json", NULL);
  put(path, g_strdup_printf(
                "{\"relata\": 1, \"documents\": [{\"id\": \"document-%u\", \"published\": \"2021-08-02\"}],"
                " \"actors\": [{\"id\": \"from-%u\", \"name\": \"The first of the actors, %u\"}, {\"id\":"
                " \"to-%u\", \"name\": \"The second of the actors, %u\"}], \"claims\": [{\"document\":"
                " \"document-%u\", \"type\": \"relation-%u\", \"from\": \"from-%u\", \"to\": \"to-%u\"}]}",
                number, number, number, number, number, number, number, number, number));
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  const char *const paths[] = {path};
  g_autoptr(RelataCorpus) corpus = relata_read(paths, 1, NULL, found, &error);
  g_assert_no_error(error);
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  RelataPathQuestion question = {.corpus = corpus, .selection = selection, .from = 0, .to = 1, .count = 1};
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(findings->answer->n_found, ==, 1);
  g_autofree char *asked = g_strdup_printf("an actor of this name, which nobody has, number %u", number);
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, asked, NULL), ==, RELATA_NONE);
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autofree char *words = relata_describe(corpus, view, &error);
  g_assert_no_error(error);
  g_assert_nonnull(words);
}

static void
load_theme(const char *folder, guint number)
{
  g_autofree char *path = g_build_filename(folder, "own.theme.json", NULL);
  put(path, g_strdup_printf(
                "{\"extends\": \"screen\", \"fonts\": [\"A font that nobody has and with a long name for"
                " a font number %u\", \"serif\"]}",
                number));
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  g_autoptr(RelataTheme) theme = relata_theme_load(path, found, &error);
  g_assert_no_error(error);
  g_assert_nonnull(theme);
}

static void
test_growth(gconstpointer data)
{
  const Call call = *(const Call *)data;
  g_autofree char *folder = g_dir_make_tmp("growth-XXXXXX", NULL);
  for (guint i = 0; i < BEFORE; i++)
    call(folder, 100 + i);
  const gsize before = in_use();
  for (guint i = 0; i < AFTER; i++)
    call(folder, 200 + i);
  const gsize after = in_use();
  g_assert_cmpfloat(((double)after - (double)before) / AFTER, <, MOST_LEFT);
  g_autofree char *corpus = g_build_filename(folder, "corpus.json", NULL);
  g_autofree char *theme = g_build_filename(folder, "own.theme.json", NULL);
  g_unlink(corpus);
  g_unlink(theme);
  g_rmdir(folder);
}

int
main(int argc, char **argv)
{
  static const Call questions = ask, themes = load_theme;
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/draw/growth/questions", &questions, test_growth);
  g_test_add_data_func("/draw/growth/themes", &themes, test_growth);
  return g_test_run();
}
