/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/legend.h"

#include "draw/diagram/group_glyphs.h"
#include "draw/diagram/links.h"
#include "draw/sheet/escape.h"
#include "text/display.h"

/* Nobody reads a longer list of sources at the foot of a picture. */
#define MOST_SOURCES 40

static gboolean
holds(const GPtrArray *legend, const RelataLegendEntry *entry)
{
  for (guint i = 0; i < legend->len; i++) {
    const RelataLegendEntry *one = g_ptr_array_index(legend, i);
    if (one->group == entry->group && g_str_equal(one->text, entry->text))
      return TRUE;
  }
  return FALSE;
}

void
relata_legend_align(RelataDiagram *diagram, const RelataDiagram *other)
{
  g_autoptr(GPtrArray) own = diagram->legend;
  diagram->legend = g_ptr_array_new_with_free_func((GDestroyNotify)relata_legend_entry_free);
  for (guint i = 0; i < other->legend->len; i++) {
    RelataLegendEntry *entry = relata_legend_entry_copy(g_ptr_array_index(other->legend, i));
    entry->absent = !entry->scale && !holds(own, entry);
    g_ptr_array_add(diagram->legend, entry);
  }
}

/* Returns the smaller of two numbers, where 0 means "not set". */
static guint
least(guint one, guint other)
{
  return one == 0 ? other : other == 0 ? one : MIN(one, other);
}

static void
unite_relations(GArray *relations, const GArray *others)
{
  for (guint i = 0; i < others->len; i++) {
    const guint other = g_array_index(others, guint, i);
    gboolean known = FALSE;
    for (guint j = 0; j < relations->len && !known; j++)
      known = g_array_index(relations, guint, j) == other;
    if (!known)
      g_array_append_val(relations, other);
  }
}

void
relata_legend_unite(RelataOccurrence *occurs, const RelataOccurrence *other)
{
  for (guint i = 0; i < occurs->n_actor_types; i++)
    occurs->actor_types[i] = occurs->actor_types[i] || other->actor_types[i];
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    occurs->signs[i] = occurs->signs[i] || other->signs[i];
  unite_relations(occurs->relations, other->relations);
  occurs->both_ways = occurs->both_ways || other->both_ways;
  occurs->uncertain = occurs->uncertain || other->uncertain;
  occurs->disputed = occurs->disputed || other->disputed;
  occurs->denied = occurs->denied || other->denied;
  occurs->counted = occurs->counted || other->counted;
  occurs->sourced = occurs->sourced || other->sourced;
  occurs->sources_shortened = occurs->sources_shortened || other->sources_shortened;
  occurs->least_corroboration = least(occurs->least_corroboration, other->least_corroboration);
  occurs->most_corroboration = MAX(occurs->most_corroboration, other->most_corroboration);
}

RelataLegendEntry *
relata_legend_new_entry(RelataDiagram *diagram, RelataLegendGroup group, char *text)
{
  RelataLegendEntry *entry = g_new0(RelataLegendEntry, 1);
  entry->group = group;
  entry->text = text;
  g_ptr_array_add(diagram->legend, entry);
  return entry;
}

static void
add_actor_type(RelataDiagram *diagram, const RelataSchema *schema, guint type)
{
  const gboolean typed = type < diagram->occurs.n_actor_types - 1;
  const RelataActorType *info = typed ? relata_schema_actor_type(schema, type) : NULL;
  RelataLegendEntry *entry = relata_legend_new_entry(
      diagram, RELATA_LEGEND_ACTORS, typed ? relata_display_safe(info->label) : g_strdup("of no given type"));
  const RelataTint tint = relata_theme_tint(diagram->theme, typed ? type : RELATA_NONE);
  entry->shape = relata_glyph_new(NULL, 1, NULL);
  entry->shape->shape = typed ? info->shape : RELATA_SHAPE_BOX;
  if (entry->shape->shape == RELATA_SHAPE_PLAIN) { /* actors have no shape, only a name; so the sample has
                                                      none */
    entry->shape->font_size = 10;
    entry->shape->text = g_strdup("Aa");
    entry->shape->ink = diagram->theme->ink;
    return;
  }
  entry->shape->fill = tint.fill;
  entry->shape->stroke = tint.stroke;
  entry->shape->stroke_width = diagram->theme->outline;
}

static RelataCurve *
add_line(RelataDiagram *diagram, char *text, const char *color, double width, const char *head,
         const char *tail)
{
  RelataLegendEntry *entry = relata_legend_new_entry(diagram, RELATA_LEGEND_TIES, text);
  entry->line = relata_curve_new(0, 0);
  entry->line->color = color;
  entry->line->width = width;
  entry->line->head = head;
  entry->line->tail = tail;
  entry->line->head_size = relata_theme_head_size(width);
  return entry->line;
}

/* Adds the entries for what stands for many: a node for actors, a line for ties. */
static void
add_sums(RelataDiagram *diagram)
{
  const RelataOccurrence *occurs = &diagram->occurs;
  const RelataTint tint = relata_theme_tint(diagram->theme, RELATA_NONE);
  if (occurs->n_groups > 0) {
    RelataGlyph *shape =
        relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS,
                                g_strdup("group: its number, its size and who is most central"))
            ->shape = relata_glyph_new(NULL, 1, NULL);
    shape->shape = RELATA_SHAPE_BOX;
    shape->fill = tint.fill;
    shape->stroke = tint.stroke;
    shape->stroke_width = RELATA_GROUP_OUTLINE;
  }
  for (guint i = 0; i < 2 && occurs->most_ties > 0; i++) {
    const guint n = i == 0 ? occurs->fewest_ties : occurs->most_ties;
    if (i == 0 || n > occurs->fewest_ties)
      add_line(diagram, g_strdup_printf(n == 1 ? "%u tie to a group" : "%u ties to a group", n),
               diagram->theme->soft_ink, relata_group_link_width(n), "none", "none");
  }
}

static char *
count_sources(guint n)
{
  return n == 1 ? g_strdup("from 1 independent source") : g_strdup_printf("from %u sources", n);
}

/* Adds an entry that explains the numbers at the ties. A leading number is shown in the size of a label, a
 * superscript one as small and as high as in the drawing. */
static RelataGlyph *
add_figure(RelataDiagram *diagram, const char *figure, double size, char *text)
{
  RelataGlyph *sample = relata_glyph_new(figure, size, diagram->theme->ink);
  relata_legend_new_entry(diagram, RELATA_LEGEND_TIES, text)->shape = sample;
  return sample;
}

static void
add_numbers(RelataDiagram *diagram)
{
  const RelataOccurrence *occurs = &diagram->occurs;
  const double raised = 8;
  if (occurs->numbered)
    add_figure(diagram, "1 …", 10.5, g_strdup("first number: which hop it is"));
  if (occurs->counted)
    add_figure(diagram, "2", 10.5, g_strdup("number at a line: so many ties"))->bold = TRUE;
  if (!occurs->sourced)
    return;
  add_figure(diagram, "1,3", raised,
             g_strdup(occurs->counted ? "small numbers: sources" : "raised numbers: sources"));
  if (occurs->denied)
    add_figure(diagram, "not 2", raised, g_strdup("source 2 denies it"));
  if (occurs->sources_shortened)
    add_figure(diagram, "+3", raised, g_strdup("and three more sources"));
}

void
relata_legend_add_sources(RelataDiagram *diagram, const RelataCorpus *corpus)
{
  const GArray *documents = diagram->sources->documents;
  add_numbers(diagram);
  if (!diagram->numbers_sources)
    return;
  const guint n = documents->len <= MOST_SOURCES + 1 ? documents->len : MOST_SOURCES;
  for (guint i = 0; i < n; i++) {
    const RelataDocument *document = relata_corpus_document(corpus, g_array_index(documents, guint, i));
    RelataLegendEntry *entry =
        relata_legend_new_entry(diagram, RELATA_LEGEND_SOURCES, relata_sources_cite(document));
    g_autofree char *token = relata_sheet_token(document->id);
    g_autofree char *number = g_strdup_printf("%u", i + 1);
    entry->shape =
        relata_glyph_new(number, relata_legend_styles[RELATA_LEGEND_SOURCES].size * diagram->theme->legend,
                         diagram->theme->ink);
    entry->shape->bold = TRUE;
    entry->id = g_strconcat("source-", token, NULL);
    entry->classes = g_strdup("source");
    entry->url = relata_sheet_link(document->url);
  }
  if (n < documents->len)
    relata_legend_new_entry(diagram, RELATA_LEGEND_SOURCES,
                            g_strdup_printf("… and sources %u to %u; relata draw --describe lists them all.",
                                            n + 1, documents->len));
}

/* Adds an entry whose sample is a box, for actors that are set off from others. */
static RelataGlyph *
add_box(RelataDiagram *diagram, char *text, const char *stroke, double width)
{
  RelataGlyph *shape = relata_glyph_new(NULL, 1, NULL);
  shape->shape = RELATA_SHAPE_BOX;
  shape->fill = diagram->theme->ground;
  shape->stroke = stroke;
  shape->stroke_width = width;
  relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS, text)->shape = shape;
  return shape;
}

static void
add_actors(RelataDiagram *diagram, const RelataSchema *schema, const RelataMeasureInfo *measure)
{
  const RelataOccurrence *occurs = &diagram->occurs;
  const RelataTheme *theme = diagram->theme;
  for (guint i = 0; i < occurs->n_actor_types; i++)
    if (occurs->actor_types[i])
      add_actor_type(diagram, schema, i);
  if (occurs->asked)
    add_box(diagram, g_strdup("asked about"), theme->ink, theme->asked_outline);
  if (occurs->actor_changes[RELATA_BEGUN])
    add_box(diagram, g_strdup("has a first tie"), theme->soft_ink, theme->outline)->marker = theme->marker;
  if (occurs->actor_changes[RELATA_ENDED])
    add_box(diagram, g_strdup("has no tie any longer"), theme->soft_ink, theme->outline)->line =
        RELATA_LINE_DASHED;
  if (measure != NULL && diagram->actors->len > MAX(occurs->n_groups, 1)) /* the size of a group's name
                                                                             shows the number of its actors */
    relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS,
                            g_str_equal(measure->name, "degree")
                                ? g_strdup("larger name: more ties")
                                : g_strdup_printf("larger name: %s %s",
                                                  measure->less_is_better ? "lower" : "higher",
                                                  measure->name))
        ->scale = TRUE;
}

static void
add_relation(RelataDiagram *diagram, const RelataRelationType *type)
{
  const RelataTheme *theme = diagram->theme;
  const RelataSignLook look = relata_theme_sign(type->sign);
  const char *head = theme->signs[look].head;
  RelataCurve *line =
      add_line(diagram, relata_display_safe(type->label), NULL, 1, head, type->symmetric ? head : "none");
  relata_theme_set_line(theme, look, 1, line);
  line->color = relata_theme_darken(relata_theme_color(type->color), theme->ground, RELATA_CONTRAST_LINE);
  line->line = type->line == RELATA_LINE_UNSET ? RELATA_LINE_SOLID : type->line;
}

static void
add_corroboration(RelataDiagram *diagram, guint n)
{
  add_line(diagram, count_sources(n), diagram->theme->soft_ink, relata_theme_line_width(diagram->theme, n),
           "none", "none");
  ((RelataLegendEntry *)g_ptr_array_index(diagram->legend, diagram->legend->len - 1))->scale = TRUE;
}

/* Adds the entries for how ties differ from an earlier date. */
static void
add_changes(RelataDiagram *diagram)
{
  const RelataTheme *theme = diagram->theme;
  const gboolean *lines = diagram->occurs.tie_changes, *names = diagram->occurs.named_changes;
  const char *grey = theme->soft_ink;
  const gboolean begun = lines[RELATA_BEGUN] || names[RELATA_BEGUN];
  if (begun || lines[RELATA_HAPPENED])
    add_line(diagram,
             g_strdup(!begun                   ? "happened since"
                      : lines[RELATA_HAPPENED] ? "begun, or happened since"
                                               : "begun"),
             grey, theme->line, "none", "none")
        ->marker = theme->marker;
  if (names[RELATA_HAPPENED])
    add_figure(diagram, RELATA_HAPPENED_SIGN " …", 10.5, g_strdup("happened since"));
  if (names[RELATA_MENTIONED])
    add_figure(diagram, RELATA_MENTIONED_SIGN " …", 10.5, g_strdup("first mentioned: no change"));
  if (lines[RELATA_SILENT] || names[RELATA_SILENT])
    add_line(diagram, g_strdup("not mentioned since"), grey, RELATA_SILENT_WIDTH * theme->line, "none",
             "none");
  if (lines[RELATA_ENDED] || names[RELATA_ENDED])
    add_line(diagram, g_strdup("ended"), grey, 1, "none", "none")->line = RELATA_LINE_DOTTED;
}

static void
add_ties(RelataDiagram *diagram, const RelataSchema *schema)
{
  const RelataOccurrence *occurs = &diagram->occurs;
  const RelataTheme *theme = diagram->theme;
  const char *grey = theme->soft_ink;
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (occurs->signs[i])
      relata_theme_set_line(
          theme, i, 1,
          add_line(diagram, g_strdup(theme->signs[i].label), NULL, 1, theme->signs[i].head, "none"));
  for (guint i = 0; i < occurs->relations->len; i++)
    add_relation(diagram, relata_schema_relation_type(schema, g_array_index(occurs->relations, guint, i)));
  if (occurs->both_ways)
    add_line(diagram, g_strdup("both ways"), grey, theme->line, "vee", "vee");
  add_changes(diagram);
  if (occurs->uncertain)
    add_line(diagram, g_strdup("no claim of it is certain"), grey, theme->line, "none", "none")->line =
        RELATA_LINE_DASHED;
  if (occurs->most_corroboration > occurs->least_corroboration) {
    add_corroboration(diagram, occurs->least_corroboration);
    add_corroboration(diagram, occurs->most_corroboration);
  }
  if (occurs->disputed)
    add_line(diagram, g_strdup("disputed"), grey, 1.2, relata_theme_head(theme, RELATA_SIGN_NEUTRAL, TRUE),
             "none");
}

void
relata_legend_add(RelataDiagram *diagram, const RelataCorpus *corpus, const RelataMeasureInfo *measure)
{
  const RelataSchema *schema = relata_corpus_schema(corpus);
  g_ptr_array_set_size(diagram->legend, 0);
  add_actors(diagram, schema, measure);
  add_ties(diagram, schema);
  add_sums(diagram);
  relata_legend_add_sources(diagram, corpus);
}
