/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/links.h"

#include "draw/diagram/tooltip.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "text/display.h"

#include <string.h>

/* Up to this number of ties, parallel ties are drawn as separate lines unless the view says otherwise.
 * Beyond, the picture would be too crowded. */
#define MOST_TIES_APART 40

/* Nobody can read more labels than this in one picture, and placing them would take too long. */
#define MOST_LABELS  1200
#define MOST_LETTERS 36 /* of a label */

typedef struct {
  const RelataNetwork *network;
  const guint *numbers; /* by vertex: the actor's index in the diagram */
} Frame;

static const RelataTie *
tie_of(const Frame *frame, const RelataShownTie *shown)
{
  return &frame->network->ties[shown->tie];
}

/* Returns the vertex where the line begins whose first tie is `shown`. */
static guint
beginning(const Frame *frame, const RelataShownTie *shown)
{
  return shown->backward ? tie_of(frame, shown)->to : tie_of(frame, shown)->from;
}

static int
compare_ends(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataTie *one = tie_of(data, a), *other = tie_of(data, b);
  const guint low = MIN(one->from, one->to), other_low = MIN(other->from, other->to);
  const guint high = MAX(one->from, one->to), other_high = MAX(other->from, other->to);
  if (low != other_low)
    return low < other_low ? -1 : 1;
  return high < other_high ? -1 : high > other_high;
}

/* Returns the common look of several ties. */
static RelataSignLook
add_sign(RelataSignLook look, gboolean first, int sign)
{
  const RelataSignLook other = relata_theme_sign(sign);
  if (first || look == RELATA_SIGN_NEUTRAL)
    return other;
  return other == look || other == RELATA_SIGN_NEUTRAL ? look : RELATA_SIGN_MIXED;
}

/* Returns the change that a line of several ties shows: the most telling of theirs. */
static RelataChange
change_of(const RelataShownTie *ties, guint n)
{
  static const RelataChange telling[] = {RELATA_BEGUN,     RELATA_HAPPENED, RELATA_SAME,
                                         RELATA_MENTIONED, RELATA_SILENT,   RELATA_ENDED};
  for (guint i = 0; i < G_N_ELEMENTS(telling); i++)
    for (guint j = 0; j < n; j++)
      if (ties[j].change == telling[i])
        return telling[i];
  return RELATA_SAME;
}

/* Moves ended ties to the end. The style of a line shows the other ties, if there are any. Returns the number
 * of ties that it shows. */
static guint
standing_first(RelataShownTie *ties, guint n)
{
  g_autofree RelataShownTie *ended = g_new(RelataShownTie, n);
  guint standing = 0, gone = 0;
  for (guint i = 0; i < n; i++)
    if (ties[i].change == RELATA_ENDED)
      ended[gone++] = ties[i];
    else
      ties[standing++] = ties[i];
  memcpy(ties + standing, ended, gone * sizeof *ended);
  return standing > 0 ? standing : n;
}

static gboolean
is_news(RelataChange change)
{
  return change == RELATA_BEGUN || change == RELATA_HAPPENED;
}

static void
mark_link(RelataDiagram *diagram, RelataChange change, RelataCurve *link)
{
  diagram->occurs.tie_changes[change] = TRUE;
  if (is_news(change))
    link->marker = diagram->theme->marker;
  if (change == RELATA_SILENT) {
    link->width *= RELATA_SILENT_WIDTH;
    link->strand *= RELATA_SILENT_WIDTH;
    link->head_size = relata_theme_head_size(link->width);
  }
  if (change == RELATA_ENDED) {
    link->color = diagram->theme->soft_ink;
    link->line = RELATA_LINE_DOTTED;
    link->strands = 1;
    link->width = link->strand = 1;
  }
}

static void
mark_label(RelataDiagram *diagram, RelataChange change, RelataDiagramLabel *label)
{
  const RelataTheme *theme = diagram->theme;
  diagram->occurs.named_changes[change] = TRUE;
  if (is_news(change)) {
    label->glyph->fill = theme->marker;
    label->glyph->ink = relata_theme_darken(label->glyph->ink, theme->marker, RELATA_CONTRAST_TEXT);
  }
  if (change == RELATA_ENDED || change == RELATA_SILENT)
    label->glyph->ink = theme->soft_ink;
  if (label->sources != NULL)
    label->sources->ink = label->glyph->ink;
}

/* Returns whether a tie arrives at one end of a link: at the vertex, where the link begins (`tail`) or ends.
 * A loop does so where it ends. */
static gboolean
arrives(const RelataTie *tie, const RelataRelationType *relation, guint vertex, gboolean tail)
{
  return relation->symmetric || (tie->from == tie->to ? !tail : tie->to == vertex);
}

/* Returns the arrowhead of the ties that arrive at one end of a link; "none" if none arrives. A bar behind
 * the head says that one of them is denied as well as affirmed. */
static const char *
arriving(const RelataDiagram *diagram, const Frame *frame, const RelataShownTie *ties, guint n, guint vertex,
         gboolean tail)
{
  RelataSignLook look = RELATA_SIGN_NEUTRAL;
  gboolean any = FALSE, disputed = FALSE;
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = tie_of(frame, &ties[i]);
    const RelataRelationType *relation = relata_network_relation(frame->network, tie);
    if (!arrives(tie, relation, vertex, tail))
      continue;
    look = add_sign(look, !any, relation->sign);
    disputed = disputed || tie->verdict == RELATA_TIE_DISPUTED;
    any = TRUE;
  }
  return !any ? "none" : relata_theme_head(diagram->theme, look, disputed);
}

static void
set_style(RelataDiagram *diagram, const Frame *frame, const RelataShownTie *ties, guint n, RelataCurve *link)
{
  const RelataNetwork *network = frame->network;
  const RelataTie *first = tie_of(frame, &ties[0]);
  RelataSignLook look = RELATA_SIGN_NEUTRAL;
  const char *color = NULL;
  RelataLine line = RELATA_LINE_UNSET;
  gboolean certain = FALSE, same = TRUE;
  guint corroboration = 1;
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = tie_of(frame, &ties[i]);
    const RelataRelationType *relation = relata_network_relation(network, tie);
    look = add_sign(look, i == 0, relation->sign);
    same = same && tie->type == first->type;
    certain = certain || tie->certainty == RELATA_CERTAIN;
    corroboration = MAX(corroboration, tie->corroboration);
    diagram->occurs.disputed = diagram->occurs.disputed || tie->verdict == RELATA_TIE_DISPUTED;
  }
  if (same) { /* only a single relation shows its own colour and line style */
    const RelataRelationType *relation = relata_network_relation(network, first);
    color = relata_theme_color(relation->color);
    line = relation->line;
  }
  relata_theme_set_line(diagram->theme, look, corroboration, link);
  if (color != NULL)
    link->color = relata_theme_darken(color, diagram->theme->ground, RELATA_CONTRAST_LINE);
  link->line = !certain ? RELATA_LINE_DASHED : line == RELATA_LINE_UNSET ? RELATA_LINE_SOLID : line;
  const guint from = beginning(frame, &ties[0]), to = from == first->from ? first->to : first->from;
  link->head = arriving(diagram, frame, ties, n, to, FALSE);
  link->tail = arriving(diagram, frame, ties, n, from, TRUE);
  RelataOccurrence *occurs = &diagram->occurs;
  occurs->uncertain = occurs->uncertain || !certain;
  occurs->both_ways =
      occurs->both_ways || (!g_str_equal(link->head, "none") && !g_str_equal(link->tail, "none"));
  occurs->least_corroboration =
      occurs->least_corroboration == 0 ? corroboration : MIN(occurs->least_corroboration, corroboration);
  occurs->most_corroboration = MAX(occurs->most_corroboration, corroboration);
  if (color == NULL) {
    occurs->signs[look] = TRUE;
    return;
  }
  for (guint i = 0; i < occurs->relations->len; i++)
    if (g_array_index(occurs->relations, guint, i) == first->type)
      return;
  g_array_append_val(occurs->relations, first->type);
}

/* Ids: "__" occurs in no token, so the parts stay distinct. */
char *
relata_links_name(const RelataNetwork *network, const RelataTie *tie)
{
  g_autofree char *from = relata_sheet_token(relata_network_actor(network, tie->from)->id);
  g_autofree char *type = relata_sheet_token(relata_network_relation(network, tie)->id);
  g_autofree char *to = relata_sheet_token(relata_network_actor(network, tie->to)->id);
  return g_strconcat(from, "__", type, "__", to, NULL);
}

/* Appends the numbers of one tie or of several, " hop-1 hop-3 path-2", each once. */
static void
append_numbers(GString *classes, const RelataShownTie *ties, guint n)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < 2 * n; i++) {
    const GArray *numbers = i < n ? ties[i].steps : ties[i - n].paths;
    for (guint j = 0; numbers != NULL && j < numbers->len; j++) {
      char *class = g_strdup_printf(i < n ? " hop-%u" : " path-%u", g_array_index(numbers, const guint, j));
      if (g_hash_table_add(said, class))
        g_string_append(classes, class);
    }
  }
}

static void
set_identity(const RelataDiagram *diagram, const Frame *frame, const RelataShownTie *ties, guint n,
             const char *name, RelataCurve *link)
{
  const RelataNetwork *network = frame->network;
  g_autoptr(GString) classes = g_string_new("tie");
  g_autoptr(GString) tooltip = g_string_new(NULL), spoken = g_string_new(NULL);
  if (n > 1)
    g_string_printf(spoken, "%u ties: ", n);
  gboolean disputed = FALSE;
  gboolean signs[RELATA_N_SIGNS] = {FALSE};
  g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL); /* both directions may hold the same relation */
  for (guint i = 0; i < n; i++) {
    const RelataTie *tie = tie_of(frame, &ties[i]);
    const RelataRelationType *relation = relata_network_relation(network, tie);
    g_autofree char *type = relata_sheet_token(relation->id);
    g_autofree char *evidence = relata_tooltip_shown(network, &ties[i]);
    if (g_hash_table_add(named, (gpointer)relation))
      g_string_append_printf(classes, " relation-%s", type);
    g_string_append_printf(tooltip, "%s%s", i > 0 ? "\n\n" : "", evidence);
    const RelataSources *sources = diagram->numbers_sources ? diagram->sources : NULL;
    g_autofree char *words = relata_words_tie(network, tie, TRUE, sources);
    g_autofree char *enders = relata_words_enders(network, &ties[i], sources);
    g_string_append_printf(spoken, "%s%s%s%s", i > 0 ? ". " : "", relata_words_change(ties[i].change), words,
                           enders);
    disputed = disputed || tie->verdict == RELATA_TIE_DISPUTED;
    signs[relata_theme_sign(relation->sign)] = TRUE;
  }
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (signs[i])
      g_string_append_printf(classes, " sign-%s", diagram->theme->signs[i].name);
  if (n > 1)
    g_string_append(classes, " bundle");
  if (disputed)
    g_string_append(classes, " disputed");
  g_string_append(classes, relata_words_change_class(change_of(ties, n)));
  append_numbers(classes, ties, n);
  link->id = g_strconcat(n > 1 ? "bundle__" : "tie__", name, NULL);
  link->classes = g_string_free(g_steal_pointer(&classes), FALSE);
  link->tooltip = g_string_free(g_steal_pointer(&tooltip), FALSE);
  link->spoken = g_string_free(g_steal_pointer(&spoken), FALSE);
  link->part = RELATA_PART_DRAWING;
}

/* What stands before the name of a tie that differs from an earlier date. The signs are told apart in black
 * and white too: full for what happened, hollow for what is only mentioned. */
static const char *const change_leads[RELATA_N_CHANGES] = {
    [RELATA_BEGUN] = "begun: ",
    [RELATA_HAPPENED] = RELATA_HAPPENED_SIGN " ",
    [RELATA_ENDED] = "ended: ",
    [RELATA_MENTIONED] = RELATA_MENTIONED_SIGN " ",
};

/* Returns the label of a line, "1, 2 disputed: attacks". */
static char *
label_tie(const RelataNetwork *network, const RelataShownTie *shown)
{
  const RelataTie *tie = &network->ties[shown->tie];
  g_autofree char *safe = relata_display_safe(relata_network_relation(network, tie)->label);
  g_autofree char *text = relata_wrap(safe, MOST_LETTERS, 1);
  GString *label = g_string_new(NULL);
  for (guint i = 0; shown->steps != NULL && i < shown->steps->len; i++)
    g_string_append_printf(label, "%s%u", i > 0 ? ", " : "", g_array_index(shown->steps, guint, i));
  g_string_append_printf(label, "%s%s%s%s", label->len > 0 ? " " : "",
                         change_leads[shown->change] != NULL ? change_leads[shown->change] : "",
                         tie->verdict == RELATA_TIE_DISPUTED ? "disputed: " : "", text);
  return g_string_free(label, FALSE);
}

static void
add_label(RelataDiagram *diagram, const RelataNetwork *network, const RelataShownTie *shown,
          RelataDiagramLabel label)
{
  const RelataTie *tie = &network->ties[shown->tie];
  const RelataRelationType *relation = relata_network_relation(network, tie);
  const char *color = relata_theme_color(relation->color);
  const RelataSignStyle *sign = &diagram->theme->signs[relata_theme_sign(relation->sign)];
  const char *ink =
      color != NULL ? relata_theme_darken(color, diagram->theme->ground, RELATA_CONTRAST_TEXT) : sign->ink;
  g_autofree char *type = relata_sheet_token(relation->id);
  g_autofree char *name = relata_links_name(network, tie);
  g_autoptr(GString) classes = g_string_new(NULL);
  g_string_append_printf(classes, "tie-label relation-%s sign-%s", type, sign->name);
  append_numbers(classes, shown, 1);
  g_string_append(classes, relata_words_change_class(shown->change));
  label.symmetric = relation->symmetric;
  label.sources = relata_links_figures(diagram, network, &tie, 1, name, ink);
  g_autofree char *text = label_tie(network, shown);
  label.glyph = relata_glyph_new(text, diagram->theme->tie_label, ink);
  label.glyph->fill = diagram->theme->ground;
  label.glyph->id = g_strconcat("label__", name, NULL);
  label.glyph->classes = g_string_free(g_steal_pointer(&classes), FALSE);
  label.glyph->tooltip = relata_tooltip_shown(network, shown);
  mark_label(diagram, shown->change, &label);
  label.glyph->part = RELATA_PART_LABELS;
  g_array_append_val(diagram->labels, label);
  diagram->occurs.numbered = diagram->occurs.numbered || shown->steps != NULL;
}

char *
relata_links_bundle_name(const RelataNetwork *network, const RelataTie *tie)
{
  const guint ends[] = {MIN(tie->from, tie->to), MAX(tie->from, tie->to)};
  g_autofree char *low = relata_sheet_token(relata_network_actor(network, ends[0])->id);
  g_autofree char *high = relata_sheet_token(relata_network_actor(network, ends[1])->id);
  return g_strconcat(low, "__", high, NULL);
}

static void
add_numbers(RelataDiagram *diagram, const Frame *frame, const RelataShownTie *shown, guint n,
            const char *name)
{
  g_autofree const RelataTie **ties = g_new(const RelataTie *, n);
  for (guint i = 0; i < n; i++)
    ties[i] = tie_of(frame, &shown[i]);
  relata_links_add_numbers(diagram, frame->network, ties, n, name);
}

/* Adds one link for ties[n], which have the same two ends. */
static void
add_link(RelataDiagram *diagram, const Frame *frame, RelataShownTie *ties, guint n, gboolean labels,
         gboolean numbers)
{
  const guint speaking = standing_first(ties, n);
  const RelataNetwork *network = frame->network;
  const RelataTie *first = tie_of(frame, &ties[0]);
  const guint from = beginning(frame, &ties[0]), to = from == first->from ? first->to : first->from;
  RelataCurve *link = relata_curve_new(frame->numbers[from], frame->numbers[to]);
  set_style(diagram, frame, ties, speaking, link);
  mark_link(diagram, change_of(ties, n), link);
  g_autofree char *name =
      n > 1 ? relata_links_bundle_name(network, first) : relata_links_name(network, first);
  set_identity(diagram, frame, ties, n, name, link);
  g_ptr_array_add(diagram->links, link);
  if (labels && n > 1)
    relata_links_add_count(diagram, n, name);
  if (numbers)
    add_numbers(diagram, frame, ties, n, name);
  gboolean one_way = TRUE;
  for (guint i = 0; i < n; i++)
    one_way = one_way && tie_of(frame, &ties[i])->from == first->from &&
              relata_network_relation(network, tie_of(frame, &ties[i]))->symmetric ==
                  relata_network_relation(network, first)->symmetric;
  for (guint i = 0; labels && i < n; i++)
    add_label(diagram, network, &ties[i],
              (RelataDiagramLabel){.link = diagram->links->len - 1,
                                   .forward = tie_of(frame, &ties[i])->from == from,
                                   .directed = !one_way});
}

void
relata_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                 RelataParallel parallel, gboolean labels, const guint *numbers)
{
  const guint n_ties = scope->ties->len;
  Frame frame = {network, numbers};
  /* Puts parallel ties next to each other and keeps the order otherwise, as the sort is stable. */
  g_autofree RelataShownTie *ties = g_memdup2(scope->ties->data, n_ties * sizeof *ties);
  if (n_ties > 0)
    g_qsort_with_data(ties, (int)n_ties, sizeof *ties, compare_ends, &frame);
  const gboolean bundle =
      parallel == RELATA_PARALLEL_BUNDLE || (parallel == RELATA_PARALLEL_AUTO && n_ties > MOST_TIES_APART);
  const gboolean few = n_ties <= MOST_LABELS;
  if (!few && (labels || bundle))
    g_ptr_array_add(diagram->remarks,
                    g_strdup_printf("%u ties are too many to %s them at their lines.", n_ties,
                                    !labels  ? "count"
                                    : bundle ? "name or count"
                                             : "name"));
  diagram->n_ties = n_ties;
  for (guint i = 0, n; i < n_ties; i += n) {
    n = 1;
    while (bundle && i + n < n_ties && compare_ends(&ties[i], &ties[i + n], &frame) == 0)
      n++;
    add_link(diagram, &frame, &ties[i], n, labels && few, !labels && few);
  }
}
