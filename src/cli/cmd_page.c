/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

const CliOption cmd_page_options[] = {
    {"output", 'o', "FILE", "write to this file", "path"},
    {"view", 0, "FILE", "take the diagram's definition from a view file", "path"},
    {"around", 0, "ACTOR", "draw only the actor's surroundings", "actor"},
    {"hops", 0, "N", "how far the surroundings reach (default 1)", ""},
    {"top", 'n', "N", "draw only the N most central actors; 0: all (default: 150 where there are more)", ""},
    {"backbone", 0, "[ALPHA]", "draw only ties that are strong for one of their actors (default: below 0.05)",
     ""},
    {"cluster", 0, "WHAT", "boxes around actors of a type, a community or a side",
     "none type community side"},
    {"by", 'b', "MEASURE", "the centrality that sizes actors (default: degree)", "measure"},
    {"engine", 0, "NAME", "layout: auto, dot, neato, fdp, sfdp, circo or twopi",
     "auto dot neato fdp sfdp circo twopi"},
    {"parallel", 0, "HOW", "ties between the same two actors: auto, apart or bundle", "auto apart bundle"},
    {"theme", 0, "THEME", "how it looks: print, screen (default), contrast, or a theme file",
     "print screen contrast"},
    {"size", 0, "W:H|WxH", "the picture's proportions, as 16:9", ""},
    {"no-labels", 0, NULL, "no names of relations at the lines", ""},
    {"no-sources", 0, NULL, "no numbered sources below the picture and at the ties", ""},
    {"title", 0, "TEXT", "the title instead of the corpus's", ""},
    {"subtitle", 0, "TEXT", "the line below it instead of the selection in words", ""},
    {"timeout", 0, "SECONDS", "how long a layout may take before a cheaper one is tried (default 20)", ""},
    {NULL, 0, NULL, NULL, NULL},
};

/* A word as one types it to a shell: quoted where it must be. */
static char *
quote(const char *word)
{
  static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_./,:+@%=";
  return *word != '\0' && word[strspn(word, plain)] == '\0' ? g_strdup(word) : g_shell_quote(word);
}

/* The corpus as a command would name it. The page is read elsewhere, by others: of a whole path they are
 * given its last part only. */
static char *
corpus_in_words(const Cli *cli)
{
  g_autoptr(GPtrArray) paths = cli_corpus_paths(cli);
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index(paths, i);
    g_autofree char *name = g_path_is_absolute(path) ? g_path_get_basename(path) : g_strdup(path);
    g_autofree char *quoted = quote(name);
    g_string_append_printf(words, "%s%s", i > 0 ? " -c " : "", quoted);
  }
  return g_string_free(words, FALSE);
}

static char *
make_page(const Cli *cli, const RelataView *view, GError **error)
{
  g_autoptr(RelataHtmlDrawing) drawing = relata_html_drawing_new(cli->corpus, view, error);
  if (drawing == NULL)
    return NULL;
  cli_say_remarks(drawing->remarks);
  g_autofree char *corpus = corpus_in_words(cli);
  const RelataPageContext context = {.title = drawing->title,
                                     .subtitle = drawing->subtitle,
                                     .language = "en",
                                     .corpus = corpus,
                                     .captions = drawing->captions,
                                     .documents = drawing->documents,
                                     .actor_elements = drawing->actor_elements,
                                     .tie_elements = drawing->tie_elements};
  g_autofree char *data = relata_page_json(drawing->network, view->selection, &context, error);
  return data != NULL ? relata_html_page(drawing, context.language, data) : NULL;
}

/* Pages are read on screens, most of them; print is a view's or an option's to ask for. */
static gboolean
default_to_screen(RelataView *view, GError **error)
{
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  if (view->theme == NULL)
    view->theme = relata_theme_load("screen", found, error);
  return view->theme != NULL;
}

/* A page in a file that is called a picture or a network would be found out late. */
static gboolean
check_name(const Cli *cli, GError **error)
{
  const char *format = cli_output_format(cli, "html");
  if (relata_picture_format_find(format, NULL) == NULL && relata_output_format_find(format, NULL) == NULL)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "--output %s: a page is HTML; a name such as page.html would say so",
              cli_option(cli, "output"));
  return FALSE;
}

CliExit
cmd_page(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!check_name(cli, &error) || !cli_check_output(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  if (!cli_view_read(cli, view, &error) || !default_to_screen(view, &error))
    return cli_fail(error);
  CliProgress *progress = cli_progress_begin("drawing");
  g_autofree char *page = make_page(cli, view, &error);
  cli_progress_end(progress);
  if (page == NULL || !cli_output(cli, page, strlen(page), &error))
    return cli_fail(error);
  return CLI_ANSWERED;
}
