/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/picture.h"
#include "cli/progress.h"
#include "cli/report.h"

#include <string.h>

static const CliOption own_options[] = {
    {"output", 'o', "FILE", "write to this file", "path"},
    CLI_NO_OPTION,
};

/* Returns the corpus as it would be named on a command line. The page is read elsewhere and by others, so of
 * an absolute path only the last part is given. */
static char *
corpus_in_words(const Cli *cli)
{
  g_autoptr(GPtrArray) paths = cli_corpus_paths(cli);
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index(paths, i);
    g_autofree char *name = g_path_is_absolute(path) ? g_path_get_basename(path) : g_strdup(path);
    g_autofree char *quoted = relata_display_shell_word(name);
    g_string_append_printf(words, "%s%s", i > 0 ? " -c " : "", quoted);
  }
  return g_string_free(words, FALSE);
}

static void
say_left_out(const GPtrArray *names, guint seconds)
{
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf(list, "%s%s", relata_comma(i, names->len),
                           (const char *)g_ptr_array_index(names, i));
  if (names->len > 0)
    cli_complain(
        "the page is without %s, which would take longer than %u second%s; --timeout gives more time",
        list->str, seconds, relata_plural(seconds));
}

static char *
make_page(const Cli *cli, const RelataView *view, GError **error)
{
  g_autoptr(RelataHtmlDrawing) drawing = relata_html_drawing_new(cli->corpus, view, error);
  if (drawing == NULL)
    return NULL;
  cli_say_remarks(drawing->remarks);
  g_autofree char *corpus = corpus_in_words(cli);
  g_autoptr(GPtrArray) left_out = g_ptr_array_new();
  const RelataPageContext context = {.seconds = view->timeout,
                                     .left_out = left_out,
                                     .title = drawing->title,
                                     .subtitle = drawing->subtitle,
                                     .language = "en",
                                     .corpus = corpus,
                                     .captions = drawing->captions,
                                     .documents = drawing->documents,
                                     .actor_elements = drawing->actor_elements,
                                     .tie_elements = drawing->tie_elements};
  g_autofree char *data = relata_page_json(drawing->network, view->selection, &context, error);
  say_left_out(left_out, view->timeout);
  return data != NULL ? relata_html_page(drawing, context.language, data) : NULL;
}

/* Most pages are read on screens, so that is the default theme. A view or an option can ask for another. */
static gboolean
default_to_screen(RelataView *view, GError **error)
{
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  if (view->theme == NULL)
    view->theme = relata_theme_load("screen", found, error);
  return view->theme != NULL;
}

/* Rejects an output file whose name is that of a picture or a network, because the mistake would be noticed
 * late. */
static gboolean
check_name(const Cli *cli, GError **error)
{
  const char *format = cli_output_format(cli, "html");
  if (relata_picture_format_find(format, NULL) == NULL && relata_output_format_find(format, NULL) == NULL)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "--output %s: a page is HTML: choose a name such as page.html", cli_option(cli, "output"));
  return FALSE;
}

static CliExit
write_page(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!check_name(cli, &error) || !cli_check_output(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  if (!cli_view_read_diagram(cli, view, &error) || !default_to_screen(view, &error))
    return cli_fail(error);
  CliProgress *progress = cli_progress_begin("drawing");
  g_autofree char *page = make_page(cli, view, &error);
  cli_progress_end(progress);
  if (page == NULL || !cli_output(cli, page, strlen(page), &error))
    return cli_fail(error);
  return CLI_ANSWERED;
}

const CliCommand cmd_page = {
    .name = "page",
    .arguments = "",
    .summary = "write one HTML file to explore: the diagram, the evidence, search, filters, paths",
    .details = "The file needs no network and no other file, so it can be mailed.\n"
               "It contains everything that the options select, even what the diagram leaves out.\n"
               "The theme is screen unless --theme or the view says otherwise.\n"
               "A paper in --size changes nothing: a reader can zoom in.\n",
    .filters = CLI_FILTERS_BUT_BY,
    .reads = TRUE,
    .options = {own_options, cli_options_diagram, cli_options_view},
    .run = write_page,
};
