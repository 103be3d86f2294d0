/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a network looks like: every style follows from the data, and the legend holds just what occurs. */
#include "draw/diagram/build.h"
#include "draw/diagram/diagram.h"
#include "draw/diagram/legend.h"
#include "draw/sheet/escape.h"
#include "drawing.h"
#include "text/error.h"

#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataView *view;
  guint a, b, c, d, attacks, supports, meets, owns, d1, d2;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  relata_schema_declare_actor_type(schema, "person", nowhere)->shape = RELATA_SHAPE_ELLIPSE;
  relata_schema_declare_actor_type(schema, "state", nowhere)->shape = RELATA_SHAPE_HEXAGON;
  relata_schema_declare_actor_type(schema, "ship", nowhere)->shape = RELATA_SHAPE_CYLINDER;
  fixture->attacks = declare_relation(corpus, "attacks", -1, FALSE);
  fixture->supports = declare_relation(corpus, "supports", 1, FALSE);
  fixture->meets = declare_relation(corpus, "meets", 0, TRUE);
  RelataRelationType *owns = relata_schema_declare_relation_type(schema, "owns", nowhere);
  owns->color = relata_schema_intern(schema, "#118833");
  owns->line = RELATA_LINE_DOTTED;
  fixture->owns = relata_schema_find_relation_type(schema, "owns");
  fixture->d1 = add_document(corpus, "first-paper");
  fixture->d2 = add_document(corpus, "second-paper");
  fixture->a = declare_actor(corpus, "a", "Alpha", "person");
  fixture->b = declare_actor(corpus, "b", "Beta", "state");
  fixture->c = declare_actor(corpus, "c", "Gamma", "state");
  fixture->d = declare_actor(corpus, "d", "Delta", "person");
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  relata_view_free(fixture->view);
  relata_corpus_free(fixture->corpus);
}

static void
claim(Fixture *fixture, guint from, guint relation, guint to, guint document, RelataCertainty certainty)
{
  add_claim(fixture->corpus, document, from, relation, to, "as was seen", certainty);
}

static RelataDiagram *
draw(Fixture *fixture, GError **error)
{
  if (fixture->view == NULL) {
    finish(fixture->corpus);
    fixture->view = relata_view_new(fixture->corpus);
  }
  g_autoptr(RelataNetwork) network = relata_network_new(fixture->corpus, fixture->view->selection, error);
  return network != NULL ? relata_diagram_of_view(fixture->corpus, network, fixture->view, error) : NULL;
}

static RelataDiagram *
diagram_of(Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  RelataDiagram *diagram = draw(fixture, &error);
  g_assert_no_error(error);
  return diagram;
}

static const RelataCurve *
link_at(const RelataDiagram *diagram, guint index)
{
  g_assert_cmpuint(index, <, diagram->links->len);
  return g_ptr_array_index(diagram->links, index);
}

static const RelataGlyph *
actor_named(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->actors->len; i++) {
    const RelataGlyph *actor = g_ptr_array_index(diagram->actors, i);
    if (strcmp(actor->id, id) == 0)
      return actor;
  }
  return NULL;
}

static gboolean
legend_has(const RelataDiagram *diagram, const char *text)
{
  for (guint i = 0; i < diagram->legend->len; i++)
    if (strstr(((RelataLegendEntry *)g_ptr_array_index(diagram->legend, i))->text, text) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
caption_has(const RelataDiagram *diagram, const char *words)
{
  for (guint i = 0; i < diagram->captions->len; i++)
    if (strstr(g_ptr_array_index(diagram->captions, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_styles(Fixture *fixture, gconstpointer data)
{
  (void)data;
  claim(fixture, fixture->a, fixture->attacks, fixture->b, fixture->d1, RELATA_CERTAIN);
  claim(fixture, fixture->a, fixture->attacks, fixture->b, fixture->d2, RELATA_POSSIBLE);
  claim(fixture, fixture->a, fixture->supports, fixture->c, fixture->d1, RELATA_PROBABLE);
  claim(fixture, fixture->b, fixture->meets, fixture->c, fixture->d1, RELATA_CERTAIN);
  claim(fixture, fixture->c, fixture->owns, fixture->d, fixture->d1, RELATA_CERTAIN);
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  const RelataTheme *theme = diagram->theme;
  g_assert_cmpuint(diagram->links->len, ==, 4);
  const RelataCurve *hostile = link_at(diagram, 0), *friendly = link_at(diagram, 1),
                    *both = link_at(diagram, 2), *own = link_at(diagram, 3);
  g_assert_cmpstr(hostile->color, ==, theme->signs[RELATA_SIGN_NEGATIVE].line);
  g_assert_cmpstr(hostile->head, ==, theme->signs[RELATA_SIGN_NEGATIVE].head);
  g_assert_cmpstr(hostile->tail, ==, "none");
  g_assert_cmpint(hostile->line, ==, RELATA_LINE_SOLID);   /* one claim is certain */
  g_assert_cmpfloat(hostile->strand, >, friendly->strand); /* two origins */
  g_assert_cmpuint(hostile->strands, ==, theme->signs[RELATA_SIGN_NEGATIVE].strands);
  g_assert_cmpuint(friendly->strands, ==, theme->signs[RELATA_SIGN_POSITIVE].strands);
  g_assert_cmpstr(hostile->classes, ==, "tie relation-attacks sign-negative");
  g_assert_cmpstr(hostile->id, ==, "tie__a__attacks__b");
  g_assert_cmpstr(friendly->color, ==, theme->signs[RELATA_SIGN_POSITIVE].line);
  g_assert_cmpint(friendly->line, ==, RELATA_LINE_DASHED); /* none is */
  g_assert_cmpstr(both->head, ==, both->tail);             /* symmetric */
  g_assert_cmpstr(both->head, ==, theme->signs[RELATA_SIGN_NEUTRAL].head);
  g_assert_cmpstr(own->color, ==, "#118833");
  g_assert_cmpint(own->line, ==, RELATA_LINE_DOTTED);
  /* Signs differ without colour too. */
  g_assert_cmpstr(hostile->head, !=, friendly->head);
  g_assert_cmpstr(hostile->head, !=, both->head);
  g_assert_cmpint(actor_named(diagram, "actor-a")->shape, ==, RELATA_SHAPE_ELLIPSE);
  g_assert_cmpint(actor_named(diagram, "actor-b")->shape, ==, RELATA_SHAPE_HEXAGON);
  g_assert_cmpstr(actor_named(diagram, "actor-a")->classes, ==, "actor type-person");
  g_assert_cmpfloat(actor_named(diagram, "actor-c")->font_size, >,
                    actor_named(diagram, "actor-d")->font_size);
  /* The evidence. */
  g_assert_nonnull(strstr(hostile->tooltip, "Alpha attacks Beta"));
  g_assert_nonnull(strstr(hostile->tooltip, "as was seen"));
  g_assert_nonnull(strstr(hostile->tooltip, "first-paper"));
  g_assert_nonnull(strstr(hostile->tooltip, "possible"));
  g_assert_true(caption_has(diagram, "4 actors and 4 ties, from 5 claims in 2 documents."));
}

static void
test_legend(Fixture *fixture, gconstpointer data)
{
  (void)data;
  claim(fixture, fixture->a, fixture->attacks, fixture->b, fixture->d1, RELATA_CERTAIN);
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture);
  g_assert_true(legend_has(diagram, "hostile"));
  g_assert_true(legend_has(diagram, "person"));
  g_assert_true(legend_has(diagram, "state"));
  const char *absent[] = {"friendly", "neutral", "owns", "ship", "both", "certain", "source"};
  for (guint i = 0; i < G_N_ELEMENTS(absent); i++)
    g_assert_false(legend_has(diagram, absent[i]));
  g_clear_pointer(&fixture->view, relata_view_free);
  claim(fixture, fixture->a, fixture->supports, fixture->c, fixture->d1, RELATA_POSSIBLE);
  claim(fixture, fixture->a, fixture->supports, fixture->c, fixture->d2, RELATA_POSSIBLE);
  claim(fixture, fixture->a, fixture->meets, fixture->d, fixture->d2, RELATA_CERTAIN);
  claim(fixture, fixture->a, fixture->owns, fixture->b, fixture->d2, RELATA_CERTAIN);
  g_autoptr(RelataDiagram) more = diagram_of(fixture);
  const char *present[] = {"hostile",   "friendly", "neutral",   "owns",
                           "both ways", "certain",  "2 sources", "more ties"};
  for (guint i = 0; i < G_N_ELEMENTS(present); i++)
    g_assert_true(legend_has(more, present[i]));
  g_assert_false(legend_has(more, "ship"));
}

static void
test_parallel(Fixture *fixture, gconstpointer data)
{
  (void)data;
  claim(fixture, fixture->a, fixture->attacks, fixture->b, fixture->d1, RELATA_CERTAIN);
  claim(fixture, fixture->a, fixture->supports, fixture->b, fixture->d1, RELATA_POSSIBLE);
  claim(fixture, fixture->b, fixture->attacks, fixture->a, fixture->d1, RELATA_CERTAIN);
  g_autoptr(RelataDiagram) apart = diagram_of(fixture);
  g_assert_cmpuint(apart->links->len, ==, 3); /* few ties: apart */
  g_assert_cmpuint(apart->labels->len, ==, 3);
  g_assert_false(g_array_index(apart->labels, RelataDiagramLabel, 0).directed);
  fixture->view->parallel = RELATA_PARALLEL_BUNDLE;
  g_autoptr(RelataDiagram) bundle = diagram_of(fixture);
  g_assert_cmpuint(bundle->links->len, ==, 1);
  g_assert_cmpuint(bundle->labels->len, ==, 4);
  const RelataDiagramLabel *count = &g_array_index(bundle->labels, RelataDiagramLabel, 0);
  g_assert_cmpstr(count->glyph->text, ==, "3 ties");
  g_assert_cmpstr(count->glyph->id, ==, "count__a__b");
  g_assert_cmpstr(count->glyph->classes, ==, "tie-count");
  const RelataCurve *link = link_at(bundle, 0);
  g_assert_cmpstr(link->color, ==, bundle->theme->signs[RELATA_SIGN_MIXED].line);
  g_assert_cmpstr(link->tail, ==, bundle->theme->signs[RELATA_SIGN_NEGATIVE].head); /* all that comes back */
  g_assert_cmpstr(link->head, ==, bundle->theme->signs[RELATA_SIGN_MIXED].head);
  g_assert_cmpint(link->line, ==, RELATA_LINE_SOLID);
  g_assert_nonnull(strstr(link->tooltip, "Beta attacks Alpha"));
  g_assert_true(g_str_has_prefix(link->spoken, "3 ties: Alpha "));
  g_assert_nonnull(strstr(link->classes, "sign-negative"));
  g_assert_nonnull(strstr(link->classes, "sign-positive"));
  g_assert_true(legend_has(bundle, "both hostile and friendly"));
  guint forward = 0;
  for (guint i = 1; i < bundle->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(bundle->labels, RelataDiagramLabel, i);
    g_assert_true(label->directed); /* the line alone does not say which way */
    forward += label->forward != FALSE;
  }
  g_assert_cmpuint(forward, ==, 2);
  fixture->view->labels = FALSE;
  g_autoptr(RelataDiagram) bare = diagram_of(fixture); /* what the line hides is said all the same */
  g_assert_cmpuint(bare->labels->len, ==, 1);
  g_assert_cmpstr(g_array_index(bare->labels, RelataDiagramLabel, 0).glyph->text, ==, "3");
  g_assert_true(legend_has(bare, "so many ties"));
  g_assert_false(legend_has(bundle, "so many ties"));
}

static void
test_scope(Fixture *fixture, gconstpointer data)
{
  (void)data;
  claim(fixture, fixture->a, fixture->attacks, fixture->b, fixture->d1, RELATA_CERTAIN);
  claim(fixture, fixture->b, fixture->attacks, fixture->c, fixture->d1, RELATA_CERTAIN);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataDiagram) all = diagram_of(fixture);
  g_assert_cmpuint(all->actors->len, ==, 3);
  g_assert_true(caption_has(all, "1 actor without a tie"));
  g_assert_cmpuint(all->remarks->len, ==, 1);
  fixture->view->around = g_strdup("Alpha");
  g_autoptr(RelataDiagram) near = diagram_of(fixture);
  g_assert_nonnull(actor_named(near, "actor-b"));
  g_assert_null(actor_named(near, "actor-c"));
  g_assert_nonnull(strstr(near->subtitle, "Alpha"));
  fixture->view->hops = 2;
  g_autoptr(RelataDiagram) far = diagram_of(fixture);
  g_assert_nonnull(actor_named(far, "actor-c"));
  fixture->view->top = 2; /* the actor in the middle stays, though b and c come before it */
  g_autoptr(RelataDiagram) top = diagram_of(fixture);
  g_assert_nonnull(actor_named(top, "actor-a"));
  g_assert_nonnull(actor_named(top, "actor-b"));
  g_assert_cmpuint(top->actors->len, ==, 2);
  g_assert_true(caption_has(top, "2 of 3 actors with the highest degree"));
  g_free(fixture->view->around);
  fixture->view->around = g_strdup("Alpa");
  g_assert_null(draw(fixture, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_assert_nonnull(strstr(error->message, "Alpha"));
  g_clear_error(&error);
  g_clear_pointer(&fixture->view->around, g_free);
  g_free(fixture->view->size);
  fixture->view->size = g_strdup("degre");
  g_assert_null(draw(fixture, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
}

static void
test_tokens(void)
{
  const char *words[] = {"isis-k", "a_b", "a b", "a__b", "a_5fb", "é", "<x>", "a.b", "a:b"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *token = relata_sheet_token(words[i]);
    g_assert_null(strstr(token, "__"));
    for (const char *c = token; *c != '\0'; c++)
      g_assert_true(g_ascii_isalnum(*c) || *c == '-' || *c == '_');
    for (guint j = 0; j < i; j++) {
      g_autofree char *other = relata_sheet_token(words[j]);
      g_assert_cmpstr(token, !=, other);
    }
  }
}

static void
test_wrap(void)
{
  static const struct {
    const char *text;
    guint width, lines;
    const char *wrapped;
  } cases[] = {
      {"UN", 15, 3, "UN"},
      {"UN Security Council", 15, 3, "UN Security\nCouncil"},
      {"one two three four five six", 10, 3, "one two\nthree four\nfive six"},
      {"Donaudampfschifffahrtsgesellschaft", 10, 4, "Donaudampfschifffahrtsgesellschaft"},
      {"abcdefghij", 4, 2, "abcdefg…"},
      {"", 10, 2, ""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *wrapped = relata_wrap(cases[i].text, cases[i].width, cases[i].lines);
    g_assert_cmpstr(wrapped, ==, cases[i].wrapped);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/draw/diagram/styles", Fixture, NULL, set_up, test_styles, tear_down);
  g_test_add("/draw/diagram/legend", Fixture, NULL, set_up, test_legend, tear_down);
  g_test_add("/draw/diagram/parallel", Fixture, NULL, set_up, test_parallel, tear_down);
  g_test_add("/draw/diagram/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add_func("/draw/diagram/tokens", test_tokens);
  g_test_add_func("/draw/diagram/wrap", test_wrap);
  return g_test_run();
}
