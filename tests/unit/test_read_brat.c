/* SPDX-License-Identifier: GPL-2.0-or-later */
/* brat standoff: what it becomes in the corpus. */
#include "brat_folder.h"
#include "brat_kabul.h"
#include "read/brat/brat_parse.h"

#include <math.h>

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
            "R3\tRivalry Arg2:T3 Arg1:T2\n"
            "R4\tAttacks Employee:T1 Employer:T2\n"
            "#1\tAnnotatorNotes R1\twhen=2015/..; by=us; certainty=Probable; confidence=0.8; "
            "note=said twice; and again\n"
            "A1\tNegation R2");
  folder_assert_clean(folder);
  const RelataCorpus *corpus = folder->corpus;
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 4);
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
  g_assert_cmpstr(actor_id(corpus, attack->from), ==, "isis-k"); /* the agent, wherever he stands */
  g_assert_cmpstr(actor_id(corpus, relata_corpus_claim(corpus, 2)->from), ==, "taliban"); /* Arg1 */
  /* Whether such a relation is read from the employer or to him, its name does not say: the order written. */
  g_assert_cmpstr(actor_id(corpus, relata_corpus_claim(corpus, 3)->from), ==, "isis-k");
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
  g_assert_cmpstr(bombing->said.place_text, ==, "Kabul");
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
  g_autoptr(Folder) folder = kabul("the group ISKP ＩＳＫＰ     America Zara zara\n",
                                   "T1\tArmed_group 0 9\tthe group\nT2\tArmed_group 10 14\tISKP\n"
                                   "T3\tArmed_group 15 19\tＩＳＫＰ\nT4\tState 24 31\tAmerica\n"
                                   "T5\tPerson 32 36\tZara\nT6\tPerson 37 41\tzara\n"
                                   "*\tEquiv T1 T2\nN1\tReference T5 Wikidata:Q7\tZ\n");
  const RelataCorpus *corpus = folder->corpus;
  const char *expected[] = {"isis-k", "isis-k", "isis-k", "america", "zara", "zara"};
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, i)->actor), ==, expected[i]);
  g_assert_nonnull(
      strstr(folder_only(folder, "new-actor")->message, "2 actors")); /* a weak alias decides nothing */
  const RelataActor *zara = relata_corpus_actor(corpus, relata_corpus_find_actor(corpus, "zara"));
  g_assert_cmpstr(zara->name, ==, "Zara");
  g_assert_cmpuint(zara->links->len, ==, 1);
  g_assert_cmpstr(g_array_index(zara->links, RelataLink, 0).value, ==, "Q7");
}

/* Notes may say where, and which claim a figure belongs to: by its id in the same file, or with its document.
 */
static void
test_places_and_claims(void)
{
  static const char *const ids[] = {"R1", "d:R1"};
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *marks = g_strdup_printf("T1\tPerson 0 3\tAnn\nT2\tPerson 9 12\tBob\nT3\tSum 13 16\t500\n"
                                             "R1\tPays Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R1\tplace=Rome\n"
                                             "E1\tSum:T3\n#2\tAnnotatorNotes E1\tclaim=%s\n",
                                             ids[i]);
    folder_put(folder, "schema.json", "{\"relata\": 1, \"measures\": [{\"id\": \"sum\"}]}");
    folder_put(folder, "d.txt", "Ann paid Bob 500 in Rome.\n");
    folder_put(folder, "d.ann", marks);
    const RelataCorpus *corpus = folder_read(folder);
    g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
    g_assert_cmpstr(relata_corpus_claim(corpus, 0)->said.place_text, ==, "Rome");
    g_assert_cmpstr(relata_corpus_figure(corpus, 0)->of_claim, ==, "d:R1");
    g_assert_cmpuint(relata_corpus_figures_of_claim(corpus, "d:R1")->len, ==, 1);
  }
}

/* Whichever is read first: the chief of one text is not the chief of the other by the word alone. */
static void
test_equivalence_in_any_order(void)
{
  static const char *const texts[] = {"The Chief left.\n", "Ann, the Chief, came.\n"};
  static const char *const marks[] = {"T1\tPerson 0 9\tThe Chief\n",
                                      "T1\tPerson 0 3\tAnn\nT2\tPerson 5 14\tthe Chief\n*\tEquiv T1 T2\n"};
  for (guint turn = 0; turn < 2; turn++) {
    g_autoptr(Folder) folder = folder_new();
    folder_put(folder, "a.txt", texts[turn]);
    folder_put(folder, "a.ann", marks[turn]);
    folder_put(folder, "b.txt", texts[1 - turn]);
    folder_put(folder, "b.ann", marks[1 - turn]);
    const RelataCorpus *corpus = folder_read(folder);
    g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 2);
    for (guint i = 0; i < 3; i++) {
      const RelataMention *mention = relata_corpus_mention(corpus, i);
      const char *document = relata_corpus_document(corpus, mention->document)->id;
      const gboolean is_ann = g_str_equal(document, turn == 0 ? "b" : "a");
      g_assert_cmpstr(actor_id(corpus, mention->actor), ==, is_ann ? "ann" : "the-chief");
    }
  }
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
             "\"front\"}]}");
  folder_put(folder, "d.txt", "Front");
  folder_put(folder, "d.ann", "T1\tGroup 0 5\tFront\n");
  const RelataCorpus *corpus = folder_read(folder);
  const RelataDiagnostic *said = folder_only(folder, "ambiguous-alias");
  g_assert_nonnull(strstr(said->message, "a (Front), b (front)"));
  folder_assert_at(folder, "ambiguous-alias", "d.ann", 1, 14);
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 0)->actor), ==, "front");
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 3);
}

static void
test_new_actors_across_documents(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "a.txt", "Abu\xCC\x84 Zara c+ c-");
  folder_put(folder, "a.ann", "T1\tPerson 0 9\tAbu\xCC\x84 Zara\nT2\tThing 10 12\tc+\nT3\tThing 13 15\tc-\n");
  folder_put(folder, "b.txt", "Abū zara");
  folder_put(folder, "b.ann", "T1\tPerson 0 8\tAbū zara\n");
  const RelataCorpus *corpus = folder_read(folder);
  folder_assert_clean(folder);
  g_assert_cmpuint(relata_corpus_mention(corpus, 0)->actor, ==, relata_corpus_mention(corpus, 3)->actor);
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 0)->actor), ==, "abu-zara");
  /* Folded, "c+" and "c-" differ; their ids would be the same. */
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 1)->actor), ==, "c");
  g_assert_cmpstr(actor_id(corpus, relata_corpus_mention(corpus, 2)->actor), ==, "c-2");
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
  g_test_add_func("/read/brat/places-and-claims", test_places_and_claims);
  g_test_add_func("/read/brat/equivalence", test_equivalence);
  g_test_add_func("/read/brat/equivalence-in-any-order", test_equivalence_in_any_order);
  g_test_add_func("/read/brat/ambiguous", test_ambiguous);
  g_test_add_func("/read/brat/new-actors-across-documents", test_new_actors_across_documents);
  g_test_add_func("/read/brat/documents", test_documents);
  g_test_add_func("/read/brat/real-documents", test_real_documents);
  return g_test_run();
}
