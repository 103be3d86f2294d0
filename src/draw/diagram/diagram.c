/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/diagram.h"

#include "draw/diagram/legend_entry.h"
#include "draw/layout/spacing.h"

static void
clear_label(gpointer data)
{
  relata_glyph_free(((RelataDiagramLabel *)data)->glyph);
  relata_glyph_free(((RelataDiagramLabel *)data)->sources);
}

static void
clear_cluster(gpointer data)
{
  RelataDiagramCluster *cluster = data;
  relata_glyph_free(cluster->frame);
  relata_glyph_free(cluster->title);
}

void
relata_diagram_free(RelataDiagram *diagram)
{
  if (diagram == NULL)
    return;
  g_ptr_array_unref(diagram->actors);
  g_ptr_array_unref(diagram->links);
  g_array_unref(diagram->labels);
  g_array_unref(diagram->clusters);
  g_free(diagram->cluster_of);
  g_ptr_array_unref(diagram->legend);
  g_ptr_array_unref(diagram->captions);
  g_ptr_array_unref(diagram->remarks);
  g_array_unref(diagram->occurs.relations);
  g_free(diagram->occurs.actor_types);
  relata_scope_free(diagram->scope);
  relata_sources_free(diagram->sources);
  g_clear_pointer(&diagram->reading, g_array_unref);
  g_free(diagram->title);
  g_free(diagram->subtitle);
  g_free(diagram->summary);
  g_free(diagram->date);
  g_free(diagram);
}

void
relata_diagram_remark(RelataDiagram *diagram, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  char *sentence = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_ptr_array_add(diagram->captions, g_strdup(sentence));
  g_ptr_array_add(diagram->remarks, sentence);
}

double
relata_diagram_fill(const RelataDiagram *diagram, double share)
{
  return MIN(share * MAX(diagram->density, 1), MAX(share, RELATA_FILLED_MOST));
}

RelataDiagram *
relata_diagram_new_empty(const RelataSchema *schema, const RelataTheme *theme)
{
  RelataDiagram *diagram = g_new0(RelataDiagram, 1);
  diagram->theme = theme != NULL ? theme : relata_theme_default();
  diagram->room = RELATA_BOX_EMPTY;
  diagram->actors = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  diagram->links = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  diagram->labels = g_array_new(FALSE, FALSE, sizeof(RelataDiagramLabel));
  g_array_set_clear_func(diagram->labels, clear_label);
  diagram->clusters = g_array_new(FALSE, FALSE, sizeof(RelataDiagramCluster));
  g_array_set_clear_func(diagram->clusters, clear_cluster);
  diagram->legend = g_ptr_array_new_with_free_func((GDestroyNotify)relata_legend_entry_free);
  diagram->captions = g_ptr_array_new_with_free_func(g_free);
  diagram->remarks = g_ptr_array_new_with_free_func(g_free);
  diagram->occurs.relations = g_array_new(FALSE, FALSE, sizeof(guint));
  diagram->occurs.n_actor_types = relata_schema_actor_types(schema)->len + 1;
  diagram->occurs.actor_types = g_new0(gboolean, diagram->occurs.n_actor_types);
  return diagram;
}
