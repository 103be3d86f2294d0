/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What relata-graphviz answers, the real one. */
#include "draw/sheet/graphviz.h"
#include "draw/sheet/program.h"
#include "draw/sheet/request.h"
#include "text/error.h"

#include <cgraph.h>
#include <string.h>

#define FONTS "Liberation Sans"

static GPtrArray *
new_glyphs(void)
{
  return g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
}

static RelataGraphviz *
begin(void)
{
  RelataGraphviz *graphviz = relata_graphviz_new(NULL);
  relata_graphviz_begin(graphviz, 120, 120);
  return graphviz;
}

/* ── Measuring ───────────────────────────────────────────────────────────────────────────── */

static char *
random_text(GRand *random)
{
  static const char *const pieces[] = {"a",   "W",   " ", "\n", "\\", "\"", "<b>",    "&amp;", "&",
                                       "\\N", "\\l", "{", "}",  "é",  "塔", "\u202e", "عر",    "%s",
                                       "'",   ";",   "]", "--", "//", "#",  "\t"};
  GString *text = g_string_new("x");
  for (gint32 n = g_rand_int_range(random, 0, 12); n > 0; n--)
    g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
  return g_string_free(text, FALSE);
}

/* Texts measured together, or again, are as large as by themselves. */
static void
test_measured_alike(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  g_autoptr(GPtrArray) together = new_glyphs();
  g_autoptr(RelataGraphviz) graphviz = begin();
  g_autoptr(RelataGraphviz) other = begin();
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < 300; i++) {
    g_autofree char *text = random_text(random);
    RelataGlyph *glyph = relata_glyph_new(text, g_rand_int_range(random, 4, 40) / 2.0, NULL);
    glyph->bold = g_rand_boolean(random);
    glyph->left = g_rand_boolean(random);
    g_ptr_array_add(together, glyph);
  }
  g_ptr_array_add(together, relata_glyph_new(NULL, 10, NULL));
  g_assert_true(relata_graphviz_measure(graphviz, together, FONTS, &error));
  g_assert_no_error(error);
  for (guint i = 0; i < 300; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(together, i);
    RelataGlyph *alone = relata_glyph_copy(glyph);
    g_autoptr(GPtrArray) one = new_glyphs();
    g_ptr_array_add(one, alone);
    g_assert_cmpfloat(glyph->text_width, >, 0);
    alone->text_width = alone->text_height = 0;
    g_assert_true(relata_graphviz_measure(i % 2 == 0 ? other : graphviz, one, FONTS, &error));
    g_assert_cmpfloat(alone->text_width, ==, glyph->text_width);
    g_assert_cmpfloat(alone->text_height, ==, glyph->text_height);
  }
}

/* Nothing in a text is an escape or an entity: it only grows with what is added to it. */
static void
test_texts_are_no_markup(void)
{
  static const char *const pairs[][2] = {
      {"\\N", "\\"}, {"&lt;", "&lt"}, {"<b>x</b>", "x"}, {"\\G\\E\\T", "\\G\\E"}};
  g_autoptr(RelataGraphviz) graphviz = begin();
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
    g_autoptr(GPtrArray) both = new_glyphs();
    RelataGlyph *longer = relata_glyph_new(pairs[i][0], 10, NULL),
                *shorter = relata_glyph_new(pairs[i][1], 10, NULL);
    g_ptr_array_add(both, longer);
    g_ptr_array_add(both, shorter);
    g_assert_true(relata_graphviz_measure(graphviz, both, FONTS, NULL));
    g_assert_cmpfloat(longer->text_width, >, shorter->text_width);
    g_assert_cmpfloat_with_epsilon(longer->text_height, shorter->text_height, 0.01);
  }
}

/* ── Layout ──────────────────────────────────────────────────────────────────────────────── */

/* The places of a small network, each as "%a"; newly allocated. */
static char *
lay_out(RelataGraphviz *graphviz, const char *engine)
{
  g_autoptr(GPtrArray) glyphs = new_glyphs();
  g_autoptr(GPtrArray) curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < 30; i++) {
    RelataGlyph *glyph = relata_glyph_new(NULL, 10, NULL);
    glyph->width = 30 + i;
    glyph->height = 15;
    g_ptr_array_add(glyphs, glyph);
  }
  for (guint i = 0; i < 50; i++)
    g_ptr_array_add(curves, relata_curve_new(i * 7 % 30, (i * i + 3) % 30));
  const RelataLayoutOptions options = {
      .engine = engine, .gap = 9, .layer_gap = 54, .routed = g_str_equal(engine, "dot"), .n_ends = 30};
  g_assert_true(relata_graphviz_layout(graphviz, glyphs, curves, &options, &error));
  g_assert_no_error(error);
  GString *places = g_string_new(NULL);
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    g_string_append_printf(places, "%a %a\n", glyph->x, glyph->y);
  }
  for (guint i = 0; i < curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(curves, i);
    g_assert_true((curve->n_points > 0) == options.routed);
    for (guint j = 0; j < curve->n_points; j++)
      g_string_append_printf(places, "%a %a\n", curve->points[j].x, curve->points[j].y);
  }
  return g_string_free(places, FALSE);
}

/* What was drawn before in the same session does not show. */
static void
test_sessions_do_not_matter(void)
{
  static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi"};
  g_autoptr(RelataGraphviz) long_lived = begin();
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS(engines); i++) {
      g_autoptr(RelataGraphviz) fresh = begin();
      g_autofree char *one = lay_out(long_lived, engines[i]), *other = lay_out(fresh, engines[i]);
      g_assert_cmpstr(one, ==, other);
    }
}

/* ── Rendering ───────────────────────────────────────────────────────────────────────────── */

/* DOT has no way to write a backslash before a quote, which is why requests are not in DOT. */
static gboolean
is_said_in_dot(const char *word)
{
  return strstr(word, "\\\"") == NULL;
}

/* Every value arrives as it was, whatever is in it: cgraph reads it back from what was written as DOT. */
static void
test_hostile_words_arrive(void)
{
  static const char *const words[] = {"\"",
                                      "a\\\\",
                                      "<b>no markup</b>",
                                      "\n\n",
                                      "\r",
                                      "}; x -> y [",
                                      "/* */ // #",
                                      "塔利班 \u202e",
                                      "\\\"",
                                      "]]>",
                                      "--",
                                      "key",
                                      ""};
  g_autoptr(RelataGraphviz) graphviz = begin();
  g_autoptr(GByteArray) request = relata_request_new("hostile \"graph\"", "nop2", "dot"),
                        answer = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *name = g_strdup_printf("node %u %s", i, i == 8 ? "" : words[i]);
    relata_request_add_node(request, name);
    relata_request_set(request, "pos", "0,0!");
    if (is_said_in_dot(words[i]))
      relata_request_set(request, "comment", words[i]);
    relata_request_set_text(request, "label", words[i], i % 2 == 0);
  }
  g_assert_true(relata_graphviz_ask(graphviz, request, answer, &error));
  g_assert_no_error(error);
  g_byte_array_append(answer, (const guint8 *)"", 1);
  Agraph_t *graph = agmemread((const char *)answer->data);
  g_assert_nonnull(graph);
  guint i = 0;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node), i++) {
    const char *comment = agget(node, (char *)(gpointer) "comment");
    if (is_said_in_dot(words[i]))
      g_assert_cmpstr(comment, ==, words[i]);
    g_assert_false(aghtmlstr((char *)(gpointer)agget(node, (char *)(gpointer) "label")));
  }
  g_assert_cmpuint(i, ==, G_N_ELEMENTS(words));
  agclose(graph);
}

static void
check_refusal(GByteArray *request, const char *words)
{
  g_autoptr(RelataGraphviz) graphviz = begin();
  g_autoptr(GByteArray) answer = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  g_assert_false(relata_graphviz_ask(graphviz, request, answer, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_nonnull(strstr(error->message, words));
  g_byte_array_unref(request);
}

static void
test_refusals(void)
{
  check_refusal(relata_request_new("g", "no-such-engine", ""), "Graphviz fails at layout");
  check_refusal(relata_request_new("g", "nop2", "no-such-format"), "Graphviz fails at rendering");
  GByteArray *edge = relata_request_new("g", "dot", "");
  relata_request_add_edge(edge, 0, 1, "e");
  check_refusal(edge, "does not understand");
  GByteArray *cut = relata_request_new("g", "dot", "");
  relata_request_add_node(cut, "n");
  g_byte_array_set_size(cut, cut->len - 1); /* the last word has no end */
  check_refusal(cut, "does not understand");
  check_refusal(g_byte_array_new(), "does not understand");
}

/* A session goes on after a request that comes too late. */
static void
test_late_and_on(void)
{
  g_autoptr(RelataGraphviz) graphviz = begin();
  g_autoptr(GByteArray) request = relata_request_new("g", "nop2", "svg"), answer = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  relata_request_add_node(request, "n");
  relata_request_set(request, "pos", "0,0!");
  relata_graphviz_begin(graphviz, 0, 120);
  relata_graphviz_reached(graphviz); /* it was not: the time was over before */
  g_assert_false(relata_graphviz_ask(graphviz, request, answer, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_LIMIT);
  g_clear_error(&error);
  relata_graphviz_begin(graphviz, 120, 120);
  g_assert_true(relata_graphviz_ask(graphviz, request, answer, &error));
  g_assert_cmpuint(answer->len, >, 100);
}

/* It lies in the build folder, and nowhere that PATH names. */
static void
test_found(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *program = relata_program_find(&error);
  g_assert_no_error(error);
  g_assert_true(g_str_has_suffix(program, "libexec/relata/relata-graphviz"));
  g_assert_true(g_path_is_absolute(program));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/graphviz/found", test_found);
  g_test_add_func("/draw/graphviz/measured-alike", test_measured_alike);
  g_test_add_func("/draw/graphviz/texts-are-no-markup", test_texts_are_no_markup);
  g_test_add_func("/draw/graphviz/sessions-do-not-matter", test_sessions_do_not_matter);
  g_test_add_func("/draw/graphviz/hostile-words-arrive", test_hostile_words_arrive);
  g_test_add_func("/draw/graphviz/refusals", test_refusals);
  g_test_add_func("/draw/graphviz/late-and-on", test_late_and_on);
  return g_test_run();
}
