/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What brat's own parser accepts and refuses, line kind by line kind, and what relata makes of it. */
#include "brat_folder.h"

/* Each row is the document below with these annotations. brat: whether its parser reads them without a failed
 * line, an undefined id or an exception. Where it does, no error may be reported. */
typedef struct {
  gboolean brat;
  RelataSeverity worst; /* of what relata says */
  const char *code;     /* that it says, or NULL: nothing but notes on actors and types */
  guint n_claims, n_mentions;
  const char *annotations;
} Row;

static const char text[] = "Ann Roe met Bob Doe in Elbonia.\n";

#define ANN            "T1\tPerson 0 7\tAnn Roe\n"
#define BOB            "T2\tPerson 12 19\tBob Doe\n"
#define MET            "R1\tmet Arg1:T1 Arg2:T2\n"
#define MEET           "T3\tMeet 8 11\tmet\n"
#define ACCEPTS        TRUE, RELATA_NOTE
#define ACCEPTS_WARNED TRUE, RELATA_WARNING
#define REFUSES_READ   FALSE, RELATA_NOTE
#define REFUSES_WARNED FALSE, RELATA_WARNING
#define REFUSES        FALSE, RELATA_ERROR_IN_DATA

static const Row rows[] = {
    /* Lines and ids */
    {ACCEPTS, NULL, 1, 2, ANN BOB MET},
    {ACCEPTS, NULL, 1, 2, MET BOB ANN},
    {ACCEPTS, NULL, 1, 2,
     "T1\tPerson 0 7\tAnn Roe\r\nT2\tPerson 12 19\tBob Doe\r\nR1\tmet Arg1:T1 Arg2:T2\r\n"},
    {ACCEPTS, NULL, 1, 2, "T1\tPerson 0 7\tAnn Roe\rT2\tPerson 12 19\tBob Doe\rR1\tmet Arg1:T1 Arg2:T2"},
    {REFUSES_READ, NULL, 1, 2, ANN "\n  \n\t\n" BOB MET},
    {REFUSES_READ, NULL, 1, 2, "\xEF\xBB\xBF" ANN BOB MET},
    {ACCEPTS, NULL, 1, 2,
     "T1\tPerson 0 7\tAnn Roe\nTx2b\tPerson 12 19\tBob Doe\nRel9\tmet Arg1:T1 Arg2:Tx2b\n"},
    {ACCEPTS, NULL, 0, 1, "T1 old\tPerson 0 7\tAnn Roe\n"},
    {REFUSES_WARNED, "odd-id", 0, 1, "T-1\tPerson 0 7\tAnn Roe\n"},
    {REFUSES, "bad-id", 0, 0, "T\tPerson 0 7\tAnn Roe\n"},
    {REFUSES, "bad-id", 0, 1, ANN "*1\tEquiv T1 T1\n"},
    {REFUSES, "unknown-annotation", 0, 1, ANN "t2\tPerson 12 19\tBob Doe\n"},
    {REFUSES, "missing-field", 0, 1, ANN "T2 Person 12 19 Bob Doe\n"},
    {REFUSES, "duplicate-id", 0, 1, ANN "T1\tPerson 12 19\tBob Doe\n"},
    /* T: offsets */
    {ACCEPTS, NULL, 0, 1, "T1\tPerson +0 007\tAnn Roe\n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson -0 \xD9\xA7\tAnn Roe\n"}, /* an Arabic seven */
    {ACCEPTS, NULL, 0, 1,
     "T1\tPerson \xC2\xA0"
     "0 7\xC2\xA0\tAnn Roe\n"},
    {REFUSES_WARNED, "extra-blank", 0, 1, "T1\tPerson  0 7\tAnn Roe\n"},
    {REFUSES_WARNED, "extra-blank", 0, 1, "T1\tPerson 0 7 \tAnn Roe\n"},
    {REFUSES_WARNED, "extra-blank", 0, 1, "T1\tPerson 0 3; 12 15\tAnn Bob\n"},
    {ACCEPTS_WARNED, "missing-type", 0, 0, "T1\t 0 7\tAnn Roe\n"},
    {REFUSES, "bad-offset", 0, 0, "T1\tPerson 0 7;\tAnn Roe\n"},
    {REFUSES, "bad-offset", 0, 0, "T1\tPerson 0\tAnn Roe\n"},
    {REFUSES, "bad-offset", 0, 0, "T1\tPerson 0 -7\tAnn Roe\n"},
    {REFUSES, "bad-offset", 0, 0, "T1\tPerson 0 7.0\tAnn Roe\n"},
    {REFUSES, "extra-field", 0, 0, "T1\tPerson 0 7 9\tAnn Roe\n"},
    {REFUSES, "bad-span", 0, 0, "T1\tPerson 7 0\tAnn Roe\n"},
    {REFUSES, "span-outside-text", 0, 0, "T1\tPerson 0 99\tAnn Roe\n"},
    /* T: parts */
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 0 3;12 15\tAnn Bob\n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 12 15;0 3\tBob Ann\n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 0 3;3 7\tAnn  Roe\n"},
    {ACCEPTS, "old-form", 0, 1, "T1\tPerson 0 3;12 15\tAnnBob\n"},
    {ACCEPTS, "old-form", 0, 1, "T1\tPerson 0 3;12 15\tAnnBob\tas one says\n"},
    {REFUSES_READ, "old-form", 0, 1, "T1\tPerson 0 3;8 11;12 15\tAnnmetBob\n"}, /* shorter than the spans */
    {REFUSES_WARNED, "overlapping-spans", 0, 1, "T1\tPerson 0 7;4 7\tAnn Roe Roe\n"},
    {REFUSES_WARNED, "overlapping-spans", 0, 1,
     "T1\tPerson 4 7;0 4\tRoe Ann \n"}, /* touching, and in reverse */
    /* T: nothing is covered */
    {ACCEPTS, "empty-mark", 0, 0, "T1\tPerson 23 23\t\n"},
    {ACCEPTS, "empty-mark", 0, 0, "T1\tPerson 23 23\t an aside\n"},
    {ACCEPTS, "empty-mark", 0, 0, "T1\tPerson 23 23;25 25\t \n"},
    {REFUSES_READ, "empty-mark", 0, 0, "T1\tPerson 23 23\n"},
    {REFUSES, "bad-span", 0, 0, "T1\tPerson 0 0\tAnn Roe\n"},
    {ACCEPTS, "empty-mark", 0, 0, "T1\tPerson 7 8\t \n"},       /* a blank */
    {ACCEPTS, "empty-mark", 0, 0, "T1\tPerson 7 7;7 7\tAnn\n"}, /* brat takes it for the old form */
    {ACCEPTS, "empty-mark", 0, 1, ANN "T2\tPerson 23 23\t\nR1\tmet Arg1:T1 Arg2:T2\n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 0 3;5 5\tAnn \n"},
    {ACCEPTS, "old-form", 0, 1, "T1\tPerson 0 0;0 3\tAnn\n"},
    /* T: the text */
    {ACCEPTS, "text-filled", 0, 1, "T1\tPerson 0 7\n"},
    {ACCEPTS, "text-filled", 0, 1, "T1\tPerson 0 7\t\n"},
    {ACCEPTS, "text-filled", 0, 1, "T1\tPerson 0 7\t \t \n"},
    {ACCEPTS, "text-filled", 0, 1, "T1\tPerson 0 3;12 15\n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 0 7\tAnn Roe \n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 0 7\tAnn Roe\t\n"},
    {ACCEPTS, "unused-notes", 0, 1, "T1\tPerson 0 7\tAnn Roe\tchecked by kb\n"},
    {ACCEPTS, "unused-notes", 0, 1, "T1\tPerson 0 7\tAnn Roe # sure?\n"},
    {ACCEPTS, "unused-notes", 0, 1, "T1\tPerson 0 7\tAnn Roe\xC2\xA0# sure?\n"},
    {ACCEPTS, NULL, 0, 1, "T1\tPerson 23 32\tElbonia.\n"}, /* the mark's line break is that of its line */
    {ACCEPTS_WARNED, "short-mark", 0, 1, "T1\tPerson 0 3\tAnn Roe\n"},
    {REFUSES, "text-mismatch", 0, 1, "T1\tPerson 0 7\tAnn Rose\n"},
    {REFUSES, "text-mismatch", 0, 1, "T1\tPerson 0 7\tAnn Roes\n"},
    {REFUSES, "text-mismatch", 0, 1, "T1\tPerson 0 7\tann roe\n"},
    {REFUSES_WARNED, "invisible-difference", 0, 1, "T1\tPerson 0 7\tAnn\xC2\xA0Roe\n"},
    /* R */
    {ACCEPTS, NULL, 1, 2, ANN BOB "R1\tmet Arg1:T1 Arg2:T2\tsee note\n"},
    {ACCEPTS, NULL, 1, 2, ANN BOB "R1\tmet Arg1:T1   Arg2:T2 \n"},
    {ACCEPTS, NULL, 1, 2,
     ANN BOB "R1\tmet Arg1:T1 \xC2\xA0"
             "Arg2:T2\n"},
    {ACCEPTS, NULL, 1, 2, ANN BOB "R1\tmet From:T1 To:T2\n"},
    {ACCEPTS, NULL, 1, 2, ANN BOB "R1\tmet Arg2:T1 Arg1:T2\n"},
    {ACCEPTS, "self-claim", 1, 1, ANN "R1\tmet Arg1:T1 Arg2:T1\n"},
    {ACCEPTS_WARNED, "odd-argument", 1, 2, ANN BOB "R1\tmet :T1 Arg2:T2\n"},
    {ACCEPTS_WARNED, "odd-argument", 1, 2, ANN BOB "R1\tmet Arg1:T1:x Arg2:T2\n"},
    {ACCEPTS_WARNED, "missing-type", 0, 2, ANN BOB "R1\t Arg1:T1 Arg2:T2\n"},
    {REFUSES_WARNED, "extra-blank", 1, 2, ANN BOB "R1\t met Arg1:T1 Arg2:T2\n"},
    {ACCEPTS, "unused-argument", 1, 2, ANN BOB MET "R2\tsupports Arg1:R1 Arg2:T2\n"},
    {ACCEPTS, "unused-argument", 0, 1, ANN "A1\tNegation T1\nR2\tsupports Arg1:A1 Arg2:T1\n"},
    {ACCEPTS, "unused-argument", 0, 1,
     ANN "#1\tNote T1\tx\nN1\tReference T1 X:1\nR2\tsupports Arg1:#1 Arg2:N1\n"},
    {ACCEPTS, "unused-argument", 0, 0, "R1\tmet Arg1:R1 Arg2:R1\n"},
    {REFUSES, "bad-relation", 0, 2, ANN BOB "R1\tmet Arg1:T1 Arg2:T2 Arg3:T1\n"},
    {REFUSES, "bad-relation", 0, 2, ANN BOB "R1\tmet Arg1:T1\n"},
    {REFUSES, "bad-relation", 0, 2, ANN BOB "R1\tmet\n"},
    {REFUSES, "bad-relation", 0, 2, ANN BOB "R1\tmet Arg:T1 Arg:T2\n"},
    {REFUSES, "bad-argument", 0, 2, ANN BOB "R1\tmet T1 T2\n"},
    {REFUSES, "unknown-reference", 0, 2, ANN BOB "R1\tmet Arg1:T1 Arg2:T9\n"},
    /* E */
    {ACCEPTS, NULL, 0, 2, ANN BOB MEET "E1\tMeet:T3\n"},
    {ACCEPTS, NULL, 0, 2, ANN BOB MEET "E1\tMeet:T3 \n"},
    {ACCEPTS, NULL, 0, 2, ANN BOB MEET "E1\tMeet:T3\tsee note\n"},
    {ACCEPTS, NULL, 0, 2, ANN BOB MEET "E1\tMeet:T3   Place:T1\t\n"},
    {ACCEPTS_WARNED, "circular-events", 0, 0, MEET "E1\tMeet:T3 Theme:E1\n"},
    {ACCEPTS_WARNED, "circular-events", 0, 0,
     MEET "T4\tMeet 0 3\tAnn\nE1\tMeet:T3 Theme:E2\nE2\tMeet:T4 Theme:E1\n"},
    {ACCEPTS_WARNED, "odd-argument", 0, 1, ANN MEET "E1\tMeet:T3 :T1\n"},
    {ACCEPTS, "unused-argument", 1, 2, ANN BOB MET MEET "E1\tMeet:T3 Theme:R1\n"},
    {REFUSES, "unknown-reference", 0, 0, "E1\tMeet:T3\n"},
    {REFUSES, "wrong-reference", 1, 2, ANN BOB MET "E1\tmet:R1\n"},
    {REFUSES_WARNED, "trigger-type", 0, 0, MEET "E1\tAttack:T3\n"},
    {REFUSES, "missing-field", 0, 1, MEET "E1\tMeet\n"},
    {REFUSES, "missing-field", 0, 1, MEET "E1\t:T3\n"},
    {REFUSES, "bad-argument", 0, 2, ANN MEET "E1\tMeet:T3 Theme\n"},
    {REFUSES, "bad-argument", 0, 2, ANN MEET "E1\tMeet:T3 Theme:\n"},
    /* A and M */
    {ACCEPTS, NULL, 1, 2, ANN BOB MET "A1\tNegation R1\n"},
    {ACCEPTS, "unused-notes", 1, 2, ANN BOB MET "A1\tNegation R1\tso he says\nM2\tSpeculation R1\n"},
    {ACCEPTS, NULL, 1, 2, ANN BOB MET "M1\t Negation\xC2\xA0 R1 \n"},
    {ACCEPTS, "unused-notes", 1, 2,
     ANN BOB MET "A1\tTitle T1 Dr Dr\nA2\tSure A1\nA3\tSure N1\nN1\tReference T1 X:1\n"},
    {REFUSES_WARNED, "extra-blank", 1, 2, ANN BOB MET "A1\tNegation  R1\n"},
    {REFUSES, "unknown-reference", 1, 2, ANN BOB MET "A1\tNegation R9\n"},
    {REFUSES, "missing-field", 1, 2, ANN BOB MET "A1\tNegation\n"},
    /* N */
    {ACCEPTS, NULL, 0, 1, ANN "N1\tReference T1 Wikidata:Q1\tAnn Roe\n"},
    {ACCEPTS, NULL, 0, 1, ANN "N1\tReference T1 Wikidata:Q1\n"},
    {ACCEPTS, NULL, 0, 1, ANN "N1\tReference Annotation:T1 Referent:VIAF:77\tAnn Roe\n"},
    {ACCEPTS, NULL, 0, 1, ANN "N1\tReference Referent:VIAF:77 Annotation:T1\n"},
    {ACCEPTS, NULL, 0, 1, ANN "N1\tSameAs T1 http://example.org/ann\n"},
    {ACCEPTS, NULL, 0, 1, ANN "N1\tReference T1 ::b\n"},
    {ACCEPTS_WARNED, "blank-in-reference", 0, 1, ANN "N1\tReference T1 VIAF:77 not sure\n"},
    {ACCEPTS, "unused-argument", 1, 2, ANN BOB MET "N1\tReference R1 X:1\n"},
    {REFUSES_WARNED, "blank-in-reference", 0, 1, ANN "N1\tReference T1 My Registry:Ann Roe\tAnn Roe\n"},
    {REFUSES_WARNED, "extra-blank", 0, 1, ANN "N1\tReference  T1 X:1\n"},
    {REFUSES, "bad-reference", 0, 1, ANN "N1\tReference T1 Q1\n"},
    {REFUSES, "bad-reference", 0, 1, ANN "N1\tReference T1 X:\n"},
    {REFUSES, "bad-reference", 0, 1, ANN "N1\tReference T1\n"},
    {REFUSES, "unknown-reference", 0, 1, ANN "N1\tReference T9 X:1\n"},
    /* # */
    {ACCEPTS, NULL, 1, 2, ANN BOB MET "#1\tAnnotatorNotes R1\tso he says\n"},
    {ACCEPTS, NULL, 1, 2, ANN BOB MET "#1\tAnnotatorNotes R1\n#2\t STATUS  R1 \t\n#note3\tX R1\ta\tb\n"},
    {ACCEPTS, "unused-notes", 0, 1, ANN "#1\tAnnotatorNotes T1\tx\n#2\tAnnotatorNotes #1\ty\n"},
    {REFUSES_WARNED, "tab-missing", 1, 2, ANN BOB MET "#1\tAnnotatorNotes R1 so he says\n"},
    {REFUSES, "missing-field", 0, 1, ANN "#1\tAnnotatorNotes\tx\n"},
    {REFUSES, "missing-field", 0, 1, ANN "# remember\n"},
    /* * */
    {ACCEPTS, NULL, 0, 2, ANN BOB "*\tEquiv T1 T2\n"},
    {ACCEPTS, NULL, 0, 2, ANN BOB "*\t Equiv  T1\xC2\xA0T2 \n"},
    {ACCEPTS, "unused-notes", 0, 2, ANN BOB "*\tEquiv T1 T2\tsurely\n"},
    {ACCEPTS, "unused-equivalence", 0, 1, ANN "*\tEquiv T1\n"},
    {ACCEPTS, "unused-equivalence", 0, 0, MEET "E1\tMeet:T3\nE2\tMeet:T3\n*\tEquiv E1 E2\n"},
    {ACCEPTS_WARNED, "unknown-equivalence", 0, 2, ANN BOB "*\tSame T1 T2\n"},
    {REFUSES, "missing-field", 0, 1, ANN "*\tEquiv\n"},
    {REFUSES, "missing-field", 0, 1, ANN "*\tEquiv \n"},
    {REFUSES, "unknown-reference", 0, 1, ANN "*\tEquiv T1 T9\n"},
};

/* Notes that every document without a registry or schema has. */
static gboolean
is_usual(const char *code)
{
  static const char *const usual[] = {"new-actor", "undeclared-actors", "guessed-kind",
                                      "events-without-ties"};
  for (guint i = 0; i < G_N_ELEMENTS(usual); i++)
    if (strcmp(code, usual[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
check_row(const Row *row)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "d.txt", text);
  folder_put(folder, "d.ann", row->annotations);
  const RelataCorpus *corpus = folder_read(folder);
  g_test_message("%s", row->annotations);
  g_assert_nonnull(corpus);
  g_assert_true(!row->brat || row->worst < RELATA_ERROR_IN_DATA); /* the table itself */
  RelataSeverity worst = RELATA_NOTE;
  gboolean said = row->code == NULL;
  for (guint i = 0; i < relata_diagnostics_n_kept(folder->diagnostics); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(folder->diagnostics, i);
    if (is_usual(diagnostic->code) || strcmp(diagnostic->code, "no-evidence") == 0)
      continue;
    g_test_message("  %s: %s", diagnostic->code, diagnostic->message);
    if (row->code == NULL)
      g_assert_cmpstr(diagnostic->code, ==, NULL);
    if (strcmp(diagnostic->code, "self-claim") != 0)
      worst = MAX(worst, diagnostic->severity);
    said |= row->code != NULL && strcmp(diagnostic->code, row->code) == 0;
  }
  g_assert_true(said);
  g_assert_cmpint(worst, ==, row->worst);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, row->n_claims);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, row->n_mentions);
}

static void
test_rows(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    check_row(&rows[i]);
}

/* A comment is no part of a name, and what is missing comes from the document. */
static void
test_names(void)
{
  static const struct {
    const char *line, *name;
  } cases[] = {
      {"T1\tPerson 0 7\tAnn Roe\tchecked by kb", "Ann Roe"},
      {"T1\tPerson 0 7\tAnn Roe # sure?", "Ann Roe"},
      {"T1\tPerson 0 7\tAnn Roe  ", "Ann Roe"},
      {"T1\tPerson 0 7", "Ann Roe"},
      {"T1\tPerson 0 3;12 15", "Ann Bob"},
      {"T1\tPerson 0 3;12 15\tAnnBob", "Ann Bob"},
      {"T1\tPerson 0 3;12 15\tAnn Bob\tone", "Ann Bob"},
      {"T1\tPerson 12 15;0 3\tBobAnn", "Bob Ann"},
      {"T1\tPerson 0 3;5 5;12 15\tAnn  Bob", "Ann Bob"},
      {"T1\tPerson 0 7\tAnn\xC2\xA0Roe (who?)", "Ann Roe"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    folder_put(folder, "d.txt", text);
    folder_put(folder, "d.ann", cases[i].line);
    const RelataCorpus *corpus = folder_read(folder);
    g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 1);
    g_assert_cmpstr(relata_corpus_actor(corpus, 0)->name, ==, cases[i].name);
  }
}

/* Without the document's text, the spans still tell how much of the line is the name. */
static void
test_without_text(void)
{
  static const struct {
    const char *line, *name;
  } cases[] = {
      {"T1\tPerson 0 7\tAnn Roe\tchecked by kb", "Ann Roe"},
      {"T1\tPerson 0 7\tAnn Roe # sure?", "Ann Roe"},
      {"T1\tPerson 0 3;12 15\tAnn Bob", "Ann Bob"},
      {"T1\tPerson 0 6\tAnn Roe\tchecked", "Ann Roe"}, /* the tab is what is left */
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    folder_put(folder, "d.ann", cases[i].line);
    const RelataCorpus *corpus = folder_read(folder);
    g_assert_cmpstr(relata_corpus_actor(corpus, 0)->name, ==, cases[i].name);
    g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_ERROR_IN_DATA), ==, 1);
    folder_only(folder, "missing-text");
  }
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "d.ann", ANN "T2\tPerson 12 19\n");
  g_assert_cmpuint(relata_corpus_n_mentions(folder_read(folder)), ==, 1);
  folder_assert_at(folder, "missing-field", "d.ann", 2, 16);
}

/* The comments of relations and events are notes, and say what notes say. */
static void
test_comments(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "d.txt", text);
  folder_put(folder, "d.ann",
             ANN BOB
             "R1\tmet Arg1:T1 Arg2:T2\tsee note\nR2\tsaw Arg1:T1 Arg2:T2\twhen=2021; so he says\n" MEET
             "E1\tMeet:T3\twhen=2020-05\n#1\tAnnotatorNotes R1\tand this\n");
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpstr(relata_corpus_claim(corpus, 0)->said.note, ==, "see note; and this");
  g_assert_cmpstr(relata_corpus_claim(corpus, 1)->said.when.edtf, ==, NULL);
  g_assert_cmpstr(relata_corpus_event(corpus, 0)->said.when.edtf, ==, "2020-05");
}

/* What looks alike and is not: the message names the characters. */
static void
test_invisible(void)
{
  static const struct {
    const char *text, *marked, *said;
  } cases[] = {
      {"Ann\xC2\xA0Roe left.", "0 7\tAnn Roe",
       "the text has U+00A0 (no-break space) where the line has U+0020 (space)"},
      {"Ann Roe left.", "0 7\tAnn\xE2\x80\xAFRoe",
       "the text has U+0020 (space) where the line has U+202F (narrow no-break space)"},
      {"Andre\xCC\x81 left.", "0 6\tAndr\xC3\xA9",
       "the text has '\xC3\xA9' as U+0065 U+0301 (decomposed, NFD), the line as U+00E9 (composed, NFC)"},
      {"Andr\xC3\xA9 left.", "0 5\tAndre\xCC\x81", "(composed, NFC), the line as U+0065 U+0301"},
      {"Elbo\xC2\xADnia fell.", "0 8\tElbonia", "the text has U+00AD (soft hyphen), which the line lacks"},
      {"Elbonia fell.", "0 7\tElbo\xE2\x80\x8Bnia",
       "the line has U+200B (zero-width space), which the text lacks"},
      {"\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7 fell.", "0 4\t\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7",
       "U+200D (zero-width joiner), which the line lacks"},
      {"\xE2\x80\x8F\xD8\xB9\xD9\x84\xD9\x8A left.", "0 4\t\xD8\xB9\xD9\x84\xD9\x8A",
       "U+200F (right-to-left mark), which the line lacks"},
      {"Ann\r\nRoe left.", "0 8\tAnn Roe",
       "the text has U+000D (carriage return) U+000A (line feed) where the line has U+0020 (space)"},
      {"\xEA\xB9\x80 left.", "0 1\t\xE1\x84\x80\xE1\x85\xB5\xE1\x86\xB7", "the line as U+1100 U+1175 U+11B7"},
      {"A\xC2\xA0"
       "B\xC2\xA0"
       "C\xC2\xA0"
       "D left.",
       "0 7\tA B C D", "; and 1 more"},
      {"Ann\xC2\xA0Roe left.", "0 7\tAnn Roe # sure?", "U+00A0"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *line = g_strdup_printf("T1\tPerson %s\n", cases[i].marked);
    folder_put(folder, "d.txt", cases[i].text);
    folder_put(folder, "d.ann", line);
    const RelataCorpus *corpus = folder_read(folder);
    const RelataDiagnostic *said = folder_only(folder, "invisible-difference");
    g_test_message("%s", said->message);
    g_assert_cmpint(said->severity, ==, RELATA_WARNING);
    g_assert_nonnull(strstr(said->message, cases[i].said));
    g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
    g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 1);
  }
  /* Letters that look alike to some are other letters. */
  static const char *const others[] = {"0 7\tAnn R\xD0\xBE\x65", "0 7\tAnn-Roe", "0 7\tAnnRoe",
                                       "0 7\tAnn Ro"};
  for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *line = g_strdup_printf("T1\tPerson %s\n", others[i]);
    folder_put(folder, "d.txt", text);
    folder_put(folder, "d.ann", line);
    folder_read(folder);
    g_assert_cmpint(folder_only(folder, "text-mismatch")->severity, ==, RELATA_ERROR_IN_DATA);
  }
}

/* brat reads .ann where it is there, and else the files of the shared tasks. */
static void
test_files(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "d.txt", text);
  folder_put(folder, "d.ann", ANN BOB MET);
  folder_put(folder, "d.a1", ANN);
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 2);
  g_assert_true(g_str_has_suffix(folder_only(folder, "left-out")->file, "d.a1"));
  g_autoptr(Folder) parts = folder_new();
  folder_put(parts, "d.txt", text);
  folder_put(parts, "d.a1", ANN BOB);
  folder_put(parts, "d.rel", MET);
  folder_put(parts, "d.co", "*\tEquiv T1 T2\n");
  corpus = folder_read(parts);
  g_assert_cmpuint(relata_diagnostics_count(parts->diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/brat-accepts/rows", test_rows);
  g_test_add_func("/read/brat-accepts/names", test_names);
  g_test_add_func("/read/brat-accepts/without-text", test_without_text);
  g_test_add_func("/read/brat-accepts/comments", test_comments);
  g_test_add_func("/read/brat-accepts/invisible", test_invisible);
  g_test_add_func("/read/brat-accepts/files", test_files);
  return g_test_run();
}
