/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents that are files of one name, and what several annotators say of one. */
#include "brat_folder.h"
#include "read/document_names.h"

static const char text[] =
    "Ann Roe met Bob Doe in Elbonia. The Red militia attacked the Blue army near Grund.\n";

#define MARKS                                                                                                \
  "T1\tPerson 0 7\tAnn Roe\nT2\tPerson 12 19\tBob Doe\nT3\tGroup 36 47\tRed militia\nT4\tGroup 61 70\tBlue army\n"
#define ATTACK "T5\tAttack 48 56\tattacked\n"
#define MET    "R1\tmet Arg1:T1 Arg2:T2\n"

/* ── Names ── */

static const char *
only_document(const Folder *folder)
{
  g_assert_cmpuint(relata_corpus_n_documents(folder->corpus), ==, 1);
  return relata_corpus_document(folder->corpus, 0)->id;
}

static gboolean
has_document(const Folder *folder, const char *id)
{
  const guint found = relata_corpus_find_document(folder->corpus, id);
  return found != RELATA_NONE && relata_corpus_document(folder->corpus, found)->declared;
}

static void
assert_no_error(const Folder *folder)
{
  for (guint i = 0; i < relata_diagnostics_n_kept(folder->diagnostics); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(folder->diagnostics, i);
    if (diagnostic->severity == RELATA_ERROR_IN_DATA)
      g_error("%s: %s [%s]", diagnostic->file, diagnostic->message, diagnostic->code);
  }
}

static void
test_names(void)
{
  static const struct {
    const char *files[4]; /* a text is its own name, but for what follows "=" */
    const char *ids[4];
  } cases[] = {
      {{"a/d.txt"}, {"d"}},
      {{"a/d.txt", "a/e.txt"}, {"d", "e"}},
      {{"a/d.txt", "b/d.txt"}, {"a/d", "b/d"}},
      {{"a/d.txt=x", "b/d.txt=x"}, {"d"}},
      {{"a/d.txt=x", "b/d.txt=x", "c/d.txt"}, {"a/d", "c/d"}},
      {{"1/a/d.txt", "2/a/d.txt", "2/b/d.txt"}, {"1/a/d", "2/a/d", "b/d"}},
      {{"1/a/d.txt=x", "2/a/d.txt=y", "2/b/d.txt=y"}, {"1/a/d", "b/d"}},
      {{"a/d.txt=x", "b/e.txt=x"}, {"d", "e"}}, /* one text under two names */
      {{"a/d.txt=", "b/d.txt=x"}, {"a/d", "b/d"}},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    for (guint k = 0; k < 4 && cases[i].files[k] != NULL; k++) {
      g_auto(GStrv) file = g_strsplit(cases[i].files[k], "=", 2);
      g_autofree char *marks = g_strdup_printf("%.*s.ann", (int)strlen(file[0]) - 4, file[0]);
      folder_put(folder, file[0], file[1] != NULL ? file[1] : file[0]);
      folder_put(folder, marks, "");
    }
    folder_read(folder);
    assert_no_error(folder);
    guint n = 0;
    for (; n < 4 && cases[i].ids[n] != NULL; n++) {
      g_test_message("%u: %s", i, cases[i].ids[n]);
      g_assert_true(has_document(folder, cases[i].ids[n]));
    }
    g_assert_cmpuint(relata_corpus_n_documents(folder->corpus), ==, n);
  }
}

/* Marks without a text have no text to be the same. */
static void
test_names_without_text(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "a/d.ann", "T1\tPerson 0 3\tAnn\n");
  folder_put(folder, "b/d.ann", "T1\tPerson 0 3\tAnn\n");
  folder_read(folder);
  g_assert_true(has_document(folder, "a/d"));
  g_assert_true(has_document(folder, "b/d"));
}

/* The order in which files are given decides nothing. */
static void
test_names_in_any_order(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  const char *paths[2][3] = {{"/x/a/d.ann", "/x/b/d.ann", "/y/d.ann"},
                             {"/y/d.ann", "/x/b/d.ann", "/x/a/d.ann"}};
  RelataDocumentName names[2][3];
  for (guint i = 0; i < 2; i++)
    relata_document_names(corpus, paths[i], 3, names[i], NULL);
  static const char *const expected[] = {"a/d", "b/d", "y/d"};
  for (guint k = 0; k < 3; k++) {
    g_assert_cmpstr(names[0][k].id, ==, expected[k]);
    g_assert_cmpstr(names[1][2 - k].id, ==, expected[k]);
    g_assert_cmpstr(names[0][k].prefix, ==, expected[k]);
    g_assert_null(names[0][k].layer);
  }
}

/* A corpus.json means the text beside it, or the only one that has the name. */
static void
test_declared(void)
{
  static const struct {
    const char *where, *id; /* of the declaration */
    const char *others[2];  /* ids of documents that it does not mean */
  } cases[] = {
      {"a/corpus.json", "d", {"b/d"}},
      {"b/corpus.json", "d", {"a/d"}},
      {"c/corpus.json", "a/d", {"b/d"}},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *json = g_strdup_printf(
        "{\"relata\": 1, \"documents\": [{\"id\": \"%s\", \"title\": \"The letter\"}]}", cases[i].id);
    folder_put(folder, cases[i].where, json);
    folder_put(folder, "a/d.txt", "Ann left.");
    folder_put(folder, "a/d.ann", "");
    folder_put(folder, "b/d.txt", "Bob left.");
    folder_put(folder, "b/d.ann", "");
    folder_read(folder);
    assert_no_error(folder);
    g_assert_cmpuint(relata_corpus_n_documents(folder->corpus), ==, 2);
    g_assert_true(has_document(folder, cases[i].others[0]));
    const RelataDocument *declared =
        relata_corpus_document(folder->corpus, relata_corpus_find_document(folder->corpus, cases[i].id));
    g_assert_cmpstr(declared->title, ==, "The letter");
    g_assert_cmpstr(relata_text_bytes(declared->text), ==, i == 1 ? "Bob left." : "Ann left.");
  }
}

/* A documents.csv means the documents of its folder. */
static void
test_documents_csv(void)
{
  g_autoptr(Folder) folder = folder_new();
  static const char *const folders[] = {"a", "b"};
  for (guint i = 0; i < 2; i++) {
    g_autofree char *table = g_strdup_printf("%s/documents.csv", folders[i]);
    g_autofree char *row = g_strdup_printf("id,title\n%s,Letter %s\n", i == 0 ? "d" : "d.txt", folders[i]);
    g_autofree char *file = g_strdup_printf("%s/d.txt", folders[i]);
    g_autofree char *marks = g_strdup_printf("%s/d.ann", folders[i]);
    folder_put(folder, table, row);
    folder_put(folder, file, folders[i]);
    folder_put(folder, marks, "");
  }
  const RelataCorpus *corpus = folder_read(folder);
  assert_no_error(folder);
  g_assert_cmpuint(folder_count(folder, "unknown-reference"), ==, 0);
  g_assert_cmpstr(relata_corpus_document(corpus, relata_corpus_find_document(corpus, "a/d"))->title, ==,
                  "Letter a");
  g_assert_cmpstr(relata_corpus_document(corpus, relata_corpus_find_document(corpus, "b/d"))->title, ==,
                  "Letter b");
}

/* A schema may stand above the folders of the annotators. */
static void
test_schema_above(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "schema.json",
             "{\"relata\": 1, \"relation_types\": [{\"id\": \"met\", \"symmetric\": true}]}");
  folder_put(folder, "a/d.txt", text);
  folder_put(folder, "a/d.ann", MARKS MET);
  const RelataCorpus *corpus = folder_read(folder);
  assert_no_error(folder);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 1);
}

/* ── Layers ── */

static Folder *
two_layers(const char *first, const char *second)
{
  Folder *folder = folder_new();
  folder_put(folder, "ann/d.txt", text);
  folder_put(folder, "ann/d.ann", first);
  folder_put(folder, "bob/d.txt", text);
  folder_put(folder, "bob/d.ann", second);
  folder_read(folder);
  assert_no_error(folder);
  g_assert_cmpstr(only_document(folder), ==, "d");
  return folder;
}

static char *
layers_of(const RelataStatement *said)
{
  return said->layers != NULL ? g_strjoinv(" ", (char **)said->layers) : g_strdup("-");
}

/* Each is said of the same relation, or not. */
static void
test_claims(void)
{
  static const struct {
    const char *first, *second;
    guint n_claims;
    const char *layers; /* of the first claim */
    const char *agreement;
  } cases[] = {
      {MET, MET, 1, "ann bob",
       "ann and bob agree on 1 relation of 1 document; 0 are only in ann, 0 only in bob"},
      {MET, "R9\tmet Arg1:T1 Arg2:T2\n", 1, "ann bob", "agree on 1 relation of"},
      {MET, "", 1, "ann", "agree on 0 relations of 1 document; 1 is only in ann, 0 only in bob"},
      {"", MET, 1, "bob", "agree on 0 relations of 1 document; 0 are only in ann, 1 only in bob"},
      {MET, "R1\tmet Arg1:T2 Arg2:T1\n", 2, "ann", "agree on 0"},
      {MET, "R1\trobbed Arg1:T1 Arg2:T2\n", 2, "ann", "agree on 0"},
      {MET, MET "R2\tmet Arg1:T1 Arg2:T2\n", 2, "ann bob", "agree on 1"}, /* twice by one */
      {MET "A1\tNegation R1\n", MET, 2, "ann", "agree on 0"},
      {MET "#1\tX R1\twhen=2020\n", MET "#1\tX R1\twhen=2021\n", 2, "ann", "agree on 0"},
      {MET "#1\tX R1\twhen=2020\n", MET, 1, "ann bob", "agree on 1"},
      {MET "#1\tX R1\tby=Cid\n", MET "#1\tX R1\tby=Dan\n", 2, "ann", "agree on 0"},
      {MET "#1\tX R1\tplace=Rome\n", MET "#1\tX R1\tplace=Rome\n", 1, "ann bob", "agree on 1"},
      {MET "#1\tX R1\tconfidence=0.5\n", MET "#1\tX R1\tconfidence=0.6\n", 2, "ann", "agree on 0"},
      {MET "#1\tX R1\tcertainty=possible\n", MET, 2, "ann", "agree on 0"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *first = g_strconcat(MARKS, cases[i].first, NULL);
    g_autofree char *second = g_strconcat(MARKS, cases[i].second, NULL);
    g_autoptr(Folder) folder = two_layers(first, second);
    g_test_message("%u: %s", i, folder_only(folder, "layers")->message);
    g_assert_cmpuint(relata_corpus_n_claims(folder->corpus), ==, cases[i].n_claims);
    g_assert_cmpuint(relata_corpus_n_mentions(folder->corpus), ==, 4);
    g_assert_cmpuint(relata_corpus_n_actors(folder->corpus), ==, 4);
    g_autofree char *layers = layers_of(&relata_corpus_claim(folder->corpus, 0)->said);
    g_assert_cmpstr(layers, ==, cases[i].layers);
    g_assert_nonnull(strstr(folder_only(folder, "layers")->message, cases[i].agreement));
  }
}

/* What is kept says what either says, and has the id that comes first. */
static void
test_kept(void)
{
  g_autoptr(Folder) folder =
      two_layers(MARKS "R7\tmet Arg1:T1 Arg2:T2\n#1\tX R7\tso he says\n",
                 MARKS "R1\tmet Arg1:T1 Arg2:T2\tsurely\n#1\tX R1\twhen=2021; place=Rome; credibility=2\n");
  const RelataStatement *said = &relata_corpus_claim(folder->corpus, 0)->said;
  g_assert_cmpuint(relata_corpus_n_claims(folder->corpus), ==, 1);
  g_assert_cmpstr(said->id, ==, "ann/d:R7");
  g_assert_cmpstr(said->note, ==, "so he says; surely");
  g_assert_cmpstr(said->when.edtf, ==, "2021");
  g_assert_cmpstr(said->place_text, ==, "Rome");
  g_assert_cmpuint(said->credibility, ==, 2);
}

/* Events, those within them, the claims that they give, and figures of events and claims. */
static void
test_events(void)
{
  static const char schema[] =
      "{\"relata\": 1, \"measures\": [{\"id\": \"killed\"}, {\"id\": \"sum\"}], \"event_types\": [{\"id\": \"attack\", "
      "\"claims\": [{\"relation\": \"attacks\", \"from\": [\"Agent\"], \"to\": [\"Target\"]}]},"
      " {\"id\": \"saying\"}]}";
  static const char first[] =
      MARKS ATTACK MET "E1\tAttack:T5 Agent:T3 Target:T4\nT6\tSaying 8 11\tmet\nT7\tKilled 12 15\tBob\n"
                       "E2\tSaying:T6 Agent:T1 Theme:E1\nE3\tKilled:T7 Of:T4\nE4\tSum:T8\n"
                       "T8\tSum 0 3\tAnn\n"
                       "#1\tX E3\tmin=13; max=13\n#2\tX E4\tmin=5; max=5; claim=R1\n";
  static const char second[] =
      MARKS ATTACK "R4\tmet Arg1:T1 Arg2:T2\nT16\tSaying 8 11\tmet\nT17\tKilled 12 15\tBob\n"
                   "E5\tSaying:T16 Theme:E9 Agent:T1\nE9\tAttack:T5 Target:T4 Agent:T3\n"
                   "E3\tKilled:T17 Of:T4\nE4\tSum:T8\nT8\tSum 0 3\tAnn\n"
                   "#1\tX E3\tmax=13; min=13\n#2\tX E4\tmin=5; max=5; claim=R4\n";
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "schema.json", schema);
  folder_put(folder, "ann/d.txt", text);
  folder_put(folder, "ann/d.ann", first);
  folder_put(folder, "bob/d.txt", text);
  folder_put(folder, "bob/d.ann", second);
  const RelataCorpus *corpus = folder_read(folder);
  assert_no_error(folder);
  g_assert_cmpuint(relata_corpus_n_events(corpus), ==, 2);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *layers = layers_of(&relata_corpus_event(corpus, i)->said);
    g_assert_cmpstr(layers, ==, "ann bob");
  }
  /* Both ids still find the event, and who refers to it finds it too. */
  const guint attack = relata_corpus_find_event(corpus, "ann/d:E1");
  g_assert_cmpuint(attack, ==, relata_corpus_find_event(corpus, "bob/d:E9"));
  const RelataEvent *saying = relata_corpus_event(corpus, relata_corpus_find_event(corpus, "bob/d:E5"));
  gboolean refers = FALSE;
  for (guint i = 0; i < saying->arguments->len; i++)
    refers |= g_array_index(saying->arguments, RelataArgument, i).event == attack;
  g_assert_true(refers);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    g_autofree char *layers = layers_of(&claim->said);
    g_assert_cmpstr(layers, ==, "ann bob");
    g_assert_true(claim->event == RELATA_NONE || claim->event < 2);
  }
  g_assert_cmpuint(relata_corpus_n_figures(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_figures_of_claim(corpus, "ann/d:R1")->len, ==, 1);
}

/* Who is marked in the same place is the same, even where the two call it differently; but not where they say
 * that it is two. */
static void
test_marks(void)
{
  static const struct {
    const char *first, *second;
    guint n_actors, n_mentions;
  } cases[] = {
      {"T1\tPerson 0 7\tAnn Roe\n", "T1\tPerson 0 7\tAnn Roe\n", 1, 1},
      {"T1\tPerson 0 7\tAnn Roe\n", "T1\tOfficial 0 7\tAnn Roe\n", 1, 1},
      {"T1\tPerson 0 7\tAnn Roe\n", "T1\tPerson 0 3\tAnn\n", 2, 2},
      {"T1\tPerson 0 3;12 15\tAnn Bob\n", "T1\tPair 0 3;12 15\tAnn Bob\n", 1, 1},
      {"T1\tPerson 0 7\tAnn Roe\nN1\tReference T1 Wikidata:Q1\n",
       "T1\tPerson 0 7\tAnn Roe\nN1\tReference T1 Wikidata:Q2\n", 2, 2},
      {"T1\tPerson 0 7\tAnn Roe\nT2\tOffice 0 7\tAnn Roe\n", "T1\tPerson 0 7\tAnn Roe\n", 2, 2},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = two_layers(cases[i].first, cases[i].second);
    g_test_message("%u", i);
    g_assert_cmpuint(relata_corpus_n_actors(folder->corpus), ==, cases[i].n_actors);
    g_assert_cmpuint(relata_corpus_n_mentions(folder->corpus), ==, cases[i].n_mentions);
  }
}

/* Three annotators, one of whom saw only one of two documents; and a folder of a folder. */
static void
test_three(void)
{
  g_autoptr(Folder) folder = folder_new();
  static const char *const folders[] = {"one/first", "two/first", "three"};
  for (guint i = 0; i < 3; i++) {
    g_autofree char *d = g_strdup_printf("%s/d.txt", folders[i]),
                    *d_ann = g_strdup_printf("%s/d.ann", folders[i]);
    g_autofree char *e = g_strdup_printf("%s/e.txt", folders[i]),
                    *e_ann = g_strdup_printf("%s/e.ann", folders[i]);
    folder_put(folder, d, text);
    folder_put(folder, d_ann, MARKS MET);
    if (i == 2)
      continue;
    folder_put(folder, e, "Ann left Bob.");
    folder_put(folder, e_ann, "T1\tPerson 0 3\tAnn\nT2\tPerson 9 12\tBob\nR1\tleft Arg1:T1 Arg2:T2\n");
  }
  const RelataCorpus *corpus = folder_read(folder);
  assert_no_error(folder);
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  g_autofree char *of_d = g_strjoinv(
      " ", (char **)relata_corpus_document(corpus, relata_corpus_find_document(corpus, "d"))->layers);
  g_assert_cmpstr(of_d, ==, "one/first three two/first");
  g_assert_cmpuint(folder_count(folder, "layers"), ==, 3);
}

/* Who annotates alone has no layer, and the claims of JSON may have one. */
static void
test_json(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(
      folder, "corpus.json",
      "{\"relata\": 1, \"documents\": [{\"id\": \"d\", \"text\": \"Ann met Bob.\"}], \"claims\": ["
      "{\"id\": \"b\", \"type\": \"met\", \"from\": \"ann\", \"to\": \"bob\", \"document\": \"d\", \"text\": "
      "\"Ann met Bob.\", \"layers\": \"y\"},"
      "{\"id\": \"a\", \"type\": \"met\", \"from\": \"ann\", \"to\": \"bob\", \"document\": \"d\", \"text\": "
      "\"Ann met Bob.\", \"layers\": [\"z\", \"x\"]},"
      "{\"id\": \"c\", \"type\": \"met\", \"from\": \"ann\", \"to\": \"bob\", \"document\": \"d\", \"text\": "
      "\"Ann met Bob.\"}]}");
  const RelataCorpus *corpus = folder_read(folder);
  assert_no_error(folder);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  g_autofree char *merged = layers_of(&relata_corpus_claim(corpus, 0)->said);
  g_autofree char *other = layers_of(&relata_corpus_claim(corpus, 1)->said);
  g_assert_cmpstr(relata_corpus_claim(corpus, 0)->said.id, ==, "a");
  g_assert_cmpstr(merged, ==, "x y z");
  g_assert_cmpstr(other, ==, "-");
  g_autoptr(Folder) wrong = folder_new();
  folder_put(
      wrong, "corpus.json",
      "{\"relata\": 1, \"claims\": [{\"type\": \"met\", \"from\": \"ann\", \"to\": \"bob\", \"layers\": [\"\"]}]}");
  folder_read(wrong);
  g_assert_true(wrong->corpus == NULL || folder_count(wrong, "wrong-value") == 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/layers/names", test_names);
  g_test_add_func("/read/layers/names-without-text", test_names_without_text);
  g_test_add_func("/read/layers/names-in-any-order", test_names_in_any_order);
  g_test_add_func("/read/layers/declared", test_declared);
  g_test_add_func("/read/layers/documents-csv", test_documents_csv);
  g_test_add_func("/read/layers/schema-above", test_schema_above);
  g_test_add_func("/read/layers/claims", test_claims);
  g_test_add_func("/read/layers/kept", test_kept);
  g_test_add_func("/read/layers/events", test_events);
  g_test_add_func("/read/layers/marks", test_marks);
  g_test_add_func("/read/layers/three", test_three);
  g_test_add_func("/read/layers/json", test_json);
  return g_test_run();
}
