/* SPDX-License-Identifier: GPL-2.0-or-later */
/* test_prefixes FILE: every truncated prefix of a shipped file ends in an answer or a diagnostic with file and line.
 *
 * The file is read beside no more than it needs to be read as what it is, so that every prefix can be tried; some are
 * tried within the whole corpus too, where more is checked. */
#include "scratch.h"

/* Every how many bytes the whole corpus is read. */
#define STRIDE 499

static void
copy_beside(const Scratch *scratch, const char *path, const char *ending)
{
  g_autofree char *stem = g_strndup(path, (gsize)(strrchr(path, '.') - path));
  g_autofree char *other = g_strconcat(stem, ending, NULL);
  scratch_copy(scratch, other);
}

/* The folder's other files. */
static void
copy_all(const Scratch *scratch, const char *path)
{
  g_autofree char *folder_path = g_path_get_dirname(path);
  GDir *folder = g_dir_open(folder_path, 0, NULL);
  for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder)) {
    g_autofree char *other = g_build_filename(folder_path, name, NULL);
    if (g_file_test(other, G_FILE_TEST_IS_REGULAR))
      scratch_copy(scratch, other);
  }
  g_dir_close(folder);
}

int
main(int argc, char **argv)
{
  if (argc != 2)
    return 2;
  const char *path = argv[1];
  g_autofree char *name = g_path_get_basename(path), *bytes = NULL;
  gsize n;
  if (!g_file_get_contents(path, &bytes, &n, NULL))
    return 2;
  const gboolean is_view = g_str_has_suffix(name, ".view.json"), is_json = g_str_has_suffix(name, ".json");
  gsize significant = n; /* without the white space at the end */
  while (significant > 0 && g_ascii_isspace(bytes[significant - 1]))
    significant--;
  Scratch scratch;
  scratch_begin(&scratch);
  g_autofree char *file = scratch_file(&scratch, name);
  for (guint whole = 0; whole < 2; whole++) {
    if (whole)
      copy_all(&scratch, path);
    else
      scratch_write(&scratch, name, bytes, n);
    if (!whole && g_str_has_suffix(name, ".ann"))
      copy_beside(&scratch, path, ".txt");
    else if (!whole && g_str_has_suffix(name, ".txt"))
      copy_beside(&scratch, path, ".ann");
    else if (!whole && g_str_has_suffix(name, ".conf")) {
      static const char text[] = "ISIS-K attacked.", marks[] = "T1\tArmed_group 0 6\tISIS-K\nR1\tRivalry Arg1:T1 Arg2:T1\n";
      scratch_write(&scratch, "a.txt", text, strlen(text));
      scratch_write(&scratch, "a.ann", marks, strlen(marks));
    }
    /* From the whole file down, cut where it lies. */
    for (gsize length = n;; length -= whole ? MIN(length, STRIDE) : 1) {
      g_autofree char *doing = g_strdup_printf("the first %" G_GSIZE_FORMAT " bytes of %s%s", length, name,
                                               whole ? " in its folder" : "");
      scratch.doing = doing;
      if (truncate(file, (off_t)length) != 0)
        scratch_fail(&scratch, "cannot be cut off");
      const gboolean wrong = is_view ? scratch_read_view(&scratch, name) : scratch_read(&scratch, NULL, NULL);
      if (is_json && length < significant && !wrong)
        scratch_fail(&scratch, "is taken for whole");
      if (whole && length == n && wrong)
        scratch_fail(&scratch, "the shipped file is in error");
      if (length == 0)
        break;
    }
    scratch_empty(&scratch);
    if (is_view)
      break;
  }
  scratch_end(&scratch);
  printf("%u reads of %s\n", scratch.n_reads, name);
  return 0;
}
