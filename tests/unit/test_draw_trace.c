/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures of found paths: which actors, lines and numbers, and that nothing lies over anything else. */
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

static RelataNetwork *
network_of(RelataCorpus *corpus, RelataSelection **selection)
{
  g_autoptr(GError) error = NULL;
  finish(corpus);
  *selection = relata_selection_new(corpus);
  RelataNetwork *network = relata_network_new(corpus, *selection, &error);
  g_assert_no_error(error);
  return network;
}

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

static char *
draw(const RelataNetwork *network, const RelataTrace *trace, const char *format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPicture) picture = relata_draw_trace(network, trace, format, &error);
  g_assert_no_error(error);
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  g_assert_cmpuint(g_strv_length(picture->remarks), ==, 0); /* every label has found room */
  return g_strndup(bytes, n);
}

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
  g_autofree char *svg = draw(fixture->network, &trace, "svg");
  g_autofree char *again = draw(fixture->network, &trace, "svg");
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

/* Where the elements of a laid-out DOT are that have such a name, in its order. */
static GArray *
read_boxes(const char *dot, const char *prefix)
{
  GArray *boxes = g_array_new(FALSE, FALSE, sizeof(RelataBox));
  g_auto(GStrv) nodes = g_strsplit(dot, "];", -1);
  for (char **node = nodes; *node != NULL; node++) {
    const char *name = g_strchug(*node), *pos = strstr(*node, "pos=\""), *width = strstr(*node, "width=");
    const char *height = strstr(*node, "height=");
    if (!g_str_has_prefix(*name == '"' ? name + 1 : name, prefix) || strstr(*node, "->") != NULL)
      continue;
    while (width != NULL && width > *node && g_ascii_isalpha(width[-1])) /* penwidth */
      width = strstr(width + 1, "width=");
    g_assert_true(pos != NULL && width != NULL && height != NULL);
    char *end;
    const double x = g_ascii_strtod(pos + strlen("pos=\""), &end), y = g_ascii_strtod(end + 1, NULL);
    const double w = g_ascii_strtod(width + strlen("width="), NULL) * 72;
    const double h = g_ascii_strtod(height + strlen("height="), NULL) * 72;
    const RelataBox box = {x - w / 2, y - h / 2, x + w / 2, y + h / 2};
    g_array_append_val(boxes, box);
  }
  return boxes;
}

/* A chain of actors, tied one to the next, now this way, now that; its hops in order. */
static RelataNetwork *
chain(RelataCorpus *corpus, guint n, GArray *hops, RelataSelection **selection)
{
  const guint document = add_document(corpus, "paper");
  const guint relation = declare_relation(corpus, "is-in-contact-with", 0, FALSE);
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf("n%02u", i);
    declare_actor(corpus, id, "Some Actor", "person");
    if (i > 0)
      add_claim(corpus, document, i % 3 == 0 ? i : i - 1, relation, i % 3 == 0 ? i - 1 : i, "x",
                RELATA_CERTAIN);
  }
  RelataNetwork *network = network_of(corpus, selection);
  for (guint i = 0; i < network->n_ties; i++) { /* ids are in order, so vertices are */
    const RelataTie *tie = &network->ties[i];
    const guint from = MIN(tie->from, tie->to);
    const RelataTraceHop hop = {i, from, from + 1, 1, from + 1};
    g_array_append_val(hops, hop);
  }
  return network;
}

/* A short path reads from left to right, a long one from top to bottom, and neither is wider than a page. */
static void
test_reading_order(void)
{
  const guint lengths[] = {2, 4, 5, 9};
  for (guint k = 0; k < G_N_ELEMENTS(lengths); k++) {
    const guint n = lengths[k];
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    g_autoptr(RelataSelection) selection = NULL;
    g_autoptr(GArray) hops = g_array_new(FALSE, FALSE, sizeof(RelataTraceHop));
    g_autoptr(RelataNetwork) network = chain(corpus, n, hops, &selection);
    const RelataTrace trace = {.hops = (RelataTraceHop *)(gpointer)hops->data,
                               .n_hops = hops->len,
                               .n_paths = 1,
                               .title = "A chain"};
    g_autofree char *dot = draw(network, &trace, "dot");
    g_autoptr(GArray) boxes = read_boxes(dot, "actor-");
    g_assert_cmpuint(boxes->len, ==, n);
    const RelataBox *box = (const RelataBox *)(gconstpointer)boxes->data;
    const gboolean across = box[1].left > box[0].right;
    g_assert_cmpint(across, ==, n <= 4);
    for (guint i = 1; i < n; i++) {
      g_assert_true(across ? box[i].left > box[i - 1].right : box[i].top < box[i - 1].bottom);
      g_assert_cmpfloat(fabs(box[i].right - box[0].left), <, 750);
    }
  }
}

static RelataBox
read_box(const char *dot, const char *prefix)
{
  g_autoptr(GArray) boxes = read_boxes(dot, prefix);
  g_assert_cmpuint(boxes->len, ==, 1);
  return g_array_index(boxes, RelataBox, 0);
}

/* In a circle, too, what stands at a line is between the line's ends, and the first hop begins at the left.
 */
static void
test_circle(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataSelection) selection = NULL;
  const guint document = add_document(corpus, "paper"),
              relation = declare_relation(corpus, "helps", 1, FALSE);
  const char *ids[] = {"x", "y", "z"};
  for (guint i = 0; i < 3; i++)
    declare_actor(corpus, ids[i], ids[i], NULL);
  for (guint i = 0; i < 3; i++)
    add_claim(corpus, document, i, relation, (i + 1) % 3, "so it says", RELATA_CERTAIN);
  g_autoptr(RelataNetwork) network = network_of(corpus, &selection);
  RelataTraceHop hops[3];
  for (guint i = 0; i < 3; i++)
    hops[i] =
        (RelataTraceHop){(i + 1) % 3, network->ties[(i + 1) % 3].from, network->ties[(i + 1) % 3].to, 0, 0};
  g_autofree char *dot = draw(network, &(RelataTrace){.hops = hops, .n_hops = 3, .title = "Round"}, "dot");
  for (guint i = 0; i < 3; i++) {
    g_autofree char *from = g_strdup_printf("actor-%s", ids[i]);
    g_autofree char *to = g_strdup_printf("actor-%s", ids[(i + 1) % 3]);
    g_autofree char *name = g_strdup_printf("label__%s__", ids[i]);
    const RelataBox one = read_box(dot, from), other = read_box(dot, to), label = read_box(dot, name);
    g_assert_cmpfloat(label.left, >, MIN(one.right, other.right));
    g_assert_cmpfloat(label.right, <, MAX(one.left, other.left));
    g_assert_cmpfloat(one.left, >=, read_box(dot, "actor-y").left);
  }
}

/* Whatever is drawn, circles too: no actor or label lies over another. */
static void
test_no_overlap(void)
{
  for (guint32 seed = 1; seed <= 6; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    g_autoptr(RelataSelection) selection = NULL;
    const guint document = add_document(corpus, "paper"), n = (guint)g_rand_int_range(random, 2, 14);
    const guint relations[] = {declare_relation(corpus, "opposes-in-all-things", -1, FALSE),
                               declare_relation(corpus, "helps", 1, FALSE),
                               declare_relation(corpus, "meets", 0, TRUE)};
    for (guint i = 0; i < n; i++) {
      g_autofree char *id = g_strdup_printf("n%02u", i);
      declare_actor(corpus, id, i % 2 == 0 ? "X" : "An Actor of Long Name", NULL);
    }
    for (guint i = 0; i < 2 * n; i++) {
      const guint from = (guint)g_rand_int_range(random, 0, (gint32)n);
      const guint to = (from + 1 + (guint)g_rand_int_range(random, 0, (gint32)n - 1)) % n;
      add_claim(corpus, document, from, relations[i % 3], to, "x", RELATA_CERTAIN);
    }
    g_autoptr(RelataNetwork) network = network_of(corpus, &selection);
    g_autofree RelataTraceHop *hops = g_new(RelataTraceHop, network->n_ties);
    for (guint i = 0; i < network->n_ties; i++) {
      const RelataTie *tie = &network->ties[i];
      const gboolean back = g_rand_boolean(random);
      hops[i] = (RelataTraceHop){i, back ? tie->to : tie->from, back ? tie->from : tie->to, 1, i + 1};
    }
    const RelataTrace trace = {.hops = hops, .n_hops = network->n_ties, .n_paths = 1, .title = "Any"};
    g_autofree char *dot = draw(network, &trace, "dot");
    g_autoptr(GArray) boxes = read_boxes(dot, "actor-");
    g_autoptr(GArray) labels = read_boxes(dot, "label__");
    g_assert_cmpuint(labels->len, ==, network->n_ties);
    g_array_append_vals(boxes, labels->data, labels->len);
    for (guint i = 0; i < boxes->len; i++)
      for (guint j = 0; j < i; j++) {
        const RelataBox a = g_array_index(boxes, RelataBox, i), b = g_array_index(boxes, RelataBox, j);
        const double by = 1.5; /* stacked labels share a seam; DOT's numbers are rounded */
        if (a.left + by < b.right && b.left + by < a.right && a.bottom + by < b.top &&
            b.bottom + by < a.top) {
          g_test_message("seed %u: %u and %u of %u boxes overlap", seed, j, i, boxes->len);
          g_test_fail();
        }
      }
  }
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
  g_test_add_func("/draw/trace/reading-order", test_reading_order);
  g_test_add_func("/draw/trace/circle", test_circle);
  g_test_add_func("/draw/trace/no-overlap", test_no_overlap);
  return g_test_run();
}
