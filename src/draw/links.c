/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/links.h"

#include "draw/tooltip.h"
#include "text/display.h"

#include <string.h>

/* Up to as many ties, parallel ones are drawn apart unless the view says otherwise: beyond, a picture gets
 * too full. */
#define MOST_TIES_APART 40

/* More labels than these nobody can read in one picture, nor are they placed in a moment. */
#define MOST_LABELS  1200
#define MOST_LETTERS 36 /* of a label */

typedef struct {
  const RelataNetwork *network;
  const guint *numbers;
  guint *ties; /* those shown, parallel ones next to each other */
  guint n_ties;
} Shown;

static int
compare_ends(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataNetwork *network = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const RelataTie *one = &network->ties[i], *other = &network->ties[j];
  const guint low = MIN(one->from, one->to), other_low = MIN(other->from, other->to);
  const guint high = MAX(one->from, one->to), other_high = MAX(other->from, other->to);
  if (low != other_low)
    return low < other_low ? -1 : 1;
  if (high != other_high)
    return high < other_high ? -1 : 1;
  return i < j ? -1 : i > j;
}

static gboolean
are_parallel(const RelataTie *a, const RelataTie *b)
{
  return MIN(a->from, a->to) == MIN(b->from, b->to) && MAX(a->from, a->to) == MAX(b->from, b->to);
}

/* The look of several ties together. */
static RelataSignLook
add_sign(RelataSignLook look, gboolean first, int sign)
{
  const RelataSignLook other = relata_theme_sign(sign);
  if (first || look == RELATA_SIGN_NEUTRAL)
    return other;
  return other == look || other == RELATA_SIGN_NEUTRAL ? look : RELATA_SIGN_MIXED;
}

/* The look of the ties that arrive at one end of a link, or FALSE where none does. */
static gboolean
arriving(const Shown *shown, const guint *ties, guint n, guint vertex, RelataSignLook *look)
{
  gboolean any = FALSE;
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = &shown->network->ties[ties[i]];
    const RelataRelationType *relation = relata_network_relation(shown->network, tie);
    if (tie->to != vertex && !relation->symmetric)
      continue;
    *look = add_sign(*look, !any, relation->sign);
    any = TRUE;
  }
  return any;
}

static void
set_style(RelataDiagram *diagram, const Shown *shown, const guint *ties, guint n, RelataCurve *link)
{
  const RelataNetwork *network = shown->network;
  RelataSignLook look = RELATA_SIGN_NEUTRAL, at_end = RELATA_SIGN_NEUTRAL;
  const char *color = NULL;
  RelataLine line = RELATA_LINE_UNSET;
  gboolean certain = FALSE, same = TRUE;
  guint corroboration = 1;
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = &network->ties[ties[i]];
    const RelataRelationType *relation = relata_network_relation(network, tie);
    look = add_sign(look, i == 0, relation->sign);
    same = same && tie->type == network->ties[ties[0]].type;
    certain = certain || tie->certainty == RELATA_CERTAIN;
    corroboration = MAX(corroboration, tie->corroboration);
    diagram->occurs.disputed = diagram->occurs.disputed || tie->n_denying > 0;
  }
  if (same) { /* a relation's own colour and line speak for it alone */
    const RelataRelationType *relation = relata_network_relation(network, &network->ties[ties[0]]);
    color = relata_theme_color(relation->color);
    line = relation->line;
  }
  const RelataSignStyle *style = &diagram->theme->signs[look];
  link->color = color != NULL ? relata_theme_darken(color, diagram->theme->ground, 3.0) : style->line;
  link->line = !certain ? RELATA_LINE_DASHED : line == RELATA_LINE_UNSET ? RELATA_LINE_SOLID : line;
  link->width = relata_theme_line_width(corroboration);
  link->head_size = 0.55 + 0.07 * link->width;
  const guint from = network->ties[ties[0]].from, to = network->ties[ties[0]].to;
  if (arriving(shown, ties, n, to, &at_end))
    link->head = diagram->theme->signs[at_end].head;
  if (arriving(shown, ties, n, from, &at_end))
    link->tail = diagram->theme->signs[at_end].head;
  RelataOccurrence *occurs = &diagram->occurs;
  occurs->uncertain = occurs->uncertain || !certain;
  occurs->both_ways = occurs->both_ways || !g_str_equal(link->tail, "none");
  occurs->least_corroboration =
      occurs->least_corroboration == 0 ? corroboration : MIN(occurs->least_corroboration, corroboration);
  occurs->most_corroboration = MAX(occurs->most_corroboration, corroboration);
  if (color == NULL) {
    occurs->signs[look] = TRUE;
    return;
  }
  const guint type = network->ties[ties[0]].type;
  for (guint i = 0; i < occurs->relations->len; i++)
    if (g_array_index(occurs->relations, guint, i) == type)
      return;
  g_array_append_val(occurs->relations, type);
}

/* Ids: "__" stands in no token, so that the parts cannot run into each other. */
static char *
name_tie(const RelataNetwork *network, const RelataTie *tie)
{
  g_autofree char *from = relata_diagram_token(relata_network_actor(network, tie->from)->id);
  g_autofree char *type = relata_diagram_token(relata_network_relation(network, tie)->id);
  g_autofree char *to = relata_diagram_token(relata_network_actor(network, tie->to)->id);
  return g_strconcat(from, "__", type, "__", to, NULL);
}

static void
set_identity(const RelataDiagram *diagram, const Shown *shown, const guint *ties, guint n, RelataCurve *link)
{
  const RelataNetwork *network = shown->network;
  g_autoptr(GString) classes = g_string_new("tie");
  g_autoptr(GString) tooltip = g_string_new(NULL);
  gboolean signs[RELATA_N_SIGNS] = {FALSE};
  g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL); /* both directions may have the same relation */
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = &network->ties[ties[i]];
    const RelataRelationType *relation = relata_network_relation(network, tie);
    g_autofree char *type = relata_diagram_token(relation->id);
    g_autofree char *evidence = relata_tooltip_tie(network, tie);
    if (g_hash_table_add(named, (gpointer)relation))
      g_string_append_printf(classes, " relation-%s", type);
    g_string_append_printf(tooltip, "%s%s", i > 0 ? "\n\n" : "", evidence);
    signs[relata_theme_sign(relation->sign)] = TRUE;
  }
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (signs[i])
      g_string_append_printf(classes, " sign-%s", diagram->theme->signs[i].name);
  if (n > 1)
    g_string_append(classes, " bundle");
  g_autofree char *name = name_tie(network, &network->ties[ties[0]]);
  link->id = g_strconcat(n > 1 ? "bundle__" : "tie__", name, NULL);
  link->classes = g_string_free(g_steal_pointer(&classes), FALSE);
  link->tooltip = g_string_free(g_steal_pointer(&tooltip), FALSE);
}

static void
add_label(RelataDiagram *diagram, const Shown *shown, const RelataTie *tie, guint link, gboolean forward,
          gboolean directed)
{
  const RelataNetwork *network = shown->network;
  const RelataRelationType *relation = relata_network_relation(network, tie);
  const char *color = relata_theme_color(relation->color);
  const RelataSignStyle *sign = &diagram->theme->signs[relata_theme_sign(relation->sign)];
  const char *ink = color != NULL ? relata_theme_darken(color, diagram->theme->ground, 4.5) : sign->ink;
  g_autofree char *safe = relata_display_safe(relation->label);
  g_autofree char *text = relata_wrap(safe, MOST_LETTERS, 1);
  g_autofree char *type = relata_diagram_token(relation->id);
  g_autofree char *name = name_tie(network, tie);
  g_autofree char *disputed = tie->n_denying > 0 ? g_strconcat(text, " (denied by some)", NULL) : NULL;
  RelataDiagramLabel label = {
      .link = link, .symmetric = relation->symmetric, .forward = forward, .directed = directed};
  label.glyph = relata_glyph_new(disputed != NULL ? disputed : text, diagram->theme->tie_label, ink);
  label.glyph->fill = diagram->theme->ground;
  label.glyph->id = g_strconcat("label__", name, NULL);
  label.glyph->classes = g_strconcat("tie-label relation-", type, " sign-", sign->name, NULL);
  label.glyph->tooltip = relata_tooltip_tie(network, tie);
  g_array_append_val(diagram->labels, label);
}

/* One link for ties[n], which have the same two ends. */
static void
add_link(RelataDiagram *diagram, const Shown *shown, const guint *ties, guint n, gboolean labels)
{
  const RelataNetwork *network = shown->network;
  const RelataTie *first = &network->ties[ties[0]];
  RelataCurve *link = relata_curve_new(shown->numbers[first->from], shown->numbers[first->to]);
  set_style(diagram, shown, ties, n, link);
  set_identity(diagram, shown, ties, n, link);
  g_ptr_array_add(diagram->links, link);
  gboolean one_way = TRUE;
  for (guint i = 0; i < n; i++)
    one_way = one_way && network->ties[ties[i]].from == first->from &&
              relata_network_relation(network, &network->ties[ties[i]])->symmetric ==
                  relata_network_relation(network, first)->symmetric;
  for (guint i = 0; labels && i < n; i++) {
    const RelataTie *tie = &network->ties[ties[i]];
    add_label(diagram, shown, tie, diagram->links->len - 1, tie->from == first->from, !one_way);
  }
}

void
relata_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view,
                 const guint *numbers)
{
  g_autofree guint *ties = g_new(guint, MAX(network->n_ties, 1));
  Shown shown = {network, numbers, ties, 0};
  for (guint i = 0; i < network->n_ties; i++)
    if (numbers[network->ties[i].from] != RELATA_NONE && numbers[network->ties[i].to] != RELATA_NONE)
      ties[shown.n_ties++] = i;
  g_qsort_with_data(ties, (int)shown.n_ties, sizeof *ties, compare_ends, (gpointer)network);
  const gboolean bundle = view->parallel == RELATA_PARALLEL_BUNDLE ||
                          (view->parallel == RELATA_PARALLEL_AUTO && shown.n_ties > MOST_TIES_APART);
  const gboolean labels = view->labels && shown.n_ties <= MOST_LABELS;
  if (labels != view->labels)
    g_ptr_array_add(diagram->remarks,
                    g_strdup_printf("%u ties are too many to name them at their lines.", shown.n_ties));
  diagram->n_ties = shown.n_ties;
  for (guint i = 0, n; i < shown.n_ties; i += n) {
    n = 1;
    while (bundle && i + n < shown.n_ties &&
           are_parallel(&network->ties[ties[i]], &network->ties[ties[i + n]]))
      n++;
    add_link(diagram, &shown, &ties[i], n, labels);
  }
}
