/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/legend.h"

#include "text/display.h"

const char *const relata_legend_titles[RELATA_N_LEGEND_GROUPS] = {
    [RELATA_LEGEND_ACTORS] = "Actors",
    [RELATA_LEGEND_TIES] = "Ties",
    [RELATA_LEGEND_TIME] = "When",
};

void
relata_legend_entry_free(RelataLegendEntry *entry)
{
  if (entry == NULL)
    return;
  relata_glyph_free(entry->shape);
  relata_curve_free(entry->line);
  g_free(entry->text);
  g_free(entry);
}

RelataLegendEntry *
relata_legend_entry_copy(const RelataLegendEntry *entry)
{
  RelataLegendEntry *copy = g_memdup2(entry, sizeof *entry);
  copy->shape = entry->shape != NULL ? relata_glyph_copy(entry->shape) : NULL;
  copy->line = entry->line != NULL ? relata_curve_copy_style(entry->line) : NULL;
  copy->text = g_strdup(entry->text);
  return copy;
}

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
  if (entry->shape->shape == RELATA_SHAPE_PLAIN) { /* a name alone: so is its sample */
    entry->shape->font_size = 10;
    entry->shape->text = g_strdup("Aa");
    entry->shape->ink = diagram->theme->ink;
    return;
  }
  entry->shape->fill = tint.fill;
  entry->shape->stroke = tint.stroke;
  entry->shape->stroke_width = 1;
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
  entry->line->head_size = 0.55 + 0.07 * width;
  return entry->line;
}

static char *
count_sources(guint n)
{
  return n == 1 ? g_strdup("from 1 independent source") : g_strdup_printf("from %u sources", n);
}

void
relata_legend_add(RelataDiagram *diagram, const RelataSchema *schema, const char *measure)
{
  const RelataOccurrence *occurs = &diagram->occurs;
  const RelataTheme *theme = diagram->theme;
  const char *grey = theme->soft_ink;
  for (guint i = 0; i < occurs->n_actor_types; i++)
    if (occurs->actor_types[i])
      add_actor_type(diagram, schema, i);
  if (occurs->asked) {
    RelataGlyph *shape =
        relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS, g_strdup("asked about"))->shape =
            relata_glyph_new(NULL, 1, NULL);
    shape->shape = RELATA_SHAPE_BOX;
    shape->fill = theme->ground;
    shape->stroke = theme->ink;
    shape->stroke_width = theme->asked_outline;
  }
  if (occurs->new_actors) {
    RelataGlyph *shape =
        relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS, g_strdup("new: had no tie before"))->shape =
            relata_glyph_new(NULL, 1, NULL);
    shape->shape = RELATA_SHAPE_BOX;
    shape->fill = theme->ground;
    shape->stroke = theme->soft_ink;
    shape->stroke_width = 1;
    shape->marker = theme->marker;
  }
  if (occurs->ended_actors) {
    RelataGlyph *shape =
        relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS, g_strdup("has no tie any longer"))->shape =
            relata_glyph_new(NULL, 1, NULL);
    shape->shape = RELATA_SHAPE_BOX;
    shape->fill = theme->ground;
    shape->stroke = theme->soft_ink;
    shape->stroke_width = 1;
    shape->line = RELATA_LINE_DASHED;
  }
  if (measure != NULL && diagram->actors->len > 1)
    relata_legend_new_entry(diagram, RELATA_LEGEND_ACTORS,
                            g_str_equal(measure, "degree")
                                ? g_strdup("larger name: more ties")
                                : g_strdup_printf("larger name: higher %s", measure))
        ->scale = TRUE;
  for (guint i = 0; i < RELATA_N_SIGNS; i++)
    if (occurs->signs[i])
      add_line(diagram, g_strdup(theme->signs[i].label), theme->signs[i].line, 1.8, theme->signs[i].head,
               "none");
  for (guint i = 0; i < occurs->relations->len; i++) {
    const RelataRelationType *type =
        relata_schema_relation_type(schema, g_array_index(occurs->relations, guint, i));
    const char *head = theme->signs[relata_theme_sign(type->sign)].head;
    RelataCurve *line = add_line(diagram, relata_display_safe(type->label),
                                 relata_theme_darken(relata_theme_color(type->color), theme->ground, 3.0),
                                 1.8, head, type->symmetric ? head : "none");
    line->line = type->line == RELATA_LINE_UNSET ? RELATA_LINE_SOLID : type->line;
  }
  if (occurs->both_ways)
    add_line(diagram, g_strdup("both ways"), grey, 1.2, "vee", "vee");
  if (occurs->new_ties)
    add_line(diagram, g_strdup("new"), grey, 1.2, "none", "none")->marker = theme->marker;
  if (occurs->ended_ties)
    add_line(diagram, g_strdup("ended"), grey, 1, "none", "none")->line = RELATA_LINE_DOTTED;
  if (occurs->uncertain)
    add_line(diagram, g_strdup("no claim of it is certain"), grey, 1.2, "none", "none")->line =
        RELATA_LINE_DASHED;
  if (occurs->most_corroboration > occurs->least_corroboration) {
    const guint steps[] = {occurs->least_corroboration, occurs->most_corroboration};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
      add_line(diagram, count_sources(steps[i]), grey, relata_theme_line_width(steps[i]), "none", "none");
      ((RelataLegendEntry *)g_ptr_array_index(diagram->legend, diagram->legend->len - 1))->scale = TRUE;
    }
  }
  if (occurs->numbered)
    relata_legend_new_entry(diagram, RELATA_LEGEND_TIES, g_strdup("number: which hop it is"));
}
