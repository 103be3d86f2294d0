/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths, or why there is none, in sentences. */
#include "cli/paths.h"

#include "cli/evidence.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"

#include <string.h>

/* The number of actors named as the furthest that a pattern leads to. */
#define MOST_NAMED 5

/* Appends the value of the path in the order asked for. */
static void
append_merit(Cli *cli, const RelataNetwork *network, const RelataPath *path)
{
  double confidence = 1;
  const RelataTie *weakest = NULL;
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataTie *tie = &network->ties[path->hops[i].tie];
    confidence *= relata_tie_confidence(network, tie);
    if (weakest == NULL || relata_tie_strength(tie) < relata_tie_strength(weakest) ||
        (relata_tie_strength(tie) == relata_tie_strength(weakest) && tie->certainty < weakest->certainty))
      weakest = tie;
  }
  const gboolean one = path->n_hops == 1;
  if (cli_option_is(cli, "most-reliable"))
    g_string_append_printf(cli->out, ", %strue with a confidence of %.2f", one ? "" : "all of them ",
                           confidence);
  if (weakest == NULL || !cli_option_is(cli, "strongest"))
    return;
  g_string_append_printf(cli->out, ", %s%s%s and affirmed by %u origin%s", one ? "" : "the weakest of them ",
                         weakest->verdict == RELATA_TIE_DISPUTED ? "disputed, " : "",
                         relata_certainty_name(weakest->certainty), weakest->corroboration,
                         relata_plural(weakest->corroboration));
  if (weakest->contradiction > 0)
    g_string_append_printf(cli->out, ", denied by %u", weakest->contradiction);
}

/* Says which documents, or origins, affirm all hops, where that is asked for. */
static void
append_sources(Cli *cli, const RelataNetwork *network, const RelataPath *path)
{
  const gboolean documents = cli_option_is(cli, "same-document");
  if (!documents && !cli_option_is(cli, "same-origin"))
    return;
  g_autoptr(GArray) sources =
      relata_path_sources(network, path, documents ? RELATA_SAME_DOCUMENT : RELATA_SAME_ORIGIN);
  if (sources->len == 0) /* what a question without that option finds */
    return;
  g_string_append(cli->out, path->n_hops == 1 ? "\nAffirmed by " : "\nEvery hop is affirmed by ");
  for (guint i = 0; i < sources->len; i++) {
    const guint source = g_array_index(sources, guint, i);
    g_string_append(cli->out, i == 0 ? "" : relata_comma(i, sources->len));
    cli_append_marked(cli->out, cli_markup(cli), CLI_PLAIN,
                      documents ? relata_corpus_document(network->corpus, source)->id
                                : relata_corpus_voice_name(network->corpus, source));
  }
  g_string_append(cli->out, ".\n");
}

void
cli_append_path(Cli *cli, const RelataNetwork *network, const RelataPath *path, const CliNamed *named,
                guint index, guint of)
{
  const gboolean markdown = cli_markup(cli) == CLI_MARKDOWN;
  if (index > 1)
    g_string_append_c(cli->out, '\n');
  if (markdown)
    g_string_append(cli->out, "## ");
  if (of > 1)
    g_string_append_printf(cli->out, "Path %u of %u, ", index, of);
  else if (of == 0)
    g_string_append_printf(cli->out, "Path %u, ", index);
  cli_append_actor_as(cli, network->actors[path->vertices[0]], named);
  g_string_append(cli->out, " to ");
  cli_append_actor_as(cli, network->actors[path->vertices[path->n_hops]], named);
  if (path->n_hops == 0) {
    g_string_append(cli->out, ": the same actor\n");
    return;
  }
  g_string_append_printf(cli->out, ": %u hop%s", path->n_hops, relata_plural(path->n_hops));
  append_merit(cli, network, path);
  g_string_append_c(cli->out, '\n');
  for (guint i = 0; i < path->n_hops; i++) {
    g_string_append_c(cli->out, '\n');
    cli_append_hop(cli, network, path->vertices[i], path->vertices[i + 1], path->hops[i], named, i + 1);
  }
  append_sources(cli, network, path);
  cli_append_membership(cli, network, path->vertices, path->n_hops + 1, named);
}

char *
cli_path_way(const RelataNetwork *network, const RelataPath *path, guint asked)
{
  const RelataActor *start = relata_network_actor(network, path->vertices[0]);
  g_autoptr(GString) words = g_string_new(path->n_hops == 0 ? "is the same actor" : "");
  if (network->actors[path->vertices[0]] != asked) /* a part of whom was asked for */
    g_string_append_printf(words, "%s: ", start->name);
  for (guint i = 0; i < path->n_hops; i++)
    g_string_append_printf(
        words, "%s%s %s", i > 0 ? ", " : "",
        relata_network_label(network, &network->ties[path->hops[i].tie], path->hops[i].forward),
        relata_network_actor(network, path->vertices[i + 1])->name);
  return g_string_free(g_steal_pointer(&words), FALSE);
}

GArray *
cli_named_of(const RelataPathQuestion *question, const RelataParts *parts, CliNamed *named)
{
  GArray *actors = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(actors, question->from);
  if (question->to != question->from)
    g_array_append_val(actors, question->to);
  if (question->n_via > 0)
    g_array_append_vals(actors, question->via, question->n_via);
  *named = (CliNamed){parts, (const guint *)(gconstpointer)actors->data, actors->len};
  return actors;
}

void
cli_append_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  const GPtrArray *paths = findings->answer->paths;
  CliNamed named;
  g_autoptr(GArray) actors = cli_named_of(question, findings->parts, &named);
  (void)actors; /* `named` borrows from it */
  for (guint i = 0; i < paths->len; i++)
    cli_append_path(cli, findings->network, g_ptr_array_index(paths, i), &named, i + 1, paths->len);
  if (findings->answer->gave_up)
    g_string_append(cli->out, "\nThe search stopped at its work limit: there may be more paths.\n");
  else if (findings->answer->cut && question->selector != RELATA_PATHS_BEST)
    g_string_append_printf(cli->out, "\nOnly the first %u; --limit raises the cap.\n",
                           findings->answer->n_found);
  else if (findings->answer->cut && question->count == 1)
    g_string_append(
        cli->out,
        "\nThere are other paths: -k N shows the N first, --all those that are as good as this one.\n");
}

/* `besides` names the options that are not taken into account, or is "". */
static void
append_reach(Cli *cli, guint actor, guint n, const char *does, const char *besides)
{
  cli_append_actor(cli, actor);
  if (n == 0)
    g_string_append(cli->out, " is left out by the selection.\n");
  else if (n == 1)
    g_string_append_printf(cli->out, " %s nobody under these options.\n", does);
  else
    g_string_append_printf(cli->out, " %s %u actor%s%s.\n", does, n - 1, relata_plural(n - 1), besides);
}

/* Returns ", --along and --in-order aside", or "". */
static char *
options_aside(const RelataPathQuestion *question)
{
  const char *names[4];
  guint n = 0;
  if (question->pattern != NULL)
    names[n++] = "--along";
  if (question->in_order)
    names[n++] = "--in-order";
  if (question->same != RELATA_SAME_NOTHING)
    names[n++] = question->same == RELATA_SAME_DOCUMENT ? "--same-document" : "--same-origin";
  if (question->n_via > 0)
    names[n++] = "--via";
  GString *aside = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(aside, "%s%s", i == 0 ? ", " : relata_comma(i, n), names[i]);
  return g_string_free(g_string_append(aside, n > 0 ? " aside" : ""), FALSE);
}

/* Whether the pattern leads to the end, and it is the mode that does not let it. */
static gboolean
is_in_the_way(const RelataPathQuestion *question, const RelataPathProgress *progress)
{
  for (guint i = 0; progress->whole && question->n_via == 0 && i < progress->actors->len; i++)
    if (g_array_index(progress->actors, guint, i) == question->to)
      return relata_path_mode_of(question->mode, TRUE, question->from == question->to) != RELATA_MODE_WALK;
  return FALSE;
}

/* Appends how far the pattern could be followed. */
static void
append_progress(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  g_autoptr(RelataPathProgress) progress = relata_path_progress_of(question, findings);
  if (progress == NULL || relata_pattern_automaton(question->pattern)->n_steps == 0)
    return; /* tests alone do not lead anywhere */
  if (!progress->begun && !progress->whole) {
    g_string_append(cli->out, "Not even the pattern's first hop leads anywhere.\n");
    return;
  }
  g_string_append(cli->out, progress->whole ? "The whole pattern, " : "The pattern, as far as ");
  cli_append_marked(cli->out, cli_markup(cli), CLI_WARN, progress->matched);
  g_string_append(cli->out, ", leads to ");
  for (guint i = 0; i < progress->actors->len && i < MOST_NAMED; i++) {
    g_string_append(cli->out, i == 0 ? "" : ", ");
    cli_append_actor(cli, g_array_index(progress->actors, guint, i));
  }
  if (progress->actors->len > MOST_NAMED)
    g_string_append_printf(cli->out, " and %u more", progress->actors->len - MOST_NAMED);
  g_string_append(cli->out,
                  is_in_the_way(question, progress) ? ", if what may not come twice does.\n" : ".\n");
}

/* Appends who, if they were one actor, would open a path. */
static void
append_namesakes(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  g_autoptr(GArray) pairs = relata_path_namesakes(question, findings);
  for (guint i = 0; i < pairs->len && i < MOST_NAMED; i++) {
    const RelataLikeness *pair = &g_array_index(pairs, RelataLikeness, i);
    g_string_append(cli->out, "There would be one if ");
    cli_append_actor(cli, pair->actors[0]);
    g_string_append(cli->out, " and ");
    cli_append_actor(cli, pair->actors[1]);
    g_string_append_printf(cli->out, " were one actor (%s).\n", pair->reason);
  }
  if (pairs->len > 0)
    g_string_append(cli->out, "A line in identity.json unites two actors; 'relata check' proposes it.\n");
}

/* Says which other options would open a path, each by itself. */
static void
append_also(Cli *cli, const RelataPathFindings *miss)
{
  if (miss->also == NULL)
    return;
  g_auto(GStrv) spelt = cli_spell_all(miss->also);
  g_autofree char *choice = relata_choice((const char *const *)spelt, g_strv_length(spelt));
  g_string_append_printf(cli->out, "\nThere is also one %s.\n", choice);
}

void
cli_append_no_path(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                   const RelataPathFindings *miss, const char *option)
{
  g_string_append(cli->out, "No path from ");
  cli_append_actor(cli, question->from);
  g_string_append(cli->out, " to ");
  cli_append_actor(cli, question->to);
  g_string_append(cli->out, findings->answer->gave_up ? " was found within the work limit.\n" : ".\n");
  g_autofree char *aside = options_aside(question);
  append_reach(cli, question->from, findings->n_from, "reaches", aside);
  append_reach(cli, question->to, findings->n_to, question->directed ? "is reached by" : "reaches", aside);
  append_progress(cli, question, findings);
  g_autofree char *tieless = relata_corpus_tieless_in_words(cli->corpus);
  if (tieless != NULL)
    g_string_append_printf(cli->out, "%s.\n", tieless);
  append_namesakes(cli, question, findings);
  if (miss == NULL) {
    g_string_append(cli->out, "Lifting any one option would not open a path.\n");
    return;
  }
  g_string_append(cli->out, miss->by_adding ? "With " : "Without ");
  cli_append_marked(cli->out, cli_markup(cli), CLI_WARN, option);
  if (miss->instead != RELATA_MODE_USUAL)
    g_string_append_printf(cli->out, ", with --mode %s,", relata_path_modes[miss->instead].name);
  g_string_append(cli->out, " there is one:\n\n");
  CliNamed named;
  g_autoptr(GArray) actors = cli_named_of(question, miss->parts, &named);
  (void)actors;
  cli_append_path(cli, miss->network, g_ptr_array_index(miss->answer->paths, 0), &named, 1, 1);
  append_also(cli, miss);
}
