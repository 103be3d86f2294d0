/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/compose.h"

#include "draw/boxes.h"
#include "draw/flow.h"
#include "draw/layout/arrange.h"
#include "draw/layout/labels.h"
#include "draw/layout/route.h"
#include "draw/layout/spacing.h"
#include "draw/mount.h"
#include "draw/sheet/graphviz.h"
#include "draw/sheet/process.h"
#include "draw/sheet/svg.h"
#include "text/message.h"

#include <math.h>
#include <string.h>

#define PIXELS_WIDE        1600.0 /* least width of a PNG */
#define MOST_STRETCHED     6      /* how often the drawing may be stretched for its labels, by 5 % */
#define MOST_DISPLACEMENTS 4      /* how often a label without a place may displace others */
#define UPRIGHT            1.7    /* slope from which lines count as vertical: arrows point up or down */
#define MOST_ROUTED        1500   /* links; beyond, avoiding actors has no visible effect and is slow */

/* Sets the preferred distance of two tied actors: half of each, and space for the label between them. */
static void
wish_lengths(RelataDiagram *diagram)
{
  g_autofree double *widest = g_new0(double, MAX(diagram->links->len, 1));
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    widest[label->link] = MAX(widest[label->link], label->glyph->width);
  }
  for (guint i = 0; i < diagram->links->len; i++) {
    RelataCurve *link = g_ptr_array_index(diagram->links, i);
    const RelataGlyph *from = g_ptr_array_index(diagram->actors, link->from);
    const RelataGlyph *to = g_ptr_array_index(diagram->actors, link->to);
    link->room = widest[i] + 2 * relata_curve_head_length(link);
    link->length = (from->width + to->width + from->height + to->height) / 4 + widest[i] * 0.7 + 24;
  }
}

static const char *
arrow_between(const RelataGlyph *from, const RelataGlyph *to, double upright)
{
  const double dx = to->x - from->x, dy = to->y - from->y;
  if (fabs(dy) > upright * fabs(dx))
    return dy > 0 ? "▲" : "▼";
  return dx > 0 ? "►" : "◄";
}

static gboolean
stands_before(const char *arrow)
{
  return g_str_equal(arrow, "◄");
}

/* Sets the label's arrow. It replaces the present one, if any. */
static void
set_arrow(RelataDiagramLabel *label, const char *arrow)
{
  char *text = label->glyph->text;
  const gsize taken = label->arrow != NULL ? strlen(label->arrow) + 1 : 0;
  const gboolean before = taken > 0 && stands_before(label->arrow);
  g_autofree char *bare = before ? g_strdup(text + taken) : g_strndup(text, strlen(text) - taken);
  label->glyph->text =
      stands_before(arrow) ? g_strconcat(arrow, " ", bare, NULL) : g_strconcat(bare, " ", arrow, NULL);
  label->arrow = arrow;
  g_free(text);
}

/* Gives labels the arrow that the line alone does not show. Until the layout is known, any arrow reserves its
 * space. */
static void
set_arrows(RelataDiagram *diagram, gboolean placed, double upright)
{
  for (guint i = 0; i < diagram->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    const RelataCurve *link = g_ptr_array_index(diagram->links, label->link);
    if (!label->directed || label->symmetric || link->from == link->to)
      continue;
    const guint ends[] = {link->from, link->to};
    const RelataGlyph *from = g_ptr_array_index(diagram->actors, ends[!label->forward]);
    const RelataGlyph *to = g_ptr_array_index(diagram->actors, ends[label->forward != FALSE]);
    set_arrow(label, placed ? arrow_between(from, to, upright) : "►");
  }
}

gboolean
relata_compose_measure(RelataDiagram *diagram, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  set_arrows(diagram, FALSE, UPRIGHT);
  for (guint i = 0; i < diagram->actors->len; i++)
    g_ptr_array_add(texts, g_ptr_array_index(diagram->actors, i));
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    g_ptr_array_add(texts, label->glyph);
    if (label->sources != NULL)
      g_ptr_array_add(texts, label->sources);
  }
  for (guint i = 0; i < diagram->clusters->len; i++)
    g_ptr_array_add(texts, g_array_index(diagram->clusters, RelataDiagramCluster, i).title);
  if (!relata_graphviz_measure(graphviz, texts, diagram->theme->fonts, error))
    return FALSE;
  for (guint i = 0; i < diagram->actors->len; i++) {
    RelataGlyph *actor = g_ptr_array_index(diagram->actors, i);
    relata_shape_fit(actor->shape, actor->text_width, actor->text_height, &actor->width, &actor->height);
  }
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    /* Until it is placed, the name includes the space for the numbers after it. */
    label->glyph->width = label->glyph->text_width + RELATA_LABEL_AIR +
                          (label->sources != NULL ? label->sources->text_width : 0);
    label->glyph->height = label->glyph->text_height * 0.94;
  }
  for (guint i = 0; i < diagram->clusters->len; i++) {
    RelataGlyph *title = g_array_index(diagram->clusters, RelataDiagramCluster, i).title;
    title->width = title->text_width + 3;
    title->height = title->text_height;
  }
  wish_lengths(diagram);
  return TRUE;
}

/* Returns whether the engine's own lines are drawn. Those of dot follow its ranks, unless there are boxes. */
static gboolean
keeps_lines(const RelataDiagram *diagram, const RelataEngine *engine)
{
  return g_str_equal(engine->name, "dot") && diagram->clusters->len == 0;
}

/* Returns whether the layout places the labels too. */
static gboolean
flows(const RelataDiagram *diagram, const RelataEngine *engine)
{
  return diagram->flows && keeps_lines(diagram, engine);
}

static gboolean
arrange_plain(RelataDiagram *diagram, const RelataEngine *engine, double ratio, RelataGraphviz *graphviz,
              GError **error)
{
  g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(double));
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataGlyph *glyph = g_array_index(diagram->labels, RelataDiagramLabel, i).glyph;
    const double area = RELATA_WORDS_AIR * glyph->width * glyph->height;
    g_array_append_val(words, area);
  }
  const RelataArrangement plain = {.glyphs = diagram->actors,
                                   .curves = diagram->links,
                                   .words = words,
                                   .filled = relata_diagram_fill(diagram, RELATA_FILLED),
                                   .gap = RELATA_GAP,
                                   .ratio = ratio,
                                   .fills = diagram->sheet.ratio > 0};
  return relata_arrange(&plain, engine, graphviz, error);
}

/* Sets *upright to the slope that counts as vertical in this layout. */
static gboolean
lay_out(RelataDiagram *diagram, const RelataEngine *engine, double *upright, RelataGraphviz *graphviz,
        GError **error)
{
  double ratio = RELATA_DRAWING_RATIO;
  *upright = UPRIGHT;
  if (!relata_mount_drawing_ratio(diagram, graphviz, &ratio, error))
    return FALSE;
  if (flows(diagram, engine)) {
    gboolean down = FALSE;
    const gboolean flowed = relata_flow(diagram, RELATA_GAP, &down, graphviz, error);
    *upright = down ? 0 : G_MAXDOUBLE; /* lines pass their labels in the direction of the layers */
    return flowed;
  }
  if (keeps_lines(diagram, engine)) {
    const RelataLayoutOptions options = {.engine = engine->name,
                                         .gap = RELATA_GAP,
                                         .layer_gap = RELATA_LAYER_GAP,
                                         .routed = TRUE,
                                         .ratio = diagram->sheet.ratio > 0 ? ratio : 0,
                                         .n_ends = diagram->actors->len};
    return relata_graphviz_layout(graphviz, diagram->actors, diagram->links, &options, error);
  }
  if (diagram->clusters->len > 0 ? !relata_boxes_arrange(diagram, engine, ratio, graphviz, error)
                                 : !arrange_plain(diagram, engine, ratio, graphviz, error))
    return FALSE;
  const gboolean straight = relata_engine_cheaper(engine) == NULL || diagram->links->len > MOST_ROUTED;
  relata_route(diagram->actors, diagram->links, straight);
  return TRUE;
}

/* ── Labels ──────────────────────────────────────────────────────────────────────────────── */

/* Labels of one link that are placed as one block. */
typedef struct {
  guint link;
  guint first, n;      /* range in the diagram's labels */
  double length;       /* length of the link */
  double prefer;       /* preferred position along the link */
  guint displacements; /* how often it has displaced others */
} Stack;

static int
compare_stacks(gconstpointer a, gconstpointer b)
{
  const Stack *one = a, *other = b;
  if (one->length < other->length || one->length > other->length)
    return one->length < other->length ? -1 : 1; /* those with the fewest possible places first */
  return one->link < other->link ? -1 : one->link > other->link;
}

static void
block_head(RelataLabeller *labeller, RelataPoint tip, RelataPoint base)
{
  const double air = 1.5;
  relata_labeller_block(labeller, (RelataBox){MIN(tip.x, base.x) - air, MIN(tip.y, base.y) - air,
                                              MAX(tip.x, base.x) + air, MAX(tip.y, base.y) + air});
}

static RelataLabeller *
make_labeller(const RelataDiagram *diagram, double *lengths)
{
  RelataLabeller *labeller = relata_labeller_new(relata_glyphs_box(diagram->actors));
  for (guint i = 0; i < diagram->actors->len; i++)
    relata_labeller_block(labeller, relata_glyph_box(g_ptr_array_index(diagram->actors, i)));
  for (guint i = 0; i < diagram->clusters->len; i++) {
    const RelataDiagramCluster *cluster = &g_array_index(diagram->clusters, RelataDiagramCluster, i);
    relata_labeller_block(labeller, relata_glyph_box(cluster->title));
  }
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    guint n;
    g_autofree RelataPoint *line = relata_curve_flatten(link, 8, &n);
    relata_labeller_add_line(labeller, line, n);
    lengths[i] = 0;
    for (guint j = 1; j < n; j++)
      lengths[i] += hypot(line[j].x - line[j - 1].x, line[j].y - line[j - 1].y);
    if (link->has_start && link->n_points > 0)
      block_head(labeller, link->start, link->points[0]);
    if (link->has_end && link->n_points > 0)
      block_head(labeller, link->end, link->points[link->n_points - 1]);
  }
  return labeller;
}

/* Returns a position nearer to the actor with fewer ties, where lines are less dense. */
static double
preferred(const RelataDiagram *diagram, const guint *degrees, guint link)
{
  const RelataCurve *curve = g_ptr_array_index(diagram->links, link);
  const double from = degrees[curve->from], to = degrees[curve->to];
  return CLAMP(0.5 + 0.12 * log2(from / to), 0.3, 0.7);
}

static GArray *
make_stacks(const RelataDiagram *diagram, const double *lengths)
{
  GArray *stacks = g_array_new(FALSE, FALSE, sizeof(Stack));
  g_autofree guint *degrees = g_new0(guint, MAX(diagram->actors->len, 1));
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    degrees[link->from]++;
    degrees[link->to]++;
  }
  for (guint i = 0; i < diagram->labels->len; i++) {
    const guint link = g_array_index(diagram->labels, RelataDiagramLabel, i).link;
    if (stacks->len > 0 && g_array_index(stacks, Stack, stacks->len - 1).link == link) {
      g_array_index(stacks, Stack, stacks->len - 1).n++;
      continue;
    }
    const Stack stack = {link, i, 1, lengths[link], preferred(diagram, degrees, link), 0};
    g_array_append_val(stacks, stack);
  }
  g_array_sort(stacks, compare_stacks);
  return stacks;
}

static gboolean
place_stack(RelataDiagram *diagram, RelataLabeller *labeller, const Stack *stack, guint number,
            GArray *displaced)
{
  RelataLabel block = {stack->link, 0, 0, stack->prefer};
  for (guint i = stack->first; i < stack->first + stack->n; i++) {
    const RelataGlyph *glyph = g_array_index(diagram->labels, RelataDiagramLabel, i).glyph;
    block.width = MAX(block.width, glyph->width);
    block.height += glyph->height;
  }
  RelataPoint centre;
  if (!relata_labeller_place(labeller, &block, number, displaced, &centre))
    return FALSE;
  double y = centre.y + block.height / 2;
  for (guint i = stack->first; i < stack->first + stack->n; i++) {
    RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    label->glyph->x = centre.x;
    label->glyph->y = y - label->glyph->height / 2;
    y -= label->glyph->height;
    label->placed = TRUE;
  }
  return TRUE;
}

static void
lift_stack(RelataDiagram *diagram, const Stack *stack)
{
  for (guint i = stack->first; i < stack->first + stack->n; i++)
    g_array_index(diagram->labels, RelataDiagramLabel, i).placed = FALSE;
}

/* Splits the stack: each of its labels becomes a stack at the end of the array. */
static void
split_stack(GArray *stacks, guint number, GQueue *waiting)
{
  const Stack whole = g_array_index(stacks, Stack, number);
  for (guint i = 0; i < whole.n; i++) {
    Stack one = whole;
    one.first = whole.first + i;
    one.n = 1;
    g_queue_push_nth(waiting, GUINT_TO_POINTER(stacks->len), (int)i);
    g_array_append_val(stacks, one);
  }
}

/* Places all labels. A block without a place is split into its labels; a label without a place displaces
 * others, which then look for a new place. The loop ends, because each label may displace others only a few
 * times. Returns the number of labels without a place. */
static guint
place_labels(RelataDiagram *diagram)
{
  g_autofree double *lengths = g_new0(double, MAX(diagram->links->len, 1));
  g_autoptr(RelataLabeller) labeller = make_labeller(diagram, lengths);
  g_autoptr(GArray) stacks = make_stacks(diagram, lengths);
  g_autoptr(GArray) displaced = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GQueue) waiting = g_queue_new();
  guint missing = 0;
  for (guint i = 0; i < diagram->labels->len; i++)
    g_array_index(diagram->labels, RelataDiagramLabel, i).placed = FALSE;
  for (guint i = 0; i < stacks->len; i++)
    g_queue_push_tail(waiting, GUINT_TO_POINTER(i));
  while (!g_queue_is_empty(waiting)) {
    const guint number = GPOINTER_TO_UINT(g_queue_pop_head(waiting));
    Stack *stack = &g_array_index(stacks, Stack, number);
    if (place_stack(diagram, labeller, stack, number, NULL))
      continue;
    if (stack->n > 1) {
      split_stack(stacks, number, waiting);
      continue;
    }
    g_array_set_size(displaced, 0);
    if (stack->displacements++ == MOST_DISPLACEMENTS ||
        !place_stack(diagram, labeller, stack, number, displaced))
      missing++;
    for (guint i = 0; i < displaced->len; i++) {
      const guint other = g_array_index(displaced, guint, i);
      lift_stack(diagram, &g_array_index(stacks, Stack, other));
      g_queue_push_tail(waiting, GUINT_TO_POINTER(other));
    }
  }
  return missing;
}

/* If labels have no place, stretches the drawing a little. Names look smaller then, so this has a limit. */
static guint
make_room(RelataDiagram *diagram, const RelataEngine *engine)
{
  guint missing = place_labels(diagram);
  const gboolean may_stretch = !keeps_lines(diagram, engine) && diagram->links->len <= RELATA_MOST_REFINED;
  for (guint tries = 0; may_stretch && missing > 0 && tries < MOST_STRETCHED; tries++) {
    relata_boxes_stretch(diagram, 1.05);
    relata_route(diagram->actors, diagram->links, FALSE);
    missing = place_labels(diagram);
  }
  return missing;
}

/* Returns the common ground of a name and its numbers. It is drawn first, so that it hides lines but no
 * superscript. */
static RelataGlyph *
make_ground(const RelataGlyph *name)
{
  RelataGlyph *ground = relata_glyph_new(NULL, name->font_size, NULL);
  ground->fill = name->fill;
  ground->classes = g_strdup("tie-ground");
  ground->part = name->part;
  ground->x = name->x;
  ground->y = name->y;
  ground->width = name->width;
  ground->height = name->height;
  return ground;
}

/* Puts name and numbers side by side, in the middle of their common space, which may be wider than they
 * are. */
static RelataGlyph *
set_figures(RelataGlyph *name, const RelataGlyph *sources)
{
  RelataGlyph *figures = relata_glyph_copy(sources);
  const double middle = name->x;
  name->fill = NULL;
  name->width = name->text_width + RELATA_LABEL_AIR;
  figures->width = figures->text_width;
  figures->height = name->height;
  name->x = middle - figures->width / 2;
  figures->x = middle + name->width / 2;
  figures->y = name->y + RELATA_RAISED * name->height;
  return figures;
}

/* Returns copies of the labels that are placed. */
static GPtrArray *
copy_labels(const RelataDiagram *diagram)
{
  GPtrArray *placed = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    if (label->placed && label->sources != NULL)
      g_ptr_array_add(placed, make_ground(label->glyph));
  }
  for (guint i = 0; i < diagram->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(diagram->labels, RelataDiagramLabel, i);
    if (!label->placed)
      continue;
    RelataGlyph *name = relata_glyph_copy(label->glyph);
    name->turn = 1; /* after all grounds */
    g_ptr_array_add(placed, name);
    if (label->sources == NULL)
      continue;
    RelataGlyph *figures = set_figures(name, label->sources);
    figures->turn = 1;
    g_ptr_array_add(placed, figures);
  }
  return placed;
}

gboolean
relata_compose_place(RelataDiagram *diagram, const RelataEngine *engine, RelataGraphviz *graphviz,
                     GError **error)
{
  double upright;
  if (!relata_compose_measure(diagram, graphviz, error) ||
      !lay_out(diagram, engine, &upright, graphviz, error))
    return FALSE;
  relata_graphviz_reached(graphviz);
  set_arrows(diagram, TRUE, upright);
  const guint missing = flows(diagram, engine) ? 0 : make_room(diagram, engine);
  if (missing > 0)
    relata_diagram_remark(diagram, "%u label%s of ties found no room.", missing, relata_plural(missing));
  return TRUE;
}

void
relata_compose_arrows(RelataDiagram *diagram)
{
  set_arrows(diagram, TRUE, UPRIGHT);
}

RelataSheet *
relata_compose_sheet(RelataDiagram *diagram, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(GPtrArray) labels = copy_labels(diagram);
  g_autoptr(RelataDrawing) drawing = relata_drawing_of_diagram(diagram, labels);
  return relata_mount(diagram, drawing, graphviz, error);
}

gboolean
relata_compose_render(const RelataSheet *sheet, const RelataTheme *theme, const char *format, GByteArray *out,
                      RelataGraphviz *graphviz, GError **error)
{
  const double pixels =
      sheet->pixels_wide > 0 ? sheet->pixels_wide : CLAMP(sheet->width, PIXELS_WIDE, RELATA_MOST_PIXELS);
  if (!relata_graphviz_render(graphviz, sheet, format, pixels, out, error))
    return FALSE;
  return !g_str_equal(format, "svg") || relata_svg_finish(sheet, theme, out, error);
}

gboolean
relata_compose(RelataDiagram *diagram, const RelataEngine *engine, const char *format, GByteArray *out,
               RelataGraphviz *graphviz, GError **error)
{
  if (!relata_compose_place(diagram, engine, graphviz, error))
    return FALSE;
  g_autoptr(RelataSheet) sheet = relata_compose_sheet(diagram, graphviz, error);
  return sheet != NULL && relata_compose_render(sheet, diagram->theme, format, out, graphviz, error);
}
