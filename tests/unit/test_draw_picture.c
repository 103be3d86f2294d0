/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whole pictures: hostile names, determinism, deadlines, formats. SVGs are read back with libxml2. */
#include "draw/draw.h"
#include "draw/layout/engine.h"
#include "draw/layout/refine.h"
#include "draw/layout/route.h"
#include "draw/layout/separate.h"
#include "drawing.h"
#include "text/display.h"
#include "text/error.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static const char *program;

static RelataCorpus *
corpus_of(guint n_actors, guint n_ties, const char *const *names)
{
  RelataCorpus *corpus = relata_corpus_new();
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  const guint relations[] = {declare_relation(corpus, "attacks", -1, FALSE),
                             declare_relation(corpus, "supports", 1, FALSE),
                             declare_relation(corpus, "meets", 0, TRUE)};
  const guint document = add_document(corpus, "paper");
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf("actor-%u", i);
    g_autofree char *name = names != NULL ? g_strdup(names[i]) : g_strdup_printf("Some Actor %u", i);
    declare_actor(corpus, id, name, i % 2 == 0 ? "person" : "state");
  }
  for (guint i = 0; i < n_ties; i++) {
    const guint from = i < n_actors ? i : (guint)g_rand_int_range(random, 0, (gint32)n_actors);
    const guint to = (from + 1 + (guint)g_rand_int_range(random, 0, (gint32)n_actors - 1)) % n_actors;
    add_claim(corpus, document, from, relations[i % 3], to, "so it says", RELATA_CERTAIN);
  }
  return corpus;
}

static RelataPicture *
draw(RelataCorpus *corpus, const char *format, const char *engine, guint timeout)
{
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(GError) error = NULL;
  if (engine != NULL) {
    g_free(view->engine);
    view->engine = g_strdup(engine);
  }
  view->timeout = timeout;
  view->top = 0;
  RelataPicture *picture = relata_draw(corpus, view, format, &error);
  g_assert_no_error(error);
  g_assert_nonnull(picture);
  return picture;
}

/* The picture as a string. */
static char *
text_of(const RelataPicture *picture)
{
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  return g_strndup(bytes, n);
}

static xmlDoc *
parse(const RelataPicture *picture)
{
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  xmlDoc *document = xmlReadMemory(bytes, (int)n, "x.svg", NULL, XML_PARSE_NONET);
  g_assert_nonnull(document);
  return document;
}

typedef void (*Visit)(xmlNode *node, gpointer data);

static void
walk(xmlNode *node, Visit visit, gpointer data)
{
  for (; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE)
      visit(node, data);
    walk(node->children, visit, data);
  }
}

/* Only what Graphviz and draw/sheet/svg.c make; no handler, script or link but http(s). */
static void
check_harmless(xmlNode *node, gpointer data)
{
  static const char *const known[] = {"svg",      "g",       "title", "desc", "path",  "polygon",
                                      "polyline", "ellipse", "text",  "a",    "style", NULL};
  GString *text = data;
  g_assert_true(g_strv_contains(known, (const char *)node->name));
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next) {
    const char *name = (const char *)attribute->name;
    g_assert_false(g_str_has_prefix(name, "on"));
    if (strcmp(name, "href") == 0) {
      xmlChar *value = xmlNodeGetContent((xmlNode *)(gpointer)attribute);
      g_assert_true(relata_display_is_link((const char *)value));
      xmlFree(value);
    }
  }
  if (strcmp((const char *)node->name, "text") == 0 || strcmp((const char *)node->name, "title") == 0) {
    xmlChar *content = xmlNodeGetContent(node);
    g_string_append_printf(text, "%s\n", (const char *)content);
    xmlFree(content);
  }
}

static const char *const hostile[] = {
    "</script><b>",
    "a\\N\\G\\Eb",
    "\"quoted\" 'x'",
    "a\u202Ecod.exe",
    "two\nlines",
    "javascript:alert(1)",
    "&lt; &amp;",
    "<b>bold</b>",
    "\xF0\x9F\x98\x80 smile",
    "\u0627\u0644\u0642\u0627\u0639\u062F\u0629",
    "\\",
    "x]]>y",
};

static void
test_hostile_svg(void)
{
  g_autoptr(RelataCorpus) corpus = corpus_of(G_N_ELEMENTS(hostile), 14, hostile);
  gboolean again;
  RelataActor *bad = relata_corpus_declare_actor(corpus, "actor-0", nowhere, &again);
  bad->url = relata_corpus_intern(corpus, "javascript:alert(1)");
  relata_corpus_add_link(corpus, 0, "x", "data:text/html,x");
  RelataActor *good = relata_corpus_declare_actor(corpus, "actor-1", nowhere, &again);
  good->url = relata_corpus_intern(corpus, "https://example.org/?a=1&b=\\N\"");
  finish(corpus);
  g_autoptr(RelataPicture) picture = draw(corpus, "svg", NULL, 600);
  xmlDoc *document = parse(picture);
  g_autoptr(GString) text = g_string_new(NULL);
  walk(xmlDocGetRootElement(document), check_harmless, text);
  xmlFreeDoc(document);
  for (guint i = 0; i < G_N_ELEMENTS(hostile); i++) {
    g_autofree char *safe = relata_display_safe(hostile[i]);
    g_autofree char *title = g_strdup_printf("%s (", safe); /* the tooltip holds the name unbroken */
    g_test_message("%s", safe);
    g_assert_nonnull(strstr(text->str, title));
  }
  g_assert_nonnull(strstr(text->str, "\n</script><b>\n")); /* and as a label */
  g_assert_nonnull(strstr(text->str, "\n&lt; &amp;\n"));
  g_autofree char *bytes = text_of(picture);
  g_assert_nonnull(strstr(bytes, "href=\"https://example.org/?a=1&amp;b=%5CN%22\""));
  g_assert_null(strstr(bytes, "href=\"javascript"));
  g_assert_null(strstr(bytes, "\u202E"));
  g_assert_null(strstr(bytes, "nan"));
  g_assert_nonnull(strstr(bytes, "id=\"actor-actor-3\" class=\"actor type-state\""));
}

static void
test_hostile_dot(void)
{
  g_autoptr(RelataCorpus) corpus = corpus_of(G_N_ELEMENTS(hostile), 14, hostile);
  finish(corpus);
  g_autoptr(RelataPicture) picture = draw(corpus, "dot", NULL, 600);
  g_autofree char *dot = text_of(picture);
  g_assert_nonnull(strstr(dot, "a\\\\N\\\\G\\\\Eb")); /* every backslash doubled */
  g_assert_nonnull(strstr(dot, "\\\"quoted\\\""));
  g_assert_nonnull(strstr(dot, "&amp;lt;"));
  g_assert_null(strstr(dot, "label=<")); /* no HTML-like labels */
  g_assert_null(strstr(dot, "\u202E"));
  g_assert_nonnull(strstr(dot, "pos="));
}

static void
test_deterministic(void)
{
  const char *formats[] = {"svg", "dot", "png"};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    g_autoptr(RelataCorpus) corpus = corpus_of(25, 40, NULL);
    finish(corpus);
    g_autoptr(RelataPicture) one = draw(corpus, formats[i], NULL, 600);
    g_autoptr(RelataPicture) other = draw(corpus, formats[i], NULL, 600);
    g_assert_true(g_bytes_equal(one->bytes, other->bytes));
  }
}

/* Prints a picture's checksum: what another process draws, at other addresses. */
static int
print_checksum(const char *engine)
{
  g_autoptr(RelataCorpus) corpus = corpus_of(40, 70, NULL);
  finish(corpus);
  g_autoptr(RelataPicture) picture = draw(corpus, "svg", engine, 600);
  g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, picture->bytes);
  g_print("%s", sum);
  return 0;
}

/* Graphviz's own overlap removal differs from run to run, fdp does where it chooses its beginning. */
static void
test_same_in_every_process(void)
{
  const char *engines[] = {"neato", "sfdp", "fdp", "dot"};
  for (guint i = 0; i < G_N_ELEMENTS(engines); i++) {
    char *sums[2];
    for (guint j = 0; j < 2; j++) {
      const char *command[] = {program, "--checksum", engines[i], NULL};
      int status;
      g_autoptr(GError) error = NULL;
      g_spawn_sync(NULL, (char **)(gpointer)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &sums[j], NULL,
                   &status, &error);
      g_assert_no_error(error);
      g_assert_cmpint(status, ==, 0);
      g_assert_cmpuint(strlen(sums[j]), ==, 64);
      g_assert_cmpstr(sums[j], ==, sums[0]);
    }
    for (guint j = 0; j < 2; j++)
      g_free(sums[j]);
  }
}

static void
count_classes(xmlNode *node, gpointer data)
{
  guint *counts = data;
  xmlChar *class = xmlGetProp(node, (const xmlChar *)"class");
  if (class != NULL) {
    if (g_str_has_prefix((const char *)class, "actor "))
      counts[0]++;
    if (g_str_has_prefix((const char *)class, "tie "))
      counts[1]++;
  }
  xmlFree(class);
}

/* Every engine draws every actor and tie; formats are what they say. */
static void
test_engines(void)
{
  const char *engines[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi", "auto"};
  g_autoptr(RelataCorpus) corpus = corpus_of(9, 12, NULL);
  finish(corpus);
  for (guint i = 0; i < G_N_ELEMENTS(engines); i++) {
    g_autoptr(RelataPicture) picture = draw(corpus, "svg", engines[i], 600);
    if (i < 6)
      g_assert_cmpstr(picture->engine, ==, engines[i]);
    guint counts[2] = {0, 0};
    xmlDoc *document = parse(picture);
    walk(xmlDocGetRootElement(document), count_classes, counts);
    xmlFreeDoc(document);
    g_assert_cmpuint(counts[0], ==, 9);
    g_assert_cmpuint(counts[1], ==, 12);
  }
  g_autoptr(RelataPicture) png = draw(corpus, "png", NULL, 600);
  const guint8 *bytes = g_bytes_get_data(png->bytes, NULL);
  g_assert_true(memcmp(bytes, "\x89PNG", 4) == 0);
  g_assert_cmpuint((guint)(bytes[16] << 24 | bytes[17] << 16 | bytes[18] << 8 | bytes[19]), >=, 1600);
  g_autoptr(RelataPicture) pdf = draw(corpus, "pdf", NULL, 600);
  g_assert_true(memcmp(g_bytes_get_data(pdf->bytes, NULL), "%PDF-", 5) == 0);
}

/* However little time there is, there is a picture, and it says what was done. */
static void
test_deadline(void)
{
  g_autoptr(RelataCorpus) corpus = corpus_of(160, 350, NULL);
  finish(corpus);
  g_autoptr(RelataPicture) picture = draw(corpus, "svg", "dot", 0);
  g_assert_cmpstr(picture->engine, ==, "spiral");
  g_autofree char *remarks = g_strjoinv("\n", picture->remarks);
  g_assert_nonnull(strstr(remarks, "dot took longer than 0 seconds; neato"));
  g_assert_nonnull(strstr(remarks, "spiral was used instead"));
  xmlDoc *document = parse(picture);
  guint counts[2] = {0, 0};
  walk(xmlDocGetRootElement(document), count_classes, counts);
  xmlFreeDoc(document);
  g_assert_cmpuint(counts[0], ==, 160);
  g_autofree char *svg = text_of(picture);
  g_assert_nonnull(strstr(svg, "spiral was used instead")); /* in its caption */
}

static void
test_errors(void)
{
  g_autoptr(RelataCorpus) corpus = corpus_of(3, 3, NULL);
  finish(corpus);
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_draw(corpus, view, "svgg", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT);
  g_assert_nonnull(strstr(error->message, "svg"));
  g_clear_error(&error);
  g_free(view->engine);
  view->engine = g_strdup("netto");
  g_assert_null(relata_draw(corpus, view, "svg", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_assert_nonnull(strstr(error->message, "neato"));
}

/* One actor, and none with a tie, are pictures too. */
static void
test_small(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  declare_actor(corpus, "only", "Only One", NULL);
  finish(corpus);
  g_autoptr(RelataPicture) picture = draw(corpus, "svg", NULL, 600);
  g_autofree char *svg = text_of(picture);
  g_assert_nonnull(strstr(svg, "Only One"));
}

/* ── Geometry ────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
random_glyphs(GRand *random, guint n)
{
  GPtrArray *glyphs = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  for (guint i = 0; i < n; i++) {
    RelataGlyph *glyph = relata_glyph_new(NULL, g_rand_double_range(random, 8, 20), NULL);
    glyph->shape = (RelataShape)g_rand_int_range(random, 0, RELATA_N_SHAPES);
    glyph->width = g_rand_double_range(random, 20, 90);
    glyph->height = g_rand_double_range(random, 15, 40);
    g_ptr_array_add(glyphs, glyph);
  }
  return glyphs;
}

static guint
count_overlaps(const GPtrArray *glyphs)
{
  guint count = 0;
  for (guint i = 0; i < glyphs->len; i++)
    for (guint j = 0; j < i; j++) {
      const RelataBox a = relata_glyph_box(g_ptr_array_index(glyphs, i));
      const RelataBox b = relata_glyph_box(g_ptr_array_index(glyphs, j));
      count += a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
    }
  return count;
}

static void
test_spiral(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  for (guint n = 0; n < 200; n += 37) {
    g_autoptr(GPtrArray) glyphs = random_glyphs(random, n);
    relata_engine_spiral(glyphs, 0.55);
    g_assert_cmpuint(count_overlaps(glyphs), ==, 0);
  }
}

/* Even where all stand on one spot. */
static void
test_separate(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(9);
  for (guint round = 0; round < 12; round++) {
    g_autoptr(GPtrArray) glyphs = random_glyphs(random, 60);
    for (guint i = 0; i < glyphs->len; i++) {
      RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
      glyph->x = round == 0 ? 0 : g_rand_double_range(random, -100, 100 * round);
      glyph->y = round == 0 ? 0 : g_rand_double_range(random, -100, 100);
    }
    relata_separate(glyphs, 5);
    g_assert_cmpuint(count_overlaps(glyphs), ==, 0);
  }
}

/* Refining never makes overlaps, and lines end at the outlines of their actors. */
static void
test_refine_and_route(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  for (guint round = 0; round < 8; round++) {
    g_autoptr(GPtrArray) glyphs = random_glyphs(random, 30);
    g_autoptr(GPtrArray) curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
    for (guint i = 0; i < 45; i++) {
      const guint from = (guint)g_rand_int_range(random, 0, 30);
      RelataCurve *curve = relata_curve_new(from, (from + 1 + (guint)g_rand_int_range(random, 0, 29)) % 30);
      curve->head = "normal";
      curve->tail = i % 3 == 0 ? "normal" : "none";
      curve->length = 100;
      g_ptr_array_add(curves, curve);
    }
    relata_engine_spiral(glyphs, 0.55);
    relata_refine(glyphs, curves, 10, NULL);
    g_assert_cmpuint(count_overlaps(glyphs), ==, 0);
    relata_route(glyphs, curves, FALSE);
    for (guint i = 0; i < curves->len; i++) {
      const RelataCurve *curve = g_ptr_array_index(curves, i);
      const RelataGlyph *to = g_ptr_array_index(glyphs, curve->to);
      g_assert_cmpuint(curve->n_points, ==, 4);
      g_assert_true(curve->has_end);
      g_assert_cmpint(curve->has_start, ==, i % 3 == 0);
      g_assert_cmpfloat(fabs(curve->end.x - to->x), <=, to->width / 2 + 0.1);
      g_assert_cmpfloat(fabs(curve->end.y - to->y), <=, to->height / 2 + 0.1);
      const double head = hypot(curve->end.x - curve->points[3].x, curve->end.y - curve->points[3].y);
      g_assert_cmpfloat(head, <=, relata_curve_head_length(curve) + 0.1);
      g_assert_true(isfinite(curve->points[0].x) && isfinite(curve->points[3].y));
    }
  }
}

/* Two tall actors leave one way between them, which is no even arc. */
static void
test_winding_route(void)
{
  static const struct {
    double x, y, width, height;
  } places[] = {{0, 0, 20, 20}, {600, 0, 20, 20}, {200, 150, 40, 330}, {400, -150, 40, 330}};
  g_autoptr(GPtrArray) glyphs = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  g_autoptr(GPtrArray) curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
    RelataGlyph *glyph = relata_glyph_new(NULL, 1, NULL);
    glyph->shape = RELATA_SHAPE_BOX;
    glyph->x = places[i].x;
    glyph->y = places[i].y;
    glyph->width = places[i].width;
    glyph->height = places[i].height;
    g_ptr_array_add(glyphs, glyph);
  }
  RelataCurve *curve = relata_curve_new(0, 1);
  curve->head = curve->tail = "none";
  g_ptr_array_add(curves, curve);
  relata_route(glyphs, curves, FALSE);
  guint n;
  g_autofree RelataPoint *line = relata_curve_flatten(curve, 100, &n);
  for (guint i = 2; i < G_N_ELEMENTS(places); i++)
    for (guint j = 0; j < n; j++)
      g_assert_true(fabs(line[j].x - places[i].x) > places[i].width / 2 ||
                    fabs(line[j].y - places[i].y) > places[i].height / 2);
}

int
main(int argc, char **argv)
{
  if (argc == 3 && strcmp(argv[1], "--checksum") == 0)
    return print_checksum(argv[2]);
  program = argv[0];
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/picture/hostile-svg", test_hostile_svg);
  g_test_add_func("/draw/picture/hostile-dot", test_hostile_dot);
  g_test_add_func("/draw/picture/deterministic", test_deterministic);
  g_test_add_func("/draw/picture/same-in-every-process", test_same_in_every_process);
  g_test_add_func("/draw/picture/engines", test_engines);
  g_test_add_func("/draw/picture/deadline", test_deadline);
  g_test_add_func("/draw/picture/errors", test_errors);
  g_test_add_func("/draw/picture/small", test_small);
  g_test_add_func("/draw/geometry/spiral", test_spiral);
  g_test_add_func("/draw/geometry/separate", test_separate);
  g_test_add_func("/draw/geometry/refine-and-route", test_refine_and_route);
  g_test_add_func("/draw/geometry/winding-route", test_winding_route);
  return g_test_run();
}
