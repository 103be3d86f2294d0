/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which files are read, as what and in which order; and the words and numbers that brat's marks hold. */
#include "brat_folder.h"
#include "read/brat/brat.h"

#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

static RelataCorpus *
read_paths(const char *const *paths, const char *format, RelataDiagnostics *diagnostics, GError **error)
{
  return relata_read(paths, g_strv_length((char **)paths), &(RelataReadOptions){.format = format},
                     diagnostics, error);
}

static char *
path_in(const Folder *folder, const char *name)
{
  return g_build_filename(folder->path, name, NULL);
}

static void
test_errors(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_read(folder);
  g_assert_error(folder->error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_nonnull(strstr(folder->error->message, "is empty"));
  g_assert_false(relata_read_is_corpus(folder->path));
  folder_put(folder, "notes.txt", "nothing");
  folder_put(folder, "picture.png", "\x89PNG");
  folder_read(folder);
  g_assert_error(folder->error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_nonnull(strstr(folder->error->message, "brat"));
  g_assert_false(relata_read_is_corpus(folder->path));
  g_autofree char *missing = path_in(folder, "missing"), *picture = path_in(folder, "picture.png");
  const struct {
    const char *path, *format;
    int code;
  } cases[] = {{missing, NULL, RELATA_ERROR_INPUT},
               {picture, NULL, RELATA_ERROR_INPUT},
               {picture, "jsn", RELATA_ERROR_FORMAT},
               {"/dev/null", NULL, RELATA_ERROR_INPUT}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *paths[] = {cases[i].path, NULL};
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
    g_autoptr(GError) error = NULL;
    g_assert_null(read_paths(paths, cases[i].format, diagnostics, &error));
    g_assert_error(error, RELATA_ERROR, cases[i].code);
  }
  folder_put(folder, "notes.ann", "");
  g_assert_true(relata_read_is_corpus(folder->path));
}

/* Types come first and texts last, whatever the names and whichever path they are in. */
static void
test_stages(void)
{
  g_autoptr(Folder) marks = folder_new(), names = folder_new();
  folder_put(marks, "a.txt", "ISKP");
  folder_put(marks, "a.ann", "T1\tArmed_group 0 4\tISKP\n");
  folder_put(names, "corpus.json",
             "{\"relata\": 1, \"actors\": [{\"id\": \"isis-k\", \"name\": \"ISIS-K\","
             " \"type\": \"armed-group\", \"aliases\": [\"ISKP\"]}]}");
  folder_put(names, "schema.json", "{\"relata\": 1, \"actor_types\": [{\"id\": \"armed-group\"}]}");
  const char *paths[] = {marks->path, names->path, NULL};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataCorpus) corpus = read_paths(paths, NULL, diagnostics, NULL);
  g_assert_nonnull(corpus);
  g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 0);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 1);
}

static void
test_left_out(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "a.txt", "ISKP");
  folder_put(folder, "a.ann", "");
  folder_put(folder, "b.txt", "no annotations");
  folder_put(folder, "README", "read me");
  folder_put(folder, ".hidden", "x");
  g_autofree char *inner = path_in(folder, "inner");
  g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
  g_autofree char *pipe = path_in(folder, "pipe.ann"); /* reading it would wait for ever */
  g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
  g_autofree char *outside = path_in(folder, "outside.ann");
  g_assert_cmpint(symlink("/etc/passwd", outside), ==, 0);
  g_autofree char *dangling = path_in(folder, "dangling.ann");
  g_assert_cmpint(symlink("nowhere", dangling), ==, 0);
  g_autofree char *again = path_in(folder, "again.ann");
  g_assert_cmpint(symlink("a.ann", again), ==, 0);
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_nonnull(corpus);
  g_assert_true(g_str_has_suffix(folder_only(folder, "no-annotations")->file, "b.txt"));
  /* README, pipe.ann; the links out and to nowhere are lost */
  g_assert_cmpuint(folder_count(folder, "left-out"), ==, 3);
  g_assert_cmpuint(folder_count(folder, "unreadable-file"), ==, 1);
  g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_LOSS), ==, 2);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 2); /* a, and again by its link */
  g_rmdir(inner);
}

static void
put_below(const Folder *folder, const char *below, const char *name, const char *bytes)
{
  g_autofree char *parent = path_in(folder, below);
  g_mkdir(parent, 0700);
  g_autofree char *path = g_build_filename(parent, name, NULL);
  g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
}

/* Annotated texts below a corpus belong to it, as in brat; another corpus below it does not. */
static void
test_folders_below(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "corpus.json",
             "{\"relata\": 1, \"actors\": [{\"id\": \"iskp\", \"name\": \"ISIS-K\"}]}");
  put_below(folder, "texts", "a.txt", "ISKP");
  put_below(folder, "texts", "a.ann", "T1\tGroup 0 4\tISKP\nN1\tReference T1 actor:iskp\n");
  put_below(folder, "other", "corpus.json", "{\"relata\": 1, \"actors\": [{\"id\": \"x\"}]}");
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 1);
  g_assert_true(g_str_has_suffix(folder_only(folder, "left-out")->file, "other"));
  static const char *const made[] = {"texts/a.txt", "texts/a.ann", "other/corpus.json", "texts", "other"};
  for (guint i = 0; i < G_N_ELEMENTS(made); i++) {
    g_autofree char *path = path_in(folder, made[i]);
    g_remove(path);
  }
}

/* A document named by any of its files is the same; the same file twice is read once. */
static void
test_named_outright(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "a.txt", "ISKP");
  folder_put(folder, "a.ann", "T1\tGroup 0 4\tISKP\n");
  g_autofree char *text = path_in(folder, "a.txt"), *marks = path_in(folder, "a.ann");
  const char *paths[] = {marks, text, folder->path, NULL};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataCorpus) corpus = read_paths(paths, NULL, diagnostics, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 1);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
}

/* One name for two texts: two documents, and nothing is left out. */
static void
test_same_name_twice(void)
{
  g_autoptr(Folder) one = folder_new(), two = folder_new();
  folder_put(one, "a.txt", "ISKP");
  folder_put(one, "a.ann", "T1\tGroup 0 4\tISKP\n");
  folder_put(two, "a.txt", "IEA");
  folder_put(two, "a.ann", "T1\tGroup 0 3\tIEA\n");
  const char *paths[] = {one->path, two->path, NULL};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataCorpus) corpus = read_paths(paths, NULL, diagnostics, NULL);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 2);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
}

static void
test_declared_text(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "corpus.json", "{\"relata\": 1, \"documents\": [{\"id\": \"b\"}]}");
  folder_put(folder, "b.txt", "the text");
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpuint(folder_count(folder, "no-annotations"), ==, 0);
  g_assert_cmpstr(relata_text_bytes(relata_corpus_document(corpus, 0)->text), ==, "the text");
}

static void
test_dates(void)
{
  static const char *const cases[][2] = {
      {"26 August 2021", "2021-08-26"},
      {"August 26, 2021", "2021-08-26"},
      {"the 26th of August 2021", "2021-08-26"},
      {"Aug. 2021", "2021-08"},
      {"Sept 2021", "2021-09"},
      {"2014", "2014"},
      {"2014~/..", "2014~/.."},
      {" 2021-08 ", "2021-08"},
      {"31 February 2021", NULL},
      {"15 August", NULL},
      {"last Sunday", NULL},
      {"2021 2022", NULL},
      {"26 2021", NULL},
      {"", NULL},
      {"August", NULL},
      {"May 1999", "1999-05"},
      {"26 Augustus 2021", NULL},
      {"26 August 21", NULL},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *edtf = relata_brat_read_date(cases[i][0]);
    g_assert_cmpstr(edtf, ==, cases[i][1]);
  }
}

static void
test_ranges(void)
{
  static const struct {
    const char *words;
    double min, max;
  } cases[] = {
      {"1200", 1200, 1200},
      {"1,200", 1200, 1200},
      {"1,200–1,500", 1200, 1500},
      {"between 1200 and 1500", 1200, 1500},
      {"2,000 to 3,000 fighters", 2000, 3000},
      {"from 500 to several thousand", NAN, NAN},
      {"at least 13", 13, NAN},
      {"more than 1\xE2\x80\xAF"
       "000",
       1000, NAN},
      {"up to 500", NAN, 500},
      {"about 60 people", 60, 60},
      {"1.5 million", 1500000, 1500000},
      {"2 to 3 thousand", 2000, 3000},
      {"1,20", NAN, NAN},
      {"3 of 4", NAN, NAN},
      {"5 to 3", NAN, NAN},
      {"dozens", NAN, NAN},
      {"", NAN, NAN},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    double min, max;
    const gboolean read = relata_brat_read_range(cases[i].words, &min, &max);
    g_test_message("%s: %g to %g", cases[i].words, min, max);
    g_assert_cmpint(read, ==, !(isnan(cases[i].min) && isnan(cases[i].max)));
    g_assert_true(min == cases[i].min || (isnan(min) && isnan(cases[i].min)));
    g_assert_true(max == cases[i].max || (isnan(max) && isnan(cases[i].max)));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/plan/errors", test_errors);
  g_test_add_func("/read/plan/stages", test_stages);
  g_test_add_func("/read/plan/left-out", test_left_out);
  g_test_add_func("/read/plan/folders-below", test_folders_below);
  g_test_add_func("/read/plan/named-outright", test_named_outright);
  g_test_add_func("/read/plan/same-name-twice", test_same_name_twice);
  g_test_add_func("/read/plan/declared-text", test_declared_text);
  g_test_add_func("/read/values/dates", test_dates);
  g_test_add_func("/read/values/ranges", test_ranges);
  return g_test_run();
}
