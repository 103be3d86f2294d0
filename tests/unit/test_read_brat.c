/* SPDX-License-Identifier: GPL-2.0-or-later */
/* brat standoff: what it becomes in the corpus, and what is said of what is wrong in it. */
#include "brat_folder.h"
#include "read/brat_parse.h"

#include <math.h>

static const char schema[] =
    "{\"relata\": 1, \"actor_types\": [{\"id\": \"armed-group\"}, {\"id\": \"state\"}, {\"id\": \"person\"}],"
    " \"relation_types\": [{\"id\": \"rivalry\", \"symmetric\": true, \"sign\": -1}, {\"id\": \"attacks\"},"
    "  {\"id\": \"claims-responsibility\"}],"
    " \"event_types\": [{\"id\": \"bombing\","
    "   \"claims\": [{\"relation\": \"attacks\", \"from\": [\"Agent\"], \"to\": [\"Target\"]}]},"
    "  {\"id\": \"claim\","
    "   \"claims\": [{\"relation\": \"claims-responsibility\", \"from\": [\"Agent\"], \"to\": "
    "[\"Theme\"]}]}],"
    " \"measures\": [{\"id\": \"killed\", \"unit\": \"people\"}],"
    " \"marks\": [{\"id\": \"date\", \"means\": \"when\"}, {\"id\": \"place\", \"means\": \"place\"}]}";

static const char registry[] =
    "{\"relata\": 1, \"actors\": ["
    " {\"id\": \"isis-k\", \"name\": \"ISIS-K\", \"type\": \"armed-group\", \"aliases\": [\"ISKP\"]},"
    " {\"id\": \"taliban\", \"name\": \"Taliban\", \"type\": \"armed-group\", \"aliases\": [\"IEA\"]},"
    " {\"id\": \"us\", \"name\": \"US\", \"type\": \"state\", \"weak_aliases\": [\"America\"]}]}";

static Folder *
kabul(const char *text, const char *annotations)
{
  Folder *folder = folder_new();
  folder_put(folder, "schema.json", schema);
  folder_put(folder, "corpus.json", registry);
  folder_put(folder, "d.txt", text);
  folder_put(folder, "d.ann", annotations);
  folder_read(folder);
  return folder;
}

static const char *
actor_id(const RelataCorpus *corpus, guint actor)
{
  return relata_corpus_actor(corpus, actor)->id;
}

static void
assert_evidence(const RelataCorpus *corpus, const RelataStatement *said, const char *expected)
{
  g_autofree char *evidence = relata_corpus_evidence(corpus, said);
  g_assert_cmpstr(evidence, ==, expected);
}

static void
test_relation(void)
{
  g_autoptr(Folder) folder =
      kabul("Intro. ISIS-K fights the Taliban. The US left.\n",
            "T1\tArmed_group 7 13\tISIS-K\n"
            "T2\tArmed_group 25 32\tTaliban\n"
            "T3\tState 38 40\tUS\n"
            "N1\tReference T3 actor:us\tUS\n"
            "R1\tRivalry Arg1:T1 Arg2:T2\n"
            "R2\tAttacks Target:T3 Agent:T1\t\n"
            "#1\tAnnotatorNotes R1\twhen=2015/..; by=us; certainty=Probable; confidence=0.8; "
            "note=said twice; and again\n"
            "A1\tNegation R2");
  folder_assert_clean(folder);
  const RelataCorpus *corpus = folder->corpus;
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 3);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 3);
  const RelataClaim *rivalry = relata_corpus_claim(corpus, 0), *attack = relata_corpus_claim(corpus, 1);
  g_assert_cmpstr(rivalry->said.id, ==, "d:R1");
  g_assert_cmpstr(actor_id(corpus, rivalry->from), ==, "isis-k");
  g_assert_cmpstr(actor_id(corpus, rivalry->to), ==, "taliban");
  g_assert_cmpstr(rivalry->said.when.edtf, ==, "2015/..");
  g_assert_cmpstr(actor_id(corpus, rivalry->said.by), ==, "us");
  g_assert_cmpint(rivalry->said.certainty, ==, RELATA_PROBABLE);
  g_assert_cmpfloat(rivalry->said.confidence, ==, 0.8);
  g_assert_cmpstr(rivalry->said.note, ==, "said twice; and again");
  assert_evidence(corpus, &rivalry->said, "ISIS-K fights the Taliban.");
  g_assert_cmpstr(actor_id(corpus, attack->from), ==, "us"); /* the order written */
  g_assert_cmpint(attack->said.stance, ==, RELATA_DENIES);
  assert_evidence(corpus, &attack->said, "ISIS-K fights the Taliban. The US left.");
}

static void
test_event(void)
{
  /* The claim of responsibility comes before the bombing that it is about. */
  g_autoptr(Folder) folder =
      kabul("On 26 August 2021 ISIS-K bombed US troops and Taliban in Kabul and said so.\n",
            "E2\tClaim:T7 Agent:T2 Theme:E1\n"
            "E1\tBombing:T3 Agent:T2 Target:T4 Target2:T5 When:T1 Place:T6 By:T4 \n"
            "T1\tDate 3 17\t26 August 2021\n"
            "T2\tArmed_group 18 24\tISIS-K\n"
            "T3\tBombing 25 31\tbombed\n"
            "T4\tState 32 34\tUS\n"
            "T5\tArmed_group 46 53\tTaliban\n"
            "T6\tPlace 57 62\tKabul\n"
            "T7\tClaim 67 71\tsaid\n"
            "A1\tCertainty E2 Possible\nA2\tAttribution E2 a spokesman\n");
  folder_assert_clean(folder);
  const RelataCorpus *corpus = folder->corpus;
  g_assert_cmpuint(relata_corpus_n_events(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 3);
  const RelataEvent *bombing = relata_corpus_event(corpus, relata_corpus_find_event(corpus, "d:E1"));
  g_assert_cmpstr(bombing->said.when.edtf, ==, "2021-08-26");
  g_assert_cmpstr(bombing->place, ==, "Kabul");
  g_assert_cmpstr(actor_id(corpus, bombing->said.by), ==, "us");
  g_assert_cmpuint(bombing->arguments->len, ==, 3);
  const RelataEvent *claim = relata_corpus_event(corpus, relata_corpus_find_event(corpus, "d:E2"));
  g_assert_cmpint(claim->said.certainty, ==, RELATA_POSSIBLE);
  g_assert_cmpstr(claim->said.by_text, ==, "a spokesman");
  /* isis-k attacks us and taliban, and claims responsibility toward both. */
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 4);
}

static void
test_relation_with_event(void)
{
  g_autoptr(Folder) folder = kabul("Taliban denounce that ISIS-K bombed US troops in 2021.\n",
                                   "T1\tArmed_group 0 7\tTaliban\nT2\tArmed_group 22 28\tISIS-K\n"
                                   "T3\tBombing 29 35\tbombed\nT4\tState 36 38\tUS\nT5\tDate 49 53\t2021\n"
                                   "E1\tBombing:T3 Agent:T2 Target:T4\n"
                                   "R1\tRivalry Arg1:T1 Arg2:E1\n"
                                   "R2\tHappens Arg1:E1 Arg2:T5\n");
  folder_assert_clean(folder);
  const RelataCorpus *corpus = folder->corpus;
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  const RelataClaim *rivalry = relata_corpus_claim(corpus, 0);
  g_assert_cmpstr(actor_id(corpus, rivalry->to), ==, "us"); /* whom the bombing was done to */
  g_assert_cmpstr(relata_corpus_event(corpus, 0)->said.when.edtf, ==, "2021");
}

static void
test_figures(void)
{
  g_autoptr(Folder) folder = kabul("1,200–1,500 died, 13 US troops, dozens more.\n",
                                   "T1\tKilled 0 11\t1,200–1,500\nT2\tKilled 18 20\t13\n"
                                   "T3\tState 21 23\tUS\nT4\tKilled 32 38\tdozens\n"
                                   "E1\tKilled:T1\nE2\tKilled:T2 Of:T3\nE3\tKilled:T4 Of:T3\n"
                                   "#1\tAnnotatorNotes E3\tmin=24; when=2021\n");
  folder_assert_clean(folder);
  const RelataCorpus *corpus = folder->corpus;
  g_assert_cmpuint(relata_corpus_n_figures(corpus), ==, 3);
  g_assert_cmpuint(relata_corpus_n_events(corpus), ==, 0);
  const RelataFigure *first = relata_corpus_figure(corpus, 0), *second = relata_corpus_figure(corpus, 1);
  g_assert_cmpfloat(first->min, ==, 1200);
  g_assert_cmpfloat(first->max, ==, 1500);
  g_assert_cmpstr(first->unit, ==, "people");
  g_assert_cmpfloat(second->min, ==, 13);
  g_assert_cmpstr(actor_id(corpus, second->actor), ==, "us");
  g_assert_cmpfloat(relata_corpus_figure(corpus, 2)->min, ==, 24);
  g_assert_true(isnan(relata_corpus_figure(corpus, 2)->max));
}

static void
test_identity(void)
{
  g_autoptr(Folder) folder = kabul("the group ISKP i.s.k.p. America Zara zara\n",
                                   "T1\tArmed_group 0 9\tthe group\nT2\tArmed_group 10 14\tISKP\n"
                                   "T3\tArmed_group 15 23\ti.s.k.p.\nT4\tState 24 31\tAmerica\n"
                                   "T5\tPerson 32 36\tZara\nT6\tPerson 37 41\tzara\n"
                                   "*\tEquiv T1 T2\nN1\tReference T5 Wikidata:Q7\tZ\n");
  const RelataCorpus *corpus = folder->corpus;
  const char *expected[] = {"isis-k", "isis-k", "isis-k", "america", "zara", "zara"};
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, i)->actor), ==, expected[i]);
  g_assert_cmpuint(folder_count(folder, "new-actor"), ==, 2); /* a weak alias decides nothing */
  const RelataActor *zara = relata_corpus_actor(corpus, relata_corpus_find_actor(corpus, "zara"));
  g_assert_cmpstr(zara->name, ==, "Zara");
  g_assert_cmpuint(zara->links->len, ==, 1);
  g_assert_cmpstr(g_array_index(zara->links, RelataLink, 0).value, ==, "Q7");
}

/* Only Equiv makes marks one, whatever annotation.conf says of other types. */
static void
test_equivalence(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(
      folder, "annotation.conf",
      "[entities]\nPerson\n[relations]\nFoo\tArg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive\n");
  folder_put(folder, "d.txt", "Ann Bob Cid Dan\n");
  folder_put(folder, "d.ann",
             "T1\tPerson 0 3\tAnn\nT2\tPerson 4 7\tBob\nT3\tPerson 8 11\tCid\nT4\tPerson 12 15\tDan\n"
             "*\tFoo T1 T4\n*\teQUIV T2 T3\n");
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 3);
  static const char *const expected[] = {"ann", "bob", "bob", "dan"};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
    g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, i)->actor), ==, expected[i]);
  folder_assert_at(folder, "unknown-equivalence", "d.ann", 5, 3);
  g_assert_cmpint(folder_only(folder, "unknown-equivalence")->severity, ==, RELATA_WARNING);
}

static void
test_ambiguous(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "corpus.json",
             "{\"relata\": 1, \"actors\": [{\"id\": \"a\", \"name\": \"Front\"}, {\"id\": \"b\", \"name\": "
             "\"FRONT\"}]}");
  folder_put(folder, "d.txt", "Front");
  folder_put(folder, "d.ann", "T1\tGroup 0 5\tFront\n");
  const RelataCorpus *corpus = folder_read(folder);
  const RelataDiagnostic *said = folder_only(folder, "ambiguous-alias");
  g_assert_nonnull(strstr(said->message, "a (Front), b (FRONT)"));
  folder_assert_at(folder, "ambiguous-alias", "d.ann", 1, 14);
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 0)->actor), ==, "d:T1");
}

static void
test_new_actors_across_documents(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "a.txt", "Abu\xCC\x84 Zara c+ c-");
  folder_put(folder, "a.ann", "T1\tPerson 0 9\tAbu\xCC\x84 Zara\nT2\tThing 10 12\tc+\nT3\tThing 13 15\tc-\n");
  folder_put(folder, "b.txt", "ABU-ZARA");
  folder_put(folder, "b.ann", "T1\tPerson 0 8\tABU-ZARA\n");
  const RelataCorpus *corpus = folder_read(folder);
  folder_assert_clean(folder);
  g_assert_cmpuint(relata_corpus_mention(corpus, 0)->actor, ==, relata_corpus_mention(corpus, 3)->actor);
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 0)->actor), ==, "abu-zara");
  /* Folded, "c+" and "c-" differ; their ids would be the same. */
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 1)->actor), ==, "c");
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 2)->actor), ==, "c-2");
}

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
      {"T2\tState 0 6", "missing-field", 13},
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
      {"R1\tRivalry Arg1:T1 Arg2:T1\tmore", "extra-field", 28},
      {"E1\tBombing", "missing-field", 4},
      {"E1\tBombing:R9 Agent:T1", "unknown-reference", 12},
      {"E1\tBombing:T1 Agent:E1", "circular-events", 21},
      {"A1\tNegation", "missing-field", 12},
      {"N1\tReference T1 isis-k", "bad-reference", 17},
      {"N1\tReference E7 actor:isis-k\tx", "unknown-reference", 14},
      {"*\tEquiv T1", "missing-field", 0},
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
    g_assert_cmpuint(relata_corpus_n_mentions(folder->corpus), >=, 2 - (cases[i].code[0] == 'c'));
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
  g_assert_true(g_str_has_prefix(folder_only(folder, "unused-notes")->message, "2 notes and attributes"));
}

static void
test_documents(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "corpus.json",
             "{\"relata\": 1, \"documents\": [{\"id\": \"d\", \"title\": \"Title\"},"
             " {\"id\": \"other\", \"file\": \"e.txt\"}]}");
  folder_put(folder, "d.txt", "ISIS-K");
  folder_put(folder, "d.ann", "T1\tGroup 0 6\tISIS-K\n");
  folder_put(folder, "e.txt", "Taliban");
  folder_put(folder, "e.ann", "T1\tGroup 0 7\tTaliban\n");
  folder_put(folder, "f.ann", "T1\tGroup 0 7\tTaliban\n");
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 3);
  g_assert_cmpstr(relata_corpus_document(corpus, 0)->title, ==, "Title");
  g_assert_cmpstr(relata_text_bytes(relata_corpus_document(corpus, 0)->text), ==, "ISIS-K");
  g_assert_cmpstr(relata_corpus_document(corpus, relata_corpus_mention(corpus, 1)->document)->id, ==,
                  "other");
  g_assert_true(g_str_has_suffix(folder_only(folder, "missing-text")->file, "f.ann"));
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 3);
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

/* The same twenty documents that brat ships as its example; counts as of grep -c. */
static void
test_real_documents(void)
{
  g_autofree char *shared = g_strdup(g_getenv("RELATA_SHARED"));
  if (shared == NULL && g_getenv("RELATA_SOURCE") != NULL)
    shared = g_build_filename(g_getenv("RELATA_SOURCE"), "..", "shared", NULL);
  g_autofree char *path =
      shared != NULL ? g_build_filename(shared, "data", "brat", "BioNLP-ST_2011_EPI", NULL) : NULL;
  if (path == NULL || !g_file_test(path, G_FILE_TEST_IS_DIR)) {
    g_test_skip("the shared brat documents are not here");
    return;
  }
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  guint n_documents = 0, n_events = 0;
  for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
    if (!g_str_has_suffix(name, ".ann"))
      continue;
    g_autofree char *file = g_build_filename(path, name, NULL);
    g_autofree char *bytes = NULL;
    gsize n;
    g_assert_true(g_file_get_contents(file, &bytes, &n, NULL));
    guint counts[3] = {0, 0, 0};
    for (gsize i = 0; i < n; i++)
      for (guint k = 0; k < 3; k++)
        counts[k] += (i == 0 || bytes[i - 1] == '\n') && bytes[i] == "TRE"[k];
    g_autoptr(RelataBrat) brat = relata_brat_new();
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
    relata_brat_parse(brat, bytes, n, name, diagnostics);
    relata_brat_link(brat, diagnostics);
    g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 0);
    g_assert_cmpuint(brat->n_text_bounds, ==, counts[0]);
    g_assert_cmpuint(brat->n_relations, ==, counts[1]);
    g_assert_cmpuint(brat->n_events, ==, counts[2]);
    n_documents++;
    n_events += counts[2];
  }
  g_assert_cmpuint(n_documents, ==, 20);
  const char *paths[] = {path};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataCorpus) corpus = relata_read(paths, 1, NULL, diagnostics, NULL);
  g_assert_nonnull(corpus);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_WARNING), ==, 0);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 20);
  g_assert_cmpuint(relata_corpus_n_events(corpus), ==, n_events);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/brat/relation", test_relation);
  g_test_add_func("/read/brat/event", test_event);
  g_test_add_func("/read/brat/relation-with-event", test_relation_with_event);
  g_test_add_func("/read/brat/figures", test_figures);
  g_test_add_func("/read/brat/identity", test_identity);
  g_test_add_func("/read/brat/equivalence", test_equivalence);
  g_test_add_func("/read/brat/ambiguous", test_ambiguous);
  g_test_add_func("/read/brat/new-actors-across-documents", test_new_actors_across_documents);
  g_test_add_func("/read/brat/unknown-ids", test_unknown_ids);
  g_test_add_func("/read/brat/bad-lines", test_bad_lines);
  g_test_add_func("/read/brat/mismatch-explained", test_mismatch_explained);
  g_test_add_func("/read/brat/text-forms", test_text_forms);
  g_test_add_func("/read/brat/two-files", test_two_files);
  g_test_add_func("/read/brat/circles", test_circles);
  g_test_add_func("/read/brat/notes", test_notes);
  g_test_add_func("/read/brat/unused-notes", test_unused_notes);
  g_test_add_func("/read/brat/documents", test_documents);
  g_test_add_func("/read/brat/hostile", test_hostile);
  g_test_add_func("/read/brat/real-documents", test_real_documents);
  return g_test_run();
}
