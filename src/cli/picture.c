/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ── What is drawn ───────────────────────────────────────────────────────────────────────── */

gboolean
cli_picture_is_for_terminal(const Cli *cli, const char *format)
{
  if (!cli_output_is_terminal(cli) || (strcmp(format, "png") != 0 && strcmp(format, "pdf") != 0))
    return TRUE;
  cli_complain("a %s picture is no text for a terminal: give -o FILE", format);
  return FALSE;
}

gboolean
cli_view_load(Cli *cli, RelataView *view, GError **error)
{
  if (!cli_option_is(cli, "view"))
    return TRUE;
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  const gboolean ok = relata_view_load(view, cli_option(cli, "view"), found, error);
  cli_show_diagnostics(found);
  return ok;
}

void
cli_view_take(const Cli *cli, const char *option, char **field)
{
  if (cli_option_is(cli, option)) {
    g_free(*field);
    *field = g_strdup(cli_option(cli, option));
  }
}

static gboolean
set_theme(Cli *cli, RelataView *view, GError **error)
{
  RelataTheme *theme = NULL;
  if (!cli_take_theme(cli, &theme, error))
    return FALSE;
  if (theme != NULL) {
    relata_theme_free(view->theme);
    view->theme = theme;
  }
  return TRUE;
}

static gboolean
set_page(const Cli *cli, RelataView *view, GError **error)
{
  if (!cli_option_is(cli, "size") || relata_sheet_size_parse(cli_option(cli, "size"), &view->sheet, error))
    return TRUE;
  g_prefix_error(error, "--size: ");
  return FALSE;
}

gboolean
cli_view_options(Cli *cli, RelataView *view, GError **error)
{
  cli_view_take(cli, "by", &view->size);
  cli_view_take(cli, "title", &view->title);
  cli_view_take(cli, "subtitle", &view->subtitle);
  if (cli_option_is(cli, "no-sources"))
    view->sources = FALSE;
  return set_theme(cli, view, error) && set_page(cli, view, error) &&
         cli_option_number(cli, "top", 0, G_MAXUINT - 1, view->top, &view->top, error) &&
         cli_options_select(cli, view->selection, error);
}

/* ── What is made of it ──────────────────────────────────────────────────────────────────── */

void
cli_say_remarks(char *const *remarks)
{
  for (char *const *remark = remarks; *remark != NULL; remark++) {
    g_autofree char *spelt = cli_spell_options(*remark);
    cli_complain("%s", spelt);
  }
}

gboolean
cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error)
{
  cli_say_remarks(picture->remarks);
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  return cli_output(cli, bytes, n, error);
}

void
cli_show_diagnostics(const RelataDiagnostics *found)
{
  g_autoptr(GString) report = g_string_new(NULL);
  cli_report(found, RELATA_NOTE, G_MAXUINT, cli_wants_color(STDERR_FILENO), report);
  fputs(report->str, stderr);
}

gboolean
cli_take_theme(Cli *cli, RelataTheme **theme, GError **error)
{
  *theme = NULL;
  if (!cli_option_is(cli, "theme"))
    return TRUE;
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  *theme = relata_theme_load(cli_option(cli, "theme"), found, error);
  cli_show_diagnostics(found);
  return *theme != NULL;
}

gboolean
cli_check_picture(const Cli *cli, GError **error)
{
  const char *path = cli_option(cli, "output"), *format = cli_output_format(cli, "");
  if (path == NULL)
    return TRUE;
  if (strcmp(path, "-") == 0) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "--output: standard output holds the answer; name a file for its picture");
    return FALSE;
  }
  if (format[0] == '\0') {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--output %s: the file's ending names the picture's format, as in %s.svg", path, path);
    return FALSE;
  }
  if (relata_picture_format_find(format, error) != NULL)
    return cli_check_output(cli, error);
  g_prefix_error(error, "--output %s: ", path);
  return FALSE;
}

gboolean
cli_check_words(const Cli *cli, GError **error)
{
  const char *format = cli_output_format(cli, "");
  if (cli_option_is(cli, "to"))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--to %s: --describe prints words, not a picture",
                format);
  else if (relata_picture_format_find(format, NULL) != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--output %s: --describe prints words, not a picture; a name such as words.txt would say so",
                cli_option(cli, "output"));
  else
    return TRUE;
  return FALSE;
}

static void
append_actors(GString *words, const RelataCorpus *corpus, const char *before, const guint *actors, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf(words, "%s%s",
                           i == 0       ? before
                           : i + 1 == n ? " and "
                                        : ", ",
                           relata_corpus_actor(corpus, actors[i])->name);
}

/* What the paths had to be like, for the subtitle, each part after "; ". */
static char *
demands_in_words(const Cli *cli, const RelataPathQuestion *question)
{
  static const struct {
    const char *option, *words;
  } said[] = {{"directed", "; along the ties' direction"}, {"strongest", "; the best corroborated"},
              {"most-reliable", "; the most reliable"},    {"avoid-hubs", "; round those with many ties"},
              {"in-order", "; in order of time"},          {"surely", ", surely"}};
  GString *words = g_string_new(NULL);
  if (question->pattern != NULL)
    g_string_append_printf(words, "; along %s", relata_pattern_text(question->pattern));
  for (guint i = 0; i < G_N_ELEMENTS(said); i++)
    if (cli_option_is(cli, said[i].option))
      g_string_append(words, said[i].words);
  append_actors(words, cli->corpus, "; by way of ", question->via, question->n_via);
  append_actors(words, cli->corpus, "; not by way of ", question->avoid, question->n_avoid);
  if (question->max_hops > 0)
    g_string_append_printf(words, "; at most %u hop%s", question->max_hops,
                           question->max_hops == 1 ? "" : "s");
  return g_string_free(words, FALSE);
}

/* Draws the hops to the file that --output names, these actors emphasised. */
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
    g_array_append_val(vertices, network->vertices[g_array_index(asked, guint, i)]);
  trace.hops = (const RelataTraceHop *)(gconstpointer)hops->data;
  trace.n_hops = hops->len;
  trace.asked = (const guint *)(gconstpointer)vertices->data;
  trace.n_asked = vertices->len;
  trace.theme = theme;
  trace.subtitle = *subtitle != '\0' ? subtitle : NULL;
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(RelataPicture) picture = relata_draw_trace(network, &trace, cli_output_format(cli, "svg"), error);
  cli_progress_end(progress);
  return picture != NULL && cli_output_picture(cli, picture, error);
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
  g_array_append_vals(asked, question->via, question->n_via);
  const RelataTrace trace = {.n_paths = findings->answer->paths->len,
                             .title = title,
                             .note = findings->answer->cut ? "There are other paths." : NULL};
  g_autofree char *demands = demands_in_words(cli, question);
  return write_trace(cli, findings->network, trace, hops, asked, question->selection, demands, error);
}

gboolean
cli_write_connection(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer,
                     const RelataSelection *selection, GError **error)
{
  g_autoptr(GArray) hops = relata_trace_connection(answer);
  g_autofree char *title = relata_trace_names(cli->corpus, answer->actors);
  const RelataTrace trace = {.title = title, .note = answer->exact ? NULL : RELATA_CONNECT_INEXACT};
  return write_trace(cli, network, trace, hops, answer->actors, selection, "", error);
}
