/* SPDX-License-Identifier: GPL-2.0-or-later */
/* relata draw --frames and --animate: the view at several dates. */
#include "cli/picture.h"

#include "cli/file.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"

#include <errno.h>
#include <string.h>

/* Creates the folder where it does not exist. */
static gboolean
make_folder(const char *path, GError **error)
{
  if (g_mkdir_with_parents(path, 0777) == 0)
    return TRUE;
  const int problem = errno;
  const gboolean taken = g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_DIR);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "--output %s: the folder cannot be made: %s", path,
              taken ? "a file has that name" : g_strerror(problem));
  return FALSE;
}

static gboolean
write_frame(const Cli *cli, const char *folder, gint32 day, const char *format, const RelataPicture *picture,
            GError **error)
{
  g_autofree char *date = relata_day_to_edtf(day);
  g_autofree char *name = g_strconcat(date, ".", format, NULL);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  gsize n;
  const void *bytes = g_bytes_get_data(picture->bytes, &n);
  return cli_write_file(cli, path, bytes, n, error);
}

gboolean
cli_write_frames(Cli *cli, const RelataView *view, GError **error)
{
  const char *folder = cli_option(cli, "output");
  const char *format = cli_option_is(cli, "to") ? cli_option(cli, "to") : relata_picture_formats[0].name;
  if (folder == NULL || strcmp(folder, "-") == 0) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "--frames draws several pictures: name a folder for them with -o, or add --animate");
    return FALSE;
  }
  g_autoptr(GArray) days = relata_frame_days(cli->corpus, view->selection, view->frames, error);
  if (days == NULL)
    return FALSE;
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(GPtrArray) pictures = relata_draw_frames(
      cli->corpus, view, (const gint32 *)(gconstpointer)days->data, days->len, format, error);
  cli_progress_end(progress);
  if (pictures == NULL || cli->withheld)
    return pictures != NULL;
  if (!make_folder(folder, error))
    return FALSE;
  for (guint i = 0; i < pictures->len; i++) {
    const RelataPicture *picture = g_ptr_array_index(pictures, i);
    cli_say_remarks(picture->remarks);
    if (!write_frame(cli, folder, g_array_index(days, gint32, i), format, picture, error))
      return FALSE;
  }
  return TRUE;
}

RelataPicture *
cli_draw_animation(Cli *cli, const RelataView *view, const char *format, GError **error)
{
  const RelataPictureFormat *known = relata_picture_format_find(format, error);
  if (known == NULL)
    return NULL;
  if (!known->moves) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT,
                "a %s picture cannot be animated: draw an SVG, or leave out --animate for one picture a date",
                format);
    return NULL;
  }
  g_autoptr(GArray) days = relata_frame_days(
      cli->corpus, view->selection, view->frames != NULL ? view->frames : relata_frame_period(0), error);
  if (days == NULL)
    return NULL;
  return relata_draw_animation(cli->corpus, view, (const gint32 *)(gconstpointer)days->data, days->len,
                               error);
}
