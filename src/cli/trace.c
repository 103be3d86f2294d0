/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The picture of an answer: paths, or what connects several actors. */
#include "cli/picture.h"

#include "cli/options.h"
#include "cli/progress.h"

static void
append_actors(GString *words, const RelataCorpus *corpus, const char *before, const guint *actors, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf(words, "%s%s", i == 0 ? before : relata_comma(i, n),
                           relata_corpus_actor(corpus, actors[i])->name);
}

/* Returns the demands on the paths for the subtitle, each after "; ". */
static char *
demands_in_words(const Cli *cli, const RelataPathQuestion *question)
{
  static const struct {
    const char *option, *words;
  } said[] = {{"directed", "; along the ties' direction"},
              {"strongest", "; the best corroborated"},
              {"most-reliable", "; the most reliable"},
              {"avoid-hubs", "; round those with many ties"},
              {"in-order", "; in order of time"},
              {"same-document", "; all affirmed by one document"},
              {"same-origin", "; all affirmed by one origin"}};
  GString *words = g_string_new(NULL);
  if (question->pattern != NULL)
    g_string_append_printf(words, "; along %s", relata_pattern_text(question->pattern));
  for (guint i = 0; i < G_N_ELEMENTS(said); i++)
    if (cli_option_is(cli, said[i].option))
      g_string_append(words, said[i].words);
  if (question->whole)
    g_string_append(words, "; parts stand for their wholes");
  append_actors(words, cli->corpus, "; by way of ", question->via, question->n_via);
  append_actors(words, cli->corpus, "; not by way of ", question->avoid, question->n_avoid);
  if (question->max_hops > 0)
    g_string_append_printf(words, "; at most %u hop%s", question->max_hops,
                           relata_plural(question->max_hops));
  return g_string_free(words, FALSE);
}

/* Draws the hops to the file --output and emphasises the actors asked for. */
static gboolean
write_trace(Cli *cli, const RelataNetwork *network, RelataTrace trace, const GArray *hops,
            const GArray *asked, const RelataSelection *selection, const char *demands, GError **error)
{
  g_autofree char *words = relata_selection_in_words_of(selection, NULL);
  g_autofree char *all = g_strconcat("; ", words, demands, NULL);
  g_autofree char *subtitle = relata_display_begin(g_str_has_prefix(all, "; ; ") ? all + 4 : all + 2);
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(RelataTheme) theme = NULL;
  if (!cli_take_theme(cli, &theme, error))
    return FALSE;
  for (guint i = 0; i < asked->len; i++)
    if (network->vertices[g_array_index(asked, guint, i)] != RELATA_NONE)
      g_array_append_val(vertices, network->vertices[g_array_index(asked, guint, i)]);
  trace.hops = (const RelataTraceHop *)(gconstpointer)hops->data;
  trace.n_hops = hops->len;
  trace.asked = (const guint *)(gconstpointer)vertices->data;
  trace.n_asked = vertices->len;
  trace.theme = theme;
  trace.subtitle = *subtitle != '\0' ? subtitle : NULL;
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(RelataPicture) picture = relata_draw_trace(network, &trace, cli_picture_format(cli), error);
  cli_progress_end(progress);
  return picture != NULL && cli_output_picture(cli, picture, error);
}

static void
add_actor(GArray *actors, guint actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index(actors, guint, i) == actor)
      return;
  g_array_append_val(actors, actor);
}

/* Returns the actors to be emphasised: the ends of the paths, which may be parts of those asked for, and
 * those to go by that are on a path or named. */
static GArray *
emphasised(const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  const RelataNetwork *network = findings->network;
  const GPtrArray *paths = findings->answer->paths;
  GArray *actors = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(paths, i);
    add_actor(actors, network->actors[path->vertices[0]]);
    add_actor(actors, network->actors[path->vertices[path->n_hops]]);
    for (guint k = 1; k < path->n_hops; k++)
      for (guint via = 0; via < question->n_via; via++) {
        const guint actor = network->actors[path->vertices[k]];
        g_autoptr(GArray) chain =
            findings->parts != NULL ? relata_parts_chain(findings->parts, actor, question->via[via]) : NULL;
        if (actor == question->via[via] || chain != NULL)
          add_actor(actors, actor);
      }
  }
  return actors;
}

gboolean
cli_write_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                GError **error)
{
  g_autoptr(GArray) hops = relata_trace_paths(findings->answer->paths);
  g_autoptr(GArray) asked = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(asked, question->from);
  if (question->to != question->from)
    g_array_append_val(asked, question->to);
  g_autofree char *title = relata_trace_names(cli->corpus, asked);
  g_autoptr(GArray) shown = emphasised(question, findings);
  const RelataTrace trace = {.n_paths = findings->answer->paths->len,
                             .title = title,
                             .note = findings->answer->cut ? "There are other paths." : NULL};
  g_autofree char *demands = demands_in_words(cli, question);
  return write_trace(cli, findings->network, trace, hops, shown, question->selection, demands, error);
}

gboolean
cli_write_connection(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer,
                     const RelataSelection *selection, GError **error)
{
  g_autoptr(GArray) hops = relata_trace_connection(answer);
  g_autofree char *title = relata_trace_names(cli->corpus, answer->actors);
  const RelataTrace trace = {.title = title, .note = answer->exact ? NULL : RELATA_CONNECT_INEXACT};
  return write_trace(cli, network, trace, hops, answer->members, selection,
                     cli_option_is(cli, "whole") ? "; parts stand for their wholes" : "", error);
}
