/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures of found paths: the order in which they are read, and that nothing lies over anything else. */
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
    g_autofree char *dot = draw_trace(network, &trace, "dot");
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
  g_autofree char *dot =
      draw_trace(network, &(RelataTrace){.hops = hops, .n_hops = 3, .title = "Round"}, "dot");
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
    g_autofree char *dot = draw_trace(network, &trace, "dot");
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
  g_test_add_func("/draw/trace/reading-order", test_reading_order);
  g_test_add_func("/draw/trace/circle", test_circle);
  g_test_add_func("/draw/trace/no-overlap", test_no_overlap);
  return g_test_run();
}
