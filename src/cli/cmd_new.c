/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A corpus or a table to start from, for those who have no annotations yet. */
#include "cli/commands.h"
#include "cli/folder.h"
#include "cli/options.h"
#include "cli/report.h"

#include <string.h>

/* What the table is called in a folder. */
#define TABLE "relations.csv"

/* Returns the path as a word of a shell, which may be pasted. Free with g_free(). */
static char *
as_word(const char *path)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  g_autofree char *safe = relata_display_safe(path);
  return path[strspn(path, plain)] == '\0' ? g_steal_pointer(&safe) : g_shell_quote(safe);
}

static CliExit
make_corpus(Cli *cli, const char *folder, const char *const *texts, guint n, GError **error)
{
  g_autoptr(GPtrArray) files = relata_starter_corpus(texts, n, error);
  if (files == NULL || !cli_folder_make(folder, files, error))
    return cli_fail(*error);
  g_autofree char *word = as_word(folder);
  g_string_append_printf(
      cli->out,
      "%s holds %u text%s, a corpus.json and a schema.json.\n"
      "The claim 'example' in corpus.json shows what a claim looks like: put your own in its place.\n"
      "Then see whether all is well:\n"
      "  relata check %s\n"
      "'relata help corpus' and 'relata help claims' explain the rest.\n",
      word, MAX(n, 1), n > 1 ? "s" : "", word);
  return CLI_ANSWERED;
}

static gboolean
write_table(const char *path, gboolean in_folder, GError **error)
{
  g_autoptr(GBytes) bytes = relata_starter_table();
  if (!in_folder)
    return cli_file_make(path, bytes, error);
  RelataStarterFile file = {(char[]){TABLE}, bytes};
  g_autoptr(GPtrArray) files = g_ptr_array_new();
  g_ptr_array_add(files, &file);
  return cli_folder_make(path, files, error);
}

/* The name is that of the table itself where it ends in .csv, else of a folder for it. */
static CliExit
make_table(Cli *cli, const char *name, GError **error)
{
  const gboolean in_folder = !g_str_has_suffix(name, ".csv");
  if (!write_table(name, in_folder, error))
    return cli_fail(*error);
  g_autofree char *table = in_folder ? g_build_filename(name, TABLE, NULL) : g_strdup(name);
  g_autofree char *word = as_word(table);
  g_string_append_printf(
      cli->out,
      "%s is a table with a row for each claim; its two rows are examples.\n"
      "Open it as a spreadsheet, put your own rows in their place, and save it as CSV. Then see whether\n"
      "all is well:\n"
      "  relata check %s\n",
      word, word);
  return CLI_ANSWERED;
}

static CliExit
make_new(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const char *name = g_ptr_array_index(cli->arguments, 0);
  const guint n_texts = cli->arguments->len - 1;
  const gboolean table = cli_option_is(cli, "from-csv");
  if (*name == '\0')
    g_set_error_literal(&error, RELATA_ERROR, RELATA_ERROR_VALUE, "expected the name of a new folder");
  else if (table && n_texts > 0)
    g_set_error_literal(&error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "--from-csv makes a table, which holds no texts: leave the texts out, or the option");
  if (error != NULL)
    return cli_fail(error);
  return table ? make_table(cli, name, &error)
               : make_corpus(cli, name, (const char *const *)cli->arguments->pdata + 1, n_texts, &error);
}

static const CliOption options[] = {
    {"from-csv", 0, NULL, "make a table to be filled in as a spreadsheet instead, with a row for each claim",
     ""},
    CLI_NO_OPTION,
};

const CliCommand cmd_new = {
    .name = "new",
    .arguments = "FOLDER [TEXTS…]",
    .summary = "make a corpus to start from, of texts that nobody has annotated yet",
    .details =
        "The texts are copied; each becomes a document, with the date in its file's name and its first line as the title.\n"
        "Without texts there is a short one, with an example.\n"
        "Beside them are a corpus.json with one claim, a schema.json with usual types, and schemas that help editors.\n"
        "A FOLDER that is not empty is refused.\n"
        "With --from-csv, FOLDER may be the name of the table (NAME.csv).\n",
    .min_arguments = 1,
    .max_arguments = G_MAXUINT,
    .values = "path",
    .options = {options},
    .run = make_new,
};
