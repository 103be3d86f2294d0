/* SPDX-License-Identifier: GPL-2.0-or-later */
/* test_prefixes FILE: every truncated prefix of a shipped file ends in an answer or a diagnostic with file
 * and line.
 *
 * JSON and annotation.conf are cut as they are, brat's files beside no more annotations than the cut can
 * touch (thin.h), at every STRIDE-th byte; and in their whole corpus at every CORPUS_STRIDE-th. With
 * RELATA_EVERY_BYTE set all are cut at every byte, which takes minutes. */
#include "scratch.h"
#include "thin.h"

#define STRIDE        3
#define CORPUS_STRIDE 97

static gsize
stride_of(gsize usual)
{
  return g_getenv("RELATA_EVERY_BYTE") != NULL ? 1 : usual;
}

typedef struct {
  Scratch scratch;
  const char *path; /* of the shipped file */
  char *name, *stem, *bytes;
  gsize n;
  gsize significant;    /* without the white space at the end */
  ScratchReader reader; /* NULL: a file of a corpus */
} Cutter;

static char *
read_beside(const Cutter *cutter, const char *ending)
{
  g_autofree char *name = g_strconcat(cutter->stem, ending, NULL);
  g_autofree char *folder = g_path_get_dirname(cutter->path);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  char *bytes = NULL;
  if (!g_file_get_contents(path, &bytes, NULL, NULL))
    scratch_fail(&cutter->scratch, "%s cannot be read", path);
  return bytes;
}

static void
write_beside(const Cutter *cutter, const char *ending, const char *bytes, gsize n)
{
  g_autofree char *name = g_strconcat(cutter->stem, ending, NULL);
  scratch_write(&cutter->scratch, name, bytes, n);
}

/* Reads what lies in the folder; length is how much of the file is there. */
static gboolean
try(Cutter *cutter, gsize length, const char *how)
{
  g_autofree char *doing =
      g_strdup_printf("the first %" G_GSIZE_FORMAT " bytes of %s%s", length, cutter->name, how);
  cutter->scratch.doing = doing;
  const gboolean wrong = cutter->reader != NULL ? cutter->reader(&cutter->scratch, cutter->name)
                                                : scratch_read(&cutter->scratch, NULL, NULL);
  if (g_str_has_suffix(cutter->name, ".json") && length < cutter->significant && !wrong)
    scratch_fail(&cutter->scratch, "is taken for whole");
  cutter->scratch.doing = "";
  return wrong;
}

/* From the whole file down, cut where it lies. */
static void
cut_down(Cutter *cutter, gsize step, const char *how)
{
  g_autofree char *file = scratch_file(&cutter->scratch, cutter->name);
  for (gsize length = cutter->n;; length -= MIN(length, step)) {
    if (truncate(file, (off_t)length) != 0)
      scratch_fail(&cutter->scratch, "%s cannot be cut off", file);
    try(cutter, length, how);
    if (length == 0)
      break;
  }
}

static void
cut_annotations(Cutter *cutter)
{
  g_autofree char *text = read_beside(cutter, ".txt");
  write_beside(cutter, ".txt", text, strlen(text));
  g_auto(GStrv) lines = g_strsplit(cutter->bytes, "\n", -1);
  gsize begin = 0;
  for (guint k = 0; lines[k] != NULL; begin += strlen(lines[k++]) + 1) {
    g_autofree char *before = thin_before(lines, k);
    g_autofree char *all = g_strconcat(before, lines[k], "\n", NULL);
    for (gsize length = begin; length <= begin + strlen(lines[k]); length += stride_of(STRIDE)) {
      scratch_write(&cutter->scratch, cutter->name, all, strlen(before) + length - begin);
      try(cutter, length, ", thinned");
    }
  }
}

static void
cut_text(Cutter *cutter)
{
  g_autofree char *annotations = read_beside(cutter, ".ann");
  g_auto(GStrv) marks = g_strsplit(annotations, "\n", -1);
  g_auto(GStrv) lines = g_strsplit(cutter->bytes, "\n", -1);
  gsize begin = 0;
  guint position = 0;
  for (guint k = 0; lines[k] != NULL; k++) {
    const guint end = position + (guint)g_utf8_strlen(lines[k], -1) + 1;
    g_autofree char *around = thin_around(marks, position, end);
    write_beside(cutter, ".ann", around, strlen(around));
    for (gsize length = begin; length <= MIN(begin + strlen(lines[k]), cutter->n);
         length += stride_of(STRIDE)) {
      scratch_write(&cutter->scratch, cutter->name, cutter->bytes, length);
      try(cutter, length, ", thinned");
    }
    begin += strlen(lines[k]) + 1;
    position = end;
  }
}

/* Beside all other files of its folder. */
static void
cut_within_corpus(Cutter *cutter)
{
  scratch_empty(&cutter->scratch);
  g_autofree char *folder_path = g_path_get_dirname(cutter->path);
  GDir *folder = g_dir_open(folder_path, 0, NULL);
  for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder)) {
    g_autofree char *other = g_build_filename(folder_path, name, NULL);
    if (g_file_test(other, G_FILE_TEST_IS_REGULAR))
      scratch_copy(&cutter->scratch, other);
  }
  g_dir_close(folder);
  if (try(cutter, cutter->n, " in its corpus"))
    scratch_fail(&cutter->scratch, "the shipped corpus is in error");
  cut_down(cutter, stride_of(CORPUS_STRIDE), " in its corpus");
}

int
main(int argc, char **argv)
{
  if (argc != 2)
    return 2;
  Cutter cutter = {.path = argv[1], .name = g_path_get_basename(argv[1])};
  cutter.reader =
      strstr(cutter.path, "/themes/") != NULL ? scratch_read_theme : scratch_reader_of(cutter.name);
  cutter.stem = g_strndup(cutter.name, (gsize)(strrchr(cutter.name, '.') - cutter.name));
  if (!g_file_get_contents(cutter.path, &cutter.bytes, &cutter.n, NULL))
    return 2;
  for (cutter.significant = cutter.n; cutter.significant > 0; cutter.significant--)
    if (!g_ascii_isspace(cutter.bytes[cutter.significant - 1]))
      break;
  scratch_begin(&cutter.scratch);
  scratch_write(&cutter.scratch, cutter.name, cutter.bytes, cutter.n);
  if (g_str_has_suffix(cutter.name, ".ann")) {
    cut_annotations(&cutter);
  } else if (g_str_has_suffix(cutter.name, ".txt")) {
    cut_text(&cutter);
  } else if (g_str_has_suffix(cutter.name, ".conf")) {
    static const char marks[] = "T1\tArmed_group 0 6\tISIS-K\nR1\tRivalry Arg1:T1 Arg2:T1\n";
    scratch_write(&cutter.scratch, "a.txt", "ISIS-K attacked.", 16);
    scratch_write(&cutter.scratch, "a.ann", marks, strlen(marks));
    cut_down(&cutter, stride_of(STRIDE), "");
  } else {
    cut_down(&cutter, stride_of(STRIDE), "");
  }
  if (cutter.reader == NULL)
    cut_within_corpus(&cutter);
  scratch_end(&cutter.scratch);
  printf("%u reads of %s\n", cutter.scratch.n_reads, cutter.name);
  g_free(cutter.name);
  g_free(cutter.stem);
  g_free(cutter.bytes);
  return 0;
}
