/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Large networks: what is left of them, what is drawn as one, what stands in a box, and that all of it is
 * said. */
#include "draw/diagram/build.h"
#include "draw/diagram/diagram.h"
#include "draw/draw.h"
#include "drawing.h"
#include "text/error.h"

#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataView *view;
  guint attacks, supports, meets, document;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  RelataActorType *army = relata_schema_declare_actor_type(schema, "army", nowhere);
  army->plural = relata_schema_intern(schema, "armies");
  fixture->attacks = declare_relation(corpus, "attacks", -1, FALSE);
  fixture->supports = declare_relation(corpus, "supports", 1, FALSE);
  fixture->meets = declare_relation(corpus, "meets", 0, TRUE);
  fixture->document = add_document(corpus, "paper");
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  relata_view_free(fixture->view);
  relata_corpus_free(fixture->corpus);
}

static guint
actor(Fixture *fixture, char letter, guint number, const char *type)
{
  g_autofree char *id = g_strdup_printf("%c%03u", letter, number);
  const guint known = relata_corpus_find_actor(fixture->corpus, id);
  return known != RELATA_NONE ? known : declare_actor(fixture->corpus, id, id, type);
}

static void
claim(Fixture *fixture, guint from, guint relation, guint to)
{
  add_claim(fixture->corpus, fixture->document, from, relation, to, "as was seen", RELATA_CERTAIN);
}

/* Six of each letter who all meet each other. */
static void
add_clique(Fixture *fixture, char letter)
{
  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < i; j++)
      claim(fixture, actor(fixture, letter, j, NULL), fixture->meets, actor(fixture, letter, i, NULL));
}

/* Two cliques; across run two attacks and one support. */
static void
add_two_cliques(Fixture *fixture)
{
  add_clique(fixture, 'a');
  add_clique(fixture, 'b');
  claim(fixture, actor(fixture, 'a', 0, NULL), fixture->attacks, actor(fixture, 'b', 0, NULL));
  claim(fixture, actor(fixture, 'b', 1, NULL), fixture->attacks, actor(fixture, 'a', 0, NULL));
  claim(fixture, actor(fixture, 'b', 0, NULL), fixture->supports, actor(fixture, 'a', 0, NULL));
}

static RelataDiagram *
draw(Fixture *fixture, GError **error)
{
  g_autoptr(RelataNetwork) network = relata_network_new(fixture->corpus, fixture->view->selection, error);
  return network != NULL ? relata_diagram_of_view(fixture->corpus, network, fixture->view, error) : NULL;
}

static void
begin(Fixture *fixture)
{
  finish(fixture->corpus);
  fixture->view = relata_view_new(fixture->corpus);
}

static RelataDiagram *
diagram_of(Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  RelataDiagram *diagram = draw(fixture, &error);
  g_assert_no_error(error);
  return diagram;
}

static void
refuses(Fixture *fixture, int code, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataDiagram) diagram = draw(fixture, &error);
  g_assert_null(diagram);
  g_assert_error(error, RELATA_ERROR, code);
  if (strstr(error->message, words) == NULL)
    g_error("'%s' does not say '%s'", error->message, words);
}

static gboolean
says(const RelataDiagram *diagram, const char *words)
{
  for (guint i = 0; i < diagram->captions->len; i++)
    if (strstr(g_ptr_array_index(diagram->captions, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static const RelataGlyph *
glyph_of(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->actors->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(diagram->actors, i);
    if (g_str_equal(glyph->id, id))
      return glyph;
  }
  return NULL;
}

/* A chain of 200: nobody asked for less, and 150 are shown. */
static void
test_too_many(Fixture *fixture, gconstpointer data)
{
  (void)data;
  for (guint i = 0; i < 199; i++)
    claim(fixture, actor(fixture, 'a', i, NULL), fixture->meets, actor(fixture, 'a', i + 1, NULL));
  begin(fixture);
  g_autoptr(RelataDiagram) some = diagram_of(fixture);
  g_assert_cmpuint(some->actors->len, ==, 150);
  g_assert_true(says(some, "Shown are the 150 of 200 actors with the highest degree (--top 0 draws all)."));
  g_assert_true(strstr(g_ptr_array_index(some->remarks, 0), "--top 0") != NULL);
  fixture->view->top = 0;
  g_autoptr(RelataDiagram) all = diagram_of(fixture);
  g_assert_cmpuint(all->actors->len, ==, 200);
  fixture->view->top = 20;
  g_autoptr(RelataDiagram) few = diagram_of(fixture);
  g_assert_true(says(few, "Shown are the 20 of 200 actors with the highest degree."));
}

/* A hub of 40 that one neighbour has many ties with: only those are no chance. */
static void
test_backbone(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const guint hub = actor(fixture, 'h', 0, NULL), friend = actor(fixture, 'a', 0, NULL);
  for (guint i = 0; i < 40; i++)
    claim(fixture, hub, fixture->meets, actor(fixture, 'a', i, NULL));
  claim(fixture, friend, fixture->attacks, hub);
  claim(fixture, friend, fixture->supports, hub);
  claim(fixture, hub, fixture->supports, friend);
  begin(fixture);
  fixture->view->backbone = 0.05;
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->actors->len, ==, 2);
  g_assert_cmpuint(diagram->n_ties, ==, 4);
  g_assert_true(says(diagram, "the 4 of 43 ties"));
  g_assert_true(says(diagram, "α < 0.05"));
  g_assert_true(says(diagram, "the 2 of 41 actors"));
  fixture->view->backbone = 0.01; /* (1 − 4/43)³⁹ is 0.022 */
  refuses(fixture, RELATA_ERROR_EMPTY, "the strongest one is at 0.0222; `backbone` 0.023 keeps it");
}

static void
test_no_backbone(Fixture *fixture, gconstpointer data)
{
  (void)data;
  claim(fixture, actor(fixture, 'a', 0, NULL), fixture->meets, actor(fixture, 'b', 0, NULL));
  begin(fixture);
  fixture->view->backbone = 1;
  refuses(fixture, RELATA_ERROR_EMPTY, "there is no backbone");
}

static void
test_groups(Fixture *fixture, gconstpointer data)
{
  (void)data;
  add_two_cliques(fixture);
  begin(fixture);
  fixture->view->groups = TRUE;
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->actors->len, ==, 2);
  const RelataGlyph *first = glyph_of(diagram, "group-a000"), *second = glyph_of(diagram, "group-b000");
  g_assert_cmpstr(first->text, ==, "1: 6 actors\na000, a001, a002 …"); /* the most central first */
  g_assert_true(g_str_has_prefix(second->text, "2: 6 actors\nb000, b001,"));
  g_assert_true(strstr(first->tooltip, "15 ties within") != NULL);
  g_assert_cmpuint(diagram->links->len, ==, 1);
  const RelataCurve *link = g_ptr_array_index(diagram->links, 0);
  g_assert_cmpstr(link->id, ==, "ties__group-a000__group-b000");
  g_assert_cmpstr(link->classes, ==, "ties sign-negative sign-positive");
  g_assert_cmpstr(link->color, ==, diagram->theme->signs[RELATA_SIGN_MIXED].line);
  g_assert_true(strstr(link->tooltip, "b001 attacks a000 (1 claim)") != NULL);
  g_assert_cmpuint(diagram->labels->len, ==, 2);
  g_assert_cmpstr(g_array_index(diagram->labels, RelataDiagramLabel, 0).glyph->text, ==, "2 hostile");
  g_assert_cmpstr(g_array_index(diagram->labels, RelataDiagramLabel, 1).glyph->text, ==, "1 friendly");
  g_assert_true(says(diagram, "12 actors and 33 ties, from 33 claims in 1 document."));
  g_assert_true(says(diagram, "12 actors are drawn as 2 groups"));
}

static void
test_open(Fixture *fixture, gconstpointer data)
{
  (void)data;
  add_two_cliques(fixture);
  begin(fixture);
  g_ptr_array_add(fixture->view->open, g_strdup("2")); /* implies groups */
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->actors->len, ==, 7);
  g_assert_nonnull(glyph_of(diagram, "group-a000"));
  g_assert_nonnull(glyph_of(diagram, "actor-b003"));
  g_assert_cmpuint(diagram->clusters->len, ==, 1);
  g_assert_cmpstr(g_array_index(diagram->clusters, RelataDiagramCluster, 0).title->text, ==, "Group 2");
  for (guint i = 0; i < diagram->actors->len; i++)
    g_assert_cmpuint(diagram->cluster_of[i], ==, i < 6 ? 0 : RELATA_NONE);
  g_assert_true(says(diagram, "6 actors are drawn as 1 group:"));
  g_ptr_array_add(fixture->view->open, g_strdup("a004"));
  g_autoptr(RelataDiagram) both = diagram_of(fixture);
  g_assert_cmpuint(both->actors->len, ==, 12);
  g_assert_cmpuint(both->links->len, ==, 30 + 3);
}

static void
test_nothing_to_open(Fixture *fixture, gconstpointer data)
{
  (void)data;
  add_two_cliques(fixture);
  actor(fixture, 'z', 0, NULL);
  begin(fixture);
  g_ptr_array_add(fixture->view->open, g_strdup("3"));
  refuses(fixture, RELATA_ERROR_VALUE, "there is no group 3 to open: they are numbered from 1 to 2");
  g_ptr_array_set_size(fixture->view->open, 0);
  g_ptr_array_add(fixture->view->open, g_strdup("a00x"));
  refuses(fixture, RELATA_ERROR_UNKNOWN_NAME, "a00");
  g_ptr_array_set_size(fixture->view->open, 0);
  g_ptr_array_add(fixture->view->open, g_strdup("z000"));
  refuses(fixture, RELATA_ERROR_VALUE, "z000 is in no group");
}

/* 170 pairs are as many communities: the largest find room, and how many do not is said. */
static void
test_too_many_groups(Fixture *fixture, gconstpointer data)
{
  (void)data;
  add_clique(fixture, 'z');
  for (guint i = 0; i < 170; i++)
    claim(fixture, actor(fixture, 'a', i, NULL), fixture->meets, actor(fixture, 'b', i, NULL));
  begin(fixture);
  fixture->view->groups = TRUE;
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->actors->len, ==, 150);
  g_assert_nonnull(glyph_of(diagram, "group-z000"));
  g_assert_true(says(diagram, "304 actors are drawn as 150 groups"));
  g_assert_true(says(diagram, "The 21 smallest groups, of 42 actors, are not shown (--top 0 draws all)."));
  fixture->view->top = 0;
  g_autoptr(RelataDiagram) all = diagram_of(fixture);
  g_assert_cmpuint(all->actors->len, ==, 171);
}

static const char *
title_at(const RelataDiagram *diagram, guint index)
{
  return g_array_index(diagram->clusters, RelataDiagramCluster, index).title->text;
}

static void
test_types(Fixture *fixture, gconstpointer data)
{
  (void)data;
  claim(fixture, actor(fixture, 'a', 0, "army"), fixture->attacks, actor(fixture, 'a', 1, "army"));
  claim(fixture, actor(fixture, 'a', 0, "army"), fixture->attacks, actor(fixture, 's', 0, "state"));
  claim(fixture, actor(fixture, 'a', 0, "army"), fixture->attacks, actor(fixture, 'u', 0, NULL));
  begin(fixture);
  fixture->view->cluster = RELATA_CLUSTER_TYPE;
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->clusters->len, ==, 2);
  g_assert_cmpstr(title_at(diagram, 0), ==, "Armies");
  g_assert_cmpstr(title_at(diagram, 1), ==, "State");
  const guint expected[] = {0, 0, 1, RELATA_NONE};
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint(diagram->cluster_of[i], ==, expected[i]);
}

static void
test_sides(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const guint a = actor(fixture, 'a', 0, NULL), b = actor(fixture, 'b', 0, NULL);
  const guint c = actor(fixture, 'c', 0, NULL), d = actor(fixture, 'd', 0, NULL);
  const guint e = actor(fixture, 'e', 0, NULL), n = actor(fixture, 'n', 0, NULL);
  claim(fixture, a, fixture->supports, b);
  claim(fixture, c, fixture->supports, d);
  claim(fixture, a, fixture->attacks, c);
  claim(fixture, b, fixture->attacks, d);
  claim(fixture, b, fixture->attacks, c);
  claim(fixture, b, fixture->supports, c); /* against it */
  claim(fixture, d, fixture->attacks, a);
  claim(fixture, e, fixture->attacks, a);
  claim(fixture, n, fixture->meets, a);
  begin(fixture);
  fixture->view->cluster = RELATA_CLUSTER_SIDE;
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->clusters->len, ==, 2);
  g_assert_cmpstr(title_at(diagram, 0), ==, "Side 1, around a000");
  g_assert_true(says(diagram,
                     "2 sides, friendly within and hostile to each other: 1 of 8 friendly and hostile ties "
                     "run against them, and no other sides have less against them."));
  g_assert_true(says(diagram, "1 actor is on no side with others."));
  const guint expected[] = {0, 0, 1, 1, RELATA_NONE, RELATA_NONE};
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint(diagram->cluster_of[i], ==, expected[i]);
}

static void
test_communities(Fixture *fixture, gconstpointer data)
{
  (void)data;
  add_two_cliques(fixture);
  begin(fixture);
  fixture->view->cluster = RELATA_CLUSTER_COMMUNITY;
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_cmpuint(diagram->clusters->len, ==, 2);
  g_assert_cmpstr(title_at(diagram, 1), ==, "Community 2, around b000");
  g_assert_true(says(diagram, "2 communities"));
  fixture->view->groups = TRUE;
  refuses(fixture, RELATA_ERROR_VALUE, "either groups");
}

/* A name from outside is a name in titles and glyphs as well. */
static void
test_hostile_names(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const guint evil =
      declare_actor(fixture->corpus, "evil", "</script>\\N \xe2\x80\xae & \"x\"\nnew line", "army");
  for (guint i = 0; i < 4; i++) {
    claim(fixture, evil, fixture->meets, actor(fixture, 'a', i, NULL));
    claim(fixture, actor(fixture, 'a', i, NULL), fixture->meets, actor(fixture, 'a', (i + 1) % 4, NULL));
  }
  begin(fixture);
  for (guint i = 0; i < 2; i++) {
    g_autoptr(GError) error = NULL;
    fixture->view->groups = i == 0;
    fixture->view->cluster = i == 0 ? RELATA_CLUSTER_NONE : RELATA_CLUSTER_COMMUNITY;
    g_autoptr(RelataPicture) picture = relata_draw(fixture->corpus, fixture->view, "svg", &error);
    g_assert_no_error(error);
    gsize n;
    const char *bytes = g_bytes_get_data(picture->bytes, &n);
    g_autofree char *svg = g_strndup(bytes, n);
    g_assert_null(strstr(svg, "<script"));
    g_assert_null(strstr(svg, "</script"));
    g_assert_null(strstr(svg, "\xe2\x80\xae"));
    g_assert_nonnull(strstr(svg, "&lt;/script&gt;\\N"));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Fixture, NULL, set_up, function, tear_down)
  ADD("/reduce/too-many", test_too_many);
  ADD("/reduce/backbone", test_backbone);
  ADD("/reduce/no-backbone", test_no_backbone);
  ADD("/groups/folded", test_groups);
  ADD("/groups/open", test_open);
  ADD("/groups/nothing-to-open", test_nothing_to_open);
  ADD("/groups/too-many", test_too_many_groups);
  ADD("/clusters/types", test_types);
  ADD("/clusters/sides", test_sides);
  ADD("/clusters/communities", test_communities);
  ADD("/hostile-names", test_hostile_names);
  return g_test_run();
}
