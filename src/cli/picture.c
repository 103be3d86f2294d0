/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

gboolean
cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error)
{
  for (char **remark = picture->remarks; *remark != NULL; remark++)
    cli_complain("%s", *remark);
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

gboolean
cli_write_trace(Cli *cli, const RelataNetwork *network, const RelataTrace *trace, GError **error)
{
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(RelataPicture) picture = relata_draw_trace(network, trace, cli_output_format(cli, "svg"), error);
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
cli_write_paths(Cli *cli, const RelataNetwork *network, const GPtrArray *paths,
                const RelataSelection *selection, const char *note, GError **error)
{
  const RelataPath *first = g_ptr_array_index(paths, 0);
  const guint ends[] = {first->vertices[0], first->vertices[first->n_hops]};
  g_autoptr(GArray) hops = list_hops(paths);
  const char *from = relata_network_actor(network, ends[0])->name;
  const char *to = relata_network_actor(network, ends[1])->name;
  g_autofree char *title = ends[0] == ends[1] ? g_strdup(from) : g_strdup_printf("%s to %s", from, to);
  g_autofree char *subtitle = relata_selection_in_words(selection);
  const RelataTrace trace = {.hops = (const RelataTraceHop *)(gconstpointer)hops->data,
                             .n_hops = hops->len,
                             .n_paths = paths->len,
                             .asked = ends,
                             .n_asked = G_N_ELEMENTS(ends),
                             .title = title,
                             .subtitle = g_str_equal(subtitle, "everything") ? NULL : subtitle,
                             .note = note};
  return cli_write_trace(cli, network, &trace, error);
}
