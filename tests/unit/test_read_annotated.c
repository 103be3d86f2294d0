/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every format of annotated texts is read through: marks, mentions, evidence, documents that meet again,
 * and words that deny or say that there is nothing. */
#include "read/annotated.h"

#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  RelataInput input;
  RelataVocabulary *vocabulary;
  RelataAnnotating reading;
} World;

static World
begin(const char *const *options)
{
  World world = {.corpus = relata_corpus_new(), .diagnostics = relata_diagnostics_new(100)};
  world.input = (RelataInput){.path = "set.json", .bytes = "", .options = options};
  world.input.shown = relata_corpus_intern(world.corpus, "folder/set.json");
  relata_corpus_enter(world.corpus, "folder");
  return world;
}

/* Begins to read, once the world has its place. */
static void
start(World *world)
{
  world->vocabulary = relata_vocabulary_new(NULL, world->corpus, &world->input);
  world->reading = (RelataAnnotating){world->corpus, &world->input, world->diagnostics, world->vocabulary};
}

static void
end(World *world)
{
  relata_vocabulary_free(world->vocabulary);
  relata_corpus_free(world->corpus);
  relata_diagnostics_free(world->diagnostics);
}

static RelataPlace
place(const World *world)
{
  return (RelataPlace){world->input.shown, 1, 1};
}

static RelataAnnotated *
document(const World *world, const char *id, const char *text)
{
  const RelataAnnotatedDocument document = {.id = id, .text = text, .where = place(world)};
  return relata_annotated_new(&world->reading, &document);
}

static void
mark(const World *world, RelataAnnotated *annotated, const char *id, gint64 from, gint64 to,
     const char *covered, const char *type)
{
  RelataAnnotatedMark mark = RELATA_ANNOTATED_MARK_INIT;
  mark.id = id;
  mark.start = from;
  mark.end = to;
  mark.covered = covered;
  mark.type = type;
  mark.where = place(world);
  relata_annotated_add_mark(annotated, &mark);
}

static gboolean
relate(const World *world, RelataAnnotated *annotated, const char *from, const char *type, const char *to)
{
  RelataAnnotatedRelation relation = RELATA_ANNOTATED_RELATION_INIT;
  relation.from = from;
  relation.to = to;
  relation.type = type;
  relation.where = place(world);
  return relata_annotated_relate(annotated, &relation);
}

static guint
count(const World *world, const char *code)
{
  guint n = 0;
  for (guint i = 0; i < relata_diagnostics_n_kept(world->diagnostics); i++)
    n += strcmp(relata_diagnostics_get(world->diagnostics, i)->code, code) == 0 ? 1 : 0;
  return n;
}

static const char text[] = "😀 Ada hired Bo. It rained.\n\nLater Bo left Ada.";

/* Two annotators, one of whom counts in UTF-16, mark the same: it is mentioned once. */
static void
test_marks(void)
{
  World world = begin(NULL);
  start(&world);
  g_autoptr(RelataAnnotated) annotated = document(&world, "d", text);
  mark(&world, annotated, "a", 2, 5, "Ada", "P");
  mark(&world, annotated, "b", 12, 14, "Bo", "P");
  relata_annotated_settle(annotated, RELATA_UNIT_CODE_POINTS);
  g_assert_cmpuint(relata_corpus_n_mentions(world.corpus), ==, 2);
  mark(&world, annotated, "c", 3, 6, "Ada", "P");
  mark(&world, annotated, "e", 13, 15, "Bo", "Q");
  mark(&world, annotated, "f", 99, 101, "Cy", "P");
  relata_annotated_settle(annotated, RELATA_UNIT_CODE_POINTS);
  g_assert_cmpuint(relata_corpus_n_mentions(world.corpus), ==, 3);
  g_assert_cmpuint(relata_annotated_actor(annotated, "a"), ==, relata_annotated_actor(annotated, "c"));
  g_assert_cmpuint(relata_annotated_actor(annotated, "b"), !=, relata_annotated_actor(annotated, "e"));
  g_assert_cmpuint(relata_annotated_span(annotated, "c").start, ==, 2);
  g_assert_false(relata_span_is_set(relata_annotated_span(annotated, "f")));
  g_assert_cmpuint(relata_annotated_actor(annotated, "f"), !=, RELATA_NONE); /* who is quoted, is somebody */
  g_assert_cmpuint(relata_annotated_actor(annotated, "g"), ==, RELATA_NONE);
  g_assert_true(relata_annotated_has(annotated, "f") && !relata_annotated_has(annotated, "g"));
  g_autofree char *name = relata_annotated_name(annotated, "c");
  g_assert_cmpstr(name, ==, "Ada");
  g_assert_cmpuint(count(&world, "offset-mismatch"), ==, 1);
  end(&world);
}

/* The evidence is the sentences that hold both ends; an end that is no mark leaves the claim out. */
static void
test_relations(void)
{
  static const char *const options[] = {"negative=left", NULL};
  World world = begin(options);
  start(&world);
  g_autoptr(RelataAnnotated) annotated = document(&world, "d", text);
  mark(&world, annotated, "a", 2, 5, NULL, "P");
  mark(&world, annotated, "b", 12, 14, NULL, "P");
  mark(&world, annotated, "b2", 35, 37, NULL, "P");
  relata_annotated_settle(annotated, RELATA_UNIT_CODE_POINTS);
  g_assert_true(relate(&world, annotated, "a", "hired", "b"));
  g_assert_true(relate(&world, annotated, "b2", "left", "a"));
  g_assert_true(relate(&world, annotated, "b", NULL, "a"));
  g_assert_true(relate(&world, annotated, "b", "hired", "nobody"));
  for (const char *const *none =
           (const char *const[]){"No-rel", "no_relation", "NA", "None", "O", "false", NULL};
       *none != NULL; none++)
    g_assert_false(relate(&world, annotated, "a", *none, "b"));
  relata_corpus_finish(world.corpus, world.diagnostics);
  g_assert_cmpuint(relata_corpus_n_claims(world.corpus), ==, 3);
  g_assert_cmpuint(count(&world, "missing-end"), ==, 1);
  static const struct {
    const char *evidence;
    RelataStance stance;
  } expected[] = {
      {"😀 Ada hired Bo.", RELATA_AFFIRMS}, {text, RELATA_DENIES}, {"😀 Ada hired Bo.", RELATA_AFFIRMS}};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
    const RelataStatement *said = &relata_corpus_claim(world.corpus, i)->said;
    g_autofree char *evidence = relata_corpus_evidence(world.corpus, said);
    g_assert_cmpstr(evidence, ==, expected[i].evidence);
    g_assert_cmpint(said->stance, ==, expected[i].stance);
  }
  const RelataSchema *schema = relata_corpus_schema(world.corpus);
  const guint related = relata_corpus_claim(world.corpus, 2)->type;
  g_assert_cmpstr(relata_schema_relation_type(schema, related)->id, ==, "related");
  end(&world);
}

/* The same document again is that one; with another text it is another. Texts may be elsewhere. */
static void
test_documents(void)
{
  World world = begin(NULL);
  start(&world);
  g_autoptr(RelataAnnotated) first = document(&world, "d", text), again = document(&world, "d", text),
                             other = document(&world, "d", "Ada left."), bare = document(&world, "e", NULL);
  g_assert_cmpuint(relata_annotated_document(first), ==, relata_annotated_document(again));
  g_assert_cmpuint(relata_annotated_document(first), !=, relata_annotated_document(other));
  g_assert_cmpuint(relata_corpus_find_document(world.corpus, "set.json:d"), ==,
                   relata_annotated_document(other));
  g_assert_null(relata_annotated_text(bare));
  mark(&world, bare, "a", 5, 8, "Ada", NULL);
  mark(&world, bare, "b", -1, -1, "Bo", NULL);
  mark(&world, bare, "c", 9, 12, NULL, NULL);
  relata_annotated_settle(bare, RELATA_UNIT_CODE_POINTS);
  g_assert_cmpuint(relata_annotated_span(bare, "a").end, ==, 8);
  g_assert_false(relata_span_is_set(relata_annotated_span(bare, "b")));
  g_assert_cmpuint(relata_annotated_actor(bare, "b"), !=, RELATA_NONE);
  g_assert_cmpuint(relata_annotated_actor(bare, "c"), ==, RELATA_NONE); /* nobody knows whom it names */
  end(&world);
}

/* Names under which tools describe texts. */
static void
test_describe(void)
{
  World world = begin(NULL);
  start(&world);
  RelataAnnotatedDocument described = {.id = "d", .where = place(&world)};
  g_assert_true(relata_annotated_describe(&described, "Title", "A"));
  g_assert_false(relata_annotated_describe(&described, "headline", "B")); /* there is one */
  g_assert_true(relata_annotated_describe(&described, "date", "3 January 2025"));
  g_assert_true(relata_annotated_describe(&described, "lang", "de"));
  g_assert_false(relata_annotated_describe(&described, "colour", "red"));
  g_autoptr(RelataAnnotated) annotated = relata_annotated_new(&world.reading, &described);
  const RelataDocument *record = relata_corpus_document(world.corpus, relata_annotated_document(annotated));
  g_assert_cmpstr(record->title, ==, "A");
  g_assert_cmpstr(record->published.edtf, ==, "2025-01-03");
  g_assert_cmpstr(record->language, ==, "de");
  end(&world);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/annotated/marks", test_marks);
  g_test_add_func("/annotated/relations", test_relations);
  g_test_add_func("/annotated/documents", test_documents);
  g_test_add_func("/annotated/describe", test_describe);
  return g_test_run();
}
