/* SPDX-License-Identifier: GPL-2.0-or-later */
/* annotation.conf: its syntax, the schema it gives where there is no other, and the check of annotations. */
#include "brat_folder.h"
#include "corpus/schema_internal.h"
#include "read/brat/annotation_conf.h"

static const char conf_text[] = "# a comment\n"
                                "[entities]\n"
                                "Organization\n"
                                "\tArmed_group|X:1\n"
                                "\t\tMilitia\n"
                                "\tMedium\n"
                                "----\n"
                                "!Thing\n"
                                "Person\nDate\n"
                                "[relations]\n"
                                "<PARTY>=Armed_group|Person\n"
                                "Rivalry\tArg1:<PARTY>, Arg2:<PARTY>, <REL-TYPE>:symmetric-transitive\n"
                                "Reports\tArg1:Medium, Arg2:<ANY>\n"
                                "Reports\tArg1:Person, Arg2:<ENTITY>\n"
                                "Equiv\tArg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive\n"
                                "[events]\n"
                                "Bombing\tAgent*:Organization, Target{1-3}:<ENTITY>|<EVENT>, When?:Date\n"
                                "[attributes]\n"
                                "Negation\tArg:<EVENT>\n"
                                "Certainty\tArg:<EVENT>|<RELATION>, Value:Certain|Possible\n";

static RelataAnnotationConf *
parse(const char *text, RelataDiagnostics *diagnostics)
{
  return relata_annotation_conf_parse(text, strlen(text), "annotation.conf", diagnostics);
}

static const RelataConfArgument *
argument(const RelataConfType *type, guint index)
{
  return g_ptr_array_index(type->arguments, index);
}

static void
test_syntax(void)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataAnnotationConf) conf = parse(conf_text, diagnostics);
  g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 0);
  g_assert_cmpuint(conf->types[RELATA_CONF_ENTITIES]->len, ==, 7);
  const RelataConfType *group = relata_annotation_conf_find(conf, RELATA_CONF_ENTITIES, "armed-group");
  g_assert_cmpstr(group->name, ==, "Armed_group");
  g_assert_cmpuint(group->where.line, ==, 4);
  g_assert_cmpuint(group->where.column, ==, 2);
  g_assert_cmpuint(group->parent, ==, 0);
  g_assert_cmpuint(relata_annotation_conf_find(conf, RELATA_CONF_ENTITIES, "Militia")->parent, ==, 1);
  g_assert_cmpuint(relata_annotation_conf_find(conf, RELATA_CONF_ENTITIES, "Medium")->parent, ==, 0);
  g_assert_cmpuint(relata_annotation_conf_find(conf, RELATA_CONF_ENTITIES, "Person")->parent, ==,
                   RELATA_NONE);
  g_assert_true(relata_annotation_conf_find(conf, RELATA_CONF_ENTITIES, "Thing")->generic);
  const RelataConfType *bombing = relata_annotation_conf_find(conf, RELATA_CONF_EVENTS, "Bombing");
  g_assert_cmpuint(bombing->arguments->len, ==, 3);
  g_assert_cmpstr(argument(bombing, 0)->role, ==, "Agent");
  g_assert_cmpstr(argument(bombing, 1)->role, ==, "Target");
  g_assert_cmpstr(argument(bombing, 2)->role, ==, "When");
  g_assert_true(relata_conf_argument_takes(conf, argument(bombing, 0), RELATA_CONF_ENTITIES, "Militia"));
  g_assert_false(relata_conf_argument_takes(conf, argument(bombing, 0), RELATA_CONF_ENTITIES, "Person"));
  g_assert_true(relata_conf_argument_takes(conf, argument(bombing, 1), RELATA_CONF_EVENTS, "Bombing"));
  g_assert_false(relata_conf_argument_takes(conf, argument(bombing, 1), RELATA_CONF_RELATIONS, "Rivalry"));
  const RelataConfType *rivalry = relata_annotation_conf_find(conf, RELATA_CONF_RELATIONS, "Rivalry");
  g_assert_true(rivalry->symmetric);
  g_assert_true(relata_conf_argument_takes(conf, argument(rivalry, 1), RELATA_CONF_ENTITIES, "Person"));
  g_assert_false(relata_conf_argument_takes(conf, argument(rivalry, 1), RELATA_CONF_ENTITIES, "Medium"));
}

static void
test_complaints(void)
{
  static const struct {
    const char *text, *code;
    RelataSeverity severity;
    guint line, column;
  } cases[] = {
      {"[entities]\nA\n[options]\nx\ty:z\n", "unknown-section", RELATA_NOTE, 3, 1},
      {"A\nB\n[entities]\nC\n", "outside-section", RELATA_WARNING, 1, 1},
      {"[relations]\nR\tArg1:<X>\n", "unknown-macro", RELATA_WARNING, 2, 8},
      {"[relations]\nR\tArg1:A, Arg2\n", "bad-conf-argument", RELATA_WARNING, 2, 11},
      {"[entities]\nA\n  A\n", "duplicate-type", RELATA_WARNING, 3, 3},
      {"[events]\nE\tOf{3-2}:A\n", "bad-conf-argument", RELATA_WARNING, 2, 3},
      {"[entities]\n\xC3\xA9\xFF\n", "invalid-utf8", RELATA_ERROR_IN_DATA, 2, 2},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
    G_GNUC_UNUSED g_autoptr(RelataAnnotationConf) conf = parse(cases[i].text, diagnostics);
    g_test_message("%s", cases[i].code);
    g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 1);
    const RelataDiagnostic *said = relata_diagnostics_get(diagnostics, 0);
    g_assert_cmpstr(said->code, ==, cases[i].code);
    g_assert_cmpint(said->severity, ==, cases[i].severity);
    g_assert_cmpuint(said->line, ==, cases[i].line);
    g_assert_cmpuint(said->column, ==, cases[i].column);
  }
}

static const char document_text[] = "ISIS-K Amaq Biden 2021 hit Kabul";
static const char marks[] = "T1\tArmed_group 0 6\tISIS-K\nT2\tMedium 7 11\tAmaq\nT3\tPerson 12 17\tBiden\n"
                            "T4\tDate 18 22\t2021\nT5\tBombing 23 26\thit\n";

static void
test_declares(void)
{
  g_autoptr(Folder) folder = folder_new();
  g_autofree char *annotations =
      g_strconcat(marks, "E1\tBombing:T5 Agent:T1 Target:T3 When:T4\nR1\tRivalry Arg1:T1 Arg2:T3\n", NULL);
  folder_put(folder, "annotation.conf", conf_text);
  folder_put(folder, "d.txt", document_text);
  folder_put(folder, "d.ann", annotations);
  const RelataCorpus *corpus = folder_read(folder);
  folder_assert_clean(folder);
  const RelataSchema *schema = relata_corpus_schema(corpus);
  const guint group = relata_schema_find_actor_type(schema, "armed-group");
  const guint organization = relata_schema_find_actor_type(schema, "organization");
  g_assert_true(relata_schema_actor_type(schema, group)->declared);
  g_assert_cmpuint(relata_schema_actor_type(schema, group)->parent, ==, organization);
  const RelataRelationType *rivalry =
      relata_schema_relation_type(schema, relata_schema_find_relation_type(schema, "rivalry"));
  g_assert_true(rivalry->symmetric);
  g_assert_cmpint(rivalry->sign, ==, 0);
  g_assert_cmpuint(relata_schema_find_relation_type(schema, "equiv"), ==, RELATA_NONE);
  g_assert_cmpstr(relata_corpus_event(corpus, 0)->said.when.edtf, ==, "2021");
  g_assert_cmpuint(relata_corpus_n_mentions(corpus), ==, 3); /* neither the date nor the trigger */
}

static void
test_schema_knows_better(void)
{
  g_autoptr(Folder) folder = folder_new();
  folder_put(folder, "schema.json",
             "{\"relata\": 1, \"relation_types\": [{\"id\": \"rivalry\", \"sign\": -1}]}");
  folder_put(folder, "annotation.conf", conf_text);
  folder_put(folder, "d.txt", document_text);
  folder_put(folder, "d.ann",
             "T1\tArmed_group 0 6\tISIS-K\nT3\tPerson 12 17\tBiden\nR1\tRivalry Arg1:T1 Arg2:T3\n");
  const RelataSchema *schema = relata_corpus_schema(folder_read(folder));
  folder_assert_clean(folder);
  g_assert_cmpuint(relata_schema_relation_types(schema)->len, ==, 1);
  g_assert_false(relata_schema_relation_type(schema, 0)->symmetric);
  g_assert_true(relata_schema_declares_actor_types(schema));
}

/* A JSON file beside it that goes beyond its list is no error; beyond a schema's list it is. */
static void
test_json_beyond(void)
{
  static const char *const schemas[] = {"", "\"schema\": {\"relation_types\": [{\"id\": \"rivalry\"}]},"};
  for (guint i = 0; i < G_N_ELEMENTS(schemas); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *corpus = g_strdup_printf(
        "{%s \"claims\": [{\"type\": \"warns\", \"from\": \"a\", \"to\": \"b\"}]}", schemas[i]);
    folder_put(folder, "corpus.json", corpus);
    folder_put(folder, "annotation.conf", conf_text);
    folder_put(folder, "d.txt", document_text);
    folder_put(folder, "d.ann", marks);
    folder_read(folder);
    g_assert_cmpint(folder_only(folder, "unknown-type")->severity, ==,
                    i == 0 ? RELATA_WARNING : RELATA_ERROR_IN_DATA);
  }
}

/* Each line alone gives one warning at that column. */
static void
test_check(void)
{
  static const struct {
    const char *line, *hint;
    guint column;
  } cases[] = {
      {"T9\tMeduim 27 32\tKabul", "'Medium'", 4},       {"R1\tRivarly Arg1:T1 Arg2:T3", "'Rivalry'", 4},
      {"R1\tRivalry Arg1:T1 Arg2:T2", NULL, 25},        {"R1\tRivalry From:T1 Arg2:T3", NULL, 17},
      {"R1\tReports Arg1:T3 Arg2:E9", NULL, 25},        {"E1\tBombing:T5 Agent:T3", NULL, 21},
      {"E1\tBombing:T5 Agent2:T1 Victim:T3", NULL, 32}, {"A1\tNegation R8", NULL, 13},
      {"A1\tCertainty R8 Perhaps", NULL, 17},
  };
  static const char rest[] = "R8\tReports Arg1:T2 Arg2:E9\nR7\tReports Arg1:T3 Arg2:T1\n"
                             "T8\tBombing 27 28\tK\nE9\tBombing:T8 Agent:T1 Target3:T2\n";
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *annotations = g_strconcat(cases[i].line, "\n", marks, rest, NULL);
    folder_put(folder, "annotation.conf", conf_text);
    folder_put(folder, "d.txt", document_text);
    folder_put(folder, "d.ann", annotations);
    folder_read(folder);
    g_test_message("%s", cases[i].line);
    folder_assert_at(folder, "not-in-annotation-conf", "d.ann", 1, cases[i].column);
    const RelataDiagnostic *said = folder_only(folder, "not-in-annotation-conf");
    g_assert_cmpint(said->severity, ==, RELATA_WARNING);
    if (cases[i].hint != NULL)
      g_assert_nonnull(strstr(said->hint, cases[i].hint));
    g_assert_cmpuint(folder_count(folder, "unknown-type"), ==, 0); /* the data's types count as well */
  }
}

/* Each event line alone, against roles that say how often they may be filled. */
static void
test_cardinality(void)
{
  static const char conf[] = "[entities]\nArmed_group\n[events]\n"
                             "Bombing\tOne:<ENTITY>, Maybe?:<ENTITY>, Any*:<ENTITY>, Some+:<ENTITY>, "
                             "Two{2}:<ENTITY>, Few{1-3}:<ENTITY>\n";
  static const char text[] = "Taliban Taliban Taliban Taliban Taliban Bombing";
  static const char entities[] =
      "T1\tArmed_group 0 7\tTaliban\nT2\tArmed_group 8 15\tTaliban\nT3\tArmed_group 16 23\tTaliban\n"
      "T4\tArmed_group 24 31\tTaliban\nT5\tArmed_group 32 39\tTaliban\nT6\tBombing 40 47\tBombing\n";
  static const struct {
    const char *arguments, *code, *role;
    guint column; /* where the fault is: of the type, or of the surplus argument */
  } cases[] = {
      {"One:T1 Some:T1 Two:T1 Two2:T2 Few:T1", NULL, NULL, 0},
      {"One:T1 Maybe:T1 Any:T1 Any2:T2 Any3:T3 Some:T1 Some2:T2 Two:T1 Two2:T2 Few:T1 Few2:T2 Few3:T3", NULL,
       NULL, 0},
      {"Some:T1 Two:T1 Two2:T2 Few:T1", "role-missing", "One", 4},
      {"One:T1 One2:T2 Some:T1 Two:T1 Two2:T2 Few:T1", "role-repeated", "One", 27},
      {"One:T1 Maybe:T1 Maybe2:T2 Some:T1 Two:T1 Two2:T2 Few:T1", "role-repeated", "Maybe", 38},
      {"One:T1 Two:T1 Two2:T2 Few:T1", "role-missing", "Some", 4},
      {"One:T1 Some:T1 Two:T1 Few:T1", "role-missing", "Two", 4},
      {"One:T1 Some:T1 Few:T1 Two:T1 Two2:T2 Two3:T3 Two4:T4", "role-repeated", "Two", 57},
      {"One:T1 Some:T1 Two:T1 Two2:T2", "role-missing", "Few", 4},
      {"One:T1 Some:T1 Two:T1 Two2:T2 Few:T1 Few2:T2 Few3:T3 Few4:T4", "role-repeated", "Few", 73},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Folder) folder = folder_new();
    g_autofree char *annotations = g_strconcat("E1\tBombing:T6 ", cases[i].arguments, "\n", entities, NULL);
    folder_put(folder, "annotation.conf", conf);
    folder_put(folder, "d.txt", text);
    folder_put(folder, "d.ann", annotations);
    folder_read(folder);
    g_test_message("%s", cases[i].arguments);
    static const char *const codes[] = {"role-missing", "role-repeated"};
    for (guint k = 0; k < G_N_ELEMENTS(codes); k++)
      g_assert_cmpuint(folder_count(folder, codes[k]), ==,
                       cases[i].code != NULL && strcmp(cases[i].code, codes[k]) == 0);
    if (cases[i].code == NULL)
      continue;
    folder_assert_at(folder, cases[i].code, "d.ann", 1, cases[i].column);
    g_autofree char *says = g_strdup_printf("wants %s of Bombing", cases[i].role);
    g_assert_nonnull(strstr(folder_only(folder, cases[i].code)->message, says));
  }
}

/* Every prefix, and every byte replaced, ends in an answer. */
static void
test_hostile(void)
{
  static const char bytes[] = {'\0', '\n', '\t', '<', '|', ':', '{', '[', '!', (char)0xFF};
  for (gsize i = 0; i < sizeof conf_text; i++)
    for (gsize k = 0; k <= sizeof bytes; k++) {
      g_autofree char *changed = g_memdup2(conf_text, sizeof conf_text);
      if (k < sizeof bytes)
        changed[i] = bytes[k];
      g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(2);
      g_autoptr(RelataAnnotationConf) conf = relata_annotation_conf_parse(
          changed, k < sizeof bytes ? sizeof conf_text - 1 : i, "c", diagnostics);
      g_autoptr(RelataSchema) schema = relata_schema_new();
      relata_annotation_conf_declare(conf, schema);
    }
}

/* A macro used over and over would make a small file grow without end. */
static void
test_macro_bomb(void)
{
  GString *text = g_string_new("[relations]\n<M>=");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf(text, "T%u|", i);
  g_string_append(text, "\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf(text, "R%u\tArg1:<M>\n", i);
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  G_GNUC_UNUSED g_autoptr(RelataAnnotationConf) conf = parse(text->str, diagnostics);
  g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 1);
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 0)->code, ==, "conf-too-large");
  g_string_free(text, TRUE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/annotation-conf/syntax", test_syntax);
  g_test_add_func("/read/annotation-conf/complaints", test_complaints);
  g_test_add_func("/read/annotation-conf/declares", test_declares);
  g_test_add_func("/read/annotation-conf/schema-knows-better", test_schema_knows_better);
  g_test_add_func("/read/annotation-conf/json-beyond", test_json_beyond);
  g_test_add_func("/read/annotation-conf/check", test_check);
  g_test_add_func("/read/annotation-conf/cardinality", test_cardinality);
  g_test_add_func("/read/annotation-conf/hostile", test_hostile);
  g_test_add_func("/read/annotation-conf/macro-bomb", test_macro_bomb);
  return g_test_run();
}
