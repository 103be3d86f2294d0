/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

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
  g_autoptr(GString) report = g_string_new(NULL);
  cli_report(found, RELATA_NOTE, G_MAXUINT, cli_wants_color(STDERR_FILENO), report);
  fputs(report->str, stderr);
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

gboolean
cli_view_options(Cli *cli, RelataView *view, GError **error)
{
  cli_view_take(cli, "by", &view->size);
  cli_view_take(cli, "title", &view->title);
  cli_view_take(cli, "subtitle", &view->subtitle);
  return cli_option_number(cli, "top", 1, G_MAXUINT, view->top, &view->top, error) &&
         cli_options_select(cli, view->selection, error);
}

/* ── What is made of it ──────────────────────────────────────────────────────────────────── */

void
cli_say_remarks(const RelataPicture *picture)
{
  for (char **remark = picture->remarks; *remark != NULL; remark++)
    cli_complain("%s", *remark);
}

gboolean
cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error)
{
  cli_say_remarks(picture);
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  return cli_output(cli, bytes, n, error);
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
    return TRUE;
  g_prefix_error(error, "--output %s: ", path);
  return FALSE;
}

/* Names for a title: the first few. */
#define MOST_NAMES 5

static void
append_name(GString *title, Cli *cli, guint actor)
{
  g_string_append(title, relata_corpus_actor(cli->corpus, actor)->name);
}

/* "A", "A and B", "A, B, C, D and 3 others" */
static char *
join_names(Cli *cli, const GArray *actors)
{
  GString *title = g_string_new(NULL);
  const guint shown = actors->len <= MOST_NAMES ? actors->len : MOST_NAMES - 1;
  for (guint i = 0; i < shown; i++) {
    g_string_append(title, i == 0 ? "" : i + 1 == actors->len ? " and " : ", ");
    append_name(title, cli, g_array_index(actors, guint, i));
  }
  if (shown < actors->len)
    g_string_append_printf(title, " and %u others", actors->len - shown);
  return g_string_free(title, FALSE);
}

/* Draws the hops to the file that --output names, these actors emphasised. */
static gboolean
write_trace(Cli *cli, const RelataNetwork *network, RelataTrace trace, const GArray *hops,
            const GArray *asked, const RelataSelection *selection, GError **error)
{
  g_autofree char *subtitle = relata_selection_in_words(selection);
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < asked->len; i++)
    g_array_append_val(vertices, network->vertices[g_array_index(asked, guint, i)]);
  trace.hops = (const RelataTraceHop *)(gconstpointer)hops->data;
  trace.n_hops = hops->len;
  trace.asked = (const guint *)(gconstpointer)vertices->data;
  trace.n_asked = vertices->len;
  trace.subtitle = g_str_equal(subtitle, "everything") ? NULL : subtitle;
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(RelataPicture) picture = relata_draw_trace(network, &trace, cli_output_format(cli, "svg"), error);
  cli_progress_end(progress);
  return picture != NULL && cli_output_picture(cli, picture, error);
}

static GArray *
list_hops(const GPtrArray *paths)
{
  GArray *hops = g_array_new(FALSE, FALSE, sizeof(RelataTraceHop));
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(paths, i);
    for (guint j = 0; j < path->n_hops; j++) {
      const RelataTraceHop hop = {path->hops[j].tie, path->vertices[j], path->vertices[j + 1], i + 1, j + 1};
      g_array_append_val(hops, hop);
    }
  }
  return hops;
}

gboolean
cli_write_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                GError **error)
{
  const GPtrArray *paths = findings->answer->paths;
  g_autoptr(GArray) hops = list_hops(paths), asked = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) title = g_string_new(NULL);
  g_array_append_val(asked, question->from);
  append_name(title, cli, question->from);
  if (question->to != question->from) {
    g_array_append_val(asked, question->to);
    g_string_append(title, " to ");
    append_name(title, cli, question->to);
  }
  g_array_append_vals(asked, question->via, question->n_via);
  const RelataTrace trace = {.n_paths = paths->len,
                             .title = title->str,
                             .note = findings->answer->cut ? "There are other paths." : NULL};
  return write_trace(cli, findings->network, trace, hops, asked, question->selection, error);
}

gboolean
cli_write_connection(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer,
                     const RelataSelection *selection, GError **error)
{
  g_autoptr(GArray) hops = g_array_new(FALSE, FALSE, sizeof(RelataTraceHop));
  g_autofree char *title = join_names(cli, answer->actors);
  for (guint i = 0; i < answer->hops->len; i++) {
    const RelataConnectHop *found = &g_array_index(answer->hops, RelataConnectHop, i);
    const RelataTraceHop hop = {found->hop.tie, found->from, found->to, 0, i + 1};
    g_array_append_val(hops, hop);
  }
  const RelataTrace trace = {
      .title = title, .note = answer->exact ? NULL : "Perhaps fewer hops would do, but not fewer than half."};
  return write_trace(cli, network, trace, hops, answer->actors, selection, error);
}
