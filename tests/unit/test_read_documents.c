/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents that do not say all of themselves: documents.csv, and dates in the names of files. And dates that
 * cannot be read, in each format. */
#include "brat_folder.h"
#include "read/named_dates.h"

static void
test_names(void)
{
  static const struct {
    const char *name, *date;
    gboolean several;
  } cases[] = {
      {"2021-08-30-taliban.txt", "2021-08-30", FALSE},
      {"taliban_20210830.txt", "2021-08-30", FALSE},
      {"taliban-2021-08.txt", "2021-08", FALSE},
      {"12-2021-08-30-1.txt", "2021-08-30", FALSE},
      {"2021-08-30T10.txt", "2021-08-30", FALSE},
      {"2021-08-30_20210830.txt", "2021-08-30", FALSE}, /* one date, written twice */
      {"2021-08-30_2021-08-31.txt", NULL, TRUE},
      {"2021-08_2021-08-30.txt", NULL, TRUE},
      {"2024-02-29.txt", "2024-02-29", FALSE},
      {"2021-02-29.txt", NULL, FALSE},
      {"2021-02-30-2021-03-01.txt", "2021-03-01", FALSE},
      {"2021-08-3.txt", NULL, FALSE},
      {"2021-13.txt", NULL, FALSE},
      {"2021-22.txt", NULL, FALSE}, /* two years, and no season */
      {"1914-1918.txt", NULL, FALSE},
      {"12021-08-30.txt", NULL, FALSE},
      {"2021-08-301.txt", NULL, FALSE},
      {"120210830.txt", NULL, FALSE},
      {"202108301.txt", NULL, FALSE},
      {"00010203.txt", NULL, FALSE}, /* a number */
      {"12345678.txt", NULL, FALSE},
      {"202108.txt", NULL, FALSE},
      {"2021.txt", NULL, FALSE},
      {"30.8.2021.txt", NULL, FALSE},
      {"l001.txt", NULL, FALSE},
      {"-", NULL, FALSE},
      {"--2021-08-", "2021-08", FALSE},
      {"", NULL, FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    gboolean several;
    g_autofree char *date = relata_named_date(cases[i].name, &several);
    g_test_message("%s", cases[i].name);
    g_assert_cmpstr(date, ==, cases[i].date);
    g_assert_cmpint(several, ==, cases[i].several);
  }
}

static const RelataDocument *
find(const Folder *folder, const char *id)
{
  const guint index = relata_corpus_find_document(folder->corpus, id);
  g_assert_cmpuint(index, !=, RELATA_NONE);
  return relata_corpus_document(folder->corpus, index);
}

static void
put_letter(Folder *folder, const char *name)
{
  g_autofree char *text = g_strconcat(name, ".txt", NULL);
  g_autofree char *marks = g_strconcat(name, ".ann", NULL);
  folder_put(folder, text, "Ann wrote to Bob\n");
  folder_put(folder, marks, "T1\tPerson 0 3\tAnn\nT2\tPerson 13 16\tBob\nR1\tWrites_to Arg1:T1 Arg2:T2\n");
}

/* What the corpus declares comes before documents.csv, and that before the name of the file. */
static void
test_precedence(void)
{
  g_autoptr(Folder) folder = folder_new();
  put_letter(folder, "a-1798-04-19");
  put_letter(folder, "b-1798-04-20");
  put_letter(folder, "c-1798-04-21");
  put_letter(folder, "d-1798-04-22_1798-04-23");
  folder_put(folder, "corpus.json",
             "{\"relata\":1,\"documents\":[{\"id\":\"a-1798-04-19\",\"published\":\"1801\",\"title\":\"A\"},"
             "{\"id\":\"e-1798-04-25\"}]}");
  folder_put(folder, "documents.csv",
             "id,published,title\na-1798-04-19,1802,A\nb-1798-04-20,1803,\"B, \"\"b\"\"\"\n");
  g_assert_nonnull(folder_read(folder));
  g_assert_cmpstr(find(folder, "a-1798-04-19")->published.edtf, ==, "1801");
  g_assert_cmpstr(find(folder, "b-1798-04-20")->published.edtf, ==, "1803");
  g_assert_cmpstr(find(folder, "b-1798-04-20")->title, ==, "B, \"b\"");
  g_assert_cmpstr(find(folder, "c-1798-04-21")->published.edtf, ==, "1798-04-21");
  g_assert_false(relata_date_is_set(&find(folder, "d-1798-04-22_1798-04-23")->published));
  g_assert_false(
      relata_date_is_set(&find(folder, "e-1798-04-25")->published)); /* it has no file of its own */
  folder_assert_at(folder, "declared-otherwise", "documents.csv", 2, 14);
  g_assert_cmpstr(folder_only(folder, "dated-by-name")->message, ==,
                  "1 document takes its date from its file's name");
  g_assert_cmpint(folder_only(folder, "several-dates")->severity, ==, RELATA_NOTE);
}

/* Columns in any order and case, with another separator, a byte order mark and a line break in a field. */
static void
test_columns(void)
{
  g_autoptr(Folder) folder = folder_new();
  put_letter(folder, "l1");
  put_letter(folder, "l2");
  folder_put(folder, "documents.csv",
             "\xEF\xBB\xBFURL;Publisher ;LANGUAGE;shelf;author;Origin;ID;Reliability;Title\r\n"
             "https://example.org/1;Archive;de;x;Ann;Estate;l1;b;\"Two\nlines\"\r\n\r\n"
             ";;;;;;l2.txt;\r\n");
  g_assert_nonnull(folder_read(folder));
  const RelataDocument *document = find(folder, "l1");
  g_assert_cmpstr(document->url, ==, "https://example.org/1");
  g_assert_cmpstr(document->publisher, ==, "Archive");
  g_assert_cmpstr(document->language, ==, "de");
  g_assert_cmpstr(document->author, ==, "Ann");
  g_assert_cmpint(document->reliability, ==, 'B');
  g_assert_cmpstr(document->origin, ==, "Estate");
  g_assert_cmpstr(document->title, ==, "Two\nlines");
  g_assert_false(relata_date_is_set(&document->published));
  g_assert_cmpstr(find(folder, "l2")->title, ==, "l2");
  folder_assert_at(folder, "unknown-column", "documents.csv", 1, 25);
  folder_assert_clean(folder);
}

/* What is wrong, at which line and column, and how the rest is read all the same. */
static void
test_faults(void)
{
  static const struct {
    const char *table, *code;
    guint line, column;
    const char *title; /* of l1 */
  } cases[] = {
      {"id,titel\nl1,x\n", "unknown-column", 1, 4, "l1"},
      {"id,title,title\nl1,x,y\n", "unknown-column", 1, 10, "x"},
      {"name,title\nl1,x\n", "missing-key", 1, 1, "l1"},
      {"id,title\n,x\nl1,y\n", "missing-key", 2, 1, "y"},
      {"id,title\nl3,x\nl1,y\n", "unknown-reference", 2, 1, "y"},
      {"id,title\nl1,x\nl1,y\n", "duplicate-id", 3, 1, "x"},
      {"id,title\nl1,x,y\nl2,z\n", "wrong-fields", 2, 6, "l1"},
      {"title,id,published\n\xC3\xA9,l1,19.4.1798\n", "wrong-date", 2, 6, "\xC3\xA9"},
      {"title,reliability,id\nx,G,l1\n", "wrong-value", 2, 3, "x"},
      {"id,title\nl2,\"x\" y\nl1,z\n", "wrong-csv", 2, 8, "z"},
      {"id,title\nl2,x \"y\"\nl1,z\n", "wrong-csv", 2, 6, "z"},
      {"id,title\nl1,z\nl2,\"x\n", "wrong-csv", 3, 4, "z"},
      {"id,title\nl1,\xFF\n", "invalid-utf8", 2, 4, "l1"},
      {"title\tid\n\"a\nb\"\tl3\nz\tl1", "unknown-reference", 3, 4, "z"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_test_message("%s", cases[i].table);
    g_autoptr(Folder) folder = folder_new();
    put_letter(folder, "l1");
    put_letter(folder, "l2");
    folder_put(folder, "documents.csv", cases[i].table);
    g_assert_nonnull(folder_read(folder));
    folder_assert_at(folder, cases[i].code, "documents.csv", cases[i].line, cases[i].column);
    g_assert_cmpstr(find(folder, "l1")->title, ==, cases[i].title);
    g_assert_cmpuint(relata_corpus_n_documents(folder->corpus), ==, 2);
  }
  g_autoptr(Folder) folder = folder_new();
  put_letter(folder, "letter-one");
  folder_put(folder, "documents.csv", "id,publisched\nletter-ome,x\n");
  g_assert_nonnull(folder_read(folder));
  g_assert_cmpstr(folder_only(folder, "unknown-reference")->hint, ==, "did you mean 'letter-one'?");
  g_assert_cmpint(folder_only(folder, "unknown-reference")->severity, ==, RELATA_WARNING);
  g_assert_nonnull(strstr(folder_only(folder, "unknown-column")->hint, "\"published\""));
}

/* The table is read beside a file that is named; what it says of others is counted. */
static void
test_beside(void)
{
  g_autoptr(Folder) folder = folder_new();
  put_letter(folder, "l1");
  put_letter(folder, "l2");
  folder_put(folder, "documents.csv", "id,published\nl2,1799\nl1,1798\nl3,1800\n");
  g_autofree char *path = g_build_filename(folder->path, "l1.ann", NULL);
  const char *paths[] = {path};
  folder->diagnostics = relata_diagnostics_new(0);
  folder->corpus = relata_read(paths, 1, NULL, folder->diagnostics, &folder->error);
  g_assert_no_error(folder->error);
  g_assert_cmpstr(find(folder, "l1")->published.edtf, ==, "1798");
  g_assert_cmpuint(folder_count(folder, "unknown-reference"), ==, 0);
  g_assert_cmpstr(folder_only(folder, "not-read")->message, ==,
                  "2 rows are about documents that are not read");
}

/* In every format a date that cannot be read is one error at its place, and what it dates is kept without it.
 */
static void
test_wrong_dates(void)
{
  static const struct {
    const char *file, *text;
    guint line, column;
  } cases[] = {
      {"corpus.json",
       "{\"relata\":1,\"actors\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"documents\":[{\"id\":\"d\"}],\n"
       "\"claims\":[{\"type\":\"met\",\"from\":\"a\",\"to\":\"b\",\"document\":\"d\",\"when\":\"yesterday\"}]}",
       2, 67},
      {"corpus.json",
       "{\"relata\":1,\"actors\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"documents\":[{\"id\":\"d\",\n"
       "\"published\":\"19.4.1798\"}],\n"
       "\"claims\":[{\"type\":\"met\",\"from\":\"a\",\"to\":\"b\",\"document\":\"d\"}]}",
       2, 13},
      {"all.jsonl",
       "{\"kind\":\"document\",\"id\":\"d\",\"published\":\"1798-02-30\"}\n"
       "{\"kind\":\"claim\",\"type\":\"met\",\"from\":\"a\",\"to\":\"b\",\"document\":\"d\"}\n",
       1, 41},
      {"all.jsonl",
       "{\"kind\":\"document\",\"id\":\"d\"}\n"
       "{\"kind\":\"claim\",\"type\":\"met\",\"from\":\"a\",\"to\":\"b\",\"document\":\"d\",\"when\":\"1798-25\"}\n",
       2, 72},
      {"d.ann",
       "T1\tPerson 0 3\tAnn\nT2\tPerson 13 16\tBob\nR1\tMet Arg1:T1 Arg2:T2\n"
       "#1\tAnnotatorNotes R1\twhen=soon\n",
       4, 27},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_test_message("%s", cases[i].text);
    g_autoptr(Folder) folder = folder_new();
    folder_put(folder, cases[i].file, cases[i].text);
    if (g_str_equal(cases[i].file, "d.ann"))
      folder_put(folder, "d.txt", "Ann wrote to Bob\n");
    g_assert_nonnull(folder_read(folder));
    folder_assert_at(folder, "wrong-date", cases[i].file, cases[i].line, cases[i].column);
    g_assert_cmpint(folder_only(folder, "wrong-date")->severity, ==, RELATA_ERROR_IN_DATA);
    g_assert_true(
        g_str_has_suffix(folder_only(folder, "wrong-date")->message, "what it dates is kept without it"));
    g_assert_cmpuint(relata_corpus_n_claims(folder->corpus), ==, 1);
    g_assert_false(relata_date_is_set(&relata_corpus_claim(folder->corpus, 0)->said.when));
    g_assert_false(relata_date_is_set(&find(folder, "d")->published));
  }
}

/* An event and a figure, and a mark that is referred to a date. */
static void
test_wrong_dates_of_others(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "corpus.json",
             "{\"relata\":1,\"events\":[{\"id\":\"e\",\"type\":\"Attack\",\"when\":\"x\"}],"
             "\"figures\":[{\"measure\":\"dead\",\"min\":1,\"event\":\"e\",\"when\":7}]}");
  folder_put(folder, "d.txt", "Ann met Bob in March\n");
  folder_put(folder, "d.ann",
             "T1\tPerson 0 3\tAnn\nT2\tMeeting 4 7\tmet\nT3\tPerson 8 11\tBob\nT4\tDate 15 20\tMarch\n"
             "E1\tMeeting:T2 Agent:T1 Target:T3 When:T4\nN1\tReference T4 edtf:1798-32\tMarch\n");
  g_assert_nonnull(folder_read(folder));
  g_assert_cmpuint(relata_corpus_n_events(folder->corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_figures(folder->corpus), ==, 1);
  g_assert_cmpuint(folder_count(folder, "wrong-date"), ==, 2);
  folder_assert_at(folder, "wrong-type", "corpus.json", 1, 118);
}

/* Words of a text that EDTF would read otherwise than people do are no date. */
static void
test_words_of_texts(void)
{
  static const char *const words[] = {"2021-22", "-0043"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autoptr(Folder) folder = folder_new();
    const int n = (int)strlen(words[i]);
    g_autofree char *text = g_strdup_printf("%s Ann met Bob\n", words[i]);
    g_autofree char *marks =
        g_strdup_printf("T1\tDate 0 %d\t%s\nT2\tPerson %d %d\tAnn\nT3\tMeeting %d %d\tmet\n"
                        "E1\tMeeting:T3 Agent:T2 When:T1\n",
                        n, words[i], n + 1, n + 4, n + 5, n + 8);
    folder_put(folder, "d.txt", text);
    folder_put(folder, "d.ann", marks);
    g_assert_nonnull(folder_read(folder));
    folder_assert_at(folder, "no-date", "d.ann", 1, 13);
    g_assert_false(relata_date_is_set(&relata_corpus_event(folder->corpus, 0)->said.when));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/documents/names", test_names);
  g_test_add_func("/read/documents/precedence", test_precedence);
  g_test_add_func("/read/documents/columns", test_columns);
  g_test_add_func("/read/documents/faults", test_faults);
  g_test_add_func("/read/documents/beside", test_beside);
  g_test_add_func("/read/documents/wrong-dates", test_wrong_dates);
  g_test_add_func("/read/documents/wrong-dates-of-others", test_wrong_dates_of_others);
  g_test_add_func("/read/documents/words-of-texts", test_words_of_texts);
  return g_test_run();
}
