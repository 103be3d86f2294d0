/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/describe.h"

#include "draw/diagram/describe_internal.h"
#include "draw/diagram/viewed.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "text/display.h"

#include <string.h>

#define COLUMNS 80

typedef struct {
  const RelataNetwork *network;
  const RelataDiagram *diagram;
  const RelataSources *sources; /* NULL if sources are not numbered */
  GArray **ties;                /* by vertex: its ties, of guint; NULL if it has none */
  const RelataShownTie **shown; /* by edge: the tie as it is shown; NULL if it is not */
  guint *turns;                 /* by vertex: its position in the description, from 1; 0: not shown */
  GString *text;
} Telling;

void
relata_describe_append(GString *text, const char *lead, const char *words)
{
  const guint indent = relata_display_width(lead);
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  guint at = indent;
  gboolean begun = FALSE;
  g_string_append(text, lead);
  for (char **part = parts; *part != NULL; part++) {
    const guint width = relata_display_width(*part);
    if (begun && at + 1 + width > COLUMNS) {
      g_string_append_printf(text, "\n%*s", (int)indent, "");
      at = indent;
    } else if (begun) {
      g_string_append_c(text, ' ');
      at++;
    }
    g_string_append(text, *part);
    at += width;
    begun = TRUE;
  }
  g_string_append_c(text, '\n');
}

void
relata_describe_whole(GString *text, const RelataDiagram *diagram)
{
  relata_describe_append(text, "", diagram->title);
  if (diagram->subtitle != NULL)
    relata_describe_append(text, "", diagram->subtitle);
  if (diagram->date != NULL)
    relata_describe_append(text, "", diagram->date);
  g_string_append_c(text, '\n');
  for (guint i = 0; i < diagram->captions->len; i++) {
    relata_describe_append(text, "", g_ptr_array_index(diagram->captions, i));
    if (i == 0 && diagram->summary[0] != '\0')
      relata_describe_append(text, "", diagram->summary);
  }
}

static void
tell_tie(const Telling *telling, guint edge, guint vertex)
{
  const RelataTie *tie = &telling->network->ties[edge];
  const gboolean forward = tie->from == vertex;
  g_autofree char *verb = relata_display_safe(relata_network_label(telling->network, tie, forward));
  g_autofree char *other =
      relata_display_safe(relata_network_actor(telling->network, forward ? tie->to : tie->from)->name);
  g_autofree char *support = relata_words_support(telling->network, tie, telling->sources);
  g_autofree char *enders = relata_words_enders(telling->network, telling->shown[edge], telling->sources);
  g_autofree char *words = g_strdup_printf("%s%s %s, %s%s", relata_words_change(telling->shown[edge]->change),
                                           verb, other, support, enders);
  relata_describe_append(telling->text, "    - ", words);
}

/* Describes the ties of one sign that were not described with an earlier actor. Returns their number. */
static guint
tell_ties(const Telling *telling, guint vertex, int sign, const char *heading)
{
  const GArray *ties = telling->ties[vertex];
  guint n = 0;
  for (guint i = 0; ties != NULL && i < ties->len; i++) {
    const RelataTie *tie = &telling->network->ties[g_array_index(ties, guint, i)];
    const guint other = tie->from == vertex ? tie->to : tie->from;
    if (relata_network_relation(telling->network, tie)->sign != sign ||
        telling->turns[other] < telling->turns[vertex])
      continue;
    if (n++ == 0)
      g_string_append_printf(telling->text, "  %s:\n", heading);
    tell_tie(telling, g_array_index(ties, guint, i), vertex);
  }
  return n;
}

/* Names the earlier actors whose ties with this one are already described. */
static void
tell_earlier(const Telling *telling, guint vertex, gboolean others)
{
  const GArray *ties = telling->ties[vertex];
  g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; ties != NULL && i < ties->len; i++) {
    const RelataTie *tie = &telling->network->ties[g_array_index(ties, guint, i)];
    const guint other = tie->from == vertex ? tie->to : tie->from;
    if (telling->turns[other] < telling->turns[vertex] &&
        g_hash_table_add(named, GUINT_TO_POINTER(other + 1)))
      g_ptr_array_add(names, relata_display_safe(relata_network_actor(telling->network, other)->name));
  }
  if (names->len == 0)
    return;
  g_autofree char *list = relata_words_join((const char *const *)(gpointer)names->pdata, names->len);
  g_autofree char *words = g_strdup_printf("with %s: told above", list);
  relata_describe_append(telling->text, others ? "  And " : "  Ties ", words);
}

static void
tell_actor(const Telling *telling, guint vertex)
{
  static const struct {
    int sign;
    const char *heading;
  } groups[] = {{-1, "Hostile"}, {1, "Friendly"}, {0, "Neutral"}};
  const GArray *ties = telling->ties[vertex];
  g_autofree char *actor = relata_words_actor(telling->network, vertex, ties != NULL ? ties->len : 0);
  g_autofree char *words =
      g_strconcat(actor, relata_words_actor_change(telling->diagram->scope->changes[vertex]), NULL);
  guint n = 0;
  g_string_append_c(telling->text, '\n');
  relata_describe_append(telling->text, "", words);
  for (guint i = 0; i < G_N_ELEMENTS(groups); i++)
    n += tell_ties(telling, vertex, groups[i].sign, groups[i].heading);
  tell_earlier(telling, vertex, n > 0);
}

/* Describes groups, and the folded ties between them. */
static void
tell_groups(const Telling *telling)
{
  const RelataDiagram *diagram = telling->diagram;
  const guint first = diagram->actors->len - diagram->occurs.n_groups;
  for (guint i = first; i < diagram->actors->len; i++) {
    g_string_append_c(telling->text, '\n');
    relata_describe_append(telling->text, "",
                           ((const RelataGlyph *)g_ptr_array_index(diagram->actors, i))->spoken);
    for (guint j = 0; j < diagram->links->len; j++) {
      const RelataCurve *link = g_ptr_array_index(diagram->links, j);
      const guint other = link->from == i ? link->to : link->from;
      if ((link->from == i || link->to == i) && (other < first || other > i))
        relata_describe_append(telling->text, "    - ", link->spoken);
    }
  }
}

void
relata_describe_sources(GString *text, const RelataCorpus *corpus, const RelataSources *sources)
{
  if (sources->documents->len == 0)
    return;
  g_string_append(text, "\nSources\n");
  for (guint i = 0; i < sources->documents->len; i++) {
    const RelataDocument *document =
        relata_corpus_document(corpus, g_array_index(sources->documents, guint, i));
    g_autofree char *cited = relata_sources_cite(document);
    g_autofree char *link = relata_sheet_link(document->url);
    g_autofree char *lead = g_strdup_printf("%3u. ", i + 1);
    g_autofree char *words = g_strconcat(cited, link != NULL ? " " : "", link, NULL);
    relata_describe_append(text, lead, words);
  }
}

static void
add_tie(Telling *telling, guint vertex, guint tie)
{
  if (telling->ties[vertex] == NULL)
    telling->ties[vertex] = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(telling->ties[vertex], tie);
}

char *
relata_describe_diagram(const RelataNetwork *network, const RelataDiagram *diagram)
{
  const GArray *reading = diagram->reading, *shown = diagram->scope->ties;
  Telling telling = {.network = network,
                     .diagram = diagram,
                     .sources = diagram->numbers_sources ? diagram->sources : NULL,
                     .ties = g_new0(GArray *, MAX(network->n_actors, 1)),
                     .shown = g_new0(const RelataShownTie *, MAX(network->n_ties, 1)),
                     .turns = g_new0(guint, MAX(network->n_actors, 1)),
                     .text = g_string_new(NULL)};
  for (guint i = 0; i < reading->len; i++)
    telling.turns[g_array_index(reading, guint, i)] = i + 1;
  for (guint i = 0; i < shown->len; i++) {
    const guint tie = g_array_index(shown, RelataShownTie, i).tie;
    telling.shown[tie] = &g_array_index(shown, RelataShownTie, i);
    add_tie(&telling, network->ties[tie].from, tie);
    if (network->ties[tie].to != network->ties[tie].from)
      add_tie(&telling, network->ties[tie].to, tie);
  }
  relata_describe_whole(telling.text, diagram);
  for (guint i = 0; i < reading->len; i++)
    tell_actor(&telling, g_array_index(reading, guint, i));
  tell_groups(&telling);
  if (telling.sources != NULL)
    relata_describe_sources(telling.text, network->corpus, telling.sources);
  for (guint i = 0; i < network->n_actors; i++)
    g_clear_pointer(&telling.ties[i], g_array_unref);
  g_free(telling.ties);
  g_free(telling.shown);
  g_free(telling.turns);
  return g_string_free(telling.text, FALSE);
}

char *
relata_describe(RelataCorpus *corpus, const RelataView *view, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL, NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  if (view->frames != NULL || view->animate) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "`describe` tells one picture, and `%s` makes several: `as-of` tells one date, "
                "`changes-since` what has begun, ended and happened",
                view->frames != NULL ? "frames" : "animate");
    return NULL;
  }
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(corpus, view, &network, error);
  return diagram != NULL ? relata_describe_diagram(network, diagram) : NULL;
}
