/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/compose.h"
#include "draw/diagram/legend.h"
#include "draw/layout/spacing.h"
#include "draw/mount.h"
#include "draw/plot.h"
#include "draw/sheet/graphviz.h"

#include <math.h>
#include <string.h>

/* In points. */
#define ROW           14.5
#define HEAD          25.0 /* height of a group's heading */
#define ROW_SIZE      9.5
#define HEAD_SIZE     12.0
#define MARK          8.0 /* width of the mark of a single day */
#define BAR           6.5 /* height of a bar */
#define LEAST_BAR     4.0
#define OPEN_LINE     1.8 /* width of the line of a bar without an end */
#define PRESUMED_LINE 1.1 /* width of the line of what is presumed */
#define LONG          24  /* most rows before the scale is repeated at the foot */
#define COLUMNS       3   /* columns for rows without a date */

static const char *const when_words[RELATA_N_WHENS] = {
    [RELATA_WHEN_DAY] = "on that day",
    [RELATA_WHEN_WITHIN] = "at some time in it: a month, a year",
    [RELATA_WHEN_THROUGHOUT] = "throughout",
    [RELATA_WHEN_OPEN] = "since or until when is not known",
    [RELATA_WHEN_PRESUMED] = "presumed until somebody says that it ended",
    [RELATA_WHEN_UNCERTAIN] = "hollow: about then (~), or perhaps (?)",
};

/* The shape shows the sign without colour. */
static const RelataShape sign_shapes[RELATA_N_SIGNS] = {
    [RELATA_SIGN_NEGATIVE] = RELATA_SHAPE_DIAMOND,
    [RELATA_SIGN_NEUTRAL] = RELATA_SHAPE_ELLIPSE,
    [RELATA_SIGN_POSITIVE] = RELATA_SHAPE_BOX,
    [RELATA_SIGN_MIXED] = RELATA_SHAPE_HEXAGON,
};

/* Numbers of sources, and the text that they follow. Both are borrowed. */
typedef struct {
  RelataGlyph *text, *figures;
} Raised;

/* ── Marks ───────────────────────────────────────────────────────────────────────────────── */

static RelataGlyph *
make_mark(const RelataTheme *theme, RelataSignLook sign, RelataWhen when, guint doubts)
{
  RelataGlyph *glyph = relata_glyph_new(NULL, 1, NULL);
  const char *color = theme->signs[sign].line;
  glyph->shape = when == RELATA_WHEN_DAY ? sign_shapes[sign] : RELATA_SHAPE_BOX;
  glyph->width = glyph->height = when == RELATA_WHEN_DAY ? MARK : BAR;
  if (when == RELATA_WHEN_DAY && sign == RELATA_SIGN_NEGATIVE) /* a diamond looks smaller than its size */
    glyph->width = glyph->height = MARK + 2;
  if (when == RELATA_WHEN_DAY && sign == RELATA_SIGN_POSITIVE)
    glyph->width = glyph->height = MARK - 1;
  glyph->stroke = color;
  glyph->stroke_width = 0.8;
  glyph->part = RELATA_PART_LABELS; /* the text of its row says what it shows */
  glyph->fill = doubts != 0                  ? theme->ground
                : when == RELATA_WHEN_WITHIN ? relata_theme_pale(theme, sign)
                                             : color;
  return glyph;
}

static void
name_mark(const RelataTimelineRow *row, guint *n, char **id, char **classes, char **tooltip)
{
  *id = g_strdup_printf("%s__when%u", row->id, ++*n);
  *classes = g_strconcat(row->classes, " when", NULL);
  *tooltip = g_strdup(row->tooltip);
}

/* Adds EDTF's own signs for doubt, in the middle of a bar or beside a mark. */
static void
add_doubts(RelataPlot *plot, const RelataTimelineRow *row, guint doubts, const RelataGlyph *mark)
{
  const RelataTheme *theme = plot->diagram->theme;
  if (doubts == 0)
    return;
  plot->occurs[RELATA_WHEN_UNCERTAIN] = TRUE;
  const char *sign = doubts == RELATA_DATE_APPROXIMATE ? "~" : doubts == RELATA_DATE_UNCERTAIN ? "?" : "~?";
  const gboolean inside = mark->width > 3 * MARK;
  RelataGlyph *glyph = relata_plot_add_text(plot, sign, ROW_SIZE, theme->signs[row->sign].ink,
                                            mark->x + (inside ? 0 : mark->width / 2 + 2), plot->y,
                                            inside ? RELATA_AT_CENTRE : RELATA_AT_LEFT);
  glyph->bold = TRUE;
  glyph->fill = inside ? theme->ground : NULL;
  glyph->classes = g_strdup("doubt");
  glyph->part = RELATA_PART_LABELS;
}

static void
add_bar(RelataPlot *plot, const RelataTimelineRow *row, RelataWhen when, guint doubts, double from, double to,
        guint *n)
{
  RelataGlyph *glyph = make_mark(plot->diagram->theme, row->sign, when, doubts);
  if (when != RELATA_WHEN_DAY)
    glyph->width = MAX(to - from, LEAST_BAR);
  glyph->x = (from + to) / 2;
  glyph->y = plot->y;
  name_mark(row, n, &glyph->id, &glyph->classes, &glyph->tooltip);
  g_ptr_array_add(plot->drawing->glyphs, glyph);
  plot->occurs[when] = TRUE;
  add_doubts(plot, row, doubts, glyph);
}

/* Draws a line to the edge of the scale, with an arrowhead there. */
static void
add_open(RelataPlot *plot, const RelataTimelineRow *row, guint doubts, double from, double to, guint *n)
{
  const char *color = plot->diagram->theme->signs[row->sign].line;
  RelataCurve *line = relata_plot_add_line(plot, from, plot->y, to, plot->y, color, OPEN_LINE);
  line->head = "normal";
  line->head_size = 0.6;
  line->line = doubts != 0 ? RELATA_LINE_DASHED : RELATA_LINE_SOLID;
  relata_curve_set_straight(line, (RelataPoint){from, plot->y}, (RelataPoint){to, plot->y});
  line->part = RELATA_PART_LABELS;
  name_mark(row, n, &line->id, &line->classes, &line->tooltip);
  plot->occurs[RELATA_WHEN_OPEN] = TRUE;
}

/* Draws when a state is presumed to hold: a dashed line behind its dates, with an arrowhead where it leaves
 * the scale. */
static void
add_presumed(RelataPlot *plot, const RelataTimelineRow *row, RelataDays days, guint *n)
{
  const gboolean lasts = days.last == RELATA_DAY_MAX;
  const double from = relata_plot_at(plot, days.first),
               to = lasts ? RELATA_PLOT_WIDTH : relata_plot_at(plot, days.last + 1);
  if (days.first == RELATA_DAY_MIN) /* always until then, as an open date shows */
    return;
  RelataCurve *line = relata_plot_add_line(plot, from, plot->y, to, plot->y,
                                           plot->diagram->theme->signs[row->sign].line, PRESUMED_LINE);
  line->line = RELATA_LINE_DASHED;
  if (lasts) {
    line->head = "vee";
    line->head_size = 0.5;
  }
  relata_curve_set_straight(line, (RelataPoint){from, plot->y}, (RelataPoint){to, plot->y});
  line->part = RELATA_PART_LABELS;
  name_mark(row, n, &line->id, &line->classes, &line->tooltip);
  char *classes = g_strconcat(line->classes, " presumed", NULL);
  g_free(line->classes);
  line->classes = classes;
  plot->occurs[RELATA_WHEN_PRESUMED] = TRUE;
}

/* Draws a date: thick where it certainly held, pale where it may have begun or ended. */
static void
add_date(RelataPlot *plot, const RelataTimelineRow *row, const RelataDate *date, guint *n)
{
  const gboolean begins = date->begin_min != RELATA_DAY_MIN && date->begin_max != RELATA_DAY_MAX;
  const gboolean ends = date->end_max != RELATA_DAY_MAX && date->end_min != RELATA_DAY_MIN;
  const guint doubts = date->flags & (RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE);
  if (!begins && !ends) {
    add_open(plot, row, doubts, RELATA_PLOT_NAMES + (RELATA_PLOT_WIDTH - RELATA_PLOT_NAMES) / 2,
             RELATA_PLOT_NAMES, n);
    add_open(plot, row, doubts, RELATA_PLOT_NAMES + (RELATA_PLOT_WIDTH - RELATA_PLOT_NAMES) / 2,
             RELATA_PLOT_WIDTH, n);
    return;
  }
  if (!begins && row->state && (date->flags & RELATA_DATE_OPEN_BEGIN) != 0) /* it was always so */
    add_bar(plot, row, RELATA_WHEN_THROUGHOUT, doubts, RELATA_PLOT_NAMES, relata_plot_at(plot, date->end_min),
            n);
  else if (!begins)
    add_open(plot, row, doubts, relata_plot_at(plot, date->end_min), RELATA_PLOT_NAMES, n);
  if (!ends)
    add_open(plot, row, doubts, relata_plot_at(plot, date->begin_max + 1), RELATA_PLOT_WIDTH, n);
  if (begins && ends && date->begin_min == date->end_max) {
    add_bar(plot, row, RELATA_WHEN_DAY, doubts, relata_plot_at(plot, date->begin_min),
            relata_plot_at(plot, date->end_max + 1), n);
    return;
  }
  if (begins && ends && date->begin_max > date->end_min) { /* some time within the stretch */
    add_bar(plot, row, RELATA_WHEN_WITHIN, doubts, relata_plot_at(plot, date->begin_min),
            relata_plot_at(plot, date->end_max + 1), n);
    return;
  }
  if (begins && date->begin_min < date->begin_max)
    add_bar(plot, row, RELATA_WHEN_WITHIN, doubts, relata_plot_at(plot, date->begin_min),
            relata_plot_at(plot, date->begin_max + 1), n);
  if (ends && date->end_min < date->end_max)
    add_bar(plot, row, RELATA_WHEN_WITHIN, doubts, relata_plot_at(plot, date->end_min),
            relata_plot_at(plot, date->end_max + 1), n);
  if (begins && ends)
    add_bar(plot, row, RELATA_WHEN_THROUGHOUT, doubts,
            relata_plot_at(plot, date->begin_min < date->begin_max ? date->begin_max + 1 : date->begin_min),
            relata_plot_at(plot, date->end_min < date->end_max ? date->end_min : date->end_max + 1), n);
}

/* The widest comes first, so that it does not hide the others. */
static int
compare_extents(gconstpointer a, gconstpointer b)
{
  const RelataDate *left = a, *right = b;
  const gint64 one = (gint64)left->end_max - left->begin_min,
               other = (gint64)right->end_max - right->begin_min;
  return one != other ? (one > other ? -1 : 1) : relata_date_compare(left, right);
}

/* Adds the text of a tie, with the numbers of its sources. */
static void
add_text_of_row(RelataPlot *plot, RelataTimelineRow *row, const char *class, double x, double y)
{
  RelataGlyph *text =
      relata_plot_add_text(plot, row->text, ROW_SIZE, plot->diagram->theme->ink, x, y, RELATA_AT_LEFT);
  text->id = g_strdup(row->id);
  text->classes = g_strconcat(row->classes, " ", class, NULL);
  text->tooltip = g_strdup(row->tooltip);
  text->spoken = g_strdup(row->spoken);
  if (row->figures == NULL)
    return;
  const Raised raised = {text, relata_glyph_copy(row->figures)};
  g_ptr_array_add(plot->drawing->glyphs, raised.figures);
  g_array_append_val(plot->figures, raised);
}

static void
add_row(RelataPlot *plot, RelataTimelineRow *row)
{
  const RelataTheme *theme = plot->diagram->theme;
  guint n = 0;
  plot->y -= ROW / 2;
  add_text_of_row(plot, row, "row", 18, plot->y);
  RelataGlyph *sign = make_mark(theme, row->sign, RELATA_WHEN_DAY, 0);
  sign->x = 8;
  sign->y = plot->y;
  g_ptr_array_add(plot->drawing->glyphs, sign);
  for (guint i = 0; i < row->lasts->len; i++)
    add_presumed(plot, row, g_array_index(row->lasts, RelataDays, i), &n);
  g_array_sort(row->marks, compare_extents);
  for (guint i = 0; i < row->marks->len; i++)
    add_date(plot, row, &g_array_index(row->marks, RelataDate, i), &n);
  plot->y -= ROW / 2;
}

static guint
add_groups(RelataPlot *plot)
{
  const RelataTheme *theme = plot->diagram->theme;
  guint n_rows = 0;
  for (guint i = 0; i < plot->timeline->groups->len; i++) {
    const RelataTimelineGroup *group = g_ptr_array_index(plot->timeline->groups, i);
    RelataGlyph *name = relata_plot_add_text(plot, group->name, HEAD_SIZE, theme->ink, 0,
                                             plot->y - HEAD * 0.62, RELATA_AT_LEFT);
    name->bold = TRUE;
    name->id = g_strdup(group->id);
    name->classes = g_strdup("actor");
    name->spoken = g_strdup(group->spoken);
    if (i > 0)
      relata_plot_add_line(plot, 0, plot->y - HEAD * 0.16, RELATA_PLOT_WIDTH, plot->y - HEAD * 0.16,
                           theme->rule, 0.8);
    plot->y -= HEAD;
    for (guint j = 0; j < group->rows->len; j++)
      add_row(plot, g_ptr_array_index(group->rows, j));
    n_rows += group->rows->len;
  }
  plot->y -= 5;
  return n_rows;
}

/* Adds the rows without a date in columns, below everything else. */
static void
add_undated(RelataPlot *plot)
{
  const RelataTheme *theme = plot->diagram->theme;
  const GPtrArray *undated = plot->timeline->undated;
  if (undated->len == 0)
    return;
  const guint height = (undated->len + COLUMNS - 1) / COLUMNS;
  g_autofree char *heading = g_strdup_printf("Without a date (%u)", undated->len);
  plot->y -= 6;
  relata_plot_add_text(plot, heading, HEAD_SIZE, theme->ink, 0, plot->y - HEAD * 0.62, RELATA_AT_LEFT)->bold =
      TRUE;
  plot->y -= HEAD;
  for (guint i = 0; i < undated->len; i++) {
    const guint column = i / height, row = i % height;
    add_text_of_row(plot, g_ptr_array_index(undated, i), "undated", RELATA_PLOT_WIDTH / COLUMNS * column,
                    plot->y - ROW * (row + 0.5));
  }
  plot->y -= ROW * height;
}

/* ── Legend and sheet ─────────────────────────────────────────────────────────────────────── */

static void
add_legend(RelataPlot *plot)
{
  RelataDiagram *diagram = plot->diagram;
  const RelataTheme *theme = diagram->theme;
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (diagram->occurs.signs[i])
      relata_legend_new_entry(diagram, RELATA_LEGEND_TIES, g_strdup(theme->signs[i].label))->shape =
          make_mark(theme, i, RELATA_WHEN_DAY, 0);
  for (guint when = 0; when < RELATA_N_WHENS; when++) {
    if (!plot->occurs[when])
      continue;
    RelataLegendEntry *entry =
        relata_legend_new_entry(diagram, RELATA_LEGEND_TIME, g_strdup(when_words[when]));
    if (when == RELATA_WHEN_OPEN || when == RELATA_WHEN_PRESUMED) {
      const gboolean open = when == RELATA_WHEN_OPEN;
      entry->line = relata_curve_new(0, 0);
      entry->line->color = theme->signs[RELATA_SIGN_NEUTRAL].line;
      entry->line->width = open ? OPEN_LINE : PRESUMED_LINE;
      entry->line->line = open ? RELATA_LINE_SOLID : RELATA_LINE_DASHED;
      entry->line->head = open ? "normal" : "vee";
      entry->line->head_size = open ? 0.6 : 0.5;
      continue;
    }
    entry->shape =
        make_mark(theme, RELATA_SIGN_NEUTRAL, when == RELATA_WHEN_UNCERTAIN ? RELATA_WHEN_WITHIN : when,
                  when == RELATA_WHEN_UNCERTAIN ? RELATA_DATE_APPROXIMATE : 0);
    if (when != RELATA_WHEN_DAY)
      entry->shape->width = 24;
  }
  relata_legend_add_sources(diagram, plot->timeline->corpus);
}

/* Moves texts to their anchors. Drops labels of the scale that would overlap the previous one. */
static gboolean
settle_texts(RelataPlot *plot, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new(), gone = g_ptr_array_new();
  GPtrArray *glyphs = plot->drawing->glyphs;
  for (guint i = 0; i < glyphs->len; i++)
    if (((RelataGlyph *)g_ptr_array_index(glyphs, i))->text != NULL)
      g_ptr_array_add(texts, g_ptr_array_index(glyphs, i));
  if (!relata_graphviz_measure(graphviz, texts, plot->diagram->theme->fonts, error))
    return FALSE;
  const RelataGlyph *before = NULL;
  for (guint i = 0; i < texts->len; i++) {
    RelataGlyph *text = g_ptr_array_index(texts, i);
    text->width = text->text_width;
    text->height = text->text_height;
    if (text->left)
      text->x += text->width / 2;
    if (g_strcmp0(text->classes, "tick") != 0)
      continue;
    const gboolean same_line = before != NULL && fabs(before->y - text->y) < 1 && before->x < text->x;
    if (same_line && relata_glyph_box(before).right + 2 > relata_glyph_box(text).left)
      g_ptr_array_add(gone, text);
    else
      before = text;
  }
  for (guint i = 0; i < plot->figures->len; i++) {
    const Raised *raised = &g_array_index(plot->figures, Raised, i);
    raised->figures->x = relata_glyph_box(raised->text).right + 1 + raised->figures->width / 2;
    raised->figures->y = raised->text->y + RELATA_RAISED * raised->text->height;
  }
  for (guint i = 0; i < gone->len; i++)
    g_ptr_array_remove(glyphs, g_ptr_array_index(gone, i));
  return TRUE;
}

static RelataBox
box_of(const RelataDrawing *drawing)
{
  RelataBox box = relata_glyphs_box(drawing->glyphs);
  for (guint i = 0; i < drawing->curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(drawing->curves, i);
    for (guint j = 0; j < curve->n_points; j++)
      box = relata_box_unite(box, curve->points[j]);
  }
  return box;
}

static RelataTimescale *
make_scale(const RelataTimeline *timeline)
{
  g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(RelataDate));
  for (guint i = 0; i < timeline->groups->len; i++) {
    const RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, i);
    for (guint j = 0; j < group->rows->len; j++) {
      const GArray *of_row = ((RelataTimelineRow *)g_ptr_array_index(group->rows, j))->marks;
      g_array_append_vals(dates, of_row->data, of_row->len);
    }
  }
  return relata_timescale_new((const RelataDate *)(gconstpointer)dates->data, dates->len);
}

static void
add_dated(RelataPlot *plot)
{
  relata_plot_add_labels(plot);
  plot->y -= 4;
  const double top = plot->y;
  const guint n_rows = add_groups(plot);
  relata_plot_add_grid(plot, top, plot->y);
  relata_plot_add_base(plot, top);
  if (n_rows <= LONG)
    return;
  relata_plot_add_base(plot, plot->y);
  plot->y -= 6;
  relata_plot_add_labels(plot);
}

gboolean
relata_timeline_compose(RelataTimeline *timeline, const char *format, GByteArray *out,
                        RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(GArray) figures = g_array_new(FALSE, FALSE, sizeof(Raised));
  g_autoptr(RelataDrawing) drawing = relata_drawing_new();
  RelataPlot plot = {.timeline = timeline,
                     .diagram = timeline->diagram,
                     .drawing = drawing,
                     .scale = make_scale(timeline),
                     .figures = figures};
  if (timeline->groups->len > 0)
    add_dated(&plot);
  add_undated(&plot);
  add_legend(&plot);
  relata_timescale_free(plot.scale);
  if (!settle_texts(&plot, graphviz, error))
    return FALSE;
  drawing->room = box_of(drawing);
  g_autoptr(RelataSheet) sheet = relata_mount(timeline->diagram, drawing, graphviz, error);
  return sheet != NULL &&
         relata_compose_render(sheet, timeline->diagram->theme, format, out, graphviz, error);
}
