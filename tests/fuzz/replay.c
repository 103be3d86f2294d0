/* SPDX-License-Identifier: GPL-2.0-or-later */
/* replay SEEDS [MORE…]: gives each file of the folders and files named to a fuzz target, without a fuzzer;
 * and of the smallest of the first, its seeds, every beginning and 1,000 variants in which bytes are changed.
 */
#include "harness.h"

#define N_VARIANTS 1000
#define MOST_CUTS  3000 /* of a large file, as many beginnings at equal distances */

typedef struct {
  guint n_given;
  char *smallest; /* the bytes of the smallest that is not empty */
  gsize n;
} Replay;

static void
give(Replay *replay, const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n;
  GDir *folder = g_dir_open(path, 0, NULL);
  for (const char *name = folder != NULL ? g_dir_read_name(folder) : NULL; name != NULL;
       name = g_dir_read_name(folder)) {
    g_autofree char *inner = g_build_filename(path, name, NULL);
    give(replay, inner);
  }
  if (folder != NULL) {
    g_dir_close(folder);
    return;
  }
  if (!g_file_get_contents(path, &bytes, &n, NULL))
    return;
  LLVMFuzzerTestOneInput((const guint8 *)bytes, n);
  replay->n_given++;
  if (n > 0 && (replay->smallest == NULL || n < replay->n)) {
    g_free(replay->smallest);
    replay->smallest = g_steal_pointer(&bytes);
    replay->n = n;
  }
}

/* A copy of exactly these bytes, so that a sanitizer sees who reads beyond them. */
static void
give_bytes(const char *bytes, gsize n)
{
  g_autofree guint8 *copy = g_malloc(n + 1);
  memcpy(copy, bytes, n);
  LLVMFuzzerTestOneInput(copy, n);
}

static void
give_beginnings(const Replay *replay)
{
  const gsize stride = 1 + replay->n / MOST_CUTS;
  for (gsize n = 0; n < replay->n; n += stride)
    give_bytes(replay->smallest, n);
}

/* Changes a byte, leaves out a stretch, doubles one, or puts a byte in. */
static void
mutate(GString *bytes, GRand *random)
{
  static const char telling[] = "{}[]<>()\"',:;|=-0\n\t\\&#\x80\xFF";
  const gsize at = (gsize)g_rand_int_range(random, 0, (gint32)bytes->len + 1);
  const gsize rest = bytes->len - at;
  const gsize some = rest > 0 ? (gsize)g_rand_int_range(random, 0, (gint32)MIN(rest, 40) + 1) : 0;
  const char byte = g_rand_boolean(random) ? telling[g_rand_int_range(random, 0, sizeof telling)]
                                           : (char)g_rand_int_range(random, 0, 256);
  switch (g_rand_int_range(random, 0, 4)) {
  case 0:
    if (rest > 0)
      bytes->str[at] = byte;
    return;
  case 1:
    g_string_erase(bytes, (gssize)at, (gssize)some);
    return;
  case 2: {
    g_autofree char *stretch = g_memdup2(bytes->str + at, some + 1);
    g_string_insert_len(bytes, (gssize)at, stretch, (gssize)some);
    return;
  }
  default:
    g_string_insert_c(bytes, (gssize)at, byte);
  }
}

static void
give_mutations(const Replay *replay)
{
  GRand *random = g_rand_new_with_seed(1);
  for (guint i = 0; i < N_VARIANTS; i++) {
    g_autoptr(GString) bytes = g_string_new_len(replay->smallest, (gssize)replay->n);
    for (gint32 k = g_rand_int_range(random, 1, 5); k > 0; k--)
      mutate(bytes, random);
    give_bytes(bytes->str, bytes->len);
  }
  g_rand_free(random);
}

int
main(int argc, char **argv)
{
  Replay replay = {0};
  for (int i = 1; i < argc; i++) {
    give(&replay, argv[i]);
    if (i > 1 || replay.smallest == NULL)
      continue;
    give_beginnings(&replay);
    give_mutations(&replay);
  }
  printf("%u inputs\n", replay.n_given);
  g_free(replay.smallest);
  return replay.n_given > 0 ? 0 : 1;
}
