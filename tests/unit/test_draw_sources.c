/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbered sources, and pictures for those who do not see them. */
#include "draw/diagram/build.h"
#include "draw/diagram/describe.h"
#include "draw/diagram/diagram.h"
#include "draw/diagram/legend.h"
#include "draw/diagram/summary.h"
#include "draw/diagram/words.h"
#include "draw/draw.h"
#include "drawing.h"
#include "text/display.h"
#include "text/error.h"

#include <cgraph.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static void
publish(RelataCorpus *corpus, const char *id, const char *date, const char *url)
{
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(corpus, id, nowhere, &again);
  if (date != NULL)
    g_assert_true(relata_date_parse(relata_corpus_intern(corpus, date), &document->published, NULL));
  document->url = relata_corpus_intern(corpus, url);
  document->publisher = relata_corpus_intern(corpus, "The Paper");
}

static void
claim(RelataCorpus *corpus, const char *document, guint from, guint relation, guint to, RelataStance stance)
{
  RelataClaim claim = {RELATA_STATEMENT_INIT, relation, from, to, RELATA_NONE};
  claim.said.document = relata_corpus_find_document(corpus, document);
  claim.said.stance = stance;
  relata_corpus_add_claim(corpus, &claim);
}

/* ant attacks bee (late, early; middle denies it), bee helps cat (undated), cat attacks bee (early). */
static RelataCorpus *
small_corpus(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  const guint attacks = declare_relation(corpus, "attacks", -1, FALSE);
  const guint helps = declare_relation(corpus, "helps", 1, FALSE);
  publish(corpus, "late", "2021-09", "https://example.org/late");
  publish(corpus, "undated", NULL, "javascript:alert(1)");
  publish(corpus, "early", "202X", "data:text/html,x");
  publish(corpus, "middle", "2021-08-26", NULL);
  publish(corpus, "unused", "2019", NULL);
  const guint ant = declare_actor(corpus, "ant", "Ant", "insect"),
              bee = declare_actor(corpus, "bee", "Bee", NULL),
              cat = declare_actor(corpus, "cat", "Cat", NULL);
  claim(corpus, "late", ant, attacks, bee, RELATA_AFFIRMS);
  claim(corpus, "early", ant, attacks, bee, RELATA_AFFIRMS);
  claim(corpus, "middle", ant, attacks, bee, RELATA_DENIES);
  claim(corpus, "undated", bee, helps, cat, RELATA_AFFIRMS);
  claim(corpus, "early", cat, attacks, bee, RELATA_AFFIRMS);
  finish(corpus);
  return corpus;
}

typedef struct {
  RelataCorpus *corpus;
  RelataView *view;
  RelataNetwork *network;
  RelataDiagram *diagram;
} Case;

static Case
open_case(RelataCorpus *corpus)
{
  g_autoptr(GError) error = NULL;
  Case it = {.corpus = corpus, .view = relata_view_new(corpus)};
  it.network = relata_network_new(corpus, it.view->selection, &error);
  g_assert_no_error(error);
  it.diagram = relata_diagram_of_view(corpus, it.network, it.view, &error);
  g_assert_no_error(error);
  return it;
}

static void
close_case(Case *it)
{
  relata_diagram_free(it->diagram);
  relata_network_free(it->network);
  relata_view_free(it->view);
  relata_corpus_free(it->corpus);
}

static const RelataTie *
tie_between(const RelataNetwork *network, const char *from, const char *to)
{
  for (guint i = 0; i < network->n_ties; i++)
    if (g_str_equal(relata_network_actor(network, network->ties[i].from)->id, from) &&
        g_str_equal(relata_network_actor(network, network->ties[i].to)->id, to))
      return &network->ties[i];
  g_assert_not_reached();
}

/* By publication date, then id; undated ones last; only those that something shown rests on. */
static void
test_numbers(void)
{
  Case it = open_case(small_corpus());
  const char *order[] = {"early", "middle", "late", "undated"};
  const RelataSources *sources = it.diagram->sources;
  g_assert_cmpuint(sources->documents->len, ==, G_N_ELEMENTS(order));
  for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
    const guint document = g_array_index(sources->documents, guint, i);
    g_assert_cmpstr(relata_corpus_document(it.corpus, document)->id, ==, order[i]);
    g_assert_cmpuint(sources->numbers[document], ==, i + 1);
  }
  gboolean shortened = FALSE;
  const RelataTie *tie = tie_between(it.network, "ant", "bee");
  g_autofree char *figures = relata_sources_figures(sources, it.network, &tie, 1, &shortened);
  g_assert_cmpstr(figures, ==, "1,3 not 2");
  g_assert_false(shortened);
  g_autofree char *words = relata_words_tie(it.network, tie, TRUE, sources);
  g_assert_cmpstr(
      words, ==,
      "Ant attacks Bee, disputed: affirmed by 2 independent sources, denied by 1; sources 1, 3; against it: "
      "source 2");
  g_autofree char *other = relata_words_tie(it.network, tie_between(it.network, "bee", "cat"), TRUE, NULL);
  g_assert_cmpstr(other, ==, "Bee helps Cat, affirmed by 1 independent source, denied by none");
  g_autofree char *cited = relata_sources_cite(relata_corpus_document(it.corpus, 0));
  g_assert_cmpstr(cited, ==, "late, The Paper, September 2021");
  close_case(&it);
}

static void
test_lists(void)
{
  static const struct {
    guint numbers[8], n;
    const char *list;
  } cases[] = {
      {{0}, 0, ""},
      {{3}, 1, "3"},
      {{1, 2}, 2, "1,2"},
      {{1, 2, 3}, 3, "1–3"},
      {{1, 3, 4, 5, 9}, 5, "1,3–5,9"},
      {{1, 3, 5, 7}, 4, "1,3,5,7"},
      {{1, 3, 5, 7, 9, 10, 11}, 7, "1,3,5,7 +3"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    gboolean shortened = FALSE;
    g_array_append_vals(numbers, cases[i].numbers, cases[i].n);
    g_autofree char *list = relata_sources_list(numbers, ",", 4, &shortened);
    g_assert_cmpstr(list, ==, cases[i].list);
    g_assert_cmpint(shortened, ==, strchr(list, '+') != NULL);
  }
}

static const RelataLegendEntry *
source_entry(const RelataDiagram *diagram, guint number)
{
  for (guint i = 0; i < diagram->legend->len; i++) {
    const RelataLegendEntry *entry = g_ptr_array_index(diagram->legend, i);
    if (entry->group == RELATA_LEGEND_SOURCES && number-- == 1)
      return entry;
  }
  return NULL;
}

/* A link only where it is http(s); a list that is too long is shortened, and says so. */
static void
test_footer(void)
{
  Case it = open_case(small_corpus());
  g_assert_null(source_entry(it.diagram, 1)->url); /* data: */
  g_assert_cmpstr(source_entry(it.diagram, 3)->url, ==, "https://example.org/late");
  g_assert_cmpstr(source_entry(it.diagram, 3)->id, ==, "source-late");
  g_assert_null(source_entry(it.diagram, 4)->url); /* javascript: */
  g_assert_null(source_entry(it.diagram, 5));
  close_case(&it);

  RelataCorpus *corpus = relata_corpus_new();
  const guint attacks = declare_relation(corpus, "attacks", -1, FALSE);
  const guint ant = declare_actor(corpus, "ant", "Ant", NULL),
              bee = declare_actor(corpus, "bee", "Bee", NULL);
  for (guint i = 0; i < 60; i++) {
    g_autofree char *id = g_strdup_printf("d%02u", i);
    publish(corpus, id, NULL, NULL);
    claim(corpus, id, ant, attacks, bee, RELATA_AFFIRMS);
  }
  finish(corpus);
  it = open_case(corpus);
  g_assert_nonnull(source_entry(it.diagram, 40)->shape);
  g_assert_nonnull(strstr(source_entry(it.diagram, 41)->text, "sources 41 to 60"));
  g_assert_null(source_entry(it.diagram, 42));
  close_case(&it);
}

/* Turned off there is no number anywhere; and of a single document none at the ties. */
static void
test_without(void)
{
  RelataCorpus *corpus = small_corpus();
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataView) view = relata_view_new(corpus);
  view->sources = FALSE;
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, view->selection, &error);
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_view(corpus, network, view, &error);
  g_assert_null(source_entry(diagram, 1));
  for (guint i = 0; i < diagram->labels->len; i++)
    g_assert_null(g_array_index(diagram->labels, RelataDiagramLabel, i).sources);
  g_assert_nonnull(strstr(g_array_index(diagram->labels, RelataDiagramLabel, 0).glyph->text, "disputed: "));
  g_autofree char *words = relata_describe(corpus, view, &error);
  g_assert_null(strstr(words, "Sources"));
  relata_corpus_free(corpus);
}

/* What is contradictory is marked at the line, and said. */
static void
test_contradictions(void)
{
  Case it = open_case(small_corpus());
  const RelataCurve *disputed = g_ptr_array_index(it.diagram->links, 0);
  g_assert_true(g_str_has_suffix(disputed->head, "tee"));
  g_assert_nonnull(strstr(disputed->classes, " disputed"));
  g_autofree char *words = relata_summary_contradictions(it.network, it.diagram->scope);
  g_assert_cmpstr(words, ==, "Disputed: 1 tie. Both hostile and friendly: Bee and Cat.");
  close_case(&it);
}

static RelataPicture *
draw(RelataCorpus *corpus, const RelataView *view, const char *format)
{
  g_autoptr(GError) error = NULL;
  RelataPicture *picture = relata_draw(corpus, view, format, &error);
  g_assert_no_error(error);
  return picture;
}

static char *
attribute(xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
  char *copy = g_strdup((const char *)value);
  xmlFree(value);
  return copy;
}

static void
collect_focusable(xmlNode *node, GString *ids)
{
  for (; node != NULL; node = node->next) {
    g_autofree char *index = node->type == XML_ELEMENT_NODE ? attribute(node, "tabindex") : NULL;
    if (index != NULL) {
      g_autofree char *id = attribute(node, "id"), *label = attribute(node, "aria-label");
      g_assert_cmpstr(index, ==, "0");
      g_assert_nonnull(label);
      g_string_append_printf(ids, "%s\n", id);
    }
    collect_focusable(node->children, ids);
  }
}

/* Each actor, the most important first, then its ties; the whole is an image with a name and a description.
 */
static void
test_svg(void)
{
  Case it = open_case(small_corpus());
  g_autoptr(RelataPicture) picture = draw(it.corpus, it.view, "svg");
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  xmlDoc *document = xmlReadMemory(bytes, (int)n, "x.svg", NULL, XML_PARSE_NONET);
  xmlNode *root = xmlDocGetRootElement(document);
  g_autoptr(GString) ids = g_string_new(NULL);
  g_autofree char *role = attribute(root, "role"), *named = attribute(root, "aria-labelledby");
  collect_focusable(root, ids);
  g_assert_cmpstr(role, ==, "img");
  g_assert_cmpstr(named, ==, "picture-title picture-description");
  g_assert_cmpstr(ids->str, ==,
                  "actor-bee\ntie__ant__attacks__bee\ntie__bee__helps__cat\ntie__cat__attacks__bee\n"
                  "actor-cat\nactor-ant\n");
  xmlFreeDoc(document);
  g_autofree char *svg = g_strndup(bytes, n);
  g_assert_nonnull(strstr(svg, "Those with the most ties: Bee, Cat and Ant."));
  g_assert_nonnull(strstr(
      svg, "aria-label=\"Ant attacks Bee, disputed: affirmed by 2 independent sources, denied by 1; "));
  const char *parts[] = {"class=\"heading\"", "class=\"drawing\"", "class=\"labels\"",
                         "class=\"key\"",     "class=\"sources\"", "class=\"words\""};
  const char *at = svg;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    at = strstr(at, parts[i]);
    g_assert_nonnull(at);
  }
  close_case(&it);
}

/* Lines of at most 80 columns that hold every actor, tie and source, each tie once. */
static void
test_describe(void)
{
  RelataCorpus *corpus = small_corpus();
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = relata_describe(corpus, view, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(words, ==,
                  "Who relates to whom\n"
                  "4 documents\n"
                  "\n"
                  "3 actors and 3 ties, from 5 claims in 4 documents.\n"
                  "Those with the most ties: Bee, Cat and Ant. Of the ties: 2 hostile and 1\n"
                  "friendly.\n"
                  "Disputed: 1 tie. Both hostile and friendly: Bee and Cat.\n"
                  "\n"
                  "Bee, 3 ties\n"
                  "  Hostile:\n"
                  "    - (attacks) Ant, disputed: affirmed by 2 independent sources, denied by 1;\n"
                  "      sources 1, 3; against it: source 2\n"
                  "    - (attacks) Cat, affirmed by 1 independent source, denied by none; source 1\n"
                  "  Friendly:\n"
                  "    - helps Cat, affirmed by 1 independent source, denied by none; source 4\n"
                  "\n"
                  "Cat, 2 ties\n"
                  "  Ties with Bee: told above\n"
                  "\n"
                  "Ant, insect, 1 tie\n"
                  "  Ties with Bee: told above\n"
                  "\n"
                  "Sources\n"
                  "  1. early, The Paper, the 2020s\n"
                  "  2. middle, The Paper, 26 August 2021\n"
                  "  3. late, The Paper, September 2021 https://example.org/late\n"
                  "  4. undated, The Paper\n");
  g_free(view->around);
  view->around = g_strdup("Nobody");
  g_assert_null(relata_describe(corpus, view, &error));
  g_assert_nonnull(error);
  relata_corpus_free(corpus);
}

/* cgraph reads the DOT back, and what it writes of it. */
static void
test_dot_is_read_back(void)
{
  static const char *const names[] = {"</script>\\N\\G\"", "a\u202Eb\u2028c", "\u5854\u5229\u73ed", "\\",
                                      "]]>&lt;"};
  RelataCorpus *corpus = relata_corpus_new();
  const guint attacks = declare_relation(corpus, "attacks", -1, FALSE);
  publish(corpus, "d", NULL, "javascript:x");
  publish(corpus, "e", NULL, "https://example.org/\\N\"");
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *id = g_strdup_printf("x\\N\"%u", i);
    declare_actor(corpus, id, names[i], NULL);
  }
  for (guint i = 0; i + 1 < G_N_ELEMENTS(names); i++)
    claim(corpus, i % 2 == 0 ? "d" : "e", i, attacks, i + 1, RELATA_AFFIRMS);
  finish(corpus);
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(RelataPicture) picture = draw(corpus, view, "dot");
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  g_autofree char *dot = g_strndup(bytes, n);
  Agraph_t *graph = agmemread(dot);
  g_assert_nonnull(graph);
  guint n_actors = 0;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    const char *class = agget(node, (char *)(gpointer) "class"),
               *label = agget(node, (char *)(gpointer) "label");
    const char *url = agget(node, (char *)(gpointer) "URL");
    g_assert_true(url == NULL || url[0] == '\0' || relata_display_is_link(url));
    if (class == NULL || !g_str_has_prefix(class, "actor "))
      continue;
    n_actors++;
    g_assert_false(aghtmlstr((char *)(gpointer)label));
    if (strstr(label, "script") != NULL)
      g_assert_cmpstr(label, ==, "</script>\\\\N\\\\G\""); /* as escStrings have a backslash */
  }
  g_assert_cmpuint(n_actors, ==, G_N_ELEMENTS(names));
  agclose(graph);
  relata_corpus_free(corpus);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/sources/numbers", test_numbers);
  g_test_add_func("/draw/sources/lists", test_lists);
  g_test_add_func("/draw/sources/footer", test_footer);
  g_test_add_func("/draw/sources/without", test_without);
  g_test_add_func("/draw/sources/contradictions", test_contradictions);
  g_test_add_func("/draw/sources/svg", test_svg);
  g_test_add_func("/draw/sources/describe", test_describe);
  g_test_add_func("/draw/sources/dot-is-read-back", test_dot_is_read_back);
  return g_test_run();
}
