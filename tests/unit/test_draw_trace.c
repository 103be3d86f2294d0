/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures of found paths: which actors, lines and numbers. */
#include "draw/diagram/build.h"
#include "draw/diagram/diagram.h"
#include "draw/diagram/legend.h"
#include "draw/draw.h"
#include "drawing.h"
#include "text/error.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

/* a attacks b, c supports b, c meets d, a meets c, b attacks d; all by one paper. e is only a name. */
typedef struct {
  RelataCorpus *corpus;
  RelataSelection *selection;
  RelataNetwork *network;
  guint a, b, c, d, e; /* vertices */
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus = relata_corpus_new();
  relata_schema_declare_actor_type(relata_corpus_schema(corpus), "name", nowhere)->shape = RELATA_SHAPE_PLAIN;
  const guint attacks = declare_relation(corpus, "attacks", -1, FALSE);
  const guint supports = declare_relation(corpus, "supports", 1, FALSE);
  const guint meets = declare_relation(corpus, "meets", 0, TRUE);
  const guint paper = add_document(corpus, "paper");
  const guint a = declare_actor(corpus, "a", "Alpha", "person"),
              b = declare_actor(corpus, "b", "<b>", "state");
  const guint c = declare_actor(corpus, "c", "Gamma", "state"),
              d = declare_actor(corpus, "d", "Delta", "person");
  const guint e = declare_actor(corpus, "e", "Epsilon", "name");
  add_claim(corpus, paper, a, attacks, b, "as was seen", RELATA_CERTAIN);
  add_claim(corpus, paper, c, supports, b, "as was heard", RELATA_CERTAIN);
  add_claim(corpus, paper, c, meets, d, "they met", RELATA_CERTAIN);
  add_claim(corpus, paper, a, meets, c, "they met", RELATA_CERTAIN);
  add_claim(corpus, paper, b, attacks, d, "they fought", RELATA_CERTAIN);
  add_claim(corpus, paper, b, meets, d, "they met", RELATA_CERTAIN);
  fixture->network = network_of(corpus, &fixture->selection);
  fixture->a = fixture->network->vertices[a];
  fixture->b = fixture->network->vertices[b];
  fixture->c = fixture->network->vertices[c];
  fixture->d = fixture->network->vertices[d];
  fixture->e = fixture->network->vertices[e];
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  relata_network_free(fixture->network);
  relata_selection_free(fixture->selection);
  relata_corpus_free(fixture->corpus);
}

/* The hop along the relation from one actor to the other, whichever way the tie runs. */
static RelataTraceHop
hop(const Fixture *fixture, guint from, const char *relation, guint to, guint path, guint step)
{
  const RelataNetwork *network = fixture->network;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    if (((tie->from == from && tie->to == to) || (tie->from == to && tie->to == from)) &&
        strcmp(relata_network_relation(network, tie)->id, relation) == 0)
      return (RelataTraceHop){i, from, to, path, step};
  }
  g_assert_not_reached();
}

static RelataDiagram *
diagram_of(const Fixture *fixture, const RelataTrace *trace)
{
  g_autoptr(GError) error = NULL;
  RelataDiagram *diagram = relata_diagram_of_trace(fixture->network, trace, &error);
  g_assert_no_error(error);
  return diagram;
}

static const RelataGlyph *
actor_with(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->actors->len; i++) {
    const RelataGlyph *actor = g_ptr_array_index(diagram->actors, i);
    if (strcmp(actor->id, id) == 0)
      return actor;
  }
  return NULL;
}

static const RelataCurve *
link_with(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    if (strcmp(link->id, id) == 0)
      return link;
  }
  return NULL;
}

static const RelataDiagramLabel *
label_with(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    if (strcmp(label->glyph->id, id) == 0)
      return label;
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

static const char *
name_at(const RelataDiagram *diagram, guint actor)
{
  return ((const RelataGlyph *)g_ptr_array_index(diagram->actors, actor))->text;
}

/* ── Diagrams ────────────────────────────────────────────────────────────────────────────── */

static void
test_path(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const RelataTraceHop hops[] = {hop(fixture, fixture->a, "attacks", fixture->b, 1, 1),
                                 hop(fixture, fixture->b, "supports", fixture->c, 1, 2)};
  const guint ends[] = {fixture->a, fixture->c};
  const RelataTrace trace = {hops, 2,    1, ends, 2, "Alpha to Gamma", NULL, "There are other paths.",
                             NULL, FALSE};
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture, &trace);
  g_assert_cmpuint(diagram->actors->len, ==, 3);
  g_assert_null(actor_with(diagram, "actor-d"));
  g_assert_cmpuint(diagram->links->len, ==, 2); /* a meets c, but not on this path */
  g_assert_cmpuint(diagram->labels->len, ==, 2);
  g_assert_cmpstr(label_with(diagram, "label__a__attacks__b")->glyph->text, ==, "1 attacks");
  g_assert_cmpstr(label_with(diagram, "label__c__supports__b")->glyph->text, ==, "2 supports");
  g_assert_cmpstr(label_with(diagram, "label__c__supports__b")->glyph->classes, ==,
                  "tie-label relation-supports sign-positive hop-2 path-1");
  /* The line runs as it is walked; its arrowhead shows which way the tie does. */
  const RelataCurve *against = link_with(diagram, "tie__c__supports__b");
  g_assert_cmpstr(name_at(diagram, against->from), ==, "<b>");
  g_assert_cmpstr(name_at(diagram, against->to), ==, "Gamma");
  g_assert_cmpstr(against->head, ==, "none");
  g_assert_cmpstr(against->tail, ==, diagram->theme->signs[RELATA_SIGN_POSITIVE].head);
  g_assert_cmpstr(against->classes, ==, "tie relation-supports sign-positive hop-2 path-1");
  g_assert_nonnull(strstr(against->tooltip, "as was heard"));
  g_assert_nonnull(strstr(against->tooltip, "paper"));
  g_assert_false(legend_has(diagram, "both ways"));
  g_assert_true(legend_has(diagram, "number"));
  g_assert_true(legend_has(diagram, "asked about"));
  g_assert_false(legend_has(diagram, "larger name"));
  /* The ends stand out without colour. */
  const RelataGlyph *end = actor_with(diagram, "actor-a"), *between = actor_with(diagram, "actor-b");
  g_assert_true(end->bold && !between->bold);
  g_assert_cmpfloat(end->stroke_width, >=, 2 * between->stroke_width);
  g_assert_cmpfloat(relata_theme_contrast(end->stroke, diagram->theme->ground), >=, 4.5);
  g_assert_cmpstr(end->classes, ==, "actor type-person asked");
  g_assert_cmpfloat(end->font_size, <=, between->font_size);
  g_assert_cmpfloat(end->font_size, >=, between->font_size);
  g_assert_cmpstr(g_ptr_array_index(diagram->captions, 0), ==,
                  "1 path of 2 hops: 3 actors and 2 ties, from 2 claims in 1 document.");
  g_assert_cmpstr(g_ptr_array_index(diagram->captions, 1), ==, "There are other paths.");
  g_assert_true(diagram->flows);
}

/* A tie that paths use at different places; ties of the same two actors; paths of different length. */
static void
test_paths(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const RelataTraceHop hops[] = {
      hop(fixture, fixture->a, "attacks", fixture->b, 1, 1),
      hop(fixture, fixture->b, "meets", fixture->d, 1, 2),
      hop(fixture, fixture->a, "attacks", fixture->b, 2, 1),
      hop(fixture, fixture->b, "attacks", fixture->d, 2, 2),
      hop(fixture, fixture->a, "meets", fixture->c, 3, 1),
      hop(fixture, fixture->c, "supports", fixture->b, 3, 2),
      hop(fixture, fixture->b, "attacks", fixture->d, 3, 3),
      hop(fixture, fixture->d, "meets", fixture->c, 4, 2),
  };
  const guint ends[] = {fixture->a, fixture->d};
  const RelataTrace trace = {hops, G_N_ELEMENTS(hops), 4, ends, 2, "Alpha to Delta", "a subtitle", NULL, NULL,
                             FALSE};
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture, &trace);
  g_assert_cmpuint(diagram->actors->len, ==, 4);
  g_assert_cmpuint(diagram->links->len, ==, 5);
  g_assert_cmpuint(diagram->labels->len, ==, 7);
  g_assert_cmpstr(label_with(diagram, "label__a__attacks__b")->glyph->text, ==, "1 attacks");
  g_assert_cmpstr(label_with(diagram, "label__b__attacks__d")->glyph->text, ==, "2, 3 attacks");
  g_assert_cmpstr(label_with(diagram, "label__b__meets__d")->glyph->text, ==, "2 meets");
  g_assert_cmpstr(label_with(diagram, "count__b__d")->glyph->text, ==, "2 ties");
  const RelataCurve *bundle = link_with(diagram, "bundle__b__d");
  g_assert_nonnull(strstr(bundle->classes, " bundle hop-2 hop-3 path-1 path-2 path-3"));
  g_assert_true(label_with(diagram, "label__b__attacks__d")->directed); /* the other has no direction */
  g_assert_true(label_with(diagram, "label__b__attacks__d")->forward);
  g_assert_cmpstr(diagram->subtitle, ==, "a subtitle");
  g_assert_true(
      g_str_has_prefix(g_ptr_array_index(diagram->captions, 0), "4 paths of 2 to 3 hops: 4 actors"));
}

/* No path, but what ties some actors together; and one actor that is tied to nobody, with a name alone. */
static void
test_part(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const RelataTraceHop hops[] = {hop(fixture, fixture->b, "attacks", fixture->d, 0, 0)};
  const guint asked[] = {fixture->e, fixture->b};
  const RelataTrace trace = {hops, 1, 0, asked, 2, "Some", NULL, NULL, NULL, FALSE};
  g_autoptr(RelataDiagram) diagram = diagram_of(fixture, &trace);
  g_assert_cmpuint(diagram->actors->len, ==, 3);
  g_assert_cmpstr(label_with(diagram, "label__b__attacks__d")->glyph->text, ==, "attacks");
  g_assert_cmpstr(label_with(diagram, "label__b__attacks__d")->glyph->classes, ==,
                  "tie-label relation-attacks sign-negative");
  g_assert_false(legend_has(diagram, "number"));
  g_assert_cmpstr(g_ptr_array_index(diagram->captions, 0), ==,
                  "3 actors and 1 tie, from 1 claim in 1 document.");
  const RelataGlyph *plain = actor_with(diagram, "actor-e");
  g_assert_cmpint(plain->shape, ==, RELATA_SHAPE_BOX); /* a bare name has no outline to be bold */
  g_assert_nonnull(plain->stroke);
  const guint same[] = {fixture->a, fixture->a};
  const RelataTrace none = {NULL, 0, 1, same, 2, "Alpha", NULL, NULL, NULL, FALSE};
  g_autoptr(RelataDiagram) alone = diagram_of(fixture, &none);
  g_assert_cmpuint(alone->actors->len, ==, 1);
  g_assert_true(g_str_has_prefix(g_ptr_array_index(alone->captions, 0), "1 path of 0 hops: 1 actor "));
}

static void
refuse(const Fixture *fixture, const RelataTrace *trace, const char *says)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_draw_trace(fixture->network, trace, "svg", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
  g_assert_nonnull(strstr(error->message, says));
}

static void
test_errors(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataTraceHop one = hop(fixture, fixture->a, "attacks", fixture->b, 1, 1);
  guint asked = fixture->network->n_actors;
  refuse(fixture, &(RelataTrace){.title = "x"}, "nothing to draw");
  refuse(fixture, &(RelataTrace){.asked = &asked, .n_asked = 1, .title = "x"}, "no vertex 5");
  refuse(fixture, &(RelataTrace){.hops = &one, .n_hops = 1, .title = "x"}, "path 1, and there are 0");
  one.to = fixture->c;
  refuse(fixture, &(RelataTrace){.hops = &one, .n_hops = 1, .n_paths = 1, .title = "x"}, "no tie 0 between");
  one.tie = fixture->network->n_ties;
  refuse(fixture, &(RelataTrace){.hops = &one, .n_hops = 1, .n_paths = 1, .title = "x"}, "no tie 6 between");
  asked = fixture->a;
  g_autoptr(GError) error = NULL;
  const RelataTrace trace = {.asked = &asked, .n_asked = 1, .title = "x"};
  g_assert_null(relata_draw_trace(fixture->network, &trace, "pgn", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT);
  g_assert_nonnull(strstr(error->message, "png"));
}

/* ── Pictures ────────────────────────────────────────────────────────────────────────────── */

/* The element with the id, or NULL. */
static xmlNode *
find(xmlNode *node, const char *id)
{
  for (; node != NULL; node = node->next) {
    xmlChar *own = node->type == XML_ELEMENT_NODE ? xmlGetProp(node, (const xmlChar *)"id") : NULL;
    const gboolean is = own != NULL && strcmp((const char *)own, id) == 0;
    xmlFree(own);
    xmlNode *found = is ? node : find(node->children, id);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
class_is(xmlNode *root, const char *id, const char *class)
{
  xmlNode *node = find(root, id);
  g_assert_nonnull(node);
  xmlChar *own = xmlGetProp(node, (const xmlChar *)"class");
  const gboolean is = strcmp((const char *)own, class) == 0;
  xmlFree(own);
  return is;
}

static void
test_svg(Fixture *fixture, gconstpointer data)
{
  (void)data;
  const RelataTraceHop hops[] = {hop(fixture, fixture->a, "attacks", fixture->b, 1, 1),
                                 hop(fixture, fixture->b, "supports", fixture->c, 1, 2)};
  const guint ends[] = {fixture->a, fixture->c};
  const RelataTrace trace = {hops, 2, 1, ends, 2, "Alpha to <i>Gamma", NULL, NULL, NULL, FALSE};
  g_autofree char *svg = draw_trace(fixture->network, &trace, "svg");
  g_autofree char *again = draw_trace(fixture->network, &trace, "svg");
  g_assert_cmpstr(svg, ==, again);
  xmlDoc *document = xmlReadMemory(svg, (int)strlen(svg), "x.svg", NULL, XML_PARSE_NONET);
  g_assert_nonnull(document);
  xmlNode *root = xmlDocGetRootElement(document);
  g_assert_true(class_is(root, "actor-a", "actor type-person asked"));
  g_assert_true(class_is(root, "actor-b", "actor type-state"));
  g_assert_true(class_is(root, "tie__a__attacks__b", "tie relation-attacks sign-negative hop-1 path-1"));
  g_assert_true(
      class_is(root, "label__c__supports__b", "tie-label relation-supports sign-positive hop-2 path-1"));
  xmlChar *text = xmlNodeGetContent(root);
  const char *present[] = {"2 supports", "as was heard", "1 path of 2 hops", "which hop",
                           "Alpha to <i>Gamma"};
  for (guint i = 0; i < G_N_ELEMENTS(present); i++)
    g_assert_nonnull(strstr((const char *)text, present[i]));
  xmlFree(text);
  xmlFreeDoc(document);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/draw/trace/path", Fixture, NULL, set_up, test_path, tear_down);
  g_test_add("/draw/trace/paths", Fixture, NULL, set_up, test_paths, tear_down);
  g_test_add("/draw/trace/part", Fixture, NULL, set_up, test_part, tear_down);
  g_test_add("/draw/trace/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add("/draw/trace/svg", Fixture, NULL, set_up, test_svg, tear_down);
  return g_test_run();
}
