/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What brat's events become: which ties they give, with and without annotation.conf; and what attributes say
 * of them. */
#include "brat_folder.h"

/* Anna Roe and Bert Doe, of the Red Crew and the Blue Crew, in Port Vale on a day. */
static const char text[] =
    "Anna Roe hit Bert Doe; Red Crew sold Blue Crew to Cleo Fox in Port Vale in 2021.\n";
static const char marks[] = "T1\tPER 0 8\tAnna Roe\nT2\tPER 13 21\tBert Doe\nT3\tORG 23 31\tRed Crew\n"
                            "T4\tORG 37 46\tBlue Crew\nT5\tPER 50 58\tCleo Fox\nT6\tGPE 62 71\tPort Vale\n"
                            "T7\tDate 75 79\t2021\nT8\tHit 9 12\thit\nT9\tSale 32 36\tsold\n";

/* The claims of the document: "anna-roe hit bert-doe, …", "-hit-" where the relation has no direction, "not"
 * and "maybe" before those that are denied or not certain. */
static char *
read_claims(Folder *folder, const char *conf, const char *annotations)
{
  g_autofree char *all = g_strconcat(marks, annotations, NULL);
  if (conf != NULL)
    folder_put(folder, "annotation.conf", conf);
  folder_put(folder, "d.txt", text);
  folder_put(folder, "d.ann", all);
  const RelataCorpus *corpus = folder_read(folder);
  GString *claims = g_string_new(NULL);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    const RelataRelationType *type = relata_schema_relation_type(relata_corpus_schema(corpus), claim->type);
    const char *dash = type->symmetric ? "-" : "";
    g_string_append_printf(claims, "%s%s%s%s %s%s%s %s", i > 0 ? ", " : "",
                           claim->said.stance == RELATA_DENIES ? "not " : "",
                           claim->said.certainty == RELATA_POSSIBLE   ? "maybe "
                           : claim->said.certainty == RELATA_PROBABLE ? "probably "
                                                                      : "",
                           relata_corpus_actor(corpus, claim->from)->id, dash, type->id, dash,
                           relata_corpus_actor(corpus, claim->to)->id);
  }
  return g_string_free(claims, FALSE);
}

static void
assert_claims(const char *conf, const char *annotations, const char *expected)
{
  g_test_message("%s", annotations);
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *claims = read_claims(folder, conf, annotations);
  g_assert_cmpstr(claims, ==, expected);
}

static const char conf_text[] = "[spans]\nPER\nORG\nGPE\nDate\n"
                                "[relations]\nKin\tArg1:PER, Arg2:PER\nKin\tElder:PER, Younger:PER\n"
                                "[events]\nHit\tFoo:PER, Bar*:PER, Place?:GPE, Time?:Date\n"
                                "Sale\tBuyer:<ENTITY>, Seller:<ENTITY>, Goods?:<ENTITY>\n"
                                "[attributes]\nPolarity\tArg:<EVENT>|<RELATION>, Value:Positive|Negative\n";

/* A [relations] section takes nothing away from what events give, and its order of roles decides where their
 * meaning does not. */
static void
test_conf(void)
{
  assert_claims(conf_text, "E1\tHit:T8 Bar:T2 Foo:T1 Place:T6 Time:T7\n", "anna-roe hit bert-doe");
  assert_claims(NULL, "E1\tHit:T8 Bar:T2 Foo:T1 Place:T6 Time:T7\n", "anna-roe -hit- bert-doe");
  assert_claims(conf_text, "E1\tHit:T8 Bar2:T5 Foo:T1 Bar:T2\n",
                "anna-roe hit bert-doe, anna-roe hit cleo-fox");
  assert_claims(conf_text, "E1\tSale:T9 Seller:T3 Buyer:T5\n", "cleo-fox sale red-crew");
  assert_claims(NULL, "E1\tSale:T9 Seller:T3 Buyer:T5\n", "cleo-fox -sale- red-crew");
  assert_claims("[entities]\nPER\n[events]\nHit\tOne{2}:PER\n", "E1\tHit:T8 One:T2 One2:T1\n",
                "anna-roe -hit- bert-doe");
  /* What roles mean goes before their order. */
  assert_claims("[entities]\nPER\n[events]\nHit\tVictim:PER, Agent:PER\n", "E1\tHit:T8 Victim:T2 Agent:T1\n",
                "anna-roe hit bert-doe");
  assert_claims(conf_text, "R1\tKin Younger:T1 Elder:T2\nR2\tKin Arg2:T2 Arg1:T1\n",
                "bert-doe kin anna-roe, anna-roe kin bert-doe");
}

static void
test_spans(void)
{
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *claims = read_claims(folder, conf_text, "E1\tHit:T8 Foo:T1 Bar:T2\n");
  g_assert_cmpuint(folder_count(folder, "unknown-section") + folder_count(folder, "not-in-annotation-conf"),
                   ==, 0);
  g_assert_cmpstr(claims, ==, "anna-roe hit bert-doe");
}

/* The roles of place and time are read as such in other languages too. */
static void
test_circumstances(void)
{
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *claims =
      read_claims(folder, NULL, "E1\tHit:T8 Ort:T6 Opfer:T2 Datum:T7 Angreifer:T1 Quelle:T5\n");
  g_assert_cmpstr(claims, ==, "anna-roe hit bert-doe");
  const RelataStatement *said = &relata_corpus_claim(folder->corpus, 0)->said;
  g_assert_cmpstr(said->when.edtf, ==, "2021");
  g_assert_cmpstr(relata_corpus_place(folder->corpus, said), ==, "Port Vale");
  g_assert_cmpstr(relata_corpus_speaker(folder->corpus, said), ==, "Cleo Fox");
}

/* The nearest annotation.conf holds, in the folder or above it. */
static void
test_subtree(void)
{
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *sub = g_build_filename(folder->path, "year", NULL);
  g_autofree char *deep = g_build_filename(sub, "month", NULL);
  g_assert_cmpint(g_mkdir(sub, 0700) + g_mkdir(deep, 0700), ==, 0);
  g_autofree char *all = g_strconcat(marks, "E1\tHit:T8 Bar:T2 Foo:T1\nX", NULL);
  all[strlen(all) - 1] = '\0';
  folder_put(folder, "annotation.conf", conf_text);
  folder_put(folder, "year/month/d.txt", text);
  folder_put(folder, "year/month/d.ann", all);
  const RelataCorpus *corpus = folder_read(folder);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 1);
  g_assert_cmpstr(relata_corpus_actor(corpus, relata_corpus_claim(corpus, 0)->from)->id, ==, "anna-roe");
  g_assert_cmpuint(folder_count(folder, "not-in-annotation-conf"), ==, 0);
  folder_put(folder, "year/annotation.conf", "[entities]\nPER\n[events]\nHit\tBar:PER, Foo:PER\n");
  corpus = folder_read(folder);
  g_assert_cmpstr(relata_corpus_actor(corpus, relata_corpus_claim(corpus, 0)->from)->id, ==, "bert-doe");
  g_assert_cmpuint(folder_count(folder, "not-in-annotation-conf"), >, 0); /* ORG is no longer listed */
  static const char *const files[] = {"year/month/d.txt", "year/month/d.ann", "year/annotation.conf",
                                      "year/month", "year"};
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder->path, files[i], NULL);
    g_assert_cmpint(g_remove(path), ==, 0);
  }
}

/* What the schemes of others say about stance and certainty. */
static void
test_attributes(void)
{
  static const struct {
    const char *attributes, *claim;
  } cases[] = {
      {"A1\tPolarity E1 Negative\n", "not anna-roe hit bert-doe"},
      {"A1\tPOLARITY E1 POS\nA2\tTense E1 Past\nA3\tGenericity E1 Specific\n", "anna-roe hit bert-doe"},
      {"A1\tModality E1 Hypothetical\n", "maybe anna-roe hit bert-doe"},
      {"A1\tModality E1 Asserted\nA2\tTense E1 Future\n", "maybe anna-roe hit bert-doe"},
      {"A1\tRealis E1 Other\n", "maybe anna-roe hit bert-doe"},
      {"A1\trealis E1 actual\n", "anna-roe hit bert-doe"},
      {"A1\tNegation E1\nA2\tSpeculation E1\n", "not maybe anna-roe hit bert-doe"},
      {"A1\tNegated E1 false\nA2\tis_uncertain E1 no\n", "anna-roe hit bert-doe"},
      {"A1\tConfidence E1 Neutral\nA2\tCertainty E1 Certain\n", "probably anna-roe hit bert-doe"},
      {"A1\tfactuality E1 PR-\n", "not probably anna-roe hit bert-doe"},
      {"A1\tNegation T8\n", "not anna-roe hit bert-doe"}, /* on the trigger */
      {"A1\tHit_polarity E1 NEG\n", "not anna-roe hit bert-doe"},
      {"A1\tSpeculation E1\n#1\tAnnotatorNotes E1\tcertainty=certain\n", "anna-roe hit bert-doe"},
      {"A1\tNegación E1\n", "not anna-roe hit bert-doe"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *annotations = g_strconcat("E1\tHit:T8 Agent:T1 Victim:T2\n", cases[i].attributes, NULL);
    assert_claims(NULL, annotations, cases[i].claim);
  }
  assert_claims(NULL, "R1\tknows Arg1:T1 Arg2:T2\nA1\tPolarity R1 Negative\n", "not anna-roe knows bert-doe");
}

static void
test_attributes_unknown(void)
{
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *claims =
      read_claims(folder, NULL,
                  "E1\tHit:T8 Agent:T1 Victim:T2\nA1\tModality E1 Purple\nA2\tMood-swing E1 Yes\n"
                  "A3\tPolarity E1\nA4\tConfidence E1 0.25\n");
  g_assert_cmpstr(claims, ==, "anna-roe hit bert-doe");
  g_assert_cmpfloat(relata_corpus_claim(folder->corpus, 0)->said.confidence, ==, 0.25);
  folder_assert_at(folder, "unknown-value", "d.ann", 11, 16);
  folder_assert_at(folder, "missing-field", "d.ann", 13, 4);
  folder_assert_at(folder, "unknown-attribute", "d.ann", 12, 4);
  g_assert_cmpuint(relata_diagnostics_count(folder->diagnostics, RELATA_ERROR_IN_DATA), ==, 0);
}

/* Types that tools write into attributes. */
static void
test_labels(void)
{
  static const struct {
    const char *annotations, *claims;
  } cases[] = {
      {"R1\tcustom_Relation Governor:T1 Dependent:T2\nA1\tlabel R1 works-for\n",
       "anna-roe works-for bert-doe"},
      {"R1\twebanno-custom-Kin Arg1:T1 Arg2:T2\nA1\twebanno-custom-Kin_value R1 Sister of\n",
       "anna-roe sister-of bert-doe"},
      {"R1\tDependency Arg1:T1 Arg2:T2\nA1\tDependencyType R1 pays\nA2\tPolarity R1 negative\n",
       "not anna-roe pays bert-doe"},
      {"R1\tknows Arg1:T1 Arg2:T2\nA1\tkind R1 well\n", "anna-roe knows bert-doe"},
      {"R1\tRelation Arg1:T1 Arg2:T2\nA1\tvalue R1 3.5\n", "anna-roe relation bert-doe"},
      {"T10\tEvent 9 12\thit\nE1\tEvent:T10 Agent:T1 Victim:T2\nA1\tvalue E1 slaps\n",
       "anna-roe slaps bert-doe"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_claims(NULL, cases[i].annotations, cases[i].claims);
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *claims = read_claims(
      folder,
      "[entities]\nNamedEntity\nPER\nORG\nGPE\nDate\nHit\nSale\n[relations]\nRelation\tArg1:<ENTITY>, Arg2:<ENTITY>\n",
      "T10\tNamedEntity 50 58\tCleo Fox\nA1\tvalue T10 PER\nR1\tRelation Arg1:T10 Arg2:T2\nA2\tlabel R1 pays\n");
  g_assert_cmpstr(claims, ==, "cleo-fox pays bert-doe");
  g_assert_cmpuint(folder_count(folder, "not-in-annotation-conf"), ==, 0); /* the written types are listed */
  g_assert_cmpuint(folder_count(folder, "unused-notes"), ==, 0);
  g_assert_cmpuint(folder_count(folder, "type-mismatch"), ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/brat-events/conf", test_conf);
  g_test_add_func("/read/brat-events/spans", test_spans);
  g_test_add_func("/read/brat-events/circumstances", test_circumstances);
  g_test_add_func("/read/brat-events/subtree", test_subtree);
  g_test_add_func("/read/brat-events/attributes", test_attributes);
  g_test_add_func("/read/brat-events/attributes-unknown", test_attributes_unknown);
  g_test_add_func("/read/brat-events/labels", test_labels);
  return g_test_run();
}
