/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A corpus to start from: what it is made of, that it is read without a complaint, and that its claim quotes
 * what stands in the text, whatever the text is. */
#include "brat_folder.h"
#include "read/starter_internal.h"

/* Makes a corpus of the texts in the folder, in a folder of its own. */
static Folder *
start(const Folder *texts, const char *const *names)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  for (; *names != NULL; names++)
    g_ptr_array_add(paths, g_build_filename(texts->path, *names, NULL));
  Folder *made = folder_new();
  g_autoptr(GPtrArray) files =
      relata_starter_corpus((const char *const *)paths->pdata, paths->len, &made->error);
  for (guint i = 0; files != NULL && i < files->len; i++) {
    const RelataStarterFile *file = g_ptr_array_index(files, i);
    gsize n;
    const char *bytes = g_bytes_get_data(file->bytes, &n);
    folder_put_bytes(made, file->name, bytes, (gssize)n);
  }
  return made;
}

static void
test_documents(void)
{
  g_autoptr(Folder) texts = folder_new();
  folder_put(texts, "2021-08-30-letter.txt", "\n  A letter\tfrom Kabul \n\nThe Taliban hold the airport.\n");
  folder_put(texts, "notes.md", "# Notes\n\nNobody says anything.\n");
  folder_put(texts, "1999-01-02 and 2000-01-02.txt", "Two dates");
  g_autoptr(Folder) made = start(texts, (const char *const[]){"2021-08-30-letter.txt", "notes.md",
                                                              "1999-01-02 and 2000-01-02.txt", NULL});
  folder_read(made);
  folder_assert_clean(made);
  g_assert_cmpuint(relata_corpus_n_documents(made->corpus), ==, 3);
  const RelataDocument *letter = relata_corpus_document(made->corpus, 0);
  g_assert_cmpstr(letter->id, ==, "2021-08-30-letter");
  g_assert_cmpstr(letter->title, ==, "A letter from Kabul");
  g_assert_true(relata_date_is_set(&letter->published));
  const RelataDocument *notes = relata_corpus_document(made->corpus, 1);
  g_assert_cmpstr(notes->id, ==, "notes.md");
  g_assert_true(g_str_has_suffix(notes->file, "notes.md.txt"));
  g_assert_cmpstr(notes->title, ==, "# Notes");
  g_assert_false(relata_date_is_set(&notes->published));
  g_assert_false(relata_date_is_set(&relata_corpus_document(made->corpus, 2)->published));
  /* The title is no sentence, and the text is as it was. */
  const RelataClaim *claim = relata_corpus_claim(made->corpus, 0);
  g_autofree char *evidence = relata_corpus_evidence(made->corpus, &claim->said);
  g_assert_cmpstr(evidence, ==, "The Taliban hold the airport.");
  g_assert_cmpint(claim->said.certainty, ==, RELATA_POSSIBLE);
  g_assert_nonnull(strstr(claim->said.note, "example"));
  g_assert_cmpstr(relata_text_bytes(letter->text), ==,
                  "\n  A letter\tfrom Kabul \n\nThe Taliban hold the airport.\n");
}

static void
test_own(void)
{
  g_autoptr(Folder) texts = folder_new();
  g_autoptr(Folder) made = start(texts, (const char *const[]){NULL});
  folder_read(made);
  g_assert_cmpuint(relata_diagnostics_n_kept(made->diagnostics), ==, 0);
  g_assert_cmpuint(relata_corpus_n_claims(made->corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_quotations(made->corpus).standing, ==, 1);
  /* A dozen types, of all signs. */
  const GArray *types = relata_schema_relation_types(relata_corpus_schema(made->corpus));
  g_assert_cmpuint(types->len, >=, 12);
  guint n_of_sign[3] = {0};
  for (guint i = 0; i < types->len; i++)
    n_of_sign[g_array_index(types, RelataRelationType, i).sign + 1]++;
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint(n_of_sign[i], >, 1);
}

/* What is quoted stands in the text, in any script and however it is written. */
static void
test_sentences(void)
{
  static const struct {
    const char *text, *evidence;
  } cases[] = {
      {"One line", "One line"},
      {"\xEF\xBB\xBFMinutes\r\n\r\nThe council\r\nmet. It left.\r\n", "The council\r\nmet."},
      {"...\n\n***\n\nBut then: words", "But then: words"},
      {"曾经有人说过。他为公司工作。", "曾经有人说过。"},
      {"قال الوزير إنه زار المدينة.", "قال الوزير إنه زار المدينة."},
      {"A \"quoted\" \\ and {braced} <b>text</b>.", "A \"quoted\" \\ and {braced} <b>text</b>."},
      {"He paid the bomb-\nmaker. Done.", "He paid the bomb-\nmaker."},
      {"Title one\nTitle two\n\nWhy not?", "Why not?"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) texts = folder_new();
    folder_put(texts, "empty.txt", "");
    folder_put(texts, "text.txt", cases[i].text);
    g_autoptr(Folder) made = start(texts, (const char *const[]){"empty.txt", "text.txt", NULL});
    g_test_message("case %u", i);
    folder_read(made);
    folder_assert_clean(made);
    g_autofree char *evidence =
        relata_corpus_evidence(made->corpus, &relata_corpus_claim(made->corpus, 0)->said);
    g_assert_cmpstr(evidence, ==, cases[i].evidence);
  }
}

static void
test_titles(void)
{
  g_autoptr(GString) text = g_string_new("\n\n");
  for (guint i = 0; i < 200; i++)
    g_string_append(text, "ärger ");
  g_autoptr(RelataText) held = relata_text_new(text->str, text->len);
  g_autofree char *title = relata_starter_title(held);
  g_assert_cmpint(g_utf8_strlen(title, -1), <=, 121);
  g_assert_true(g_str_has_prefix(title, "ärger ärger") && g_str_has_suffix(title, "ärger…"));
  g_autoptr(RelataText) blank = relata_text_new(" \n\t\n", 4);
  g_assert_null(relata_starter_title(blank));
  g_assert_null(relata_starter_sentence(blank));
}

static void
test_refused(void)
{
  g_autoptr(Folder) texts = folder_new();
  folder_put(texts, "good.txt", "Words.");
  folder_put(texts, "inner/good.txt", "Other words.");
  folder_put(texts, "good", "Words again.");
  folder_put(texts, "latin1.txt", "One.\nTwo \xE9.");
  folder_put_bytes(texts, "nul.txt", "One\0two", 7);
  folder_put(texts, "marks.txt", "... !");
  folder_put(texts, "a\tb.txt", "Words.");
  static const struct {
    const char *first, *second, *says;
  } cases[] = {
      {"latin1.txt", NULL, "latin1.txt:2: this is not text in UTF-8"},
      {"good.txt", "nul.txt", "nul.txt:1: this is not text in UTF-8"},
      {"good.txt", "inner/good.txt", "two texts would be called 'good.txt'"},
      {"good.txt", "good", "two texts would be called 'good.txt'"},
      {"good.txt", "missing.txt", "missing.txt"},
      {"inner", NULL, "inner"},
      {"marks.txt", NULL, "no words"},
      {"a\tb.txt", NULL, "rename the file"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) made = start(texts, (const char *const[]){cases[i].first, cases[i].second, NULL});
    g_assert_error(made->error, RELATA_ERROR, RELATA_ERROR_INPUT);
    g_test_message("%s", made->error->message);
    g_assert_nonnull(strstr(made->error->message, cases[i].says));
  }
}

static void
test_table(void)
{
  g_autoptr(Folder) folder = folder_new();
  g_autoptr(GBytes) bytes = relata_starter_table();
  gsize n;
  const char *table = g_bytes_get_data(bytes, &n);
  folder_put_bytes(folder, "template.csv", table, (gssize)n);
  folder_read(folder);
  folder_assert_clean(folder);
  g_assert_cmpuint(relata_corpus_n_claims(folder->corpus), ==, 2);
  const RelataClaim *claim = relata_corpus_claim(folder->corpus, 1);
  g_assert_cmpstr(relata_corpus_actor(folder->corpus, claim->from)->name, ==, "Ostrand family");
  g_assert_cmpint(claim->said.certainty, ==, RELATA_PROBABLE);
  g_assert_cmpstr(claim->said.by_text, ==, "Marens Courier");
  g_assert_nonnull(claim->said.quote);
  g_assert_true(relata_date_is_set(&claim->said.when));
}

/* Texts alone are no corpus, and the error names what makes one of them. */
static void
test_only_texts(void)
{
  g_autoptr(Folder) texts = folder_new();
  folder_put(texts, "a.txt", "Words.");
  folder_put(texts, "inner/b.txt", "Words.");
  folder_put(texts, "picture.png", "\x89PNG");
  folder_read(texts);
  g_assert_error(texts->error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_nonnull(strstr(texts->error->message, "relata new"));
  g_autofree char *path = g_build_filename(texts->path, "a.txt", NULL);
  const char *paths[] = {path};
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_read(paths, 1, NULL, NULL, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_INPUT);
  g_assert_nonnull(strstr(error->message, "relata new"));
  folder_put(texts, "a.ann", "T1\tPerson 0 5\tWords\n");
  g_assert_nonnull(folder_read(texts));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/starter/documents", test_documents);
  g_test_add_func("/starter/own", test_own);
  g_test_add_func("/starter/sentences", test_sentences);
  g_test_add_func("/starter/titles", test_titles);
  g_test_add_func("/starter/refused", test_refused);
  g_test_add_func("/starter/table", test_table);
  g_test_add_func("/starter/only-texts", test_only_texts);
  return g_test_run();
}
