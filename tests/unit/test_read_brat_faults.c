/* SPDX-License-Identifier: GPL-2.0-or-later */
/* brat standoff: what is said of what is wrong in it. */
#include "brat_folder.h"
#include "brat_kabul.h"
#include "read/brat/brat_parse.h"

#include <math.h>

static void
test_unknown_ids(void)
{
  g_autoptr(Folder) folder = kabul("ISIS-K and US\n", "T1\tArmed_group 0 6\tISIS-K\nT2\tState 11 13\tUS\n"
                                                      "R3\tRivalry Arg1:T1 Arg2:T9\n"
                                                      "N1\tReference T1 actor:isis-kk\tISIS-K\n");
  folder_assert_at(folder, "unknown-reference", "d.ann", 3, 25);
  g_assert_cmpstr(folder_only(folder, "unknown-reference")->message, ==, "R3: no annotation T9");
  folder_assert_at(folder, "unknown-actor", "d.ann", 4, 23);
  g_assert_nonnull(strstr(folder_only(folder, "unknown-actor")->hint, "isis-k"));
  g_assert_cmpuint(relata_corpus_n_claims(folder->corpus), ==, 0);
  g_assert_cmpuint(relata_corpus_n_mentions(folder->corpus), ==, 2);
}

/* Each line alone gives one error of that code at that column, and the rest is read. */
static void
test_bad_lines(void)
{
  static const struct {
    const char *line, *code;
    guint column;
  } cases[] = {
      {"T2 State 0 6 ISIS-K", "missing-field", 1},
      {"T2\tState 0\tISIS-K", "bad-offset", 11},
      {"T2\tState 0 x\tISIS-K", "bad-offset", 12},
      {"T2\tState -1 6\tISIS-K", "bad-offset", 10},
      {"T2\tState 0 99999999999999999999999\tISIS-K", "bad-offset", 12},
      {"T2\tState 6 0\tISIS-K", "bad-span", 10},
      {"T2\tState 3 3\tISIS-K", "bad-span", 10},
      {"T2\tState 0 2;3\tIS S", "bad-offset", 15},
      {"T2\tState 0 6 7\tISIS-K", "extra-field", 14},
      {"T2\tState 0 99\tISIS-K", "span-outside-text", 10},
      {"T2\tState 0 6\tISIS-Q", "text-mismatch", 14},
      {"T1\tState 0 6\tISIS-K", "duplicate-id", 1},
      {"R1\tRivalry Arg1:T1", "bad-relation", 4},
      {"R1\tRivalry Arg1:T1 Arg1:T1", "bad-relation", 25},
      {"R1\tRivalry Arg1:T1 T1", "bad-argument", 20},
      {"E1\tBombing", "missing-field", 4},
      {"E1\tBombing:R9 Agent:T1", "unknown-reference", 12},
      {"A1\tNegation", "missing-field", 12},
      {"N1\tReference T1 isis-k", "bad-reference", 17},
      {"N1\tReference E7 actor:isis-k\tx", "unknown-reference", 14},
      {"X1\tFoo T1", "unknown-annotation", 1},
      {"T\tState 0 6\tISIS-K", "bad-id", 1},
      {"#1\tAnnotatorNotes T7\tx", "unknown-reference", 19},
      {"T2\tState 0 6\tISIS\xFF", "invalid-utf8", 18},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *annotations =
        g_strdup_printf("T1\tArmed_group 0 6\tISIS-K\n%s\r\n\nT9\tState 7 9\tUS", cases[i].line);
    g_autoptr(Folder) folder = kabul("ISIS-K US\n", annotations);
    g_test_message("%s", cases[i].line);
    const RelataDiagnostic *said = folder_only(folder, cases[i].code);
    g_assert_cmpint(said->severity, ==, RELATA_ERROR_IN_DATA);
    g_assert_cmpuint(said->line, ==, 2);
    if (cases[i].column > 0)
      g_assert_cmpuint(said->column, ==, cases[i].column);
    g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_ERROR_IN_DATA), ==, 1);
    g_assert_cmpuint(relata_corpus_n_mentions(folder->corpus), >=, 2);
  }
}

/* Offsets counted by other programs: the emoji is one code point, two UTF-16 code units, four bytes. */
static void
test_mismatch_explained(void)
{
  static const struct {
    const char *text, *line, *hint;
  } cases[] = {
      {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80 ISIS-K won", "T1\tArmed_group 5 11\tISIS-K", "UTF-16"},
      {"\xC3\xA9t\xC3\xA9 ISIS-K won it all", "T1\tArmed_group 6 12\tISIS-K", "UTF-8 bytes"},
      {"a\r\nb\r\nISIS-K won", "T1\tArmed_group 4 10\tISIS-K", "CR LF: count both"},
      {"a\nb\nISIS-K won it", "T1\tArmed_group 6 12\tISIS-K", "LF only"},
      {"So ISIS-K won", "T1\tArmed_group 0 6\tISIS-K", "3 characters further on"},
      {"So ISIS-K won", "T1\tArmed_group 4 10\tISIS-K", "1 character earlier"},
      {"So ISIS-K won", "T1\tArmed_group 3 8\tISIS-K", "does not end there"},
      {"So ISIS-K has won", "T1\tArmed_group 1 7;12 15\tISIS-K won", "2 characters further on"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = kabul(cases[i].text, cases[i].line);
    const RelataDiagnostic *said = folder_only(folder, "text-mismatch");
    g_assert_nonnull(said->hint);
    g_test_message("%s: %s", cases[i].line, said->hint);
    g_assert_nonnull(strstr(said->hint, cases[i].hint));
  }
  g_autoptr(Folder) outside = kabul("\xF0\x9F\x98\x80 ISIS-K", "T1\tArmed_group 3 9\tISIS-K");
  g_assert_nonnull(strstr(folder_only(outside, "span-outside-text")->hint, "UTF-16"));
  g_autoptr(Folder) nowhere = kabul("So ISIS-K won", "T1\tArmed_group 0 6\tTaliban");
  g_assert_null(folder_only(nowhere, "text-mismatch")->hint);
  g_assert_nonnull(strstr(folder_only(nowhere, "text-mismatch")->message, "'So ISI'"));
}

static void
test_text_forms(void)
{
  /* CRLF in both files, a byte order mark before both, a mark over a line break, a discontinuous mark. */
  g_autoptr(Folder) folder = kabul("\xEF\xBB\xBFISIS-K\r\nUS Army\n",
                                   "\xEF\xBB\xBFT1\tArmed_group 0 6\tISIS-K\r\nT2\tState 8 10\tUS\r\n"
                                   "T3\tPerson 0 4;11 15\tISIS Army\r\nT4\tPerson 5 10\tK  US\r\n");
  folder_assert_clean(folder);
  g_assert_cmpuint(relata_corpus_n_mentions(folder->corpus), ==, 4);
  const RelataMention *parted = relata_corpus_mention(folder->corpus, 2);
  g_assert_cmpuint(parted->n_spans, ==, 2);
  g_assert_cmpuint(parted->spans[1].start, ==, 11);
  /* brat itself counts the byte order mark. */
  g_autoptr(Folder) counted = kabul("\xEF\xBB\xBFISIS-K", "T1\tArmed_group 1 7\tISIS-K\n");
  folder_assert_clean(counted);
  g_autoptr(Folder) empty = kabul("ISIS-K", "");
  g_assert_cmpuint(relata_diagnostics_count(empty->diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
  g_assert_cmpuint(relata_corpus_n_documents(empty->corpus), ==, 1);
  g_autoptr(Folder) broken = kabul("ISIS-K\n\xC3\xA9 \xFF", "T1\tArmed_group 0 6\tISIS-K\n");
  folder_assert_at(broken, "invalid-utf8", "d.txt", 2, 3);
}

static void
test_two_files(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "p.txt", "A binds B");
  folder_put(folder, "p.a1", "T1\tProtein 0 1\tA\nT2\tProtein 8 9\tB\n");
  folder_put(folder, "p.a2", "T3\tBinding 2 7\tbinds\nE1\tBinding:T3 Theme:T1 Theme2:T2\nM1\tNegation E1\n");
  const RelataCorpus *corpus = folder_read(folder);
  folder_assert_clean(folder);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 1);
  g_assert_cmpint(relata_corpus_claim(corpus, 0)->said.stance, ==, RELATA_DENIES);
}

static void
test_circles(void)
{
  g_autoptr(Folder) folder = kabul("bombed hit said", "T1\tBombing 0 6\tbombed\nT2\tBombing 7 10\thit\n"
                                                      "E1\tBombing:T1 Target:E2\nE2\tBombing:T2 Target:E1\n");
  folder_assert_at(folder, "circular-events", "d.ann", 4, 22);
}

static void
test_notes(void)
{
  g_autoptr(Folder) folder =
      kabul("ISIS-K, US", "T1\tArmed_group 0 6\tISIS-K\nT2\tState 8 10\tUS\n"
                          "R1\tRivalry Arg1:T1 Arg2:T2\nR2\tRivalry Arg1:T1 Arg2:T2\n"
                          "#1\tAnnotatorNotes R1\tcertainty=possible; wehn=2021; when=2021-13\n"
                          "#2\tAnnotatorNotes R2\tis x=1 so?; a=b\n");
  const RelataClaim *claim = relata_corpus_claim(folder->corpus, 0);
  g_assert_cmpint(claim->said.certainty, ==, RELATA_POSSIBLE);
  g_assert_false(relata_date_is_set(&claim->said.when));
  folder_assert_at(folder, "unknown-key", "d.ann", 5, 42);
  g_assert_nonnull(strstr(folder_only(folder, "unknown-key")->hint, "'when'"));
  folder_assert_at(folder, "wrong-date", "d.ann", 5, 58);
  g_assert_cmpstr(relata_corpus_claim(folder->corpus, 1)->said.note, ==, "is x=1 so?; a=b");
}

/* The note names the file and line in which the first of them stands, and not the text. */
static void
test_unused_notes(void)
{
  g_autoptr(Folder) folder = kabul("ISIS-K, US", "T1\tArmed_group 0 6\tISIS-K\nT2\tState 8 10\tUS\n"
                                                 "#1\tAnnotatorNotes T1\tremember\n"
                                                 "#2\tAnnotatorNotes T2\tthis\n");
  folder_assert_at(folder, "unused-notes", "d.ann", 3, 1);
  g_assert_true(
      g_str_has_prefix(folder_only(folder, "unused-notes")->message, "2 notes and attributes of no"));
}

/* Every prefix of a document, and every byte of it replaced, ends in an answer. */
static void
test_hostile(void)
{
  static const char text[] = "\xC3\xA9 ISIS-K. US\r\nx";
  static const char annotations[] =
      "T1\tArmed_group 2 8\tISIS-K\nT2\tState 10 12\tUS\nT3\tBombing 0 1;2 4\t\xC3\xA9 IS\n"
      "E1\tBombing:T3 Agent:T1 When:T2\nE2\tKilled:T3 Of:E1\nR1\tRivalry Arg1:E1 Arg2:T2\n"
      "*\tEquiv T1 T2\nN1\tReference T1 actor:us\tU\n#1\tX R1\twhen=2021;by=us\nA1\tCertainty R1 possible\n";
  static const char bytes[] = {'\0', '\n', '\t', ' ', ':', ';', '9', 'T', '#', (char)0x80, (char)0xF4};
  RelataDiagnostics *diagnostics = relata_diagnostics_new(4);
  for (gsize i = 0; i < sizeof annotations; i++)
    for (gsize k = 0; k <= sizeof bytes; k++) {
      g_autofree char *changed = g_memdup2(annotations, sizeof annotations);
      gsize n = sizeof annotations - 1;
      if (k < sizeof bytes)
        changed[i] = bytes[k];
      else
        n = i;
      g_autoptr(RelataBrat) brat = relata_brat_new();
      relata_brat_parse(brat, changed, n, "x.ann", diagnostics);
      relata_brat_link(brat, diagnostics);
    }
  relata_diagnostics_free(diagnostics);
  for (gsize i = 0; i < sizeof annotations; i += 3) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *changed = g_memdup2(annotations, sizeof annotations);
    changed[i] = bytes[i % sizeof bytes];
    folder_put(folder, "schema.json", schema);
    folder_put(folder, "d.txt", text);
    folder_put_bytes(folder, "d.ann", changed, sizeof annotations - 1);
    folder_read(folder);
    folder_put_bytes(folder, "d.ann", annotations, (gssize)i);
    folder_put_bytes(folder, "d.txt", text, (gssize)(i % sizeof text));
    folder_read(folder);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/brat-faults/unknown-ids", test_unknown_ids);
  g_test_add_func("/read/brat-faults/bad-lines", test_bad_lines);
  g_test_add_func("/read/brat-faults/mismatch-explained", test_mismatch_explained);
  g_test_add_func("/read/brat-faults/text-forms", test_text_forms);
  g_test_add_func("/read/brat-faults/two-files", test_two_files);
  g_test_add_func("/read/brat-faults/circles", test_circles);
  g_test_add_func("/read/brat-faults/notes", test_notes);
  g_test_add_func("/read/brat-faults/unused-notes", test_unused_notes);
  g_test_add_func("/read/brat-faults/hostile", test_hostile);
  return g_test_run();
}
