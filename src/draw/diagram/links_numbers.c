/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The numbers that stand at links: of their ties, and of the sources that say so. */
#include "draw/diagram/links.h"

#include "draw/sheet/escape.h"

#include <string.h>

/* Size of the numbers of sources, as a multiple of the size of the label that they follow; and where there is
 * no name. */
#define RAISED        0.78
#define NUMBERS_ALONE 1.05

/* If everything rests on one document, its number says nothing. */
static gboolean
tells_sources(const RelataDiagram *diagram)
{
  return diagram->numbers_sources && diagram->sources->documents->len > 1;
}

/* A single number links to its document. */
static RelataGlyph *
raise_figures(RelataDiagram *diagram, const RelataCorpus *corpus, const char *figures, const char *name,
              const char *ink)
{
  RelataGlyph *glyph = relata_glyph_new(figures, diagram->theme->tie_label * RAISED, ink);
  const guint single = (guint)g_ascii_strtoull(figures, NULL, 10);
  glyph->id = g_strconcat("sources__", name, NULL);
  glyph->classes = g_strdup("tie-sources");
  glyph->part = RELATA_PART_LABELS;
  if (single > 0 && strspn(figures, "0123456789") == strlen(figures))
    glyph->url = relata_sheet_link(
        relata_corpus_document(corpus, g_array_index(diagram->sources->documents, guint, single - 1))->url);
  diagram->occurs.sourced = TRUE;
  return glyph;
}

RelataGlyph *
relata_links_figures(RelataDiagram *diagram, const RelataNetwork *network, const RelataTie *const *ties,
                     guint n, const char *name, const char *ink)
{
  if (!tells_sources(diagram))
    return NULL;
  for (guint i = 0; i < n; i++)
    diagram->occurs.denied = diagram->occurs.denied || ties[i]->n_denying > 0;
  g_autofree char *figures =
      relata_sources_figures(diagram->sources, network, ties, n, &diagram->occurs.sources_shortened);
  return figures != NULL ? raise_figures(diagram, network->corpus, figures, name, ink) : NULL;
}

RelataGlyph *
relata_links_document_figure(RelataDiagram *diagram, const RelataCorpus *corpus, guint document,
                             const char *name)
{
  if (!tells_sources(diagram) || document == RELATA_NONE)
    return NULL;
  g_autofree char *figure = g_strdup_printf("%u", diagram->sources->numbers[document]);
  return raise_figures(diagram, corpus, figure, name, diagram->theme->ink);
}

/* Adds what stands at the last link for all of its ties. Takes ownership of the glyph. */
static void
add_common(RelataDiagram *diagram, RelataGlyph *glyph, RelataGlyph *sources)
{
  const RelataCurve *link = g_ptr_array_index(diagram->links, diagram->links->len - 1);
  const RelataDiagramLabel label = {
      .glyph = glyph, .sources = sources, .link = diagram->links->len - 1, .symmetric = TRUE};
  glyph->fill = diagram->theme->ground;
  glyph->tooltip = g_strdup(link->tooltip);
  g_array_append_val(diagram->labels, label);
}

static RelataGlyph *
count_new(const RelataTheme *theme, const char *text, double size, const char *name)
{
  RelataGlyph *glyph = relata_glyph_new(text, size, theme->ink);
  glyph->bold = TRUE;
  glyph->id = g_strconcat("count__", name, NULL);
  glyph->classes = g_strdup("tie-count");
  glyph->part = RELATA_PART_LABELS;
  return glyph;
}

void
relata_links_add_count(RelataDiagram *diagram, guint n, const char *name)
{
  g_autofree char *text = g_strdup_printf("%u ties", n);
  add_common(diagram, count_new(diagram->theme, text, diagram->theme->tie_label, name), NULL);
}

void
relata_links_add_numbers(RelataDiagram *diagram, const RelataNetwork *network, const RelataTie *const *ties,
                         guint n, const char *name)
{
  RelataGlyph *figures = relata_links_figures(diagram, network, ties, n, name, diagram->theme->ink);
  if (figures != NULL)
    figures->font_size = NUMBERS_ALONE * diagram->theme->tie_label;
  if (n == 1) {
    if (figures != NULL)
      add_common(diagram, figures, NULL);
    return;
  }
  g_autofree char *text = g_strdup_printf("%u", n);
  add_common(diagram, count_new(diagram->theme, text, diagram->theme->even_name, name), figures);
  diagram->occurs.counted = TRUE;
}
