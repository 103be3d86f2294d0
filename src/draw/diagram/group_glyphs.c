/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/group_glyphs.h"

#include "draw/diagram/groups.h"
#include "draw/diagram/links.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "text/display.h"
#include "text/message.h"

#include <math.h>
#include <string.h>

#define LEAST_STRAND 0.8 /* least width of a strand in points, if a line has several */
#define NAMES        3   /* actors that a group's glyph names */
#define NAMES_WIDTH  24  /* letters in each line of these names, about */
#define NAMES_LINES  4
#define TOOLTIP_MOST 40 /* most actors or ties that a tooltip names */
#define WIDEST       6.0
#define LINES_EACH   2  /* most lines drawn per glyph, on average */
#define LEAST_LINES  40 /* this many lines are allowed in any case */

/* A folded tie between two glyphs. */
typedef struct {
  guint low, high; /* indices of the diagram's actors */
  guint tie;
  gboolean backward; /* the tie runs from high to low */
} Folded;

/* Returns the number of ties within each group, by group. */
static guint *
count_within(const RelataNetwork *network, const RelataScope *scope)
{
  guint *within = g_new0(guint, MAX(scope->groups->n_groups, 1));
  for (guint i = 0; i < scope->folded->len; i++) {
    const RelataTie *tie = &network->ties[g_array_index(scope->folded, guint, i)];
    const guint group = scope->groups->of[tie->from];
    if (group != RELATA_NONE && group == scope->groups->of[tie->to])
      within[group]++;
  }
  return within;
}

static char *
first_actor_token(const RelataNetwork *network, const RelataPartition *groups, guint group)
{
  guint vertex = 0;
  while (groups->of[vertex] != group)
    vertex++;
  return relata_sheet_token(relata_network_actor(network, vertex)->id);
}

static RelataGlyph *
make_glyph(const RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope, guint group,
           const double *scores, guint n_within)
{
  const RelataPartition *groups = scope->groups;
  const guint n = groups->sizes[group];
  const RelataTint tint = relata_theme_tint(diagram->theme, RELATA_NONE);
  g_autofree char *names = relata_groups_name(network, groups, group, scores, NAMES);
  g_autofree char *wrapped = relata_wrap(names, NAMES_WIDTH, NAMES_LINES);
  g_autofree char *head = g_strdup_printf("%u: %u actors", scope->group_numbers[group], n);
  g_autofree char *text = g_strconcat(head, "\n", wrapped, NULL);
  g_autofree char *all = relata_groups_name(network, groups, group, scores, TOOLTIP_MOST);
  g_autofree char *token = first_actor_token(network, groups, group);
  RelataGlyph *glyph = relata_glyph_new(text, diagram->theme->even_name, diagram->theme->ink);
  glyph->id = g_strconcat("group-", token, NULL);
  glyph->classes = g_strdup("group");
  glyph->tooltip =
      g_strdup_printf("Group %s\n%u tie%s within it\n%s", head, n_within, relata_plural(n_within), all);
  glyph->spoken = g_strdup_printf("Group %u, %u actors, %u tie%s within it: %s", scope->group_numbers[group],
                                  n, n_within, relata_plural(n_within), all);
  glyph->part = RELATA_PART_DRAWING;
  glyph->shape = RELATA_SHAPE_BOX;
  glyph->fill = tint.fill;
  glyph->stroke = tint.stroke;
  glyph->stroke_width = RELATA_GROUP_OUTLINE;
  glyph->font_size = relata_theme_name_size(diagram->theme, n / (double)groups->sizes[0]);
  return glyph;
}

void
relata_group_glyphs_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                        const double *scores, guint *numbers)
{
  if (scope->groups == NULL)
    return;
  const guint first = diagram->actors->len;
  g_autofree guint *within = count_within(network, scope);
  for (guint i = 0; i < scope->groups->n_groups; i++)
    g_ptr_array_add(diagram->actors, make_glyph(diagram, network, scope, i, scores, within[i]));
  for (guint i = 0; i < network->n_actors; i++)
    if (scope->groups->of[i] != RELATA_NONE)
      numbers[i] = first + scope->groups->of[i];
  diagram->occurs.n_groups = scope->groups->n_groups;
}

/* ── Lines ───────────────────────────────────────────────────────────────────────────────── */

static int
compare_folded(gconstpointer a, gconstpointer b)
{
  const Folded *one = a, *other = b;
  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  if (one->high != other->high)
    return one->high < other->high ? -1 : 1;
  return one->tie < other->tie ? -1 : one->tie > other->tie;
}

double
relata_group_link_width(guint n_ties)
{
  return MIN(1.0 + 0.8 * log2(n_ties), WIDEST);
}

static char *
list_ties(const RelataNetwork *network, const Folded *ties, guint n)
{
  GString *tooltip = g_string_new(NULL);
  g_string_append_printf(tooltip, "%u tie%s", n, relata_plural(n));
  for (guint i = 0; i < MIN(n, TOOLTIP_MOST); i++) {
    const RelataTie *tie = &network->ties[ties[i].tie];
    g_autofree char *from = relata_display_safe(relata_network_actor(network, tie->from)->name);
    g_autofree char *label = relata_display_safe(relata_network_label(network, tie, TRUE));
    g_autofree char *to = relata_display_safe(relata_network_actor(network, tie->to)->name);
    g_string_append_printf(tooltip, "\n• %s %s %s (%u claim%s)", from, label, to, tie->n_claims,
                           relata_plural(tie->n_claims));
  }
  if (n > TOOLTIP_MOST)
    g_string_append_printf(tooltip, "\n… and %u more", n - TOOLTIP_MOST);
  return g_string_free(tooltip, FALSE);
}

/* Adds the label with the number of the last link's ties that have the sign, and their sources. Adds nothing
 * if no tie has it. */
static void
add_label(RelataDiagram *diagram, const RelataNetwork *network, const Folded *folded, guint n_folded,
          RelataSignLook look)
{
  const RelataCurve *link = g_ptr_array_index(diagram->links, diagram->links->len - 1);
  const RelataSignStyle *sign = &diagram->theme->signs[look];
  g_autofree const RelataTie **ties = g_new(const RelataTie *, n_folded);
  guint n = 0;
  for (guint i = 0; i < n_folded; i++) {
    const RelataTie *tie = &network->ties[folded[i].tie];
    if (relata_theme_sign(relata_network_relation(network, tie)->sign) == look)
      ties[n++] = tie;
  }
  if (n == 0)
    return;
  g_autofree char *text = g_strdup_printf("%u %s", n, sign->label);
  g_autofree char *name = g_strdup_printf("%s__%s", link->id, sign->name);
  RelataDiagramLabel label = {.link = diagram->links->len - 1, .symmetric = TRUE};
  label.glyph = relata_glyph_new(text, diagram->theme->tie_label, sign->ink);
  label.glyph->fill = diagram->theme->ground;
  label.glyph->id = g_strconcat("label__", name, NULL);
  label.glyph->classes = g_strdup_printf("tie-label sign-%s", sign->name);
  label.glyph->tooltip = g_strdup(link->tooltip);
  label.glyph->part = RELATA_PART_LABELS;
  label.sources = relata_links_figures(diagram, network, ties, n, name, sign->ink);
  g_array_append_val(diagram->labels, label);
}

/* Returns the look of a line that stands for ties of several signs. */
static RelataSignLook
look_of(const guint *counts)
{
  if (counts[RELATA_SIGN_NEGATIVE] > 0 && counts[RELATA_SIGN_POSITIVE] > 0)
    return RELATA_SIGN_MIXED;
  if (counts[RELATA_SIGN_NEGATIVE] > 0)
    return RELATA_SIGN_NEGATIVE;
  return counts[RELATA_SIGN_POSITIVE] > 0 ? RELATA_SIGN_POSITIVE : RELATA_SIGN_NEUTRAL;
}

/* Returns in words what is at one end of a line. */
static char *
name_end(const RelataDiagram *diagram, guint index)
{
  const guint first = diagram->actors->len - diagram->occurs.n_groups;
  if (index >= first)
    return g_strdup_printf("group %u", diagram->scope->group_numbers[index - first]);
  return g_strdelimit(g_strdup(((const RelataGlyph *)g_ptr_array_index(diagram->actors, index))->text), "\n",
                      ' ');
}

/* Returns a text such as "group 1 and ISIS-K: 10 ties, 7 hostile and 3 neutral". */
static char *
say(const RelataDiagram *diagram, const RelataCurve *link, const guint *counts, guint n)
{
  g_autofree char *from = name_end(diagram, link->from), *to = name_end(diagram, link->to);
  char *parts[RELATA_N_SIGNS];
  guint n_parts = 0;
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (counts[i] > 0)
      parts[n_parts++] = g_strdup_printf("%u %s", counts[i], diagram->theme->signs[i].label);
  g_autofree char *list = relata_words_join((const char *const *)parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    g_free(parts[i]);
  return g_strdup_printf("%s and %s: %u tie%s, %s", from, to, n, relata_plural(n), list);
}

/* Gives the line as many strands as a tie of that sign has, so that the sign can be read without colour. The
 * total width of the strands shows the number of ties. */
static void
set_strands(const RelataTheme *theme, RelataSignLook look, guint n_ties, RelataCurve *link)
{
  link->strands = theme->signs[look].strands;
  link->strand = MAX(relata_group_link_width(n_ties) / link->strands, LEAST_STRAND);
  link->width = link->strands * link->strand + (link->strands - 1) * theme->strand_gap;
}

static void
add_numbers(RelataDiagram *diagram, const RelataNetwork *network, const Folded *folded, guint n)
{
  const RelataCurve *link = g_ptr_array_index(diagram->links, diagram->links->len - 1);
  g_autofree const RelataTie **ties = g_new(const RelataTie *, n);
  for (guint i = 0; i < n; i++)
    ties[i] = &network->ties[folded[i].tie];
  relata_links_add_numbers(diagram, network, ties, n, link->id);
}

/* Returns the arrowhead of the ties that arrive at one end. It shows their sign without colour. Returns
 * "none" if no tie arrives there. */
static const char *
head_at(RelataDiagram *diagram, const RelataNetwork *network, const Folded *folded, guint n, gboolean at_low)
{
  guint counts[RELATA_N_SIGNS] = {0}, n_arriving = 0;
  gboolean disputed = FALSE;
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = &network->ties[folded[i].tie];
    const RelataRelationType *relation = relata_network_relation(network, tie);
    if (folded[i].backward != at_low && !relation->symmetric)
      continue;
    counts[relata_theme_sign(relation->sign)]++;
    n_arriving++;
    disputed = disputed || tie->verdict == RELATA_TIE_DISPUTED;
  }
  diagram->occurs.disputed = diagram->occurs.disputed || disputed;
  return n_arriving == 0 ? "none" : relata_theme_head(diagram->theme, look_of(counts), disputed);
}

static void
set_heads(RelataDiagram *diagram, const RelataNetwork *network, const Folded *ties, guint n,
          RelataCurve *link)
{
  link->tail = head_at(diagram, network, ties, n, TRUE);
  link->head = head_at(diagram, network, ties, n, FALSE);
  link->head_size = relata_theme_head_size(link->width);
  if (!g_str_equal(link->head, "none") && !g_str_equal(link->tail, "none"))
    diagram->occurs.both_ways = TRUE;
}

/* Adds one line for ties[n], which have the same two ends. */
static void
add_link(RelataDiagram *diagram, const RelataNetwork *network, const Folded *ties, guint n, gboolean labels)
{
  guint counts[RELATA_N_SIGNS] = {0};
  for (guint i = 0; i < n; i++)
    counts[relata_theme_sign(relata_network_relation(network, &network->ties[ties[i].tie])->sign)]++;
  const RelataSignLook look = look_of(counts);
  const RelataGlyph *from = g_ptr_array_index(diagram->actors, ties[0].low);
  const RelataGlyph *to = g_ptr_array_index(diagram->actors, ties[0].high);
  RelataCurve *link = relata_curve_new(ties[0].low, ties[0].high);
  g_autoptr(GString) classes = g_string_new("ties");
  link->color = diagram->theme->signs[look].line;
  link->line = RELATA_LINE_SOLID;
  set_strands(diagram->theme, look, n, link);
  set_heads(diagram, network, ties, n, link);
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (counts[i] > 0)
      g_string_append_printf(classes, " sign-%s", diagram->theme->signs[i].name);
  link->id = g_strconcat("ties__", from->id, "__", to->id, NULL);
  link->classes = g_string_free(g_steal_pointer(&classes), FALSE);
  link->tooltip = list_ties(network, ties, n);
  link->spoken = say(diagram, link, counts, n);
  link->part = RELATA_PART_DRAWING;
  g_ptr_array_add(diagram->links, link);
  for (guint i = 0; labels && i < RELATA_N_SIGNS; i++)
    add_label(diagram, network, ties, n, i);
  if (!labels)
    add_numbers(diagram, network, ties, n);
  RelataOccurrence *occurs = &diagram->occurs;
  occurs->signs[look] = TRUE;
  occurs->fewest_ties = occurs->fewest_ties == 0 ? n : MIN(occurs->fewest_ties, n);
  occurs->most_ties = MAX(occurs->most_ties, n);
}

/* A line that may be drawn: the folded ties with the same two ends. */
typedef struct {
  guint first, n; /* range in the folded ties */
  guint low, high;
  gboolean kept;
} Line;

static int
compare_lines(gconstpointer a, gconstpointer b)
{
  const Line *one = *(Line *const *)a, *other = *(Line *const *)b;
  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return one->first < other->first ? -1 : one->first > other->first;
}

/* Keeps as many lines as a reader can distinguish: those that stand for the most ties, and the strongest line
 * of each glyph. A remark says how many are left out. */
static void
thin(RelataDiagram *diagram, GArray *lines)
{
  const guint room = MAX(LEAST_LINES, LINES_EACH * diagram->actors->len);
  guint n_kept = 0, n_ties = 0, n_ties_kept = 0;
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  g_autofree gboolean *reached = g_new0(gboolean, MAX(diagram->actors->len, 1));
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add(order, &g_array_index(lines, Line, i));
  g_ptr_array_sort(order, compare_lines);
  for (guint i = 0; i < order->len; i++) {
    Line *line = g_ptr_array_index(order, i);
    line->kept = i < room || !reached[line->low] || !reached[line->high];
    reached[line->low] = reached[line->high] = TRUE;
    n_ties += line->n;
    n_ties_kept += line->kept ? line->n : 0;
    n_kept += line->kept ? 1 : 0;
  }
  if (n_kept < lines->len)
    g_ptr_array_add(
        diagram->remarks,
        g_strdup_printf("Of the %u lines to groups the %u are drawn that stand for the most ties: %u of "
                        "%u (--top 0 draws all).",
                        lines->len, n_kept, n_ties_kept, n_ties));
}

/* Returns all possible lines, marked as kept. Newly allocated. */
static GArray *
list_lines(const Folded *ties, guint n_ties)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
  for (guint i = 0, n; i < n_ties; i += n) {
    n = 1;
    while (i + n < n_ties && ties[i + n].low == ties[i].low && ties[i + n].high == ties[i].high)
      n++;
    const Line line = {i, n, ties[i].low, ties[i].high, TRUE};
    g_array_append_val(lines, line);
  }
  return lines;
}

void
relata_group_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                       const RelataDiagramLook *look, const guint *numbers)
{
  g_autoptr(GArray) folded = g_array_new(FALSE, FALSE, sizeof(Folded));
  for (guint i = 0; i < scope->folded->len; i++) {
    const guint edge = g_array_index(scope->folded, guint, i);
    const guint from = numbers[network->ties[edge].from], to = numbers[network->ties[edge].to];
    const Folded one = {MIN(from, to), MAX(from, to), edge, from > to};
    if (from != to)
      g_array_append_val(folded, one);
  }
  g_array_sort(folded, compare_folded);
  const Folded *ties = (const Folded *)(gconstpointer)folded->data;
  g_autoptr(GArray) lines = list_lines(ties, folded->len);
  if (!look->whole)
    thin(diagram, lines);
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index(lines, Line, i);
    if (line->kept)
      add_link(diagram, network, &ties[line->first], line->n, look->labels);
  }
  diagram->n_ties += scope->folded->len;
}
