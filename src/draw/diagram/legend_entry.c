/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/legend_entry.h"

const RelataLegendStyle relata_legend_styles[RELATA_N_LEGEND_GROUPS] = {
    [RELATA_LEGEND_ACTORS] = {"Actors", RELATA_PART_LEGEND, 1, 2.9, 1.8, 0},
    [RELATA_LEGEND_TIES] = {"Ties", RELATA_PART_LEGEND, 1, 2.9, 1.8, 0},
    [RELATA_LEGEND_TIME] = {"When", RELATA_PART_LEGEND, 1, 2.9, 1.8, 0},
    [RELATA_LEGEND_SOURCES] = {"Sources", RELATA_PART_SOURCES, 0.9, 1.15, 1.33, 5},
};

void
relata_legend_entry_free(RelataLegendEntry *entry)
{
  if (entry == NULL)
    return;
  relata_glyph_free(entry->shape);
  relata_curve_free(entry->line);
  g_free(entry->text);
  g_free(entry->id);
  g_free(entry->classes);
  g_free(entry->url);
  g_free(entry);
}

RelataLegendEntry *
relata_legend_entry_copy(const RelataLegendEntry *entry)
{
  RelataLegendEntry *copy = g_memdup2(entry, sizeof *entry);
  copy->shape = entry->shape != NULL ? relata_glyph_copy(entry->shape) : NULL;
  copy->line = entry->line != NULL ? relata_curve_copy_style(entry->line) : NULL;
  copy->text = g_strdup(entry->text);
  copy->id = g_strdup(entry->id);
  copy->classes = g_strdup(entry->classes);
  copy->url = g_strdup(entry->url);
  return copy;
}
